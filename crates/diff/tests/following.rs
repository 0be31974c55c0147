//! Both values of a field, what only follows from something else, and what to do.

use pulsarc_diff::{Change, Changes, Facts, Field, compare};
use serde_json::{Value, json};

fn object(kind: &str, name: &str, rest: Value) -> Value {
    let mut object = rest;
    object["apiVersion"] = json!("v1");
    object["kind"] = json!(kind);
    object["metadata"]["name"] = json!(name);
    object
}

fn between(old: &[Value], new: &[Value]) -> Changes {
    compare(old, new, "ns", &Facts::new())
}

fn change<'c>(changes: &'c Changes, name: &str) -> &'c Change {
    let found = changes.changes.iter().find(|change| change.object.to_string() == name);
    found.unwrap_or_else(|| panic!("{name} is not in {changes:#?}"))
}

/// The values of the only field that differs.
fn sides(old: &Value, new: &Value) -> (Option<Value>, Option<Value>) {
    let changes = between(std::slice::from_ref(old), std::slice::from_ref(new));
    let [only] = changes.changes.as_slice() else { panic!("{changes:#?}") };
    let [field] = only.fields.as_slice() else { panic!("{changes:#?}") };
    let plain = |side: &Option<Field>| match side {
        Some(Field::Value(value)) => Some(value.clone()),
        _ => None,
    };
    (plain(&field.old), plain(&field.new))
}

#[test]
fn a_default_of_the_server_is_shown() {
    let set = |spec: Value| object("StatefulSet", "s", json!({ "spec": spec }));
    assert_eq!(sides(&set(json!({})), &set(json!({"replicas": 3}))), (Some(json!(1)), Some(json!(3))));
    assert_eq!(
        sides(&set(json!({"replicas": 3})), &set(json!({"replicas": 1}))),
        (Some(json!(3)), Some(json!(1)))
    );
    let strategy = |kind: &str| set(json!({"updateStrategy": {"type": kind}}));
    assert_eq!(
        sides(&strategy("RollingUpdate"), &strategy("OnDelete")),
        (Some(json!("RollingUpdate")), Some(json!("OnDelete")))
    );
    let service = |spec: Value| object("Service", "s", json!({ "spec": spec }));
    assert_eq!(
        sides(&service(json!({"type": "ClusterIP"})), &service(json!({"type": "NodePort"}))),
        (Some(json!("ClusterIP")), Some(json!("NodePort")))
    );
    let container = |more: Value| {
        let mut container = json!({"name": "c", "image": "i:1"});
        container.as_object_mut().expect("a record").extend(more.as_object().cloned().unwrap_or_default());
        set(json!({"template": {"spec": {"containers": [container]}}}))
    };
    assert_eq!(
        sides(&container(json!({})), &container(json!({"imagePullPolicy": "Always"}))),
        (Some(json!("IfNotPresent")), Some(json!("Always")))
    );
}

#[test]
fn a_checksum_follows_from_the_config_map() {
    let map = |value: &str| object("ConfigMap", "m", json!({"data": {"k": value}}));
    let set = |sum: &str| {
        let template = json!({"metadata": {"annotations": {"checksum/config": sum}},
            "spec": {"containers": [{"name": "c", "envFrom": [{"configMapRef": {"name": "m"}}]}]}});
        object("StatefulSet", "s", json!({"spec": {"template": template}}))
    };
    let changes = between(&[map("1"), set("a")], &[map("2"), set("b")]);
    let cause = change(&changes, "StatefulSet/s").follows.as_ref().expect("a cause");
    assert_eq!((cause.kind.as_str(), cause.name.as_str()), ("ConfigMap", "m"));
    assert!(change(&changes, "ConfigMap/m").follows.is_none());
    let alone = between(&[map("1"), set("a")], &[map("1"), set("b")]);
    assert!(change(&alone, "StatefulSet/s").follows.is_none(), "nothing else changed");
}

#[test]
fn names_of_pods_follow_from_their_number() {
    let set = |replicas: u64, names: &str| {
        let env = json!([{"name": "SERVERS", "value": names}]);
        object(
            "StatefulSet",
            "z",
            json!({"spec": {"replicas": replicas, "template": {"spec": {"containers": [{"name": "c", "env": env}]}}}}),
        )
    };
    let changes = between(&[set(1, "z-0")], &[set(2, "z-0,z-1")]);
    let mut fields: Vec<(&str, bool)> = change(&changes, "StatefulSet/z")
        .fields
        .iter()
        .map(|field| (field.path.as_str(), field.follows.is_some()))
        .collect();
    fields.sort_unstable();
    let env = "spec.template.spec.containers[c].env[SERVERS].value";
    assert_eq!(fields, [("spec.replicas", false), (env, true)]);
}

#[test]
fn names_follow_from_a_rename() {
    let side = |name: &str| {
        let labels = json!({"labels": {"component": "z"}});
        vec![
            object("StatefulSet", name, json!({"metadata": labels})),
            object("Service", &format!("{name}-headless"), json!({})),
            object("ConfigMap", "m", json!({"data": {"server": format!("zk:{name}:2181")}})),
        ]
    };
    let changes = between(&side("p-zk"), &side("p-zoo"));
    for name in ["ConfigMap/m", "Service/p-zk-headless", "Service/p-zoo-headless", "StatefulSet/p-zoo"] {
        let cause = change(&changes, name).follows.as_ref().unwrap_or_else(|| panic!("{name} has no cause"));
        assert_eq!((cause.kind.as_str(), cause.name.as_str()), ("StatefulSet", "p-zk"), "{name}");
    }
    assert!(change(&changes, "StatefulSet/p-zk").follows.is_none());
}

#[test]
fn a_procedure_has_the_real_names() {
    let set = |size: &str, service: &str| {
        let claim = json!({"metadata": {"name": "data"}, "spec": {"storageClassName": "fast", "resources": {"requests": {"storage": size}}}});
        object(
            "StatefulSet",
            "p-bookie",
            json!({"spec": {"replicas": 2, "serviceName": service, "volumeClaimTemplates": [claim]}}),
        )
    };
    let steps = |old: Value, new: Value| {
        let changes = between(&[old], &[new]);
        let all = changes.changes[0].consequences.iter().flat_map(|one| one.procedure.clone());
        all.collect::<Vec<_>>().join("\n")
    };
    let grown = steps(set("1Gi", "s"), set("2Gi", "s"));
    for line in [
        "kubectl get storageclass fast",
        r#"kubectl patch -n ns pvc data-p-bookie-1 -p '{"spec":{"resources":{"requests":{"storage":"2Gi"}}}}'"#,
        "kubectl delete -n ns statefulset/p-bookie --cascade=orphan",
        "kubectl apply -n ns -f manifests.yaml",
    ] {
        assert!(grown.lines().any(|other| other == line), "{line} is not in\n{grown}");
    }
    let moved = steps(set("1Gi", "s"), set("1Gi", "t"));
    assert!(moved.contains("--cascade=orphan") && moved.contains("rollout restart"), "{moved}");
}

#[test]
fn one_procedure_grows_all_claims() {
    let set = |size: &str| {
        let claim = |name: &str| json!({"metadata": {"name": name}, "spec": {"resources": {"requests": {"storage": size}}}});
        object("StatefulSet", "s", json!({"spec": {"volumeClaimTemplates": [claim("a"), claim("b")]}}))
    };
    let changes = between(&[set("1Gi")], &[set("2Gi")]);
    let procedures: Vec<&[String]> =
        changes.changes[0].consequences.iter().map(|one| one.procedure.as_slice()).collect();
    assert_eq!(procedures.len(), 2, "a reason for each claim");
    assert_eq!(procedures[0], procedures[1]);
    let patched: Vec<&String> = procedures[0].iter().filter(|line| line.contains("patch")).collect();
    assert_eq!(patched.len(), 2, "{patched:?}");
}

//! What makes a difference, what makes none, and what follows.

use proptest::prelude::*;
use pulsarc_diff::{Changes, ComponentFacts, Consequence, Facts, Kind, Pods, compare, contradictions};
use pulsarc_model::{Departure, Stage};
use serde_json::{Value, json};

fn stateful_set() -> Value {
    json!({"apiVersion": "apps/v1", "kind": "StatefulSet",
        "metadata": {"name": "p-bookie", "labels": {"component": "bookie"}},
        "spec": {"replicas": 3, "serviceName": "p-bookie", "selector": {"matchLabels": {"component": "bookie"}},
            "template": {"spec": {"containers": [
                {"name": "bookie", "image": "pulsar:4.0", "resources": {"limits": {"memory": "1Gi", "cpu": "0.5"}},
                 "env": [{"name": "A", "value": "1"}, {"name": "B", "value": "2"}],
                 "ports": [{"containerPort": 80}, {"containerPort": 81, "name": "x"}]},
                {"name": "side", "image": "side"}]}},
            "volumeClaimTemplates": [{"metadata": {"name": "journal"},
                "spec": {"resources": {"requests": {"storage": "10Gi"}}}}]}})
}

/// What the pods of the objects here persist.
fn data() -> Facts {
    let bookie = ComponentFacts {
        block: "bookkeeper",
        image: "images.bookie",
        persists: Some("messages"),
        departure: Departure::UNNOTICED,
        stage: Stage::Rest,
        rollout: None,
        programs: &[],
    };
    Facts::from([("bookie".to_owned(), bookie)])
}

fn at(pointer: &str, value: Value) -> Value {
    let mut object = stateful_set();
    *object.pointer_mut(pointer).expect("it is there") = value;
    object
}

fn between(old: &Value, new: &Value) -> Changes {
    compare(std::slice::from_ref(old), std::slice::from_ref(new), "ns", &data())
}

/// The worst that follows.
fn follows(old: &Value, new: &Value) -> Consequence {
    worst(&between(old, new))
}

/// The worst that follows from the first change.
fn worst(changes: &Changes) -> Consequence {
    changes.changes.first().expect("a difference").consequences.first().expect("a consequence").clone()
}

#[test]
fn server_defaults_make_no_difference() {
    let mut live = stateful_set();
    live["metadata"]["uid"] = json!("u");
    live["metadata"]["namespace"] = json!("ns");
    live["metadata"]["managedFields"] = json!([{}]);
    live["metadata"]["annotations"] = json!({"kubectl.kubernetes.io/last-applied-configuration": "{}"});
    live["status"] = json!({"replicas": 3});
    live["spec"]["podManagementPolicy"] = json!("OrderedReady");
    live["spec"]["revisionHistoryLimit"] = json!(10);
    live["spec"]["updateStrategy"] = json!({"type": "RollingUpdate", "rollingUpdate": {"partition": 0}});
    live["spec"]["volumeClaimTemplates"][0]["spec"]["volumeMode"] = json!("Filesystem");
    live["spec"]["volumeClaimTemplates"][0]["status"] = json!({"phase": "Pending"});
    live["spec"]["template"]["metadata"] = json!({"creationTimestamp": null});
    let pod = &mut live["spec"]["template"]["spec"];
    pod["dnsPolicy"] = json!("ClusterFirst");
    pod["securityContext"] = json!({});
    pod["schedulerName"] = json!("default-scheduler");
    pod["terminationGracePeriodSeconds"] = json!(30);
    pod["containers"][0]["imagePullPolicy"] = json!("IfNotPresent");
    pod["containers"][1]["imagePullPolicy"] = json!("Always");
    pod["containers"][0]["terminationMessagePath"] = json!("/dev/termination-log");
    pod["containers"][0]["ports"][0]["protocol"] = json!("TCP");
    pod["containers"][0]["resources"] =
        json!({"limits": {"memory": "1024Mi", "cpu": "500m"}, "requests": {"memory": "1Gi", "cpu": "500m"}});
    assert!(between(&stateful_set(), &live).changes.is_empty(), "{:#?}", between(&stateful_set(), &live));
}

#[test]
fn consequences_are_reported() {
    let before = stateful_set();
    let image = at("/spec/template/spec/containers/0/image", json!("pulsar:4.1"));
    assert_eq!(follows(&before, &image), Consequence::restart(Pods::exactly(3)));
    assert_eq!(between(&before, &image).restarts["p-bookie"], Pods::exactly(3));
    assert!(between(&before, &at("/spec/serviceName", json!("x"))).changes[0].has(Kind::Replace));
    assert!(follows(&before, &at("/spec/replicas", json!(2))).kind == Kind::DataLoss);
    assert_eq!(follows(&before, &at("/spec/replicas", json!(4))), Consequence::plain(Kind::InPlace));
    let claim = "/spec/volumeClaimTemplates/0";
    let size = format!("{claim}/spec/resources/requests/storage");
    assert!(follows(&before, &at(&size, json!("9Gi"))).kind == Kind::DataLoss);
    assert!(follows(&before, &at(&size, json!("11Gi"))).kind == Kind::Replace);
    let name = format!("{claim}/metadata/name");
    assert!(follows(&before, &at(&name, json!("other"))).kind == Kind::DataLoss);
    let renamed = at("/metadata/name", json!("q-bookie"));
    let why = follows(&before, &renamed).to_string();
    assert!(why.contains("renamed to q-bookie"), "{why}");
}

#[test]
fn immutable_fields_are_reported() {
    for (kind, old, new) in [
        ("Service", json!({"spec": {"clusterIP": "None"}}), json!({"spec": {}})),
        ("Service", json!({"spec": {"clusterIP": "10.0.0.1"}}), json!({"spec": {"clusterIP": "10.0.0.2"}})),
        // Where none was written the server has chosen one.
        ("Service", json!({"spec": {}}), json!({"spec": {"clusterIP": "10.0.0.2"}})),
        ("StorageClass", json!({"provisioner": "a"}), json!({"provisioner": "b"})),
        ("RoleBinding", json!({"roleRef": {"name": "a"}}), json!({"roleRef": {"name": "b"}})),
        (
            "Secret",
            json!({"immutable": true, "data": {"a": "YQ=="}}),
            json!({"immutable": true, "data": {"a": "Yg=="}}),
        ),
        ("ConfigMap", json!({"immutable": true, "data": {"a": "1"}}), json!({"data": {"a": "2"}})),
        (
            "Job",
            json!({"spec": {"template": {"spec": {"x": 1}}}}),
            json!({"spec": {"template": {"spec": {"x": 2}}}}),
        ),
        (
            "PersistentVolumeClaim",
            json!({"spec": {"storageClassName": "a"}}),
            json!({"spec": {"storageClassName": "b"}}),
        ),
        ("Deployment", json!({"spec": {"selector": {"a": "1"}}}), json!({"spec": {"selector": {"a": "2"}}})),
        ("DaemonSet", json!({"spec": {"selector": {"a": "1"}}}), json!({"spec": {"selector": {"a": "2"}}})),
        ("StatefulSet", json!({"spec": {"selector": {"a": "1"}}}), json!({"spec": {"selector": {"a": "2"}}})),
        ("StatefulSet", json!({"spec": {}}), json!({"spec": {"podManagementPolicy": "Parallel"}})),
        ("StatefulSet", json!({"spec": {"serviceName": "a"}}), json!({"spec": {"serviceName": "b"}})),
        (
            "StatefulSet",
            json!({"spec": {"volumeClaimTemplates": [{"metadata": {"name": "a"}, "spec": {"storageClassName": "a"}}]}}),
            json!({"spec": {"volumeClaimTemplates": [{"metadata": {"name": "a"}, "spec": {"storageClassName": "b"}}]}}),
        ),
        (
            "PersistentVolume",
            json!({"spec": {"local": {"path": "/a"}}}),
            json!({"spec": {"local": {"path": "/b"}}}),
        ),
        ("ClusterRoleBinding", json!({"roleRef": {"name": "a"}}), json!({"roleRef": {"name": "b"}})),
        ("Secret", json!({"type": "a"}), json!({"type": "b"})),
        ("StorageClass", json!({"parameters": {"a": "1"}}), json!({"parameters": {"a": "2"}})),
        (
            "StorageClass",
            json!({"volumeBindingMode": "Immediate"}),
            json!({"volumeBindingMode": "WaitForFirstConsumer"}),
        ),
    ] {
        let object = |mut value: Value| {
            value["kind"] = json!(kind);
            value["apiVersion"] = json!("v1");
            value["metadata"] = json!({"name": "n"});
            value
        };
        let changes = between(&object(old), &object(new)).changes;
        let first = changes.first().expect("a difference");
        assert!(first.has(Kind::Replace), "{kind}: {first:?}");
    }
}

fn object(kind: &str, name: &str, rest: Value) -> Value {
    let mut object = rest;
    object["kind"] = json!(kind);
    object["apiVersion"] = json!("v1");
    object["metadata"]["name"] = json!(name);
    object
}

#[test]
fn data_loss_is_reported() {
    let bookie = stateful_set();
    let claims = at("/spec/volumeClaimTemplates", json!([]));
    let claim = |size: &str| {
        object("PersistentVolumeClaim", "c", json!({"spec": {"resources": {"requests": {"storage": size}}}}))
    };
    let places =
        |url: &str| object("ConfigMap", "m", json!({"data": {"PULSAR_PREFIX_metadataStoreUrl": url}}));
    let changed = [
        (&bookie, &claims),
        (&claim("10Gi"), &claim("9Gi")),
        (&places("zk:a:2181/a"), &places("zk:a:2181/b")),
    ];
    for (old, new) in changed {
        assert!(follows(old, new).kind == Kind::DataLoss, "{old} {new}");
    }
    for kind in ["PersistentVolumeClaim", "PersistentVolume", "Namespace"] {
        let gone = compare(&[object(kind, "n", json!({}))], &[], "ns", &data());
        assert_eq!(worst(&gone).kind, Kind::DataLoss, "{kind}");
    }
    let why = worst(&compare(std::slice::from_ref(&bookie), &[], "ns", &data())).to_string();
    assert!(why.contains("messages"), "{why}");
    let stateless = object("Deployment", "d", json!({}));
    assert_eq!(worst(&compare(&[stateless], &[], "ns", &data())).kind, Kind::InPlace);
}

#[test]
fn under_an_autoscaler_the_pods_are_a_range() {
    let broker = |image: &str| {
        object(
            "StatefulSet",
            "broker",
            json!({"spec": {"template": {"spec": {"containers": [{"name": "a", "image": image}]}}}}),
        )
    };
    let scaler = object(
        "HorizontalPodAutoscaler",
        "broker",
        json!({"spec": {"minReplicas": 2, "maxReplicas": 8, "scaleTargetRef": {"kind": "StatefulSet", "name": "broker"}}}),
    );
    let changes = compare(&[broker("a:1"), scaler.clone()], &[broker("a:2"), scaler], "ns", &data());
    let pods = Pods { least: 2, most: 8 };
    assert_eq!(worst(&changes), Consequence::restart(pods));
    assert_eq!(worst(&changes).to_string(), "rolling restart of 2 to 8 pods");
    assert_eq!(
        serde_json::to_value(&changes.restarts).expect("JSON"),
        json!({"broker": {"least": 2, "most": 8}})
    );
}

#[test]
fn server_defaults_of_other_kinds_make_no_difference() {
    for (kind, ours, live) in [
        (
            "Role",
            json!({"rules": [{"verbs": ["get", "list"], "resources": ["pods"]}]}),
            json!({"rules": [{"verbs": ["list", "get"], "resources": ["pods"]}]}),
        ),
        (
            "RoleBinding",
            json!({"roleRef": {"name": "a"}}),
            json!({"roleRef": {"name": "a", "apiGroup": "rbac.authorization.k8s.io"}}),
        ),
        (
            "Certificate",
            json!({"spec": {"issuerRef": {"name": "a"}, "dnsNames": ["a", "b"]}}),
            json!({"spec": {"issuerRef": {"name": "a", "kind": "Issuer", "group": "cert-manager.io"}, "dnsNames": ["b", "a"]}, "status": {"conditions": []}}),
        ),
        (
            "PodMonitor",
            json!({"spec": {"podMetricsEndpoints": [{"relabelings": [{"targetLabel": "a"}]}]}}),
            json!({"spec": {"podMetricsEndpoints": [{"relabelings": [{"targetLabel": "a", "action": "replace"}]}]}}),
        ),
        (
            "Ingress",
            json!({"spec": {"rules": []}}),
            json!({"spec": {"rules": [], "ingressClassName": "nginx"}, "metadata": {"uid": "u"}, "status": {"loadBalancer": {}}}),
        ),
        (
            "HorizontalPodAutoscaler",
            json!({"spec": {"maxReplicas": 3}}),
            json!({"spec": {"maxReplicas": 3, "minReplicas": 1, "metrics": [{"type": "Resource", "resource": {"name": "cpu", "target": {"type": "Utilization", "averageUtilization": 80}}}]}}),
        ),
        (
            "PodDisruptionBudget",
            json!({"spec": {"maxUnavailable": 1}}),
            json!({"spec": {"maxUnavailable": 1}, "status": {"currentHealthy": 3}}),
        ),
    ] {
        let changes = between(&object(kind, "n", ours), &object(kind, "n", live)).changes;
        assert!(changes.is_empty(), "{kind}: {changes:#?}");
    }
}

#[test]
fn two_objects_of_one_identity_contradict_each_other() {
    let map = |value: &str| object("ConfigMap", "m", json!({"data": {"k": value}}));
    assert!(contradictions(&[map("1"), map("1")], "ns").is_empty());
    let found = contradictions(&[map("1"), map("2"), map("1")], "ns");
    assert_eq!(found.iter().map(ToString::to_string).collect::<Vec<_>>(), ["ConfigMap/m"]);
}

#[test]
fn a_secret_shows_no_value() {
    let secret = |text: &str| json!({"apiVersion": "v1", "kind": "Secret", "metadata": {"name": "s"}, "stringData": {"k": text}});
    let data =
        json!({"apiVersion": "v1", "kind": "Secret", "metadata": {"name": "s"}, "data": {"k": "b25l"}});
    assert!(between(&secret("one"), &data).changes.is_empty());
    let shown = serde_json::to_string(&between(&secret("one"), &secret("two"))).expect("JSON");
    assert!(shown.contains("<hidden>") && !shown.contains("b25l") && !shown.contains("dHdv"), "{shown}");
}

#[test]
fn a_config_map_restarts_only_whom_its_checksum_restarts() {
    let map = |value: &str| json!({"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "m"}, "data": {"k": value}});
    let set = |sum: &str| {
        json!({"apiVersion": "apps/v1", "kind": "StatefulSet", "metadata": {"name": "s"}, "spec": {"replicas": 2,
            "template": {"metadata": {"annotations": {"checksum": sum}},
                "spec": {"containers": [{"name": "c", "envFrom": [{"configMapRef": {"name": "m"}}]}]}}}})
    };
    let of = |sum: &str| {
        let changes = compare(&[map("1"), set("a")], &[map("2"), set(sum)], "ns", &data()).changes;
        let map = changes.into_iter().find(|change| change.object.kind == "ConfigMap").expect("it");
        map.consequences.into_iter().next().expect("a consequence")
    };
    assert_eq!(of("a"), Consequence::plain(Kind::NextRestart));
    assert_eq!(of("b"), Consequence::restart(Pods::exactly(2)));
}

fn paths(value: &Value, at: &str, found: &mut Vec<String>) {
    match value {
        Value::Object(map) => map.iter().for_each(|(key, value)| paths(value, &format!("{at}/{key}"), found)),
        Value::Array(list) => {
            list.iter().enumerate().for_each(|(i, v)| paths(v, &format!("{at}/{i}"), found));
        }
        _ => found.push(at.to_owned()),
    }
}

proptest! {
    #[test]
    fn the_order_of_keyed_lists_makes_no_difference(containers in any::<bool>(), env in any::<bool>(), ports in any::<bool>()) {
        let mut other = stateful_set();
        let pod = &mut other["spec"]["template"]["spec"];
        for (on, pointer) in [(env, "/containers/0/env"), (ports, "/containers/0/ports"), (containers, "/containers")] {
            if let (true, Some(list)) = (on, pod.pointer_mut(pointer).and_then(Value::as_array_mut)) {
                list.reverse();
            }
        }
        prop_assert!(between(&stateful_set(), &other).changes.is_empty());
    }

    #[test]
    fn any_leaf_that_changes_is_seen(index in any::<prop::sample::Index>(), text in "[a-z]{3,12}") {
        let mut leaves = Vec::new();
        paths(&stateful_set(), "", &mut leaves);
        let leaf = index.get(&leaves);
        let changed = at(leaf, Value::String(text));
        prop_assume!(changed != stateful_set());
        // The version of an API is none of an object, and a group that changes makes another one.
        prop_assume!(leaf != "/apiVersion");
        prop_assert!(!between(&stateful_set(), &changed).changes.is_empty(), "{}", leaf);
    }
}

//! Each rule in its dangerous direction and in its harmless one.

use pulsarc_catalogue::Program;
use pulsarc_diff::{ComponentFacts, Facts, Kind, compare};
use pulsarc_model::{Departure, Ending, Members, Stage};
use serde_json::{Value, json};
use std::collections::BTreeSet;

const fn facts(
    block: &'static str,
    persists: Option<&'static str>,
    programs: &'static [Program],
) -> ComponentFacts {
    ComponentFacts {
        block,
        image: "",
        persists,
        departure: Departure::UNNOTICED,
        stage: Stage::Rest,
        rollout: None,
        programs,
    }
}

/// What the components here say about themselves.
fn published() -> Facts {
    let mut voters = facts("voters", Some("metadata"), &[Program::ZooKeeper]);
    voters.departure.members = Members::Voters;
    let mut holders = facts("holders", Some("messages"), &[Program::BookKeeper]);
    holders.departure.members = Members::Holders;
    holders.departure.drain = Some(|leaving| vec![format!("drain {}-{}", leaving.set, leaving.ordinal)]);
    let mut broker = facts("broker", None, &[Program::Broker]);
    broker.departure.one = "topics move";
    broker.departure.last = Some(Ending::Clients("nobody serves"));
    let mut repair = facts("repair", None, &[Program::BookKeeper]);
    repair.departure.last = Some(Ending::Messages("nobody repairs"));
    let worker = facts("worker", None, &[Program::Worker]);
    [("voters", voters), ("holders", holders), ("broker", broker), ("repair", repair), ("worker", worker)]
        .map(|(label, facts)| (label.to_owned(), facts))
        .into()
}

fn object(kind: &str, component: &str, rest: Value) -> Value {
    let mut object = rest;
    object["apiVersion"] = json!("v1");
    object["kind"] = json!(kind);
    object["metadata"]["name"] = json!(format!("p-{component}"));
    object["metadata"]["labels"]["component"] = json!(component);
    object
}

#[allow(clippy::needless_pass_by_value, reason = "each pod is written where it is passed")]
fn workload(component: &str, replicas: u64, pod: Value) -> Value {
    let template = json!({"metadata": {"labels": {"component": component}}, "spec": pod});
    object("StatefulSet", component, json!({"spec": {"replicas": replicas, "template": template}}))
}

/// The kinds of everything that follows, without restarts and what happens in place.
fn dangers(old: &[Value], new: &[Value]) -> BTreeSet<Kind> {
    let changes = compare(old, new, "ns", &published()).changes;
    let kinds = changes.iter().flat_map(|change| &change.consequences).map(|one| one.kind);
    kinds.filter(|kind| !matches!(kind, Kind::Restart | Kind::NextRestart | Kind::InPlace)).collect()
}

/// Checks that a change has one danger, and the way back another one or none.
fn both_ways(what: &str, old: &[Value], new: &[Value], there: Option<Kind>, back: Option<Kind>) {
    assert_eq!(dangers(old, new), there.into_iter().collect(), "{what}");
    assert_eq!(dangers(new, old), back.into_iter().collect(), "{what}, the way back");
}

fn settings(component: &str, data: &Value) -> Value {
    object("ConfigMap", component, json!({ "data": data }))
}

#[test]
fn settings_are_dangerous_in_one_direction() {
    use Kind::{DisconnectsClients as Cut, LosesMessages as Lose, WeakensSecurity as Weak};
    let none = json!({});
    for (old, new, there, back) in [
        // What is absent has the program's own default.
        (&none, json!({"defaultRetentionTimeInMinutes": "10"}), None, Some(Lose)),
        (
            &json!({"defaultRetentionSizeInMB": "-1"}),
            json!({"defaultRetentionSizeInMB": "1000"}),
            Some(Lose),
            None,
        ),
        (&none, json!({"ttlDurationDefaultInSeconds": "60"}), Some(Lose), None),
        (&none, json!({"PULSAR_PREFIX_ttlDurationDefaultInSeconds": "60"}), Some(Lose), None),
        (&none, json!({"subscriptionExpirationTimeMinutes": "60"}), Some(Lose), None),
        (&none, json!({"brokerDeleteInactiveTopicsEnabled": "false"}), None, Some(Lose)),
        (&none, json!({"brokerDeleteInactiveTopicsMaxInactiveDurationSeconds": "600"}), None, Some(Lose)),
        (
            &json!({"backlogQuotaDefaultRetentionPolicy": "consumer_backlog_eviction"}),
            json!({"backlogQuotaDefaultRetentionPolicy": "consumer_backlog_eviction", "backlogQuotaDefaultLimitGB": "7"}),
            Some(Lose),
            None,
        ),
        (&none, json!({"backlogQuotaDefaultLimitGB": "7"}), Some(Cut), None),
        (&none, json!({"backlogQuotaDefaultRetentionPolicy": "consumer_backlog_eviction"}), Some(Lose), None),
        (
            &none,
            json!({"managedLedgerDefaultWriteQuorum": "3", "managedLedgerDefaultAckQuorum": "2"}),
            None,
            Some(Lose),
        ),
        (&none, json!({"managedLedgerDefaultEnsembleSize": "3"}), None, None),
        (&none, json!({"authenticationEnabled": "true"}), Some(Cut), Some(Weak)),
        (&none, json!({"authenticationEnabled": "yes"}), None, None),
        (&none, json!({"authorizationEnabled": "TRUE"}), Some(Cut), Some(Weak)),
        (&none, json!({"superUserRoles": "admin"}), None, None),
        (
            &json!({"authorizationEnabled": "true", "superUserRoles": "a,b"}),
            json!({"authorizationEnabled": "true", "superUserRoles": "b"}),
            Some(Cut),
            Some(Weak),
        ),
        (
            &json!({"authenticationEnabled": "true", "tokenPublicKey": "file:///a"}),
            json!({"authenticationEnabled": "true", "tokenSecretKey": "file:///b"}),
            Some(Cut),
            Some(Cut),
        ),
        (&none, json!({"tokenPublicKey": "file:///a"}), None, None),
        (&none, json!({"tlsAllowInsecureConnection": "true"}), Some(Weak), Some(Cut)),
        (&json!({"brokerServicePort": "6650"}), json!({"brokerServicePort": ""}), Some(Cut), None),
        (
            &json!({"brokerServicePort": "", "brokerServicePortTls": "6651"}),
            json!({"brokerServicePort": "6650", "brokerServicePortTls": "6651"}),
            Some(Weak),
            Some(Cut),
        ),
        (&none, json!({"maxMessageSize": "1000"}), Some(Cut), None),
        (&none, json!({"maxProducersPerTopic": "10"}), Some(Cut), None),
        (&none, json!({"advertisedAddress": "a.example"}), Some(Cut), Some(Cut)),
        (&none, json!({"dispatcherMaxReadBatchSize": "10"}), None, None),
    ] {
        let sides = [settings("broker", old), settings("broker", &new)];
        both_ways(&format!("{old} -> {new}"), &sides[..1], &sides[1..], there, back);
    }
}

#[test]
fn settings_of_other_programs_are_read_too() {
    use Kind::{DataLoss, DisconnectsClients as Cut, LosesMessages as Lose, WeakensSecurity as Weak};
    let none = json!({});
    for (component, old, new, there, back) in [
        ("holders", &none, json!({"journalSyncData": "false"}), Some(Lose), None),
        ("holders", &none, json!({"advertisedAddress": "a"}), Some(DataLoss), Some(DataLoss)),
        ("voters", &none, json!({"forceSync": "no"}), Some(Lose), None),
        ("worker", &none, json!({"PF_authenticationEnabled": "true"}), Some(Cut), Some(Weak)),
        (
            "worker",
            &json!({"PF_authenticationEnabled": "true", "PF_properties_tokenPublicKey": "a"}),
            json!({"PF_authenticationEnabled": "true", "PF_properties_tokenPublicKey": "b"}),
            Some(Cut),
            Some(Cut),
        ),
        ("broker", &json!({"clusterName": "a"}), json!({"clusterName": "b"}), Some(DataLoss), Some(DataLoss)),
        ("broker", &json!({"metadataStoreUrl": "zk:a:1"}), json!({"metadataStoreUrl": "zk:a:2"}), None, None),
    ] {
        let sides = [settings(component, old), settings(component, &new)];
        both_ways(&format!("{component}: {old} -> {new}"), &sides[..1], &sides[1..], there, back);
    }
    let pod =
        |variables: Value| workload("broker", 1, json!({"containers": [{"name": "b", "env": variables}]}));
    let variable =
        [pod(json!([])), pod(json!([{"name": "PULSAR_PREFIX_ttlDurationDefaultInSeconds", "value": "9"}]))];
    both_ways("a variable of a container", &variable[..1], &variable[1..], Some(Lose), None);
}

#[test]
fn voters_change_by_one_and_holders_are_drained() {
    use Kind::{DataLoss, Stepwise};
    for (component, old, new, there, back) in [
        ("voters", 3, 5, vec![Stepwise], vec![DataLoss, Stepwise]),
        ("voters", 1, 3, vec![Stepwise], vec![DataLoss, Stepwise]),
        ("voters", 3, 4, vec![], vec![]),
        ("voters", 2, 3, vec![], vec![]),
        ("holders", 3, 5, vec![], vec![DataLoss]),
        ("broker", 2, 3, vec![], vec![]),
        ("broker", 0, 3, vec![], vec![Kind::DisconnectsClients]),
    ] {
        let sides = [workload(component, old, json!({})), workload(component, new, json!({}))];
        let is: Vec<Kind> = dangers(&sides[..1], &sides[1..]).into_iter().collect();
        assert_eq!(is, there, "{component}: {old} -> {new}");
        let is: Vec<Kind> = dangers(&sides[1..], &sides[..1]).into_iter().collect();
        assert_eq!(is, back, "{component}: {new} -> {old}");
    }
    let sides = [workload("holders", 4, json!({})), workload("holders", 2, json!({}))];
    let changes = compare(&sides[..1], &sides[1..], "ns", &published()).changes;
    assert_eq!(changes[0].consequences[0].procedure, ["drain p-holders-3", "drain p-holders-2"]);
    let sides = [workload("voters", 3, json!({})), workload("voters", 5, json!({}))];
    let changes = compare(&sides[..1], &sides[1..], "ns", &published()).changes;
    let steps = changes[0].consequences[0].procedure.join("\n");
    assert!(steps.contains("manifests-4.yaml") && steps.contains("manifests-5.yaml"), "{steps}");
}

#[test]
fn ways_in_that_close_and_open() {
    use Kind::{DisconnectsClients as Cut, WeakensSecurity as Weak};
    let service = |spec: Value| object("Service", "broker", json!({ "spec": spec }));
    let ports = |ports: &[u16]| ports.iter().map(|port| json!({"port": port})).collect::<Value>();
    let ingress = |paths: &[&str]| {
        let paths: Value = paths.iter().map(|path| json!({"path": path})).collect();
        object("Ingress", "proxy", json!({"spec": {"rules": [{"host": "h", "http": {"paths": paths}}]}}))
    };
    let policy = |from: Value| {
        let spec =
            json!({"podSelector": {"matchLabels": {"component": "broker"}}, "ingress": [{"from": from}]});
        object("NetworkPolicy", "broker", json!({ "spec": spec }))
    };
    let pods = json!([{"podSelector": {"matchLabels": {"component": "proxy"}}}]);
    for (what, old, new, there, back) in [
        (
            "a port",
            service(json!({"ports": ports(&[1, 2])})),
            service(json!({"ports": ports(&[1])})),
            Some(Cut),
            None,
        ),
        (
            "a target port",
            service(json!({"ports": [{"port": 1}]})),
            service(json!({"ports": [{"port": 1, "targetPort": 2}]})),
            None,
            None,
        ),
        (
            "a load balancer",
            service(json!({"type": "LoadBalancer"})),
            service(json!({})),
            Some(Cut),
            Some(Weak),
        ),
        (
            "an internal load balancer",
            service(json!({"type": "LoadBalancer", "loadBalancerSourceRanges": ["10.0.0.0/8"]})),
            service(json!({"loadBalancerSourceRanges": ["10.0.0.0/8"]})),
            Some(Cut),
            None,
        ),
        ("an address", service(json!({"loadBalancerIP": "1.2.3.4"})), service(json!({})), Some(Cut), None),
        (
            "sources",
            service(json!({"loadBalancerSourceRanges": ["10.0.0.0/8", "11.0.0.0/8"]})),
            service(json!({"loadBalancerSourceRanges": ["10.0.0.0/8"]})),
            Some(Cut),
            Some(Weak),
        ),
        ("a path", ingress(&["/a", "/b"]), ingress(&["/a"]), Some(Cut), None),
        ("a policy's sources", policy(pods), policy(json!([])), Some(Weak), Some(Cut)),
    ] {
        both_ways(what, &[old], &[new], there, back);
    }
}

#[test]
fn objects_that_protect_are_missed_only_by_pods_that_stay() {
    use Kind::{DisconnectsClients as Cut, WeakensSecurity as Weak};
    let pods = workload("broker", 3, json!({"serviceAccountName": "acct"}));
    let selector = json!({"matchLabels": {"component": "broker"}});
    let policy = object("NetworkPolicy", "broker", json!({"spec": {"podSelector": selector, "ingress": []}}));
    let budget =
        object("PodDisruptionBudget", "broker", json!({"spec": {"selector": selector, "maxUnavailable": 1}}));
    let binding = object(
        "RoleBinding",
        "broker",
        json!({"roleRef": {"kind": "Role", "name": "r"}, "subjects": [{"kind": "ServiceAccount", "name": "acct"}]}),
    );
    for (protection, there, back) in
        [(policy, Some(Weak), Some(Cut)), (budget, Some(Cut), None), (binding, Some(Cut), None)]
    {
        let (with, without) = ([pods.clone(), protection.clone()], [pods.clone()]);
        both_ways(&protection["kind"].to_string(), &with, &without, there, back);
        assert!(dangers(&[protection], &[]).is_empty());
    }
}

#[test]
fn copies_share_a_node_only_with_a_warning() {
    let terms = json!([{"topologyKey": "kubernetes.io/hostname"}]);
    let spread =
        json!({"affinity": {"podAntiAffinity": {"requiredDuringSchedulingIgnoredDuringExecution": terms}}});
    for (component, there) in
        [("holders", Some(Kind::LosesMessages)), ("voters", Some(Kind::DisconnectsClients)), ("broker", None)]
    {
        let sides = [workload(component, 3, spread.clone()), workload(component, 3, json!({}))];
        both_ways(component, &sides[..1], &sides[1..], there, None);
        let alone = [workload(component, 1, spread.clone()), workload(component, 1, json!({}))];
        both_ways(component, &alone[..1], &alone[1..], None, None);
    }
}

#[test]
fn roles_lose_and_gain_permissions() {
    use Kind::{DisconnectsClients as Cut, WeakensSecurity as Weak};
    let role = |resources: &[&str], verbs: &[&str]| {
        object(
            "Role",
            "broker",
            json!({"rules": [{"apiGroups": [""], "resources": resources, "verbs": verbs}]}),
        )
    };
    both_ways("a verb", &[role(&["pods"], &["get", "list"])], &[role(&["pods"], &["get"])], Some(Cut), None);
    both_ways(
        "secrets",
        &[role(&["pods"], &["get"])],
        &[role(&["pods", "secrets"], &["get"])],
        Some(Weak),
        Some(Cut),
    );
    both_ways("any verb", &[role(&["pods"], &["get"])], &[role(&["pods"], &["*"])], Some(Weak), Some(Cut));
    both_ways("the order", &[role(&["a", "b"], &["get"])], &[role(&["b", "a"], &["get"])], None, None);
}

#[test]
fn pods_get_and_lose_privileges() {
    use Kind::WeakensSecurity as Weak;
    let pod = |context: Value| workload("broker", 1, json!({"securityContext": context}));
    let container = |context: Value| {
        workload("broker", 1, json!({"containers": [{"name": "b", "securityContext": context}]}))
    };
    for (old, new) in [
        (pod(json!({"runAsNonRoot": true})), pod(json!({"runAsNonRoot": false}))),
        (pod(json!({"runAsNonRoot": true, "fsGroup": 0})), pod(json!({"fsGroup": 0}))),
        (pod(json!({"seccompProfile": {"type": "RuntimeDefault"}})), pod(json!({}))),
        (container(json!({"readOnlyRootFilesystem": true})), container(json!({}))),
        (
            container(json!({"capabilities": {"drop": ["ALL"]}})),
            container(json!({"capabilities": {"drop": ["NET_RAW"]}})),
        ),
        (container(json!({})), container(json!({"privileged": true}))),
        (container(json!({})), container(json!({"capabilities": {"add": ["SYS_ADMIN"]}}))),
        (workload("broker", 1, json!({})), workload("broker", 1, json!({"hostNetwork": true}))),
    ] {
        both_ways(&new.to_string(), &[old], std::slice::from_ref(&new), Some(Weak), None);
    }
    both_ways("a group", &[pod(json!({"fsGroup": 0}))], &[pod(json!({"fsGroup": 10}))], None, None);
}

#[test]
fn what_repairs_is_missed() {
    use Kind::LosesMessages as Lose;
    let (bookies, repair) = (workload("holders", 3, json!({})), workload("repair", 1, json!({})));
    both_ways("the workload", &[bookies.clone(), repair.clone()], &[bookies], Some(Lose), None);
    let daemon = |on: &str| settings("holders", &json!({"autoRecoveryDaemonEnabled": on}));
    both_ways("the daemon in bookies", &[daemon("true")], &[daemon("false")], Some(Lose), None);
    both_ways(
        "a daemon beside pods",
        &[daemon("true"), repair.clone()],
        &[daemon("false"), repair],
        None,
        None,
    );
}

#[test]
fn a_job_that_has_run_is_replaced_only_for_other_work() {
    let job = |host: &str, image: &str| {
        let wait = json!({"name": "w", "args": [format!("until nslookup {host}; do sleep 1; done")]});
        object(
            "Job",
            "init",
            json!({"spec": {"template": {"spec": {"initContainers": [wait], "containers": [{"name": "c", "image": image}]}}}}),
        )
    };
    let waits = [job("a-2", "i"), job("a-4", "i")];
    both_ways("what it waits for", &waits[..1], &waits[1..], Some(Kind::Ignored), Some(Kind::Ignored));
    let works = [job("a-2", "i"), job("a-2", "j")];
    both_ways("its image", &works[..1], &works[1..], Some(Kind::Replace), Some(Kind::Replace));
}

#[test]
fn releases_go_forward_one_line_at_a_time() {
    let of = |tag: &str| {
        workload(
            "broker",
            1,
            json!({"containers": [{"name": "b", "image": format!("apachepulsar/pulsar:{tag}")}]}),
        )
    };
    let kinds = |old: &str, new: &str| dangers(&[of(old)], &[of(new)]);
    assert_eq!(kinds("4.0.8", "5.0.1"), BTreeSet::new());
    assert_eq!(kinds("4.0.12", "4.0.8"), BTreeSet::new(), "a patch release");
    assert_eq!(kinds("5.0.1", "4.0.8"), BTreeSet::from([Kind::DataLoss]));
    assert_eq!(kinds("3.0.7", "5.0.1"), BTreeSet::from([Kind::Stepwise]));
    let other = |tag: &str| {
        workload(
            "holders",
            1,
            json!({"containers": [{"name": "b", "image": format!("apachepulsar/pulsar:{tag}")}]}),
        )
    };
    let mixed = dangers(&[of("4.0.8"), other("4.0.8")], &[of("5.0.1"), other("4.0.8")]);
    assert_eq!(mixed, BTreeSet::from([Kind::Stepwise]));
}

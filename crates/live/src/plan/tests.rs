//! Plans from what was seen, without a cluster.

use super::model::{Action, Choices, Growth, Plan, Procedure};
use super::observe::{Answer, Held, Notes, Seen, Trial};
use super::plan;
use crate::failure::Refusal;
use crate::inventory::{Entry, Inventory, applyset};
use crate::release::{Origin, Release, Wanted};
use crate::resource::{Resource, kind_of};
use pulsarc_diag::Secrets;
use pulsarc_diff::{Facts, Identity};
use serde_json::{Value, json};
use std::collections::BTreeMap;

fn release() -> Release {
    Release { name: "r".to_owned(), namespace: "ns".to_owned() }
}

/// A cluster as a test describes it.
struct Scene {
    wanted: Vec<Value>,
    seen: Seen,
    choices: Choices,
}

impl Scene {
    fn new() -> Self {
        let seen = Seen {
            inventory: Inventory { version: Some("1".to_owned()), ..Inventory::default() },
            wanted: BTreeMap::new(),
            live: BTreeMap::new(),
            claims: Vec::new(),
            classes: None,
            pods: Vec::new(),
            held: Held::default(),
            notes: Notes::default(),
        };
        Self { wanted: Vec::new(), seen, choices: Choices::default() }
    }

    /// A wanted object, with the live one if it exists and the server's answer.
    fn object(mut self, wanted: &Value, live: Option<&Value>, answer: Answer) -> Self {
        let id = Identity::of(wanted, "ns");
        let trial = Trial {
            resource: None,
            manifest: wanted.clone(),
            answer,
            conflicts: Vec::new(),
            force: false,
            known: true,
        };
        self.seen.wanted.insert(id.clone(), trial);
        self.seen.live.extend(live.map(|live| (id, live.clone())));
        self.wanted.push(wanted.clone());
        self
    }

    /// An object of the inventory that is no longer wanted.
    fn owned(mut self, live: &Value) -> Self {
        let id = Identity::of(live, "ns");
        let (group, _, kind) = kind_of(live);
        let resource = Resource::of_kind(group, kind).expect("it is known");
        let entry = Entry { resource, namespace: id.namespace.clone(), name: id.name.clone() };
        self.seen.inventory.objects.push(entry);
        self.seen.live.insert(id, live.clone());
        self
    }

    fn plan(self) -> Plan {
        let wanted = Wanted {
            release: release(),
            objects: self.wanted,
            facts: Facts::new(),
            needs: None,
            origin: Origin::default(),
            secrets: Secrets::default(),
        };
        plan(&wanted, self.seen, &self.choices, "https://x")
    }
}

fn steps(plan: &Plan) -> Vec<(Action, String)> {
    plan.steps.iter().map(|step| (step.action.clone(), step.object.to_string())).collect()
}

fn decisions(plan: &Plan) -> Vec<String> {
    plan.decisions.iter().map(ToString::to_string).collect()
}

fn refusal() -> Refusal {
    Refusal {
        status: 422,
        reason: "Invalid".to_owned(),
        message: "no".to_owned(),
        about: Box::default(),
        causes: Vec::new(),
    }
}

fn immutable(after: &Value) -> Answer {
    Answer::Immutable(after.clone(), refusal())
}

/// An object of this release.
fn ours(kind: &str, spec: &Value) -> Value {
    let api = match kind {
        "StatefulSet" => "apps/v1",
        "Job" => "batch/v1",
        _ => "v1",
    };
    let mut object = json!({"apiVersion": api, "kind": kind,
        "metadata": {"name": "a", "namespace": "ns", "uid": "u"}, "spec": spec});
    applyset::label(&mut object, &release());
    object
}

fn set(service: &str, image: &str) -> Value {
    let template = json!({"metadata": {"labels": {"app": "a"}}, "spec": {"containers": [{"name": "c", "image": image}]}});
    ours(
        "StatefulSet",
        &json!({"serviceName": service, "replicas": 2, "selector": {"matchLabels": {"app": "a"}}, "template": template}),
    )
}

fn job(script: &str) -> Value {
    let container = json!({"name": "c", "image": "x:1", "command": ["sh", "-c", script]});
    ours("Job", &json!({"template": {"spec": {"containers": [container]}}}))
}

fn completed(mut job: Value) -> Value {
    job["status"] = json!({"conditions": [{"type": "Complete", "status": "True"}]});
    job
}

#[test]
fn what_the_server_leaves_as_it_is_needs_no_step() {
    let live = set("a", "x:1");
    let plan = Scene::new().object(&live, Some(&live), Answer::Stored(live.clone())).plan();
    assert!(plan.is_empty() && plan.changes.changes.is_empty());
    assert_eq!(plan.versions.keys().collect::<Vec<_>>(), ["StatefulSet/a in ns"]);
}

#[test]
fn a_service_name_changes_with_the_pods_in_place_which_then_restart() {
    let (old, new) = (set("a", "x:1"), set("b", "x:1"));
    let plan = Scene::new().object(&new, Some(&old), immutable(&new)).plan();
    let keep = |restart| Action::By(Procedure::KeepPods { claims: Vec::new(), restart });
    assert_eq!(steps(&plan), [(keep(true), "StatefulSet/a".to_owned())]);
    assert!(decisions(&plan).contains(&"replace:StatefulSet/a".to_owned()));
    let restarts: Vec<&Vec<String>> = plan.restarts.iter().map(|restart| &restart.pods).collect();
    assert_eq!(restarts, [&["a-1", "a-0"]]);
    // A new template restarts them anyway.
    let new = set("b", "x:2");
    let plan = Scene::new().object(&new, Some(&old), immutable(&new)).plan();
    assert_eq!(steps(&plan), [(keep(false), "StatefulSet/a".to_owned())]);
    assert_eq!(plan.restarts.len(), 1);
}

#[test]
fn a_selector_that_pods_do_not_match_takes_them_along() {
    let (old, mut new) = (set("a", "x:1"), set("a", "x:1"));
    new["spec"]["selector"]["matchLabels"]["app"] = json!("b");
    new["spec"]["template"]["metadata"]["labels"]["app"] = json!("b");
    let plan = Scene::new().object(&new, Some(&old), immutable(&new)).plan();
    assert_eq!(steps(&plan), [(Action::By(Procedure::WithPods), "StatefulSet/a".to_owned())]);
}

#[test]
fn claims_grow_if_their_class_allows_it() {
    let with = |size: &str| {
        let mut set = set("a", "x:1");
        set["spec"]["volumeClaimTemplates"] =
            json!([{"metadata": {"name": "d"}, "spec": {"resources": {"requests": {"storage": size}}}}]);
        set
    };
    let planned = |allows: bool| {
        let (old, new) = (with("1Gi"), with("2Gi"));
        let mut scene = Scene::new().object(&new, Some(&old), immutable(&new));
        scene.seen.claims = vec![json!({"apiVersion": "v1", "kind": "PersistentVolumeClaim",
            "metadata": {"name": "d-a-0", "namespace": "ns"},
            "spec": {"storageClassName": "s", "resources": {"requests": {"storage": "1Gi"}}}})];
        scene.seen.classes =
            Some(BTreeMap::from([("s".to_owned(), json!({"allowVolumeExpansion": allows}))]));
        scene.plan()
    };
    let claims = vec![Growth { claim: "d-a-0".to_owned(), size: "2Gi".to_owned() }];
    let keep = Action::By(Procedure::KeepPods { claims, restart: false });
    assert_eq!(steps(&planned(true)), [(keep, "StatefulSet/a".to_owned())]);
    let plan = planned(false);
    assert_eq!(steps(&plan), []);
    let help = plan.rejections.first().and_then(|rejection| rejection.help.clone()).unwrap_or_default();
    assert!(help.contains("StorageClass s does not allow"), "{help}");
}

#[test]
fn a_completed_job_is_left_alone_if_only_what_it_waits_for_differs() {
    let wait = |host: &str| format!("until nslookup {host}; do\n  sleep 1\ndone\ninit");
    let (old, new) = (job(&wait("a")), job(&wait("b")));
    let plan = Scene::new().object(&new, Some(&completed(old.clone())), immutable(&new)).plan();
    assert!(plan.is_empty() && plan.changes.changes.is_empty());
    let plan = Scene::new().object(&new, Some(&old), immutable(&new)).plan();
    let recreate = [(Action::By(Procedure::Recreate), "Job/a".to_owned())];
    assert_eq!(steps(&plan), recreate, "it still waits");
    assert_eq!(decisions(&plan), ["replace:Job/a"]);
    let other = job("other");
    let plan = Scene::new().object(&other, Some(&completed(old)), immutable(&other)).plan();
    assert_eq!(steps(&plan), recreate);
}

#[test]
fn a_claim_is_never_created_again() {
    let claim = |class: &str| ours("PersistentVolumeClaim", &json!({"storageClassName": class}));
    let (old, new) = (claim("a"), claim("b"));
    let plan = Scene::new().object(&new, Some(&old), immutable(&new)).plan();
    assert_eq!(steps(&plan), []);
    assert!(plan.rejections.iter().all(|rejection| rejection.help.is_some()) && !plan.is_empty());
}

#[test]
fn what_the_server_does_change_in_place_is_no_replacement() {
    let (old, new) = (set("a", "x:1"), set("b", "x:1"));
    let plan = Scene::new().object(&new, Some(&old), Answer::Stored(new.clone())).plan();
    assert_eq!(steps(&plan), [(Action::Update, "StatefulSet/a".to_owned())]);
    assert!(!decisions(&plan).contains(&"replace:StatefulSet/a".to_owned()));
}

#[test]
fn an_object_that_is_being_deleted_is_created_again_once_it_is_gone() {
    let wanted = set("a", "x:1");
    let mut live = wanted.clone();
    live["metadata"]["deletionTimestamp"] = json!("2026-01-01T00:00:00Z");
    let plan = Scene::new().object(&wanted, Some(&live), Answer::Stored(live.clone())).plan();
    let keep = Action::By(Procedure::KeepPods { claims: Vec::new(), restart: false });
    assert_eq!(steps(&plan), [(keep, "StatefulSet/a".to_owned())]);
    assert!(plan.decisions.is_empty());
}

#[test]
fn an_object_of_another_release_is_not_taken() {
    let wanted = set("a", "x:1");
    let mut live = wanted.clone();
    live["metadata"]["labels"][applyset::PART_OF] = json!("applyset-other-v1");
    let plan = Scene::new().object(&wanted, Some(&live), Answer::Stored(wanted.clone())).plan();
    assert!(plan.steps.is_empty() && plan.rejections.len() == 1);
}

#[test]
fn unwanted_objects_go_and_data_stays() {
    let claim = ours("PersistentVolumeClaim", &json!({}));
    let service = ours("Service", &json!({}));
    let plan = Scene::new().owned(&claim).owned(&service).plan();
    assert_eq!(steps(&plan), [(Action::Delete, "Service/a".to_owned())]);
    assert_eq!(
        plan.kept.iter().map(|kept| kept.object.to_string()).collect::<Vec<_>>(),
        ["PersistentVolumeClaim/a"]
    );
    let mut named = Scene::new().owned(&claim);
    named.choices.delete_data.insert("a".to_owned());
    assert_eq!(steps(&named.plan()), [(Action::Delete, "PersistentVolumeClaim/a".to_owned())]);
    let mut foreign = service;
    foreign["metadata"]["labels"] = json!({});
    assert!(Scene::new().owned(&foreign).plan().is_empty(), "it has lost the label of the release");
}

#[test]
fn the_claims_of_a_deleted_set_stay() {
    let mut set = set("a", "x:1");
    set["spec"]["volumeClaimTemplates"] = json!([{"metadata": {"name": "d"}}]);
    let scene = || {
        let mut scene = Scene::new().owned(&set);
        scene.seen.claims = vec![json!({"apiVersion": "v1", "kind": "PersistentVolumeClaim",
            "metadata": {"name": "d-a-0", "namespace": "ns"}})];
        scene
    };
    let plan = scene().plan();
    assert_eq!(steps(&plan), [(Action::Delete, "StatefulSet/a".to_owned())]);
    assert_eq!(plan.kept.len(), 1);
    let mut named = scene();
    named.choices.delete_data.insert("d-a-0".to_owned());
    assert_eq!(named.plan().steps.len(), 2);
}

#[test]
fn pods_with_the_old_service_name_restart_after_an_interrupted_run() {
    let live = set("b", "x:1");
    let mut scene = Scene::new().object(&live, Some(&live), Answer::Stored(live.clone()));
    scene.seen.pods =
        vec![json!({"metadata": {"name": "a-0", "namespace": "ns"}, "spec": {"subdomain": "a"}})];
    let keep = Action::By(Procedure::KeepPods { claims: Vec::new(), restart: true });
    assert_eq!(steps(&scene.plan()), [(keep, "StatefulSet/a".to_owned())]);
}

#[test]
fn a_plan_holds_no_secret_of_the_cluster() {
    let secret = |value: &str| {
        let mut secret = ours("Secret", &json!({}));
        secret["data"] = json!({"key": value});
        secret
    };
    let (old, new) = (secret("aHVudGVyMg=="), secret("Y29ycmVjdCBob3JzZQ=="));
    let leaky = Refusal { message: "invalid value \"hunter2\"".to_owned(), ..refusal() };
    let config = ours("ConfigMap", &json!({}));
    let mut scene = Scene::new().object(&new, Some(&old), Answer::Stored(new.clone())).object(
        &config,
        None,
        Answer::Rejected(leaky),
    );
    scene.seen.notes.warnings.insert("the server says correct horse".to_owned());
    let text = serde_json::to_string(&scene.plan()).expect("it is data");
    for hidden in ["hunter2", "aHVudGVyMg", "correct horse", "Y29ycmVjdCBob3JzZQ"] {
        assert!(!text.contains(hidden), "{text}");
    }
}

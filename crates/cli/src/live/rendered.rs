//! Plans and ends as they are shown: what a user relies on is in each format, and no text of a cluster acts on its reader.

use super::shown::Tally;
use super::{events, github, markdown, outcome, shown, state, text};
use pulsarc_diag::sanitize::acts;
use pulsarc_diff::{Change, ChangeKind, Changes, Consequence, Field, FieldChange, Identity, Kind, Pods};
use pulsarc_live::{
    Acceptance, Action, Conflict, Growth, Kept, Missing, Outcome, Plan, Procedure, Refusal, Rejection,
    Release, Restart, Status, Step, Stopped,
};
use pulsarc_model::Stage;
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet};

/// What a cluster may hold in a name of a manager, a message or a value.
const HOSTILE: &str = "\u{1b}[2J\u{202e}\r\n::error::x [a](https://evil) <img src=x> @team `b`";

fn object(kind: &str, name: &str) -> Identity {
    Identity {
        group: "apps".to_owned(),
        kind: kind.to_owned(),
        namespace: Some("messaging".to_owned()),
        name: name.to_owned(),
    }
}

fn empty() -> Plan {
    Plan {
        release: Release { name: "orders".to_owned(), namespace: "messaging".to_owned() },
        server: "https://10.0.0.1:6443/".to_owned(),
        revision: 4,
        fingerprint: "00".to_owned(),
        changes: Changes::default(),
        steps: Vec::new(),
        kept: Vec::new(),
        conflicts: Vec::new(),
        rejections: Vec::new(),
        missing: Vec::new(),
        restarts: Vec::new(),
        rollouts: Vec::new(),
        decisions: Vec::new(),
        pending: None,
        unknown: Vec::new(),
        warnings: Vec::new(),
        versions: BTreeMap::new(),
        force: BTreeSet::new(),
        objects: BTreeMap::new(),
        live: BTreeMap::new(),
    }
}

fn change(kind: ChangeKind, object: &Identity, consequences: Vec<Consequence>) -> Change {
    let field = FieldChange {
        path: "spec.serviceName".to_owned(),
        old: Some(Field::Value(json!("orders-bookie"))),
        new: Some(Field::Value(json!(HOSTILE))),
        lines: None,
        consequences: consequences.clone(),
        follows: None,
    };
    let fields = if kind == ChangeKind::Changed { vec![field] } else { Vec::new() };
    Change { change: kind, object: object.clone(), consequences, follows: None, fields }
}

/// A plan with one of everything.
fn full() -> Plan {
    let bookies = object("StatefulSet", "orders-bookie");
    let brokers = object("StatefulSet", "orders-broker");
    let tools = object("Deployment", "orders-tools");
    let step = |stage, action, object: &Identity| Step { stage, action, object: object.clone() };
    let replace = Consequence {
        procedure: vec!["kubectl delete statefulset orders-bookie --cascade=orphan".to_owned()],
        ..Consequence::plain(Kind::Replace)
    };
    let stepwise =
        Consequence { procedure: vec!["drain bookie 2".to_owned()], ..Consequence::plain(Kind::Stepwise) };
    let claims = vec![Growth { claim: "journal-orders-bookie-0".to_owned(), size: "40Gi".to_owned() }];
    Plan {
        changes: Changes {
            changes: vec![
                change(ChangeKind::Changed, &bookies, vec![replace]),
                change(ChangeKind::Changed, &brokers, vec![stepwise]),
                change(ChangeKind::Removed, &tools, vec![Consequence::plain(Kind::InPlace)]),
            ],
            restarts: BTreeMap::from([("orders-broker".to_owned(), Pods::exactly(2))]),
            releases: vec!["broker: 4.2 to 4.0 is a downgrade".to_owned()],
        },
        steps: vec![
            step(Stage::Bookies, Action::By(Procedure::KeepPods { claims, restart: false }), &bookies),
            step(Stage::Brokers, Action::Update, &brokers),
            step(Stage::Rest, Action::Delete, &tools),
        ],
        kept: vec![Kept {
            object: object("PersistentVolumeClaim", "old-0"),
            why: "it holds data".to_owned(),
        }],
        conflicts: vec![Conflict {
            object: brokers.clone(),
            field: "spec.replicas".to_owned(),
            manager: HOSTILE.to_owned(),
            value: Some(Field::Value(json!(5))),
        }],
        rejections: vec![Rejection {
            object: object("Service", "orders-proxy"),
            refusal: Refusal {
                status: 422,
                reason: "Invalid".to_owned(),
                message: HOSTILE.to_owned(),
                about: Box::default(),
                causes: Vec::new(),
            },
            help: Some("delete it first".to_owned()),
        }],
        missing: vec![Missing {
            what: "Secret orders-token".to_owned(),
            used_by: vec!["StatefulSet/orders-broker".to_owned()],
            create: vec!["kubectl create secret generic orders-token".to_owned()],
            blocks: true,
        }],
        restarts: vec![Restart {
            workload: brokers,
            stage: Stage::Brokers,
            pods: vec!["orders-broker-1".to_owned(), "orders-broker-0".to_owned()],
            manual: true,
        }],
        decisions: vec![Acceptance::parse("replace:StatefulSet/orders-bookie").expect("it is right")],
        pending: Some("3, begun by me@host".to_owned()),
        unknown: vec!["no right to a dry run of Deployments".to_owned()],
        warnings: vec![HOSTILE.to_owned()],
        ..empty()
    }
}

#[test]
fn the_text_of_a_plan_has_all_of_it_in_order() {
    let text = text::document(&full(), false).into_string();
    let mut rest = text.as_str();
    for part in [
        "orders in messaging on https://10.0.0.1:6443/: 1 to update, 1 to replace, 1 to delete; restarts: orders-broker (2 pods)",
        "conflicts: 1; rejected by the API server: 1; missing: 1",
        "release: broker: 4.2 to 4.0 is a downgrade",
        "pending: revision 3, begun by me@host; an apply completes it",
        "unknown: no right",
        "warning: ",
        "missing: Secret orders-token, for StatefulSet/orders-broker; nothing can be applied without it",
        "kubectl create secret generic orders-token",
        "owns spec.replicas, now 5",
        "--take StatefulSet/orders-broker:spec.replicas",
        "rejected: Service/orders-proxy",
        "help: delete it first",
        "~ StatefulSet/orders-bookie in messaging",
        "apply grows journal-orders-bookie-0 to 40Gi, deletes the StatefulSet without its pods and creates it again; no pod restarts",
        "~ StatefulSet/orders-broker in messaging",
        "  steps:\n    drain bookie 2",
        "restarts, in this order:\n  brokers: StatefulSet/orders-broker: orders-broker-1, orders-broker-0; delete these pods yourself",
        "deletes, in this order:\n  Deployment/orders-tools",
        "PersistentVolumeClaim/old-0: it holds data",
        "accept what follows from it:\n  --accept replace:StatefulSet/orders-bookie\n",
    ] {
        let at = rest.find(part).unwrap_or_else(|| panic!("{part} is not in order in {text}"));
        rest = &rest[at..];
    }
    assert!(!text.contains("--cascade=orphan"), "apply does this itself: {text}");
    assert!(!text.contains(|c: char| acts(c) && c != '\n'), "{text:?}");
}

#[test]
fn a_plan_without_changes_is_one_line() {
    let text = text::document(&empty(), true).into_string();
    assert_eq!(text, "orders in messaging on https://10.0.0.1:6443/: no changes\n");
    assert!(shown::is_done(&empty()) && shown::blocked(&empty()).is_none());
    let pending = Plan { pending: Some("3, begun by a".to_owned()), ..empty() };
    assert!(!shown::is_done(&pending));
}

#[test]
fn markdown_and_annotations_of_a_plan_are_inert() {
    let markdown = markdown::document(&full()).into_string();
    for part in ["downgrade", "pending", "--take", "delete it first", "40Gi", "--accept replace"] {
        assert!(markdown.contains(part), "{part}: {markdown}");
    }
    let mut fenced = false;
    for line in markdown.lines() {
        fenced ^= line.trim_start().starts_with("```") || line.trim_start().starts_with("~~~");
        assert!(fenced || !["<img", "](https", "@team"].iter().any(|sign| line.contains(sign)), "{line}");
    }
    assert!(!markdown.contains(|c: char| acts(c) && c != '\n'), "{markdown:?}");
    let annotations = github::document(&full()).into_string();
    for line in annotations.lines() {
        assert!(
            ["::error ", "::warning ", "::notice "].iter().any(|start| line.starts_with(start)),
            "{line}"
        );
        assert!(!line.contains(acts), "{line:?}");
    }
    assert!(annotations.contains("::error title=Service/orders-proxy::"), "{annotations}");
}

#[test]
fn what_blocks_a_plan_is_said_in_one_sentence() {
    let why = shown::blocked(&full()).expect("it is blocked");
    assert_eq!(
        why,
        "1 field belongs to another manager; the API server rejects 1 object; the cluster has no Secret orders-token"
    );
    let accepted = full().decisions.into_iter().collect();
    assert!(shown::to_accept(&full(), &accepted).is_empty());
    assert_eq!(Tally::of(&full().steps).done(), "1 updated, 1 replaced, 1 deleted");
}

#[test]
fn an_apply_that_stopped_says_what_was_and_was_not_done() {
    let [done, not_done] = [&full().steps[..1], &full().steps[1..]].map(<[Step]>::to_vec);
    let stopped = Stopped {
        stage: Some(Stage::Bookies),
        object: Some(object("StatefulSet", "orders-bookie")),
        why: "container bookie crashes (exit code 1, 4 restarts)".to_owned(),
        log: vec![HOSTILE.to_owned()],
        advice: "look at the log".to_owned(),
    };
    let ended = Outcome { revision: 4, done, not_done, stopped: Some(stopped.clone()) };
    let text = outcome::stop(&ended, &stopped).into_string();
    for part in [
        "error: stopped at the stage bookies: StatefulSet/orders-bookie: container bookie crashes",
        "    | ",
        "= help: look at the log",
        "done:\n  replaced StatefulSet/orders-bookie\n",
        "not done:\n  update StatefulSet/orders-broker\n  delete Deployment/orders-tools\n",
        "revision 4 is pending",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
    assert!(!text.contains(|c: char| acts(c) && c != '\n'), "{text:?}");
    let json = serde_json::to_value(events::Around::Outcome { outcome: &ended }).expect("it is JSON");
    assert_eq!(json["event"], "outcome");
    assert_eq!(json["outcome"]["notDone"].as_array().map(Vec::len), Some(2), "{json}");
}

#[test]
fn a_release_that_was_never_applied_has_a_status() {
    let status = Status {
        release: empty().release,
        server: HOSTILE.to_owned(),
        revision: None,
        pending: None,
        locked_by: Some(HOSTILE.to_owned()),
        workloads: Vec::new(),
        certificates: Vec::new(),
        unknown: Vec::new(),
        ready: false,
    };
    let text = state::status(&status, false).into_string();
    assert!(text.contains("not ready") && text.contains("nothing was applied"), "{text}");
    assert!(!text.contains(|c: char| acts(c) && c != '\n'), "{text:?}");
}

//! Objects that only one side has.

use super::scale::ended;
use crate::consequence::Consequence;
use crate::consequence::Kind::{DataLoss, DisconnectsClients, WeakensSecurity};
use crate::context::Sides;
use crate::identity::{Identity, Side};
use crate::workload;
use serde_json::Value;

/// What follows if an object goes; `renamed` is the name under which it comes back, if it appears to.
pub(crate) fn disappears(
    sides: &Sides<'_>,
    id: &Identity,
    object: &Value,
    renamed: Option<&str>,
) -> Vec<Consequence> {
    let lost = |why: &str| vec![Consequence::because(DataLoss, why)];
    let cut = |why: String| vec![Consequence::because(DisconnectsClients, why)];
    match id.kind.as_str() {
        "StatefulSet" | "Deployment" | "DaemonSet" => workload(sides, id, object, renamed),
        "PersistentVolumeClaim" => {
            lost("its volume is deleted with it, unless its storage class retains volumes")
        }
        "PersistentVolume" => lost("its disk is left without a reference"),
        "Namespace" => lost("everything in it is deleted with it, including claims"),
        "CustomResourceDefinition" => lost("every object of its kind is deleted with it"),
        "Service" => {
            let ports = ports(object);
            let headless = object.pointer("/spec/clusterIP").and_then(Value::as_str) == Some("None");
            if ports.is_empty() || headless && !is_named(sides.new, &id.name) {
                return Vec::new();
            }
            cut(format!("clients that dial {} on {} cannot connect", id.name, ports.join(", ")))
        }
        "Ingress" => cut("requests to its hosts are no longer served".to_owned()),
        "NetworkPolicy" => {
            let selector = object.pointer("/spec/podSelector");
            let open =
                remaining(sides, |pods| workload::selects(selector, pods) && !guarded(sides.new, pods));
            let why = |name: &str| format!("every pod may connect to those of {name}");
            open.map(|name| Consequence::because(WeakensSecurity, why(name))).into_iter().collect()
        }
        "PodDisruptionBudget" => {
            let selector = object.pointer("/spec/selector");
            let spared = |pods: &Value| workload::selects(selector, pods) && workload::pods(pods) > 1;
            let left = remaining(sides, |pods| spared(pods) && !budgeted(sides.new, pods));
            let why = |name: &str| format!("drained nodes may take all pods of {name} at once");
            left.map(|name| Consequence::because(DisconnectsClients, why(name))).into_iter().collect()
        }
        "Role" | "RoleBinding" | "ClusterRole" | "ClusterRoleBinding" => bound(sides, id, object),
        _ => Vec::new(),
    }
}

/// What follows if an object comes.
pub(crate) fn appears(sides: &Sides<'_>, id: &Identity, object: &Value) -> Vec<Consequence> {
    if id.kind != "NetworkPolicy" {
        return Vec::new();
    }
    let selector = object.pointer("/spec/podSelector");
    let incoming = object.pointer("/spec/ingress").is_some() || is_for(object, "Ingress");
    let closed = sides.old.iter().filter(|(id, pods)| {
        workload::is_workload(&id.kind)
            && sides.new.contains_key(*id)
            && workload::selects(selector, pods)
            && !guarded(sides.old, pods)
    });
    let names: Vec<&str> = closed.map(|(id, _)| id.name.as_str()).collect();
    if names.is_empty() || !incoming {
        return Vec::new();
    }
    let why = format!("only what it lists may connect to {}", names.join(", "));
    vec![Consequence::because(DisconnectsClients, why)]
}

fn workload(sides: &Sides<'_>, id: &Identity, object: &Value, renamed: Option<&str>) -> Vec<Consequence> {
    let stateful = id.kind == "StatefulSet";
    match (sides.keeps(object), renamed) {
        (Some(what), Some(name)) if stateful => vec![Consequence::because(
            DataLoss,
            format!(
                "it appears to be renamed to {name}, whose claims are new and empty: the claims of {} keep {what}, \
                but nothing reads them",
                id.name
            ),
        )],
        (Some(what), None) if stateful => {
            let why = format!("its pods hold {what}; nothing serves it any more");
            vec![Consequence::because(DataLoss, why)]
        }
        (_, None) if !goes_on(sides, object) => {
            let last = sides.facts_of(object).and_then(|facts| facts.departure.last);
            last.and_then(|last| ended(sides, last)).into_iter().collect()
        }
        _ => Vec::new(),
    }
}

/// Whether another workload of the new side runs the same component, perhaps of another kind.
fn goes_on(sides: &Sides<'_>, object: &Value) -> bool {
    let component = workload::component(object);
    let mut workloads = sides.new.iter().filter(|(id, _)| workload::is_workload(&id.kind));
    component.is_some() && workloads.any(|(_, other)| workload::component(other) == component)
}

/// A workload of both sides whose pods match.
fn remaining<'s>(sides: &Sides<'s>, matches: impl Fn(&Value) -> bool) -> Option<&'s str> {
    let kept =
        sides.new.iter().filter(|(id, _)| workload::is_workload(&id.kind) && sides.old.contains_key(*id));
    kept.into_iter().find(|(_, object)| matches(object)).map(|(id, _)| id.name.as_str())
}

fn is_for(policy: &Value, direction: &str) -> bool {
    let types = policy.pointer("/spec/policyTypes").and_then(Value::as_array);
    types.is_none_or(|types| types.iter().any(|one| one == direction))
}

/// Whether a network policy for incoming connections selects some pods.
fn guarded(side: &Side<'_>, pods: &Value) -> bool {
    side.iter().any(|(id, policy)| {
        id.kind == "NetworkPolicy"
            && is_for(policy, "Ingress")
            && workload::selects(policy.pointer("/spec/podSelector"), pods)
    })
}

fn budgeted(side: &Side<'_>, pods: &Value) -> bool {
    side.iter().any(|(id, budget)| {
        id.kind == "PodDisruptionBudget" && workload::selects(budget.pointer("/spec/selector"), pods)
    })
}

fn ports(service: &Value) -> Vec<String> {
    let ports = service.pointer("/spec/ports").and_then(Value::as_array).into_iter().flatten();
    ports.filter_map(|port| port.get("port").map(Value::to_string)).collect()
}

/// Whether anything of a side names a service.
fn is_named(side: &Side<'_>, name: &str) -> bool {
    side.values().any(|object| {
        let parts = ["/spec", "/data"].iter().filter_map(|part| object.pointer(part));
        parts.map(Value::to_string).any(|text| text.contains(name))
    })
}

/// What follows if pods that stay lose a role.
fn bound(sides: &Sides<'_>, id: &Identity, object: &Value) -> Vec<Consequence> {
    let refers = |binding: &Value| {
        let of = |key: &str| binding.pointer("/roleRef").and_then(|role| role.get(key)?.as_str());
        of("kind") == Some(&id.kind) && of("name") == Some(&id.name)
    };
    let bindings: Vec<&Value> = if id.kind.ends_with("Binding") {
        vec![object]
    } else {
        sides
            .old
            .iter()
            .filter(|(id, other)| id.kind.ends_with("Binding") && refers(other))
            .map(|(_, it)| *it)
            .collect()
    };
    let subjects = bindings.iter().filter_map(|binding| binding.get("subjects")?.as_array()).flatten();
    let accounts: Vec<&str> = subjects.filter_map(|subject| subject.get("name")?.as_str()).collect();
    let uses = |pods: &Value| {
        let account = pods.pointer("/spec/template/spec/serviceAccountName").and_then(Value::as_str);
        account.is_some_and(|account| accounts.contains(&account) && !rebound(sides, account))
    };
    let why = |name: &str| format!("the pods of {name} get 403 for what it allowed");
    let left = remaining(sides, uses);
    left.map(|name| Consequence::because(DisconnectsClients, why(name))).into_iter().collect()
}

/// Whether an account gets another binding.
fn rebound(sides: &Sides<'_>, account: &str) -> bool {
    let names = |binding: &Value| {
        let subjects = binding.get("subjects").and_then(Value::as_array).into_iter().flatten();
        subjects.filter_map(|subject| subject.get("name")?.as_str()).any(|name| name == account)
    };
    let come =
        sides.new.iter().filter(|(id, _)| id.kind.ends_with("Binding") && !sides.old.contains_key(*id));
    come.into_iter().any(|(_, binding)| names(binding))
}

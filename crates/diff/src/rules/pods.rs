//! What pods may do on their nodes, the secrets that they take, and how many of them may go at once.
//!
//! Source: the Pod Security Standards of Kubernetes, "Baseline" and "Restricted".

use crate::consequence::Consequence;
use crate::consequence::Kind::{DisconnectsClients, LosesMessages, WeakensSecurity};
use crate::context::{Difference, Pair};
use crate::identity::Side;
use crate::workload;
use pulsarc_model::Members;
use serde_json::Value;
use std::collections::BTreeSet;

/// Labels that decide what pods may do in a namespace, the strictest level last.
const LEVELS: [&str; 3] = ["privileged", "baseline", "restricted"];

fn weaker(why: impl Into<String>) -> Vec<Consequence> {
    vec![Consequence::because(WeakensSecurity, why)]
}

/// What follows if pods may do more.
pub(super) fn privileges(pair: &Pair<'_>, difference: &Difference<'_>) -> Vec<Consequence> {
    let path = difference.path.as_slice();
    if let (true, [.., "pod-security.kubernetes.io/enforce"]) = (pair.id.kind == "Namespace", path) {
        let level = |text: Option<&str>| LEVELS.iter().position(|level| Some(*level) == text).unwrap_or(0);
        let falls = level(difference.new_text()) < level(difference.old_text());
        return if falls { weaker("the namespace accepts pods with more privileges") } else { Vec::new() };
    }
    let ["spec", "template", "spec", rest @ ..] = path else { return Vec::new() };
    match rest {
        [flag @ ("hostNetwork" | "hostPID" | "hostIPC"), ..] if is(difference, true) => {
            weaker(format!("`{flag}`: the pods share it with their node"))
        }
        ["volumes", volume, ..] => {
            let host = |object: &Value| {
                let path = ["spec", "template", "spec", "volumes", volume, "hostPath"];
                workload::part(object, &path).is_some()
            };
            let appears = host(pair.after) && !host(pair.before);
            if appears { weaker("the pods read or write files of their node") } else { Vec::new() }
        }
        _ => {
            let Some(at) = path.iter().position(|key| *key == "securityContext") else { return Vec::new() };
            let context = |object| {
                let context = path.get(..=at).and_then(|path| workload::part(object, path));
                context.cloned().unwrap_or(Value::Null)
            };
            let aspect = path.get(at + 1).copied();
            let why = weaknesses(&context(pair.before), &context(pair.after));
            let own = why.into_iter().filter(|(key, _)| aspect.is_none_or(|aspect| aspect == *key));
            own.flat_map(|(_, why)| weaker(why)).collect()
        }
    }
}

fn is(difference: &Difference<'_>, value: bool) -> bool {
    difference.new.is_some_and(|tree| tree.plain() == Value::Bool(value))
}

/// What a security context allows that another one did not, by key.
fn weaknesses(old: &Value, new: &Value) -> Vec<(&'static str, String)> {
    let flag = |context: &Value, key: &str| context.get(key).and_then(Value::as_bool);
    let mut found = Vec::new();
    for (key, why) in [
        ("runAsNonRoot", "the pods may run as root"),
        ("readOnlyRootFilesystem", "the containers may change their own files"),
    ] {
        if flag(old, key) == Some(true) && flag(new, key) != Some(true) {
            found.push((key, why.to_owned()));
        }
    }
    if flag(old, "allowPrivilegeEscalation") == Some(false)
        && flag(new, "allowPrivilegeEscalation") != Some(false)
    {
        found.push(("allowPrivilegeEscalation", "processes may gain privileges".to_owned()));
    }
    if flag(old, "privileged") != Some(true) && flag(new, "privileged") == Some(true) {
        found.push(("privileged", "the containers may do everything on their node".to_owned()));
    }
    let root = |context: &Value| context.get("runAsUser").and_then(Value::as_i64) == Some(0);
    if root(new) && !root(old) {
        found.push(("runAsUser", "the pods run as root".to_owned()));
    }
    let profile = |context: &Value| {
        let kind = context.pointer("/seccompProfile/type").and_then(Value::as_str).unwrap_or("Unconfined");
        kind != "Unconfined"
    };
    if profile(old) && !profile(new) {
        found.push(("seccompProfile", "no filter limits the system calls of the containers".to_owned()));
    }
    let list = |context: &Value, key: &str| -> BTreeSet<String> {
        let list = context.pointer(&format!("/capabilities/{key}")).and_then(Value::as_array).cloned();
        list.into_iter().flatten().filter_map(|one| one.as_str().map(str::to_owned)).collect()
    };
    let added: Vec<String> = list(new, "add").difference(&list(old, "add")).cloned().collect();
    let kept: Vec<String> = list(old, "drop").difference(&list(new, "drop")).cloned().collect();
    if !added.is_empty() {
        found.push(("capabilities", format!("the containers get the capability {}", added.join(", "))));
    }
    if !kept.is_empty() && !list(new, "drop").contains("ALL") {
        found.push(("capabilities", format!("the containers no longer drop {}", kept.join(", "))));
    }
    found
}

/// What follows if pods take credentials from another secret.
pub(super) fn credentials(pair: &Pair<'_>, difference: &Difference<'_>) -> Vec<Consequence> {
    if pair.id.kind == "Secret" {
        return signing_key(difference);
    }
    let (Some(old), Some(new)) = (difference.old_text(), difference.new_text()) else { return Vec::new() };
    let refers = matches!(
        difference.path.as_slice(),
        [.., "secret", "secretName"] | [.., "secretKeyRef" | "secretRef" | "secret", "name"]
    );
    // A secret of the new side comes with it, and a certificate is made for it.
    if !workload::is_workload(&pair.id.kind) || !refers || comes(new, pair.sides.new) {
        return Vec::new();
    }
    let why = format!(
        "the pods take their credentials from Secret {new} instead of {old}: without it they do not start, and peers that \
        know only the old credentials reject them"
    );
    vec![Consequence::because(DisconnectsClients, why)]
}

fn comes(name: &str, side: &Side<'_>) -> bool {
    side.iter().any(|(id, object)| match id.kind.as_str() {
        "Secret" => id.name == name,
        "Certificate" => object.pointer("/spec/secretName").and_then(Value::as_str) == Some(name),
        _ => false,
    })
}

/// Keys of secrets with which tokens are signed and verified, as `pulsar tokens` and the chart name them.
const SIGNING: &[&str] = &["PRIVATEKEY", "PUBLICKEY", "SECRETKEY", "private.key", "public.key", "secret.key"];

fn signing_key(difference: &Difference<'_>) -> Vec<Consequence> {
    let signs = matches!(difference.path.as_slice(), ["data", key] if SIGNING.contains(key));
    if !signs || difference.old.is_none() {
        return Vec::new();
    }
    let why = "tokens that were signed with the old key are rejected: issue every token again";
    vec![Consequence::because(DisconnectsClients, why)]
}

/// What follows if pods that hold copies of the same data may share a node.
pub(super) fn spreading(pair: &Pair<'_>, difference: &Difference<'_>) -> Vec<Consequence> {
    let ["spec", "template", "spec", "affinity", ..] = difference.path.as_slice() else { return Vec::new() };
    let required = |object: &Value| {
        let terms =
            "/spec/template/spec/affinity/podAntiAffinity/requiredDuringSchedulingIgnoredDuringExecution";
        object.pointer(terms).and_then(Value::as_array).is_some_and(|terms| !terms.is_empty())
    };
    let facts = pair.sides.facts_of(pair.after).filter(|facts| facts.persists.is_some());
    if !required(pair.before) || required(pair.after) || workload::pods(pair.after) < 2 {
        return Vec::new();
    }
    let (kind, why) = match facts.map(|facts| facts.departure.members) {
        Some(Members::Voters) => (
            DisconnectsClients,
            "a node may run most of the pods: without it no majority is left, and the cluster stops",
        ),
        Some(Members::Holders) => (
            LosesMessages,
            "a node may run several of the pods: its loss takes several copies of the same messages",
        ),
        _ => return Vec::new(),
    };
    vec![Consequence::because(kind, why)]
}

/// What follows if more pods may be evicted at once.
pub(super) fn budgets(pair: &Pair<'_>, difference: &Difference<'_>) -> Vec<Consequence> {
    if pair.id.kind != "PodDisruptionBudget" || difference.path.first() != Some(&"spec") {
        return Vec::new();
    }
    let selector = pair.after.pointer("/spec/selector");
    let mut chosen = pair.sides.new.values().filter(|object| workload::selects(selector, object));
    let voters = chosen.find(|object| {
        let facts = pair.sides.facts_of(object);
        facts.is_some_and(|facts| facts.departure.members == Members::Voters)
    });
    let Some(pods) = voters.map(|object| workload::pods(object)) else { return Vec::new() };
    let spared = |budget: &Value| {
        let number = |key: &str| budget.pointer(key).and_then(Value::as_u64);
        let left = number("/spec/maxUnavailable").map(|most| pods.saturating_sub(most));
        left.or_else(|| number("/spec/minAvailable"))
    };
    let majority = pods / 2 + 1;
    let (Some(before), Some(after)) = (spared(pair.before), spared(pair.after)) else { return Vec::new() };
    if before >= majority && after < majority {
        let why = format!(
            "drained nodes may take so many of {pods} pods that no majority is left: the cluster stops"
        );
        return vec![Consequence::because(DisconnectsClients, why)];
    }
    Vec::new()
}

//! Permissions in Kubernetes: the rules of roles, and the subjects of their bindings.
//!
//! Source: the Kubernetes documentation of RBAC, "Privilege escalation prevention" and "RBAC good practices".

use crate::consequence::Consequence;
use crate::consequence::Kind::{DisconnectsClients, WeakensSecurity};
use crate::context::{Difference, Pair};
use serde_json::Value;
use std::collections::BTreeSet;

/// One verb on one resource.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Permission {
    group: String,
    resource: String,
    name: String,
    verb: String,
}

/// Resources by which whoever may read or change them gets further permissions.
const POWERFUL: &[&str] = &[
    "*",
    "clusterrolebindings",
    "clusterroles",
    "pods/exec",
    "rolebindings",
    "roles",
    "secrets",
    "serviceaccounts/token",
];

/// Verbs that give further permissions.
const POWERFUL_VERBS: &[&str] = &["*", "bind", "escalate", "impersonate"];

/// Groups with everybody in them.
const EVERYBODY: &[&str] = &["system:authenticated", "system:serviceaccounts", "system:unauthenticated"];

/// What follows if a role's rules change.
pub(super) fn rules(pair: &Pair<'_>, difference: &Difference<'_>) -> Vec<Consequence> {
    let is_role = matches!(pair.id.kind.as_str(), "Role" | "ClusterRole");
    if !is_role || difference.path.first() != Some(&"rules") {
        return Vec::new();
    }
    let (old, new) = (permissions(pair.before), permissions(pair.after));
    let without = |all: &BTreeSet<Permission>, other: &BTreeSet<Permission>| -> Vec<Permission> {
        all.iter().filter(|one| !other.iter().any(|other| other.covers(one))).cloned().collect()
    };
    let (lost, gained) = (without(&old, &new), without(&new, &old));
    let broad: Vec<Permission> = gained.into_iter().filter(Permission::is_broad).collect();
    let mut found = Vec::new();
    if !lost.is_empty() {
        let why = format!("the pods with this role get 403 for {}", listed(&lost));
        found.push(Consequence::because(DisconnectsClients, why));
    }
    if !broad.is_empty() {
        let why = format!("the pods with this role may {}", listed(&broad));
        found.push(Consequence::because(WeakensSecurity, why));
    }
    found
}

/// What follows if a role is given to others.
pub(super) fn subjects(pair: &Pair<'_>, difference: &Difference<'_>) -> Vec<Consequence> {
    let is_binding = matches!(pair.id.kind.as_str(), "RoleBinding" | "ClusterRoleBinding");
    if !is_binding || difference.path.first() != Some(&"subjects") {
        return Vec::new();
    }
    let all = |object: &Value| -> BTreeSet<(String, String, String)> {
        let text = |subject: &Value, key: &str| {
            subject.get(key).and_then(Value::as_str).unwrap_or_default().to_owned()
        };
        let subjects = object.get("subjects").and_then(Value::as_array).into_iter().flatten();
        subjects.map(|one| (text(one, "kind"), text(one, "namespace"), text(one, "name"))).collect()
    };
    let (old, new) = (all(pair.before), all(pair.after));
    let names = |subjects: Vec<&(String, String, String)>| {
        subjects.iter().map(|(kind, _, name)| format!("{kind} {name}")).collect::<Vec<_>>().join(", ")
    };
    let lost: Vec<_> = old.difference(&new).collect();
    let everybody =
        |kind: &str, name: &str| kind == "Group" && EVERYBODY.iter().any(|group| name.starts_with(group));
    let broad: Vec<_> = new.difference(&old).filter(|(kind, _, name)| everybody(kind, name)).collect();
    let mut found = Vec::new();
    if !lost.is_empty() {
        let why = format!("{} no longer has the permissions of this role", names(lost));
        found.push(Consequence::because(DisconnectsClients, why));
    }
    if !broad.is_empty() {
        found.push(Consequence::because(WeakensSecurity, format!("{} gets this role", names(broad))));
    }
    found
}

fn permissions(role: &Value) -> BTreeSet<Permission> {
    let texts = |rule: &Value, key: &str| -> Vec<String> {
        let list = rule.get(key).and_then(Value::as_array).into_iter().flatten();
        list.filter_map(|text| text.as_str().map(str::to_owned)).collect()
    };
    let or_one = |list: Vec<String>| if list.is_empty() { vec![String::new()] } else { list };
    let mut found = BTreeSet::new();
    for rule in role.get("rules").and_then(Value::as_array).into_iter().flatten() {
        let groups = or_one(texts(rule, "apiGroups"));
        let mut resources = texts(rule, "resources");
        resources.extend(texts(rule, "nonResourceURLs"));
        let names = or_one(texts(rule, "resourceNames"));
        for group in &groups {
            for resource in &resources {
                for (name, verb) in names
                    .iter()
                    .flat_map(|name| texts(rule, "verbs").into_iter().map(move |verb| (name, verb)))
                {
                    let (group, resource, name) = (group.clone(), resource.clone(), name.clone());
                    found.insert(Permission { group, resource, name, verb });
                }
            }
        }
    }
    found
}

impl Permission {
    fn covers(&self, other: &Self) -> bool {
        let any = |own: &str, other: &str| own == "*" || own == other;
        any(&self.group, &other.group)
            && any(&self.resource, &other.resource)
            && any(&self.verb, &other.verb)
            && (self.name.is_empty() || self.name == other.name)
    }

    fn is_broad(&self) -> bool {
        let powerful = POWERFUL.contains(&self.resource.as_str()) && self.name.is_empty();
        powerful || POWERFUL_VERBS.contains(&self.verb.as_str())
    }
}

/// `get and list pods, delete secrets`.
fn listed(permissions: &[Permission]) -> String {
    let mut resources: Vec<&str> = permissions.iter().map(|one| one.resource.as_str()).collect();
    resources.dedup();
    resources.sort_unstable();
    resources.dedup();
    let of = |resource: &&str| {
        let mut verbs: Vec<&str> =
            permissions.iter().filter(|one| one.resource == *resource).map(|one| one.verb.as_str()).collect();
        verbs.sort_unstable();
        verbs.dedup();
        let name = if *resource == "*" { "everything" } else { resource };
        format!("{} {name}", verbs.join("/").replace('*', "any verb on"))
    };
    resources.iter().map(of).collect::<Vec<_>>().join(", ")
}

//! What service accounts may do at the API server.

use crate::security::Weakness;
use crate::security::codes::WRITES;
use pulsarc_kube::Object;
use pulsarc_kube::k8s_openapi::api::rbac::v1::PolicyRule;

/// What changes nothing.
const READS: [&str; 3] = ["get", "list", "watch"];
/// What a reader of which learns passwords.
const SECRETS: &str = "secrets";

pub(crate) fn review(objects: &[Object]) -> Vec<Weakness> {
    let roles = objects.iter().filter_map(|object| {
        let rules = match object {
            Object::Role(role) => role.rules.as_deref(),
            Object::ClusterRole(role) => role.rules.as_deref(),
            _ => None,
        };
        let texts: Vec<String> = rules.unwrap_or_default().iter().filter_map(writes).collect();
        (!texts.is_empty()).then(|| format!("{object} ({})", texts.join("; ")))
    });
    vec![Weakness {
        code: &WRITES,
        what: "these roles may change objects or read secrets",
        subjects: roles.collect(),
        key: Some("components"),
        help: "functions in pods need these permissions: use the namespace for this cluster only, and keep \
        limit_to_namespace on",
    }]
}

/// What a rule lets its holder change, or read of secrets: `create, delete of pods`.
fn writes(rule: &PolicyRule) -> Option<String> {
    let resources = rule.resources.as_deref().unwrap_or_default();
    let secret = resources.iter().any(|resource| resource == SECRETS || resource == "*");
    let verbs: Vec<&str> =
        rule.verbs.iter().map(String::as_str).filter(|verb| secret || !READS.contains(verb)).collect();
    (!verbs.is_empty()).then(|| format!("{} of {}", verbs.join(", "), resources.join(", ")))
}

//! What the API server noted of who asked for what.

use serde_json::{Value, json};
use std::fmt;

/// A request of somebody, as the API server authorizes it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Asked {
    /// The verb of a role: `get`, `list`, `patch` and so on.
    pub verb: String,
    /// The API group, empty for the core.
    pub group: String,
    /// The resource with its subresource, as a role has it: `pods/log`.
    pub resource: String,
    /// The namespace, if the resource has one.
    pub namespace: Option<String>,
    /// The name, if one object was asked for.
    pub name: Option<String>,
    /// Whether it was allowed.
    pub allowed: bool,
}

impl fmt::Display for Asked {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let dot = if self.group.is_empty() { "" } else { "." };
        write!(to, "{} {}{dot}{}", self.verb, self.resource, self.group)
    }
}

impl Asked {
    /// The requests for resources in a log that a user sent, in order.
    pub(crate) fn of(log: &str, user: &str) -> Vec<Self> {
        let events = log.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok());
        events
            .filter(|event| event["user"]["username"] == user)
            .filter_map(|event| Self::read(&event))
            .collect()
    }

    fn read(event: &Value) -> Option<Self> {
        let object = &event["objectRef"];
        let text = |value: &Value| value.as_str().filter(|text| !text.is_empty()).map(str::to_owned);
        let resource = text(&object["resource"])?;
        let resource = match text(&object["subresource"]) {
            Some(part) => format!("{resource}/{part}"),
            None => resource,
        };
        let decision = &event["annotations"]["authorization.k8s.io/decision"];
        Some(Self {
            verb: text(&event["verb"])?,
            group: text(&object["apiGroup"]).unwrap_or_default(),
            resource,
            namespace: text(&object["namespace"]),
            name: text(&object["name"]),
            allowed: decision == "allow",
        })
    }
}

/// Every request of a service account is noted, by whom and for what.
pub(crate) fn policy() -> Value {
    json!({
        "apiVersion": "audit.k8s.io/v1",
        "kind": "Policy",
        "omitStages": ["RequestReceived"],
        "rules": [
            { "level": "Metadata", "userGroups": ["system:serviceaccounts"] },
            { "level": "None" },
        ],
    })
}

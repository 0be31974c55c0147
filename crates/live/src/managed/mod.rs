//! Who owns which fields of an object: `metadata.managedFields`, which the API server keeps.

mod set;
mod shown;

pub(crate) use set::FieldSet;
pub(crate) use shown::ShownPath;

use serde_json::{Value, json};

/// How a manager has written its fields.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Operation {
    /// By a server-side apply: what it no longer applies is removed.
    Apply,
    /// By any other write.
    Update,
}

/// The fields of one manager.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct ManagedFields {
    /// Its name: `helm`, `kubectl-edit`.
    pub(crate) manager: String,
    /// How it has written them.
    pub(crate) operation: Operation,
    /// The version of the API in which the fields are named: `apps/v1`.
    pub(crate) api_version: String,
    /// When it has last changed them: RFC 3339.
    pub(crate) time: Option<String>,
    /// The part of the API that it has used: `status`, `scale`; none for the object itself.
    pub(crate) subresource: Option<String>,
    /// The fields.
    pub(crate) fields: FieldSet,
}

impl ManagedFields {
    /// All entries of an object.
    pub(crate) fn of(object: &Value) -> Vec<Self> {
        let entries = object.pointer("/metadata/managedFields").and_then(Value::as_array);
        entries.into_iter().flatten().filter_map(Self::parse).collect()
    }

    fn parse(entry: &Value) -> Option<Self> {
        let text = |key: &str| entry.get(key).and_then(Value::as_str).filter(|text| !text.is_empty());
        Some(Self {
            manager: text("manager").unwrap_or_default().to_owned(),
            operation: match text("operation")? {
                "Apply" => Operation::Apply,
                _ => Operation::Update,
            },
            api_version: text("apiVersion").unwrap_or_default().to_owned(),
            time: text("time").map(str::to_owned),
            subresource: text("subresource").map(str::to_owned),
            fields: FieldSet::parse(entry.get("fieldsV1").unwrap_or(&Value::Null)),
        })
    }

    /// The entry as the API has it.
    pub(crate) fn to_json(&self) -> Value {
        let mut entry = json!({
            "manager": self.manager,
            "operation": match self.operation {
                Operation::Apply => "Apply",
                Operation::Update => "Update",
            },
            "apiVersion": self.api_version,
            "fieldsType": "FieldsV1",
            "fieldsV1": self.fields.to_json(),
        });
        if let Some(time) = &self.time {
            entry["time"] = time.as_str().into();
        }
        if let Some(subresource) = &self.subresource {
            entry["subresource"] = subresource.as_str().into();
        }
        entry
    }
}

/// Whether a manager is a tool that deploys objects, whose fields `adopt` takes over: Helm, kubectl, Argo CD.
pub(crate) fn is_deploying_tool(manager: &str) -> bool {
    let name = manager.to_lowercase();
    let is_tool = |tool: &str| name == tool || name.starts_with(&format!("{tool}-"));
    name.starts_with("helm")
        || is_tool("kubectl")
        || is_tool("argocd")
        // What the server calls whoever wrote an object before it kept account.
        || name == "before-first-apply"
}

/// Whether fields that were written by a subresource are an autoscaler's. What `kubectl scale` sets is somebody's decision.
pub(crate) fn is_autoscaler(manager: &str, subresource: Option<&str>) -> bool {
    subresource == Some("scale") && !manager.starts_with("kubectl")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_is_written_as_it_was_read() {
        let entry = json!({
            "manager": "helm", "operation": "Update", "apiVersion": "apps/v1", "time": "2026-01-02T03:04:05Z",
            "fieldsType": "FieldsV1", "fieldsV1": { "f:spec": { "f:replicas": {} } },
        });
        let object = json!({ "metadata": { "managedFields": [entry, "damaged", { "manager": "without" }] } });
        let entries = ManagedFields::of(&object);
        assert_eq!(entries.len(), 1);
        assert_eq!(entries[0].operation, Operation::Update);
        assert_eq!(entries[0].to_json(), entry);
        assert!(ManagedFields::of(&json!({})).is_empty());
    }
}

//! A StatefulSet that goes and one that comes, and are the same one under another name.

use crate::identity::Identity;
use crate::workload;
use serde_json::Value;

/// The new name of a StatefulSet that goes, where one of the same component comes.
pub(crate) fn new_name<'a>(removed: &Value, added: &[(&'a Identity, &Value)]) -> Option<&'a str> {
    let component = workload::component(removed)?;
    let same = |(id, object): &&(&Identity, &Value)| {
        let name = removed.pointer("/metadata/name").and_then(Value::as_str);
        id.kind == "StatefulSet"
            && name != Some(id.name.as_str())
            && workload::component(object) == Some(component)
    };
    added.iter().find(same).map(|(id, _)| id.name.as_str())
}

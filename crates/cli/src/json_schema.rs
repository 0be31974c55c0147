//! The configuration as a JSON Schema: what an editor of YAML completes, shows and underlines.
//!
//! It is generated from the contracts' keys and repeats nothing of them. It is deliberately weaker: `pulsarc check`
//! also tests combinations of keys. It rejects nothing that `check` accepts.

mod values;

use pulsarc_diag::Segment;
use pulsarc_eval::{Key, Kind, LeafFacts};
use serde_json::{Map, Value, json};

/// The version of JSON Schema that editors of YAML read in full.
const DRAFT: &str = "http://json-schema.org/draft-07/schema#";

/// The schema of a whole cluster.
pub fn schema() -> Value {
    of(&pulsarc_eval::keys(|_| true))
}

fn of(keys: &[Key]) -> Value {
    let mut root = json!({
        "$schema": DRAFT,
        "title": "An Apache Pulsar cluster",
        "description": "The values of a cluster: only what differs from the defaults.",
        "type": "object",
        "properties": {},
        "additionalProperties": false,
        // Where anchors stand, as in other tools' files.
        "patternProperties": { "^x-": true },
    });
    // Paths are sorted, but a key may sort before what it stands in: shorter ones come first.
    let mut keys: Vec<&Key> = keys.iter().collect();
    keys.sort_by_key(|key| key.path.segments().len());
    for key in keys {
        put(&mut root, key);
    }
    root
}

/// Puts a key below its record; a record that accepts anything needs no entry.
fn put(root: &mut Value, key: &Key) {
    let Some((last, above)) = key.path.segments().split_last() else { return };
    let mut record = &mut *root;
    for segment in above {
        let Segment::Key(name) = segment else { return };
        let Some(below) = record.get_mut("properties").and_then(|properties| properties.get_mut(name)) else {
            return;
        };
        record = below;
    }
    let (Segment::Key(name), Some(record)) = (last, record.as_object_mut()) else { return };
    let properties = record.entry("properties").or_insert_with(|| json!({}));
    if let Some(properties) = properties.as_object_mut() {
        properties.insert(name.clone(), property(key));
    }
    record.entry("additionalProperties").or_insert(Value::Bool(false));
}

fn property(key: &Key) -> Value {
    let mut property = Map::new();
    property.insert("description".to_owned(), Value::String(key.doc.clone()));
    let mut types: Vec<&str> = key.accepts.iter().map(|kind| name(*kind)).collect();
    // A null stands for its key alone: it removes the default, as with Helm.
    types.push("null");
    types.sort_unstable();
    types.dedup();
    if types.contains(&"number") {
        types.retain(|name| *name != "integer");
    }
    if !key.choices.is_empty() {
        let mut choices: Vec<Value> = key.choices.iter().cloned().map(Value::String).collect();
        types.retain(|name| *name != "string");
        if types == ["null"] {
            choices.push(Value::Null);
            property.insert("enum".to_owned(), Value::Array(choices));
        } else {
            property.insert("anyOf".to_owned(), json!([{ "enum": choices }, { "type": types }]));
        }
    } else if !key.accepts.is_empty() {
        property.insert("type".to_owned(), json!(types));
        property.extend(key.declared.value.iter().flat_map(values::bounds));
    }
    if let Some(items) = &key.declared.items {
        property.insert("items".to_owned(), values::schema(items, values::Null::Rejected));
    }
    if let Some(default) = key.default.as_ref().filter(|default| !default.is_null()) {
        property.insert("default".to_owned(), default.clone());
    }
    if key.open {
        // Of values that may be anything, editors need no schema.
        let entries = key.declared.entries.as_ref().filter(|facts| LeafFacts::is_bounded(facts));
        // A null stands for its key alone here too.
        let entries = entries.map(|facts| values::schema(facts, values::Null::Accepted));
        property.insert("additionalProperties".to_owned(), entries.unwrap_or(Value::Bool(true)));
    }
    Value::Object(property)
}

fn name(kind: Kind) -> &'static str {
    match kind {
        Kind::Switch => "boolean",
        Kind::WholeNumber => "integer",
        Kind::Number => "number",
        Kind::Text => "string",
        Kind::List => "array",
        Kind::Record => "object",
        Kind::Null => "null",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use pulsarc_diag::KeyPath;
    use pulsarc_eval::Declared;

    fn key(path: &str, accepts: &[Kind], choices: &[&str], open: bool) -> Key {
        Key {
            path: KeyPath::parse(path),
            doc: format!("About {path}."),
            contract: String::new(),
            accepts: accepts.to_vec(),
            choices: choices.iter().map(|it| (*it).to_owned()).collect(),
            open,
            default: None,
            declared: Declared::default(),
        }
    }

    #[test]
    fn records_with_keys_are_closed_unless_they_are_open() {
        let schema = of(&[
            key("a", &[Kind::Record], &[], false),
            key("a.b", &[Kind::WholeNumber], &[], false),
            key("c", &[Kind::Record], &[], true),
            key("c.d", &[Kind::Text], &["x", "y"], false),
            key("e", &[Kind::Record], &[], false),
        ]);
        let properties = &schema["properties"];
        assert_eq!(properties["a"]["additionalProperties"], json!(false));
        assert_eq!(properties["a"]["properties"]["b"]["type"], json!(["integer", "null"]));
        assert_eq!(properties["c"]["additionalProperties"], json!(true));
        assert_eq!(properties["c"]["properties"]["d"]["enum"], json!(["x", "y", null]));
        assert_eq!(properties["e"].get("additionalProperties"), None);
    }
}

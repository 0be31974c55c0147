//! A set of fields, as `fieldsV1` names it: `f:NAME` for a key, `k:{...}` for an item of a keyed list, `v:...` for a value of a
//! set, `i:N` for a place, `.` for the field itself beside what is below it.

use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// A set of fields of an object.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct FieldSet {
    /// Whether the field itself is in the set.
    own: bool,
    /// What is in it below the field, by the API server's own names.
    below: BTreeMap<String, FieldSet>,
}

impl FieldSet {
    /// The set that a `fieldsV1` names.
    pub(crate) fn parse(fields: &Value) -> Self {
        let Some(fields) = fields.as_object() else { return Self::default() };
        let below = fields.iter().filter(|(key, _)| *key != ".");
        let below = below.map(|(key, value)| {
            let mut set = Self::parse(value);
            set.own |= value.as_object().is_none_or(Map::is_empty);
            (key.clone(), set)
        });
        Self { own: fields.contains_key("."), below: below.collect() }
    }

    /// The set as `fieldsV1` names it.
    pub(crate) fn to_json(&self) -> Value {
        let mut fields = Map::new();
        if self.own && !self.below.is_empty() {
            fields.insert(".".to_owned(), Value::Object(Map::new()));
        }
        for (key, set) in self.below.iter().filter(|(_, set)| !set.is_empty()) {
            fields.insert(key.clone(), set.to_json());
        }
        Value::Object(fields)
    }

    /// The set of the field at the end of a path of keys.
    pub(crate) fn of_path(keys: &[&str]) -> Self {
        match keys.split_first() {
            None => Self { own: true, below: BTreeMap::new() },
            Some((key, rest)) => {
                let below = BTreeMap::from([(format!("f:{key}"), Self::of_path(rest))]);
                Self { own: false, below }
            }
        }
    }

    /// Whether nothing is in it.
    pub(crate) fn is_empty(&self) -> bool {
        !self.own && self.below.values().all(Self::is_empty)
    }

    /// Whether the field is in it as a whole: nothing below it is named.
    pub(super) fn is_whole(&self) -> bool {
        self.own && self.below.is_empty()
    }

    /// What is below the field.
    pub(super) fn below(&self) -> impl Iterator<Item = (&str, &Self)> {
        self.below.iter().map(|(key, set)| (key.as_str(), set))
    }

    /// Whether the field at the end of a path of keys is in it, or something below that field.
    pub(crate) fn has_path(&self, keys: &[&str]) -> bool {
        match keys.split_first() {
            None => !self.is_empty(),
            Some((key, rest)) => self.below.get(&format!("f:{key}")).is_some_and(|set| set.has_path(rest)),
        }
    }

    /// Adds the fields of another set.
    pub(crate) fn add(&mut self, other: &Self) {
        self.own |= other.own;
        for (key, set) in &other.below {
            self.below.entry(key.clone()).or_default().add(set);
        }
    }

    /// The fields that another set does not have.
    pub(crate) fn without(&self, other: &Self) -> Self {
        let below = self.below.iter().map(|(key, set)| {
            let rest = other.below.get(key).map_or_else(|| set.clone(), |other| set.without(other));
            (key.clone(), rest)
        });
        Self { own: self.own && !other.own, below: below.filter(|(_, set)| !set.is_empty()).collect() }
    }

    /// The fields without the one at the end of a path of keys, and without what is below it.
    pub(crate) fn without_path(mut self, keys: &[&str]) -> Self {
        self.cut(keys);
        self
    }

    fn cut(&mut self, keys: &[&str]) {
        match keys {
            [] => {}
            [last] => {
                self.below.remove(&format!("f:{last}"));
            }
            [first, rest @ ..] => {
                if let Some(set) = self.below.get_mut(&format!("f:{first}")) {
                    set.cut(rest);
                }
            }
        }
    }

    /// The fields that a value has.
    pub(crate) fn within(&self, value: &Value) -> Self {
        let below = self.below.iter().filter_map(|(key, set)| {
            let set = set.within(child(key, value)?);
            Some((key.clone(), set)).filter(|(_, set)| !set.is_empty())
        });
        Self { own: self.own, below: below.collect() }
    }

    /// The part of a value that the set names.
    pub(crate) fn extract(&self, value: &Value) -> Value {
        if self.below.is_empty() {
            return value.clone();
        }
        match value {
            Value::Object(fields) => {
                let named = fields.iter().filter_map(|(key, value)| {
                    let set = self.below.get(&format!("f:{key}"))?;
                    Some((key.clone(), set.extract(value)))
                });
                Value::Object(named.collect())
            }
            Value::Array(items) => {
                let mut found: Vec<(usize, Value)> = self
                    .below
                    .iter()
                    .filter_map(|(key, set)| {
                        let at = position(key, items)?;
                        let mut item = set.extract(items.get(at)?);
                        if let Some(item) = item.as_object_mut() {
                            item.extend(keys_of(key));
                        }
                        Some((at, item))
                    })
                    .collect();
                found.sort_by_key(|(at, _)| *at);
                found.into_iter().map(|(_, item)| item).collect()
            }
            other => other.clone(),
        }
    }

    /// Removes the fields from a value. A map or an item that is in the set goes once nothing is left in it.
    pub(crate) fn remove_from(&self, value: &mut Value) {
        let mut gone = Vec::new();
        for (key, set) in &self.below {
            let Some(child) = child_mut(key, value) else { continue };
            set.remove_from(child);
            let empty = match child {
                Value::Object(fields) => fields.is_empty(),
                Value::Array(items) => items.is_empty(),
                _ => false,
            };
            if set.is_whole() || (set.own && empty) {
                gone.push(key);
            }
        }
        // Places count from the front, so the last goes first.
        gone.sort_by_key(|key| std::cmp::Reverse(value.as_array().and_then(|items| position(key, items))));
        for key in gone {
            match value {
                Value::Object(fields) => {
                    fields.remove(key.trim_start_matches("f:"));
                }
                Value::Array(items) => {
                    if let Some(at) = position_of_rest(key, items) {
                        items.remove(at);
                    }
                }
                _ => {}
            }
        }
    }
}

/// What a name finds in a value.
fn child<'a>(key: &str, value: &'a Value) -> Option<&'a Value> {
    match value {
        Value::Object(fields) => fields.get(key.strip_prefix("f:")?),
        Value::Array(items) => items.get(position(key, items)?),
        _ => None,
    }
}

fn child_mut<'a>(key: &str, value: &'a mut Value) -> Option<&'a mut Value> {
    match value {
        Value::Object(fields) => fields.get_mut(key.strip_prefix("f:")?),
        Value::Array(items) => {
            let at = position(key, items)?;
            items.get_mut(at)
        }
        _ => None,
    }
}

/// The keys by which a name identifies an item of a list: none unless it is `k:{...}`.
pub(super) fn keys_of(key: &str) -> Map<String, Value> {
    key.strip_prefix("k:").and_then(|text| serde_json::from_str(text).ok()).unwrap_or_default()
}

/// The place in a list of the item that a name finds.
fn position(key: &str, items: &[Value]) -> Option<usize> {
    match key.split_at_checked(2)? {
        ("k:", _) => {
            let keys = keys_of(key);
            items.iter().position(|item| {
                !keys.is_empty() && keys.iter().all(|(key, value)| item.get(key) == Some(value))
            })
        }
        ("v:", text) => {
            let value: Value = serde_json::from_str(text).ok()?;
            items.iter().position(|item| *item == value)
        }
        ("i:", text) => text.parse().ok().filter(|at| *at < items.len()),
        _ => None,
    }
}

/// The same after the fields of the items were removed: an item whose keys are gone is the empty one.
fn position_of_rest(key: &str, items: &[Value]) -> Option<usize> {
    position(key, items).or_else(|| items.iter().position(|item| item.as_object().is_some_and(Map::is_empty)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[allow(clippy::needless_pass_by_value, reason = "calls read better")]
    fn set(fields: Value) -> FieldSet {
        FieldSet::parse(&fields)
    }

    #[test]
    fn a_union_keeps_a_field_itself_beside_what_is_below_it() {
        let mut all = set(json!({ "f:data": {}, "f:metadata": { "f:labels": { "f:a": {} } } }));
        all.add(&set(json!({
            "f:data": { "f:x": {} },
            "f:metadata": { "f:labels": { ".": {}, "f:b": {} } },
        })));
        let expected = json!({
            "f:data": { ".": {}, "f:x": {} },
            "f:metadata": { "f:labels": { ".": {}, "f:a": {}, "f:b": {} } },
        });
        assert_eq!(all.to_json(), expected);
    }

    #[test]
    fn a_difference_has_no_empty_branches() {
        let all = set(json!({ "f:a": { ".": {}, "f:b": {}, "f:c": {} }, "f:d": { "f:e": {} } }));
        let rest = all.without(&set(json!({ "f:a": { ".": {}, "f:b": {} }, "f:d": { "f:e": {} } })));
        assert_eq!(rest.to_json(), json!({ "f:a": { "f:c": {} } }));
        assert!(all.without(&all).is_empty());
        assert!(set(Value::Null).is_empty());
    }

    #[test]
    fn fields_are_found_by_key_by_value_and_by_place() {
        let value = json!({
            "ports": [{ "port": 1, "protocol": "TCP" }, { "port": 1, "protocol": "UDP", "name": "u" }],
            "finalizers": ["a", "b"], "args": ["x", "y"],
        });
        let named = set(json!({
            "f:ports": { "k:{\"port\":1,\"protocol\":\"UDP\"}": { ".": {}, "f:name": {} } },
            "f:finalizers": { "v:\"b\"": {}, "v:\"absent\"": {} },
            "f:args": { "i:1": {}, "i:7": {} },
            "f:absent": {},
        }));
        let expected = json!({
            "f:ports": { "k:{\"port\":1,\"protocol\":\"UDP\"}": { ".": {}, "f:name": {} } },
            "f:finalizers": { "v:\"b\"": {} },
            "f:args": { "i:1": {} },
        });
        assert_eq!(named.within(&value).to_json(), expected);
        let part = json!({
            "ports": [{ "name": "u", "port": 1, "protocol": "UDP" }], "finalizers": ["b"], "args": ["y"],
        });
        assert_eq!(named.extract(&value), part);
    }

    #[test]
    fn fields_are_removed_with_the_items_that_they_leave_empty() {
        let mut value = json!({
            "spec": {
                "containers": [{ "name": "a", "image": "1" }, { "name": "b", "image": "2" }, { "name": "c" }],
                "args": ["x", "y", "z"],
            },
            "metadata": { "annotations": { "only": "1" } },
        });
        let item = |name: &str| format!("k:{{\"name\":\"{name}\"}}");
        let added = set(json!({
            "f:spec": {
                "f:containers": {
                    item("a"): { "f:image": {} },
                    item("b"): { ".": {}, "f:name": {}, "f:image": {} },
                    item("c"): {},
                },
                "f:args": { "i:0": {}, "i:2": {} },
            },
            "f:metadata": { "f:annotations": { ".": {}, "f:only": {} } },
        }));
        added.remove_from(&mut value);
        let rest = json!({ "spec": { "containers": [{ "name": "a" }], "args": ["y"] }, "metadata": {} });
        assert_eq!(value, rest);
    }

    #[test]
    fn paths_of_keys_are_found() {
        let mut fields = set(json!({ "f:metadata": { "f:annotations": { "f:a.b/c": {} } } }));
        let path = ["metadata", "annotations", "a.b/c"];
        assert!(fields.has_path(&path) && fields.has_path(&path[..2]) && !fields.has_path(&["spec"]));
        fields = fields.without(&FieldSet::of_path(&path));
        assert!(fields.is_empty());
    }

    #[test]
    fn damaged_names_are_not_found() {
        for key in ["k:{", "k:[]", "k:{}", "v:{", "i:x", "", "é", "x:1"] {
            assert_eq!(position(key, &[json!({}), json!({ "name": "a" })]), None, "{key}");
        }
    }
}

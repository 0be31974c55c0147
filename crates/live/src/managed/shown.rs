//! The paths that a comparison shows, found again in a set of fields.

use super::set::{FieldSet, keys_of};
use serde_json::Value;

/// A path such as `spec.template.spec.containers[broker].image`, in its parts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ShownPath(Vec<Part>);

#[derive(Debug, Clone, PartialEq, Eq)]
enum Part {
    /// A key of a map.
    Key(String),
    /// An item of a list, by what identifies it, or by its place.
    Item(String),
}

impl ShownPath {
    /// Reads a path. Keys with dots are in quotes; items are in brackets.
    pub(crate) fn parse(text: &str) -> Self {
        let mut parts = Vec::new();
        let mut rest = text;
        while !rest.is_empty() {
            let (part, after) = if let Some(item) = rest.strip_prefix('[') {
                let (item, after) = until(item, ']');
                (Part::Item(item.to_owned()), after)
            } else if let Some(key) = rest.strip_prefix('"') {
                let (key, after) = until(key, '"');
                (Part::Key(key.to_owned()), after)
            } else {
                let end = rest.find(['.', '[']).unwrap_or(rest.len());
                let (key, after) = rest.split_at(end);
                (Part::Key(key.to_owned()), after)
            };
            parts.push(part);
            rest = after.strip_prefix('.').unwrap_or(after);
        }
        Self(parts)
    }

    /// Whether a set has the field, something below it, or a list or a map around it that is owned as a whole.
    pub(crate) fn is_in(&self, fields: &FieldSet) -> bool {
        is_in(&self.0, fields)
    }

    /// Whether it is the field at the end of a path of keys, or below it.
    pub(crate) fn starts_with(&self, keys: &[&str]) -> bool {
        self.0.len() >= keys.len()
            && self.0.iter().zip(keys).all(|(part, key)| matches!(part, Part::Key(own) if own == key))
    }
}

/// A text up to the last closing character that ends a part: names of items may have the character too.
fn until(text: &str, closing: char) -> (&str, &str) {
    let ends = |at: usize| {
        let after = text.get(at + closing.len_utf8()..).unwrap_or_default();
        after.is_empty() || after.starts_with(['.', '['])
    };
    let end = text.match_indices(closing).map(|(at, _)| at).find(|at| ends(*at)).unwrap_or(text.len());
    (text.get(..end).unwrap_or_default(), text.get(end + closing.len_utf8()..).unwrap_or_default())
}

fn is_in(parts: &[Part], fields: &FieldSet) -> bool {
    let Some((part, rest)) = parts.split_first() else { return !fields.is_empty() };
    if fields.is_whole() {
        return true;
    }
    fields.below().any(|(key, set)| part.is_named(key) && is_in(rest, set))
}

impl Part {
    /// Whether a name of `fieldsV1` is this part.
    fn is_named(&self, key: &str) -> bool {
        match (self, key.split_at_checked(2)) {
            (Self::Key(own), Some(("f:", name))) => own == name,
            (Self::Item(own), Some(("k:", _))) => {
                let values = keys_of(key).into_iter().map(|(_, value)| plain(&value));
                let values: Vec<String> = values.collect();
                // A comparison may identify an item by fewer keys than the API server.
                values.join("/") == *own || values.first() == Some(own)
            }
            (Self::Item(own), Some(("v:", text))) => {
                serde_json::from_str::<Value>(text).is_ok_and(|value| plain(&value) == *own)
            }
            (Self::Item(own), Some(("i:", place))) => own == place,
            _ => false,
        }
    }
}

fn plain(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn paths_are_read_in_their_parts() {
        let key = |text: &str| Part::Key(text.to_owned());
        let item = |text: &str| Part::Item(text.to_owned());
        let read = |text: &str| ShownPath::parse(text).0;
        assert_eq!(
            read("spec.template.containers[a.b].env[X].value"),
            [
                key("spec"),
                key("template"),
                key("containers"),
                item("a.b"),
                key("env"),
                item("X"),
                key("value")
            ]
        );
        assert_eq!(read("data.\"a.b\""), [key("data"), key("a.b")]);
        assert_eq!(read("args[0]"), [key("args"), item("0")]);
        assert_eq!(read("mounts[/a]b].x"), [key("mounts"), item("/a]b"), key("x")]);
        assert_eq!(read("open[x"), [key("open"), item("x")]);
        assert!(read("").is_empty());
    }

    #[test]
    fn fields_are_found_by_their_shown_paths() {
        let fields = FieldSet::parse(&json!({
            "f:metadata": { "f:annotations": { "f:example.com/a.b": {} } },
            "f:spec": {
                "f:replicas": {},
                "f:args": {},
                "f:finalizers": { "v:\"x/y\"": {} },
                "f:containers": { "k:{\"name\":\"broker\"}": {
                    "f:image": {},
                    "f:ports": { "k:{\"containerPort\":8080,\"protocol\":\"TCP\"}": { ".": {}, "f:name": {} } },
                } },
            },
        }));
        for found in [
            "spec.replicas",
            "spec.args[1]",
            "spec.args",
            "spec",
            "spec.finalizers[x/y]",
            "metadata.annotations.\"example.com/a.b\"",
            "spec.containers[broker].image",
            "spec.containers[broker]",
            "spec.containers[broker].ports[8080/TCP].name",
            "spec.containers[broker].ports[8080/TCP]",
        ] {
            assert!(ShownPath::parse(found).is_in(&fields), "{found}");
        }
        for absent in [
            "spec.other",
            "spec.containers[broker].env",
            "spec.containers[other].image",
            "status",
            "spec.containers[broker].ports[8080/UDP].name",
            "metadata.annotations.other",
            "spec.finalizers[z]",
        ] {
            assert!(!ShownPath::parse(absent).is_in(&fields), "{absent}");
        }
        assert!(ShownPath::parse("metadata.finalizers[x]").starts_with(&["metadata", "finalizers"]));
        assert!(!ShownPath::parse("metadata").starts_with(&["metadata", "finalizers"]));
    }
}

//! Secrets outside of Secret objects: settings and environment variables called after one, and what looks like one.

use crate::tree::{Path, Tree};
use pulsarc_diag::secrets::{Name, Syntax, in_source, in_text};
use pulsarc_diag::{HIDDEN, Secrets};
use serde_json::Value;

/// What the name of a value at a path says: that of its key, or of the variable whose value it is.
pub(crate) fn name_of(path: &Path) -> Name {
    let named = |part: &String| Name::of(part.trim_start_matches('[').trim_end_matches(']'));
    match path.0.as_slice() {
        [.., name, value] if value == "value" && name.starts_with('[') => named(name),
        [.., last] => named(last),
        [] => Name::Plain,
    }
}

/// Whether a value with such a name is a secret, and not a reference to one.
pub(crate) fn hides(name: Name, tree: &Tree) -> bool {
    match tree {
        Tree::Leaf(leaf) => match &leaf.value {
            Value::String(text) => name.hides(text),
            Value::Number(_) => name > Name::Plain,
            _ => false,
        },
        Tree::Map(_) | Tree::List(_) => false,
    }
}

/// A value with a word instead of every secret in it.
pub(crate) fn without(value: Value) -> Value {
    match value {
        Value::Object(mut entries) => {
            let named = entries.get("name").and_then(Value::as_str).map_or(Name::Plain, Name::of);
            for (key, value) in &mut entries {
                let name = if key == "value" { named.max(Name::of(key)) } else { Name::of(key) };
                *value = covered(name, value.take());
            }
            Value::Object(entries)
        }
        Value::Array(items) => {
            let mut name = Name::Plain;
            let items = items.into_iter().map(|item| {
                let before = std::mem::replace(&mut name, Name::Plain);
                if let Some(flag) = item.as_str().filter(|text| text.starts_with('-')) {
                    name = Name::of(flag);
                }
                covered(before, item)
            });
            items.collect()
        }
        Value::String(text) => Value::String(in_words(text)),
        single => single,
    }
}

/// Takes known secrets out of every text of a value.
pub(crate) fn redact(value: &mut Value, secrets: &Secrets) {
    match value {
        Value::String(text) => *text = secrets.without(text),
        Value::Array(items) => items.iter_mut().for_each(|item| redact(item, secrets)),
        Value::Object(entries) => {
            let taken = std::mem::take(entries).into_iter();
            entries.extend(taken.map(|(key, mut value)| {
                redact(&mut value, secrets);
                (secrets.without(&key), value)
            }));
        }
        _ => {}
    }
}

/// A value with such a name, without its secrets.
fn covered(name: Name, value: Value) -> Value {
    match value {
        Value::String(text) if name.hides(&text) => HIDDEN.into(),
        Value::Number(_) if name > Name::Plain => HIDDEN.into(),
        other => without(other),
    }
}

fn in_words(mut text: String) -> String {
    let several = text.trim_end().contains('\n');
    let found = if several { in_source(&text, Syntax::Yaml, |_| false) } else { in_text(&text) };
    for range in found.into_iter().rev() {
        text.replace_range(range, HIDDEN);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn secrets_in_objects_are_covered() {
        let object = json!({
            "env": [{"name": "DB_PASSWORD", "value": "a"}, {"name": "B", "value": "c"}],
            "args": ["--token", "a", "--name", "b"],
            "data": {"adminPassword": "a", "tokenSecretKey": "file:///a", "conf": "x: 1\npassword: a\n"},
            "url": "http://a:b@c/",
            "automountServiceAccountToken": true,
        });
        let shown = json!({
            "env": [{"name": "DB_PASSWORD", "value": HIDDEN}, {"name": "B", "value": "c"}],
            "args": ["--token", HIDDEN, "--name", "b"],
            "data": {"adminPassword": HIDDEN, "tokenSecretKey": "file:///a", "conf": "x: 1\npassword: <hidden>\n"},
            "url": "http://<hidden>@c/",
            "automountServiceAccountToken": true,
        });
        assert_eq!(without(object), shown);
    }

    #[test]
    fn secrets_are_known_by_path() {
        let path = |parts: &[&str]| Path(parts.iter().map(|part| (*part).to_owned()).collect());
        assert!(Name::Plain < name_of(&path(&["data", "PULSAR_PREFIX_tlsKeyStorePassword"])));
        assert!(Name::Plain < name_of(&path(&["env", "[DB_PASSWORD]", "value"])));
        assert!(Name::Plain == name_of(&path(&["env", "[DB_PASSWORD]", "name"])));
        assert!(Name::Plain == name_of(&path(&["spec", "replicas"])));
    }
}

//! Secrets outside of Secret objects: settings and environment variables called after one, and what looks like one.

use crate::tree::{Path, Tree};
use pulsarc_diag::HIDDEN;
use pulsarc_diag::secrets::{Name, Syntax, in_source, in_text, is_reference};
use serde_json::Value;

/// Whether what stands at a path is called a secret: by its key, or as the value of a variable of that name.
pub(crate) fn is_called_so(path: &Path) -> bool {
    let named = |part: &String| Name::of(part.trim_start_matches('[').trim_end_matches(']')) > Name::Plain;
    match path.0.as_slice() {
        [.., name, value] if value == "value" && name.starts_with('[') => named(name),
        [.., last] => named(last),
        [] => false,
    }
}

/// Whether a value can be a secret and not only say where one is.
pub(crate) fn may_be_one(tree: &Tree) -> bool {
    match tree {
        Tree::Leaf(leaf) => match &leaf.value {
            Value::String(text) => !is_reference(text),
            Value::Number(_) => true,
            _ => false,
        },
        Tree::Map(_) | Tree::List(_) => false,
    }
}

/// A value with a word in the place of every secret in it.
pub(crate) fn without(value: Value) -> Value {
    match value {
        Value::Object(mut entries) => {
            let names_secret =
                entries.get("name").and_then(Value::as_str).is_some_and(|name| Name::of(name) > Name::Plain);
            for (key, value) in &mut entries {
                let called = Name::of(key) > Name::Plain || (names_secret && key == "value");
                *value = if called { covered(value.take()) } else { without(value.take()) };
            }
            Value::Object(entries)
        }
        Value::Array(items) => {
            let mut flag = false;
            let items = items.into_iter().map(|item| {
                let secret = std::mem::take(&mut flag);
                flag =
                    item.as_str().is_some_and(|text| text.starts_with('-') && Name::of(text) > Name::Plain);
                if secret { covered(item) } else { without(item) }
            });
            items.collect()
        }
        Value::String(text) => Value::String(in_words(text)),
        single => single,
    }
}

/// A value that is called a secret.
fn covered(value: Value) -> Value {
    match value {
        Value::String(text) if !is_reference(&text) => HIDDEN.into(),
        Value::Number(_) => HIDDEN.into(),
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
    fn paths_say_what_is_secret() {
        let path = |parts: &[&str]| Path(parts.iter().map(|part| (*part).to_owned()).collect());
        assert!(is_called_so(&path(&["data", "PULSAR_PREFIX_tlsKeyStorePassword"])));
        assert!(is_called_so(&path(&["env", "[DB_PASSWORD]", "value"])));
        assert!(!is_called_so(&path(&["env", "[DB_PASSWORD]", "name"])));
        assert!(!is_called_so(&path(&["spec", "replicas"])));
    }
}

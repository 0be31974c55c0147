//! The parts of a cluster that are shown besides its manifests: without its secrets.

use pulsarc_diag::{HIDDEN, Secrets};
use pulsarc_model::Node;
use serde_json::Value;

/// The whole configuration as plain data, with `<hidden>` instead of every secret.
pub fn config(root: &Node) -> Value {
    crate::plain(&pulsarc_eval::without_secrets(root))
}

/// Data with `<hidden>` instead of the secrets of a run, and of what looks like one.
pub fn shown(data: Value, secrets: &Secrets) -> Value {
    match data {
        Value::String(text) => Value::String(redacted(&text, secrets)),
        Value::Array(items) => items.into_iter().map(|item| shown(item, secrets)).collect(),
        Value::Object(entries) => {
            entries.into_iter().map(|(key, value)| (redacted(&key, secrets), shown(value, secrets))).collect()
        }
        single => single,
    }
}

/// A text with `<hidden>` instead of the secrets of a run, and of what looks like one.
pub fn redacted(text: &str, secrets: &Secrets) -> String {
    let mut shown = secrets.without(text);
    for range in pulsarc_diag::secrets::in_text(&shown).into_iter().rev() {
        shown.replace_range(range, HIDDEN);
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn data_is_printed_without_secrets() {
        let mut secrets = Secrets::default();
        secrets.keep("s3cret");
        let data = json!({"a": ["x s3cret", 1], "url": "http://me:pass@host/"});
        assert_eq!(shown(data, &secrets), json!({"a": ["x <hidden>", 1], "url": "http://<hidden>@host/"}));
    }
}

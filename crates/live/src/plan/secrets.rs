//! The secrets that no text of a plan may hold.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use pulsarc_diag::Secrets;
use serde_json::Value;

/// A value that is shorter is not looked for: it would be found in every other word.
const SHORTEST: usize = 6;

/// Known secrets, and every value of the Secrets among objects, decoded and as it is stored.
///
/// A value that is part of a public name, such as a user called like the release, is no secret: hiding it would hide the
/// objects themselves.
pub(crate) fn secrets<'v>(
    known: &Secrets,
    objects: impl Iterator<Item = &'v Value>,
    names: &[&str],
) -> Secrets {
    let mut secrets = known.clone();
    let mut keep = |value: &str| {
        if value.len() >= SHORTEST && !names.iter().any(|name| name.contains(value)) {
            secrets.keep(value);
        }
    };
    for object in objects.filter(|object| object.get("kind").and_then(Value::as_str) == Some("Secret")) {
        let values = |part: &str| object.get(part).and_then(Value::as_object).into_iter().flatten();
        for encoded in values("data").filter_map(|(_, value)| value.as_str()) {
            keep(encoded);
            let decoded = STANDARD.decode(encoded).ok().and_then(|bytes| String::from_utf8(bytes).ok());
            if let Some(text) = decoded {
                keep(&text);
            }
        }
        for text in values("stringData").filter_map(|(_, value)| value.as_str()) {
            keep(text);
            keep(&STANDARD.encode(text));
        }
    }
    secrets
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn values_are_hidden_in_both_forms_and_names_are_not() {
        let objects = [json!({"kind": "Secret", "data": {"a": "aHVudGVyMg==", "user": "cHVsc2Fy"},
            "stringData": {"b": "correct horse"}})];
        let found = secrets(&Secrets::default(), objects.iter(), &["pulsar-broker"]);
        let text = "hunter2 aHVudGVyMg== correct horse Y29ycmVjdCBob3JzZQ== pulsar";
        assert_eq!(found.without(text), "<hidden> <hidden> <hidden> <hidden> pulsar");
    }
}

//! Data as `KEY=value` lines that a shell, `docker --env-file` and CI systems read.

use pulsarc_diag::sanitize;
use serde_json::Value;
use std::collections::BTreeMap;

/// One line per leaf: the keys above it in capitals, joined by `_`. A list item is named by its unique `name`,
/// otherwise by its number. Null values have no line.
pub(crate) fn lines(value: &Value) -> String {
    let mut lines = Vec::new();
    leaves(value, "", &mut lines);
    lines.into_iter().map(|(key, value)| format!("{key}={}\n", shell_word(&value))).collect()
}

fn leaves(value: &Value, key: &str, into: &mut Vec<(String, String)>) {
    let below = |part: &str| {
        let part: String = part
            .chars()
            .map(|letter| if letter.is_ascii_alphanumeric() { letter.to_ascii_uppercase() } else { '_' })
            .collect();
        if key.is_empty() { part } else { format!("{key}_{part}") }
    };
    match value {
        Value::Object(entries) => {
            for (name, entry) in entries {
                leaves(entry, &below(name), into);
            }
        }
        Value::Array(items) => {
            let name = |item: &Value| item.get("name").and_then(Value::as_str).map(str::to_owned);
            let mut times: BTreeMap<Option<String>, usize> = BTreeMap::new();
            for item in items {
                *times.entry(name(item)).or_default() += 1;
            }
            for (at, item) in items.iter().enumerate() {
                let alone = name(item).filter(|_| times.get(&name(item)) == Some(&1));
                leaves(item, &below(&alone.unwrap_or_else(|| at.to_string())), into);
            }
        }
        Value::Null => {}
        Value::String(text) => into.push((key.to_owned(), text.clone())),
        Value::Bool(_) | Value::Number(_) => into.push((key.to_owned(), value.to_string())),
    }
}

/// Text as one shell word. Characters that act on a terminal, and lines that a CI system would read as a command, are
/// written as plain text: real values contain neither, and a shell has no word for both.
pub(crate) fn shell_word(text: &str) -> String {
    let text = &sanitize::text(text);
    let plain = |letter: char| letter.is_ascii_alphanumeric() || "_-./:,@%+=".contains(letter);
    if !text.is_empty() && text.chars().all(plain) {
        return text.to_owned();
    }
    format!("'{}'", text.replace('\'', r"'\''"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn keys_and_values_are_a_shells() {
        let value = json!({
            "client": "pulsar://a:6650",
            "a-b": [{"name": "one", "port": 1}, {"name": "two", "port": 2}],
            "twice": [{"name": "x"}, {"name": "x"}],
            "text": "it's two\nlines",
            "empty": "",
            "none": null,
            "first": [true],
        });
        let expected = "CLIENT=pulsar://a:6650\nA_B_ONE_NAME=one\nA_B_ONE_PORT=1\nA_B_TWO_NAME=two\nA_B_TWO_PORT=2\n\
                        TWICE_0_NAME=x\nTWICE_1_NAME=x\nTEXT='it'\\''s two\nlines'\nEMPTY=''\nFIRST_0=true\n";
        assert_eq!(lines(&value), expected);
    }
}

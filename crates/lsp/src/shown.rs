//! Values as they are shown: in one line, and without secrets.

use crate::analysis::Checked;
use crate::provider::node_at;
use pulsarc_diag::{KeyPath, Secrets, Segment};
use pulsarc_model::{Duration, Node, Quantity, Value};
use serde_json::Value as Data;
use std::collections::BTreeMap;

/// The longest value that is shown whole.
const LONGEST: usize = 80;

/// The value of a configuration at a path, without secrets.
pub(crate) fn of_result(checked: &Checked, path: &KeyPath) -> Option<Data> {
    let node = node_at(checked, path)?;
    Some(hidden(path, node.clone(), checked.built.sources.secrets()))
}

/// A text that a file writes for a setting, without secrets: a single value without its quotes, anything else as it is.
pub(crate) fn of_text(path: &KeyPath, written: &str, secrets: &Secrets) -> String {
    let node = Node::bare(Value::Text(bare(written).to_owned()));
    in_line(&hidden(path, node, secrets))
}

/// A value at a path without secrets: names above it decide with its look.
fn hidden(path: &KeyPath, node: Node, secrets: &Secrets) -> Data {
    let around = path.segments().iter().rev().fold(node, |inner, segment| {
        Node::bare(match segment {
            Segment::Key(key) => Value::Record(BTreeMap::from([(key.clone(), inner)])),
            Segment::Index(_) => Value::List(vec![inner]),
        })
    });
    let whole = pulsarc_compiler::config(&around);
    let inner = path.segments().iter().try_fold(&whole, |value, segment| match segment {
        Segment::Key(key) => value.get(key),
        Segment::Index(_) => value.get(0),
    });
    pulsarc_compiler::shown(inner.cloned().unwrap_or_default(), secrets)
}

/// A single value without its quotes.
pub(crate) fn bare(written: &str) -> &str {
    let written = written.trim();
    ['"', '\'']
        .iter()
        .find_map(|quote| written.strip_prefix(*quote)?.strip_suffix(*quote))
        .or_else(|| written.strip_prefix('\'').filter(|tag| !tag.contains('\'')))
        .unwrap_or(written)
}

/// Data in one line, cut where it is long.
pub(crate) fn in_line(value: &Data) -> String {
    let text = match value {
        Data::String(text) if text.is_empty() => "\"\"".to_owned(),
        Data::String(text) => text.clone(),
        Data::Object(entries) if !entries.is_empty() => {
            format!("a map of {}", counted(entries.len(), "entry", "entries"))
        }
        Data::Array(items) if items.iter().any(|item| item.is_object() || item.is_array()) => {
            format!("a list of {}", counted(items.len(), "item", "items"))
        }
        other => other.to_string(),
    };
    cut(&text, LONGEST)
}

fn counted(count: usize, one: &str, several: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { several })
}

/// The start of a text on one line.
pub(crate) fn cut(text: &str, most: usize) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= most {
        return line;
    }
    let start: String = line.chars().take(most.saturating_sub(1)).collect();
    format!("{}…", start.trim_end())
}

/// Text as code in Markdown, whatever backticks it has.
pub(crate) fn code(text: &str) -> String {
    if text.contains('`') { format!("`` {text} ``") } else { format!("`{text}`") }
}

/// What an amount or a length comes to: `1.5Gi` is 1,610,612,736 bytes. None for a value that needs no explanation.
pub(crate) fn normalized(path: &KeyPath, contract: &str, written: &str) -> Option<String> {
    let text = bare(written);
    if text.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let name = path.last_key().unwrap_or_default().to_lowercase();
    let is_length = contract.contains("Duration");
    let is_amount = contract.contains("Quantity") || AMOUNTS.iter().any(|amount| name.ends_with(amount));
    if is_length {
        return Duration::parse(text).ok().map(|duration| seconds(&duration));
    }
    let amount = Quantity::parse(text).ok().filter(|_| is_amount)?;
    Some(if name.ends_with("cpu") { cores(&amount) } else { format!("{} bytes", grouped(amount.units())) })
}

/// The names of amounts that Kubernetes has.
const AMOUNTS: [&str; 4] = ["memory", "cpu", "storage", "sizelimit"];

fn cores(amount: &Quantity) -> String {
    let milli = amount.milli();
    if milli % 1000 == 0 {
        let cores = milli / 1000;
        return if cores == 1 { "1 core".to_owned() } else { format!("{} cores", grouped(cores)) };
    }
    format!("{} millicores", grouped(milli))
}

fn seconds(duration: &Duration) -> String {
    let length = duration.length();
    let whole = grouped(i128::from(length.as_secs()));
    if length.subsec_nanos() == 0 {
        return if length.as_secs() == 1 { "1 second".to_owned() } else { format!("{whole} seconds") };
    }
    let fraction = format!("{:09}", length.subsec_nanos());
    format!("{whole}.{} seconds", fraction.trim_end_matches('0'))
}

/// A number with commas between thousands.
fn grouped(number: i128) -> String {
    let digits = number.unsigned_abs().to_string();
    let mut text = String::from(if number < 0 { "-" } else { "" });
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_and_lengths_are_normalized_by_what_their_key_holds() {
        let cases = [
            ("bookkeeper.volumes.journal.size", "Quantity", "1.5Gi", Some("1,610,612,736 bytes")),
            ("broker.resources.requests.memory", "", "\"512Mi\"", Some("536,870,912 bytes")),
            ("broker.resources.requests.cpu", "", "250m", Some("250 millicores")),
            ("broker.resources.requests.cpu", "", "2000m", Some("2 cores")),
            ("tls.common.duration", "GoDuration", "90m", Some("5,400 seconds")),
            ("tls.common.duration", "GoDuration", "1.5s", Some("1.5 seconds")),
            ("broker.replicaCount", "", "5", None),
            ("broker.configData.x", "", "90m", None),
            ("broker.resources.requests.memory", "", "lots", None),
        ];
        for (path, contract, written, expected) in cases {
            let shown = normalized(&KeyPath::parse(path), contract, written);
            assert_eq!(shown.as_deref(), expected, "{path} {written}");
        }
    }

    #[test]
    fn secrets_are_hidden_by_name_and_by_look() {
        let secrets = Secrets::default();
        let shown = |path: &str, text: &str| of_text(&KeyPath::parse(path), text, &secrets);
        assert_eq!(shown("broker.replicaCount", "5"), "5");
        assert_eq!(shown("pulsar_manager.admin.password", "hunter2"), "<hidden>");
        assert_eq!(shown("broker.configData.metadataStoreUrl", "\"zk://a:b@c\""), "zk://<hidden>@c");
    }

    #[test]
    fn a_value_fits_into_a_line() {
        assert_eq!(in_line(&Data::from("a\n  b")), "a b");
        assert_eq!(in_line(&Data::from("x".repeat(200))).chars().count(), LONGEST);
        assert_eq!(in_line(&serde_json::json!([{"a": 1}])), "a list of 1 item");
        assert_eq!(in_line(&serde_json::json!([1, 2])), "[1,2]");
        assert_eq!(cut("äöü", 2), "ä…");
        assert_eq!(code("a`b"), "`` a`b ``");
    }
}

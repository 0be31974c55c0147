//! Values as they were written: their keys in their order, their numbers digit by digit.

use pulsarc_diag::Sources;
use pulsarc_model::{Node, Number, Value as Written};
use serde_json::{Map, Value};

/// A value as JSON.
pub(crate) fn as_written(node: &Node, sources: &Sources) -> Value {
    match &node.value {
        Written::Null => Value::Null,
        Written::Bool(value) => Value::from(*value),
        Written::Number(number) => {
            let digits = node.span.map(|span| sources.slice(span));
            digits.and_then(|digits| serde_json::from_str(digits).ok()).unwrap_or_else(|| match number {
                Number::Integer(whole) => Value::from(*whole),
                Number::Decimal(decimal) => Value::from(*decimal),
            })
        }
        Written::Text(text) => Value::from(text.as_str()),
        Written::List(items) => items.iter().map(|item| as_written(item, sources)).collect(),
        Written::Record(entries) => {
            let mut entries: Vec<_> = entries.iter().collect();
            entries.sort_by_key(|(_, entry)| entry.key_span);
            let written = |(key, entry): (&String, &Node)| (key.clone(), as_written(entry, sources));
            Value::Object(entries.into_iter().map(written).collect::<Map<_, _>>())
        }
    }
}

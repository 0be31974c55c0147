//! Whether two configurations say the same.

use pulsarc_diag::{KeyPath, Segment};
use pulsarc_model::{Node, Scalar, Value};

/// The key of the records whose values Pulsar reads as text, however they are written.
pub(crate) const CONFIG_DATA: &str = "configData";

/// How the scalars of a place are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reading {
    /// A text is not a number.
    Typed,
    /// Everything ends up as text.
    Text,
}

/// Whether two values are the same.
pub(crate) fn same(one: &Node, other: &Node, reading: Reading) -> bool {
    match (&one.value, &other.value) {
        (Value::List(one), Value::List(other)) => {
            one.len() == other.len()
                && one.iter().zip(other).all(|(one, other)| same(one, other, Reading::Typed))
        }
        (Value::Record(one), Value::Record(other)) => {
            one.len() == other.len()
                && one.iter().all(|(key, one)| other.get(key).is_some_and(|other| same(one, other, reading)))
        }
        (one, other) if reading == Reading::Text => match (scalar(one), scalar(other)) {
            (Some(one), Some(other)) => one.to_string() == other.to_string(),
            _ => one == other,
        },
        (one, other) => one == other,
    }
}

/// The places below which two configurations differ, as deep as both have records.
pub(crate) fn differences(one: &Node, other: &Node) -> Vec<KeyPath> {
    let mut found = Vec::new();
    compare(one, other, Reading::Typed, &mut KeyPath::root(), &mut found);
    found
}

fn compare(one: &Node, other: &Node, reading: Reading, path: &mut KeyPath, found: &mut Vec<KeyPath>) {
    let (Value::Record(ones), Value::Record(others)) = (&one.value, &other.value) else {
        if !same(one, other, reading) {
            found.push(path.clone());
        }
        return;
    };
    let more = others.keys().filter(|key| !ones.contains_key(*key));
    for key in ones.keys().chain(more) {
        path.push(Segment::Key(key.clone()));
        let below = if key == CONFIG_DATA { Reading::Text } else { reading };
        match (ones.get(key), others.get(key)) {
            (Some(one), Some(other)) => compare(one, other, below, path, found),
            // A default that is null, and one that was removed: nothing is there either way.
            (Some(only), None) | (None, Some(only)) if only.value == Value::Null => {}
            _ => found.push(path.clone()),
        }
        path.pop();
    }
}

fn scalar(value: &Value) -> Option<Scalar> {
    use pulsarc_model::Number::{Decimal, Integer};
    match value {
        Value::Bool(truth) => Some(Scalar::Bool(*truth)),
        Value::Number(Integer(number)) => Some(Scalar::Integer(*number)),
        Value::Number(Decimal(number)) => Some(Scalar::Decimal(*number)),
        Value::Text(text) => Some(Scalar::Text(text.clone())),
        _ => None,
    }
}

//! The strict decoder: a [`Node`] becomes a typed value, and everything that does not fit is reported with its path.
//!
//! It is stricter than serde's own formats: integers are exact, a text is never taken for a number, and an unknown
//! key is an error also in types that would ignore it (those of Kubernetes). It goes on after an error: what does not
//! fit is reported, taken out, and the rest decoded again, so that one run tells all.

mod decoder;
mod problem;

use crate::{Node, UNKNOWN_KEY, Value, WRONG_TYPE};
use decoder::Decoder;
use problem::Problem;
use pulsarc_diag::{Diagnostic, Findings, KeyPath, Segment};
use serde::de::DeserializeOwned;

/// More mistakes than this in one block are not reported one by one.
const MOST_RETRIES: usize = 500;

/// The typed value of `node`, which is at `path` in the configuration; `None` where too much is wrong to make one.
pub fn decode<T: DeserializeOwned>(node: &Node, path: &KeyPath, found: &mut Findings) -> Option<T> {
    decode_without(&[], node, path, found)
}

/// The same, as if the record `node` had none of some keys.
pub fn decode_without<T: DeserializeOwned>(
    keys: &[&str],
    node: &Node,
    path: &KeyPath,
    found: &mut Findings,
) -> Option<T> {
    let mut pruned: Option<Node> = None;
    let mut taken_out: Vec<Vec<Segment>> = Vec::new();
    for _ in 0..MOST_RETRIES {
        let result = T::deserialize(Decoder::without(keys, pruned.as_ref().unwrap_or(node)));
        match result {
            Ok(value) => return Some(value),
            Err(problem) => {
                let inner: Vec<Segment> = problem.path.iter().rev().cloned().collect();
                let absent = problem.absent.map(|field| {
                    inner.iter().cloned().chain([Segment::Key(field.to_owned())]).collect::<Vec<_>>()
                });
                // A value that is absent because it was wrong has a diagnostic already.
                if !absent.is_some_and(|absent| taken_out.contains(&absent)) {
                    found.push(finding(node, path, &inner, problem));
                }
                if inner.is_empty() {
                    return None;
                }
                take_out(pruned.get_or_insert_with(|| node.clone()), &inner);
                taken_out.push(inner);
            }
        }
    }
    None
}

/// Takes a value out. An item leaves a hole, so that the other items keep their numbers.
fn take_out(node: &mut Node, path: &[Segment]) {
    let Some((last, around)) = path.split_last() else { return };
    let hole = around.iter().try_fold(&mut *node, |at, segment| at.child_mut(segment));
    match (hole.map(|at| &mut at.value), last) {
        (Some(Value::List(items)), Segment::Index(index)) if *index < items.len() => {
            items[*index] = Node::bare(Value::Null);
        }
        _ => node.remove(path),
    }
}

/// A problem at its place in the configuration.
fn finding(node: &Node, path: &KeyPath, inner: &[Segment], problem: Problem) -> Diagnostic {
    let mut whole = path.clone();
    let mut at = node;
    let mut span = node.key_span.or(node.span);
    for segment in inner {
        whole.push(segment.clone());
        if let Some(child) = at.child(segment) {
            at = child;
            span = if problem.code == Some(&UNKNOWN_KEY) {
                child.key_span.or(child.span)
            } else {
                child.span.or(child.key_span)
            }
            .or(span);
        }
    }
    whole = problem.absent.map_or_else(|| whole.clone(), |field| whole.key(field));
    let mut diagnostic =
        Diagnostic::new(problem.code.unwrap_or(&WRONG_TYPE), problem.message).at(whole).span(span);
    diagnostic.help = problem.help;
    match problem.suggestion {
        Some(meant) => diagnostic.suggest(meant),
        None => diagnostic,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Number;
    use serde::Deserialize;
    use std::collections::BTreeMap;

    #[derive(Debug, Deserialize, PartialEq)]
    struct Spec {
        replicas: u16,
        name: Option<String>,
        #[serde(default)]
        items: Vec<i32>,
    }

    fn record(entries: Vec<(&str, Value)>) -> Node {
        let entries = entries.into_iter().map(|(key, value)| (key.to_owned(), Node::bare(value)));
        Node::bare(Value::Record(entries.collect::<BTreeMap<_, _>>()))
    }

    fn decoded(node: &Node) -> (Option<Spec>, Vec<String>) {
        let mut found = Findings::default();
        let spec = decode(node, &KeyPath::parse("broker"), &mut found);
        (
            spec,
            found
                .iter()
                .map(|d| format!("{} {}: {}", d.code, d.path.clone().unwrap_or_default(), d.message))
                .collect(),
        )
    }

    #[test]
    fn a_decimal_is_not_a_whole_number() {
        let (_, messages) = decoded(&record(vec![("replicas", Value::Number(Number::Decimal(1.7)))]));
        assert_eq!(messages, ["PUL0003 broker.replicas: expected a whole number, got the number 1.7"]);
    }

    #[test]
    fn a_negative_number_is_not_rounded_to_zero() {
        let (spec, messages) = decoded(&record(vec![("replicas", Value::Number(Number::Integer(-1)))]));
        assert_eq!(spec, None);
        assert_eq!(messages.len(), 1, "{messages:?}");
    }

    #[test]
    fn omitted_values_are_valid() {
        let node = record(vec![
            ("replicas", Value::Number(Number::Integer(3))),
            ("name", Value::Bool(true)),
            ("another", Value::Null),
        ]);
        let mut found = Findings::default();
        let spec = decode_without::<Spec>(&["name", "another"], &node, &KeyPath::root(), &mut found);
        assert_eq!(spec, Some(Spec { replicas: 3, name: None, items: Vec::new() }));
        assert!(found.is_empty());
    }

    #[test]
    fn every_mistake_is_reported_once() {
        let item = |value| Node::bare(value);
        let items = Value::List(vec![
            item(Value::Text("a".into())),
            item(Value::Number(Number::Integer(1))),
            item(Value::Bool(true)),
        ]);
        let (spec, messages) = decoded(&record(vec![
            ("replicas", Value::Number(Number::Integer(3))),
            ("items", items),
            ("nmae", Value::Text("x".into())),
            ("name", Value::Bool(true)),
        ]));
        assert_eq!(spec, Some(Spec { replicas: 3, name: None, items: vec![1] }));
        assert_eq!(messages.len(), 4, "{messages:?}");
        assert!(messages.contains(&"PUL0002 broker.nmae: unknown key `nmae`".to_owned()), "{messages:?}");
        assert!(messages.iter().any(|t| t.starts_with("PUL0003 broker.items.2:")), "{messages:?}");
    }
}

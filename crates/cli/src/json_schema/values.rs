//! Single values in JSON Schema: ranges, patterns, lengths and choices, as their contracts declare them.

use pulsarc_eval::{LeafFacts, TextFacts};
use serde_json::{Map, Value, json};

/// Whether null is accepted beside what a contract accepts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Null {
    Accepted,
    Rejected,
}

/// The schema of a value that has no key of its own: an item of a list, or an entry of a map.
pub(super) fn schema(facts: &LeafFacts, null: Null) -> Value {
    let kinds = [
        (facts.list, "array"),
        (facts.switch, "boolean"),
        (facts.number.is_some_and(|range| range.whole), "integer"),
        (null == Null::Accepted, "null"),
        (facts.number.is_some_and(|range| !range.whole), "number"),
        (facts.text.is_some(), "string"),
    ];
    let kinds: Vec<&str> = kinds.into_iter().filter(|(is_accepted, _)| *is_accepted).map(|it| it.1).collect();
    if let Some(choices) = choices(facts) {
        let null = (null == Null::Accepted).then_some(Value::Null);
        let choices: Vec<Value> = choices.iter().map(|text| json!(text)).chain(null).collect();
        return json!({ "enum": choices });
    }
    let mut schema = Map::from_iter([("type".to_owned(), json!(kinds))]);
    schema.extend(bounds(facts));
    Value::Object(schema)
}

/// The only values that are accepted, if these are some texts.
fn choices(facts: &LeafFacts) -> Option<&'static [&'static str]> {
    let only_text = !facts.switch && !facts.list && facts.number.is_none();
    let text = facts.text.filter(|text| only_text && text.pattern.is_none() && text.digits.is_none())?;
    (!text.choices.is_empty()).then_some(text.choices)
}

/// The keywords for ranges, patterns and lengths: each applies to values of its own type only.
pub(super) fn bounds(facts: &LeafFacts) -> Vec<(String, Value)> {
    let mut keywords: Vec<(&str, Value)> = Vec::new();
    if let Some(range) = facts.number {
        keywords.extend(range.least.map(|least| ("minimum", json!(least))));
        keywords.extend(range.most.map(|most| ("maximum", json!(most))));
    }
    if let Some(text) = facts.text.filter(|text| !text.is_any()) {
        keywords.push(("pattern", json!(pattern(&text))));
        keywords.extend(longest(&text).map(|longest| ("maxLength", json!(longest))));
        match text.pattern.and_then(|pattern| pattern.except) {
            Some("") => keywords.push(("minLength", json!(1))),
            Some(except) => {
                keywords.push(("not", json!({ "type": "string", "pattern": anchored(except) })));
            }
            None => {}
        }
    }
    keywords.into_iter().map(|(keyword, value)| (keyword.to_owned(), value)).collect()
}

/// The expression of all accepted texts.
fn pattern(text: &TextFacts) -> String {
    let ending = text.ending.map(|ending| format!("[{ending}]?")).unwrap_or_default();
    let digits = text.digits.map(|digits| format!("[0-9]{{1,{digits}}}"));
    let choices = text.choices.iter().map(|choice| literal(choice));
    let own = text.pattern.map(|pattern| pattern.expression.to_owned()).into_iter().chain(digits);
    match &choices.chain(own).collect::<Vec<_>>()[..] {
        [expression] if ending.is_empty() => anchored(expression),
        expressions => format!("^(?:{}){ending}$", expressions.join("|")),
    }
}

/// The largest number of characters, with the ending.
fn longest(text: &TextFacts) -> Option<usize> {
    text.longest.map(|longest| longest + usize::from(text.ending.is_some()))
}

fn anchored(expression: &str) -> String {
    if expression.contains('|') { format!("^(?:{expression})$") } else { format!("^{expression}$") }
}

/// The characters that mean something else in an expression.
const SPECIAL: &str = r"\/.*+?()[]{}|^$";

/// A text as an expression that matches nothing else.
fn literal(text: &str) -> String {
    let escaped = |it: char| if SPECIAL.contains(it) { format!("\\{it}") } else { it.to_string() };
    text.chars().map(escaped).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use pulsarc_diag::KeyPath;

    fn declared(path: &str) -> LeafFacts {
        pulsarc_eval::declared(&KeyPath::parse(path)).value.expect("it is a single value")
    }

    #[test]
    fn ranges_patterns_and_lengths_have_their_keywords() {
        let port = schema(&declared("proxy.ports.http"), Null::Rejected);
        assert_eq!(port, json!({ "type": ["integer"], "minimum": 1, "maximum": 65535 }));
        let label = schema(&declared("broker.component"), Null::Accepted);
        assert_eq!(label["type"], json!(["null", "string"]));
        assert_eq!(
            (&label["pattern"], &label["maxLength"]),
            (&json!("^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"), &json!(63))
        );
        let policy = schema(&declared("images.broker.pullPolicy"), Null::Rejected);
        assert_eq!(policy, json!({ "enum": ["Always", "IfNotPresent", "Never"] }));
        let interval = bounds(&declared("broker.podMonitor.interval"));
        assert!(interval.contains(&("minLength".to_owned(), json!(1))), "{interval:?}");
        let host = bounds(&declared("proxy.ingress.hostname"));
        assert!(host.iter().any(|(keyword, _)| keyword == "not"), "{host:?}");
    }

    #[test]
    fn choices_beside_a_pattern_are_literal() {
        assert_eq!(literal("a.b"), "a\\.b");
        let text = TextFacts { ending: Some('.'), ..declared("broker.component").text.expect("it is text") };
        assert_eq!(pattern(&text), "^(?:[a-z0-9]([-a-z0-9]*[a-z0-9])?)[.]?$");
        assert_eq!(longest(&text), Some(64));
    }
}

//! The leaves of the contracts as Rust, for the table.

use super::compile::Compiled;
use serde_json::Value;
use std::fmt::Write as _;

/// A leaf contract and its data.
pub(super) struct LeafSource {
    pub(super) name: String,
    /// Its file in `contracts/shared/`; none for a type of Nickel itself.
    pub(super) file: Option<String>,
    pub(super) doc: String,
    pub(super) facts: Value,
}

impl LeafSource {
    /// Types of Nickel, and the keys of maps that accept any key.
    pub(super) fn builtin() -> Vec<Self> {
        let all = [
            ("Anything", serde_json::json!({ "text": {} })),
            ("Bool", serde_json::json!({ "switch": true })),
            ("String", serde_json::json!({ "text": {} })),
        ];
        let source = |(name, facts): (&str, Value)| Self {
            name: name.to_owned(),
            file: None,
            doc: String::new(),
            facts,
        };
        all.map(source).into()
    }
}

/// The enumeration of leaves, their data, and the automata of their patterns.
pub(super) fn written(leaves: &[LeafSource]) -> String {
    let mut automata = Automata::default();
    let (mut names, mut contracts) = (String::new(), String::new());
    for leaf in leaves {
        let name = &leaf.name;
        let _ = writeln!(names, "    {name},");
        let contract = leaf.file.as_ref().map(|file| (file, name));
        let facts = facts(leaf, &mut automata);
        let _ = writeln!(contracts, "    LeafContract {{ contract: {contract:?}, facts: {facts} }},");
    }
    let mut patterns = String::new();
    for (index, (expression, except)) in automata.known.iter().enumerate() {
        let automaton = Compiled::of(expression, except.as_deref()).written();
        let _ = writeln!(patterns, "const PATTERN_{index}: Automaton = {automaton};");
    }
    let count = leaves.len();
    let all = leaves.iter().map(|leaf| format!("Leaf::{}", leaf.name)).collect::<Vec<_>>().join(", ");
    format!(
        "#[derive(Debug, Clone, Copy, PartialEq, Eq)]\npub(super) enum Leaf {{\n{names}}}\n\
         #[cfg(test)]\npub(super) const ALL_LEAVES: [Leaf; {count}] = [{all}];\n\
         {patterns}\
         static LEAVES: [LeafContract; {count}] = [\n{contracts}];\n"
    )
}

/// The expressions that have an automaton: many leaves share one.
#[derive(Default)]
struct Automata {
    known: Vec<(String, Option<String>)>,
}

impl Automata {
    fn index(&mut self, expression: &str, except: Option<&str>) -> usize {
        let wanted = (expression.to_owned(), except.map(str::to_owned));
        self.known.iter().position(|known| *known == wanted).unwrap_or_else(|| {
            self.known.push(wanted);
            self.known.len() - 1
        })
    }
}

fn facts(leaf: &LeafSource, automata: &mut Automata) -> String {
    let fields = leaf.facts.as_object().expect("the data of a leaf is a record").iter();
    let fields = fields.map(|(name, value)| match name.as_str() {
        "number" => format!("number: Some({})", number(value)),
        "text" => format!("text: Some({})", text(value, automata)),
        "switch" | "list" | "secret" => {
            assert_eq!(value, true, "{}: {name} is true or absent", leaf.name);
            format!("{name}: true")
        }
        _ => unknown(name),
    });
    let fields: String = fields.map(|field| format!("{field}, ")).collect();
    format!("LeafFacts {{ doc: {:?}, {fields}..LeafFacts::NOTHING }}", leaf.doc)
}

fn number(range: &Value) -> String {
    let fields = range.as_object().expect("a range is a record");
    for name in fields.keys() {
        if !matches!(name.as_str(), "least" | "most" | "whole") {
            unknown(name);
        }
    }
    let bound = |name: &str| fields.get(name).map(|bound| bound.as_i64().expect("a bound is a whole number"));
    let whole = fields.contains_key("whole");
    format!("NumberRange {{ least: {:?}, most: {:?}, whole: {whole} }}", bound("least"), bound("most"))
}

fn text(facts: &Value, automata: &mut Automata) -> String {
    let fields = facts.as_object().expect("the data of texts is a record");
    let string = |name: &str| fields.get(name).map(|value| value.as_str().expect("it is text"));
    let written = fields.iter().filter_map(|(name, value)| match name.as_str() {
        "choices" => Some(format!("choices: &{:?}", texts(value))),
        "digits" | "longest" => Some(format!("{name}: Some({})", value.as_u64().expect("it is a number"))),
        "ending" => {
            let ending: Vec<char> = string("ending").into_iter().flat_map(str::chars).collect();
            assert_eq!(ending.len(), 1, "an ending is one character");
            Some(format!("ending: Some({:?})", ending[0]))
        }
        "pattern" => {
            let (expression, except) = (string("pattern").unwrap_or_default(), string("except"));
            let index = automata.index(expression, except);
            Some(format!(
                "pattern: Some(Pattern {{ expression: {expression:?}, except: {except:?}, automaton: PATTERN_{index} }})"
            ))
        }
        "except" => {
            assert!(fields.contains_key("pattern"), "`except` needs a pattern");
            None
        }
        _ => unknown(name),
    });
    let written: String = written.map(|field| format!("{field}, ")).collect();
    format!("TextFacts {{ {written}..TextFacts::ANY }}")
}

/// The texts of a list.
pub(super) fn texts(list: &Value) -> Vec<&str> {
    list.as_array().into_iter().flatten().map(|text| text.as_str().expect("a choice is text")).collect()
}

fn unknown(name: &str) -> ! {
    panic!("no leaf has the fact `{name}`: contracts/shared/leaf.ncl lists them")
}

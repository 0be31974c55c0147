//! The data of leaf contracts: ranges, patterns, lengths and choices. `contracts/shared/leaf.ncl` says what each means.
//!
//! A quick test over this data replaces Nickel for most values. It may be too strict: values that it does not accept go
//! to the contract itself, which returns the diagnostic. It is never too lenient: tests compare both on the same values.

use super::automaton::Automaton;
use pulsarc_model::{Number, Value};

/// The single values that a leaf accepts, as its contract declares them.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LeafFacts {
    /// The contract's doc; empty for types of Nickel itself, and for an enumeration.
    pub doc: &'static str,
    /// The accepted numbers.
    pub number: Option<NumberRange>,
    /// The accepted texts.
    pub text: Option<TextFacts>,
    /// Whether `true` and `false` are accepted.
    pub switch: bool,
    /// Whether lists of text are accepted.
    pub list: bool,
    /// Whether the value is a secret.
    pub secret: bool,
}

/// Numbers between two bounds, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NumberRange {
    /// The least one.
    pub least: Option<i64>,
    /// The largest one.
    pub most: Option<i64>,
    /// Whether only whole numbers are accepted.
    pub whole: bool,
}

/// Texts: the choices, and those that match the pattern or consist of digits. Without any of these, all texts.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TextFacts {
    /// Texts that are accepted as they are.
    pub choices: &'static [&'static str],
    /// The expression that other texts have to match.
    pub pattern: Option<Pattern>,
    /// The largest number of digits of a number in the accepted range.
    pub digits: Option<usize>,
    /// The largest number of characters.
    pub longest: Option<usize>,
    /// A character that may follow and counts for neither the pattern nor the length.
    pub ending: Option<char>,
}

/// A regular expression that all of a text has to match.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pattern {
    /// The expression, without anchors.
    pub expression: &'static str,
    /// Texts that match this expression are rejected all the same.
    pub except: Option<&'static str>,
    /// Both as an automaton.
    pub(super) automaton: Automaton,
}

impl LeafFacts {
    /// No values at all.
    pub(super) const NOTHING: Self =
        Self { doc: "", number: None, text: None, switch: false, list: false, secret: false };

    /// These texts, and no others.
    pub(super) const fn one_of(choices: &'static [&'static str]) -> Self {
        Self { text: Some(TextFacts { choices, ..TextFacts::ANY }), ..Self::NOTHING }
    }

    /// Whether the contract surely accepts a value.
    pub(super) fn accept(&self, value: &Value) -> bool {
        match value {
            Value::Bool(_) => self.switch,
            Value::Number(number) => self.number.is_some_and(|range| range.contains(*number)),
            Value::Text(text) => self.text.is_some_and(|facts| facts.accept(text, self.number)),
            Value::List(items) => self.list && items.iter().all(|item| matches!(item.value, Value::Text(_))),
            Value::Null | Value::Record(_) => false,
        }
    }

    /// Whether some value of an accepted kind is rejected.
    pub fn is_bounded(&self) -> bool {
        let numbers = self.number.is_some_and(|range| range.least.is_some() || range.most.is_some());
        numbers || self.text.is_some_and(|text| !text.is_any())
    }

    /// The accepted values, in words: `a whole number from 1 to 65535`.
    pub fn in_words(&self) -> String {
        let words = [
            self.switch.then(|| "true or false".to_owned()),
            self.number.map(NumberRange::in_words),
            self.text.map(|text| text.in_words()),
            self.list.then(|| "a list of text".to_owned()),
        ];
        words.into_iter().flatten().collect::<Vec<_>>().join(", ")
    }
}

impl NumberRange {
    fn contains(self, number: Number) -> bool {
        match number {
            Number::Integer(whole) => {
                self.least.is_none_or(|least| whole >= least) && self.most.is_none_or(|most| whole <= most)
            }
            // A bound that a double may not hold is left to the contract.
            Number::Decimal(decimal) => {
                let bound = |bound: i64| i32::try_from(bound).map(f64::from).ok();
                !self.whole
                    && self.least.is_none_or(|least| bound(least).is_some_and(|least| decimal >= least))
                    && self.most.is_none_or(|most| bound(most).is_some_and(|most| decimal <= most))
            }
        }
    }

    /// The range, in words: `a whole number of 0 or more`.
    pub fn in_words(self) -> String {
        let kind = if self.whole { "a whole number" } else { "a number" };
        match (self.least, self.most) {
            (Some(least), Some(most)) => format!("{kind} from {least} to {most}"),
            (Some(least), None) => format!("{kind} of {least} or more"),
            (None, Some(most)) => format!("{kind} of at most {most}"),
            (None, None) => kind.to_owned(),
        }
    }
}

impl TextFacts {
    /// All texts.
    pub(super) const ANY: Self =
        Self { choices: &[], pattern: None, digits: None, longest: None, ending: None };

    fn accept(&self, text: &str, numbers: Option<NumberRange>) -> bool {
        if self.choices.contains(&text) {
            return true;
        }
        let text = self.ending.and_then(|ending| text.strip_suffix(ending)).unwrap_or(text);
        let matches = self.is_any() || self.pattern.is_some_and(|pattern| pattern.automaton.matches(text));
        // No text has more characters than bytes.
        (matches || self.is_number(text, numbers)) && self.longest.is_none_or(|longest| text.len() <= longest)
    }

    /// Whether a text consists of the digits of an accepted number.
    fn is_number(&self, text: &str, numbers: Option<NumberRange>) -> bool {
        self.digits.is_some_and(|most| text.len() <= most)
            && text.bytes().all(|byte| byte.is_ascii_digit())
            && text
                .parse()
                .is_ok_and(|number| numbers.is_some_and(|numbers| numbers.contains(Number::Integer(number))))
    }

    /// Whether every text is accepted.
    pub fn is_any(&self) -> bool {
        self.choices.is_empty() && self.pattern.is_none() && self.digits.is_none()
    }

    /// The length and the choices, in words; the pattern has its own doc.
    fn in_words(&self) -> String {
        let only_choices = self.pattern.is_none() && self.digits.is_none();
        match (self.longest, self.digits) {
            _ if only_choices && !self.choices.is_empty() => {
                let quoted = self.choices.iter().map(|choice| format!("{choice:?}"));
                format!("one of {}", quoted.collect::<Vec<_>>().join(", "))
            }
            (_, Some(digits)) => format!("text of at most {digits} digits"),
            (Some(longest), _) => format!("text of at most {longest} characters"),
            _ => "text".to_owned(),
        }
    }
}

/// What the contracts declare about the values at a path.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Declared {
    /// About the value itself, if it is a single value.
    pub value: Option<LeafFacts>,
    /// About each item, if a list of single values is accepted.
    pub items: Option<LeafFacts>,
    /// About each entry, if a map of single values is accepted.
    pub entries: Option<LeafFacts>,
}

/// A part of a declaration, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Detail {
    /// What the value is.
    Value(&'static str),
    /// The regular expression that a text has to match.
    Pattern(&'static str),
    /// What each item of a list is.
    Items(String),
    /// What each entry of a map is.
    Entries(String),
}

/// Longer expressions are left to the JSON Schema: nobody reads them.
const READABLE: usize = 120;

impl Declared {
    /// What is declared, in words: what the kind of value alone does not say.
    pub fn details(&self) -> Vec<Detail> {
        let pattern = |facts: &LeafFacts| facts.text.and_then(|text| text.pattern);
        let words = |facts: LeafFacts| {
            if pattern(&facts).is_some() { facts.doc.to_owned() } else { facts.in_words() }
        };
        let mut details = Vec::new();
        if let Some((facts, pattern)) = self.value.and_then(|facts| Some((facts, pattern(&facts)?))) {
            details.push(Detail::Value(facts.doc));
            details.extend(
                (pattern.expression.len() <= READABLE).then_some(Detail::Pattern(pattern.expression)),
            );
        }
        let bounded = |facts: Option<LeafFacts>| facts.filter(LeafFacts::is_bounded);
        details.extend(bounded(self.items).map(|facts| Detail::Items(words(facts))));
        details.extend(bounded(self.entries).map(|facts| Detail::Entries(words(facts))));
        details
    }
}

impl Detail {
    /// Its name and its words.
    pub fn named(&self) -> (&'static str, &str) {
        match self {
            Self::Value(words) => ("value", words),
            Self::Pattern(expression) => ("pattern", expression),
            Self::Items(words) => ("items", words),
            Self::Entries(words) => ("entries", words),
        }
    }
}

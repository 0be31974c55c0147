//! What is to be written: values in their order, with what their writer says about them.

use pulsarc_diag::KeyPath;
use pulsarc_model::Number;

/// A value, and the comments around it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Part {
    /// On lines of their own, before it; an empty one is a blank line.
    pub(crate) above: Vec<String>,
    /// At the end of its line.
    pub(crate) beside: Option<String>,
    /// On lines of their own, after it.
    pub(crate) below: Vec<String>,
    /// The value.
    pub(crate) value: Shape,
}

/// A value.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Shape {
    /// What removes a default.
    Null,
    /// True or false.
    Bool(bool),
    /// A number.
    Number(Number),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Part>),
    /// A record, in its writer's order.
    Record(Vec<(String, Part)>),
    /// A value that several places share, by its name.
    Shared(String),
    /// A shared record, and what else is in it.
    Extended(String, Vec<(String, Part)>),
}

impl Part {
    /// Whether nothing is said about it.
    pub(crate) fn is_bare(&self) -> bool {
        self.above.is_empty() && self.beside.is_none() && self.below.is_empty()
    }

    /// How many comments are in it and around it.
    pub(crate) fn comments(&self) -> usize {
        let lines = self.above.iter().chain(&self.below).chain(&self.beside);
        let own = lines.filter(|line| !line.is_empty()).count();
        own + match &self.value {
            Shape::Record(entries) | Shape::Extended(_, entries) => {
                entries.iter().map(|(_, part)| part.comments()).sum()
            }
            Shape::List(items) => items.iter().map(Self::comments).sum(),
            _ => 0,
        }
    }

    /// The paths of the values that it says.
    pub(crate) fn paths(&self, own: &KeyPath, paths: &mut Vec<KeyPath>) {
        match &self.value {
            Shape::Record(entries) if !entries.is_empty() => {
                for (key, part) in entries {
                    part.paths(&own.key(key), paths);
                }
            }
            _ => paths.push(own.clone()),
        }
    }

    /// Whether it holds a value, or anything below, at these keys.
    pub(crate) fn holds(&self, keys: &[String]) -> bool {
        match (keys, &self.value) {
            ([], _) | (_, Shape::Shared(_) | Shape::Extended(..)) => true,
            ([first, rest @ ..], Shape::Record(entries)) => {
                entries.iter().any(|(key, part)| key == first && part.holds(rest))
            }
            _ => false,
        }
    }
}

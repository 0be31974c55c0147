//! Settings to paste into a file.

use super::literal::{Literal, Syntax, quoted, yaml_key};
use super::{Advice, Edit};
use crate::{KeyPath, Segment, nickel};
use std::fmt::Write;

impl Advice {
    /// The values that it writes.
    pub(super) fn settings(&self) -> Vec<(&KeyPath, &Literal)> {
        let settings = self.edits.iter().map(|edit| match edit {
            Edit::Set { path, value } => Some((path, value)),
            Edit::Remove { .. } | Edit::Move { .. } => None,
        });
        settings.collect::<Option<_>>().unwrap_or_default()
    }

    /// The settings to paste into a file, nested from its top; none if it does more than write values.
    pub fn snippet(&self, syntax: Syntax) -> Option<String> {
        let settings = self.settings();
        let is_item = |path: &KeyPath| path.segments().iter().any(|step| matches!(step, Segment::Index(_)));
        let pasteable = !settings.is_empty() && !settings.iter().any(|(path, _)| is_item(path));
        pasteable.then(|| match syntax {
            Syntax::Nickel => {
                let line = |(path, value): &(&KeyPath, &Literal)| {
                    format!("{} = {},\n", in_nickel(path), value.written(syntax))
                };
                settings.iter().map(line).collect()
            }
            Syntax::Yaml | Syntax::Json => {
                let settings: Vec<(&[Segment], &Literal)> =
                    settings.iter().map(|(path, value)| (path.segments(), *value)).collect();
                let mut text = String::new();
                nest(&settings, syntax, "", &mut text);
                text
            }
        })
    }
}

/// A path as Nickel writes it, to the left of `=`.
pub(super) fn in_nickel(path: &KeyPath) -> String {
    let step = |segment: &Segment| match segment {
        Segment::Key(key) => nickel::key(key),
        Segment::Index(at) => at.to_string(),
    };
    path.segments().iter().map(step).collect::<Vec<_>>().join(".")
}

fn nest(settings: &[(&[Segment], &Literal)], syntax: Syntax, indent: &str, text: &mut String) {
    for group in settings.chunk_by(|one, other| one.0.first() == other.0.first()) {
        let Some(([first, rest @ ..], value)) = group.first() else { continue };
        let key = match first {
            Segment::Key(key) if syntax == Syntax::Json => quoted(key),
            Segment::Key(key) => yaml_key(key),
            Segment::Index(at) => at.to_string(),
        };
        if rest.is_empty() {
            let _ = writeln!(text, "{indent}{key}: {}", value.written(syntax));
        } else {
            let _ = writeln!(text, "{indent}{key}:");
            let below: Vec<(&[Segment], &Literal)> =
                group.iter().filter_map(|(path, value)| Some((path.get(1..)?, *value))).collect();
            nest(&below, syntax, &format!("{indent}  "), text);
        }
    }
}

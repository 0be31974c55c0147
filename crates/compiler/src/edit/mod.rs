//! Changes of a configuration file in place: settings are written, removed and moved by their spans, and all other text
//! stays as it is.
//!
//! Whoever edits evaluates the new text and compares: an edit that does not come out as meant is not kept.

mod insert;
mod remove;

use insert::{Addition, Content};
use pulsarc_diag::advice::quoted;
use pulsarc_diag::{Edit, KeyPath, Literal, SourceId, Span, Syntax, TextEdit};
use pulsarc_model::{Node, Origin, Value};

/// A file to edit: its text, and the values that it sets.
#[derive(Clone, Copy)]
pub struct Document<'a> {
    /// How it is written.
    pub syntax: Syntax,
    /// Its text, as it is on disk.
    pub text: &'a str,
    /// Its place among the sources.
    pub source: SourceId,
    /// The values of the configuration; those of other files are left alone.
    pub tree: &'a Node,
    /// A setting with the place of its key or value, if the tree may lack it: a wrong value, or an unknown key.
    pub subject: Option<(&'a KeyPath, Span)>,
}

impl Document<'_> {
    /// The edits that make all changes; none if one of them cannot be made in this file.
    pub fn edits(&self, changes: &[Edit]) -> Option<Vec<TextEdit>> {
        let mut edits: Vec<TextEdit> = Vec::new();
        let mut added: Vec<Addition> = Vec::new();
        for change in changes {
            match change {
                Edit::Remove { path } => edits.push(self.removal(path, changes)?),
                Edit::Set { path, value } => match self.value_at(path) {
                    Some(span) => edits.push(self.replacement(path, span, value)?),
                    None => added.push(Addition { path, content: Content::Literal(value) }),
                },
                // The setting would be there twice.
                Edit::Move { to, .. } if self.own(to).is_some() => return None,
                Edit::Move { from, to } if from.parent() == to.parent() => {
                    edits.push(self.renaming(from, to.last_key()?)?);
                }
                Edit::Move { from, to } => {
                    added.push(Addition { path: to, content: self.content(self.own(from)?)? });
                    edits.push(self.removal(from, changes)?);
                }
            }
        }
        edits.extend(self.insertions(&mut added)?);
        edits.dedup();
        Some(edits)
    }

    /// The value at a path, if this file sets it.
    fn own(&self, path: &KeyPath) -> Option<&Node> {
        let node = self.tree.get(path)?;
        (node.origin == Origin::User && self.is_here(node.key_span.or(node.span)?)).then_some(node)
    }

    fn is_here(&self, span: Span) -> bool {
        span.source == self.source
    }

    fn edit(&self, start: usize, end: usize, text: impl Into<String>) -> TextEdit {
        TextEdit { span: Span::new(self.source, start..end), text: text.into() }
    }

    /// The place of a setting's value in this file.
    fn value_at(&self, path: &KeyPath) -> Option<Span> {
        let node = self.own(path).and_then(|node| node.span);
        node.or_else(|| self.subject_at(path)).filter(|span| self.is_here(*span))
    }

    fn subject_at(&self, path: &KeyPath) -> Option<Span> {
        self.subject.filter(|(subject, _)| *subject == path).map(|(_, span)| span)
    }

    /// Another value: in the quotes of the old one.
    fn replacement(&self, path: &KeyPath, span: Span, value: &Literal) -> Option<TextEdit> {
        let old = self.text.get(span.range())?;
        let holds_more =
            self.own(path).is_some_and(|node| matches!(node.value, Value::Record(_) | Value::List(_)));
        let is_block = (holds_more || old.contains('\n')) && !old.starts_with(['{', '[']);
        if is_block || old.is_empty() || old.starts_with(['|', '>', '&', '*', '!']) {
            return None;
        }
        let with = match value {
            Literal::Text(text) if old.starts_with('\'') && self.syntax != Syntax::Nickel => {
                format!("'{}'", text.replace('\'', "''"))
            }
            Literal::Text(text) if old.starts_with('"') && self.syntax == Syntax::Yaml => quoted(text),
            value => value.written(self.syntax),
        };
        Some(self.edit(span.range().start, span.range().end, with))
    }

    /// Another name for a key.
    fn renaming(&self, path: &KeyPath, name: &str) -> Option<TextEdit> {
        let key = self.own(path).and_then(|node| node.key_span).or_else(|| self.subject_at(path));
        let key = key.filter(|span| self.is_here(*span))?;
        let old = self.text.get(key.range()).filter(|old| !old.contains('\n'))?;
        let new = match old.chars().next()? {
            quote @ ('"' | '\'') => format!("{quote}{name}{quote}"),
            _ => insert::key(name, self.syntax),
        };
        Some(self.edit(key.range().start, key.range().end, new))
    }

    /// The last byte of a value: in a block of YAML the end of its last entry.
    fn end_of(&self, node: &Node) -> Option<usize> {
        let own = node.span.filter(|span| self.is_here(*span)).map(Span::range);
        let below = match &node.value {
            Value::Record(entries) => entries.values().filter_map(|entry| self.end_of(entry)).max(),
            Value::List(items) => items.iter().filter_map(|item| self.end_of(item)).max(),
            _ => None,
        };
        // The span of a block reaches to whatever follows it.
        let closed = own
            .as_ref()
            .and_then(|own| self.text.get(own.start..))
            .is_some_and(|text| text.starts_with(['{', '[']));
        let key = node.key_span.filter(|span| self.is_here(*span)).map(|span| span.range().end);
        if below.is_some() && !closed { below } else { own.map(|own| own.end).or(key) }
    }

    fn line_start(&self, at: usize) -> usize {
        self.text.get(..at).and_then(|before| before.rfind('\n')).map_or(0, |newline| newline + 1)
    }

    /// The entries of a record that this file sets, in the order of its text.
    fn children<'n>(&self, node: &'n Node) -> Vec<(&'n str, &'n Node)> {
        let Value::Record(entries) = &node.value else { return Vec::new() };
        // An alias or a merge key brings entries whose text is elsewhere.
        let around = node.span.filter(|span| self.is_here(*span) && self.syntax != Syntax::Nickel);
        let inside = |span: Span| {
            around.is_none_or(|around| {
                around.start <= span.start && span.start < around.end.max(around.start + 1)
            })
        };
        let own = |(_, entry): &(&'n str, &'n Node)| {
            entry.origin == Origin::User
                && entry.key_span.is_some_and(|span| self.is_here(span) && inside(span))
        };
        let entries = entries.iter().map(|(name, entry)| (name.as_str(), entry));
        let mut children: Vec<(&str, &Node)> = entries.filter(own).collect();
        children.sort_by_key(|(_, entry)| entry.key_span);
        children
    }
}

/// A text with edits, whose spans are all in it. Of two that overlap, the one further back is made; of two at one place,
/// the first comes first.
pub fn applied(text: &str, edits: &[TextEdit]) -> String {
    let mut edits: Vec<&TextEdit> = edits.iter().collect();
    edits.sort_by_key(|edit| (edit.span.start, edit.span.end));
    edits.dedup();
    edits.reverse();
    let mut text = text.to_owned();
    let mut limit = text.len();
    for edit in edits {
        let range = edit.span.range();
        let fits = range.start <= range.end && range.end <= limit;
        if fits && text.is_char_boundary(range.start) && text.is_char_boundary(range.end) {
            limit = range.start;
            text.replace_range(range, &edit.text);
        }
    }
    text
}

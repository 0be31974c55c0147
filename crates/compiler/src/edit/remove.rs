//! Settings that go, with the comma or the line that they leave behind.

use super::Document;
use super::insert::Content;
use pulsarc_diag::{Edit, KeyPath, Syntax, TextEdit};
use pulsarc_model::{Node, Value};

impl Document<'_> {
    /// Takes a setting out; with it the record that would be left empty.
    pub(super) fn removal(&self, path: &KeyPath, edits: &[Edit]) -> Option<TextEdit> {
        let parent = path.parent();
        let goes = |other: &KeyPath| other == path || edits.iter().any(|edit| leaves(edit) == Some(other));
        let comes =
            edits.iter().filter_map(arrives).any(|path| path.segments().starts_with(parent.segments()));
        let stays = |(name, _): &(&str, &Node)| !goes(&parent.key(*name));
        let lasts = self.tree.get(&parent).is_some_and(|node| self.children(node).iter().any(stays));
        if !lasts && !comes && !parent.segments().is_empty() && self.own(&parent).is_some() {
            return self.removal(&parent, edits);
        }
        let node = self.own(path)?;
        let start = self.binding(path, node.key_span?.range().start);
        let end = self.end_of(node)?;
        let line = self.line_start(start);
        let after = self.text.get(end..)?;
        let rest = after.find('\n').map_or(after, |at| &after[..at]);
        let lone = self.text.get(line..start)?.trim().is_empty();
        let ended = rest.trim_start_matches([',', ' ', '\t', '\r']);
        if lone && (ended.is_empty() || ended.starts_with('#')) {
            // A text in several lines ends after its last one.
            let whole = self.text.get(..end)?.ends_with('\n') && end > start;
            let end = if whole { end } else { (end + rest.len() + 1).min(self.text.len()) };
            return Some(self.edit(line, end, ""));
        }
        // Within a line the comma goes with it: the one behind, or for the last entry the one before.
        let comma = after.trim_start().starts_with(',');
        if comma {
            let behind = end + after.find(',')? + 1;
            let rest = self.text.get(behind..)?;
            let spaces = rest.len() - rest.trim_start_matches(' ').len();
            return Some(self.edit(start, behind + spaces, ""));
        }
        let before = self.text.get(..start)?.trim_end().trim_end_matches(',').len();
        Some(self.edit(before, end, ""))
    }

    /// Where the binding of a key starts: in Nickel `a.b.c = 1` starts with `a`.
    fn binding(&self, path: &KeyPath, key: usize) -> usize {
        let mut start = key;
        let mut path = path.parent();
        while self.syntax == Syntax::Nickel
            && self.text.get(..start).is_some_and(|before| before.ends_with('.'))
        {
            let Some(span) = self.own(&path).and_then(|node| node.key_span) else { break };
            start = span.range().start;
            path = path.parent();
        }
        start
    }

    /// The text of a value, to be written elsewhere.
    pub(super) fn content(&self, node: &Node) -> Option<Content<'static>> {
        let start = node.span.filter(|span| self.is_here(*span))?.range().start;
        let text = self.text.get(start..self.end_of(node)?)?;
        let is_block =
            matches!(node.value, Value::Record(_) | Value::List(_)) && !text.starts_with(['{', '[']);
        let line = self.text.get(self.line_start(start)..start)?;
        // The lines of a block move together: the first one begins within its line.
        if self.syntax == Syntax::Yaml && is_block && line.trim().is_empty() {
            return Some(Content::Text(format!("\n{line}{text}"), String::new()));
        }
        let behind =
            self.text.get(start + text.len()..).and_then(|rest| rest.lines().next()).unwrap_or_default();
        let comment = if behind.trim_start().starts_with('#') { behind.trim_end() } else { "" };
        Some(Content::Text(text.to_owned(), comment.to_owned()))
    }
}

/// The path that a change takes away.
fn leaves(change: &Edit) -> Option<&KeyPath> {
    match change {
        Edit::Remove { path } | Edit::Move { from: path, .. } => Some(path),
        Edit::Set { .. } => None,
    }
}

/// The path that a change writes.
fn arrives(change: &Edit) -> Option<&KeyPath> {
    match change {
        Edit::Set { path, .. } | Edit::Move { to: path, .. } => Some(path),
        Edit::Remove { .. } => None,
    }
}

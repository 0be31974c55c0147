//! Changes of a configuration file in place: settings are set or removed by their spans, and all other text stays as it is.
//!
//! Whoever edits evaluates the new text and compares: an edit that does not come out as meant is not written.

use pulsarc_compiler::upgrade::Edit;
use pulsarc_diag::{KeyPath, Segment, SourceId, Span};
use pulsarc_model::{Node, Origin, Value};

/// How a file is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Syntax {
    /// YAML.
    Yaml,
    /// JSON, or YAML that is written so.
    Json,
    /// Nickel.
    Nickel,
}

/// A file to edit: its text, and the values that it sets.
pub(crate) struct Document<'a> {
    /// How it is written.
    pub(crate) syntax: Syntax,
    /// Its text.
    pub(crate) text: &'a str,
    /// Its place among the sources.
    pub(crate) source: SourceId,
    /// Its values.
    pub(crate) tree: &'a Node,
}

/// A replacement of a part of the text.
struct Change {
    start: usize,
    end: usize,
    with: String,
}

impl Document<'_> {
    /// The text with all edits.
    pub(crate) fn edited(&self, edits: &[Edit]) -> String {
        let mut changes: Vec<Change> = Vec::new();
        let mut inserted: Vec<(KeyPath, String)> = Vec::new();
        for edit in edits {
            match edit {
                Edit::Remove { path } => changes.extend(self.removal(path, edits)),
                Edit::Set { path, value } => match self.own(path).and_then(|node| node.span) {
                    Some(span) => changes.push(self.replacement(span, value)),
                    None => inserted.push((path.clone(), value.clone())),
                },
            }
        }
        let (at, with) = self.insertion(&inserted);
        changes.extend(with.into_iter().zip(at).map(|(with, at)| Change { start: at, end: at, with }));
        changes.sort_by_key(|change| std::cmp::Reverse((change.start, change.end)));
        let mut text = self.text.to_owned();
        let mut limit = text.len();
        for change in changes {
            // Of two that overlap the one further on is enough: both remove it.
            if change.end <= limit && text.is_char_boundary(change.start) && text.is_char_boundary(change.end)
            {
                text.replace_range(change.start..change.end, &change.with);
                limit = change.start;
            }
        }
        text
    }

    /// The value at a path, if this file sets it.
    fn own(&self, path: &KeyPath) -> Option<&Node> {
        let node = self.tree.get(path)?;
        (node.origin == Origin::User && self.is_here(node.key_span.or(node.span)?)).then_some(node)
    }

    fn is_here(&self, span: Span) -> bool {
        span.source == self.source
    }

    fn replacement(&self, span: Span, value: &str) -> Change {
        let old = self.text.get(span.range()).unwrap_or_default();
        let bare = self.syntax == Syntax::Yaml && !old.starts_with(['"', '\'']) && is_plain(value);
        let with = if bare { value.to_owned() } else { quoted(value) };
        Change { start: span.range().start, end: span.range().end, with }
    }

    /// Takes a setting out; with it the record that would be left empty.
    fn removal(&self, path: &KeyPath, edits: &[Edit]) -> Option<Change> {
        let parent = path.parent();
        let stays = |(name, _): &(&str, &Node)| !edits.contains(&Edit::Remove { path: parent.key(*name) });
        let comes = edits.iter().any(
            |edit| matches!(edit, Edit::Set { path, .. } if path.segments().starts_with(parent.segments())),
        );
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
            return Some(Change {
                start: line,
                end: (end + rest.len() + 1).min(self.text.len()),
                with: String::new(),
            });
        }
        // Within a line the comma goes with it: the one behind, or for the last entry the one before.
        let comma = after.trim_start().starts_with(',');
        if comma {
            let behind = end + after.find(',')? + 1;
            let spaces =
                self.text.get(behind..)?.len() - self.text.get(behind..)?.trim_start_matches(' ').len();
            return Some(Change { start, end: behind + spaces, with: String::new() });
        }
        let before = self.text.get(..start)?.trim_end().trim_end_matches(',').len();
        Some(Change { start: before, end, with: String::new() })
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
        if below.is_some() && !closed { below } else { own.map(|own| own.end) }
    }

    /// Where the binding of a key starts: in Nickel `a.b.c = 1` starts with `a`.
    fn binding(&self, path: &KeyPath, key: usize) -> usize {
        let mut start = key;
        let mut path = path.parent();
        while self.text.get(..start).is_some_and(|before| before.ends_with('.')) {
            let Some(span) = self.own(&path).and_then(|node| node.key_span) else { break };
            start = span.range().start;
            path = path.parent();
        }
        start
    }

    fn line_start(&self, at: usize) -> usize {
        self.text.get(..at).and_then(|before| before.rfind('\n')).map_or(0, |newline| newline + 1)
    }

    /// The entries of a record that this file sets, in the order of its text.
    fn children<'n>(&self, node: &'n Node) -> Vec<(&'n str, &'n Node)> {
        let Value::Record(entries) = &node.value else { return Vec::new() };
        let own = |(_, entry): &(&'n str, &'n Node)| {
            entry.origin == Origin::User && entry.key_span.is_some_and(|span| self.is_here(span))
        };
        let entries = entries.iter().map(|(name, entry)| (name.as_str(), entry));
        let mut children: Vec<(&str, &Node)> = entries.filter(own).collect();
        children.sort_by_key(|(_, entry)| entry.key_span);
        children
    }

    /// New settings, each before the first entry of the deepest record around it.
    fn insertion(&self, settings: &[(KeyPath, String)]) -> (Vec<usize>, Vec<String>) {
        let mut places: Vec<(usize, String)> = Vec::new();
        let mut rest: Vec<(&[Segment], &str)> =
            settings.iter().map(|(path, value)| (path.segments(), value.as_str())).collect();
        rest.sort();
        let mut start = 0;
        while start < rest.len() {
            let (path, _) = rest[start];
            let (depth, at) = self.place(path);
            // Settings below one new record are written as one.
            let same =
                |(other, _): &(&[Segment], &str)| other.len() > depth && other[..=depth] == path[..=depth];
            let count = rest[start..].iter().take_while(|other| same(other)).count().max(1);
            let group: Vec<(&[Segment], &str)> =
                rest[start..start + count].iter().map(|(path, value)| (&path[depth..], *value)).collect();
            let line = self.line_start(at);
            let own_line = self.text.get(line..at).is_some_and(|before| before.trim().is_empty());
            places.push((if own_line { line } else { at }, self.entry(&group, at)));
            start += count;
        }
        places.into_iter().unzip()
    }

    /// The depth of the deepest record that this file has around a path, and where its first entry begins.
    fn place(&self, path: &[Segment]) -> (usize, usize) {
        for depth in (0..path.len()).rev() {
            let around = path[..depth].iter().fold(KeyPath::root(), |path, segment| match segment {
                Segment::Key(key) => path.key(key),
                Segment::Index(_) => path,
            });
            let Some(node) = self.tree.get(&around) else { continue };
            let first = self.children(node).first().and_then(|(_, child)| child.key_span);
            let Some(at) = first.map(|span| span.range().start) else { continue };
            if !self.text.get(..at).is_some_and(|before| before.ends_with('.')) {
                return (depth, at);
            }
        }
        (0, self.text.len())
    }

    fn entry(&self, group: &[(&[Segment], &str)], at: usize) -> String {
        let line = self.line_start(at);
        let indent = self.text.get(line..at).unwrap_or_default();
        let own_line = indent.trim().is_empty();
        match self.syntax {
            Syntax::Nickel => {
                let (before, behind) = if own_line { (indent, "\n") } else { ("", " ") };
                let binding = |(path, value): &(&[Segment], &str)| {
                    format!("{before}{} = {},{behind}", joined(path), quoted(value))
                };
                group.iter().map(binding).collect()
            }
            Syntax::Yaml if own_line => {
                let unended = at == self.text.len() && !self.text.is_empty() && !self.text.ends_with('\n');
                format!("{}{}", if unended { "\n" } else { "" }, block(group, indent))
            }
            Syntax::Yaml => format!("{}, ", flow(group, false)),
            Syntax::Json if own_line => format!("{indent}{},\n", flow(group, true)),
            Syntax::Json => format!("{}, ", flow(group, true)),
        }
    }
}

fn key(segment: &Segment) -> String {
    match segment {
        Segment::Key(key) => key.clone(),
        Segment::Index(at) => at.to_string(),
    }
}

fn joined(path: &[Segment]) -> String {
    path.iter().map(key).collect::<Vec<_>>().join(".")
}

/// Settings as a block of YAML, each line with its end.
fn block(group: &[(&[Segment], &str)], indent: &str) -> String {
    let Some((first, _)) = group.first() else { return String::new() };
    let Some(name) = first.first().map(key) else { return String::new() };
    if let ([(_, value)], 1) = (group, first.len()) {
        return format!("{indent}{name}: {}\n", quoted(value));
    }
    let mut text = format!("{indent}{name}:\n");
    let deeper = format!("{indent}  ");
    let below: Vec<(&[Segment], &str)> = group.iter().map(|(path, value)| (&path[1..], *value)).collect();
    for part in below.chunk_by(|one, other| one.0.first() == other.0.first()) {
        text += &block(part, &deeper);
    }
    text
}

/// Settings as an entry between braces.
fn flow(group: &[(&[Segment], &str)], quotes: bool) -> String {
    let Some((first, value)) = group.first() else { return String::new() };
    let Some(name) = first.first().map(key) else { return String::new() };
    let name = if quotes { quoted(&name) } else { name };
    if first.len() == 1 {
        return format!("{name}: {}", quoted(value));
    }
    let below: Vec<(&[Segment], &str)> = group.iter().map(|(path, value)| (&path[1..], *value)).collect();
    let parts = below.chunk_by(|one, other| one.0.first() == other.0.first());
    let parts: Vec<String> = parts.map(|part| flow(part, quotes)).collect();
    format!("{name}: {{{}}}", parts.join(", "))
}

/// Whether YAML reads a text as that text without quotes.
fn is_plain(text: &str) -> bool {
    let safe = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '/' | '-' | '_');
    let is_text = text.starts_with(|c: char| c.is_ascii_alphabetic()) || text.matches('.').count() >= 2;
    let reserved = ["true", "false", "null", "yes", "no", "on", "off", "y", "n"];
    is_text && text.chars().all(safe) && !reserved.contains(&text.to_ascii_lowercase().as_str())
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

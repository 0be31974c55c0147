//! New settings: each is written into the deepest record around it that the file has.

use super::Document;
use pulsarc_diag::advice::{quoted, yaml_key};
use pulsarc_diag::{KeyPath, Literal, Segment, Syntax, TextEdit, nickel};
use pulsarc_model::Node;

/// A new setting.
pub(super) struct Addition<'a> {
    pub(super) path: &'a KeyPath,
    pub(super) content: Content<'a>,
}

/// What a new setting is.
pub(super) enum Content<'a> {
    Literal(&'a Literal),
    /// Text that was written elsewhere in the file; a block of YAML begins with a new line. The comment behind it goes
    /// with it, where there is a line for it.
    Text(String, String),
}

/// Settings below one new key, each with the rest of its path.
type Group<'g> = [(&'g [Segment], &'g Content<'g>)];

/// Where a new setting goes.
enum Place {
    /// Before this byte, which begins an entry.
    Before(usize),
    /// After the line of this byte, at an indentation.
    After(usize, String),
    /// Into an empty record with this text.
    Inside(usize, usize),
}

/// A key as a file writes it.
pub(super) fn key(name: &str, syntax: Syntax) -> String {
    match syntax {
        Syntax::Yaml => yaml_key(name),
        Syntax::Json => quoted(name),
        Syntax::Nickel => nickel::key(name),
    }
}

fn step(segment: &Segment, syntax: Syntax) -> String {
    match segment {
        Segment::Key(name) => key(name, syntax),
        Segment::Index(at) => at.to_string(),
    }
}

impl Document<'_> {
    /// Writes new settings; none if there is no place for one.
    pub(super) fn insertions(&self, added: &mut [Addition<'_>]) -> Option<Vec<TextEdit>> {
        added.sort_by(|one, other| one.path.cmp(other.path));
        let mut edits: Vec<(usize, TextEdit)> = Vec::new();
        let rest: Vec<(&[Segment], &Content<'_>)> =
            added.iter().map(|added| (added.path.segments(), &added.content)).collect();
        let mut start = 0;
        while let Some((path, _)) = rest.get(start) {
            let (depth, place) = self.place(path)?;
            // Settings below one new record are written as one.
            let same = |(other, _): &&(&[Segment], &Content<'_>)| other.get(..=depth) == path.get(..=depth);
            let count = rest.iter().skip(start).take_while(same).count().max(1);
            let group: Vec<(&[Segment], &Content<'_>)> = rest
                .iter()
                .skip(start)
                .take(count)
                .filter_map(|(path, content)| Some((path.get(depth..)?, *content)))
                .collect();
            edits.push((depth, self.written(&group, &place)));
            start += count;
        }
        // At the end of a block, what is deeper belongs to it and comes first.
        edits.sort_by_key(|(depth, _)| std::cmp::Reverse(*depth));
        Some(edits.into_iter().map(|(_, edit)| edit).collect())
    }

    /// The depth of the deepest record that this file has around a path, and the place for a new entry in it.
    fn place(&self, path: &[Segment]) -> Option<(usize, Place)> {
        for depth in (0..path.len()).rev() {
            let around = path.get(..depth)?.iter().fold(KeyPath::root(), |mut around, segment| {
                around.push(segment.clone());
                around
            });
            let Some(node) = self.tree.get(&around) else { continue };
            if let Some(place) = self.place_in(node, depth) {
                return Some((depth, place));
            }
        }
        // A file of comments alone.
        let empty = self.syntax == Syntax::Yaml && self.children(self.tree).is_empty();
        empty.then(|| (0, Place::After(self.text.len(), String::new())))
    }

    fn place_in(&self, node: &Node, depth: usize) -> Option<Place> {
        let children = self.children(node);
        let first = children.first().and_then(|(_, child)| child.key_span);
        let Some(first) = first.map(|span| span.range().start) else {
            let span = node.span.filter(|span| self.is_here(*span) && depth > 0)?.range();
            let text = self.text.get(span.clone())?;
            let empty = text.strip_prefix('{').and_then(|text| text.strip_suffix('}'));
            return empty
                .filter(|inner| inner.trim().is_empty())
                .map(|_| Place::Inside(span.start, span.end));
        };
        let before = self.text.get(..first)?;
        if before.ends_with('.') && self.syntax == Syntax::Nickel {
            return None;
        }
        let indent = self.text.get(self.line_start(first)..first)?;
        if self.syntax != Syntax::Yaml || !indent.trim().is_empty() {
            return Some(Place::Before(first));
        }
        let last = children.iter().filter_map(|(_, child)| self.end_of(child)).max()?;
        Some(Place::After(last, indent.to_owned()))
    }

    fn written(&self, group: &Group<'_>, place: &Place) -> TextEdit {
        match place {
            Place::After(last, indent) => {
                let (at, lead) = self.line_after(*last);
                self.edit(at, at, format!("{lead}{}", block(group, indent)))
            }
            Place::Inside(start, end) => {
                let entry = self.entry(group, "", "");
                self.edit(*start, *end, format!("{{ {} }}", entry.trim_end_matches([',', ' '])))
            }
            Place::Before(first) => {
                let line = self.line_start(*first);
                let indent = self.text.get(line..*first).unwrap_or_default();
                if !indent.trim().is_empty() {
                    return self.edit(*first, *first, self.entry(group, "", " "));
                }
                let at = self.above_comments(line);
                self.edit(at, at, self.entry(group, indent, "\n"))
            }
        }
    }

    /// The start of the line after a byte, and the line break that is missing there.
    fn line_after(&self, at: usize) -> (usize, &'static str) {
        let (before, after) = self.text.split_at_checked(at).unwrap_or((self.text, ""));
        if before.is_empty() || before.ends_with('\n') {
            return (at, "");
        }
        match after.find('\n') {
            Some(newline) => (at + newline + 1, ""),
            None => (self.text.len(), "\n"),
        }
    }

    /// The start of the comments right above a line: they belong to its entry.
    fn above_comments(&self, line: usize) -> usize {
        let mut at = line;
        while at > 0 {
            let above = self.line_start(at - 1);
            if !self.text.get(above..at).is_some_and(|text| text.trim_start().starts_with('#')) {
                break;
            }
            at = above;
        }
        at
    }

    /// Entries between braces, each with its comma.
    fn entry(&self, group: &Group<'_>, indent: &str, end: &str) -> String {
        match self.syntax {
            Syntax::Nickel => group
                .iter()
                .map(|(path, content)| {
                    let path: Vec<String> = path.iter().map(|segment| step(segment, self.syntax)).collect();
                    format!("{indent}{} = {},{end}", path.join("."), text(content, self.syntax))
                })
                .collect(),
            Syntax::Yaml | Syntax::Json => format!("{indent}{},{end}", flow(group, self.syntax)),
        }
    }
}

/// A value between braces.
fn text(content: &Content<'_>, syntax: Syntax) -> String {
    match content {
        Content::Literal(literal) => literal.written(syntax),
        Content::Text(text, _) => text.clone(),
    }
}

/// Groups by their next key, without it.
fn below<'g>(group: &Group<'g>) -> Vec<(&'g [Segment], &'g Content<'g>)> {
    group.iter().filter_map(|(path, content)| Some((path.get(1..)?, *content))).collect()
}

/// Settings as a block of YAML, each line with its end.
fn block(group: &Group<'_>, indent: &str) -> String {
    let Some(([first, rest @ ..], content)) = group.first() else { return String::new() };
    let name = step(first, Syntax::Yaml);
    let deeper = format!("{indent}  ");
    if rest.is_empty() {
        return match content {
            Content::Text(text, _) if text.starts_with('\n') => {
                format!("{indent}{name}:\n{}", reindented(text.trim_start_matches('\n'), &deeper))
            }
            Content::Text(text, _) if text.contains('\n') && !text.starts_with(['{', '[']) => {
                let (head, lines) = text.split_once('\n').unwrap_or((text, ""));
                format!("{indent}{name}: {head}\n{}", reindented(lines, &deeper))
            }
            Content::Text(text, comment) => format!("{indent}{name}: {text}{comment}\n"),
            Content::Literal(literal) => format!("{indent}{name}: {}\n", literal.written(Syntax::Yaml)),
        };
    }
    let mut written = format!("{indent}{name}:\n");
    for part in below(group).chunk_by(|one, other| one.0.first() == other.0.first()) {
        written += &block(part, &deeper);
    }
    written
}

/// Lines with another indentation, each with its end; what is deeper than the first one stays so.
fn reindented(lines: &str, indent: &str) -> String {
    let depth = |line: &str| line.len() - line.trim_start_matches(' ').len();
    let least = lines.lines().filter(|line| !line.trim().is_empty()).map(depth).min().unwrap_or_default();
    let shifted = |line: &str| match line.get(least..) {
        Some(rest) if !line.trim().is_empty() => format!("{indent}{rest}\n"),
        _ => "\n".to_owned(),
    };
    lines.lines().map(shifted).collect()
}

/// Settings as an entry between braces.
fn flow(group: &Group<'_>, syntax: Syntax) -> String {
    let Some(([first, rest @ ..], content)) = group.first() else { return String::new() };
    let name = step(first, syntax);
    if rest.is_empty() {
        return format!("{name}: {}", text(content, syntax));
    }
    let below = below(group);
    let parts = below.chunk_by(|one, other| one.0.first() == other.0.first());
    let parts: Vec<String> = parts.map(|part| flow(part, syntax)).collect();
    format!("{name}: {{{}}}", parts.join(", "))
}

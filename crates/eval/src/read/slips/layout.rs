//! YAML's layout in a `.ncl` file: maps and lists by indentation, items after dashes, blocks of text after `|`, and whole
//! files of YAML.

use super::names::{bound, is_colon};
use super::words::{Kind, Words, is_reserved};
use super::{Certainty, Context, Edit, Slip};
use crate::codes::{BRACKET, YAML_LAYOUT};

/// A line with words, and the entry or item that it begins.
#[derive(Debug, Clone, Copy)]
struct Line {
    /// The first word after a dash.
    first: usize,
    /// The column of that word.
    column: usize,
    /// The dash, and its column.
    dash: Option<(usize, usize)>,
    /// The word after the last one.
    end: usize,
}

/// What follows the key of a line, on the lines below.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Below {
    Map,
    List,
    Text,
}

/// YAML's layout, one slip for each block.
pub(super) fn slips(words: &Words<'_>, _: &Context<'_>) -> Vec<Slip> {
    if let Some(slip) = without_braces(words) {
        return vec![slip];
    }
    let layout = Layout::of(words);
    let mut found = Vec::new();
    let mut at = 0;
    while at < layout.lines.len() {
        match layout.block(at) {
            Some((slip, end)) => {
                found.push(slip);
                at = end.max(at + 1);
            }
            None => at += 1,
        }
    }
    found
}

/// A file that is YAML from its first line on.
pub(super) fn whole_file(words: &Words<'_>) -> Option<Slip> {
    let first = (0..words.all.len()).find(|at| !words.is(*at, "-") || !words.is_joined(at + 1))?;
    let is_document = words.text.trim_start().starts_with("---");
    let start = if is_document { (0..words.all.len()).find(|at| !words.is(*at, "-"))? } else { first };
    let is_yaml = words.path_end(start).is_some_and(|end| is_colon(words, end));
    let braces = (0..words.all.len()).any(|at| words.is(at, "{") && words.is_first(at));
    (is_yaml && !braces).then(|| {
        let end = words.path_end(start).unwrap_or(start);
        Slip::new(
            &YAML_LAYOUT,
            words.range(start).start..words.range(end).end,
            "this file is YAML, but its name ends with .ncl",
            "rename it to end with .yaml, which pulsarc reads as well; `pulsarc import` turns it into .ncl",
        )
    })
}

/// Whether a text that Nickel can parse is a block after a bare key, to Nickel a call of an unknown function.
pub(super) fn is_bare_block(words: &Words<'_>) -> bool {
    words.is(1, "{") && without_braces(words).is_some()
}

/// Entries without braces around the whole.
fn without_braces(words: &Words<'_>) -> Option<Slip> {
    let mut depth = 0_usize;
    let mut start = 0;
    for at in 0..words.all.len() {
        match words.kind(at) {
            Some(Kind::Open) => depth += 1,
            Some(Kind::Close) => depth = depth.saturating_sub(1),
            _ if depth == 0 && words.is(at, "in") => start = at + 1,
            _ => {}
        }
    }
    let end = words.path_end(start)?;
    let is_block = words.is(end, "{") && end == start + 1 && !bound(words).contains(words.slice(start));
    if !words.is(end, "=") && !is_colon(words, end) && !is_block {
        return None;
    }
    let (key, last) =
        (words.range(start).start..words.range(end - 1).end, words.range(words.all.len() - 1).end);
    let edits = vec![
        Edit { range: key.start..key.start, text: "{ ".to_owned() },
        Edit { range: last..last, text: " }".to_owned() },
    ];
    let message = "a configuration is one record, and the braces around it are missing";
    let help = "write { before the first key and } after the last value";
    Some(Slip::new(&BRACKET, key, message, help).repair(Certainty::Certain, edits))
}

struct Layout<'w, 't> {
    words: &'w Words<'t>,
    lines: Vec<Line>,
    /// Whether more brackets close than open.
    is_overclosed: bool,
}

impl<'w, 't> Layout<'w, 't> {
    fn of(words: &'w Words<'t>) -> Self {
        let starts: Vec<usize> = (0..words.all.len()).filter(|at| words.is_first(*at)).collect();
        let column = |at: usize| {
            let start = words.range(at).start;
            start - words.indentation(start).0
        };
        let ends = starts.iter().skip(1).copied().chain([words.all.len()]);
        let lines = starts.iter().zip(ends).map(|(start, end)| {
            let is_dash = words.is(*start, "-") && start + 1 < end && !words.is_joined(start + 1);
            let first = if is_dash { start + 1 } else { *start };
            Line { first, column: column(first), dash: is_dash.then(|| (*start, column(*start))), end }
        });
        let count = |kind: Kind| words.all.iter().filter(|word| word.kind == kind).count();
        Self { words, lines: lines.collect(), is_overclosed: count(Kind::Close) > count(Kind::Open) }
    }

    /// The sign behind the key that begins a line.
    fn sign(&self, line: &Line) -> Option<usize> {
        let end = self.words.path_end(line.first).filter(|end| *end < line.end)?;
        (self.words.is_any(end, &["=", "=="]) || is_colon(self.words, end)).then_some(end)
    }

    /// Whether a line begins an entry, with or without annotations.
    fn is_entry(&self, line: &Line) -> bool {
        let is_annotated = self
            .words
            .path_end(line.first)
            .is_some_and(|end| self.words.is(end, "|") && (end..line.end).any(|at| self.words.is(at, "=")));
        (self.sign(line).is_some() || is_annotated) && !is_reserved(self.words.slice(line.first))
    }

    /// What is below a line that ends with the sign of its key.
    fn below(&self, at: usize) -> Option<Below> {
        let line = self.lines.get(at)?;
        let sign = self.sign(line)?;
        let next = self.lines.get(at + 1)?;
        let rest = line.end - sign - 1;
        let is_text = rest > 0
            && self.words.is_any(sign + 1, &["|", ">"])
            && (rest == 1 || (rest == 2 && self.words.is_any(sign + 2, &["-", "+"])));
        if is_text {
            return (next.column > line.column).then_some(Below::Text);
        }
        if rest > 0 {
            return None;
        }
        match next.dash {
            Some((_, dash)) => (dash >= line.column).then_some(Below::List),
            None => (next.column > line.column && self.is_entry(next)).then_some(Below::Map),
        }
    }

    /// The block that begins at a line, and the line after it.
    fn block(&self, at: usize) -> Option<(Slip, usize)> {
        let words = self.words;
        let line = self.lines.get(at)?;
        if line.dash.is_some() {
            return self.dashes_in_brackets(at);
        }
        let below = self.below(at)?;
        let sign = self.sign(line)?;
        let key = words.range(line.first).start..words.range(sign - 1).end;
        let shown = &words.text[key.clone()];
        let mut edits = Vec::new();
        let end = self.value(at, 0, &mut edits);
        let range = key.start..words.range(sign).end;
        let closes = self.lines.get(end).is_some_and(|line| words.is(line.first, "}"));
        if below == Below::Map && self.is_overclosed && closes {
            let after = words.range(sign).end;
            let message = format!("an opening brace is missing after `{shown} =`");
            let slip = Slip::new(&BRACKET, range, message, format!("write {shown} = {{"));
            let edit = if is_colon(words, sign) {
                Edit { range: words.range(sign), text: " = {".to_owned() }
            } else {
                Edit { range: after..after, text: " {".to_owned() }
            };
            return Some((slip.repair(Certainty::Certain, vec![edit]), at + 1));
        }
        let (message, help) = match below {
            Below::Map => (
                "indentation does not make a map; a map has braces",
                format!("write {shown} = {{ ... }}, with a comma after each entry"),
            ),
            Below::List => (
                "dashes do not make a list; a list has square brackets",
                format!("write {shown} = [ ... ], with a comma after each item"),
            ),
            Below::Text => (
                "`|` does not begin a text of several lines",
                format!("write {shown} = m%\" before the text and \"% after it"),
            ),
        };
        Some((Slip::new(&YAML_LAYOUT, range, message, help).repair(Certainty::Certain, edits), end))
    }

    /// Rewrites the value of a line's key; returns the line after it.
    fn value(&self, at: usize, depth: usize, edits: &mut Vec<Edit>) -> usize {
        let words = self.words;
        let Some(line) = self.lines.get(at) else { return at };
        let Some(sign) = self.sign(line) else {
            self.comma(line, edits);
            return at + 1;
        };
        let range = words.range(sign);
        let space = if words.is_joined(sign) { " " } else { "" };
        let below = self.below(at).filter(|_| depth < DEEPEST);
        let Some(below) = below else {
            if !words.is(sign, "=") {
                edits.push(Edit { range, text: format!("{space}=") });
            }
            self.comma(line, edits);
            return at + 1;
        };
        let last = words.range(line.end - 1).end;
        let (open, close) = match below {
            Below::Map => ("{", "},"),
            Below::List => ("[", "],"),
            Below::Text => ("m%\"", "\"%,"),
        };
        edits.push(Edit { range: range.start..last, text: format!("{space}= {open}") });
        let end = match below {
            Below::Map => self.entries(at + 1, line.column, depth + 1, edits),
            Below::List => self.items(at + 1, line.column, depth + 1, edits),
            Below::Text => self.text(at + 1, line.column),
        };
        self.close_block(line, end, close, edits);
        end
    }

    /// Inserts a closing sign at the end of the line before another one.
    fn close(&self, end: usize, sign: &str, edits: &mut Vec<Edit>) {
        let Some(last) = end.checked_sub(1).and_then(|last| self.lines.get(last)) else { return };
        let at = self.words.content_end(self.words.range(last.end - 1).end);
        edits.push(Edit { range: at..at, text: format!(" {sign}") });
    }

    /// Inserts a closing sign on a line of its own, indented like the line of its key.
    fn close_block(&self, key: &Line, end: usize, sign: &str, edits: &mut Vec<Edit>) {
        let Some(last) = end.checked_sub(1).and_then(|last| self.lines.get(last)) else { return };
        let at = self.words.line_end(self.words.range(last.end - 1).end);
        let indent = " ".repeat(key.column);
        edits.push(Edit { range: at..at, text: format!("\n{indent}{sign}") });
    }

    /// The entries of a map below a line of a column.
    fn entries(&self, from: usize, column: usize, depth: usize, edits: &mut Vec<Edit>) -> usize {
        let mut at = from;
        while self.lines.get(at).is_some_and(|line| line.dash.map_or(line.column, |(_, dash)| dash) > column)
        {
            at = self.value(at, depth, edits);
        }
        at
    }

    /// The items of a list below a line of a column.
    fn items(&self, from: usize, column: usize, depth: usize, edits: &mut Vec<Edit>) -> usize {
        let words = self.words;
        let mut at = from;
        while let Some(line) = self.lines.get(at) {
            let Some((dash, dash_column)) = line.dash.filter(|(_, dash)| *dash >= column) else { break };
            let start = words.range(line.first).start;
            let is_map = self.sign(line).is_some();
            let text = if is_map { "{ " } else { "" };
            edits.push(Edit { range: words.range(dash).start..start, text: text.to_owned() });
            at = if is_map { self.value(at, depth, edits) } else { at + 1 };
            if is_map {
                at = self.entries(at, dash_column, depth, edits);
                self.close(at, "},", edits);
            } else {
                self.comma(line, edits);
            }
        }
        at
    }

    /// The lines of a text below a line of a column.
    fn text(&self, from: usize, column: usize) -> usize {
        let rest = self.lines.get(from..).unwrap_or_default();
        from + rest.iter().take_while(|line| line.dash.map_or(line.column, |(_, dash)| dash) > column).count()
    }

    /// Adds the comma that the entry or item of a line lacks.
    fn comma(&self, line: &Line, edits: &mut Vec<Edit>) {
        let last = line.end - 1;
        let is_open = self.words.kind(last) == Some(Kind::Open);
        if !is_open && !self.words.is_any(last, &[",", ";", "=", "&", "++", "|", "in", "then", "else", "=>"])
        {
            let end = self.words.range(last).end;
            edits.push(Edit { range: end..end, text: ",".to_owned() });
        }
    }

    /// Items after dashes between square brackets.
    fn dashes_in_brackets(&self, at: usize) -> Option<(Slip, usize)> {
        let words = self.words;
        let line = self.lines.get(at)?;
        let (dash, column) = line.dash?;
        if dash == 0 || !words.is_any(dash - 1, &["[", ","]) {
            return None;
        }
        let mut edits = Vec::new();
        let end = self.items(at, column, 1, &mut edits);
        let message = "an item of a list has no dash; a comma follows it";
        let help = "write the items between the brackets with a comma after each: [a, b]";
        Some((
            Slip::new(&YAML_LAYOUT, words.range(dash), message, help).repair(Certainty::Certain, edits),
            end,
        ))
    }
}

/// Blocks within blocks are rewritten as deep as this.
const DEEPEST: usize = 60;

//! Parts as Nickel, laid out as `nickel format` leaves it: two spaces a level, a comma after each entry.
//!
//! A record of one key is written with a dot, a short one within others on one line.

use crate::literal::in_lines;
use crate::part::{Part, Shape};
use pulsarc_diag::nickel::{key, quoted};
use std::fmt::Write as _;

/// The longest line that several values share.
const WIDEST: usize = 100;
/// The most entries that a record on one line has.
const MOST_ENTRIES: usize = 4;

/// What a file consists of.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct File<'f> {
    /// What is said of it.
    pub(crate) head: &'f [String],
    /// The records of the library that it starts from: `presets.production`.
    pub(crate) presets: &'f [String],
    /// The values that several places share.
    pub(crate) shared: &'f [(String, Part)],
    /// Its own values.
    pub(crate) entries: &'f [(String, Part)],
}

/// A whole file.
pub(crate) fn file(file: File<'_>) -> String {
    let File { head, presets, shared, entries } = file;
    let mut out = String::new();
    comments(head, 0, &mut out);
    if !presets.is_empty() {
        out.push_str("let pulsar = import \"pulsar.ncl\" in\n");
    }
    for (name, part) in shared {
        binding(name, part, &mut out);
    }
    if presets.is_empty() {
        if entries.is_empty() {
            out.push_str("{}\n");
        } else {
            out.push_str("{\n");
            record(entries, 2, &mut out);
            out.push_str("}\n");
        }
        return out;
    }
    let chosen: Vec<String> = presets.iter().map(|preset| format!("pulsar.{preset}")).collect();
    if entries.is_empty() && chosen.len() == 1 {
        let _ = writeln!(out, "{} | pulsar.Cluster", chosen[0]);
        return out;
    }
    out.push_str(&chosen.join("\n& "));
    if !entries.is_empty() {
        out.push_str("\n& {\n");
        record(entries, 2, &mut out);
        out.push('}');
    }
    out.push_str("\n  | pulsar.Cluster\n");
    out
}

/// A shared value, before what uses it.
fn binding(name: &str, part: &Part, out: &mut String) {
    comments(&part.above, 0, out);
    let lead = format!("let {name} = ");
    if let Some(value) = flat(&part.value, lead.len(), true) {
        let _ = writeln!(out, "{lead}{value} in");
    } else {
        out.push_str(&lead);
        tall(&part.value, 0, out);
        out.push_str("\nin\n");
    }
}

/// An entry of a record as it is written: a chain of single keys is one entry.
struct Line<'p> {
    name: String,
    above: Vec<String>,
    beside: Option<&'p str>,
    below: Vec<String>,
    value: &'p Shape,
}

impl<'p> Line<'p> {
    fn of(name: &str, part: &'p Part) -> Self {
        let mut line = Self {
            name: key(name),
            above: part.above.clone(),
            beside: part.beside.as_deref(),
            below: part.below.clone(),
            value: &part.value,
        };
        while let Shape::Record(entries) = line.value
            && let [(name, only)] = entries.as_slice()
        {
            line.name = format!("{}.{}", line.name, key(name));
            line.above.extend(line.beside.map(str::to_owned));
            line.above.extend(only.above.iter().cloned());
            line.beside = only.beside.as_deref();
            line.below.splice(0..0, only.below.iter().cloned());
            line.value = &only.value;
        }
        line
    }
}

/// The entries of a record, a line or several each.
fn record(entries: &[(String, Part)], indent: usize, out: &mut String) {
    let mut before: Option<Extent> = None;
    for (name, part) in entries {
        let line = Line::of(name, part);
        let start = out.len();
        let lead = format!("{} = ", line.name);
        let extent = entry(&lead, &line, indent, out);
        let top = indent == 2;
        if top && before.is_some_and(|before| before == Extent::Lines || extent == Extent::Lines) {
            out.insert(start, '\n');
        }
        before = Some(extent);
    }
}

/// How much room an entry takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Extent {
    Line,
    Lines,
}

fn entry(lead: &str, line: &Line<'_>, indent: usize, out: &mut String) -> Extent {
    comments(&line.above, indent, out);
    let start = out.len();
    let short = flat(line.value, indent + lead.len(), indent > 2 || lead.is_empty());
    match (&short, line.beside) {
        (Some(value), beside) => {
            let _ = write!(out, "{:indent$}{lead}{value},", "");
            if let Some(beside) = beside {
                let _ = write!(out, " {beside}");
            }
            out.push('\n');
        }
        (None, beside) => {
            comments(&beside.map(str::to_owned).into_iter().collect::<Vec<_>>(), indent, out);
            let _ = write!(out, "{:indent$}{lead}", "");
            tall(line.value, indent, out);
            out.push_str(",\n");
        }
    }
    comments(&line.below, indent, out);
    let single = short.is_some() && line.above.is_empty() && line.below.is_empty();
    if single && out[start..].lines().count() == 1 { Extent::Line } else { Extent::Lines }
}

/// A value on one line; none if it takes several.
fn flat(value: &Shape, used: usize, records: bool) -> Option<String> {
    let written = match value {
        Shape::Null => "null".to_owned(),
        Shape::Bool(truth) => truth.to_string(),
        Shape::Number(number) => number.to_string(),
        Shape::Text(text) if in_lines(text, 0).is_some() => return None,
        Shape::Text(text) => quoted(text),
        Shape::Shared(name) => name.clone(),
        Shape::Extended(name, entries) => {
            let own = flat(&Shape::Record(entries.clone()), used + name.len(), true)?;
            return Some(format!("{name} & {own}")).filter(|text| fits(text, used));
        }
        Shape::List(items) if items.is_empty() => "[]".to_owned(),
        Shape::Record(entries) if entries.is_empty() => "{}".to_owned(),
        Shape::List(items) => {
            let items: Option<Vec<String>> = items.iter().map(single).collect();
            return items.map(|items| format!("[{}]", items.join(", "))).filter(|text| fits(text, used));
        }
        Shape::Record(entries) if records && entries.len() <= MOST_ENTRIES => {
            let entries: Option<Vec<String>> = entries.iter().map(single_entry).collect();
            return entries
                .map(|entries| format!("{{ {} }}", entries.join(", ")))
                .filter(|text| fits(text, used));
        }
        Shape::Record(_) => return None,
    };
    Some(written)
}

fn fits(text: &str, used: usize) -> bool {
    used + text.chars().count() < WIDEST
}

/// A value without parts of its own, about which nothing is said.
fn single(part: &Part) -> Option<String> {
    let parts = match &part.value {
        Shape::List(items) => !items.is_empty(),
        Shape::Record(entries) => !entries.is_empty(),
        _ => false,
    };
    if parts || !part.is_bare() { None } else { flat(&part.value, 0, false) }
}

fn single_entry((name, part): &(String, Part)) -> Option<String> {
    let line = Line::of(name, part);
    let bare = line.above.is_empty() && line.beside.is_none() && line.below.is_empty();
    let parts = matches!(line.value, Shape::Record(entries) if !entries.is_empty())
        || matches!(line.value, Shape::List(items) if !items.is_empty());
    let value = flat(line.value, 0, false).filter(|_| bare && !parts)?;
    Some(format!("{} = {value}", line.name))
}

/// A value on several lines.
fn tall(value: &Shape, indent: usize, out: &mut String) {
    match value {
        Shape::Text(text) => out.push_str(&in_lines(text, indent).unwrap_or_else(|| quoted(text))),
        Shape::List(items) => {
            out.push_str("[\n");
            for item in items {
                let line = Line {
                    name: String::new(),
                    above: item.above.clone(),
                    beside: item.beside.as_deref(),
                    below: item.below.clone(),
                    value: &item.value,
                };
                entry("", &line, indent + 2, out);
            }
            let _ = write!(out, "{:indent$}]", "");
        }
        Shape::Record(entries) => {
            out.push_str("{\n");
            record(entries, indent + 2, out);
            let _ = write!(out, "{:indent$}}}", "");
        }
        Shape::Extended(name, entries) => {
            // The formatter breaks the line before the first part.
            out.truncate(out.trim_end_matches(' ').len());
            let _ = write!(out, "\n{0:indent$}  {name}\n{0:indent$}  & {{\n", "");
            record(entries, indent + 4, out);
            let _ = write!(out, "{:indent$}  }}", "");
        }
        Shape::Null | Shape::Bool(_) | Shape::Number(_) | Shape::Shared(_) => {}
    }
}

fn comments(lines: &[String], indent: usize, out: &mut String) {
    for line in lines {
        if line.is_empty() {
            out.push('\n');
        } else {
            let _ = writeln!(out, "{:indent$}{line}", "");
        }
    }
}

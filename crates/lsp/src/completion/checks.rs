//! Exceptions from findings: codes in `checks`, levels, and a place for the reason.

use super::Asked;
use super::answer::{About, Answer, Group, Shape};
use super::values::about;
use crate::cursor::Style;
use lsp_types::CompletionItemKind;
use pulsarc_diag::{Code, KeyPath, Segment, Severity};
use std::collections::BTreeSet;

/// The key of the block.
const BLOCK: &str = "checks";
/// The keys of an exception.
const LEVEL: &str = "level";
const REASON: &str = "reason";
/// The levels, with what each does.
const LEVELS: [(&str, &str); 3] = [
    ("allow", "leaves the finding out"),
    ("warn", "reports it as a warning"),
    ("deny", "reports it as an error"),
];

/// Adds the codes that can be accepted, and the keys of an exception.
pub(super) fn add_keys(asked: &Asked<'_>, record: &KeyPath, answer: &mut Answer<'_>) {
    match record.segments() {
        [Segment::Key(block)] if block == BLOCK => add_codes(asked, record, answer),
        [Segment::Key(block), Segment::Key(_)] if block == BLOCK => {
            let has = asked.has(record);
            let keys = [
                (LEVEL, Shape::Single, "how the finding counts"),
                (REASON, Shape::Text, "why it is accepted, for whoever reads the configuration"),
            ];
            for (name, shape, detail) in keys.into_iter().filter(|(name, ..)| !has(name)) {
                answer.key(name, shape, about(CompletionItemKind::PROPERTY, detail, Group::First));
            }
        }
        _ => {}
    }
}

fn add_codes(asked: &Asked<'_>, record: &KeyPath, answer: &mut Answer<'_>) {
    let has = asked.has(record);
    let found: BTreeSet<&str> = asked
        .view
        .checked
        .iter()
        .flat_map(|checked| &checked.diagnostics)
        .map(|diagnostic| diagnostic.code.id)
        .collect();
    let body = body(asked, answer);
    // An error cannot be accepted.
    let codes = asked.loaded.reference.codes.iter().filter(|code| code.severity != Severity::Error);
    for code in codes.filter(|code| !has(code.id)) {
        let group = if found.contains(code.id) { Group::First } else { Group::Other };
        answer.key_with(code.id, &body, of_code(code, group));
    }
}

/// An exception with its level and reason.
fn body(asked: &Asked<'_>, answer: &Answer<'_>) -> String {
    let levels = "${1|allow,warn,deny|}";
    match asked.cursor.style {
        Style::Nickel => format!("{{ {LEVEL} = '{levels}, {REASON} = \"$2\" }}"),
        Style::Flow | Style::Json => format!("{{\"{LEVEL}\": \"{levels}\", \"{REASON}\": \"$2\"}}"),
        Style::Block => {
            let line = answer.line(1);
            format!("{line}{LEVEL}: {levels}{line}{REASON}: $2")
        }
    }
}

fn of_code(code: &Code, group: Group) -> About {
    About { doc: code.page.to_owned(), ..about(CompletionItemKind::EVENT, code.title, group) }
}

/// Adds the levels of an exception.
pub(super) fn add_values(path: &KeyPath, answer: &mut Answer<'_>) {
    if let [Segment::Key(block), _, Segment::Key(key)] = path.segments()
        && (block.as_str(), key.as_str()) == (BLOCK, LEVEL)
    {
        for (level, meaning) in LEVELS {
            answer.choice(level, about(CompletionItemKind::ENUM_MEMBER, meaning, Group::First));
        }
    }
}

//! Changes for a terminal.

use pulsarc_diag::sanitize::{Escaped, Terminal};
use pulsarc_diff::{Change, ChangeKind, Changes, Consequence, Field, FieldChange};
use std::fmt::Write;

const RED: &str = "\u{1b}[31m";
const GREEN: &str = "\u{1b}[32m";
const YELLOW: &str = "\u{1b}[33m";
const PLAIN: &str = "\u{1b}[0m";

/// The changes as text: a summary, then object by object, the dangerous first.
pub(crate) fn document(changes: &Changes, colored: bool) -> Escaped<Terminal> {
    let mut text = Escaped::of(&summary(changes));
    text.literal("\n");
    for note in &changes.releases {
        text.literal("release: ").line(note).literal("\n");
    }
    for change in &changes.changes {
        object(&mut text, change, colored);
    }
    text
}

/// `3 changed, 1 added, 0 removed; restarts: pulsar-broker (3 pods)`.
pub(crate) fn summary(changes: &Changes) -> String {
    if changes.changes.is_empty() {
        return "no differences".to_owned();
    }
    let count = |kind| changes.changes.iter().filter(|change| change.change == kind).count();
    let mut text = format!(
        "{} changed, {} added, {} removed",
        count(ChangeKind::Changed),
        count(ChangeKind::Added),
        count(ChangeKind::Removed)
    );
    let restarts: Vec<String> =
        changes.restarts.iter().map(|(name, pods)| format!("{name} ({pods})")).collect();
    if !restarts.is_empty() {
        let _ = write!(text, "; restarts: {}", restarts.join(", "));
    }
    let worst = |wanted: fn(&Consequence) -> bool| {
        changes.changes.iter().filter(|change| wanted(&change.consequence)).count()
    };
    let lost = worst(|consequence| matches!(consequence, Consequence::DataLoss { .. }));
    let replaced = worst(|consequence| matches!(consequence, Consequence::Replace { .. }));
    for (number, what) in [(lost, "loses data"), (replaced, "cannot be changed in place")] {
        if number > 0 {
            let _ = write!(text, "; {what}: {number}");
        }
    }
    text
}

fn object(text: &mut Escaped<Terminal>, change: &Change, colored: bool) {
    text.literal(match change.change {
        ChangeKind::Added => "\n+ ",
        ChangeKind::Removed => "\n- ",
        ChangeKind::Changed => "\n~ ",
    });
    text.line(&change.object);
    if let Some(namespace) = &change.object.namespace {
        text.literal(" in ").line(namespace);
    }
    text.literal("\n");
    if change.change != ChangeKind::Changed && change.consequence != Consequence::InPlace {
        consequence(text, &change.consequence, colored);
    }
    // Fields with the same consequence share one line that says it, the worst first.
    let mut fields: Vec<&FieldChange> = change.fields.iter().collect();
    fields.sort_by(|a, b| b.consequence.cmp(&a.consequence));
    let mut before = None;
    for field in fields {
        if before != Some(&field.consequence) {
            consequence(text, &field.consequence, colored);
            before = Some(&field.consequence);
        }
        one_field(text, field, colored);
    }
}

fn consequence(text: &mut Escaped<Terminal>, consequence: &Consequence, colored: bool) {
    let color = match consequence {
        Consequence::DataLoss { .. } | Consequence::Replace { .. } if colored => RED,
        Consequence::Restart { .. } | Consequence::NextRestart | Consequence::NoEffect { .. } if colored => {
            YELLOW
        }
        _ => "",
    };
    text.literal("  ").literal(color).line(consequence);
    text.literal(if color.is_empty() { "" } else { PLAIN }).literal("\n");
}

fn one_field(text: &mut Escaped<Terminal>, field: &FieldChange, colored: bool) {
    text.literal("    ").line(&field.path).literal("\n");
    if let Some(lines) = &field.lines {
        for line in lines.lines() {
            painted(text, line, colored);
        }
        return;
    }
    for (sign, side) in [('-', &field.old), ('+', &field.new)] {
        if let Some(side) = side {
            painted(text, &format!("{sign} {}", value(side)), colored);
        }
    }
}

fn painted(text: &mut Escaped<Terminal>, line: &str, colored: bool) {
    let color = match line.chars().next() {
        Some('-') if colored => RED,
        Some('+') if colored => GREEN,
        _ => "",
    };
    text.literal("      ").literal(color).text(line).literal(if color.is_empty() { "" } else { PLAIN });
    text.literal("\n");
}

/// A value on one line.
pub(crate) fn value(side: &Field) -> String {
    match side {
        Field::Secret(placeholder) => (*placeholder).to_owned(),
        Field::Value(value) => value.to_string(),
    }
}

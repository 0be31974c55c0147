//! Changes for a terminal.

use pulsarc_diag::inert;
use pulsarc_diff::{Change, ChangeKind, Changes, Consequence, Field, FieldChange};
use std::fmt::Write;

const RED: &str = "\u{1b}[31m";
const GREEN: &str = "\u{1b}[32m";
const YELLOW: &str = "\u{1b}[33m";
const PLAIN: &str = "\u{1b}[0m";

/// The changes as text: a summary, then object by object, the dangerous first.
pub(crate) fn told(changes: &Changes, colored: bool) -> String {
    let mut text = summary(changes) + "\n";
    for note in &changes.releases {
        let _ = writeln!(text, "release: {}", inert::text(note));
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

fn object(text: &mut String, change: &Change, colored: bool) {
    let sign = match change.change {
        ChangeKind::Added => '+',
        ChangeKind::Removed => '-',
        ChangeKind::Changed => '~',
    };
    let namespace = change.object.namespace.as_deref().map(|name| format!(" in {name}")).unwrap_or_default();
    let _ = writeln!(text, "\n{sign} {}{}", inert::text(&change.object.to_string()), inert::text(&namespace));
    if change.change != ChangeKind::Changed && change.consequence != Consequence::InPlace {
        let _ = writeln!(text, "  {}", consequence(&change.consequence, colored));
    }
    // Fields with the same consequence share one line that tells it, the worst first.
    let mut fields: Vec<&FieldChange> = change.fields.iter().collect();
    fields.sort_by(|a, b| b.consequence.cmp(&a.consequence));
    let mut before = None;
    for field in fields {
        if before != Some(&field.consequence) {
            let _ = writeln!(text, "  {}", consequence(&field.consequence, colored));
            before = Some(&field.consequence);
        }
        one_field(text, field, colored);
    }
}

fn consequence(consequence: &Consequence, colored: bool) -> String {
    let color = match consequence {
        Consequence::DataLoss { .. } | Consequence::Replace { .. } => RED,
        Consequence::Restart { .. } | Consequence::NextRestart | Consequence::NoEffect { .. } => YELLOW,
        Consequence::InPlace => "",
    };
    let told = inert::text(&consequence.to_string());
    if colored && !color.is_empty() { format!("{color}{told}{PLAIN}") } else { told }
}

fn one_field(text: &mut String, field: &FieldChange, colored: bool) {
    let _ = writeln!(text, "    {}", inert::text(&field.path));
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

fn painted(text: &mut String, line: &str, colored: bool) {
    let color = match line.chars().next() {
        Some('-') if colored => RED,
        Some('+') if colored => GREEN,
        _ => "",
    };
    let end = if color.is_empty() { "" } else { PLAIN };
    let _ = writeln!(text, "      {color}{}{end}", inert::text(line));
}

/// A value on one line.
pub(crate) fn value(side: &Field) -> String {
    match side {
        Field::Secret(told) => (*told).to_owned(),
        Field::Value(value) => value.to_string(),
    }
}

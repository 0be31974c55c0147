//! Changes for a terminal.

use crate::color::{GREEN, PLAIN, RED, YELLOW};
use pulsarc_diag::sanitize::{Escaped, Terminal};
use pulsarc_diff::{Cause, Change, ChangeKind, Changes, Consequence, Field, FieldChange, Kind};
use std::fmt::Write;

/// The changes as text: a summary, then object by object, the dangerous first.
pub(crate) fn document(changes: &Changes, colored: bool) -> Escaped<Terminal> {
    let mut text = Escaped::of(&summary(changes));
    text.literal("\n");
    for note in &changes.releases {
        text.literal("release: ").line(note).literal("\n");
    }
    for change in shown(changes) {
        object(&mut text, changes, change, colored);
        steps(&mut text, change);
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
    for kind in Kind::DANGEROUS {
        let number = shown(changes).filter(|change| change.has(kind)).count();
        if number > 0 {
            let _ = write!(text, "; {}: {number}", kind.title());
        }
    }
    text
}

/// The changes that do not only follow from others.
pub(crate) fn shown(changes: &Changes) -> impl Iterator<Item = &Change> {
    changes.changes.iter().filter(|change| change.follows.is_none())
}

/// The fields of a change that do not only follow from others, grouped by what follows from them, the worst first.
pub(crate) fn groups(change: &Change) -> Vec<(&[Consequence], Vec<&FieldChange>)> {
    let mut groups: Vec<(&[Consequence], Vec<&FieldChange>)> = Vec::new();
    for field in change.fields.iter().filter(|field| field.follows.is_none()) {
        let consequences = field.consequences.as_slice();
        match groups.iter_mut().find(|(other, _)| *other == consequences) {
            Some((_, fields)) => fields.push(field),
            None => groups.push((consequences, vec![field])),
        }
    }
    groups.sort_by_key(|(consequences, _)| *consequences);
    groups
}

/// What to do for a change, each procedure once.
pub(crate) fn procedures(change: &Change) -> Vec<&[String]> {
    let mut found: Vec<&[String]> = Vec::new();
    for consequence in &change.consequences {
        let procedure = consequence.procedure.as_slice();
        if !procedure.is_empty() && !found.contains(&procedure) {
            found.push(procedure);
        }
    }
    found
}

/// How many objects a line names.
const NAMED: usize = 6;

/// The changes that follow from one of an object: their number, what follows from them, and the objects.
pub(crate) fn followers(changes: &Changes, change: &Change) -> Option<String> {
    let own = |cause: &Option<Cause>| {
        cause
            .as_ref()
            .is_some_and(|cause| cause.kind == change.object.kind && cause.name == change.object.name)
    };
    let (mut number, mut objects, mut consequences) = (0, Vec::new(), Vec::new());
    for other in &changes.changes {
        let fields: Vec<&FieldChange> = other.fields.iter().filter(|field| own(&field.follows)).collect();
        let whole = other.fields.is_empty() && own(&other.follows);
        if fields.is_empty() && !whole {
            continue;
        }
        number += fields.len() + usize::from(whole);
        objects.push(other.object.to_string());
        let all = fields.iter().flat_map(|field| &field.consequences);
        consequences.extend(all.chain(other.consequences.iter().filter(|_| whole)));
    }
    if number == 0 {
        return None;
    }
    let said = |one: &&&Consequence| {
        let fields = change.fields.iter().filter(|field| field.follows.is_none());
        let mut said = fields.flat_map(|field| &field.consequences);
        if change.fields.is_empty() {
            change.consequences.contains(one)
        } else {
            said.any(|other| other == **one)
        }
    };
    consequences.sort();
    let effects = consequences.iter().filter(|one| one.kind != Kind::InPlace && !said(one));
    let mut effects: Vec<String> = effects.map(ToString::to_string).collect();
    effects.dedup();
    let plural = if number == 1 { "change that follows" } else { "changes that follow" };
    let more = objects.len().saturating_sub(NAMED);
    objects.truncate(NAMED);
    let mut text = format!("and {number} {plural} from it, in {}", objects.join(", "));
    if more > 0 {
        let _ = write!(text, " and {more} more");
    }
    if !effects.is_empty() {
        let _ = write!(text, ": {}", effects.join("; "));
    }
    Some(text)
}

/// An object that changes: what follows, the fields, and what follows from it in other objects.
pub(crate) fn object(text: &mut Escaped<Terminal>, changes: &Changes, change: &Change, colored: bool) {
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
    if change.change != ChangeKind::Changed {
        for one in change.consequences.iter().filter(|one| one.kind != Kind::InPlace) {
            consequence(text, one, colored);
        }
    }
    // Fields with the same consequences share the lines that say them, the worst first.
    for (consequences, fields) in groups(change) {
        for one in consequences {
            consequence(text, one, colored);
        }
        for field in fields {
            one_field(text, field, colored);
        }
    }
    if let Some(line) = followers(changes, change) {
        text.literal("  ").line(line).literal("\n");
    }
}

/// What somebody has to do for a change.
pub(crate) fn steps(text: &mut Escaped<Terminal>, change: &Change) {
    for procedure in procedures(change) {
        text.literal("  steps:\n");
        for line in procedure {
            text.literal("    ").line(line).literal("\n");
        }
    }
}

fn consequence(text: &mut Escaped<Terminal>, consequence: &Consequence, colored: bool) {
    let color = match consequence.kind {
        kind if kind.is_dangerous() && colored => RED,
        kind if kind != Kind::InPlace && colored => YELLOW,
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

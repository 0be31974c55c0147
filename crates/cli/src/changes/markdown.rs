//! Changes for the comment of a pull request.
//!
//! Configuration text appears only as code, between tags or fences: Markdown in it cannot become a link, an image or
//! a mention.

use super::text;
use pulsarc_diag::sanitize::{Escaped, Markdown};
use pulsarc_diff::{Change, ChangeKind, Changes, Consequence, FieldChange, Kind};

/// The changes as Markdown: a summary, what is dangerous, and each object's fields folded away.
pub(crate) fn document(changes: &Changes) -> Escaped<Markdown> {
    let mut document = Escaped::new();
    document.literal("**").text(text::summary(changes)).literal("**\n");
    for note in &changes.releases {
        document.literal("\n- ").text(note).literal("\n");
    }
    for change in text::shown(changes) {
        object(&mut document, changes, change, None);
    }
    document
}

/// An object that changes. `done` says how, if nobody has to do anything for it.
pub(crate) fn object(
    document: &mut Escaped<Markdown>,
    changes: &Changes,
    change: &Change,
    done: Option<&str>,
) {
    let groups = text::groups(change);
    let procedures = if done.is_some() { Vec::new() } else { text::procedures(change) };
    let followers = text::followers(changes, change);
    let folded = !groups.is_empty() || !procedures.is_empty();
    document.literal(if folded { "\n<details><summary>" } else { "\n- " });
    document.code(&change.object).literal(match change.change {
        ChangeKind::Added => " added",
        ChangeKind::Removed => " removed",
        ChangeKind::Changed => " changed",
    });
    // The reasons of the dangerous ones are seen without unfolding.
    let mut before = ": ";
    let dangerous = change.consequences.iter().filter(|one| one.kind.is_dangerous());
    let worst =
        change.consequences.first().filter(|one| one.kind != Kind::InPlace && !one.kind.is_dangerous());
    for one in dangerous.chain(worst) {
        document.literal(before).text(one);
        before = "; ";
    }
    document.literal(if folded { "</summary>\n\n" } else { "\n" });
    for (consequences, fields) in groups {
        for field in fields {
            one_field(document, field, consequences);
        }
    }
    if let Some(line) = followers {
        document.literal(if folded { "" } else { "  " }).text(line).literal("\n\n");
    }
    if let Some(done) = done {
        document.literal(if folded { "" } else { "  " }).text(done).literal("\n\n");
    }
    for procedure in procedures {
        document.literal("Steps:\n\n").fenced("sh", &(procedure.join("\n") + "\n")).literal("\n");
    }
    if folded {
        document.literal("\n</details>\n");
    }
}

fn one_field(document: &mut Escaped<Markdown>, field: &FieldChange, consequences: &[Consequence]) {
    document.code(&field.path);
    let mut before = ": ";
    for consequence in consequences {
        document.literal(before).text(consequence);
        before = "; ";
    }
    document.literal("\n\n");
    let body = field.lines.clone().unwrap_or_else(|| {
        let side = |sign, side: &Option<_>| {
            side.as_ref().map(|side| format!("{sign} {}\n", text::value(side))).unwrap_or_default()
        };
        side('-', &field.old) + &side('+', &field.new)
    });
    document.fenced("diff", &body).literal("\n");
}

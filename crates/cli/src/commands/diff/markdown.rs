//! Changes for the comment of a pull request.
//!
//! Configuration text appears only as code, between tags or fences: Markdown in it cannot become a link, an image or
//! a mention.

use super::text;
use pulsarc_diag::sanitize::{Escaped, Markdown};
use pulsarc_diff::{Change, ChangeKind, Changes, Consequence, FieldChange};

/// The changes as Markdown: a summary, what is dangerous, and each object's fields folded away.
pub(crate) fn document(changes: &Changes) -> Escaped<Markdown> {
    let mut document = Escaped::new();
    document.literal("**").text(text::summary(changes)).literal("**\n");
    for note in &changes.releases {
        document.literal("\n- ").text(note).literal("\n");
    }
    for change in &changes.changes {
        object(&mut document, change);
    }
    document
}

fn object(document: &mut Escaped<Markdown>, change: &Change) {
    let folded = !change.fields.is_empty();
    document.literal(if folded { "\n<details><summary>" } else { "\n- " });
    document.code(&change.object).literal(match change.change {
        ChangeKind::Added => " added",
        ChangeKind::Removed => " removed",
        ChangeKind::Changed => " changed",
    });
    if change.change != ChangeKind::Added && change.consequence != Consequence::InPlace {
        document.literal(": ").text(&change.consequence);
    }
    document.literal(if folded { "</summary>\n\n" } else { "\n" });
    for field in &change.fields {
        one_field(document, field);
    }
    if folded {
        document.literal("\n</details>\n");
    }
}

fn one_field(document: &mut Escaped<Markdown>, field: &FieldChange) {
    document.code(&field.path).literal(": ").text(&field.consequence).literal("\n\n");
    let body = field.lines.clone().unwrap_or_else(|| {
        let side = |sign, side: &Option<_>| {
            side.as_ref().map(|side| format!("{sign} {}\n", text::value(side))).unwrap_or_default()
        };
        side('-', &field.old) + &side('+', &field.new)
    });
    document.fenced("diff", &body).literal("\n");
}

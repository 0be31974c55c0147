//! Changes for the comment of a pull request.
//!
//! What a configuration says stands in code alone, in HTML or between fences: Markdown in it is no link, no picture and
//! nobody's name.

use super::text;
use pulsarc_diag::inert;
use pulsarc_diff::{Change, ChangeKind, Changes, Consequence, FieldChange};
use std::fmt::Write;

/// The changes as Markdown: a summary, what is dangerous, and each object's fields folded away.
pub(crate) fn told(changes: &Changes) -> String {
    let mut text = format!("**{}**\n", escaped(&text::summary(changes)));
    for note in &changes.releases {
        let _ = writeln!(text, "\n- {}", escaped(note));
    }
    for change in &changes.changes {
        object(&mut text, change);
    }
    text
}

fn object(text: &mut String, change: &Change) {
    let kind = match change.change {
        ChangeKind::Added => "added",
        ChangeKind::Removed => "removed",
        ChangeKind::Changed => "changed",
    };
    let name = escaped(&change.object.to_string());
    let follows = if change.change == ChangeKind::Added || change.consequence == Consequence::InPlace {
        String::new()
    } else {
        format!(": {}", escaped(&change.consequence.to_string()))
    };
    if change.fields.is_empty() {
        let _ = writeln!(text, "\n- <code>{name}</code> {kind}{follows}");
        return;
    }
    let _ = writeln!(text, "\n<details><summary><code>{name}</code> {kind}{follows}</summary>\n");
    for field in &change.fields {
        one_field(text, field);
    }
    let _ = writeln!(text, "\n</details>");
}

fn one_field(text: &mut String, field: &FieldChange) {
    let _ = writeln!(
        text,
        "<code>{}</code>: {}\n",
        escaped(&field.path),
        escaped(&field.consequence.to_string())
    );
    let body = field.lines.clone().unwrap_or_else(|| {
        let side = |sign, side: &Option<_>| {
            side.as_ref().map(|side| format!("{sign} {}\n", text::value(side))).unwrap_or_default()
        };
        side('-', &field.old) + &side('+', &field.new)
    });
    let body = inert::text(&body);
    let fence = fence(&body);
    let _ = writeln!(text, "{fence}diff\n{}\n{fence}\n", body.trim_end());
}

/// A fence that the text does not end.
fn fence(body: &str) -> String {
    let longest = body.split(|c| c != '`').map(str::len).max().unwrap_or_default();
    "`".repeat(longest.max(2) + 1)
}

/// Text between tags: each sign that Markdown or HTML has a meaning for is written by its number.
fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for c in inert::line(text).chars() {
        match c {
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '&' => escaped.push_str("&amp;"),
            '`' | '*' | '_' | '[' | ']' | '!' | '~' | '@' | '#' | '\\' | '|' | '$' => {
                let _ = write!(escaped, "&#{};", u32::from(c));
            }
            _ => escaped.push(c),
        }
    }
    // An address is no link.
    escaped.replace("://", "&#58;//")
}

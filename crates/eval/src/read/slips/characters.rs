//! Quotes and comments as other languages write them.

use super::texts::closing_quote;
use super::words::{Closed, Kind, Words};
use super::{Certainty, Context, Edit, Search, Slip};
use crate::codes::{FOREIGN_COMMENT, QUOTE, UNQUOTED};
use std::ops::Range;

/// Texts in single or typographic quotes, and quotes without their other half.
pub(super) fn quotes(words: &Words<'_>, context: &Context<'_>) -> Vec<Slip> {
    let mut found: Vec<Slip> = single_quoted(words, context.search);
    if context.search == Search::Broken {
        found.extend(typographic(words));
        let unopened = unopened(words);
        // What is outside of quotes and what is within changes with each quote that is added.
        found.extend(if unopened.is_empty() { unclosed(words) } else { unopened });
    }
    found
}

/// Whether a text of several lines ends at a word, as one does whose closing quote is missing: what should be the next
/// text is outside of its quotes then.
pub(super) fn swallows_lines(words: &Words<'_>) -> bool {
    (1..words.all.len()).any(|at| {
        matches!(words.kind(at - 1), Some(Kind::Text(_)))
            && words.slice(at - 1).contains('\n')
            && words.is_joined(at)
            && !matches!(words.kind(at), Some(Kind::Sign | Kind::Close))
    })
}

fn single_quoted(words: &Words<'_>, search: Search) -> Vec<Slip> {
    let quoted = words.all.iter().filter(|word| word.kind == Kind::SingleQuoted);
    let slips = quoted.filter_map(|word| {
        let written = &words.text[word.range.clone()];
        if search == Search::Any && !is_surely_text(words.text, written) {
            return None;
        }
        let inner = written.trim_start_matches('\'').trim_end_matches('\'');
        let text = format!("\"{}\"", escaped(&inner.replace("''", "'")));
        let message = format!("text needs double quotes, not single ones: {written}");
        Some(
            Slip::new(&UNQUOTED, word.range.clone(), message, format!("write {text}"))
                .replace(word.range.clone(), text),
        )
    });
    slips.collect()
}

/// Whether Nickel, which takes `'text'` for a tag whose name ends with a quote and `'two words'` for a tag with the value
/// of a name that ends with one, can only have a text in single quotes before it: nothing defines such a name.
fn is_surely_text(text: &str, written: &str) -> bool {
    let last = written.rsplit(|c: char| c.is_whitespace() || c == '(').next().unwrap_or(written);
    let defines = text.contains(&format!("let {last}")) || text.contains("fun ") || text.contains("match");
    last.len() == written.len() || !defines
}

/// A text as it is written between double quotes.
pub(super) fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\").replace('"', "\\\"").replace("%{", "\\%{")
}

/// Typographic quotes, with the text between two of them.
fn typographic(words: &Words<'_>) -> Vec<Slip> {
    const QUOTES: [&str; 6] = ["“", "”", "„", "«", "»", "‟"];
    let (mut found, mut done) = (Vec::new(), 0);
    for at in 0..words.all.len() {
        let range = words.range(at);
        if range.start < done || words.kind(at) != Some(Kind::Sign) || !QUOTES.contains(&words.slice(at)) {
            continue;
        }
        let rest = &words.text[range.end..words.line_end(range.end)];
        let end = QUOTES.iter().filter_map(|quote| Some((rest.find(quote)?, quote.len()))).min();
        let message = "this is a typographic quote, which a word processor writes";
        let slip = match end {
            Some((inner, length)) => {
                let text = format!("\"{}\"", escaped(&rest[..inner]));
                let whole = range.start..range.end + inner + length;
                done = whole.end;
                Slip::new(&QUOTE, whole.clone(), message, format!("write {text}")).replace(whole, text)
            }
            None => Slip::new(&QUOTE, range.clone(), message, "write \" in its place").replace(range, "\""),
        };
        found.push(slip);
    }
    found
}

fn unclosed(words: &Words<'_>) -> Vec<Slip> {
    let texts = words.all.iter().filter(|word| word.kind == Kind::Text(Closed::No));
    let slips = texts.filter_map(|word| {
        let written = &words.text[word.range.clone()];
        if is_stray_end(words, word.range.start) {
            return None;
        }
        let end = unclosed_end(written).map_or(word.range.end, |end| word.range.start + end);
        // The line shows the text; a message that repeats it could repeat a secret.
        let (message, help) = ("this text has no closing quote", "write \" at its end");
        Some(Slip::new(&QUOTE, word.range.start..end, message, help).insert(end, "\""))
    });
    slips.collect()
}

/// Where an unclosed text ends on its line: before the bracket that closes what the text is in.
fn unclosed_end(written: &str) -> Option<usize> {
    let inner = written.trim_end();
    let without = inner.trim_end_matches(['}', ']', ')', ',', ' ']);
    // A bracket that the text itself opens is a part of it.
    let opened = without.matches(['{', '[', '(']).count() > without.matches(['}', ']', ')']).count();
    (without.len() < inner.len() && !opened && without.len() > 1).then_some(without.len())
}

/// Whether a quote ends a text whose first quote is missing: `tag = 4.0.8"`.
fn is_stray_end(words: &Words<'_>, quote: usize) -> bool {
    unopened_text(words, quote).is_some()
}

/// The text before a quote that closes it, if its opening quote is missing.
fn unopened_text(words: &Words<'_>, quote: usize) -> Option<Range<usize>> {
    let (start, _) = words.indentation(quote);
    let line = &words.text[start..quote];
    let after = words.text[quote + 1..].chars().next();
    if !after.is_none_or(|c| c.is_whitespace() || ",;}])".contains(c)) || line.matches('"').count() % 2 == 1 {
        return None;
    }
    let is_sign = |at: &usize| line[*at + 1..].starts_with(' ') || line.as_bytes().get(*at) == Some(&b'[');
    let sign = line.rmatch_indices(['=', ',', '[', '{', ':']).map(|(at, _)| at).find(is_sign)?;
    let text = line[sign + 1..].trim_start();
    let joins = text.chars().next().is_some_and(|c| c.is_ascii_alphanumeric() || "-./".contains(c));
    (joins && !text.ends_with(' ')).then(|| quote - text.len()..quote + 1)
}

fn unopened(words: &Words<'_>) -> Vec<Slip> {
    let quotes = words.all.iter().filter(|word| matches!(word.kind, Kind::Text(_)));
    let slips = quotes.filter_map(|word| {
        let range = unopened_text(words, word.range.start)?;
        // A text that is closed on this line begins here, unless a word is joined to its end.
        let rest = &words.text[word.range.start..];
        let closes = closing_quote(rest).is_some_and(|end| {
            !rest[..end].contains('\n') && !rest[end..].starts_with(|c: char| c.is_ascii_alphanumeric())
        });
        if closes {
            return None;
        }
        let (message, help) = ("this text has no opening quote", "write \" at its start");
        Some(Slip::new(&QUOTE, range.clone(), message, help).insert(range.start, "\""))
    });
    slips.collect()
}

/// Comments that begin with `//` or `/*`.
pub(super) fn comments(words: &Words<'_>, _: &Context<'_>) -> Vec<Slip> {
    let slips = words.foreign_comments.iter().map(|range| {
        let written = &words.text[range.clone()];
        let sign = range.start..range.start + 2;
        if written.starts_with("//") && is_operator(words, range) {
            let message = "`//` merges no records; `&` does, and `pulsar.layers` lets later ones win";
            return Slip::new(
                &FOREIGN_COMMENT,
                sign.clone(),
                message,
                "write pulsar.layers [base, { ... }], or & in place of //",
            )
            .repair(Certainty::Likely, vec![Edit { range: sign, text: "&".to_owned() }]);
        }
        if written.starts_with("//") {
            let message = "a comment begins with `#`, not with `//`";
            return Slip::new(&FOREIGN_COMMENT, sign.clone(), message, "write # in place of //")
                .replace(sign, "#");
        }
        let message = "a comment begins with `#` on each of its lines; there is no `/* */`";
        let after = words.text[range.end..words.line_end(range.end)].trim();
        let slip =
            Slip::new(&FOREIGN_COMMENT, sign, message, "write # at the start of each line of the comment");
        if after.is_empty() {
            return slip.repair(Certainty::Certain, block_comment(words, range));
        }
        slip.repair(Certainty::Likely, vec![Edit { range: range.clone(), text: String::new() }])
    });
    slips.collect()
}

/// Whether `//` stands between two values, as it merges records in Nix, and not before the text of a comment.
fn is_operator(words: &Words<'_>, range: &Range<usize>) -> bool {
    let after = words.text.get(range.start + 2..).unwrap_or_default().trim_start();
    let before = words.text.get(..range.start).unwrap_or_default().trim_end();
    let begins = ["{", "(", "[", "import ", "pulsar."].iter().any(|value| after.starts_with(value));
    let ends = before.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '_' | '}' | ')' | ']' | '"'));
    begins && ends
}

/// `/* a\n b */` as lines that begin with `#`.
fn block_comment(words: &Words<'_>, range: &Range<usize>) -> Vec<Edit> {
    let mut edits = vec![Edit { range: range.start..range.start + 2, text: "#".to_owned() }];
    let written = &words.text[range.clone()];
    for (newline, _) in written.match_indices('\n') {
        let (_, indent) = words.indentation(range.start + newline + 1);
        let start = range.start + newline + 1 + indent;
        let is_star = words.text[start..].starts_with('*') && !words.text[start..].starts_with("*/");
        let is_end = words.text[start..].starts_with("*/");
        if !is_end {
            let end = if is_star { start + 1 } else { start };
            edits.push(Edit {
                range: start..end,
                text: if is_star { "#".to_owned() } else { "# ".to_owned() },
            });
        }
    }
    let before = words.text[..range.end - 2].trim_end_matches(' ').len();
    edits.push(Edit { range: before.max(range.start + 2)..range.end, text: String::new() });
    edits
}

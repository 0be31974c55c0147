//! Brackets without their other half. What is missing where is seen from the indentation.

use super::names::is_colon;
use super::words::{Kind, Words};
use super::{Certainty, Context, Edit, Slip};
use crate::codes::BRACKET;

/// An open bracket.
struct Open {
    at: usize,
    /// The indentation of its line.
    indent: usize,
}

/// Missing, superfluous and wrong brackets.
pub(super) fn slips(words: &Words<'_>, _: &Context<'_>) -> Vec<Slip> {
    let count = |kind: Kind| words.all.iter().filter(|word| word.kind == kind).count();
    let (opened, closed) = (count(Kind::Open), count(Kind::Close));
    let mut reading = Reading {
        words,
        open: Vec::new(),
        missing: opened.saturating_sub(closed),
        extra: closed.saturating_sub(opened),
        found: Vec::new(),
    };
    for at in 0..words.all.len() {
        match words.kind(at) {
            Some(Kind::Open) => {
                reading.outdented(at);
                let (_, indent) = words.indentation(words.range(at).start);
                reading.open.push(Open { at, indent });
            }
            Some(Kind::Close) => reading.close(at),
            _ => reading.outdented(at),
        }
    }
    while let Some(open) = reading.open.pop() {
        reading.unclosed(&open, words.all.len());
    }
    reading.found
}

struct Reading<'w, 't> {
    words: &'w Words<'t>,
    open: Vec<Open>,
    /// How many closing brackets are missing, and how many there are too many.
    missing: usize,
    extra: usize,
    found: Vec<Slip>,
}

fn closing(open: &str) -> &'static str {
    match open {
        "{" => "}",
        "[" => "]",
        _ => ")",
    }
}

fn name(bracket: &str) -> &'static str {
    match bracket {
        "{" | "}" => "brace",
        "[" | "]" => "square bracket",
        _ => "parenthesis",
    }
}

impl Reading<'_, '_> {
    /// A line that begins an entry no deeper than the line of an open bracket is outside of it.
    fn outdented(&mut self, at: usize) {
        if !self.words.is_first(at) {
            return;
        }
        let (_, indent) = self.words.indentation(self.words.range(at).start);
        let is_entry = self
            .words
            .path_end(at)
            .is_some_and(|end| self.words.is_any(end, &["=", "|"]) || is_colon(self.words, end));
        let line = |at: usize| self.words.indentation(self.words.range(at).start).0;
        while self.missing > 0 && is_entry && self.open.len() > 1 {
            let Some(open) = self.open.pop() else { return };
            if open.indent < indent || line(open.at) == line(at) {
                self.open.push(open);
                return;
            }
            self.unclosed(&open, at);
        }
    }

    fn close(&mut self, at: usize) {
        let (_, indent) = self.words.indentation(self.words.range(at).start);
        // A bracket that begins a line closes one of a line that is indented like it.
        while self.missing > 0 && self.words.is_first(at) && self.open.len() > 1 {
            match self.open.pop() {
                Some(open) if open.indent > indent => self.unclosed(&open, at),
                Some(open) => {
                    self.open.push(open);
                    break;
                }
                None => break,
            }
        }
        let sign = self.words.slice(at);
        match self.open.last() {
            None => self.superfluous(at),
            Some(open) if closing(self.words.slice(open.at)) == sign => {
                let ends_all = self.open.len() == 1 && at + 1 < self.words.all.len();
                let is_odd = self.words.is_first(at) && open.indent != indent;
                if self.extra > 0 && ends_all && is_odd {
                    return self.superfluous(at);
                }
                self.open.pop();
            }
            Some(open) => self.mismatched(at, open.at),
        }
    }

    fn mismatched(&mut self, at: usize, open: usize) {
        let (sign, opened) = (self.words.slice(at), self.words.slice(open));
        let closes_outer =
            self.open.iter().rev().skip(1).any(|outer| closing(self.words.slice(outer.at)) == sign);
        if self.missing > 0 && closes_outer {
            while let Some(open) = self.open.pop() {
                if closing(self.words.slice(open.at)) == sign {
                    return;
                }
                self.unclosed(&open, at);
            }
            return;
        }
        if self.extra > 0 {
            return self.superfluous(at);
        }
        self.open.pop();
        let wanted = closing(opened);
        let range = self.words.range(at);
        let message = format!("`{sign}` does not close `{opened}`");
        let slip = Slip::new(&BRACKET, range.clone(), message, format!("write {wanted} in place of {sign}"))
            .label(self.words.range(open), "opened here")
            .replace(range, wanted);
        self.found.push(slip);
    }

    fn superfluous(&mut self, at: usize) {
        self.extra = self.extra.saturating_sub(1);
        let (range, sign) = (self.words.range(at), self.words.slice(at));
        let end = if self.words.is(at + 1, ",") && self.open.is_empty() {
            self.words.range(at + 1).end
        } else {
            range.end
        };
        let slip =
            Slip::new(&BRACKET, range.clone(), format!("this {} closes nothing", name(sign)), "remove it")
                .repair(Certainty::Certain, vec![Edit { range: range.start..end, text: String::new() }]);
        self.found.push(slip);
    }

    /// Reports a bracket that should be closed before a word.
    fn unclosed(&mut self, open: &Open, before: usize) {
        self.missing = self.missing.saturating_sub(1);
        let sign = self.words.slice(open.at);
        let wanted = closing(sign);
        let last = before.saturating_sub(1).max(open.at);
        // The annotation of a whole file is outside of its record.
        let last = if before == self.words.all.len() { self.before_annotation(open.at, last) } else { last };
        let end = self.words.range(last).end;
        let (start, indent) = self.words.indentation(self.words.range(open.at).start);
        let is_inline = self.words.line_end(start) >= end || last == open.at;
        let comma = if self.open.is_empty()
            || self.words.kind(before) == Some(Kind::Close)
            || self.words.is(before, ",")
        {
            ""
        } else {
            ","
        };
        let text = if is_inline {
            format!("{}{wanted}{comma}", if sign == "{" { " " } else { "" })
        } else {
            format!("\n{}{wanted}{comma}", &self.words.text[start..start + indent])
        };
        let at = if self.words.is(last, ",") && is_inline { self.words.range(last).start } else { end };
        let text = if at == end { text } else { text.trim_end_matches(',').to_owned() };
        let message = format!("a closing {} is missing: `{wanted}`", name(sign));
        let help = if is_inline {
            format!("write {wanted} at the end of the line")
        } else {
            format!("write {wanted} on a separate line after line {}", self.line(end))
        };
        let slip = Slip::new(&BRACKET, at.saturating_sub(1)..at, message, help)
            .label(self.words.range(open.at), "opened here")
            .insert(at, text);
        self.found.push(slip);
    }

    fn line(&self, at: usize) -> usize {
        self.words.text[..at].matches('\n').count() + 1
    }

    /// The last word before `| pulsar.Cluster` at the end of a text, if that is outside of a bracket.
    fn before_annotation(&self, open: usize, last: usize) -> usize {
        let start = self.words.path_start(last + 1).unwrap_or(last);
        let is_annotation =
            start > open + 1 && self.words.is(start - 1, "|") && self.words.is(start + 1, ".");
        if is_annotation { start - 2 } else { last }
    }
}

//! What is within a value, read from the words of a text that may be wrong: where it ends, and what it lacks.

use super::entries::{Frame, Holds, Reading};
use super::names::is_colon;
use super::words::{Closed, Kind, Words};
use super::{Certainty, Edit, Slip};
use crate::codes::{INCOMPLETE, OPERATOR, SEPARATOR, SIGN};

impl Reading<'_, '_> {
    /// Reads a word of a value; returns the next one to read.
    pub(super) fn in_value(&mut self, at: usize) -> usize {
        let words = self.words;
        if self.frame().value.is_none() {
            if words.is(at, ",") && self.frame().holds == Holds::Items {
                if at > 0 && words.is_any(at - 1, &[",", "["]) {
                    self.superfluous_comma(at);
                }
                return at + 1;
            }
            self.frame().value = Some(at);
        }
        match words.slice(at) {
            "let" if words.is(at, "let") => {
                self.begins_after_let(at);
                let frame = self.frame();
                frame.lets.push(at);
                frame.unsigned += 1;
            }
            "in" if words.is(at, "in") => {
                let frame = self.frame();
                frame.lets.pop();
                frame.unsigned = 0;
            }
            "if" if words.is(at, "if") => self.frame().ifs.push(at),
            "else" if words.is(at, "else") => self.otherwise(at),
            "fun" if words.is(at, "fun") => return self.after_arrow(at),
            _ if words.kind(at) == Some(Kind::Sign) => return self.sign(at),
            _ => {
                if let Some(next) = self.next_line(at) {
                    return next;
                }
            }
        }
        at + 1
    }

    /// The `else` of an `if`, which has its `then` before it.
    fn otherwise(&mut self, at: usize) {
        let Some(open) = self.frame().ifs.pop() else { return };
        let words = self.words;
        if !(open..at).any(|between| words.is(between, "then")) {
            let message = "this `if` has no `then` between its condition and its value";
            self.found.push(Slip::new(
                &INCOMPLETE,
                words.range(open),
                message,
                "write if ... then ... else ...",
            ));
        }
    }

    /// A `?` after a condition, as in C.
    fn conditional(&mut self, at: usize) {
        let message = "a condition has no `?`; its values follow `then` and `else`";
        let slip = Slip::new(&OPERATOR, self.words.range(at), message, "write if ... then ... else ...");
        self.found.push(slip);
    }

    /// The word after the arrow of a function.
    fn after_arrow(&self, at: usize) -> usize {
        let arrow = (at..self.words.all.len()).find(|next| self.words.is(*next, "=>"));
        arrow.map_or(at + 1, |arrow| arrow + 1)
    }

    fn sign(&mut self, at: usize) -> usize {
        let words = self.words;
        let holds = self.frame().holds;
        match words.slice(at) {
            "," if self.frame().lets.is_empty() || self.frame().unsigned > 0 => {
                if holds != Holds::Expression {
                    self.end_value(at);
                } else if self.frames.len() == 1 && self.frame().lets.is_empty() {
                    self.superfluous_comma(at);
                }
            }
            // Between the bindings of one `let`.
            "," => self.frame().unsigned += 1,
            ";" => {
                if self.frame().lets.is_empty() {
                    self.semicolon(at);
                    self.end_value(at);
                } else {
                    self.frame().lets.pop();
                    let range = words.range(at);
                    let message = "`in` ends a `let`, not a semicolon";
                    self.found.push(
                        Slip::new(&SEPARATOR, range.clone(), message, "write in").replace(range, " in"),
                    );
                }
            }
            "=" | "==" if self.frame().unsigned > 0 => {
                self.frame().unsigned -= 1;
                if words.is(at, "==") {
                    let range = words.range(at);
                    let message = "a name and its value have `=` between them, not `==`";
                    self.found.push(
                        Slip::new(&SIGN, range.clone(), message, "write = in place of ==")
                            .replace(range, "="),
                    );
                }
            }
            "=" => return self.next_entry(at),
            "?" => self.conditional(at),
            "|" if holds == Holds::Entries => return self.late_annotation(at),
            _ => {}
        }
        at + 1
    }

    fn end_value(&mut self, at: usize) {
        self.check_ifs(at);
        let frame = self.frame();
        frame.value = None;
        frame.sign = None;
        frame.lets.clear();
        frame.unsigned = 0;
    }

    /// Reports the `if`s of a value that have no `else`.
    fn check_ifs(&mut self, end: usize) {
        let words = self.words;
        for at in std::mem::take(&mut self.frame().ifs) {
            let message = "this `if` has no `else`, so it has no value if its condition is false";
            let help = "add the other value: if ... then ... else ...";
            let at_end = words.range(end.saturating_sub(1)).end;
            let edit = Edit { range: at_end..at_end, text: " else null".to_owned() };
            let slip = Slip::new(&INCOMPLETE, words.range(at), message, help);
            self.found.push(slip.repair(Certainty::Filler, vec![edit]));
        }
    }

    /// Ends what a bracket holds.
    pub(super) fn ends(&mut self, frame: &Frame, at: usize) {
        if frame.holds == Holds::Other {
            return;
        }
        if let Some(open) = frame.lets.last().filter(|_| frame.holds == Holds::Expression) {
            self.missing_in(*open, at);
        }
        if !frame.ifs.is_empty() {
            self.frames.push(Frame::of(Some(frame.holds)));
            self.frame().ifs.clone_from(&frame.ifs);
            self.check_ifs(at);
            self.frames.pop();
        }
    }

    /// An `=` within a value: its key begins the next entry, and the comma before that is missing.
    fn next_entry(&mut self, at: usize) -> usize {
        let words = self.words;
        let Some(start) = words.path_start(at) else { return at + 1 };
        let value = self.frame().value.unwrap_or(start);
        let is_apart = words.is_first(start) || !words.is_joined(start);
        if start <= value || !is_apart {
            return at + 1;
        }
        if let Some(open) = self.frame().lets.last().copied() {
            self.missing_in(open, start);
            self.frame().lets.clear();
            return at + 1;
        }
        if self.frame().holds != Holds::Entries {
            return at + 1;
        }
        self.missing_comma(start);
        self.end_value(start);
        start
    }

    /// A line that begins with a key and a colon or an annotation, after a value without a comma.
    fn next_line(&mut self, at: usize) -> Option<usize> {
        let words = self.words;
        let value = self.frame().value?;
        if !words.is_first(at) || at <= value {
            return None;
        }
        let is_entry = words.path_end(at).is_some_and(|end| {
            is_colon(words, end)
                || words.is_any(end, &["==", ":="]) && self.frame().unsigned == 0
                || words.is(end, "|") && is_annotated_key(words, end)
        });
        if is_entry
            && self.frame().holds == Holds::Entries
            && self.frame().lets.is_empty()
            && ends_value(words, at - 1)
        {
            self.missing_comma(at);
            self.end_value(at);
            return Some(at);
        }
        self.begins_after_let(at);
        None
    }

    /// A line that begins a value while a `let` has one already: its `in` is missing.
    pub(super) fn begins_after_let(&mut self, at: usize) {
        let words = self.words;
        let is_next = at > 0 && words.is_first(at) && ends_value(words, at - 1);
        let frame = self.frame();
        let Some(open) = frame.lets.last().copied().filter(|_| is_next && frame.unsigned == 0) else {
            return;
        };
        if self.missing_ins > 0 {
            self.frame().lets.pop();
            self.missing_in(open, at);
        }
    }

    fn missing_comma(&mut self, next: usize) {
        let words = self.words;
        let last = words.range(next - 1);
        let key = words.slice(next);
        let message = format!("a comma is missing at the end of this entry, before `{key}`");
        let shown = words.text[last.clone()].lines().last().unwrap_or_default();
        let help = format!("write a comma after it: {shown},");
        let place = last.end.saturating_sub(shown.len())..last.end;
        self.found.push(Slip::new(&SEPARATOR, place, message, help).insert(last.end, ","));
    }

    pub(super) fn missing_in(&mut self, open: usize, before: usize) {
        let words = self.words;
        if before == 0 {
            return;
        }
        self.missing_ins = self.missing_ins.saturating_sub(1);
        let end = words.range(before - 1).end;
        let name = words.slice(open + 1);
        let message = format!("this `let` has no `in`: the value of `{name}` has no end");
        let help = format!("write in after the value of `{name}`");
        let slip = Slip::new(&INCOMPLETE, words.range(open).start..words.range(open + 1).end, message, help);
        self.found.push(slip.insert(end, " in"));
    }

    /// An annotation after the value, which belongs before the `=`.
    fn late_annotation(&mut self, at: usize) -> usize {
        const WORDS: [&str; 6] = ["default", "force", "optional", "not_exported", "priority", "doc"];
        let words = self.words;
        let frame = self.frame();
        let (sign, lets) = (frame.sign, frame.lets.is_empty());
        let Some(sign) = sign.filter(|_| lets && words.is_any(at + 1, &WORDS)) else { return at + 1 };
        let takes_more = words.is_any(at + 1, &["priority", "doc"]);
        let last = at + 1 + usize::from(takes_more) + usize::from(takes_more && words.is(at + 2, "-"));
        let range = words.range(at).start..words.range(last).end;
        let annotation = words.text[range.clone()].to_owned();
        let start = words.text[..range.start].trim_end().len();
        let at_sign = words.range(sign).start;
        let edits = vec![
            Edit { range: at_sign..at_sign, text: format!("{annotation} ") },
            Edit { range: start..range.end, text: String::new() },
        ];
        let message = format!("`{annotation}` belongs before the `=`");
        let help = format!("write {annotation} before the =");
        self.found.push(Slip::new(&INCOMPLETE, range, message, help).repair(Certainty::Certain, edits));
        last + 1
    }
}

/// Whether a key with a `|` behind it has a value on this line.
fn is_annotated_key(words: &Words<'_>, pipe: usize) -> bool {
    (pipe..words.all.len()).take_while(|at| !words.is_first(*at)).any(|at| words.is(at, "="))
}

/// Whether a value may end with a word.
fn ends_value(words: &Words<'_>, at: usize) -> bool {
    match words.kind(at) {
        Some(Kind::Text(Closed::Yes) | Kind::Number | Kind::Block | Kind::Tag | Kind::Close) => true,
        Some(Kind::Name) => !words.is_any(at, &["in", "then", "else", "if", "let", "import", "fun", "match"]),
        _ => false,
    }
}

//! Keys, their signs, and what is between two entries, read from the words of a text that may be wrong.

use super::names::bound;
use super::words::{Closed, Kind, Words, is_reserved};
use super::{Certainty, Context, Edit, Slip};
use crate::codes::{INCOMPLETE, KEY_QUOTES, SEPARATOR, SIGN};
use std::collections::BTreeSet;
use std::ops::Range;

/// The slips of entries: wrong or missing signs and separators, keys without quotes, incomplete values.
pub(super) fn slips(words: &Words<'_>, _: &Context<'_>) -> Vec<Slip> {
    found(words)
}

/// Whether a text that Nickel can parse has a key with a type that is none: the value after a colon.
pub(super) fn has_odd_types(words: &Words<'_>) -> bool {
    (0..words.all.len()).any(|at| words.is(at, ":")) && found(words).iter().any(|slip| slip.code == &SIGN)
}

fn found(words: &Words<'_>) -> Vec<Slip> {
    let count = |word: &str| (0..words.all.len()).filter(|at| words.is(*at, word)).count();
    let mut reading = Reading {
        words,
        bound: bound(words),
        frames: vec![Frame::of(None)],
        found: Vec::new(),
        missing_ins: count("let").saturating_sub(count("in")),
    };
    let mut at = 0;
    while at < words.all.len() {
        at = reading.word(at);
    }
    while let Some(frame) = reading.frames.pop() {
        reading.ends(&frame, words.all.len());
    }
    reading.found
}

/// What a bracket holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Holds {
    /// Entries of a record.
    Entries,
    /// Items of a list.
    Items,
    /// One expression, or the whole text.
    Expression,
    /// Patterns, types and the arms of a `match`, which are not read.
    Other,
}

/// An open bracket, and the value in it that is read.
pub(super) struct Frame {
    pub(super) holds: Holds,
    /// The first word of the value, if one has begun.
    pub(super) value: Option<usize>,
    /// The sign before the value of an entry.
    pub(super) sign: Option<usize>,
    /// `let`s without their `=`, and those without their `in`.
    pub(super) unsigned: usize,
    pub(super) lets: Vec<usize>,
    /// `if`s without their `else`.
    pub(super) ifs: Vec<usize>,
}

impl Frame {
    pub(super) fn of(holds: Option<Holds>) -> Self {
        let holds = holds.unwrap_or(Holds::Expression);
        Self { holds, value: None, sign: None, unsigned: 0, lets: Vec::new(), ifs: Vec::new() }
    }
}

/// A reader of one text.
pub(super) struct Reading<'w, 't> {
    pub(super) words: &'w Words<'t>,
    bound: BTreeSet<&'t str>,
    pub(super) frames: Vec<Frame>,
    pub(super) found: Vec<Slip>,
    /// How many `let`s have no `in`.
    pub(super) missing_ins: usize,
}

impl Reading<'_, '_> {
    pub(super) fn frame(&mut self) -> &mut Frame {
        if self.frames.is_empty() {
            self.frames.push(Frame::of(None));
        }
        let last = self.frames.len() - 1;
        &mut self.frames[last]
    }

    /// Reads a word; returns the next one to read.
    fn word(&mut self, at: usize) -> usize {
        let words = self.words;
        let (holds, value) = (self.frame().holds, self.frame().value);
        match words.kind(at) {
            Some(Kind::Open) => {
                let inner = self.holds(at);
                self.begins_after_let(at);
                self.frame().value.get_or_insert(at);
                self.frames.push(Frame::of(Some(inner)));
                return at + 1;
            }
            Some(Kind::Close) => {
                if let Some(frame) = self.frames.pop() {
                    self.ends(&frame, at);
                }
                return at + 1;
            }
            _ => {}
        }
        match holds {
            Holds::Other => at + 1,
            Holds::Entries if value.is_none() => self.key(at),
            _ => self.in_value(at),
        }
    }

    /// What an opening bracket holds.
    fn holds(&self, at: usize) -> Holds {
        let before = at.wrapping_sub(1);
        if self.words.is_any(before, &["match", "let", "fun", "rec"]) || self.is_type(at) {
            return Holds::Other;
        }
        match self.words.slice(at) {
            "{" => Holds::Entries,
            "[" if self.words.is(at + 1, "|") => Holds::Other,
            "[" => Holds::Items,
            _ => Holds::Expression,
        }
    }

    /// Whether a bracket is of a type or of an argument's pattern: `{ _ : Number }`, `fun a { b } =>`.
    fn is_type(&self, at: usize) -> bool {
        let close = self.words.partner(at);
        self.words.is(close + 1, "=>")
            || (self.words.is(at + 1, "_") && self.words.is_any(at + 2, &[":", "|"]))
    }

    /// Reads a key and its sign.
    fn key(&mut self, at: usize) -> usize {
        let words = self.words;
        if words.is(at, ",") {
            if at > 0 && words.is_any(at - 1, &[",", "{"]) {
                self.superfluous_comma(at);
            }
            return at + 1;
        }
        if words.is(at, ";") {
            self.semicolon(at);
            return at + 1;
        }
        if words.is_any(at, &["..", "include"]) {
            return at + 1 + usize::from(words.is(at, "include"));
        }
        if let Some(end) = self.odd_key(at) {
            self.frame().value = Some(end + 1);
            self.frame().sign = Some(end);
            return end + 1;
        }
        let Some(end) = words.path_end(at) else { return at + 1 };
        let key = words.range(at).start..words.range(end - 1).end;
        if words.is(end, "=") {
            return self.value_after(at, end);
        }
        if words.is_any(end, &["==", ":=", "=>", "->"]) {
            let sign = words.slice(end);
            let shown = &words.text[key];
            let message = format!("`{shown}` is followed by `{sign}` instead of `=`");
            let range = words.range(end);
            self.found.push(
                Slip::new(&SIGN, range.clone(), message, format!("write {shown} = ...")).replace(range, "="),
            );
            return self.value_after(at, end);
        }
        if words.is(end, ":") {
            return self.colon(at, end, &key);
        }
        if words.is_any(end, &["|", "?"]) {
            return self.annotated(at, end);
        }
        if let Some(sign) = self.spaced_key(at) {
            return self.value_after(at, sign);
        }
        if !words.is_first(end) && self.begins_value(end) {
            let message = format!("`=` is missing between `{}` and its value", &words.text[key.clone()]);
            let help = format!("write {} = {}", &words.text[key.clone()], shown(words, end));
            self.found.push(Slip::new(&SIGN, key.clone(), message, help).insert(key.end, " ="));
            self.frame().value = Some(end);
            self.frame().sign = Some(end);
            return end;
        }
        end
    }

    /// Whether a word that follows a key begins its value.
    fn begins_value(&self, at: usize) -> bool {
        match self.words.kind(at) {
            Some(Kind::Text(_) | Kind::Number | Kind::Tag | Kind::Block) => true,
            Some(Kind::Open) => self.words.is_any(at, &["{", "["]),
            Some(Kind::Name) => {
                is_reserved(self.words.slice(at))
                    || self
                        .words
                        .path_end(at)
                        .is_some_and(|end| self.words.is_any(end, &[",", "}"]) || self.words.is_first(end))
            }
            _ => false,
        }
    }

    fn value_after(&mut self, key: usize, sign: usize) -> usize {
        let words = self.words;
        let next = sign + 1;
        let is_missing = words.is_any(next, &[",", ";", "}"])
            || next >= words.all.len()
            || (words.is_first(next) && words.path_end(next).is_some_and(|end| words.is(end, "=")));
        if is_missing {
            let range = words.range(key).start..words.range(sign).end;
            let shown = words.text[range.clone()].trim_end_matches(['=', ' ']).to_owned();
            let end = if words.is_any(next, &[",", ";"]) { words.range(next).end } else { range.end };
            let edit = Edit { range: range.start..end, text: String::new() };
            let message = format!("`{shown}` has no value");
            let slip = Slip::new(
                &INCOMPLETE,
                range,
                message,
                format!("write a value after the =, or remove `{shown} =`"),
            );
            self.found.push(slip.repair(Certainty::Likely, vec![edit]));
            return if words.is_any(next, &[",", ";"]) { next + 1 } else { next };
        }
        self.frame().value = Some(next);
        self.frame().sign = Some(sign);
        next
    }

    /// A colon after a key: of a type, or where `=` belongs.
    fn colon(&mut self, at: usize, colon: usize, key: &Range<usize>) -> usize {
        let words = self.words;
        if self.is_typed(colon + 1) {
            return self.annotated(at, colon);
        }
        let shown_key = &words.text[key.clone()];
        let has_value = colon + 1 < words.all.len() && !words.is_any(colon + 1, &[",", "}"]);
        let help = if has_value {
            format!("write {shown_key} = {}", shown(words, colon + 1))
        } else {
            format!("write {shown_key} = ...")
        };
        let range = words.range(colon);
        let sign = if words.is_joined(colon) { " =" } else { "=" };
        let message = format!("`{shown_key}` is followed by `:` instead of `=`");
        self.found.push(Slip::new(&SIGN, range.clone(), message, help).replace(range, sign));
        self.value_after(at, colon)
    }

    /// Whether a type begins at a word.
    fn is_typed(&self, at: usize) -> bool {
        let words = self.words;
        let is_name = words.is_any(at, &["Number", "String", "Bool", "Dyn", "Array", "forall", "std", "_"]);
        // On the next line, a name is a key of what is nested by indentation.
        let is_bound =
            words.kind(at) == Some(Kind::Name) && !words.is_first(at) && self.bound.contains(words.slice(at));
        let is_record = words.is(at, "{") && words.is(words.partner(at) + 1, "=");
        is_name || is_bound || is_record || words.is(at, "(") || (words.is(at, "[") && words.is(at + 1, "|"))
    }

    /// A key with annotations: its value follows the `=` behind them, if there is one.
    fn annotated(&mut self, at: usize, first: usize) -> usize {
        let words = self.words;
        let mut next = first;
        while next < words.all.len() && !words.is_any(next, &[",", "}"]) {
            if words.is(next, "=") {
                self.frame().value = Some(next + 1);
                self.frame().sign = Some(next);
                return self.value_after(at, next);
            }
            next = if words.kind(next) == Some(Kind::Open) { words.partner(next) + 1 } else { next + 1 };
        }
        next
    }

    /// A key with signs that need quotes, up to its `=`: the word of the sign.
    fn odd_key(&mut self, at: usize) -> Option<usize> {
        let words = self.words;
        if matches!(words.kind(at), Some(Kind::Text(_) | Kind::Block)) || words.is_reserved(at) {
            return None;
        }
        let line = at..words.all.len();
        let sign = line.clone().take_while(|next| *next == at || !words.is_first(*next)).find(|next| {
            words.is(*next, "=")
                || (words.is(*next, ":") && !words.is_joined(*next + 1))
                || words.is_any(*next, &["{", "[", ",", "|", "}"])
        })?;
        if !words.is_any(sign, &["=", ":"]) || sign == at {
            return None;
        }
        let is_joined = (at + 1..sign).all(|next| words.is_joined(next));
        let is_plain = words.path_end(at) == Some(sign);
        if is_plain || !is_joined || !(at..sign).any(|next| self.is_odd(next)) {
            return None;
        }
        let start = self.first_odd(at, sign);
        let range = words.range(start).start..words.range(sign - 1).end;
        let written = words.text[range.clone()].replace('"', "");
        let text = format!("\"{written}\"");
        let message = format!("a key with {} needs double quotes: {written}", self.odd_sign(start, sign));
        let slip =
            Slip::new(&KEY_QUOTES, range.clone(), message, format!("write {text}")).replace(range, text);
        self.found.push(slip);
        if words.is(sign, ":") {
            let range = words.range(sign);
            let message = format!("`{written}` is followed by `:` instead of `=`");
            self.found.push(
                Slip::new(&SIGN, range.clone(), message, "write = in place of the colon")
                    .replace(range, " ="),
            );
        }
        Some(sign)
    }

    /// A key of several words: the word of its `=`.
    fn spaced_key(&mut self, at: usize) -> Option<usize> {
        let words = self.words;
        let is_word = |at: usize| words.kind(at) == Some(Kind::Name) && !words.is_reserved(at);
        let sign = (at + 1..words.all.len())
            .take_while(|next| !words.is_first(*next))
            .find(|next| !is_word(*next))?;
        if sign < at + 2 || !words.is(sign, "=") || !is_word(at) {
            return None;
        }
        let range = words.range(at).start..words.range(sign - 1).end;
        let written = &words.text[range.clone()];
        let text = format!("\"{written}\"");
        let message = format!("a key with spaces needs double quotes: {written}");
        self.found.push(
            Slip::new(&KEY_QUOTES, range.clone(), message, format!("write {text}")).replace(range, text),
        );
        Some(sign)
    }

    fn is_odd(&self, at: usize) -> bool {
        self.words.is_any(at, &["/", ":", "@", "+", "*", "-", "~", "$", "%"])
            || self.words.kind(at) == Some(Kind::Number)
    }

    fn odd_sign(&self, start: usize, end: usize) -> String {
        match (start..end).find(|at| self.is_odd(*at)) {
            Some(at) if self.words.kind(at) != Some(Kind::Number) => format!("`{}`", self.words.slice(at)),
            _ => "a digit at its start".to_owned(),
        }
    }

    /// The first word of the key with the odd sign: after a key whose map has such keys.
    fn first_odd(&self, at: usize, sign: usize) -> usize {
        const MAPS: [&str; 6] =
            ["annotations", "labels", "nodeSelector", "matchLabels", "configData", "loadBalancerAnnotations"];
        let mut map =
            (at..sign).filter(|next| MAPS.contains(&self.words.slice(*next)) && self.words.is(next + 1, "."));
        map.next_back().map_or(at, |map| map + 2)
    }

    pub(super) fn superfluous_comma(&mut self, at: usize) {
        let range = self.words.range(at);
        let slip = Slip::new(&SEPARATOR, range.clone(), "this comma separates nothing", "remove it");
        self.found.push(slip.replace(range, ""));
    }

    pub(super) fn semicolon(&mut self, at: usize) {
        let range = self.words.range(at);
        let message = "a comma separates two entries, not a semicolon";
        self.found
            .push(Slip::new(&SEPARATOR, range.clone(), message, "write , in place of ;").replace(range, ","));
    }
}

/// The value at a word as far as a help repeats it.
fn shown(words: &Words<'_>, at: usize) -> String {
    match words.kind(at) {
        Some(Kind::Open) => {
            if words.is(at, "{") {
                "{ ... }".to_owned()
            } else {
                "[...]".to_owned()
            }
        }
        Some(Kind::Text(Closed::Yes) | Kind::Number | Kind::Name | Kind::Tag)
            if !words.is_first(at) && words.range(at).len() < 40 =>
        {
            let start = words.range(at).start;
            let rest = &words.text[start..words.content_end(start)];
            let end = rest
                .find(',')
                .filter(|_| words.kind(at) != Some(Kind::Text(Closed::Yes)))
                .unwrap_or(rest.len());
            rest[..end].trim_end_matches(['}', ']', ' ', ',', ';']).to_owned()
        }
        _ => "...".to_owned(),
    }
}

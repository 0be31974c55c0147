//! What a text of Nickel asks of its readers, looked at before it is parsed: parser and evaluator recurse, so a text of
//! a hundred thousand brackets or operators would run them out of stack, which nobody can catch; and a number is worked
//! out while it is read, so `1e1000000000` is a gigabyte.
//!
//! It does not parse. Nickel's own lexer says what is text, comment and sign, so that a bracket within quotes is none.

use crate::read::limits;
use nickel_lang_core::cache::InputFormat;
use nickel_lang_core::parser::lexer::{Lexer, MultiStringToken, NormalToken, StringToken, Token};
use std::borrow::Cow;
use std::ops::Range;
use std::path::{Path, PathBuf};

/// Signs, words and values that no comma parts, counted by [`weight`]: any of them may stand within the one before it.
const MOST: usize = 100_000;
/// Lines of comment without anything between them: Nickel's lexer takes each within the one before it.
const COMMENTS: usize = 100_000;
/// The digits of a number, and the largest exponent: what is beyond is no number to JSON, and so none of a manifest.
const LONGEST: usize = 400;

/// What a text asks too much of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Excess {
    /// It nests deeper than can be evaluated, from this byte on.
    Deep(usize),
    /// A comment without an end, up to this byte.
    Comment(usize),
    /// A number that is larger or longer than any.
    Number(Range<usize>),
}

impl Excess {
    /// Where it is.
    pub(crate) fn range(&self) -> Range<usize> {
        match self {
            Self::Deep(at) | Self::Comment(at) => *at..*at + 1,
            Self::Number(range) => range.clone(),
        }
    }

    /// What is wrong.
    pub(crate) fn message(&self) -> &'static str {
        match self {
            Self::Deep(_) => "this nests deeper than any configuration",
            Self::Comment(_) => "this comment is longer than any",
            Self::Number(_) => "this number is larger or longer than any",
        }
    }

    /// What to write instead.
    pub(crate) fn help(&self) -> &'static str {
        match self {
            Self::Deep(_) => {
                "a configuration is a dozen brackets deep: write it flatter, or as data in YAML or JSON, or raise the limit with --max-depth"
            }
            Self::Comment(_) => "write less",
            Self::Number(_) => "write a number of at most 400 digits; in quotes it is a text of any length",
        }
    }
}

/// An import as it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Import {
    pub(crate) path: PathBuf,
    pub(crate) format: InputFormat,
    /// From the word to the end of what it imports.
    pub(crate) span: Range<usize>,
}

/// What is seen of a text before it is parsed.
#[derive(Debug, Default)]
pub(crate) struct Outline {
    /// Why it cannot be parsed.
    pub(crate) excess: Option<Excess>,
    /// What it imports, in its order.
    pub(crate) imports: Vec<Import>,
    /// Whether it can compute without an end: it has functions, or the standard library's.
    pub(crate) computes: bool,
}

/// Looks over a text, up to where it is no Nickel, which the parser tells.
pub(crate) fn outline(text: &str) -> Outline {
    let mut outline = Outline { excess: long_comment(text).map(Excess::Comment), ..Outline::default() };
    if outline.excess.is_some() {
        return outline;
    }
    let long = long_numbers(text);
    let tamed = without(text, &long);
    let mut depth = Depth::new();
    let mut import = None;
    for token in Lexer::new(&tamed) {
        let Ok((start, token, end)) = token else { break };
        if let Token::Normal(NormalToken::DecNumLiteral(_)) = token
            && let Some(number) = long.iter().find(|number| number.contains(&start))
        {
            outline.excess = Some(Excess::Number(number.clone()));
            break;
        }
        import = following(import, &token, start..end, &mut outline.imports);
        outline.computes |= match &token {
            Token::Normal(NormalToken::Identifier(name)) => *name == "std",
            Token::Normal(NormalToken::Fun | NormalToken::DoubleArrow | NormalToken::Percent) => true,
            Token::Normal(other) => is_primitive(other, &tamed[start..end]),
            _ => false,
        };
        if depth.passed_by(&token) {
            outline.excess = Some(Excess::Deep(start));
            break;
        }
    }
    outline.imports.extend(import.and_then(Reading::ended));
    outline
}

/// Where a comment has more lines than any.
fn long_comment(text: &str) -> Option<usize> {
    let (mut lines, mut at) = (0, 0);
    for line in text.split_inclusive('\n') {
        let written = line.trim_start();
        match written.as_bytes().first() {
            Some(b'#') => lines += 1,
            Some(_) => lines = 0,
            None => {}
        }
        if lines > COMMENTS {
            return Some(at);
        }
        at += line.len();
    }
    None
}

/// Whether a token is one of Nickel's operators that are written as `%name%`.
fn is_primitive(token: &NormalToken<'_>, written: &str) -> bool {
    !matches!(token, NormalToken::MultiStringStart(_)) && written.starts_with('%')
}

/// Numbers of more digits, or with a larger exponent, than any number has; some may be part of a text.
pub(crate) fn long_numbers(text: &str) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let digits = |from: usize| bytes[from..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(first) = bytes[at..].iter().position(u8::is_ascii_digit).map(|offset| at + offset) {
        let mut end = first + digits(first);
        if bytes.get(end) == Some(&b'.') {
            end += 1 + digits(end + 1);
        }
        let mut is_long = end - first > LONGEST;
        if matches!(bytes.get(end), Some(b'e' | b'E')) {
            let signed = end + 1 + usize::from(matches!(bytes.get(end + 1), Some(b'+' | b'-')));
            let exponent = signed..signed + digits(signed.min(bytes.len()));
            is_long |= text.get(exponent.clone()).is_some_and(|written| {
                let written = written.trim_start_matches('0');
                written.len() > 3 || written.parse::<usize>().is_ok_and(|number| number > LONGEST)
            });
            if !exponent.is_empty() {
                end = exponent.end;
            }
        }
        // A number may begin with its point.
        let start = if first > 0 && bytes[first - 1] == b'.' { first - 1 } else { first };
        if is_long {
            found.push(start..end);
        }
        at = end;
    }
    found
}

/// The text with a single digit in place of each of these, and everything else where it was.
fn without<'t>(text: &'t str, numbers: &[Range<usize>]) -> Cow<'t, str> {
    if numbers.is_empty() {
        return Cow::Borrowed(text);
    }
    let mut tamed = String::with_capacity(text.len());
    let mut done = 0;
    for number in numbers {
        tamed.push_str(&text[done..number.start]);
        tamed.push('0');
        tamed.extend(std::iter::repeat_n(' ', number.len() - 1));
        done = number.end;
    }
    tamed.push_str(&text[done..]);
    Cow::Owned(tamed)
}

/// An import that is being read: `import "path"`, and then maybe `as 'Format`.
struct Reading {
    start: usize,
    end: usize,
    path: String,
    step: Step,
}

#[derive(PartialEq, Eq)]
enum Step {
    Word,
    Path,
    Named,
    As,
    Quoted(String),
}

/// What becomes of an import with the next token; those that have ended are added.
fn following(
    import: Option<Reading>,
    token: &Token<'_>,
    span: Range<usize>,
    imports: &mut Vec<Import>,
) -> Option<Reading> {
    if let Some(mut reading) = import {
        match (&mut reading.step, token) {
            (Step::Word, Token::Normal(NormalToken::DoubleQuote)) => reading.step = Step::Path,
            (Step::Path, Token::Str(StringToken::Literal(part))) => reading.path.push_str(part),
            (Step::Path, Token::Str(StringToken::EscapedChar(escaped))) => reading.path.push(*escaped),
            (Step::Path, Token::Normal(NormalToken::DoubleQuote) | Token::Str(StringToken::DoubleQuote)) => {
                (reading.step, reading.end) = (Step::Named, span.end);
            }
            (Step::Named, Token::Normal(NormalToken::As)) => reading.step = Step::As,
            (Step::As, Token::Normal(NormalToken::RawEnumTag(tag))) => {
                reading.end = span.end;
                imports.extend(reading.ended_as(tag));
                return None;
            }
            (Step::As, Token::Normal(NormalToken::StrEnumTagBegin)) => {
                reading.step = Step::Quoted(String::new());
            }
            (Step::Quoted(tag), Token::Str(StringToken::Literal(part))) => tag.push_str(part),
            (Step::Quoted(tag), Token::Str(StringToken::EscapedChar(escaped))) => tag.push(*escaped),
            (
                Step::Quoted(tag),
                Token::Normal(NormalToken::DoubleQuote) | Token::Str(StringToken::DoubleQuote),
            ) => {
                let tag = std::mem::take(tag);
                reading.end = span.end;
                imports.extend(reading.ended_as(&tag));
                return None;
            }
            _ => {
                imports.extend(reading.ended());
                return begun(token, span);
            }
        }
        return Some(reading);
    }
    begun(token, span)
}

fn begun(token: &Token<'_>, span: Range<usize>) -> Option<Reading> {
    (*token == Token::Normal(NormalToken::Import)).then(|| Reading {
        start: span.start,
        end: span.end,
        path: String::new(),
        step: Step::Word,
    })
}

impl Reading {
    /// The import, without a word on its format: the ending of the file says it, and else it is Nickel.
    fn ended(self) -> Option<Import> {
        (self.step == Step::Named).then(|| {
            let format = InputFormat::from_path(Path::new(&self.path)).unwrap_or_default();
            Import { path: PathBuf::from(self.path), format, span: self.start..self.end }
        })
    }

    /// The import of a format by its name; none where it is no format, which the parser tells.
    fn ended_as(self, format: &str) -> Option<Import> {
        let format = format.parse().ok()?;
        Some(Import { path: PathBuf::from(self.path), format, span: self.start..self.end })
    }
}

/// What stands within what.
struct Depth {
    /// The brackets that are open, and what each holds since its last comma.
    open: Vec<Within>,
    /// What all of them hold.
    steps: usize,
    /// So many may be open: those of records and lists, and those of what computes them.
    deepest: usize,
}

/// What a bracket holds.
#[derive(Default)]
struct Within {
    steps: usize,
    /// The `let`s whose `in` has not come: a comma between them is one of theirs.
    lets: usize,
}

impl Depth {
    fn new() -> Self {
        Self { open: vec![Within::default()], steps: 0, deepest: limits::held().depth + 300 }
    }

    /// Whether a limit is passed with this token.
    fn passed_by(&mut self, token: &Token<'_>) -> bool {
        match token {
            Token::Normal(NormalToken::LBrace | NormalToken::LBracket | NormalToken::LParen)
            | Token::Str(StringToken::Interpolation)
            | Token::MultiStr(MultiStringToken::Interpolation) => self.open.push(Within::default()),
            Token::Normal(NormalToken::RBrace | NormalToken::RBracket | NormalToken::RParen) => {
                if self.open.len() > 1
                    && let Some(closed) = self.open.pop()
                {
                    self.steps -= closed.steps;
                }
            }
            Token::Normal(token) => self.step(token),
            _ => {}
        }
        self.open.len() > self.deepest || self.steps > MOST
    }

    fn step(&mut self, token: &NormalToken<'_>) {
        let Some(within) = self.open.last_mut() else { return };
        match token {
            // What comes next stands beside what was, not within it.
            NormalToken::Comma if within.lets == 0 => {
                self.steps -= within.steps;
                within.steps = 0;
                return;
            }
            NormalToken::Let => within.lets += 1,
            NormalToken::In => within.lets = within.lets.saturating_sub(1),
            _ => {}
        }
        within.steps += weight(token);
        self.steps += weight(token);
    }
}

/// How much a token may take of the stack: a sign stands around what is beside it, a word or a value may do so.
fn weight(token: &NormalToken<'_>) -> usize {
    match token {
        NormalToken::Identifier(_)
        | NormalToken::DecNumLiteral(_)
        | NormalToken::DoubleQuote
        | NormalToken::MultiStringStart(_)
        | NormalToken::Comma
        | NormalToken::Let
        | NormalToken::In
        | NormalToken::Fun
        | NormalToken::If
        | NormalToken::Then
        | NormalToken::Else => 1,
        _ => 2,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn excess(text: &str) -> Option<Excess> {
        outline(text).excess
    }

    #[test]
    fn honest_texts_are_shallow_and_killers_are_not() {
        let keys: String =
            (0..60_000).map(|key| format!("  broker.configData.key{key} = \"{key}\" | default,\n")).collect();
        assert_eq!(excess(&format!("{{\n{keys}}}")), None);
        let signs = "[{(+ ".repeat(3_000);
        assert_eq!(excess(&format!("{{ a = \"{signs}\", b = m%\"{signs}\"%, # {signs}\n }}")), None);
        for killer in [
            "{a=".repeat(1_000),
            "[".repeat(1_000),
            "\"%{".repeat(1_000),
            "\"a\" ++ ".repeat(50_000),
            "fun x => ".repeat(60_000),
            "let x = 1 in ".repeat(60_000),
            "let x = 1, y = 2 in ".repeat(60_000),
            "'A ".repeat(60_000),
            "f ".repeat(110_000),
        ] {
            assert!(matches!(excess(&killer), Some(Excess::Deep(_))), "{}", &killer[..20]);
        }
    }

    #[test]
    fn a_number_is_told_where_it_is_one() {
        assert_eq!(excess("{ a = 1e1000000000 }"), Some(Excess::Number(6..18)));
        assert_eq!(excess("{ a = -.5E-99999, }"), Some(Excess::Number(7..16)));
        let long = "7".repeat(1_000);
        assert_eq!(excess(&format!("{{ a = {long} }}")), Some(Excess::Number(6..1_006)));
        assert_eq!(excess(&format!("{{ a = \"{long} 12e4567890\" }} # 1e99999")), None);
        assert_eq!(excess("{ a = 1e300, b = 0x1F, c = 1.5e-10, commit12e99999 = 1 }"), None);
    }

    #[test]
    fn imports_are_seen_in_every_form() {
        let text = "let x = import \"a.ncl\" in\n{ b = import \"b\\u{2e}yaml\", c = import \"c\" as 'Text,\n\
                    d | (import \"d.ncl\"), e = \"import \\\"no.ncl\\\"\", # import \"no.ncl\"\n f = import \"f.x\" as '\"Json\" }";
        let seen: Vec<_> = outline(text)
            .imports
            .into_iter()
            .map(|import| (import.path.display().to_string(), import.format))
            .collect();
        let expected = [
            ("a.ncl", InputFormat::Nickel),
            ("b.yaml", InputFormat::Yaml),
            ("c", InputFormat::Text),
            ("d.ncl", InputFormat::Nickel),
            ("f.x", InputFormat::Json),
        ];
        assert_eq!(seen, expected.map(|(path, format)| (path.to_owned(), format)));
    }
}

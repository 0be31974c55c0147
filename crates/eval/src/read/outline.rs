//! Properties of a Nickel text that are known before it is parsed: its nesting, its imports, and whether it computes.
//! Parser and evaluator recurse, so a text with a hundred thousand brackets or operators would exhaust the stack,
//! which cannot be caught.
//!
//! It does not parse. The words are those of Nickel's own lexer, from the same bytes: an import is a word of the language,
//! and no parse has one that is not here.

use super::depth::Depth;
use super::numbers;
use super::yaml::{Dialect, Unfit, number};
use nickel_lang_core::cache::InputFormat;
use nickel_lang_core::parser::lexer::{Lexer, MultiStringToken, NormalToken, StringToken, Token};
use std::ops::Range;
use std::path::{Path, PathBuf};

/// Consecutive comment lines: Nickel's lexer nests each within the one before.
const COMMENTS: usize = 100_000;
/// Operators that may double a text or a number each, and are few enough to come to nothing much.
const FEW_DOUBLINGS: usize = 8;

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
            Self::Deep(_) => "this is nested too deeply",
            Self::Comment(_) => "this comment is too long",
            Self::Number(_) => "this number is too large or too long",
        }
    }

    /// What to write instead.
    pub(crate) fn help(&self) -> &'static str {
        match self {
            Self::Deep(_) => {
                "flatten it, write it as data in YAML or JSON, or raise the limit with --max-depth"
            }
            Self::Comment(_) => "shorten it",
            Self::Number(_) => "write a number of at most 400 digits, or quote it as text of any length",
        }
    }
}

/// An import as it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Import {
    pub(crate) of: Imported,
    /// From the word to the end of what it imports.
    pub(crate) span: Range<usize>,
}

/// What an import names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Imported {
    /// A file, and how to read it.
    File(PathBuf, InputFormat),
    /// A file that is to be read in a format that there is not.
    OfNoFormat(String),
    /// Anything else: a package, or no import at all, which no parse accepts.
    NoFile,
}

/// The outline of a text.
#[derive(Debug, Default)]
pub(crate) struct Outline {
    /// Why it cannot be parsed.
    pub(crate) excess: Option<Excess>,
    /// Its imports, in order.
    pub(crate) imports: Vec<Import>,
    /// Whether it can compute without an end: it has functions, the standard library's, or many operators that double.
    pub(crate) computes: bool,
    /// Numbers that 64 bits do not keep as they are written.
    pub(crate) unfit: Vec<(Range<usize>, Unfit)>,
}

/// Scans a text, up to the first invalid token, which the parser reports.
pub(crate) fn outline(text: &str) -> Outline {
    let excess =
        long_comment(text).map(Excess::Comment).or_else(|| numbers::endless(text).map(Excess::Number));
    let mut outline = Outline { excess, ..Outline::default() };
    if outline.excess.is_some() {
        return outline;
    }
    let tamed = numbers::without_large_exponents(text);
    let (mut depth, mut reading, mut doublings) = (Depth::new(), None, 0);
    for token in Lexer::new(&tamed) {
        let Ok((start, token, end)) = token else { break };
        if is_number(&token) {
            let written = &text[start..end];
            if numbers::is_long(written) {
                outline.excess = Some(Excess::Number(start..end));
                break;
            }
            let read = match token {
                Token::Normal(NormalToken::DecNumLiteral(_)) => number::value(written, Dialect::Json),
                _ => number::scalar(written),
            };
            outline.unfit.extend(read.err().map(|unfit| (start..end, unfit)));
        }
        reading = following(reading, &token, start..end, &mut outline.imports);
        doublings += usize::from(doubles(&token));
        outline.computes |= doublings > FEW_DOUBLINGS || computes(&token, &text[start..end]);
        if depth.passed_by(&token) {
            outline.excess = Some(Excess::Deep(start));
            break;
        }
    }
    outline.imports.extend(reading.map(Reading::ended));
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

fn is_number(token: &Token<'_>) -> bool {
    matches!(
        token,
        Token::Normal(
            NormalToken::DecNumLiteral(_)
                | NormalToken::HexNumLiteral(_)
                | NormalToken::OctNumLiteral(_)
                | NormalToken::BinNumLiteral(_)
        )
    )
}

/// Whether a word is of something that may go on without an end.
fn computes(token: &Token<'_>, written: &str) -> bool {
    match token {
        Token::Normal(NormalToken::Identifier(name)) => *name == "std",
        Token::Normal(
            NormalToken::Fun | NormalToken::Match | NormalToken::DoubleArrow | NormalToken::Percent,
        ) => true,
        // Nickel's operators that are written as `%name%`.
        Token::Normal(NormalToken::MultiStringStart(_) | NormalToken::SymbolicStringStart(_)) => false,
        Token::Normal(_) => written.starts_with('%'),
        _ => false,
    }
}

/// Whether a token may double its operand: forty of them exceed any memory.
fn doubles(token: &Token<'_>) -> bool {
    matches!(
        token,
        Token::Normal(NormalToken::DoublePlus | NormalToken::At | NormalToken::Times)
            | Token::Str(StringToken::Interpolation)
            | Token::MultiStr(MultiStringToken::Interpolation)
    )
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

/// What becomes of an import with the next token; those that have ended are added. Every word `import` comes to one.
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
            (Step::Path, Token::Normal(NormalToken::DoubleQuote)) => {
                (reading.step, reading.end) = (Step::Named, span.end);
            }
            (Step::Named, Token::Normal(NormalToken::As)) => reading.step = Step::As,
            (Step::As, Token::Normal(NormalToken::RawEnumTag(tag))) => {
                reading.end = span.end;
                imports.push(reading.ended_as(tag));
                return None;
            }
            (Step::As, Token::Normal(NormalToken::StrEnumTagBegin)) => {
                reading.step = Step::Quoted(String::new());
            }
            (Step::Quoted(tag), Token::Str(StringToken::Literal(part))) => tag.push_str(part),
            (Step::Quoted(tag), Token::Str(StringToken::EscapedChar(escaped))) => tag.push(*escaped),
            (Step::Quoted(tag), Token::Normal(NormalToken::DoubleQuote)) => {
                let tag = std::mem::take(tag);
                reading.end = span.end;
                imports.push(reading.ended_as(&tag));
                return None;
            }
            _ => {
                imports.push(reading.ended());
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
    /// The import, silently on its format: the ending of the file says it, and else it is Nickel.
    fn ended(self) -> Import {
        let of = if self.step == Step::Named {
            let format = InputFormat::from_path(Path::new(&self.path)).unwrap_or_default();
            Imported::File(PathBuf::from(self.path), format)
        } else {
            Imported::NoFile
        };
        Import { of, span: self.start..self.end }
    }

    /// The import of a format by its name.
    fn ended_as(self, format: &str) -> Import {
        let of = format.parse().map_or_else(
            |()| Imported::OfNoFormat(format.to_owned()),
            |format| Imported::File(PathBuf::from(self.path), format),
        );
        Import { of, span: self.start..self.end }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn excess(text: &str) -> Option<Excess> {
        outline(text).excess
    }

    #[test]
    fn real_texts_are_shallow_and_attacks_are_not() {
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
    fn a_number_is_reported_as_a_number() {
        assert_eq!(excess("{ a = 1e1000000000 }"), Some(Excess::Number(6..18)));
        assert_eq!(excess("{ a = -.5E-99999, }"), Some(Excess::Number(7..16)));
        let long = "7".repeat(1_000);
        assert_eq!(excess(&format!("{{ a = {long} }}")), Some(Excess::Number(6..1_006)));
        assert_eq!(excess(&format!("{{ a = \"{long} 12e4567890\" }} # 1e99999")), None);
        assert_eq!(excess("{ a = 1e300, b = 0x1F, c = 1.5e-10, commit12e99999 = 1 }"), None);
        assert_eq!(excess("{ a = 0x1e99999 }"), None);
        let run = "1".repeat(20_000);
        assert_eq!(excess(&format!("\"{run}\"")), Some(Excess::Number(1..20_001)));
    }

    #[test]
    fn imports_are_seen_in_every_form() {
        let text = "let x = import \"a.ncl\" in\n{ b = import \"b\\u{2e}yaml\", c = import \"c\" as 'Text,\n\
                    d | (import \"d.ncl\"), e = \"import \\\"no.ncl\\\"\", # import \"no.ncl\"\n f = import \"f.x\" as '\"Json\" }";
        let seen: Vec<_> = outline(text)
            .imports
            .into_iter()
            .filter_map(|import| match import.of {
                Imported::File(path, format) => Some((path.display().to_string(), format)),
                _ => None,
            })
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

    /// Every word `import` comes to an import, and none hides in what is before it.
    #[test]
    fn no_import_hides() {
        for (before, after) in [
            ("let _ = x1e999-s%\"a \" b\"% in ", ""),
            ("let _ = m%%\"\"% %{1} \"%% in ", ""),
            ("let _ = \"%{\"a\"}\" in ", ""),
            ("let _ = \"%{", "}\" in 1"),
            ("let _ = m%\"%{", "}\"% in 1"),
            ("let _ = 'a1e999 in ", ""),
            ("let { a | (", ") } = {} in a"),
            ("let { a ? (", ") } = {} in a"),
            ("match { { a ? (", ") } => a }"),
            ("{ \"%{", "}\" = 1 }"),
            ("1 | (", ")"),
            ("# \"\n", ""),
            ("let x1e1000000000 = 1 in ", ""),
        ] {
            let text = format!("{before}import \"/etc/\\x68osts\" as 'Text{after}");
            let seen: Vec<_> = outline(&text).imports.into_iter().map(|import| import.of).collect();
            assert_eq!(seen, [Imported::File(PathBuf::from("/etc/hosts"), InputFormat::Text)], "{text}");
        }
        for text in ["import foo", "import", "import m%\"a\"%", "import \"%{\"a\"}\"", "import 'a"] {
            let seen: Vec<_> = outline(text).imports.into_iter().map(|import| import.of).collect();
            assert_eq!(seen, [Imported::NoFile], "{text}");
        }
        let seen = outline("import \"a\" as 'Nix").imports;
        assert_eq!(seen[0].of, Imported::OfNoFormat("Nix".to_owned()));
    }

    #[test]
    fn unfinished_expressions_compute() {
        let doubling: String = (0..40).map(|at| format!(", a{} = a{at} ++ a{at}", at + 1)).collect();
        for text in [
            "std.a",
            "let _ = x1e999-s%\"a \" b\"% in std",
            "fun x => x",
            "1 |> match { _ => 1 }",
            "%pow% 1 2",
            "1 % 2",
            &format!("{{ a0 = \"b\"{doubling} }}"),
        ] {
            assert!(outline(text).computes, "{text}");
        }
        for text in [
            "{ a = 1, b = \"std\", c = m%\"fun\"%, d = \"%{a}\" }",
            "let p = import \"pulsar.ncl\" in p.a & {}",
        ] {
            assert!(!outline(text).computes, "{text}");
        }
    }
}

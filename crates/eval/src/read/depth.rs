//! How deep a text of Nickel nests, counted word by word.

use crate::limits;
use nickel_lang_core::parser::lexer::{MultiStringToken, NormalToken, StringToken, Token};

/// Signs, words and values that no comma parts, counted by [`weight`]: any of them may are within the one before it.
const MOST: usize = 100_000;

/// What is within what.
pub(super) struct Depth {
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
    pub(super) fn new() -> Self {
        Self { open: vec![Within::default()], steps: 0, deepest: limits::held().depth + 300 }
    }

    /// Whether a limit is passed with this token.
    pub(super) fn passed_by(&mut self, token: &Token<'_>) -> bool {
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

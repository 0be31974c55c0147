//! Words and scripts of a shell, which no text of a configuration gets into unquoted.
//!
//! A [`Script`] is put together from literals of this program, from [`Word`]s, whose constructors quote, and from
//! [`UserCommand`]s, which the user means to run. There is no way from a `String` to a `Script`, so that a text
//! that nobody quoted does not compile.

use serde::Deserialize;
use std::fmt::{Display, Write as _};

/// One word of a shell script. It stays that one word, whatever its text holds.
///
/// Kubernetes replaces `$(NAME)` in commands and arguments by a variable of the container before any shell reads them,
/// and `$$` by `$`. Quotes between the two characters keep it from seeing either.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word(String);

/// A part of a word in double quotes.
#[derive(Debug, Clone, Copy)]
pub enum Piece<'a> {
    /// A text that means itself.
    Text(&'a str),
    /// A variable of the shell.
    Variable(&'static str),
}

impl Word {
    /// A text as a word: as it is if every character is safe, else in single quotes.
    #[allow(clippy::needless_pass_by_value, reason = "callers pass texts, numbers and ports alike")]
    pub fn new(text: impl Display) -> Self {
        let text = text.to_string();
        let is_safe = |c: char| c.is_ascii_alphanumeric() || "-_./:,@%+=".contains(c);
        if !text.is_empty() && text.chars().all(is_safe) {
            return Self(text);
        }
        let mut word = String::from("'");
        let mut before = None;
        for c in text.chars() {
            match c {
                '\'' => word.push_str(r"'\''"),
                '$' | '(' if before == Some('$') => {
                    word.push_str("''");
                    word.push(c);
                }
                _ => word.push(c),
            }
            before = Some(c);
        }
        word.push('\'');
        Self(word)
    }

    /// The path of a file or folder as a word: one that begins with `-` is not taken for an option.
    pub fn path(path: &str) -> Self {
        if path.starts_with('-') { Self::new(format_args!("./{path}")) } else { Self::new(path) }
    }

    /// A message in double quotes.
    pub fn message(text: impl Display) -> Self {
        Self::of(&[Piece::Text(&text.to_string())])
    }

    /// A text in double quotes with variables in it.
    pub fn of(pieces: &[Piece<'_>]) -> Self {
        let mut word = String::from("\"");
        for piece in pieces {
            match piece {
                Piece::Text(text) => escape(text, &mut word),
                Piece::Variable(name) => {
                    let _ = write!(word, "${{{name}}}");
                }
            }
        }
        word.push('"');
        Self(word)
    }
}

/// Adds a text to a word in double quotes.
fn escape(text: &str, word: &mut String) {
    let mut before = word.chars().next_back();
    for c in text.chars() {
        if before == Some('$') && matches!(c, '$' | '(') {
            word.push_str("\"\"");
        }
        if matches!(c, '"' | '\\' | '$' | '`') {
            word.push('\\');
        }
        word.push(c);
        before = Some(c);
    }
}

/// A command of the user's own, which runs as it is written.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(transparent)]
pub struct UserCommand(String);

/// Lines of a shell script.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Script(String);

impl Script {
    /// No lines.
    pub fn none() -> Self {
        Self::default()
    }

    /// One after the other on the same line.
    pub fn joined<const N: usize>(parts: [Self; N]) -> Self {
        Self(parts.map(|part| part.0).concat())
    }

    /// Words with a space between them.
    pub fn words(words: impl IntoIterator<Item = Word>) -> Self {
        Self(words.into_iter().map(|word| word.0).collect::<Vec<_>>().join(" "))
    }

    /// One command over several lines.
    pub fn continued<const N: usize>(parts: [Self; N]) -> Self {
        Self(parts.map(|part| part.0).join(" \\\n  "))
    }

    /// A line each; empty ones are left out.
    pub fn lines(parts: impl IntoIterator<Item = Self>) -> Self {
        let mut script = String::new();
        for part in parts {
            let part = part.0.trim_end();
            if !part.is_empty() {
                script.push_str(part);
                script.push('\n');
            }
        }
        Self(script)
    }

    /// Without the end of its last line: to go on with on the same one.
    #[must_use]
    pub fn trimmed(self) -> Self {
        Self(self.0.trim_end().to_owned())
    }

    /// Whether there is nothing to run.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The text that a shell reads.
    pub fn into_text(self) -> String {
        self.0
    }
}

impl From<&'static str> for Script {
    fn from(text: &'static str) -> Self {
        Self(text.to_owned())
    }
}

impl From<Word> for Script {
    fn from(word: Word) -> Self {
        Self(word.0)
    }
}

impl From<&Word> for Script {
    fn from(word: &Word) -> Self {
        Self(word.0.clone())
    }
}

impl From<&Script> for Script {
    fn from(script: &Script) -> Self {
        script.clone()
    }
}

impl From<&UserCommand> for Script {
    fn from(command: &UserCommand) -> Self {
        Self(command.0.clone())
    }
}

impl From<&Option<UserCommand>> for Script {
    fn from(command: &Option<UserCommand>) -> Self {
        command.as_ref().map(Self::from).unwrap_or_default()
    }
}

/// A part of a [`Script`] from literals, words and scripts.
///
/// ```
/// use pulsarc_component::{line, script::Word};
/// let line = line!["echo ", Word::new("it's; $(id)")];
/// assert_eq!(line.into_text(), r"echo 'it'\''s; $''(id)'");
/// ```
///
/// A text that nobody quoted does not compile:
///
/// ```compile_fail,E0277
/// use pulsarc_component::line;
/// let user = String::from("; id");
/// line!["echo ", user];
/// ```
///
/// Nor does a part of one:
///
/// ```compile_fail,E0597
/// use pulsarc_component::line;
/// let user = String::from("; id");
/// line!["echo ", user.as_str()];
/// ```
#[macro_export]
macro_rules! line {
    ($($part:expr),+ $(,)?) => {
        $crate::script::Script::joined([$($crate::script::Script::from($part)),+])
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn safe_texts_stay_bare_and_others_are_quoted() {
        for (text, word) in [
            ("pulsar-broker.ns.svc:6650", "pulsar-broker.ns.svc:6650"),
            ("", "''"),
            ("a b", "'a b'"),
            ("it's $HOME", r"'it'\''s $HOME'"),
            ("$(id)", "'$''(id)'"),
            ("$$$", "'$''$''$'"),
            ("~", "'~'"),
            ("größe", "'größe'"),
        ] {
            assert_eq!(Word::new(text), Word(word.to_owned()), "{text}");
        }
        assert_eq!(Word::path("-rf"), Word("./-rf".to_owned()));
    }

    #[test]
    fn double_quotes_expand_nothing_but_named_variables() {
        assert_eq!(Word::message("a b"), Word("\"a b\"".to_owned()));
        assert_eq!(Word::message("$(id) `id` \"\\"), Word("\"\\$\"\"(id) \\`id\\` \\\"\\\\\"".to_owned()));
        let host = Word::of(&[Piece::Text("/x$"), Piece::Variable("HOSTNAME"), Piece::Text(".a")]);
        assert_eq!(host, Word("\"/x\\$${HOSTNAME}.a\"".to_owned()));
    }
}

//! Values and keys as files write them.

use crate::{Secrets, nickel};
use serde::{Deserialize, Serialize};

/// The syntax of a file that settings are written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Syntax {
    /// YAML.
    Yaml,
    /// JSON, or YAML that is written like it.
    Json,
    /// Nickel.
    Nickel,
}

impl Syntax {
    /// The syntax of a file, by its name; by its first character if YAML may also be JSON.
    pub fn of(name: &str, text: &str) -> Self {
        match name.rsplit_once('.').map(|(_, extension)| extension) {
            Some("ncl") => Self::Nickel,
            _ if text.trim_start().starts_with('{') => Self::Json,
            _ => Self::Yaml,
        }
    }
}

/// A value to write.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Literal {
    /// Nothing: it removes a default.
    Null,
    /// A switch.
    Bool(bool),
    /// A whole number.
    Integer(i64),
    /// Text.
    Text(String),
    /// A list.
    List(Vec<Self>),
}

impl Literal {
    /// The value as it is written in a file.
    pub fn written(&self, syntax: Syntax) -> String {
        match self {
            Self::Null => "null".to_owned(),
            Self::Bool(truth) => truth.to_string(),
            Self::Integer(number) => number.to_string(),
            Self::Text(text) if syntax == Syntax::Yaml && is_plain(text) => text.clone(),
            Self::Text(text) if syntax == Syntax::Nickel => nickel::quoted(text),
            Self::Text(text) => quoted(text),
            Self::List(items) => {
                let items: Vec<String> = items.iter().map(|item| item.written(syntax)).collect();
                format!("[{}]", items.join(", "))
            }
        }
    }

    pub(super) fn without(self, secrets: &Secrets) -> Self {
        match self {
            Self::Text(text) => Self::Text(secrets.without(&text)),
            Self::List(items) => Self::List(items.into_iter().map(|item| item.without(secrets)).collect()),
            single => single,
        }
    }
}

impl From<bool> for Literal {
    fn from(truth: bool) -> Self {
        Self::Bool(truth)
    }
}

impl From<i64> for Literal {
    fn from(number: i64) -> Self {
        Self::Integer(number)
    }
}

impl From<&str> for Literal {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Literal {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

/// Whether YAML reads a text as that text without quotes.
pub(super) fn is_plain(text: &str) -> bool {
    let safe = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '/' | '-' | '_');
    let is_text = text.starts_with(|c: char| c.is_ascii_alphabetic()) || text.matches('.').count() >= 2;
    let reserved = ["true", "false", "null", "yes", "no", "on", "off", "y", "n"];
    is_text && text.chars().all(safe) && !reserved.contains(&text.to_ascii_lowercase().as_str())
}

/// A text in double quotes, as YAML and JSON read it.
pub fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n"))
}

/// A key as a block of YAML writes it.
pub fn yaml_key(key: &str) -> String {
    if is_plain(key) { key.to_owned() } else { quoted(key) }
}

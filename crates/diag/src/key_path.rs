//! Where in a configuration something stands: `broker.extraEnvs.1.name`.

use crate::redact::Secrets;
use serde::{Deserialize, Serialize};
use std::fmt;

/// One step of a [`KeyPath`].
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Segment {
    /// A key of a record.
    Key(String),
    /// An item of a list, counted from 0.
    Index(usize),
}

/// A path from the root of a configuration to one of its values.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct KeyPath(Vec<Segment>);

impl KeyPath {
    /// The root itself.
    pub fn root() -> Self {
        Self::default()
    }

    /// A path of plain keys and indices, as written in pulsarc's own code: `"broker.ports.http"`. A key that holds a
    /// dot cannot be written so: use [`KeyPath::key`].
    pub fn parse(dotted: &str) -> Self {
        let segment =
            |part: &str| part.parse().map_or_else(|_| Segment::Key(part.to_owned()), Segment::Index);
        Self(dotted.split('.').filter(|part| !part.is_empty()).map(segment).collect())
    }

    /// A path as it is shown: a key that holds a dot or a quote is in double quotes.
    pub fn read(shown: &str) -> Self {
        let mut path = Self::default();
        let mut rest = shown;
        while !rest.is_empty() {
            let after = if let Some((key, after)) = rest.strip_prefix('"').and_then(quoted) {
                path.push(Segment::Key(key));
                after
            } else {
                let (part, after) = rest.split_at(rest.find('.').unwrap_or(rest.len()));
                path.0.extend(Self::parse(part).0);
                after
            };
            rest = after.strip_prefix('.').unwrap_or(after);
        }
        path
    }

    /// This path, one key further.
    #[must_use]
    pub fn key(&self, key: impl Into<String>) -> Self {
        self.with(Segment::Key(key.into()))
    }

    /// This path, one item further.
    #[must_use]
    pub fn index(&self, index: usize) -> Self {
        self.with(Segment::Index(index))
    }

    fn with(&self, segment: Segment) -> Self {
        let mut segments = self.0.clone();
        segments.push(segment);
        Self(segments)
    }

    /// Goes one step further in place.
    pub fn push(&mut self, segment: Segment) {
        self.0.push(segment);
    }

    /// Takes the last step back.
    pub fn pop(&mut self) -> Option<Segment> {
        self.0.pop()
    }

    /// The steps from the root.
    pub fn segments(&self) -> &[Segment] {
        &self.0
    }

    /// The path without its last step; the root's parent is the root.
    #[must_use]
    pub fn parent(&self) -> Self {
        Self(self.0[..self.0.len().saturating_sub(1)].to_vec())
    }

    /// This path and those above it without the root, the shortest first.
    pub fn prefixes(&self) -> impl Iterator<Item = Self> + '_ {
        (1..=self.0.len()).map(|length| Self(self.0[..length].to_vec()))
    }

    /// Whether this is the path of another value, or of something in that.
    pub fn is_within(&self, other: &Self) -> bool {
        self.0.starts_with(&other.0)
    }

    /// The path without the secrets that its keys hold: a key that was written wrongly may have its value in it.
    #[must_use]
    pub fn without(self, secrets: &Secrets) -> Self {
        let segment = |segment| match segment {
            Segment::Key(key) => Segment::Key(secrets.without(&key)),
            index @ Segment::Index(_) => index,
        };
        Self(self.0.into_iter().map(segment).collect())
    }

    /// The last key of the path, if it ends with one.
    pub fn last_key(&self) -> Option<&str> {
        match self.0.last() {
            Some(Segment::Key(key)) => Some(key),
            _ => None,
        }
    }
}

/// The text before a closing quote, and what follows it.
fn quoted(text: &str) -> Option<(String, &str)> {
    let mut key = String::new();
    let mut escaped = false;
    for (at, c) in text.char_indices() {
        match c {
            '\\' if !escaped => escaped = true,
            '"' if !escaped => return Some((key, text.get(at + 1..)?)),
            c => {
                key.push(c);
                escaped = false;
            }
        }
    }
    None
}

impl From<&str> for KeyPath {
    fn from(dotted: &str) -> Self {
        Self::parse(dotted)
    }
}

impl From<String> for KeyPath {
    fn from(dotted: String) -> Self {
        Self::parse(&dotted)
    }
}

impl From<&String> for KeyPath {
    fn from(dotted: &String) -> Self {
        Self::parse(dotted)
    }
}

impl From<&KeyPath> for KeyPath {
    fn from(path: &KeyPath) -> Self {
        path.clone()
    }
}

impl fmt::Display for KeyPath {
    /// Dotted; a key that holds a dot or a quote is quoted: `broker.annotations."prometheus.io/scrape"`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, segment) in self.0.iter().enumerate() {
            if at > 0 {
                f.write_str(".")?;
            }
            match segment {
                Segment::Index(index) => write!(f, "{index}")?,
                Segment::Key(key) if key.contains(['.', '"']) => write!(f, "{key:?}")?,
                Segment::Key(key) => f.write_str(key)?,
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_with_dots_are_quoted() {
        let path = KeyPath::parse("broker.annotations").key("prometheus.io/scrape").index(2);
        assert_eq!(path.to_string(), r#"broker.annotations."prometheus.io/scrape".2"#);
        assert_eq!(path.parent().parent(), KeyPath::parse("broker.annotations"));
        assert_eq!(KeyPath::read(&path.to_string()), path);
        let odd = KeyPath::root().key("a\"b.c").key("d").key("-e.f");
        assert_eq!(KeyPath::read(&odd.to_string()), odd);
        assert_eq!(KeyPath::read("broker.replicaCount"), KeyPath::parse("broker.replicaCount"));
    }
}

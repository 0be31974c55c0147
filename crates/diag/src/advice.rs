//! What to write instead, as data: each piece of advice is an alternative, and edits settings.
//!
//! Messages, snippets to paste and automatic fixes all derive from it, each in the syntax of the user's file.

mod literal;
mod snippet;
mod words;

pub use literal::{Literal, Syntax, quoted, yaml_key};
pub use words::{paragraph, sentence};

use crate::{KeyPath, Secrets};
use serde::{Deserialize, Serialize};

/// An edit of one setting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Edit {
    /// A setting gets a value.
    Set {
        /// The setting.
        path: KeyPath,
        /// Its value.
        value: Literal,
    },
    /// A setting is removed.
    Remove {
        /// The setting.
        path: KeyPath,
    },
    /// A setting gets another name or place, and keeps its value.
    Move {
        /// The setting.
        from: KeyPath,
        /// Its new path.
        to: KeyPath,
    },
}

impl Edit {
    fn without(self, secrets: &Secrets) -> Self {
        match self {
            Self::Set { path, value } => {
                Self::Set { path: path.without(secrets), value: value.without(secrets) }
            }
            Self::Remove { path } => Self::Remove { path: path.without(secrets) },
            Self::Move { from, to } => Self::Move { from: from.without(secrets), to: to.without(secrets) },
        }
    }
}

/// How certain it is that an edit is what the user means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Applicability {
    /// For display: there is something left to fill in or to decide.
    DisplayOnly,
    /// It settles the finding, but it may not be what the user wants.
    Unsafe,
    /// It cannot mean anything else.
    Safe,
}

/// One alternative of what to do about a finding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Advice {
    /// The edits, all of them together; none if words describe what to do.
    pub edits: Vec<Edit>,
    /// What the edits are for ("to use Oxia"), or what to do.
    pub words: String,
    /// Whether the edits may be made automatically.
    pub applicability: Applicability,
}

/// Advice to write a value.
pub fn write(path: impl Into<KeyPath>, value: impl Into<Literal>) -> Advice {
    Advice::of(Edit::Set { path: path.into(), value: value.into() })
}

/// Advice to remove a setting.
pub fn remove(path: impl Into<KeyPath>) -> Advice {
    Advice::of(Edit::Remove { path: path.into() })
}

/// Advice to write another value at the setting that the finding is about.
pub fn write_it(value: impl Into<Literal>) -> Advice {
    write(KeyPath::root(), value)
}

/// Advice to remove the setting that the finding is about.
pub fn remove_it() -> Advice {
    remove(KeyPath::root())
}

/// Advice to give the setting that the finding is about another name.
pub fn rename_it(key: impl Into<String>) -> Advice {
    move_to(KeyPath::root(), KeyPath::root().key(key))
}

/// Advice to write a setting at another path.
pub fn move_to(from: impl Into<KeyPath>, to: impl Into<KeyPath>) -> Advice {
    Advice::of(Edit::Move { from: from.into(), to: to.into() })
}

/// Advice that no edit expresses: an imperative, such as "use ZooKeeper".
pub fn otherwise(words: impl Into<String>) -> Advice {
    Advice { edits: Vec::new(), words: words.into(), applicability: Applicability::DisplayOnly }
}

impl Advice {
    fn of(edit: Edit) -> Self {
        Self { edits: vec![edit], words: String::new(), applicability: Applicability::Unsafe }
    }

    /// Another value to write together with it.
    #[must_use]
    pub fn and(mut self, path: impl Into<KeyPath>, value: impl Into<Literal>) -> Self {
        self.edits.push(Edit::Set { path: path.into(), value: value.into() });
        self
    }

    /// What it is for, after the edits: "to use Oxia".
    #[must_use]
    pub fn purpose(mut self, words: impl Into<String>) -> Self {
        self.words = words.into();
        self
    }

    /// It cannot mean anything else.
    #[must_use]
    pub fn safe(mut self) -> Self {
        self.applicability = Applicability::Safe;
        self
    }

    /// It is an example, or incomplete.
    #[must_use]
    pub fn display_only(mut self) -> Self {
        self.applicability = Applicability::DisplayOnly;
        self
    }

    /// The same, with the finding's own setting in the place of "it".
    #[must_use]
    pub fn about(mut self, own: &KeyPath) -> Self {
        for edit in &mut self.edits {
            match edit {
                Edit::Set { path, .. } | Edit::Remove { path } if path.segments().is_empty() => {
                    path.clone_from(own);
                }
                Edit::Move { from, to } if from.segments().is_empty() => {
                    from.clone_from(own);
                    let name = to.last_key().unwrap_or_default().to_owned();
                    *to = own.parent().key(name);
                }
                _ => {}
            }
        }
        self
    }

    /// The same without secrets.
    #[must_use]
    pub fn without(self, secrets: &Secrets) -> Self {
        Self {
            edits: self.edits.into_iter().map(|edit| edit.without(secrets)).collect(),
            words: secrets.without(&self.words),
            ..self
        }
    }
}

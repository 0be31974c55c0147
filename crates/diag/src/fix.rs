//! Fixes: replacements of text that settle a finding.

use crate::{Applicability, Secrets, Span};
use serde::{Deserialize, Serialize};

/// A replacement of a part of a text; an empty span inserts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TextEdit {
    /// The part that is replaced.
    pub span: Span,
    /// Its new text.
    pub text: String,
}

/// Edits that settle a finding together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fix {
    /// What it does, as an imperative: "rename it to `replicaCount`".
    pub message: String,
    /// Whether it may be applied automatically.
    pub applicability: Applicability,
    /// The edits, which do not overlap.
    pub edits: Vec<TextEdit>,
}

impl Fix {
    /// The same without secrets: for display, since an edit without its secret writes something else.
    #[must_use]
    pub fn without(self, secrets: &Secrets) -> Self {
        let edit = |edit: TextEdit| TextEdit { text: secrets.without(&edit.text), ..edit };
        Self {
            message: secrets.without(&self.message),
            edits: self.edits.into_iter().map(edit).collect(),
            ..self
        }
    }
}

//! Text for standard output and files, whose type shows that it is safe there.

use pulsarc_diag::sanitize::Escaped;

/// A whole text that means nothing but itself to whoever reads it.
pub(crate) struct Document(String);

/// Texts that another writer has made safe, or that are the user's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum By {
    /// JSON and YAML of `pulsarc_kube::write`, which writes escapes for every character that acts on a reader.
    Serializer,
    /// A page of `pulsarc_report`, whose markup escapes by construction.
    Page,
    /// `KEY=value` lines, each value one quoted word.
    Variables,
    /// The user's own Nickel, formatted or imported: source code, printed as its author wrote it.
    Author,
    /// pulsarc's own text: pages of codes, completions, the manual.
    Program,
}

impl Document {
    /// A text that a writer has made safe.
    pub(crate) fn of(text: impl Into<String>, _by: By) -> Self {
        Self(text.into())
    }

    /// The text.
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

impl<M> From<Escaped<M>> for Document {
    fn from(escaped: Escaped<M>) -> Self {
        Self(escaped.into_string())
    }
}

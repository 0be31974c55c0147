//! A finding with places as people know them, independent of the sources: the input of reports, and of messages
//! between a fleet's workers. Its JSON form is that of `pulsarc check --format json` and stable: members may be
//! added, none is removed or changes its meaning.

use pulsarc_compiler::Built;
use pulsarc_diag::advice::sentence;
use pulsarc_diag::{Advice, Applicability, Code, Diagnostic, Severity, Sources, Span};
use serde::{Deserialize, Serialize};
use std::sync::OnceLock;

/// One thing found.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(crate) struct Finding {
    /// The code's id.
    pub(crate) code: String,
    /// How much it matters in this run.
    pub(crate) severity: Severity,
    /// The message.
    pub(crate) message: String,
    /// The value it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) path: Option<String>,
    /// The text it is about.
    #[serde(flatten)]
    pub(crate) place: Option<Place>,
    /// What to write instead.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) help: Option<String>,
    /// What to write instead, as data: settings to paste and alternatives.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) advice: Vec<Alternative>,
    /// Further places that are part of it.
    pub(crate) related: Vec<Related>,
}

/// One alternative of what to write.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(crate) struct Alternative {
    /// What it does, in one line.
    pub(crate) message: String,
    /// Whether it may be applied automatically.
    pub(crate) applicability: Applicability,
    /// The settings to paste into the file, in its syntax, if it only writes settings.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) paste: Option<String>,
}

/// A range in a file: lines and columns count from 1, columns in characters; the end is the place after the last
/// character.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(crate) struct Place {
    pub(crate) file: String,
    pub(crate) line: usize,
    pub(crate) column: usize,
    pub(crate) end: End,
}

/// The end of a range.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(crate) struct End {
    pub(crate) line: usize,
    pub(crate) column: usize,
}

/// An additional place.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(crate) struct Related {
    pub(crate) message: String,
    #[serde(flatten)]
    pub(crate) place: Place,
}

impl Finding {
    /// A diagnostic, with its places looked up.
    pub(crate) fn of(diagnostic: &Diagnostic, sources: &Sources) -> Self {
        let related = diagnostic
            .labels
            .iter()
            .map(|label| Related { message: label.text.clone(), place: Place::of(label.span, sources) });
        Self {
            code: diagnostic.code.id.to_owned(),
            severity: diagnostic.severity,
            message: diagnostic.message.clone(),
            path: diagnostic.path.as_ref().map(ToString::to_string),
            place: diagnostic.span.map(|span| Place::of(span, sources)),
            help: diagnostic.help_line(sources),
            advice: Alternative::all(diagnostic, sources),
            related: related.collect(),
        }
    }

    /// All findings of a configuration.
    pub(crate) fn all(diagnostics: &[Diagnostic], compiled: &Built) -> Vec<Self> {
        diagnostics.iter().map(|diagnostic| Self::of(diagnostic, &compiled.sources)).collect()
    }

    /// What kind of finding it is; none for a code that this pulsarc does not know.
    pub(crate) fn known_code(&self) -> Option<&'static Code> {
        static CODES: OnceLock<Vec<&'static Code>> = OnceLock::new();
        CODES.get_or_init(pulsarc_compiler::codes).iter().find(|code| code.id == self.code).copied()
    }

    /// The code's title.
    pub(crate) fn title(&self) -> &str {
        self.known_code().map_or(&self.code, |code| code.title)
    }

    /// The message and the advice in one text.
    pub(crate) fn whole_message(&self) -> String {
        self.help.as_ref().map_or_else(|| self.message.clone(), |help| format!("{}: {help}", self.message))
    }
}

impl Alternative {
    fn all(diagnostic: &Diagnostic, sources: &Sources) -> Vec<Self> {
        let syntax = diagnostic.syntax(sources);
        let alternative = |advice: &Advice| Self {
            message: sentence(std::slice::from_ref(advice), diagnostic.path.as_ref(), syntax),
            applicability: advice.applicability,
            paste: advice.snippet(syntax),
        };
        diagnostic.advice.iter().filter(|advice| !advice.edits.is_empty()).map(alternative).collect()
    }
}

impl Place {
    fn of(span: Span, sources: &Sources) -> Self {
        let start = sources.locate(span.source, span.range().start);
        let end = sources.locate(span.source, span.range().end);
        Self {
            file: sources.get(span.source).name.clone(),
            line: start.line,
            column: start.column,
            end: End { line: end.line, column: end.column },
        }
    }
}

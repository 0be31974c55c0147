//! Findings in the forms that people and their tools read.
//!
//! Text goes to standard error with the source lines; every other form is one document on standard output.

mod github;
mod gitlab;
mod json;
mod junit;
mod sarif;
pub(crate) mod xml;

use crate::exit::Failure;
use crate::input::Built;
use crate::output;
use clap::ValueEnum;
use pulsarc_diag::{Diagnostic, Span};

/// How findings are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// With the source lines, on standard error
    Text,
    /// One JSON document: {"diagnostics": [...]}
    Json,
    /// SARIF 2.1.0, for code scanning
    Sarif,
    /// JUnit XML, for CI
    Junit,
    /// Annotations of GitHub Actions
    Github,
    /// A code quality report of GitLab
    Gitlab,
}

/// Tells all findings.
pub(crate) fn tell(built: &Built, format: Format) -> Result<(), Failure> {
    let document = match format {
        Format::Text => {
            built.tell();
            return Ok(());
        }
        Format::Json => json::document(built)?,
        Format::Sarif => sarif::document(built)?,
        Format::Junit => junit::document(built),
        Format::Github => github::document(built),
        Format::Gitlab => gitlab::document(built)?,
    };
    output::print(&document)
}

/// A range in a file: lines and columns count from 1, columns in characters; the end is the place after the last
/// character.
struct Range {
    file: String,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
}

fn range(span: Span, built: &Built) -> Range {
    let start = built.compiled.sources.locate(span.source, span.range().start);
    let end = built.compiled.sources.locate(span.source, span.range().end);
    Range {
        file: built.compiled.sources.get(span.source).name.clone(),
        line: start.line,
        column: start.column,
        end_line: end.line,
        end_column: end.column,
    }
}

/// The message and the advice in one text.
fn whole_message(diagnostic: &Diagnostic) -> String {
    diagnostic
        .help
        .as_ref()
        .map_or_else(|| diagnostic.message.clone(), |help| format!("{}: {help}", diagnostic.message))
}

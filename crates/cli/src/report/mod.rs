//! Findings in the formats that people and their tools read.
//!
//! Text goes to standard error with the source lines; every other format is one document on standard output.

mod concise;
mod finding;
mod github;
mod gitlab;
mod json;
mod junit;
mod sarif;
mod tally;

use crate::exit::Failure;
use crate::input::Built;
use crate::output::{self, By, Document};
use clap::ValueEnum;
pub(crate) use finding::Finding;
use pulsarc_diag::sanitize::{Escaped, Terminal};
pub(crate) use tally::Tally;

/// Output format of findings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// With source lines, on standard error
    Text,
    /// One line per finding: file, line, column, severity, code and message
    Concise,
    /// One JSON document: {"diagnostics": [...]}
    Json,
    /// SARIF 2.1.0, for code scanning
    Sarif,
    /// JUnit XML, for CI
    Junit,
    /// GitHub Actions annotations
    Github,
    /// GitLab code quality report
    Gitlab,
}

/// Reports all findings.
pub(crate) fn tell(built: &Built, format: Format) -> Result<(), Failure> {
    if format == Format::Text {
        built.tell();
        return Ok(());
    }
    output::print(document(&Finding::all(&built.diagnostics, &built.compiled), format)?)
}

/// Findings in one document; `None` for the text format, whose source lines are not available here.
pub(crate) fn document(findings: &[Finding], format: Format) -> Result<Document, Failure> {
    Ok(match format {
        Format::Text => Escaped::<Terminal>::new().into(),
        Format::Concise => concise::document(findings).into(),
        Format::Json => Document::of(json::document(findings)?, By::Serializer),
        Format::Sarif => Document::of(sarif::document(findings)?, By::Serializer),
        Format::Junit => junit::document(findings).into(),
        Format::Github => github::document(findings).into(),
        Format::Gitlab => Document::of(gitlab::document(findings)?, By::Serializer),
    })
}

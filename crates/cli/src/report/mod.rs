//! Findings in the forms that people and their tools read.
//!
//! Text goes to standard error with the source lines; every other form is one document on standard output.

mod finding;
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
pub(crate) use finding::Finding;

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
    if format == Format::Text {
        built.tell();
        return Ok(());
    }
    output::print(&document(&Finding::all(&built.diagnostics, &built.compiled), format)?)
}

/// Findings in one document; nothing in the form that is text, which shows lines that are not at hand here.
pub(crate) fn document(findings: &[Finding], format: Format) -> Result<String, Failure> {
    match format {
        Format::Text => Ok(String::new()),
        Format::Json => json::document(findings),
        Format::Sarif => sarif::document(findings),
        Format::Junit => Ok(junit::document(findings)),
        Format::Github => Ok(github::document(findings)),
        Format::Gitlab => gitlab::document(findings),
    }
}

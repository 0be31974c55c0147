//! pulsarc's own JSON. The form is stable: members may be added, none is removed or changes its meaning.

use super::{Range, range};
use crate::exit::Failure;
use crate::input::Built;
use pulsarc_diag::{Diagnostic, Severity};
use pulsarc_kube::write;
use serde::Serialize;

#[derive(Serialize)]
struct Report<'a> {
    diagnostics: Vec<Finding<'a>>,
}

#[derive(Serialize)]
struct Finding<'a> {
    code: &'static str,
    severity: Severity,
    message: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    path: Option<String>,
    #[serde(flatten)]
    place: Option<Place>,
    #[serde(skip_serializing_if = "Option::is_none")]
    help: Option<&'a str>,
    related: Vec<Related<'a>>,
}

#[derive(Serialize)]
struct Place {
    file: String,
    line: usize,
    column: usize,
    end: End,
}

#[derive(Serialize)]
struct End {
    line: usize,
    column: usize,
}

#[derive(Serialize)]
struct Related<'a> {
    message: &'a str,
    #[serde(flatten)]
    place: Place,
}

pub(super) fn document(built: &Built) -> Result<String, Failure> {
    let diagnostics = built.diagnostics.iter().map(|diagnostic| finding(diagnostic, built)).collect();
    write::json(&Report { diagnostics }).map_err(Failure::unwritable)
}

fn finding<'a>(diagnostic: &'a Diagnostic, built: &Built) -> Finding<'a> {
    let related = diagnostic
        .labels
        .iter()
        .map(|label| Related { message: &label.text, place: place(range(label.span, built)) });
    Finding {
        code: diagnostic.code.id,
        severity: diagnostic.severity,
        message: &diagnostic.message,
        path: diagnostic.path.as_ref().map(ToString::to_string),
        place: diagnostic.span.map(|span| place(range(span, built))),
        help: diagnostic.help.as_deref(),
        related: related.collect(),
    }
}

fn place(range: Range) -> Place {
    Place {
        file: range.file,
        line: range.line,
        column: range.column,
        end: End { line: range.end_line, column: range.end_column },
    }
}

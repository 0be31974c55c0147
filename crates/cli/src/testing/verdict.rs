//! Whether a built cluster keeps what a test claims.

use crate::exit::Exit;
use crate::testing::question::{Case, claims};
use pulsarc_compiler::{Built, Evaluate};
use pulsarc_diag::render::{self, Color};
use pulsarc_diag::{Diagnostic, Severity, Sources, Span};
use pulsarc_model::{Node, Value};
use std::path::Path;

/// Why a test fails: lines for a reader, each with its place in the test file if known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Failing {
    /// The text.
    pub(crate) text: String,
    /// What it amounts to: a claim that does not hold, or a limit that was exceeded.
    pub(crate) exit: Exit,
}

impl Failing {
    /// A claim that does not hold.
    fn claim(text: String) -> Self {
        Self { text, exit: Exit::BadConfig }
    }

    /// Errors, with their lines.
    pub(crate) fn errors(found: &[Diagnostic], sources: &Sources) -> Self {
        let text = render::text(found, sources, Color::Never).into_string();
        Self { text, exit: Exit::worst([Exit::BadConfig, Exit::of_findings(found)]) }
    }
}

/// The failed assertions of a test; empty if it passes.
pub(crate) fn judge(evaluations: &dyn Evaluate, case: &Case, file: &Path, built: &Built) -> Vec<Failing> {
    let mut failing = codes(case, file, built);
    if case.asserts && failing.is_empty() {
        if built.objects.is_empty() {
            let text = "nothing was built, so `assert` has no objects: remove `assert`";
            failing.push(Failing::claim(format!("{}: {text}", at(case, file))));
        } else {
            failing.extend(asserted(evaluations, case, file, built));
        }
    }
    // A test may tell what it looks at, secrets among it.
    let secrets = built.sources.secrets();
    failing.into_iter().map(|it| Failing { text: secrets.without(&it.text), ..it }).collect()
}

fn at(case: &Case, file: &Path) -> String {
    let line = case.place.as_ref().map(|place| format!(":{}", place.line)).unwrap_or_default();
    format!("{}{line}", file.display())
}

/// Codes that were to be found and were not, and errors that were found and were not to be.
fn codes(case: &Case, file: &Path, built: &Built) -> Vec<Failing> {
    let known = pulsarc_compiler::codes();
    let found = |id: &str| built.findings.iter().any(|it| it.code.id == id);
    let mut failing: Vec<Failing> = case
        .finds
        .iter()
        .filter(|id| !found(id))
        .map(|id| {
            let description = match known.iter().find(|code| code.id == id) {
                Some(code) => format!("expected {id} ({}), but it was not reported", code.title),
                None => format!("unknown code {id}: `pulsarc explain` lists all codes"),
            };
            Failing::claim(format!("{}: {description}", at(case, file)))
        })
        .collect();
    let unexpected: Vec<Diagnostic> = built
        .findings
        .iter()
        .filter(|it| it.severity == Severity::Error && case.finds.iter().all(|id| id != it.code.id))
        .cloned()
        .collect();
    if !unexpected.is_empty() {
        failing.push(Failing::errors(&unexpected, &built.sources));
    }
    failing
}

/// Claims that do not hold, each at its line.
fn asserted(evaluations: &dyn Evaluate, case: &Case, file: &Path, built: &Built) -> Vec<Failing> {
    let config = built.tree.as_ref().map(pulsarc_compiler::plain).unwrap_or_default();
    let objects = built.objects.iter().filter_map(|it| Some((it.to_string(), it.to_value().ok()?)));
    let objects = serde_json::Value::Object(objects.collect());
    let answer = claims(evaluations, file, &case.name, &config, &objects);
    let mut failing = Vec::new();
    if !answer.findings.is_empty() {
        let findings: Vec<Diagnostic> = answer.findings.iter().cloned().collect();
        failing.push(Failing::errors(&findings, &answer.sources));
    }
    let claims = answer.tree.as_ref().and_then(Node::as_record);
    for (name, claim) in claims.into_iter().flatten().filter(|(_, claim)| claim.value != Value::Bool(true)) {
        let place = place(claim.key_span.or(claim.span), &answer.sources).unwrap_or_else(|| at(case, file));
        failing.push(Failing::claim(format!("{place}: \"{name}\" does not hold")));
    }
    if claims.is_some_and(std::collections::BTreeMap::is_empty) && failing.is_empty() {
        failing.push(Failing::claim(format!("{}: `assert` contains no assertions", at(case, file))));
    }
    failing
}

fn place(span: Option<Span>, sources: &Sources) -> Option<String> {
    let span = span.filter(|span| sources.is_users(*span))?;
    let line = sources.locate(span.source, span.range().start).line;
    Some(format!("{}:{line}", sources.get(span.source).name))
}

//! SARIF 2.1.0 (OASIS), as code scanning services take it.

use super::{range, whole_message};
use crate::exit::Failure;
use crate::input::Built;
use pulsarc_diag::{Code, Diagnostic, Severity, Span};
use pulsarc_kube::write;
use serde_json::{Value, json};
use std::collections::BTreeMap;

pub(super) fn document(built: &Built) -> Result<String, Failure> {
    let codes: BTreeMap<&str, &Code> =
        built.diagnostics.iter().map(|diagnostic| (diagnostic.code.id, diagnostic.code)).collect();
    let rules: Vec<Value> = codes.values().map(|code| rule(code)).collect();
    let results: Vec<Value> = built.diagnostics.iter().map(|diagnostic| result(diagnostic, built)).collect();
    let log = json!({
        "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": { "name": "pulsarc", "version": env!("CARGO_PKG_VERSION"), "rules": rules } },
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    write::json(&log).map_err(Failure::unwritable)
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    }
}

fn rule(code: &Code) -> Value {
    json!({
        "id": code.id,
        "shortDescription": { "text": code.title },
        "help": { "text": code.page, "markdown": code.page },
        "defaultConfiguration": { "level": level(code.severity) },
    })
}

fn result(diagnostic: &Diagnostic, built: &Built) -> Value {
    let locations: Vec<Value> = diagnostic.span.iter().map(|span| location(*span, None, built)).collect();
    let related: Vec<Value> =
        diagnostic.labels.iter().map(|label| location(label.span, Some(&label.text), built)).collect();
    json!({
        "ruleId": diagnostic.code.id,
        "level": level(diagnostic.severity),
        "message": { "text": whole_message(diagnostic) },
        "locations": locations,
        "relatedLocations": related,
    })
}

fn location(span: Span, message: Option<&str>, built: &Built) -> Value {
    let range = range(span, built);
    let mut location = json!({
        "physicalLocation": {
            "artifactLocation": { "uri": uri(&range.file) },
            "region": { "startLine": range.line, "startColumn": range.column, "endLine": range.end_line, "endColumn": range.end_column },
        },
    });
    if let Some(message) = message {
        location["message"] = json!({ "text": message });
    }
    location
}

/// A path as a relative reference: what a URI reserves is escaped.
fn uri(path: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte);
    path.bytes()
        .map(|byte| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") })
        .collect()
}

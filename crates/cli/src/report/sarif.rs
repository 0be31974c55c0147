//! SARIF 2.1.0 (OASIS), for code scanning services.

use super::Finding;
use super::finding::Place;
use crate::exit::Failure;
use pulsarc_diag::{Code, Severity};
use pulsarc_kube::write;
use serde_json::{Value, json};
use std::collections::BTreeMap;

pub(super) fn document(findings: &[Finding]) -> Result<String, Failure> {
    let codes: BTreeMap<&str, &Code> =
        findings.iter().filter_map(Finding::known_code).map(|code| (code.id, code)).collect();
    let rules: Vec<Value> = codes.values().map(|code| rule(code)).collect();
    let results: Vec<Value> = findings.iter().map(result).collect();
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

fn result(finding: &Finding) -> Value {
    let locations: Vec<Value> = finding.place.iter().map(|place| location(place, None)).collect();
    let related: Vec<Value> =
        finding.related.iter().map(|related| location(&related.place, Some(&related.message))).collect();
    json!({
        "ruleId": finding.code,
        "level": level(finding.severity),
        "message": { "text": unlinked(&finding.whole_message()) },
        "locations": locations,
        "relatedLocations": related,
    })
}

fn location(place: &Place, message: Option<&str>) -> Value {
    let mut location = json!({
        "physicalLocation": {
            "artifactLocation": { "uri": uri(&place.file) },
            "region": { "startLine": place.line, "startColumn": place.column, "endLine": place.end.line, "endColumn": place.end.column },
        },
    });
    if let Some(message) = message {
        location["message"] = json!({ "text": unlinked(message) });
    }
    location
}

/// A message without links: SARIF interprets `[words](target)` as one, even in plain text.
fn unlinked(message: &str) -> String {
    if message.contains("](") { message.replace('[', "\\[").replace(']', "\\]") } else { message.to_owned() }
}

/// A path as a relative reference: what a URI reserves is escaped.
fn uri(path: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte);
    path.bytes()
        .map(|byte| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") })
        .collect()
}

//! A code quality report of GitLab (the Code Climate subset that it reads).

use super::{range, whole_message};
use crate::exit::Failure;
use crate::input::Built;
use pulsarc_diag::{Diagnostic, Severity};
use pulsarc_kube::write;
use serde_json::{Value, json};

pub(super) fn document(built: &Built) -> Result<String, Failure> {
    let issues: Vec<Value> = built.diagnostics.iter().map(|diagnostic| issue(diagnostic, built)).collect();
    write::json(&issues).map_err(Failure::unwritable)
}

fn issue(diagnostic: &Diagnostic, built: &Built) -> Value {
    let severity = match diagnostic.severity {
        Severity::Error => "critical",
        Severity::Warning => "minor",
        Severity::Note => "info",
    };
    let place = diagnostic.span.map(|span| range(span, built));
    let (file, line) = place.map_or(("-".to_owned(), 1), |range| (range.file, range.line));
    let path = diagnostic.path.as_ref().map(ToString::to_string).unwrap_or_default();
    json!({
        "description": whole_message(diagnostic),
        "check_name": diagnostic.code.id,
        "fingerprint": fingerprint(&[diagnostic.code.id, &file, &path, &diagnostic.message]),
        "severity": severity,
        "location": { "path": file, "lines": { "begin": line } },
    })
}

/// The same finding has the same fingerprint in every run, wherever its line moved: FNV-1a, 64 bits, over its parts.
fn fingerprint(parts: &[&str]) -> String {
    const OFFSET: u64 = 0xcbf2_9ce4_8422_2325;
    const PRIME: u64 = 0x0000_0100_0000_01b3;
    let bytes = parts.iter().flat_map(|part| part.bytes().chain([0]));
    let hash = bytes.fold(OFFSET, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(PRIME));
    format!("{hash:016x}")
}

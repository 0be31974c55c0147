//! A code quality report of GitLab (the Code Climate subset that it reads).

use super::Finding;
use crate::exit::Failure;
use pulsarc_diag::Severity;
use pulsarc_kube::write;
use serde_json::{Value, json};

pub(super) fn document(findings: &[Finding]) -> Result<String, Failure> {
    let issues: Vec<Value> = findings.iter().map(issue).collect();
    write::json(&issues).map_err(Failure::unwritable)
}

fn issue(finding: &Finding) -> Value {
    let severity = match finding.severity {
        Severity::Error => "critical",
        Severity::Warning => "minor",
        Severity::Note => "info",
    };
    let (file, line) = finding.place.as_ref().map_or(("-", 1), |place| (&place.file, place.line));
    let path = finding.path.as_deref().unwrap_or_default();
    json!({
        "description": finding.whole_message(),
        "check_name": finding.code,
        "fingerprint": fingerprint(&[&finding.code, file, path, &finding.message]),
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

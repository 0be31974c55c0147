//! JUnit XML: a test case a finding; one that passes where nothing was found.

use super::Finding;
use super::xml::escaped;
use pulsarc_diag::Severity;
use std::fmt::Write;

pub(super) fn document(findings: &[Finding]) -> String {
    let failed = findings.iter().filter(|finding| finding.severity != Severity::Note).count();
    let mut cases: String = findings.iter().map(case).collect();
    let total = findings.len().max(1);
    if findings.is_empty() {
        cases.push_str("    <testcase classname=\"pulsarc\" name=\"check\"/>\n");
    }
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites tests=\"{total}\" failures=\"{failed}\">\n  <testsuite name=\"pulsarc\" tests=\"{total}\" failures=\"{failed}\">\n{cases}  </testsuite>\n</testsuites>\n"
    )
}

fn case(finding: &Finding) -> String {
    let name = finding.path.as_deref().unwrap_or_else(|| finding.title());
    let (file, line) = finding.place.as_ref().map_or(("", 0), |place| (&place.file, place.line));
    let mut text = String::new();
    let head = format!("{} {name}", finding.code);
    let _ = write!(
        text,
        "    <testcase classname=\"{}\" name=\"{}\"",
        escaped(if file.is_empty() { "pulsarc" } else { file }),
        escaped(&head)
    );
    let message = escaped(&finding.whole_message());
    let _ = match finding.severity {
        Severity::Note => writeln!(text, ">\n      <system-out>{message}</system-out>\n    </testcase>"),
        severity => writeln!(
            text,
            ">\n      <failure type=\"{severity}\" message=\"{message}\">{}:{line}: {message}</failure>\n    </testcase>",
            escaped(file)
        ),
    };
    text
}

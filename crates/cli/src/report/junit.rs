//! JUnit XML: a test case a finding; one that passes where nothing was found.

use super::xml::escaped;
use super::{range, whole_message};
use crate::input::Built;
use pulsarc_diag::{Diagnostic, Severity};
use std::fmt::Write;

pub(super) fn document(built: &Built) -> String {
    let failed = built.diagnostics.iter().filter(|diagnostic| diagnostic.severity != Severity::Note).count();
    let mut cases: String = built.diagnostics.iter().map(|diagnostic| case(diagnostic, built)).collect();
    let total = built.diagnostics.len().max(1);
    if built.diagnostics.is_empty() {
        cases.push_str("    <testcase classname=\"pulsarc\" name=\"check\"/>\n");
    }
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites tests=\"{total}\" failures=\"{failed}\">\n  <testsuite name=\"pulsarc\" tests=\"{total}\" failures=\"{failed}\">\n{cases}  </testsuite>\n</testsuites>\n"
    )
}

fn case(diagnostic: &Diagnostic, built: &Built) -> String {
    let place = diagnostic.span.map(|span| range(span, built));
    let name = diagnostic.path.as_ref().map_or_else(|| diagnostic.code.title.to_owned(), ToString::to_string);
    let (file, line) = place.map_or((String::new(), 0), |range| (range.file, range.line));
    let mut text = String::new();
    let head = format!("{} {}", diagnostic.code.id, name);
    let _ = write!(
        text,
        "    <testcase classname=\"{}\" name=\"{}\"",
        escaped(if file.is_empty() { "pulsarc" } else { &file }),
        escaped(&head)
    );
    let message = escaped(&whole_message(diagnostic));
    let _ = match diagnostic.severity {
        Severity::Note => writeln!(text, ">\n      <system-out>{message}</system-out>\n    </testcase>"),
        severity => writeln!(
            text,
            ">\n      <failure type=\"{severity}\" message=\"{message}\">{}:{line}: {message}</failure>\n    </testcase>",
            escaped(&file)
        ),
    };
    text
}

//! JUnit XML: a test case for each finding, and one that passes if nothing was found.

use super::Finding;
use pulsarc_diag::Severity;
use pulsarc_diag::sanitize::{Escaped, Xml};

pub(super) fn document(findings: &[Finding]) -> Escaped<Xml> {
    let failed = findings.iter().filter(|finding| finding.severity != Severity::Note).count();
    let total = findings.len().max(1);
    let mut xml = Escaped::new();
    xml.literal("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites tests=\"").text(total);
    xml.literal("\" failures=\"").text(failed);
    xml.literal("\">\n  <testsuite name=\"pulsarc\" tests=\"").text(total);
    xml.literal("\" failures=\"").text(failed).literal("\">\n");
    for finding in findings {
        case(finding, &mut xml);
    }
    if findings.is_empty() {
        xml.literal("    <testcase classname=\"pulsarc\" name=\"check\"/>\n");
    }
    xml.literal("  </testsuite>\n</testsuites>\n");
    xml
}

fn case(finding: &Finding, xml: &mut Escaped<Xml>) {
    let name = finding.path.as_deref().unwrap_or_else(|| finding.title());
    let (file, line) = finding.place.as_ref().map_or(("", 0), |place| (&place.file, place.line));
    let message = Escaped::of(&finding.whole_message());
    xml.literal("    <testcase classname=\"").text(if file.is_empty() { "pulsarc" } else { file });
    xml.literal("\" name=\"").text(&finding.code).literal(" ").text(name).literal("\">\n");
    if finding.severity == Severity::Note {
        xml.literal("      <system-out>").append(&message).literal("</system-out>\n    </testcase>\n");
        return;
    }
    xml.literal("      <failure type=\"").text(finding.severity).literal("\" message=\"").append(&message);
    xml.literal("\">").text(file).literal(":").text(line).literal(": ").append(&message);
    xml.literal("</failure>\n    </testcase>\n");
}

//! Annotations of GitHub Actions: a workflow command for each finding.

use super::Finding;
use pulsarc_diag::Severity;
use pulsarc_diag::sanitize::{Annotations, Escaped};

pub(super) fn document(findings: &[Finding]) -> Escaped<Annotations> {
    let mut commands = Escaped::new();
    for finding in findings {
        annotation(finding, &mut commands);
    }
    commands
}

fn annotation(finding: &Finding, command: &mut Escaped<Annotations>) {
    command.literal(match finding.severity {
        Severity::Error => "::error ",
        Severity::Warning => "::warning ",
        Severity::Note => "::notice ",
    });
    if let Some(place) = &finding.place {
        command.literal("file=").text(&place.file);
        command.literal(",line=").text(place.line).literal(",col=").text(place.column);
        command.literal(",endLine=").text(place.end.line).literal(",endColumn=").text(place.end.column);
        command.literal(",");
    }
    command.literal("title=").text(format_args!("{}: {}", finding.code, finding.title()));
    command.literal("::").message(&finding.whole_message()).literal("\n");
}

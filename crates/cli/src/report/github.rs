//! Annotations of GitHub Actions: a workflow command a finding.

use super::{range, whole_message};
use crate::input::Built;
use pulsarc_diag::{Diagnostic, Severity, inert};

pub(super) fn document(built: &Built) -> String {
    built.diagnostics.iter().map(|diagnostic| annotation(diagnostic, built)).collect()
}

fn annotation(diagnostic: &Diagnostic, built: &Built) -> String {
    let command = match diagnostic.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "notice",
    };
    let place = diagnostic.span.map(|span| range(span, built)).map_or_else(String::new, |range| {
        format!(
            "file={},line={},col={},endLine={},endColumn={},",
            property(&range.file),
            range.line,
            range.column,
            range.end_line,
            range.end_column
        )
    });
    let title = property(&format!("{}: {}", diagnostic.code.id, diagnostic.code.title));
    format!("::{command} {place}title={title}::{}\n", data(&whole_message(diagnostic)))
}

/// A message: what would end the command, or act on who reads it, is escaped.
fn data(text: &str) -> String {
    inert::characters(text).replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// A property: also what would end it.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_cannot_start_a_command_of_its_own() {
        assert_eq!(data("a\n::error::b %"), "a%0A::error::b %25");
        assert_eq!(data("a\u{1b}[2Jb\u{202e}"), "a\\u{1b}[2Jb\\u{202e}");
        assert_eq!(property("a,b:c"), "a%2Cb%3Ac");
    }
}

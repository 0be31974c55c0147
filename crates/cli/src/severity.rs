//! What a user makes of findings: warnings that fail a run, findings that are known and accepted.

use clap::Args;
use pulsarc_diag::{Diagnostic, Severity};

/// How findings count in this run.
#[derive(Debug, Args)]
pub(crate) struct SeverityOptions {
    /// Make warnings errors: `warnings` for all, or a code (repeatable)
    #[arg(long, value_name = "warnings|CODE", value_parser = denied)]
    deny: Vec<String>,
    /// Leave a warning or note out (repeatable)
    #[arg(long, value_name = "CODE", value_parser = code)]
    allow: Vec<String>,
    /// Make a note, or a warning that was denied, a warning (repeatable)
    #[arg(long, value_name = "CODE", value_parser = code)]
    warn: Vec<String>,
}

impl SeverityOptions {
    /// The findings as they count. An error stays one: what cannot work is not made to by an option.
    pub(crate) fn apply(&self, diagnostics: Vec<Diagnostic>) -> Vec<Diagnostic> {
        diagnostics.into_iter().filter_map(|diagnostic| self.counted(diagnostic)).collect()
    }

    fn counted(&self, mut diagnostic: Diagnostic) -> Option<Diagnostic> {
        let named = |codes: &[String]| codes.iter().any(|code| code == diagnostic.code.id);
        if diagnostic.severity == Severity::Error {
            return Some(diagnostic);
        }
        if named(&self.allow) {
            return None;
        }
        let all = diagnostic.severity == Severity::Warning && self.deny.iter().any(|what| what == "warnings");
        if named(&self.warn) {
            diagnostic.severity = Severity::Warning;
        } else if all || named(&self.deny) {
            diagnostic.severity = Severity::Error;
        }
        Some(diagnostic)
    }
}

fn denied(text: &str) -> Result<String, String> {
    if text == "warnings" { Ok(text.to_owned()) } else { code(text) }
}

fn code(text: &str) -> Result<String, String> {
    let wanted = text.to_ascii_uppercase();
    let known = pulsarc_compiler::codes().iter().any(|code| code.id == wanted);
    if known { Ok(wanted) } else { Err("there is no such code: `pulsarc explain` lists all".to_owned()) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use pulsarc_diag::Code;

    static RULE: Code = Code { id: "PUL9999", severity: Severity::Warning, title: "", page: "" };

    fn severity(options: &SeverityOptions) -> Option<Severity> {
        options.apply(vec![Diagnostic::new(&RULE, "x")]).first().map(|diagnostic| diagnostic.severity)
    }

    #[test]
    fn the_narrower_option_wins() {
        let words = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
        let options = |deny: &[&str], allow: &[&str], warn: &[&str]| SeverityOptions {
            deny: words(deny),
            allow: words(allow),
            warn: words(warn),
        };
        assert_eq!(severity(&options(&["warnings"], &[], &[])), Some(Severity::Error));
        assert_eq!(severity(&options(&["warnings"], &[], &["PUL9999"])), Some(Severity::Warning));
        assert_eq!(severity(&options(&["warnings"], &["PUL9999"], &[])), None);
        assert_eq!(severity(&options(&["PUL9999"], &[], &[])), Some(Severity::Error));
    }
}

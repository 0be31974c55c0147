//! Levels of findings from the command line: warnings that fail a run, accepted findings.

use crate::heading;
use clap::Args;
use pulsarc_compiler::levels::{Level, Levels};

/// Levels of findings in this run.
#[derive(Debug, Default, Args)]
#[command(next_help_heading = heading::FINDINGS)]
pub(crate) struct SeverityOptions {
    /// Make warnings errors: `warnings` for all, or a code (repeatable)
    #[arg(long, value_name = "warnings|CODE", value_parser = denied)]
    deny: Vec<String>,
    /// Ignore a warning or note (repeatable)
    #[arg(long, value_name = "CODE", value_parser = code)]
    allow: Vec<String>,
    /// Report a note, or a denied warning, as a warning (repeatable)
    #[arg(long, value_name = "CODE", value_parser = code)]
    warn: Vec<String>,
}

/// The word for all warnings.
const WARNINGS: &str = "warnings";

impl SeverityOptions {
    /// The levels that the options set. For one code the lower level wins: it is the exception.
    pub(crate) fn levels(&self) -> Levels {
        let all = [(&self.deny, Level::Deny), (&self.warn, Level::Warn), (&self.allow, Level::Allow)];
        let codes = all.into_iter().flat_map(|(codes, level)| {
            codes.iter().filter(|code| *code != WARNINGS).map(move |code| (code.clone(), level))
        });
        Levels { codes: codes.collect(), deny_warnings: self.deny.iter().any(|what| what == WARNINGS) }
    }
}

fn denied(text: &str) -> Result<String, String> {
    if text == WARNINGS { Ok(text.to_owned()) } else { code(text) }
}

fn code(text: &str) -> Result<String, String> {
    let wanted = text.to_ascii_uppercase();
    let known = pulsarc_compiler::codes().iter().any(|code| code.id == wanted);
    if known { Ok(wanted) } else { Err("unknown code: `pulsarc explain` lists all codes".to_owned()) }
}

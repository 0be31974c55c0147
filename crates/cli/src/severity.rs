//! What a user makes of findings on the command line: warnings that fail a run, findings that are known and accepted.

use clap::Args;
use pulsarc_compiler::levels::{Level, Levels};

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

/// What stands for all warnings.
const WARNINGS: &str = "warnings";

impl SeverityOptions {
    /// The levels that the options set. For one code the milder wins: it is the exception.
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
    if known { Ok(wanted) } else { Err("there is no such code: `pulsarc explain` lists all".to_owned()) }
}

//! `pulsarc explain`: the page of a code.

use crate::exit::{Exit, Failure};
use crate::output;
use clap::Args;
use pulsarc_diag::suggest;

/// Explain a code such as PUL0002
#[derive(Debug, Args)]
pub(crate) struct Arguments {
    /// The code; without one, all are listed
    code: Option<String>,
}

/// Runs the command.
pub(crate) fn run(arguments: &Arguments) -> Result<Exit, Failure> {
    let codes = pulsarc_compiler::codes();
    let Some(wanted) = &arguments.code else {
        let list: String =
            codes.iter().map(|code| format!("{}  {:7}  {}\n", code.id, code.severity, code.title)).collect();
        output::print(&list)?;
        return Ok(Exit::Success);
    };
    if let Some(code) = codes.iter().find(|code| code.id.eq_ignore_ascii_case(wanted)) {
        output::print(code.page)?;
        return Ok(Exit::Success);
    }
    let near = suggest::nearest(wanted, codes.iter().map(|code| code.id));
    let help =
        near.map_or_else(|| "`pulsarc explain` lists all".to_owned(), |near| format!("did you mean {near}?"));
    Err(Failure::usage(format!("there is no code {wanted}: {help}")))
}

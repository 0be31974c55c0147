//! Questions before a cluster changes: on a terminal, and nowhere else.

use crate::exit::Failure;
use dialoguer::theme::SimpleTheme;
use dialoguer::{Confirm, Input};
use pulsarc_diag::sanitize;
use std::io::{self, IsTerminal};

/// Whether somebody can be asked.
pub(crate) fn can_ask() -> bool {
    io::stdin().is_terminal() && io::stderr().is_terminal()
}

/// Checks that somebody can be asked, or that `--yes` answers already.
pub(crate) fn needs_yes(yes: bool, what: &str) -> Result<(), Failure> {
    if yes || can_ask() {
        return Ok(());
    }
    Err(Failure::usage(format!("{what} asks for confirmation, and there is no terminal: add --yes")))
}

/// Asks a question, whose answer is no unless the user says yes.
pub(crate) fn agrees(question: &str) -> Result<bool, Failure> {
    Confirm::with_theme(&SimpleTheme)
        .with_prompt(sanitize::line(question))
        .default(false)
        .interact()
        .map_err(unanswered)
}

/// Asks for a word that has to be typed.
pub(crate) fn types(question: &str, word: &str) -> Result<bool, Failure> {
    let typed: String = Input::with_theme(&SimpleTheme)
        .with_prompt(sanitize::line(question))
        .allow_empty(true)
        .interact_text()
        .map_err(unanswered)?;
    Ok(typed.trim() == word)
}

#[allow(clippy::needless_pass_by_value, reason = "it ends a failed `Result`")]
fn unanswered(error: dialoguer::Error) -> Failure {
    Failure::usage(format!("the question was not answered ({error}); nothing was changed"))
}

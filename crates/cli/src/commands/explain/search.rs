//! The results of a search, the best first.

use crate::exit::{Exit, Failure};
use crate::output;
use pulsarc_compiler::reference::{Reference, Topic};
use std::fmt::Write as _;

/// As many results as are listed.
const LISTED: usize = 30;
/// As wide as a line gets.
const WIDTH: usize = 150;

/// Prints what has all words; none if nothing has.
pub(super) fn run(reference: &Reference, words: &[String]) -> Result<Option<Exit>, Failure> {
    let found = reference.search(words, &pulsarc_compiler::keys(|_| true));
    if found.is_empty() {
        return Ok(None);
    }
    let plural = if found.len() == 1 { "match" } else { "matches" };
    let mut text = format!("{} {plural} for {}:\n\n", found.len(), words.join(" "));
    let shown = &found[..found.len().min(LISTED)];
    let width = shown.iter().map(|found| found.name.len()).max().unwrap_or_default();
    for found in shown {
        let kind = match found.topic {
            Topic::Code(_) => "code",
            Topic::Key(_) => "key",
            Topic::PulsarKey(_) => "Pulsar key",
            Topic::Preset(_) => "preset",
        };
        let line = format!("{kind:10}  {:width$}  {}", found.name, found.about);
        let _ = writeln!(text, "{}", clipped(line.trim_end()));
    }
    if found.len() > LISTED {
        let _ = writeln!(text, "\n... and {} more: add a word.", found.len() - LISTED);
    }
    text.push_str("\n`pulsarc explain NAME` explains one of them.\n");
    output::print_text(&text)?;
    Ok(Some(Exit::Success))
}

/// A line that fits, with `...` if its end is left out.
fn clipped(line: &str) -> String {
    if line.chars().count() <= WIDTH {
        return line.to_owned();
    }
    line.chars().take(WIDTH - 3).collect::<String>() + "..."
}

//! Colours of text on a terminal.

/// What is lost, dangerous or wrong.
pub(crate) const RED: &str = "\u{1b}[31m";
/// What is new or as it should be.
pub(crate) const GREEN: &str = "\u{1b}[32m";
/// What deserves a look.
pub(crate) const YELLOW: &str = "\u{1b}[33m";
/// The end of a colour.
pub(crate) const PLAIN: &str = "\u{1b}[0m";

/// Whether output is coloured if no option says it: on a terminal, unless `NO_COLOR` is set.
pub(crate) fn is_wanted(terminal: bool) -> bool {
    terminal && std::env::var_os("NO_COLOR").is_none_or(|no| no.is_empty())
}

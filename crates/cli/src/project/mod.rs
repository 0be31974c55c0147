//! A project of configurations: the files that it starts with, and its copy of the contracts.
//!
//! `pulsarc init` and `pulsarc vendor` write what is made here. Nothing here reads or writes a file, and no contract
//! stands here: the copy is of what pulsarc embeds.

mod choices;
mod starter;

pub use choices::{Authentication, Choices, Functions, Size, Store};
pub use starter::starter;

use std::collections::BTreeMap;

/// Texts of files by their paths, with `/` between folders.
pub type Files = BTreeMap<String, String>;

/// The folder of a project that has the copy of the contracts and the library.
pub const VENDORED: &str = ".pulsarc";

/// The copy of the contracts and the library, by paths below [`VENDORED`].
pub fn vendored() -> Files {
    pulsarc_eval::embedded().iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect()
}

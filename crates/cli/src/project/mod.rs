//! A project of configurations: the files that it starts with, and its copy of the contracts.
//!
//! Creates the files that `pulsarc init` and `pulsarc vendor` write. Nothing here reads or writes a file, and the
//! contracts are copies of the embedded ones.

mod choices;
mod starter;

pub use choices::{Authentication, Choices, Functions, Monitors, Size, Store};
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

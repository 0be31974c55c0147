//! What is known of the configurations: each compiled as it was last checked.

use crate::workspace::Configuration;
use pulsarc_compiler::{Built, Layer, Target};
use pulsarc_diag::{Diagnostic, Source, SourceId};
use std::path::PathBuf;
use std::sync::Arc;

/// A configuration with the result of its last check.
#[derive(Debug)]
pub(crate) struct Checked {
    /// What was checked.
    pub(crate) configuration: Arc<Configuration>,
    /// Its layers with their texts at that time; their names are absolute paths.
    pub(crate) layers: Vec<Layer>,
    /// What it was built for.
    pub(crate) target: Target,
    /// The result, without the objects.
    pub(crate) built: Built,
    /// The findings as they count, as `check` reports them.
    pub(crate) diagnostics: Vec<Diagnostic>,
}

/// The file that a text is, by its absolute path. Layers are called so; imports are called as a user would write them,
/// from the current folder.
pub(crate) fn file_of(source: &Source) -> Option<PathBuf> {
    let path = std::path::absolute(&source.name).ok()?;
    (source.users && path.is_file()).then_some(path)
}

impl Checked {
    /// The file that a source is, by its absolute path; none for a text that is no file.
    pub(crate) fn path(&self, source: SourceId) -> Option<PathBuf> {
        file_of(self.built.sources.get(source))
    }
}

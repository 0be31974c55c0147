//! What is known of the configurations: each compiled as it was last checked.

use crate::workspace::Configuration;
use pulsarc_compiler::{Built, Layer, Target};
use pulsarc_diag::{Diagnostic, SourceId};
use std::path::{Path, PathBuf};
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

impl Checked {
    /// The file that a source is, by its absolute path; none for a text that is no file.
    pub(crate) fn path(&self, source: SourceId) -> Option<PathBuf> {
        let source = self.built.sources.get(source);
        source.users.then(|| whole(&source.name))?
    }

    /// The sources that are a file.
    pub(crate) fn sources<'a>(&'a self, path: &'a Path) -> impl Iterator<Item = SourceId> + 'a {
        let named = self
            .built
            .sources
            .iter()
            .filter(move |(_, source)| source.users && whole(&source.name).is_some_and(|own| own == path));
        named.map(|(id, _)| id)
    }

    /// Whether a file is one of its layers, or imported by one.
    pub(crate) fn reads(&self, path: &Path) -> bool {
        self.configuration.layers.iter().any(|layer| layer == path)
            || self.built.sources.imports().any(|(import, _)| import == path)
    }
}

/// The absolute path of a source: an import below the current folder is named by its path from there.
fn whole(name: &str) -> Option<PathBuf> {
    if name.starts_with('<') || name.starts_with("--") { None } else { std::path::absolute(name).ok() }
}

//! What the process that serves gives the server: whoever evaluates code, formats, and has a place for files.

use pulsarc_compiler::levels::Levels;
use pulsarc_compiler::{Built, Evaluate, Layer, Target};
use pulsarc_diag::Diagnostic;
use std::fmt;
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

/// What the server needs of its process.
pub struct Edge {
    /// Who evaluates configurations. The checks and the answers take turns.
    pub evaluations: Mutex<Box<dyn Evaluate + Send>>,
    /// Formats Nickel.
    ///
    /// Its error says why a text cannot be formatted.
    pub format: fn(&str) -> Result<String, String>,
    /// A folder for copies of the contracts and the library, so that an editor can open them; none if there is no place.
    pub copies: Option<PathBuf>,
    /// What configurations are built for, unless their project says otherwise.
    pub target: Target,
    /// How findings count.
    pub levels: Levels,
}

/// The result of layers.
#[derive(Debug)]
pub struct Compiled {
    /// The result, without the objects.
    pub built: Built,
    /// The findings as they count, in the order of the sources.
    pub diagnostics: Vec<Diagnostic>,
}

impl Edge {
    /// Compiles layers, the last of which wins.
    pub(crate) fn compile(&self, layers: &[Layer], target: &Target) -> Compiled {
        // Evaluations keep nothing that a panic could leave half done.
        let evaluations = self.evaluations.lock().unwrap_or_else(PoisonError::into_inner);
        let mut built = pulsarc_compiler::build_with(&**evaluations, layers, target);
        let diagnostics = pulsarc_compiler::levels::counted(&built, &self.levels);
        built.objects = Vec::new();
        Compiled { built, diagnostics }
    }
}

impl fmt::Debug for Edge {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Edge")
            .field("copies", &self.copies)
            .field("target", &self.target)
            .finish_non_exhaustive()
    }
}

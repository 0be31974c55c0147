//! What the process that serves gives the server: whoever evaluates code, formats, and has a place for files.

use crate::large;
use pulsarc_compiler::levels::Levels;
use pulsarc_compiler::{Built, Evaluate, INTERNAL, Layer, Target};
use pulsarc_diag::{Diagnostic, Sources};
use std::fmt;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

/// What the server needs of its process.
pub struct Edge {
    /// Who evaluates configurations. The checks and the answers take turns.
    pub evaluations: Mutex<Box<dyn Evaluate + Send>>,
    /// Called before each piece of work: the limits of time are those of one.
    pub begins: Box<dyn Fn() + Send + Sync>,
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
    /// A piece of work begins.
    pub(crate) fn begin(&self) {
        (self.begins)();
    }

    /// Does something with whoever evaluates.
    pub(crate) fn with_evaluations<T>(&self, with: impl FnOnce(&dyn Evaluate) -> T) -> T {
        // Evaluations keep nothing that a panic could leave half done.
        let evaluations = self.evaluations.lock().unwrap_or_else(PoisonError::into_inner);
        with(&**evaluations)
    }

    /// Compiles layers, the last of which wins. A failure of pulsarc's own is a finding: a server outlives it.
    pub(crate) fn compile(&self, layers: &[Layer], target: &Target) -> Compiled {
        if let Some(compiled) = large::refused(layers) {
            return compiled;
        }
        let compile = || {
            self.with_evaluations(|evaluations| {
                let mut built = pulsarc_compiler::build_with(evaluations, layers, target);
                let diagnostics = pulsarc_compiler::levels::counted(&built, &self.levels);
                built.objects = Vec::new();
                Compiled { built, diagnostics }
            })
        };
        catch_unwind(AssertUnwindSafe(compile)).unwrap_or_else(|_| {
            let finding = Diagnostic::new(&INTERNAL, "pulsarc failed on this configuration")
                .help("please report this with the configuration that caused it");
            Compiled::of(finding, Sources::default())
        })
    }
}

impl Compiled {
    /// One finding, and nothing else.
    pub(crate) fn of(finding: Diagnostic, sources: Sources) -> Self {
        Self { built: Built { sources, ..Built::default() }, diagnostics: vec![finding] }
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

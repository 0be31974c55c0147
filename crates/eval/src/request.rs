//! What can be asked of an evaluation, and who answers it.
//!
//! Plain data is evaluated in the process that asks. Code is not: an allocation that fails and a stack that overflows
//! end a process, and which files code can open depends on the process too. So [`Request::answer_data`] returns
//! [`NeedsChild`] for code, and the edge decides where [`Request::answer`] runs.

use crate::read::layers::NickelLayer;
use crate::read::{literal, outline};
use crate::{Evaluated, Format, Layer, Way, evaluate_alone, evaluate_by, evaluate_fleet, evaluate_tests};
use pulsarc_diag::Sources;

/// One question.
#[derive(Debug, Clone, Copy)]
pub enum Request<'a> {
    /// Layers against the contract of a cluster; the last one wins.
    Cluster {
        /// The layers.
        layers: &'a [Layer],
        /// How they are evaluated.
        by: Way,
    },
    /// A file of tests against the contract of one.
    Tests(&'a Layer),
    /// The file of a fleet against the contract of one.
    Fleet(&'a Layer),
    /// A file without a contract, with JSON files that it may import.
    Alone {
        /// The file.
        layer: &'a Layer,
        /// The texts of the JSON files, by name.
        given: &'a [(&'a str, &'a str)],
    },
}

/// The configuration has code in it, which a child process evaluates.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NeedsChild;

/// Answers requests.
pub trait Evaluate {
    /// Answers a request.
    fn evaluate(&self, request: Request<'_>) -> Evaluated;
}

/// Answers every request in this process, code included.
#[derive(Debug, Clone, Copy, Default)]
pub struct InProcess;

impl Evaluate for InProcess {
    fn evaluate(&self, request: Request<'_>) -> Evaluated {
        request.answer()
    }
}

impl<'a> Request<'a> {
    /// Evaluates in this process, code included.
    pub fn answer(self) -> Evaluated {
        match self {
            Self::Cluster { layers, by } => evaluate_by(by, layers),
            Self::Tests(layer) => evaluate_tests(layer),
            Self::Fleet(layer) => evaluate_fleet(layer),
            Self::Alone { layer, given } => evaluate_alone(layer, given),
        }
    }

    /// Evaluates plain data.
    ///
    /// # Errors
    /// [`NeedsChild`] if a layer has code in it: nothing has been evaluated then.
    pub fn answer_data(self) -> Result<Evaluated, NeedsChild> {
        match self {
            Self::Cluster { layers, .. } if layers.iter().all(is_data) => Ok(self.answer()),
            _ => Err(NeedsChild),
        }
    }

    /// The layers that it names.
    pub fn layers(self) -> &'a [Layer] {
        match self {
            Self::Cluster { layers, .. } => layers,
            Self::Tests(layer) | Self::Fleet(layer) | Self::Alone { layer, .. } => {
                std::slice::from_ref(layer)
            }
        }
    }
}

/// Whether a layer is data as it is written. A text that no evaluation begins with counts as data: reading it reports why.
fn is_data(layer: &Layer) -> bool {
    let Format::Nickel(folder) = &layer.format else { return true };
    let Ok(text) = str::from_utf8(&layer.bytes) else { return true };
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.contains('\0') || outline::outline(text).excess.is_some() {
        return true;
    }
    let mut sources = Sources::default();
    let source = sources.add(&layer.name, text.to_owned());
    let layer = NickelLayer { source, folder: folder.clone(), name: layer.name.clone() };
    literal::read(&layer, &mut sources).is_some()
}

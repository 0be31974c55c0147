//! Layers of YAML, JSON and assignments as they stand: merged as `build` merges them, but not evaluated, with what an
//! evaluation has no use for: each layer by itself, and the comments in it.

use crate::read::layers::{Later, Layer, Stack};
use crate::read::overlay::Overlay;
use crate::read::set;
use crate::read::yaml::{self, Comments};
use pulsarc_diag::{Findings, SourceId, Sources};
use pulsarc_model::Node;

/// What became of layers of data.
#[derive(Debug, Default)]
pub struct Data {
    /// The layers, merged: a `null` that no later layer sets again stands at its key. None where one cannot be read.
    pub merged: Option<Node>,
    /// The layers that are files, each by itself. Keys at the top that begin with `x-` are left out.
    pub documents: Vec<Document>,
    /// The texts that everything was read from.
    pub sources: Sources,
    /// What was found while they were read.
    pub findings: Findings,
}

/// One file.
#[derive(Debug)]
pub struct Document {
    /// Its text.
    pub source: SourceId,
    /// What it says.
    pub node: Node,
    /// What its writer says about it.
    pub comments: Comments,
}

/// Reads layers. One of Nickel is no data, and left out.
pub(crate) fn read(layers: &[Layer]) -> Data {
    let mut data = Data::default();
    let Some(stack) = Stack::read(layers, &mut data.sources, &mut data.findings) else { return data };
    let mut overlay = Overlay::new();
    for later in stack.later {
        match later {
            Later::Data(source, node) => {
                overlay.lay_over(node.clone(), &mut data.findings);
                let comments = yaml::comments(source, &data.sources);
                data.documents.push(Document { source, node, comments });
            }
            Later::Set(source) => set::apply(source, &data.sources, &mut overlay, &mut data.findings),
            Later::Nickel(_) => {}
        }
    }
    data.merged = Some(overlay.data);
    data
}

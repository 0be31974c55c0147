//! Layers of YAML, JSON and assignments as written: merged as `build` merges them, but not evaluated, with
//! information that an evaluation does not need: each layer separately, and the comments.

use crate::read::layers::{Later, Layer, Stack};
use crate::read::overlay::Overlay;
use crate::read::set;
use crate::read::yaml::{self, Comments};
use pulsarc_diag::{Findings, SourceId, Sources};
use pulsarc_model::Node;

/// The result of layers of data.
#[derive(Debug, Default)]
pub struct Data {
    /// The merged layers: a `null` that no later layer sets again stays at its key. `None` if one cannot be read.
    pub merged: Option<Node>,
    /// The layers that are files, separately. Top-level keys that start with `x-` are omitted.
    pub documents: Vec<Document>,
    /// The texts that everything was read from.
    pub sources: Sources,
    /// The findings from reading them.
    pub findings: Findings,
}

/// One file.
#[derive(Debug)]
pub struct Document {
    /// Its text.
    pub source: SourceId,
    /// Its value.
    pub node: Node,
    /// Its comments.
    pub comments: Comments,
}

/// Reads layers. Nickel layers are not data, and omitted.
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

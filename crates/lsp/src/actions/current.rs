//! Configurations as they are now: an answer about an older text would edit the wrong place.

use crate::analysis::Checked;
use crate::edge::Compiled;
use crate::view::View;
use pulsarc_compiler::repair::{Counted, Outcome};
use pulsarc_compiler::{Format, Layer, Target};
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

/// A configuration with the texts as they are open: as it was checked, if nothing has changed since.
pub(super) fn current(view: &View<'_>, checked: &Arc<Checked>) -> Arc<Checked> {
    let is_same = |path: &Path| {
        let (Some(open), Some(text)) = (view.documents.get(path), checked.text(path)) else { return true };
        open.checked_text() == text
    };
    let layers = checked.configuration.layers.iter().all(|layer| is_same(layer));
    if layers && checked.built.sources.imports().all(|(import, _)| is_same(import)) {
        return Arc::clone(checked);
    }
    let layers: Vec<Layer> = checked.layers.iter().map(|layer| opened(view, layer.clone())).collect();
    let Counted { built, diagnostics } = compile(view, &layers, &checked.target);
    Arc::new(Checked {
        configuration: Arc::clone(&checked.configuration),
        layers,
        target: checked.target.clone(),
        built,
        diagnostics,
    })
}

/// A layer with its text as it is open, and the open texts of what it imports.
fn opened(view: &View<'_>, mut layer: Layer) -> Layer {
    if let Some(open) = view.documents.get(Path::new(&layer.name)) {
        layer.bytes = open.text.as_str().as_bytes().to_vec();
    }
    if let Format::Nickel(folder) = layer.format {
        let text = |document: &crate::documents::Document| Arc::from(document.checked_text());
        let open: BTreeMap<_, _> =
            view.documents.iter().map(|document| (document.path.clone(), text(document))).collect();
        layer.format = Format::Nickel(folder.with_open(Arc::new(open)));
    }
    layer
}

/// Compiles layers.
pub(super) fn compile(view: &View<'_>, layers: &[Layer], target: &Target) -> Counted {
    let Compiled { built, diagnostics } = view.edge.compile(layers, target);
    Counted { built, diagnostics }
}

/// The result of a configuration.
pub(super) fn outcome(checked: &Checked) -> Outcome<'_> {
    Outcome { built: &checked.built, diagnostics: &checked.diagnostics }
}

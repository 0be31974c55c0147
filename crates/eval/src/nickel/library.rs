//! pulsarc's own library: its exports, and the files that are evaluated against its contracts.

use crate::nickel::blame;
use crate::nickel::embedded::ROOT;
use crate::nickel::engine::Engine;
use crate::nickel::walk::{self, Functions, Nulls, Walk};
use crate::read::layers::{Format, Layer, NickelLayer};
use nickel_lang_core::cache::{InputFormat, SourcePath};
use nickel_lang_core::eval::VirtualMachine;
use nickel_lang_core::position::TermPos;
use pulsarc_diag::{Findings, Segment, Sources};
use pulsarc_model::{Node, Value};
use std::collections::BTreeMap;
use std::path::Path;

/// The presets of the library that are data through and through, by their names.
pub(crate) fn presets() -> BTreeMap<String, Node> {
    let mut engine = Engine::new();
    let presets = engine.embedded_field("lib/pulsar.ncl", "presets");
    let Some(presets) = presets else { return BTreeMap::new() };
    let (walked, walk) = engine.walk(&presets, &[], Nulls::Stay);
    let Some(Value::Record(mut entries)) =
        walked.map(|walked| engine.node(walked, &mut Sources::default()).value)
    else {
        return BTreeMap::new();
    };
    for problem in walk.problems {
        if let Some(Segment::Key(name)) = problem.path.segments().first() {
            entries.remove(name);
        }
    }
    entries
}

/// Whether an embedded file parses and typechecks.
pub(crate) fn typechecks(name: &str) -> Result<(), String> {
    let mut engine = Engine::new();
    let path = SourcePath::Path(Path::new(ROOT).join(name), InputFormat::Nickel);
    let id =
        engine.context.import_resolver.sources.id_of(&path).ok_or_else(|| "it is not embedded".to_owned())?;
    let checked = engine.context.prepare_eval(id).map(|_| ());
    let mut sources = Sources::default();
    checked.map_err(|error| {
        let explained = blame::failed(error, &mut engine.place(&mut sources));
        explained.into_iter().map(|diagnostic| diagnostic.message).collect::<Vec<_>>().join("; ")
    })
}

/// The keys of the cluster's contract that have no doc.
pub(crate) fn undocumented() -> Vec<String> {
    let mut engine = Engine::new();
    let mut found = Vec::new();
    if let Some(contract) = engine.cluster_contract() {
        walk::without_doc(&mut VirtualMachine::new(&mut engine.context), &contract, "", &mut found);
    }
    found.sort();
    found.dedup();
    found
}

/// Evaluates a Nickel layer separately.
pub(crate) fn alone(
    layer: &Layer,
    given: &[(&str, &str)],
    sources: &mut Sources,
    found: &mut Findings,
) -> Option<Node> {
    let mut engine = Engine::new();
    for (name, text) in given {
        let path = SourcePath::Path(Path::new(ROOT).join("lib").join(name), InputFormat::Json);
        engine.context.import_resolver.sources.add_string(path, (*text).to_owned());
    }
    let Format::Nickel(folder) = &layer.format else { return None };
    // The layer is pulsarc's own question about the user's files: mistakes are told in those.
    let source = sources.add_own(&layer.name, String::from_utf8_lossy(&layer.bytes).into_owned());
    let layer = NickelLayer { source, folder: folder.clone(), name: layer.name.clone() };
    let value = engine.load(&layer, sources, found)?;
    let (walked, walk) = engine.walk(&value, &[], Nulls::Stay);
    for problem in walk.problems {
        found.extend(blame::explained(problem, &mut engine.place(sources)));
    }
    Some(engine.node(walked?, sources))
}

/// A contract of the library's: its file, and its name there.
#[derive(Debug, Clone, Copy)]
pub(crate) struct OfLibrary(&'static str, &'static str);

/// What a file of tests holds.
pub(crate) const TESTS: OfLibrary = OfLibrary("lib/tests.ncl", "Tests");
/// What the file of a fleet holds.
pub(crate) const FLEET: OfLibrary = OfLibrary("lib/fleet.ncl", "Fleet");

/// Evaluates a file against a contract of the library's.
pub(crate) fn against(
    contract: OfLibrary,
    layer: &Layer,
    sources: &mut Sources,
    found: &mut Findings,
) -> Option<Node> {
    let mut engine = Engine::new();
    let contract = engine.embedded_field(contract.0, contract.1)?;
    let Format::Nickel(folder) = &layer.format else { return None };
    let source = sources.add(&layer.name, String::from_utf8_lossy(&layer.bytes).into_owned());
    let layer = NickelLayer { source, folder: folder.clone(), name: layer.name.clone() };
    let value = engine.load(&layer, sources, found)?;
    let contracts = [engine.runtime_contract(&contract, TermPos::None)];
    let mut walk = Walk { functions: Functions::Marked, ..Walk::default() };
    let walked = walk.value(&mut VirtualMachine::new(&mut engine.context), &value, &contracts, None);
    for problem in walk.problems {
        found.extend(blame::explained(problem, &mut engine.place(sources)));
    }
    Some(engine.node(walked?, sources))
}

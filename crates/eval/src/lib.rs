//! Evaluates layers of `.ncl`, YAML and JSON against the contracts: the only user of nickel-lang-core.
//!
//! The result is plain data with spans, and all diagnostics of the run, not only the first. No Nickel type leaves
//! this crate. It is not a schema: the contracts are embedded, and nothing here knows their keys.

mod codes;
mod guard;
pub mod limits;
mod nickel;
mod outcome;
mod read;
mod request;
mod sandbox;
mod secret;
mod table;
mod wire;
mod wording;

pub use codes::{
    CLUSTER_NAME, CODES, INTERNAL, NO_CLUSTER, NO_LAYER, NO_SUCH_PART, PAST_LIMIT, TOO_LARGE, is_of_language,
    is_of_value,
};
pub use guard::is_guarded;
pub use nickel::progress::{Step, StepSink, UnderEvaluation, with_steps};
pub use nickel::schema::{Key, Kind};
pub use outcome::{Evaluated, Removed};
pub use read::data::{Data, Document};
pub use read::layers::{Folder, Format, Layer, OpenTexts, Record};
pub use read::yaml::{Comments, Entry, Head};
pub use request::{Evaluate, InProcess, NeedsChild, Request};
pub use sandbox::{allow_imports, roots as import_roots};
pub use table::{Declared, Detail, LeafFacts, NumberRange, Pattern, TextFacts};
pub use wire::{Answer, Asked};

use nickel::{cluster, embedded, library, progress, schema};
use outcome::Merged;
use pulsarc_diag::{Diagnostic, Findings, KeyPath, Sources};
use pulsarc_model::{Node, Value};
use read::layers::Stack;
use read::{surprises, yaml};
use std::cell::Cell;
use std::collections::BTreeMap;
use std::panic::AssertUnwindSafe;

/// Native stack for the evaluation: deep input exceeds the limits of the readers before it exhausts this. Unused
/// parts cost nothing.
const STACK: usize = 512 << 20;

/// By which way layers are evaluated. Both give the same; what differs is the time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Serialize, serde::Deserialize)]
pub enum Way {
    /// As plain data, checked against the table of the contracts.
    #[default]
    Fast,
    /// By the contracts themselves.
    Contracts,
}

/// Evaluates layers, the last of which wins, against the contract of a cluster.
pub fn evaluate(layers: &[Layer]) -> Evaluated {
    evaluate_by(Way::Fast, layers)
}

/// Evaluates layers by one of the ways.
pub fn evaluate_by(way: Way, layers: &[Layer]) -> Evaluated {
    let run = || {
        progress::begun();
        let mut evaluated = Evaluated::default();
        let Some(stack) = Stack::read(layers, &mut evaluated.sources, &mut evaluated.findings) else {
            secret::cover(layers, None, &mut evaluated);
            return evaluated;
        };
        let evaluate =
            if way == Way::Fast && table::is_current() { table::evaluate } else { cluster::evaluate };
        let merged = evaluate(&stack, &mut evaluated.sources, &mut evaluated.findings);
        if let Some(Merged { tree, removed }) = merged {
            (evaluated.tree, evaluated.removed) = (Some(tree), removed);
        }
        let found = std::mem::take(&mut evaluated.findings);
        evaluated.findings = surprises::explained(found, &evaluated.sources, layers);
        secret::cover(layers, Some(&stack), &mut evaluated);
        evaluated
    };
    on_own_stack(run).unwrap_or_else(failed)
}

/// Runs several evaluations on one sufficiently deep stack; `None` if the run panics.
pub fn on_one_stack<T: Send>(run: impl FnOnce() -> T + Send) -> Option<T> {
    on_own_stack(|| {
        IS_DEEP.set(true);
        run()
    })
}

/// Starts a thread whose stack is deep enough for any evaluation.
pub fn on_deep_thread(run: impl FnOnce() + Send + 'static) -> std::io::Result<std::thread::JoinHandle<()>> {
    std::thread::Builder::new().stack_size(STACK).spawn(|| {
        IS_DEEP.set(true);
        run();
    })
}

thread_local! {
    /// Whether this thread's stack is deep enough already.
    static IS_DEEP: Cell<bool> = const { Cell::new(false) };
}

/// Runs on a sufficiently deep stack; `None` if the run panics.
fn on_own_stack<T: Send>(run: impl FnOnce() -> T + Send) -> Option<T> {
    if IS_DEEP.get() {
        return std::panic::catch_unwind(AssertUnwindSafe(run)).ok();
    }
    std::thread::scope(|scope| {
        let thread = std::thread::Builder::new().stack_size(STACK).spawn_scoped(scope, run);
        thread.ok().and_then(|thread| thread.join().ok())
    })
}

/// The diagnostic for a failure of the evaluator, so that a failure is never silent.
fn failed() -> Evaluated {
    let mut evaluated = Evaluated::default();
    let finding = Diagnostic::new(&INTERNAL, "pulsarc failed while evaluating the configuration");
    evaluated.findings.push(finding.help("please report this with the configuration that caused it"));
    evaluated
}

/// Layers of YAML, JSON and assignments with their comments: merged, but not evaluated.
pub fn data(layers: &[Layer]) -> Data {
    on_own_stack(|| read::data::read(layers)).unwrap_or_default()
}

/// The presets of the library, by their names: those that are plain data.
pub fn presets() -> BTreeMap<String, Node> {
    on_own_stack(library::presets).unwrap_or_default()
}

/// A configuration as it may be shown: with `<hidden>` instead of every secret.
pub fn without_secrets(tree: &Node) -> Node {
    secret::without(tree)
}

/// The default configuration as JSON: the contract's defaults.
pub fn defaults() -> serde_json::Value {
    as_json(&default_tree())
}

fn as_json(tree: &Node) -> serde_json::Value {
    pulsarc_model::decode(tree, &KeyPath::root(), &mut Findings::default()).unwrap_or_default()
}

/// The contract's defaults as a tree without places.
pub fn default_tree() -> Node {
    let mut tree = evaluate(&[]).tree.unwrap_or_else(|| Node::bare(Value::Record(BTreeMap::new())));
    tree.forget_places();
    tree
}

/// The contract's defaults as a tree without places, and those inside of optional records, as if each of these were written.
pub fn complete_defaults() -> Node {
    let mut tree = table::complete_defaults().unwrap_or_else(default_tree);
    tree.forget_places();
    tree
}

/// Parses and typechecks an embedded file; returns Nickel's message on failure.
pub fn typechecks(name: &str) -> Result<(), String> {
    library::typechecks(name)
}

/// The keys of the cluster's contract that have no doc.
pub fn undocumented() -> Vec<String> {
    library::undocumented()
}

/// The contract's keys that `wanted` selects, sorted by path, each with its doc, accepted values and default: inside of an optional
/// record, what holds once that record is written.
pub fn keys(wanted: impl Fn(&KeyPath) -> bool + Sync) -> Vec<Key> {
    let defaults = as_json(&complete_defaults());
    let default = |path: &KeyPath| schema::default_at(&defaults, path).filter(|_| !table::is_optional(path));
    if table::is_current() {
        return table::keys(&wanted, &default);
    }
    on_own_stack(|| schema::keys(&wanted, &default, &table::declared)).unwrap_or_default()
}

/// What the contracts declare about the values at a path: ranges, patterns, lengths and choices. Costs no evaluation,
/// and also holds for items of lists and entries of maps.
pub fn declared(path: &KeyPath) -> Declared {
    table::declared(path)
}

/// Whether a path is that of a block: a record whose keys the contract names one by one.
pub fn is_block(path: &KeyPath) -> bool {
    table::is_block(path)
}

/// The paths of all keys of the contract, in order.
pub fn paths() -> Vec<KeyPath> {
    table::paths()
}

/// One YAML document as JSON, for texts inside a configuration, or its first mistake.
pub fn parse_yaml(text: &str) -> Result<serde_json::Value, String> {
    let (mut sources, mut found) = (Sources::default(), Findings::default());
    let source = sources.add("", text.to_owned());
    let node = yaml::read(source, &sources, &mut found);
    match (node, found.iter().next()) {
        (Some(node), None) => pulsarc_model::decode(&node, &KeyPath::root(), &mut found)
            .ok_or_else(|| "it contains a value that JSON cannot represent".to_owned()),
        (_, first) => Err(first.map(|first| first.message.clone()).unwrap_or_default()),
    }
}

/// The result of a TOML file.
#[derive(Debug, Default)]
pub struct Toml {
    /// Its values with their places; `None` if it cannot be read.
    pub node: Option<Node>,
    /// The text that they were read from.
    pub sources: Sources,
    /// Why it cannot be read.
    pub findings: Findings,
}

/// Reads a TOML file that is no part of a configuration.
pub fn read_toml(name: &str, text: &str) -> Toml {
    let mut read = Toml::default();
    let source = read.sources.add(name, text.strip_prefix('\u{feff}').unwrap_or(text).to_owned());
    read.node = read::toml::read(source, &read.sources, &mut read.findings);
    read
}

/// The result of a stream of YAML or JSON documents.
#[derive(Debug, Default)]
pub struct Documents {
    /// The documents, without the empty ones; `None` if one of them cannot be read.
    pub documents: Vec<serde_json::Value>,
    /// The same with their places.
    pub nodes: Vec<Node>,
    /// The text that they were read from.
    pub sources: Sources,
    /// Why they cannot be read.
    pub findings: Findings,
}

/// All documents of a stream, as plain data: manifests, which no contract is applied to.
pub fn read_stream(name: &str, text: &str) -> Documents {
    let mut read = Documents::default();
    let source = read.sources.add(name, text.to_owned());
    let nodes = yaml::read_stream(source, &read.sources, &mut read.findings).unwrap_or_default();
    let found = &mut read.findings;
    let documents =
        nodes.iter().filter_map(|node| pulsarc_model::decode(node, &KeyPath::root(), found)).collect();
    if !read.findings.has_errors() {
        read.documents = documents;
    }
    secret::cover_documents(&nodes, &mut read.sources, &mut read.findings);
    if !read.findings.has_errors() {
        read.nodes = nodes;
    }
    read
}

/// Every file of the contracts and the library, by its path in pulsarc's repository.
pub fn embedded() -> &'static [(&'static str, &'static str)] {
    embedded::EMBEDDED
}

/// Evaluates one Nickel layer to plain data, without the contract of a cluster. It can import each of `given`, JSON
/// by its file name, in addition to files and pulsarc's own library. It reads only files that it imports.
pub fn evaluate_alone(layer: &Layer, given: &[(&str, &str)]) -> Evaluated {
    let run = || {
        progress::begun();
        let mut evaluated = Evaluated::default();
        evaluated.tree = library::alone(layer, given, &mut evaluated.sources, &mut evaluated.findings);
        secret::cover_alone(&mut evaluated);
        evaluated
    };
    on_own_stack(run).unwrap_or_else(failed)
}

/// Evaluates a test file against its contract. A function is not data: `true` represents it.
pub fn evaluate_tests(layer: &Layer) -> Evaluated {
    evaluate_against(library::TESTS, layer)
}

/// Evaluates the file of a fleet against the contract of one.
pub fn evaluate_fleet(layer: &Layer) -> Evaluated {
    evaluate_against(library::FLEET, layer)
}

fn evaluate_against(contract: library::OfLibrary, layer: &Layer) -> Evaluated {
    let run = || {
        progress::begun();
        let mut evaluated = Evaluated::default();
        evaluated.tree = library::against(contract, layer, &mut evaluated.sources, &mut evaluated.findings);
        secret::cover_alone(&mut evaluated);
        evaluated
    };
    on_own_stack(run).unwrap_or_else(failed)
}

/// The fingerprint of the embedded contracts: another one where any of their bytes is.
pub fn fingerprint() -> &'static str {
    embedded::TEXTS_OF_CONTRACTS
}

//! Evaluates layers of `.ncl`, YAML and JSON against the contracts: the only user of nickel-lang-core.
//!
//! What comes out is plain data with the places where it was written, and everything that was found: all mistakes of
//! a run, not the first. No type of Nickel's leaves this crate. It is no schema: the contracts are embedded, and
//! nothing here knows a key of theirs.

mod blame;
mod codes;
mod engine;
mod layers;
mod set;
mod walk;
mod yaml;

pub use codes::CODES;
pub use layers::{Format, Layer};

use layers::Stack;
use pulsarc_diag::{Diagnostic, Findings, KeyPath, Sources};
use pulsarc_model::Node;

/// What became of the layers.
#[derive(Debug, Default)]
pub struct Evaluated {
    /// The whole configuration, defaults included; as complete as it could be made where mistakes were found, and none
    /// where a layer cannot be read at all.
    pub tree: Option<Node>,
    /// The texts that everything was read from.
    pub sources: Sources,
    /// Everything that was found.
    pub findings: Findings,
}

/// Native stack for the evaluation: deep input runs into the limits of the readers before it runs out of this.
const STACK: usize = 64 << 20;

/// Evaluates layers, the last of which wins, against the contract of a cluster.
pub fn evaluate(layers: &[Layer]) -> Evaluated {
    std::thread::scope(|scope| {
        let run = || {
            let mut evaluated = Evaluated::default();
            if let Some(stack) = Stack::read(layers, &mut evaluated.sources, &mut evaluated.findings) {
                evaluated.tree = engine::evaluate(&stack, &mut evaluated.sources, &mut evaluated.findings);
            }
            evaluated
        };
        let thread = std::thread::Builder::new().stack_size(STACK).spawn_scoped(scope, run);
        let evaluated = thread.ok().and_then(|thread| thread.join().ok());
        evaluated.unwrap_or_else(failed)
    })
}

/// What is told where the evaluator itself fails: never nothing.
fn failed() -> Evaluated {
    let mut evaluated = Evaluated::default();
    let told =
        Diagnostic::new(&codes::INTERNAL, "pulsarc itself failed while it evaluated the configuration");
    evaluated.findings.push(told.help("please report this with the configuration that made it fail"));
    evaluated
}

/// What a cluster is where nobody says anything: the contract's defaults, as JSON.
pub fn defaults() -> serde_json::Value {
    let tree = evaluate(&[]).tree;
    let json = tree.and_then(|tree| pulsarc_model::decode(&tree, &KeyPath::root(), &mut Findings::default()));
    json.unwrap_or_default()
}

/// Whether an embedded file parses and typechecks by itself; what Nickel says where it does not.
pub fn typechecks(name: &str) -> Result<(), String> {
    engine::typechecks(name)
}

/// The keys of the cluster's contract that have no doc.
pub fn undocumented() -> Vec<String> {
    engine::undocumented()
}

/// One YAML document as JSON, for texts that stand within a configuration; the first mistake where there is one.
pub fn parse_yaml(text: &str) -> Result<serde_json::Value, String> {
    let (mut sources, mut found) = (Sources::default(), Findings::default());
    let source = sources.add("", text);
    let node = yaml::read(source, &sources, &mut found);
    match (node, found.iter().next()) {
        (Some(node), None) => pulsarc_model::decode(&node, &KeyPath::root(), &mut found)
            .ok_or_else(|| "it holds what JSON does not".to_owned()),
        (_, first) => Err(first.map(|first| first.message.clone()).unwrap_or_default()),
    }
}

/// What became of a stream of YAML or JSON documents.
#[derive(Debug, Default)]
pub struct Documents {
    /// The documents, without the empty ones; none where one of them cannot be read.
    pub documents: Vec<serde_json::Value>,
    /// The text that they were read from.
    pub sources: Sources,
    /// Why they cannot be read.
    pub findings: Findings,
}

/// All documents of a stream, as plain data: manifests, which no contract is applied to.
pub fn read_stream(name: &str, text: &str) -> Documents {
    let mut read = Documents::default();
    let source = read.sources.add(name, text);
    let nodes = yaml::read_stream(source, &read.sources, &mut read.findings).unwrap_or_default();
    let found = &mut read.findings;
    let documents =
        nodes.iter().filter_map(|node| pulsarc_model::decode(node, &KeyPath::root(), found)).collect();
    if !read.findings.has_errors() {
        read.documents = documents;
    }
    read
}

/// Every file of the contracts and the library, by its path in pulsarc's repository.
pub fn embedded() -> &'static [(&'static str, &'static str)] {
    engine::EMBEDDED
}

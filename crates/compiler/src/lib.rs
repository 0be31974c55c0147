//! The spine: a cluster's configuration in, its checked and linked objects out.
//!
//! ```text
//! layers -> Evaluated -> Node -> ClusterSpec -> Topology -> objects -> linked and ordered
//! ```
//!
//! One noun a phase, one function a phase. Front phases give what they could make and all that they found; nothing
//! here reads files, prints, or decides on an exit status.

pub mod config_keys;
mod describe;
mod emit;
mod extra_deploy;
pub mod link;
mod spec;

pub use pulsarc_component::{KubeVersion, Target};
pub use pulsarc_eval::{Documents, Format, Layer, read_stream};
pub use spec::ClusterSpec;

use describe::Described;
use pulsarc_component::Entry;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity, Sources};
use pulsarc_kube::{Object, in_apply_order};
use pulsarc_model::Node;

/// What became of a configuration.
#[derive(Debug, Default)]
pub struct Compiled {
    /// The objects in the order in which they can be applied; empty where an error was found.
    pub objects: Vec<Object>,
    /// Everything that was found.
    pub findings: Findings,
}

/// What became of layers: their objects, what was found, and the texts that it is about.
#[derive(Debug, Default)]
pub struct Built {
    /// The objects in the order in which they can be applied; empty where an error was found.
    pub objects: Vec<Object>,
    /// Everything that was found.
    pub findings: Findings,
    /// The texts that everything was read from.
    pub sources: Sources,
}

/// A configuration without any object.
pub static EMPTY: Code = Code {
    id: "PUL0903",
    severity: Severity::Error,
    title: "no objects",
    page: include_str!("pages/PUL0903.md"),
};

/// Builds a cluster of layers, the last of which wins.
pub fn build(layers: &[Layer], target: &Target) -> Built {
    let evaluated = pulsarc_eval::evaluate(layers);
    let mut findings = evaluated.findings;
    let compiled = evaluated.tree.map(|tree| compile(&tree, target)).unwrap_or_default();
    let failed = findings.has_errors();
    findings.extend(compiled.findings);
    if compiled.objects.is_empty() && !findings.has_errors() {
        let told = Diagnostic::new(&EMPTY, "the configuration makes no objects at all");
        findings.push(told.help("switch on at least one of `components`"));
    }
    Built {
        objects: if failed { Vec::new() } else { compiled.objects },
        findings,
        sources: evaluated.sources,
    }
}

/// Every code that a run can tell, by its id.
pub fn codes() -> Vec<&'static Code> {
    let components = pulsarc_registry::components();
    let own = components.iter().flat_map(|entry| entry.codes.iter().copied());
    let rules = pulsarc_rules::rules().map(|rule| rule.code);
    let mut codes: Vec<&'static Code> = pulsarc_eval::CODES
        .iter()
        .copied()
        .chain(own)
        .chain(rules)
        .chain(link::CODES.iter().copied())
        .chain([&extra_deploy::EXTRA, &EMPTY, &config_keys::CONTRADICTED])
        .collect();
    codes.sort_by_key(|code| code.id);
    codes.dedup();
    codes
}

/// Compiles an evaluated configuration.
pub fn compile(root: &Node, target: &Target) -> Compiled {
    compile_with(&pulsarc_registry::components(), root, target)
}

/// Compiles an evaluated configuration with other components than those of the registry.
pub fn compile_with(entries: &[Entry], root: &Node, target: &Target) -> Compiled {
    let mut findings = Findings::default();
    let Some(spec) = spec::decode(root, entries, &mut findings) else {
        return Compiled { objects: Vec::new(), findings };
    };
    let described = Described::of(&spec, target);
    let cluster = described.cluster(&spec, target, root);
    spec.check(&cluster, &mut findings);
    config_keys::contradicted(entries, root, target, &mut findings);
    if findings.has_errors() {
        return Compiled { objects: Vec::new(), findings };
    }
    let mut objects = emit::emit(&spec, &cluster, &mut findings);
    config_keys::with_prefixes(&mut objects, &cluster);
    link::check(&objects, &cluster, &mut findings);
    in_apply_order(&mut objects);
    if findings.has_errors() {
        objects.clear();
    }
    Compiled { objects, findings }
}

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
mod draft;
mod emit;
mod extra_deploy;
mod history;
mod keyed;
pub mod krm;
pub mod levels;
pub mod link;
mod network;
mod pod_security;
mod security;
mod shown;
mod spec;
mod unknown_keys;
mod verify;

pub use draft::{Draft, draft};
pub use pulsarc_catalogue::Version as PulsarLine;
pub use pulsarc_component::{DEFAULT_PULSAR_VERSION, KubeVersion, Target};
pub use pulsarc_eval::{
    Documents, Format, INTERNAL, Key, Kind, Layer, PAST_LIMIT, Record, TOO_LARGE, UnderEvaluation, Way,
    allow_imports, before_computing, before_each_step, fingerprint, import_roots, is_parsing, keys, limits,
    on_one_stack, read_stream, step, under_evaluation,
};
pub use pulsarc_export::Export;
pub use shown::{config, shown};
pub use spec::ClusterSpec;
pub use verify::verified;

use describe::Described;
use pulsarc_component::{Cluster, Entry};
use pulsarc_diag::{Code, Diagnostic, Findings, KeyPath, Severity, Sources};
use pulsarc_kube::{Object, in_apply_order};
use pulsarc_model::Node;

/// The lines of Pulsar whose own configuration keys are known.
pub const PULSAR_LINES: [PulsarLine; 3] = PulsarLine::ALL;

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
    /// The whole configuration, defaults included; none where a layer cannot be read.
    pub tree: Option<Node>,
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
    build_by(Way::Fast, layers, target)
}

/// Builds a cluster of layers that are evaluated by one of the ways.
pub fn build_by(way: Way, layers: &[Layer], target: &Target) -> Built {
    let mut evaluated = pulsarc_eval::evaluate_by(way, layers);
    let mut findings = unknown_keys::recognized(evaluated.findings);
    let keyed = evaluated.tree.as_mut().map(|tree| keyed::list(tree, &mut findings)).unwrap_or_default();
    let compiled = evaluated.tree.as_ref().map(|tree| compile(tree, target)).unwrap_or_default();
    let failed = findings.has_errors();
    findings.extend(
        compiled.findings.into_iter().map(|found| Diagnostic {
            path: found.path.as_ref().map(|path| keyed.as_written(path)),
            ..found
        }),
    );
    let mut objects = if failed { Vec::new() } else { compiled.objects };
    let runs_nothing =
        || objects.iter().all(|object| object.pod_template().is_none() && !object.is_foreign());
    if runs_nothing() && !failed && !findings.has_errors() {
        let told = Diagnostic::new(&EMPTY, "the configuration runs nothing at all").at("components");
        let span = evaluated.tree.as_ref().and_then(|root| root.users_span(&KeyPath::parse("components")));
        findings.push(told.span(span).help("switch on at least one of `components`"));
        objects.clear();
    }
    Built {
        tree: evaluated.tree,
        objects,
        // What a rule repeats of a secret is nobody's to read.
        findings: findings.without(evaluated.sources.secrets()),
        sources: evaluated.sources,
    }
}

/// A configuration as plain data, without its places.
pub fn plain(root: &Node) -> serde_json::Value {
    pulsarc_model::decode(root, &KeyPath::root(), &mut Findings::default()).unwrap_or_default()
}

/// What a built cluster is, for other programs; none of a cluster that was not built.
pub fn export(built: &Built, target: &Target) -> Option<Export> {
    let root = built.tree.as_ref().filter(|_| !built.objects.is_empty())?;
    let spec = spec::decode(root, &pulsarc_registry::components(), &mut Findings::default())?;
    let described = Described::of(&spec, target);
    Some(pulsarc_export::export(&built.objects, &described.cluster(&spec, target, root)))
}

/// What of a built cluster could be safer, as notes; nothing of one that was not built.
pub fn security(built: &Built, target: &Target) -> Vec<Diagnostic> {
    let (Some(root), Some(export)) = (&built.tree, export(built, target)) else { return Vec::new() };
    let emitted = security::Emitted { objects: &built.objects, topology: &export.topology, root };
    security::review(&emitted)
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
        .chain(security::CODES.iter().copied())
        .chain(krm::CODES)
        .chain([
            &extra_deploy::EXTRA,
            &EMPTY,
            &verify::DISAGREE,
            &keyed::CONTRADICTED,
            &config_keys::CONTRADICTED,
            &history::MOVED,
            &network::NO_COMPONENT,
            &levels::NO_LEVEL,
            &levels::NOT_NEEDED,
        ])
        .collect();
    codes.sort_by_key(|code| code.id);
    codes.dedup();
    codes
}

/// Compiles an evaluated configuration, in which every list is one.
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
    pod_security::keep(&mut objects, cluster.base);
    link::check(&objects, &cluster, &mut findings);
    network(&mut objects, &cluster, &mut findings);
    in_apply_order(&mut objects);
    if findings.has_errors() {
        objects.clear();
    }
    Compiled { objects, findings }
}

/// Adds the network policies, which follow from all other objects.
fn network(objects: &mut Vec<Object>, cluster: &Cluster<'_>, found: &mut Findings) {
    if cluster.base.network_policy.as_ref().is_some_and(|settings| settings.enabled) {
        let topology = pulsarc_export::topology(objects, cluster);
        objects.extend(network::policies(objects, &topology, cluster, found));
    }
}

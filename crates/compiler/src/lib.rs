//! The spine: a cluster's configuration in, its checked and linked objects out.
//!
//! ```text
//! layers -> Evaluated -> Node -> ClusterSpec -> Topology -> objects -> linked and ordered
//! ```
//!
//! One noun and one function per phase. The first phases return what they could make and all diagnostics; nothing
//! here reads files, prints, or decides on an exit status.

mod config_keys;
mod contradicted;
mod describe;
mod draft;
pub mod edit;
mod emit;
mod extra_deploy;
pub mod fix;
mod history;
mod holes;
mod keyed;
pub mod krm;
pub mod levels;
mod line_defaults;
pub mod link;
mod network;
mod other_words;
mod pod_security;
pub mod reference;
pub mod repair;
pub mod requires;
mod security;
mod shown;
mod spec;
mod unknown_keys;
mod unread;
mod unused;
pub mod upgrade;
mod verify;
mod wrapped;

pub use describe::Described;
pub use draft::{Draft, draft};
pub use pulsarc_catalogue::Version as PulsarLine;
pub use pulsarc_component::{DEFAULT_PULSAR_VERSION, KubeVersion, Target};
pub use pulsarc_eval::{
    Answer, Asked, Declared, Detail, Documents, Evaluate, Evaluated, Folder, Format, INTERNAL, InProcess,
    Key, Kind, Layer, LeafFacts, NeedsChild, NumberRange, OpenTexts, PAST_LIMIT, Pattern, Record, Request,
    Step, StepSink, TOO_LARGE, TextFacts, UnderEvaluation, Way, allow_imports, data, declared, embedded,
    fingerprint, import_roots, is_guarded, is_of_language, keys, limits, on_deep_thread, on_one_stack,
    read_stream, with_steps,
};
pub use pulsarc_export::{Export, Requirements};
pub use shown::{config, redacted, shown};
pub use spec::ClusterSpec;
pub use unused::unused;
pub use verify::{verified, verified_with};

use pulsarc_component::{Cluster, ComponentRecord, Entry};
use pulsarc_diag::{Code, Diagnostic, Findings, KeyPath, Severity, Sources};
use pulsarc_diff::{ComponentFacts, Facts};
use pulsarc_kube::{Object, in_apply_order};
use pulsarc_model::Node;
use pulsarc_rules::Emitted;

/// The lines of Pulsar whose own configuration keys are known.
pub const PULSAR_LINES: [PulsarLine; 4] = PulsarLine::ALL;

/// The result of compiling layers: objects, findings, and the sources of the findings.
#[derive(Debug, Default)]
pub struct Built {
    /// The whole configuration, defaults included; none if a layer cannot be read.
    pub tree: Option<Node>,
    /// The decoded configuration; none if a block cannot be decoded.
    pub described: Option<Described>,
    /// The objects in the order in which they can be applied; empty if an error was found.
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

/// A name outside of any namespace that clusters of a fleet share.
pub static SHARED_NAME: Code = Code {
    id: "PUL0034",
    severity: Severity::Warning,
    title: "cluster-scoped name shared by clusters of a fleet",
    page: include_str!("pages/PUL0034.md"),
};

/// Builds a cluster of layers, the last of which wins.
pub fn build(layers: &[Layer], target: &Target) -> Built {
    build_by(Way::Fast, layers, target)
}

/// Builds a cluster of layers that are evaluated by one of the ways.
pub fn build_by(way: Way, layers: &[Layer], target: &Target) -> Built {
    assemble(pulsarc_eval::evaluate_by(way, layers), layers, target)
}

/// Builds a cluster of layers that somebody else evaluates.
pub fn build_with(evaluations: &dyn Evaluate, layers: &[Layer], target: &Target) -> Built {
    assemble(evaluations.evaluate(Request::Cluster { layers, by: Way::Fast }), layers, target)
}

/// Builds a cluster of an evaluated configuration and the components of the registry.
fn assemble(mut evaluated: Evaluated, layers: &[Layer], target: &Target) -> Built {
    evaluated.findings = unknown_keys::recognized(evaluated.findings, layers);
    build_evaluated(evaluated, &pulsarc_registry::components(), target)
}

/// Builds a cluster of an evaluated configuration and the components that read it.
pub fn build_evaluated(evaluated: Evaluated, components: &[Entry], target: &Target) -> Built {
    let Evaluated { mut tree, mut findings, sources, removed } = evaluated;
    let keyed = tree.as_mut().map(|tree| keyed::list(tree, &mut findings)).unwrap_or_default();
    let again =
        |tree: &Node, compiled_findings: &mut Findings| compile(components, tree, target, compiled_findings);
    let mut compiled_findings = Findings::default();
    let mut compiled = tree.as_ref().and_then(|tree| again(tree, &mut compiled_findings));
    if let Some(holes) = tree.as_mut().and_then(|tree| holes::complete(tree, &removed, components, target)) {
        findings.extend(holes);
        compiled_findings = Findings::default();
        compiled = tree.as_ref().and_then(|tree| again(tree, &mut compiled_findings));
    }
    if let Some(tree) = &tree {
        findings = unread::as_warnings(findings, tree, components, target);
    }
    let failed = findings.has_errors();
    if let Some(tree) = tree.as_ref().filter(|_| failed) {
        compiled_findings = holes::without_guesses(compiled_findings, &findings, tree, components, |tree| {
            let mut others = Findings::default();
            again(tree, &mut others);
            others
        });
    }
    let as_written = |found: Diagnostic| Diagnostic {
        path: found.path.as_ref().map(|path| keyed.as_written(path)),
        ..found
    };
    findings.extend(compiled_findings.into_iter().map(as_written));
    let (described, mut objects) = compiled.unzip();
    if let (Some(described), Some(tree)) = (&described, &mut tree) {
        let changed = line_defaults::changed(&described.cluster(target, tree));
        line_defaults::put(changed, tree);
    }
    if failed {
        objects = None;
    }
    let mut objects: Vec<Object> = objects.unwrap_or_default();
    let runs_nothing =
        || objects.iter().all(|object| object.pod_template().is_none() && !object.is_foreign());
    if runs_nothing() && !failed && !findings.has_errors() {
        let finding =
            Diagnostic::new(&EMPTY, "every component is off; there is nothing to deploy").at("components");
        let span = tree.as_ref().and_then(|root| root.users_span(&KeyPath::parse("components")));
        findings.push(finding.span(span).help("switch on at least one of `components`"));
        objects.clear();
    }
    // What a rule repeats of a secret is nobody's to read.
    let findings = findings.without(sources.secrets());
    Built { tree, described, objects, findings, sources }
}

/// What components say about their pods, by their `component` label: under the default name, and under the component's key,
/// which is its label in releases of earlier charts.
pub fn component_facts(target: &Target) -> Facts {
    let defaults = build(&[], target);
    let records = defaults.records().map(|record| (record.key().to_owned(), facts(record)));
    records.chain(defaults.component_facts()).collect()
}

fn facts(record: &ComponentRecord) -> ComponentFacts {
    ComponentFacts {
        block: record.block,
        image: record.image,
        persists: record.persists,
        departure: record.departure,
        stage: record.stage,
        rollout: record.rollout,
        programs: record.configuration.map_or(&[][..], |configuration| configuration.programs),
    }
}

impl Built {
    /// What each component publishes about itself; nothing if the configuration could not be decoded.
    fn records(&self) -> impl Iterator<Item = &ComponentRecord> {
        self.described.iter().flat_map(|described| &described.topology.records)
    }

    /// What its components say about their pods, by their `component` label.
    pub fn component_facts(&self) -> impl Iterator<Item = (String, ComponentFacts)> {
        self.records().map(|record| (record.component.clone(), facts(record)))
    }

    /// The cluster as its components see it; none if it could not be decoded.
    pub(crate) fn cluster<'a>(&'a self, target: &'a Target) -> Option<Cluster<'a>> {
        Some(self.described.as_ref()?.cluster(target, self.tree.as_ref()?))
    }
}

/// A configuration as plain data, without its places.
pub fn plain(root: &Node) -> serde_json::Value {
    pulsarc_model::decode(root, &KeyPath::root(), &mut Findings::default()).unwrap_or_default()
}

/// What a built cluster is, for other programs; none for a cluster that was not built.
pub fn export(built: &Built, target: &Target) -> Option<Export> {
    let cluster = built.cluster(target).filter(|_| !built.objects.is_empty())?;
    Some(pulsarc_export::export(&built.objects, &cluster))
}

/// What the manifests of a built cluster need and do not contain; none for a cluster that was not built.
pub fn requirements(built: &Built, target: &Target) -> Option<Requirements> {
    let cluster = built.cluster(target).filter(|_| !built.objects.is_empty())?;
    Some(pulsarc_export::requirements(&built.objects, &cluster))
}

/// What of a built cluster could be safer, as notes; nothing of one that was not built.
pub fn security(built: &Built, target: &Target) -> Vec<Diagnostic> {
    let (Some(root), Some(export)) = (&built.tree, export(built, target)) else { return Vec::new() };
    let emitted = security::Review { objects: &built.objects, topology: &export.topology, root };
    security::review(&emitted)
}

/// Every code that a run can report, sorted by id.
pub fn codes() -> Vec<&'static Code> {
    let rules = pulsarc_rules::codes();
    let mut codes: Vec<&'static Code> = pulsarc_eval::CODES
        .iter()
        .copied()
        .chain(rules)
        .chain(link::CODES.iter().copied())
        .chain(security::CODES.iter().copied())
        .chain(krm::CODES)
        .chain([
            &extra_deploy::EXTRA,
            &EMPTY,
            &SHARED_NAME,
            &verify::DISAGREE,
            &keyed::CONTRADICTED,
            &contradicted::CODE,
            &history::MOVED,
            &network::NO_COMPONENT,
            &levels::NO_LEVEL,
            &levels::NOT_NEEDED,
            &requires::MISSING,
        ])
        .collect();
    codes.sort_by_key(|code| code.id);
    // Two rules may report one code; two codes with one id are a mistake that a test finds.
    codes.dedup_by(|one, other| std::ptr::eq(*one, *other));
    codes
}

/// Compiles an evaluated configuration that contains only lists, no maps in their place: the decoded configuration,
/// and its objects in apply order, which are empty if there is an error.
fn compile(
    components: &[Entry],
    root: &Node,
    target: &Target,
    found: &mut Findings,
) -> Option<(Described, Vec<Object>)> {
    let described = Described::decode(root, components, target, found)?;
    let cluster = described.cluster(target, root);
    pulsarc_rules::check(&cluster, found);
    contradicted::check(components, root, target, found);
    let emitted = emit::emit(&described.spec, &cluster, found);
    pulsarc_rules::check_emitted(&Emitted { cluster: &cluster, objects: &emitted }, found);
    let mut objects: Vec<Object> = emitted.into_iter().map(|(object, _)| object).collect();
    if !found.has_errors() {
        link::check(&objects, &cluster, found);
        network(&mut objects, &cluster, found);
        in_apply_order(&mut objects);
    }
    if found.has_errors() {
        objects.clear();
    }
    Some((described, objects))
}

/// Adds the network policies, which follow from all other objects.
fn network(objects: &mut Vec<Object>, cluster: &Cluster<'_>, found: &mut Findings) {
    if cluster.base.network_policy.as_ref().is_some_and(|settings| settings.enabled) {
        let topology = pulsarc_export::topology(objects, cluster);
        objects.extend(network::policies(objects, &topology, cluster, found));
    }
}

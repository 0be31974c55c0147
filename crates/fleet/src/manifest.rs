//! Which clusters the file of a fleet gives: a matrix of environments, regions and cells, each with its layers.
//!
//! The file's shape is a contract's, `lib/fleet.ncl`; here its layers are stacked and its clusters named. What is
//! wrong within a layer is reported when a cluster of it is built.

use crate::{Cluster, Part, is_project_file};
use pulsarc_diag::{Code, Diagnostic, Findings, KeyPath, Sources, Span, suggest};
use pulsarc_eval::{
    CLUSTER_NAME, Evaluate, Evaluated, Layer, NO_CLUSTER, NO_LAYER, NO_SUCH_PART, Record, Request,
};
use pulsarc_model::{Node, Value};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The result of a fleet's file.
#[derive(Debug, Default)]
pub struct Manifest {
    /// The clusters in the order of their names; none if the file is wrong.
    pub clusters: Vec<Cluster>,
    /// What is wrong with the file itself.
    pub findings: Findings,
    /// The texts that this is about.
    pub sources: Arc<Sources>,
}

/// The axes of the matrix: the key of the file, and the word for one of it. Later ones win.
const AXES: [(&str, &str); 3] = [("environments", "environment"), ("regions", "region"), ("cells", "cell")];

/// One of each axis that has any.
type Place<'n> = [Option<&'n str>; 3];

/// Reads the file of a fleet, whose paths start from `folder`.
pub fn manifest(evaluations: &dyn Evaluate, layer: &Layer, folder: &Path) -> Manifest {
    let Evaluated { tree, sources, mut findings, .. } = evaluations.evaluate(Request::Fleet(layer));
    let sources = Arc::new(sources);
    let mut clusters = Vec::new();
    if let Some(root) = tree.as_ref().filter(|_| !findings.has_errors()) {
        let mut listing =
            Listing { root, folder, sources: &sources, findings: &mut findings, named: BTreeMap::new() };
        listing.matrix();
        listing.beside_the_matrix();
        clusters = listing.named.into_values().map(|(cluster, _)| cluster).collect();
        if clusters.is_empty() && !findings.has_errors() {
            let start = sources.iter().find(|(_, source)| source.users).map(|(id, _)| Span::new(id, 0..1));
            let finding = Diagnostic::new(&NO_CLUSTER, "this fleet has no clusters").span(start);
            findings.push(
                finding.help("write its `environments`, such as `environments = { dev = {}, prod = {} }`"),
            );
        }
    }
    if findings.has_errors() {
        clusters.clear();
    }
    Manifest { clusters, findings, sources }
}

struct Listing<'n> {
    root: &'n Node,
    folder: &'n Path,
    sources: &'n Arc<Sources>,
    findings: &'n mut Findings,
    named: BTreeMap<String, (Cluster, Option<Span>)>,
}

impl<'n> Listing<'n> {
    fn matrix(&mut self) {
        let axes: Vec<Vec<(&'n String, &'n Node)>> =
            AXES.iter().map(|(key, _)| self.record(key).collect()).collect();
        let overrides: Vec<&'n Node> = self.list("overrides").collect();
        let excluded: Vec<&'n Node> = self.list("exclude").collect();
        for condition in overrides.iter().filter_map(|one| one.get("where")).chain(excluded.iter().copied()) {
            self.named_parts_are_there(condition);
        }
        let layers: Vec<Vec<Vec<Part>>> =
            axes.iter().map(|axis| axis.iter().map(|(_, node)| self.layers(node)).collect()).collect();
        let over: Vec<(&Node, Vec<Part>)> =
            overrides.iter().filter_map(|one| Some((*one, self.layers(one.get("layers")?)))).collect();
        let base = self.base();
        if axes.iter().all(Vec::is_empty) {
            return;
        }
        let sizes: Vec<usize> = axes.iter().map(|axis| axis.len().max(1)).collect();
        for number in 0..sizes.iter().product() {
            let at = [number / (sizes[1] * sizes[2]), number / sizes[2] % sizes[1], number % sizes[2]];
            let place: Place<'n> =
                std::array::from_fn(|axis| axes[axis].get(at[axis]).map(|(name, _)| name.as_str()));
            if excluded.iter().any(|condition| holds(condition, &place)) {
                continue;
            }
            let mut parts = base.clone();
            for (axis, position) in layers.iter().zip(at) {
                parts.extend(axis.get(position).cloned().unwrap_or_default());
            }
            for (one, layers) in &over {
                if one.get("where").is_none_or(|condition| holds(condition, &place)) {
                    parts.extend(layers.iter().cloned());
                }
            }
            let span = axes.iter().zip(at).rev().find_map(|(axis, at)| axis.get(at)?.1.key_span);
            let name = match self.text("name") {
                Some((template, span)) => self.filled(template, span, &place, None),
                None => place.iter().flatten().copied().collect::<Vec<_>>().join("-"),
            };
            self.add(name, &place, parts, self.text("name").and_then(|(_, span)| span).or(span));
        }
    }

    fn beside_the_matrix(&mut self) {
        for (name, node) in self.record("clusters").collect::<Vec<_>>() {
            let mut parts = self.base();
            parts.extend(self.layers(node));
            self.add(name.clone(), &[None; 3], parts, node.key_span);
        }
    }

    fn base(&mut self) -> Vec<Part> {
        let base = self.root.get("base");
        base.map(|base| self.layers(base)).unwrap_or_default()
    }

    fn add(&mut self, name: String, place: &Place<'_>, layers: Vec<Part>, span: Option<Span>) {
        let letters = |part: &str| {
            !part.is_empty()
                && !part.starts_with('.')
                && part.chars().all(|c| c.is_ascii_alphanumeric() || "._-".contains(c))
        };
        // What is left of a word in braces is told already.
        if self.findings.iter().any(|found| found.span == span && found.code.id == NO_SUCH_PART.id) {
            return;
        }
        if !name.split('/').all(letters) {
            let message = format!("invalid cluster name `{name}`: cluster names are also folder names");
            let help = "use letters, digits, `.`, `_` and `-`, with `/` between folders";
            return self.tell(&CLUSTER_NAME, message, span, help);
        }
        if let Some((_, first)) = self.named.get(&name) {
            let finding = Diagnostic::new(&CLUSTER_NAME, format!("two clusters are named `{name}`"))
                .span(span)
                .label(first.filter(|first| Some(*first) != span), "first one defined here")
                .help("include every part that distinguishes clusters, such as `{environment}-{region}`");
            if !self.findings.iter().any(|found| found.span == span && found.code.id == CLUSTER_NAME.id) {
                self.findings.push(finding);
            }
            return;
        }
        let option = |listing: &mut Self, key: &str| {
            let (template, span) = listing.text(key)?;
            Some(listing.filled(template, span, place, Some(&name)))
        };
        let namespace = option(self, "namespace");
        let release = option(self, "release");
        let context = option(self, "context");
        let cluster = Cluster { name: name.clone(), layers, namespace, release, context };
        self.named.insert(name, (cluster, span));
    }

    /// A template with what is in braces in its place.
    fn filled(
        &mut self,
        template: &str,
        span: Option<Span>,
        place: &Place<'_>,
        name: Option<&str>,
    ) -> String {
        let mut filled = template.to_owned();
        for ((_, word), value) in AXES.iter().zip(place) {
            filled = filled.replace(&format!("{{{word}}}"), value.unwrap_or_default());
        }
        if let Some(name) = name {
            filled = filled.replace("{name}", &name.replace('/', "-"));
        }
        let left = filled.split_once('{').and_then(|(_, rest)| rest.split_once('}'));
        if let Some((word, _)) = left {
            let message = format!("unknown placeholder {{{word}}}");
            let words = if name.is_some() { ", {name}" } else { "" };
            let help = format!("use {{environment}}, {{region}}, {{cell}}{words}");
            if !self.findings.iter().any(|found| found.span == span) {
                self.tell(&NO_SUCH_PART, message, span, &help);
            }
        }
        filled
    }

    fn named_parts_are_there(&mut self, condition: &Node) {
        for (key, word) in AXES {
            let names: Vec<&str> = self.record(key).map(|(name, _)| name.as_str()).collect();
            let wanted = condition.get(key).and_then(Node::as_list).unwrap_or_default();
            for item in wanted {
                let Some(name) = item.as_text().filter(|name| !names.contains(name)) else { continue };
                let help = match suggest::nearest(name, names.iter().copied()) {
                    Some(near) => format!("did you mean `{near}`?"),
                    None if names.is_empty() => format!("the fleet has no `{key}`"),
                    None => format!("`{key}` in this fleet: {}", names.join(", ")),
                };
                self.tell(&NO_SUCH_PART, format!("unknown {word} `{name}`"), item.span, &help);
            }
        }
    }

    /// The layers that a value represents.
    fn layers(&mut self, node: &Node) -> Vec<Part> {
        let span = node.span.or(node.key_span);
        match &node.value {
            Value::Record(_) => {
                vec![Part::Record(Arc::new(Record { node: node.clone(), sources: Arc::clone(self.sources) }))]
            }
            Value::List(items) => items.iter().flat_map(|item| self.layers(item)).collect(),
            Value::Text(path) => self.file(path, span).into_iter().map(Part::File).collect(),
            _ => {
                let message = format!("a layer is a path or a record, but this is {}", node.value.kind());
                let help = "write a path such as \"base.ncl\", a record, or a list of them";
                self.tell(&NO_LAYER, message, span, help);
                Vec::new()
            }
        }
    }

    fn file(&mut self, path: &str, span: Option<Span>) -> Option<PathBuf> {
        let whole = self.folder.join(path);
        let endings = ["ncl", "yaml", "yml", "json"];
        let ending = whole.extension().and_then(|ending| ending.to_str());
        if !ending.is_some_and(|ending| endings.contains(&ending)) {
            let message = format!("`{path}` has no file extension of a configuration");
            self.tell(&NO_LAYER, message, span, "a layer's file ends with .ncl, .yaml, .yml or .json");
            return None;
        }
        if !is_project_file(self.folder, Path::new(path)) {
            let message = format!("this project has no file `{path}`");
            self.tell(
                &NO_LAYER,
                message,
                span,
                "the path of a layer is relative to the fleet file; --allow-import allows another folder",
            );
            return None;
        }
        Some(whole)
    }

    fn record(&self, key: &str) -> impl Iterator<Item = (&'n String, &'n Node)> + use<'n> {
        self.root.get(key).and_then(Node::as_record).into_iter().flatten()
    }

    fn list(&self, key: &str) -> impl Iterator<Item = &'n Node> + use<'n> {
        self.root.get(key).and_then(Node::as_list).into_iter().flatten()
    }

    fn text(&self, key: &str) -> Option<(&'n str, Option<Span>)> {
        let node = self.root.get(key)?;
        Some((node.as_text()?, node.span))
    }

    fn tell(&mut self, code: &'static Code, message: String, span: Option<Span>, help: &str) {
        // The base stands below every cluster, and is wrong once.
        let again = |found: &Diagnostic| found.span == span && found.message == message;
        if !self.findings.iter().any(again) {
            self.findings.push(Diagnostic::new(code, message).at(KeyPath::root()).span(span).help(help));
        }
    }
}

/// Whether a condition holds at a place of the matrix: each axis that it names has to be one of those it names.
fn holds(condition: &Node, place: &Place<'_>) -> bool {
    AXES.iter().zip(place).all(|((key, _), at)| {
        let Some(names) = condition.get(*key).and_then(Node::as_list) else { return true };
        names.iter().any(|name| name.as_text() == *at)
    })
}

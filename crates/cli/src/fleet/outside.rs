//! Objects outside of any namespace, such as cluster roles, that several clusters of a fleet have.
//!
//! Two clusters in one Kubernetes cluster would overwrite each other's. Clusters of one release in one namespace are in
//! different Kubernetes clusters in any case, so they share nothing.

use crate::input::Built;
use crate::report::Finding;
use pulsarc_compiler::SHARED_NAME;
use pulsarc_compiler::levels::{Levels, counted};
use pulsarc_diag::render::{self, Color};
use pulsarc_diag::{Diagnostic, Findings, KeyPath, Segment, Sources, Span};
use pulsarc_diff::is_cluster_wide;
use pulsarc_kube::Object;
use pulsarc_model::{Node, Origin};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// The longest line that is kept for a finding, in bytes.
const LONGEST_LINE: usize = 400;

/// What a cluster has outside of its namespace.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Outside {
    /// A name that no two clusters in one Kubernetes cluster share: that of its first workload.
    installation: String,
    objects: Vec<Named>,
}

/// An object, and the line of the configuration that asks for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Named {
    /// Its kind and name, such as `ClusterRole/pulsar-broker`.
    object: String,
    place: Option<Line>,
}

/// A line of a file, and a range of bytes in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Line {
    file: String,
    number: usize,
    text: String,
    start: usize,
    end: usize,
}

impl Outside {
    /// What a built cluster has outside of its namespace.
    pub(super) fn of(built: &Built) -> Self {
        let objects = &built.compiled.objects;
        let outside = objects.iter().filter(|object| is_cluster_wide(object.kind()));
        let named = outside.map(|object| Named {
            object: format!("{}/{}", object.kind(), object.name()),
            place: span(object, built).and_then(|span| Line::of(span, &built.compiled.sources)),
        });
        let objects: Vec<Named> = named.collect();
        if objects.is_empty() {
            return Self::default();
        }
        let workloads = built.compiled.objects.iter().filter(|object| object.pod_template().is_some());
        let first = workloads.map(|object| {
            format!("{}/{}/{}", object.namespace().unwrap_or_default(), object.kind(), object.name())
        });
        Self { installation: first.min().unwrap_or_default(), objects }
    }

    /// Whether there is nothing.
    pub(super) fn is_empty(&self) -> bool {
        self.objects.is_empty()
    }
}

/// The user's words that an object is made of.
fn span(object: &Object, built: &Built) -> Option<Span> {
    let root = built.compiled.tree.as_ref()?;
    if object.is_foreign() {
        return foreign(object, root);
    }
    let key = match object.kind() {
        "Namespace" => return root.users_span(&KeyPath::parse("namespaceCreate")),
        "StorageClass" => "storageClass",
        _ => "limit_to_namespace",
    };
    let mut found = Vec::new();
    users_keys(root, key, &mut KeyPath::root(), &mut found);
    // The block that the name of the object ends with, such as `broker`, if several have the key.
    let is_of = |path: &KeyPath| {
        path.segments().iter().any(
            |segment| matches!(segment, Segment::Key(key) if object.name().contains(&key.replace('_', "-"))),
        )
    };
    let path = found.iter().find(|path| is_of(path)).or(found.first())?;
    root.users_span(path)
}

/// The paths of the keys of this name that the user wrote.
fn users_keys(node: &Node, name: &str, path: &mut KeyPath, found: &mut Vec<KeyPath>) {
    for (key, entry) in node.as_record().into_iter().flatten() {
        if entry.origin != Origin::User {
            continue;
        }
        path.push(Segment::Key(key.clone()));
        if key == name {
            found.push(path.clone());
        }
        users_keys(entry, name, path, found);
        path.pop();
    }
}

/// The name of an object that the user wrote whole.
fn foreign(object: &Object, root: &Node) -> Option<Span> {
    let extra = KeyPath::parse("extraDeploy");
    let text = |node: &Node, path: &str| node.get(path).and_then(Node::as_text).map(str::to_owned);
    let is_it = |node: &Node| {
        text(node, "kind").as_deref() == Some(object.kind())
            && text(node, "metadata.name").as_deref() == Some(object.name())
    };
    let items = root.get(&extra).and_then(Node::as_list).unwrap_or_default();
    let at = items.iter().position(is_it);
    let path = at.map_or(extra.clone(), |at| extra.index(at).key("metadata").key("name"));
    root.users_span(&path)
}

impl Line {
    fn of(span: Span, sources: &Sources) -> Option<Self> {
        let source = sources.get(span.source);
        let range = span.range();
        let start = source.text.get(..range.start)?.rfind('\n').map_or(0, |at| at + 1);
        let text = source.text[start..].lines().next().filter(|text| text.len() <= LONGEST_LINE)?;
        let end = (range.end - start).min(text.len());
        Some(Self {
            file: source.name.clone(),
            number: sources.locate(span.source, range.start).line,
            text: text.to_owned(),
            start: range.start - start,
            end,
        })
    }

    /// The place among sources that have this line alone.
    fn span(&self, sources: &mut Sources) -> Option<Span> {
        // A report may have been written by anybody.
        let is_range = self.text.get(self.start..self.end).is_some() && !self.text.contains('\n');
        let before = self.number.checked_sub(1).filter(|lines| is_range && *lines < 1 << 24)?;
        let source = sources.add(self.file.clone(), "\n".repeat(before) + &self.text);
        Some(Span::new(source, before + self.start..before + self.end))
    }
}

/// A finding about a name that clusters share.
pub(super) struct SharedName {
    /// The clusters that have it.
    pub(super) clusters: Vec<String>,
    pub(super) finding: Finding,
    /// With its lines.
    pub(super) text: String,
}

/// The names that clusters share; each cluster is given by its name.
pub(super) fn shared(clusters: &[(&str, &Outside)], levels: &Levels, color: Color) -> Vec<SharedName> {
    let mut all: BTreeMap<&str, Vec<(&str, &Outside, &Named)>> = BTreeMap::new();
    for &(cluster, outside) in clusters {
        for named in &outside.objects {
            all.entry(&named.object).or_default().push((cluster, outside, named));
        }
    }
    let mut found = Vec::new();
    for (object, mut having) in all {
        let mut installations = BTreeSet::new();
        having.retain(|(_, outside, _)| installations.insert(&outside.installation));
        let [(first, _, one), (second, _, other), ..] = having[..] else { continue };
        let mut sources = Sources::default();
        let message = format!(
            "{object} is in clusters `{first}` and `{second}`: in one Kubernetes cluster, the one that is applied last \
             replaces it, and deleting either cluster deletes it for both"
        );
        let span = other.place.as_ref().and_then(|place| place.span(&mut sources));
        let mut shared = Diagnostic::new(&SHARED_NAME, message).span(span).help(
            "use another release name in one of them; if they are in different Kubernetes clusters, \
             accept it with --allow PUL0034",
        );
        if let Some(span) = one.place.as_ref().and_then(|place| place.span(&mut sources)) {
            shared = shared.label(span, format!("`{first}` has it too"));
        }
        let names: Vec<String> = having.iter().map(|(cluster, ..)| (*cluster).to_owned()).collect();
        let mut findings = Findings::default();
        findings.push(shared);
        let built = pulsarc_compiler::Built { findings, sources, ..pulsarc_compiler::Built::default() };
        found.extend(counted(&built, levels).into_iter().map(|counted| SharedName {
            clusters: names.clone(),
            text: render::text(std::slice::from_ref(&counted), &built.sources, color).into_string(),
            finding: Finding::of(&counted, &built.sources),
        }));
    }
    found
}

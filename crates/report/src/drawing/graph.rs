//! What is drawn: the nodes with their words, and one link for all that a node dials at another in the same way.

use pulsarc_export::{ConnectionGraph, RunningComponent};
use std::collections::BTreeMap;

/// A letter of a node's title, and of its smaller words, in pixels; no letter of the fonts that are used is wider on
/// average.
const TITLE_LETTER: f64 = 8.4;
const SMALL_LETTER: f64 = 6.7;
/// The room beside a node's words.
const PADDING: f64 = 28.0;
/// The letters of a line of ports, and of a title: longer ones are cut, and whole in the tables.
const LINE: usize = 32;
/// The room that the words of one outgoing link take.
pub(super) const LINK_WIDTH: f64 = 116.0;

/// What a node represents.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Standing {
    /// A component of the cluster.
    Component,
    /// Somebody outside: clients, functions, a server that is not the cluster's.
    Outside,
}

/// Something that dials or is dialled.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Node {
    pub(super) title: String,
    pub(super) standing: Standing,
    pub(super) pods: i32,
    /// The smaller words, line by line.
    pub(super) lines: Vec<String>,
    pub(super) width: f64,
}

/// What a node dials at another over TLS, or plainly.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Link {
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) tls: bool,
    /// Protocols and ports.
    pub(super) words: Vec<String>,
}

/// Nodes, and links between them.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Graph {
    pub(super) nodes: Vec<Node>,
    pub(super) links: Vec<Link>,
}

impl Graph {
    pub(super) fn of(topology: &ConnectionGraph) -> Self {
        let mut nodes: Vec<Node> = topology.components.iter().map(component).collect();
        let mut at: BTreeMap<String, usize> = topology
            .components
            .iter()
            .enumerate()
            .map(|(at, component)| (component.name.clone(), at))
            .collect();
        let mut links: BTreeMap<(usize, usize, bool), Vec<String>> = BTreeMap::new();
        for edge in &topology.edges {
            let [from, to] = [&edge.from, &edge.to].map(|name| {
                *at.entry(name.clone()).or_insert_with(|| {
                    nodes.push(outside(name));
                    nodes.len() - 1
                })
            });
            links.entry((from, to, edge.tls)).or_default().push(format!("{} {}", edge.protocol, edge.port));
        }
        let links: Vec<Link> =
            links.into_iter().map(|((from, to, tls), words)| Link { from, to, tls, words }).collect();
        for (at, node) in nodes.iter_mut().enumerate() {
            let outgoing = links.iter().filter(|link| link.from == at).count();
            node.width = node.width.max(real(outgoing) * LINK_WIDTH);
        }
        Self { nodes, links }
    }
}

fn component(component: &RunningComponent) -> Node {
    let kind = component.workload.split('/').next().unwrap_or_default();
    let pods =
        if component.replicas == 1 { "1 pod".to_owned() } else { format!("{} pods", component.replicas) };
    let lines = std::iter::once(format!("{kind}, {pods}"))
        .chain(spread(component).into_iter().map(|line| cut(&line)))
        .chain(wrapped(&ports(component)));
    node(&component.name, Standing::Component, component.replicas, lines.collect())
}

fn outside(name: &str) -> Node {
    let what = match name {
        "clients" => "producers, consumers, admins",
        "functions" => "pods of functions",
        _ => "outside this cluster",
    };
    node(&without_credentials(name), Standing::Outside, 0, vec![what.to_owned()])
}

fn node(title: &str, standing: Standing, pods: i32, lines: Vec<String>) -> Node {
    let title = cut(title);
    let longest = lines.iter().map(|line| line.chars().count()).max().unwrap_or_default();
    let words = (real(title.chars().count()) * TITLE_LETTER).max(real(longest) * SMALL_LETTER);
    Node { title, standing, pods, lines, width: (words + PADDING).max(150.0) }
}

/// The ports of a component's pods: `http 8080`.
pub(super) fn ports(component: &RunningComponent) -> Vec<String> {
    component.ports.iter().map(|port| format!("{} {}", port.name, port.port).trim().to_owned()).collect()
}

/// How a component's pods are spread: `spread over zones (preferred)`.
pub(super) fn spread(component: &RunningComponent) -> Vec<String> {
    let place = |label: &str| match label {
        "kubernetes.io/hostname" => "nodes".to_owned(),
        "topology.kubernetes.io/zone" => "zones".to_owned(),
        "topology.kubernetes.io/region" => "regions".to_owned(),
        other => other.to_owned(),
    };
    let how = |required| if required { "required" } else { "preferred" };
    component
        .spread
        .iter()
        .map(|it| format!("spread over {} ({})", place(&it.over), how(it.required)))
        .collect()
}

/// A host without the user and password that a URL may put before it.
pub(super) fn without_credentials(host: &str) -> String {
    host.rsplit('@').next().unwrap_or_default().to_owned()
}

fn cut(text: &str) -> String {
    if text.chars().count() <= LINE {
        return text.to_owned();
    }
    text.chars().take(LINE - 1).chain(['…']).collect()
}

/// Words in lines of the same length at most.
fn wrapped(words: &[String]) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in words.iter().map(|word| cut(word)) {
        match lines.last_mut() {
            Some(line) if line.chars().count() + word.chars().count() + 3 <= LINE => {
                line.push_str(" · ");
                line.push_str(&word);
            }
            _ => lines.push(word),
        }
    }
    lines
}

/// A small count as a length.
pub(super) fn real(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}

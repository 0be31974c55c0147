//! Which layer each node is in, what passes through the layers between, and the order within each.
//!
//! The way of Sugiyama, Tagawa and Toda: layers by the longest path, bends where a link passes a layer, and an order
//! by the mean of the neighbours. Links to the same node share their bends, so that what all dial is one trunk.

use super::graph::{Graph, real};
use std::collections::BTreeMap;

/// Something in a layer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Item {
    /// A node.
    Node(usize),
    /// Where links to a node, secured or not, pass a layer.
    Bend { to: usize, tls: bool, layer: usize },
}

/// A piece of a link, from a layer to the next.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Piece {
    pub(super) upper: Item,
    pub(super) lower: Item,
    pub(super) tls: bool,
    /// The link, where it begins with this piece.
    pub(super) link: Option<usize>,
    /// Whether the arrow's head is at the upper end: a link that closes a circle is drawn upwards.
    pub(super) upwards: bool,
}

/// Items in layers, from left to right, and the pieces between them.
#[derive(Debug, Default)]
pub(super) struct Layers {
    pub(super) rows: Vec<Vec<Item>>,
    pub(super) pieces: Vec<Piece>,
}

pub(super) fn of(graph: &Graph) -> Layers {
    let closing = closing(graph);
    let ranks = ranks(graph, &closing);
    let mut rows: Vec<Vec<Item>> = vec![Vec::new(); ranks.iter().max().map_or(0, |last| last + 1)];
    for (node, rank) in ranks.iter().enumerate() {
        rows[*rank].push(Item::Node(node));
    }
    let mut pieces: Vec<Piece> = Vec::new();
    for (at, link) in graph.links.iter().enumerate() {
        let upwards = closing[at];
        let (top, bottom) = if upwards { (link.to, link.from) } else { (link.from, link.to) };
        let mut upper = Item::Node(top);
        for layer in ranks[top] + 1..=ranks[bottom] {
            let last = layer == ranks[bottom];
            let lower =
                if last { Item::Node(bottom) } else { Item::Bend { to: bottom, tls: link.tls, layer } };
            if !rows[layer].contains(&lower) {
                rows[layer].push(lower);
            }
            let begins = upper == Item::Node(top);
            let piece = Piece { upper, lower, tls: link.tls, link: begins.then_some(at), upwards };
            if begins || !pieces.iter().any(|other| (other.upper, other.lower) == (upper, lower)) {
                pieces.push(piece);
            }
            upper = lower;
        }
    }
    order(&mut rows, &pieces);
    Layers { rows, pieces }
}

/// The links that would close a circle.
fn closing(graph: &Graph) -> Vec<bool> {
    let mut closing = vec![false; graph.links.len()];
    for (at, link) in graph.links.iter().enumerate() {
        let closes = reaches(graph, &closing[..at], link.to, link.from);
        closing[at] = closes;
    }
    closing
}

/// Whether the links before lead from a node to another.
fn reaches(graph: &Graph, closing: &[bool], from: usize, to: usize) -> bool {
    let mut seen = vec![false; graph.nodes.len()];
    let mut next = vec![from];
    while let Some(node) = next.pop() {
        if node == to {
            return true;
        }
        if !std::mem::replace(&mut seen[node], true) {
            let open =
                graph.links.iter().zip(closing).filter(|(link, closes)| link.from == node && !**closes);
            next.extend(open.map(|(link, _)| link.to));
        }
    }
    false
}

/// The layer of each node: below all that dial it; what nobody dials stands right above what it dials.
fn ranks(graph: &Graph, closing: &[bool]) -> Vec<usize> {
    let links: Vec<(usize, usize)> = graph
        .links
        .iter()
        .zip(closing)
        .map(|(link, closes)| if *closes { (link.to, link.from) } else { (link.from, link.to) })
        .filter(|(from, to)| from != to)
        .collect();
    let mut ranks = vec![0; graph.nodes.len()];
    for _ in 0..graph.nodes.len() {
        for (from, to) in &links {
            ranks[*to] = ranks[*to].max(ranks[*from] + 1);
        }
    }
    for node in 0..ranks.len() {
        if links.iter().all(|(_, to)| *to != node) {
            let below = links.iter().filter(|(from, _)| *from == node).map(|(_, to)| ranks[*to]).min();
            ranks[node] = below.map_or(0, |rank| rank - 1);
        }
    }
    ranks
}

/// Orders each layer by where its neighbours stand, downwards and upwards in turn.
fn order(rows: &mut [Vec<Item>], pieces: &[Piece]) {
    for sweep in 0..12 {
        let down = sweep % 2 == 0;
        let count = rows.len();
        for step in 1..count {
            let (row, beside) = if down { (step, step - 1) } else { (count - 1 - step, count - step) };
            let places: BTreeMap<Item, f64> = share(&rows[beside]);
            let own = share(&rows[row]);
            let mean = |item: &Item| {
                let neighbours: Vec<f64> = pieces
                    .iter()
                    .map(|piece| if down { (piece.lower, piece.upper) } else { (piece.upper, piece.lower) })
                    .filter(|(own, _)| own == item)
                    .filter_map(|(_, other)| places.get(&other).copied())
                    .collect();
                if neighbours.is_empty() {
                    own.get(item).copied().unwrap_or_default()
                } else {
                    neighbours.iter().sum::<f64>() / real(neighbours.len())
                }
            };
            let mut items: Vec<(f64, Item)> = rows[row].iter().map(|item| (mean(item), *item)).collect();
            items.sort_by(|one, two| one.0.total_cmp(&two.0));
            rows[row] = items.into_iter().map(|(_, item)| item).collect();
        }
    }
}

/// Where the items of a layer stand, as a share of its width.
fn share(row: &[Item]) -> BTreeMap<Item, f64> {
    row.iter().enumerate().map(|(at, item)| (*item, (real(at) + 0.5) / real(row.len()))).collect()
}

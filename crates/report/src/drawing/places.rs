//! Where everything stands, in pixels.

use super::graph::{Graph, real};
use super::layers::{Item, Layers};
use std::collections::BTreeMap;

const MARGIN: f64 = 12.0;
const BESIDE: f64 = 28.0;
const BEND_WIDTH: f64 = 12.0;
/// The room of a title, and of each smaller line below it.
pub(super) const TITLE_HEIGHT: f64 = 44.0;
pub(super) const LINE_HEIGHT: f64 = 16.0;
/// The room of the pods' row.
pub(super) const PODS_HEIGHT: f64 = 18.0;
/// The room of a link's words, line by line.
pub(super) const WORD_HEIGHT: f64 = 15.0;
/// What a link needs to reach a place beside.
const TURN: f64 = 52.0;

/// A rectangle.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Place {
    pub(super) left: f64,
    pub(super) top: f64,
    pub(super) width: f64,
    pub(super) height: f64,
}

impl Place {
    pub(super) fn middle(&self) -> f64 {
        self.left + self.width / 2.0
    }

    pub(super) fn bottom(&self) -> f64 {
        self.top + self.height
    }
}

/// A piece of a link on its way from a layer to the next.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Way {
    pub(super) from: (f64, f64),
    /// Where its words end and it turns.
    pub(super) turn: f64,
    pub(super) to: (f64, f64),
    pub(super) tls: bool,
    /// The link that begins here.
    pub(super) link: Option<usize>,
    /// Whether it ends at a node's top, with an arrow.
    pub(super) arrives: bool,
    /// Whether it is drawn upwards.
    pub(super) upwards: bool,
}

/// The whole drawing.
#[derive(Debug)]
pub(super) struct Places {
    pub(super) width: f64,
    pub(super) height: f64,
    pub(super) nodes: Vec<(usize, Place)>,
    pub(super) ways: Vec<Way>,
}

pub(super) fn of(graph: &Graph, layers: &Layers) -> Places {
    let columns = columns(graph, layers);
    let mut places = BTreeMap::new();
    let mut turns = Vec::new();
    let mut top = MARGIN;
    for row in &layers.rows {
        let height = row.iter().map(|item| item_height(graph, *item)).fold(0.0, f64::max);
        for item in row {
            let width = item_width(graph, *item);
            let own = if matches!(item, Item::Node(_)) { item_height(graph, *item) } else { height };
            places.insert(*item, Place { left: columns[item] - width / 2.0, top, width, height: own });
        }
        let leaving = |link: usize| row.contains(&Item::Node(graph.links[link].from));
        let words = layers.pieces.iter().filter_map(|piece| piece.link).filter(|link| leaving(*link));
        let lines = words.map(|link| graph.links[link].words.len()).max().unwrap_or_default();
        let turn = top + height + real(lines) * WORD_HEIGHT + if lines > 0 { 14.0 } else { 0.0 };
        turns.push((row.clone(), turn));
        top = turn + TURN;
    }
    let right = places.values().map(|place| place.left + place.width).fold(0.0, f64::max);
    Places {
        width: right + MARGIN,
        height: (top - TURN).max(0.0) + MARGIN,
        ways: ways(layers, &places, &turns),
        nodes: places
            .iter()
            .filter_map(|(item, place)| match item {
                Item::Node(node) => Some((*node, *place)),
                Item::Bend { .. } => None,
            })
            .collect(),
    }
}

fn item_width(graph: &Graph, item: Item) -> f64 {
    match item {
        Item::Node(node) => graph.nodes[node].width,
        Item::Bend { .. } => BEND_WIDTH,
    }
}

fn item_height(graph: &Graph, item: Item) -> f64 {
    let Item::Node(node) = item else { return 0.0 };
    let node = &graph.nodes[node];
    let pods = if node.pods > 0 { PODS_HEIGHT } else { 0.0 };
    TITLE_HEIGHT + real(node.lines.len().saturating_sub(1)) * LINE_HEIGHT + pods + 12.0
}

/// The middle of each item: as near to its neighbours as the order and the widths of its layer let it.
fn columns(graph: &Graph, layers: &Layers) -> BTreeMap<Item, f64> {
    let mut columns: BTreeMap<Item, f64> = BTreeMap::new();
    for row in &layers.rows {
        let wishes = vec![0.0; row.len()];
        columns.extend(row.iter().copied().zip(spaced(graph, row, &wishes)));
    }
    for _ in 0..40 {
        for row in &layers.rows {
            let wishes: Vec<f64> = row.iter().map(|item| wish(*item, layers, &columns)).collect();
            let found = spaced(graph, row, &wishes);
            columns.extend(row.iter().copied().zip(found));
        }
    }
    let left =
        columns.iter().map(|(item, middle)| middle - item_width(graph, *item) / 2.0).fold(f64::MAX, f64::min);
    columns.values_mut().for_each(|middle| *middle = (*middle - left + MARGIN).round());
    columns
}

/// The mean of an item's neighbours; of the neighbours of a bend that of the lower one counts thrice, so that a trunk
/// runs straight down.
fn wish(item: Item, layers: &Layers, columns: &BTreeMap<Item, f64>) -> f64 {
    let (mut sum, mut weight) = (0.0, 0.0);
    for piece in &layers.pieces {
        let (other, weighs) = match item {
            _ if piece.upper == item => {
                (piece.lower, if matches!(item, Item::Bend { .. }) { 3.0 } else { 1.0 })
            }
            _ if piece.lower == item => (piece.upper, 1.0),
            _ => continue,
        };
        sum += columns[&other] * weighs;
        weight += weighs;
    }
    if weight > 0.0 { sum / weight } else { columns[&item] }
}

/// The places nearest to what is wished that keep the order and the room between: neighbours that want the same place
/// are moved together.
fn spaced(graph: &Graph, row: &[Item], wishes: &[f64]) -> Vec<f64> {
    let mut offsets = Vec::with_capacity(row.len());
    let mut offset = 0.0;
    for (at, item) in row.iter().enumerate() {
        if at > 0 {
            offset += (item_width(graph, row[at - 1]) + item_width(graph, *item)) / 2.0 + BESIDE;
        }
        offsets.push(offset);
    }
    // Blocks of items that stand as close as they can: the sum of their wishes, and how many they are.
    let mut blocks: Vec<(f64, usize)> = Vec::new();
    for (wish, offset) in wishes.iter().zip(&offsets) {
        blocks.push((wish - offset, 1));
        while let [.., before, last] = blocks.as_slice() {
            if before.0 / real(before.1) <= last.0 / real(last.1) {
                break;
            }
            let joined = (before.0 + last.0, before.1 + last.1);
            blocks.truncate(blocks.len() - 2);
            blocks.push(joined);
        }
    }
    let bases = blocks.iter().flat_map(|(sum, count)| std::iter::repeat_n(sum / real(*count), *count));
    bases.zip(offsets).map(|(base, offset)| base + offset).collect()
}

fn ways(layers: &Layers, places: &BTreeMap<Item, Place>, turns: &[(Vec<Item>, f64)]) -> Vec<Way> {
    let way = |at: usize| {
        let piece = &layers.pieces[at];
        let turn = turns.iter().find(|(row, _)| row.contains(&piece.upper)).map_or(0.0, |(_, turn)| *turn);
        let (upper, lower) = (places[&piece.upper], places[&piece.lower]);
        Way {
            from: (end(layers, places, at, true), upper.bottom()),
            turn,
            to: (end(layers, places, at, false), lower.top),
            tls: piece.tls,
            link: piece.link,
            arrives: matches!(piece.lower, Item::Node(_)),
            upwards: piece.upwards,
        }
    };
    let passed = layers.rows.iter().flatten().filter_map(|item| match item {
        Item::Bend { tls, .. } => {
            let place = places[item];
            let (x, upwards) = (place.middle(), false);
            let to = (x, place.bottom());
            Some(Way {
                from: (x, place.top),
                turn: place.bottom(),
                to,
                tls: *tls,
                link: None,
                arrives: false,
                upwards,
            })
        }
        Item::Node(_) => None,
    });
    (0..layers.pieces.len()).map(way).chain(passed).collect()
}

/// Where a piece leaves or enters an item: several share its side evenly, in the order of where they come from or go.
fn end(layers: &Layers, places: &BTreeMap<Item, Place>, at: usize, leaves: bool) -> f64 {
    let ends = |piece: &super::layers::Piece| {
        if leaves { (piece.upper, piece.lower) } else { (piece.lower, piece.upper) }
    };
    let (item, _) = ends(&layers.pieces[at]);
    let place = places[&item];
    if matches!(item, Item::Bend { .. }) {
        return place.middle();
    }
    let mut beside: Vec<(f64, usize)> = layers
        .pieces
        .iter()
        .enumerate()
        .filter(|(_, piece)| ends(piece).0 == item)
        .map(|(other, piece)| (places[&ends(piece).1].middle(), other))
        .collect();
    beside.sort_by(|one, two| one.0.total_cmp(&two.0).then(one.1.cmp(&two.1)));
    let rank = beside.iter().position(|(_, other)| *other == at).unwrap_or_default();
    let share = if leaves { place.width } else { (place.width - 32.0).min(real(beside.len()) * 44.0) };
    let start = place.middle() - share / 2.0;
    (start + share * (real(rank) + 0.5) / real(beside.len())).round()
}

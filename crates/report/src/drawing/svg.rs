//! The drawing as SVG: shapes and words; colours and fonts are the style's.

use super::graph::{Graph, Node, Standing, real};
use super::places::{LINE_HEIGHT, PODS_HEIGHT, Place, Places, TITLE_HEIGHT, WORD_HEIGHT, Way};
use maud::{Markup, html};

/// A closed lock, 10 by 12 pixels.
const LOCK: &str = "M1 5h8v7H1zM2.7 5V3.2a2.3 2.3 0 0 1 4.6 0V5";
/// The pods that are drawn one by one.
const PODS: i32 = 12;
/// A letter of a link's words.
const LETTER: f64 = 6.6;

pub(super) fn drawn(graph: &Graph, places: &Places) -> Markup {
    html! {
        svg.cluster role="img" aria-labelledby="drawing-title drawing-desc" viewBox={ "0 0 " (places.width) " " (places.height) }
            width=(places.width) height=(places.height) xmlns="http://www.w3.org/2000/svg" {
            title #drawing-title { "The cluster: who dials whom" }
            desc #drawing-desc { (described(graph)) }
            defs { (arrow("arrow-tls", "tls")) (arrow("arrow-plain", "plain")) }
            @for way in &places.ways { (line(way)) }
            @for way in &places.ways { (words(graph, way)) }
            @for (at, place) in &places.nodes { (node(&graph.nodes[*at], place)) }
        }
    }
}

/// A piece of a line, for the legend.
pub(super) fn sample(tls: bool) -> Markup {
    let class = class(tls);
    html! {
        svg.sample viewBox="0 0 44 14" width="44" height="14" aria-hidden="true" {
            path class={ "line " (class) } d="M0 7H44" {}
            @if tls { rect.behind x="15" y="0" width="14" height="14" {} path.lock d=(LOCK) transform="translate(17 1)" {} }
        }
    }
}

fn class(tls: bool) -> &'static str {
    if tls { "tls" } else { "plain" }
}

/// What the drawing shows, for who hears it; the tables say all.
fn described(graph: &Graph) -> String {
    let components = graph.nodes.iter().filter(|node| node.standing == Standing::Component).count();
    let secured = graph.links.iter().filter(|link| link.tls).count();
    format!(
        "{components} components; {secured} of {} connections between them and with the outside are over TLS. The tables below list each.",
        graph.links.len()
    )
}

fn arrow(id: &str, class: &str) -> Markup {
    html! {
        marker id=(id) class={ "head " (class) } viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8"
            markerUnits="userSpaceOnUse" orient="auto-start-reverse" {
            path d="M0 0L8 4L0 8z" {}
        }
    }
}

fn line(way: &Way) -> Markup {
    let ((x, y), turn, (to_x, to_y)) = (way.from, way.turn, way.to);
    let half = ((turn + to_y) / 2.0).round();
    let path = format!("M{x} {y}V{turn}C{x} {half} {to_x} {half} {to_x} {to_y}");
    let class = class(way.tls);
    let head = format!("url(#arrow-{class})");
    let down = (way.arrives && !way.upwards).then_some(&head);
    let up = (way.link.is_some() && way.upwards).then_some(&head);
    html! { path class={ "line " (class) } d=(path) marker-end=[down] marker-start=[up] {} }
}

/// What is spoken, and where; with a lock where it is secured.
fn words(graph: &Graph, way: &Way) -> Markup {
    let Some(link) = way.link.map(|link| &graph.links[link]) else { return html! {} };
    let longest = link.words.iter().map(|word| word.chars().count()).max().unwrap_or_default();
    let lock = if link.tls { 15.0 } else { 0.0 };
    let width = real(longest) * LETTER + lock + 8.0;
    let height = real(link.words.len()) * WORD_HEIGHT;
    let (x, y) = way.from;
    let left = x - width / 2.0;
    let top = y + 9.0;
    html! {
        g class={ "words " (class(link.tls)) } {
            rect.behind x=(left) y=(top) width=(width) height=(height) rx="3" {}
            @if link.tls { path.lock d=(LOCK) transform={ "translate(" (left + 3.0) " " (top + height / 2.0 - 6.5) ")" } {} }
            @for (at, word) in link.words.iter().enumerate() {
                text x=(left + 4.0 + lock) y=(top + real(at) * WORD_HEIGHT + 11.5) { (word) }
            }
        }
    }
}

fn node(node: &Node, place: &Place) -> Markup {
    let outside = node.standing == Standing::Outside;
    let x = place.left + 14.0;
    let pods = if node.pods > 0 { PODS_HEIGHT } else { 0.0 };
    html! {
        g class={ "node" @if outside { " outside" } } {
            rect x=(place.left) y=(place.top) width=(place.width) height=(place.height) rx=(if outside { 22 } else { 9 }) {}
            text.title x=(x) y=(place.top + 22.0) { (node.title) }
            @for at in 0..node.pods.clamp(0, PODS) {
                rect.pod x=(x + f64::from(at) * 13.0) y=(place.top + 31.0) width="10" height="10" rx="2.5" {}
            }
            @if node.pods > PODS {
                text x=(x + f64::from(PODS) * 13.0 + 2.0) y=(place.top + 40.0) { "+" (node.pods - PODS) }
            }
            @for (at, line) in node.lines.iter().enumerate() {
                text x=(x) y=(place.top + TITLE_HEIGHT - 4.0 + pods + real(at) * LINE_HEIGHT) { (line) }
            }
        }
    }
}

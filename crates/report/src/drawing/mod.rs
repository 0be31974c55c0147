//! The cluster drawn: its components in layers, those who dial above those who are dialled.
//!
//! A topology becomes a [`graph`], the graph gets [`layers`], the layers get [`places`], and [`svg`] writes them. The
//! drawing is never the only place where something stands: two tables beside it say the same.

mod graph;
mod layers;
mod places;
mod svg;

use graph::Graph;
use maud::{Markup, html};
use pulsarc_export::{ConnectionGraph, RunningComponent};

/// The drawing, its legend, and the two tables that say the same.
pub(crate) fn part(topology: &ConnectionGraph) -> Markup {
    let graph = Graph::of(topology);
    let layers = layers::of(&graph);
    let places = places::of(&graph, &layers);
    html! {
        // The drawing keeps its size on a narrow screen; its frame scrolls, by keyboard too.
        figure.drawing {
            div.scroll role="group" aria-label="Drawing of the cluster" tabindex="0" {
                (svg::drawn(&graph, &places))
            }
            figcaption {
                span.key { (svg::sample(true)) " over TLS" }
                span.key { (svg::sample(false)) " plain" }
                span.key { span.dot {} " one pod" }
                span { "Each component is drawn above the components it dials." }
                span.narrow { "Swipe sideways to see all of it." }
            }
        }
        details {
            summary { "The same as tables" }
            (components(&topology.components))
            (connections(topology))
        }
    }
}

fn components(components: &[RunningComponent]) -> Markup {
    html! {
        div.scroll role="group" aria-label="Components" tabindex="0" {
            table {
                caption { "Components" }
                thead { tr {
                    th scope="col" { "Component" } th scope="col" { "Object" } th.number scope="col" { "Pods" }
                    th scope="col" { "Ports" } th scope="col" { "Placed" }
                } }
                tbody {
                    @for component in components {
                        tr {
                            th scope="row" { (component.name) }
                            td { code { (component.workload) } }
                            td.number { (component.replicas) }
                            td { (graph::ports(component).join(", ")) }
                            td { (graph::spread(component).join(", ")) }
                        }
                    }
                }
            }
        }
    }
}

fn connections(topology: &ConnectionGraph) -> Markup {
    html! {
        div.scroll role="group" aria-label="Connections" tabindex="0" {
            table {
                caption { "Connections" }
                thead { tr {
                    th scope="col" { "Who dials" } th scope="col" { "Whom" } th scope="col" { "Protocol" }
                    th.number scope="col" { "Port" } th scope="col" { "Secured" }
                } }
                tbody {
                    @for edge in &topology.edges {
                        tr {
                            th scope="row" { (edge.from) }
                            td { (graph::without_credentials(&edge.to)) }
                            td { (edge.protocol) }
                            td.number { (edge.port) }
                            td { @if edge.tls { span.tls { "TLS" } } @else { span.plain { "plain" } } }
                        }
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use pulsarc_export::Edge;

    fn topology(edges: &[(&str, &str, bool)]) -> ConnectionGraph {
        let mut names: Vec<&str> = edges.iter().flat_map(|(from, to, _)| [*from, *to]).collect();
        names.sort_unstable();
        names.dedup();
        let component = |name: &&str| RunningComponent {
            name: (*name).to_owned(),
            workload: format!("StatefulSet/{name}"),
            replicas: 3,
            ports: Vec::new(),
            spread: Vec::new(),
        };
        let edge = |(from, to, tls): &(&str, &str, bool)| Edge {
            from: (*from).to_owned(),
            to: (*to).to_owned(),
            port: 1,
            protocol: "http".to_owned(),
            tls: *tls,
        };
        ConnectionGraph {
            components: names.iter().map(component).collect(),
            edges: edges.iter().map(edge).collect(),
            internal: Vec::new(),
        }
    }

    fn placed(topology: &ConnectionGraph) -> (Graph, places::Places) {
        let graph = Graph::of(topology);
        let places = places::of(&graph, &layers::of(&graph));
        (graph, places)
    }

    #[test]
    fn nothing_overlaps_and_everything_is_within() {
        let all = ["a", "b", "c", "d", "e", "f"];
        let every: Vec<(&str, &str, bool)> = all
            .iter()
            .enumerate()
            .flat_map(|(at, from)| all[at + 1..].iter().map(move |to| (*from, *to, at % 2 == 0)))
            .collect();
        let star: Vec<(&str, &str, bool)> = all[1..].iter().map(|from| (*from, "a", false)).collect();
        let circle = [("a", "b", true), ("b", "c", true), ("c", "a", false), ("a", "a", true)];
        for edges in [&every[..], &star, &circle, &[]] {
            let topology = topology(edges);
            let (graph, places) = placed(&topology);
            assert_eq!(places.nodes.len(), topology.components.len());
            for (at, place) in &places.nodes {
                assert!(place.left >= 0.0 && place.left + place.width <= places.width, "{place:?}");
                assert!(place.top >= 0.0 && place.bottom() <= places.height, "{place:?}");
                for (_, other) in places.nodes.iter().filter(|(other, _)| other != at) {
                    let beside =
                        place.left + place.width <= other.left || other.left + other.width <= place.left;
                    let above = place.bottom() <= other.top || other.bottom() <= place.top;
                    assert!(beside || above, "{place:?} and {other:?}");
                }
            }
            let drawn = places.ways.iter().filter(|way| way.link.is_some()).count();
            let links = graph.links.iter().filter(|link| link.from != link.to).count();
            assert_eq!(drawn, links);
        }
    }

    #[test]
    fn clients_are_above_servers() {
        let (graph, places) = placed(&topology(&[
            ("proxy", "broker", true),
            ("broker", "store", true),
            ("proxy", "store", false),
        ]));
        let top = |name: &str| {
            let found = places.nodes.iter().find(|(at, _)| graph.nodes[*at].title == name);
            found.expect("it is drawn").1.top
        };
        assert!(top("proxy") < top("broker") && top("broker") < top("store"));
    }

    #[test]
    fn a_secret_in_a_host_is_redacted() {
        let mut outside = topology(&[("proxy", "me:s3cret@host", false)]);
        outside.components.clear();
        let html = part(&outside).into_string();
        assert!(html.contains(">host<") && !html.contains("s3cret"), "{html}");
        assert_eq!(graph::without_credentials("me:s3cret@host"), "host");
    }
}

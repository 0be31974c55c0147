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
use pulsarc_export::{Component, Topology};

/// The drawing, its legend, and the two tables that say the same.
pub(crate) fn part(topology: &Topology) -> Markup {
    let graph = Graph::of(topology);
    let layers = layers::of(&graph);
    let places = places::of(&graph, &layers);
    html! {
        // The drawing keeps its size on a narrow screen; its frame scrolls, by keyboard too.
        figure.drawing {
            div.scroll role="region" aria-label="Drawing of the cluster" tabindex="0" {
                (svg::drawn(&graph, &places))
            }
            figcaption {
                span.key { (svg::sample(true)) " over TLS" }
                span.key { (svg::sample(false)) " plain" }
                span.key { span.dot {} " one pod" }
                span { "Whoever dials stands above whom it dials." }
            }
        }
        details {
            summary { "The same as tables" }
            (components(&topology.components))
            (connections(topology))
        }
    }
}

fn components(components: &[Component]) -> Markup {
    html! {
        div.scroll role="region" aria-label="Components" tabindex="0" {
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

fn connections(topology: &Topology) -> Markup {
    html! {
        div.scroll role="region" aria-label="Connections" tabindex="0" {
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

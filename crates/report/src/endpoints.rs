//! Where the cluster is reached.

use maud::{Markup, html};
use pulsarc_export::{Endpoints, ServiceEndpoint};

/// The URLs that people ask for, the services and the ingresses.
pub(crate) fn part(endpoints: &Endpoints) -> Markup {
    let first = [
        ("Producers and consumers", &endpoints.client),
        ("Admin API", &endpoints.admin),
        ("Functions API", &endpoints.functions),
    ];
    html! {
        dl.urls {
            @for (what, url) in first {
                @if let Some(url) = url { div { dt { (what) } dd { code { (url) } } } }
            }
        }
        @if !endpoints.services.is_empty() { (services(&endpoints.services)) }
        @if !endpoints.ingresses.is_empty() {
            div.scroll role="group" aria-label="Ingresses" tabindex="0" {
                table {
                    caption { "Ingresses" }
                    thead { tr { th scope="col" { "Ingress" } th scope="col" { "From outside" } th scope="col" { "To" } } }
                    tbody {
                        @for ingress in &endpoints.ingresses {
                            tr { th scope="row" { (ingress.name) } td { code { (ingress.url) } } td { (ingress.service) } }
                        }
                    }
                }
            }
        }
    }
}

fn services(services: &[ServiceEndpoint]) -> Markup {
    html! {
        div.scroll role="group" aria-label="Services" tabindex="0" {
            table {
                caption { "Services" }
                thead { tr { th scope="col" { "Service" } th scope="col" { "Type" } th scope="col" { "Ports" } } }
                tbody {
                    @for service in services {
                        tr {
                            th scope="row" { (service.name) }
                            td { (service.kind) }
                            td {
                                ul.ports {
                                    @for port in &service.ports {
                                        li {
                                            code { (port.url) } " "
                                            @if port.tls { span.tls { "TLS" } }
                                            @if let Some(node_port) = port.node_port { " node port " (node_port) }
                                        }
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

//! What a cluster guards against: authentication, failures, volumes, and findings that were accepted.

use maud::{Markup, html};
use pulsarc_export::{Accepted, Access, Durability, Volume};

/// Who may use the cluster.
pub(crate) fn access(access: &Access) -> Markup {
    html! {
        dl.facts {
            div {
                dt { "Authentication" }
                dd {
                    @if access.authentication.is_empty() { span.plain { "off" } " everybody who reaches a port is served" }
                    @else { (access.authentication.join("; ")) }
                }
            }
            div {
                dt { "Authorization" }
                dd {
                    @if access.authorization { "on: what a client may do depends on its role" }
                    @else { span.plain { "off" } " every client may do everything" }
                }
            }
            @if !access.super_users.is_empty() && access.authorization {
                div { dt { "Super users" } dd { (access.super_users.join(", ")) } }
            }
        }
    }
}

/// Which failures the cluster survives.
pub(crate) fn durability(durability: &Durability) -> Markup {
    let rows = [
        (
            "Bookies that lose their disks at once, without losing an acknowledged message",
            durability.disks_lost(),
        ),
        ("Bookies that are away, while every topic accepts messages", durability.bookies_away()),
        ("ZooKeeper servers that are away: a majority has to agree", durability.zookeepers_away()),
        ("Brokers that are away, while others serve their topics", durability.brokers_away()),
    ];
    html! {
        @if let Some(quorums) = durability.quorums {
            p.lead {
                "Each message has " (quorums.write) " copies, and is acknowledged once " (quorums.ack) " exist. The messages \
                of a ledger are spread over " (quorums.ensemble) " bookies"
                @if let Some(bookies) = durability.bookies { " of " (bookies) }
                "."
            }
        }
        div.scroll role="group" aria-label="Failures" tabindex="0" {
            table {
                thead { tr { th scope="col" { "Failure" } th.number scope="col" { "Survived" } } }
                tbody {
                    @for (what, survived) in rows {
                        @if let Some(survived) = survived {
                            tr {
                                th scope="row" { (what) }
                                td.number { @if survived == 0 { span.plain { "none" } } @else { (survived) } }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// What pods keep, and on what.
pub(crate) fn volumes(volumes: &[Volume]) -> Markup {
    html! {
        @if volumes.is_empty() {
            p.empty { "No pod claims a volume: a pod that is deleted loses what it has stored." }
        } @else {
            div.scroll role="group" aria-label="Storage" tabindex="0" {
                table {
                    thead { tr {
                        th scope="col" { "Component" } th scope="col" { "Claim" } th scope="col" { "Storage class" }
                        th scope="col" { "Size" } th.number scope="col" { "Pods" }
                    } }
                    tbody {
                        @for volume in volumes {
                            tr {
                                th scope="row" { (volume.component) }
                                td { code { (volume.name) } }
                                td {
                                    @match &volume.class {
                                        Some(class) if class.is_empty() => { "none: a volume has to exist" }
                                        Some(class) => { code { (class) } }
                                        None => { "the default of the Kubernetes cluster" }
                                    }
                                }
                                td { (volume.size) }
                                td.number { (volume.pods) }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// What the configuration accepts, and why.
pub(crate) fn accepted(accepted: &[Accepted]) -> Markup {
    html! {
        @if accepted.is_empty() {
            p.empty { "The configuration accepts no finding." }
        } @else {
            div.scroll role="group" aria-label="Accepted findings" tabindex="0" {
                table {
                    thead { tr { th scope="col" { "Code" } th scope="col" { "Reason" } } }
                    tbody {
                        @for one in accepted {
                            tr { th scope="row" { code { (one.code) } } td { (one.reason) } }
                        }
                    }
                }
            }
        }
    }
}

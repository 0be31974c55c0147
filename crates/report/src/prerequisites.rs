//! What the manifests need and do not contain.

use maud::{Markup, html};
use pulsarc_export::{Needed, Requirements};

/// Everything that has to be there, each with how to create it.
pub(crate) fn part(needed: &Requirements) -> Markup {
    html! {
        @if needed.is_empty() {
            p.empty { "The manifests need nothing that they do not contain." }
        } @else {
            p.lead { "This has to exist before the manifests are applied." }
            div.scroll role="group" aria-label="Prerequisites" tabindex="0" {
                table {
                    thead { tr {
                        th scope="col" { "Kind" } th scope="col" { "Name" } th scope="col" { "Used by" }
                        th scope="col" { "How to get it" }
                    } }
                    tbody { (rows(needed)) }
                }
            }
        }
    }
}

fn rows(needed: &Requirements) -> Markup {
    html! {
        @if let Some(namespace) = &needed.namespace {
            tr {
                th scope="row" { "Namespace" } td { code { (namespace) } } td { "all objects" }
                td { code { "kubectl create namespace " (namespace) } }
            }
        }
        @for kind in &needed.kinds {
            tr {
                th scope="row" { "Kind" } td { code { (kind.kind) } " of " code { (kind.group) } }
                td { (kind.objects) " objects" }
                td {
                    @if let Some(provider) = &kind.provider { "install " (provider) }
                    @if let Some(without) = &kind.without { ", or switch off " (without) }
                }
            }
        }
        @for (kind, list) in needed.objects() {
            @for need in list { (row(kind, need)) }
        }
        @for node in &needed.nodes {
            tr {
                th scope="row" { "Node label" }
                td {
                    code { (node.label) }
                    @if !node.values.is_empty() { ": " (node.values.join(" or ")) }
                }
                td { (node.used_by.join(", ")) }
                td { @if node.least > 1 { (node.least) " different values" } @else { "label nodes with it" } }
            }
        }
    }
}

fn row(kind: &str, need: &Needed) -> Markup {
    html! {
        tr {
            th scope="row" { (kind) }
            td { code { (need.name) } @if !need.keys.is_empty() { " with " (need.keys.join(", ")) } }
            td { (need.used_by.join(", ")) }
            td { @for command in &need.create { code { (command) } br; } }
        }
    }
}

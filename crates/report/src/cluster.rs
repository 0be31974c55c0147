//! The page of a cluster: what it is at a glance, what is wrong with it, and its parts.

use crate::amount::{bytes, cores, count};
use crate::shell::Page;
use crate::{certificates, drawing, endpoints, findings, guarantees, images, prerequisites, resources};
use maud::{Markup, html};
use pulsarc_diag::{Diagnostic, Severity, Sources, sanitize};
use pulsarc_export::{Export, Requirements};
use pulsarc_kube::Object;

/// What the page is about.
#[derive(Debug, Clone, Copy)]
pub struct Report<'a> {
    /// The environment, if the names of the inputs say one: `prod`.
    pub environment: Option<&'a str>,
    /// The release.
    pub release: &'a str,
    /// The namespace that the objects are in.
    pub namespace: &'a str,
    /// The version of Kubernetes that they are for: `1.33`.
    pub kube_version: &'a str,
    /// The files that it was read from, as the user named them.
    pub inputs: &'a [String],
    /// The objects: where something is wrong, those that could be made all the same.
    pub objects: &'a [Object],
    /// What they say of the cluster; none if no object could be made.
    pub export: Option<&'a Export>,
    /// What the manifests need and do not contain; none if there are no manifests.
    pub requirements: Option<&'a Requirements>,
    /// Everything that was found.
    pub diagnostics: &'a [Diagnostic],
    /// The texts that it is about.
    pub sources: &'a Sources,
}

impl Report<'_> {
    /// How many findings are of a severity.
    fn found(&self, severity: Severity) -> usize {
        self.diagnostics.iter().filter(|found| found.severity == severity).count()
    }

    /// Whether the objects are what would be applied: nothing is, where an error was found.
    fn is_whole(&self) -> bool {
        self.found(Severity::Error) == 0
    }
}

/// The page of a cluster.
pub fn cluster(report: &Report<'_>) -> String {
    let mut parts = vec![("findings", "Findings")];
    if report.export.is_some() {
        parts.extend([
            ("cluster", "Cluster"),
            ("access", "Access"),
            ("durability", "Failures"),
            ("resources", "Resources"),
            ("storage", "Storage"),
            ("endpoints", "Endpoints"),
            ("certificates", "Certificates"),
            ("images", "Images"),
            ("accepted", "Accepted findings"),
        ]);
    }
    let environment = report.environment.map(|name| format!("{name}: ")).unwrap_or_default();
    let title = format!("{environment}{} in {}: Pulsar cluster", report.release, report.namespace);
    let page = Page {
        title: &title,
        description: "A Pulsar cluster as configured: components, connections, resources, findings",
        script: None,
        header: header(report),
        parts: &parts,
        main: html! {
            (part("findings", "Findings", &findings::part(report.diagnostics, report.sources)))
            @match report.export {
                Some(export) => { (described(report, export)) }
                None => { p.empty { "This configuration produces no objects, so there is no cluster to show." } }
            }
        },
    }
    .document();
    // Markup is escaped where it is made; what would act on a reader's eyes is shown, and no secret is.
    sanitize::page(&report.sources.secrets().without(&page))
}

fn header(report: &Report<'_>) -> Markup {
    html! {
        p.kind { "Pulsar cluster" }
        h1 { (report.release) @if let Some(environment) = report.environment { " in " (environment) } }
        dl.facts {
            @if let Some(environment) = report.environment { div { dt { "Environment" } dd { (environment) } } }
            @if let Some(cluster) = cluster_name(report.objects) { div { dt { "Cluster" } dd { (cluster) } } }
            div { dt { "Namespace" } dd { (report.namespace) } }
            div { dt { "Kubernetes" } dd { (report.kube_version) } }
            div { dt { "Read from" } dd { @for input in report.inputs { code { (input) } " " } } }
        }
        (tiles(report))
    }
}

/// The name that the cluster has in Pulsar, as the objects' labels say it.
fn cluster_name(objects: &[Object]) -> Option<&str> {
    objects.iter().find_map(|object| object.metadata()?.labels.as_ref()?.get("cluster")).map(String::as_str)
}

/// The cluster in a few numbers.
fn tiles(report: &Report<'_>) -> Markup {
    let (errors, warnings) = (report.found(Severity::Error), report.found(Severity::Warning));
    let findings = match (errors, warnings) {
        (0, 0) => "none".to_owned(),
        (0, some) => count(some, "warning", "warnings"),
        (some, 0) => count(some, "error", "errors"),
        (some, more) => format!("{}, {}", count(some, "error", "errors"), count(more, "warning", "warnings")),
    };
    let state = if errors > 0 {
        "bad"
    } else if warnings > 0 {
        "warned"
    } else {
        "good"
    };
    html! {
        dl.tiles {
            div class=(state) { dt { "Findings" } dd { (findings) } }
            @if let Some(export) = report.export {
                @let total = export.resources.total;
                @let edges = &export.topology.edges;
                @let pods: i32 = export.topology.components.iter().map(|component| component.replicas).sum();
                div { dt { "Components" } dd { (export.topology.components.len()) } }
                div { dt { "Pods" } dd { (pods) } }
                div { dt { "CPU requested" } dd { (cores(total.cpu_request_millicores)) } }
                div { dt { "Memory requested" } dd { (bytes(total.memory_request_bytes)) } }
                div { dt { "Disk" } dd { (bytes(total.disk_bytes)) } }
                div { dt { "Over TLS" } dd { (edges.iter().filter(|edge| edge.tls).count()) " of " (edges.len()) } }
                div { dt { "Objects" } dd { (report.objects.len()) } }
            }
        }
    }
}

fn described(report: &Report<'_>, export: &Export) -> Markup {
    html! {
        @if !report.is_whole() {
            p.draft role="note" {
                strong { "A draft. " }
                "The errors above stop a build, so nothing of this would be applied. It shows the rest of the \
                configuration."
            }
        }
        (part("cluster", "Cluster", &drawing::part(&export.topology)))
        (part("access", "Access", &guarantees::access(&export.access)))
        (part("durability", "Failures", &guarantees::durability(&export.durability)))
        (part("resources", "Resources", &resources::part(&export.resources)))
        (part("storage", "Storage", &guarantees::volumes(&export.volumes)))
        (part("endpoints", "Endpoints", &endpoints::part(&export.endpoints)))
        (part("certificates", "Certificates", &certificates::part(report.objects)))
        (part("images", "Images", &images::part(&export.images)))
        (part("accepted", "Accepted findings", &guarantees::accepted(&export.accepted)))
        @if let Some(needed) = report.requirements {
            (part("prerequisites", "Prerequisites", &prerequisites::part(needed)))
        }
    }
}

/// A part of the page, with its title.
fn part(id: &str, title: &str, content: &Markup) -> Markup {
    html! {
        section.part id=(id) aria-labelledby={ (id) "-title" } {
            h2 id={ (id) "-title" } { (title) }
            (content)
        }
    }
}

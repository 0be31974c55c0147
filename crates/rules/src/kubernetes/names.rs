//! Names fit, and each component has its own.

use pulsarc_component::Cluster;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};
use std::collections::BTreeMap;

/// Name that is too long or not its own.
pub(crate) static CODE: Code = Code {
    id: "PUL0710",
    severity: Severity::Error,
    title: "name that is too long or not its own",
    page: include_str!("names.md"),
};

/// A StatefulSet's pods carry its name and a hash of ten characters in a label of 63.
const STATEFUL: usize = 52;
/// A service's name, and a label.
const SERVICE: usize = 63;

/// A component's block, and the ends of the names of its services after the component's own name.
type Services = (&'static str, &'static [&'static str]);

/// Whether a component is deployed, its names, and whether its pods are a StatefulSet's.
fn deployed(cluster: &Cluster<'_>) -> Vec<(Services, bool)> {
    let on = &cluster.base.components;
    let apart = cluster.is_distributed();
    [
        (cluster.runs_zookeeper(), ("zookeeper", &["", "-headless"][..]), true),
        (on.oxia && apart, ("oxia", &["", "-svc", "-coordinator", "-server"][..]), true),
        (cluster.runs_bookkeeper(), ("bookkeeper", &["", "-init"][..]), true),
        (on.autorecovery && apart, ("autorecovery", &[""][..]), true),
        (cluster.runs_broker(), ("broker", &["", "-headless"][..]), true),
        (cluster.runs_function_worker(), ("function_worker", &["", "-headless"][..]), true),
        (on.proxy, ("proxy", &[""][..]), true),
        (on.toolset, ("toolset", &[""][..]), true),
        (on.pulsar_manager, ("pulsar_manager", &["", "-admin"][..]), true),
        (on.dekaf, ("dekaf", &[""][..]), false),
        (!apart, ("standalone", &["", "-headless"][..]), false),
    ]
    .into_iter()
    .filter_map(|(deployed, services, stateful)| deployed.then_some((services, stateful)))
    .collect()
}

pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    let mut seen: BTreeMap<String, String> = BTreeMap::new();
    for ((block, ends), stateful) in deployed(cluster) {
        let path = format!("{block}.component");
        let Some(component) = cluster.text(&path) else { continue };
        length(cluster, &path, &component, if stateful { STATEFUL } else { SERVICE }, found);
        let clash = ends.iter().find_map(|end| seen.get(&format!("{component}{end}")).cloned());
        if let Some(other) = clash {
            let message = format!(
                "two components have objects of one name ({component}): they would replace one another"
            );
            let told = Diagnostic::new(&CODE, message).help("give one of the two another name");
            found.push(
                cluster.point(told, &[(&path, "one is called so"), (&other, "the other is called so")]),
            );
        }
        seen.extend(ends.iter().map(|end| (format!("{component}{end}"), path.clone())));
    }
    first_letter(cluster, found);
}

fn length(cluster: &Cluster<'_>, path: &str, component: &str, longest: usize, found: &mut Findings) {
    let name = cluster.names.of(component);
    let length = name.chars().count();
    if length > longest {
        let message = format!(
            "the name {name} has {length} characters: Kubernetes cannot make its pods and services beyond {longest}"
        );
        let told = Diagnostic::new(&CODE, message)
            .help("shorten the release's name, fullnameOverride or the component's name");
        found.push(cluster.point(
            told,
            &[
                (path, "the component is named here"),
                ("fullnameOverride", "the beginning is set here"),
                ("nameOverride", "the beginning is set here"),
            ],
        ));
    }
}

/// The name of a service is a label of DNS as it first was: it begins with a letter.
fn first_letter(cluster: &Cluster<'_>, found: &mut Findings) {
    let name = cluster.names.fullname();
    if cluster.is_users("fullnameOverride") && name.starts_with(|first: char| first.is_ascii_digit()) {
        let told = Diagnostic::new(
            &CODE,
            format!("the names of services begin with {name}, and Kubernetes wants a letter there"),
        )
        .help("write a name that begins with a letter");
        found.push(cluster.point(told, &[("fullnameOverride", "")]));
    }
}

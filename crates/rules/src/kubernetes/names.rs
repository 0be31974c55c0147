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
const LONGEST: usize = 52;

pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    let on = &cluster.base.components;
    let deployed = [
        (cluster.runs_zookeeper(), "zookeeper"),
        (cluster.runs_bookkeeper(), "bookkeeper"),
        (on.autorecovery && cluster.is_distributed(), "autorecovery"),
        (cluster.runs_broker(), "broker"),
        (cluster.runs_function_worker(), "function_worker"),
        (on.proxy, "proxy"),
        (on.toolset, "toolset"),
        (on.pulsar_manager, "pulsar_manager"),
        (!cluster.is_distributed(), "standalone"),
    ];
    let mut seen: BTreeMap<String, String> = BTreeMap::new();
    for (_, block) in deployed.into_iter().filter(|(deployed, _)| *deployed) {
        let path = format!("{block}.component");
        let Some(component) = cluster.text(&path) else { continue };
        let name = cluster.names.of(&component);
        if name.chars().count() > LONGEST {
            let told = Diagnostic::new(
                &CODE,
                format!(
                    "the name {name} has {} characters: Kubernetes cannot make its pods beyond {LONGEST}",
                    name.chars().count()
                ),
            )
            .help("shorten the release's name, fullnameOverride or the component's name");
            found.push(cluster.point(
                told,
                &[
                    (&path, "the component is named here"),
                    ("fullnameOverride", "the beginning is set here"),
                    ("nameOverride", "the beginning is set here"),
                ],
            ));
        }
        if let Some(other) = seen.insert(component.clone(), path.clone()) {
            let told = Diagnostic::new(
                &CODE,
                format!("two components are called {component}: their objects would replace one another"),
            )
            .help("give one of the two another name");
            found.push(
                cluster.point(told, &[(&path, "one is called so"), (&other, "the other is called so")]),
            );
        }
    }
}

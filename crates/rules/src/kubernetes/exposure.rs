//! Who can reach the cluster from outside has to say who they are, and what they say is encrypted.

use crate::facts::{given, items};
use pulsarc_component::Cluster;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};
use pulsarc_model::Node;

/// Open cluster on a public address.
pub(crate) static CODE: Code = Code {
    id: "PUL0707",
    severity: Severity::Warning,
    title: "unauthenticated cluster on a public address",
    page: include_str!("exposure.md"),
};

/// A way in from outside: the service, what it leads to, and whether clients show tokens there.
const WAYS: [(&str, &str, bool); 4] = [
    ("proxy.service", "the proxy", true),
    ("standalone.service", "the standalone server", true),
    ("pulsar_manager.service", "Pulsar Manager", false),
    ("pulsar_manager.adminService", "Pulsar Manager's REST interface", false),
];

/// Ranges of addresses, or a load balancer that is said to be internal, are a restriction.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    let on = &cluster.base.components;
    let open = !cluster.base.auth.authentication.enabled;
    for (service, what, shows_tokens) in WAYS {
        let deployed = match service {
            "proxy.service" => on.proxy,
            "standalone.service" => !cluster.is_distributed(),
            _ => on.pulsar_manager,
        };
        let path = format!("{service}.type");
        let kind = given(cluster, &path).filter(|kind| kind == "LoadBalancer" || kind == "NodePort");
        let Some(kind) = kind.filter(|_| deployed && !restricted(cluster, service)) else { continue };
        let ranges = format!("{service}.loadBalancerSourceRanges");
        let tls = served_over_tls(cluster, service);
        let (message, help, other) = if open && shows_tokens {
            (
                format!(
                    "{what} is reachable from outside ({kind}) without authentication; anyone who finds the \
                    address may read and write everything"
                ),
                format!("switch on auth.authentication, or restrict {ranges}"),
                ("auth.authentication.enabled", "authentication switched off here"),
            )
        } else if !shows_tokens {
            (
                format!(
                    "{what} is reachable from outside ({kind}) without TLS; passwords cross the network in \
                    clear text"
                ),
                format!("write {path}: ClusterIP, and use an ingress with TLS"),
                ("pulsar_manager.ingress.enabled", "its ingress set here"),
            )
        } else if !tls {
            (
                format!(
                    "{what} is reachable from outside ({kind}) without TLS; tokens cross the network in clear \
                    text"
                ),
                "switch on TLS, or restrict access".to_owned(),
                ("tls.enabled", "TLS switched off here"),
            )
        } else {
            continue;
        };
        let finding = Diagnostic::new(&CODE, message).help(help);
        found.push(cluster.point(
            finding,
            &[
                (&path, "reachable from outside"),
                (
                    &ranges,
                    "all source addresses allowed \
                here",
                ),
                other,
            ],
        ));
    }
    if open && on.proxy && cluster.is_on("proxy.ingress.enabled") {
        let finding = Diagnostic::new(
            &CODE,
            "the proxy has an ingress without authentication; anyone who finds \
        the address may administer the cluster",
        )
        .help("switch on auth.authentication, or switch off the ingress");
        found.push(cluster.point(
            finding,
            &[
                ("proxy.ingress.enabled", "ingress of the proxy switched on here"),
                ("auth.authentication.enabled", "authentication switched off here"),
            ],
        ));
    }
}

/// Whether a service is for some addresses alone. All of them are no restriction.
fn restricted(cluster: &Cluster<'_>, service: &str) -> bool {
    let ranges = items(cluster, &format!("{service}.loadBalancerSourceRanges"));
    let all = ranges.iter().any(|(_, range)| range.as_text().is_some_and(|range| range.ends_with("/0")));
    let annotations = format!("{service}.annotations");
    let annotated = cluster.root.get(annotations).and_then(Node::as_record);
    let internal = annotated.into_iter().flatten().any(|(key, value)| {
        key.contains("internal")
            || key.contains("source-ranges")
            || value.as_text().is_some_and(|text| text.eq_ignore_ascii_case("internal"))
    });
    internal || (!ranges.is_empty() && !all)
}

/// Whether a service's clients speak TLS with the pods behind it, or with the load balancer before it.
fn served_over_tls(cluster: &Cluster<'_>, service: &str) -> bool {
    let tls = &cluster.base.tls;
    let pods = tls.enabled && (service != "proxy.service" || tls.proxy.enabled);
    let annotations = cluster.root.get(format!("{service}.annotations")).and_then(Node::as_record);
    pods || annotations.into_iter().flatten().any(|(key, _)| key.contains("ssl") || key.contains("tls"))
}

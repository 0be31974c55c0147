//! Who can reach the proxy from outside has to say who they are.

use pulsarc_component::Cluster;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};
use pulsarc_model::Node;

/// Open cluster on a public address.
pub(crate) static CODE: Code = Code {
    id: "PUL0707",
    severity: Severity::Warning,
    title: "open cluster on a public address",
    page: include_str!("exposure.md"),
};

pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    if !cluster.base.components.proxy || cluster.base.auth.authentication.enabled {
        return;
    }
    let kind = cluster.text("proxy.service.type").filter(|kind| kind == "LoadBalancer" || kind == "NodePort");
    let ranges = cluster
        .root
        .get("proxy.service.loadBalancerSourceRanges")
        .and_then(Node::as_list)
        .is_some_and(|ranges| !ranges.is_empty());
    let annotated = cluster.root.get("proxy.service.annotations").and_then(Node::as_record);
    let internal = annotated.is_some_and(|texts| {
        texts.iter().any(|(key, value)| {
            key.contains("internal")
                || value.as_text().is_some_and(|text| text.eq_ignore_ascii_case("internal"))
        })
    });
    if let Some(kind) = kind.filter(|_| !ranges && !internal) {
        let told = Diagnostic::new(&CODE, format!("the proxy is reached from outside ({kind}), and nobody is authenticated: whoever finds the address may read and write everything"))
            .help("switch on auth.authentication, or restrict proxy.service.loadBalancerSourceRanges");
        found.push(cluster.point(
            told,
            &[
                ("proxy.service.type", "the proxy is reached from outside"),
                ("auth.authentication.enabled", "authentication is off"),
            ],
        ));
    }
    if cluster.is_on("proxy.ingress.enabled") {
        let told = Diagnostic::new(&CODE, "the proxy has an ingress, and nobody is authenticated: whoever finds the address may administer the cluster")
            .help("switch on auth.authentication, or the ingress off");
        found.push(cluster.point(
            told,
            &[
                ("proxy.ingress.enabled", "the proxy has an ingress"),
                ("auth.authentication.enabled", "authentication is off"),
            ],
        ));
    }
}

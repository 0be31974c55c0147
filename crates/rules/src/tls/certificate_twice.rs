//! Each certificate has a secret of its own.

use pulsarc_component::Cluster;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};
use std::collections::BTreeMap;

/// Two certificates in one secret.
pub(crate) static CODE: Code = Code {
    id: "PUL0409",
    severity: Severity::Error,
    title: "two certificates in one secret",
    page: include_str!("certificate_twice.md"),
};

/// A certificate's place in `tls`, and whether it is made.
fn made(cluster: &Cluster<'_>) -> Vec<&'static str> {
    let tls = &cluster.base.tls;
    let (zookeeper, bookie) = (tls.zookeeper.enabled, tls.bookie.enabled || tls.zookeeper.enabled);
    let on = &cluster.base.components;
    [
        (on.proxy && tls.proxy.enabled && tls.proxy.create_cert, "proxy"),
        (cluster.runs_broker() && (tls.broker.enabled || bookie), "broker"),
        (
            on.function_worker && tls.function_worker.create_cert && cluster.function_worker_certificate(),
            "function_worker",
        ),
        (!cluster.is_distributed(), "standalone"),
        (cluster.runs_bookkeeper() && bookie, "bookie"),
        (on.autorecovery && zookeeper, "autorecovery"),
        (on.toolset && zookeeper, "toolset"),
        (cluster.runs_zookeeper() && zookeeper, "zookeeper"),
    ]
    .into_iter()
    .filter_map(|(made, name)| made.then_some(name))
    .collect()
}

/// Two would take turns in overwriting one another; over the authority's, nobody trusts anybody.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    if !cluster.base.tls.enabled {
        return;
    }
    let mut seen: BTreeMap<String, String> = BTreeMap::new();
    seen.insert(cluster.authority_secret(), "tls.ca_suffix".to_owned());
    for component in made(cluster) {
        let path = format!("tls.{component}.cert_name");
        let Some(name) = cluster.text(&path) else { continue };
        let secret = cluster.names.certificate_secret(&name);
        if let Some(other) = seen.get(&secret) {
            let told = Diagnostic::new(
                &CODE,
                format!("two certificates are to be kept in the secret {secret}: they overwrite one another"),
            )
            .help("give each a name of its own");
            found
                .push(cluster.point(told, &[(&path, "one is called so"), (other, "the other is called so")]));
        } else {
            seen.insert(secret, path);
        }
    }
}

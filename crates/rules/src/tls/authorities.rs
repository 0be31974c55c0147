//! A bundle of further authorities names some, and has the cluster's own to add them to.

use pulsarc_component::Cluster;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};

/// Bundle of authorities without any.
pub(crate) static CODE: Code = Code {
    id: "PUL0405",
    severity: Severity::Error,
    title: "bundle of authorities without any",
    page: include_str!("authorities.md"),
};

const COMPONENTS: [&str; 7] =
    ["proxy", "broker", "bookie", "zookeeper", "autorecovery", "toolset", "function_worker"];

pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    for component in COMPONENTS {
        let (switch, certs) =
            (format!("tls.{component}.cacerts.enabled"), format!("tls.{component}.cacerts.certs"));
        let named = cluster
            .root
            .get(certs.as_str())
            .and_then(|node| node.as_list())
            .is_some_and(|list| !list.is_empty());
        if cluster.is_on(&switch) && !named {
            let told = Diagnostic::new(
                &CODE,
                format!("further authorities are on for {component}, and none is named"),
            )
            .help(format!("name the secrets that hold them in {certs}"));
            found.push(
                cluster.point(told, &[(&switch, "this is on"), (&certs, "the authorities are named here")]),
            );
        }
    }
}

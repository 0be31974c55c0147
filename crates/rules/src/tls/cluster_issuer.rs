//! An issuer that pulsarc makes is an Issuer.

use pulsarc_component::Cluster;
use pulsarc_component::base::IssuerKind;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};

/// Issuer of the cluster's own of another kind.
pub(crate) static CODE: Code = Code {
    id: "PUL0406",
    severity: Severity::Error,
    title: "issuer of the cluster's own of another kind",
    page: include_str!("cluster_issuer.md"),
};

pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    let certs = &cluster.base.certs;
    let other = certs.issuers.ca.kind.as_deref().filter(|kind| !kind.is_empty() && *kind != "Issuer");
    let Some(kind) = other.filter(|_| certs.internal_issuer.enabled) else { return };
    let told = Diagnostic::new(
        &CODE,
        format!("certificates are to be signed by a {kind}, and the issuer that is made here is an Issuer"),
    )
    .help(if certs.internal_issuer.kind == IssuerKind::Ca {
        "write certs.internal_issuer.enabled: false"
    } else {
        "write certs.issuers.ca.kind: Issuer"
    });
    found.push(cluster.point(
        told,
        &[
            ("certs.issuers.ca.kind", "the kind is set here"),
            ("certs.internal_issuer.enabled", "an Issuer is made"),
        ],
    ));
}

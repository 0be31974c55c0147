//! Certificates need somebody who signs them.

use pulsarc_component::Cluster;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};

/// Nobody signs the certificates.
pub(crate) static CODE: Code = Code {
    id: "PUL0401",
    severity: Severity::Error,
    title: "nobody signs the certificates",
    page: include_str!("no_issuer.md"),
};

/// An issuer of the cluster's own, or the name and secret of one that is there.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    if !cluster.base.tls.enabled
        || (!cluster.issuer_name().is_empty() && !cluster.authority_secret().is_empty())
    {
        return;
    }
    let told = Diagnostic::new(&CODE, "TLS is on, and nobody signs the certificates: no pod gets one, and none starts")
        .help("write certs.internal_issuer.enabled: true, or name an issuer in certs.issuers.ca.name and certs.issuers.ca.secretName");
    let places = [
        ("certs.internal_issuer.enabled", "no issuer of the cluster's own"),
        ("certs.issuers.ca.name", "the issuer is named here"),
        ("certs.issuers.ca.secretName", "its authority is named here"),
        ("tls.enabled", "TLS is on"),
    ];
    found.push(cluster.point(told, &places));
}

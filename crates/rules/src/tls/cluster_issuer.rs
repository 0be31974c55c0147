//! An issuer that pulsarc makes is an Issuer.

use pulsarc_component::Cluster;
use pulsarc_component::base::IssuerKind;
use pulsarc_diag::advice::{remove, write};
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};

/// Issuer of the cluster's own of another kind.
pub(crate) static CODE: Code = Code {
    id: "PUL0406",
    severity: Severity::Error,
    title: "internal issuer has a different kind",
    page: include_str!("cluster_issuer.md"),
};

/// The group of cert-manager's own issuers.
const GROUP: &str = "cert-manager.io";

/// The certificates would wait for an issuer that nobody makes.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    let certs = &cluster.base.certs;
    if !cluster.base.tls.enabled {
        return;
    }
    let group = certs.issuers.ca.group.as_deref().filter(|group| !group.is_empty() && *group != GROUP);
    if let Some(group) = group.filter(|_| certs.internal_issuer.enabled) {
        let finding = Diagnostic::new(
            &CODE,
            format!(
                "certificates refer to an issuer of {group}, but the internal issuer belongs to {GROUP}; no \
            certificate is signed"
            ),
        )
        .advise([write("certs.internal_issuer.enabled", false), remove("certs.issuers.ca.group")]);
        let places = [
            ("certs.issuers.ca.group", "group set here"),
            ("certs.internal_issuer.enabled", "internal issuer created here"),
        ];
        found.push(cluster.point(finding, &places));
    }
    let other = certs.issuers.ca.kind.as_deref().filter(|kind| !kind.is_empty() && *kind != "Issuer");
    let Some(kind) = other.filter(|_| certs.internal_issuer.enabled) else { return };
    let finding = Diagnostic::new(
        &CODE,
        format!(
            "certificates refer to a {kind}, but the internal issuer is an Issuer; no certificate is signed"
        ),
    )
    .advise([if certs.internal_issuer.kind == IssuerKind::Ca {
        write("certs.internal_issuer.enabled", false)
    } else {
        write("certs.issuers.ca.kind", "Issuer")
    }]);
    found.push(cluster.point(
        finding,
        &[
            ("certs.issuers.ca.kind", "kind set here"),
            ("certs.internal_issuer.enabled", "internal issuer created here"),
        ],
    ));
}

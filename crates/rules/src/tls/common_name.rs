//! The authority's common name fits.

use pulsarc_component::Cluster;
use pulsarc_component::base::IssuerKind;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};

/// Common name that is too long.
pub(crate) static CODE: Code = Code {
    id: "PUL0412",
    severity: Severity::Error,
    title: "common name too long",
    page: include_str!("common_name.md"),
};

/// The most that the standard for certificates allows.
const LONGEST: usize = 64;

/// It is made of the namespace and the cluster's domain.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    let internal = &cluster.base.certs.internal_issuer;
    if !cluster.base.tls.enabled || !internal.enabled || internal.kind != IssuerKind::SelfSigning {
        return;
    }
    let name = format!("{}.svc.{}", cluster.names.namespace(), cluster.names.domain());
    let length = name.chars().count();
    if length > LONGEST {
        let finding = Diagnostic::new(
            &CODE,
            format!(
                "the CA's common name {name} has {length} characters, more \
        than {LONGEST}; cert-manager rejects it"
            ),
        )
        .help("write a shorter namespace, or use an existing CA: certs.internal_issuer.type: ca");
        found.push(cluster.point(
            finding,
            &[
                ("namespace", "namespace set here"),
                ("clusterDomain", "domain set here"),
                ("certs.internal_issuer.enabled", "CA created here"),
            ],
        ));
    }
}

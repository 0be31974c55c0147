//! Certificates need somebody who signs them.

use crate::facts::given;
use pulsarc_component::Cluster;
use pulsarc_component::base::IssuerKind;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};

/// Nobody signs the certificates.
pub(crate) static CODE: Code = Code {
    id: "PUL0401",
    severity: Severity::Error,
    title: "nobody signs the certificates",
    page: include_str!("no_issuer.md"),
};

const INTERNAL: &str = "certs.internal_issuer.enabled";
const NAME: &str = "certs.issuers.ca.name";
const SECRET: &str = "certs.issuers.ca.secretName";

/// An issuer of the cluster's own, or the name and secret of one that is there.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    let internal = &cluster.base.certs.internal_issuer;
    let (name, secret) = (given(cluster, NAME), given(cluster, SECRET));
    if !cluster.base.tls.enabled {
        return;
    }
    let places = match (internal.enabled, internal.kind) {
        (true, IssuerKind::SelfSigning) => return,
        (true, IssuerKind::Ca) if secret.is_some() => return,
        (false, _) if name.is_some() && secret.is_some() => return,
        (true, IssuerKind::Ca) => {
            let told = Diagnostic::new(&CODE, "the issuer is to sign with an authority that is there, and its secret is not named")
                .help(format!("write the secret with the authority's certificate and key to {SECRET}, or certs.internal_issuer.type: selfsigning"));
            let places = [
                (SECRET, "the secret is named here"),
                ("certs.internal_issuer.type", "an authority that is there"),
                (INTERNAL, "the issuer is made here"),
            ];
            found.push(cluster.point(told, &places));
            return;
        }
        (false, _) if name.is_some() => {
            [(SECRET, "its authority is named here"), (NAME, "the issuer is named here")]
        }
        (false, _) if secret.is_some() => {
            [(NAME, "the issuer is named here"), (SECRET, "its authority is named here")]
        }
        (false, _) => [(INTERNAL, "no issuer of the cluster's own"), ("tls.enabled", "TLS is on")],
    };
    let (message, help) = if name.is_some() {
        (
            "the issuer is named, and not the secret with its authority's certificate: every component mounts that to trust the others",
            format!("write {SECRET}"),
        )
    } else if secret.is_some() {
        (
            "the authority's secret is named, and not the issuer that signs with it: no pod gets a certificate, and none starts",
            format!("write {NAME}"),
        )
    } else {
        (
            "TLS is on, and nobody signs the certificates: no pod gets one, and none starts",
            format!("write {INTERNAL}: true, or name an issuer in {NAME} and {SECRET}"),
        )
    };
    let told = Diagnostic::new(&CODE, message).help(help);
    // What is not written has no place: the issuer's other half is pointed at, or the switch that asks for both.
    found.push(cluster.point(told, &places));
}

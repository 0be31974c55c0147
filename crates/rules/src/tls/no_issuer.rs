//! Certificates need somebody who signs them.

use crate::facts::given;
use pulsarc_component::Cluster;
use pulsarc_component::base::IssuerKind;
use pulsarc_diag::advice::{otherwise, write};
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};

/// Nobody signs the certificates.
pub(crate) static CODE: Code = Code {
    id: "PUL0401",
    severity: Severity::Error,
    title: "no certificate issuer",
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
            let finding = Diagnostic::new(
                &CODE,
                "the internal issuer uses an existing CA, but its secret is not \
            set; it cannot sign",
            )
            .advise([
                otherwise(format!(
                    "write the name of the secret with the CA's certificate and key to {SECRET}"
                )),
                write("certs.internal_issuer.type", "selfsigning"),
            ]);
            let places = [
                (SECRET, "secret set here"),
                ("certs.internal_issuer.type", "existing CA chosen here"),
                (INTERNAL, "internal issuer switched on here"),
            ];
            found.push(cluster.point(finding, &places));
            return;
        }
        (false, _) if name.is_some() => [(SECRET, "CA set here"), (NAME, "issuer set here")],
        (false, _) if secret.is_some() => [(NAME, "issuer set here"), (SECRET, "CA set here")],
        (false, _) => {
            [(INTERNAL, "internal issuer switched off here"), ("tls.enabled", "TLS switched on here")]
        }
    };
    let (message, advice) = if name.is_some() {
        (
            "an issuer is set, but not the secret with its CA certificate; components cannot trust each other",
            vec![otherwise(format!("write {SECRET}"))],
        )
    } else if secret.is_some() {
        (
            "a CA secret is set, but not the issuer that signs with it; pods get no certificates and do not \
            start",
            vec![otherwise(format!("write {NAME}"))],
        )
    } else {
        (
            "TLS is on without an issuer; pods get no certificates and do not start",
            vec![write(INTERNAL, true), otherwise(format!("set an issuer in {NAME} and {SECRET}"))],
        )
    };
    let finding = Diagnostic::new(&CODE, message).advise(advice);
    // What is not written has no place: the issuer's other half is pointed at, or the switch that asks for both.
    found.push(cluster.point(finding, &places));
}

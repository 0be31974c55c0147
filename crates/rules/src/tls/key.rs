//! A private key has a size that its algorithm knows.

use crate::facts::given;
use pulsarc_component::Cluster;
use pulsarc_component::base::IssuerKind;
use pulsarc_diag::advice::write_it;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};

/// Private key that cannot be made.
pub(crate) static CODE: Code = Code {
    id: "PUL0408",
    severity: Severity::Error,
    title: "invalid private key settings",
    page: include_str!("key.md"),
};

const RSA: std::ops::RangeInclusive<i64> = 2048..=8192;
const CURVES: [i64; 3] = [256, 384, 521];

/// cert-manager rejects such a key. A form that Java does not read alone is a warning.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    let tls = cluster.base.tls.enabled;
    let internal = &cluster.base.certs.internal_issuer;
    let makes = tls && internal.enabled && internal.kind == IssuerKind::SelfSigning;
    let keys = [
        (tls, "tls.common.keyAlgorithm", "tls.common.keySize"),
        (makes, "certs.internal_issuer.privateKey.algorithm", "certs.internal_issuer.privateKey.size"),
    ];
    for (_, algorithm, size) in keys.into_iter().filter(|(used, ..)| *used) {
        let kind = given(cluster, algorithm).unwrap_or_else(|| "RSA".to_owned());
        let Some(bits) = cluster.integer(size) else { continue };
        let (known, sizes) = match kind.as_str() {
            "RSA" => (RSA.contains(&bits), "2048 to 8192"),
            "ECDSA" => (CURVES.contains(&bits), "256, 384 or 521"),
            _ => continue,
        };
        if !known {
            let finding = Diagnostic::new(
                &CODE,
                format!(
                    "invalid size of {bits} bits for a key of {kind}: cert-manager rejects the certificate"
                ),
            )
            .help(format!("write {size}: {sizes}"));
            found.push(cluster.point(finding, &[(size, "size set here"), (algorithm, "algorithm set here")]));
        }
    }
    let encoding = "tls.common.keyEncoding";
    if tls && given(cluster, encoding).as_deref() == Some("PKCS1") {
        let mut finding =
            Diagnostic::new(&CODE, "Pulsar reads private keys in PKCS8; it may fail to read PKCS1")
                .advise([write_it("PKCS8")]);
        finding.severity = Severity::Warning;
        found.push(cluster.point(finding, &[(encoding, "")]));
    }
}

//! A private key has a size that its algorithm knows.

use crate::facts::given;
use pulsarc_component::Cluster;
use pulsarc_component::base::IssuerKind;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};

/// Private key that cannot be made.
pub(crate) static CODE: Code = Code {
    id: "PUL0408",
    severity: Severity::Error,
    title: "private key that cannot be made",
    page: include_str!("key.md"),
};

const RSA: std::ops::RangeInclusive<i64> = 2048..=8192;
const CURVES: [i64; 3] = [256, 384, 521];

/// cert-manager refuses such a key. A form that Java does not read by itself is a warning.
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
            let told = Diagnostic::new(
                &CODE,
                format!("a key of {bits} bits is none for {kind}: cert-manager refuses the certificate"),
            )
            .help(format!("write {size}: {sizes}"));
            found.push(
                cluster
                    .point(told, &[(size, "the size is set here"), (algorithm, "the algorithm is set here")]),
            );
        }
    }
    let encoding = "tls.common.keyEncoding";
    if tls && given(cluster, encoding).as_deref() == Some("PKCS1") {
        let mut told = Diagnostic::new(
            &CODE,
            "Pulsar's processes read private keys as PKCS8: one in PKCS1 may not be read",
        )
        .help("write PKCS8");
        told.severity = Severity::Warning;
        found.push(cluster.point(told, &[(encoding, "")]));
    }
}

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

/// Two would take turns in overwriting each other; over the authority's, nobody trusts anybody.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    if !cluster.base.tls.enabled {
        return;
    }
    let mut seen: BTreeMap<String, String> = BTreeMap::new();
    seen.insert(cluster.authority_secret(), "tls.ca_suffix".to_owned());
    for certificate in cluster.topology.certificates().filter(|certificate| certificate.made) {
        let path = format!("{}.cert_name", certificate.path);
        let secret = cluster.names.certificate_secret(&certificate.settings.cert_name);
        if let Some(other) = seen.get(&secret) {
            let finding = Diagnostic::new(
                &CODE,
                format!("two certificates are stored in the secret {secret}; they overwrite each other"),
            )
            .help("rename one of the two");
            found.push(cluster.point(
                finding,
                &[
                    (&path, "one certificate named here"),
                    (
                        other,
                        "the other certificate named \
                here",
                    ),
                ],
            ));
        } else {
            seen.insert(secret, path);
        }
    }
}

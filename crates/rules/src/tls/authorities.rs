//! A bundle of additional authorities names some, each once.

use crate::facts::{field, is_set, items};
use pulsarc_component::Cluster;
use pulsarc_diag::advice::{otherwise, write};
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};
use std::collections::BTreeSet;

/// Bundle of authorities that cannot be made.
pub(crate) static CODE: Code = Code {
    id: "PUL0405",
    severity: Severity::Error,
    title: "invalid CA bundle",
    page: include_str!("authorities.md"),
};

/// What pulsarc itself calls volumes and folders of certificates.
fn taken(folder: &str) -> BTreeSet<String> {
    let own = ["ca", "cacerts", "certs-scripts", "token-keys", folder];
    let ends = ["certs", "cacerts", "token"].map(|end| format!("{folder}-{end}"));
    own.into_iter().map(str::to_owned).chain(ends).collect()
}

/// Authorities that are listed and switched off are a warning, and so is whatever only counts with TLS while it is off.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    let severity = if cluster.base.tls.enabled { Severity::Error } else { Severity::Warning };
    for certificate in cluster.topology.certificates().filter(|certificate| certificate.mounted) {
        let (path, folder) = (certificate.path, certificate.volume);
        let component = path.strip_prefix("tls.").unwrap_or(path);
        let (switch, certs) = (format!("{path}.cacerts.enabled"), format!("{path}.cacerts.certs"));
        let listed = items(cluster, &certs);
        if !cluster.is_on(&switch) {
            if !listed.is_empty() && cluster.is_users(&certs) {
                let mut finding = Diagnostic::new(
                    &CODE,
                    format!(
                        "additional CAs are listed for {component} but \
                switched off; they are not trusted"
                    ),
                )
                .advise([write(&switch, true), otherwise("remove them")]);
                finding.severity = Severity::Warning;
                found.push(
                    cluster.point(finding, &[(&certs, "CAs listed here"), (&switch, "switched off here")]),
                );
            }
            continue;
        }
        if listed.is_empty() {
            let mut finding =
                Diagnostic::new(&CODE, format!("additional CAs are on for {component}, but none is listed"))
                    .help(format!("list the secrets that hold them in {certs}"));
            finding.severity = severity;
            found.push(cluster.point(finding, &[(&switch, "switched on here"), (&certs, "CAs listed here")]));
        }
        let mut names = taken(folder);
        for (item, node) in listed {
            let keys = format!("{item}.secretKeys");
            if !is_set(cluster, &keys) {
                let mut finding = Diagnostic::new(
                    &CODE,
                    "no key of the secret is listed; the volume is empty and nothing is trusted",
                )
                .help("list the keys that hold certificates, such as ca.crt");
                finding.severity = severity;
                found.push(cluster.point(finding, &[(&keys, ""), (&item, "")]));
            }
            let name = field(node, "name").unwrap_or_default();
            if !names.insert(name.to_owned()) {
                let finding = Diagnostic::new(
                    &CODE,
                    format!("the volume and directory `{name}` already exist; Kubernetes rejects the pod"),
                )
                .help("rename it");
                found.push(cluster.point(finding, &[(&format!("{item}.name"), "")]));
            }
        }
    }
}

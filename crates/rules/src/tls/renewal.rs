//! Certificates are renewed before they end.

use pulsarc_component::Cluster;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};
use pulsarc_model::Duration;

/// Certificate renewed after its end.
pub(crate) static CODE: Code = Code {
    id: "PUL0404",
    severity: Severity::Error,
    title: "certificate renewal after expiry",
    page: include_str!("renewal.md"),
};

/// cert-manager rejects such a certificate.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    let used = [
        (cluster.base.tls.enabled, "tls.common"),
        (cluster.base.certs.internal_issuer.enabled, "certs.internal_issuer"),
    ];
    for (_, block) in used.into_iter().filter(|(used, _)| *used) {
        let (duration, before) = (format!("{block}.duration"), format!("{block}.renewBefore"));
        let read = |path: &str| cluster.text(path).and_then(|text| Duration::parse(&text).ok());
        let (Some(valid), Some(renewed)) = (read(&duration), read(&before)) else { continue };
        if renewed.length() >= valid.length() {
            let mut finding = Diagnostic::new(
                &CODE,
                format!(
                    "certificates are valid for {valid} but renewed \
            {renewed} before they expire, which is before they are issued"
                ),
            )
            .help(format!("write a renewBefore shorter than {valid}, such as a third of it"));
            // The authority is asked for all the same, but nothing waits for it.
            if !cluster.base.tls.enabled {
                finding.severity = Severity::Warning;
            }
            found.push(
                cluster.point(finding, &[(&before, "renewal set here"), (&duration, "validity set here")]),
            );
        }
    }
}

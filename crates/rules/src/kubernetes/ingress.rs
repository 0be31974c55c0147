//! An ingress with TLS has its certificate.

use pulsarc_component::Cluster;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};

/// Ingress without what it needs.
pub(crate) static CODE: Code = Code {
    id: "PUL0711",
    severity: Severity::Warning,
    title: "ingress without what it needs",
    page: include_str!("ingress.md"),
};

const INGRESSES: [(&str, &str); 2] =
    [("proxy", "components.proxy"), ("pulsar_manager", "components.pulsar_manager")];

pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    for (block, switch) in INGRESSES {
        let enabled = format!("{block}.ingress.enabled");
        if !cluster.is_on(&enabled) || !cluster.is_on(switch) {
            continue;
        }
        let empty = |path: &str| cluster.text(path).is_none_or(|text| text.is_empty());
        let (tls, secret) =
            (format!("{block}.ingress.tls.enabled"), format!("{block}.ingress.tls.secretName"));
        if cluster.is_on(&tls) && empty(&secret) {
            let told =
                Diagnostic::new(&CODE, format!("the ingress of {block} serves TLS without a certificate"))
                    .help(format!("write the secret that holds it to {secret}"));
            found.push(
                cluster.point(told, &[(&tls, "TLS is on"), (&secret, "the certificate is named here")]),
            );
        }
    }
}

//! An ingress is for a host, and encrypts what is secret.

use crate::facts::given;
use pulsarc_component::Cluster;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};

/// Ingress without what it needs.
pub(crate) static CODE: Code = Code {
    id: "PUL0711",
    severity: Severity::Warning,
    title: "incomplete ingress",
    page: include_str!("ingress.md"),
};

const INGRESSES: [(&str, &str); 2] =
    [("proxy", "components.proxy"), ("pulsar_manager", "components.pulsar_manager")];

/// A path that does not start with a slash is rejected where it is compared as a path.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    for (block, switch) in INGRESSES {
        let path = |key: &str| format!("{block}.ingress.{key}");
        let enabled = path("enabled");
        if !cluster.is_on(&enabled) || !cluster.is_on(switch) {
            continue;
        }
        let (tls, secret, host) = (path("tls.enabled"), path("tls.secretName"), path("hostname"));
        let mut tell = |message: String, help: String, at: &[(&str, &str)]| {
            found.push(cluster.point(Diagnostic::new(&CODE, message).help(help), at));
        };
        if cluster.is_on(&tls) && given(cluster, &secret).is_none() {
            tell(
                format!(
                    "the ingress of {block} serves TLS without a certificate; clients see the controller's \
                    default certificate"
                ),
                format!("write the name of the certificate's secret to {secret}"),
                &[(&tls, "TLS switched on here"), (&secret, "certificate set here")],
            );
        }
        if !cluster.is_on(&tls) && (cluster.base.auth.authentication.enabled || block == "pulsar_manager") {
            tell(
                format!("the ingress of {block} accepts tokens and passwords in clear text"),
                format!(
                    "write {tls}: true and a certificate, unless a load balancer in front of it terminates \
                TLS"
                ),
                &[(&enabled, "ingress switched on here"), (&tls, "TLS switched off here")],
            );
        }
        if given(cluster, &host).is_none() {
            tell(
                format!("the ingress of {block} has no host; it receives requests for all hosts"),
                format!("write {host}"),
                &[(&enabled, "ingress switched on here"), (&host, "empty host")],
            );
        }
    }
}

//! An ingress is for a host, and encrypts what is secret.

use crate::facts::given;
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

/// A path that does not start with a slash is refused where it is compared as a path.
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
                    "the ingress of {block} serves TLS without a certificate of its own: clients see the controller's default one"
                ),
                format!("write the secret that holds it to {secret}"),
                &[(&tls, "TLS is on"), (&secret, "the certificate is named here")],
            );
        }
        if !cluster.is_on(&tls) && (cluster.base.auth.authentication.enabled || block == "pulsar_manager") {
            tell(
                format!("the ingress of {block} takes tokens and passwords in clear text"),
                format!("write {tls}: true and a certificate, unless something before it encrypts"),
                &[(&enabled, "the ingress is on"), (&tls, "its TLS is off")],
            );
        }
        if given(cluster, &host).is_none() {
            tell(
                format!(
                    "the ingress of {block} is for every host: it takes requests that are meant for others"
                ),
                format!("write {host}"),
                &[(&enabled, "the ingress is on"), (&host, "its host is empty")],
            );
        }
    }
}

//! Functions' pods trust the brokers' certificate only if authentication is on.

use pulsarc_component::Cluster;
use pulsarc_diag::advice::write;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};

/// Functions' pods over TLS without a trust store.
pub(crate) static CODE: Code = Code {
    id: "PUL0314",
    severity: Severity::Error,
    title: "function pods without a trust store",
    page: include_str!("trust.md"),
};

const INSTANCE: &str = "tls.function_instance.enabled";
const AUTHENTICATION: &str = "auth.authentication.enabled";

/// Without authentication the worker makes no `AuthenticationConfig`, and the trust store is part of it
/// (`FunctionRuntimeManager`; `KubernetesRuntime.getDownloadCommand`).
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    let functions = (cluster.runs_broker() && cluster.embeds_functions()) || cluster.runs_function_worker();
    let tls = &cluster.base.tls;
    let dials_tls = tls.enabled && tls.broker.enabled && tls.function_instance.enabled;
    if !functions || !dials_tls || cluster.base.auth.authentication.enabled {
        return;
    }
    let message = "function pods dial the brokers over TLS, but without authentication the worker gives them no \
    CA certificate; they reject the brokers and never start";
    let advice =
        [write(AUTHENTICATION, true).purpose("with a provider").display_only(), write(INSTANCE, false)];
    let places = [
        (INSTANCE, "TLS of function pods switched on here"),
        (AUTHENTICATION, "authentication switched off here"),
    ];
    found.push(cluster.point(Diagnostic::new(&CODE, message).advise(advice), &places));
}

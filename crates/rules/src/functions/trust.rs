//! Functions' pods trust the brokers' certificate only if authentication is on.

use pulsarc_component::Cluster;
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
    let message = "functions' pods dial the brokers over TLS, but the worker gives them the authority's certificate only if authentication is on: they reject the brokers and never start";
    let help = format!("write {AUTHENTICATION}: true with a way to authenticate, or {INSTANCE}: false");
    let places = [(INSTANCE, "functions' pods use TLS"), (AUTHENTICATION, "authentication is off")];
    found.push(cluster.point(Diagnostic::new(&CODE, message).help(help), &places));
}

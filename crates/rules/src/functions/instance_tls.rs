//! Functions' pods dial the brokers as the rest of the cluster does.

use pulsarc_component::Cluster;
use pulsarc_diag::advice::{remove_it, write};
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};

/// Functions' pods without TLS.
pub(crate) static CODE: Code = Code {
    id: "PUL0313",
    severity: Severity::Warning,
    title: "function pods without TLS",
    page: include_str!("instance_tls.md"),
};

const INSTANCE: &str = "tls.function_instance.enabled";
const BROKER: &str = "tls.broker.enabled";

/// With `tls.enabled` off none of it counts, which is reported elsewhere.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    let inside = cluster.runs_broker() && cluster.embeds_functions();
    if !cluster.base.tls.enabled || !cluster.is_distributed() {
        return;
    }
    let functions = inside || cluster.runs_function_worker();
    let (message, advice) = match (cluster.is_on(INSTANCE), cluster.is_on(BROKER)) {
        (true, false) => (
            "function pods should dial the brokers over TLS, but the brokers do not serve it; the pods connect \
            in plain text",
            vec![write(BROKER, true)],
        ),
        (true, true) if !functions && cluster.is_users(INSTANCE) => (
            "TLS of function pods has no effect: functions are off",
            vec![write("components.functions", true), remove_it()],
        ),
        // Without authentication the pods could not trust the brokers: PUL0314.
        (false, true) if functions && cluster.base.auth.authentication.enabled => {
            ("the brokers serve TLS, but function pods connect in plain text", vec![write(INSTANCE, true)])
        }
        _ => return,
    };
    let finding = Diagnostic::new(&CODE, message).advise(advice);
    found.push(cluster.point(
        finding,
        &[(INSTANCE, "TLS of function pods set here"), (BROKER, "TLS of the brokers set here")],
    ));
}

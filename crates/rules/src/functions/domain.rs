//! The function worker reaches its pods only under the default cluster domain.

use pulsarc_component::Cluster;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};

/// Function workers under another cluster domain.
pub(crate) static CODE: Code = Code {
    id: "PUL0315",
    severity: Severity::Warning,
    title: "function worker under another cluster domain",
    page: include_str!("domain.md"),
};

/// What `KubernetesRuntime.getServiceUrl` ends every pod's name with.
const BUILT_IN: &str = "cluster.local";
const DOMAIN: &str = "clusterDomain";

/// Functions run; the worker only cannot ask them anything.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    let functions = (cluster.runs_server() && cluster.embeds_functions()) || cluster.runs_function_worker();
    let domain = cluster.names.domain();
    if !functions || domain == BUILT_IN {
        return;
    }
    let message = format!(
        "the function worker dials its pods under `svc.{BUILT_IN}` whatever the cluster domain, here \
        `{domain}`; status and statistics of functions fail"
    );
    let help = format!("make the cluster's DNS answer for {BUILT_IN} too, or switch functions off");
    let switch =
        if cluster.runs_function_worker() { "components.function_worker" } else { "components.functions" };
    let places = [(DOMAIN, "cluster domain set here"), (switch, "functions switched on here")];
    found.push(cluster.point(Diagnostic::new(&CODE, message).help(help), &places));
}

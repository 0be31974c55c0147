//! The worker may create pods where functions are to run.

use crate::facts::given;
use pulsarc_component::Cluster;
use pulsarc_diag::advice::{remove, write};
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};

/// Functions in a namespace out of the worker's reach.
pub(crate) static CODE: Code = Code {
    id: "PUL0310",
    severity: Severity::Error,
    title: "function namespace outside the worker's permissions",
    page: include_str!("job_namespace.md"),
};

const KEYS: [&str; 2] =
    ["PF_functionRuntimeFactoryConfigs_jobNamespace", "PF_kubernetesContainerFactory_jobNamespace"];

/// Rights that end at the namespace are a role in it; the workers inside the brokers act in the brokers' name.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    let workers = [
        (cluster.runs_function_worker(), "function_worker", "function_worker.rbac.limit_to_namespace"),
        (cluster.runs_broker() && cluster.embeds_functions(), "broker", "rbac.limit_to_namespace"),
    ];
    let own = cluster.names.namespace();
    for (_, block, limit) in workers.into_iter().filter(|(runs, _, limit)| *runs && cluster.is_on(limit)) {
        for path in KEYS.map(|key| format!("{block}.configData.{key}")) {
            let Some(other) = given(cluster, &path).filter(|namespace| namespace != own) else { continue };
            let message = format!(
                "functions run in namespace {other}, but the worker has permissions in its own, {own}, only; it \
                cannot create their pods"
            );
            let finding = Diagnostic::new(&CODE, message).advise([write(limit, false), remove(&path)]);
            found.push(cluster.point(
                finding,
                &[(&path, "namespace of functions set here"), (limit, "permissions limited here")],
            ));
        }
    }
}

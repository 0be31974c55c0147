//! A function worker of its own has a `ZooKeeper`.

use pulsarc_component::Cluster;
use pulsarc_diag::advice::{otherwise, write};
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};

/// A function worker of its own on Oxia.
pub(crate) static CODE: Code = Code {
    id: "PUL0307",
    severity: Severity::Warning,
    title: "standalone function worker on Oxia",
    page: include_str!("worker_on_oxia.md"),
};

/// Without package storage that is an error, which another rule tells.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    let on = &cluster.base.components;
    let packages = cluster.is_on("broker.packageManagement.enabled")
        && cluster.is_on("broker.packageManagement.fileSystemStorage.enabled");
    if cluster.runs_function_worker() && on.oxia && !on.zookeeper && packages {
        let finding = Diagnostic::new(
            &CODE,
            "a separate function worker opens a log in the brokers' metadata \
        store; it is not known to start on Oxia",
        )
        .advise([
            write("components.function_worker", false)
                .and("components.functions", true)
                .purpose("to run functions inside the brokers"),
            otherwise("use ZooKeeper"),
        ]);
        found.push(cluster.point(
            finding,
            &[
                ("components.function_worker", "function worker switched on here"),
                ("components.oxia", "Oxia switched on here"),
            ],
        ));
    }
}

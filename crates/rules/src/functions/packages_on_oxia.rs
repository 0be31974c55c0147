//! On Oxia, packages are kept on a file system.

use pulsarc_component::Cluster;
use pulsarc_diag::advice::{otherwise, write};
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};

/// Functions on Oxia without package storage.
pub(crate) static CODE: Code = Code {
    id: "PUL0306",
    severity: Severity::Error,
    title: "functions on Oxia without package storage",
    page: include_str!("packages_on_oxia.md"),
};

const PACKAGES: &str = "broker.packageManagement.enabled";
const FILES: &str = "broker.packageManagement.fileSystemStorage.enabled";

/// The other storage keeps a log of its own in `ZooKeeper`.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    let on = &cluster.base.components;
    let inside = cluster.embeds_functions() && cluster.runs_broker();
    let functions = inside || cluster.runs_function_worker();
    if !functions || !on.oxia || on.zookeeper || (cluster.is_on(PACKAGES) && cluster.is_on(FILES)) {
        return;
    }
    let finding = Diagnostic::new(
        &CODE,
        "the code of functions is kept in a log that needs ZooKeeper, but the \
    cluster uses Oxia; no function can be uploaded",
    )
    .advise([write(PACKAGES, true).and(FILES, true), otherwise("use ZooKeeper")]);
    let switch = if on.function_worker { "components.function_worker" } else { "components.functions" };
    let places = [
        (switch, "functions switched on here"),
        ("components.oxia", "Oxia switched on here"),
        (FILES, "no file system storage for packages"),
        (PACKAGES, "package management switched off"),
    ];
    found.push(cluster.point(finding, &places));
}

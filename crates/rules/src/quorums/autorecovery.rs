//! Somebody restores the copies of a lost bookie.

use super::bookies;
use crate::facts::setting;
use pulsarc_component::Cluster;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};

/// Nobody restores lost copies.
pub(crate) static CODE: Code = Code {
    id: "PUL0109",
    severity: Severity::Warning,
    title: "nobody restores lost copies",
    page: include_str!("autorecovery.md"),
};

/// Without the component the bookies do it themselves, unless they are told not to.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    let several = bookies(cluster).is_some_and(|bookies| bookies > 1);
    if !several || cluster.base.components.autorecovery {
        return;
    }
    let Some(daemon) =
        setting(cluster, "bookkeeper", "autoRecoveryDaemonEnabled").filter(|key| !key.is_true())
    else {
        return;
    };
    let told = Diagnostic::new(
        &CODE,
        "neither a component nor the bookies themselves restore the copies of a lost bookie",
    )
    .help("write components.autorecovery: true, or leave autoRecoveryDaemonEnabled out");
    let places = [
        (daemon.path.as_str(), "the bookies' own recovery is off"),
        ("components.autorecovery", "the component is off"),
    ];
    found.push(cluster.point(told, &places));
}

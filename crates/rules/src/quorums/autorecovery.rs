//! Somebody restores the copies of a lost bookie.

use super::bookies;
use crate::facts::setting;
use pulsarc_component::Cluster;
use pulsarc_diag::advice::{otherwise, write};
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};

/// Nobody restores lost copies.
pub(crate) static CODE: Code = Code {
    id: "PUL0109",
    severity: Severity::Warning,
    title: "autorecovery switched off",
    page: include_str!("autorecovery.md"),
};

/// Without the component the bookies do it themselves, unless they are reported not to.
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
    let finding =
        Diagnostic::new(&CODE, "neither autorecovery nor the bookies restore the copies of a lost bookie")
            .advise([write("components.autorecovery", true), otherwise("remove autoRecoveryDaemonEnabled")]);
    let places = [
        (daemon.path.as_str(), "recovery in the bookies switched off here"),
        ("components.autorecovery", "autorecovery switched off here"),
    ];
    found.push(cluster.point(finding, &places));
}

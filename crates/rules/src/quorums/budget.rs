//! The bookies that a drain may take leave a copy of each message, and enough for new ledgers.

use super::{BOOKIES, Quorums, bookies};
use crate::facts::unavailable;
use pulsarc_component::Cluster;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};

/// A disruption budget that takes more bookies than the quorums survive.
pub(crate) static CODE: Code = Code {
    id: "PUL0105",
    severity: Severity::Warning,
    title: "disruption budget beyond the bookies' quorums",
    page: include_str!("budget.md"),
};

const BUDGET: &str = "bookkeeper.pdb.maxUnavailable";

/// One bookie at a time is the least a budget can allow: whether that is too many, other rules tell.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    let (Some(bookies), Some(quorums)) = (bookies(cluster), Quorums::of(cluster)) else { return };
    let Some(away) = unavailable(cluster, "bookkeeper", bookies).filter(|away| *away > 1) else { return };
    let (ack, ensemble) = (&quorums.ack, &quorums.ensemble);
    let (message, cause) = if away >= ack.size {
        let message = format!(
            "a drain may take {away} bookies at once, and a message is sure to be on {} alone: topics become unreadable",
            ack.size
        );
        (message, (&ack.setting.path, "the ack quorum is set here"))
    } else if bookies - away < ensemble.size {
        let message = format!(
            "a drain may take {away} of {bookies} bookies at once, which leaves too few for an ensemble of {}: topics \
             stop taking messages",
            ensemble.size
        );
        (message, (&ensemble.setting.path, "the ensemble size is set here"))
    } else {
        return;
    };
    let most = (ack.size - 1).min(bookies - ensemble.size).max(1);
    let told = Diagnostic::new(&CODE, message).help(format!("write a maxUnavailable of {most}"));
    let places =
        [(BUDGET, "the budget is set here"), (cause.0, cause.1), (BOOKIES, "the bookies are counted here")];
    found.push(cluster.point(told, &places));
}

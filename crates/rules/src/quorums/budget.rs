//! The bookies that a drain may take leave a copy of each message, and enough for new ledgers.

use super::{BOOKIES, Quorums, bookies};
use crate::facts::unavailable;
use pulsarc_component::Cluster;
use pulsarc_diag::advice::write;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};

/// A disruption budget that takes more bookies than the quorums survive.
pub(crate) static CODE: Code = Code {
    id: "PUL0105",
    severity: Severity::Warning,
    title: "disruption budget breaks the bookies' quorums",
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
            "a node drain may evict {away} bookies at once, but a message is certain to be on only {}; topics \
            become unreadable",
            ack.size
        );
        (message, (&ack.setting.path, "ack quorum set here"))
    } else if bookies - away < ensemble.size {
        let message = format!(
            "a node drain may evict {away} of {bookies} bookies at once, too few are left for an ensemble of \
            {}; topics stop accepting messages",
            ensemble.size
        );
        (message, (&ensemble.setting.path, "ensemble size set here"))
    } else {
        return;
    };
    let most = (ack.size - 1).min(bookies - ensemble.size).max(1);
    let finding = Diagnostic::new(&CODE, message).advise([write(BUDGET, most)]);
    let places = [(BUDGET, "budget set here"), (cause.0, cause.1), (BOOKIES, "number of bookies set here")];
    found.push(cluster.point(finding, &places));
}

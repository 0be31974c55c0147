//! A bookie may be away, and ledgers still find enough others.

use super::{BOOKIES, Quorums, bookies};
use pulsarc_component::Cluster;
use pulsarc_diag::advice::{otherwise, write};
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};

/// No bookie to spare.
pub(crate) static CODE: Code = Code {
    id: "PUL0103",
    severity: Severity::Warning,
    title: "no spare bookie",
    page: include_str!("spare.md"),
};

/// A single bookie with quorums of 1 has chosen so.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    let (Some(bookies), Some(quorums)) = (bookies(cluster), Quorums::of(cluster)) else { return };
    let ensemble = quorums.ensemble;
    if bookies == ensemble.size && bookies > 1 {
        let message = format!(
            "each ledger uses all {bookies} bookies; if one fails, no ledger can be opened and no lost copy \
            restored"
        );
        let finding = Diagnostic::new(&CODE, message)
            .advise([write(BOOKIES, bookies + 1).purpose("or more"), otherwise("write a smaller ensemble")]);
        let places =
            [(BOOKIES, "number of bookies set here"), (&ensemble.setting.path, "ensemble size set here")];
        found.push(cluster.point(finding, &places));
    }
}

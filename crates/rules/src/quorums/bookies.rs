//! There are as many bookies as a ledger takes.

use super::{BOOKIES, BROKERS, Quorums, bookies};
use pulsarc_component::Cluster;
use pulsarc_diag::advice::{otherwise, write};
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};

/// Fewer bookies than a ledger takes.
pub(crate) static CODE: Code = Code {
    id: "PUL0102",
    severity: Severity::Error,
    title: "too few bookies for the ensemble size",
    page: include_str!("bookies.md"),
};

/// `BKNotEnoughBookiesException` at each topic's creation.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    let (Some(bookies), Some(quorums)) = (bookies(cluster), Quorums::of(cluster)) else { return };
    // All at 0: a cluster that is put to rest.
    let rests = bookies == 0 && cluster.integer(BROKERS) == Some(0);
    let ensemble = quorums.ensemble;
    if bookies < ensemble.size && !rests {
        let message = format!(
            "{}, fewer than the ensemble size {}; brokers cannot create any topic",
            counted(bookies),
            ensemble.size
        );
        let more = write(BOOKIES, ensemble.size + 1)
            .purpose(", so that one bookie may fail, or at least the ensemble size");
        let finding = Diagnostic::new(&CODE, message).advise([more, otherwise("write a smaller ensemble")]);
        let places =
            [(BOOKIES, "number of bookies set here"), (&ensemble.setting.path, "ensemble size set here")];
        found.push(cluster.point(finding, &places));
    }
}

fn counted(bookies: i64) -> String {
    if bookies == 1 { "there is 1 bookie".to_owned() } else { format!("there are {bookies} bookies") }
}

//! A message that counts as kept is on more than one bookie.

use super::{BOOKIES, Quorums, bookies};
use pulsarc_component::Cluster;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};

/// Messages that a single bookie keeps.
pub(crate) static CODE: Code = Code {
    id: "PUL0104",
    severity: Severity::Warning,
    title: "messages that a single bookie keeps",
    page: include_str!("copies.md"),
};

/// With one bookie there is no choice.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    let (Some(bookies), Some(quorums)) = (bookies(cluster), Quorums::of(cluster)) else { return };
    if bookies < 2 || quorums.ack.size != 1 {
        return;
    }
    let (message, path) = if quorums.write.size == 1 {
        (
            "each message is on one bookie alone, though there are more: it is lost with that bookie's disk",
            quorums.write,
        )
    } else {
        (
            "a message counts as kept on one bookie: it is lost if that bookie is before the others have it",
            quorums.ack,
        )
    };
    let told =
        Diagnostic::new(&CODE, message).help("write an ack quorum of 2, and a write quorum of 2 or more");
    found.push(cluster.point(
        told,
        &[(&path.setting.path, "the copies are counted here"), (BOOKIES, "the bookies are counted here")],
    ));
}

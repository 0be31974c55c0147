//! A message that counts as kept is on more than one bookie.

use super::{BOOKIES, Quorums, bookies};
use pulsarc_component::Cluster;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};

/// Messages that a single bookie keeps.
pub(crate) static CODE: Code = Code {
    id: "PUL0104",
    severity: Severity::Warning,
    title: "messages stored on a single bookie",
    page: include_str!("copies.md"),
};

/// With one bookie there is no choice.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    let (Some(bookies), Some(quorums)) = (bookies(cluster), Quorums::of(cluster)) else { return };
    if bookies < 2 || quorums.ack.size != 1 {
        return;
    }
    let (message, path) = if quorums.write.size == 1 {
        ("each message is stored on one bookie only; losing its disk loses the message", quorums.write)
    } else {
        (
            "a write is acknowledged once one bookie has it; if that bookie fails before the others have it, \
            the message is lost",
            quorums.ack,
        )
    };
    let finding =
        Diagnostic::new(&CODE, message).help("write an ack quorum of 2, and a write quorum of 2 or more");
    found.push(cluster.point(
        finding,
        &[(&path.setting.path, "number of copies set here"), (BOOKIES, "number of bookies set here")],
    ));
}

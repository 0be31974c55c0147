//! Oxia's copies survive the loss of a server.

use super::{OXIA_COPIES, OXIA_SERVERS, oxia};
use pulsarc_component::Cluster;
use pulsarc_diag::advice::write;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};

/// Copies in Oxia that survive no loss.
pub(crate) static CODE: Code = Code {
    id: "PUL0206",
    severity: Severity::Warning,
    title: "Oxia replication without redundancy",
    page: include_str!("oxia_spare.md"),
};

/// A shard works while more than half of its copies do. One server alone has chosen so.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    let Some((servers, copies)) = oxia(cluster).filter(|(servers, copies)| servers >= copies) else { return };
    let (message, copies) = match copies {
        1 if servers > 1 => (
            format!(
                "each shard of Oxia is on only one of {servers} servers; losing that server loses metadata"
            ),
            3,
        ),
        2 => ("with 2 copies a shard of Oxia tolerates no failure: Oxia needs a majority".to_owned(), 3),
        even if even > 2 && even % 2 == 0 => {
            (format!("{even} copies of a shard tolerate no more failures than {}", even - 1), even - 1)
        }
        _ => return,
    };
    let finding = Diagnostic::new(&CODE, message).advise([write(OXIA_COPIES, copies)]);
    found.push(cluster.point(
        finding,
        &[(OXIA_COPIES, "number of copies set here"), (OXIA_SERVERS, "number of servers set here")],
    ));
}

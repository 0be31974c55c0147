//! The ensemble holds the write quorum, and the write quorum the ack quorum.

use pulsarc_component::Cluster;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};

/// A quorum larger than the one around it.
pub(crate) static CODE: Code = Code {
    id: "PUL0101",
    severity: Severity::Error,
    title: "quorum larger than the one around it",
    page: include_str!("order.md"),
};

const ENSEMBLE: &str = "broker.configData.managedLedgerDefaultEnsembleSize";
const WRITE: &str = "broker.configData.managedLedgerDefaultWriteQuorum";
const ACK: &str = "broker.configData.managedLedgerDefaultAckQuorum";

/// `org.apache.bookkeeper.client.BookKeeper` refuses such a ledger, so no topic can be created.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    let pairs =
        [(WRITE, "write quorum", ENSEMBLE, "ensemble size"), (ACK, "ack quorum", WRITE, "write quorum")];
    for (inner, inner_name, outer, outer_name) in pairs {
        let (Some(smaller), Some(larger)) = (cluster.integer(inner), cluster.integer(outer)) else {
            continue;
        };
        if smaller > larger {
            let told = Diagnostic::new(&CODE, format!("the {inner_name} is {smaller}, larger than the {outer_name} of {larger}: no topic can be created"))
                .help(format!("write {larger} or less, or raise the {outer_name} to {smaller}"));
            found.push(cluster.point(
                told,
                &[
                    (inner, &format!("the {inner_name} is set here")),
                    (outer, &format!("the {outer_name} is set here")),
                ],
            ));
        }
    }
}

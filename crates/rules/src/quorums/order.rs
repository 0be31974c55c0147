//! The ensemble holds the write quorum, and the write quorum the ack quorum.

use super::Quorums;
use pulsarc_component::Cluster;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};

/// A quorum larger than the one around it.
pub(crate) static CODE: Code = Code {
    id: "PUL0101",
    severity: Severity::Error,
    title: "quorum larger than the one around it",
    page: include_str!("order.md"),
};

/// `org.apache.bookkeeper.client.BookKeeper` refuses such a ledger, so no topic can be created.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    let Some(Quorums { ensemble, write, ack }) = Quorums::of(cluster) else { return };
    let pairs =
        [(&write, "write quorum", &ensemble, "ensemble size"), (&ack, "ack quorum", &write, "write quorum")];
    for (inner, inner_name, outer, outer_name) in pairs {
        if inner.size > outer.size {
            let message = format!(
                "the {inner_name} is {}, larger than the {outer_name} of {}: no topic can be created",
                inner.size, outer.size
            );
            let told = Diagnostic::new(&CODE, message)
                .help(format!("write {} or less, or raise the {outer_name} to {}", outer.size, inner.size));
            let places = [
                (inner.setting.path.as_str(), format!("the {inner_name} is set here")),
                (outer.setting.path.as_str(), format!("the {outer_name} is set here")),
            ];
            found.push(cluster.point(told, &places.each_ref().map(|(path, why)| (*path, why.as_str()))));
        }
    }
}

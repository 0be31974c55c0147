//! The ensemble holds the write quorum, and the write quorum the ack quorum.

use super::Quorums;
use pulsarc_component::Cluster;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};

/// A quorum larger than the one around it.
pub(crate) static CODE: Code = Code {
    id: "PUL0101",
    severity: Severity::Error,
    title: "inconsistent ledger quorums",
    page: include_str!("order.md"),
};

/// `org.apache.bookkeeper.client.BookKeeper` rejects such a ledger, so no topic can be created.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    let Some(Quorums { ensemble, write, ack }) = Quorums::of(cluster) else { return };
    let pairs =
        [(&write, "write quorum", &ensemble, "ensemble size"), (&ack, "ack quorum", &write, "write quorum")];
    for (inner, inner_name, outer, outer_name) in pairs {
        if inner.size > outer.size {
            let message = format!(
                "{inner_name} {} exceeds {outer_name} {}; brokers cannot create any topic",
                inner.size, outer.size
            );
            let finding = Diagnostic::new(&CODE, message)
                .help(format!("write {} or less, or raise the {outer_name} to {}", outer.size, inner.size));
            let places = [
                (inner.setting.path.as_str(), format!("{inner_name} set here")),
                (outer.setting.path.as_str(), format!("{outer_name} set here")),
            ];
            found.push(cluster.point(finding, &places.each_ref().map(|(path, why)| (*path, why.as_str()))));
        }
    }
}

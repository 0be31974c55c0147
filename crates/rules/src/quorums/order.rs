//! The ensemble holds the write quorum, and the write quorum the ack quorum.

use super::Quorums;
use pulsarc_component::Cluster;
use pulsarc_diag::advice::write;
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
    let Some(Quorums { ensemble, write: copies, ack }) = Quorums::of(cluster) else { return };
    let pairs = [
        (&copies, "write quorum", &ensemble, "ensemble size"),
        (&ack, "ack quorum", &copies, "write quorum"),
    ];
    for (inner, inner_name, outer, outer_name) in pairs {
        if inner.size > outer.size {
            let message = format!(
                "{inner_name} {} exceeds {outer_name} {}; brokers cannot create any topic",
                inner.size, outer.size
            );
            let finding = Diagnostic::new(&CODE, message).advise([
                write(&inner.setting.path, outer.size.to_string()).purpose("or less"),
                write(&outer.setting.path, inner.size.to_string()),
            ]);
            let places = [
                (inner.setting.path.as_str(), format!("{inner_name} set here")),
                (outer.setting.path.as_str(), format!("{outer_name} set here")),
            ];
            found.push(cluster.point(finding, &places.each_ref().map(|(path, why)| (*path, why.as_str()))));
        }
    }
}

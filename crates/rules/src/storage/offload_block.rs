//! The blocks of tiered storage are as large as object stores want them.

use super::{OFFLOAD, offload_driver};
use pulsarc_component::Cluster;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};

/// Tiered storage blocks that are too small.
pub(crate) static CODE: Code = Code {
    id: "PUL0619",
    severity: Severity::Error,
    title: "tiered storage blocks too small",
    page: include_str!("offload_block.md"),
};

const LEAST: i64 = 5 * 1024 * 1024;

/// The least size of a part of an upload, which the offloader checks.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    let path = format!("{OFFLOAD}.maxBlockSizeInBytes");
    let small = cluster.integer(&path).filter(|size| *size != 0 && *size < LEAST);
    if let Some(size) = small.filter(|_| cluster.runs_broker() && offload_driver(cluster).is_some()) {
        let message =
            format!("blocks of {size} bytes are below the minimum of 5 MiB; the brokers refuse to offload");
        let finding =
            Diagnostic::new(&CODE, message).help(format!("write {LEAST} or more, such as 67108864"));
        found.push(cluster.point(finding, &[(&path, "")]));
    }
}

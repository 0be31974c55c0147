//! There are as many Oxia servers as copies of a shard.

use super::{OXIA_COPIES, OXIA_SERVERS, oxia};
use pulsarc_component::Cluster;
use pulsarc_diag::advice::write;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};

/// Fewer Oxia servers than copies.
pub(crate) static CODE: Code = Code {
    id: "PUL0205",
    severity: Severity::Error,
    title: "too few Oxia servers for the replication factor",
    page: include_str!("oxia_replicas.md"),
};

/// The coordinator finds no place for a shard's copies, and assigns it to nobody.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    let Some((servers, copies)) = oxia(cluster).filter(|(servers, copies)| servers < copies) else { return };
    let message =
        format!("each shard of Oxia needs {copies} servers, but there are {servers}; no shard becomes ready");
    let advice =
        [write(OXIA_SERVERS, copies).purpose("or more"), write(OXIA_COPIES, servers).purpose("or less")];
    let places = [(OXIA_COPIES, "number of copies set here"), (OXIA_SERVERS, "number of servers set here")];
    found.push(cluster.point(Diagnostic::new(&CODE, message).advise(advice), &places));
}

//! Oxia's cache fits into its memory.

use super::runs_oxia;
use crate::facts::given;
use pulsarc_component::Cluster;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};
use pulsarc_model::Quantity;

/// A cache of Oxia beyond its memory.
pub(crate) static CODE: Code = Code {
    id: "PUL0208",
    severity: Severity::Error,
    title: "Oxia cache exceeds the memory limit",
    page: include_str!("oxia_memory.md"),
};

const CACHE: &str = "oxia.server.dbCacheSizeMb";
const LIMIT: &str = "oxia.server.memoryLimit";
const MIB: i128 = 1 << 20;

/// A cache that fills the memory to the last quarter is a warning.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    let limit = given(cluster, LIMIT).and_then(|limit| Quantity::parse(&limit).ok());
    let (true, Some(limit), Some(cache)) = (runs_oxia(cluster), limit, cluster.integer(CACHE)) else {
        return;
    };
    let room = limit.units() / MIB;
    if i128::from(cache) * 4 <= room * 3 {
        return;
    }
    let fatal = i128::from(cache) > room;
    let message = if fatal {
        format!(
            "the cache of {cache} MiB does not fit in {} of memory; the server is killed once the cache is full",
            limit.as_str()
        )
    } else {
        format!(
            "the cache of {cache} MiB leaves little of {} of memory for the rest of the server; it may be killed",
            limit.as_str()
        )
    };
    let mut finding =
        Diagnostic::new(&CODE, message).help(format!("write {} or less, or a larger memoryLimit", room / 2));
    if !fatal {
        finding.severity = Severity::Warning;
    }
    found.push(cluster.point(finding, &[(CACHE, "cache size set here"), (LIMIT, "memory set here")]));
}

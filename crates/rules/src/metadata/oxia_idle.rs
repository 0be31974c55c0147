//! Each Oxia server holds a shard.

use super::{OXIA_SERVERS, oxia};
use pulsarc_component::Cluster;
use pulsarc_diag::advice::{otherwise, write};
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};

/// Oxia servers that hold nothing.
pub(crate) static CODE: Code = Code {
    id: "PUL0207",
    severity: Severity::Warning,
    title: "idle Oxia servers",
    page: include_str!("oxia_idle.md"),
};

const SHARDS: &str = "oxia.initialShardCount";
/// Oxia's namespaces that a cluster uses: the brokers' and the bookies'.
const NAMESPACES: i64 = 2;

/// A server without a shard has nothing to do.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    let (Some((servers, copies)), Some(shards)) = (oxia(cluster), cluster.integer(SHARDS)) else { return };
    let held = shards.saturating_mul(copies).saturating_mul(NAMESPACES);
    if held < servers {
        let message = format!(
            "{copies} copies of each shard (initialShardCount {shards}), for brokers and for bookies, need {held} servers; the rest of the {servers} servers hold no data"
        );
        let finding = Diagnostic::new(&CODE, message)
            .advise([otherwise(format!("write a larger {SHARDS}")), write(OXIA_SERVERS, held)]);
        let places = [(SHARDS, "number of shards set here"), (OXIA_SERVERS, "number of servers set here")];
        found.push(cluster.point(finding, &places));
    }
}

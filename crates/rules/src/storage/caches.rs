//! The bookies' caches fit into their direct memory.

use crate::facts::setting;
use pulsarc_component::Cluster;
use pulsarc_component::jvm::human;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};

/// Caches of a bookie beyond its direct memory.
pub(crate) static CODE: Code = Code {
    id: "PUL0621",
    severity: Severity::Error,
    title: "bookie caches exceed direct memory",
    page: include_str!("caches.md"),
};

const CACHES: [&str; 2] = ["dbStorage_writeCacheMaxSizeMb", "dbStorage_readAheadCacheMaxSizeMb"];
const MIB: i128 = 1 << 20;

/// As the bookie's storage checks it when it starts. A cache that is not set takes a quarter of the direct memory,
/// which is as large as the heap where it is not set.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    let Some(jvm) = cluster.jvms.iter().find(|jvm| jvm.block == "bookkeeper") else { return };
    let Some(direct) = jvm.direct().or_else(|| jvm.heap()) else { return };
    let caches = CACHES.map(|key| {
        let setting = setting(cluster, "bookkeeper", key)?;
        Some((setting.whole()?, setting))
    });
    let size = |cache: &Option<(i64, _)>| {
        cache.as_ref().map_or(direct.bytes / 4, |(size, _)| i128::from(*size) * MIB)
    };
    let sum: i128 = caches.iter().map(size).sum();
    let largest = caches.iter().flatten().max_by_key(|(size, _)| *size);
    if let Some((_, cache)) = largest.filter(|_| sum > direct.bytes) {
        let message = format!(
            "the write and read caches take {}, more than the {} of direct memory; the bookies exit at startup",
            human(sum),
            human(direct.bytes)
        );
        let finding = Diagnostic::new(&CODE, message).help(format!(
            "write smaller caches, about a quarter of the direct memory each, or raise -XX:MaxDirectMemorySize \
            above {}",
            human(sum)
        ));
        let option = direct.option.path.to_string();
        let places = [(cache.path.as_str(), "cache size set here"), (&option, "direct memory set here")];
        found.push(cluster.point(finding, &places));
    }
}

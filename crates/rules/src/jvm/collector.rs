//! Collector options that a release chooses better itself.

use super::given::given;
use pulsarc_catalogue::jvm::JavaVersion;
use pulsarc_component::Cluster;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};

/// An old choice of collector on a release that chooses itself.
pub(crate) static CODE: Code = Code {
    id: "PUL0834",
    severity: Severity::Warning,
    title: "JVM options carried over to Pulsar 5.0",
    page: include_str!("collector.md"),
};

const VARIABLES: [&str; 2] = ["PULSAR_GC", "BOOKIE_GC"];
const LEAKS: &str = "-Dpulsar.allocator.leak_detection";
const ALLOCATOR: &str = "-Dpulsar.allocator.type=pooled";

/// One finding for each setting.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    for jvm in given(cluster).iter().filter(|jvm| jvm.java >= JavaVersion::V25) {
        let mut reported = Vec::new();
        for option in jvm.options.iter().filter(|option| cluster.root.is_users(&option.path)) {
            let (message, help) = if VARIABLES.contains(&option.variable.as_str()) {
                if reported.contains(&&option.path) {
                    continue;
                }
                (
                    format!(
                        "{} of {} stops the launcher of Pulsar 5.0 from choosing the collector, generational \
                        ZGC on Java 25",
                        option.variable, jvm.block
                    ),
                    format!(
                        "remove `{}`; to keep another collector on purpose, accept {} under `checks`",
                        option.variable, CODE.id
                    ),
                )
            } else if option.text.starts_with(LEAKS) {
                (
                    format!("`{}` has no effect: Pulsar 5.0 does not read this property", option.text),
                    "write `-Dio.netty.leakDetection.level=LEVEL` instead".to_owned(),
                )
            } else if option.text == ALLOCATOR {
                (
                    format!(
                        "`{ALLOCATOR}` in Pulsar 5.0 also sets the allocator of the managed ledger cache, which \
                        has to stay adaptive"
                    ),
                    "write `-Dpulsar.allocator.default.type=pooled -Dio.netty.allocator.type=pooled` instead"
                        .to_owned(),
                )
            } else {
                continue;
            };
            let diagnostic = Diagnostic::new(&CODE, message).at(&option.path);
            found.push(diagnostic.span(cluster.root.users_span(&option.path)).help(help));
            reported.push(&option.path);
        }
    }
}

//! A component's TLS counts only while TLS is on at all.

use pulsarc_component::Cluster;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};

/// TLS switch without effect.
pub(crate) static CODE: Code = Code {
    id: "PUL0402",
    severity: Severity::Warning,
    title: "TLS switch without effect",
    page: include_str!("dead_switch.md"),
};

const COMPONENTS: [&str; 6] =
    ["proxy", "broker", "bookie", "zookeeper", "function_worker", "function_instance"];

pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    if cluster.base.tls.enabled {
        return;
    }
    for component in COMPONENTS {
        let path = format!("tls.{component}.enabled");
        if cluster.is_on(&path) && cluster.is_users(&path) {
            let told = Diagnostic::new(
                &CODE,
                format!("tls.{component} is on, but tls.enabled is off: nothing is encrypted"),
            )
            .help("write tls.enabled: true, or remove it");
            found.push(cluster.point(told, &[(&path, "this is on"), ("tls.enabled", "TLS is off")]));
        }
    }
}

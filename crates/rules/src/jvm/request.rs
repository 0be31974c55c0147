//! A JVM that may take more memory than is reserved for it.

use pulsarc_component::Cluster;
use pulsarc_component::jvm::human;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};
use pulsarc_model::Quantity;

/// A JVM that may take more memory than is reserved for it.
pub(crate) static CODE: Code = Code {
    id: "PUL0815",
    severity: Severity::Warning,
    title: "JVM memory exceeds the container's request",
    page: include_str!("request.md"),
};

/// Told only where the user set one of the two: the chart's own defaults are below their JVM's memory here and there,
/// and nobody asked for those.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    for jvm in &cluster.jvms {
        let path = format!("{}.resources.requests.memory", jvm.block);
        let request =
            cluster.text(&path).and_then(|text| Quantity::parse(&text).ok()).map(|request| request.units());
        let (Some(request), Some(heap)) = (request, jvm.heap()) else { continue };
        // What is allowed by default alone is rarely used, so nobody has to reserve it.
        let memory = heap.bytes + jvm.direct().map_or(0, |direct| direct.bytes);
        let option = heap.option.path.to_string();
        if memory > request && (cluster.is_users(&option) || cluster.is_users(&path)) {
            let message = format!(
                "{} may use {} of heap and direct memory, but requests only {}; under memory pressure the node \
                evicts its pods",
                jvm.block,
                human(memory),
                human(request)
            );
            let help = format!(
                "raise resources.requests.memory to {} or more, or lower -Xmx and -XX:MaxDirectMemorySize",
                human(memory)
            );
            let finding = Diagnostic::new(&CODE, message).help(help);
            found.push(
                cluster
                    .point(finding, &[(&option, "JVM memory set here"), (&path, "memory request set here")]),
            );
        }
    }
}

//! A JVM that may take more memory than its container.

use pulsarc_component::Cluster;
use pulsarc_component::jvm::human;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};
use pulsarc_model::Quantity;

/// A JVM that may take more memory than its container.
pub(crate) static CODE: Code = Code {
    id: "PUL0814",
    severity: Severity::Error,
    title: "memory beyond the container's limit",
    page: include_str!("limit.md"),
};

pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    for jvm in &cluster.jvms {
        let path = format!("{}.resources.limits.memory", jvm.block);
        let limit =
            cluster.text(&path).and_then(|text| Quantity::parse(&text).ok()).map(|limit| limit.units());
        let (Some(limit), Some(memory), Some(heap)) = (limit, jvm.memory(), jvm.heap()) else { continue };
        // Metaspace, code, thread stacks and the collector's own: a tenth, and 64 MiB at least, is on the low side.
        let whole = memory + (memory / 10).max(64 << 20);
        if whole <= limit {
            continue;
        }
        let severity = if memory >= limit { Severity::Error } else { Severity::Warning };
        let message = format!(
            "{} may take {} of heap and direct memory, and about {} in all, but its container is killed beyond {}",
            jvm.block,
            human(memory),
            human(whole),
            human(limit)
        );
        let help =
            format!("raise the limit to {} or more, or lower -Xmx and -XX:MaxDirectMemorySize", human(whole));
        let option = heap.option.path.to_string();
        let told = Diagnostic { severity, ..Diagnostic::new(&CODE, message).help(help) };
        found.push(
            cluster
                .point(told, &[(&option, "the JVM's memory is set here"), (&path, "the limit is set here")]),
        );
    }
}

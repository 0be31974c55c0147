//! A JVM that may take more memory than its container.

use pulsarc_component::jvm::human;
use pulsarc_component::{Cluster, ComponentRecord, Program};
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};
use pulsarc_model::Quantity;

/// A JVM that may take more memory than its container.
pub(crate) static CODE: Code = Code {
    id: "PUL0814",
    severity: Severity::Error,
    title: "JVM memory exceeds the container's limit",
    page: include_str!("limit.md"),
};

/// Only shells, and servers whose direct memory stays far below what the JVM would allow, get by with less.
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
        let direct = jvm.direct();
        let record = cluster.topology.deployed().find(|record| record.block == jvm.block);
        let fills = direct.is_some() || fills_direct_memory(record);
        let fatal = memory >= limit && fills && !is_shell(record);
        let severity = if fatal { Severity::Error } else { Severity::Warning };
        let implied = if direct.is_some() {
            String::new()
        } else {
            format!(
                " (without -XX:MaxDirectMemorySize the JVM allows {}, as much as the heap)",
                human(heap.bytes)
            )
        };
        let message = format!(
            "{} may use {} of heap and direct memory{implied}, about {} in all; the kernel kills its container \
            at {}",
            jvm.block,
            human(memory),
            human(whole),
            human(limit)
        );
        let help =
            format!("raise the limit to {} or more, or lower -Xmx and -XX:MaxDirectMemorySize", human(whole));
        let option = heap.option.path.to_string();
        let finding = Diagnostic { severity, ..Diagnostic::new(&CODE, message).help(help) };
        let places = [(option.as_str(), "JVM memory set here"), (&path, "memory limit set here")];
        found.push(cluster.point(finding, &places));
    }
}

/// A pod of command line tools only sleeps until somebody runs one in it.
fn is_shell(record: Option<&ComponentRecord>) -> bool {
    program(record) == Some(Program::Client)
}

/// Whether messages pass through the direct memory of a component, so that it fills under load whatever its bound.
fn fills_direct_memory(record: Option<&ComponentRecord>) -> bool {
    match program(record) {
        Some(Program::Broker | Program::Proxy) => true,
        Some(Program::BookKeeper) => record.is_some_and(|record| record.persists.is_some()),
        _ => false,
    }
}

fn program(record: Option<&ComponentRecord>) -> Option<Program> {
    record?.configuration?.programs.first().copied()
}

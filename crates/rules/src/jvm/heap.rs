//! A heap that starts larger than it may become.

use pulsarc_component::Cluster;
use pulsarc_component::jvm::human;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};

/// A heap that starts larger than it may become.
pub(crate) static CODE: Code = Code {
    id: "PUL0812",
    severity: Severity::Error,
    title: "initial heap exceeds the maximum heap",
    page: include_str!("heap.md"),
};

pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    for jvm in &cluster.jvms {
        let (Some(initial), Some(largest)) = (jvm.initial_heap(), jvm.heap()) else { continue };
        if initial.bytes > largest.bytes {
            let message = format!(
                "the initial heap of {} is {}, more than its maximum of {}; the JVM does not start",
                jvm.block,
                human(initial.bytes),
                human(largest.bytes)
            );
            let help = format!(
                "set -Xms and -Xmx to the same size, as in {} -Xms{}",
                largest.option.text,
                &largest.option.text[4.min(largest.option.text.len())..]
            );
            let (first, second) = (initial.option.path.to_string(), largest.option.path.to_string());
            let finding = Diagnostic::new(&CODE, message).help(help);
            found.push(
                cluster
                    .point(finding, &[(&first, "initial heap set here"), (&second, "maximum heap set here")]),
            );
        }
    }
}

//! More than one garbage collector.

use pulsarc_component::Cluster;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};
use std::collections::BTreeMap;

/// More than one garbage collector.
pub(crate) static CODE: Code = Code {
    id: "PUL0813",
    severity: Severity::Error,
    title: "more than one garbage collector",
    page: include_str!("collectors.md"),
};

/// The collectors of `OpenJDK`, by their options.
const COLLECTORS: [&str; 6] =
    ["UseSerialGC", "UseParallelGC", "UseG1GC", "UseZGC", "UseShenandoahGC", "UseEpsilonGC"];

pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    for jvm in &cluster.jvms {
        // A later `-XX:-UseZGC` takes an earlier `-XX:+UseZGC` back.
        let mut chosen = BTreeMap::new();
        for option in &jvm.options {
            if let Some(on) = option.text.strip_prefix("-XX:+").filter(|on| COLLECTORS.contains(on)) {
                chosen.insert(on, option);
            } else if let Some(off) = option.text.strip_prefix("-XX:-") {
                chosen.remove(off);
            }
        }
        if chosen.len() > 1 {
            let names: Vec<&str> = chosen.keys().copied().collect();
            let message = format!(
                "{} selects {} garbage collectors ({}); the JVM does not start",
                jvm.block,
                chosen.len(),
                names.join(", ")
            );
            let paths: Vec<String> = chosen.values().map(|option| option.path.to_string()).collect();
            let places: Vec<(&str, &str)> =
                paths.iter().map(|path| (path.as_str(), "collector selected here")).collect();
            found.push(cluster.point(Diagnostic::new(&CODE, message).help("keep one of them"), &places));
        }
    }
}

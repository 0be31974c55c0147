//! A variable is set once.

use super::pods::{Part, lists, written_blocks};
use crate::facts::field;
use pulsarc_component::Cluster;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};
use std::collections::BTreeMap;

/// Variable twice.
pub(crate) static CODE: Code = Code {
    id: "PUL0705",
    severity: Severity::Error,
    title: "duplicate environment variable",
    page: include_str!("variable_twice.md"),
};

/// Kubernetes takes the last one silently.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    for block in written_blocks(cluster) {
        for list in lists(cluster, block, Part::Variable) {
            let mut seen: BTreeMap<&str, String> = BTreeMap::new();
            for (item, variable) in list.items() {
                let Some(name) = field(variable, "name") else { continue };
                let path = format!("{item}.name");
                if let Some(first) = seen.get(name) {
                    let finding = Diagnostic::new(
                        &CODE,
                        format!("the variable {name} is set twice; Kubernetes silently uses the last value"),
                    )
                    .help("keep one of the two");
                    found.push(cluster.point(finding, &[(&path, ""), (first, "first set here")]));
                } else {
                    seen.insert(name, path);
                }
            }
        }
    }
}

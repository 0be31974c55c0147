//! The files that a volume puts into a container stay inside it, and have permissions that files can have.

use super::passed::{above, each, has_segment};
use crate::facts::pointed;
use pulsarc_component::Cluster;
use pulsarc_diag::{Code, Diagnostic, Findings, KeyPath, Segment, Severity};
use pulsarc_model::{Node, Number, Value};

/// File of a volume that cannot be.
pub(crate) static CODE: Code = Code {
    id: "PUL0749",
    severity: Severity::Error,
    title: "invalid volume file",
    page: include_str!("volume_files.md"),
};

/// What permissions can be: nine bits.
const MODES: std::ops::RangeInclusive<i64> = 0..=0o777;

/// Kubernetes rejects the pod.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    each(cluster, |path, node| {
        if !has_segment(path, "extraVolumes") && !has_segment(path, "extraDeploy") {
            return;
        }
        match path.last_key() {
            Some("path") if is_item(path) => file(cluster, path, node, found),
            Some("path") if above(path) == "hostPath" => folder(cluster, path, node, found),
            Some("defaultMode" | "mode") => mode(cluster, path, node, found),
            _ => {}
        }
    });
}

/// Whether a path is that of a key's file: `items.0.path`.
fn is_item(path: &KeyPath) -> bool {
    let mut above = path.segments().iter().rev().skip(1);
    matches!(above.next(), Some(Segment::Index(_)))
        && matches!(above.next(), Some(Segment::Key(key)) if key == "items")
}

fn file(cluster: &Cluster<'_>, path: &KeyPath, node: &Node, found: &mut Findings) {
    let Some(text) = node.as_text() else { return };
    if text.starts_with('/') || text.starts_with("..") || has_backstep(text) {
        let finding = Diagnostic::new(
            &CODE,
            format!("invalid path inside the volume {text:?}: Kubernetes rejects the pod"),
        );
        found.push(pointed(cluster, finding.help("write a relative path without `..`"), path));
    }
}

fn folder(cluster: &Cluster<'_>, path: &KeyPath, node: &Node, found: &mut Findings) {
    let Some(text) = node.as_text().filter(|text| has_backstep(text)) else { return };
    let finding =
        Diagnostic::new(&CODE, format!("the path {text:?} contains `..`; Kubernetes rejects the pod"));
    found.push(pointed(cluster, finding.help("write the directory's path on the node without `..`"), path));
}

fn mode(cluster: &Cluster<'_>, path: &KeyPath, node: &Node, found: &mut Findings) {
    let Value::Number(Number::Integer(bits)) = node.value else { return };
    if MODES.contains(&bits) {
        return;
    }
    let finding = Diagnostic::new(
        &CODE,
        format!("invalid file mode {bits} ({bits:o} in octal): Kubernetes rejects the pod"),
    )
    .help("write at most 0777 with its leading zero, or 511, which is the same number");
    found.push(pointed(cluster, finding, path));
}

fn has_backstep(path: &str) -> bool {
    path.split('/').any(|part| part == "..")
}

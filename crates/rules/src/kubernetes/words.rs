//! Words inside what users hand through to pods are those that Kubernetes takes.

use super::passed::{above, places};
use crate::facts::{pointed, walk};
use pulsarc_component::Cluster;
use pulsarc_diag::KeyPath;
use pulsarc_diag::advice::write_it;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};
use pulsarc_model::Node;

/// Word that Kubernetes does not know.
pub(crate) static CODE: Code = Code {
    id: "PUL0719",
    severity: Severity::Error,
    title: "invalid Kubernetes keyword",
    page: include_str!("words.md"),
};

/// A key, the key above it where that matters, and its words.
type Words = (&'static str, &'static str, &'static [&'static str]);

const WORDS: [Words; 22] = [
    ("imagePullPolicy", "", &["Always", "IfNotPresent", "Never"]),
    ("terminationMessagePolicy", "", &["File", "FallbackToLogsOnError"]),
    ("restartPolicy", "initContainers", &["Always"]),
    ("protocol", "ports", &["TCP", "UDP", "SCTP"]),
    ("scheme", "httpGet", &["HTTP", "HTTPS"]),
    ("medium", "emptyDir", &["", "Memory", "HugePages", "HugePages-2Mi", "HugePages-1Gi"]),
    (
        "type",
        "hostPath",
        &[
            "",
            "DirectoryOrCreate",
            "Directory",
            "FileOrCreate",
            "File",
            "Socket",
            "CharDevice",
            "BlockDevice",
        ],
    ),
    ("mountPropagation", "", &["None", "HostToContainer", "Bidirectional"]),
    ("recursiveReadOnly", "", &["Disabled", "IfPossible", "Enabled"]),
    ("type", "seccompProfile", &["RuntimeDefault", "Unconfined", "Localhost"]),
    ("type", "appArmorProfile", &["RuntimeDefault", "Unconfined", "Localhost"]),
    ("procMount", "securityContext", &["Default", "Unmasked"]),
    ("fsGroupChangePolicy", "", &["Always", "OnRootMismatch"]),
    ("supplementalGroupsPolicy", "", &["Merge", "Strict"]),
    ("seLinuxChangePolicy", "", &["MountOption", "Recursive"]),
    ("operator", "matchExpressions", &["In", "NotIn", "Exists", "DoesNotExist"]),
    ("type", "metrics", &["Resource", "ContainerResource", "Pods", "Object", "External"]),
    ("type", "target", &["Utilization", "Value", "AverageValue"]),
    ("type", "policies", &["Pods", "Percent"]),
    ("selectPolicy", "", &["Max", "Min", "Disabled"]),
    ("persistentVolumeReclaimPolicy", "", &["Retain", "Delete", "Recycle"]),
    ("volumeMode", "", &["Filesystem", "Block"]),
];
/// What is done to metrics: Prometheus' words, and what only `VictoriaMetrics` knows.
const ACTIONS: [&str; 11] = [
    "replace",
    "keep",
    "drop",
    "hashmod",
    "labelmap",
    "labeldrop",
    "labelkeep",
    "lowercase",
    "uppercase",
    "keepequal",
    "dropequal",
];
const VICTORIA_METRICS_ACTIONS: [&str; 10] = [
    "replace_all",
    "labelmap_all",
    "keep_metrics",
    "drop_metrics",
    "keep_if_equal",
    "drop_if_equal",
    "keep_if_contains",
    "drop_if_contains",
    "keep_if_not_contains",
    "graphite",
];

/// Kubernetes, or the monitors' operator, rejects the object.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    for place in places(cluster) {
        let Some(node) = cluster.root.get(&place) else { continue };
        walk(node, &mut place.clone(), &mut |path, node| word(cluster, path, node, found));
    }
}

fn word(cluster: &Cluster<'_>, path: &KeyPath, node: &Node, found: &mut Findings) {
    let (Some(key), Some(text)) = (path.last_key(), node.as_text()) else { return };
    let above = above(path);
    let known: Vec<&str> = if key == "action" && above == "metricRelabelings" {
        let victoria: &[&str] =
            if cluster.base.scraped_by_victoria_metrics() { &VICTORIA_METRICS_ACTIONS } else { &[] };
        ACTIONS.iter().chain(victoria).copied().collect()
    } else {
        let listed =
            WORDS.iter().find(|(name, parent, _)| *name == key && (parent.is_empty() || *parent == above));
        listed.map(|(.., words)| words.to_vec()).unwrap_or_default()
    };
    // The operator takes an action in small letters or with a capital one.
    let is_known =
        known.iter().any(|word| *word == text || (key == "action" && word.eq_ignore_ascii_case(text)));
    if known.is_empty() || is_known {
        return;
    }
    let meant = known.iter().find(|word| word.eq_ignore_ascii_case(text) && !word.is_empty());
    let listed = known.iter().filter(|word| !word.is_empty()).copied().collect::<Vec<_>>().join(", ");
    let finding = Diagnostic::new(&CODE, format!("invalid {key} {text:?}: Kubernetes rejects it"));
    let finding = match meant {
        Some(word) => finding.advise([write_it(*word).safe()]),
        None => finding.help(format!("write one of {listed}")),
    };
    found.push(pointed(cluster, finding, path));
}

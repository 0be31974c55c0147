//! A rolling update has details, and reaches some pods.

use super::pods::blocks;
use crate::facts::{given, is_set};
use pulsarc_component::Cluster;
use pulsarc_diag::advice::{remove, write};
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};

/// Update that cannot be made.
pub(crate) static CODE: Code = Code {
    id: "PUL0726",
    severity: Severity::Error,
    title: "invalid update strategy",
    page: include_str!("update.md"),
};

/// Details of a rolling update that is none are rejected; one that begins beyond the last pod is a warning.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    for block in blocks(cluster) {
        let (kind, rolling) =
            (format!("{block}.updateStrategy.type"), format!("{block}.updateStrategy.rollingUpdate"));
        let partition = format!("{rolling}.partition");
        if given(cluster, &kind).as_deref() == Some("OnDelete") && is_set(cluster, &rolling) {
            let finding = Diagnostic::new(
                &CODE,
                "rollingUpdate cannot be set with type OnDelete; Kubernetes rejects the StatefulSet",
            )
            .advise([remove(&rolling), write(&kind, "RollingUpdate")]);
            found.push(cluster.point(finding, &[(&rolling, ""), (&kind, "type set here")]));
            continue;
        }
        let replicas = format!("{block}.replicaCount");
        let (Some(first), Some(pods)) = (cluster.integer(&partition), cluster.integer(&replicas)) else {
            continue;
        };
        if pods > 0 && first >= pods {
            let mut finding = Diagnostic::new(
                &CODE,
                format!(
                    "the partition {first} excludes every pod from updates: the last of {pods} pods is number {}",
                    pods - 1
                ),
            )
            .advise([write(&partition, 0).purpose("to update all pods")]);
            finding.severity = Severity::Warning;
            found.push(cluster.point(finding, &[(&partition, ""), (&replicas, "number of pods set here")]));
        }
    }
}

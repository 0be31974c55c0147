//! A rolling update has details, and reaches some pods.

use super::pods::blocks;
use crate::facts::{given, is_set};
use pulsarc_component::Cluster;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};

/// Update that cannot be made.
pub(crate) static CODE: Code = Code {
    id: "PUL0726",
    severity: Severity::Error,
    title: "update that cannot be made",
    page: include_str!("update.md"),
};

/// Details of a rolling update that is none are refused; one that begins beyond the last pod is a warning.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    for block in blocks(cluster) {
        let (kind, rolling) =
            (format!("{block}.updateStrategy.type"), format!("{block}.updateStrategy.rollingUpdate"));
        let partition = format!("{rolling}.partition");
        if given(cluster, &kind).as_deref() == Some("OnDelete") && is_set(cluster, &rolling) {
            let told = Diagnostic::new(
                &CODE,
                "with OnDelete nothing rolls: Kubernetes refuses the details of a rolling update",
            )
            .help("remove rollingUpdate, or write type: RollingUpdate");
            found.push(cluster.point(told, &[(&rolling, ""), (&kind, "the type is set here")]));
            continue;
        }
        let replicas = format!("{block}.replicaCount");
        let (Some(first), Some(pods)) = (cluster.integer(&partition), cluster.integer(&replicas)) else {
            continue;
        };
        if pods > 0 && first >= pods {
            let mut told = Diagnostic::new(
                &CODE,
                format!(
                    "only pods from number {first} on are updated, and the last of {pods} is number {}",
                    pods - 1
                ),
            )
            .help("write 0 to update all of them");
            told.severity = Severity::Warning;
            found.push(cluster.point(told, &[(&partition, ""), (&replicas, "the pods are counted here")]));
        }
    }
}

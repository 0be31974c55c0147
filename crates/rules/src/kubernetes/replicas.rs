//! Where an autoscaler counts the pods, nobody else does.

use super::pods::blocks;
use pulsarc_component::Cluster;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};

/// Number of pods that the autoscaler decides.
pub(crate) static CODE: Code = Code {
    id: "PUL0735",
    severity: Severity::Warning,
    title: "replica count decided by the autoscaler",
    page: include_str!("replicas.md"),
};

/// The StatefulSet then starts with one pod, and the autoscaler takes it from there.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    for block in blocks(cluster) {
        let [switch, fewest, most] =
            ["enabled", "minReplicas", "maxReplicas"].map(|key| format!("{block}.autoscaling.{key}"));
        let replicas = format!("{block}.replicaCount");
        let (Some(pods), Some(least), Some(largest)) =
            (cluster.integer(&replicas), cluster.integer(&fewest), cluster.integer(&most))
        else {
            continue;
        };
        if cluster.is_on(&switch) && cluster.is_users(&replicas) && least <= largest {
            let finding = Diagnostic::new(
                &CODE,
                format!(
                    "the replica count of {pods} has no effect: the \
            autoscaler chooses between {least} and {largest}"
                ),
            )
            .help(format!("remove it, and set {fewest} and {most} instead"));
            found.push(cluster.point(
                finding,
                &[
                    (&replicas, ""),
                    (&switch, "autoscaler switched on here"),
                    (&fewest, "minimum set here"),
                    (&most, "maximum set here"),
                ],
            ));
        }
    }
}

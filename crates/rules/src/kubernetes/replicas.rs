//! Where an autoscaler counts the pods, nobody else does.

use super::pods::blocks;
use pulsarc_component::Cluster;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};

/// Number of pods that the autoscaler decides.
pub(crate) static CODE: Code = Code {
    id: "PUL0735",
    severity: Severity::Warning,
    title: "number of pods that the autoscaler decides",
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
            let told = Diagnostic::new(&CODE, format!("{pods} pods are asked for, and the autoscaler decides, from {least} to {largest}: this is not read"))
                .help(format!("remove it, and write the numbers as {fewest} and {most}"));
            found.push(cluster.point(
                told,
                &[
                    (&replicas, ""),
                    (&switch, "the autoscaler is on"),
                    (&fewest, "the fewest"),
                    (&most, "the most"),
                ],
            ));
        }
    }
}

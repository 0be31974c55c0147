//! What is set is switched on.

use super::pods::written_blocks;
use crate::facts::{is_set, switched_off, written};
use pulsarc_component::Cluster;
use pulsarc_diag::advice::{remove_it, write};
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};

/// Setting whose switch is off.
pub(crate) static CODE: Code = Code {
    id: "PUL0736",
    severity: Severity::Warning,
    title: "setting of a disabled feature",
    page: include_str!("switched_off.md"),
};

/// Parts of a component's block that have a switch of their own, the switch, and the settings that count with it
/// alone; all of them where none is listed.
const PARTS: [(&str, &str, &[&str]); 7] = [
    ("autoscaling", "enabled", &[]),
    ("ingress", "enabled", &["hostname", "ingressClassName", "annotations", "path", "tls"]),
    ("podMonitor", "enabled", &["metricRelabelings", "interval", "scrapeTimeout"]),
    ("pdb", "usePolicy", &["maxUnavailable"]),
    ("affinity", "anti_affinity", &["anti_affinity_topology_key", "type"]),
    ("probe.startup", "enabled", &[]),
    ("ingress.tls", "enabled", &["secretName"]),
];

/// Probes that are off by default are the ones that users forget to switch on.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    for block in written_blocks(cluster) {
        for (part, switch, settings) in PARTS {
            let part = format!("{block}.{part}");
            let switch = format!("{part}.{switch}");
            let is_off = cluster.root.get(switch.as_str()).is_some() && !cluster.is_on(&switch);
            // Who switches a part off in so many words may leave the rest of it for later.
            if !is_off || switched_off(cluster, &switch) {
                continue;
            }
            let all = written(cluster, &part).into_iter();
            for key in all.filter(|key| *key != "enabled" && (settings.is_empty() || settings.contains(key)))
            {
                tell(cluster, &format!("{part}.{key}"), &switch, found);
            }
        }
    }
    let (kept, switch) = ("job.ttl.secondsAfterFinished", "job.ttl.enabled");
    // The jobs that make tokens or take old StatefulSets away go by it without the switch.
    let passing = cluster.is_on("auth.authentication.jwt.generateSecrets.enabled")
        || ["zookeeper", "broker"]
            .iter()
            .any(|block| cluster.is_on(&format!("{block}.statefulsetUpgrade.enabled")));
    if cluster.is_users(kept) && !cluster.is_on(switch) && !switched_off(cluster, switch) && !passing {
        tell(cluster, kept, switch, found);
    }
    apart(cluster, found);
}

/// No pods keep apart while the switch of all components is off.
fn apart(cluster: &Cluster<'_>, found: &mut Findings) {
    let switch = "affinity.anti_affinity";
    if cluster.base.affinity.anti_affinity {
        return;
    }
    for block in written_blocks(cluster) {
        let users = ["anti_affinity", "type", "anti_affinity_topology_key"]
            .map(|key| format!("{block}.affinity.{key}"))
            .into_iter()
            .find(|path| cluster.is_users(path) && is_set(cluster, path));
        let own = format!("{block}.affinity.anti_affinity");
        if let Some(path) = users.filter(|_| cluster.is_on(&own)) {
            tell(cluster, &path, switch, found);
        }
    }
}

fn tell(cluster: &Cluster<'_>, path: &str, switch: &str, found: &mut Findings) {
    let finding = Diagnostic::new(&CODE, format!("this has no effect: {switch} is off"))
        .advise([write(switch, true), remove_it()]);
    found.push(cluster.point(finding, &[(path, ""), (switch, "switched off here")]));
}

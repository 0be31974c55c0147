//! A pod for each zone, if there are no more pods than zones.

use crate::facts::given;
use pulsarc_component::Cluster;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};

/// More pods than there are likely to be zones.
pub(crate) static CODE: Code = Code {
    id: "PUL0113",
    severity: Severity::Warning,
    title: "more pods than zones to separate them",
    page: include_str!("zones.md"),
};

/// The most failure domains that a Kubernetes cluster commonly has, by the node label that names them.
const DOMAINS: [(&str, i64, &str); 4] = [
    ("topology.kubernetes.io/zone", 3, "zone"),
    ("failure-domain.beta.kubernetes.io/zone", 3, "zone"),
    ("topology.kubernetes.io/region", 1, "region"),
    ("failure-domain.beta.kubernetes.io/region", 1, "region"),
];

/// A required anti-affinity leaves the pods beyond the number of zones pending.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    if !cluster.base.affinity.anti_affinity {
        return;
    }
    for record in cluster.topology.deployed() {
        let Some(replicas) = record.replicas_path() else { continue };
        let affinity = format!("{}.affinity", record.block);
        let key = format!("{affinity}.anti_affinity_topology_key");
        let kind = format!("{affinity}.type");
        let required = given(cluster, &kind).is_some_and(|kind| kind.starts_with("required"));
        if !required || !cluster.is_on(&format!("{affinity}.anti_affinity")) {
            continue;
        }
        let label = given(cluster, &key);
        let Some((_, most, domain)) = DOMAINS.iter().find(|(name, ..)| label.as_deref() == Some(*name))
        else {
            continue;
        };
        let Some(pods) = cluster.integer(&replicas).filter(|pods| pods > most) else { continue };
        let message = format!(
            "{pods} pods may not share a {domain}; with fewer than {pods} {domain}s the others stay pending"
        );
        let finding = Diagnostic::new(&CODE, message)
            .help("write the type preferredDuringSchedulingIgnoredDuringExecution, or use topologySpreadConstraints");
        let places = [
            (key.as_str(), "topology key set here"),
            (&kind, "separation required here"),
            (&replicas, "number of pods set here"),
        ];
        found.push(cluster.point(finding, &places));
    }
}

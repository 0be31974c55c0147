//! The strictest mode of a claim stands alone.

use crate::facts::items;
use pulsarc_component::Cluster;
use pulsarc_diag::advice::{otherwise, remove_it};
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};

/// Mode of a claim beside the strictest one.
pub(crate) static CODE: Code = Code {
    id: "PUL0737",
    severity: Severity::Warning,
    title: "ReadWriteOncePod beside other access modes",
    page: include_str!("claim_modes.md"),
};

const ONE_POD: &str = "ReadWriteOncePod";

/// Kubernetes rejects the two together, so the strictest one alone is asked for.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    let on = &cluster.base.components;
    let used = on.dekaf && cluster.is_on("dekaf.persistence.enabled");
    let list = "dekaf.persistence.accessModes";
    let modes = items(cluster, list);
    let strict = modes.iter().any(|(_, mode)| mode.as_text() == Some(ONE_POD));
    if used && strict && modes.len() > 1 {
        let finding = Diagnostic::new(
            &CODE,
            format!("{ONE_POD} cannot be combined with other access modes; Kubernetes rejects the claim"),
        )
        .advise([otherwise(format!("write {ONE_POD} only")), remove_it()]);
        found.push(cluster.point(finding, &[(list, "")]));
    }
}

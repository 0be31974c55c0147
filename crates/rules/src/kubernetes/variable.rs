//! A variable has a name and one value.

use super::pods::{Part, parts, written_blocks};
use crate::facts::{field, given, is_set};
use pulsarc_component::Cluster;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};

/// Variable that cannot be set.
pub(crate) static CODE: Code = Code {
    id: "PUL0716",
    severity: Severity::Error,
    title: "invalid environment variable",
    page: include_str!("variable.md"),
};

/// The sources of a value, and what each of them cannot do without.
const SOURCES: [(&str, &[&str]); 4] = [
    ("secretKeyRef", &["name", "key"]),
    ("configMapKeyRef", &["name", "key"]),
    ("fieldRef", &["fieldPath"]),
    ("resourceFieldRef", &["resource"]),
];

/// Kubernetes rejects the pod.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    for block in written_blocks(cluster) {
        for (item, variable) in parts(cluster, block, Part::Variable) {
            let Some(name) = field(variable, "name") else { continue };
            let wrong = name_of(&item, name).or_else(|| value_of(cluster, &item, name));
            if let Some((path, finding)) = wrong {
                found.push(cluster.point(finding, &[(&path, "")]));
            }
        }
    }
}

fn name_of(item: &str, name: &str) -> Option<(String, Diagnostic)> {
    if !name.contains('=') {
        return None;
    }
    let finding = Diagnostic::new(&CODE, format!("invalid variable name {name:?}: it contains `=`"))
        .help("write the part before `=` as name and the part after it as value");
    Some((format!("{item}.name"), finding))
}

fn value_of(cluster: &Cluster<'_>, item: &str, name: &str) -> Option<(String, Diagnostic)> {
    let from = format!("{item}.valueFrom");
    if !is_set(cluster, &from) {
        return None;
    }
    if given(cluster, &format!("{item}.value")).is_some() {
        let finding = Diagnostic::new(
            &CODE,
            format!("{name} has both value and valueFrom; Kubernetes rejects the pod"),
        )
        .help("keep one of value and valueFrom");
        return Some((from, finding));
    }
    SOURCES.iter().find_map(|(source, needs)| {
        let path = format!("{from}.{source}");
        let missing = needs.iter().find(|need| given(cluster, &format!("{path}.{need}")).is_none())?;
        is_set(cluster, &path).then(|| {
            let finding = Diagnostic::new(
                &CODE,
                format!("the {source} of {name} has no {missing}; Kubernetes rejects the pod"),
            )
            .help(format!("add {missing}"));
            (path, finding)
        })
    })
}

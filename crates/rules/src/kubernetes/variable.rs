//! A variable has a name and one value.

use super::pods::{Part, parts, written_blocks};
use crate::facts::{field, given, is_set};
use pulsarc_component::Cluster;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};

/// Variable that cannot be set.
pub(crate) static CODE: Code = Code {
    id: "PUL0716",
    severity: Severity::Error,
    title: "variable that cannot be set",
    page: include_str!("variable.md"),
};

/// The sources of a value, and what each of them cannot do without.
const SOURCES: [(&str, &[&str]); 4] = [
    ("secretKeyRef", &["name", "key"]),
    ("configMapKeyRef", &["name", "key"]),
    ("fieldRef", &["fieldPath"]),
    ("resourceFieldRef", &["resource"]),
];

/// Kubernetes refuses the pod.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    for block in written_blocks(cluster) {
        for (item, variable) in parts(cluster, block, Part::Variable) {
            let Some(name) = field(variable, "name") else { continue };
            let wrong = name_of(&item, name).or_else(|| value_of(cluster, &item, name));
            if let Some((path, told)) = wrong {
                found.push(cluster.point(told, &[(&path, "")]));
            }
        }
    }
}

fn name_of(item: &str, name: &str) -> Option<(String, Diagnostic)> {
    if !name.contains('=') {
        return None;
    }
    let told = Diagnostic::new(&CODE, format!("{name:?} is no name of a variable: it has a `=` in it"))
        .help("write what is before the `=` as name, and what is after it as value");
    Some((format!("{item}.name"), told))
}

fn value_of(cluster: &Cluster<'_>, item: &str, name: &str) -> Option<(String, Diagnostic)> {
    let from = format!("{item}.valueFrom");
    if !is_set(cluster, &from) {
        return None;
    }
    if given(cluster, &format!("{item}.value")).is_some() {
        let told = Diagnostic::new(
            &CODE,
            format!("{name} has a value and takes it from elsewhere too: Kubernetes refuses the pod"),
        )
        .help("keep value or valueFrom");
        return Some((from, told));
    }
    SOURCES.iter().find_map(|(source, needs)| {
        let path = format!("{from}.{source}");
        let missing = needs.iter().find(|need| given(cluster, &format!("{path}.{need}")).is_none())?;
        is_set(cluster, &path).then(|| {
            let told = Diagnostic::new(
                &CODE,
                format!(
                    "{name} is to come from a {source} without its {missing}: Kubernetes refuses the pod"
                ),
            )
            .help(format!("add {missing}"));
            (path, told)
        })
    })
}

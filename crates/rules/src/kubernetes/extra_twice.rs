//! Each object that a user adds is a new one.

use super::pods::blocks;
use crate::facts::{given, items};
use pulsarc_component::Cluster;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};
use std::collections::BTreeMap;

/// Object that is there already.
pub(crate) static CODE: Code = Code {
    id: "PUL0731",
    severity: Severity::Error,
    title: "extra object with the name of an emitted one",
    page: include_str!("extra_twice.md"),
};

/// The kinds of objects that carry a component's own name.
const KINDS: [&str; 4] = ["ConfigMap", "Service", "ServiceAccount", "StatefulSet"];

/// The last one replaces the first when they are applied. What has templates in its name is compared elsewhere.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    let mut seen: BTreeMap<[String; 3], Option<String>> = BTreeMap::new();
    let home = cluster.names.namespace();
    for block in blocks(cluster) {
        let Some(component) = given(cluster, &format!("{block}.component")) else { continue };
        for kind in KINDS {
            seen.insert([kind.to_owned(), home.to_owned(), cluster.names.of(&component)], None);
        }
    }
    for (item, _) in items(cluster, "extraDeploy") {
        let text = |key: &str| given(cluster, &format!("{item}.{key}"));
        let (Some(kind), Some(name)) = (text("kind"), text("metadata.name")) else { continue };
        if name.contains("{{") {
            continue;
        }
        let path = format!("{item}.metadata.name");
        let namespace = text("metadata.namespace").unwrap_or_else(|| home.to_owned());
        let object = [kind.clone(), namespace, name.clone()];
        if let Some(first) = seen.get(&object) {
            let whose = if first.is_some() { "is defined twice" } else { "is also emitted by pulsarc" };
            let finding = Diagnostic::new(
                &CODE,
                format!("{kind}/{name} {whose}; the one that is applied last replaces the other"),
            )
            .help("rename it");
            let first = first.clone().unwrap_or_default();
            found.push(cluster.point(finding, &[(&path, ""), (&first, "first one defined here")]));
        } else {
            seen.insert(object, Some(path));
        }
    }
}

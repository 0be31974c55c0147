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
    title: "object that is there already",
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
            let whose = if first.is_some() { "is there twice" } else { "is one of the cluster's own" };
            let told = Diagnostic::new(
                &CODE,
                format!("{kind}/{name} {whose}: the last one that is applied replaces the other"),
            )
            .help("give it another name");
            let first = first.clone().unwrap_or_default();
            found.push(cluster.point(told, &[(&path, ""), (&first, "the first one is here")]));
        } else {
            seen.insert(object, Some(path));
        }
    }
}

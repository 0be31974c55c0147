//! Names fit, and each component has its own.

use crate::emitted::Emitted;
use pulsarc_component::Cluster;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};
use pulsarc_kube::Object;
use std::collections::{BTreeMap, BTreeSet};

/// Name that is too long or not its own.
pub(crate) static CODE: Code = Code {
    id: "PUL0710",
    severity: Severity::Error,
    title: "invalid or duplicate object name",
    page: include_str!("names.md"),
};

/// A StatefulSet's pods carry its name and a hash of ten characters in a label of 63.
const STATEFUL: usize = 52;
/// A service's name, and a label.
const SERVICE: usize = 63;

/// Two components may have objects of one name if these are of different kinds.
pub(crate) fn check(emitted: &Emitted<'_>, found: &mut Findings) {
    let mut seen: BTreeMap<(&str, &str), &'static str> = BTreeMap::new();
    let mut reported = BTreeSet::new();
    let owned = emitted.objects.iter().filter_map(|(object, owner)| Some((object, (*owner)?)));
    for (object, owner) in owned {
        if let Some(other) =
            seen.insert((object.kind(), object.name()), owner).filter(|other| *other != owner)
            && reported.insert((owner, other))
        {
            found.push(clash(emitted.cluster, owner, other));
        }
        let longest = match object {
            Object::StatefulSet(_) => STATEFUL,
            Object::Deployment(_) | Object::Service(_) => SERVICE,
            _ => continue,
        };
        if object.name().chars().count() > longest && reported.insert((owner, "")) {
            found.push(length(emitted.cluster, owner, object.name(), longest));
        }
    }
    first_letter(emitted.cluster, found);
}

fn clash(cluster: &Cluster<'_>, one: &str, other: &str) -> Diagnostic {
    let (path, other) = (format!("{one}.component"), format!("{other}.component"));
    let component = cluster.text(&path).unwrap_or_default();
    let message =
        format!("two components use the name {component} for their objects; one replaces the other");
    let finding = Diagnostic::new(&CODE, message).help("rename one of the two");
    cluster.point(finding, &[(&path, "one component named here"), (&other, "the other component named here")])
}

fn length(cluster: &Cluster<'_>, owner: &str, name: &str, longest: usize) -> Diagnostic {
    let path = format!("{owner}.component");
    let length = name.chars().count();
    let message = format!(
        "the name {name} has {length} characters, more than {longest}; Kubernetes cannot create its pods and \
        services"
    );
    let finding = Diagnostic::new(&CODE, message)
        .help("shorten the release name, fullnameOverride or the component's name");
    let places = [
        (path.as_str(), "component named here"),
        ("fullnameOverride", "prefix set here"),
        ("nameOverride", "prefix set here"),
    ];
    cluster.point(finding, &places)
}

/// The name of a service is a label of DNS as it first was: it begins with a letter.
fn first_letter(cluster: &Cluster<'_>, found: &mut Findings) {
    let name = cluster.names.fullname();
    if cluster.is_users("fullnameOverride") && name.starts_with(|first: char| first.is_ascii_digit()) {
        let finding = Diagnostic::new(
            &CODE,
            format!("service names start with {name}; Kubernetes requires a letter there"),
        )
        .help("write a name that starts with a letter");
        found.push(cluster.point(finding, &[("fullnameOverride", "")]));
    }
}

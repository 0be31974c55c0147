//! What confines a pod is complete: a profile of the node's own has a path, and kernel settings have names of their own.

use super::passed::places;
use crate::facts::{field, pointed, walk};
use pulsarc_component::Cluster;
use pulsarc_diag::{Code, Diagnostic, Findings, KeyPath, Severity};
use pulsarc_model::Node;
use std::collections::BTreeSet;

/// Confinement that Kubernetes rejects.
pub(crate) static CODE: Code = Code {
    id: "PUL0747",
    severity: Severity::Error,
    title: "invalid seccomp, AppArmor or sysctl setting",
    page: include_str!("confinement.md"),
};

const PROFILES: [&str; 2] = ["seccompProfile", "appArmorProfile"];
const LONGEST: usize = 253;

/// Kubernetes rejects the pod.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    for place in places(cluster) {
        let Some(node) = cluster.root.get(&place) else { continue };
        walk(node, &mut place.clone(), &mut |path, node| match path.last_key() {
            Some(key) if PROFILES.contains(&key) => profile(cluster, path, node, found),
            Some("sysctls") => settings(cluster, path, node, found),
            _ => {}
        });
    }
}

fn profile(cluster: &Cluster<'_>, path: &KeyPath, node: &Node, found: &mut Findings) {
    let kind = field(node, "type").unwrap_or_default();
    let named = field(node, "localhostProfile").is_some_and(|name| !name.is_empty());
    let finding = |message: &str, help: &str| Diagnostic::new(&CODE, message).help(help);
    if kind == "Localhost" && !named {
        let finding = finding(
            "type Localhost needs localhostProfile; Kubernetes rejects the pod",
            "add localhostProfile, a path below the node's profile directory, or write type: RuntimeDefault",
        );
        found.push(pointed(cluster, finding, path));
    } else if kind != "Localhost" && named {
        let finding = finding(
            "localhostProfile is allowed with type: Localhost only; Kubernetes rejects the pod",
            "remove it, or write type: Localhost",
        );
        found.push(pointed(cluster, finding, &path.key("localhostProfile")));
    }
}

fn settings(cluster: &Cluster<'_>, path: &KeyPath, node: &Node, found: &mut Findings) {
    let mut seen = BTreeSet::new();
    for (at, item) in node.as_list().unwrap_or_default().iter().enumerate() {
        let Some(name) = field(item, "name") else { continue };
        let path = path.index(at).key("name");
        if !is_setting(name) {
            let finding = Diagnostic::new(
                &CODE,
                format!("invalid kernel setting {name:?}: Kubernetes rejects the pod"),
            );
            found.push(pointed(cluster, finding.help("write it as sysctl does: net.core.somaxconn"), &path));
        } else if !seen.insert(name) {
            let finding = Diagnostic::new(&CODE, format!("{name} is set twice; Kubernetes rejects the pod"));
            found.push(pointed(cluster, finding.help("keep one of the two"), &path));
        }
    }
}

/// Whether a name is made of parts in small letters, digits, dashes and underscores, with dots or slashes between.
fn is_setting(name: &str) -> bool {
    let good = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit();
    let part = |part: &str| {
        part.starts_with(good)
            && part.ends_with(good)
            && part.chars().all(|c| good(c) || c == '-' || c == '_')
    };
    name.len() <= LONGEST && name.split(['.', '/']).all(part)
}

#[cfg(test)]
mod tests {
    use super::is_setting;

    #[test]
    fn names_of_settings_are_read_as_kubernetes_reads_them() {
        for good in ["net.core.somaxconn", "net/ipv4/tcp_tw_reuse", "vm.swappiness"] {
            assert!(is_setting(good), "{good}");
        }
        for bad in ["", "net core", "Net.core", "net..core", "net.core.", "-a"] {
            assert!(!is_setting(bad), "{bad}");
        }
    }
}

//! A version of Pulsar whose keys are not known: they are checked by those of the nearest.

use super::user_keys::{images, tag};
use pulsarc_catalogue::{Match, Version};
use pulsarc_component::{Cluster, DEFAULT_PULSAR_VERSION};
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};

/// A version of Pulsar that the catalogue does not have.
pub(crate) static CODE: Code = Code {
    id: "PUL0805",
    severity: Severity::Note,
    title: "version of Pulsar whose keys are not known",
    page: include_str!("version.md"),
};

/// A note, once for each tag: what is said of keys may not hold.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    let mut told: Vec<String> = Vec::new();
    for image in images(cluster) {
        let (path, Some(tag)) = tag(cluster, image) else { continue };
        let known = Version::of_tag(&tag);
        if told.contains(&tag) || matches!(known, Some((_, Match::Exact))) || !cluster.is_users(&path) {
            continue;
        }
        let message = match known {
            Some((nearest, _)) => {
                format!(
                    "the keys of Pulsar {tag} are not known: configData is checked by those of {}",
                    nearest.name()
                )
            }
            None => format!(
                "{tag} says no version of Pulsar: configData is checked by the keys of {DEFAULT_PULSAR_VERSION}"
            ),
        };
        let help = "look at what is said of configData with the keys of your version in mind";
        found.push(Diagnostic::new(&CODE, message).at(path.as_str()).span(cluster.span(&path)).help(help));
        told.push(tag);
    }
}

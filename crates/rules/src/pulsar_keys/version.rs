//! An image whose keys are not known: a release between the lines of the catalogue, or a tag that names no release.

use super::user_keys::images;
use pulsarc_catalogue::{Match, Version};
use pulsarc_component::{Cluster, DEFAULT_PULSAR_VERSION, ReleaseSource};
use pulsarc_diag::advice::{otherwise, write};
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};

/// A release of Pulsar that the catalogue does not have.
pub(crate) static CODE: Code = Code {
    id: "PUL0805",
    severity: Severity::Note,
    title: "no key catalogue for the Pulsar version",
    page: include_str!("version.md"),
};

/// A note, once for each tag: findings about keys may not hold.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    let mut noted: Vec<String> = Vec::new();
    for image in images(cluster) {
        let image = cluster.release(image);
        let (tag, line) = (&image.tag, image.line());
        if noted.contains(tag) || !cluster.is_users(&image.tag_path) {
            continue;
        }
        let (message, advice) = match (image.from, image.release.known) {
            (ReleaseSource::Assumed, _) => (
                format!(
                    "the tag {tag} names no release of Pulsar; the configuration is checked against \
                    {DEFAULT_PULSAR_VERSION}"
                ),
                vec![
                    write("pulsarVersion", line.name())
                        .purpose("or the release line of the image")
                        .display_only(),
                ],
            ),
            (_, Match::Nearest) => (
                format!(
                    "no key catalogue for Pulsar {tag}; the configuration is checked against {} and the changes up to it",
                    line.name()
                ),
                vec![otherwise(format!(
                    "compare findings about `configData` with the reference of {tag}; lines with a catalogue: {}",
                    lines()
                ))],
            ),
            (_, Match::Exact) => continue,
        };
        let at =
            Diagnostic::new(&CODE, message).at(image.tag_path.as_str()).span(cluster.span(&image.tag_path));
        found.push(at.advise(advice));
        noted.push(tag.clone());
    }
}

fn lines() -> String {
    Version::ALL.map(Version::name).join(", ")
}

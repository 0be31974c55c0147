//! An image that is not published for its release.

use super::user_keys::images;
use pulsarc_component::Cluster;
use pulsarc_diag::advice::write;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};

/// An image that is not published for its release.
pub(crate) static CODE: Code = Code {
    id: "PUL0807",
    severity: Severity::Error,
    title: "image not published for this release",
    page: include_str!("image.md"),
};

/// Only Apache's own repositories are known. Components that share the two settings share a finding.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    let mut reported = Vec::new();
    for image in images(cluster) {
        let image = cluster.release(image);
        let (registry, name) = match image.repository.strip_prefix("docker.io/") {
            Some(name) => ("docker.io/", name),
            None => ("", image.repository.as_str()),
        };
        let published = image.line().images();
        let place = (image.repository_path.clone(), image.tag_path.clone());
        if !name.starts_with("apachepulsar/pulsar") || published.contains(&name) || reported.contains(&place)
        {
            continue;
        }
        let Some(instead) = published.first().map(|name| format!("{registry}{name}")) else { continue };
        let message = format!(
            "{} is not published for Pulsar {}; Kubernetes cannot pull {}:{}",
            image.repository,
            image.line().name(),
            image.repository,
            image.tag
        );
        let offloads = image.line().standard_image_offloads();
        let contents = if offloads { ", which has the offloaders but no IO connectors" } else { "" };
        let advice = write(&image.repository_path, instead).purpose(contents);
        let diagnostic = Diagnostic::new(&CODE, message).advise([advice]);
        found.push(cluster.point(
            diagnostic,
            &[(&image.repository_path, "repository set here"), (&image.tag_path, "release set here")],
        ));
        reported.push(place);
    }
}

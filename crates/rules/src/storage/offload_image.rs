//! The brokers' image has the offloaders.

use super::{OFFLOAD, offload_driver};
use pulsarc_component::Cluster;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};

/// Tiered storage with an image that has none.
pub(crate) static CODE: Code = Code {
    id: "PUL0620",
    severity: Severity::Warning,
    title: "image without tiered storage drivers",
    page: include_str!("offload_image.md"),
};

/// Only Pulsar's own smaller image is known to lack them.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    if !cluster.runs_broker() || offload_driver(cluster).is_none() {
        return;
    }
    let release = cluster.release("images.broker");
    if release.line().standard_image_offloads() {
        return;
    }
    let (path, image) = (release.repository_path.as_str(), release.repository.as_str());
    if image.trim_start_matches("docker.io/") == "apachepulsar/pulsar" {
        let finding = Diagnostic::new(
            &CODE,
            format!(
                "the image {image} has no offloaders; with tiered storage on the brokers exit at startup"
            ),
        )
        .help("write apachepulsar/pulsar-all, or use your own image with offloaders");
        found.push(cluster.point(
            finding,
            &[
                (path, "image set here"),
                (
                    &format!("{OFFLOAD}.driver"),
                    "tiered storage switched on \
            here",
                ),
            ],
        ));
    }
}

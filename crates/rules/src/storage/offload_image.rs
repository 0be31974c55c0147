//! The brokers' image has the offloaders.

use super::{OFFLOAD, offload_driver};
use crate::facts::given;
use pulsarc_component::Cluster;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};

/// Tiered storage with an image that has none.
pub(crate) static CODE: Code = Code {
    id: "PUL0620",
    severity: Severity::Warning,
    title: "tiered storage with an image that has none",
    page: include_str!("offload_image.md"),
};

const OWN: &str = "images.broker.repository";
const ALL: &str = "defaultPulsarImageRepository";

/// Only Pulsar's own smaller image is known to lack them.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    if !cluster.runs_broker() || offload_driver(cluster).is_none() {
        return;
    }
    let path = if given(cluster, OWN).is_some() { OWN } else { ALL };
    let image = given(cluster, path).unwrap_or_default();
    if image.trim_start_matches("docker.io/") == "apachepulsar/pulsar" {
        let told = Diagnostic::new(
            &CODE,
            format!("the image {image} has no offloaders: brokers do not start with tiered storage on"),
        )
        .help("write apachepulsar/pulsar-all, or an image of your own that has them");
        found.push(cluster.point(
            told,
            &[(path, "the image is chosen here"), (&format!("{OFFLOAD}.driver"), "tiered storage is on")],
        ));
    }
}

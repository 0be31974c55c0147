//! Pulsar Manager is reached where its image listens.

use pulsarc_component::Cluster;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};

/// Port that nobody listens on.
pub(crate) static CODE: Code = Code {
    id: "PUL0738",
    severity: Severity::Warning,
    title: "target port without a listener",
    page: include_str!("target_port.md"),
};

/// The ports that are fixed in the image.
const PORTS: [(&str, i64); 2] =
    [("pulsar_manager.service.targetPort", 9527), ("pulsar_manager.adminService.targetPort", 7750)];

/// An image of the user's own may listen elsewhere.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    let image = "images.pulsar_manager.repository";
    if !cluster.base.components.pulsar_manager || cluster.is_users(image) {
        return;
    }
    for (path, fixed) in PORTS {
        if let Some(port) = cluster.integer(path).filter(|port| *port != fixed) {
            let service = path.replace("targetPort", "port");
            let finding = Diagnostic::new(
                &CODE,
                format!("the image of Pulsar Manager listens on {fixed}; requests to {port} fail"),
            )
            .help(format!("keep {fixed} here, and write the port for clients to {service}"));
            found.push(cluster.point(finding, &[(path, "")]));
        }
    }
}

//! Containers that do not run as root may not be allowed to open ports below 1024.

use crate::facts::{field, items};
use pulsarc_component::Cluster;
use pulsarc_component::roster::Listener;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};

/// A privileged port of a container.
pub(crate) static CODE: Code = Code {
    id: "PUL0759",
    severity: Severity::Warning,
    title: "privileged container port",
    page: include_str!("privileged_ports.md"),
};

/// The first port that any user may open.
const FIRST_FREE: i32 = 1024;
/// The kernel setting that moves it.
const SYSCTL: &str = "net.ipv4.ip_unprivileged_port_start";

/// The images run as a user without rights; a service may have any port.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    for record in cluster.topology.deployed().filter(|record| !is_allowed(cluster, record.block)) {
        let privileged = |listener: &&Listener| listener.open && (1..FIRST_FREE).contains(&listener.port);
        for listener in record.listeners.iter().filter(privileged) {
            let port = listener.port;
            let message = format!(
                "port {port} is below {FIRST_FREE}; a container that does not run as root can open it only if \
                the container runtime allows it"
            );
            let finding = Diagnostic::new(&CODE, message)
                .help(format!("write a port of {FIRST_FREE} or above; the service may keep {port}"));
            found.push(cluster.point(finding, &[(&listener.path, "")]));
        }
    }
}

/// Whether the pods run as root, or with a kernel setting that frees the port.
fn is_allowed(cluster: &Cluster<'_>, block: &str) -> bool {
    let sysctls = items(cluster, &format!("{block}.securityContext.sysctls"));
    cluster.integer(&format!("{block}.securityContext.runAsUser")) == Some(0)
        || sysctls.iter().any(|(_, sysctl)| field(sysctl, "name") == Some(SYSCTL))
}

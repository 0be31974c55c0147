//! A component's TLS counts only while TLS is on at all, and the component's own is.

use crate::facts::{innermost, is_set, switched_off};
use pulsarc_component::Cluster;
use pulsarc_diag::advice::{otherwise, remove_it, write};
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};

/// TLS setting without effect.
pub(crate) static CODE: Code = Code {
    id: "PUL0402",
    severity: Severity::Warning,
    title: "TLS setting without effect",
    page: include_str!("dead_switch.md"),
};

/// The switch of the pods that functions run in, which are no component's.
const FUNCTION_INSTANCE: &str = "tls.function_instance";
/// What a certificate is made of.
const OF_CERTIFICATES: [&str; 4] = ["dnsNames", "ipAddresses", "createCert", "secretAnnotations"];

/// With TLS off each switch is reported; with it on, what belongs to a certificate that is not made.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    if cluster.base.tls.enabled {
        unused(cluster, found);
        return;
    }
    let components = cluster.topology.certificates().map(|certificate| certificate.path);
    for component in components.chain([FUNCTION_INSTANCE]) {
        let path = format!("{component}.enabled");
        if cluster.is_on(&path) && cluster.is_users(&path) {
            tell(
                cluster,
                &path,
                "tls.enabled",
                &format!("{component} has no effect: tls.enabled is off, so nothing is encrypted"),
                found,
            );
            continue;
        }
        for key in OF_CERTIFICATES {
            let path = format!("{component}.{key}");
            if cluster.is_users(&path) && is_set(cluster, &path) {
                tell(
                    cluster,
                    &path,
                    "tls.enabled",
                    "this has no effect: tls.enabled is off, so there is no certificate",
                    found,
                );
            }
        }
    }
    let issuer = "certs.internal_issuer.enabled";
    if cluster.is_on(issuer) && cluster.is_users(issuer) {
        tell(
            cluster,
            issuer,
            "tls.enabled",
            "the internal issuer has no effect: tls.enabled is off, so nothing is encrypted",
            found,
        );
    }
    if cluster.is_users("tls.common") && !switched_off(cluster, "tls.enabled") {
        let path = innermost(cluster, "tls.common");
        tell(
            cluster,
            &path,
            "tls.enabled",
            "this has no effect: tls.enabled is off, so there are no certificates",
            found,
        );
    }
}

/// Names of a certificate that is not made, and switches that nothing reads.
fn unused(cluster: &Cluster<'_>, found: &mut Findings) {
    for certificate in cluster.topology.certificates() {
        let component = certificate.path;
        let (switch, made) = (format!("{component}.enabled"), format!("{component}.createCert"));
        if cluster.root.get(switch.as_str()).is_none() {
            continue;
        }
        for key in ["dnsNames", "ipAddresses"] {
            let path = format!("{component}.{key}");
            if !cluster.is_users(&path) || !is_set(cluster, &path) {
                continue;
            }
            if !cluster.is_on(&switch) && !certificate.made {
                tell(
                    cluster,
                    &path,
                    &switch,
                    &format!("this has no effect: {component} is off, so there is no certificate"),
                    found,
                );
            } else if cluster.root.get(made.as_str()).is_some() && !cluster.is_on(&made) {
                let finding =
                    Diagnostic::new(&CODE, "this has no effect: pulsarc does not create the certificate")
                        .advise([write(&made, true), otherwise("add the names to your own certificate")]);
                found.push(
                    cluster.point(finding, &[(&path, ""), (&made, "certificate creation switched off here")]),
                );
            }
        }
    }
    for (path, why) in [
        ("tls.oxia.enabled", "pulsarc cannot configure TLS for Oxia; its traffic is not encrypted"),
        (
            "tls.pulsar_metadata.cacerts.enabled",
            "this has no effect: the init jobs trust the CA of the toolset",
        ),
    ] {
        if cluster.is_on(path) && cluster.is_users(path) {
            found.push(cluster.point(Diagnostic::new(&CODE, why).advise([remove_it()]), &[(path, "")]));
        }
    }
    let (worker, component) = ("tls.function_worker.enabled", "components.function_worker");
    if cluster.is_on(worker)
        && cluster.is_users(worker)
        && !cluster.is_on(component)
        && cluster.is_distributed()
    {
        tell(
            cluster,
            worker,
            component,
            "this has no effect: no separate function worker is deployed",
            found,
        );
    }
    let zookeeper = "tls.zookeeper.enabled";
    if cluster.is_on(zookeeper) && cluster.is_users(zookeeper) && cluster.base.components.oxia {
        let finding = Diagnostic::new(
            &CODE,
            "this has no effect: the metadata is in Oxia, so no ZooKeeper is deployed",
        )
        .advise([remove_it()]);
        found.push(cluster.point(finding, &[(zookeeper, ""), ("components.oxia", "Oxia switched on here")]));
    }
}

fn tell(cluster: &Cluster<'_>, path: &str, switch: &str, message: &str, found: &mut Findings) {
    let finding = Diagnostic::new(&CODE, message).advise([write(switch, true), remove_it()]);
    found.push(cluster.point(finding, &[(path, "set here"), (switch, "switched off here")]));
}

//! The names that clients outside dial are in the certificate.

use crate::facts::{given, items};
use pulsarc_component::Cluster;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};
use pulsarc_model::Node;

/// Name that is not in the certificate.
pub(crate) static CODE: Code = Code {
    id: "PUL0410",
    severity: Severity::Warning,
    title: "host name missing from the certificate",
    page: include_str!("dialled.md"),
};

/// The annotation by which a name in DNS is made for a service.
const EXTERNAL_DNS: &str = "external-dns.alpha.kubernetes.io/hostname";

/// Clients compare the name that they dial with those in the certificate.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    let tls = &cluster.base.tls;
    if !tls.enabled || !tls.proxy.enabled || !tls.proxy.create_cert || !cluster.base.components.proxy {
        return;
    }
    let list = |path: &str| {
        let entries = items(cluster, path).into_iter();
        entries.filter_map(|(_, entry)| entry.as_text().map(str::to_owned)).collect::<Vec<_>>()
    };
    let (names, addresses) = (list("tls.proxy.dnsNames"), list("tls.proxy.ipAddresses"));
    let annotations = cluster.root.get("proxy.service.annotations").and_then(Node::as_record);
    let hosts =
        annotations.and_then(|texts| texts.get(EXTERNAL_DNS)).and_then(Node::as_text).unwrap_or_default();
    for host in hosts.split(',').map(str::trim).filter(|host| !host.is_empty()) {
        if !names.iter().any(|name| covers(name, host)) {
            tell(cluster, host, "tls.proxy.dnsNames", "proxy.service.annotations", found);
        }
    }
    let address = given(cluster, "proxy.service.loadBalancerIP").filter(|_| names.is_empty());
    if let Some(address) = address.filter(|address| !addresses.contains(address)) {
        tell(cluster, &address, "tls.proxy.ipAddresses", "proxy.service.loadBalancerIP", found);
    }
}

fn tell(cluster: &Cluster<'_>, dialled: &str, list: &str, from: &str, found: &mut Findings) {
    let finding = Diagnostic::new(
        &CODE,
        format!(
            "the proxy's certificate does not cover {dialled}, the name that clients dial; they reject the \
            connection"
        ),
    )
    .help(format!("add {dialled} to {list}"));
    found.push(
        cluster.point(finding, &[(from, "host name set here"), (list, "names of the certificate set here")]),
    );
}

/// Whether a name in a certificate, which may start with `*.`, represents a host.
fn covers(name: &str, host: &str) -> bool {
    let (name, host) = (name.to_ascii_lowercase(), host.to_ascii_lowercase());
    match name.strip_prefix("*.") {
        Some(rest) => host.split_once('.').is_some_and(|(_, domain)| domain == rest),
        None => name == host,
    }
}

#[cfg(test)]
mod tests {
    use super::covers;

    #[test]
    fn a_wildcard_matches_one_label() {
        assert!(covers("*.example.com", "pulsar.example.com"));
        assert!(!covers("*.example.com", "a.pulsar.example.com"));
        assert!(!covers("*.example.com", "example.com"));
        assert!(covers("Pulsar.example.com", "pulsar.example.com"));
    }
}

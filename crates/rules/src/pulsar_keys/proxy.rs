//! Addresses that end a proxy at startup: the checks of `ProxyServiceStarter` and `ProxyConfiguration`.

use crate::facts::setting;
use pulsarc_catalogue::unprefixed;
use pulsarc_component::Cluster;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};
use std::collections::BTreeMap;

/// An address that ends a proxy at startup.
pub(crate) static CODE: Code = Code {
    id: "PUL0838",
    severity: Severity::Error,
    title: "address that ends the proxy at startup",
    page: include_str!("proxy.md"),
};

const BLOCK: &str = "proxy";
/// The keys that name one service each, with the scheme that the proxy insists on.
const SERVICES: [(&str, Option<&str>); 6] = [
    ("brokerServiceURL", Some("pulsar://")),
    ("brokerServiceURLTLS", Some("pulsar+ssl://")),
    ("brokerWebServiceURL", None),
    ("brokerWebServiceURLTLS", None),
    ("functionWorkerWebServiceURL", None),
    ("functionWorkerWebServiceURLTLS", None),
];
/// The beginning of the keys of a reverse proxy: `httpReverseProxy.NAME.path` and `httpReverseProxy.NAME.proxyTo`.
const REVERSE: &str = "httpReverseProxy.";
const PARTS: [&str; 2] = ["path", "proxyTo"];

pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    if !cluster.jvms.iter().any(|jvm| jvm.block == BLOCK) {
        return;
    }
    for (key, scheme) in SERVICES {
        let Some(service) = setting(cluster, BLOCK, key) else { continue };
        let (why, help) = match scheme.filter(|scheme| !service.text.starts_with(scheme)) {
            Some(scheme) => {
                (format!("{key} has to begin with {scheme}"), format!("write `{key}: {scheme}HOST:PORT`"))
            }
            None if service.text.contains(',') => {
                let help = "write one address, that of a service in front of the brokers";
                (format!("{key} has more than one address"), help.to_owned())
            }
            None => continue,
        };
        let diagnostic = Diagnostic::new(&CODE, format!("{why}; the proxy exits at startup")).help(help);
        found.push(cluster.point(diagnostic, &[(&service.path, "")]));
    }
    reverse_proxies(cluster, found);
}

fn reverse_proxies(cluster: &Cluster<'_>, found: &mut Findings) {
    let mut names: BTreeMap<&str, Vec<(&str, &str)>> = BTreeMap::new();
    for variable in cluster.settings(BLOCK).into_iter().flatten().map(|(variable, _)| variable.as_str()) {
        let key = unprefixed(variable).unwrap_or(variable);
        if let Some((name, part)) = key.strip_prefix(REVERSE).and_then(|rest| rest.rsplit_once('.')) {
            names.entry(name).or_default().push((part, variable));
        }
    }
    for (name, parts) in names {
        let lacks = PARTS.into_iter().find(|part| !parts.iter().any(|(own, _)| own == part));
        let (Some(lacks), Some((_, variable))) = (lacks, parts.first()) else { continue };
        let message =
            format!("the reverse proxy {name} has no {REVERSE}{name}.{lacks}; the proxy exits at startup");
        let path = pulsarc_diag::KeyPath::parse(BLOCK).key("configData").key(*variable);
        let diagnostic = Diagnostic::new(&CODE, message).at(&path).span(cluster.root.users_span(&path));
        found.push(diagnostic.help(format!("add `PULSAR_PREFIX_{REVERSE}{name}.{lacks}`")));
    }
}

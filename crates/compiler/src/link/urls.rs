//! URLs in configurations: each names a service that is there, a port that it opens, and the scheme that is spoken
//! there.

use super::{Dangling, Linker};
use pulsarc_kube::k8s_openapi::api::core::v1::{ConfigMap, ServicePort};

/// A place that a configuration dials.
#[derive(Debug, PartialEq, Eq)]
struct Dialled<'t> {
    scheme: &'t str,
    host: &'t str,
    port: i32,
}

pub(super) fn check(config: &ConfigMap, linker: &Linker<'_>, dangling: &mut Dangling) {
    for (key, value) in config.data.iter().flatten() {
        // Scripts and files dial too, but not by their own text.
        if value.contains('\n') {
            continue;
        }
        for dialled in value.split(',').filter_map(|part| parse(part.trim())) {
            leads_somewhere(key, &dialled, linker, dangling);
        }
    }
}

/// The last scheme, the host and the port of a URL: `metadata-store:oxia://host:6648/x` dials `oxia`.
fn parse(text: &str) -> Option<Dialled<'_>> {
    let (scheme, rest) = text.split_once("://").or_else(|| {
        let start = text.find("zk:")?;
        Some((&text[..start + 2], &text[start + 3..]))
    })?;
    let scheme = scheme.rsplit(':').next()?;
    let authority = rest.split(['/', ',']).next()?;
    let (host, port) = authority.rsplit_once(':')?;
    (scheme != "file" && !host.is_empty()).then_some(Dialled { scheme, host, port: port.parse().ok()? })
}

fn leads_somewhere(key: &str, dialled: &Dialled<'_>, linker: &Linker<'_>, dangling: &mut Dangling) {
    let name = dialled.host.split('.').next().unwrap_or_default();
    let here = format!("{name}.{}", linker.cluster.names.namespace());
    let elsewhere = dialled.host != name && !dialled.host.starts_with(&here);
    let ours = name.starts_with(linker.cluster.names.fullname());
    if elsewhere || linker.written.contains(dialled.host) {
        return;
    }
    let Some(service) = linker.services.get(name) else {
        if ours {
            dangling.push((
                format!("`{key}` dials the service `{name}`, which is not there"),
                format!("switch on the component that `{name}` belongs to"),
            ));
        }
        return;
    };
    // A headless service only names pods: whatever port they open can be dialled.
    if service.spec.as_ref().and_then(|spec| spec.cluster_ip.as_deref()) == Some("None") {
        return;
    }
    let ports = service.spec.as_ref().and_then(|spec| spec.ports.as_deref()).unwrap_or_default();
    match ports.iter().find(|port| port.port == dialled.port) {
        None => {
            let open: Vec<String> = ports.iter().map(|port| port.port.to_string()).collect();
            dangling.push((
                format!(
                    "`{key}` dials port {} of the service `{name}`, which opens {}",
                    dialled.port,
                    open.join(", ")
                ),
                "make both sides speak TLS, or neither".to_owned(),
            ));
        }
        Some(port) if speaks_tls(port) != dials_tls(dialled.scheme) && knows_tls(dialled.scheme) => {
            dangling.push((
                format!(
                    "`{key}` dials port {} of the service `{name}` as {}, but {} is spoken there",
                    dialled.port,
                    dialled.scheme,
                    port.name.as_deref().unwrap_or("another protocol")
                ),
                "make both sides speak TLS, or neither".to_owned(),
            ));
        }
        Some(_) => {}
    }
}

/// Whether a scheme says by itself if TLS is spoken.
fn knows_tls(scheme: &str) -> bool {
    matches!(scheme, "http" | "https" | "pulsar" | "pulsar+ssl")
}

fn dials_tls(scheme: &str) -> bool {
    matches!(scheme, "https" | "pulsar+ssl")
}

/// Ports are named by what they speak: `https`, `pulsarssl`, with Istio's prefixes before them.
fn speaks_tls(port: &ServicePort) -> bool {
    port.name.as_deref().is_some_and(|name| name.ends_with("https") || name.ends_with("pulsarssl"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn urls_are_taken_apart() {
        let at = |scheme, host, port| Some(Dialled { scheme, host, port });
        assert_eq!(parse("pulsar+ssl://pulsar-broker:6651/"), at("pulsar+ssl", "pulsar-broker", 6651));
        assert_eq!(parse("zk:pulsar-zookeeper:2181/chroot"), at("zk", "pulsar-zookeeper", 2181));
        assert_eq!(
            parse("metadata-store:oxia://pulsar-oxia-svc:6648/bookkeeper"),
            at("oxia", "pulsar-oxia-svc", 6648)
        );
        assert_eq!(parse("metadata-store:zk:pulsar-zookeeper:2181"), at("zk", "pulsar-zookeeper", 2181));
        assert_eq!(
            parse("zk+hierarchical://pulsar-zookeeper:2181/ledgers"),
            at("zk+hierarchical", "pulsar-zookeeper", 2181)
        );
        assert_eq!(parse("file:///pulsar/tokens/broker/token"), None);
        assert_eq!(parse("-Xms64m -Xmx128m"), None);
    }
}

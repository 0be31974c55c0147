//! The places that a configuration dials: URLs, and the addresses of metadata stores.

use crate::Names;
use crate::host::Host;

/// A place that a configuration dials.
#[derive(Debug, PartialEq, Eq)]
pub struct Dialled<'t> {
    /// What is spoken there: `pulsar+ssl`, `zk`.
    pub scheme: &'t str,
    /// The host's name or address.
    pub host: &'t str,
    /// The port.
    pub port: i32,
}

impl<'t> Dialled<'t> {
    /// The places in the value of a setting: a list of URLs is several. Scripts and files dial too, but not by their own
    /// text: a value of several lines has none.
    pub fn all(value: &'t str) -> impl Iterator<Item = Self> {
        let parts = (!value.contains('\n')).then(|| value.split(','));
        parts.into_iter().flatten().filter_map(|part| parse(part.trim()))
    }

    /// Whether the scheme says alone if TLS is spoken.
    pub fn knows_tls(&self) -> bool {
        matches!(self.scheme, "http" | "https" | "pulsar" | "pulsar+ssl")
    }

    /// Whether the scheme is spoken over TLS.
    pub fn is_tls(&self) -> bool {
        matches!(self.scheme, "https" | "pulsar+ssl")
    }

    /// What the host represents in the cluster, where `is_service` knows the services of its namespace.
    pub fn host(&self, names: &Names, is_service: impl Fn(&str) -> bool) -> Host<'t> {
        Host::of(self.host, names.namespace(), names.domain(), is_service)
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
    // Who dials is told to the server alone.
    let address = authority.rsplit_once('@').map_or(authority, |(_, address)| address);
    let (host, port) = address.rsplit_once(':')?;
    (scheme != "file" && !host.is_empty()).then_some(Dialled { scheme, host, port: port.parse().ok()? })
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
        assert_eq!(parse("https://me:s3cret@host:8443/"), at("https", "host", 8443));
        assert_eq!(parse("file:///pulsar/tokens/broker/token"), None);
        assert_eq!(parse("-Xms64m -Xmx128m"), None);
    }
}

//! Whom a request goes to: scheme, host and port of a URL.

use std::fmt;
use std::net::{IpAddr, Ipv4Addr};
use ureq::http::Uri;

/// The origin of a URL, in the sense of RFC 6454. Credentials belong to an origin, not to a URL.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Origin {
    encrypted: bool,
    host: String,
    port: u16,
}

impl Origin {
    /// The origin of an absolute `http` or `https` URL. A URL that carries a user and password has none: they would be sent
    /// as credentials.
    pub(crate) fn of(uri: &Uri) -> Option<Self> {
        let encrypted = match uri.scheme_str()? {
            "https" => true,
            "http" => false,
            _ => return None,
        };
        let authority = uri.authority()?;
        if authority.as_str().contains('@') || authority.host().is_empty() {
            return None;
        }
        let port = authority.port_u16().unwrap_or(if encrypted { 443 } else { 80 });
        Some(Self { encrypted, host: authority.host().to_ascii_lowercase(), port })
    }

    /// Whether requests are sent over TLS.
    pub(crate) fn is_encrypted(&self) -> bool {
        self.encrypted
    }

    /// Whether the host is this machine.
    pub(crate) fn is_this_machine(&self) -> bool {
        is_this_machine(&self.host)
    }

    /// Whether the host is this machine, or an address that only its own network segment answers, as the metadata services of
    /// clouds have.
    pub(crate) fn is_local(&self) -> bool {
        self.is_this_machine() || address(&self.host).is_some_and(is_link_local)
    }
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let scheme = if self.encrypted { "https" } else { "http" };
        write!(f, "{scheme}://{}", self.host)?;
        let is_default = self.port == if self.encrypted { 443 } else { 80 };
        if is_default { Ok(()) } else { write!(f, ":{}", self.port) }
    }
}

/// Whether a host, with a port or without, is this machine.
pub(crate) fn is_this_machine(host: &str) -> bool {
    let name = match host.rsplit_once(':') {
        Some((name, port)) if port.parse::<u16>().is_ok() => name,
        _ => host,
    };
    let by_address = |address: IpAddr| address.is_loopback() || address.is_unspecified();
    name.trim_end_matches('.').eq_ignore_ascii_case("localhost") || address(name).is_some_and(by_address)
}

fn is_link_local(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(address) => address.is_link_local(),
        IpAddr::V6(address) => address.is_unicast_link_local(),
    }
}

/// The address that a host is written as, in each form that resolvers take: `127.1` and `2130706433` are `127.0.0.1`.
fn address(host: &str) -> Option<IpAddr> {
    let host = host.trim_end_matches('.');
    if let Some(host) = host.strip_prefix('[').and_then(|host| host.strip_suffix(']')) {
        return host.parse().ok().map(|address: IpAddr| address.to_canonical());
    }
    host.parse().ok().or_else(|| old_form(host).map(IpAddr::V4))
}

/// An address in the forms of `inet_aton`: one to four numbers, of which the last fills all bytes that are left.
fn old_form(host: &str) -> Option<Ipv4Addr> {
    let number = |text: &str| match text.strip_prefix("0x").or_else(|| text.strip_prefix("0X")) {
        Some(hex) => u32::from_str_radix(hex, 16).ok(),
        None if text.len() > 1 && text.starts_with('0') => u32::from_str_radix(text, 8).ok(),
        None => text.parse().ok(),
    };
    let parts = host.split('.').map(number).collect::<Option<Vec<u32>>>()?;
    let (last, first) = parts.split_last()?;
    if first.len() > 3 || first.iter().any(|part| *part > 255) {
        return None;
    }
    let high = first.iter().enumerate().map(|(at, part)| part << (24 - 8 * at)).sum::<u32>();
    let most = u64::from(u32::MAX) >> (8 * first.len());
    (u64::from(*last) <= most).then(|| Ipv4Addr::from_bits(high | last))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn origin(url: &str) -> Option<Origin> {
        Origin::of(&url.parse().expect(url))
    }

    #[test]
    fn an_origin_is_scheme_host_and_port() {
        assert_eq!(origin("https://Host/a"), origin("https://host:443/b?c"));
        for (one, other) in [
            ("https://host/", "http://host/"),
            ("https://host/", "https://host:444/"),
            ("https://host/", "https://host.other/"),
            ("http://host:80/", "http://host:443/"),
        ] {
            assert_ne!(origin(one), origin(other), "{one} {other}");
        }
        for none in ["/path", "ftp://host/", "https://user@host/", "https://user:password@host/"] {
            assert_eq!(origin(none), None, "{none}");
        }
    }

    #[test]
    fn this_machine_is_recognised_in_every_form() {
        for (host, is) in [
            ("localhost:5000", true),
            ("LOCALHOST", true),
            ("localhost.", true),
            ("127.0.0.1", true),
            ("127.1", true),
            ("2130706433", true),
            ("0x7f.0.0.1", true),
            ("0.0.0.0:80", true),
            ("[::1]:5", true),
            ("[::ffff:127.0.0.1]", true),
            ("localhost.com", false),
            ("127.0.0.1.example.com", false),
            ("127.example.com", false),
            ("10.0.0.1", false),
        ] {
            assert_eq!(is_this_machine(host), is, "{host}");
        }
        assert!(origin("http://169.254.169.254/latest").is_some_and(|origin| origin.is_local()));
        assert!(origin("http://[fe80::1]/").is_some_and(|origin| origin.is_local()));
        assert!(!origin("https://example.com/").is_some_and(|origin| origin.is_local()));
    }
}

//! The single values that contracts accept, without Nickel.
//!
//! Each test may be too strict: values that it does not accept go to the contract itself, which returns the
//! diagnostic. It is never too lenient: tests compare both on the same values.

use super::leaf::Leaf;
use pulsarc_model::{Number, Value};

impl Leaf {
    /// Whether the contract surely accepts a value.
    pub(super) fn accepts(self, value: &Value) -> bool {
        match value {
            Value::Bool(_) => matches!(self, Self::Bool | Self::Scalar | Self::SwitchText | Self::Anything),
            Value::Number(number) => self.accepts_number(*number),
            Value::Text(text) => self.accepts_text(text),
            Value::List(items) => {
                self == Self::TextOrList && items.iter().all(|item| matches!(item.value, Value::Text(_)))
            }
            Value::Null | Value::Record(_) => false,
        }
    }

    fn accepts_number(self, number: Number) -> bool {
        match (self, number) {
            (Self::Scalar | Self::Anything, _)
            | (Self::WholeNumber | Self::WholeNumberOrText, Number::Integer(_)) => true,
            (Self::Quantity, Number::Decimal(decimal)) => decimal >= 0.0,
            (
                Self::Quantity | Self::Count | Self::CountText | Self::CountOrPercentage,
                Number::Integer(whole),
            ) => whole >= 0,
            (Self::PositiveCount, Number::Integer(whole)) => whole >= 1,
            (Self::Port | Self::NodePort, Number::Integer(whole)) => (1..=65_535).contains(&whole),
            _ => false,
        }
    }

    fn accepts_text(self, text: &str) -> bool {
        match self {
            Self::String
            | Self::Sensitive
            | Self::Scalar
            | Self::Anything
            | Self::AnnotationValue
            | Self::TextOrList => true,
            Self::NonEmptyText => text.bytes().any(|byte| byte.is_ascii_graphic()),
            Self::SwitchText => text == "true" || text == "false",
            Self::CountText | Self::WholeNumberOrText => text.len() <= 18 && is_digits(text),
            Self::CountOrPercentage => {
                text.strip_suffix('%').is_some_and(|number| number.len() <= 3 && is_digits(number))
            }
            Self::ClusterIp | Self::LoadBalancerIp => text.is_empty() || is_ipv4(text),
            Self::MetadataPrefix => {
                text.is_empty() || (is_path(text, b"") && text[1..].split('/').all(|part| !part.is_empty()))
            }
            Self::PortPrefix => text.is_empty() || (text.len() <= 7 && is_label(text)),
            Self::NodePort => text.is_empty(),
            Self::DnsLabel => is_label(text),
            Self::DnsLabelOrEmpty | Self::NamespaceName => text.is_empty() || is_label(text),
            Self::DnsSubdomain | Self::ObjectName | Self::PullSecret => is_subdomain(text),
            Self::ObjectNameOrEmpty => text.is_empty() || is_subdomain(text),
            Self::WildcardDnsName => is_dns_name(text),
            Self::HostName => text.is_empty() || is_dns_name(text),
            Self::LabelValue | Self::ClusterName => text.is_empty() || is_label_value(text),
            Self::LabelKey => is_label_key(text),
            Self::IpAddress => is_ipv4(text),
            Self::Cidr => is_ipv4_cidr(text),
            Self::AbsolutePath => is_path(text, b""),
            Self::UrlPath => is_path(text, b"?#"),
            Self::HostPort => is_host_port(text),
            Self::HostPortList => text.is_empty() || text.split(',').all(is_host_port),
            Self::QuorumServerList => text.is_empty() || text.split(',').all(is_quorum_server),
            Self::IssuerUrl => is_url(text),
            Self::Quantity => is_quantity(text),
            Self::GoDuration => is_go_duration(text),
            Self::ScrapeDuration => is_scrape_duration(text),
            Self::ImageRepository => is_repository(text),
            Self::ImageTag => is_tag(text),
            Self::Bool | Self::Count | Self::PositiveCount | Self::WholeNumber | Self::Port => false,
        }
    }
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_lower(byte: u8) -> bool {
    byte.is_ascii_lowercase() || byte.is_ascii_digit()
}

/// Bytes that all pass, of which the first and the last are letters or digits that pass too.
fn framed(text: &str, longest: usize, ends: fn(u8) -> bool, within: fn(u8) -> bool) -> bool {
    let bytes = text.as_bytes();
    let (Some(first), Some(last)) = (bytes.first(), bytes.last()) else { return false };
    bytes.len() <= longest
        && ends(*first)
        && ends(*last)
        && bytes.iter().all(|byte| ends(*byte) || within(*byte))
}

fn is_label(text: &str) -> bool {
    framed(text, 63, is_lower, |byte| byte == b'-')
}

fn is_subdomain(text: &str) -> bool {
    text.len() <= 253 && text.split('.').all(|part| framed(part, 253, is_lower, |byte| byte == b'-'))
}

fn is_dns_name(text: &str) -> bool {
    let name = text.strip_prefix("*.").unwrap_or(text);
    let is_part = |part| framed(part, 63, |byte| byte.is_ascii_alphanumeric(), |byte| byte == b'-');
    // A name whose last part has a letter is no address.
    let last = name.rsplit('.').next().unwrap_or_default();
    text.len() <= 253 && name.split('.').all(is_part) && last.bytes().any(|byte| byte.is_ascii_alphabetic())
}

fn is_label_value(text: &str) -> bool {
    framed(text, 63, |byte| byte.is_ascii_alphanumeric(), |byte| matches!(byte, b'-' | b'_' | b'.'))
}

fn is_label_key(text: &str) -> bool {
    match text.split_once('/') {
        None => is_label_value(text),
        Some((prefix, name)) => {
            framed(prefix, 253, is_lower, |byte| matches!(byte, b'-' | b'.')) && is_label_value(name)
        }
    }
}

fn is_ipv4(text: &str) -> bool {
    text.parse::<std::net::Ipv4Addr>().is_ok()
}

fn is_ipv4_cidr(text: &str) -> bool {
    let Some((address, bits)) = text.split_once('/') else { return false };
    is_ipv4(address)
        && (1..=2).contains(&bits.len())
        && !(bits.len() == 2 && bits.starts_with('0'))
        && bits.bytes().all(|byte| byte.is_ascii_digit())
        && bits.parse::<u8>().is_ok_and(|bits| bits <= 32)
}

fn is_path(text: &str, but: &[u8]) -> bool {
    text.starts_with('/') && text.bytes().all(|byte| byte.is_ascii_graphic() && !but.contains(&byte))
}

fn is_host_port(text: &str) -> bool {
    let Some((host, port)) = text.rsplit_once(':') else { return false };
    (1..=5).contains(&port.len())
        && port.bytes().all(|byte| byte.is_ascii_digit())
        && framed(host, 253, |byte| byte.is_ascii_alphanumeric(), |byte| matches!(byte, b'-' | b'_' | b'.'))
}

fn is_quorum_server(text: &str) -> bool {
    let Some((peer, election)) = text.rsplit_once(':') else { return false };
    election.len() <= 5 && is_digits(election) && is_host_port(peer)
}

fn is_url(text: &str) -> bool {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    rest.is_some_and(|rest| {
        !rest.is_empty() && !rest.starts_with('/') && rest.bytes().all(|it| it.is_ascii_graphic())
    })
}

/// Splits digits, with one dot within or none, off the start.
fn number(text: &str) -> Option<(&str, &str)> {
    let end = text.bytes().position(|byte| !byte.is_ascii_digit() && byte != b'.').unwrap_or(text.len());
    let (number, rest) = text.split_at(end);
    let dots = number.bytes().filter(|byte| *byte == b'.').count();
    let framed = number.bytes().next().is_some_and(|byte| byte.is_ascii_digit()) && !number.ends_with('.');
    (framed && dots <= 1).then_some((number, rest))
}

fn is_quantity(text: &str) -> bool {
    const UNITS: [&str; 14] = ["", "n", "u", "m", "k", "M", "G", "T", "P", "E", "Ki", "Mi", "Gi", "Ti"];
    number(text).is_some_and(|(_, unit)| UNITS.contains(&unit))
}

/// Numbers and their units, one after the other.
fn spans<'a>(mut text: &'a str, mut takes: impl FnMut(&'a str, &'a str) -> bool) -> bool {
    if text.is_empty() {
        return false;
    }
    while !text.is_empty() {
        let Some((number, rest)) = number(text) else { return false };
        let end = rest.bytes().position(|byte| !byte.is_ascii_alphabetic()).unwrap_or(rest.len());
        let (unit, rest) = rest.split_at(end);
        if !takes(number, unit) {
            return false;
        }
        text = rest;
    }
    true
}

fn is_go_duration(text: &str) -> bool {
    spans(text, |_, unit| matches!(unit, "ns" | "us" | "ms" | "s" | "m" | "h"))
}

fn is_scrape_duration(text: &str) -> bool {
    const UNITS: [&str; 7] = ["y", "w", "d", "h", "m", "s", "ms"];
    let mut next = 0;
    spans(text, |number, unit| {
        let Some(at) = UNITS.iter().position(|known| *known == unit) else { return false };
        let in_order = at >= next && !number.contains('.');
        next = at + 1;
        in_order
    })
}

/// Names apart by slashes, after the address of a registry: the plain ones, with one sign between two words.
fn is_repository(text: &str) -> bool {
    let is_name =
        |name: &str| name.split(['.', '_', '-']).all(|word| !word.is_empty() && word.bytes().all(is_lower));
    let is_registry = |name: &str| {
        let (host, port) = name.split_once(':').unwrap_or((name, "1"));
        let port = !port.is_empty() && port.bytes().all(|byte| byte.is_ascii_digit());
        port && framed(host, 253, |byte| byte.is_ascii_alphanumeric(), |byte| matches!(byte, b'-' | b'.'))
    };
    match text.split_once('/') {
        None => is_name(text),
        Some((first, rest)) => (is_registry(first) || is_name(first)) && rest.split('/').all(is_name),
    }
}

fn is_tag(text: &str) -> bool {
    let first = text.bytes().next().is_some_and(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    let within = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_');
    first && text.len() <= 128 && text.bytes().all(within)
}

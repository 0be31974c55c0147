//! Listeners that end a broker at startup: `MultipleListenerValidator` and `BindAddressValidator` of Pulsar.

use crate::facts::setting;
use pulsarc_catalogue::Version;
use pulsarc_component::Cluster;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};
use std::collections::BTreeMap;

/// Listeners that a broker rejects.
pub(crate) static CODE: Code = Code {
    id: "PUL0835",
    severity: Severity::Error,
    title: "invalid broker listeners",
    page: include_str!("listeners.md"),
};

const ADVERTISED: &str = "advertisedListeners";
const INTERNAL: &str = "internalListenerName";
const BIND: &str = "bindAddresses";
const NAMES: &str = "name a listener with ASCII letters, digits, `_` and `-`";
const SCHEMES: [&str; 4] = ["pulsar", "pulsar+ssl", "http", "https"];
/// A listener has at most an address in the clear and one over TLS before 5.0.
const MOST_BEFORE_5: usize = 2;

pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    for block in ["broker", "standalone"] {
        if !cluster.jvms.iter().any(|jvm| jvm.block == block) {
            continue;
        }
        let line = cluster.release(cluster.image_of(block)).line();
        if let Some(listeners) = setting(cluster, block, ADVERTISED) {
            let internal = setting(cluster, block, INTERNAL);
            let wrong = advertised(&listeners.text, internal.as_ref().map(|name| name.text.as_str()), line);
            if let Some((why, help)) = wrong {
                let message = format!("{ADVERTISED}: {why}; the broker exits at startup");
                let mut places = vec![(listeners.path.as_str(), "listeners set here")];
                places
                    .extend(internal.as_ref().map(|name| (name.path.as_str(), "internal listener set here")));
                found.push(cluster.point(Diagnostic::new(&CODE, message).help(help), &places));
            }
        }
        if let Some(addresses) = setting(cluster, block, BIND) {
            for (why, help) in bound(&addresses.text, line) {
                let message = format!("{BIND}: {why}; the broker exits at startup");
                let diagnostic = Diagnostic::new(&CODE, message).help(help);
                found.push(cluster.point(diagnostic, &[(&addresses.path, "")]));
            }
        }
    }
}

/// What is wrong with the listeners, and what to write.
fn advertised(text: &str, internal: Option<&str>, line: Version) -> Option<(String, String)> {
    let mut listeners: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    let mut owners: BTreeMap<&str, &str> = BTreeMap::new();
    for entry in text.split(',').map(str::trim).filter(|entry| !entry.is_empty()) {
        let example = || "write NAME:pulsar://HOST:PORT for each listener, separated by commas".to_owned();
        let Some((name, url)) = entry.split_once(':').map(|(name, url)| (name.trim(), url.trim())) else {
            return Some((format!("{entry:?} has no listener name"), example()));
        };
        if SCHEMES.contains(&name) || name.is_empty() {
            return Some((format!("{entry:?} has no listener name"), example()));
        }
        if line >= Version::V5_0 && !is_name(name) {
            return Some((format!("{name:?} is no listener name"), NAMES.to_owned()));
        }
        let Some((scheme, address)) = url.split_once("://").filter(|(_, address)| !address.is_empty()) else {
            return Some((format!("{url:?} is not a URL"), example()));
        };
        let of_name = listeners.entry(name).or_default();
        if of_name.contains(&scheme) || (line < Version::V5_0 && of_name.len() == MOST_BEFORE_5) {
            let why = format!("listener {name} has more than one address for {scheme}");
            return Some((why, format!("keep one address for {scheme}, or rename the other listener")));
        }
        of_name.push(scheme);
        match owners.insert(address, name) {
            Some(other) if other != name => {
                let why = format!("listeners {other} and {name} share the address {address}");
                return Some((why, "give each listener its own port".to_owned()));
            }
            _ => {}
        }
    }
    if let Some(name) = internal.filter(|name| line >= Version::V5_0 && !is_name(name)) {
        return Some((format!("{INTERNAL} {name:?} is no listener name"), NAMES.to_owned()));
    }
    // From 5.0 on the internal listener follows from the ports if the list lacks it.
    let missing = internal.filter(|name| line < Version::V5_0 && !listeners.contains_key(name))?;
    let known: Vec<&str> = listeners.keys().copied().collect();
    let why = format!("{INTERNAL} names a listener that does not exist: {missing}");
    Some((
        why,
        format!("write `{INTERNAL}: {}`, or add `{missing}:pulsar://HOST:PORT`", known.join("` or `")),
    ))
}

/// What is wrong with the addresses to listen on, and what to write.
fn bound(text: &str, line: Version) -> Vec<(String, String)> {
    let mut wrong = Vec::new();
    let mut bound: BTreeMap<&str, (&str, &str)> = BTreeMap::new();
    for address in text.split(',') {
        let Some((name, scheme, place)) = bind(address) else {
            let why = format!("{address:?} is not NAME:SCHEME://HOST:PORT");
            wrong.push((why, "write an address such as `external:pulsar://0.0.0.0:6652`".to_owned()));
            continue;
        };
        // Both checks are of 5.0.
        if line < Version::V5_0 {
            continue;
        }
        if !is_name(name) {
            wrong.push((format!("{name:?} is no listener name"), NAMES.to_owned()));
        }
        match bound.insert(place, (name, scheme)) {
            Some((_, other)) if other != scheme => {
                let why = format!("{place} has two schemes, {other} and {scheme}");
                wrong.push((why, "give each scheme a port of its own".to_owned()));
            }
            Some((other, _)) if other != name => {
                let why = format!("{place} belongs to two listeners, {other} and {name}");
                wrong.push((why, "give each listener a port of its own".to_owned()));
            }
            _ => {}
        }
    }
    wrong
}

/// The listener's name, the scheme and the address of an entry of `bindAddresses`.
fn bind(address: &str) -> Option<(&str, &str, &str)> {
    let (name, url) = address.trim().split_once(':')?;
    let (scheme, host) = url.split_once("://")?;
    let host = host.trim_end_matches('/');
    let port = host.rsplit_once(':')?.1;
    let right = !name.is_empty() && SCHEMES.contains(&scheme) && port.parse::<u16>().is_ok();
    right.then_some((name, scheme, host))
}

/// `MultipleListenerValidator` of 5.0: `[A-Za-z0-9_-]+`.
fn is_name(name: &str) -> bool {
    !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wrong(text: &str, internal: Option<&str>, line: Version) -> Option<String> {
        advertised(text, internal, line).map(|(why, _)| why)
    }

    #[test]
    fn listeners_are_judged_as_the_broker_does() {
        let line = Version::V4_0;
        let right = "internal:pulsar://b:6650,internal:pulsar+ssl://b:6651,external:pulsar://e:6650";
        assert_eq!(wrong(right, Some("internal"), line), None);
        assert_eq!(wrong(right, None, line), None, "the first one is the internal one");
        assert!(wrong("pulsar://b:6650", None, line).is_some_and(|why| why.contains("no listener name")));
        assert!(wrong("a:pulsar://b:1,a:pulsar://c:1", None, line).is_some());
        assert!(wrong("a:pulsar://b:1,c:pulsar://b:1", None, line).is_some_and(|why| why.contains("share")));
        assert!(wrong(right, Some("outside"), line).is_some());
        assert_eq!(wrong(right, Some("outside"), Version::V5_0), None, "5.0 derives it from the ports");
        assert_eq!(wrong("a.b:pulsar://c:1", None, line), None, "4.x takes any name");
        assert!(wrong("a.b:pulsar://c:1", None, Version::V5_0).is_some_and(|why| why.contains("a.b")));
    }

    #[test]
    fn an_address_has_one_listener_and_one_scheme_from_5_0_on() {
        assert_eq!(bind("external:pulsar://0.0.0.0:6652"), Some(("external", "pulsar", "0.0.0.0:6652")));
        assert_eq!(bind("pulsar://0.0.0.0"), None);
        let number = |text: &str, line| bound(text, line).len();
        assert_eq!(number("a:pulsar://h:1,b:pulsar://h:2", Version::V5_0), 0);
        for text in ["a:pulsar://h:1,b:pulsar://h:1", "a:pulsar://h:1,a:http://h:1", "a b:pulsar://h:1"] {
            assert_eq!((number(text, Version::V4_2), number(text, Version::V5_0)), (0, 1), "{text}");
        }
    }
}

//! Labels and annotations have keys that Kubernetes takes.

use crate::facts::{pointed, walk};
use pulsarc_component::Cluster;
use pulsarc_diag::{Code, Diagnostic, Findings, KeyPath, Segment, Severity};
use pulsarc_model::Origin;

/// Key of a label or annotation.
pub(crate) static CODE: Code = Code {
    id: "PUL0730",
    severity: Severity::Error,
    title: "invalid label or annotation key",
    page: include_str!("label_keys.md"),
};

/// The maps whose keys are labels or annotations.
const MAPS: [&str; 10] = [
    "labels",
    "annotations",
    "appAnnotations",
    "podAnnotations",
    "secretAnnotations",
    "customLabels",
    "nodeSelector",
    "matchLabels",
    "objectAnnotations",
    "podLabels",
];
/// The longest name, and the longest domain before it.
const NAME: usize = 63;
const DOMAIN: usize = 253;

/// Kubernetes rejects the object.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    walk(cluster.root, &mut KeyPath::root(), &mut |path, node| {
        if node.origin != Origin::User || node.as_record().is_none() || !is_map(path) {
            return;
        }
        for key in node.as_record().into_iter().flatten().map(|(key, _)| key) {
            if let Some(why) = wrong(key) {
                let finding =
                    Diagnostic::new(&CODE, format!("invalid label or annotation key {key:?}: {why}")).help(
                        "write a name of letters, digits, dashes, underscores and dots, with a domain and a \
                    slash before it if needed",
                    );
                found.push(pointed(cluster, finding, &path.key(key)));
            }
        }
    });
}

/// Whether a map at a path has labels or annotations in it. The annotations of keys and tokens stand one or two steps
/// below their name; the monitoring stack is another project's.
fn is_map(path: &KeyPath) -> bool {
    let above = |steps: usize| match path.segments().iter().rev().nth(steps) {
        Some(Segment::Key(key)) => key.as_str(),
        _ => "",
    };
    let foreign =
        matches!(path.segments().first(), Some(Segment::Key(key)) if key.starts_with("victoria-metrics"));
    let jwt = matches!(path.segments(), [_, _, Segment::Key(key), ..] if key == "jwt");
    let listed = if jwt {
        (above(0) == "key" && above(1) == "secretAnnotations") || above(1) == "token"
    } else {
        MAPS.contains(&above(0))
    };
    listed && !foreign
}

/// What is wrong with a key.
pub(super) fn wrong(key: &str) -> Option<&'static str> {
    let (domain, name) = match key.split_once('/') {
        Some((domain, name)) => (Some(domain), name),
        None => (None, key),
    };
    let ends = |text: &str, good: fn(&char) -> bool| {
        text.chars().next().is_some_and(|first| good(&first))
            && text.chars().last().is_some_and(|last| good(&last))
    };
    let plain = |c: char| c.is_ascii_alphanumeric() || ['-', '_', '.'].contains(&c);
    let domains = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-' || c == '.';
    if name.contains('/') {
        return Some("it has more than one slash");
    }
    if domain.is_some_and(|domain| {
        !domain.chars().all(domains) || !ends(domain, char::is_ascii_alphanumeric) || domain.len() > DOMAIN
    }) {
        return Some("the part before the slash is not a domain");
    }
    if name.len() > NAME {
        return Some("its name is longer than 63 characters");
    }
    (!name.chars().all(plain) || !ends(name, char::is_ascii_alphanumeric))
        .then_some("its name has invalid characters")
}

/// Whether a text can be a label's value: it may be empty.
pub(super) fn is_value(text: &str) -> bool {
    text.is_empty() || (!text.contains('/') && wrong(text).is_none())
}

#[cfg(test)]
mod tests {
    use super::{is_value, wrong};

    #[test]
    fn values_are_read_as_kubernetes_reads_them() {
        assert!(is_value("") && is_value("A_b-c.1") && !is_value("two words") && !is_value("a/b"));
    }

    #[test]
    fn keys_are_read_as_kubernetes_reads_them() {
        for good in ["a", "A_b-c.d", "example.com/x", "prometheus.io/scrape"] {
            assert_eq!(wrong(good), None, "{good}");
        }
        for bad in ["", "a b", "-a", "a/b/c", "Example.com/x", "/x", "example.com/", "a:b"] {
            assert!(wrong(bad).is_some(), "{bad}");
        }
        assert!(wrong(&"a".repeat(64)).is_some());
    }
}

//! Holds the fast ways, of evaluation and of writing, against the slow ones: the same tree, places, findings and
//! manifests, or an error.
//!
//! The tests do so for known inputs; this is for a user's own configuration. It does not decide which result is
//! correct: any difference is a bug in pulsarc.

use crate::{Built, assemble};
use pulsarc_component::Target;
use pulsarc_diag::{Code, Diagnostic, KeyPath, Severity, Sources, Span};
use pulsarc_eval::{Evaluate, InProcess, Layer, Request, Way};
use pulsarc_kube::{Object, write};
use pulsarc_model::{Node, Value};

/// The two ways of evaluation disagree.
pub static DISAGREE: Code = Code {
    id: "PUL0098",
    severity: Severity::Error,
    title: "evaluations disagree",
    page: include_str!("pages/PUL0098.md"),
};

/// Builds a cluster by both ways; an error where they disagree, at the first place where they do.
pub fn verified(layers: &[Layer], target: &Target) -> Built {
    verified_with(&InProcess, layers, target)
}

/// The same, of layers that somebody else evaluates.
pub fn verified_with(evaluations: &dyn Evaluate, layers: &[Layer], target: &Target) -> Built {
    let built = |by| assemble(evaluations.evaluate(Request::Cluster { layers, by }), layers, target);
    let mut fast = built(Way::Fast);
    let slow = built(Way::Contracts);
    let at = difference(&fast, &slow).or_else(|| emission(&fast));
    if let Some(at) = at {
        let finding = Diagnostic::new(
            &DISAGREE,
            "pulsarc's fast evaluation and its contracts disagree about this configuration",
        );
        let span = fast.tree.as_ref().and_then(|root| root.users_span(&at));
        fast.findings.push(finding.at(at).span(span).help("please report this with the configuration"));
        fast.objects.clear();
    }
    fast
}

/// Where two builds of the same layers differ.
fn difference(fast: &Built, slow: &Built) -> Option<KeyPath> {
    let root = KeyPath::root();
    // With an error nothing is built, and each way fills the holes with the defaults in its own way.
    let in_tree = match (&fast.tree, &slow.tree) {
        _ if fast.findings.has_errors() || slow.findings.has_errors() => None,
        (Some(one), Some(other)) => in_nodes((one, &fast.sources), (other, &slow.sources), &root),
        (None, None) => None,
        _ => Some(root.clone()),
    };
    let finding = |built: &Built| -> Vec<_> {
        let place = |span: Span| place(span, &built.sources);
        let one = |found: &Diagnostic| {
            (found.code.id, found.path.clone(), found.message.clone(), found.span.map(place))
        };
        built.findings.iter().map(one).collect()
    };
    let in_findings = || {
        let (one, other) = (finding(fast), finding(slow));
        let differs = one.iter().find(|found| !other.contains(found));
        let differs = differs.or_else(|| other.iter().find(|found| !one.contains(found)));
        differs.map(|(_, path, ..)| path.clone().unwrap_or_default())
    };
    in_tree.or_else(in_findings)
}

/// Differences between the two ways of writing objects, which no single key causes.
fn emission(built: &Built) -> Option<KeyPath> {
    let differs =
        |object: &Object| match (write::object(object, write::Format::Yaml), write::object_slowly(object)) {
            (Ok(fast), Ok(slow)) => fast != slow,
            (fast, slow) => fast.is_ok() != slow.is_ok(),
        };
    built.objects.iter().any(differs).then(KeyPath::root)
}

/// A place that does not depend on the order in which texts were read.
fn place(span: Span, sources: &Sources) -> (String, u32, u32) {
    (sources.get(span.source).name.clone(), span.start, span.end)
}

fn in_nodes(one: (&Node, &Sources), other: (&Node, &Sources), path: &KeyPath) -> Option<KeyPath> {
    let places = |(node, sources): (&Node, &Sources)| {
        (
            node.span.map(|span| place(span, sources)),
            node.key_span.map(|span| place(span, sources)),
            node.origin,
        )
    };
    if places(one) != places(other) {
        return Some(path.clone());
    }
    match (&one.0.value, &other.0.value) {
        (Value::Record(entries), Value::Record(others)) => {
            let missing = entries
                .keys()
                .chain(others.keys())
                .find(|key| !entries.contains_key(*key) || !others.contains_key(*key));
            if let Some(key) = missing {
                return Some(path.key(key));
            }
            let mut both = entries.iter().zip(others.values());
            both.find_map(|((key, a), b)| in_nodes((a, one.1), (b, other.1), &path.key(key)))
        }
        (Value::List(items), Value::List(others)) if items.len() == others.len() => {
            let mut both = items.iter().zip(others).enumerate();
            both.find_map(|(index, (a, b))| in_nodes((a, one.1), (b, other.1), &path.index(index)))
        }
        (value, same) => (value != same).then(|| path.clone()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::build_by;
    use pulsarc_component::KubeVersion;
    use pulsarc_eval::Format;

    fn built(text: &str) -> Built {
        let layer =
            Layer { name: "values.yaml".to_owned(), format: Format::Yaml, bytes: text.as_bytes().to_vec() };
        let target = Target {
            release: "pulsar".to_owned(),
            namespace: "ns".to_owned(),
            kube_version: KubeVersion { major: 1, minor: 33 },
            upgrade: false,
        };
        build_by(Way::Contracts, &[layer], &target)
    }

    #[test]
    fn a_difference_is_reported_at_its_first_place() {
        let one = built("broker:\n  replicaCount: 3\n  nodeSelector: {a: b}\n");
        let at = |text: &str| difference(&one, &built(text)).map(|path| path.to_string());
        assert_eq!(at("broker:\n  replicaCount: 3\n  nodeSelector: {a: b}\n"), None);
        assert_eq!(
            at("broker:\n  replicaCount: 4\n  nodeSelector: {a: b}\n").as_deref(),
            Some("broker.replicaCount")
        );
        assert_eq!(at("broker:\n  replicaCount: 3\n").as_deref(), Some("broker"));
    }
}

//! Files that have values inside: manifests of `GitOps` tools, and the output of `helm get values`.
//!
//! Each is one finding, instead of one for each of its keys.

use pulsarc_diag::advice::remove_it;
use pulsarc_diag::{Diagnostic, Findings, KeyPath, Segment};
use pulsarc_model::{Node, UNKNOWN_KEY, Value};

/// Where a kind of manifest has the values of a chart, as a path for `yq`.
const MANIFESTS: [(&str, &[&str]); 5] = [
    ("HelmRelease", &["spec.values"]),
    ("HelmChart", &["spec.valuesContent"]),
    (
        "Application",
        &[
            "spec.source.helm.valuesObject",
            "spec.source.helm.values",
            "spec.sources.0.helm.valuesObject",
            "spec.sources.0.helm.values",
        ],
    ),
    (
        "ApplicationSet",
        &["spec.template.spec.source.helm.valuesObject", "spec.template.spec.source.helm.values"],
    ),
    ("Kustomization", &["helmCharts.0.valuesInline"]),
];

/// The first line of `helm get values`, which reads as a key without a value.
const HEADERS: [&str; 2] = ["USER-SUPPLIED VALUES", "COMPUTED VALUES"];

/// The findings, those about the keys around the values as one.
pub(crate) fn unwrapped(findings: Findings, written: Option<&Node>) -> Findings {
    let Some(Value::Record(entries)) = written.map(|written| &written.value) else { return findings };
    let kind = entries.get("kind").and_then(Node::as_text).filter(|_| entries.contains_key("apiVersion"));
    let Some(root) = written else { return findings };
    let mut kept = Findings::default();
    let manifest = kind.map(|kind| manifest(kind, root));
    for finding in findings {
        let key = top_level(&finding);
        match (&manifest, key) {
            (Some(_), Some(_)) => {}
            (None, Some(key)) if HEADERS.contains(&key) => {
                let message = "this line is a heading of `helm get values`, not a key".to_owned();
                let header = Diagnostic { message, ..finding.clone() };
                let purpose = ", or run `helm get values --output yaml`, which has no heading";
                kept.push(header.advise_instead([remove_it().purpose(purpose).safe()]));
            }
            _ => kept.push(finding),
        }
    }
    if let Some(manifest) = manifest {
        kept.push(manifest);
    }
    kept
}

/// The key of an unknown key at the top level.
fn top_level(finding: &Diagnostic) -> Option<&str> {
    let path = finding.path.as_ref().filter(|_| finding.code == &UNKNOWN_KEY)?;
    match path.segments() {
        [Segment::Key(key)] => Some(key),
        _ => None,
    }
}

fn manifest(kind: &str, root: &Node) -> Diagnostic {
    let places = MANIFESTS.iter().find(|(known, _)| *known == kind).map(|(_, places)| *places);
    let place = places.into_iter().flatten().find(|place| root.get(**place).is_some());
    let finding =
        Diagnostic::new(&UNKNOWN_KEY, format!("this is a manifest of kind {kind}, not a values file"))
            .at(KeyPath::root().key("kind"))
            .span(root.get("kind").and_then(|kind| kind.span.or(kind.key_span)));
    let Some(place) = place else {
        return finding.help("pass the values that its chart gets");
    };
    let steps: String = place
        .split('.')
        .map(|step| step.parse::<usize>().map_or_else(|_| format!(".{step}"), |at| format!("[{at}]")))
        .collect();
    let at = root.get(*place).and_then(|values| values.key_span);
    finding
        .label(at, "its values are here")
        .help(format!("pass its values alone: yq '{steps}' FILE | pulsarc check -"))
}

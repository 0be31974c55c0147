//! What another release line of Pulsar changes for a configuration.

use crate::{Built, draft};
use pulsarc_catalogue::Release;
use pulsarc_component::{Cluster, Target};
use pulsarc_diag::{Diagnostic, KeyPath};
use pulsarc_eval::{Format, Layer};
use pulsarc_kube::Object;
use pulsarc_model::{Node, Origin};
use pulsarc_upgrade::{Advice, Emitted, Request, advise, advise_rollback};
use serde_json::{Map, Value, json};

pub use pulsarc_diag::Edit;
pub use pulsarc_upgrade::Advice as UpgradeAdvice;
pub use pulsarc_upgrade::{Answer, Choice, Move, Point, Section};

/// The Pulsar images with their own tags.
const IMAGES: [&str; 9] = [
    "zookeeper",
    "bookie",
    "autorecovery",
    "broker",
    "toolset",
    "proxy",
    "functions",
    "function_worker",
    "standalone",
];

/// A layer that moves a configuration to `release`: every tag that names a release, and `pulsarVersion` if it is set.
pub fn to_release(root: &Node, release: &str) -> Layer {
    let mut layer = Map::new();
    layer.insert("defaultPulsarImageTag".to_owned(), json!(release));
    let users =
        |path: &str| root.get(path).filter(|node| node.origin == Origin::User).and_then(Node::as_text);
    if let (Some(_), Some(to)) = (users("pulsarVersion"), Release::of_tag(release)) {
        layer.insert("pulsarVersion".to_owned(), json!(to.line.name()));
    }
    let own = IMAGES.into_iter().filter(|image| {
        users(&format!("images.{image}.tag")).is_some_and(|tag| Release::of_tag(tag).is_some())
    });
    let images: Map<String, Value> = own.map(|image| (image.to_owned(), json!({ "tag": release }))).collect();
    if !images.is_empty() {
        layer.insert("images".to_owned(), Value::Object(images));
    }
    let bytes = Value::Object(layer).to_string().into_bytes();
    Layer { name: format!("--to {release}"), format: Format::Yaml, bytes }
}

/// The settings that [`to_release`] decides on, each with its new value.
pub fn release_edits(root: &Node, release: &str) -> Vec<Edit> {
    let layer = to_release(root, release);
    let value: Value = serde_json::from_slice(&layer.bytes).unwrap_or_default();
    let mut edits = Vec::new();
    leaves(&value, &KeyPath::root(), &mut edits);
    edits
}

fn leaves(value: &Value, path: &KeyPath, edits: &mut Vec<Edit>) {
    match value {
        Value::Object(map) => map.iter().for_each(|(key, value)| leaves(value, &path.key(key), edits)),
        Value::String(text) => edits.push(Edit::Set { path: path.clone(), value: text.clone().into() }),
        _ => {}
    }
}

/// Advises on the upgrade from the configuration `now` to the same one with another release, `then`; none for a configuration
/// that cannot be read.
pub fn upgrade(
    now: &Built,
    then: &Built,
    target: &Target,
    from: Option<pulsarc_catalogue::Version>,
    to: pulsarc_catalogue::Version,
) -> Option<Advice> {
    let cluster = now.cluster(target)?;
    let emitted = emitted(now, &cluster, target);
    let known = |found: &Diagnostic| {
        now.findings.iter().any(|other| other.code == found.code && other.path == found.path)
    };
    let findings: Vec<Diagnostic> = then.findings.iter().filter(|found| !known(found)).cloned().collect();
    Some(advise(&Request { cluster: &cluster, emitted: &emitted, from, to, findings: &findings }))
}

/// Advises on a rollback from a configuration to an older one, both merged and as plain data; none if no component returns to an
/// older release line, or if one of them cannot be read.
pub fn rollback(now: &Value, then: &Value, target: &Target) -> Option<Advice> {
    let built = |name: &str, values: &Value| {
        let bytes = values.to_string().into_bytes();
        crate::build(&[Layer { name: name.to_owned(), format: Format::Yaml, bytes }], target)
    };
    let (now, then) = (built("the current revision", now), built("the older revision", then));
    let (cluster, older) = (now.cluster(target)?, then.cluster(target)?);
    let to = older.jvms.iter().map(|jvm| older.release(older.image_of(jvm.block)).line()).min()?;
    let emitted = emitted(&now, &cluster, target);
    advise_rollback(&Request { cluster: &cluster, emitted: &emitted, from: None, to, findings: &[] })
}

/// Pulsar's keys as the config maps of a configuration have them.
fn emitted(built: &Built, cluster: &Cluster<'_>, target: &Target) -> Emitted {
    let mut emitted = Emitted::default();
    for object in &draft(built, target).objects {
        let Object::ConfigMap(map) = object else { continue };
        let names = |component: &str| map.metadata.name.as_deref() == Some(&cluster.names.of(component));
        let record = cluster.topology.deployed().find(|record| names(&record.component));
        if let Some((record, data)) = record.zip(map.data.as_ref()) {
            emitted.0.entry(record.block.to_owned()).or_insert_with(|| data.clone());
        }
    }
    emitted
}

#[cfg(test)]
mod tests {
    use super::*;

    fn advice(now: Value, then: Value) -> Option<Advice> {
        let kube_version = pulsarc_component::KubeVersion { major: 1, minor: 33 };
        let target = Target {
            release: "pulsar".to_owned(),
            namespace: "pulsar".to_owned(),
            kube_version,
            upgrade: true,
        };
        let whole = |values: Value| {
            let bytes = values.to_string().into_bytes();
            let layer = Layer { name: "values".to_owned(), format: Format::Yaml, bytes };
            crate::build(&[layer], &target).tree.as_ref().map(crate::plain).unwrap_or_default()
        };
        rollback(&whole(now), &whole(then), &target)
    }

    #[test]
    fn a_rollback_to_an_older_line_is_a_downgrade() {
        let of = |release: &str| json!({ "defaultPulsarImageTag": release });
        let found = advice(of("5.0.1"), of("4.0.12")).expect("5.0 is newer than 4.0");
        let subjects: Vec<&str> = found.points.iter().map(|point| point.subject.as_str()).collect();
        assert!(subjects.contains(&"downgrade"), "{subjects:?}");
        assert!(subjects.contains(&"stored formats") || subjects.contains(&"rollback"), "{subjects:?}");
        assert_eq!(found.to, "4.0");
        assert!(advice(of("4.0.12"), of("5.0.1")).is_none(), "an upgrade");
        assert!(advice(of("4.0.12"), of("4.0.11")).is_none(), "the same line");
    }
}

//! Defaults of the chart that a release of Pulsar does better without, taken out of the configuration and of the emitted
//! config maps.

use pulsarc_component::{Cluster, ComponentRecord};
use pulsarc_diag::KeyPath;
use pulsarc_kube::Object;
use pulsarc_model::{Node, Value};
use pulsarc_rules::Owned;

/// Removes default options that the image's Java does not accept, and variables without options.
pub(crate) fn follow(objects: &mut [Owned], cluster: &Cluster<'_>) {
    for record in cluster.topology.deployed() {
        let name = cluster.names.of(&record.component);
        for (object, _) in objects.iter_mut() {
            let Object::ConfigMap(map) = object else { continue };
            if map.metadata.name.as_deref() != Some(&name) {
                continue;
            }
            let Some(data) = map.data.as_mut() else { continue };
            for (variable, _) in defaults(record, cluster) {
                let Some(text) = data.get_mut(variable) else { continue };
                match kept(text, record, variable, cluster) {
                    Some(kept) => *text = kept,
                    None => {
                        data.remove(variable);
                    }
                }
            }
        }
    }
}

/// The variables in a configuration whose defaults do not fit the release, with the text that does; none if no option is left.
/// The configuration with these builds the same.
pub(crate) fn changed(cluster: &Cluster<'_>) -> Vec<(KeyPath, Option<String>)> {
    let mut changed = Vec::new();
    for record in cluster.topology.deployed() {
        for (variable, path) in defaults(record, cluster) {
            let Some(text) = cluster.root.get(&path).and_then(Node::as_text) else { continue };
            let kept = kept(text, record, variable, cluster);
            if kept.as_deref() != Some(text) {
                changed.push((path, kept));
            }
        }
    }
    changed
}

/// Puts what [`changed`] found into a configuration.
pub(crate) fn put(changed: Vec<(KeyPath, Option<String>)>, root: &mut Node) {
    for (path, text) in changed {
        match (root.get_mut(&path), text) {
            (Some(node), Some(text)) => node.value = Value::Text(text),
            (_, None) => root.remove(path.segments()),
            (None, Some(_)) => {}
        }
    }
}

/// The variables of a component's JVM that nobody set.
fn defaults(
    record: &ComponentRecord,
    cluster: &Cluster<'_>,
) -> impl Iterator<Item = (&'static str, KeyPath)> {
    let config = KeyPath::parse(record.block).key("configData");
    let paths = record.jvm_variables.iter().map(move |variable| (*variable, config.key(*variable)));
    paths.filter(|(_, path)| !cluster.root.is_users(path))
}

/// The options of a default that the release keeps; none if there is no such option.
fn kept(text: &str, record: &ComponentRecord, variable: &str, cluster: &Cluster<'_>) -> Option<String> {
    let keeps = |option: &&str| cluster.keeps_default_option(record.image, variable, option);
    let kept: Vec<&str> = text.split(' ').filter(keeps).collect();
    (!kept.is_empty()).then(|| kept.join(" "))
}

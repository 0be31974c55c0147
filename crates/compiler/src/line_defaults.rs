//! Defaults of the chart that a release of Pulsar does better without, taken out of the emitted config maps.

use pulsarc_component::Cluster;
use pulsarc_diag::KeyPath;
use pulsarc_kube::Object;
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
            for variable in record.jvm_variables {
                let path = KeyPath::parse(record.block).key("configData").key(*variable);
                let Some(text) = data.get_mut(*variable).filter(|_| !cluster.root.is_users(&path)) else {
                    continue;
                };
                let keeps = |option: &&str| cluster.keeps_default_option(record.image, variable, option);
                let kept: Vec<&str> = text.split(' ').filter(keeps).collect();
                if kept.is_empty() {
                    data.remove(*variable);
                } else if kept.len() < text.split(' ').count() {
                    *text = kept.join(" ");
                }
            }
        }
    }
}

//! Pulsar's keys in the emitted config maps that the image would drop.

use pulsarc_catalogue::{Conf, ConfFile, Program, Version, conf_file_has, prefixed};
use pulsarc_component::Cluster;
use pulsarc_component::roster::{Configuration, PlainKeys};
use pulsarc_kube::Object;
use pulsarc_model::Origin;
use pulsarc_rules::Owned;

/// Environment variables that are written in small letters, and read by whatever dials.
const LOWER_CASE_ENVIRONMENT: [&str; 5] = ["all_proxy", "ftp_proxy", "http_proxy", "https_proxy", "no_proxy"];

/// Adds `PULSAR_PREFIX_` to the user's plain keys that the image would silently drop: it writes a plain variable into
/// a conf file only if the file contains the key. A key that the catalogue does not know belongs to a plugin, such as
/// `kafkaListeners`, or is passed through, such as `bookkeeper_...`: no file contains it.
pub(crate) fn with_prefixes(objects: &mut [Owned], cluster: &Cluster<'_>) {
    for record in cluster.topology.deployed() {
        let reaches = |configuration: &Configuration| configuration.plain_keys != PlainKeys::Ignored;
        let Some(configuration) = record.configuration.filter(reaches) else {
            continue;
        };
        let name = cluster.names.of(&record.component);
        let settings = cluster.settings(record.block);
        let users = |key: &str| {
            let setting = settings.and_then(|settings| settings.get(key));
            setting.is_some_and(|setting| setting.origin == Origin::User)
        };
        for (object, _) in objects.iter_mut() {
            let Object::ConfigMap(map) = object else { continue };
            if map.metadata.name.as_deref() != Some(&name) {
                continue;
            }
            let Some(data) = map.data.as_mut() else { continue };
            let line = cluster.release(record.image).line();
            let dropped = |key: &String| {
                users(key) && is_setting(key) && !is_in_conf_file(record.block, line, configuration, key)
            };
            let keys: Vec<String> = data.keys().filter(|key| dropped(key)).cloned().collect();
            for key in keys {
                if let Some(value) = data.remove(&key) {
                    data.entry(prefixed(&key)).or_insert(value);
                }
            }
        }
    }
}

/// Whether a plain variable is meant for a conf file, and not for the shell or the JVM.
fn is_setting(variable: &str) -> bool {
    let prefixed = ["PULSAR_", "BOOKIE_", "PF_"].iter().any(|prefix| variable.starts_with(prefix));
    let is_key = variable.contains(|letter: char| letter.is_ascii_lowercase());
    is_key && !prefixed && !LOWER_CASE_ENVIRONMENT.contains(&variable)
}

/// Whether a conf file that a component's variables are written into has a key.
fn is_in_conf_file(block: &str, line: Version, configuration: Configuration, key: &str) -> bool {
    let has = |program| pulsarc_catalogue::conf(line, program, key).is_some_and(|conf| conf != Conf::Absent);
    match configuration.plain_keys {
        _ if block == "standalone" => conf_file_has(ConfFile::Standalone, key),
        PlainKeys::SeveralFiles => conf_file_has(ConfFile::Client, key) || has(Program::BookKeeper),
        PlainKeys::ConfFile | PlainKeys::Ignored => configuration.conf_file().is_some_and(has),
    }
}

//! Pulsar's keys in the emitted config maps: those that a user contradicts, and those that the image would drop.
//!
//! Both need what the components make of a configuration, so they are looked at here and not in the rules.

use crate::describe::Described;
use crate::emit;
use pulsarc_catalogue::{Conf, ConfFile, Program, Version, bare_key, conf_file_has, prefixed, unprefixed};
use pulsarc_component::roster::{Configuration, PlainKeys};
use pulsarc_component::{Cluster, Entry, Target};
use pulsarc_diag::{Code, Diagnostic, Findings, KeyPath, Severity};
use pulsarc_kube::Object;
use pulsarc_model::{Node, Origin, Value};
use pulsarc_rules::Owned;
use std::collections::BTreeMap;

/// A key that follows from other settings, set to something else.
pub static CONTRADICTED: Code = Code {
    id: "PUL0804",
    severity: Severity::Error,
    title: "derived Pulsar key",
    page: include_str!("pages/PUL0804.md"),
};

/// Addresses, ports, mounted paths, and switches that the configuration sets under another key. Another value gives
/// the process an address that nothing serves, or a missing file. Keys that only tune Pulsar are excluded: users may
/// set those.
const DECIDED: [&str; 45] = [
    "authenticationEnabled",
    "authorizationEnabled",
    "bookkeeperMetadataServiceUri",
    "brokerServicePort",
    "brokerServicePortTls",
    "brokerServiceURL",
    "brokerServiceURLTLS",
    "brokerServiceUrl",
    "brokerWebServiceURL",
    "brokerWebServiceURLTLS",
    "clusterName",
    "configurationMetadataStoreUrl",
    "containerFactory",
    "dataDir",
    "dataLogDir",
    "extraServerComponents",
    "functionRuntimeFactoryConfigs_pulsarAdminUrl",
    "functionRuntimeFactoryConfigs_pulsarServiceUrl",
    "functionWorkerWebServiceURL",
    "functionWorkerWebServiceURLTLS",
    "functionsWorkerEnabled",
    "httpServerEnabled",
    "httpServerPort",
    "indexDirectories",
    "journalDirectories",
    "ledgerDirectories",
    "metadataServiceUri",
    "metadataStoreUrl",
    "pulsarFunctionsCluster",
    "pulsarServiceUrl",
    "pulsarWebServiceUrl",
    "secureClientPort",
    "servicePort",
    "servicePortTls",
    "tlsCertificateFilePath",
    "tlsEnabled",
    "tlsEnabledInProxy",
    "tlsEnabledWithBroker",
    "tlsKeyFilePath",
    "tokenPublicKey",
    "tokenSecretKey",
    "webServicePort",
    "webServicePortTls",
    "workerPort",
    "workerPortTls",
];

/// Reports every key whose user value differs from the derived one: builds once more without these keys, and
/// compares.
pub(crate) fn contradicted(entries: &[Entry], root: &Node, target: &Target, found: &mut Findings) {
    let written = written(entries, root);
    if written.is_empty() {
        return;
    }
    let mut without = root.clone();
    for (path, _) in &written {
        without.remove(path.segments());
    }
    let mut unheard = Findings::default();
    let Some(described) = Described::decode(&without, entries, target, &mut unheard) else { return };
    let cluster = described.cluster(target, &without);
    let objects = emit::emit(&described.spec, &cluster, &mut unheard);
    for (path, users) in &written {
        let (Some(data), Some(variable)) = (data(&objects, &cluster, path), path.last_key()) else {
            continue;
        };
        let other = unprefixed(variable).map_or_else(|| prefixed(variable), str::to_owned);
        let Some(decided) = data.get(variable).or_else(|| data.get(&other)) else { continue };
        if decided.trim() != users.trim() {
            let message = format!(
                "other settings set `{variable}` to `{decided}`; with `{users}` two parts of the cluster \
                disagree"
            );
            let told = Diagnostic::new(&CONTRADICTED, message).at(path).span(root.users_span(path));
            found.push(told.help("remove it, and change the settings it is derived from"));
        }
    }
}

/// The keys among [`DECIDED`] that the user has written, with their values.
fn written(entries: &[Entry], root: &Node) -> Vec<(KeyPath, String)> {
    let mut all = Vec::new();
    for entry in entries.iter().filter(|entry| entry.configuration.is_some()) {
        let config = KeyPath::parse(entry.key).key("configData");
        for (variable, node) in root.get(&config).and_then(Node::as_record).into_iter().flatten() {
            let key = bare_key(variable);
            let path = config.key(variable);
            if DECIDED.contains(&key) && root.is_users(&path) {
                all.extend(text(node).map(|text| (path, text)));
            }
        }
    }
    all
}

fn text(node: &Node) -> Option<String> {
    match &node.value {
        Value::Text(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(truth) => Some(truth.to_string()),
        _ => None,
    }
}

/// The data of the config map that a path's block makes.
fn data<'o>(
    objects: &'o [Owned],
    cluster: &Cluster<'_>,
    path: &KeyPath,
) -> Option<&'o BTreeMap<String, String>> {
    let block = path.parent().parent().to_string();
    let name = cluster.names.of(&cluster.text(&format!("{block}.component"))?);
    objects.iter().find_map(|(object, _)| match object {
        Object::ConfigMap(config) if object.name() == name => config.data.as_ref(),
        _ => None,
    })
}

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

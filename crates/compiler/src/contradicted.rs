//! Pulsar's keys that follow from other settings, and that a user sets to something else.
//!
//! Which value a key gets is known only from the emitted config maps, so this is checked here and not in the rules.

use crate::describe::Described;
use crate::emit;
use pulsarc_catalogue::{bare_key, prefixed, unprefixed};
use pulsarc_component::{Cluster, Entry, Target};
use pulsarc_diag::advice::remove_it;
use pulsarc_diag::{Code, Diagnostic, Findings, KeyPath, Severity};
use pulsarc_kube::Object;
use pulsarc_model::Node;
use pulsarc_rules::Owned;
use std::collections::BTreeMap;

/// A key that follows from other settings, set to something else.
pub static CODE: Code = Code {
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
pub(crate) fn check(entries: &[Entry], root: &Node, target: &Target, found: &mut Findings) {
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
            let finding = Diagnostic::new(&CODE, message).at(path).span(root.users_span(path));
            found.push(finding.advise([remove_it().purpose(", and change the settings it is derived from")]));
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
                all.extend(node.as_words().map(|text| (path, text.into_owned())));
            }
        }
    }
    all
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

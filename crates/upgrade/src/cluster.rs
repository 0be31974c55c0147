//! What the advisor asks of a cluster.

use pulsarc_catalogue::{Condition, Program};
use pulsarc_component::Cluster;
use pulsarc_diag::KeyPath;
use std::collections::BTreeMap;

/// Pulsar's keys as the emitted config maps have them, by the component's block.
#[derive(Debug, Default)]
pub struct Emitted(pub BTreeMap<String, BTreeMap<String, String>>);

impl Emitted {
    /// The value of a key, under whichever prefix.
    pub(crate) fn get(&self, block: &str, key: &str) -> Option<&str> {
        let data = self.0.get(block)?;
        let names = [format!("PULSAR_PREFIX_{key}"), format!("PF_{key}"), key.to_owned()];
        names.iter().find_map(|name| data.get(name)).map(String::as_str)
    }
}

/// The deployed components that run a program, each with the prefix of its keys.
pub(crate) fn components(cluster: &Cluster<'_>, program: Program) -> Vec<(&'static str, &'static str)> {
    let candidates: &[(&'static str, &'static str)] = match program {
        Program::Broker => &[("broker", ""), ("standalone", "")],
        Program::BookKeeper => &[("bookkeeper", "")],
        Program::Proxy => &[("proxy", "")],
        Program::Worker if cluster.runs_function_worker() => &[("function_worker", "PF_")],
        Program::Worker if cluster.embeds_functions() => &[("broker", "PF_")],
        _ => &[],
    };
    candidates.iter().copied().filter(|(block, _)| runs(cluster, block)).collect()
}

/// Whether the component of a block is deployed.
pub(crate) fn runs(cluster: &Cluster<'_>, block: &str) -> bool {
    cluster.jvms.iter().any(|jvm| jvm.block == block)
}

/// Whether a condition holds.
pub(crate) fn holds(cluster: &Cluster<'_>, emitted: &Emitted, condition: Condition) -> bool {
    let base = cluster.base;
    let server = if cluster.is_distributed() { "broker" } else { "standalone" };
    let is_true = |key: &str| emitted.get(server, key).is_some_and(|text| text.eq_ignore_ascii_case("true"));
    match condition {
        Condition::ClientCertificates => {
            let providers = emitted.get("proxy", "authenticationProviders").unwrap_or_default();
            runs(cluster, "proxy")
                && ["ProviderTls", "ProviderSasl"].iter().any(|name| providers.contains(name))
        }
        Condition::Tls => base.tls.enabled,
        Condition::AdvertisedListeners => {
            emitted.get(server, "advertisedListeners").is_some_and(|text| !text.is_empty())
        }
        Condition::SeveralBrokers => {
            let grows = cluster.is_on("broker.autoscaling.enabled");
            let count = if grows { "broker.autoscaling.maxReplicas" } else { "broker.replicaCount" };
            runs(cluster, "broker") && cluster.integer(count).is_some_and(|brokers| brokers > 1)
        }
        Condition::PackageManagement => is_true("enablePackagesManagement"),
        Condition::Functions => base.components.functions || base.components.function_worker,
        Condition::Transactions => is_true("transactionCoordinatorEnabled"),
        Condition::Proxy => runs(cluster, "proxy"),
    }
}

/// The path of a key in a component's `configData`, with the prefix that it needs.
pub(crate) fn path_of(block: &str, prefix: &str, key: &str) -> KeyPath {
    KeyPath::parse(block).key("configData").key(format!("{prefix}{key}"))
}

//! The tools' configuration: keys of `conf/client.conf`, and of `conf/bookkeeper.conf` for BookKeeper's own shell.

use crate::Toolset;
use crate::workload::{certificates, tokens};
use pulsarc_component::config::{self, Settings};
use pulsarc_component::jwt::TOKEN_PLUGIN;
use pulsarc_component::{Cluster, PulsarPeer};
use pulsarc_kube::k8s_openapi::api::core::v1::ConfigMap;

/// The toolset's config map.
pub(crate) fn config_map(toolset: &Toolset, cluster: &Cluster<'_>) -> ConfigMap {
    config::config_map(
        cluster,
        &toolset.pods.component,
        computed(toolset, cluster).with(&toolset.pods.config_data),
    )
}

fn computed(toolset: &Toolset, cluster: &Cluster<'_>) -> Settings {
    let mut settings = Settings::new();
    settings.set("BOOKIE_LOG_APPENDER", "RollingFile");
    cluster.set_bookkeeper_common(&mut settings);
    if let Some(peer) = dialled(toolset, cluster) {
        let host = cluster.names.of(&peer.component);
        settings
            .set("webServiceUrl", format!("{}/", peer.web_url(&host, peer.tls)))
            .set("brokerServiceUrl", format!("{}/", peer.service_url(&host, peer.tls)));
        if peer.tls {
            settings
                .set("useTls", true)
                .set("tlsAllowInsecureConnection", false)
                .set("tlsTrustCertsFilePath", certificates(cluster).trusted())
                .set("tlsEnableHostnameVerification", false);
        }
    }
    if cluster.base.auth.jwt() {
        settings.set("authParams", tokens().token_url()).set("authPlugin", TOKEN_PLUGIN);
    }
    settings
}

/// Whom the tools dial: the proxies where that is wanted and there are any, else the servers themselves. Where there
/// are neither, as in a cluster of nothing but a configuration store, the tools' own defaults stay.
fn dialled<'a>(toolset: &Toolset, cluster: &'a Cluster<'_>) -> Option<&'a PulsarPeer> {
    let by_proxy = toolset.use_proxy && cluster.base.components.proxy && cluster.is_distributed();
    if by_proxy {
        return cluster.topology.proxy.as_ref();
    }
    cluster.server().filter(|_| cluster.runs_server())
}

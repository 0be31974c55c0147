//! The proxies' configuration: keys of `conf/proxy.conf`.

use crate::Proxy;
use crate::workload::{certificates, tokens};
use pulsarc_component::config::{self, Settings};
use pulsarc_component::{Cluster, PulsarPeer};
use pulsarc_kube::k8s_openapi::api::core::v1::ConfigMap;

/// The ports that the image's `proxy.conf` lets the proxies dial for the binary protocol.
const IMAGES_TARGETS: [i32; 2] = [6650, 6651];

/// The proxies' config map.
pub(crate) fn config_map(proxy: &Proxy, cluster: &Cluster<'_>) -> ConfigMap {
    config::config_map(cluster, &proxy.pods.component, computed(proxy, cluster).with(&proxy.pods.config_data))
}

fn computed(proxy: &Proxy, cluster: &Cluster<'_>) -> Settings {
    let mut settings = Settings::new();
    settings.set("clusterName", cluster.names.cluster()).set("statusFilePath", "/pulsar/logs/status");
    listeners(proxy, cluster, &mut settings);
    if let Some(server) = cluster.server() {
        servers(server, cluster, &mut settings);
    }
    worker(cluster, &mut settings);
    if cluster.base.auth.authentication.enabled {
        authentication(cluster, &mut settings);
    }
    settings
}

/// What the proxies listen on. Monitors and probes use plain HTTP always.
fn listeners(proxy: &Proxy, cluster: &Cluster<'_>, settings: &mut Settings) {
    settings.set("webServicePort", proxy.ports.pods.http);
    if Proxy::serves_tls(cluster) {
        settings
            .set("tlsEnabledInProxy", true)
            .set("servicePortTls", proxy.ports.pulsarssl)
            // The image's own plain port stays open beside TLS otherwise.
            .set("servicePort", "")
            .set("webServicePortTls", proxy.ports.pods.https)
            .set("tlsCertificateFilePath", "/pulsar/certs/proxy/tls.crt")
            .set("tlsKeyFilePath", "/pulsar/certs/proxy/tls.key")
            .set("tlsTrustCertsFilePath", certificates(cluster).trusted());
    } else {
        settings.set("servicePort", proxy.ports.pulsar);
    }
}

/// The servers behind the proxies. They are dialled over TLS where they speak it, whatever the proxies' clients do:
/// servers that serve TLS need not have a plain port open.
fn servers(server: &PulsarPeer, cluster: &Cluster<'_>, settings: &mut Settings) {
    let host = cluster.names.of(&server.component);
    let (binary, web) = (server.service_url(&host, server.tls), server.web_url(&host, server.tls));
    if server.tls {
        settings
            .set("brokerServiceURLTLS", binary)
            .set("brokerWebServiceURLTLS", web)
            .set("tlsEnabledWithBroker", true)
            .set("tlsCertRefreshCheckDurationSec", 300)
            .set("brokerClientTrustCertsFilePath", certificates(cluster).trusted());
    } else {
        settings.set("brokerServiceURL", binary).set("brokerWebServiceURL", web);
    }
    // A lookup answers with the server that has the topic; the proxies refuse to dial any port that is not listed.
    let target = if server.tls { server.pulsarssl } else { server.pulsar };
    if !IMAGES_TARGETS.contains(&target.number()) {
        settings.set("brokerProxyAllowedTargetPorts", target);
    }
}

/// The function worker of its own, if there is one: without its address the proxies would send function calls to the
/// brokers, which answer 409.
fn worker(cluster: &Cluster<'_>, settings: &mut Settings) {
    let (true, Some(worker)) = (cluster.base.components.function_worker, &cluster.topology.function_worker)
    else {
        return;
    };
    let host = cluster.names.of(&worker.component);
    // The proxies read the one key where they dial the brokers over TLS and the other where not, and trust no
    // authority of the cluster in the second case: there they use the worker's plain port, which is always open.
    if Proxy::dials_tls(cluster) {
        settings.set("functionWorkerWebServiceURLTLS", worker.web_url(&host));
    } else {
        settings.set("functionWorkerWebServiceURL", format!("http://{host}:{}", worker.http));
    }
}

/// Where the proxies read the policies by which they authorize: without both URLs they exit.
fn policies(cluster: &Cluster<'_>, settings: &mut Settings) {
    if let Some(store) = cluster.metadata_store_url() {
        settings.set("metadataStoreUrl", store);
    }
    if let Some(store) = cluster.configuration_metadata_store_url() {
        settings.set("configurationMetadataStoreUrl", store);
    }
}

fn authentication(cluster: &Cluster<'_>, settings: &mut Settings) {
    let auth = &cluster.base.auth;
    cluster.set_server_authentication(settings, &tokens());
    if auth.authorizes() {
        // The servers decide, on what the client showed the proxy; but for WebSocket, where they see the proxy alone.
        settings.set("authorizationEnabled", cluster.proxies_authorize());
        settings.set("forwardAuthorizationCredentials", true);
        if cluster.proxies_authorize() {
            policies(cluster, settings);
        }
        let except = auth.use_proxy_roles.then_some("proxy");
        settings.set("superUserRoles", auth.super_user_roles(except));
    }
}

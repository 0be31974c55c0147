//! The worker's configuration. Each `PF_` variable becomes a key of `conf/functions_worker.yml`, an `_` in it a level
//! of nesting (`bin/gen-yml-from-env.py` of the image). The keys are those of
//! `org.apache.pulsar.functions.worker.WorkerConfig`.

use crate::FunctionWorker;
use crate::workload::{certificates, tokens};
use pulsarc_component::Cluster;
use pulsarc_component::config::{self, Settings};
use pulsarc_component::functions::set_kubernetes_runtime;
use pulsarc_component::jwt::{TOKEN_PLUGIN, TOKEN_PROVIDER};
use pulsarc_kube::k8s_openapi::api::core::v1::ConfigMap;

/// The worker's config map.
pub(crate) fn config_map(worker: &FunctionWorker, cluster: &Cluster<'_>) -> ConfigMap {
    config::config_map(
        cluster,
        &worker.pods.component,
        computed(worker, cluster).with(&worker.pods.config_data),
    )
}

fn computed(worker: &FunctionWorker, cluster: &Cluster<'_>) -> Settings {
    let mut settings = Settings::new();
    settings.set("PF_workerPort", worker.ports.http);
    broker_connection(cluster, &mut settings);
    runtime(cluster, &mut settings);
    if FunctionWorker::serves_tls(cluster) {
        settings
            .set("PF_workerPortTls", worker.ports.https)
            .set("PF_tlsEnabled", true)
            .set("PF_tlsCertificateFilePath", "/pulsar/certs/function-worker/tls.crt")
            .set("PF_tlsKeyFilePath", "/pulsar/certs/function-worker/tls.key");
    }
    if cluster.base.auth.authentication.enabled {
        authentication(cluster, &mut settings);
    }
    settings
}

/// The brokers that the worker reads and writes its topics through.
fn broker_connection(cluster: &Cluster<'_>, settings: &mut Settings) {
    let Some(broker) = &cluster.topology.broker else { return };
    let host = cluster.names.of(&broker.component);
    settings
        .set("PF_pulsarServiceUrl", format!("{}/", broker.service_url(&host, broker.tls)))
        .set("PF_pulsarWebServiceUrl", format!("{}/", broker.web_url(&host, broker.tls)));
    if broker.tls {
        let trusted = certificates(cluster).trusted();
        settings
            .set("PF_useTls", true)
            .set("PF_tlsTrustCertsFilePath", trusted)
            .set("PF_brokerClientTrustCertsFilePath", trusted);
    }
}

/// The Kubernetes runtime: one pod for each function instance.
fn runtime(cluster: &Cluster<'_>, settings: &mut Settings) {
    let (Some(broker), Some(worker)) = (&cluster.topology.broker, &cluster.topology.function_worker) else {
        return;
    };
    let instance_tls = broker.tls && cluster.base.tls.function_instance.enabled;
    // The instances fetch their package from the worker: the brokers' own worker is off and answers 409. Without
    // authentication the worker gives them no trusted certificate (`KubernetesRuntime.getDownloadCommand`), so they
    // use its plain port, which is always open.
    let host = cluster.names.of(&worker.component);
    let admin = if cluster.base.auth.authentication.enabled {
        format!("{}/", worker.web_url(&host))
    } else {
        format!("http://{host}:{}/", worker.http)
    };
    let service = format!("{}/", broker.service_url(&cluster.names.of(&broker.component), instance_tls));
    set_kubernetes_runtime(cluster, settings, &admin, &service);
}

fn authentication(cluster: &Cluster<'_>, settings: &mut Settings) {
    let auth = &cluster.base.auth;
    settings.set("PF_authenticationEnabled", true);
    // The worker would answer 401 to its monitor, which has no token.
    settings.set("PF_authenticateMetricsEndpoint", false);
    if auth.authorizes() {
        settings.set("PF_authorizationEnabled", true).set("PF_superUserRoles", auth.super_user_roles(None));
        // The worker's authorization provider reads tenants and namespaces from the configuration store itself:
        // without its URL it dials `zk:localhost:2181` and exits.
        if let Some(store) = cluster.configuration_metadata_store_url() {
            settings.set("PF_configurationMetadataStoreUrl", store);
        }
        // `proxyRoles` is null unless it is set, and an authenticated call is then answered with HTTP 500.
        let proxy = auth.super_user("proxy").filter(|_| auth.use_proxy_roles);
        settings.set("PF_proxyRoles", proxy.unwrap_or_default());
    }
    if auth.authentication.jwt.enabled {
        let token = tokens().token_url();
        let (key, file) = cluster.token_key_setting();
        settings
            .set("PF_authenticationProviders", TOKEN_PROVIDER)
            .set("PF_brokerClientAuthenticationPlugin", TOKEN_PLUGIN)
            .set("PF_brokerClientAuthenticationParameters", &token)
            .set("PF_clientAuthenticationPlugin", TOKEN_PLUGIN)
            .set("PF_clientAuthenticationParameters", &token)
            .set(format!("PF_properties_{key}"), file);
    }
}

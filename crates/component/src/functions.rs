//! The worker that runs functions as pods: what it reads of its runtime, in a StatefulSet of its own and inside the
//! brokers alike. The `PF_` variables become keys of `conf/functions_worker.yml`.

use crate::Cluster;
use crate::config::Settings;

const KUBERNETES_RUNTIME: &str = "org.apache.pulsar.functions.runtime.kubernetes.KubernetesRuntimeFactory";
/// Where the image has Pulsar.
const PULSAR_HOME: &str = "/pulsar";
/// The runtime's settings stand under both its names: that of Pulsar 2.5 and later, and the one before.
const RUNTIME_BLOCKS: [&str; 2] = ["PF_functionRuntimeFactoryConfigs", "PF_kubernetesContainerFactory"];

/// Sets up the Kubernetes runtime: one pod for each function instance. The instances fetch their package from `admin`
/// and read and write topics through `service`.
pub fn set_kubernetes_runtime(cluster: &Cluster<'_>, settings: &mut Settings, admin: &str, service: &str) {
    let image = &cluster.base.images.functions;
    settings
        .set("PF_pulsarFunctionsCluster", cluster.names.cluster())
        .set("PF_numFunctionPackageReplicas", &cluster.topology.ensemble_size)
        .set("PF_connectorsDirectory", "./connectors")
        .set("PF_functionRuntimeFactoryClassName", KUBERNETES_RUNTIME)
        .set("PF_containerFactory", "k8s");
    for block in RUNTIME_BLOCKS {
        let mut set = |key: &str, value: &str| {
            settings.set(format!("{block}_{key}"), value);
        };
        set("pulsarRootDir", PULSAR_HOME);
        set("pulsarDockerImageName", &cluster.image(image));
        set("imagePullPolicy", &cluster.pull_policy(image));
        set("submittingInsidePod", "true");
        set("installUserCodeDependencies", "true");
        set("jobNamespace", cluster.names.namespace());
        set("expectedMetricsCollectionInterval", "30");
        set("pulsarAdminUrl", admin);
        set("pulsarServiceUrl", service);
    }
}

//! Pods and what makes them: templates, containers, probes, anti-affinity, `StatefulSets`.

use crate::Cluster;
use crate::config::checksum;
use crate::meta::{annotated, annotations, metadata, selector};
use crate::script::Script;
use crate::shapes::{
    AffinityKind, AffinitySpec, ImageSpec, Mounts, Probe, Probes, Resources, Spread, StringMap, Tolerations,
    UpdateStrategy,
};
use k8s_openapi::api::apps::v1::{
    Deployment, DeploymentSpec, DeploymentStrategy, StatefulSet, StatefulSetSpec,
};
use k8s_openapi::api::batch::v1::{Job, JobSpec};
use k8s_openapi::api::core::v1::{
    Affinity, ConfigMap, ConfigMapEnvSource, Container, ContainerPort, EnvFromSource, EnvVar, ExecAction,
    HTTPGetAction, PersistentVolumeClaim, PodAffinityTerm, PodAntiAffinity, PodSecurityContext, PodSpec,
    PodTemplateSpec, Probe as KubeProbe, TCPSocketAction, Volume, WeightedPodAffinityTerm,
};
use k8s_openapi::apimachinery::pkg::apis::meta::v1::{LabelSelector, LabelSelectorRequirement, ObjectMeta};
use k8s_openapi::apimachinery::pkg::util::intstr::IntOrString;
use pulsarc_kube::k8s_openapi;
use pulsarc_model::Port;

/// What decides where a component's pods run.
#[derive(Debug, Clone, Copy, Default)]
pub struct Scheduling<'a> {
    /// The nodes' labels.
    pub node_selector: Option<&'a StringMap>,
    /// The taints that the pods bear.
    pub tolerations: Option<&'a Tolerations>,
    /// How the pods spread.
    pub spread: Option<&'a Spread>,
    /// The priority class.
    pub priority_class: Option<&'a str>,
    /// How the pods keep apart.
    pub affinity: Option<&'a AffinitySpec>,
}

impl<'a> Scheduling<'a> {
    /// Where the job of a component runs: as `asked` by settings of its own, else where the component's pods may. On a
    /// cluster whose nodes are all tainted a job without tolerations stays pending, and holds the installation up.
    pub fn of_job(
        asked: (&'a StringMap, &'a Tolerations),
        node_selector: &'a StringMap,
        tolerations: &'a Tolerations,
    ) -> Self {
        Self {
            node_selector: Some(if asked.0.is_empty() { node_selector } else { asked.0 }),
            tolerations: Some(if asked.1.is_empty() { tolerations } else { asked.1 }),
            ..Self::default()
        }
    }
}

/// A component's pods.
#[derive(Debug, Clone, Default)]
pub struct Pod<'a> {
    /// The `component` label.
    pub component: &'a str,
    /// The pods' annotations.
    pub annotations: StringMap,
    /// The service account, if they have one of their own.
    pub service_account: Option<String>,
    /// Where they run.
    pub scheduling: Scheduling<'a>,
    /// Seconds to stop in.
    pub grace_period: Option<i64>,
    /// How their processes run.
    pub security_context: Option<PodSecurityContext>,
    /// What runs first, in order.
    pub init_containers: Vec<Container>,
    /// What runs.
    pub containers: Vec<Container>,
    /// What the containers mount.
    pub volumes: Vec<Volume>,
    /// When a container is started again; a pod of a StatefulSet always is.
    pub restart_policy: Option<&'static str>,
}

impl Pod<'_> {
    /// The template of the pods.
    pub fn template(self, cluster: &Cluster<'_>) -> PodTemplateSpec {
        let some = |list: Vec<Container>| (!list.is_empty()).then_some(list);
        let Scheduling { node_selector, tolerations, spread, priority_class, affinity } = self.scheduling;
        PodTemplateSpec {
            metadata: Some(ObjectMeta {
                labels: Some(cluster.labels.template(Some(self.component))),
                annotations: annotations(&self.annotations),
                ..ObjectMeta::default()
            }),
            spec: Some(PodSpec {
                affinity: affinity.and_then(|spec| anti_affinity(cluster, spec, self.component)),
                containers: self.containers,
                image_pull_secrets: cluster.pull_secrets(),
                init_containers: some(self.init_containers),
                node_selector: node_selector.filter(|labels| !labels.is_empty()).cloned(),
                priority_class_name: priority_class.filter(|name| !name.is_empty()).map(str::to_owned),
                restart_policy: self.restart_policy.map(str::to_owned),
                security_context: self.security_context,
                service_account_name: self.service_account,
                termination_grace_period_seconds: self.grace_period,
                tolerations: tolerations.filter(|list| !list.is_empty()).cloned(),
                topology_spread_constraints: spread.filter(|list| !list.is_empty()).cloned(),
                volumes: (!self.volumes.is_empty()).then_some(self.volumes),
                ..PodSpec::default()
            }),
        }
    }
}

/// The annotations of a component's pods: Prometheus' where no monitor scrapes `port`, the checksum of a config map
/// whose change restarts them, and the user's.
pub fn pod_annotations(
    unmonitored: Option<Port>,
    restarts_with: Option<&ConfigMap>,
    users: &StringMap,
) -> StringMap {
    let mut annotations = StringMap::new();
    if let Some(port) = unmonitored {
        annotations.insert("prometheus.io/scrape".to_owned(), "true".to_owned());
        annotations.insert("prometheus.io/port".to_owned(), port.to_string());
    }
    if let Some(config) = restarts_with {
        annotations.insert("checksum/config".to_owned(), checksum(config));
    }
    annotations.extend(users.clone());
    annotations
}

/// How the pods of a component keep apart, where they do.
pub fn anti_affinity(cluster: &Cluster<'_>, spec: &AffinitySpec, component: &str) -> Option<Affinity> {
    let requirement = |key: &str, value: &str| LabelSelectorRequirement {
        key: key.to_owned(),
        operator: "In".to_owned(),
        values: Some(vec![value.to_owned()]),
    };
    let term = PodAffinityTerm {
        label_selector: Some(LabelSelector {
            match_expressions: Some(vec![
                requirement("app", cluster.labels.app()),
                requirement("release", cluster.labels.release()),
                requirement("component", component),
            ]),
            ..LabelSelector::default()
        }),
        topology_key: spec.anti_affinity_topology_key.clone(),
        ..PodAffinityTerm::default()
    };
    let apart = match spec.kind {
        AffinityKind::Required => PodAntiAffinity {
            required_during_scheduling_ignored_during_execution: Some(vec![term]),
            ..PodAntiAffinity::default()
        },
        AffinityKind::Preferred => PodAntiAffinity {
            preferred_during_scheduling_ignored_during_execution: Some(vec![WeightedPodAffinityTerm {
                weight: 100,
                pod_affinity_term: term,
            }]),
            ..PodAntiAffinity::default()
        },
    };
    let wanted = cluster.base.affinity.anti_affinity && spec.anti_affinity;
    wanted.then(|| Affinity { pod_anti_affinity: Some(apart), ..Affinity::default() })
}

/// What a probe does.
#[derive(Debug, Clone)]
pub enum Handler {
    /// Asks for a path.
    Http(&'static str, Port),
    /// Opens a connection.
    Tcp(Port),
    /// Runs a program.
    Exec(Vec<String>),
}

/// A probe, where it is switched on.
pub fn probe(spec: &Probe, handler: &Handler) -> Option<KubeProbe> {
    let numbers = KubeProbe {
        failure_threshold: spec.failure_threshold,
        initial_delay_seconds: spec.initial_delay_seconds,
        period_seconds: spec.period_seconds,
        timeout_seconds: spec.timeout_seconds,
        ..KubeProbe::default()
    };
    spec.enabled.then(|| match handler {
        Handler::Http(path, port) => {
            let action = HTTPGetAction {
                path: Some((*path).to_owned()),
                port: IntOrString::Int(port.number()),
                ..HTTPGetAction::default()
            };
            KubeProbe { http_get: Some(action), ..numbers }
        }
        Handler::Tcp(port) => KubeProbe {
            tcp_socket: Some(TCPSocketAction { port: IntOrString::Int(port.number()), host: None }),
            ..numbers
        },
        Handler::Exec(command) => {
            KubeProbe { exec: Some(ExecAction { command: Some(command.clone()) }), ..numbers }
        }
    })
}

/// Puts a component's three probes on a container; readiness and startup do the same.
#[must_use]
pub fn with_probes(
    container: Container,
    probes: &Probes,
    liveness: &Handler,
    readiness: &Handler,
) -> Container {
    Container {
        liveness_probe: probe(&probes.liveness, liveness),
        readiness_probe: probe(&probes.readiness, readiness),
        startup_probe: probe(&probes.startup, readiness),
        ..container
    }
}

/// A container that runs `image`.
pub fn container(cluster: &Cluster<'_>, name: impl Into<String>, image: &ImageSpec) -> Container {
    Container {
        name: name.into(),
        image: Some(cluster.image(image)),
        image_pull_policy: Some(cluster.pull_policy(image)),
        ..Container::default()
    }
}

/// A shell that an image has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shell {
    /// `sh`, by the path of the image.
    Sh,
    /// `bash`, by the path of the image.
    Bash,
    /// `/bin/sh`.
    BinSh,
    /// `/bin/bash`.
    BinBash,
}

impl Shell {
    /// The words that start the shell with a script.
    pub fn command(self, script: Script) -> Vec<String> {
        let shell = match self {
            Self::Sh => "sh",
            Self::Bash => "bash",
            Self::BinSh => "/bin/sh",
            Self::BinBash => "/bin/bash",
        };
        vec![shell.to_owned(), "-c".to_owned(), script.into_text()]
    }
}

/// A container that runs a shell script.
#[must_use]
pub fn running(container: Container, script: Script) -> Container {
    Container { command: Some(words(["sh", "-c"])), args: Some(vec![script.into_text()]), ..container }
}

/// A container that runs a shell script for a number of seconds at most.
#[must_use]
pub fn running_within(container: Container, seconds: i64, script: Script) -> Container {
    let mut command = words(["timeout"]);
    command.extend([seconds.to_string(), "sh".to_owned(), "-c".to_owned()]);
    Container { command: Some(command), ..running(container, script) }
}

/// An init container of pulsarc's own that runs a script, for `seconds` at most where a limit is given.
pub fn init_container(
    cluster: &Cluster<'_>,
    name: &str,
    image: &ImageSpec,
    seconds: Option<i64>,
    script: Script,
) -> Container {
    let container = container(cluster, name, image);
    let container = match seconds {
        Some(seconds) => running_within(container, seconds, script),
        None => running(container, script),
    };
    Container { resources: cluster.base.init_container.resources.clone(), ..container }
}

/// Variables from a config map.
pub fn env_from(config_map: impl Into<String>) -> Option<Vec<EnvFromSource>> {
    let source = ConfigMapEnvSource { name: config_map.into(), optional: None };
    Some(vec![EnvFromSource { config_map_ref: Some(source), ..EnvFromSource::default() }])
}

/// A port of a container under its name.
pub fn container_port(name: impl Into<String>, port: Port) -> ContainerPort {
    ContainerPort { name: Some(name.into()), container_port: port.number(), ..ContainerPort::default() }
}

/// Mounts, if there are any.
pub fn mounts(list: Mounts) -> Option<Mounts> {
    (!list.is_empty()).then_some(list)
}

/// Variables, if there are any.
pub fn variables(list: Vec<EnvVar>) -> Option<Vec<EnvVar>> {
    (!list.is_empty()).then_some(list)
}

/// Resources, if any are asked for or limited.
pub fn resources(spec: Option<&Resources>) -> Option<Resources> {
    spec.filter(|spec| **spec != Resources::default()).cloned()
}

/// The parts of a command line, all of them pulsarc's own.
pub fn words<const N: usize>(parts: [&'static str; N]) -> Vec<String> {
    parts.map(str::to_owned).to_vec()
}

/// A component's StatefulSet.
pub struct StatefulSetBuilder<'a> {
    /// Its name.
    pub name: String,
    /// The `component` label.
    pub component: &'a str,
    /// Its annotations.
    pub annotations: &'a StringMap,
    /// The headless service that names its pods.
    pub service: String,
    /// How many pods; none if an autoscaler says.
    pub replicas: Option<i32>,
    /// Whether pods start one after the other.
    pub pod_management: Option<String>,
    /// How pods are replaced.
    pub update: Option<&'a UpdateStrategy>,
    /// The pods.
    pub template: PodTemplateSpec,
    /// The disks.
    pub claims: Vec<PersistentVolumeClaim>,
}

impl StatefulSetBuilder<'_> {
    /// The StatefulSet.
    pub fn stateful_set(self, cluster: &Cluster<'_>) -> StatefulSet {
        StatefulSet {
            metadata: annotated(metadata(cluster, self.name, Some(self.component)), self.annotations),
            spec: Some(StatefulSetSpec {
                pod_management_policy: self.pod_management.filter(|policy| !policy.is_empty()),
                replicas: self.replicas,
                selector: selector(cluster, self.component),
                service_name: Some(self.service),
                template: self.template,
                update_strategy: self.update.cloned(),
                volume_claim_templates: (!self.claims.is_empty()).then_some(self.claims),
                ..StatefulSetSpec::default()
            }),
            ..StatefulSet::default()
        }
    }
}

/// The chart's time to live where one is switched on and no number is left.
const KEPT_SECONDS: i32 = 600;

/// How long a finished job stays.
fn kept_seconds(cluster: &Cluster<'_>) -> i32 {
    cluster.base.job.ttl.seconds_after_finished.filter(|seconds| *seconds != 0).unwrap_or(KEPT_SECONDS)
}

/// A job of each install and upgrade, which Helm would delete once it has succeeded. Here it goes alone: Kubernetes
/// takes no other template for a job that is there, so the next build with another image would be rejected.
pub fn passing_job(cluster: &Cluster<'_>, name: &str, component: &str, template: PodTemplateSpec) -> Job {
    Job {
        metadata: metadata(cluster, name, Some(component)),
        spec: Some(JobSpec {
            backoff_limit: Some(1),
            ttl_seconds_after_finished: Some(kept_seconds(cluster)),
            template,
            ..JobSpec::default()
        }),
        ..Job::default()
    }
}

/// A job that initializes something, with the annotations and the time to live that the configuration gives all of them.
pub fn job(
    cluster: &Cluster<'_>,
    name: impl Into<String>,
    component: &str,
    template: PodTemplateSpec,
) -> Job {
    let settings = &cluster.base.job;
    let kept = settings.ttl.enabled.then(|| kept_seconds(cluster));
    Job {
        metadata: annotated(metadata(cluster, name, Some(component)), &settings.annotations),
        spec: Some(JobSpec { ttl_seconds_after_finished: kept, template, ..JobSpec::default() }),
        ..Job::default()
    }
}

/// A Deployment of exactly one pod, which stops before its successor starts: two would fight for a disk or a role.
pub fn single_deployment(
    cluster: &Cluster<'_>,
    name: impl Into<String>,
    component: &str,
    texts: &StringMap,
    template: PodTemplateSpec,
) -> Deployment {
    Deployment {
        metadata: annotated(metadata(cluster, name, Some(component)), texts),
        spec: Some(DeploymentSpec {
            replicas: Some(1),
            selector: selector(cluster, component),
            strategy: Some(DeploymentStrategy { type_: Some("Recreate".to_owned()), rolling_update: None }),
            template,
            ..DeploymentSpec::default()
        }),
        ..Deployment::default()
    }
}

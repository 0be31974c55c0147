//! CPU, memory and disk: of a pod, of a workload, of the cluster. Jobs end, and do not count.

use crate::workload::{Workload, config_maps, settings, workloads};
use pulsarc_component::jvm::Jvm;
use pulsarc_diag::KeyPath;
use pulsarc_kube::Object;
use pulsarc_kube::k8s_openapi::api::core::v1::{ConfigMap, Container, PersistentVolumeClaim};
use pulsarc_kube::k8s_openapi::apimachinery::pkg::api::resource::Quantity as Written;
use pulsarc_model::Quantity;
use serde::Serialize;
use std::collections::BTreeMap;
use std::ops::{Add, Mul};

/// What a cluster takes.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Resources {
    /// Each workload.
    pub workloads: Vec<WorkloadResources>,
    /// All together, with the replicas that they start with.
    pub total: Amounts,
    /// All together where every autoscaler is at its most; none without an autoscaler.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub total_at_most: Option<Amounts>,
}

/// What a workload takes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct WorkloadResources {
    /// Its component.
    pub name: String,
    /// The object: `StatefulSet/pulsar-broker`.
    pub workload: String,
    /// How many pods it starts with.
    pub replicas: i32,
    /// How many an autoscaler may make of them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub replicas_at_most: Option<i32>,
    /// One pod.
    pub pod: Amounts,
    /// All its pods.
    pub total: Amounts,
    /// Its JVM, where it sets one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub jvm: Option<JvmBudget>,
}

/// Amounts. A limit that a container does not have is left out of the sum: no limit at all is none.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Amounts {
    /// Thousandths of a core that the scheduler reserves.
    pub cpu_request_millicores: i128,
    /// Bytes of memory that the scheduler reserves.
    pub memory_request_bytes: i128,
    /// Thousandths of a core at most.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cpu_limit_millicores: Option<i128>,
    /// Bytes of memory at most.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub memory_limit_bytes: Option<i128>,
    /// Bytes of disk that claims ask for.
    pub disk_bytes: i128,
}

/// The memory that a JVM may take for itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct JvmBudget {
    /// `-Xmx`.
    pub heap_bytes: i128,
    /// `-XX:MaxDirectMemorySize`, if it is set.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub direct_bytes: Option<i128>,
}

impl Add for Amounts {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        let both = |one: Option<i128>, two: Option<i128>| one.map(|one| one + two.unwrap_or(0)).or(two);
        Self {
            cpu_request_millicores: self.cpu_request_millicores + other.cpu_request_millicores,
            memory_request_bytes: self.memory_request_bytes + other.memory_request_bytes,
            cpu_limit_millicores: both(self.cpu_limit_millicores, other.cpu_limit_millicores),
            memory_limit_bytes: both(self.memory_limit_bytes, other.memory_limit_bytes),
            disk_bytes: self.disk_bytes + other.disk_bytes,
        }
    }
}

impl Mul<i32> for Amounts {
    type Output = Self;

    fn mul(self, pods: i32) -> Self {
        let pods = i128::from(pods);
        Self {
            cpu_request_millicores: self.cpu_request_millicores * pods,
            memory_request_bytes: self.memory_request_bytes * pods,
            cpu_limit_millicores: self.cpu_limit_millicores.map(|amount| amount * pods),
            memory_limit_bytes: self.memory_limit_bytes.map(|amount| amount * pods),
            disk_bytes: self.disk_bytes * pods,
        }
    }
}

impl Amounts {
    /// The greater of each: init containers run before the others, not beside them.
    fn at_least(self, other: Self) -> Self {
        Self {
            cpu_request_millicores: self.cpu_request_millicores.max(other.cpu_request_millicores),
            memory_request_bytes: self.memory_request_bytes.max(other.memory_request_bytes),
            cpu_limit_millicores: self.cpu_limit_millicores.max(other.cpu_limit_millicores),
            memory_limit_bytes: self.memory_limit_bytes.max(other.memory_limit_bytes),
            disk_bytes: self.disk_bytes.max(other.disk_bytes),
        }
    }
}

pub(crate) fn of(objects: &[Object]) -> Resources {
    let maps = config_maps(objects);
    let workloads = workloads(objects);
    let sum = |pods: fn(&Workload<'_>) -> i32| {
        workloads.iter().fold(Amounts::default(), |sum, workload| sum + pod(workload) * pods(workload))
    };
    let scaled = workloads.iter().any(|workload| workload.at_most.is_some());
    Resources {
        total: sum(|workload| workload.replicas),
        total_at_most: scaled.then(|| sum(|workload| workload.at_most.unwrap_or(workload.replicas))),
        workloads: workloads.iter().map(|workload| resources(workload, &maps)).collect(),
    }
}

fn resources(workload: &Workload<'_>, maps: &BTreeMap<&str, &ConfigMap>) -> WorkloadResources {
    let pod = pod(workload);
    WorkloadResources {
        name: workload.component.clone(),
        workload: workload.object.to_string(),
        replicas: workload.replicas,
        replicas_at_most: workload.at_most,
        pod,
        total: pod * workload.replicas,
        jvm: workload.pod.containers.iter().find_map(|container| jvm(container, maps)),
    }
}

/// One pod, as the scheduler counts it: its containers together, or the greatest of its init containers.
fn pod(workload: &Workload<'_>) -> Amounts {
    let pod = workload.pod;
    let running = pod.containers.iter().map(container).fold(Amounts::default(), Amounts::add);
    let first = pod.init_containers.iter().flatten().map(container);
    let taken = first.fold(running, Amounts::at_least);
    Amounts { disk_bytes: workload.claims.iter().filter_map(disk).sum(), ..taken }
}

fn container(container: &Container) -> Amounts {
    let resources = container.resources.as_ref();
    let requests = resources.and_then(|resources| resources.requests.as_ref());
    let limits = resources.and_then(|resources| resources.limits.as_ref());
    let amount = |map: Option<&BTreeMap<String, Written>>, name: &str| {
        map.and_then(|map| map.get(name)).and_then(|written| Quantity::parse(&written.0).ok())
    };
    let (cpu_limit, memory_limit) = (amount(limits, "cpu"), amount(limits, "memory"));
    // Kubernetes takes a limit for the request that is not there.
    let cpu = amount(requests, "cpu").or_else(|| cpu_limit.clone());
    let memory = amount(requests, "memory").or_else(|| memory_limit.clone());
    Amounts {
        cpu_request_millicores: cpu.map_or(0, |cpu| cpu.milli()),
        memory_request_bytes: memory.map_or(0, |memory| memory.units()),
        cpu_limit_millicores: cpu_limit.map(|cpu| cpu.milli()),
        memory_limit_bytes: memory_limit.map(|memory| memory.units()),
        disk_bytes: 0,
    }
}

fn disk(claim: &PersistentVolumeClaim) -> Option<i128> {
    let requests = claim.spec.as_ref()?.resources.as_ref()?.requests.as_ref()?;
    Quantity::parse(&requests.get("storage")?.0).ok().map(|size| size.units())
}

fn jvm(container: &Container, maps: &BTreeMap<&str, &ConfigMap>) -> Option<JvmBudget> {
    let settings = settings(container, maps);
    let jvm = Jvm::read("", &KeyPath::root(), |variable| settings.get(variable).copied());
    let heap = jvm.heap()?.bytes;
    Some(JvmBudget { heap_bytes: heap, direct_bytes: jvm.direct().map(|direct| direct.bytes) })
}

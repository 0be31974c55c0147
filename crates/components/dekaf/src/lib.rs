//! Dekaf: a web interface for browsing topics and messages, another project's.
//!
//! One pod, and a disk for what its users keep in it. Users log in to Pulsar with credentials of their own; none are
//! given to it here.

mod workload;

use pulsarc_component::meta::{annotated, metadata, service, service_port};
use pulsarc_component::shapes::{
    Containers, Mounts, Resources, StringMap, Tolerations, Variables, Volumes, kubernetes,
};
use pulsarc_component::{Base, Cluster, Component, ComponentRecord, Entry, Topology, storage};
use pulsarc_kube::Object;
use pulsarc_kube::k8s_openapi::apimachinery::pkg::util::intstr::IntOrString;
use pulsarc_model::{Port, Quantity};
use serde::Deserialize;

/// The port that Dekaf listens on.
const HTTP: i32 = 8090;

/// The component's place in the registry.
pub fn entry() -> Entry {
    Entry::of::<Dekaf>("dekaf")
}

/// The block `dekaf`.
#[derive(Debug, Clone, Deserialize)]
pub struct Dekaf {
    component: String,
    #[serde(default)]
    deployment: Workload,
    #[serde(default)]
    service: Published,
    persistence: Option<Library>,
}

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Workload {
    #[serde(default)]
    annotations: StringMap,
    #[serde(default)]
    pod_annotations: StringMap,
    #[serde(default)]
    node_selector: StringMap,
    #[serde(default)]
    tolerations: Tolerations,
    priority_class_name: Option<String>,
    #[serde(default)]
    extra_volumes: Volumes,
    #[serde(default)]
    extra_volume_mounts: Mounts,
    #[serde(default)]
    extra_containers: Containers,
    #[serde(default)]
    extra_env: Variables,
    resources: Option<Resources>,
    liveness_probe: Option<kubernetes::Probe>,
    readiness_probe: Option<kubernetes::Probe>,
}

#[derive(Debug, Clone, Default, Deserialize)]
struct Published {
    #[serde(default)]
    annotations: StringMap,
    /// Dekaf's own where none is given.
    port: Option<Port>,
}

/// The disk of what users keep in Dekaf.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Library {
    #[serde(default)]
    enabled: bool,
    storage_class: Option<String>,
    size: Quantity,
    #[serde(default)]
    labels: StringMap,
    #[serde(default)]
    annotations: StringMap,
    #[serde(default)]
    access_modes: Vec<String>,
}

impl Component for Dekaf {
    fn describe(&self, base: &Base, topology: &mut Topology) {
        topology.records.push(ComponentRecord {
            image: "images.dekaf",
            ..ComponentRecord::new("dekaf.deployment", &self.component, base.components.dekaf)
        });
    }

    fn emit(&self, cluster: &Cluster<'_>) -> Vec<Object> {
        if !cluster.base.components.dekaf {
            return Vec::new();
        }
        let mut objects = vec![workload::deployment(self, cluster).into(), self.service(cluster)];
        objects.extend(self.library().map(|library| self.claim(cluster, library).into()));
        objects
    }
}

impl Dekaf {
    /// The disk, if there is one.
    fn library(&self) -> Option<&Library> {
        self.persistence.as_ref().filter(|library| library.enabled)
    }

    fn disk_name(&self, cluster: &Cluster<'_>) -> String {
        storage::disk_name(cluster, &self.component, "library")
    }

    fn claim(&self, cluster: &Cluster<'_>, library: &Library) -> kubernetes::PersistentVolumeClaim {
        let name = self.disk_name(cluster);
        let mut metadata = annotated(metadata(cluster, &name, None), &library.annotations);
        metadata.labels.get_or_insert_default().extend(library.labels.clone());
        let class = library.storage_class.clone().filter(|class| !class.is_empty());
        let mut claim = storage::claim_of(name, &library.size, class, None);
        if let Some(spec) = &mut claim.spec {
            spec.access_modes = access_modes(&library.access_modes).or(spec.access_modes.take());
        }
        kubernetes::PersistentVolumeClaim { metadata, ..claim }
    }

    fn service(&self, cluster: &Cluster<'_>) -> Object {
        let target_port = Some(IntOrString::Int(HTTP));
        let port = match self.service.port {
            Some(port) => kubernetes::ServicePort { target_port, ..service_port("http", port) },
            None => kubernetes::ServicePort {
                name: Some("http".to_owned()),
                port: HTTP,
                target_port,
                ..kubernetes::ServicePort::default()
            },
        };
        let spec = kubernetes::ServiceSpec { ports: Some(vec![port]), ..kubernetes::ServiceSpec::default() };
        service(cluster, cluster.names.of(&self.component), &self.component, &self.service.annotations, spec)
    }
}

/// The modes in which the disk may be mounted, where any are given. Kubernetes rejects the strictest one together
/// with others; one pod needs no more than it.
fn access_modes(given: &[String]) -> Option<Vec<String>> {
    const ONE_POD: &str = "ReadWriteOncePod";
    if given.iter().any(|mode| mode == ONE_POD) {
        return Some(vec![ONE_POD.to_owned()]);
    }
    (!given.is_empty()).then(|| given.to_vec())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn read_write_once_pod_excludes_other_modes() {
        let modes =
            |given: &[&str]| access_modes(&given.iter().map(|mode| (*mode).to_owned()).collect::<Vec<_>>());
        let some = |modes: &[&str]| Some(modes.iter().map(|mode| (*mode).to_owned()).collect::<Vec<_>>());
        assert_eq!(modes(&["ReadWriteOnce", "ReadWriteOncePod"]), some(&["ReadWriteOncePod"]));
        assert_eq!(modes(&["ReadWriteOnce", "ReadWriteMany"]), some(&["ReadWriteOnce", "ReadWriteMany"]));
        assert_eq!(modes(&[]), None);
    }
}

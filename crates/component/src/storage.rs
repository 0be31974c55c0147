//! Disks: claims, the volumes that replace them if nothing is persisted, and storage classes.

use crate::Cluster;
use crate::meta::cluster_wide;
use crate::shapes::{Disk, StorageClassSpec};
use k8s_openapi::api::core::v1::{
    EmptyDirVolumeSource, PersistentVolumeClaim, PersistentVolumeClaimSpec, Volume,
    VolumeResourceRequirements,
};
use k8s_openapi::api::storage::v1::StorageClass;
use k8s_openapi::apimachinery::pkg::api::resource::Quantity as KubeQuantity;
use k8s_openapi::apimachinery::pkg::apis::meta::v1::{LabelSelector, ObjectMeta};
use pulsarc_kube::{Object, k8s_openapi};
use pulsarc_model::Quantity;
use std::collections::BTreeMap;

/// The class of disks on the nodes.
pub const LOCAL: &str = "local-storage";

/// The name of a component's disk: of its claim, and of the class that is made for it.
pub fn disk_name(cluster: &Cluster<'_>, component: &str, disk: &str) -> String {
    cluster.names.of(&format!("{component}-{disk}"))
}

/// The claim of a component's disk.
pub fn claim(cluster: &Cluster<'_>, component: &str, disk: &Disk) -> PersistentVolumeClaim {
    let local = is_local(cluster, disk);
    let name = disk_name(cluster, component, &disk.name);
    let class = match (&disk.storage_class_name, &disk.storage_class) {
        (Some(class), _) if !class.is_empty() => Some(class.clone()),
        (_, Some(made)) if !local && !made.is_empty() => Some(name.clone()),
        _ if local => Some(LOCAL.to_owned()),
        _ => None,
    };
    claim_of(name, &disk.size, class, disk.selector.as_ref())
}

/// Whether a disk is on the node: of the class [`LOCAL`] then, whatever class is described for it.
fn is_local(cluster: &Cluster<'_>, disk: &Disk) -> bool {
    cluster.base.volumes.local_storage && disk.local_storage
}

/// A claim that one node at a time writes to.
pub fn claim_of(
    name: String,
    size: &Quantity,
    class: Option<String>,
    selector: Option<&LabelSelector>,
) -> PersistentVolumeClaim {
    let requests = BTreeMap::from([("storage".to_owned(), KubeQuantity(size.as_str().to_owned()))]);
    PersistentVolumeClaim {
        metadata: ObjectMeta { name: Some(name), ..ObjectMeta::default() },
        spec: Some(PersistentVolumeClaimSpec {
            access_modes: Some(vec!["ReadWriteOnce".to_owned()]),
            resources: Some(VolumeResourceRequirements { requests: Some(requests), limits: None }),
            selector: selector.filter(|selector| **selector != LabelSelector::default()).cloned(),
            storage_class_name: class,
            ..PersistentVolumeClaimSpec::default()
        }),
        ..PersistentVolumeClaim::default()
    }
}

/// A volume that lives as long as its pod.
pub fn empty_dir(name: impl Into<String>) -> Volume {
    Volume { name: name.into(), empty_dir: Some(EmptyDirVolumeSource::default()), ..Volume::default() }
}

/// The storage class that is made for a component's disk, where one is described and [`claim`] names it.
pub fn storage_class(cluster: &Cluster<'_>, component: &str, disk: &Disk) -> Option<Object> {
    let described =
        disk.storage_class.as_ref().filter(|class| !class.is_empty() && !is_local(cluster, disk))?;
    Some(class(cluster, disk_name(cluster, component, &disk.name), component, described))
}

fn class(cluster: &Cluster<'_>, name: String, component: &str, described: &StorageClassSpec) -> Object {
    let mut parameters: BTreeMap<String, String> =
        described.iter().map(|(key, value)| (key.clone(), value.to_string())).collect();
    let provisioner = parameters.remove("provisioner").unwrap_or_default();
    StorageClass {
        metadata: cluster_wide(cluster, name, Some(component)),
        parameters: (!parameters.is_empty()).then_some(parameters),
        provisioner,
        ..StorageClass::default()
    }
    .into()
}

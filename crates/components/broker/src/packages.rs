//! Package management: what functions are made of, kept by the brokers. On a file system it needs a volume that every
//! broker mounts; its claim, and a volume and class for it, may be described whole.

use pulsarc_component::Cluster;
use pulsarc_component::config::Settings;
use pulsarc_component::shapes::{Mounts, Volumes};
use pulsarc_kube::Object;
use pulsarc_kube::k8s_openapi::api::core::v1::{
    PersistentVolume, PersistentVolumeClaim, PersistentVolumeClaimVolumeSource, Volume, VolumeMount,
};
use pulsarc_kube::k8s_openapi::api::storage::v1::StorageClass;
use serde::Deserialize;

const FILE_SYSTEM: &str =
    "org.apache.pulsar.packages.management.storage.filesystem.FileSystemPackagesStorageProvider";
const VOLUME: &str = "broker-package-storage";

/// The block `broker.packageManagement`.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct PackageManagement {
    #[serde(default)]
    enabled: bool,
    file_system_storage: FileSystemStorage,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
struct FileSystemStorage {
    #[serde(default)]
    enabled: bool,
    #[serde(default)]
    storage_path: String,
    #[serde(default)]
    claim_name: String,
    storage_class: Option<StorageClass>,
    persistent_volume: Option<PersistentVolume>,
    persistent_volume_claim: Option<PersistentVolumeClaim>,
}

impl PackageManagement {
    /// Sets what the brokers read.
    pub(crate) fn set(&self, cluster: &Cluster<'_>, settings: &mut Settings) {
        if !self.enabled {
            return;
        }
        settings.set("enablePackagesManagement", true);
        if cluster.base.components.functions {
            // A key of broker.conf: the brokers overwrite the embedded worker's own setting with it.
            settings.set("functionsWorkerEnablePackageManagement", true);
        }
        if let Some(storage) = self.file_system() {
            settings
                .set("packagesManagementStorageProvider", FILE_SYSTEM)
                .set_prefixed("STORAGE_PATH", &storage.storage_path);
        }
    }

    fn file_system(&self) -> Option<&FileSystemStorage> {
        (self.enabled && self.file_system_storage.enabled).then_some(&self.file_system_storage)
    }

    /// The volume with the packages.
    pub(crate) fn volumes(&self) -> Volumes {
        let claim = |storage: &FileSystemStorage| PersistentVolumeClaimVolumeSource {
            claim_name: storage.claim_name.clone(),
            read_only: None,
        };
        let volume = |storage| Volume {
            name: VOLUME.to_owned(),
            persistent_volume_claim: Some(claim(storage)),
            ..Volume::default()
        };
        self.file_system().map(volume).into_iter().collect()
    }

    /// Its mount.
    pub(crate) fn mounts(&self) -> Mounts {
        let mount = |storage: &FileSystemStorage| VolumeMount {
            name: VOLUME.to_owned(),
            mount_path: storage.storage_path.clone(),
            ..VolumeMount::default()
        };
        self.file_system().map(mount).into_iter().collect()
    }

    /// The class, the volume and the claim, as far as they are described; they are the user's, down to their labels.
    /// An empty one says that the object is there already.
    pub(crate) fn objects(&self, cluster: &Cluster<'_>) -> Vec<Object> {
        let Some(storage) = self.file_system() else { return Vec::new() };
        let class = storage.storage_class.clone().filter(|class| *class != StorageClass::default());
        let volume =
            storage.persistent_volume.clone().filter(|volume| *volume != PersistentVolume::default());
        let claim = storage
            .persistent_volume_claim
            .clone()
            .filter(|claim| *claim != PersistentVolumeClaim::default());
        let claim = claim.map(|mut claim| {
            claim.metadata.namespace.get_or_insert_with(|| cluster.names.namespace().to_owned());
            claim
        });
        [class.map(Into::into), volume.map(Into::into), claim.map(Into::into)].into_iter().flatten().collect()
    }
}

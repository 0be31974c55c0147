//! Tiered storage: old ledgers in an object store. The settings differ by store, and so does the way the brokers get
//! their credentials: variables of a secret, or a file.

use pulsarc_component::config::{Settings, prefixed};
use pulsarc_component::shapes::{Mounts, Variables, Volumes};
use pulsarc_kube::k8s_openapi::api::core::v1::{
    EnvVar, EnvVarSource, SecretKeySelector, SecretVolumeSource, Volume, VolumeMount,
};
use pulsarc_model::Scalar;
use serde::Deserialize;

const GCP_VOLUME: &str = "gcp-service-account";
const GCP_FOLDER: &str = "/pulsar/gcp-service-account";

/// The block `broker.storageOffload`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct StorageOffload {
    driver: String,
    bucket: String,
    region: String,
    secret: String,
    gcs_service_account_secret: String,
    gcs_service_account_json_file: String,
    managed_ledger_offload_auto_trigger_size_threshold_bytes: Option<Scalar>,
    managed_ledger_offload_deletion_lag_ms: Option<Scalar>,
    max_block_size_in_bytes: Option<Scalar>,
    read_buffer_size_in_bytes: Option<Scalar>,
}

/// An object store that Pulsar offloads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Store {
    S3,
    Gcs,
    Azure,
}

impl StorageOffload {
    fn store(&self) -> Option<Store> {
        match self.driver.as_str() {
            "aws-s3" => Some(Store::S3),
            "google-cloud-storage" => Some(Store::Gcs),
            "azureblob" => Some(Store::Azure),
            _ => None,
        }
    }

    /// Sets what the brokers' offloader reads.
    pub(crate) fn set(&self, settings: &mut Settings) {
        let Some(store) = self.store() else { return };
        settings.set("managedLedgerOffloadDriver", &self.driver);
        match store {
            Store::S3 => {
                settings
                    .set("s3ManagedLedgerOffloadBucket", &self.bucket)
                    .set("s3ManagedLedgerOffloadRegion", &self.region);
                set_given(
                    settings,
                    "s3ManagedLedgerOffloadMaxBlockSizeInBytes",
                    self.max_block_size_in_bytes.as_ref(),
                );
                set_given(
                    settings,
                    "s3ManagedLedgerOffloadReadBufferSizeInBytes",
                    self.read_buffer_size_in_bytes.as_ref(),
                );
            }
            Store::Gcs => {
                let key_file = format!("{GCP_FOLDER}/{}", self.gcs_service_account_json_file);
                settings
                    .set("gcsManagedLedgerOffloadBucket", &self.bucket)
                    .set("gcsManagedLedgerOffloadRegion", &self.region)
                    .set("gcsManagedLedgerOffloadServiceAccountKeyFile", key_file);
                set_given(
                    settings,
                    "gcsManagedLedgerOffloadMaxBlockSizeInBytes",
                    self.max_block_size_in_bytes.as_ref(),
                );
                set_given(
                    settings,
                    "gcsManagedLedgerOffloadReadBufferSizeInBytes",
                    self.read_buffer_size_in_bytes.as_ref(),
                );
            }
            Store::Azure => {
                settings.set("managedLedgerOffloadBucket", &self.bucket);
                // The image's broker.conf has no such key: without the prefix it would be dropped.
                let key = prefixed("managedLedgerOffloadMaxBlockSizeInBytes");
                set_given(settings, &key, self.max_block_size_in_bytes.as_ref());
            }
        }
        let threshold = self.managed_ledger_offload_auto_trigger_size_threshold_bytes.as_ref();
        set_given(settings, &prefixed("managedLedgerOffloadThresholdInBytes"), threshold);
        let lag = self.managed_ledger_offload_deletion_lag_ms.as_ref();
        set_given(settings, &prefixed("managedLedgerOffloadDeletionLagInMillis"), lag);
    }

    /// The credentials that the brokers read from their environment.
    pub(crate) fn variables(&self) -> Variables {
        let names: &[&str] = match self.store() {
            _ if self.secret.is_empty() => &[],
            Some(Store::S3) => &["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"],
            Some(Store::Azure) => &["AZURE_STORAGE_ACCOUNT", "AZURE_STORAGE_ACCESS_KEY"],
            Some(Store::Gcs) | None => &[],
        };
        names.iter().map(|name| self.variable(name)).collect()
    }

    /// A variable that has the name of its key in the secret.
    fn variable(&self, name: &str) -> EnvVar {
        let key = SecretKeySelector { name: self.secret.clone(), key: name.to_owned(), optional: None };
        let source = EnvVarSource { secret_key_ref: Some(key), ..EnvVarSource::default() };
        EnvVar { name: name.to_owned(), value: None, value_from: Some(source) }
    }

    /// Where the credentials are a file: the volume with it.
    pub(crate) fn volumes(&self) -> Volumes {
        let secret = Some(self.gcs_service_account_secret.clone());
        let source = SecretVolumeSource { secret_name: secret, ..SecretVolumeSource::default() };
        let volume = || Volume { name: GCP_VOLUME.to_owned(), secret: Some(source), ..Volume::default() };
        (self.store() == Some(Store::Gcs)).then(volume).into_iter().collect()
    }

    /// Where the credentials are a file: its mount.
    pub(crate) fn mounts(&self) -> Mounts {
        let mount = || VolumeMount {
            name: GCP_VOLUME.to_owned(),
            mount_path: GCP_FOLDER.to_owned(),
            read_only: Some(true),
            ..VolumeMount::default()
        };
        (self.store() == Some(Store::Gcs)).then(mount).into_iter().collect()
    }
}

/// Sets a key where a value is given: neither empty nor zero.
fn set_given(settings: &mut Settings, key: &str, value: Option<&Scalar>) {
    if let Some(value) = value.filter(|value| value.is_set()) {
        settings.set(key, value);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settings(driver: &str) -> Settings {
        let offload = StorageOffload {
            driver: driver.to_owned(),
            bucket: "old".to_owned(),
            max_block_size_in_bytes: Some(Scalar::Integer(1 << 26)),
            managed_ledger_offload_deletion_lag_ms: Some(Scalar::Integer(0)),
            ..StorageOffload::default()
        };
        let mut settings = Settings::new();
        offload.set(&mut settings);
        settings
    }

    #[test]
    fn each_store_has_its_own_keys() {
        assert_eq!(settings("aws-s3").get("s3ManagedLedgerOffloadMaxBlockSizeInBytes"), Some("67108864"));
        assert_eq!(settings("google-cloud-storage").get("gcsManagedLedgerOffloadBucket"), Some("old"));
        let azure = settings("azureblob");
        assert_eq!(azure.get("PULSAR_PREFIX_managedLedgerOffloadMaxBlockSizeInBytes"), Some("67108864"));
        assert_eq!(
            azure.get("PULSAR_PREFIX_managedLedgerOffloadDeletionLagInMillis"),
            None,
            "zero is no value"
        );
    }

    #[test]
    fn without_a_driver_no_key_is_set() {
        assert_eq!(settings("").iter().count(), 0);
    }
}

//! Tiered storage has all that its driver needs.

use super::{OFFLOAD, offload_driver};
use crate::facts::{field, given, items, setting, written};
use pulsarc_component::Cluster;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};

/// Tiered storage that lacks a setting.
pub(crate) static CODE: Code = Code {
    id: "PUL0617",
    severity: Severity::Error,
    title: "incomplete tiered storage settings",
    page: include_str!("offload.md"),
};

const REGION_OF: [(&str, &str); 2] = [("aws-s3", "s3"), ("google-cloud-storage", "gcs")];

/// As the offloader checks it when the broker loads it.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    if !cluster.runs_broker() {
        return;
    }
    let path = |key: &str| format!("{OFFLOAD}.{key}");
    let Some(driver) = offload_driver(cluster) else {
        without_driver(cluster, found);
        return;
    };
    let lacks = |key: &str| given(cluster, &path(key)).is_none();
    let in_settings = |key: &str| setting(cluster, "broker", key).is_some();
    let mut missing = |key: &str, why: &str| {
        let message = format!("{driver} needs {why}; without it brokers do not offload");
        let finding = Diagnostic::new(&CODE, message).help(format!("write {}", path(key)));
        found.push(cluster.point(finding, &[(&path("driver"), "")]));
    };
    let short = REGION_OF.iter().find(|(name, _)| *name == driver).map(|(_, short)| *short);
    let bucket = short.map_or_else(
        || "managedLedgerOffloadBucket".to_owned(),
        |short| format!("{short}ManagedLedgerOffloadBucket"),
    );
    if lacks("bucket") && !in_settings(&bucket) {
        missing("bucket", "a bucket");
    }
    if let Some(short) = short {
        let others = ["Region", "ServiceEndpoint"].map(|key| format!("{short}ManagedLedgerOffload{key}"));
        if lacks("region") && !others.iter().any(|key| in_settings(key)) {
            missing("region", "the bucket's region");
        }
    }
    if driver == "google-cloud-storage" {
        if lacks("gcsServiceAccountSecret") {
            missing("gcsServiceAccountSecret", "the secret with the service account's key file");
        }
        if lacks("gcsServiceAccountJsonFile") {
            missing("gcsServiceAccountJsonFile", "the name of the key file in the secret");
        }
    }
    let variables = items(cluster, "broker.extraEnvs");
    let variable = variables.iter().any(|(_, item)| field(item, "name") == Some("AZURE_STORAGE_ACCOUNT"))
        || cluster.text("broker.configData.AZURE_STORAGE_ACCOUNT").is_some();
    if driver == "azureblob" && lacks("secret") && !variable {
        missing("secret", "a secret with the storage account and its key");
    }
}

/// Settings without a driver: nothing is offloaded, silently.
fn without_driver(cluster: &Cluster<'_>, found: &mut Findings) {
    let keys = written(cluster, OFFLOAD);
    let named = given(cluster, &format!("{OFFLOAD}.driver")).is_some()
        || setting(cluster, "broker", "managedLedgerOffloadDriver").is_some();
    let Some(first) =
        keys.iter().find(|key| **key == "bucket").or_else(|| keys.iter().find(|key| **key != "driver"))
    else {
        return;
    };
    if !named {
        let finding = Diagnostic::new(&CODE, "tiered storage has no driver; nothing is offloaded")
            .help(format!("write {OFFLOAD}.driver: aws-s3, google-cloud-storage or azureblob"));
        found.push(cluster.point(finding, &[(&format!("{OFFLOAD}.{first}"), "")]));
    }
}

//! The driver of tiered storage reads what is written for it.

use super::{OFFLOAD, offload_driver};
use crate::facts::given;
use pulsarc_component::Cluster;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};

/// A tiered storage setting that the driver does not read.
pub(crate) static CODE: Code = Code {
    id: "PUL0618",
    severity: Severity::Warning,
    title: "tiered storage setting of another driver",
    page: include_str!("offload_unread.md"),
};

/// Each setting with the drivers that read it.
const READ_BY: [(&str, &[&str]); 5] = [
    ("secret", &["aws-s3", "azureblob"]),
    ("gcsServiceAccountSecret", &["google-cloud-storage"]),
    ("gcsServiceAccountJsonFile", &["google-cloud-storage"]),
    ("region", &["aws-s3", "google-cloud-storage"]),
    ("readBufferSizeInBytes", &["aws-s3", "google-cloud-storage"]),
];

pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    let Some(driver) = offload_driver(cluster).filter(|_| cluster.runs_broker()) else { return };
    for (key, readers) in READ_BY {
        let path = format!("{OFFLOAD}.{key}");
        if !readers.contains(&driver.as_str()) && given(cluster, &path).is_some() {
            let finding = Diagnostic::new(&CODE, format!("{driver} does not read this setting"))
                .help(format!("remove it: it belongs to {}", readers.join(" and ")));
            found.push(
                cluster.point(finding, &[(&path, ""), (&format!("{OFFLOAD}.driver"), "driver set here")]),
            );
        }
    }
}

//! Packages on a file system: managed, and on the claim that is made.

use super::{FILES, PACKAGES, package_files};
use crate::facts::{given, is_set, switched_off};
use pulsarc_component::Cluster;
use pulsarc_diag::advice::{otherwise, write};
use pulsarc_diag::{Code, Diagnostic, Findings, Literal, Severity};

/// Package storage that is not put together.
pub(crate) static CODE: Code = Code {
    id: "PUL0616",
    severity: Severity::Warning,
    title: "incomplete package storage",
    page: include_str!("package_claim.md"),
};

const CLAIM: &str = "broker.packageManagement.fileSystemStorage.claimName";
const MADE: &str = "broker.packageManagement.fileSystemStorage.persistentVolumeClaim";

/// A claim beside the one that is mounted may be there already: a warning.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    if !cluster.runs_broker() {
        return;
    }
    if cluster.is_on(FILES) && !cluster.is_on(PACKAGES) && !switched_off(cluster, PACKAGES) {
        let finding = Diagnostic::new(
            &CODE,
            "file system storage for packages has no effect: package management \
        is off",
        )
        .advise([write(PACKAGES, true)]);
        found.push(cluster.point(finding, &[(FILES, "")]));
    }
    let name = format!("{MADE}.metadata.name");
    if let (Some(mounted), Some(made)) = (given(cluster, CLAIM), given(cluster, &name))
        && mounted != made
        && package_files(cluster)
        && is_set(cluster, MADE)
    {
        let message = format!("the brokers mount the claim {mounted}, but the created claim is named {made}");
        let finding = Diagnostic::new(&CODE, message).advise([
            otherwise("use the same name for both"),
            write(MADE, Literal::Null).purpose("for an existing claim"),
        ]);
        found.push(cluster.point(finding, &[(CLAIM, "claim mounted here"), (&name, "claim created here")]));
    }
}

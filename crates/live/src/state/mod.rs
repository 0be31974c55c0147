//! What a release is in its cluster: status, drift, history.

mod model;

pub use model::{
    CertificateStatus, Drift, DriftField, PendingStatus, PodStatus, RevisionStatus, Status, WorkloadStatus,
};

use crate::access::Cluster;
use crate::failure::Failure;
use crate::inventory::Revision;
use crate::release::Release;
use pulsarc_diag::Secrets;

impl Cluster {
    /// The state of a release.
    pub fn status(&self, release: &Release) -> Result<Status, Failure> {
        let _ = release;
        Err(Failure::State("status".to_owned()))
    }

    /// What others have changed in the objects of a release since its last apply, and the secrets that were seen.
    pub fn drift(&self, release: &Release) -> Result<(Vec<Drift>, Secrets), Failure> {
        let _ = release;
        Err(Failure::State("drift".to_owned()))
    }

    /// The revisions that are remembered, the newest first.
    pub fn history(&self, release: &Release) -> Result<Vec<RevisionStatus>, Failure> {
        let _ = release;
        Err(Failure::State("history".to_owned()))
    }

    /// A revision with its objects: the one with this number, or the one before the current.
    pub fn revision(&self, release: &Release, number: Option<u32>) -> Result<Revision, Failure> {
        let _ = (release, number);
        Err(Failure::State("revision".to_owned()))
    }
}

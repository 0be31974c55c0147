//! What a release is in its cluster: status, drift, history.

mod certificate;
mod changed;
mod drift;
mod history;
pub(crate) mod lookup;
mod model;
mod pods;
mod status;
mod workload;

pub use model::{
    CertificateStatus, Drift, DriftField, DriftReport, PendingStatus, PodStatus, RevisionStatus, Status,
    WorkloadStatus,
};

use crate::access::Cluster;
use crate::failure::Failure;
use crate::inventory::{self, Revision};
use crate::release::Release;
use pulsarc_diag::Secrets;
use pulsarc_diff::Facts;

impl Cluster {
    /// The state of a release. Components say in `facts` at which stage they are applied.
    pub fn status(&self, release: &Release, facts: &Facts) -> Result<Status, Failure> {
        self.runtime.block_on(status::status(&self.api, release, facts, self.server()))
    }

    /// What others have changed in the objects of a release since its last apply, and the secrets that were seen.
    pub fn drift(&self, release: &Release) -> Result<(DriftReport, Secrets), Failure> {
        self.runtime.block_on(drift::drift(&self.api, release))
    }

    /// The revisions that are remembered, the newest first.
    pub fn history(&self, release: &Release) -> Result<Vec<RevisionStatus>, Failure> {
        let inventory = self.runtime.block_on(inventory::read(&self.api, release))?;
        Ok(inventory.revisions.iter().rev().map(history::summary).collect())
    }

    /// What runs now: the current revision, or a newer one that was begun and not finished; none if nothing was applied.
    pub fn running(&self, release: &Release) -> Result<Option<Revision>, Failure> {
        let mut inventory = self.runtime.block_on(inventory::read(&self.api, release))?;
        Ok(inventory.pending.map(|pending| pending.revision).or_else(|| inventory.revisions.pop()))
    }

    /// A revision with its objects: the one with this number, or the one to return to. That is the revision before the current,
    /// or the current one if a newer revision was begun and not finished.
    pub fn revision(&self, release: &Release, number: Option<u32>) -> Result<Revision, Failure> {
        let inventory = self.runtime.block_on(inventory::read(&self.api, release))?;
        history::select(inventory, release, number)
    }
}

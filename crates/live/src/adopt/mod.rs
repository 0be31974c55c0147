//! Taking over objects that Helm, kubectl or Argo CD made. Only metadata changes, so no pod restarts.
//!
//! A server-side apply removes what its manager has applied before and no longer applies, and nothing else. So the fields of
//! the old managers become pulsarc's: then the next apply removes what Helm had and the configuration lacks.

mod helm;
mod metadata;
mod model;
mod run;
mod survey;
mod takeover;

pub use model::{AdoptOptions, AdoptedObject, Adoption, ForeignObject};

use crate::access::Cluster;
use crate::failure::Failure;
use crate::release::{Release, Wanted};
use serde_json::Value;

impl Cluster {
    /// The release Secrets of Helm, the newest revision last; empty if Helm has no such release.
    pub fn helm_secrets(&self, release: &Release) -> Result<Vec<Value>, Failure> {
        self.runtime.block_on(helm::secrets(&self.api, release))
    }

    /// What taking over would change, object by object. Objects that are pulsarc's already are not listed.
    pub fn adoption(&self, wanted: &Wanted, options: &AdoptOptions) -> Result<Adoption, Failure> {
        let survey = self.runtime.block_on(survey::survey(&self.api, wanted, options))?;
        Ok(survey.adoption())
    }

    /// Takes the objects over, and remembers them as a revision. Returns its number. An adoption that was interrupted is continued;
    /// if nothing is left to take over, nothing is written and the number is that of the current revision.
    pub fn adopt(
        &self,
        wanted: &Wanted,
        adoption: &Adoption,
        options: &AdoptOptions,
    ) -> Result<u32, Failure> {
        self.runtime.block_on(run::run(&self.api, wanted, adoption, options))
    }

    /// Deletes the release Secrets of Helm. Returns how many there were.
    pub fn forget_helm(&self, release: &Release) -> Result<usize, Failure> {
        self.runtime.block_on(helm::forget(&self.api, release))
    }
}

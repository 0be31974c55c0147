//! Taking over objects that Helm, kubectl or Argo CD made. Only metadata changes, so no pod restarts.

mod model;

pub use model::{AdoptOptions, AdoptedObject, Adoption};

use crate::access::Cluster;
use crate::failure::Failure;
use crate::release::{Release, Wanted};
use serde_json::Value;

impl Cluster {
    /// The release Secrets of Helm, the newest revision last; empty if Helm has no such release.
    pub fn helm_secrets(&self, release: &Release) -> Result<Vec<Value>, Failure> {
        let _ = release;
        Err(Failure::State("helm".to_owned()))
    }

    /// What taking over would change, object by object.
    pub fn adoption(&self, wanted: &Wanted, options: &AdoptOptions) -> Result<Adoption, Failure> {
        let _ = (wanted, options);
        Err(Failure::State("adopt".to_owned()))
    }

    /// Takes the objects over, and remembers them as a revision.
    pub fn adopt(
        &self,
        wanted: &Wanted,
        adoption: &Adoption,
        options: &AdoptOptions,
    ) -> Result<u32, Failure> {
        let _ = (wanted, adoption, options);
        Err(Failure::State("adopt".to_owned()))
    }

    /// Deletes the release Secrets of Helm. Returns how many there were.
    pub fn forget_helm(&self, release: &Release) -> Result<usize, Failure> {
        let _ = release;
        Err(Failure::State("helm".to_owned()))
    }
}

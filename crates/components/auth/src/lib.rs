//! Authentication: the job that makes the keys and tokens of a new cluster inside it.
//!
//! Which pods mount which token is the component crates' business. Keys never pass through pulsarc: they are made in
//! the cluster, or given as secrets.

mod generate;

use pulsarc_component::{Base, Cluster, Component, Entry, Topology};
use pulsarc_kube::Object;

/// The component's place in the registry.
pub fn entry() -> Entry {
    Entry::of_base("auth", || Box::new(Auth))
}

/// The block `auth`, which all components read.
#[derive(Debug, Clone, Copy)]
pub struct Auth;

impl Component for Auth {
    fn describe(&self, _: &Base, _: &mut Topology) {}

    fn emit(&self, cluster: &Cluster<'_>) -> Vec<Object> {
        let wanted = cluster.base.auth.jwt() && cluster.base.auth.authentication.jwt.generate_secrets.enabled;
        if wanted { generate::objects(cluster) } else { Vec::new() }
    }
}

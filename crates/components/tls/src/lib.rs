//! TLS: the issuers, each component's certificate, and the scripts that join certificate authorities.
//!
//! Which pods mount which certificate is the component crates' business; who signs and for which names is this one's.

mod certificates;
mod issuers;
mod scripts;

use pulsarc_component::{Base, Cluster, Component, Entry, Topology};
use pulsarc_kube::Object;

/// The component's place in the registry.
pub fn entry() -> Entry {
    Entry::of_base("tls", || Box::new(Tls))
}

/// The blocks `tls` and `certs`, which all components read.
#[derive(Debug, Clone, Copy)]
pub struct Tls;

impl Component for Tls {
    fn describe(&self, _: &Base, _: &mut Topology) {}

    fn emit(&self, cluster: &Cluster<'_>) -> Vec<Object> {
        let mut objects = vec![scripts::config_map(cluster)];
        objects.extend(issuers::issuers(cluster));
        objects.extend(certificates::certificates(cluster));
        objects
    }
}

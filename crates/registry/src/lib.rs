//! The list of components: the one place to add one.
//!
//! Each crate's `entry()` says all there is to say; nothing else in pulsarc lists components.

use pulsarc_component::Entry;

/// Every component. The order is the one in which they describe themselves: `standalone` first, since it decides
/// whether the others are deployed at all.
pub fn components() -> Vec<Entry> {
    vec![
        pulsarc_standalone::entry(),
        Entry::of::<Stub>("zookeeper", &[]),
        pulsarc_oxia::entry(),
        Entry::of::<Stub>("bookkeeper", &[]),
        Entry::of::<Stub>("autorecovery", &[]),
        pulsarc_broker::entry(),
        pulsarc_function_worker::entry(),
        pulsarc_proxy::entry(),
        pulsarc_toolset::entry(),
        pulsarc_pulsar_manager::entry(),
        pulsarc_dekaf::entry(),
        pulsarc_tls::entry(),
        pulsarc_auth::entry(),
        pulsarc_monitoring::entry(),
    ]
}

#[derive(serde::Deserialize)]
struct Stub {
    #[serde(flatten)]
    _all: std::collections::BTreeMap<String, serde_json::Value>,
}
impl pulsarc_component::Component for Stub {
    fn describe(&self, _: &pulsarc_component::Base, _: &mut pulsarc_component::Topology) {}
    fn emit(&self, _: &pulsarc_component::Cluster<'_>) -> Vec<pulsarc_kube::Object> {
        vec![]
    }
}

//! The list of components: the one place to add one.
//!
//! Each crate's `entry()` says all there is to say; nothing else in pulsarc lists components.

use pulsarc_component::Entry;

/// Every component. The order is the one in which they describe themselves: `standalone` first, since it decides
/// whether the others are deployed at all.
pub fn components() -> Vec<Entry> {
    vec![
        pulsarc_standalone::entry(),
        pulsarc_zookeeper::entry(),
        pulsarc_oxia::entry(),
        pulsarc_bookkeeper::entry(),
        pulsarc_autorecovery::entry(),
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

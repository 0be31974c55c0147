//! JVM options: any text is taken apart, and its amounts are numbers.

use pulsarc_component::jvm::{self, Jvm};
use pulsarc_diag::KeyPath;

pub(crate) fn check(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let jvm = Jvm::read("broker", &KeyPath::parse("broker.configData"), |_| Some(text));
    for amount in [jvm.initial_heap(), jvm.heap(), jvm.direct()].into_iter().flatten() {
        assert!(amount.bytes >= 0);
        let _ = jvm::human(amount.bytes);
    }
    if let Some(memory) = jvm.memory() {
        let _ = jvm::human(memory * 5 / 4);
    }
}

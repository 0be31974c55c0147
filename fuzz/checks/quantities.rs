//! Quantities and durations: any text is one or is none, and one of another is compared, added and multiplied.

use pulsarc_component::jvm;
use pulsarc_model::{Duration, Quantity};

pub(crate) fn check(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let (one, other) = text.split_once('\n').unwrap_or((text, "1Gi"));
    if let (Ok(one), Ok(other)) = (Quantity::parse(one), Quantity::parse(other)) {
        assert_eq!(one == other, one.milli() == other.milli());
        // What a cluster asks for in all: of a million pods.
        let _ = (one.milli() + other.milli()) * 1_000_000;
        let _ = jvm::human(one.units());
        assert_eq!(Quantity::parse(one.as_str()).map(|again| again.milli()), Ok(one.milli()));
    }
    if let Ok(duration) = Duration::parse(text) {
        assert_eq!(Duration::parse(duration.as_str()).map(|again| again.length()), Ok(duration.length()));
    }
    if let Some(bytes) = jvm::bytes(text) {
        assert!(bytes >= 0);
        let _ = jvm::human(bytes);
    }
}

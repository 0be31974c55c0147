//! A key of Pulsar's own: what the catalogue says of it.

use crate::shown::code;
use pulsarc_compiler::reference::PulsarKey;
use std::fmt::Write as _;

/// What each line of Pulsar says of a key.
pub(super) fn about(key: &PulsarKey) -> String {
    let mut text = format!("Pulsar's own key {}, read by the {}:\n", code(key.name), key.program.name());
    let rows = [
        ("Type", key.type_in_words()),
        ("Default", key.default_in_words()),
        ("Dynamic", key.dynamic_in_words().to_owned()),
        ("Versions", key.versions_in_words()),
    ];
    for (what, value) in rows {
        let _ = write!(text, "\n- {what}: {value}");
    }
    if key.newest().deprecated {
        text.push_str("\n- Deprecated by Pulsar");
    }
    for change in key.changes().filter(|change| !change.why.is_empty()) {
        let _ = write!(text, "\n- Changed in {}: {}", change.since.name(), change.why);
    }
    text
}

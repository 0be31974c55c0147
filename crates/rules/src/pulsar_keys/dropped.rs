//! A key that a later version of Pulsar does not know any more.

use super::removed::removal;
use super::user_keys::{Sought, user_keys};
use pulsarc_component::Cluster;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};

/// A key that a later version of Pulsar drops.
pub(crate) static CODE: Code = Code {
    id: "PUL0806",
    severity: Severity::Note,
    title: "Pulsar key removed in a later version",
    page: include_str!("dropped.md"),
};

/// A note: the deployed version still reads it.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    for key in user_keys(cluster) {
        if let (Sought::Known(name, _), Some(later)) = (&key.sought, key.dropped) {
            let exits = removal(later, name).is_some_and(|removed| removed.blocks(key.node));
            let follows = if exits { "exits at startup with this value" } else { "ignores it" };
            let message = format!("Pulsar {} no longer has `{name}` and {follows}", later.name());
            let span = key.node.key_span.or(key.node.span);
            let help = "look up its replacement before the next upgrade";
            found.push(Diagnostic::new(&CODE, message).at(key.path).span(span).help(help));
        }
    }
}

//! A key that Pulsar itself calls deprecated.

use super::user_keys::{Sought, user_keys};
use pulsarc_component::Cluster;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};

/// A deprecated Pulsar key.
pub(crate) static CODE: Code = Code {
    id: "PUL0803",
    severity: Severity::Note,
    title: "deprecated Pulsar key",
    page: include_str!("deprecated.md"),
};

/// A note: the key still works.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    for key in user_keys(cluster) {
        if let Sought::Known(name, known) = &key.sought
            && known.deprecated
        {
            let message = format!("`{name}` is deprecated in the deployed Pulsar");
            let span = key.node.key_span.or(key.node.span);
            let help = "look up its successor in Pulsar's reference before the next upgrade";
            found.push(Diagnostic::new(&CODE, message).at(key.path).span(span).help(help));
        }
    }
}

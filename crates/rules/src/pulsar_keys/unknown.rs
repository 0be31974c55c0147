//! A key that no class of the deployed Pulsar reads.

use super::removed::removal;
use super::user_keys::{Sought, user_keys};
use pulsarc_catalogue::{Program, Version, keys};
use pulsarc_component::Cluster;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity, suggest};

/// A Pulsar key that nobody reads.
pub(crate) static CODE: Code = Code {
    id: "PUL0801",
    severity: Severity::Warning,
    title: "Pulsar key that nobody reads",
    page: include_str!("unknown.md"),
};

/// A warning and no error: a plugin of the user's own may read the key.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    for key in user_keys(cluster) {
        let Sought::Unknown(name, known) = &key.sought else { continue };
        // A removed key has a finding of its own.
        if removal(key.version, name).is_some() {
            continue;
        }
        let prefix = &key.variable[..key.variable.len() - name.len().min(key.variable.len())];
        let other_version = Version::ALL.into_iter().find(|version| has(*version, name));
        let message = match other_version {
            Some(version) => format!(
                "the deployed Pulsar has no key `{name}` (Pulsar {} has): it is ignored",
                version.name()
            ),
            None => format!("Pulsar has no key `{name}`: it is ignored"),
        };
        let help = match suggest::nearest(name, known.iter().copied()) {
            Some(near) if near == name => {
                format!("write `PF_{near}`: the worker reads nothing without the prefix")
            }
            Some(near) => format!("did you mean `{prefix}{near}`?"),
            None => "remove it; a plugin's own key is written with PULSAR_PREFIX_ before it".to_owned(),
        };
        let span = key.node.key_span.or(key.node.span);
        found.push(Diagnostic::new(&CODE, message).at(key.path).span(span).help(help));
    }
}

fn has(version: Version, name: &str) -> bool {
    [Program::Broker, Program::BookKeeper, Program::Proxy, Program::Worker]
        .iter()
        .any(|program| keys(version, *program).contains_key(name))
}

//! A key that the deployed release no longer has, although an older one had it.

use super::user_keys::{Sought, user_keys};
use pulsarc_catalogue::{Acts, Change, ChangeKind, Program, Version, changes, effective_default, key};
use pulsarc_component::Cluster;
use pulsarc_diag::advice::{move_to, remove_it};
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};
use pulsarc_model::Node;

/// A key that the deployed release no longer has.
pub(crate) static CODE: Code = Code {
    id: "PUL0808",
    severity: Severity::Error,
    title: "removed Pulsar key",
    page: include_str!("removed.md"),
};

pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    for written in user_keys(cluster) {
        let Sought::Unknown(name, _) = &written.sought else { continue };
        let Some(removed) = removal(written.version, name) else { continue };
        let change = removed.change;
        let blocks = removed.blocks(written.node);
        let line = change.since.name();
        let message = match (&change.now_key, blocks) {
            (Some(now), true) => format!(
                "Pulsar {line} renamed `{name}` to `{now}`; the process exits at startup: {}",
                change.why
            ),
            (Some(now), false) => format!("Pulsar {line} renamed `{name}` to `{now}`"),
            (None, _) => format!("Pulsar {line} has no key `{name}`: {}", change.why),
        };
        let advice = match &change.now_key {
            Some(now) if blocks => move_to(&written.path, written.path.parent().key(written.beside(now))),
            _ => remove_it(),
        };
        let severity = match (blocks, change.acts) {
            (true, _) => Severity::Error,
            (false, Acts::Know) => Severity::Note,
            (false, _) => Severity::Warning,
        };
        let span = written.node.key_span.or(written.node.span);
        let diagnostic = Diagnostic::new(&CODE, message).at(written.path).span(span).advise([advice]);
        found.push(Diagnostic { severity, ..diagnostic });
    }
}

/// A removed key.
pub(super) struct Removal {
    change: &'static Change,
    default: &'static str,
}

impl Removal {
    /// Whether the process exits with the value that a key has: a renamed key that has its default asks for nothing.
    pub(super) fn blocks(&self, value: &Node) -> bool {
        let text = value.as_words().map(|text| text.trim().to_owned()).unwrap_or_default();
        self.change.acts == Acts::Block && !text.is_empty() && text != self.default
    }
}

/// What became of a key that `line` no longer has; none for a key that no older line had, or whose removal nobody published.
pub(super) fn removal(line: Version, name: &str) -> Option<Removal> {
    let server = [Program::Broker, Program::Proxy, Program::BookKeeper, Program::Worker, Program::WebSocket];
    changes().iter().rev().find_map(|change| {
        let gone = matches!(change.kind, ChangeKind::Removed | ChangeKind::Renamed) && change.since <= line;
        let program = server.into_iter().find(|program| gone && change.concerns(*program, name))?;
        let mut older = Version::ALL.into_iter().rev().filter(|older| *older < change.since);
        let known = older.find_map(|older| key(older, program, name))?;
        Some(Removal { change, default: effective_default(known) })
    })
}

//! Rules of a whole cluster: what no single key can tell, because it takes two, or Pulsar's own knowledge.
//!
//! A rule is a file: its code, its check, beside it its page (`.md`) and configurations that break it (`.wrong.yaml`)
//! and keep it (`.right.yaml`), which the tests run through the command. Shapes, ranges and enumerations of single
//! keys are not here: they are in the contracts. Nothing here emits or repairs.

mod auth;
mod emitted;
mod facts;
mod functions;
mod jvm;
mod kubernetes;
mod metadata;
mod pulsar_keys;
mod quorums;
mod storage;
mod tls;

pub use emitted::{Emitted, Owned};

use pulsarc_component::Cluster;
use pulsarc_diag::{Code, Findings};

/// A rule: what it is called, and what tells where it is broken.
pub struct Rule {
    /// Its code.
    pub code: &'static Code,
    /// Reports every place that breaks it. The order in which rules run makes no difference.
    pub check: fn(&Cluster<'_>, &mut Findings),
}

/// A rule about the emitted objects, which holds for every component alike.
pub struct EmittedRule {
    /// Its code.
    pub code: &'static Code,
    /// Reports every object that breaks it, at the user's key if there is one.
    pub check: fn(&Emitted<'_>, &mut Findings),
}

/// All rules about the configuration, by area.
pub fn rules() -> impl Iterator<Item = &'static Rule> {
    [
        tls::RULES,
        auth::RULES,
        kubernetes::RULES,
        functions::RULES,
        jvm::RULES,
        metadata::RULES,
        pulsar_keys::RULES,
        quorums::RULES,
        storage::RULES,
    ]
    .into_iter()
    .flatten()
}

/// All rules about the emitted objects.
pub fn emitted_rules() -> impl Iterator<Item = &'static EmittedRule> {
    kubernetes::EMITTED_RULES.iter()
}

/// The codes of all rules.
pub fn codes() -> impl Iterator<Item = &'static Code> {
    rules().map(|rule| rule.code).chain(emitted_rules().map(|rule| rule.code))
}

/// Runs all rules about the emitted objects.
pub fn check_emitted(emitted: &Emitted<'_>, found: &mut Findings) {
    for rule in emitted_rules() {
        (rule.check)(emitted, found);
    }
}

/// Runs all rules about the configuration.
pub fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    for rule in rules() {
        (rule.check)(cluster, found);
    }
}

//! What follows from a change beyond its delivery, by topic. Each topic has tables of facts with their sources.
//!
//! A rule is about a direction: a retention that falls loses messages, one that rises loses nothing.

mod access;
mod authority;
mod identity;
mod job;
mod network;
mod pods;
mod release;
mod removal;
mod retention;
mod scale;
mod settings;
mod storage;

use crate::consequence::Consequence;
use crate::context::{Difference, Pair};
use settings::SettingRule;

pub(crate) use job::judge as of_job;
pub use job::{Work, work_of_job};
pub(crate) use removal::{appears, disappears};
pub(crate) use storage::claims as of_claims;

/// The rows about single settings.
const SETTINGS: &[&[SettingRule]] = &[
    retention::KEPT,
    retention::DURABILITY,
    retention::CREATION,
    access::IDENTITY,
    access::TOKENS,
    access::TLS,
    access::CLIENTS,
];

/// A rule about a difference between two sides of an object.
type Rule = fn(&Pair<'_>, &Difference<'_>) -> Vec<Consequence>;

const RULES: &[Rule] = &[
    settings,
    identity::settings,
    identity::names,
    authority::rules,
    authority::subjects,
    network::services,
    network::ingresses,
    network::policies,
    network::certificates,
    pods::privileges,
    pods::credentials,
    pods::spreading,
    pods::budgets,
    release::images,
    job::initialization,
    scale::replicas,
    scale::recovery,
    storage::retention,
];

/// Everything that rules say about a difference.
pub(crate) fn judge(pair: &Pair<'_>, difference: &Difference<'_>) -> Vec<Consequence> {
    RULES.iter().flat_map(|rule| rule(pair, difference)).collect()
}

/// Whether a difference takes no effect at a restart either.
pub(crate) fn is_ignored(difference: &Difference<'_>) -> bool {
    identity::is_read_once(difference)
}

fn settings(pair: &Pair<'_>, difference: &Difference<'_>) -> Vec<Consequence> {
    settings::apply(SETTINGS, pair, difference)
}

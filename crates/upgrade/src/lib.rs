//! What another release line of Pulsar changes for a cluster: what breaks, what has to be decided before, what changes on its
//! own, how long a rollback stays possible, and the order of the rollout.
//!
//! It reads a configuration and facts of the catalogue, and writes nothing. What breaks by a rule is the rules' business: the
//! caller checks the configuration with the new release and passes on the new findings.

mod advice;
mod cluster;
mod decide;
mod movement;
mod rollout;

pub use advice::{Advice, Answer, Choice, Move, Point, Section};
pub use cluster::Emitted;
pub use movement::Movement;

use pulsarc_catalogue::Version;
use pulsarc_component::Cluster;
use pulsarc_diag::Diagnostic;

/// What is known of the upgrade.
pub struct Request<'a> {
    /// The cluster as it is configured now.
    pub cluster: &'a Cluster<'a>,
    /// What its configuration makes of Pulsar's keys.
    pub emitted: &'a Emitted,
    /// The line of images whose tag has none, if the user named it.
    pub from: Option<Version>,
    /// The new line.
    pub to: Version,
    /// What the checks find with the new release and do not find with the old one.
    pub findings: &'a [Diagnostic],
}

/// Advises on an upgrade.
pub fn advise(request: &Request<'_>) -> Advice {
    let movement = Movement::of(request);
    let mut points = movement.points();
    points.extend(decide::by_rules(request));
    points.extend(decide::by_facts(request, movement.oldest()));
    points.extend(rollout::rollback(request, movement.oldest()));
    points.extend(rollout::order(request));
    points.extend(rollout::outside(request, movement.oldest()));
    points.sort_by_key(|point| point.section);
    Advice { from: movement.from, to: request.to.name(), release: request.to.read_from(), points }
}

/// Advises on a rollback to an older line; none if no component has a newer one now.
pub fn advise_rollback(request: &Request<'_>) -> Option<Advice> {
    let movement = Movement::of(request);
    let newest = movement.newest();
    if newest <= request.to {
        return None;
    }
    let mut points = movement.points();
    points.extend(rollout::stored(request, newest));
    points.sort_by_key(|point| point.section);
    Some(Advice { from: movement.from, to: request.to.name(), release: request.to.read_from(), points })
}

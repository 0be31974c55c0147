//! What a plan says, in the words that all its formats share.

use crate::prerequisites;
use pulsarc_diff::{Change, ChangeKind, Identity, Kind};
use pulsarc_live::{Acceptance, Action, Conflict, Missing, Plan, Procedure, Restart, Rollout, Step};
use std::collections::BTreeSet;

/// How many objects a plan creates, changes, replaces and deletes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Tally {
    pub(crate) creates: usize,
    pub(crate) updates: usize,
    pub(crate) replaces: usize,
    pub(crate) deletes: usize,
}

impl Tally {
    pub(crate) fn of<'s>(steps: impl IntoIterator<Item = &'s Step>) -> Self {
        let mut tally = Self::default();
        for step in steps {
            *match step.action {
                Action::Create => &mut tally.creates,
                Action::Update => &mut tally.updates,
                Action::By(_) => &mut tally.replaces,
                Action::Delete => &mut tally.deletes,
            } += 1;
        }
        tally
    }

    /// `3 created, 2 updated`; empty if there is nothing.
    pub(crate) fn done(self) -> String {
        self.joined(["created", "updated", "replaced", "deleted"])
    }

    /// `3 to create, 2 to update`; empty if there is nothing.
    pub(crate) fn to_do(self) -> String {
        self.joined(["to create", "to update", "to replace", "to delete"])
    }

    fn joined(self, words: [&str; 4]) -> String {
        let counts = [self.creates, self.updates, self.replaces, self.deletes];
        let parts = counts.iter().zip(words).filter(|(count, _)| **count > 0);
        parts.map(|(count, word)| format!("{count} {word}")).collect::<Vec<_>>().join(", ")
    }
}

/// `3 to create, 2 to update; restarts: pulsar-broker (3 pods); loses data: 1`.
pub(crate) fn summary(plan: &Plan) -> String {
    let mut parts = Vec::new();
    let steps = Tally::of(&plan.steps).to_do();
    if !steps.is_empty() {
        parts.push(steps);
    }
    let own = plan.rollouts.iter().map(|rollout| of_pods(&rollout.workload, rollout.pods.len()));
    let restarts: Vec<String> =
        own.chain(plan.restarts.iter().map(|restart| restarted(plan, restart))).collect();
    if !restarts.is_empty() {
        parts.push(format!("restarts: {}", restarts.join(", ")));
    }
    for kind in Kind::DANGEROUS {
        let dangerous = crate::changes::text::shown(&plan.changes).filter(|change| change.has(kind)).count();
        if dangerous > 0 {
            parts.push(format!("{}: {dangerous}", kind.title()));
        }
    }
    for (number, what) in [
        (plan.conflicts.len(), "conflicts"),
        (plan.rejections.len(), "rejected by the API server"),
        (blocking(plan).count(), "missing"),
    ] {
        if number > 0 {
            parts.push(format!("{what}: {number}"));
        }
    }
    if parts.is_empty() { "no changes".to_owned() } else { parts.join("; ") }
}

fn restarted(plan: &Plan, restart: &Restart) -> String {
    match (restart.pods.len(), plan.changes.restarts.get(&restart.workload.name)) {
        (0, Some(pods)) => format!("{} ({pods})", restart.workload.name),
        (pods, _) => of_pods(&restart.workload, pods),
    }
}

/// `pulsar-broker (3 pods)`.
fn of_pods(workload: &Identity, pods: usize) -> String {
    match pods {
        0 => workload.name.clone(),
        1 => format!("{} (1 pod)", workload.name),
        some => format!("{} ({some} pods)", workload.name),
    }
}

/// Whether a change is one that a line says: an object that is created, or that is deleted, and nothing follows from it. What is
/// deleted is listed in its order at the end.
pub(crate) fn is_plain(plan: &Plan, change: &Change) -> bool {
    let is_deleted =
        || plan.steps.iter().any(|step| step.action == Action::Delete && step.object == change.object);
    change.worst() == Kind::InPlace
        && change.consequences.iter().all(|one| one.why.is_none())
        && match change.change {
            ChangeKind::Added => true,
            ChangeKind::Removed => is_deleted(),
            ChangeKind::Changed => false,
        }
}

/// How many objects with the same conflict are shown one by one.
const ALONE: usize = 3;

/// The conflicts, many of one manager over one field together.
pub(crate) fn conflicts(plan: &Plan) -> Vec<Vec<&Conflict>> {
    let mut groups: Vec<Vec<&Conflict>> = Vec::new();
    for conflict in &plan.conflicts {
        let is_same = |first: &&Conflict| first.manager == conflict.manager && first.field == conflict.field;
        match groups.iter_mut().find(|group| group.first().is_some_and(is_same)) {
            Some(group) => group.push(conflict),
            None => groups.push(vec![conflict]),
        }
    }
    let mut shown = Vec::new();
    for group in groups {
        if group.len() > ALONE {
            shown.push(group);
        } else {
            shown.extend(group.into_iter().map(|one| vec![one]));
        }
    }
    shown
}

/// What is missing and makes an apply useless.
pub(crate) fn blocking(plan: &Plan) -> impl Iterator<Item = &Missing> {
    plan.missing.iter().filter(|missing| missing.blocks)
}

/// Why a plan cannot be applied as it is; none if it can.
pub(crate) fn blocked(plan: &Plan) -> Option<String> {
    let mut reasons = Vec::new();
    let plural = |number: usize, one: &str, some: &str| match number {
        1 => format!("1 {one}"),
        _ => format!("{number} {some}"),
    };
    if !plan.conflicts.is_empty() {
        reasons.push(plural(
            plan.conflicts.len(),
            "field belongs to another manager",
            "fields belong to other managers",
        ));
    }
    if !plan.rejections.is_empty() {
        let some = plural(plan.rejections.len(), "object", "objects");
        reasons.push(format!("the API server rejects {some}"));
    }
    let missing: Vec<&str> = blocking(plan).map(|missing| missing.what.as_str()).collect();
    if !missing.is_empty() {
        reasons.push(format!("the cluster has no {}", missing.join(", no ")));
    }
    (!reasons.is_empty()).then(|| reasons.join("; "))
}

/// Whether nothing is left to do, in the cluster or in its inventory.
pub(crate) fn is_done(plan: &Plan) -> bool {
    plan.is_empty() && plan.pending.is_none()
}

/// What apply does for a change that is impossible in place; none if the change is made in place.
pub(crate) fn procedure(plan: &Plan, object: &Identity) -> Option<String> {
    let step = plan.steps.iter().find(|step| step.object == *object)?;
    match &step.action {
        Action::By(procedure) => Some(format!("apply {}", in_words(procedure, &object.kind))),
        _ => None,
    }
}

/// `deletes the StatefulSet without its pods and creates it again; no pod restarts`.
fn in_words(procedure: &Procedure, kind: &str) -> String {
    match procedure {
        Procedure::KeepPods { claims, restart } => {
            let grow: Vec<String> =
                claims.iter().map(|growth| format!("{} to {}", growth.claim, growth.size)).collect();
            let grow = if grow.is_empty() { String::new() } else { format!("grows {}, ", grow.join(", ")) };
            let then = if *restart {
                "then each pod restarts, because it keeps the name and the claims that it was created with"
            } else {
                "no pod restarts"
            };
            format!("{grow}deletes the {kind} without its pods and creates it again; {then}")
        }
        Procedure::WithPods => {
            format!("deletes the {kind} with its pods and creates it again; its claims stay")
        }
        Procedure::Recreate => format!("deletes the {kind} and creates it again"),
    }
}

/// `StatefulSet/pulsar-broker`, with the namespace if it is not the release's own.
pub(crate) fn named(plan: &Plan, object: &Identity) -> String {
    match &object.namespace {
        Some(namespace) if *namespace != plan.release.namespace => format!("{object} in {namespace}"),
        _ => object.to_string(),
    }
}

/// What takes a field from its manager.
pub(crate) fn take(conflict: &Conflict) -> String {
    format!("--take {}:{}", conflict.object, conflict.field)
}

/// The options that accept everything of a plan that has to be accepted, except what was accepted.
pub(crate) fn to_accept<'p>(plan: &'p Plan, accepted: &'p BTreeSet<Acceptance>) -> Vec<String> {
    let open = plan.decisions.iter().filter(|decision| !accepted.contains(decision));
    open.map(|decision| format!("--accept {decision}")).collect()
}

/// `StatefulSet/a: a-1, a-0`, and whether somebody has to delete them.
pub(crate) fn restart(plan: &Plan, restart: &Restart) -> String {
    let pods = if restart.pods.is_empty() { "all pods".to_owned() } else { restart.pods.join(", ") };
    let manual = if restart.manual { "; delete these pods yourself, Kubernetes does not" } else { "" };
    format!("{}: {}: {pods}{manual}", restart.stage.title(), named(plan, &restart.workload))
}

/// `brokers: StatefulSet/a, restarted by pulsarc: a-1, a-0`.
pub(crate) fn rollout(plan: &Plan, rollout: &Rollout) -> String {
    let pods = match rollout.pods.as_slice() {
        [] => "no pod is left to restart".to_owned(),
        pods => pods.join(", "),
    };
    format!("{}: {}, restarted by pulsarc: {pods}", rollout.stage.title(), named(plan, &rollout.workload))
}

/// `a, b, c and 3 others`.
pub(crate) fn users(names: &[String]) -> String {
    prerequisites::some_of(names, 3)
}

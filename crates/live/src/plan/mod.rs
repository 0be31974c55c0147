//! The plan: what an apply would do, and what follows from it.
//!
//! ```text
//! Wanted -> Seen (observe/: all requests) -> changes (pulsarc_diff) -> verdicts -> steps, restarts, decisions
//! ```
//!
//! [`observe`] asks the cluster; everything after it is pure.

mod autoscalers;
mod conflicts;
mod growth;
mod jobs;
mod manifest;
mod missing;
pub(crate) mod model;
mod observe;
mod overlay;
mod owners;
mod procedures;
mod prune;
mod restarts;
mod rights;
mod rollouts;
mod secrets;
mod stage;
#[cfg(test)]
mod tests;
mod verdict;
mod versions;

pub use model::{
    Acceptance, Action, Choices, Conflict, Growth, Kept, Missing, Plan, Procedure, Rejection, Restart, Step,
    Take,
};
pub(crate) use overlay::overlay;
pub use rights::rights;
pub(crate) use rollouts::{EnsembleSize, EnsembleStep, ROLLOUT};
pub use rollouts::{Rollout, RolloutChoices, RolloutMode};
pub(crate) use secrets::secrets;
pub(crate) use stage::{Stages, component};
pub(crate) use versions::{is_current, version};

use crate::access::Cluster;
use crate::failure::{Failure, named};
use crate::inventory::Inventory;
use crate::release::Wanted;
use observe::Seen;
use prune::Unwanted;
use pulsarc_diag::Secrets;
use pulsarc_diff::{Changes, Identity, compare};
use serde_json::Value;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use verdict::Verdict;

impl Cluster {
    /// What an apply of the wanted objects would do. Without objects: what `destroy` would do.
    pub fn plan(&self, wanted: &Wanted, choices: &Choices) -> Result<Plan, Failure> {
        let seen = self.runtime.block_on(observe::observe(&self.api, wanted, choices))?;
        Ok(plan(wanted, seen, choices, self.server()))
    }
}

/// The plan that follows from what was seen.
fn plan(wanted: &Wanted, mut seen: Seen, choices: &Choices, server: &str) -> Plan {
    let release = &wanted.release;
    let unwanted = prune::unwanted(&mut seen, release, choices);
    let expired = expired(wanted, &seen);
    let mut changes = changes(wanted, &seen, &unwanted, &expired);
    let verdicts = verdict::verdicts(&seen, &expired, &changes, release);
    verdict::reconcile(&mut changes, &verdicts);
    let steps = steps(wanted, &verdicts, &unwanted);
    let after = seen.wanted.iter().filter_map(|(id, trial)| Some((id.clone(), trial.answer.after()?)));
    let mut restarts = restarts::restarts(&steps, &changes, &seen.live, &after.collect());
    let rollouts = rollouts::rollouts(&rollouts::Basis {
        wanted,
        inventory: &seen.inventory,
        choices,
        steps: &steps,
        changes: &changes,
        live: &seen.live,
        pods: &seen.pods,
    });
    rollouts::explain(&mut changes, &rollouts);
    restarts.retain(|restart| !rollouts.iter().any(|rollout| rollout.workload == restart.workload));
    let done = done(&verdicts, &steps);
    let rejections = verdicts.into_values().filter_map(|verdict| match verdict {
        Verdict::Rejected(rejection) => Some(rejection),
        Verdict::Nothing | Verdict::Done | Verdict::Do(_) => None,
    });
    let rejections = rejections.collect();
    let missing = missing::missing(wanted, &seen.held, &seen.notes);
    let conflicts: Vec<Conflict> =
        seen.wanted.values_mut().flat_map(|trial| std::mem::take(&mut trial.conflicts)).collect();
    let mut warnings: Vec<String> = std::mem::take(&mut seen.notes.warnings).into_iter().collect();
    warnings.extend(done);
    warnings.extend(to_adopt(&conflicts, &seen.inventory, &release.name));
    let secrets = all_secrets(wanted, &seen, &unwanted);
    let force = seen.wanted.iter().filter(|(_, trial)| trial.force).map(|(id, _)| id.clone()).collect();
    let objects = seen.wanted.into_iter().map(|(id, trial)| (id, trial.manifest)).collect();
    let mut live = seen.live;
    live.extend(unwanted.deleted);
    let mut plan = Plan {
        release: release.clone(),
        server: server.to_owned(),
        revision: revision(&seen.inventory, steps.is_empty()),
        fingerprint: wanted.fingerprint(),
        decisions: decisions(&changes, &steps),
        changes,
        steps,
        kept: unwanted.kept,
        conflicts,
        rejections,
        missing,
        restarts,
        rollouts,
        pending: seen
            .inventory
            .pending
            .as_ref()
            .map(|pending| format!("{}, begun by {}", pending.revision.number, pending.revision.by)),
        unknown: seen.notes.unknown.into_iter().collect(),
        warnings,
        versions: live.iter().map(|(id, object)| (named(id), version(object))).collect(),
        force,
        objects,
        live,
    };
    plan.redact(&secrets);
    plan
}

/// What is left as it is while other objects change.
fn done(verdicts: &BTreeMap<Identity, Verdict>, steps: &[Step]) -> Option<String> {
    let done = verdicts.iter().filter(|(_, verdict)| matches!(verdict, Verdict::Done));
    let names: Vec<String> = done.map(|(id, _)| id.to_string()).collect();
    let several = names.len() > 1;
    (!names.is_empty() && !steps.is_empty()).then(|| {
        format!(
            "{} {} completed and {} as {}: only images, placement or what {} for differ",
            names.join(", "),
            if several { "have" } else { "has" },
            if several { "stay" } else { "stays" },
            if several { "they are" } else { "it is" },
            if several { "they wait" } else { "it waits" },
        )
    })
}

/// Jobs that have completed and are gone because of their time to live.
fn expired(wanted: &Wanted, seen: &Seen) -> BTreeSet<Identity> {
    let gone = seen.wanted.iter().filter(|(id, trial)| trial.known && !seen.live.contains_key(id));
    gone.filter(|(id, trial)| jobs::has_expired(id, &trial.manifest, &seen.inventory, &wanted.release))
        .map(|(id, _)| id.clone())
        .collect()
}

/// What changes: the live objects beside what they would be.
fn changes(wanted: &Wanted, seen: &Seen, unwanted: &Unwanted, expired: &BTreeSet<Identity>) -> Changes {
    let mut old: Vec<&Value> = unwanted.deleted.values().collect();
    let mut new: Vec<&Value> = Vec::with_capacity(seen.wanted.len());
    for (_, trial, live) in seen
        .wanted
        .iter()
        .filter(|(id, _)| !expired.contains(id))
        .map(|(id, trial)| (id, trial, seen.live.get(id)))
    {
        match (live, trial.answer.after()) {
            (Some(live), after) => {
                old.push(live);
                new.push(after.unwrap_or(live));
            }
            (None, Some(after)) => {
                new.push(after);
                // An object that cannot be read is no new one.
                old.extend((!trial.known).then_some(after));
            }
            (None, None) => {}
        }
    }
    compare(old, new, &wanted.release.namespace, &wanted.facts)
}

/// The steps: changes by stage, in apply order; then deletions, in reverse order.
fn steps(wanted: &Wanted, verdicts: &BTreeMap<Identity, Verdict>, unwanted: &Unwanted) -> Vec<Step> {
    let all = wanted.objects.iter().chain(unwanted.deleted.values());
    let stages = Stages::of(&wanted.facts, all);
    let mut steps = Vec::new();
    for object in &wanted.objects {
        let id = wanted.identity(object);
        if let Some(Verdict::Do(action)) = verdicts.get(&id) {
            let step = Step { stage: stages.stage(object), action: action.clone(), object: id };
            if !steps.contains(&step) {
                steps.push(step);
            }
        }
    }
    steps.sort_by_key(|step| step.stage);
    let mut deleted: Vec<Step> = unwanted
        .deleted
        .iter()
        .map(|(id, object)| Step { stage: stages.stage(object), action: Action::Delete, object: id.clone() })
        .collect();
    deleted.sort_by_key(|step| Reverse((step.stage, pulsarc_kube::apply_rank(&step.object.kind))));
    steps.extend(deleted);
    steps
}

/// The number of the revision that applying makes.
fn revision(inventory: &Inventory, nothing: bool) -> u32 {
    let current = inventory.revisions.last().map_or(0, |revision| revision.number);
    if nothing && inventory.pending.is_none() { current } else { current.saturating_add(1) }
}

/// What has to be accepted: the dangers of changes that do not merely follow from others.
fn decisions(changes: &Changes, steps: &[Step]) -> Vec<Acceptance> {
    let done: BTreeSet<&Identity> = steps.iter().map(|step| &step.object).collect();
    let mut needed = BTreeSet::new();
    for change in changes.changes.iter().filter(|change| done.contains(&change.object)) {
        // A procedure's consequence belongs to the object, not to one of its fields.
        let of_fields = change.fields.iter().filter(|field| field.follows.is_some());
        let following: Vec<_> = of_fields.flat_map(|field| &field.consequences).collect();
        let own = change.fields.iter().filter(|field| field.follows.is_none());
        let own: Vec<_> = own.flat_map(|field| &field.consequences).collect();
        if change.follows.is_some() {
            continue;
        }
        for consequence in &change.consequences {
            let only_follows = following.contains(&consequence) && !own.contains(&consequence);
            if Acceptance::is_needed_for(consequence.kind) && !only_follows {
                needed.insert(Acceptance { kind: consequence.kind, object: change.object.to_string() });
            }
        }
    }
    needed.into_iter().collect()
}

/// A hint for a release that Helm or kubectl has applied.
fn to_adopt(conflicts: &[Conflict], inventory: &Inventory, release: &str) -> Option<String> {
    let foreign = conflicts.iter().find(|conflict| conflicts::is_adoptable(&conflict.manager))?;
    inventory.version.is_none().then(|| {
        format!(
            "{} and perhaps others were applied by {}: `pulsarc adopt {release}` takes a release over without changing it",
            named(&foreign.object),
            foreign.manager
        )
    })
}

/// The secrets of the configuration and of all Secrets that were read.
fn all_secrets(wanted: &Wanted, seen: &Seen, unwanted: &Unwanted) -> Secrets {
    let objects = wanted.objects.iter().chain(seen.live.values()).chain(unwanted.deleted.values());
    let names = seen.wanted.keys().chain(seen.live.keys()).chain(unwanted.deleted.keys());
    let release = [wanted.release.name.as_str(), wanted.release.namespace.as_str()];
    let names: Vec<&str> = names.map(|id| id.name.as_str()).chain(release).collect();
    secrets(&wanted.secrets, objects.chain(seen.held.objects.values()), &names)
}

impl Plan {
    /// Takes secrets out of every text, and bounds what the API server has written.
    fn redact(&mut self, secrets: &Secrets) {
        if !secrets.is_empty() {
            self.hide(secrets);
        }
        for refusal in self.rejections.iter_mut().map(|rejection| &mut rejection.refusal) {
            shorten(&mut refusal.message);
            refusal.causes.iter_mut().for_each(|cause| shorten(&mut cause.message));
        }
    }

    fn hide(&mut self, secrets: &Secrets) {
        self.changes.redact(secrets);
        let one = |text: &mut String| *text = secrets.without(text);
        self.unknown.iter_mut().chain(&mut self.warnings).for_each(one);
        for rejection in &mut self.rejections {
            one(&mut rejection.refusal.message);
            rejection.help.iter_mut().for_each(one);
            rejection.refusal.causes.iter_mut().for_each(|cause| one(&mut cause.message));
        }
        for conflict in &mut self.conflicts {
            conflict.value.iter_mut().for_each(|value| value.redact(secrets));
        }
    }
}

/// Cuts a text of the API server, which repeats whole pod templates in Go's notation.
fn shorten(text: &mut String) {
    const LONGEST: usize = 400;
    if let Some((end, _)) = text.char_indices().nth(LONGEST) {
        text.truncate(end);
        text.push_str("...");
    }
}

//! The stages of an apply: their steps, their restarts and their gates, then the deletions.

use super::model::Event;
use super::restart;
use super::rollout;
use super::run::{End, Run};
use super::step;
use super::stop::Stop;
use super::wait;
use crate::plan::{Action, Rollout, Stages, Step};
use futures::stream::{self, StreamExt};
use pulsarc_diff::Identity;
use pulsarc_model::Stage;
use std::collections::{BTreeMap, BTreeSet};
use tokio::time::Instant;

/// So many steps run at once.
const CONCURRENT: usize = 16;

/// What is done in one stage.
struct Part<'p> {
    stage: Stage,
    /// The steps, in groups that wait for one another.
    groups: Vec<Vec<usize>>,
    restarts: Vec<(Identity, BTreeSet<String>)>,
    rollouts: Vec<&'p Rollout>,
    gated: Vec<Identity>,
}

/// Carries out all stages. `resumes` says that an earlier run may have changed objects which no step of this plan names.
pub(super) async fn carry_out(
    run: &Run<'_>,
    restarts: &BTreeMap<String, BTreeSet<String>>,
    resumes: bool,
) -> Result<(), Stop> {
    let mut parts = changes(run, restarts, resumes);
    let only_writes = |part: &Part<'_>| part.restarts.is_empty() && part.rollouts.is_empty();
    if !run.waits() && parts.iter().all(only_writes) {
        without_stages(run).await?;
        parts.clear();
    }
    for part in parts.into_iter().chain(deletions(run)) {
        one(run, &part).await.map_err(|stop| stop.during(part.stage))?;
    }
    Ok(())
}

/// Creates and changes everything if nothing is waited for: stages would only delay one another.
async fn without_stages(run: &Run<'_>) -> Result<(), Stop> {
    let steps = run.plan.steps.iter().enumerate().filter(|(_, step)| step.action != Action::Delete);
    for group in in_turns(steps) {
        run.check()?;
        steps_of(run, &group).await?;
    }
    Ok(())
}

/// Steps in groups, in the turns of their kinds.
fn in_turns<'p>(steps: impl Iterator<Item = (usize, &'p Step)>) -> Vec<Vec<usize>> {
    let mut groups: BTreeMap<u8, Vec<usize>> = BTreeMap::new();
    for (index, step) in steps {
        groups.entry(turn(&step.object.kind)).or_default().push(index);
    }
    groups.into_values().collect()
}

async fn one(run: &Run<'_>, part: &Part<'_>) -> Result<(), Stop> {
    let begun = Instant::now();
    let stage = part.stage;
    let steps = part.groups.iter().map(Vec::len).sum();
    run.check()?;
    run.begin_stage();
    run.report(&Event::StageBegins { stage, steps, waits: part.gated.len() });
    for group in &part.groups {
        steps_of(run, group).await?;
    }
    for (set, old) in &part.restarts {
        if !run.plan.rollouts.iter().any(|rollout| rollout.workload == *set) {
            restart::roll(run, set, old).await?;
        }
    }
    let none = BTreeSet::new();
    for rollout in &part.rollouts {
        let old =
            part.restarts.iter().find(|(set, _)| *set == rollout.workload).map_or(&none, |(_, old)| old);
        rollout::carry_out(run, rollout, old).await?;
    }
    run.begin_stage();
    wait::ready(run, &part.gated).await?;
    let milliseconds = u64::try_from(begun.elapsed().as_millis()).unwrap_or(u64::MAX);
    run.report(&Event::StageReady { stage, milliseconds });
    Ok(())
}

/// Carries out steps at once. After a failure no further one begins, and those that have begun finish their request.
async fn steps_of(run: &Run<'_>, group: &[usize]) -> Result<(), Stop> {
    let steps = stream::iter(group).map(|index| async move {
        let done = step::carry_out(run, *index).await;
        if done.is_err() {
            run.end(End::Failed);
        }
        done
    });
    let results: Vec<Result<(), Stop>> = steps.buffer_unordered(CONCURRENT).collect().await;
    let mut failures = results.into_iter().filter_map(Result::err);
    match failures.next() {
        Some(first) => Err(first),
        None => Ok(()),
    }
}

/// The stages in which something is created, changed, restarted or waited for.
fn changes<'p>(run: &Run<'p>, restarts: &BTreeMap<String, BTreeSet<String>>, resumes: bool) -> Vec<Part<'p>> {
    let objects = run.wanted.objects.iter().chain(run.plan.live.values());
    let stages = Stages::of(&run.wanted.facts, objects);
    let of_wanted: Vec<(Stage, Identity)> =
        run.wanted.objects.iter().map(|object| (stages.stage(object), run.wanted.identity(object))).collect();
    let part = |stage: Stage| {
        let steps = run.plan.steps.iter().enumerate();
        let own = steps.filter(|(_, step)| step.stage == stage && step.action != Action::Delete);
        let own: Vec<(usize, &Step)> = own.collect();
        let objects = of_wanted.iter().filter(|(of, _)| *of == stage).map(|(_, object)| object);
        let to_restart = objects
            .clone()
            .filter(|object| object.kind == "StatefulSet")
            .filter_map(|object| Some((object.clone(), restarts.get(&restart::key(object))?.clone())));
        let changed: BTreeSet<&Identity> = own.iter().map(|(_, step)| &step.object).collect();
        let gated =
            objects.filter(|object| (resumes || changed.contains(object)) && wait::is_gated(run, object));
        Part {
            stage,
            groups: in_turns(own.iter().copied()),
            restarts: to_restart.collect(),
            rollouts: run.plan.rollouts.iter().filter(|rollout| rollout.stage == stage).collect(),
            gated: gated.cloned().collect(),
        }
    };
    let is_any = |part: &Part<'_>| {
        let waits = !part.restarts.is_empty() || !part.rollouts.is_empty() || !part.gated.is_empty();
        waits || !part.groups.is_empty()
    };
    Stage::ALL.into_iter().map(part).filter(is_any).collect()
}

/// The deletions, by stage: the plan has them in their order.
fn deletions<'p>(run: &Run<'p>) -> Vec<Part<'p>> {
    let mut parts: Vec<Part<'p>> = Vec::new();
    let mut last: Option<&str> = None;
    for (index, step) in run.plan.steps.iter().enumerate().filter(|(_, step)| step.action == Action::Delete) {
        let kind = Some(step.object.kind.as_str());
        match parts.last_mut().filter(|part| part.stage == step.stage) {
            Some(part) => match part.groups.last_mut().filter(|_| last == kind) {
                Some(group) => group.push(index),
                None => part.groups.push(vec![index]),
            },
            None => parts.push(Part {
                stage: step.stage,
                groups: vec![vec![index]],
                restarts: Vec::new(),
                rollouts: Vec::new(),
                gated: Vec::new(),
            }),
        }
        last = kind;
    }
    parts
}

/// The turn of a kind within its stage: a namespace comes before what is in it, a role before what binds it, and an issuer before
/// its certificates.
fn turn(kind: &str) -> u8 {
    match kind {
        "Namespace" | "CustomResourceDefinition" => 0,
        "RoleBinding" | "ClusterRoleBinding" | "Certificate" | "StatefulSet" | "Deployment" | "DaemonSet"
        | "Job" => 2,
        _ => 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_of_all_stages_follow_the_turns_of_their_kinds() {
        let step = |(kind, stage): (&str, Stage)| Step {
            stage,
            action: Action::Create,
            object: Identity {
                group: String::new(),
                kind: kind.to_owned(),
                namespace: None,
                name: "a".to_owned(),
            },
        };
        let kinds = [
            ("StatefulSet", Stage::Metadata),
            ("Service", Stage::Brokers),
            ("Namespace", Stage::Foundation),
            ("Job", Stage::Bookies),
            ("ServiceAccount", Stage::Foundation),
        ];
        let steps: Vec<Step> = kinds.into_iter().map(step).collect();
        assert_eq!(in_turns(steps.iter().enumerate()), [vec![2], vec![1, 4], vec![0, 3]]);
    }
}

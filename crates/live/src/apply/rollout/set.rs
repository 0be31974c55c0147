//! The StatefulSet of a rollout and its pods.

use crate::api::Dependents;
use crate::apply::model::Event;
use crate::apply::pods;
use crate::apply::run::{Pauses, Run};
use crate::apply::scene;
use crate::apply::stop::Stop;
use crate::apply::trouble::Troubles;
use crate::gate::{self, pod};
use crate::metadata::{is_going, uid};
use crate::plan::Rollout;
use crate::pulsar::Place;
use crate::resource::Resource;
use crate::stateful_set;
use pulsarc_diff::Identity;
use serde_json::Value;
use std::collections::BTreeSet;

/// What a user can do when a pod does not become what the rollout waits for.
const CONTINUE: &str = "look at the log of that pod; a longer --timeout waits longer, and applying again continues with the pods that are left";

/// A StatefulSet whose pods restart.
pub(super) struct Set<'r, 'a> {
    pub(super) run: &'r Run<'a>,
    pub(super) rollout: &'r Rollout,
    /// The UIDs of pods that have to restart although their template is current.
    remembered: &'r BTreeSet<String>,
    /// How many pods this run has restarted.
    restarted: u32,
    troubles: Troubles,
}

impl<'r, 'a> Set<'r, 'a> {
    pub(super) fn new(run: &'r Run<'a>, rollout: &'r Rollout, remembered: &'r BTreeSet<String>) -> Self {
        Self { run, rollout, remembered, restarted: 0, troubles: Troubles::default() }
    }

    /// The pods that have to restart, the lowest ordinal first, once the controller has seen the last change of the set.
    pub(super) async fn outdated(&mut self) -> Result<Vec<Value>, Stop> {
        let (set, own) = self.observed().await?;
        Ok(own.into_iter().filter(|pod| self.is_outdated(&set, pod)).collect())
    }

    /// Whether a pod has to restart.
    pub(super) fn is_outdated(&self, set: &Value, pod: &Value) -> bool {
        stateful_set::is_outdated(set, pod) || uid(pod).is_some_and(|uid| self.remembered.contains(uid))
    }

    /// The set and its pods, the lowest ordinal first, once the controller has seen the last change of the set.
    pub(super) async fn observed(&mut self) -> Result<(Value, Vec<Value>), Stop> {
        self.run.begin_stage();
        for pause in Pauses::new() {
            let (set, own) = self.seen().await?;
            if gate::is_observed(&set) {
                return Ok((set, own));
            }
            if self.run.is_late() {
                break;
            }
            self.run.pause(pause).await?;
        }
        Err(Stop::new(
            "the StatefulSet controller has not seen the change",
            "look whether the controller manager runs, then apply again",
        ))
    }

    /// The set and its pods as they are now, the lowest ordinal first.
    pub(super) async fn seen(&self) -> Result<(Value, Vec<Value>), Stop> {
        self.run.check()?;
        self.look().await
    }

    /// The same, even if the run has to end: what became of a rollout is said then as well.
    async fn look(&self) -> Result<(Value, Vec<Value>), Stop> {
        let object = &self.rollout.workload;
        let Some(set) = self.run.api.get(self.run.resource(object)?, object).await? else {
            return Err(Stop::new("it no longer exists", "look who deletes it, then apply again"));
        };
        let all = pods::selected(self.run.api, &set).await?;
        let mut own: Vec<(u64, Value)> =
            all.into_iter().filter_map(|pod| Some((stateful_set::ordinal_of(&set, &pod)?, pod))).collect();
        own.sort_by_key(|(ordinal, _)| *ordinal);
        Ok((set, own.into_iter().map(|(_, pod)| pod).collect()))
    }

    /// Deletes a pod and waits until its replacement is ready, which it returns. Ends early if the replacement cannot start.
    pub(super) async fn restart(&mut self, old: &Value) -> Result<Value, Stop> {
        self.delete(old).await?;
        self.replaced(&pods::identity(old), uid(old)).await
    }

    /// Deletes a pod, which its StatefulSet then replaces.
    pub(super) async fn delete(&mut self, old: &Value) -> Result<(), Stop> {
        self.pause_if_asked()?;
        let name = pods::identity(old);
        self.says(&name, "delete it");
        self.run.check()?;
        self.run.api.delete(&Resource::pods(), &name, uid(old), Dependents::Delete).await?;
        self.restarted += 1;
        Ok(())
    }

    /// Waits until a pod of this name, with another UID, is ready.
    pub(super) async fn replaced(&mut self, name: &Identity, old: Option<&str>) -> Result<Value, Stop> {
        self.run.begin_stage();
        let mut said = String::new();
        for pause in Pauses::new() {
            let (set, own) = self.seen().await?;
            let found = own.iter().find(|pod| pods::identity(pod) == *name);
            let new = found.filter(|pod| uid(pod) != old && !is_going(pod));
            let why = match new {
                Some(new) if pod::is_ready(new) && !stateful_set::is_outdated(&set, new) => {
                    return Ok(new.clone());
                }
                Some(_) => format!("{} is not ready", name.name),
                None => format!("{} is stopping", name.name),
            };
            // An old pod that does not start is what a rollout may be there to mend.
            let is_concerned = |one: &&Value| pod::is_ready(one) || !self.is_outdated(&set, one);
            let concerned: Vec<Value> = own.iter().filter(is_concerned).cloned().collect();
            self.troubles.look(self.run, (&self.rollout.workload, &set), &concerned).await?;
            self.troubles.forget_healed();
            if self.run.is_late() {
                let seconds = self.run.options.timeout.as_secs();
                return Err(Stop::new(
                    format!("{why} after {seconds} s"),
                    "a longer --timeout waits longer; apply again to continue with the pods that are left",
                ));
            }
            self.waits_for(&why, &mut said);
            self.run.pause(pause).await?;
        }
        Err(Stop::new(format!("{} was not replaced", name.name), "apply again"))
    }

    /// Waits until a look finds nothing missing. What is missing is reported, and is the reason if the time is over.
    pub(super) async fn until(
        &self,
        mut look: impl AsyncFnMut() -> Result<Option<String>, Stop>,
    ) -> Result<(), Stop> {
        self.run.begin_stage();
        let mut said = String::new();
        for pause in Pauses::new() {
            self.run.check()?;
            let Some(why) = look().await? else { return Ok(()) };
            if self.run.is_late() {
                let seconds = self.run.options.timeout.as_secs();
                return Err(Stop::new(format!("after {seconds} s, {why}"), CONTINUE));
            }
            self.waits_for(&why, &mut said);
            self.run.pause(pause).await?;
        }
        Ok(())
    }

    /// Reports the missing condition, once.
    pub(super) fn waits_for(&self, why: &str, said: &mut String) {
        if said != why {
            self.run.report(&Event::Waiting { object: self.rollout.workload.clone(), why: why.to_owned() });
            why.clone_into(said);
        }
    }

    /// Where a pod of this name is asked about itself; none if it is not ready.
    pub(super) async fn serving(&self, name: &str) -> Result<Option<Place>, Stop> {
        let (_, own) = self.seen().await?;
        let found = own.iter().find(|pod| pods::identity(pod).name == name);
        Ok(found.filter(|pod| pod::serves(pod)).map(|pod| self.place(pod)))
    }

    /// What became of a rollout, with how far it came if it was stopped.
    pub(super) async fn with_progress(&self, done: Result<(), Stop>) -> Result<(), Stop> {
        let Err(stop) = done else { return Ok(()) };
        let progress: Vec<String> = self.progress().await.into_iter().collect();
        Err(explained(stop, &progress))
    }

    /// How many pods may restart before the user wants to look at them; none if there is no bound.
    pub(super) fn left_before_pause(&self) -> Option<u32> {
        self.rollout.choices.pause_after.map(|most| most.get().saturating_sub(self.restarted))
    }

    /// Which pods have restarted and which have not, for the words of a stop; none if it cannot be known.
    pub(super) async fn progress(&self) -> Option<String> {
        let (set, own) = self.look().await.ok()?;
        let (old, new): (Vec<&Value>, Vec<&Value>) = own.iter().partition(|pod| self.is_outdated(&set, pod));
        Some(progress(&names(&new), &names(&old)))
    }

    /// Stops before another pod if the user wants to look at those that have restarted.
    fn pause_if_asked(&self) -> Result<(), Stop> {
        match self.rollout.choices.pause_after {
            Some(most) if self.restarted >= most.get() => Err(Stop::new(
                match self.restarted {
                    1 => "paused by --pause-after: 1 pod has restarted".to_owned(),
                    many => format!("paused by --pause-after: {many} pods have restarted"),
                },
                "apply again, without --pause-after, to continue with the pods that are left; `pulsarc rollback` goes back",
            )),
            _ => Ok(()),
        }
    }

    /// Where a pod is asked about itself.
    pub(super) fn place(&self, of: &Value) -> Place {
        scene::place(of, self.rollout.endpoint)
    }

    /// Reports an action on a pod as it begins.
    pub(super) fn says(&self, of: &Identity, does: impl Into<String>) {
        let (workload, pod) = (self.rollout.workload.clone(), of.name.clone());
        self.run.report(&Event::Rollout { workload, pod, does: does.into() });
    }
}

/// A stop that also says how far the rollout came, and how to go back.
pub(super) fn explained(stop: Stop, more: &[String]) -> Stop {
    let why = [std::slice::from_ref(&stop.why), more].concat().join("; ");
    let advice = if stop.advice.contains("rollback") {
        stop.advice
    } else {
        format!("{}; `pulsarc rollback` goes back", stop.advice)
    };
    Stop { why, advice, ..stop }
}

/// The names of pods.
fn names(pods: &[&Value]) -> Vec<String> {
    pods.iter().map(|pod| pods::identity(pod).name).collect()
}

/// How far a rollout came, in words.
fn progress(new: &[String], old: &[String]) -> String {
    match (new.is_empty(), old.is_empty()) {
        (_, true) => "every pod has restarted".to_owned(),
        (true, false) => "no pod has restarted".to_owned(),
        (false, false) => {
            format!("{} run the new template, {} still the former one", new.join(", "), old.join(", "))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::progress;

    #[test]
    fn a_stop_says_which_pods_are_new() {
        let pods = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
        assert_eq!(
            progress(&pods(&["b-2"]), &pods(&["b-0", "b-1"])),
            "b-2 run the new template, b-0, b-1 still the former one"
        );
        assert_eq!(progress(&[], &pods(&["b-0"])), "no pod has restarted");
        assert_eq!(progress(&pods(&["b-0"]), &[]), "every pod has restarted");
    }
}

//! The state of one apply: completed steps, the event listener, and whether it has to end.

use super::model::{ApplyOptions, Event, Wait};
use super::scene::Scene;
use super::stop::{AGAIN, Stop};
use crate::api::Api;
use crate::inventory::{Inventory, applyset};
use crate::plan::{Action, Plan, Step};
use crate::release::Wanted;
use crate::resource::Resource;
use pulsarc_diag::Secrets;
use pulsarc_diff::Identity;
use serde_json::Value;
use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;
use tokio::time::Instant;

/// A pause looks so often whether the run has to end.
const SLICE: Duration = Duration::from_millis(100);

/// Why a run starts no further request.
#[derive(Debug, Clone)]
pub(super) enum End {
    /// The user has interrupted it.
    Interrupted,
    /// Another run may work on the release.
    LockLost(String),
    /// A step has failed.
    Failed,
}

/// One apply.
pub(super) struct Run<'a> {
    pub(super) api: &'a Api,
    pub(super) wanted: &'a Wanted,
    pub(super) plan: &'a Plan,
    pub(super) options: &'a ApplyOptions,
    /// Everything that no text may show.
    pub(super) secrets: Secrets,
    /// The id of the release's set.
    pub(super) set: String,
    /// Where the objects of the steps and of the gates are in the API.
    pub(super) resources: BTreeMap<Identity, Resource>,
    /// Whether an earlier run has not finished.
    pub(super) resumes: bool,
    /// What is stored about the release. It is taken while it is written.
    pub(super) inventory: RefCell<Inventory>,
    /// The UIDs of jobs that were seen to complete.
    pub(super) completed: RefCell<BTreeMap<String, String>>,
    /// The steps that were done, by their place in the plan.
    done: RefCell<BTreeSet<usize>>,
    end: RefCell<Option<End>>,
    report: RefCell<&'a mut dyn FnMut(&Event)>,
    /// Until when the current stage may take.
    deadline: Cell<Instant>,
}

impl<'a> Run<'a> {
    pub(super) fn new(
        api: &'a Api,
        (wanted, plan, options): (&'a Wanted, &'a Plan, &'a ApplyOptions),
        resources: BTreeMap<Identity, Resource>,
        report: &'a mut dyn FnMut(&Event),
    ) -> Self {
        let names: Vec<&str> = plan.objects.keys().map(|object| object.name.as_str()).collect();
        let objects = wanted.objects.iter().chain(plan.live.values());
        Self {
            api,
            wanted,
            plan,
            options,
            secrets: crate::plan::secrets(&wanted.secrets, objects, &names),
            set: applyset::id(&wanted.release),
            resources,
            resumes: false,
            inventory: RefCell::default(),
            completed: RefCell::default(),
            done: RefCell::default(),
            end: RefCell::default(),
            report: RefCell::new(report),
            deadline: Cell::new(Instant::now() + options.timeout),
        }
    }

    /// What this run restores when it ends, and where.
    pub(super) fn scene(&self) -> Scene<'_> {
        Scene {
            api: self.api,
            release: &self.wanted.release,
            facts: &self.wanted.facts,
            inventory: &self.inventory,
        }
    }

    /// Whether the next request may be sent.
    pub(super) fn check(&self) -> Result<(), Stop> {
        match &*self.end.borrow() {
            None => Ok(()),
            Some(End::Interrupted) => Err(Stop::new("it was interrupted", AGAIN)),
            Some(End::LockLost(why)) => Err(Stop::new(
                why.clone(),
                "apply again once the API server answers; `pulsarc status` shows who works on the release",
            )),
            Some(End::Failed) => Err(Stop::new("another step has failed", AGAIN)),
        }
    }

    /// Ends the run before its next request, for the first reason that was given.
    pub(super) fn end(&self, end: End) {
        self.end.borrow_mut().get_or_insert(end);
    }

    /// Whether another run may hold the lock.
    pub(super) fn has_lost_lock(&self) -> bool {
        matches!(&*self.end.borrow(), Some(End::LockLost(_)))
    }

    /// Whether the plan deletes the namespace of the release, with everything in it.
    pub(super) fn deletes_namespace(&self) -> bool {
        let release = &self.wanted.release;
        let is_it = |object: &Identity| object.kind == "Namespace" && object.name == release.namespace;
        self.plan.steps.iter().any(|step| step.action == Action::Delete && is_it(&step.object))
    }

    /// Reports an event, without secrets.
    pub(super) fn report(&self, event: &Event) {
        let shown = match event {
            Event::Waiting { object, why } => {
                Event::Waiting { object: object.clone(), why: self.secrets.without(why) }
            }
            Event::Note { text } => Event::Note { text: self.secrets.without(text) },
            other => other.clone(),
        };
        (self.report.borrow_mut())(&shown);
    }

    /// Reports a sentence.
    pub(super) fn note(&self, text: impl Into<String>) {
        self.report(&Event::Note { text: text.into() });
    }

    /// A step was done.
    pub(super) fn did(&self, index: usize) {
        if let Some(step) = self.plan.steps.get(index).filter(|_| self.done.borrow_mut().insert(index)) {
            self.report(&Event::Done { step: step.clone() });
        }
    }

    /// The steps that were done, and those that were not.
    pub(super) fn sorted(&self) -> (Vec<Step>, Vec<Step>) {
        let done = self.done.borrow();
        let (mut yes, mut no) = (Vec::new(), Vec::new());
        for (index, step) in self.plan.steps.iter().enumerate() {
            if done.contains(&index) { &mut yes } else { &mut no }.push(step.clone());
        }
        (yes, no)
    }

    /// Whether a step was done.
    pub(super) fn has_done(&self, index: usize) -> bool {
        self.done.borrow().contains(&index)
    }

    /// Begins the time of a stage.
    pub(super) fn begin_stage(&self) {
        self.deadline.set(Instant::now() + self.options.timeout);
    }

    /// Whether the time of the stage is over.
    pub(super) fn is_late(&self) -> bool {
        Instant::now() >= self.deadline.get()
    }

    /// Waits a little, or ends with the run or at the end of the stage's time.
    pub(super) async fn pause(&self, pause: Duration) -> Result<(), Stop> {
        let until = (Instant::now() + pause).min(self.deadline.get());
        loop {
            self.check()?;
            let left = until.saturating_duration_since(Instant::now());
            if left.is_zero() {
                return Ok(());
            }
            tokio::time::sleep(left.min(SLICE)).await;
        }
    }

    /// Where an object is in the API.
    pub(super) fn resource(&self, object: &Identity) -> Result<&Resource, Stop> {
        self.resources.get(object).ok_or_else(|| {
            Stop::new(
                format!("the API server does not serve the kind {}", object.kind),
                "install what defines the kind; `pulsarc plan` lists it as missing",
            )
            .at(object)
        })
    }

    /// Whether this run restarts the pods of a StatefulSet itself, against its update strategy.
    pub(super) fn holds(&self, object: &Identity) -> bool {
        self.plan.rollouts.iter().any(|rollout| rollout.holds && rollout.workload == *object)
    }

    /// Whether this run changes the size of an ensemble step by step.
    pub(super) fn resizes(&self, object: &Identity) -> bool {
        let mut rollouts = self.plan.rollouts.iter();
        rollouts.any(|rollout| rollout.workload == *object && !rollout.sizes.is_empty())
    }

    /// Whether anything is waited for.
    pub(super) fn waits(&self) -> bool {
        self.options.wait != Wait::Nothing
    }

    /// Whether an object has the label of this release.
    pub(super) fn is_ours(&self, object: &Value) -> bool {
        applyset::set_of(object) == Some(self.set.as_str())
    }
}

/// The pauses of a wait: short at first, then two seconds.
pub(super) struct Pauses {
    next: Duration,
}

impl Pauses {
    pub(super) fn new() -> Self {
        Self { next: Duration::from_millis(150) }
    }
}

impl Iterator for Pauses {
    type Item = Duration;

    fn next(&mut self) -> Option<Duration> {
        let now = self.next;
        self.next = (now * 3 / 2).min(Duration::from_secs(2));
        Some(now)
    }
}

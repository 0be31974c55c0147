//! One apply from its lock to its last request.

use super::allowed;
use super::model::{ApplyOptions, Event, Outcome};
use super::record;
use super::restart;
use super::restore;
use super::rollout;
use super::run::{End, Run};
use super::stages;
use super::step;
use super::stop::Stop;
use crate::api::Api;
use crate::failure::Failure;
use crate::inventory;
use crate::lease::{self, Lease};
use crate::plan::{Action, Plan};
use crate::release::Wanted;
use crate::resource::Resource;
use pulsarc_diff::Identity;
use std::collections::BTreeMap;
use std::future::Future;
use std::time::Duration;
use tokio::signal::unix::{Signal, SignalKind, signal};
use tokio::time::Instant;

/// After an interrupt, the current requests may take so long.
const GRACE: Duration = Duration::from_secs(5);

/// Giving the lock back may take so long: it expires anyway.
const RELEASE: Duration = Duration::from_secs(5);

/// Carries out a plan.
pub(super) async fn apply(
    api: &Api,
    (wanted, plan, options): (&Wanted, &Plan, &ApplyOptions),
    report: &mut dyn FnMut(&Event),
) -> Result<Outcome, Failure> {
    allowed::check(plan, options)?;
    let changes = has_work(plan) || plan.pending.is_some();
    if !changes && !has_leftovers(api, wanted, plan).await? {
        return Ok(Outcome {
            revision: plan.revision,
            done: Vec::new(),
            not_done: Vec::new(),
            stopped: None,
        });
    }
    let resources = resources(api, plan).await?;
    let mut run = Run::new(api, (wanted, plan, options), resources, report);
    namespace(&run).await?;
    let lock = {
        let locked = |holder: &str| run.report(&Event::Locked { holder: holder.to_owned() });
        lease::acquire(api, &wanted.release, &options.by, options.lock_timeout, locked).await?
    };
    match prepare(&mut run).await {
        Ok(()) => {
            let stopped = watched(&run, &lock, Box::pin(work(&run, &lock))).await;
            Ok(outcome(&run, stopped.err()))
        }
        Err(failure) => {
            give_back(&run, &lock).await;
            Err(failure)
        }
    }
}

/// Whether the plan changes anything.
fn has_work(plan: &Plan) -> bool {
    !plan.steps.is_empty() || !plan.rollouts.is_empty()
}

/// Whether an earlier `destroy` has left something of pulsarc's own behind. Nothing else is changed without a step.
async fn has_leftovers(api: &Api, wanted: &Wanted, plan: &Plan) -> Result<bool, Failure> {
    if !wanted.objects.is_empty() {
        return Ok(false);
    }
    let inventory = inventory::read(api, &wanted.release).await?;
    if inventory.version.is_none() {
        lease::clear(api, &wanted.release).await?;
        return Ok(false);
    }
    let is_kept = |object: &Identity| plan.kept.iter().any(|kept| kept.object == *object);
    Ok(!inventory.objects.iter().any(|entry| is_kept(&entry.identity())))
}

/// Where the objects of the plan are in the API. A kind that is not served has no entry.
async fn resources(api: &Api, plan: &Plan) -> Result<BTreeMap<Identity, Resource>, Failure> {
    let mut resources = BTreeMap::new();
    for (object, value) in plan.live.iter().chain(&plan.objects) {
        if let Some(resource) = api.resource_of(value).await? {
            resources.insert(object.clone(), resource);
        }
    }
    Ok(resources)
}

/// Creates the namespace of the release if it is one of its objects: the lock and the inventory are in it.
async fn namespace(run: &Run<'_>) -> Result<(), Failure> {
    let is_namespace = |object: &Identity| {
        object.group.is_empty() && object.kind == "Namespace" && object.name == run.wanted.release.namespace
    };
    let created =
        run.plan.steps.iter().position(|step| step.action == Action::Create && is_namespace(&step.object));
    match created {
        Some(index) => step::carry_out(run, index).await.map_err(|stop| Failure::State(stop.why)),
        None => Ok(()),
    }
}

/// Checks under the lock that the release has not changed since the plan, and records the pending revision.
async fn prepare(run: &mut Run<'_>) -> Result<(), Failure> {
    let release = &run.wanted.release;
    let mut inventory = inventory::read(run.api, release).await?;
    if !run.plan.steps.is_empty() && record::next(&inventory) != run.plan.revision {
        return Err(Failure::State(format!(
            "revision {} of release {} was applied since the plan was made: plan again",
            record::next(&inventory).saturating_sub(1),
            release.name
        )));
    }
    run.resumes = inventory.pending.is_some();
    rollout::preflight(run).await.map_err(|stop| Failure::State(format!("{}; {}", stop.why, stop.advice)))?;
    if has_work(run.plan) {
        let restarts = restart::planned(run).await.map_err(|stop| Failure::State(stop.why))?;
        record::begin(run, &mut inventory, restarts);
        inventory::write(run.api, release, &mut inventory).await?;
    }
    run.inventory.replace(inventory);
    Ok(())
}

/// Everything that changes the cluster, then the inventory's last version.
async fn work(run: &Run<'_>, lock: &Lease) -> Result<(), Stop> {
    let destroys = run.wanted.objects.is_empty();
    if !has_work(run.plan) && !run.resumes && !destroys {
        // Another run has finished the pending revision.
        return Ok(());
    }
    let restarts = restart::remembered(&run.inventory.borrow());
    if destroys {
        // Its settings outlive Pulsar's pods in the metadata store, and later nobody is left to ask.
        restore_all(run).await.unwrap_or_else(|stop| run.note(format!("{}; {}", stop.why, stop.advice)));
    }
    let done = stages::carry_out(run, &restarts, run.resumes).await;
    let restored = if destroys || run.has_lost_lock() { Ok(()) } else { restore_all(run).await };
    match (done, restored) {
        (Ok(()), restored) => restored?,
        (Err(stop), Ok(())) => return Err(stop),
        (Err(stop), Err(left)) => {
            run.note(format!("{}; {}", left.why, left.advice));
            return Err(stop);
        }
    }
    run.check()?;
    if run.deletes_namespace() {
        // The namespace takes the inventory and the lock with it.
        return Ok(());
    }
    let mut inventory = run.inventory.take();
    record::finish(run, &mut inventory).await?;
    run.check()?;
    let release = &run.wanted.release;
    if destroys && inventory.objects.is_empty() {
        inventory::delete(run.api, release).await?;
        lock.delete(run.api).await?;
        return Ok(());
    }
    inventory::write(run.api, release, &mut inventory).await?;
    Ok(())
}

/// Gives back what rollouts have changed in Pulsar for their time, in this run or in one that was killed.
async fn restore_all(run: &Run<'_>) -> Result<(), Stop> {
    let restored = restore::all(&run.scene()).await;
    restored.done.into_iter().for_each(|words| run.note(words));
    restored.left.map_or(Ok(()), Err)
}

/// Does the work while it renews the lock and listens to signals, and gives the lock back.
async fn watched(
    run: &Run<'_>,
    lock: &Lease,
    work: impl Future<Output = Result<(), Stop>>,
) -> Result<(), Stop> {
    let mut work = std::pin::pin!(work);
    let mut keep = std::pin::pin!(lock.keep(run.api));
    let mut signals = Signals::listen();
    let mut until: Option<Instant> = None;
    let result = loop {
        let grace = async {
            match until {
                Some(until) => tokio::time::sleep_until(until).await,
                None => std::future::pending().await,
            }
        };
        tokio::select! {
            biased;
            result = &mut work => break result,
            why = &mut keep => {
                run.end(End::LockLost(why));
                break run.check();
            }
            () = signals.next() => {
                run.end(End::Interrupted);
                // A second signal does not wait for the current requests.
                until = Some(until.map_or_else(|| Instant::now() + GRACE, |_| Instant::now()));
            }
            () = grace => break run.check(),
        }
    };
    if !run.has_lost_lock() {
        give_back(run, lock).await;
    }
    result
}

/// Gives the lock back. If that fails, it expires.
async fn give_back(run: &Run<'_>, lock: &Lease) {
    if !matches!(tokio::time::timeout(RELEASE, lock.release(run.api)).await, Ok(Ok(()))) {
        run.note("the lock of the release could not be released; it expires");
    }
}

fn outcome(run: &Run<'_>, stop: Option<Stop>) -> Outcome {
    let (done, not_done) = run.sorted();
    Outcome {
        revision: run.plan.revision,
        done,
        not_done,
        stopped: stop.map(|stop| stop.shown(&run.secrets)),
    }
}

/// The signals by which a user or a system asks a program to end.
struct Signals {
    interrupt: Option<Signal>,
    terminate: Option<Signal>,
}

impl Signals {
    fn listen() -> Self {
        Self {
            interrupt: signal(SignalKind::interrupt()).ok(),
            terminate: signal(SignalKind::terminate()).ok(),
        }
    }

    /// Returns once one arrives.
    async fn next(&mut self) {
        async fn one(signal: &mut Option<Signal>) {
            let arrived = match signal {
                Some(signal) => signal.recv().await,
                None => None,
            };
            if arrived.is_none() {
                std::future::pending::<()>().await;
            }
        }
        tokio::select! {
            () = one(&mut self.interrupt) => {}
            () = one(&mut self.terminate) => {}
        }
    }
}

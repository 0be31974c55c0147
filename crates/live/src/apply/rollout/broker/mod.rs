//! Brokers: load shedding and splitting are paused, and one broker at a time restarts, the leader last. Each has to take part in load
//! balancing again before the next.
//!
//! ```text
//! brokers (who is there, who leads) -> settings paused -> next -> deleted -> replaced -> gate -> handover -> ... -> settings restored
//! ```

mod brokers;
mod gate;
mod handover;
mod rebalance;
mod receivers;

use super::next::{self, Candidate};
use super::set::{Set, explained};
use super::settings;
use crate::apply::pods;
use crate::apply::restore;
use crate::apply::stop::Stop;
use crate::gate::pod::is_ready;
use crate::metadata::uid;
use crate::pulsar::{Place, broker};
use crate::stateful_set;
use brokers::{Brokers, present};
use receivers::Timing;
use serde_json::Value;
use std::collections::BTreeSet;
use tokio::time::Instant;

/// What is asked once about the cluster.
struct Cluster {
    /// Its name.
    name: String,
    /// Whether they use the extensible load manager.
    is_extensible: bool,
    /// How its brokers report.
    timing: Timing,
    /// Brokers that do not pass their own check, and so serve nobody who would miss them.
    unhealthy: BTreeSet<String>,
}

/// Restarts the outdated brokers. Paused settings are given back whatever happens, as long as a broker answers.
pub(super) async fn roll(set: &mut Set<'_, '_>) -> Result<(), Stop> {
    let done = one_after_another(set).await;
    let progress = if done.is_err() { set.progress().await } else { None };
    match (done, restore::of(set.run, settings::KEY, &set.rollout.workload).await) {
        (Ok(()), Ok(restored)) => {
            if let Some(words) = restored {
                set.run.note(words);
            }
            Ok(())
        }
        (Ok(()), Err(stop)) => Err(stop),
        (Err(stop), restored) => {
            let restored = restored.unwrap_or_else(|stop| Some(format!("{}; {}", stop.why, stop.advice)));
            let more: Vec<String> = progress.into_iter().chain(restored).collect();
            Err(explained(stop, &more))
        }
    }
}

async fn one_after_another(set: &mut Set<'_, '_>) -> Result<(), Stop> {
    if set.outdated().await?.is_empty() {
        return Ok(());
    }
    revive(set).await?;
    let brokers = present(set).await?;
    let cluster = preflight(set, &brokers).await?;
    settings::pause(set, &brokers.places(set)).await?;
    let outdated: Vec<String> = names(&set.outdated().await?);
    // An earlier run may have stopped before these took part again.
    for pod in brokers.pods.iter().filter(|pod| !outdated.contains(&pods::identity(pod).name)) {
        gate::pass(set, &cluster, &pods::identity(pod)).await?;
    }
    loop {
        let outdated = set.outdated().await?;
        if outdated.is_empty() {
            return Ok(());
        }
        let brokers = present(set).await?;
        let chosen = chosen(set, &cluster, &brokers, &outdated);
        restart(set, &cluster, &brokers, &chosen).await?;
    }
}

/// Without any broker that is ready there is nobody to ask, and nothing to protect.
async fn revive(set: &mut Set<'_, '_>) -> Result<(), Stop> {
    loop {
        let (live, own) = set.observed().await?;
        let last = own.iter().rfind(|pod| set.is_outdated(&live, pod));
        let Some(last) = last.filter(|_| !own.iter().any(is_ready)) else { return Ok(()) };
        set.restart(last).await?;
    }
}

/// What is known before anything changes: the name of the cluster, how brokers report, and which of them are healthy.
async fn preflight(set: &Set<'_, '_>, brokers: &Brokers) -> Result<Cluster, Stop> {
    let lacking = |why: &str| {
        Stop::new(why.to_owned(), "look at the logs of the brokers, then apply again; nothing was changed")
    };
    let observer = brokers.observer("").ok_or_else(|| lacking("no broker is ready"))?;
    let settings = set.ask(broker::settings(set.run.api, &set.place(observer))).await?;
    let settings = settings.map_err(|why| lacking(&why))?;
    let Some(name) = settings.text("clusterName") else {
        return Err(lacking("the brokers do not say the name of their cluster"));
    };
    let mut unhealthy = BTreeSet::new();
    for pod in brokers.ready() {
        let pod_name = pods::identity(pod).name;
        let healthy = set.ask(broker::healthy(set.run.api, &set.place(pod))).await?;
        if let Err(why) = healthy {
            set.run.note(format!("{pod_name} is not healthy: {why}"));
            unhealthy.insert(pod_name);
        }
    }
    Ok(Cluster { name, is_extensible: settings.is_extensible(), timing: Timing::of(&settings), unhealthy })
}

/// The pods that restart next.
fn chosen(set: &Set<'_, '_>, cluster: &Cluster, brokers: &Brokers, outdated: &[Value]) -> Vec<Value> {
    let name = |pod: &Value| pods::identity(pod).name;
    let candidates: Vec<Candidate> = outdated
        .iter()
        .filter_map(|pod| {
            let name = name(pod);
            let ordinal = stateful_set::ordinal(&set.rollout.workload.name, &name)?;
            let serves = brokers.serves(&name) && !cluster.unhealthy.contains(&name);
            Some(Candidate { leads: brokers.leads(&name), name, ordinal, serves })
        })
        .collect();
    let allowed = next::most_at_once(set.rollout.choices.max_parallel.get(), brokers.pods.len());
    let most = set.left_before_pause().map_or(allowed, |left| allowed.min(left.max(1)));
    let batch: Vec<&str> = next::batch(&candidates, most).into_iter().map(|one| one.name.as_str()).collect();
    outdated.iter().filter(|pod| batch.contains(&name(pod).as_str())).rev().cloned().collect()
}

/// Restarts pods together, and waits until they and those that took over their bundles take part in load balancing.
async fn restart(
    set: &mut Set<'_, '_>,
    cluster: &Cluster,
    brokers: &Brokers,
    chosen: &[Value],
) -> Result<(), Stop> {
    let mut handover = handover::begin(set, cluster, brokers, chosen).await?;
    let begun = Instant::now();
    for pod in chosen {
        set.delete(pod).await?;
    }
    for pod in chosen {
        set.replaced(&pods::identity(pod), uid(pod)).await?;
    }
    for pod in chosen {
        gate::pass(set, cluster, &pods::identity(pod)).await?;
    }
    let back = begun.elapsed();
    handover::reported(set, cluster, &mut handover).await?;
    for pod in chosen {
        let pod = pods::identity(pod);
        let gone = handover.words(&pod.name);
        let (back, all) = (back.as_secs(), begun.elapsed().as_secs());
        set.says(&pod, format!("back after {back} s, the next may follow after {all} s; {gone}"));
    }
    if set.rollout.choices.rebalance {
        rebalance::back(set, cluster, &mut handover).await?;
    }
    Ok(())
}

fn names(pods: &[Value]) -> Vec<String> {
    pods.iter().map(|pod| pods::identity(pod).name).collect()
}

impl Brokers {
    /// Where each ready broker is asked.
    fn places(&self, set: &Set<'_, '_>) -> Vec<Place> {
        self.ready().map(|pod| set.place(pod)).collect()
    }
}

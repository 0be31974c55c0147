//! Function workers: one at a time, the leader last. Each has to be initialized and listed, and the leader ready, before the next.

use super::next::{Candidate, batch};
use super::set::Set;
use crate::apply::pods;
use crate::apply::stop::Stop;
use crate::gate::pod::serves;
use crate::pulsar::worker;
use crate::stateful_set;
use pulsarc_diff::Identity;
use serde_json::Value;

/// Restarts the outdated workers.
pub(super) async fn roll(set: &mut Set<'_, '_>) -> Result<(), Stop> {
    let done = one_after_another(set).await;
    set.with_progress(done).await
}

async fn one_after_another(set: &mut Set<'_, '_>) -> Result<(), Stop> {
    let mut outdated = set.outdated().await?;
    if outdated.is_empty() {
        return Ok(());
    }
    let (_, own) = set.seen().await?;
    let names: Vec<Identity> = outdated.iter().map(pods::identity).collect();
    // An earlier run may have stopped before these were back.
    for pod in own.iter().map(pods::identity).filter(|pod| !names.contains(pod)) {
        pass(set, &pod).await?;
    }
    while !outdated.is_empty() {
        let leader = leader(set).await?;
        let candidates = candidates(set, &outdated, leader.as_ref());
        let next = batch(&candidates, 1).first().map(|one| one.name.clone());
        let Some(pod) = outdated.iter().find(|pod| Some(pods::identity(pod).name) == next) else { break };
        set.restart(pod).await?;
        pass(set, &pods::identity(pod)).await?;
        outdated = set.outdated().await?;
    }
    Ok(())
}

fn candidates(set: &Set<'_, '_>, outdated: &[Value], leader: Option<&worker::Worker>) -> Vec<Candidate> {
    let of = |pod: &Value| {
        let name = pods::identity(pod).name;
        let ordinal = stateful_set::ordinal(&set.rollout.workload.name, &name)?;
        let leads = leader.is_some_and(|leader| leader.is_in(&name));
        Some(Candidate { serves: serves(pod), name, ordinal, leads })
    };
    outdated.iter().filter_map(of).collect()
}

/// The leader, as any worker that answers knows it. Without one, none is protected.
async fn leader(set: &Set<'_, '_>) -> Result<Option<worker::Worker>, Stop> {
    let (_, own) = set.seen().await?;
    for pod in own.iter().filter(|pod| serves(pod)) {
        if let Ok(Some(leader)) = set.ask(worker::leader(set.run.api, &set.place(pod))).await? {
            return Ok(Some(leader));
        }
    }
    Ok(None)
}

/// Waits until a worker takes part again.
async fn pass(set: &Set<'_, '_>, pod: &Identity) -> Result<(), Stop> {
    set.says(pod, "wait until it is initialized and listed, and the leader of the workers is ready");
    set.until(async || missing(set, &pod.name).await).await
}

async fn missing(set: &Set<'_, '_>, name: &str) -> Result<Option<String>, Stop> {
    let api = set.run.api;
    let Some(place) = set.serving(name).await? else { return Ok(Some(format!("{name} is not ready"))) };
    match set.ask(worker::is_initialized(api, &place)).await? {
        Ok(true) => {}
        Ok(false) => return Ok(Some(format!("{name} is not initialized"))),
        Err(why) => return Ok(Some(why)),
    }
    match set.ask(worker::listed(api, &place)).await? {
        Ok(listed) if listed.iter().any(|worker| worker.is_in(name)) => {}
        Ok(_) => return Ok(Some(format!("{name} is not listed among the workers of the cluster"))),
        Err(why) => return Ok(Some(why)),
    }
    let leader = match set.ask(worker::leader(api, &place)).await? {
        Ok(Some(leader)) => leader,
        Ok(None) => return Ok(Some("no worker leads".to_owned())),
        Err(why) => return Ok(Some(why)),
    };
    let (_, own) = set.seen().await?;
    let leads = |pod: &&Value| leader.is_in(&pods::identity(pod).name);
    // A leader of another set is not restarted here, and cannot be asked.
    let Some(pod) = own.iter().find(leads) else { return Ok(None) };
    if !serves(pod) {
        return Ok(Some("the leader of the workers is not ready".to_owned()));
    }
    Ok(match set.ask(worker::leader_is_ready(api, &set.place(pod))).await? {
        Ok(true) => None,
        Ok(false) => Some("the leader of the workers is not ready".to_owned()),
        Err(why) => Some(why),
    })
}

//! Rollouts that know Pulsar: the pods of a component restart one after another, and Pulsar is asked before and after each.

mod ask;
pub(super) mod autorecovery;
mod bookie;
mod broker;
mod next;
mod proxy;
mod set;
pub(super) mod settings;
mod worker;
mod zookeeper;

use super::object;
use super::run::Run;
use super::stop::Stop;
use crate::gate::pod::is_ready;
use crate::plan::Rollout;
use pulsarc_model::Role;
use set::Set;
use std::collections::BTreeSet;
use std::time::Duration;

/// A pod that does not answer in this time is no reason to end: the lock, which nobody renews yet, would expire.
const PREFLIGHT: Duration = Duration::from_secs(5);

/// Fails unless the user may run programs in the pods of every rollout, before anything is changed.
pub(super) async fn preflight(run: &Run<'_>) -> Result<(), Stop> {
    let none = BTreeSet::new();
    for rollout in &run.plan.rollouts {
        let set = Set::new(run, rollout, &none);
        let (_, pods) = set.seen().await?;
        let Some(pod) = pods.iter().find(|pod| is_ready(pod)) else { continue };
        let place = set.place(pod);
        let command = ["true".to_owned()];
        let tried = run.api.exec((&place.pod, &place.container), &command, PREFLIGHT).await;
        if let Err(failure) = tried
            && failure.is_forbidden()
        {
            return Err(ask::forbidden(&failure));
        }
    }
    Ok(())
}

/// Restarts the outdated pods of a StatefulSet, and those with a remembered UID. Its update strategy is as configured afterwards.
pub(super) async fn carry_out(
    run: &Run<'_>,
    rollout: &Rollout,
    remembered: &BTreeSet<String>,
) -> Result<(), Stop> {
    let at = |stop: Stop| stop.at(&rollout.workload);
    if rollout.holds {
        object::hold_pods(run, &rollout.workload).await.map_err(at)?;
    }
    let mut set = Set::new(run, rollout, remembered);
    match rollout.role {
        Role::ZooKeeper => zookeeper::roll(&mut set).await,
        Role::Bookie => bookie::roll(&mut set).await,
        Role::Broker => broker::roll(&mut set).await,
        Role::FunctionWorker => worker::roll(&mut set).await,
        Role::Proxy => proxy::roll(&mut set).await,
    }
    .map_err(at)?;
    if rollout.holds {
        object::let_go(run, &rollout.workload).await.map_err(at)?;
    }
    Ok(())
}

//! Rollouts that know Pulsar: the pods of a component restart one after another, and Pulsar is asked before and after each.

mod set;

use super::object;
use super::run::Run;
use super::stop::Stop;
use crate::plan::Rollout;
use set::Set;
use std::collections::BTreeSet;

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
    one_at_a_time(&mut Set::new(run, rollout, remembered)).await.map_err(at)?;
    if rollout.holds {
        object::let_go(run, &rollout.workload).await.map_err(at)?;
    }
    Ok(())
}

/// From the highest ordinal, each pod ready before the next.
async fn one_at_a_time(set: &mut Set<'_, '_>) -> Result<(), Stop> {
    while let Some(pod) = set.outdated().await?.pop() {
        set.restart(&pod).await?;
    }
    Ok(())
}

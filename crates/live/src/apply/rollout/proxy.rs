//! Proxies: one at a time, each has to say of itself that it serves before the next.

use super::set::{Set, explained};
use crate::apply::pods;
use crate::apply::stop::Stop;
use crate::gate::pod::is_ready;
use crate::metadata::is_going;
use crate::pulsar::worker;
use pulsarc_diff::Identity;

/// Restarts the outdated proxies, from the highest ordinal.
pub(super) async fn roll(set: &mut Set<'_, '_>) -> Result<(), Stop> {
    match one_after_another(set).await {
        Ok(()) => Ok(()),
        Err(stop) => {
            let progress: Vec<String> = set.progress().await.into_iter().collect();
            Err(explained(stop, &progress))
        }
    }
}

async fn one_after_another(set: &mut Set<'_, '_>) -> Result<(), Stop> {
    while let Some(pod) = set.outdated().await?.pop() {
        set.restart(&pod).await?;
        serves(set, &pods::identity(&pod)).await?;
    }
    Ok(())
}

/// Waits until a proxy says of itself that it serves.
async fn serves(set: &Set<'_, '_>, pod: &Identity) -> Result<(), Stop> {
    set.until(async || {
        let (_, own) = set.seen().await?;
        let found = own.iter().find(|own| pods::identity(own) == *pod);
        let Some(found) = found.filter(|pod| is_ready(pod) && !is_going(pod)) else {
            return Ok(Some(format!("{} is not ready", pod.name)));
        };
        let answer = set.ask(worker::proxy_serves(set.run.api, &set.place(found))).await?;
        Ok(answer.err().map(|why| format!("{} does not serve: {why}", pod.name)))
    })
    .await
}

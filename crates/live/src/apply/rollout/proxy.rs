//! Proxies: one at a time, each has to say of itself that it serves before the next.

use super::set::Set;
use crate::apply::pods;
use crate::apply::stop::Stop;
use crate::pulsar::worker;
use pulsarc_diff::Identity;

/// Restarts the outdated proxies, from the highest ordinal.
pub(super) async fn roll(set: &mut Set<'_, '_>) -> Result<(), Stop> {
    let done = one_after_another(set).await;
    set.with_progress(done).await
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
        let Some(place) = set.serving(&pod.name).await? else {
            return Ok(Some(format!("{} is not ready", pod.name)));
        };
        let answer = set.ask(worker::proxy_serves(set.run.api, &place)).await?;
        Ok(answer.err().map(|why| format!("{} does not serve: {why}", pod.name)))
    })
    .await
}

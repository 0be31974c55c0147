//! Autorecovery is disabled while bookies restart, and is afterwards as it was: a restart is no loss, and copying the ledgers of each
//! bookie in turn would load all of them.

use super::set::Set;
use crate::apply::record;
use crate::apply::scene::Scene;
use crate::apply::stop::Stop;
use crate::inventory::restore_key;
use crate::pulsar::Place;
use crate::pulsar::bookie::{self, Cookie};
use pulsarc_diff::Identity;
use pulsarc_model::Role;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;

/// Under which kind of key the state before a rollout is remembered.
pub(in crate::apply) const KEY: &str = "autorecovery";

/// What a user can do if it could not be enabled again.
const BY_HAND: &str = "once a bookie is ready, `pulsarc rollout restore`, `pulsarc apply` or `pulsarc rollback` enables it; by hand: \
    `bin/bookkeeper shell autorecovery -enable` in a bookie or the toolset";

/// How it was before a rollout.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Before {
    /// Whether the cluster repaired ledgers.
    pub(super) enabled: bool,
    /// The cookies of the bookies, by their pods.
    pub(super) cookies: BTreeMap<String, Cookie>,
}

/// What an earlier run of the rollout has remembered, if it did not end.
pub(super) fn before(set: &Set<'_, '_>) -> Option<Before> {
    let remembered = record::remembered(set.run, &restore_key(KEY, &set.rollout.workload))?;
    serde_json::from_value(remembered).ok()
}

/// Disables it, and stores before how it was.
pub(super) async fn disable(
    set: &Set<'_, '_>,
    place: &Place,
    cookies: &BTreeMap<String, Cookie>,
) -> Result<(), Stop> {
    let run = set.run;
    let enabled = is_enabled(set, place).await?;
    if before(set).is_none() {
        let value = Before { enabled, cookies: cookies.clone() };
        let value = serde_json::to_value(value).unwrap_or_default();
        record::remember(run, &restore_key(KEY, &set.rollout.workload), value).await?;
    }
    if enabled {
        set.says(&place.pod, "disable autorecovery");
        run.check()?;
        bookie::set_autorecovery(run.api, place, false).await?;
    }
    Ok(())
}

/// Lets the cluster repair ledgers in the middle of a rollout, unless the user had disabled that before.
pub(super) async fn resume(set: &Set<'_, '_>, place: &Place) -> Result<bool, Stop> {
    let was_enabled = before(set).map(|before| before.enabled);
    let enabled = is_enabled(set, place).await?;
    if enabled || was_enabled != Some(true) {
        return Ok(enabled);
    }
    set.says(&place.pod, "enable autorecovery, since ledgers lack copies");
    set.run.check()?;
    bookie::set_autorecovery(set.run.api, place, true).await?;
    Ok(true)
}

async fn is_enabled(set: &Set<'_, '_>, place: &Place) -> Result<bool, Stop> {
    let asked = set.ask(bookie::autorecovery(set.run.api, place)).await?;
    asked.map_err(|why| {
        Stop::new(format!("{}: {why}", place.pod.name), "look at the log of that bookie, then apply again")
    })
}

/// Gives it back as it was before a rollout of a StatefulSet.
pub(in crate::apply) async fn restore(
    scene: &Scene<'_>,
    set: &Identity,
    remembered: &Value,
) -> Result<String, Stop> {
    let before: Before = serde_json::from_value(remembered.clone())
        .map_err(|error| Stop::new(format!("how autorecovery was cannot be read: {error}"), BY_HAND))?;
    if !before.enabled {
        return Ok("autorecovery stays disabled, as it was".to_owned());
    }
    let enabled = scene
        .by_any(Role::Bookie, set, async |place| bookie::set_autorecovery(scene.api, place, true).await)
        .await?;
    let why = match enabled {
        Ok(()) => return Ok("autorecovery is enabled again".to_owned()),
        Err(failure) => {
            failure.map_or_else(|| "no bookie is ready".to_owned(), |failure| failure.to_string())
        }
    };
    Err(Stop::new(format!("autorecovery stays disabled: {why}"), BY_HAND))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn what_is_remembered_is_read_again() {
        let cookie = Cookie { id: "a:3181".to_owned(), instance: "c".to_owned(), written: 7 };
        let before = Before { enabled: true, cookies: BTreeMap::from([("bookie-0".to_owned(), cookie)]) };
        let stored = serde_json::to_value(&before).expect("it is JSON");
        assert_eq!(
            stored,
            json!({"enabled": true, "cookies": {"bookie-0": {"id": "a:3181", "instance": "c", "written": 7}}})
        );
        assert_eq!(serde_json::from_value::<Before>(stored).expect("it is one"), before);
    }
}

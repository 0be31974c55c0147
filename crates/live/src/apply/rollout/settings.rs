//! Load shedding and bundle splitting are paused while brokers restart, and are afterwards as they were.

use super::set::Set;
use crate::apply::record;
use crate::apply::run::Pauses;
use crate::apply::scene::Scene;
use crate::apply::stop::Stop;
use crate::failure::Failure;
use crate::inventory::restore_key;
use crate::pulsar::{Place, broker};
use pulsarc_diff::Identity;
use pulsarc_model::Role;
use serde_json::Value;
use std::collections::BTreeMap;

/// Under which kind of key the overrides before a rollout are remembered.
pub(in crate::apply) const KEY: &str = "settings";

/// The dynamic settings that are off during a rollout of brokers. Both managers of load read them in every cycle.
pub(in crate::apply) use crate::pulsar::broker::PAUSED;

/// What a paused setting is overridden with.
const OFF: &str = "false";

/// The overrides before a rollout: the value of each paused setting, or none.
type Before = BTreeMap<String, Option<String>>;

/// Pauses load shedding and bundle splitting, and waits until every one of these brokers knows it. What was overridden before is
/// stored first.
pub(super) async fn pause(set: &Set<'_, '_>, places: &[Place]) -> Result<(), Stop> {
    let Some(place) = places.first() else { return Ok(()) };
    let run = set.run;
    let key = restore_key(KEY, &set.rollout.workload);
    run.check()?;
    let overrides = broker::overrides(run.api, place).await?;
    // An earlier run may have been killed while they were paused: what it found is what they go back to.
    if record::remembered(run, &key).is_none() {
        let before: Before =
            PAUSED.iter().map(|name| ((*name).to_owned(), overrides.get(*name).cloned())).collect();
        let value = serde_json::to_value(before).unwrap_or_default();
        record::remember(run, &key, value).await?;
    }
    for name in PAUSED.iter().filter(|name| overrides.get(**name).is_none_or(|value| value != OFF)) {
        run.check()?;
        set.says(&place.pod, format!("pause {name}"));
        broker::set_override(run.api, place, name, OFF).await?;
    }
    effective(set, places).await
}

/// Waits until brokers have seen the pause: each of them may become the leader.
async fn effective(set: &Set<'_, '_>, places: &[Place]) -> Result<(), Stop> {
    set.run.begin_stage();
    let mut left: Vec<&Place> = places.iter().collect();
    for pause in Pauses::new() {
        let mut waits = Vec::new();
        for place in left {
            let settings = set.ask(broker::settings(set.run.api, place)).await?;
            let is_off = |name: &&str| {
                settings.as_ref().is_ok_and(|all| all.text(name).is_some_and(|value| value == OFF))
            };
            if !PAUSED.iter().all(is_off) {
                waits.push(place);
            }
        }
        left = waits;
        let Some(first) = left.first() else { return Ok(()) };
        if set.run.is_late() {
            let why = format!("{} still has load shedding or bundle splitting enabled", first.pod.name);
            return Err(Stop::new(why, "look at the log of that broker, then apply again"));
        }
        set.run.pause(pause).await?;
    }
    Ok(())
}

/// How a paused setting becomes what it was.
#[derive(Debug, PartialEq)]
enum Change<'a> {
    /// It already is.
    None,
    /// It gets its former override.
    Set(&'a str),
    /// Its override goes: there was none.
    Remove,
    /// Somebody else has changed it since, and that stays.
    Foreign(&'a str),
}

fn change<'a>(before: Option<&'a str>, now: Option<&'a str>) -> Change<'a> {
    match (before, now) {
        (before, now) if before == now => Change::None,
        (Some(before), Some(OFF)) => Change::Set(before),
        (None, Some(OFF)) => Change::Remove,
        // The rollout sets it to nothing else, and removes nothing before it is over.
        (_, Some(now)) => Change::Foreign(now),
        (Some(_), None) => Change::Foreign("no override"),
        (None, None) => Change::None,
    }
}

/// Gives the settings back as they were before a rollout of a StatefulSet.
pub(in crate::apply) async fn restore(
    scene: &Scene<'_>,
    set: &Identity,
    remembered: &Value,
) -> Result<String, Stop> {
    let before: Before = serde_json::from_value(remembered.clone())
        .map_err(|error| Stop::new(format!("what was paused cannot be read: {error}"), BY_HAND))?;
    let restored =
        scene.by_any(Role::Broker, set, async |place| give_back(scene, place, &before).await).await?;
    let why = match restored {
        Ok(done) => return Ok(done),
        Err(failure) => {
            failure.map_or_else(|| "no broker is ready".to_owned(), |failure| failure.to_string())
        }
    };
    Err(Stop::new(format!("{} stay paused: {why}", PAUSED.join(" and ")), BY_HAND))
}

/// What a user can do about settings that could not be given back.
const BY_HAND: &str = "once a broker is ready, `pulsarc rollout restore`, `pulsarc apply` or `pulsarc rollback` restores them; by hand: \
    `pulsar-admin brokers delete-dynamic-config --config NAME`";

async fn give_back(scene: &Scene<'_>, place: &Place, before: &Before) -> Result<String, Failure> {
    let now = broker::overrides(scene.api, place).await?;
    let mut words = Vec::new();
    for (name, value) in before {
        match change(value.as_deref(), now.get(name).map(String::as_str)) {
            Change::None => words.push(format!("{name} is as before")),
            Change::Set(value) => {
                broker::set_override(scene.api, place, name, value).await?;
                words.push(format!("{name} is overridden with {value} again"));
            }
            Change::Remove => {
                broker::remove_override(scene.api, place, name).await?;
                words.push(format!("{name} has no override again"));
            }
            Change::Foreign(value) => {
                words.push(format!("{name} was changed by somebody else ({value}) and stays so"));
            }
        }
    }
    Ok(words.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_become_exactly_what_they_were() {
        assert_eq!(change(None, Some("false")), Change::Remove);
        assert_eq!(change(Some("true"), Some("false")), Change::Set("true"));
        assert_eq!(change(Some("false"), Some("false")), Change::None);
        assert_eq!(change(None, None), Change::None, "a kill before the pause");
        assert_eq!(change(Some("true"), Some("true")), Change::None);
    }

    #[test]
    fn what_somebody_else_has_set_since_stays() {
        assert_eq!(change(None, Some("true")), Change::Foreign("true"));
        assert_eq!(change(Some("true"), None), Change::Foreign("no override"));
    }
}

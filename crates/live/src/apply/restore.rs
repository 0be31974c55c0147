//! What a rollout has changed in Pulsar for its time and has to give back, whatever happens. The pending revision holds it.

use super::record;
use super::rollout::{autorecovery, settings};
use super::run::Run;
use super::scene::Scene;
use super::stop::Stop;
use crate::access::Cluster;
use crate::failure::Failure;
use crate::inventory::{self, restore_key};
use crate::lease;
use crate::release::Wanted;
use pulsarc_diff::Identity;
use serde_json::Value;
use std::cell::RefCell;
use std::time::Duration;

/// What was given back, a sentence each, and why the rest could not be.
pub(super) struct Restored {
    pub(super) done: Vec<String>,
    pub(super) left: Option<Stop>,
}

/// Gives back everything that the pending revision remembers. What was given back is forgotten; the rest stays remembered.
pub(super) async fn all(scene: &Scene<'_>) -> Restored {
    let remembered = scene.inventory.borrow().pending.as_ref().map(|pending| pending.restore.clone());
    let mut restored = Restored { done: Vec::new(), left: None };
    for (key, value) in remembered.unwrap_or_default() {
        match one(scene, &key, &value).await {
            Ok(done) => restored.done.extend(done),
            Err(stop) => restored.left = restored.left.or(Some(stop)),
        }
    }
    restored
}

/// Restores the value remembered under one key; `None` if the key holds nothing to restore.
async fn one(scene: &Scene<'_>, key: &str, value: &Value) -> Result<Option<String>, Stop> {
    let Some((kind, set)) = record::parsed(key) else { return Ok(None) };
    let done = match kind {
        settings::KEY => settings::restore(scene, &set, value).await,
        autorecovery::KEY => autorecovery::restore(scene, &set, value).await,
        _ => return Ok(None),
    };
    let done = done.map_err(|stop| stop.at(&set))?;
    record::forget(scene, key).await?;
    Ok(Some(done))
}

/// Gives back what this or an earlier run has changed for the rollout of a StatefulSet. A run that has lost its lock leaves that to
/// the next one.
pub(super) async fn of(run: &Run<'_>, kind: &str, set: &Identity) -> Result<Option<String>, Stop> {
    let key = restore_key(kind, set);
    match record::remembered(run, &key) {
        Some(value) if !run.has_lost_lock() => one(&run.scene(), &key, &value).await,
        _ => Ok(None),
    }
}

impl Cluster {
    /// Gives back what an unfinished rollout has changed in Pulsar: paused load shedding, for example. It does nothing else, takes the
    /// release's lock meanwhile, and returns what was given back, a sentence each.
    pub fn restore(&self, wanted: &Wanted, by: &str, lock_timeout: Duration) -> Result<Vec<String>, Failure> {
        self.runtime.block_on(async {
            let (api, release) = (&self.api, &wanted.release);
            let lock = lease::acquire(api, release, by, lock_timeout, |_| ()).await?;
            let work = async {
                let inventory = RefCell::new(inventory::read(api, release).await?);
                let scene = Scene { api, release, facts: &wanted.facts, inventory: &inventory };
                let restored = all(&scene).await;
                match restored.left {
                    None => Ok(restored.done),
                    Some(stop) => Err(Failure::State(format!("{}; {}", stop.why, stop.advice))),
                }
            };
            let done = tokio::select! {
                done = work => done,
                why = lock.keep(api) => return Err(Failure::Locked(why)),
            };
            // A lock that is not given back expires.
            let _ = lock.release(api).await;
            done
        })
    }
}

//! The lock of a release: a Lease beside its inventory, which its holder renews and which expires without renewal.

use crate::api::{Api, Dependents, Write};
use crate::failure::{Failure, named};
use crate::inventory;
use crate::metadata::uid;
use crate::release::Release;
use crate::resource::Resource;
use crate::time;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use pulsarc_diff::Identity;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use std::cell::{Cell, RefCell};
use std::hash::{BuildHasher, Hasher, RandomState};
use std::time::Duration;
use tokio::time::Instant;

/// A Lease that is not renewed expires after this time.
const LIFETIME: Duration = Duration::from_secs(30);

/// The holder renews it so often.
const RENEWAL: Duration = Duration::from_secs(10);

/// A holder that could not renew it for this time writes no more: soon another run may take it over.
const TRUST: Duration = Duration::from_secs(25);

/// The pause before a Lease of another run is looked at again.
const PATIENCE: Duration = Duration::from_secs(1);

/// A race for a Lease is lost so often at most, with this pause after it.
const RACES: usize = 20;
const RACE: Duration = Duration::from_millis(100);

/// On which process of which machine a holder runs: if that process has ended, its Lease is taken over at once.
const PROCESS: &str = "pulsarc.dev/process";

/// The lock, while this run holds it.
pub(crate) struct Lease {
    object: Identity,
    holder: String,
    /// As it was last stored.
    stored: RefCell<Value>,
    /// Whether it was deleted. A replacement would create it again: the API allows that for Leases.
    is_deleted: Cell<bool>,
}

/// The Lease of a release.
pub(crate) fn identity(release: &Release) -> Identity {
    Identity {
        group: "coordination.k8s.io".to_owned(),
        kind: "Lease".to_owned(),
        namespace: Some(release.namespace.clone()),
        name: inventory::name(release),
    }
}

/// Who holds a release's lock; none if nobody does. `now` in seconds since 1970.
pub(crate) fn holder(lease: &Value, now: u64) -> Option<String> {
    let spec = lease.get("spec")?;
    let holder = spec.get("holderIdentity")?.as_str().filter(|holder| !holder.is_empty())?;
    let renewed = spec.get("renewTime").and_then(Value::as_str).and_then(time::seconds)?;
    let lifetime = spec.get("leaseDurationSeconds").and_then(Value::as_i64)?;
    let now = i64::try_from(now).unwrap_or(i64::MAX);
    (renewed.saturating_add(lifetime) >= now).then(|| holder.to_owned())
}

/// Takes the lock. If another run holds it, waits for it up to `patience` and calls `waits` once with the holder.
pub(crate) async fn acquire(
    api: &Api,
    release: &Release,
    by: &str,
    patience: Duration,
    mut waits: impl FnMut(&str),
) -> Result<Lease, Failure> {
    let object = identity(release);
    let holder_name =
        format!("{by} {}/{:08x}", std::process::id(), RandomState::new().build_hasher().finish() >> 32);
    let since = Instant::now();
    let (mut reported, mut races) = (false, 0);
    loop {
        let found = api.get(&Resource::leases(), &object).await?;
        let other = found.as_ref().and_then(|lease| holder(lease, time::now()));
        // The answer to an earlier try may have been lost.
        let mine = other.as_deref() == Some(holder_name.as_str());
        let ended = found.as_ref().is_some_and(has_ended);
        if let Some(other) = other.filter(|_| !mine && !ended) {
            if since.elapsed() >= patience {
                return Err(Failure::Locked(locked(release, &other, found.as_ref())));
            }
            if !reported {
                waits(&other);
                reported = true;
            }
            tokio::time::sleep(PATIENCE.min(patience.saturating_sub(since.elapsed()))).await;
            continue;
        }
        let value = lease(&object, &holder_name, found.as_ref());
        let taken = match found {
            None => api.create(&Resource::leases(), &object, &value, Write::Store).await,
            Some(_) => api.replace(&Resource::leases(), &object, &value).await,
        };
        match taken {
            Ok(stored) => {
                return Ok(Lease {
                    object,
                    holder: holder_name,
                    stored: RefCell::new(stored),
                    is_deleted: Cell::new(false),
                });
            }
            Err(failure) if is_race(&failure) && races < RACES => {
                races += 1;
                tokio::time::sleep(RACE).await;
            }
            Err(failure) if is_absent(&failure) => {
                return Err(Failure::State(format!(
                    "namespace {0} does not exist: kubectl create namespace {0}",
                    release.namespace
                )));
            }
            Err(failure) => return Err(failure),
        }
    }
}

/// Deletes the Lease of a release of which nothing is left, unless another run holds it.
pub(crate) async fn clear(api: &Api, release: &Release) -> Result<(), Failure> {
    let object = identity(release);
    let Some(found) = api.get(&Resource::leases(), &object).await? else { return Ok(()) };
    if holder(&found, time::now()).is_some() && !has_ended(&found) {
        return Ok(());
    }
    api.delete(&Resource::leases(), &object, uid(&found), Dependents::Delete).await.map(|_| ())
}

impl Lease {
    /// Renews the lock until it is lost, and says why it is.
    pub(crate) async fn keep(&self, api: &Api) -> String {
        let (mut renewed, mut pause) = (Instant::now(), RENEWAL);
        loop {
            tokio::time::sleep(pause.min(TRUST.saturating_sub(renewed.elapsed()))).await;
            let trusted = TRUST.saturating_sub(renewed.elapsed());
            match tokio::time::timeout(trusted, self.renew(api)).await {
                Ok(Ok(true)) => (renewed, pause) = (Instant::now(), RENEWAL),
                Ok(Ok(false)) => return "another run has taken over the lock of the release".to_owned(),
                Ok(Err(failure)) if renewed.elapsed() >= TRUST => return unrenewed(&failure.to_string()),
                Ok(Err(_)) => pause = PATIENCE,
                Err(_) => return unrenewed("the API server does not answer"),
            }
        }
    }

    /// Whether this run still holds the lock.
    async fn renew(&self, api: &Api) -> Result<bool, Failure> {
        if self.is_deleted.get() {
            return Ok(true);
        }
        let value = lease(&self.object, &self.holder, Some(&self.stored.borrow().clone()));
        match api.replace(&Resource::leases(), &self.object, &value).await {
            Ok(stored) => {
                self.stored.replace(stored);
                Ok(true)
            }
            Err(failure) if is_race(&failure) => self.refreshed(api).await,
            Err(failure) if is_absent(&failure) => Ok(false),
            Err(failure) => Err(failure),
        }
    }

    /// Gives the lock back, if this run still holds it.
    pub(crate) async fn release(&self, api: &Api) -> Result<(), Failure> {
        for _ in 0..RACES {
            if self.is_deleted.get() {
                return Ok(());
            }
            let value = free(lease(&self.object, &self.holder, Some(&self.stored.borrow().clone())));
            match api.replace(&Resource::leases(), &self.object, &value).await {
                Err(failure) if is_race(&failure) => {
                    if !self.refreshed(api).await? {
                        return Ok(());
                    }
                }
                Err(failure) if is_absent(&failure) => return Ok(()),
                other => return other.map(|_| ()),
            }
        }
        Ok(())
    }

    /// Reads the Lease again. Whether this run still holds it.
    async fn refreshed(&self, api: &Api) -> Result<bool, Failure> {
        let found = api.get(&Resource::leases(), &self.object).await?;
        let mine = found.filter(|found| {
            found.pointer("/spec/holderIdentity").and_then(Value::as_str) == Some(&self.holder)
        });
        Ok(mine.map(|found| self.stored.replace(found)).is_some())
    }

    /// Deletes the Lease, since nothing of the release is left.
    pub(crate) async fn delete(&self, api: &Api) -> Result<(), Failure> {
        let stored = self.stored.borrow().clone();
        self.is_deleted.set(true);
        api.delete(&Resource::leases(), &self.object, uid(&stored), Dependents::Delete).await.map(|_| ())
    }
}

/// Another run was faster, or an answer to this run's own write was lost.
fn is_race(failure: &Failure) -> bool {
    failure.refusal().is_some_and(|refusal| refusal.status == 409)
}

fn is_absent(failure: &Failure) -> bool {
    failure.refusal().is_some_and(|refusal| refusal.status == 404)
}

/// A Lease that nobody holds.
fn free(mut lease: Value) -> Value {
    for (part, keys) in
        [("spec", &["holderIdentity", "renewTime", "acquireTime"][..]), ("metadata", &["annotations"][..])]
    {
        if let Some(part) = lease.get_mut(part).and_then(Value::as_object_mut) {
            part.retain(|key, _| !keys.contains(&key.as_str()));
        }
    }
    lease
}

fn unrenewed(why: &str) -> String {
    format!("the lock of the release could not be renewed for {} s: {why}", TRUST.as_secs())
}

fn locked(release: &Release, holder: &str, lease: Option<&Value>) -> String {
    let since = lease.and_then(|lease| lease.pointer("/spec/acquireTime")?.as_str());
    let since = since.map_or_else(String::new, |since| {
        format!(
            " since {}",
            time::seconds(since)
                .and_then(|at| u64::try_from(at).ok())
                .map_or_else(String::new, time::rfc3339)
        )
    });
    format!(
        "release {} is being changed by {holder}{since} ({}); wait for it with --lock-timeout: if that run has died, its lock \
         expires {} s after its last renewal",
        release.name,
        named(&identity(release)),
        LIFETIME.as_secs()
    )
}

/// The Lease, held by `holder` from now on. A former one keeps the server's fields and when this holder acquired it.
fn lease(object: &Identity, holder: &str, former: Option<&Value>) -> Value {
    let now = time::rfc3339(time::now()).replace('Z', ".000000Z");
    let old = |key: &str| former.and_then(|lease| lease.get("spec")?.get(key)).cloned();
    let kept = old("holderIdentity").as_ref().and_then(Value::as_str) == Some(holder);
    let acquired = old("acquireTime").filter(|_| kept).unwrap_or_else(|| now.clone().into());
    let before = old("leaseTransitions").and_then(|count| count.as_i64()).unwrap_or(0);
    let mut value = json!({
        "apiVersion": "coordination.k8s.io/v1",
        "kind": "Lease",
        "metadata": {
            "name": object.name,
            "namespace": object.namespace,
            "labels": { pulsarc_kube::RECOMMENDED_MANAGED_BY: "pulsarc" },
            "annotations": { PROCESS: process() },
        },
        "spec": {
            "holderIdentity": holder,
            "leaseDurationSeconds": LIFETIME.as_secs(),
            "acquireTime": acquired,
            "renewTime": now,
            "leaseTransitions": if kept || former.is_none() { before } else { before.saturating_add(1) },
        },
    });
    if let Some(version) = former.and_then(|lease| lease.pointer("/metadata/resourceVersion")) {
        value["metadata"]["resourceVersion"] = version.clone();
    }
    value
}

/// Whether the holder's process ran on this machine and no longer exists.
fn has_ended(lease: &Value) -> bool {
    let process = lease.pointer("/metadata/annotations").and_then(|all| all.get(PROCESS)?.as_str());
    let Some((machine, rest)) = process.and_then(|process| process.split_once('/')) else { return false };
    let Some((pid, start)) = rest.split_once('/') else { return false };
    let Ok(pid) = pid.parse::<u32>() else { return false };
    machine_id().is_some_and(|here| here == machine) && start_of(pid).as_deref() != Some(start)
}

/// This process, in a form that no other process of any machine shares; empty where the system does not say.
fn process() -> String {
    let pid = std::process::id();
    match (machine_id(), start_of(pid)) {
        (Some(machine), Some(start)) => format!("{machine}/{pid}/{start}"),
        _ => String::new(),
    }
}

/// This boot of this machine, and the set of process numbers in it: a container has its own.
fn machine_id() -> Option<String> {
    let boot = std::fs::read_to_string("/proc/sys/kernel/random/boot_id").ok()?;
    let numbers = std::fs::read_link("/proc/self/ns/pid").ok()?;
    let digest = Sha256::digest(format!("{boot}{}", numbers.display()));
    Some(URL_SAFE_NO_PAD.encode(&digest[..12]))
}

/// When a process started, in ticks since the boot: a number that is used again belongs to another process.
fn start_of(pid: u32) -> Option<String> {
    let stat = std::fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
    // The name of the program is in parentheses and may contain anything.
    let fields: Vec<&str> = stat.rsplit_once(')')?.1.split_whitespace().collect();
    let has_ended = matches!(*fields.first()?, "Z" | "X");
    (!has_ended).then(|| fields.get(19).map(|start| (*start).to_owned())).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn object() -> Identity {
        identity(&Release { name: "orders".to_owned(), namespace: "pulsar".to_owned() })
    }

    #[test]
    fn a_lease_has_a_holder_until_it_expires() {
        let held = lease(&object(), "me", None);
        assert_eq!(holder(&held, time::now()).as_deref(), Some("me"));
        assert_eq!(holder(&held, time::now() + 60), None);
        assert_eq!(holder(&json!({"spec": {}}), 0), None);
        assert_eq!(holder(&json!({}), 0), None);
    }

    #[test]
    fn a_renewal_keeps_the_time_of_acquisition_and_a_takeover_counts() {
        let mut first = lease(&object(), "me", None);
        first["metadata"]["resourceVersion"] = "7".into();
        first["spec"]["acquireTime"] = "2026-01-02T03:04:05.000000Z".into();
        let renewed = lease(&object(), "me", Some(&first));
        assert_eq!(renewed["spec"]["acquireTime"], first["spec"]["acquireTime"]);
        assert_eq!(renewed["spec"]["leaseTransitions"], 0);
        assert_eq!(renewed["metadata"]["resourceVersion"], "7");
        let taken = lease(&object(), "other", Some(&first));
        assert_ne!(taken["spec"]["acquireTime"], first["spec"]["acquireTime"]);
        assert_eq!(taken["spec"]["leaseTransitions"], 1);
    }

    #[test]
    fn only_a_process_of_this_machine_is_known_to_have_ended() {
        let held = lease(&object(), "me", None);
        assert!(!has_ended(&held), "this test runs");
        let with = |process: String| json!({"metadata": {"annotations": {PROCESS: process}}});
        assert!(!has_ended(&with("another/1/1".to_owned())));
        assert!(!has_ended(&with(String::new())));
        assert!(!has_ended(&json!({})));
        if let Some(machine) = machine_id() {
            assert!(
                has_ended(&with(format!("{machine}/{}/0", std::process::id()))),
                "the number was used again"
            );
        }
    }
}

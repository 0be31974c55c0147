//! The rollout of a `ZooKeeper` ensemble: followers first, the leader last, each in sync before the next; and, between two full
//! rounds, one server more or less.

mod next;

use super::set::Set;
use crate::apply::object;
use crate::apply::pods;
use crate::apply::run::Pauses;
use crate::apply::stop::Stop;
use crate::gate::pod;
use crate::metadata::{is_going, uid};
use crate::plan::{EnsembleSize, EnsembleStep};
use crate::pulsar::zookeeper;
use crate::resource::Resource;
use crate::stateful_set;
use next::{Member, Next};
use pulsarc_diff::Identity;
use serde_json::Value;
use std::time::Duration;
use tokio::time::Instant;

/// A server that is missing for so long does not rejoin: one whose list lacks the new leader cannot.
const PATIENCE: Duration = Duration::from_secs(15);

/// The servers and their pods at one moment.
struct Seen {
    set: Value,
    /// The servers of the newest list, by their ordinals, with their pods.
    members: Vec<(Member, Option<Value>)>,
    /// Whether a server that no list has any more leads.
    leaver_leads: bool,
}

impl Seen {
    fn members(&self) -> Vec<Member> {
        self.members.iter().map(|(member, _)| member.clone()).collect()
    }
}

/// Restarts the outdated servers, and brings the ensemble to its size.
pub(super) async fn roll(set: &mut Set<'_, '_>) -> Result<(), Stop> {
    loop {
        round(set).await?;
        let (live, _) = set.observed().await?;
        let Some(step) = step(set, &live) else { return Ok(()) };
        resize(set, &live, step).await?;
    }
}

/// The next step to the wanted size.
fn step(set: &Set<'_, '_>, live: &Value) -> Option<EnsembleStep> {
    let rollout = set.rollout;
    let wanted = EnsembleSize::of(set.run.plan.objects.get(&rollout.workload)?)?;
    let live = EnsembleSize::of(live)?;
    if rollout.sizes.is_empty() { None } else { live.step_to(wanted.servers) }
}

/// Restarts all outdated servers of the newest list, one after another.
async fn round(set: &mut Set<'_, '_>) -> Result<(), Stop> {
    set.observed().await?;
    set.run.begin_stage();
    let mut before = None;
    let mut said = String::new();
    let mut since = Instant::now();
    let mut pauses = Pauses::new();
    loop {
        let seen = look(set).await?;
        let members = seen.members();
        if seen.leaver_leads {
            // The others cannot follow a server that their lists lack, so it goes first.
            return Ok(());
        }
        match next::choose(&members, before, since.elapsed() < PATIENCE) {
            Next::Done => return Ok(()),
            Next::Restart(at) => {
                if let Some((_, Some(pod))) = seen.members.get(at) {
                    warn_of_an_interruption(set, &seen.set, members.len())?;
                    restart(set, pod).await?;
                }
                set.run.begin_stage();
                (before, since, pauses) = (None, Instant::now(), Pauses::new());
                continue;
            }
            Next::Wait(why) => wait(set, &why, &mut said)?,
        }
        before = next::position(&members);
        set.run.pause(pauses.next().unwrap_or(PATIENCE)).await?;
    }
}

/// Reports the missing condition, or ends after the timeout.
fn wait(set: &Set<'_, '_>, why: &str, said: &mut String) -> Result<(), Stop> {
    let object = &set.rollout.workload;
    if set.run.is_late() {
        let seconds = set.run.options.timeout.as_secs();
        return Err(Stop::new(
            format!("no further server may restart after {seconds} s: {why}"),
            format!(
                "look at the servers' logs with kubectl logs{} POD; once all of them follow one leader, apply again to continue, or go \
                 back with `pulsarc rollback`",
                namespace(object)
            ),
        ));
    }
    set.waits_for(why, said);
    Ok(())
}

/// Restarts a pod. It may be gone by now: then its replacement is on the way.
async fn restart(set: &mut Set<'_, '_>, pod: &Value) -> Result<(), Stop> {
    if is_going(pod) {
        return set.run.pause(Duration::from_secs(1)).await;
    }
    set.restart(pod).await.map(|_| ())
}

/// With one or two servers, nobody is left that a majority could be made of.
fn warn_of_an_interruption(set: &Set<'_, '_>, live: &Value, members: usize) -> Result<(), Stop> {
    if members == 1 && !stateful_set::has_claims(live) {
        return Err(Stop::new(
            "its only server keeps its data in the pod: a restart loses the cluster's metadata",
            "turn zookeeper.volumes.persistence on in a new cluster; --rollout kubernetes restarts it nevertheless",
        ));
    }
    if members < 3 {
        set.run.note(format!(
            "{}: {members} servers have no majority while one restarts, so brokers and bookies wait for it",
            set.rollout.workload
        ));
    }
    Ok(())
}

/// Asks every server.
async fn look(set: &Set<'_, '_>) -> Result<Seen, Stop> {
    let (live, own) = set.seen().await?;
    let ordinals = stateful_set::ordinals(&live);
    let size = EnsembleSize::of(&live);
    let servers = size.map_or(stateful_set::replicas(&live), |size| size.servers.min(size.pods));
    let mut members = Vec::new();
    let mut leaver_leads = false;
    for ordinal in ordinals.clone() {
        let pod = own.iter().find(|pod| stateful_set::ordinal_of(&live, pod) == Some(ordinal));
        let name = format!("{}-{ordinal}", set.rollout.workload.name);
        let server = match pod {
            None => Err("it does not exist".to_owned()),
            Some(pod) if is_going(pod) => Err("it is stopping".to_owned()),
            Some(pod) if !pod::is_ready(pod) => Err("it is not ready".to_owned()),
            Some(pod) => set.ask(zookeeper::ask(set.run.api, &set.place(pod))).await?,
        };
        let outdated = pod.is_some_and(|pod| set.is_outdated(&live, pod));
        let member = Member { name, outdated, server };
        if ordinal.saturating_sub(ordinals.start) < servers {
            members.push((member, pod.cloned()));
        } else {
            leaver_leads |= next::leader(&[member]).is_some();
        }
    }
    Ok(Seen { set: live, members, leaver_leads })
}

/// Changes the size by one server. All servers have the newest list before.
async fn resize(set: &mut Set<'_, '_>, live: &Value, step: EnsembleStep) -> Result<(), Stop> {
    let object = set.rollout.workload.clone();
    let size = step.size();
    let last = Identity { kind: "Pod".to_owned(), group: String::new(), ..named(&object, size.servers) };
    match step {
        EnsembleStep::Grow(_) => {
            if size.servers == 2 {
                starts_empty(set, live).await?;
            }
            let new = named(&object, size.servers.saturating_sub(1));
            set.says(&new, format!("add it as server {} of {}", size.servers, size.servers));
        }
        EnsembleStep::Shorten(_) => {
            move_leader(set, size.servers).await?;
            set.says(&last, format!("take it out of the list of servers, {} stay", size.servers));
        }
        EnsembleStep::Remove(_) => set.says(&last, "remove it: no other server counts on it any more"),
    }
    object::resize(set.run, &object, size).await?;
    let (live, _) = set.observed().await?;
    if let EnsembleStep::Remove(_) = step {
        gone(set, &live, size).await?;
    }
    Ok(())
}

fn named(set: &Identity, ordinal: u64) -> Identity {
    Identity { name: format!("{}-{ordinal}", set.name), ..set.clone() }
}

/// The second server of an ensemble must have an empty disk: a disk that an earlier one has left may look newer than that of the
/// only server, which would then take over its state.
async fn starts_empty(set: &Set<'_, '_>, live: &Value) -> Result<(), Stop> {
    let object = &set.rollout.workload;
    if !stateful_set::has_claims(live) {
        return Err(Stop::new(
            "its only server keeps its data in the pod: it cannot grow without losing the cluster's metadata",
            "move to a new cluster with zookeeper.volumes.persistence",
        ));
    }
    for template in stateful_set::claim_names(live) {
        let claim =
            Identity { group: String::new(), kind: "PersistentVolumeClaim".to_owned(), ..named(object, 1) };
        let claim = Identity { name: format!("{template}-{}", claim.name), ..claim };
        set.run.check()?;
        if set.run.api.get(&Resource::claims(), &claim).await?.is_some() {
            return Err(Stop::new(
                format!(
                    "claim {} of an earlier server exists: its old state may replace that of the only server",
                    claim.name
                ),
                format!("kubectl delete pvc {}{}; then apply again", claim.name, namespace(object)),
            ));
        }
    }
    Ok(())
}

/// Makes another server than the last one the leader, while all of them still have the longer list: the last one restarts, and
/// the others elect one of them.
async fn move_leader(set: &mut Set<'_, '_>, leaving: u64) -> Result<(), Stop> {
    let seen = look(set).await?;
    let leads = next::leader(&seen.members()).and_then(|at| seen.members.get(at));
    let name = named(&set.rollout.workload, leaving).name;
    if let Some((_, Some(pod))) = leads.filter(|(member, _)| member.name == name) {
        set.says(&pods::identity(pod), "restart it, so that another server leads");
        set.restart(pod).await?;
        round(set).await?;
        let again = look(set).await?;
        let leads = next::leader(&again.members()).and_then(|at| again.members.get(at));
        if leads.is_some_and(|(member, _)| member.name == name) {
            return Err(Stop::new(
                format!("{name} leads again, and a leader cannot leave the ensemble"),
                "apply again: it tries once more",
            ));
        }
    }
    Ok(())
}

/// Waits until the pods above the size are gone.
async fn gone(set: &Set<'_, '_>, live: &Value, size: EnsembleSize) -> Result<(), Stop> {
    set.run.begin_stage();
    let last = stateful_set::ordinals(live).start.saturating_add(size.pods);
    for pause in Pauses::new() {
        let (live, own) = set.seen().await?;
        let stays = own.iter().find(|pod| stateful_set::ordinal_of(&live, pod) >= Some(last));
        let Some(pod) = stays else { return Ok(()) };
        if set.run.is_late() {
            let name = pods::identity(pod).name;
            return Err(Stop::new(
                format!("{name} ({}) is still stopping", uid(pod).unwrap_or_default()),
                format!(
                    "kubectl describe pod {name}{} says more; then apply again",
                    namespace(&set.rollout.workload)
                ),
            ));
        }
        set.run.pause(pause).await?;
    }
    Ok(())
}

fn namespace(object: &Identity) -> String {
    object.namespace.as_ref().map(|name| format!(" -n {name}")).unwrap_or_default()
}

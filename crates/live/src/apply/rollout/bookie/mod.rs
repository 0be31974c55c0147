//! The rollout of bookies: one at a time, while no ledger lacks a copy and autorecovery is disabled. Each is writable again, and the
//! one from before, before the next.

mod next;

use super::autorecovery;
use super::set::Set;
use crate::apply::restore;
use crate::apply::run::Pauses;
use crate::apply::stop::Stop;
use crate::gate::pod;
use crate::metadata::is_going;
use crate::pulsar::Place;
use crate::pulsar::bookie::{self, Cookie};
use crate::stateful_set;
use next::{Bookie, Condition, Next};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;
use tokio::time::Instant;

/// A bookie that is missing for so long will not come back: BookKeeper replays its journals before it is ready.
const PATIENCE: Duration = Duration::from_secs(60);

/// The bookies at one moment.
struct Seen {
    bookies: Vec<(Bookie, Option<Value>)>,
    /// The pods that answer.
    places: Vec<Place>,
    /// The cookies of those that answer, by their pods.
    cookies: BTreeMap<String, Cookie>,
}

/// Restarts the outdated bookies. Autorecovery is afterwards as it was, whatever happens.
pub(super) async fn roll(set: &mut Set<'_, '_>) -> Result<(), Stop> {
    let done = each(set).await;
    let restored = restore::of(set.run, autorecovery::KEY, &set.rollout.workload).await.map(|words| {
        if let Some(words) = words {
            set.run.note(format!("{}: {words}", set.rollout.workload));
        }
    });
    match (done, restored) {
        (Err(stop), Err(also)) => Err(Stop {
            why: format!("{}; {}", stop.why, also.why),
            advice: format!("{}; {}", stop.advice, also.advice),
            ..stop
        }),
        (done, restored) => done.and(restored),
    }
}

async fn each(set: &mut Set<'_, '_>) -> Result<(), Stop> {
    let (live, own) = set.observed().await?;
    if !own.iter().any(|pod| set.is_outdated(&live, pod)) && autorecovery::before(set).is_none() {
        return Ok(());
    }
    keeps_its_data(&live)?;
    set.run.begin_stage();
    let mut said = String::new();
    let mut since = Instant::now();
    let mut pauses = Pauses::new();
    loop {
        let seen = look(set).await?;
        is_as_before(set, &seen)?;
        let bookies: Vec<Bookie> = seen.bookies.iter().map(|(bookie, _)| bookie.clone()).collect();
        match next::choose(&bookies, since.elapsed() < PATIENCE) {
            Next::Done => return Ok(()),
            Next::Restart(at) => {
                if let Some((bookie, Some(pod))) = seen.bookies.get(at)
                    && restart(set, &seen, (bookie, pod)).await?
                {
                    since = Instant::now();
                }
                set.run.begin_stage();
                pauses = Pauses::new();
                said.clear();
            }
            Next::Wait(why) => {
                wait(set, &why, &mut said)?;
                set.run.pause(pauses.next().unwrap_or(PATIENCE)).await?;
            }
        }
    }
}

/// A bookie without a claim loses its ledgers as it restarts, so that the next restart may take the last copies.
fn keeps_its_data(live: &Value) -> Result<(), Stop> {
    if stateful_set::has_claims(live) {
        return Ok(());
    }
    Err(Stop::new(
        "its bookies keep their ledgers in their pods: each restart loses a copy of messages",
        "turn bookkeeper.volumes.persistence on in a new cluster; --rollout kubernetes restarts them nevertheless",
    ))
}

/// Restarts a bookie, if every ledger has its copies without it; else waits until that is so, and returns `false`.
async fn restart(set: &mut Set<'_, '_>, seen: &Seen, (bookie, pod): (&Bookie, &Value)) -> Result<bool, Stop> {
    let others = || seen.places.iter().find(|place| place.pod.name != bookie.name).or(seen.places.first());
    if bookie.condition.is_ok() {
        if let Some(place) = others()
            && !is_replicated(set, place).await?
        {
            return Ok(false);
        }
        if seen.bookies.len() == 1 {
            set.run.note(format!(
                "{}: nothing can be written while its only bookie restarts",
                set.rollout.workload
            ));
        }
    }
    if let Some(place) = others() {
        autorecovery::disable(set, place, &seen.cookies).await?;
    }
    set.restart(pod).await?;
    Ok(true)
}

/// Whether every ledger has all of its copies. If not, lets autorecovery make them, and waits for that.
async fn is_replicated(set: &Set<'_, '_>, place: &Place) -> Result<bool, Stop> {
    let run = set.run;
    run.begin_stage();
    auditor(set, place).await?;
    let mut is_first = true;
    let mut said = String::new();
    for pause in Pauses::new() {
        let asked = set.ask(bookie::under_replicated(run.api, place)).await?;
        let why = match &asked {
            Ok(ledgers) if ledgers.is_empty() => return Ok(is_first),
            Ok(ledgers) => {
                let some: Vec<String> = ledgers.iter().take(5).map(i64::to_string).collect();
                format!("{} ledgers lack copies, of which some are {}", ledgers.len(), some.join(", "))
            }
            Err(why) => format!("{}: {why}", place.pod.name),
        };
        if asked.is_ok() && is_first && !autorecovery::resume(set, place).await? {
            return Err(Stop::new(
                format!("{why}, and autorecovery is disabled"),
                "enable it with `bin/bookkeeper shell autorecovery -enable` in a bookie, then apply again",
            ));
        }
        is_first = false;
        if run.is_late() {
            return Err(Stop::new(
                format!("no further bookie may restart: {why}"),
                "look at the log of autorecovery; once `bin/bookkeeper shell listunderreplicated` lists none, apply again to continue; a \
                 longer --timeout waits longer",
            ));
        }
        wait(set, &why, &mut said)?;
        run.pause(pause).await?;
    }
    Ok(false)
}

/// Waits for an auditor: without one, nobody notices ledgers that lack copies.
async fn auditor(set: &Set<'_, '_>, place: &Place) -> Result<(), Stop> {
    let mut said = String::new();
    for pause in Pauses::new() {
        let why = match set.ask(bookie::auditor(set.run.api, place)).await? {
            Ok(Some(_)) => return Ok(()),
            Ok(None) => "no auditor is elected, so nobody notices ledgers that lack copies".to_owned(),
            Err(why) => format!("{}: {why}", place.pod.name),
        };
        if set.run.is_late() {
            return Err(Stop::new(
                why,
                "start autorecovery (components.autorecovery, or autoRecoveryDaemonEnabled of the bookies), then apply again; --rollout \
                 kubernetes restarts the bookies without it",
            ));
        }
        wait(set, &why, &mut said)?;
        set.run.pause(pause).await?;
    }
    Ok(())
}

/// Reports the missing condition, or ends after the timeout.
fn wait(set: &Set<'_, '_>, why: &str, said: &mut String) -> Result<(), Stop> {
    if set.run.is_late() {
        let seconds = set.run.options.timeout.as_secs();
        let advice = if why.ends_with("read-only") {
            "a bookie is read-only if its disks are full or if somebody made it so: add room or bookies, or make it writable; then apply \
             again to continue, or go back with `pulsarc rollback`"
        } else {
            "look at the log of that bookie; once it is writable, apply again to continue, or go back with `pulsarc rollback`"
        };
        return Err(Stop::new(format!("no further bookie may restart after {seconds} s: {why}"), advice));
    }
    set.waits_for(why, said);
    Ok(())
}

/// Stops if a bookie has come back as another one.
fn is_as_before(set: &Set<'_, '_>, seen: &Seen) -> Result<(), Stop> {
    let Some(before) = autorecovery::before(set) else { return Ok(()) };
    for (pod, now) in &seen.cookies {
        if let Some(why) = before.cookies.get(pod).and_then(|before| next::another(before, now)) {
            return Err(Stop::new(
                format!("{pod} has come back as another bookie: {why}"),
                "restart no other bookie: find its former disk, or let autorecovery copy its ledgers from the others until `bin/bookkeeper \
                 shell listunderreplicated` lists none; then apply again",
            ));
        }
    }
    Ok(())
}

/// Asks every bookie about itself, and two of them about all.
async fn look(set: &Set<'_, '_>) -> Result<Seen, Stop> {
    let (live, own) = set.seen().await?;
    let mut seen = Seen { bookies: Vec::new(), places: Vec::new(), cookies: BTreeMap::new() };
    for ordinal in stateful_set::ordinals(&live) {
        let pod = own.iter().find(|pod| stateful_set::ordinal_of(&live, pod) == Some(ordinal));
        let name = format!("{}-{ordinal}", set.rollout.workload.name);
        let outdated = pod.is_some_and(|pod| set.is_outdated(&live, pod));
        let condition = match pod {
            None => Err("it does not exist".to_owned()),
            Some(pod) if is_going(pod) => Err("it is stopping".to_owned()),
            Some(pod) if !pod::is_ready(pod) => Err("it is not ready".to_owned()),
            Some(pod) => one(set, pod, &mut seen).await?,
        };
        seen.bookies.push((Bookie { name, outdated, condition }, pod.cloned()));
    }
    let [first, second] = registered(set, &seen.places).await?;
    let asker = seen.places.first().map(|place: &Place| place.pod.name.clone());
    for (bookie, _) in &mut seen.bookies {
        // Nobody is asked about itself, unless there is no other.
        let by = if asker.as_ref() == Some(&bookie.name) { &second } else { &first };
        let id = seen.cookies.get(&bookie.name).map(|cookie| cookie.id.as_str());
        if let (Ok(condition), Some(id)) = (&bookie.condition, id) {
            bookie.condition = by.confirm(*condition, id);
        }
    }
    Ok(seen)
}

/// What a bookie says about itself.
async fn one(set: &Set<'_, '_>, pod: &Value, seen: &mut Seen) -> Result<Result<Condition, String>, Stop> {
    let (api, place) = (set.run.api, set.place(pod));
    let state = match set.ask(bookie::state(api, &place)).await? {
        Ok(state) => state,
        Err(why) => return Ok(Err(why)),
    };
    let name = place.pod.name.clone();
    match set.ask(bookie::cookie(api, &place)).await? {
        Ok(cookie) => seen.cookies.insert(name, cookie),
        Err(why) => return Ok(Err(why)),
    };
    seen.places.push(place);
    Ok(match (state.running && !state.shutting_down, state.read_only) {
        (false, _) => Err("it does not run".to_owned()),
        (true, true) => Ok(Condition::ReadOnly),
        (true, false) => Ok(Condition::Writable),
    })
}

/// The bookies that are registered, as one of them sees it; or why it sees nothing.
struct Registered(Result<(BTreeSet<String>, BTreeSet<String>), String>);

impl Registered {
    fn confirm(&self, condition: Condition, id: &str) -> Result<Condition, String> {
        let (writable, read_only) = self.0.as_ref().map_err(Clone::clone)?;
        match condition {
            Condition::Writable if writable.contains(id) => Ok(condition),
            _ if read_only.contains(id) => Ok(Condition::ReadOnly),
            _ => Err(format!("it is not registered as {id}")),
        }
    }
}

/// Which bookies are registered, as the first and the second one that answer see it.
async fn registered(set: &Set<'_, '_>, places: &[Place]) -> Result<[Registered; 2], Stop> {
    let mut views = Vec::new();
    for place in places.iter().take(2) {
        let both = async {
            let writable = bookie::registered(set.run.api, place, true).await?;
            Ok((writable, bookie::registered(set.run.api, place, false).await?))
        };
        views.push(set.ask(both).await?);
    }
    let nobody = || Err("no bookie answers".to_owned());
    let second = views.pop().unwrap_or_else(nobody);
    let first = views.pop().unwrap_or_else(|| second.clone());
    Ok([Registered(first), Registered(second)])
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_bookie_is_what_the_others_see() {
        let ids = |ids: &[&str]| ids.iter().map(|id| (*id).to_owned()).collect::<BTreeSet<_>>();
        let view = Registered(Ok((ids(&["a"]), ids(&["b"]))));
        assert_eq!(view.confirm(Condition::Writable, "a"), Ok(Condition::Writable));
        assert_eq!(view.confirm(Condition::Writable, "b"), Ok(Condition::ReadOnly));
        assert_eq!(view.confirm(Condition::Writable, "c"), Err("it is not registered as c".to_owned()));
        assert_eq!(Registered(Err("x".to_owned())).confirm(Condition::Writable, "a"), Err("x".to_owned()));
    }

    #[test]
    fn bookies_without_claims_do_not_restart_one_after_another() {
        assert!(keeps_its_data(&json!({"spec": {"volumeClaimTemplates": [{}]}})).is_ok());
        assert!(keeps_its_data(&json!({"spec": {}})).is_err());
    }
}

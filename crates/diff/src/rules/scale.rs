//! Another number of pods.
//!
//! Source of the rule for voters: two sets of servers are safe side by side only if every majority of one has a server in common with
//! every majority of the other (ZooKeeper's `QuorumMaj`; Ongaro's dissertation on Raft, 4.1). A change by one is always safe.

use crate::consequence::Consequence;
use crate::consequence::Kind::{DataLoss, DisconnectsClients, InPlace, LosesMessages, Stepwise};
use crate::context::{Difference, Pair, Sides};
use crate::facts::ComponentFacts;
use crate::procedure;
use crate::setting::{Setting, is_on};
use crate::workload;
use pulsarc_catalogue::prefixed;
use pulsarc_model::{Ending, Leaving, Members};
use serde_json::Value;

/// What follows from another number of pods.
pub(super) fn replicas(pair: &Pair<'_>, difference: &Difference<'_>) -> Vec<Consequence> {
    if !workload::is_workload(&pair.id.kind) || difference.path.as_slice() != ["spec", "replicas"] {
        return Vec::new();
    }
    let before = workload::pods_among(pair.id, pair.before, pair.sides.old);
    let after = workload::pods_among(pair.id, pair.after, pair.sides.new);
    let (least, most) = (before.most, after.least);
    let facts = pair.sides.facts_of(pair.before);
    let members = facts.map_or(Members::Alike, |facts| facts.departure.members);
    match pair.sides.keeps(pair.before) {
        _ if most == 0 && least > 0 => last(pair, facts, least),
        Some(_) if members == Members::Voters => voters(pair, facts, least, most),
        Some(what) if most < least => vec![holders(pair, facts, (least, most), what)],
        _ if most < least => {
            let why = facts.map(|facts| facts.departure.one).filter(|why| !why.is_empty());
            why.into_iter().map(|why| Consequence::because(InPlace, why)).collect()
        }
        _ => Vec::new(),
    }
}

/// No pod is left.
fn last(pair: &Pair<'_>, facts: Option<&ComponentFacts>, before: u64) -> Vec<Consequence> {
    let mut found = Vec::new();
    match facts.and_then(|facts| facts.departure.last) {
        Some(ending) => found.extend(ended(pair.sides, ending)),
        None if pair.sides.keeps(pair.before).is_some() => found.push(Consequence::because(
            DisconnectsClients,
            format!("{before} pods become none: nothing serves what they keep until they are back"),
        )),
        None => {}
    }
    found
}

/// What ends with the last pod of a component.
pub(super) fn ended(sides: &Sides<'_>, ending: Ending) -> Option<Consequence> {
    match ending {
        Ending::Messages(why) => (!is_repaired(sides)).then(|| Consequence::because(LosesMessages, why)),
        Ending::Clients(why) => Some(Consequence::because(DisconnectsClients, why)),
    }
}

fn voters(pair: &Pair<'_>, facts: Option<&ComponentFacts>, before: u64, after: u64) -> Vec<Consequence> {
    let majority = |pods: u64| pods / 2 + 1;
    if before == 0 || before == after {
        return Vec::new();
    }
    if majority(before) + majority(after) > before.max(after) {
        let why = facts.map(|facts| facts.departure.one).filter(|why| !why.is_empty() && after < before);
        return why.into_iter().map(|why| Consequence::because(InPlace, why)).collect();
    }
    let steps: Vec<u64> =
        if after > before { (before + 1..=after).collect() } else { (after..before).rev().collect() };
    let way = steps.iter().map(u64::to_string).collect::<Vec<_>>().join(" -> ");
    let why = format!(
        "a majority of {before} pods is {}, and of {after} it is {}: the two need not have a pod in common, so the new one may \
        lack what the old one accepted; go {before} -> {way}, one pod at a time",
        majority(before),
        majority(after)
    );
    let mut found = Vec::new();
    if after < before {
        let what = pair.sides.keeps(pair.before).unwrap_or_default();
        let why =
            format!("{before} pods become {after} at once: what the remaining ones lack of {what} is lost");
        found.push(Consequence::because(DataLoss, why));
    }
    found.push(Consequence::because(Stepwise, why).with(procedure::sizes(pair.id, &steps)));
    found
}

fn holders(
    pair: &Pair<'_>,
    facts: Option<&ComponentFacts>,
    (before, after): (u64, u64),
    what: &str,
) -> Consequence {
    let departure = facts.map(|facts| facts.departure);
    let how = departure.map(|departure| departure.one).filter(|how| !how.is_empty());
    let why = format!(
        "{before} pods become {after}, and the ones that go hold {what}: {}",
        how.unwrap_or("drain them first")
    );
    let drain = departure.and_then(|departure| departure.drain);
    let leaving = |ordinal| Leaving { set: &pair.id.name, namespace: pair.namespace(), ordinal };
    let steps =
        drain.into_iter().flat_map(|drain| (after..before).rev().flat_map(move |at| drain(&leaving(at))));
    Consequence::because(DataLoss, why).with(steps.collect())
}

/// The setting by which bookies themselves copy the ledgers of lost ones.
const REPAIRS: &str = "autoRecoveryDaemonEnabled";

/// What follows if bookies stop repairing ledgers, and no other pods do it.
pub(super) fn recovery(pair: &Pair<'_>, difference: &Difference<'_>) -> Vec<Consequence> {
    let stops =
        |setting: &Setting<'_>| setting.bare == REPAIRS && is_on(setting.was()) && !is_on(setting.now());
    if !Setting::all(pair, difference).iter().any(stops) {
        return Vec::new();
    }
    let repairs = |object: &Value| {
        let last = pair.sides.facts_of(object).and_then(|facts| facts.departure.last);
        matches!(last, Some(Ending::Messages(_))) && workload::pods(object) > 0
    };
    let mut workloads = pair.sides.new.iter().filter(|(id, _)| workload::is_workload(&id.kind));
    if workloads.any(|(_, object)| repairs(object)) {
        return Vec::new();
    }
    let why = "bookies no longer copy the ledgers of lost bookies, and no other pods do: each further loss takes the last \
        copies of messages with it";
    vec![Consequence::because(LosesMessages, why)]
}

/// Whether bookies of the new side repair ledgers themselves.
fn is_repaired(sides: &Sides<'_>) -> bool {
    sides.new.iter().filter(|(id, _)| id.kind == "ConfigMap").any(|(_, map)| {
        let on = |key: &str| map.get("data").and_then(|data| data.get(key)?.as_str()).map(is_on);
        on(&prefixed(REPAIRS)).or(on(REPAIRS)) == Some(true)
    })
}

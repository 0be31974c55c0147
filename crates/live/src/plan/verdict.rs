//! What is done to each wanted object.

use super::jobs;
use super::model::{Action, Procedure, Rejection};
use super::observe::{Answer, Seen, Trial};
use super::procedures;
use crate::failure::Refusal;
use crate::gate;
use crate::inventory::applyset;
use crate::metadata::is_going;
use crate::release::Release;
use crate::stateful_set;
use pulsarc_diff::{Change, Changes, Consequence, Identity, Kind};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// What is done to a wanted object.
#[derive(Debug)]
pub(super) enum Verdict {
    /// Nothing, and nothing differs that matters.
    Nothing,
    /// Nothing: the job has done its work, although it differs.
    Done,
    /// A step.
    Do(Action),
    /// Nothing can be done.
    Rejected(Rejection),
}

/// The verdicts about all wanted objects.
pub(super) fn verdicts(
    seen: &Seen,
    expired: &BTreeSet<Identity>,
    changes: &Changes,
    release: &Release,
) -> BTreeMap<Identity, Verdict> {
    let set = applyset::id(release);
    let by_object: BTreeMap<&Identity, &Change> =
        changes.changes.iter().map(|change| (&change.object, change)).collect();
    let verdict = |(id, trial): (&Identity, &Trial)| {
        let verdict = if expired.contains(id) {
            Verdict::Nothing
        } else {
            of(id, trial, seen, by_object.get(id).copied(), (release, &set))
        };
        (id.clone(), verdict)
    };
    seen.wanted.iter().map(verdict).collect()
}

fn of(
    id: &Identity,
    trial: &Trial,
    seen: &Seen,
    change: Option<&Change>,
    (release, set): (&Release, &str),
) -> Verdict {
    let rejected = |refusal: &Refusal, help: Option<String>| {
        Verdict::Rejected(Rejection { object: id.clone(), refusal: refusal.clone(), help })
    };
    if let Answer::Rejected(refusal) = &trial.answer {
        return rejected(refusal, None);
    }
    let Some(live) = seen.live.get(id) else {
        return Verdict::Do(if trial.known { Action::Create } else { Action::Update });
    };
    if applyset::set_of(live).is_some_and(|other| other != set) {
        let help = "give one of the two objects another name, or destroy the other release first";
        return rejected(&own("the object belongs to another release"), Some(help.to_owned()));
    }
    if is_going(live) {
        return match procedures::of_terminating(id) {
            Some(procedure) => Verdict::Do(Action::By(procedure)),
            None => rejected(
                &own("the object is being deleted"),
                Some("wait until it is gone, then run the command again".to_owned()),
            ),
        };
    }
    let Some(change) = change else {
        return match &trial.answer {
            Answer::Immutable(_, refusal) => rejected(refusal, None),
            _ if restarts_again(id, live, &seen.pods) => {
                Verdict::Do(Action::By(Procedure::KeepPods { claims: Vec::new(), restart: true }))
            }
            _ => Verdict::Nothing,
        };
    };
    let (refusal, after) = match &trial.answer {
        Answer::Immutable(after, refusal) => (Some(refusal), after),
        Answer::Unchecked(after) if procedures::is_needed(change) || jobs::is_ignored(change) => {
            (None, after)
        }
        _ => return Verdict::Do(Action::Update),
    };
    if id.kind == "Job" && gate::is_complete(live) && jobs::has_done(live, after, &release.name) {
        return Verdict::Done;
    }
    match procedures::procedure(id, change, (live, after), seen) {
        Ok(procedure) => Verdict::Do(Action::By(procedure)),
        Err(help) => rejected(refusal.unwrap_or(&own("it cannot be changed in place")), Some(help)),
    }
}

/// A refusal of pulsarc's own.
fn own(message: &str) -> Refusal {
    Refusal {
        status: 409,
        reason: "Conflict".to_owned(),
        message: message.to_owned(),
        about: Box::default(),
        causes: Vec::new(),
    }
}

/// Whether pods of a StatefulSet still have the service name of the one before, because an earlier run stopped halfway.
fn restarts_again(id: &Identity, live: &Value, pods: &[Value]) -> bool {
    let text =
        |object: &'_ Value, pointer: &str| object.pointer(pointer).and_then(Value::as_str).map(str::to_owned);
    let is_of_set = |pod: &Value| {
        let name = text(pod, "/metadata/name").unwrap_or_default();
        stateful_set::ordinal(&id.name, &name).is_some() && text(pod, "/metadata/namespace") == id.namespace
    };
    let service = text(live, "/spec/serviceName");
    id.kind == "StatefulSet"
        && service.is_some()
        && pods.iter().filter(|pod| is_of_set(pod)).any(|pod| text(pod, "/spec/subdomain") != service)
}

/// Makes the changes say what the verdicts do: no replacement where the server changes a field in place, one where a procedure
/// is needed, and nothing about objects to which nothing is done.
pub(super) fn reconcile(changes: &mut Changes, verdicts: &BTreeMap<Identity, Verdict>) {
    changes
        .changes
        .retain(|change| !matches!(verdicts.get(&change.object), Some(Verdict::Nothing | Verdict::Done)));
    for change in &mut changes.changes {
        let verdict = verdicts.get(&change.object);
        if matches!(verdict, Some(Verdict::Do(Action::By(_)))) {
            let of_fields = change.fields.iter_mut().flat_map(|field| &mut field.consequences);
            of_fields.chain(&mut change.consequences).for_each(without_commands);
        }
        match verdict {
            Some(Verdict::Do(Action::Update)) => {
                in_place(&mut change.consequences);
                change.fields.iter_mut().for_each(|field| in_place(&mut field.consequences));
            }
            Some(Verdict::Do(Action::By(_))) if !change.has(Kind::Replace) => {
                let why = Some("the API server does not change it in place".to_owned());
                change.consequences.push(Consequence { why, ..Consequence::plain(Kind::Replace) });
                change.consequences.sort();
                // A replacement is nothing that follows from another change.
                change.follows = None;
            }
            _ => {}
        }
    }
}

/// A step of the plan does what the commands of a replacement would do.
fn without_commands(consequence: &mut Consequence) {
    if matches!(consequence.kind, Kind::Replace | Kind::Ignored) {
        consequence.procedure.clear();
    }
}

fn in_place(consequences: &mut Vec<Consequence>) {
    consequences.retain(|one| one.kind != Kind::Replace);
    if consequences.is_empty() {
        consequences.push(Consequence::plain(Kind::InPlace));
    }
}

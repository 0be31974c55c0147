//! The plan itself, as data.

use super::rollouts::model::{Rollout, RolloutChoices};
use crate::failure::Refusal;
use crate::release::Release;
use pulsarc_diff::{Changes, Field, Identity, Kind};
use pulsarc_model::Stage;
use serde::Serialize;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

/// What an apply would do. It is redacted: no text of it holds a secret of the configuration or of the cluster.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Plan {
    /// The release.
    pub release: Release,
    /// The API server.
    pub server: String,
    /// The number of the revision that applying it makes; the current one if nothing changes.
    pub revision: u32,
    /// The digest of the wanted objects.
    pub fingerprint: String,
    /// What changes, with the consequences. Fields that only the server or other controllers set are no changes.
    pub changes: Changes,
    /// What is done, in order. Objects that do not change are none of it.
    pub steps: Vec<Step>,
    /// Objects that are no longer wanted and stay, because they hold data.
    pub kept: Vec<Kept>,
    /// Fields that another manager owns and that the apply neither takes nor leaves. They block it.
    pub conflicts: Vec<Conflict>,
    /// Objects that the server rejects and that no procedure achieves. They block it.
    pub rejections: Vec<Rejection>,
    /// What the objects need and the cluster does not have.
    pub missing: Vec<Missing>,
    /// The pods that restart, in order.
    pub restarts: Vec<Restart>,
    /// The pods that the apply restarts itself, by stage. None of them is among the restarts.
    pub rollouts: Vec<Rollout>,
    /// What a user has to accept by name.
    pub decisions: Vec<Acceptance>,
    /// The number of a revision that was begun and not finished, and who began it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pending: Option<String>,
    /// What could not be found out, a sentence each: without the right to a dry run, for example.
    pub unknown: Vec<String>,
    /// Warnings, a sentence each: those of the API server, numbers of pods that are left to autoscalers, and what to adopt.
    pub warnings: Vec<String>,
    /// The version of every object that exists, by which a saved plan is found to be out of date.
    pub versions: BTreeMap<String, String>,
    /// The objects whose apply has to take fields from other managers, as the user has decided.
    #[serde(skip)]
    pub force: BTreeSet<Identity>,
    /// The wanted objects as they are to be applied: labelled, without fields that are left to others. Never shown.
    #[serde(skip)]
    pub objects: BTreeMap<Identity, Value>,
    /// The live objects. Never shown.
    #[serde(skip)]
    pub live: BTreeMap<Identity, Value>,
}

impl Plan {
    /// Whether applying it would change nothing in the cluster.
    pub fn is_empty(&self) -> bool {
        self.steps.is_empty()
            && self.rollouts.is_empty()
            && self.conflicts.is_empty()
            && self.rejections.is_empty()
    }
}

/// One change of the cluster.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Step {
    /// When.
    pub stage: Stage,
    /// What is done.
    pub action: Action,
    /// To which object.
    pub object: Identity,
}

/// What is done to an object.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Action {
    /// It is created.
    Create,
    /// It is changed in place, by a server-side apply.
    Update,
    /// It is changed by a procedure, since the server does not change it in place.
    By(Procedure),
    /// It is deleted, since the configuration no longer has it.
    Delete,
}

/// How a change is made that is impossible in place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Procedure {
    /// The StatefulSet is deleted without its pods and created again; the new one adopts them by its selector.
    KeepPods {
        /// Claims that grow first.
        claims: Vec<Growth>,
        /// Whether every pod has to restart afterwards, since it keeps the name or the claims that it was created with.
        restart: bool,
    },
    /// The StatefulSet is deleted with its pods and created again: its selector does not match them. Claims stay.
    WithPods,
    /// The object is deleted and created again.
    Recreate,
}

/// A claim that grows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Growth {
    /// The claim: `data-pulsar-bookie-0`.
    pub claim: String,
    /// Its new size.
    pub size: String,
}

/// An object that is no longer wanted and stays.
#[derive(Debug, Clone, Serialize)]
pub struct Kept {
    /// The object.
    pub object: Identity,
    /// Why.
    pub why: String,
}

/// A field that another manager owns.
#[derive(Debug, Clone, Serialize)]
pub struct Conflict {
    /// The object.
    pub object: Identity,
    /// The field: `spec.replicas`.
    pub field: String,
    /// The manager: `kubectl-scale`.
    pub manager: String,
    /// Its value in the cluster.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<Field>,
}

/// An object that the server rejects.
#[derive(Debug, Clone, Serialize)]
pub struct Rejection {
    /// The object.
    pub object: Identity,
    /// The answer, redacted.
    pub refusal: Refusal,
    /// What to do about it, if that is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub help: Option<String>,
}

/// Something that the objects need and the cluster does not have.
#[derive(Debug, Clone, Serialize)]
pub struct Missing {
    /// `kind Certificate of cert-manager.io`, `Secret orders-token`, `StorageClass fast`.
    pub what: String,
    /// Objects that need it.
    pub used_by: Vec<String>,
    /// Commands that provide it, if they are known.
    pub create: Vec<String>,
    /// Whether applying is useless without it.
    pub blocks: bool,
}

/// Pods of a workload that restart.
#[derive(Debug, Clone, Serialize)]
pub struct Restart {
    /// The workload.
    pub workload: Identity,
    /// The stage.
    pub stage: Stage,
    /// Its pods, in the order in which they restart; empty if the names cannot be known.
    pub pods: Vec<String>,
    /// Whether somebody has to delete them: `OnDelete`, or a partition.
    pub manual: bool,
}

/// A consequence that a user accepts by name: `dataLoss:StatefulSet/pulsar-bookie`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Acceptance {
    /// The kind of consequence.
    pub kind: Kind,
    /// The object: `StatefulSet/pulsar-bookie`.
    pub object: String,
}

/// The kinds that have to be accepted, with the words of `--accept`.
const ACCEPTED: [(Kind, &str); 6] = [
    (Kind::DataLoss, "dataLoss"),
    (Kind::LosesMessages, "losesMessages"),
    (Kind::DisconnectsClients, "disconnectsClients"),
    (Kind::WeakensSecurity, "weakensSecurity"),
    (Kind::Replace, "replace"),
    (Kind::Stepwise, "stepwise"),
];

impl Acceptance {
    /// Reads `KIND:Kind/name`; the error says what to write.
    pub fn parse(text: &str) -> Result<Self, String> {
        let (kind, object) = text.split_once(':').unwrap_or((text, ""));
        let found = ACCEPTED.iter().find(|(_, name)| *name == kind);
        match (found, object.split_once('/')) {
            (Some((kind, _)), Some((of, name))) if !of.is_empty() && !name.is_empty() => {
                Ok(Self { kind: *kind, object: object.to_owned() })
            }
            _ => {
                let kinds: Vec<&str> = ACCEPTED.iter().map(|(_, name)| *name).collect();
                Err(format!(
                    "write a consequence and an object, such as replace:Job/NAME; the consequences are {}",
                    kinds.join(", ")
                ))
            }
        }
    }

    /// Whether a kind of consequence has to be accepted.
    pub fn is_needed_for(kind: Kind) -> bool {
        kind.is_dangerous()
    }
}

impl fmt::Display for Acceptance {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let word = ACCEPTED.iter().find(|(kind, _)| *kind == self.kind).map_or("", |(_, word)| word);
        write!(f, "{word}:{}", self.object)
    }
}

impl Serialize for Acceptance {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// A field to take from its manager: `StatefulSet/pulsar-broker:spec.replicas`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Take {
    /// The object: `StatefulSet/pulsar-broker`.
    pub object: String,
    /// The field, or a part above it.
    pub field: String,
}

impl Take {
    /// Reads `Kind/name:FIELD`; the error says what to write.
    pub fn parse(text: &str) -> Result<Self, String> {
        match text.split_once(':') {
            Some((object, field)) if object.contains('/') && !field.is_empty() => {
                Ok(Self { object: object.to_owned(), field: field.trim_start_matches('.').to_owned() })
            }
            _ => Err("write an object and a field, such as StatefulSet/NAME:spec.replicas".to_owned()),
        }
    }
}

/// What a user decides before a plan is made.
#[derive(Debug, Clone, Default)]
pub struct Choices {
    /// Fields to take from other managers.
    pub take: Vec<Take>,
    /// Take every field.
    pub force_conflicts: bool,
    /// Names of claims and other objects with data that may be deleted.
    pub delete_data: BTreeSet<String>,
    /// Objects that no longer exist in the configuration stay.
    pub keep_unwanted: bool,
    /// How pods are restarted.
    pub rollout: RolloutChoices,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_accepted_is_read_as_it_is_written() {
        let accepted = Acceptance::parse("dataLoss:StatefulSet/pulsar-bookie").expect("it is right");
        assert_eq!(accepted.kind, Kind::DataLoss);
        assert_eq!(accepted.to_string(), "dataLoss:StatefulSet/pulsar-bookie");
        for wrong in ["dataLoss", "restart:StatefulSet/a", "dataLoss:a", "dataLoss:/a", ":Job/a", ""] {
            assert!(Acceptance::parse(wrong).is_err(), "{wrong}");
        }
        assert!(Take::parse("StatefulSet/a:.spec.replicas").is_ok_and(|take| take.field == "spec.replicas"));
        assert!(Take::parse("spec.replicas").is_err());
    }
}

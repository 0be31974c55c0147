//! The changes that a comparison returns.

use crate::consequence::{Consequence, Kind};
use crate::identity::Identity;
use crate::secret;
use crate::workload::Pods;
use pulsarc_diag::Secrets;
use serde::Serialize;
use serde_json::Value;
use std::collections::BTreeMap;

/// What differs between two sets of objects.
#[derive(Debug, Default, Serialize)]
pub struct Changes {
    /// The objects that differ, the dangerous first.
    pub changes: Vec<Change>,
    /// The pods that restart, by the name of their workload.
    pub restarts: BTreeMap<String, Pods>,
    /// What is unusual about the releases of Pulsar on the two sides, a sentence each.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub releases: Vec<String>,
}

impl Changes {
    /// Takes the secrets of both sides out of every text.
    pub fn redact(&mut self, secrets: &Secrets) {
        if secrets.is_empty() {
            return;
        }
        let one = |text: &mut String| *text = secrets.without(text);
        self.releases.iter_mut().for_each(one);
        for change in &mut self.changes {
            one(&mut change.object.name);
            change.consequences.iter_mut().for_each(|consequence| consequence.redact(secrets));
            change.follows.iter_mut().for_each(|cause| cause.redact(secrets));
            for field in &mut change.fields {
                one(&mut field.path);
                field.lines.iter_mut().for_each(one);
                field.consequences.iter_mut().for_each(|consequence| consequence.redact(secrets));
                field.follows.iter_mut().for_each(|cause| cause.redact(secrets));
                for side in [&mut field.old, &mut field.new].into_iter().flatten() {
                    side.redact(secrets);
                }
            }
        }
    }
}

/// What happens to an object.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum ChangeKind {
    /// Only the second side has it.
    Added,
    /// Only the first side has it.
    Removed,
    /// Both have it, and it differs.
    Changed,
}

/// An object that differs.
#[derive(Debug, Serialize)]
pub struct Change {
    /// What happens to it.
    pub change: ChangeKind,
    /// Which object.
    #[serde(flatten)]
    pub object: Identity,
    /// What follows from all of it, the worst first; at least one.
    #[serde(rename = "consequence")]
    pub consequences: Vec<Consequence>,
    /// The change that it only follows from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub follows: Option<Cause>,
    /// Its fields that differ; none for an object that one side lacks.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub fields: Vec<FieldChange>,
}

impl Change {
    /// The most dangerous kind of what follows.
    pub fn worst(&self) -> Kind {
        self.consequences.first().map_or(Kind::InPlace, |first| first.kind)
    }

    /// Whether something of a kind follows.
    pub fn has(&self, kind: Kind) -> bool {
        self.consequences.iter().any(|consequence| consequence.kind == kind)
    }
}

/// The change that others follow from.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Cause {
    /// The kind of its object.
    pub kind: String,
    /// The name of its object.
    pub name: String,
    /// The field, unless it is the object as a whole.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub path: Option<String>,
}

impl Cause {
    /// A change of an object, or of one of its fields.
    pub(crate) fn of(object: &Identity, path: Option<&str>) -> Self {
        Self { kind: object.kind.clone(), name: object.name.clone(), path: path.map(str::to_owned) }
    }

    fn redact(&mut self, secrets: &Secrets) {
        self.name = secrets.without(&self.name);
        self.path.iter_mut().for_each(|path| *path = secrets.without(path));
    }
}

/// A side of a field.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Field {
    /// Its value.
    Value(Value),
    /// A value that is nobody's to see.
    Secret(&'static str),
}

impl Field {
    /// Takes known secrets out of every text of the value.
    pub fn redact(&mut self, secrets: &Secrets) {
        if let Self::Value(value) = self {
            secret::redact(value, secrets);
        }
    }
}

/// A field that differs.
#[derive(Debug, Serialize)]
pub struct FieldChange {
    /// Where it is: `spec.template.spec.containers[broker].image`.
    pub path: String,
    /// Its value on the first side, if it has one; that which the API server fills in, if the object has none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub old: Option<Field>,
    /// Its value on the second side, if it has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub new: Option<Field>,
    /// The lines that differ, if a text has several.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lines: Option<String>,
    /// What follows, the worst first; at least one.
    #[serde(rename = "consequence")]
    pub consequences: Vec<Consequence>,
    /// The change that it only follows from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub follows: Option<Cause>,
}

//! What follows from a change once it is applied.

use crate::workload::Pods;
use pulsarc_diag::Secrets;
use serde::Serialize;
use std::fmt;

/// A kind of consequence, the most dangerous first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Kind {
    /// Stored data is lost or out of reach.
    DataLoss,
    /// Messages are deleted earlier, or are less safe than before.
    LosesMessages,
    /// Clients that work before the change do not work after it.
    DisconnectsClients,
    /// Something protects the cluster less than before.
    WeakensSecurity,
    /// The API server rejects it: the object has to be deleted and created again.
    Replace,
    /// It is safe only in several steps.
    Stepwise,
    /// Pods restart, one after the other.
    Restart,
    /// It takes effect when pods start the next time, and nothing restarts them.
    NextRestart,
    /// It changes nothing in a cluster that has started before.
    Ignored,
    /// It takes effect alone, and nothing restarts.
    InPlace,
}

impl Kind {
    /// The words that introduce a reason: `loses data`.
    pub fn title(self) -> &'static str {
        match self {
            Self::DataLoss => "loses data",
            Self::LosesMessages => "loses messages",
            Self::DisconnectsClients => "disconnects clients",
            Self::WeakensSecurity => "weakens security",
            Self::Replace => "cannot be changed in place",
            Self::Stepwise => "needs several steps",
            Self::Restart => "rolling restart",
            Self::NextRestart => "takes effect at the next restart of its pods",
            Self::Ignored => "has no effect on the running cluster",
            Self::InPlace => "takes effect in place",
        }
    }

    /// The kinds for which a user has to decide or to act before the change is applied, the most dangerous first.
    pub const DANGEROUS: [Self; 6] = [
        Self::DataLoss,
        Self::LosesMessages,
        Self::DisconnectsClients,
        Self::WeakensSecurity,
        Self::Replace,
        Self::Stepwise,
    ];

    /// Whether it is one of these.
    pub fn is_dangerous(self) -> bool {
        Self::DANGEROUS.contains(&self)
    }
}

/// A consequence of a change. Consequences sort with the most dangerous first.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Consequence {
    /// Its kind.
    pub kind: Kind,
    /// The pods that restart.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pods: Option<Pods>,
    /// What exactly happens, and why; none if the kind says it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub why: Option<String>,
    /// What to do: lines for a shell; those with a `#` are steps that no command does.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub procedure: Vec<String>,
}

impl Consequence {
    /// A consequence that needs no reason.
    pub fn plain(kind: Kind) -> Self {
        Self { kind, pods: None, why: None, procedure: Vec::new() }
    }

    /// A consequence with its reason.
    pub(crate) fn because(kind: Kind, why: impl Into<String>) -> Self {
        Self { why: Some(why.into()), ..Self::plain(kind) }
    }

    /// The restart of pods.
    pub fn restart(pods: Pods) -> Self {
        Self { pods: Some(pods), ..Self::plain(Kind::Restart) }
    }

    /// The same, with what to do.
    pub(crate) fn with(self, procedure: Vec<String>) -> Self {
        Self { procedure, ..self }
    }

    /// Takes secrets out of its texts.
    pub(crate) fn redact(&mut self, secrets: &Secrets) {
        let texts = self.why.iter_mut().chain(&mut self.procedure);
        texts.for_each(|text| *text = secrets.without(text));
    }
}

/// All consequences, each once, the worst first. That nothing special happens is left out beside anything else.
pub(crate) fn worst_first(mut all: Vec<Consequence>) -> Vec<Consequence> {
    all.sort();
    all.dedup();
    let plain = Consequence::plain(Kind::InPlace);
    if all.len() > 1 {
        all.retain(|one| *one != plain);
    }
    if all.is_empty() {
        all.push(plain);
    }
    all
}

impl fmt::Display for Consequence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.pods {
            Some(pods) if pods == Pods::exactly(1) => f.write_str("restarts 1 pod")?,
            Some(pods) => write!(f, "{} of {pods}", self.kind.title())?,
            None => f.write_str(self.kind.title())?,
        }
        self.why.as_ref().map_or(Ok(()), |why| write!(f, ": {why}"))
    }
}

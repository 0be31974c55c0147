//! What follows from a change once it is applied.

use crate::workload::Pods;
use pulsarc_diag::Secrets;
use serde::Serialize;
use std::fmt;

/// What follows from a change, the harmless first: the order is that of danger.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum Consequence {
    /// It takes effect alone, and nothing restarts.
    InPlace,
    /// It is read once, when the cluster starts for the first time, and changes nothing that is there.
    NoEffect {
        /// What is read, and when.
        why: String,
    },
    /// It takes effect when pods start the next time, and nothing restarts them.
    NextRestart,
    /// Pods restart, one after the other.
    Restart {
        /// How many.
        pods: Pods,
    },
    /// The API server rejects it: the object has to be deleted and created again.
    Replace {
        /// What cannot be changed.
        why: String,
    },
    /// Data is lost or out of reach.
    DataLoss {
        /// Which, and how.
        why: String,
    },
}

impl Consequence {
    /// Takes secrets out of its reason.
    pub(crate) fn redact(&mut self, secrets: &Secrets) {
        if let Self::Replace { why } | Self::DataLoss { why } = self {
            *why = secrets.without(why);
        }
    }
}

impl fmt::Display for Consequence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::InPlace => f.write_str("takes effect in place"),
            Self::NoEffect { why } => write!(f, "has no effect on the running cluster: {why}"),
            Self::NextRestart => f.write_str("takes effect at the next restart of its pods"),
            Self::Restart { pods } if *pods == Pods::exactly(1) => f.write_str("restarts 1 pod"),
            Self::Restart { pods } => write!(f, "rolling restart of {pods}"),
            Self::Replace { why } => write!(f, "cannot be changed in place: {why}"),
            Self::DataLoss { why } => write!(f, "loses data: {why}"),
        }
    }
}

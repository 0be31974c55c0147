//! The messages between a fleet's command and its workers.

use super::outside::Outside;
use super::{Delivered, Extent};
use crate::exit::{Exit, Failure};
use crate::report::Finding;
use serde::{Deserialize, Serialize};

/// A finding, and its text with source lines.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(crate) struct Rendered {
    pub(crate) finding: Finding,
    /// In colour if that is wanted.
    pub(crate) text: String,
}

/// What a worker has to know.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Assignment {
    /// The fleet, which need not be text.
    pub(super) fleet: Vec<u8>,
    /// Which clusters of it.
    pub(super) extent: Extent,
    /// Whether findings are coloured.
    pub(super) colored: bool,
    /// The folder of the cache, if it is used.
    pub(super) cache: Option<Vec<u8>>,
}

/// What a worker is asked for.
#[derive(Debug, Serialize, Deserialize)]
pub(super) enum Question {
    /// Which clusters there are: a [`Listed`].
    List,
    /// The task, done for the cluster of this name: a [`Reply`].
    Cluster(String),
}

/// Which clusters there are.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Listed {
    pub(super) names: Vec<String>,
    /// What is wrong with the files of fleets, each with its file.
    pub(super) findings: Vec<(String, Rendered)>,
    pub(super) failed: Option<Failed>,
}

/// The result of one cluster.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Reply {
    pub(super) findings: Vec<Rendered>,
    /// The exit status of the findings.
    pub(super) exit: u8,
    pub(super) delivered: Delivered,
    /// What the cluster has outside of its namespace.
    pub(super) outside: Outside,
    /// Whether it was known already.
    pub(super) cached: bool,
    /// Whether the worker has grown, and ends.
    pub(super) last: bool,
    pub(super) failed: Option<Failed>,
}

/// A run that could not go on.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Failed {
    pub(super) exit: u8,
    pub(super) message: String,
}

impl Reply {
    /// Nothing came of a cluster.
    pub(super) fn nothing() -> Self {
        let exit = Exit::Success.number();
        Self {
            findings: Vec::new(),
            exit,
            delivered: Delivered::Nothing,
            outside: Outside::default(),
            cached: false,
            last: false,
            failed: None,
        }
    }

    /// Nothing came of a cluster, for this reason.
    pub(super) fn failed(failure: Failure) -> Self {
        Self { failed: Some(Failed::of(failure)), ..Self::nothing() }
    }
}

impl Failed {
    pub(super) fn of(failure: Failure) -> Self {
        let (exit, message) = failure.parts();
        Self { exit: exit.number(), message }
    }
}

//! What an apply is asked for, what it reports, and what came of it.

use crate::plan::{Acceptance, Step};
use pulsarc_diff::Identity;
use pulsarc_model::Stage;
use serde::Serialize;
use std::collections::BTreeSet;
use std::time::Duration;

/// How a plan is applied.
#[derive(Debug, Clone)]
pub struct ApplyOptions {
    /// What the user has accepted.
    pub accepted: BTreeSet<Acceptance>,
    /// How long each stage may take to become ready.
    pub timeout: Duration,
    /// What is waited for.
    pub wait: Wait,
    /// How long to wait for the lock of another run; zero rejects at once.
    pub lock_timeout: Duration,
    /// Who applies, for the lock and the history: `user@host`.
    pub by: String,
    /// Why, for the history: `apply`, `rollback to 3`.
    pub reason: String,
}

/// What an apply waits for after each stage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wait {
    /// Nothing: it only writes.
    Nothing,
    /// Workloads, jobs, claims and certificates.
    Ready,
    /// The same, and the addresses of load balancers and ingresses.
    ReadyWithAddresses,
}

/// What happens during an apply, as it happens.
#[derive(Debug, Clone, Serialize)]
#[serde(tag = "event", rename_all = "camelCase")]
pub enum Event {
    /// The lock is held by another run, which is waited for.
    Locked {
        /// Who holds it.
        holder: String,
    },
    /// A stage begins.
    #[serde(rename_all = "camelCase")]
    StageBegins {
        /// Which.
        stage: Stage,
        /// The steps in it.
        steps: usize,
        /// The objects that it waits for.
        waits: usize,
    },
    /// A step was done.
    Done {
        /// Which.
        step: Step,
    },
    /// A controlled rollout does something to a pod.
    Rollout {
        /// The StatefulSet.
        workload: Identity,
        /// The pod.
        pod: String,
        /// What: `delete it`.
        does: String,
    },
    /// An object is not ready yet.
    Waiting {
        /// Which.
        object: Identity,
        /// What is missing: `2 of 3 pods ready`.
        why: String,
    },
    /// An object is ready.
    Ready {
        /// Which.
        object: Identity,
    },
    /// A stage is ready.
    #[serde(rename_all = "camelCase")]
    StageReady {
        /// Which.
        stage: Stage,
        /// How long it took, in milliseconds.
        milliseconds: u64,
    },
    /// Something worth knowing: a warning of the server, a request that is repeated.
    Note {
        /// A sentence.
        text: String,
    },
}

/// What came of an apply.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Outcome {
    /// The revision; it is pending if the apply stopped.
    pub revision: u32,
    /// The steps that were done.
    pub done: Vec<Step>,
    /// The steps that were not.
    pub not_done: Vec<Step>,
    /// Why it stopped; none if everything is done and ready.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stopped: Option<Stopped>,
}

/// Why an apply stopped.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Stopped {
    /// The stage in which.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stage: Option<Stage>,
    /// The object at which.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub object: Option<Identity>,
    /// The reason, a sentence: `container pulsar-broker crashes (exit code 1, 4 restarts)`.
    pub why: String,
    /// The last lines of its log, redacted.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub log: Vec<String>,
    /// What to do.
    pub advice: String,
}

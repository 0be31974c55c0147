//! Why a cluster could not be asked, or did not do what it was asked.

use pulsarc_diff::Identity;
use serde::Serialize;
use std::fmt;

/// Why a run against a cluster cannot go on.
#[derive(Debug, Clone, thiserror::Error)]
pub enum Failure {
    /// The kubeconfig, its context or its credentials cannot be used.
    #[error("{0}")]
    Access(String),
    /// The API server does not answer, after all retries.
    #[error("{what}: {why} (tried {tries} times)")]
    Unreachable {
        /// The request: `GET StatefulSet/pulsar-broker in pulsar`.
        what: String,
        /// What happened at last.
        why: String,
        /// How often it was sent.
        tries: u32,
    },
    /// The API server answered, and did not do it.
    #[error("{what}: {refusal}")]
    Refused {
        /// The request: `apply StatefulSet/pulsar-broker in pulsar`.
        what: String,
        /// Its answer.
        refusal: Refusal,
    },
    /// A pod of Pulsar did not answer, or not as expected.
    #[error("{pod}: {call}: {why}")]
    Pulsar {
        /// The pod that called itself: `pulsar-broker-0`.
        pod: String,
        /// The call: `GET /admin/v2/brokers/health`.
        call: String,
        /// What happened.
        why: String,
    },
    /// Another run works on the release.
    #[error("{0}")]
    Locked(String),
    /// What is stored about the release cannot be read, or contradicts the request.
    #[error("{0}")]
    State(String),
}

impl Failure {
    /// The answer of the API server, if there was one.
    pub fn refusal(&self) -> Option<&Refusal> {
        match self {
            Self::Refused { refusal, .. } => Some(refusal),
            _ => None,
        }
    }

    /// Whether the user may not do it.
    pub fn is_forbidden(&self) -> bool {
        self.refusal().is_some_and(|refusal| matches!(refusal.status, 401 | 403))
    }
}

/// An answer of the API server that is no success.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Refusal {
    /// The HTTP status.
    pub status: u16,
    /// Kubernetes' word for it: `Invalid`, `Conflict`, `Forbidden`, `NotFound`.
    pub reason: String,
    /// Kubernetes' sentence. It may repeat values of the object.
    pub message: String,
    /// The resource that it is about, as Kubernetes names it: `namespaces`. Empty if it does not say it.
    #[serde(skip_serializing_if = "str::is_empty")]
    pub about: Box<str>,
    /// The fields that it names, and why.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub causes: Vec<Cause>,
}

/// A field that the API server names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Cause {
    /// Kubernetes' word: `FieldValueForbidden`, `FieldManagerConflict`.
    pub reason: String,
    /// The path: `spec.serviceName`, with a leading dot for conflicts.
    pub field: String,
    /// Its sentence.
    pub message: String,
}

impl Refusal {
    /// Whether another manager owns fields of the object.
    pub fn is_conflict_of_managers(&self) -> bool {
        self.status == 409 && self.causes.iter().any(|cause| cause.reason == "FieldManagerConflict")
    }

    /// Whether a field is unknown or of a wrong type. The API server answers this with status 500 for its own kinds, without a
    /// reason or causes, so that only its message distinguishes it from a failing server.
    pub(crate) fn is_about_schema(&self) -> bool {
        is_about_schema(self.status, &self.message)
    }

    /// Whether the object does not validate, for example because a field is immutable.
    pub fn is_invalid(&self) -> bool {
        self.status == 422
    }
}

/// Whether an answer says that a field is unknown or of a wrong type.
pub(crate) fn is_about_schema(status: u16, message: &str) -> bool {
    status == 500 && message.starts_with("failed to create typed patch object")
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({})", self.message, self.status)
    }
}

/// An error of the client and the reasons below it, each once, without numbers of the operating system.
pub(crate) fn reasons(error: &dyn std::error::Error) -> Vec<String> {
    let mut reasons: Vec<String> = Vec::new();
    let mut below = Some(error);
    while let Some(error) = below {
        let whole = error.to_string();
        let reason = whole.split(" (os error").next().unwrap_or_default();
        if !reasons.iter().any(|known| known.contains(reason)) {
            reasons.push(reason.to_owned());
        }
        below = error.source();
    }
    reasons
}

/// `StatefulSet/pulsar-broker in pulsar`, for messages.
pub(crate) fn named(object: &Identity) -> String {
    match &object.namespace {
        Some(namespace) => format!("{object} in {namespace}"),
        None => object.to_string(),
    }
}

//! The client of a running Pulsar: HTTP calls that a pod makes to itself.
//!
//! Each call runs `curl` in a pod that already has the credentials, so that no secret leaves the cluster and the answer is that
//! of exactly this pod.

mod script;

use crate::api::Api;
use crate::failure::Failure;
use pulsarc_diff::Identity;
use pulsarc_model::Endpoint;
use serde::de::DeserializeOwned;
use std::fmt;
use std::time::Duration;

/// The time that a call may take, if nothing else is said.
pub(crate) const LIMIT: Duration = Duration::from_secs(20);

/// What the connection to the pod may take in addition to the call itself.
const MARGIN: Duration = Duration::from_secs(10);

/// A pod that calls itself.
#[derive(Debug, Clone)]
pub(crate) struct Place {
    /// The pod.
    pub(crate) pod: Identity,
    /// Its container with the program.
    pub(crate) container: String,
    /// Where the program answers.
    pub(crate) endpoint: Endpoint,
}

/// What is done to a resource of the administration.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Method {
    /// It is read.
    Get,
    /// It is created, or an action begins.
    Post,
    /// It is replaced.
    Put,
    /// It is deleted.
    Delete,
}

impl Method {
    fn word(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Post => "POST",
            Self::Put => "PUT",
            Self::Delete => "DELETE",
        }
    }
}

/// A call: `POST /admin/v2/brokers/configuration/loadBalancerSheddingEnabled/false`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Call {
    method: Method,
    path: String,
    body: Option<String>,
    limit: Duration,
}

impl Call {
    /// A call without a body. The path begins with `/` and is encoded.
    pub(crate) fn new(method: Method, path: impl Into<String>) -> Self {
        Self { method, path: path.into(), body: None, limit: LIMIT }
    }

    /// The same with a JSON body. It must hold no secret: it is on the command line of `curl`.
    pub(crate) fn with_body(self, body: impl Into<String>) -> Self {
        Self { body: Some(body.into()), ..self }
    }

    /// The same with another limit of time.
    pub(crate) fn within(self, limit: Duration) -> Self {
        Self { limit, ..self }
    }
}

impl fmt::Display for Call {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.method.word(), self.path)
    }
}

/// What a pod answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Answer {
    /// The HTTP status.
    pub(crate) status: u16,
    /// The body.
    pub(crate) body: String,
}

impl Answer {
    /// Whether the call succeeded.
    pub(crate) fn is_success(&self) -> bool {
        (200..300).contains(&self.status)
    }
}

/// The answer of a pod to a call, whatever its status. A failure if the program did not answer at all.
pub(crate) async fn call(api: &Api, place: &Place, call: &Call) -> Result<Answer, Failure> {
    let command = script::command(&place.endpoint, call);
    let output = api.exec((&place.pod, &place.container), &command, call.limit + MARGIN).await?;
    script::answer(&output).map_err(|why| failed(place, call, &why))
}

/// The body of a successful answer.
pub(crate) async fn text(api: &Api, place: &Place, wanted: &Call) -> Result<String, Failure> {
    let answer = call(api, place, wanted).await?;
    if answer.is_success() {
        return Ok(answer.body);
    }
    let body: String = answer.body.chars().take(200).collect();
    Err(failed(place, wanted, format!("status {} {}", answer.status, body.trim()).trim()))
}

/// The JSON body of a successful answer.
pub(crate) async fn json<T: DeserializeOwned>(api: &Api, place: &Place, wanted: &Call) -> Result<T, Failure> {
    let body = text(api, place, wanted).await?;
    serde_json::from_str(&body).map_err(|error| failed(place, wanted, &format!("unexpected answer: {error}")))
}

fn failed(place: &Place, call: &Call, why: &str) -> Failure {
    Failure::Pulsar { pod: place.pod.name.clone(), call: call.to_string(), why: why.to_owned() }
}

//! The client of a running Pulsar: HTTP calls that a pod makes to itself.
//!
//! Each call runs `curl` in a pod that already has the credentials, so that no secret leaves the cluster and the answer is that
//! of exactly this pod.

pub(crate) mod bookie;
pub(crate) mod broker;
mod script;
pub(crate) mod worker;
pub(crate) mod zookeeper;

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
    limit: Duration,
}

impl Call {
    /// A call. The path begins with `/` and is encoded.
    pub(crate) fn new(method: Method, path: impl Into<String>) -> Self {
        Self { method, path: path.into(), limit: LIMIT }
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
    /// Where the caller is sent instead, for a status such as 307. It is not followed: only the caller knows which pod that is.
    pub(crate) redirect: Option<String>,
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

/// The body of a successful answer, which is not used.
pub(crate) async fn done(api: &Api, place: &Place, wanted: &Call) -> Result<(), Failure> {
    text(api, place, wanted).await.map(|_| ())
}

/// The body of a successful answer.
pub(crate) async fn text(api: &Api, place: &Place, wanted: &Call) -> Result<String, Failure> {
    let answer = call(api, place, wanted).await?;
    if answer.is_success() {
        return Ok(answer.body);
    }
    Err(refused(place, wanted, &answer))
}

/// Whether a pod can resolve a name. A pod without the program for it is believed to.
pub(crate) async fn resolves(api: &Api, place: &Place, name: &str) -> Result<bool, Failure> {
    const SCRIPT: &str = "command -v getent >/dev/null || exit 0; getent hosts \"$1\"";
    if name.parse::<std::net::IpAddr>().is_ok() {
        return Ok(true);
    }
    let command = ["sh", "-c", SCRIPT, "pulsarc", name].map(str::to_owned);
    let output = api.exec((&place.pod, &place.container), &command, LIMIT).await?;
    Ok(output.code == 0)
}

/// Whether a host is a pod of this name: a pod is known by it with or without a domain.
fn is_host_of(host: &str, pod: &str) -> bool {
    host.strip_prefix(pod).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}

/// The failure of a call that was answered otherwise than hoped.
pub(crate) fn refused(place: &Place, wanted: &Call, answer: &Answer) -> Failure {
    failed(place, wanted, format!("status {} {}", answer.status, reason(&answer.body)).trim())
}

/// What a body says about a failure, in a line. Pulsar puts whole stack traces into it.
fn reason(body: &str) -> String {
    let object = serde_json::from_str::<serde_json::Value>(body).ok();
    let reason = object.as_ref().and_then(|object| object.get("reason")?.as_str()).unwrap_or(body);
    let message = reason.split("Message: ").nth(1).unwrap_or(reason);
    let line = message.lines().map(str::trim).find(|line| !line.is_empty()).unwrap_or_default();
    line.chars().take(200).collect()
}

/// The JSON body of a successful answer.
pub(crate) async fn json<T: DeserializeOwned>(api: &Api, place: &Place, wanted: &Call) -> Result<T, Failure> {
    let body = text(api, place, wanted).await?;
    serde_json::from_str(&body).map_err(|error| failed(place, wanted, &format!("unexpected answer: {error}")))
}

fn failed(place: &Place, call: &Call, why: &str) -> Failure {
    Failure::Pulsar { pod: place.pod.name.clone(), call: call.to_string(), why: why.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_reason_of_a_failure_is_one_line_of_its_body() {
        let body = r#"{"reason":"\n --- An unexpected error occurred in the server ---\n\nMessage: Not enough non-faulty bookies available\n\nStacktrace:\n\norg.apache.pulsar"}"#;
        assert_eq!(reason(body), "Not enough non-faulty bookies available");
        let absent = r#"{"reason":"Broker id '127.0.0.1:8099' not found in available brokers."}"#;
        assert_eq!(reason(absent), "Broker id '127.0.0.1:8099' not found in available brokers.");
        assert_eq!(reason(&"x".repeat(300)).len(), 200);
        assert_eq!(reason(""), "");
    }
}

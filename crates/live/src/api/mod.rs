//! The requests to the API server: the only file of the crate that sends any.
//!
//! Each request is sent again, a bounded number of times, if the server or the network failed and sending it again does no
//! harm. All requests here are of that kind: reads, server-side applies, deletes with preconditions, and replacements of a
//! version.

mod connection;
mod discover;
mod exec;
mod retry;

pub(crate) use connection::Connections;
pub(crate) use exec::Output;

use crate::failure::{Cause, Failure, Refusal, named};
use crate::resource::Resource;
use kube::api::{
    DeleteParams, GetParams, ListParams, LogParams, Patch, PatchParams, PostParams, Preconditions,
    PropagationPolicy, ValidationDirective,
};
use kube::client::Body;
use kube::core::Request;
use pulsarc_diff::Identity;
use serde_json::Value;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::time::Duration;

/// The name under which pulsarc owns fields.
pub const MANAGER: &str = "pulsarc";

/// Whether a write is stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Write {
    /// The server answers what it would store, and stores nothing.
    DryRun,
    /// It is stored.
    Store,
}

/// Whether a server-side apply takes fields that somebody else owns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Force {
    /// A field of another manager is a conflict.
    No,
    /// It is taken over.
    Yes,
}

/// What a server-side apply did, or would do.
#[derive(Debug, Clone)]
pub(crate) struct Applied {
    /// The object with everything that the server filled in.
    pub(crate) object: Value,
    /// Whether it did not exist before.
    pub(crate) created: bool,
    /// The server's warnings.
    pub(crate) warnings: Vec<String>,
}

/// What happens to the objects that an object owns as it is deleted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Dependents {
    /// They are deleted after it.
    Delete,
    /// They are deleted before it: it exists as long as one of them does.
    DeleteFirst,
    /// They stay, without an owner.
    Keep,
}

/// An answer as it came.
struct Answer {
    status: u16,
    warnings: Vec<String>,
    body: Value,
    text: Vec<u8>,
}

/// The client of one cluster.
pub(crate) struct Api {
    connections: Connections,
    timeout: Duration,
    found: RefCell<BTreeMap<(String, String), BTreeMap<String, Resource>>>,
}

impl Api {
    /// A client whose requests may each take so long.
    pub(crate) fn new(connections: Connections, timeout: Duration) -> Self {
        Self { connections, timeout, found: RefCell::default() }
    }

    /// An object; none if it does not exist.
    pub(crate) async fn get(&self, of: &Resource, object: &Identity) -> Result<Option<Value>, Failure> {
        let request = requests(of, object).get(&object.name, &GetParams::default());
        let what = format!("get {}", named(object));
        match self.send(&what, request).await? {
            Answer { status: 404, .. } => Ok(None),
            answer => Ok(Some(done(&what, answer)?.body)),
        }
    }

    /// All objects of a kind that a label selector finds, in a namespace or in all. Each has its `apiVersion` and `kind`, which
    /// lists leave out.
    pub(crate) async fn list(
        &self,
        of: &Resource,
        namespace: Option<&str>,
        selector: Option<&str>,
    ) -> Result<Vec<Value>, Failure> {
        let what = format!("list {}", of.plural);
        let mut all = Vec::new();
        let mut params = ListParams { limit: Some(500), ..ListParams::default() };
        params.label_selector = selector.map(str::to_owned);
        loop {
            let request = Request::new(of.path(namespace)).list(&params);
            let mut body = self.succeed(&what, request).await?.body;
            let next = body.pointer("/metadata/continue").and_then(Value::as_str).map(str::to_owned);
            let items = body.get_mut("items").and_then(Value::as_array_mut).map(std::mem::take);
            all.extend(items.unwrap_or_default().into_iter().map(|item| typed(item, of)));
            match next.filter(|token| !token.is_empty()) {
                Some(token) => params.continue_token = Some(token),
                None => return Ok(all),
            }
        }
    }

    /// A server-side apply as `pulsarc`; unknown fields are rejected.
    pub(crate) async fn apply(
        &self,
        of: &Resource,
        object: &Identity,
        value: &Value,
        (write, force): (Write, Force),
    ) -> Result<Applied, Failure> {
        let params = PatchParams {
            dry_run: write == Write::DryRun,
            force: force == Force::Yes,
            field_manager: Some(MANAGER.to_owned()),
            field_validation: Some(ValidationDirective::Strict),
        };
        let request = requests(of, object).patch(&object.name, &params, &Patch::Apply(value));
        let answer = self.succeed(&format!("apply {}", named(object)), request).await?;
        Ok(Applied { created: answer.status == 201, warnings: answer.warnings, object: answer.body })
    }

    /// A JSON merge patch as `pulsarc`.
    pub(crate) async fn merge(
        &self,
        of: &Resource,
        object: &Identity,
        patch: &Value,
    ) -> Result<Value, Failure> {
        let params = PatchParams { field_manager: Some(MANAGER.to_owned()), ..PatchParams::default() };
        let request = requests(of, object).patch(&object.name, &params, &Patch::Merge(patch));
        Ok(self.succeed(&format!("patch {}", named(object)), request).await?.body)
    }

    /// Creates an object that must not exist: a refusal with status 409 if it does.
    pub(crate) async fn create(
        &self,
        of: &Resource,
        object: &Identity,
        value: &Value,
        write: Write,
    ) -> Result<Value, Failure> {
        let request = requests(of, object).create(&posted(write), value.to_string().into_bytes());
        Ok(self.succeed(&format!("create {}", named(object)), request).await?.body)
    }

    /// Replaces an object; a refusal with status 409 if its `resourceVersion` is no longer the one in `value`.
    pub(crate) async fn replace(
        &self,
        of: &Resource,
        object: &Identity,
        value: &Value,
    ) -> Result<Value, Failure> {
        let request =
            requests(of, object).replace(&object.name, &posted(Write::Store), value.to_string().into_bytes());
        Ok(self.succeed(&format!("replace {}", named(object)), request).await?.body)
    }

    /// Deletes the object with a UID, and no other one of its name. Returns whether it existed.
    pub(crate) async fn delete(
        &self,
        of: &Resource,
        object: &Identity,
        uid: Option<&str>,
        dependents: Dependents,
    ) -> Result<bool, Failure> {
        let policy = match dependents {
            Dependents::Delete => PropagationPolicy::Background,
            Dependents::DeleteFirst => PropagationPolicy::Foreground,
            Dependents::Keep => PropagationPolicy::Orphan,
        };
        let preconditions =
            uid.map(|uid| Preconditions { uid: Some(uid.to_owned()), ..Preconditions::default() });
        let params =
            DeleteParams { propagation_policy: Some(policy), preconditions, ..DeleteParams::default() };
        let request = requests(of, object).delete(&object.name, &params);
        let what = format!("delete {}", named(object));
        match self.send(&what, request).await? {
            Answer { status: 404, .. } => Ok(false),
            answer => done(&what, answer).map(|_| true),
        }
    }

    /// What controllers and nodes have reported about an object.
    pub(crate) async fn events(&self, about: &Identity, uid: &str) -> Result<Vec<Value>, Failure> {
        let path = format!("/api/v1/namespaces/{}/events", about.namespace.as_deref().unwrap_or_default());
        let mut params = ListParams { limit: Some(100), ..ListParams::default() };
        params.field_selector = Some(format!("involvedObject.uid={uid}"));
        let what = format!("list events of {}", named(about));
        let mut body = self.succeed(&what, Request::new(path).list(&params)).await?.body;
        Ok(body.get_mut("items").and_then(Value::as_array_mut).map(std::mem::take).unwrap_or_default())
    }

    /// The last lines that a container wrote: of its previous run if it has crashed, else of this one.
    pub(crate) async fn logs(
        &self,
        pod: &Identity,
        container: &str,
        previous: bool,
        lines: i64,
    ) -> Result<String, Failure> {
        let params = LogParams {
            container: Some(container.to_owned()),
            previous,
            tail_lines: Some(lines),
            limit_bytes: Some(64 << 10),
            ..LogParams::default()
        };
        let path = format!("/api/v1/namespaces/{}/pods", pod.namespace.as_deref().unwrap_or_default());
        let what = format!("read the log of {}", named(pod));
        let answer = self.succeed(&what, Request::new(path).logs(&pod.name, &params)).await?;
        Ok(String::from_utf8_lossy(&answer.text).into_owned())
    }

    /// Where objects of a kind are in the API; none if the server does not serve the kind.
    pub(crate) async fn resource_of(&self, object: &Value) -> Result<Option<Resource>, Failure> {
        discover::resource_of(self, object).await
    }

    async fn succeed(
        &self,
        what: &str,
        request: Result<http::Request<Vec<u8>>, kube::core::request::Error>,
    ) -> Result<Answer, Failure> {
        done(what, self.send(what, request).await?)
    }

    /// The last answer to a request, however bad.
    async fn send(
        &self,
        what: &str,
        request: Result<http::Request<Vec<u8>>, kube::core::request::Error>,
    ) -> Result<Answer, Failure> {
        let request = request.map_err(|error| Failure::State(format!("{what}: {error}")))?;
        let mut tries = retry::Tries::default();
        let names_version = names_version(request.body());
        loop {
            let answer = tokio::time::timeout(self.timeout, self.once(request.clone())).await;
            let next = match answer {
                Ok(Ok((answer, after))) => {
                    let Some(pause) = tries.after_answer((answer.status, &answer.body), after, names_version)
                    else {
                        return Ok(answer);
                    };
                    pause
                }
                Ok(Err(why)) => tries.after_error(what, why)?,
                Err(_) => tries.after_error(what, format!("no answer in {:?}", self.timeout))?,
            };
            tokio::time::sleep(next).await;
        }
    }

    /// One answer, and the seconds after which the server wants to be asked again; or why there is none.
    async fn once(&self, request: http::Request<Vec<u8>>) -> Result<(Answer, Option<u64>), String> {
        let response =
            self.connections.send(request.map(Body::from)).await.map_err(|error| retry::in_words(&error))?;
        let header =
            |name: &str| response.headers().get_all(name).iter().filter_map(|value| value.to_str().ok());
        let after = header("retry-after").next().and_then(|seconds| seconds.parse().ok());
        let warnings = header("warning").map(warning).collect();
        let status = response.status().as_u16();
        let text = response.into_body().collect_bytes().await.map_err(|error| retry::in_words(&error))?;
        let body = serde_json::from_slice(&text).unwrap_or(Value::Null);
        Ok((Answer { status, warnings, body, text: text.into() }, after))
    }
}

/// Whether a request is about one version of an object, or one object of a name.
fn names_version(body: &[u8]) -> bool {
    let has = |key: &[u8]| body.windows(key.len()).any(|part| part == key);
    has(b"\"resourceVersion\"") || has(b"\"preconditions\"")
}

/// The text of a `Warning` header: `299 - "text"`.
fn warning(header: &str) -> String {
    let text = header.splitn(3, ' ').nth(2).unwrap_or(header);
    text.trim_matches('"').replace("\\\"", "\"")
}

/// The requests for objects of a kind in an object's namespace.
fn requests(of: &Resource, object: &Identity) -> Request {
    Request::new(of.path(object.namespace.as_deref()))
}

fn posted(write: Write) -> PostParams {
    PostParams { dry_run: write == Write::DryRun, field_manager: Some(MANAGER.to_owned()) }
}

/// `/version/` is another path than `/version`.
fn without_slash(mut request: http::Request<Vec<u8>>) -> http::Request<Vec<u8>> {
    let path = request.uri().path().trim_end_matches('/').to_owned();
    if let Ok(uri) = path.parse() {
        *request.uri_mut() = uri;
    }
    request
}

fn typed(mut item: Value, of: &Resource) -> Value {
    if let Some(item) = item.as_object_mut() {
        item.entry("apiVersion").or_insert_with(|| of.api_version().into());
        item.entry("kind").or_insert_with(|| of.kind.clone().into());
    }
    item
}

fn done(what: &str, answer: Answer) -> Result<Answer, Failure> {
    if (200..300).contains(&answer.status) {
        return Ok(answer);
    }
    Err(Failure::Refused { what: what.to_owned(), refusal: refusal(&answer) })
}

fn refusal(answer: &Answer) -> Refusal {
    let text =
        |value: &Value, key: &str| value.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
    let causes = answer.body.pointer("/details/causes").and_then(Value::as_array).into_iter().flatten();
    let cause = |cause: &Value| Cause {
        reason: text(cause, "reason"),
        field: text(cause, "field"),
        message: text(cause, "message"),
    };
    let mut message = text(&answer.body, "message");
    if message.is_empty() {
        message = String::from_utf8_lossy(&answer.text).chars().take(200).collect();
    }
    Refusal {
        status: answer.status,
        reason: text(&answer.body, "reason"),
        about: answer.body.get("details").map(|details| text(details, "kind")).unwrap_or_default().into(),
        message,
        causes: causes.map(cause).collect(),
    }
}

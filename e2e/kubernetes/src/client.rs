//! Kubernetes' API, as much of it as the tests need: plain HTTPS and JSON.
//!
//! A client library would hide what is looked at here: the warnings, the rejected fields, the versions of resources.

use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use ureq::Agent;
use ureq::http::{Method, Request};
use ureq::tls::{Certificate, PemItem, RootCerts, TlsConfig, parse_pem};

/// Whether a server-side apply takes fields that somebody else owns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Force {
    /// A field of foreign is a conflict.
    No,
    /// It is taken over.
    Yes,
}

/// What the server answered.
#[derive(Debug, Clone)]
pub struct Answer {
    /// HTTP's status.
    pub status: u16,
    /// What it holds: an object, or a `Status` that says what is wrong.
    pub body: Value,
    /// The warnings that came with it.
    pub warnings: Vec<String>,
}

impl Answer {
    /// Whether it was done.
    pub fn is_done(&self) -> bool {
        (200..300).contains(&self.status)
    }

    /// What the server says of a refusal.
    pub fn message(&self) -> &str {
        self.body["message"].as_str().unwrap_or_default()
    }

    /// The object with everything that a change of it changes, who manages which field and since when among it. Its
    /// version alone is left out: the server writes a claim once more for a finalizer of its own, with the same content.
    pub fn content(&self) -> Value {
        let mut content = self.body.clone();
        if let Some(metadata) = content["metadata"].as_object_mut() {
            metadata.remove("resourceVersion");
        }
        content
    }
}

/// Where objects of a kind are in the API.
#[derive(Debug, Clone)]
struct Resource {
    plural: String,
    namespaced: bool,
}

/// A connection to the API.
#[derive(Debug)]
pub struct Client {
    agent: Agent,
    url: String,
    token: String,
    resources: Mutex<BTreeMap<String, BTreeMap<String, Resource>>>,
}

impl Client {
    /// Speaks to an API server on loopback whose certificates, its own and its authority's, are these.
    pub(crate) fn new(port: u16, certificates: &[u8], token: &str) -> Self {
        let trusted: Vec<Certificate<'static>> = parse_pem(certificates)
            .filter_map(Result::ok)
            .filter_map(|item| match item {
                PemItem::Certificate(certificate) => Some(certificate),
                _ => None,
            })
            .collect();
        let tls = TlsConfig::builder().root_certs(RootCerts::Specific(Arc::new(trusted))).build();
        let config = Agent::config_builder()
            .tls_config(tls)
            .http_status_as_error(false)
            .proxy(None)
            .timeout_global(Some(Duration::from_secs(60)));
        Self {
            agent: config.build().into(),
            url: format!("https://127.0.0.1:{port}"),
            token: token.to_owned(),
            resources: Mutex::default(),
        }
    }

    /// Whether the server is there and ready.
    pub(crate) fn is_ready(&self) -> bool {
        self.try_send(Method::GET, "/readyz", "application/json", None).is_ok_and(|answer| answer.is_done())
    }

    /// Reads a path.
    pub fn get(&self, path: &str) -> Answer {
        self.send(Method::GET, path, "application/json", None)
    }

    /// Creates an object as a client does that sends it whole, such as Helm.
    pub fn create(&self, object: &Value, manager: &str) -> Answer {
        let path = format!("{}?fieldManager={manager}", self.collection(object));
        self.send(Method::POST, &path, "application/json", Some(object))
    }

    /// Applies an object on the server, as `kubectl apply --server-side` does, with unknown fields rejected.
    pub fn apply(&self, object: &Value, force: Force) -> Answer {
        let force = force == Force::Yes;
        let path = format!("{}?fieldManager=pulsarc&fieldValidation=Strict&force={force}", self.path(object));
        self.send(Method::PATCH, &path, "application/apply-patch+yaml", Some(object))
    }

    /// Applies a part of an object as another manager does, whoever owns its fields.
    pub fn apply_as(&self, object: &Value, manager: &str) -> Answer {
        let path = format!("{}?fieldManager={manager}&force=true", self.path(object));
        self.send(Method::PATCH, &path, "application/apply-patch+yaml", Some(object))
    }

    /// Applies an object without storing it, as its owner does: what the server would answer.
    pub fn try_apply(&self, object: &Value) -> Answer {
        let path = format!("{}?fieldManager=pulsarc&force=true&dryRun=All", self.path(object));
        self.send(Method::PATCH, &path, "application/apply-patch+yaml", Some(object))
    }

    /// Changes an object as `kubectl edit` and `kubectl patch` do: fields, not ownership, and no conflicts.
    pub fn merge(&self, path: &str, patch: &Value, manager: &str) -> Answer {
        let path = format!("{path}?fieldManager={manager}");
        self.send(Method::PATCH, &path, "application/merge-patch+json", Some(patch))
    }

    /// Deletes an object, whatever holds it back.
    pub fn delete(&self, object: &Value) {
        let path = self.path(object);
        self.send(
            Method::DELETE,
            &path,
            "application/json",
            Some(&json!({ "propagationPolicy": "Background" })),
        );
        let rest = self.get(&path);
        if rest.is_done() && !rest.body["metadata"]["finalizers"].is_null() {
            let none = json!({ "metadata": { "finalizers": null } });
            self.send(Method::PATCH, &path, "application/merge-patch+json", Some(&none));
        }
    }

    /// Posts to a path that keeps nothing, such as a review.
    pub fn review(&self, path: &str, object: &Value) -> Answer {
        self.send(Method::POST, path, "application/json", Some(object))
    }

    /// The path of an object.
    pub fn path(&self, object: &Value) -> String {
        format!("{}/{}", self.collection(object), object["metadata"]["name"].as_str().unwrap_or_default())
    }

    fn collection(&self, object: &Value) -> String {
        let api = object["apiVersion"].as_str().unwrap_or_default();
        let kind = object["kind"].as_str().unwrap_or_default();
        let resource = self.resource(api, kind);
        let namespace = object["metadata"]["namespace"].as_str().unwrap_or("default");
        let scope = if resource.namespaced { format!("/namespaces/{namespace}") } else { String::new() };
        format!("{}{scope}/{}", root(api), resource.plural)
    }

    fn resource(&self, api: &str, kind: &str) -> Resource {
        let known = || self.resources.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = known().get(api).and_then(|kinds| kinds.get(kind)) {
            return known.clone();
        }
        let listed = self.get(&root(api)).body;
        let kinds: BTreeMap<String, Resource> = listed["resources"]
            .as_array()
            .into_iter()
            .flatten()
            .filter(|resource| resource["name"].as_str().is_some_and(|name| !name.contains('/')))
            .map(|resource| {
                let text = |key: &str| resource[key].as_str().unwrap_or_default().to_owned();
                let namespaced = resource["namespaced"] == true;
                (text("kind"), Resource { plural: text("name"), namespaced })
            })
            .collect();
        let found = kinds.get(kind).unwrap_or_else(|| panic!("the server knows no {kind} of {api}")).clone();
        known().insert(api.to_owned(), kinds);
        found
    }

    fn send(&self, method: Method, path: &str, media: &str, body: Option<&Value>) -> Answer {
        let what = format!("{method} {path}");
        self.try_send(method, path, media, body).unwrap_or_else(|error| panic!("{what}: {error}"))
    }

    fn try_send(
        &self,
        method: Method,
        path: &str,
        media: &str,
        body: Option<&Value>,
    ) -> Result<Answer, ureq::Error> {
        let request = Request::builder()
            .method(method)
            .uri(format!("{}{path}", self.url))
            .header("Authorization", format!("Bearer {}", self.token))
            .header("Content-Type", media)
            .body(body.map(Value::to_string).unwrap_or_default())?;
        let mut response = self.agent.run(request)?;
        let warnings = response.headers().get_all("warning").iter();
        let warnings = warnings.filter_map(|value| value.to_str().ok()).map(str::to_owned).collect();
        let text = response.body_mut().with_config().limit(u64::MAX).read_to_string()?;
        let body = serde_json::from_str(&text).unwrap_or(Value::String(text));
        Ok(Answer { status: response.status().as_u16(), body, warnings })
    }
}

/// The root of a group's version.
fn root(api: &str) -> String {
    if api.contains('/') { format!("/apis/{api}") } else { format!("/api/{api}") }
}

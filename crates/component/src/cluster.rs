//! A whole cluster as a component sees it when it checks and emits.

use crate::jvm::{self, Jvm};
use crate::shapes::ImageSpec;
use crate::{Base, Names, PulsarPeer, Topology};
use k8s_openapi::api::core::v1::LocalObjectReference;
use pulsarc_diag::{Diagnostic, Findings, KeyPath, Span};
use pulsarc_kube::{Labels, k8s_openapi};
use pulsarc_model::{Node, Number, Value, decode};
use serde::de::DeserializeOwned;
use std::borrow::Cow;
use std::collections::BTreeMap;

/// The Pulsar version that the chart 4.7.0 deploys by default.
pub const DEFAULT_PULSAR_VERSION: &str = "4.0.12";

/// A version of Kubernetes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct KubeVersion {
    /// 1, so far.
    pub major: u32,
    /// The minor version.
    pub minor: u32,
}

/// The target of the build: set on the command line, not in the configuration.
#[derive(Debug, Clone)]
pub struct Target {
    /// The release's name.
    pub release: String,
    /// The namespace, unless the configuration sets one.
    pub namespace: String,
    /// The version of Kubernetes.
    pub kube_version: KubeVersion,
    /// Whether the release is there already, so that nothing has to be initialized.
    pub upgrade: bool,
}

/// A whole cluster.
pub struct Cluster<'a> {
    /// What belongs to no single component.
    pub base: &'a Base,
    /// All names.
    pub names: &'a Names,
    /// The components as they see each other.
    pub topology: &'a Topology,
    /// The target.
    pub target: &'a Target,
    /// The labels.
    pub labels: &'a Labels,
    /// The configuration, for the places of findings.
    pub root: &'a Node,
    /// The JVMs of the deployed components.
    pub jvms: Vec<Jvm<'a>>,
}

impl<'a> Cluster<'a> {
    /// A cluster: the settings that belong to no single component, names, topology, target, and configuration.
    pub fn new(
        base: &'a Base,
        (names, topology, labels): (&'a Names, &'a Topology, &'a Labels),
        target: &'a Target,
        root: &'a Node,
    ) -> Self {
        let mut cluster = Self { base, names, topology, target, labels, root, jvms: Vec::new() };
        cluster.jvms = jvm::deployed(&cluster);
        cluster
    }

    /// Pulsar's own keys in the block of a component, its `configData`.
    pub fn settings(&self, block: &str) -> Option<&'a BTreeMap<String, Node>> {
        self.root.get(block)?.as_record()?.get("configData")?.as_record()
    }
}

impl Cluster<'_> {
    /// Whether separate components make up the cluster (and not one standalone process).
    pub fn is_distributed(&self) -> bool {
        self.topology.is_distributed()
    }

    /// Whether ZooKeeper is deployed.
    pub fn runs_zookeeper(&self) -> bool {
        self.base.components.zookeeper && self.is_distributed()
    }

    /// Whether the bookies are deployed.
    pub fn runs_bookkeeper(&self) -> bool {
        self.base.components.bookkeeper && self.is_distributed()
    }

    /// Whether the brokers are deployed.
    pub fn runs_broker(&self) -> bool {
        self.base.components.broker && self.is_distributed()
    }

    /// Whether the standalone function worker is deployed.
    pub fn runs_function_worker(&self) -> bool {
        self.base.components.function_worker && self.is_distributed()
    }

    /// Whether functions run inside the brokers: switched on, and not run by a separate worker.
    pub fn embeds_functions(&self) -> bool {
        self.base.components.functions && !self.base.components.function_worker
    }

    /// Whether the jobs that initialize a new cluster are emitted.
    pub fn initializes(&self) -> bool {
        (self.base.use_release_status && !self.target.upgrade) || self.base.initialize
    }

    /// Whether clients reach ZooKeeper over TLS.
    pub fn zookeeper_tls(&self) -> bool {
        self.base.tls.serves(&self.base.tls.zookeeper)
    }

    /// Whether the proxies serve WebSocket: `webSocketServiceEnabled` in their configuration.
    pub fn proxies_serve_websocket(&self) -> bool {
        let key = "webSocketServiceEnabled";
        let settings = self.root.get("proxy.configData").and_then(Node::as_record);
        let of = |key: &str| settings.and_then(|settings| settings.get(key)?.as_words());
        let value = of(&format!("PULSAR_PREFIX_{key}")).or_else(|| of(key));
        self.base.components.proxy && value.is_some_and(|value| value.trim().eq_ignore_ascii_case("true"))
    }

    /// Whether the proxies authorize their clients themselves. WebSocket handlers reach the brokers with the proxy's
    /// own role, so nothing else can; for all other clients the brokers decide. It needs a metadata store to read
    /// policies from, which a standalone server does not share.
    pub fn proxies_authorize(&self) -> bool {
        self.proxies_serve_websocket()
            && self.base.auth.authorizes()
            && self.is_distributed()
            && self.metadata_store_url().is_some()
    }

    /// Whether the proxies dial ZooKeeper over TLS, to read those policies.
    pub fn proxies_dial_zookeeper_tls(&self) -> bool {
        self.proxies_authorize() && self.runs_zookeeper() && self.zookeeper_tls()
    }

    /// Whether the proxies have a certificate: they serve TLS, or show one to ZooKeeper.
    pub fn proxy_certificate(&self) -> bool {
        let tls = &self.base.tls;
        tls.enabled && (tls.proxy.enabled || self.proxies_dial_zookeeper_tls())
    }

    /// The servers that clients dial.
    pub fn server(&self) -> Option<&PulsarPeer> {
        self.topology.server()
    }

    /// Whether those servers are deployed.
    pub fn runs_server(&self) -> bool {
        self.topology.standalone_mode || self.runs_broker()
    }

    /// Whether those servers speak the binary protocol in the clear too: brokers do until function instances use TLS.
    pub fn server_speaks_plain(&self) -> bool {
        let tls = self.server().is_some_and(|server| server.tls);
        !tls || (self.is_distributed() && !self.base.tls.function_instance.enabled)
    }

    /// When an image is pulled.
    pub fn pull_policy(&self, image: &ImageSpec) -> String {
        let given = image.pull_policy.clone().filter(|policy| !policy.is_empty());
        given.unwrap_or_else(|| self.base.default_pull_policy.clone())
    }

    /// The secrets that images are pulled with.
    pub fn pull_secrets(&self) -> Option<Vec<LocalObjectReference>> {
        let names = &self.base.images.pull_secrets;
        let references = names.iter().map(|name| LocalObjectReference { name: name.clone() }).collect();
        (!names.is_empty()).then_some(references)
    }

    /// The whole number at a path, even if written as text, as Pulsar's own keys often are.
    pub fn integer(&self, path: &str) -> Option<i64> {
        match &self.root.get(path)?.value {
            Value::Number(Number::Integer(number)) => Some(*number),
            Value::Text(text) => text.trim().parse().ok(),
            _ => None,
        }
    }

    /// The text at a path; a number or boolean as it would be written.
    pub fn text(&self, path: &str) -> Option<String> {
        self.root.get(path)?.as_words().map(Cow::into_owned)
    }

    /// The value at a path as a type; mistakes in it are reported when its own component is decoded.
    pub fn decoded<T: DeserializeOwned>(&self, path: &str) -> Option<T> {
        decode(self.root.get(path)?, &KeyPath::parse(path), &mut Findings::default())
    }

    /// Whether a switch is on.
    pub fn is_on(&self, path: &str) -> bool {
        self.root.get(path).is_some_and(|node| node.value == Value::Bool(true))
    }

    /// The place of a value for a diagnostic: the user's text of it or of the nearest value around it.
    pub fn span(&self, path: &str) -> Option<Span> {
        self.root.users_span(&KeyPath::parse(path))
    }

    /// Whether the user set the value at a path, or anything in it.
    pub fn is_users(&self, path: &str) -> bool {
        self.root.is_users(&KeyPath::parse(path))
    }

    /// The first of several values that the user set; the first of all where none is: what a finding about several
    /// fields points at.
    pub fn blamed<'p>(&self, paths: &[&'p str]) -> &'p str {
        let users = paths.iter().find(|path| self.is_users(path));
        users.or(paths.first()).copied().unwrap_or_default()
    }

    /// Points a diagnostic at the first of `paths` that the user set, and labels the others that the user set.
    pub fn point(&self, diagnostic: Diagnostic, paths: &[(&str, &str)]) -> Diagnostic {
        let all: Vec<&str> = paths.iter().map(|(path, _)| *path).collect();
        let primary = self.blamed(&all);
        let pointed = diagnostic.at(primary).span(self.span(primary));
        paths.iter().filter(|(path, _)| *path != primary && self.is_users(path)).fold(
            pointed,
            |finding, (path, why)| {
                let span = self.span(path).filter(|span| Some(*span) != finding.span);
                finding.label(span, *why)
            },
        )
    }
}

//! The link check: every name in the output leads somewhere.
//!
//! It reads only the emitted objects, so it covers every component, even one that is added later. Objects that a
//! user's configuration names (their own secret in `extraVolumes`) count as external.

mod pods;
mod selectors;
mod urls;

use pulsarc_component::Cluster;
use pulsarc_component::roster::CertificateRecord;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};
use pulsarc_kube::Object;
use pulsarc_kube::k8s_openapi::api::apps::v1::StatefulSet;
use pulsarc_kube::k8s_openapi::api::core::v1::Service;
use pulsarc_model::{Node, Origin, Value};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

/// A reference in the output that leads nowhere.
pub static DANGLING: Code = Code {
    id: "PUL0900",
    severity: Severity::Error,
    title: "dangling reference",
    page: include_str!("../pages/PUL0900.md"),
};

/// Two objects of one kind and name.
pub static TWICE: Code = Code {
    id: "PUL0901",
    severity: Severity::Error,
    title: "duplicate object name",
    page: include_str!("../pages/PUL0901.md"),
};

/// The codes of the link check.
pub const CODES: &[&Code] = &[&DANGLING, &TWICE];

/// What the output holds, by kind and name.
pub(crate) struct Linker<'a> {
    cluster: &'a Cluster<'a>,
    names: BTreeSet<(&'a str, &'a str)>,
    /// The services of the cluster's namespace, those that the user wrote whole among them.
    services: BTreeMap<&'a str, Cow<'a, Service>>,
    /// The `StatefulSet`s, by the service that names their pods.
    governed: BTreeMap<&'a str, &'a StatefulSet>,
    /// Every text that the user wrote: users provide the objects that they name.
    written: BTreeSet<&'a str>,
    /// Secrets that something in the cluster creates, or that the user has to provide for an enabled feature.
    secrets: BTreeSet<String>,
}

/// Reports every dangling reference and every duplicate object.
pub fn check(objects: &[Object], cluster: &Cluster<'_>, found: &mut Findings) {
    let linker = Linker::new(objects, cluster);
    twice(objects, found);
    for object in objects {
        let mut dangling = Vec::new();
        if let Some(template) = object.pod_template() {
            pods::check(template, &linker, &mut dangling);
        }
        selectors::check(object, objects, &linker, &mut dangling);
        if let Object::ConfigMap(config) = object {
            urls::check(config, &linker, &mut dangling);
        }
        for (message, help) in dangling {
            found.push(Diagnostic::new(&DANGLING, format!("{object}: {message}")).help(help));
        }
    }
}

/// The message and the help for a reference.
pub(crate) type Dangling = Vec<(String, String)>;

impl<'a> Linker<'a> {
    fn new(objects: &'a [Object], cluster: &'a Cluster<'a>) -> Self {
        let names = objects.iter().map(|object| (object.kind(), object.name())).collect();
        let governed = objects.iter().filter_map(|object| match object {
            Object::StatefulSet(set) => Some((set.spec.as_ref()?.service_name.as_deref()?, &**set)),
            _ => None,
        });
        let mut written = BTreeSet::new();
        texts(cluster.root, &mut written);
        Self {
            cluster,
            names,
            services: services(objects, cluster),
            governed: governed.collect(),
            written,
            secrets: secrets(objects, cluster),
        }
    }

    /// Whether an object is emitted, or named by the user as their own.
    fn has(&self, kind: &str, name: &str) -> bool {
        self.names.contains(&(kind, name))
            || self.written.contains(name)
            || (kind == "Secret" && self.secrets.contains(name))
    }

    /// Reports a dangling reference.
    fn need(&self, kind: &str, name: &str, by: &str, dangling: &mut Dangling) {
        if !self.has(kind, name) {
            dangling.push((
                format!("{by} refers to the {kind} `{name}`, which does not exist"),
                format!(
                    "switch on the component that creates {name}, or create it and set its name in the \
                configuration"
                ),
            ));
        }
    }
}

/// The services of the cluster's namespace by name.
fn services<'a>(objects: &'a [Object], cluster: &Cluster<'_>) -> BTreeMap<&'a str, Cow<'a, Service>> {
    let service = |object: &'a Object| match object {
        Object::Service(service) => Some((object.name(), Cow::Borrowed(&**service))),
        Object::Foreign(foreign) if object.kind() == "Service" && object.api_version() == "v1" => {
            let here = object.namespace().is_none_or(|namespace| namespace == cluster.names.namespace());
            let parsed = serde_json::from_value(foreign.value.clone()).ok().filter(|_| here)?;
            Some((object.name(), Cow::Owned(parsed)))
        }
        _ => None,
    };
    objects.iter().filter_map(service).collect()
}

/// The secrets that are there without being emitted: those of certificates, and those of keys and tokens.
fn secrets(objects: &[Object], cluster: &Cluster<'_>) -> BTreeSet<String> {
    let mut secrets: BTreeSet<String> = objects
        .iter()
        .filter_map(|object| match object {
            Object::Certificate(certificate) => Some(certificate.spec.secret_name.clone()),
            _ => None,
        })
        .collect();
    let brought = cluster.topology.certificates().filter(|certificate| !certificate.settings.create_cert);
    let secret =
        |certificate: &CertificateRecord| cluster.names.certificate_secret(&certificate.settings.cert_name);
    secrets.extend(brought.map(secret));
    secrets.insert(cluster.authority_secret());
    if cluster.base.auth.jwt() {
        secrets.insert(cluster.token_key_secret());
        let roles = cluster.base.auth.super_users.values().flatten().filter(|role| !role.is_empty());
        secrets.extend(roles.map(|role| cluster.names.token_secret(role)));
    }
    secrets
}

fn texts<'n>(node: &'n Node, into: &mut BTreeSet<&'n str>) {
    if node.origin != Origin::User {
        return;
    }
    match &node.value {
        Value::Text(text) => {
            into.insert(text);
        }
        Value::List(items) => items.iter().for_each(|item| texts(item, into)),
        Value::Record(entries) => entries.values().for_each(|entry| texts(entry, into)),
        _ => {}
    }
}

fn twice(objects: &[Object], found: &mut Findings) {
    let mut seen = BTreeSet::new();
    for object in objects {
        if !seen.insert((object.api_version(), object.kind(), object.name(), object.namespace())) {
            let help = "rename one of the two";
            found.push(Diagnostic::new(&TWICE, format!("{object} is emitted twice")).help(help));
        }
    }
}

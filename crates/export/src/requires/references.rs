//! The names in the objects that refer to other objects.

use super::create::{self, Use};
use super::{DEFAULT_CLASS, Needed};
use pulsarc_component::Cluster;
use pulsarc_kube::Object;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// The objects, and what they refer to.
#[derive(Debug, Default)]
pub(super) struct References {
    there: BTreeSet<(String, String)>,
    used: BTreeMap<(&'static str, String), Use>,
}

/// Where an object has its pods, by its kind.
const PODS: [(&str, &str); 7] = [
    ("StatefulSet", "/spec/template/spec"),
    ("Deployment", "/spec/template/spec"),
    ("DaemonSet", "/spec/template/spec"),
    ("ReplicaSet", "/spec/template/spec"),
    ("Job", "/spec/template/spec"),
    ("CronJob", "/spec/jobTemplate/spec/template/spec"),
    ("Pod", "/spec"),
];

impl References {
    pub(super) fn of(objects: &[Object], cluster: &Cluster<'_>) -> Self {
        let mut references = Self::default();
        for object in objects {
            references.there.insert((object.kind().to_owned(), object.name().to_owned()));
            let Ok(value) = object.to_value() else { continue };
            references.object(object, &value);
        }
        references.made_by_a_job(cluster);
        references
    }

    pub(super) fn contains(&self, kind: &str, name: &str) -> bool {
        self.there.contains(&(kind.to_owned(), name.to_owned()))
    }

    /// What is used and not there, with the command that creates it.
    pub(super) fn missing(&self, kind: &str, cluster: &Cluster<'_>) -> Vec<Needed> {
        let absent = |name: &str| match name.split_once('/') {
            Some((kind, name)) => !self.contains(kind, name),
            None => !self.contains(kind, name),
        };
        let used = self.used.iter().filter(|((used, name), _)| *used == kind && absent(name));
        used.map(|((_, name), used)| Needed {
            name: name.clone(),
            keys: used.keys.iter().cloned().collect(),
            used_by: used.by.iter().cloned().collect(),
            create: create::commands(kind, name, used, cluster),
        })
        .collect()
    }

    /// The job that makes the keys and tokens creates their secrets.
    fn made_by_a_job(&mut self, cluster: &Cluster<'_>) {
        let auth = &cluster.base.auth;
        if !auth.jwt() || !auth.authentication.jwt.generate_secrets.enabled {
            return;
        }
        let roles = auth.super_users.values().flatten().filter(|role| !role.is_empty());
        let tokens = roles.map(|role| cluster.names.token_secret(role));
        let secrets = tokens.chain([cluster.token_key_secret()]);
        self.there.extend(secrets.map(|name| ("Secret".to_owned(), name)));
    }

    fn object(&mut self, object: &Object, value: &Value) {
        let by = object.to_string();
        if let Some((_, pointer)) = PODS.iter().find(|(kind, _)| *kind == object.kind())
            && let Some(pod) = value.pointer(pointer)
        {
            self.pod(pod, &by);
        }
        let at = |pointer: &str| value.pointer(pointer);
        let text = |pointer: &str| at(pointer).and_then(Value::as_str);
        match object.kind() {
            "StatefulSet" => {
                for claim in items(at("/spec/volumeClaimTemplates")) {
                    self.claim(claim, &by);
                }
            }
            "PersistentVolumeClaim" => self.claim(value, &by),
            "Ingress" => self.ingress(value, &by),
            "Certificate" => {
                if let Some(secret) = text("/spec/secretName") {
                    self.there.insert(("Secret".to_owned(), secret.to_owned()));
                }
                let name = text("/spec/issuerRef/name").unwrap_or_default();
                match text("/spec/issuerRef/kind") {
                    None | Some("Issuer") => self.uses("Issuer", name, &[], &by),
                    Some(kind) => self.uses("Issuer", &format!("{kind}/{name}"), &[], &by),
                }
            }
            "Issuer" => {
                if let Some(secret) = text("/spec/ca/secretName") {
                    self.uses("Secret", secret, &["tls.crt", "tls.key"], &by);
                }
            }
            "ServiceAccount" => self.pull_secrets(at("/imagePullSecrets"), &by),
            "RoleBinding" | "ClusterRoleBinding" => {
                let name = text("/roleRef/name").unwrap_or_default();
                match text("/roleRef/kind") {
                    Some("ClusterRole") => self.uses("Role", &format!("ClusterRole/{name}"), &[], &by),
                    _ => self.uses("Role", name, &[], &by),
                }
            }
            kind if kind.ends_with("Monitor") || kind.ends_with("Scrape") => self.credentials(value, &by),
            _ => {}
        }
    }

    fn uses(&mut self, kind: &'static str, name: &str, keys: &[&str], by: &str) {
        if name.is_empty() {
            return;
        }
        let used = self.used.entry((kind, name.to_owned())).or_default();
        used.keys.extend(keys.iter().map(|key| (*key).to_owned()));
        used.by.insert(by.to_owned());
    }

    fn claim(&mut self, claim: &Value, by: &str) {
        match claim.pointer("/spec/storageClassName").map(Value::as_str) {
            None => self.uses("StorageClass", DEFAULT_CLASS, &[], by),
            // An empty name asks for a volume that somebody has made.
            Some(name) => self.uses("StorageClass", name.unwrap_or_default(), &[], by),
        }
    }

    fn ingress(&mut self, value: &Value, by: &str) {
        let annotation = value.pointer("/metadata/annotations/kubernetes.io~1ingress.class");
        let class = value.pointer("/spec/ingressClassName").or(annotation).and_then(Value::as_str);
        self.uses("IngressClass", class.unwrap_or(DEFAULT_CLASS), &[], by);
        for tls in items(value.pointer("/spec/tls")) {
            self.uses("Secret", name(tls, "secretName"), &["tls.crt", "tls.key"], by);
        }
    }

    fn pull_secrets(&mut self, secrets: Option<&Value>, by: &str) {
        for secret in items(secrets) {
            self.uses("Secret", name(secret, "name"), &[create::PULL], by);
        }
    }

    /// Secrets of a monitor: `{name, key}` in its endpoints.
    fn credentials(&mut self, value: &Value, by: &str) {
        match value {
            Value::Object(map) => {
                let key = |key: &str| map.get(key).and_then(Value::as_str);
                if let (Some(secret), Some(entry), 2) = (key("name"), key("key"), map.len()) {
                    self.uses("Secret", secret, &[entry], by);
                }
                map.values().for_each(|value| self.credentials(value, by));
            }
            Value::Array(all) => all.iter().for_each(|value| self.credentials(value, by)),
            _ => {}
        }
    }

    fn pod(&mut self, pod: &Value, by: &str) {
        self.pull_secrets(pod.get("imagePullSecrets"), by);
        self.uses("ServiceAccount", other_than(name(pod, "serviceAccountName"), "default"), &[], by);
        let priority = name(pod, "priorityClassName");
        self.uses("PriorityClass", if priority.starts_with("system-") { "" } else { priority }, &[], by);
        self.uses("RuntimeClass", name(pod, "runtimeClassName"), &[], by);
        for volume in items(pod.get("volumes")) {
            self.files(volume, by);
            for source in items(volume.pointer("/projected/sources")) {
                self.files(source, by);
            }
            if let Some(claim) = volume.pointer("/persistentVolumeClaim/claimName").and_then(Value::as_str) {
                self.uses("PersistentVolumeClaim", claim, &[], by);
            }
        }
        for container in ["initContainers", "containers"].into_iter().flat_map(|list| items(pod.get(list))) {
            for variable in items(container.get("env")) {
                let from = variable.get("valueFrom");
                self.entry("Secret", from.and_then(|from| from.get("secretKeyRef")), by);
                self.entry("ConfigMap", from.and_then(|from| from.get("configMapKeyRef")), by);
            }
            for source in items(container.get("envFrom")) {
                self.entry("Secret", source.get("secretRef"), by);
                self.entry("ConfigMap", source.get("configMapRef"), by);
            }
        }
    }

    /// A secret or a config map as files.
    fn files(&mut self, volume: &Value, by: &str) {
        for (kind, source, named) in [
            ("Secret", volume.get("secret"), ["secretName", "name"]),
            ("ConfigMap", volume.get("configMap"), ["name", "name"]),
        ] {
            let Some(source) = source.filter(|source| !is_optional(source)) else { continue };
            let object = named.iter().map(|key| name(source, key)).find(|name| !name.is_empty());
            let keys: Vec<&str> = items(source.get("items")).map(|item| name(item, "key")).collect();
            self.uses(kind, object.unwrap_or_default(), &keys, by);
        }
    }

    /// A secret or a config map, or one key of it, as variables.
    fn entry(&mut self, kind: &'static str, reference: Option<&Value>, by: &str) {
        let Some(reference) = reference.filter(|reference| !is_optional(reference)) else { return };
        let key = name(reference, "key");
        let keys: &[&str] = if key.is_empty() { &[] } else { &[key] };
        self.uses(kind, name(reference, "name"), keys, by);
    }
}

/// The items of a list; none if there is no list.
pub(super) fn items(list: Option<&Value>) -> impl Iterator<Item = &Value> {
    list.and_then(Value::as_array).into_iter().flatten()
}

fn name<'v>(value: &'v Value, key: &str) -> &'v str {
    value.get(key).and_then(Value::as_str).unwrap_or_default()
}

fn other_than<'n>(name: &'n str, known: &str) -> &'n str {
    if name == known { "" } else { name }
}

fn is_optional(source: &Value) -> bool {
    source.get("optional").and_then(Value::as_bool) == Some(true)
}

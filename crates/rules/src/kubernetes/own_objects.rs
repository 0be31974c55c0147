//! The objects that users add are ones that Kubernetes takes, as far as their own keys tell.
//!
//! This is not a schema of Kubernetes: it has what users get wrong by hand. Objects that are written as YAML text,
//! and values with templates in them, are not looked at.

use crate::facts::{field, items, pointed};
use pulsarc_component::Cluster;
use pulsarc_diag::{Code, Diagnostic, Findings, KeyPath, Severity};
use pulsarc_model::{Node, Value};

/// Object of the user's own that Kubernetes rejects.
pub(crate) static CODE: Code = Code {
    id: "PUL0758",
    severity: Severity::Error,
    title: "invalid extra object",
    page: include_str!("own_objects.md"),
};

/// An object, where it is, and what is found in it.
struct Looked<'a> {
    cluster: &'a Cluster<'a>,
    path: KeyPath,
    object: &'a Node,
    found: &'a mut Findings,
}

/// Kubernetes rejects the object.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    for (item, object) in items(cluster, "extraDeploy") {
        let mut looked = Looked { cluster, path: KeyPath::parse(&item), object, found };
        let kind = field(object, "kind").unwrap_or_default();
        match (field(object, "apiVersion").unwrap_or_default(), kind) {
            ("v1", "ConfigMap") => looked.data(&["data"]),
            ("v1", "Secret") => {
                looked.data(&["data", "stringData"]);
                looked.encoded();
            }
            ("rbac.authorization.k8s.io/v1", "Role" | "ClusterRole") => looked.rules(),
            ("apps/v1", "Deployment" | "StatefulSet" | "DaemonSet") => looked.selector(),
            ("batch/v1", "Job") => looked.restarts("spec.template.spec.restartPolicy"),
            ("batch/v1", "CronJob") => looked.restarts("spec.jobTemplate.spec.template.spec.restartPolicy"),
            ("policy/v1", "PodDisruptionBudget") => looked.budget(),
            _ => continue,
        }
        if !kind.ends_with("Role") {
            looked.name();
        }
    }
}

impl Looked<'_> {
    fn tell(&mut self, path: &KeyPath, message: String, help: &str) {
        let finding = Diagnostic::new(&CODE, message).help(help);
        self.found.push(pointed(self.cluster, finding, path));
    }

    fn below(&self, path: &str) -> KeyPath {
        path.split('.').fold(self.path.clone(), |path, key| path.key(key))
    }

    fn name(&mut self) {
        let name = self.object.get("metadata.name").and_then(Node::as_text);
        if let Some(name) = name.filter(|name| !name.contains("{{") && !is_name(name)) {
            let path = self.below("metadata.name");
            self.tell(
                &path,
                format!("invalid object name {name:?}: Kubernetes rejects the object"),
                "write lower case letters, digits, dashes and dots that start and end with a letter or digit",
            );
        }
    }

    fn data(&mut self, keys: &[&str]) {
        for data in keys {
            let entries = self.object.get(*data).and_then(Node::as_record);
            for (key, value) in entries.into_iter().flatten() {
                let path = self.below(data).key(key);
                if !super::config_map_keys::is_key(key) && !key.contains("{{") {
                    self.tell(
                        &path,
                        format!(
                            "invalid key of a config map or secret {key:?}: Kubernetes rejects the object"
                        ),
                        "write letters, digits, dashes, underscores and dots",
                    );
                }
                if !matches!(value.value, Value::Text(_) | Value::Null) {
                    self.tell(
                        &path,
                        format!(
                            "{data} holds text only, and this is {}; Kubernetes rejects the object",
                            value.value.kind()
                        ),
                        "put it in quotes, or write it as a block of text after `|`",
                    );
                }
            }
        }
    }

    fn encoded(&mut self) {
        let entries = self.object.get("data").and_then(Node::as_record);
        for (key, value) in entries.into_iter().flatten() {
            if value.as_text().is_some_and(|text| !text.contains("{{") && !is_base64(text)) {
                let path = self.below("data").key(key);
                self.tell(
                    &path,
                    "the data of a secret has to be base64; Kubernetes rejects the object".to_owned(),
                    "move it to stringData, which needs no base64",
                );
            }
        }
    }

    fn rules(&mut self) {
        let rules = self.object.get("rules").and_then(Node::as_list).unwrap_or_default();
        for (at, rule) in rules.iter().enumerate() {
            let some = |key: &str| rule.get(key).and_then(Node::as_list).is_some_and(|list| !list.is_empty());
            let path = self.below("rules").index(at);
            if !some("verbs") {
                self.tell(
                    &path,
                    "the rule has no verbs; Kubernetes rejects the role".to_owned(),
                    "add verbs, such as [get, list, watch]",
                );
            } else if some("resources") && !some("apiGroups") {
                self.tell(
                    &path,
                    "the rule has resources but no API group; Kubernetes rejects the role".to_owned(),
                    "add apiGroups, with \"\" for pods, services, secrets and config maps",
                );
            }
        }
    }

    fn selector(&mut self) {
        let labels = self.object.get("spec.template.metadata.labels");
        let selected = self.object.get("spec.selector.matchLabels").and_then(Node::as_record);
        for (key, value) in selected.into_iter().flatten() {
            let given = labels.and_then(|labels| labels.as_record()?.get(key)).and_then(Node::as_text);
            if given != value.as_text() {
                let path = self.below("spec.selector.matchLabels").key(key);
                self.tell(
                    &path,
                    "the pod template lacks this label; Kubernetes rejects the object".to_owned(),
                    "add the same label to spec.template.metadata.labels",
                );
            }
        }
    }

    fn restarts(&mut self, at: &str) {
        let policy = self.object.get(at).and_then(Node::as_text);
        if policy.is_none_or(|policy| policy == "Always") {
            let path = if policy.is_some() { self.below(at) } else { self.path.clone() };
            self.tell(
                &path,
                "the pods of a job need restartPolicy OnFailure or Never; Kubernetes rejects the job"
                    .to_owned(),
                "write restartPolicy: OnFailure or Never in its pod template",
            );
        }
    }

    fn budget(&mut self) {
        let (least, most) = ("spec.minAvailable", "spec.maxUnavailable");
        if [least, most].iter().all(|path| self.object.get(*path).is_some()) {
            let path = self.below(most);
            self.tell(
                &path,
                "minAvailable and maxUnavailable exclude each other; Kubernetes rejects the budget"
                    .to_owned(),
                "keep one of minAvailable and maxUnavailable",
            );
        }
    }
}

/// Whether a text is made of parts as those of a domain are.
fn is_name(name: &str) -> bool {
    let good = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit();
    let part = |part: &str| {
        part.starts_with(good) && part.ends_with(good) && part.chars().all(|c| good(c) || c == '-')
    };
    name.len() <= 253 && name.split('.').all(part)
}

/// Whether a text is base64 as Kubernetes reads it: whole groups of four, with line breaks between.
fn is_base64(text: &str) -> bool {
    let text: String = text.chars().filter(|c| !['\n', '\r'].contains(c)).collect();
    let padding = text.len() - text.trim_end_matches('=').len();
    let body = text.trim_end_matches('=');
    text.len().is_multiple_of(4)
        && padding <= 2
        && body.chars().all(|c| c.is_ascii_alphanumeric() || c == '+' || c == '/')
}

#[cfg(test)]
mod tests {
    use super::{is_base64, is_name};

    #[test]
    fn names_and_data_are_read_as_kubernetes_reads_them() {
        assert!(is_name("a") && is_name("a-b.c2"));
        assert!(!is_name("") && !is_name("A") && !is_name("a_b") && !is_name("-a") && !is_name("a..b"));
        assert!(is_base64("") && is_base64("YQ==") && is_base64("YWJj\n"));
        assert!(!is_base64("no base64!") && !is_base64("YQ") && !is_base64("YQ==="));
    }
}

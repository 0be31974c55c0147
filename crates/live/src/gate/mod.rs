//! Whether objects are ready: pure functions of an object and of what the cluster says about it.
//!
//! kstatus calls a StatefulSet with `OnDelete` ready at once, and never calls a StatefulSet failed; so the gates are our own.

mod certificate;
mod claim;
mod deployment;
mod exposed;
mod job;
pub(crate) mod pod;
mod stateful_set;

use serde_json::Value;

/// How far an object is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Readiness {
    /// It is ready.
    Ready,
    /// It is as far as an apply brings it; somebody has to do the rest.
    Manual(String),
    /// Something is missing.
    Waiting(String),
    /// It will never be ready.
    Failed {
        /// What happened.
        why: String,
        /// What to do.
        advice: String,
    },
}

/// What else the gates look at.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Surroundings<'a> {
    /// The storage classes; none if they could not be read.
    pub(crate) classes: Option<&'a [Value]>,
    /// Whether addresses of load balancers and ingresses count.
    pub(crate) addresses: bool,
}

/// How far an object is. Kinds without a notion of it are ready at once.
pub(crate) fn readiness(object: &Value, around: Surroundings<'_>) -> Readiness {
    let kind = text(object, "/kind").unwrap_or_default();
    let group = text(object, "/apiVersion")
        .and_then(|version| version.split_once('/'))
        .map_or("", |(group, _)| group);
    match (group, kind) {
        ("apps", "StatefulSet") => stateful_set::readiness(object),
        ("apps", "Deployment") => deployment::readiness(object),
        ("apps", "DaemonSet") => deployment::of_daemon_set(object),
        ("batch", "Job") => job::readiness(object),
        ("", "PersistentVolumeClaim") => claim::readiness(object, around.classes),
        ("cert-manager.io", "Certificate" | "Issuer" | "ClusterIssuer") => certificate::readiness(object),
        ("", "Service") if around.addresses => exposed::of_service(object),
        ("networking.k8s.io", "Ingress") if around.addresses => exposed::of_ingress(object),
        ("apiextensions.k8s.io", "CustomResourceDefinition") => exposed::of_definition(object),
        _ => Readiness::Ready,
    }
}

/// Whether objects of a kind are waited for at all.
pub(crate) fn is_gated(group: &str, kind: &str, addresses: bool) -> bool {
    matches!(
        (group, kind),
        ("apps", "StatefulSet" | "Deployment" | "DaemonSet")
            | ("batch", "Job")
            | ("", "PersistentVolumeClaim")
            | ("cert-manager.io", "Certificate" | "Issuer" | "ClusterIssuer")
            | ("apiextensions.k8s.io", "CustomResourceDefinition")
    ) || (addresses && matches!((group, kind), ("", "Service") | ("networking.k8s.io", "Ingress")))
}

/// Whether a job has completed.
pub(crate) fn is_complete(job: &Value) -> bool {
    condition(job, "Complete").is_some_and(|complete| complete.is("True"))
}

/// The kinds whose objects have pods, with their groups.
pub(crate) const WORKLOADS: [(&str, &str); 4] =
    [("apps", "StatefulSet"), ("apps", "Deployment"), ("apps", "DaemonSet"), ("batch", "Job")];

/// Whether the objects of a kind have pods.
pub(crate) fn has_pods(kind: &str) -> bool {
    WORKLOADS.iter().any(|(_, known)| *known == kind)
}

/// A condition of an object.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Condition<'a> {
    status: &'a str,
    reason: &'a str,
    message: &'a str,
}

impl Condition<'_> {
    fn is(self, status: &str) -> bool {
        self.status == status
    }

    /// `reason: message`, as far as there are any.
    fn words(self) -> String {
        match (self.reason, self.message) {
            ("", message) => message.to_owned(),
            (reason, "") => reason.to_owned(),
            (reason, message) => format!("{reason}: {message}"),
        }
    }
}

/// The condition of a type.
fn condition<'a>(object: &'a Value, kind: &str) -> Option<Condition<'a>> {
    let all = object.pointer("/status/conditions")?.as_array()?;
    let found = all.iter().find(|condition| condition.get("type").and_then(Value::as_str) == Some(kind))?;
    let part = |key: &str| found.get(key).and_then(Value::as_str).unwrap_or_default();
    Some(Condition { status: part("status"), reason: part("reason"), message: part("message") })
}

fn text<'a>(object: &'a Value, pointer: &str) -> Option<&'a str> {
    object.pointer(pointer).and_then(Value::as_str).filter(|text| !text.is_empty())
}

fn number(object: &Value, pointer: &str) -> u64 {
    object.pointer(pointer).and_then(Value::as_u64).unwrap_or(0)
}

/// Whether the controller has seen the newest version of an object.
pub(crate) fn is_observed(object: &Value) -> bool {
    number(object, "/status/observedGeneration") >= number(object, "/metadata/generation")
}

fn unobserved() -> Readiness {
    Readiness::Waiting("the controller has not seen the change".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn kinds_without_a_gate_are_ready_at_once() {
        let around = Surroundings { classes: None, addresses: false };
        for (version, kind) in [("v1", "ConfigMap"), ("example.com/v1", "StatefulSet"), ("v1", "Service")] {
            let object = json!({"apiVersion": version, "kind": kind, "spec": {"type": "LoadBalancer"}});
            assert_eq!(readiness(&object, around), Readiness::Ready, "{kind}");
        }
    }

    #[test]
    fn everything_that_can_wait_is_gated() {
        let around = Surroundings { classes: None, addresses: true };
        let kinds = [
            ("apps/v1", "StatefulSet"),
            ("apps/v1", "Deployment"),
            ("apps/v1", "DaemonSet"),
            ("batch/v1", "Job"),
            ("v1", "PersistentVolumeClaim"),
            ("cert-manager.io/v1", "Issuer"),
            ("networking.k8s.io/v1", "Ingress"),
            ("apiextensions.k8s.io/v1", "CustomResourceDefinition"),
        ];
        for (version, kind) in kinds {
            let object = json!({"apiVersion": version, "kind": kind, "metadata": {"generation": 2}});
            assert!(matches!(readiness(&object, around), Readiness::Waiting(_)), "{kind}");
            let group = version.split_once('/').map_or("", |(group, _)| group);
            assert!(is_gated(group, kind, true), "{kind}");
        }
        assert!(!is_gated("networking.k8s.io", "Ingress", false));
        assert!(!is_gated("example.com", "StatefulSet", true));
    }
}

//! Pods that cannot start, and why.

use super::{condition, number, text};
use crate::metadata::is_going;
use serde_json::Value;
use std::time::Duration;

/// What keeps a pod from starting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Cause {
    /// An image cannot be pulled.
    Image,
    /// A Secret, a ConfigMap or a key of one is missing, or a container is set up in a way that the node rejects.
    Configuration,
    /// A container ends again and again.
    Crash,
    /// A container needs more memory than its limit.
    Memory,
    /// No node takes the pod.
    Scheduling,
    /// A claim is not bound.
    Claim,
    /// The pod waits for its volumes or its network, and a node says what is missing.
    Volume,
}

/// A container counts as crashing once it has restarted so often.
const RESTARTS: u64 = 3;

/// Why a pod does not start.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Trouble {
    /// What kind of reason it is.
    pub(crate) cause: Cause,
    /// The container, if it is one's.
    pub(crate) container: Option<String>,
    /// The image of the container.
    pub(crate) image: Option<String>,
    /// A sentence.
    pub(crate) why: String,
}

impl Cause {
    /// How long it has to persist before it counts: much resolves without help, since objects are created in parallel.
    pub(crate) fn patience(self) -> Duration {
        Duration::from_secs(match self {
            Self::Crash | Self::Memory => 0,
            Self::Image | Self::Scheduling => 20,
            Self::Configuration | Self::Volume => 30,
            Self::Claim => 60,
        })
    }
}

/// What keeps a pod from starting, if anything does.
pub(crate) fn trouble(pod: &Value) -> Option<Trouble> {
    // A failed pod is replaced by its controller, which counts how often.
    if is_going(pod) || is_ready(pod) || text(pod, "/status/phase") == Some("Failed") {
        return None;
    }
    unscheduled(pod).or_else(|| containers(pod).find_map(|status| of_container(pod, status)))
}

/// Whether a pod is ready.
pub(crate) fn is_ready(pod: &Value) -> bool {
    condition(pod, "Ready").is_some_and(|ready| ready.is("True"))
}

/// Whether a pod is ready, and stays: it can be asked, and others count on it.
pub(crate) fn serves(pod: &Value) -> bool {
    is_ready(pod) && !is_going(pod)
}

/// Whether a pod waits on its node for volumes or network, which only events explain.
pub(crate) fn is_starting(pod: &Value) -> bool {
    let waits = |status: &Value| {
        matches!(text(status, "/state/waiting/reason"), Some("ContainerCreating" | "PodInitializing"))
    };
    text(pod, "/spec/nodeName").is_some() && !is_ready(pod) && containers(pod).any(waits)
}

/// The container of a pod whose log says most about why it is not ready, and whether its former run counts.
pub(crate) fn suspect(pod: &Value) -> Option<(String, bool)> {
    let is_unready = |status: &&Value| {
        let completed = text(status, "/state/terminated/reason") == Some("Completed");
        status.get("ready").and_then(Value::as_bool) != Some(true) && !completed
    };
    let found = containers(pod).find(is_unready)?;
    Some((text(found, "/name")?.to_owned(), has_former_run(found)))
}

/// Whether the run of a container before this one has a log.
fn has_former_run(status: &Value) -> bool {
    status.pointer("/state/terminated").is_none() && number(status, "/restartCount") > 0
}

/// The states of its containers, init containers first.
pub(crate) fn containers(pod: &Value) -> impl Iterator<Item = &Value> {
    let lists = ["/status/initContainerStatuses", "/status/containerStatuses"];
    lists.into_iter().filter_map(|pointer| pod.pointer(pointer)?.as_array()).flatten()
}

fn unscheduled(pod: &Value) -> Option<Trouble> {
    let scheduled = condition(pod, "PodScheduled").filter(|scheduled| scheduled.is("False"))?;
    let claims = scheduled.message.contains("PersistentVolumeClaim")
        || scheduled.message.contains("persistentvolumeclaim")
        || scheduled.message.contains("persistent volumes to bind");
    let (cause, what) = if claims {
        (Cause::Claim, "its claims are not bound")
    } else {
        (Cause::Scheduling, "no node takes it")
    };
    Some(of_pod(cause, format!("{what}: {}", scheduled.message)))
}

fn of_container(pod: &Value, status: &Value) -> Option<Trouble> {
    let name = text(status, "/name")?;
    let trouble = |cause, why| {
        let image = image(pod, name).map(str::to_owned);
        Some(Trouble { cause, container: Some(name.to_owned()), image, why })
    };
    let message = text(status, "/state/waiting/message").unwrap_or_default();
    match text(status, "/state/waiting/reason") {
        Some(
            reason @ ("ErrImagePull"
            | "ImagePullBackOff"
            | "InvalidImageName"
            | "ErrImageNeverPull"
            | "RegistryUnavailable"
            | "ImageInspectError"
            | "SignatureValidationFailed"),
        ) => trouble(Cause::Image, format!("container {name} has no image: {}", joined(&[reason, message]))),
        Some(
            reason @ ("CreateContainerConfigError"
            | "CreateContainerError"
            | "RunContainerError"
            | "StartError"
            | "ContainerCannotRun"
            | "PreCreateHookError"
            | "PostStartHookError"),
        ) => trouble(
            Cause::Configuration,
            format!("container {name} cannot be created: {}", joined(&[reason, message])),
        ),
        _ => crash(status, name).and_then(|(cause, why)| trouble(cause, why)),
    }
}

/// A container that ends again and again. It also is one between two crashes, while it runs.
fn crash(status: &Value, name: &str) -> Option<(Cause, String)> {
    let restarts = number(status, "/restartCount");
    let is_unready = status.get("ready").and_then(Value::as_bool) != Some(true);
    let last = [status.pointer("/state/terminated"), status.pointer("/lastState/terminated")];
    let last = last.into_iter().flatten().next()?;
    let code = last.get("exitCode").and_then(Value::as_i64).unwrap_or(0);
    let backs_off = text(status, "/state/waiting/reason") == Some("CrashLoopBackOff");
    if restarts < RESTARTS || !is_unready || !(backs_off || status.pointer("/state/terminated").is_some()) {
        return None;
    }
    if text(last, "/reason") == Some("OOMKilled") {
        return Some((
            Cause::Memory,
            format!("container {name} is killed: out of memory ({restarts} restarts)"),
        ));
    }
    let reason = text(last, "/message").map_or_else(String::new, |message| format!(": {message}"));
    Some((Cause::Crash, format!("container {name} crashes (exit code {code}, {restarts} restarts){reason}")))
}

fn image<'a>(pod: &'a Value, container: &str) -> Option<&'a str> {
    let lists = ["/spec/initContainers", "/spec/containers"];
    let all = lists.into_iter().filter_map(|pointer| pod.pointer(pointer)?.as_array()).flatten();
    all.into_iter().find(|one| text(one, "/name") == Some(container)).and_then(|one| text(one, "/image"))
}

fn of_pod(cause: Cause, why: String) -> Trouble {
    Trouble { cause, container: None, image: None, why }
}

/// The parts that say something, separated by colons.
fn joined(parts: &[&str]) -> String {
    parts.iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join(": ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn pod(status: Value) -> Value {
        let mut pod = json!({
            "metadata": {"name": "pulsar-broker-0"},
            "spec": {"nodeName": "n", "initContainers": [{"name": "wait", "image": "busybox"}],
                "containers": [{"name": "broker", "image": "pulsar:4.0.8"}]},
        });
        pod["status"] = status;
        pod
    }

    fn waiting(reason: &str, restarts: u8, last: Value) -> Value {
        let mut status = json!({"name": "broker", "ready": false, "restartCount": restarts,
            "state": {"waiting": {"reason": reason, "message": "details"}}});
        status["lastState"]["terminated"] = last;
        pod(json!({ "containerStatuses": [status] }))
    }

    fn cause(pod: &Value) -> Option<Cause> {
        trouble(pod).map(|trouble| trouble.cause)
    }

    #[test]
    fn images_configuration_and_crashes_are_told_apart() {
        for reason in ["ErrImagePull", "ImagePullBackOff", "InvalidImageName", "ErrImageNeverPull"] {
            let found = trouble(&waiting(reason, 0, Value::Null)).expect("it cannot start");
            assert_eq!(found.cause, Cause::Image);
            assert_eq!(found.image.as_deref(), Some("pulsar:4.0.8"));
            assert_eq!(found.why, format!("container broker has no image: {reason}: details"));
        }
        assert_eq!(cause(&waiting("CreateContainerConfigError", 0, Value::Null)), Some(Cause::Configuration));
        let crashes = waiting("CrashLoopBackOff", 4, json!({"exitCode": 1, "reason": "Error"}));
        let why = trouble(&crashes).map(|trouble| trouble.why);
        assert_eq!(why.as_deref(), Some("container broker crashes (exit code 1, 4 restarts)"));
        let killed = waiting("CrashLoopBackOff", 3, json!({"exitCode": 137, "reason": "OOMKilled"}));
        assert_eq!(cause(&killed), Some(Cause::Memory));
    }

    #[test]
    fn a_few_restarts_and_a_start_are_no_trouble() {
        assert_eq!(cause(&waiting("CrashLoopBackOff", 2, json!({"exitCode": 1}))), None);
        assert_eq!(cause(&waiting("ContainerCreating", 0, Value::Null)), None);
        assert!(is_starting(&waiting("ContainerCreating", 0, Value::Null)));
        assert_eq!(cause(&pod(json!({}))), None);
        let evicted = pod(json!({"phase": "Failed", "reason": "Evicted"}));
        assert_eq!(cause(&evicted), None, "its controller replaces it");
    }

    #[test]
    fn an_init_container_counts_like_another() {
        let crashes = pod(
            json!({"initContainerStatuses": [{"name": "wait", "ready": false, "restartCount": 5,
            "state": {"waiting": {"reason": "CrashLoopBackOff"}}, "lastState": {"terminated": {"exitCode": 2}}}],
            "containerStatuses": [{"name": "broker", "state": {"waiting": {"reason": "PodInitializing"}}}]}),
        );
        let found = trouble(&crashes).expect("it cannot start");
        assert_eq!((found.container.as_deref(), found.image.as_deref()), (Some("wait"), Some("busybox")));
        assert_eq!(suspect(&crashes), Some(("wait".to_owned(), true)));
    }

    #[test]
    fn scheduling_and_claims_are_told_apart() {
        let with = |message: &str| {
            pod(json!({"phase": "Pending", "conditions": [{"type": "PodScheduled", "status": "False",
                "reason": "Unschedulable", "message": message}]}))
        };
        assert_eq!(cause(&with("0/5 nodes are available: 5 Insufficient memory.")), Some(Cause::Scheduling));
        let unbound = "0/5 nodes are available: pod has unbound immediate PersistentVolumeClaims.";
        assert_eq!(cause(&with(unbound)), Some(Cause::Claim));
    }

    #[test]
    fn a_pod_that_is_ready_or_going_is_no_trouble() {
        let mut crashes = waiting("CrashLoopBackOff", 9, json!({"exitCode": 1}));
        crashes["metadata"]["deletionTimestamp"] = "2026-01-01T00:00:00Z".into();
        assert_eq!(cause(&crashes), None);
        let ready = pod(json!({"conditions": [{"type": "Ready", "status": "True"}]}));
        assert!(is_ready(&ready) && trouble(&ready).is_none());
    }
}

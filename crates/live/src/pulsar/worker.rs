//! The calls to function workers and proxies, and what they answer.

use super::{Call, Method, Place, call, done, is_host_of, json, refused};
use crate::api::Api;
use crate::failure::Failure;
use serde::Deserialize;

/// The leader of the workers.
pub(crate) const LEADER: &str = "/admin/v2/worker/cluster/leader";
/// Whether the leader has taken over all functions.
pub(crate) const LEADER_READY: &str = "/admin/v2/worker/cluster/leader/ready";
/// The workers that a worker finds in the cluster.
pub(crate) const LIST: &str = "/admin/v2/worker/cluster";
/// Whether a worker has started its own services.
pub(crate) const INITIALIZED: &str = "/initialized";
/// A proxy's own status, which its readiness probe asks for as well.
pub(crate) const PROXY_STATUS: &str = "/status.html";

/// A function worker as the cluster knows it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Worker {
    worker_id: Option<String>,
    worker_hostname: Option<String>,
}

impl Worker {
    /// Whether it is the worker in a pod. Workers have the name of their pod, with or without a domain.
    pub(crate) fn is_in(&self, pod: &str) -> bool {
        [&self.worker_hostname, &self.worker_id].into_iter().flatten().any(|name| is_host_of(name, pod))
    }
}

/// The leader of the workers; none while one is elected.
pub(crate) async fn leader(api: &Api, place: &Place) -> Result<Option<Worker>, Failure> {
    let wanted = Call::new(Method::Get, LEADER);
    let answer = call(api, place, &wanted).await?;
    match answer.status {
        // An elected worker is not the leader before it has read its topics.
        204 | 404 | 503 => Ok(None),
        status if (200..300).contains(&status) => Ok(serde_json::from_str(&answer.body).ok()),
        _ => Err(refused(place, &wanted, &answer)),
    }
}

/// The workers that a worker finds in the cluster.
pub(crate) async fn listed(api: &Api, place: &Place) -> Result<Vec<Worker>, Failure> {
    json(api, place, &Call::new(Method::Get, LIST)).await
}

/// Whether a worker has started its own services.
pub(crate) async fn is_initialized(api: &Api, place: &Place) -> Result<bool, Failure> {
    json(api, place, &Call::new(Method::Get, INITIALIZED)).await
}

/// Whether the leader has taken over all functions. Only the leader itself answers that; every other worker answers 503
/// (`WorkerImpl.isLeaderReady`).
pub(crate) async fn leader_is_ready(api: &Api, place: &Place) -> Result<bool, Failure> {
    let wanted = Call::new(Method::Get, LEADER_READY);
    let answer = call(api, place, &wanted).await?;
    match answer.status {
        503 => Ok(false),
        status if (200..300).contains(&status) => Ok(answer.body.trim() != "false"),
        _ => Err(refused(place, &wanted, &answer)),
    }
}

/// Fails unless a proxy says of itself that it serves.
pub(crate) async fn proxy_serves(api: &Api, place: &Place) -> Result<(), Failure> {
    done(api, place, &Call::new(Method::Get, PROXY_STATUS)).await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_worker_is_found_by_the_name_of_its_pod() {
        let text = r#"{"workerId":"c-fw-pulsar-function-1","workerHostname":"pulsar-function-1.pulsar-function.pulsar.svc.cluster.local","port":6750}"#;
        let worker: Worker = serde_json::from_str(text).expect("it is one");
        assert!(worker.is_in("pulsar-function-1"));
        assert!(!worker.is_in("pulsar-function") && !worker.is_in("pulsar-function-10"));
    }
}

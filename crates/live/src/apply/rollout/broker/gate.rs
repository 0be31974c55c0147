//! When a restarted broker takes part in load balancing again.

use super::Cluster;
use super::brokers::{Brokers, look};
use crate::apply::rollout::set::Set;
use crate::apply::stop::Stop;
use crate::pulsar::{self, broker};
use pulsarc_diff::Identity;
use serde_json::Value;
use std::collections::BTreeSet;

/// Waits until a broker is listed, healthy, can be resolved by others, and the leader has its load report.
pub(super) async fn pass(set: &Set<'_, '_>, cluster: &Cluster, pod: &Identity) -> Result<(), Stop> {
    set.says(
        pod,
        "wait until it is listed and healthy, its name resolves, and the leader has its load report",
    );
    set.until(async || match look(set).await? {
        Ok(brokers) => missing(set, cluster, &brokers, &pod.name).await,
        Err(why) => Ok(Some(why)),
    })
    .await
}

/// What is missing, if anything.
async fn missing(
    set: &Set<'_, '_>,
    cluster: &Cluster,
    brokers: &Brokers,
    name: &str,
) -> Result<Option<String>, Stop> {
    let api = set.run.api;
    let Some(pod) = brokers.pod(name) else { return Ok(Some(format!("{name} is not ready"))) };
    let Some(id) = brokers.id(name) else {
        return Ok(Some(format!("{name} is not listed among the brokers of the cluster")));
    };
    let place = set.place(pod);
    if let Err(why) = set.ask(broker::healthy(api, &place)).await? {
        return Ok(Some(format!("{name} is not healthy: {why}")));
    }
    let Some(observer) = brokers.observer(name) else { return Ok(None) };
    let observer = set.place(observer);
    let observed_by = &observer.pod.name;
    match set.ask(pulsar::resolves(api, &observer, id.host())).await? {
        Ok(true) => {}
        Ok(false) => return Ok(Some(format!("{observed_by} cannot resolve {}", id.host()))),
        Err(why) => return Ok(Some(why)),
    }
    match set.ask(broker::has_registration(api, &observer, &cluster.name, id)).await? {
        Ok(true) => {}
        Ok(false) => return Ok(Some(format!("{observed_by} has no load report of {name}"))),
        Err(why) => return Ok(Some(why)),
    }
    if !cluster.is_extensible || !brokers.leads(observed_by) {
        return Ok(None);
    }
    Ok(match set.ask(broker::reports(api, &observer)).await? {
        Ok(Some(reports)) => reports
            .missing(brokers.listed.len(), &addresses(pod))
            .map(|missing| format!("{name} {missing} by the leader {observed_by}")),
        Ok(None) => Some(format!("the leader {observed_by} does not own the topic of load reports")),
        Err(why) => Some(why),
    })
}

/// The addresses of a pod.
fn addresses(pod: &Value) -> BTreeSet<String> {
    let all = pod.pointer("/status/podIPs").and_then(Value::as_array).into_iter().flatten();
    let of = |one: &Value| one.get("ip").and_then(Value::as_str).map(str::to_owned);
    let single = pod.pointer("/status/podIP").and_then(Value::as_str).map(str::to_owned);
    all.filter_map(of).chain(single).collect()
}

//! What the number of its servers means.

use pulsarc_model::{Departure, Leaving, Members};

/// Each shard is on as many servers as `replicationFactor` says. The coordinator moves the shards of a server that its
/// configuration no longer names.
pub(crate) const DEPARTURE: Departure = Departure {
    members: Members::Holders,
    one: "remove one server at a time, and let the coordinator move its shards to others before the next one; at least \
        `replicationFactor` servers have to remain",
    last: None,
    drain: Some(drain),
};

fn drain(leaving: &Leaving<'_>) -> Vec<String> {
    let Leaving { set, namespace, ordinal } = leaving;
    let coordinator = format!("{}-coordinator", set.trim_end_matches("-server"));
    let status = format!("kubectl get -n {namespace} configmap/{coordinator}-status -o yaml");
    vec![
        format!("# {set}-{ordinal}: remove its entry from `servers`, and wait until no shard is on it"),
        format!("kubectl edit -n {namespace} configmap/{coordinator}"),
        format!("while {status} | grep -q '{set}-{ordinal}\\.'; do sleep 5; done"),
        format!("kubectl scale -n {namespace} statefulset/{set} --replicas={ordinal}"),
    ]
}

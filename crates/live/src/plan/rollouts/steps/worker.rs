//! The steps and calls of rollouts of function workers and proxies.

use crate::pulsar::worker::{INITIALIZED, LEADER, LEADER_READY, LIST, PROXY_STATUS};

/// Everything that is done for workers, the leader last.
pub(super) fn steps(pods: &[String]) -> Vec<String> {
    let mut steps = vec![format!("before each restart, call GET {LEADER}: the leader restarts last")];
    steps.extend(pods.iter().map(|pod| format!("delete {pod}, and wait until its replacement is ready")));
    steps.push(format!(
        "after each restart, wait until GET {INITIALIZED} in the worker answers true, GET {LIST} lists it, GET {LEADER} names a \
         leader, and GET {LEADER_READY} in that leader succeeds"
    ));
    steps
}

/// Everything that is done for proxies.
pub(super) fn of_proxies(pods: &[String]) -> Vec<String> {
    let one = |pod: &String| {
        format!("delete {pod}, and wait until its replacement is ready and GET {PROXY_STATUS} in it succeeds")
    };
    pods.iter().map(one).collect()
}

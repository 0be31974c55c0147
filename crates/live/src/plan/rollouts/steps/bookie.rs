//! What a rollout of bookies does.

use crate::pulsar::bookie::{AUDITOR, REGISTERED, STATE, UNDER_REPLICATED, autorecovery_call};

/// The steps, for the pods that restart.
pub(super) fn steps(pods: &[String]) -> Vec<String> {
    let mut steps = vec![
        format!(
            "ask each bookie for its state (GET {STATE}) and its cookie, and two of them for all that are registered (GET {REGISTERED}): \
             every bookie takes writes"
        ),
        format!(
            "wait until no ledger lacks a copy (GET {UNDER_REPLICATED}), as an auditor sees it (GET {AUDITOR})"
        ),
        format!("remember whether autorecovery is enabled, and disable it ({})", autorecovery_call(false)),
    ];
    steps.extend(pods.iter().map(|pod| {
        format!(
            "delete {pod}, and wait until its replacement is registered, takes writes, has the cookie from before, and no ledger lacks a \
             copy"
        )
    }));
    steps.push(format!("enable autorecovery, if it was, whatever happens ({})", autorecovery_call(true)));
    steps
}

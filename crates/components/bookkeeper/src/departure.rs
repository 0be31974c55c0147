//! What the number of its pods means.

use pulsarc_model::{Departure, Leaving, Members};

/// Each ledger is on as many bookies as its write quorum says, and its metadata names them.
pub(crate) const DEPARTURE: Departure = Departure {
    members: Members::Holders,
    one: "decommission each bookie that leaves, so that its ledgers are copied to others before its disk is gone; this \
        needs autorecovery, and at least as many remaining bookies as the ensemble size",
    last: None,
    drain: Some(drain),
};

/// BookKeeper's `DecommissionCommand` marks the ledgers of a stopped bookie as under-replicated, waits until they are copied,
/// and then deletes its cookie.
fn drain(leaving: &Leaving<'_>) -> Vec<String> {
    let Leaving { set, namespace, ordinal } = leaving;
    let shell = format!("kubectl exec -n {namespace} {set}-0 -- bin/bookkeeper shell");
    vec![
        format!("# {set}-{ordinal}: go on only if no ledger is listed as under-replicated"),
        format!("{shell} listunderreplicated"),
        format!(r"id=$({shell} listbookies -a | grep -o '{set}-{ordinal}\.[^, ]*' | head -n 1)"),
        format!("kubectl scale -n {namespace} statefulset/{set} --replicas={ordinal}"),
        format!("kubectl wait -n {namespace} pod/{set}-{ordinal} --for=delete --timeout=10m"),
        format!("{shell} decommissionbookie -bookieid \"$id\""),
    ]
}

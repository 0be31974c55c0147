//! What the number of its pods means.

use pulsarc_model::{Departure, Leaving, Members};

/// Each ledger is on as many bookies as its write quorum says, and its metadata names them.
pub(crate) const DEPARTURE: Departure = Departure {
    members: Members::Holders,
    one: "make one bookie at a time read-only, and copy its ledgers to the others before its pod and its disk are gone; at least as \
        many bookies as the ensemble size have to stay",
    last: None,
    drain: Some(drain),
};

/// The bookie still runs as its ledgers are copied (`RecoverCommand`), so that each has all of its copies at any time. Its cookie goes
/// last, once it has stopped. That command ends with status 0 even if it fails, so the cookie itself is looked for.
fn drain(leaving: &Leaving<'_>) -> Vec<String> {
    let Leaving { set, namespace, ordinal } = leaving;
    let shell = format!("kubectl exec -n {namespace} {set}-0 -- bin/bookkeeper shell");
    let read_only = r#"curl -fsS -X PUT -H "Content-Type: application/json" -d "{\"readOnly\": true}""#;
    let port = "${PULSAR_PREFIX_httpServerPort:-${httpServerPort:-8000}}";
    vec![
        format!(
            "# {set}-{ordinal} leaves, {ordinal} stay: at least managedLedgerDefaultEnsembleSize, with room for its ledgers; go on only if \
             no ledger is listed"
        ),
        format!("{shell} listunderreplicated"),
        format!(r"id=$({shell} listbookies -a | grep -o '{set}-{ordinal}\.[^, ]*' | head -n 1)"),
        "# it gets no new ledgers, until it restarts".to_owned(),
        format!(
            "kubectl exec -n {namespace} {set}-{ordinal} -- sh -c '{read_only} \"http://localhost:{port}/api/v1/bookie/state/readonly\"'"
        ),
        "# its ledgers are copied; repeat both until none is listed".to_owned(),
        format!("{shell} recover -f \"$id\""),
        format!("{shell} listledgers -meta -bookieid \"$id\""),
        format!("kubectl scale -n {namespace} statefulset/{set} --replicas={ordinal}"),
        format!("kubectl wait -n {namespace} pod/{set}-{ordinal} --for=delete --timeout=10m"),
        "# its cookie: the second command has to fail".to_owned(),
        format!("{shell} recover -f -d \"$id\""),
        format!("{shell} cookie_get \"$id\""),
        "# delete its claims: a bookie with this number starts on an empty disk only".to_owned(),
        format!("kubectl get pvc -n {namespace} -o name | grep -- '-{set}-{ordinal}$'"),
    ]
}

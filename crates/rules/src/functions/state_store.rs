//! The functions' state store has what it needs.

use super::STATE_STORE;
use crate::facts::{given, written};
use pulsarc_component::Cluster;
use pulsarc_diag::advice::{otherwise, remove, write};
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};

/// A state store that cannot run.
pub(crate) static CODE: Code = Code {
    id: "PUL0312",
    severity: Severity::Error,
    title: "function state store cannot run",
    page: include_str!("state_store.md"),
};

/// The bookies that each of its logs is spread over, as the image's bookkeeper.conf has it.
const ENSEMBLE: i64 = 3;
const BOOKIES: &str = "bookkeeper.replicaCount";

/// The table service is part of the bookies, and finds `ZooKeeper` through their own address of it.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    if !cluster.is_distributed() {
        return;
    }
    if cluster.is_on(STATE_STORE) {
        let own_ensemble =
            written(cluster, "bookkeeper.configData").iter().any(|key| key.ends_with("dlog.bkcEnsembleSize"));
        let few = cluster.integer(BOOKIES).filter(|bookies| *bookies < ENSEMBLE && !own_ensemble);
        let (message, advice, cause) = if !cluster.runs_bookkeeper() {
            (
                "the state store of functions needs bookies, and none is deployed".to_owned(),
                vec![write("components.bookkeeper", true)],
                ("components.bookkeeper", "bookies switched off here"),
            )
        } else if cluster.base.components.oxia {
            ("the state store of functions runs in the bookies and needs ZooKeeper; it does not start on Oxia".to_owned(), vec![remove(STATE_STORE), otherwise("use ZooKeeper")], ("components.oxia", "Oxia \
            switched on here"))
        } else if let Some(bookies) = few {
            (
                format!(
                    "the state store spreads its logs over {ENSEMBLE} bookies, but bookkeeper.replicaCount is {bookies}; functions cannot store state"
                ),
                vec![write(BOOKIES, ENSEMBLE).purpose("or more")],
                (BOOKIES, "number of bookies set here"),
            )
        } else {
            return;
        };
        let on_oxia = cluster.runs_bookkeeper() && cluster.base.components.oxia;
        // Read in its source, not seen on a cluster.
        let severity = if on_oxia { Severity::Warning } else { CODE.severity };
        let finding = Diagnostic { severity, ..Diagnostic::new(&CODE, message).advise(advice) };
        found.push(cluster.point(finding, &[(STATE_STORE, "state store switched on here"), cause]));
        return;
    }
    let component = given(cluster, "bookkeeper.component").unwrap_or_default();
    let bookies = format!("bk://{}", cluster.names.of(&component));
    let workers = [
        (cluster.runs_function_worker(), "function_worker"),
        (cluster.runs_broker() && cluster.embeds_functions(), "broker"),
    ];
    for (_, block) in workers.into_iter().filter(|(runs, _)| *runs) {
        let path = format!("{block}.configData.PF_stateStorageServiceUrl");
        if given(cluster, &path).is_some_and(|url| url.starts_with(&bookies)) {
            let finding = Diagnostic::new(&CODE, "functions use the bookies' state store, but it is off")
                .advise([write(STATE_STORE, true)]);
            found.push(cluster.point(
                finding,
                &[
                    (&path, "state store set here"),
                    (
                        STATE_STORE,
                        "the bookies' state store switched \
                off here",
                    ),
                ],
            ));
        }
    }
}

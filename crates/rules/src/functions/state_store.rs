//! The functions' state store has what it needs.

use super::STATE_STORE;
use crate::facts::{given, written};
use pulsarc_component::Cluster;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};

/// A state store that cannot run.
pub(crate) static CODE: Code = Code {
    id: "PUL0312",
    severity: Severity::Error,
    title: "state store that cannot run",
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
        let (message, help, cause) = if !cluster.runs_bookkeeper() {
            (
                "functions are to keep state in the bookies, and there are no bookies".to_owned(),
                "write components.bookkeeper: true",
                ("components.bookkeeper", "the bookies are off"),
            )
        } else if cluster.base.components.oxia {
            ("functions are to keep state in the bookies, whose table service needs ZooKeeper: on Oxia it does not start".to_owned(), "remove it, or use ZooKeeper", ("components.oxia", "Oxia is on"))
        } else if let Some(bookies) = few {
            (
                format!(
                    "the logs of the state store are spread over {ENSEMBLE} bookies, and there are {bookies}: no state can be kept"
                ),
                "write a replicaCount of 3 or more",
                (BOOKIES, "the bookies are counted here"),
            )
        } else {
            return;
        };
        let on_oxia = cluster.runs_bookkeeper() && cluster.base.components.oxia;
        // Read in its source, not seen on a cluster.
        let severity = if on_oxia { Severity::Warning } else { CODE.severity };
        let told = Diagnostic { severity, ..Diagnostic::new(&CODE, message).help(help) };
        found.push(cluster.point(told, &[(STATE_STORE, "the state store is on"), cause]));
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
            let told = Diagnostic::new(
                &CODE,
                "functions are to keep state in the bookies, which run no state store",
            )
            .help(format!("write {STATE_STORE}: true"));
            found.push(cluster.point(
                told,
                &[(&path, "the state store is named here"), (STATE_STORE, "the bookies' is off")],
            ));
        }
    }
}

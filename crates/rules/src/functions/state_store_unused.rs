//! The functions' state store has functions that use it.

use super::STATE_STORE;
use crate::facts::given;
use pulsarc_component::Cluster;
use pulsarc_diag::advice::{remove_it, write};
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};

/// A state store that no function uses.
pub(crate) static CODE: Code = Code {
    id: "PUL0311",
    severity: Severity::Warning,
    title: "unused function state store",
    page: include_str!("state_store_unused.md"),
};

/// A worker of its own uses the store where its own settings name it.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    if !cluster.is_distributed() || !cluster.is_on(STATE_STORE) {
        return;
    }
    let named = given(cluster, "function_worker.configData.PF_stateStorageServiceUrl").is_some();
    let (message, advice) = if cluster.runs_function_worker() && !named {
        let message = "the bookies run a state store, but the function worker does not know its address";
        (
            message,
            vec![
                write("function_worker.configData.PF_stateStorageServiceUrl", "bk://HOST:4181")
                    .display_only(),
            ],
        )
    } else if !cluster.runs_function_worker() && !cluster.base.components.functions {
        (
            "the bookies run a state store for functions, but functions are off",
            vec![write("components.functions", true), remove_it()],
        )
    } else {
        return;
    };
    found.push(cluster.point(Diagnostic::new(&CODE, message).advise(advice), &[(STATE_STORE, "")]));
}

//! The worker inside the brokers is on where it is configured.

use crate::facts::{innermost, switched_off, written};
use pulsarc_component::Cluster;
use pulsarc_diag::advice::{move_to, otherwise, remove_it, write};
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};

/// Settings of a worker inside the brokers that is off.
pub(crate) static CODE: Code = Code {
    id: "PUL0308",
    severity: Severity::Warning,
    title: "settings of a disabled embedded worker",
    page: include_str!("inside_off.md"),
};

const CONFIG: &str = "broker.configData";
const INSIDE: &str = "components.functions";
const OWN: &str = "components.function_worker";

/// `useBookieAsStateStore` has a rule of its own.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    if !cluster.runs_broker() || cluster.embeds_functions() {
        return;
    }
    let own = cluster.runs_function_worker();
    let (why, switch) =
        if own { ("functions run in a separate worker", OWN) } else { ("functions are off", INSIDE) };
    for key in written(cluster, CONFIG).into_iter().filter(|key| key.starts_with("PF_")) {
        let path = format!("{CONFIG}.{key}");
        let advice = if own {
            vec![move_to(&path, format!("function_worker.configData.{key}"))]
        } else {
            vec![write(INSIDE, true), remove_it()]
        };
        let finding = Diagnostic::new(
            &CODE,
            format!(
                "`{key}` has no effect: {why}, so the worker inside the brokers is \
            off"
            ),
        )
        .advise(advice);
        found.push(cluster.point(finding, &[(&path, ""), (switch, why)]));
    }
    if switched_off(cluster, INSIDE) {
        return;
    }
    for block in ["rbac", "service_account", "component"].map(|key| format!("functions.{key}")) {
        if cluster.is_users(&block) {
            let message = format!("this has no effect: {why}, so the worker inside the brokers is off");
            let advice = if own {
                vec![otherwise("write it under function_worker")]
            } else {
                vec![write(INSIDE, true), remove_it()]
            };
            let finding = Diagnostic::new(&CODE, message).advise(advice);
            found.push(cluster.point(finding, &[(&innermost(cluster, &block), ""), (switch, why)]));
        }
    }
}

//! What is in front of brokers has brokers behind it.

use pulsarc_component::Cluster;
use pulsarc_diag::advice::write;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};

/// A front without brokers.
pub(crate) static CODE: Code = Code {
    id: "PUL0114",
    severity: Severity::Error,
    title: "no backend behind a proxy or web interface",
    page: include_str!("no_brokers.md"),
};

/// Functions without brokers have a rule of their own.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    let on = &cluster.base.components;
    if !cluster.is_distributed() || on.broker {
        return;
    }
    let fronts = [
        (on.proxy, "components.proxy", "the proxy has"),
        (on.pulsar_manager, "components.pulsar_manager", "Pulsar Manager has"),
        (on.dekaf, "components.dekaf", "Dekaf has"),
    ];
    for (_, path, who) in fronts.into_iter().filter(|(deployed, ..)| *deployed) {
        let finding = Diagnostic::new(&CODE, format!("{who} no broker to connect to"))
            .advise([write("components.broker", true), write(path, false)]);
        found.push(cluster.point(
            finding,
            &[(path, "switched on here"), ("components.broker", "brokers switched off here")],
        ));
    }
}

//! The grace period of brokers covers their drain.

use crate::facts::{Setting, setting};
use pulsarc_catalogue::{Program, effective_default, key};
use pulsarc_component::Cluster;
use pulsarc_diag::advice::write;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};

/// Grace period that ends before the broker has stopped.
pub(crate) static CODE: Code = Code {
    id: "PUL0770",
    severity: Severity::Error,
    title: "grace period shorter than the drain",
    page: include_str!("graceful_shutdown.md"),
};

/// Seconds for starting the hook and delivering the signal; the hook itself ends that long before the grace period.
const MARGIN: i64 = 5;

/// The help rounds up to a multiple of these seconds.
const STEP: i64 = 10;

const DRAIN: &str = "broker.gracefulShutdown.drainSeconds";
const GRACE: &str = "broker.gracePeriod";
const TIMEOUT: &str = "brokerShutdownTimeoutMs";

/// Kubernetes counts the grace period from the beginning of the hook, and kills the broker at its end.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    if !cluster.runs_broker() || !cluster.is_on("broker.gracefulShutdown.enabled") {
        return;
    }
    let (Some(drain), Some(grace)) = (cluster.integer(DRAIN), cluster.integer(GRACE)) else { return };
    let line = cluster.release(cluster.image_of("broker")).line();
    let default = || key(line, Program::Broker, TIMEOUT).and_then(|key| effective_default(key).parse().ok());
    let timeout = setting(cluster, "broker", TIMEOUT);
    let Some(milliseconds) = timeout.as_ref().map_or_else(default, Setting::whole) else { return };
    let stop = milliseconds.max(0).saturating_add(999) / 1000;
    let least = drain.saturating_add(stop).saturating_add(MARGIN);
    if grace >= least {
        return;
    }
    let message = format!(
        "the grace period of {grace} s is shorter than {least} s: {drain} s of draining, {stop} s of closing services \
         ({TIMEOUT}) and {MARGIN} s of margin; Kubernetes kills the broker before it has stopped"
    );
    let rounded = least.saturating_add(STEP - 1) / STEP * STEP;
    let mut places = vec![(GRACE, ""), (DRAIN, "drain set here")];
    let written = timeout.map(|setting| setting.path).unwrap_or_default();
    if !written.is_empty() {
        places.push((&written, "time to close services set here"));
    }
    places.push(("broker.gracefulShutdown.enabled", "hook switched on here"));
    let finding = Diagnostic::new(&CODE, message).advise([write(GRACE, rounded)]);
    found.push(cluster.point(finding, &places));
}

//! Settings that end a broker at startup: the checks of `PulsarBrokerStarter` and `PulsarService.start`.

use super::server::Server;
use crate::facts::setting;
use pulsarc_catalogue::{Program, Version, key};
use pulsarc_component::Cluster;
use pulsarc_component::jvm::human;
use pulsarc_diag::advice::otherwise;
use pulsarc_diag::{Code, Findings, Severity};

/// A setting that ends a broker at startup.
pub(crate) static CODE: Code = Code {
    id: "PUL0836",
    severity: Severity::Error,
    title: "setting that stops the broker at startup",
    page: include_str!("startup.md"),
};

const SUPPORTED: &str = "supportedNamespaceBundleSplitAlgorithms";
const DEFAULT: &str = "defaultNamespaceBundleSplitAlgorithm";
const SIZE: &str = "maxMessageSize";
const CLOSE: &str = "brokerCloseInactiveTopicsEnabled";
const DELETE: &str = "brokerDeleteInactiveTopicsEnabled";
/// `NamespaceBundleSplitAlgorithm.AVAILABLE_ALGORITHMS`.
const ALGORITHMS: [&str; 4] = [
    "range_equally_divide",
    "topic_count_equally_divide",
    "specified_positions_divide",
    "flow_or_qps_equally_divide",
];
const LABELS_ON: &str = "exposeCustomTopicMetricLabelsEnabled";
const LABELS: &str = "allowedTopicPropertyKeysForMetrics";
/// Beginnings of label names that Prometheus, Pulsar and OpenTelemetry reserve.
const RESERVED: [&str; 5] = ["__", "pulsar_", "pulsar.", "otel_", "otel."];
/// `Commands.MESSAGE_SIZE_FRAME_PADDING`.
const PADDING: i128 = 10 << 10;

pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    for block in ["broker", "standalone"] {
        if cluster.jvms.iter().any(|jvm| jvm.block == block) {
            let broker = Server { cluster, block, program: (Program::Broker, "broker"), code: &CODE };
            algorithms(&broker, found);
            message_size(&broker, found);
            labels(&broker, found);
            if broker.line() >= Version::V5_0 {
                inactive_topics(&broker, found);
            }
        }
    }
}

fn algorithms(broker: &Server<'_, '_>, found: &mut Findings) {
    let (supported, default) = (broker.value(SUPPORTED), broker.value(DEFAULT));
    let names: Vec<&str> = supported.split(',').map(str::trim).collect();
    if let Some(unknown) = names.iter().find(|name| !ALGORITHMS.contains(name)) {
        let why = format!("{SUPPORTED}: unknown algorithm {unknown:?}");
        broker.exits(
            &[SUPPORTED],
            &why,
            [otherwise(format!("write some of {}", ALGORITHMS.join(",")))],
            found,
        );
    } else if !names.contains(&default.as_str()) {
        let why = format!("{SUPPORTED} lacks {default}, the value of {DEFAULT}");
        broker.exits(
            &[SUPPORTED, DEFAULT],
            &why,
            [broker.write(SUPPORTED, &format!("{supported},{default}"))],
            found,
        );
    }
}

fn message_size(broker: &Server<'_, '_>, found: &mut Findings) {
    let size = setting(broker.cluster, broker.block, SIZE).and_then(|setting| setting.whole());
    let jvm = broker.cluster.jvms.iter().find(|jvm| jvm.block == broker.block);
    // Without a limit of its own, direct memory may grow as large as the heap.
    let direct = jvm.and_then(|jvm| jvm.direct().or_else(|| jvm.heap())).map(|direct| direct.bytes);
    let (Some(size), Some(direct)) = (size, direct) else { return };
    if i128::from(size) + PADDING >= direct {
        let why = format!("{SIZE} {size} exceeds the JVM's direct memory, {}", human(direct));
        let help = [otherwise(format!("lower {SIZE}, or raise -XX:MaxDirectMemorySize in PULSAR_MEM"))];
        broker.exits(&[SIZE], &why, help, found);
    }
}

fn inactive_topics(broker: &Server<'_, '_>, found: &mut Findings) {
    if broker.is_on(CLOSE) && broker.is_on(DELETE) {
        let why = format!("{CLOSE} and {DELETE} are both true");
        broker.exits(&[CLOSE, DELETE], &why, [broker.write(DELETE, "false")], found);
    }
}

/// `PulsarService.isValidMetricsName`, if labels from properties of topics are on: a release that lacks the keys has none.
fn labels(broker: &Server<'_, '_>, found: &mut Findings) {
    let known = key(broker.line(), Program::Broker, LABELS_ON).is_some();
    if !known || !broker.is_on(LABELS_ON) {
        return;
    }
    let names = broker.value(LABELS);
    let wrong = names.split(',').map(str::trim).filter(|name| !name.is_empty() && !is_label(name));
    for name in wrong {
        let why = format!("{LABELS}: {name:?} is no name of a metric label");
        let help = "write names of ASCII letters, digits and `_` that begin with no digit and with none of `__`, `pulsar_`, `otel_`";
        let help = [otherwise(help)];
        broker.exits(&[LABELS], &why, help, found);
    }
}

fn is_label(name: &str) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || c == '_';
    let reserved = RESERVED.iter().any(|beginning| name.starts_with(beginning));
    !reserved && !name.starts_with(|c: char| c.is_ascii_digit()) && name.chars().all(plain)
}

#[cfg(test)]
mod tests {
    use super::is_label;

    #[test]
    fn labels_are_judged_as_the_broker_does() {
        assert!(["team", "_team", "team_2"].into_iter().all(is_label));
        assert!(!["9lives", "a-b", "pulsar_owner", "otel_x", "__x", "a.b"].into_iter().any(is_label));
    }
}

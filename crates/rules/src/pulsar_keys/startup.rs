//! Settings that end a broker at startup: the checks of `PulsarBrokerStarter` and `PulsarService.start`.

use crate::facts::setting;
use pulsarc_catalogue::{Program, Version, effective_default, key};
use pulsarc_component::Cluster;
use pulsarc_component::jvm::human;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};

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
            let line = cluster.release(cluster.image_of(block)).line();
            algorithms(cluster, block, line, found);
            message_size(cluster, block, found);
            labels(cluster, block, line, found);
            if line >= Version::V5_0 {
                inactive_topics(cluster, block, line, found);
            }
        }
    }
}

/// The value that holds: the configuration's, else that of the release.
fn value(cluster: &Cluster<'_>, block: &str, line: Version, name: &str) -> String {
    let default = || key(line, Program::Broker, name).map(effective_default).unwrap_or_default().to_owned();
    setting(cluster, block, name).map_or_else(default, |setting| setting.text)
}

fn report(
    cluster: &Cluster<'_>,
    block: &str,
    keys: &[&str],
    (why, help): (String, String),
    found: &mut Findings,
) {
    let paths: Vec<String> =
        keys.iter().filter_map(|key| setting(cluster, block, key)).map(|setting| setting.path).collect();
    let places: Vec<(&str, &str)> = paths.iter().map(|path| (path.as_str(), "set here")).collect();
    if paths.iter().any(|path| cluster.is_users(path)) {
        let message = format!("{why}; the broker exits at startup");
        found.push(cluster.point(Diagnostic::new(&CODE, message).help(help), &places));
    }
}

fn algorithms(cluster: &Cluster<'_>, block: &str, line: Version, found: &mut Findings) {
    let (supported, default) = (value(cluster, block, line, SUPPORTED), value(cluster, block, line, DEFAULT));
    let names: Vec<&str> = supported.split(',').map(str::trim).collect();
    if let Some(unknown) = names.iter().find(|name| !ALGORITHMS.contains(name)) {
        let why = format!("{SUPPORTED}: unknown algorithm {unknown:?}");
        report(cluster, block, &[SUPPORTED], (why, format!("write some of {}", ALGORITHMS.join(","))), found);
    } else if !names.contains(&default.as_str()) {
        let why = format!("{SUPPORTED} lacks {default}, the value of {DEFAULT}");
        report(cluster, block, &[SUPPORTED, DEFAULT], (why, format!("add {default} to {SUPPORTED}")), found);
    }
}

fn message_size(cluster: &Cluster<'_>, block: &str, found: &mut Findings) {
    let size = setting(cluster, block, SIZE).and_then(|setting| setting.whole());
    let jvm = cluster.jvms.iter().find(|jvm| jvm.block == block);
    // Without a limit of its own, direct memory may grow as large as the heap.
    let direct = jvm.and_then(|jvm| jvm.direct().or_else(|| jvm.heap())).map(|direct| direct.bytes);
    let (Some(size), Some(direct)) = (size, direct) else { return };
    if i128::from(size) + PADDING >= direct {
        let why = format!("{SIZE} {size} exceeds the JVM's direct memory, {}", human(direct));
        let help = format!("lower {SIZE}, or raise -XX:MaxDirectMemorySize in PULSAR_MEM");
        report(cluster, block, &[SIZE], (why, help), found);
    }
}

fn inactive_topics(cluster: &Cluster<'_>, block: &str, line: Version, found: &mut Findings) {
    let is_on = |name| value(cluster, block, line, name).eq_ignore_ascii_case("true");
    if is_on(CLOSE) && is_on(DELETE) {
        let why = format!("{CLOSE} and {DELETE} are both true");
        report(cluster, block, &[CLOSE, DELETE], (why, format!("write `{DELETE}: \"false\"`")), found);
    }
}

/// `PulsarService.isValidMetricsName`, if labels from properties of topics are on: a release that lacks the keys has none.
fn labels(cluster: &Cluster<'_>, block: &str, line: Version, found: &mut Findings) {
    let known = key(line, Program::Broker, LABELS_ON).is_some();
    if !known || !value(cluster, block, line, LABELS_ON).eq_ignore_ascii_case("true") {
        return;
    }
    let names = value(cluster, block, line, LABELS);
    let wrong = names.split(',').map(str::trim).filter(|name| !name.is_empty() && !is_label(name));
    for name in wrong {
        let why = format!("{LABELS}: {name:?} is no name of a metric label");
        let help = "write names of ASCII letters, digits and `_` that begin with no digit and with none of `__`, `pulsar_`, `otel_`";
        report(cluster, block, &[LABELS], (why, help.to_owned()), found);
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

//! A disk is full above where it is nearly full, and usable again below.

use crate::facts::{Setting, setting};
use pulsarc_component::Cluster;
use pulsarc_diag::advice::{write, write_it};
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};

/// Disk thresholds out of order.
pub(crate) static CODE: Code = Code {
    id: "PUL0608",
    severity: Severity::Error,
    title: "disk usage thresholds out of order",
    page: include_str!("thresholds.md"),
};

const FULL: &str = "diskUsageThreshold";
const WARN: &str = "diskUsageWarnThreshold";
const LOW: &str = "diskUsageLwmThreshold";
/// What bookies forgive.
const SLACK: f64 = 1e-6;

/// As bookies check it when they start. Only that the disk is usable again above the warning, they let pass.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    if !cluster.runs_bookkeeper() {
        return;
    }
    let threshold = |key: &'static str| {
        let setting = setting(cluster, "bookkeeper", key)?;
        Some((key, setting.decimal()?, setting))
    };
    let [full, warn, low] = [FULL, WARN, LOW].map(threshold);
    for (key, fraction, setting) in [&full, &warn, &low].into_iter().flatten() {
        if *fraction <= 0.0 || *fraction >= 1.0 {
            let message =
                format!("`{key}` takes a fraction of a disk, got {fraction}; the bookies exit at startup");
            let finding = Diagnostic::new(&CODE, message)
                .advise([write_it("0.9").purpose("or another number between 0 and 1").display_only()]);
            found.push(cluster.point(finding, &[(&setting.path, "")]));
        }
    }
    let pairs = [(&warn, &full, true), (&low, &full, true), (&low, &warn, false)];
    for (lower, upper, fatal) in pairs {
        let (Some(lower), Some(upper)) = (lower, upper) else { continue };
        let inside = [lower.1, upper.1].iter().all(|fraction| (0.0..=1.0).contains(fraction));
        // A mark above the full disk is above the warning too: once is enough.
        let told_already = !fatal && full.as_ref().is_some_and(|full| lower.1 - full.1 > SLACK);
        if inside && !told_already && lower.1 - upper.1 > SLACK {
            found.push(tell(cluster, lower, upper, fatal));
        }
    }
}

type Threshold = (&'static str, f64, Setting);

fn tell(cluster: &Cluster<'_>, lower: &Threshold, upper: &Threshold, fatal: bool) -> Diagnostic {
    let effect = if fatal {
        "the bookies exit at startup"
    } else {
        "a full disk accepts writes again while it is still nearly full"
    };
    let message = format!("`{}` {} exceeds `{}` {}; {effect}", lower.0, lower.1, upper.0, upper.1);
    let mut finding = Diagnostic::new(&CODE, message).advise([write(&lower.2.path, upper.1.to_string())
        .purpose(format!("or less, in the order {LOW}, {WARN}, {FULL}"))]);
    if !fatal {
        finding.severity = Severity::Warning;
    }
    cluster.point(
        finding,
        &[(&lower.2.path, "lower threshold set here"), (&upper.2.path, "upper threshold set here")],
    )
}

//! The default backlog quota is less than the default retention.

use crate::facts::{Setting, setting};
use pulsarc_component::Cluster;
use pulsarc_component::jvm::human;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};

/// A default backlog quota at or beyond the default retention.
pub(crate) static CODE: Code = Code {
    id: "PUL0822",
    severity: Severity::Error,
    title: "backlog quota not below the retention",
    page: include_str!("quota.md"),
};

/// Bytes in the unit of `defaultRetentionSizeInMB`.
const MIB: i128 = 1 << 20;
/// Bytes in the unit of `backlogQuotaDefaultLimitGB`, which Pulsar deprecates and still prefers.
const GIB: f64 = 1_073_741_824.0;

/// A limit of the quota, and the retention it has to stay below, both in one unit.
struct Limit {
    setting: Setting,
    amount: i128,
}

/// Brokers compare the two when they start, and exit. A retention of 0 or -1 (none, or unlimited) bounds nothing.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    let server = if cluster.is_distributed() { "broker" } else { "standalone" };
    if !cluster.runs_server() {
        return;
    }
    let scaled = |key: &str, unit: i128| {
        let setting = setting(cluster, server, key)?;
        let amount = i128::from(setting.whole()?) * unit;
        (amount > 0).then_some(Limit { setting, amount })
    };
    let pairs = [
        (size(cluster, server), scaled("defaultRetentionSizeInMB", MIB), Unit::Bytes),
        (
            scaled("backlogQuotaDefaultLimitSecond", 1),
            scaled("defaultRetentionTimeInMinutes", 60),
            Unit::Seconds,
        ),
    ];
    for (quota, retention, unit) in pairs {
        let (Some(quota), Some(retention)) = (quota, retention) else { continue };
        if quota.amount < retention.amount {
            continue;
        }
        let message = format!(
            "the backlog quota of {} is not below the retention of {}; the {server} exits at startup",
            unit.shown(quota.amount),
            unit.shown(retention.amount)
        );
        let finding = Diagnostic::new(&CODE, message).help(format!(
            "write less than {} in {}, or a larger {}",
            unit.shown(retention.amount),
            quota.setting.path,
            retention.setting.path
        ));
        let places = [
            (quota.setting.path.as_str(), "backlog quota set here"),
            (retention.setting.path.as_str(), "retention set here"),
        ];
        found.push(cluster.point(finding, &places));
    }
}

#[derive(Clone, Copy)]
enum Unit {
    Bytes,
    Seconds,
}

impl Unit {
    fn shown(self, amount: i128) -> String {
        match self {
            Self::Bytes => human(amount),
            Self::Seconds => format!("{amount} seconds"),
        }
    }
}

/// The quota by size: the limit in gigabytes counts where it is above 0, as in Pulsar.
#[allow(clippy::cast_possible_truncation, reason = "a number of bytes as Pulsar itself casts it")]
fn size(cluster: &Cluster<'_>, server: &str) -> Option<Limit> {
    let gigabytes = setting(cluster, server, "backlogQuotaDefaultLimitGB")
        .and_then(|setting| Some((setting.decimal().filter(|limit| *limit > 0.0)?, setting)));
    if let Some((limit, setting)) = gigabytes {
        return Some(Limit { setting, amount: (limit * GIB) as i128 });
    }
    let setting = setting(cluster, server, "backlogQuotaDefaultLimitBytes")?;
    let amount = i128::from(setting.whole()?);
    (amount > 0).then_some(Limit { setting, amount })
}

//! Rollback, the order of the rollout, and what no configuration shows.

use crate::Request;
use crate::advice::{Point, Section};
use crate::cluster::{components, holds};
use crate::movement::deployed;
use pulsarc_catalogue::{Acts, ChangeKind, Condition, Source, Version, changes};

/// Settings that keep a rollback possible, each as it is written.
#[derive(Default)]
struct Keeping {
    /// Those that the configuration has.
    set: Vec<String>,
    /// Those that it lacks.
    missing: Vec<String>,
}

impl Keeping {
    /// The settings that count between two lines.
    fn between(request: &Request<'_>, from: Version, to: Version) -> Self {
        let mut found = Self::default();
        for change in changes().iter().filter(|change| change.lies_between(from, to)) {
            let Some(keep) = change.keep.as_ref().filter(|keep| keep.rollback) else { continue };
            if change.when.is_some_and(|when| !holds(request.cluster, request.emitted, when)) {
                continue;
            }
            for program in &change.programs {
                for (block, _) in components(request.cluster, *program) {
                    let is_set = request.emitted.get(block, &keep.key) == Some(keep.value.as_str());
                    let place = if is_set { &mut found.set } else { &mut found.missing };
                    place.push(format!("{block}.configData.{}: \"{}\"", keep.key, keep.value));
                }
            }
        }
        found
    }
}

/// Until which step the cluster can go back, and by which settings.
pub(crate) fn rollback(request: &Request<'_>, from: Version) -> Vec<Point> {
    let Keeping { set: kept, missing: open } = Keeping::between(request, from, request.to);
    let text = if open.is_empty() {
        let by = if kept.is_empty() { String::new() } else { format!(", by {}", kept.join(", ")) };
        format!("possible at every step, until a feature of {} is used{by}", request.to.name())
    } else {
        format!(
            "possible until the first broker of {} starts; {} keep it possible after that",
            request.to.name(),
            open.join(" and ")
        )
    };
    let source = Source::Upgrade.cite();
    vec![Point::new(Section::Rollback, "rollback", text, source), target()]
}

fn target() -> Point {
    let exact = "go back to the exact release that ran before; keep its images and this configuration";
    Point::new(Section::Rollback, "target", exact, Source::Upgrade.cite())
}

/// What a cluster of the line `from` may have stored that the older line cannot read.
pub(crate) fn stored(request: &Request<'_>, from: Version) -> Vec<Point> {
    let (old, new) = (request.to.name(), from.name());
    let Keeping { set, missing } = Keeping::between(request, request.to, from);
    let source = Source::Upgrade.cite();
    let point = if missing.is_empty() {
        let by =
            if set.is_empty() { String::new() } else { format!(" ({} kept its formats)", set.join(", ")) };
        let text = format!("{old} reads what {new} stored, unless a feature of {new} was used{by}");
        Point::new(Section::Rollback, "rollback", text, source)
    } else {
        let text = format!(
            "brokers of {new} run without {}: they may have stored what {old} cannot read, and then brokers of {old} do not \
             start or lose topics; restore a backup of the metadata instead, or rule it out first",
            missing.join(" and ")
        );
        Point::new(Section::Breaks, "stored formats", text, source)
    };
    vec![point, target()]
}

/// The order in which the components are replaced.
pub(crate) fn order(request: &Request<'_>) -> Vec<Point> {
    let standalone = [("standalone", "back up its data, then replace it: it runs in one process")];
    let distributed = [
        ("zookeeper", "one server at a time, the leader last"),
        ("oxia", "the coordinator, then its servers one at a time"),
        (
            "autorecovery",
            "switch it off while bookies restart: scale it to 0 or run `bookkeeper shell autorecovery -disable`",
        ),
        ("bookkeeper", "one bookie at a time; then switch autorecovery on again"),
        ("broker", "one broker first, and watch it under load; then one at a time, the leader last"),
        ("function_worker", "after the brokers; try connectors on one worker first"),
        ("proxy", "last, one at a time"),
    ];
    let steps: &[(&str, &str)] = if request.cluster.is_distributed() { &distributed } else { &standalone };
    let runs = |block: &str| match block {
        "oxia" => request.cluster.base.components.oxia && request.cluster.is_distributed(),
        block => deployed(request, block),
    };
    let source = "https://pulsar.apache.org/docs/next/administration-upgrade/";
    let steps = steps.iter().filter(|(block, _)| runs(block));
    steps.map(|(block, what)| Point::new(Section::Order, *block, *what, source)).collect()
}

/// What no configuration shows.
pub(crate) fn outside(request: &Request<'_>, from: Version) -> Vec<Point> {
    let mut points = Vec::new();
    for change in changes().iter().filter(|change| change.lies_between(from, request.to)) {
        let applies = change.when.is_none_or(|when| holds(request.cluster, request.emitted, when));
        let foreign = change.source == Source::Applications || change.acts == Acts::Decide;
        // Options of the JVM are rules' business.
        let is_option = change.what.starts_with('-') || change.what.starts_with("PULSAR_");
        if change.kind == ChangeKind::Runtime && applies && foreign && !is_option {
            let section = if change.acts == Acts::Decide {
                Section::DecideFirst
            } else {
                Section::OutsideTheConfiguration
            };
            points.push(Point::new(section, change.what.clone(), change.why.clone(), change.source.cite()));
        }
    }
    let crosses = from < Version::V5_0 && request.to >= Version::V5_0;
    if crosses && holds(request.cluster, request.emitted, Condition::Tls) {
        points.push(Point::new(
            Section::OutsideTheConfiguration,
            "host names in certificates",
            "brokers, proxies and clients of 5.0 compare host names with certificates: check advertised \
            addresses, other clusters of geo-replication and load balancers in front of the proxy",
            Source::Applications.cite(),
        ));
    }
    points
}

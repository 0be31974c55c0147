//! Whether the brokers that received the bundles of a restarted one have reported it.
//!
//! A broker counts its load at intervals (`statsUpdateFrequencyInSecs`) and passes a report on if it differs enough from the last one
//! (`loadBalancerReportUpdateThresholdPercentage`), checked every `loadBalancerReportUpdateMinIntervalMillis`. Only what is counted
//! and passed on reaches the leader.

use crate::pulsar::broker::{Report, Settings};
use std::collections::BTreeSet;
use std::time::Duration;

/// How brokers count and report, by their settings.
#[derive(Debug, Clone, Copy)]
pub(super) struct Timing {
    /// How often a broker counts its load.
    pub(super) count: Duration,
    /// How often it checks whether to pass a report on.
    pub(super) check: Duration,
    /// By how many percent its load has to differ.
    pub(super) threshold: u64,
}

impl Timing {
    pub(super) fn of(settings: &Settings) -> Self {
        Self {
            count: Duration::from_secs(settings.number("statsUpdateFrequencyInSecs", 60)),
            check: Duration::from_millis(settings.number("loadBalancerReportUpdateMinIntervalMillis", 5000)),
            threshold: settings.number("loadBalancerReportUpdateThresholdPercentage", 10),
        }
    }

    /// In this time a broker has checked its load at least once.
    pub(super) fn settled(&self) -> Duration {
        self.check * 2
    }
}

/// A broker that may receive bundles.
#[derive(Debug, Clone)]
pub(super) struct Receiver {
    /// Its report before.
    before: Report,
    /// The bundles that it has received.
    received: BTreeSet<String>,
    /// When it last received one, and when the load with it was first counted: times of this run.
    since: Duration,
    counted: Option<(Duration, u64)>,
}

/// How far a receiver is.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Standing {
    /// The leader can know its load.
    Reported,
    /// It has not counted the bundles yet.
    Uncounted,
    /// It has not passed a report on.
    Unreported,
}

impl Receiver {
    pub(super) fn new(before: Report) -> Self {
        Self { before, received: BTreeSet::new(), since: Duration::ZERO, counted: None }
    }

    /// The bundles that it has received.
    pub(super) fn received(&self) -> &BTreeSet<String> {
        &self.received
    }

    /// Notes what it owns of the moved bundles, at a time of this run.
    pub(super) fn owns(&mut self, moved: BTreeSet<String>, now: Duration) {
        if moved != self.received {
            self.received = moved;
            self.since = now;
            self.counted = None;
        }
    }

    /// How far it is at a time of this run, by its report. The extensible load manager shows none: there it is time that counts.
    pub(super) fn standing(&mut self, report: Option<&Report>, now: Duration, timing: Timing) -> Standing {
        let age = now.saturating_sub(self.since);
        let is_over = age >= timing.count + timing.settled();
        let Some(report) = report else {
            return if is_over { Standing::Reported } else { Standing::Uncounted };
        };
        // Bundles whose topics have ended meanwhile are never counted.
        if !self.received.is_subset(&report.bundles) && !is_over {
            return Standing::Uncounted;
        }
        let (counted, passed_on) = *self.counted.get_or_insert((now, report.last_update));
        let has_checked = now.saturating_sub(counted) >= timing.settled();
        let is_small = change(self.before.bundles.len(), report.bundles.len()) <= timing.threshold;
        let has_passed_on = report.last_update > self.before.last_update;
        if report.last_update > passed_on || (has_checked && (has_passed_on || is_small)) {
            Standing::Reported
        } else {
            Standing::Unreported
        }
    }
}

/// The change of a number in percent, as brokers calculate it.
fn change(before: usize, now: usize) -> u64 {
    match (before, now) {
        (0, 0) => 0,
        (0, _) => u64::MAX,
        (before, now) => u64::try_from(before.abs_diff(now).saturating_mul(100) / before).unwrap_or(u64::MAX),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    const TIMING: Timing =
        Timing { count: Duration::from_secs(60), check: Duration::from_secs(5), threshold: 10 };

    fn modular(bundles: &[&str], last_update: u64) -> Report {
        let value = json!({"bundles": bundles, "lastUpdate": last_update});
        serde_json::from_value(value).expect("it is one")
    }

    fn bundles(names: &[&str]) -> BTreeSet<String> {
        names.iter().map(|name| (*name).to_owned()).collect()
    }

    fn seconds(seconds: u64) -> Duration {
        Duration::from_secs(seconds)
    }

    #[test]
    fn a_receiver_has_reported_once_it_has_counted_and_passed_on_what_it_received() {
        let mut receiver = Receiver::new(modular(&["a"], 100));
        receiver.owns(bundles(&["b"]), seconds(10));
        assert_eq!(receiver.standing(Some(&modular(&["a"], 100)), seconds(20), TIMING), Standing::Uncounted);
        // A report from before the bundles were counted says nothing about them.
        assert_eq!(receiver.standing(Some(&modular(&["a"], 200)), seconds(30), TIMING), Standing::Uncounted);
        assert_eq!(
            receiver.standing(Some(&modular(&["a", "b"], 200)), seconds(40), TIMING),
            Standing::Unreported
        );
        assert_eq!(
            receiver.standing(Some(&modular(&["a", "b"], 300)), seconds(42), TIMING),
            Standing::Reported
        );
    }

    #[test]
    fn a_small_change_is_never_reported() {
        let before: Vec<String> = (0..20).map(|number| format!("bundle-{number}")).collect();
        let mut names: Vec<&str> = before.iter().map(String::as_str).collect();
        let mut receiver = Receiver::new(modular(&names, 100));
        receiver.owns(bundles(&["b"]), seconds(0));
        names.push("b");
        assert_eq!(receiver.standing(Some(&modular(&names, 100)), seconds(5), TIMING), Standing::Unreported);
        assert_eq!(receiver.standing(Some(&modular(&names, 100)), seconds(15), TIMING), Standing::Reported);
    }

    #[test]
    fn a_large_change_that_is_not_reported_is_waited_for() {
        let mut receiver = Receiver::new(modular(&["a"], 100));
        receiver.owns(bundles(&["b"]), seconds(0));
        assert_eq!(
            receiver.standing(Some(&modular(&["a", "b"], 100)), seconds(40), TIMING),
            Standing::Unreported
        );
        assert_eq!(
            receiver.standing(Some(&modular(&["a", "b"], 100)), seconds(400), TIMING),
            Standing::Unreported
        );
        assert_eq!(
            receiver.standing(Some(&modular(&["a", "b"], 200)), seconds(401), TIMING),
            Standing::Reported
        );
    }

    #[test]
    fn without_reports_it_is_the_time_that_counts() {
        let mut receiver = Receiver::new(Report::default());
        receiver.owns(bundles(&["b"]), seconds(5));
        assert_eq!(receiver.standing(None, seconds(74), TIMING), Standing::Uncounted);
        assert_eq!(receiver.standing(None, seconds(75), TIMING), Standing::Reported);
    }

    #[test]
    fn another_bundle_begins_the_wait_again() {
        let mut receiver = Receiver::new(modular(&[], 100));
        receiver.owns(bundles(&["b"]), seconds(0));
        assert_eq!(receiver.standing(Some(&modular(&["b"], 100)), seconds(1), TIMING), Standing::Unreported);
        receiver.owns(bundles(&["b", "c"]), seconds(2));
        assert_eq!(receiver.standing(Some(&modular(&["b"], 200)), seconds(3), TIMING), Standing::Uncounted);
    }

    #[test]
    fn a_bundle_without_topics_is_not_waited_for() {
        let mut receiver = Receiver::new(modular(&["a"], 100));
        receiver.owns(bundles(&["b"]), seconds(0));
        assert_eq!(receiver.standing(Some(&modular(&["a"], 100)), seconds(71), TIMING), Standing::Unreported);
        assert_eq!(receiver.standing(Some(&modular(&["a"], 100)), seconds(82), TIMING), Standing::Reported);
    }
}

//! The bundles of restarted brokers: who has received them, and whether the receivers have reported it.

use super::Cluster;
use super::brokers::{Brokers, look};
use super::receivers::{Receiver, Standing};
use crate::apply::pods;
use crate::apply::rollout::set::Set;
use crate::apply::stop::Stop;
use crate::pulsar::broker::{self, BrokerId, Report};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use tokio::time::Instant;

/// What moves when brokers restart.
pub(super) struct Handover {
    begun: Instant,
    /// The bundles with topics, and the pod that each of them was on.
    pub(super) moved: BTreeMap<String, String>,
    /// All brokers, by their pods.
    pub(super) receivers: BTreeMap<String, Receiver>,
}

/// What is about to move. A broker that does not answer has nothing that anybody could miss.
pub(super) async fn begin(
    set: &Set<'_, '_>,
    cluster: &Cluster,
    brokers: &Brokers,
    chosen: &[Value],
) -> Result<Handover, Stop> {
    let chosen: BTreeSet<String> = chosen.iter().map(|pod| pods::identity(pod).name).collect();
    let mut handover = Handover { begun: Instant::now(), moved: BTreeMap::new(), receivers: BTreeMap::new() };
    for pod in brokers.ready() {
        let name = pods::identity(pod).name;
        let Some(id) = brokers.id(&name) else { continue };
        let report = report(set, cluster, pod).await?.unwrap_or_default();
        let before = if chosen.contains(&name) {
            let bundles = match &report {
                Some(report) => broker::foreign(report.bundles.clone(), id),
                None => owned(set, cluster, pod, id).await?.unwrap_or_default(),
            };
            handover.moved.extend(bundles.into_iter().map(|bundle| (bundle, name.clone())));
            // A new process has counted nothing yet.
            Report::default()
        } else {
            report.unwrap_or_default()
        };
        handover.receivers.insert(name, Receiver::new(before));
    }
    Ok(handover)
}

/// What a broker reports, or none if its load manager has no call for it.
async fn report(
    set: &Set<'_, '_>,
    cluster: &Cluster,
    pod: &Value,
) -> Result<Result<Option<Report>, String>, Stop> {
    if cluster.is_extensible {
        return Ok(Ok(None));
    }
    let report = set.ask(broker::report(set.run.api, &set.place(pod))).await?;
    Ok(report.map(Some))
}

/// The bundles that a broker owns.
async fn owned(
    set: &Set<'_, '_>,
    cluster: &Cluster,
    pod: &Value,
    id: &BrokerId,
) -> Result<Result<BTreeSet<String>, String>, Stop> {
    set.ask(broker::owned(set.run.api, &set.place(pod), &cluster.name, id)).await
}

/// Waits until the brokers that have received bundles have reported their new load. Bundles that nobody asks for stay without an owner.
pub(super) async fn reported(
    set: &Set<'_, '_>,
    cluster: &Cluster,
    handover: &mut Handover,
) -> Result<(), Stop> {
    if handover.moved.is_empty() {
        return Ok(());
    }
    let since = Instant::now();
    set.until(async || {
        let brokers = match look(set).await? {
            Ok(brokers) => brokers,
            Err(why) => return Ok(Some(why)),
        };
        if let Some(why) = observe(set, cluster, &brokers, handover).await? {
            return Ok(Some(why));
        }
        let unowned = handover.unowned();
        let is_early = since.elapsed() < cluster.timing.settled();
        Ok((unowned > 0 && is_early).then(|| format!("{unowned} bundles have no owner yet")))
    })
    .await
}

/// Notes what each broker owns and has reported. A sentence if somebody has not reported yet.
async fn observe(
    set: &Set<'_, '_>,
    cluster: &Cluster,
    brokers: &Brokers,
    handover: &mut Handover,
) -> Result<Option<String>, Stop> {
    let mut missing = None;
    for (name, receiver) in &mut handover.receivers {
        let (Some(pod), Some(id)) = (brokers.pod(name), brokers.id(name)) else {
            missing = Some(format!("{name} is not ready and listed"));
            continue;
        };
        let now = handover.begun.elapsed();
        match owned(set, cluster, pod, id).await? {
            Ok(mut bundles) => {
                bundles.retain(|bundle| handover.moved.contains_key(bundle));
                receiver.owns(bundles, now);
            }
            Err(why) => missing = Some(why),
        }
        if receiver.received().is_empty() {
            continue;
        }
        match report(set, cluster, pod).await? {
            Ok(report) => {
                let bundles = receiver.received().len();
                match receiver.standing(report.as_ref(), handover.begun.elapsed(), cluster.timing) {
                    Standing::Reported => {}
                    Standing::Uncounted => {
                        missing =
                            Some(format!("{name} has not counted the {bundles} bundles that it received"));
                    }
                    Standing::Unreported => {
                        missing =
                            Some(format!("{name} has not reported the {bundles} bundles that it received"));
                    }
                }
            }
            Err(why) => missing = Some(why),
        }
    }
    Ok(missing)
}

impl Handover {
    /// Bundles of one pod that nobody has received.
    #[cfg(test)]
    pub(super) fn for_tests(bundles: &[&str], pod: &str) -> Self {
        let moved = bundles.iter().map(|bundle| ((*bundle).to_owned(), pod.to_owned())).collect();
        Self { begun: Instant::now(), moved, receivers: BTreeMap::new() }
    }

    /// How many of the bundles have no owner.
    fn unowned(&self) -> usize {
        let owned: usize = self.receivers.values().map(|receiver| receiver.received().len()).sum();
        self.moved.len().saturating_sub(owned)
    }

    /// What became of the bundles of a pod, in words.
    pub(super) fn words(&self, pod: &str) -> String {
        let own: BTreeSet<&String> =
            self.moved.iter().filter(|(_, of)| *of == pod).map(|(bundle, _)| bundle).collect();
        if own.is_empty() {
            return "it had no bundles with topics".to_owned();
        }
        let mut words = Vec::new();
        let mut owned = 0;
        for (name, receiver) in &self.receivers {
            let number = receiver.received().iter().filter(|bundle| own.contains(bundle)).count();
            owned += number;
            if number > 0 {
                words.push(format!("{number} on {name}"));
            }
        }
        if owned < own.len() {
            words.push(format!("{} that nobody has asked for since", own.len() - owned));
        }
        format!("of its {} bundles with topics: {}", own.len(), words.join(", "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    #[test]
    fn the_words_say_where_every_bundle_went() {
        let mut handover = Handover::for_tests(&["a", "b", "c"], "b-2");
        let mut receiver = Receiver::new(Report::default());
        receiver.owns(["a".to_owned(), "b".to_owned()].into(), Duration::ZERO);
        handover.receivers.insert("b-0".to_owned(), receiver);
        assert_eq!(handover.unowned(), 1);
        assert_eq!(
            handover.words("b-2"),
            "of its 3 bundles with topics: 2 on b-0, 1 that nobody has asked for since"
        );
        assert_eq!(handover.words("b-1"), "it had no bundles with topics");
    }
}

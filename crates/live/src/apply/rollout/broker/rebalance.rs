//! Bundles go back to the broker that they were on, so that the last broker to restart does not stay empty.

use super::Cluster;
use super::brokers::{Brokers, present};
use super::handover::{self, Handover};
use crate::apply::pods;
use crate::apply::rollout::set::Set;
use crate::apply::stop::Stop;
use crate::pulsar::broker::{self, BrokerId, Unload};
use std::time::Duration;
use tokio::time::Instant;

/// Bundles move one after another, with this pause: at most five a second close their topics.
const PACE: Duration = Duration::from_millis(200);

/// A call is sent on so often: to the leader, to the owner, and once more if either has changed meanwhile.
const HOPS: usize = 5;

/// Moves the bundles of restarted brokers back to them, and reports how many and how long it took.
pub(super) async fn back(
    set: &mut Set<'_, '_>,
    cluster: &Cluster,
    handover: &mut Handover,
) -> Result<(), Stop> {
    let brokers = present(set).await?;
    let begun = Instant::now();
    let (mut asked, mut failed) = (0_usize, None);
    let planned: Vec<(String, String)> =
        moves(handover).into_iter().map(|(bundle, to)| (bundle.to_owned(), to.to_owned())).collect();
    for (bundle, to) in planned {
        set.run.check()?;
        let Some(id) = brokers.id(&to) else { continue };
        match transfer(set, &brokers, &bundle, id).await? {
            Ok(()) => asked += 1,
            Err(why) => failed = Some(format!("{bundle}: {why}")),
        }
        set.run.pause(PACE).await?;
    }
    if let Some(why) = failed {
        set.run.note(format!("not every bundle could be moved back: {why}"));
    }
    if asked == 0 {
        return Ok(());
    }
    let took = begun.elapsed();
    handover::reported(set, cluster, handover).await?;
    let still = moves(handover).len();
    set.run.note(format!(
        "{asked} bundles were moved back in {:.1} s; {} of them have their former broker again",
        took.as_secs_f64(),
        asked.saturating_sub(still)
    ));
    Ok(())
}

/// The bundles that another broker has received, and the pod that each goes back to. The bundles of the load manager itself belong to
/// the leader.
fn moves(handover: &Handover) -> Vec<(&str, &str)> {
    let is_elsewhere = |bundle: &String, home: &String| {
        handover.receivers.iter().any(|(name, receiver)| name != home && receiver.received().contains(bundle))
    };
    let is_movable = |bundle: &String| !bundle.starts_with("pulsar/") && bundle.matches('/').count() == 2;
    let all = handover.moved.iter().filter(|(bundle, home)| is_elsewhere(bundle, home) && is_movable(bundle));
    all.map(|(bundle, home)| (bundle.as_str(), home.as_str())).collect()
}

/// Asks the leader for the move, and whoever it names then.
async fn transfer(
    set: &Set<'_, '_>,
    brokers: &Brokers,
    bundle: &str,
    to: &BrokerId,
) -> Result<Result<(), String>, Stop> {
    let mut path = broker::transfer_path(bundle, to);
    let mut at = brokers.observer("").cloned();
    for _ in 0..HOPS {
        let Some(pod) = at else {
            return Ok(Err("the broker that has to be asked is in no ready pod".to_owned()));
        };
        match set.ask(broker::unload(set.run.api, &set.place(&pod), &path)).await? {
            Ok(Unload::Done) => return Ok(Ok(())),
            Ok(Unload::Elsewhere(id, next)) => {
                path = next;
                at = brokers.pod_of(&id).cloned();
            }
            Err(why) => return Ok(Err(format!("{}: {why}", pods::identity(&pod).name))),
        }
    }
    Ok(Err("the brokers send the call to one another".to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::apply::rollout::broker::receivers::Receiver;
    use crate::pulsar::broker::Report;

    #[test]
    fn only_bundles_on_other_brokers_move_back() {
        let mut handover = Handover::for_tests(&["t/n/a", "t/n/b", "t/n/c", "pulsar/system/d"], "b-2");
        let mut receive = |pod: &str, bundles: &[&str]| {
            let mut receiver = Receiver::new(Report::default());
            receiver.owns(bundles.iter().map(|one| (*one).to_owned()).collect(), Duration::ZERO);
            handover.receivers.insert(pod.to_owned(), receiver);
        };
        receive("b-0", &["t/n/a", "pulsar/system/d"]);
        receive("b-2", &["t/n/b"]);
        assert_eq!(moves(&handover), [("t/n/a", "b-2")]);
    }
}

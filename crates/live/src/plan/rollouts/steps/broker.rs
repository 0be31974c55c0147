//! The steps and calls of a rollout of brokers.

use super::super::model::RolloutChoices;
use crate::pulsar::broker::BrokerId;
use crate::pulsar::broker::{
    HEALTH, LEADER, LIST, OVERRIDES, PAUSED, REPORT, REPORTS_TOPIC, SETTINGS, override_path, owned_path,
    transfer_path,
};

/// Everything that is done for these pods, the leader last.
pub(super) fn steps(pods: &[String], choices: RolloutChoices) -> Vec<String> {
    let any = BrokerId("BROKER".to_owned());
    let mut steps = vec![
        format!("in each broker, call GET {HEALTH}; in one of them GET {LIST}, {LEADER} and {SETTINGS}"),
        format!(
            "call GET {OVERRIDES} and remember {} in the pending revision of the release",
            PAUSED.join(" and ")
        ),
    ];
    steps.extend(PAUSED.iter().map(|name| format!("call POST {}/false", override_path(name))));
    steps.push(format!("in each broker, call GET {SETTINGS} until both are false"));
    let at_once = choices.max_parallel.get();
    if at_once > 1 {
        steps.push(format!("restart up to {at_once} brokers at once, always fewer than half of them"));
    }
    steps.push(format!("before each restart, call GET {LEADER}: the leader restarts last and alone"));
    for pod in pods {
        steps.push(format!("call GET {REPORT} in {pod} and the other brokers, then delete {pod}"));
    }
    steps.push(format!(
        "after each restart, wait until the broker is ready; GET {LIST} in the leader lists it; GET {HEALTH} in it succeeds; getent in \
         the leader resolves its name; GET {} in the leader redirects to it, for which the leader reads its registration (and load report, with \
         the modular load manager); and GET {REPORTS_TOPIC} in the leader shows that its reports are read (with the extensible one)",
        owned_path("CLUSTER", &any.0)
    ));
    steps.push(format!(
        "then wait until every broker that has received its bundles has reported them: GET {} and {REPORT} in each",
        owned_path("CLUSTER", &any.0)
    ));
    if choices.rebalance {
        steps.push(format!(
            "then move its bundles back, at most five a second: PUT {} in the leader and the owner",
            transfer_path("TENANT/NAMESPACE/BUNDLE", &any)
        ));
    }
    let both = PAUSED.map(override_path).join(" and ");
    steps.push(format!(
        "at the end, and whatever stops the apply: restore the settings by DELETE {both}, or by POST of what they were"
    ));
    steps
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::num::NonZeroU32;

    fn pods() -> Vec<String> {
        vec!["b-1".to_owned(), "b-0".to_owned()]
    }

    #[test]
    fn every_call_is_shown_in_advance() {
        let all = steps(&pods(), RolloutChoices::default()).join("\n");
        for call in
            [HEALTH, LIST, LEADER, OVERRIDES, REPORT, "loadBalancerSheddingEnabled/false", "delete b-1"]
        {
            assert!(all.contains(call), "{call} is not in\n{all}");
        }
        assert!(!all.contains("destinationBroker") && !all.contains("at once"), "{all}");
    }

    #[test]
    fn choices_are_shown() {
        let max_parallel = NonZeroU32::new(3).expect("it is not zero");
        let choices = RolloutChoices { rebalance: true, max_parallel, ..RolloutChoices::default() };
        let all = steps(&pods(), choices).join("\n");
        assert!(all.contains("destinationBroker") && all.contains("up to 3 brokers at once"), "{all}");
    }
}

//! Which pods restart, in which order.

use super::model::{Action, Procedure, Restart, Step};
use super::procedures::changes;
use crate::stateful_set;
use pulsarc_diff::{Change, Changes, Identity};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// So many pods of a set are listed.
const MOST: u64 = 10_000;

/// The pods that restart once the steps are done, by stage.
pub(super) fn restarts(
    steps: &[Step],
    changed: &Changes,
    live: &BTreeMap<Identity, Value>,
    after: &BTreeMap<Identity, &Value>,
) -> Vec<Restart> {
    let by_object: BTreeMap<&Identity, &Change> =
        changed.changes.iter().map(|change| (&change.object, change)).collect();
    let mut found = Vec::new();
    for step in steps {
        let id = &step.object;
        let workload = matches!(id.kind.as_str(), "StatefulSet" | "Deployment" | "DaemonSet");
        let (Some(before), Some(after)) = (live.get(id).filter(|_| workload), after.get(id)) else {
            continue;
        };
        let template = by_object.get(id).is_some_and(|change| changes(change, "spec.template"));
        let all = match &step.action {
            Action::Create | Action::Delete => continue,
            Action::Update => false,
            Action::By(Procedure::KeepPods { restart, .. }) => *restart,
            Action::By(Procedure::WithPods | Procedure::Recreate) => true,
        };
        if !template && !all {
            continue;
        }
        let of = |pods: Vec<String>, manual: bool| Restart {
            workload: id.clone(),
            stage: step.stage,
            pods,
            manual,
        };
        if id.kind != "StatefulSet" {
            found.push(of(Vec::new(), stateful_set::is_on_delete(after)));
            continue;
        }
        let mut pods = pods(id, before, after);
        if all && has_new_claims(before, after) {
            // The controller stops at the first pod that lacks a claim, so that one restarts first.
            pods.reverse();
        }
        if all {
            found.push(of(pods.into_iter().map(|(_, name)| name).collect(), false));
        } else if stateful_set::is_on_delete(after) {
            found.push(of(pods.into_iter().map(|(_, name)| name).collect(), true));
        } else {
            let first = stateful_set::first_updated(after);
            let (by_itself, held): (Vec<_>, Vec<_>) =
                pods.into_iter().partition(|(ordinal, _)| *ordinal >= first);
            for (pods, manual) in [(by_itself, false), (held, true)] {
                let names: Vec<String> = pods.into_iter().map(|(_, name)| name).collect();
                found.extend((!names.is_empty()).then(|| of(names, manual)));
            }
        }
    }
    found.sort_by(|one, other| {
        (one.stage, one.manual, &one.workload).cmp(&(other.stage, other.manual, &other.workload))
    });
    found
}

/// Whether pods get claims that they did not have.
fn has_new_claims(before: &Value, after: &Value) -> bool {
    let before: BTreeSet<&str> = stateful_set::claim_names(before).collect();
    stateful_set::claim_names(after).any(|name| !before.contains(name))
}

/// The pods that a StatefulSet has before and after, the highest ordinal first.
fn pods(id: &Identity, before: &Value, after: &Value) -> Vec<(u64, String)> {
    let (before, after) = (stateful_set::ordinals(before), stateful_set::ordinals(after));
    let both = before.start.max(after.start)..before.end.min(after.end);
    let end = both.end.min(both.start.saturating_add(MOST));
    (both.start..end).rev().map(|ordinal| (ordinal, format!("{}-{ordinal}", id.name))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use pulsarc_diff::{Facts, compare};
    use pulsarc_model::Stage;
    use serde_json::json;

    fn set(image: &str, replicas: u8, strategy: &Value) -> Value {
        json!({"apiVersion": "apps/v1", "kind": "StatefulSet", "metadata": {"name": "b", "namespace": "ns"},
            "spec": {"replicas": replicas, "updateStrategy": strategy,
                "template": {"spec": {"containers": [{"name": "a", "image": image}]}}}})
    }

    fn restarting(strategy: &Value, action: Action) -> Vec<(Vec<String>, bool)> {
        let (before, after) = (set("x:1", 3, strategy), set("x:2", 4, strategy));
        let id = Identity::of(&before, "ns");
        let changes = compare([&before], [&after], "ns", &Facts::new());
        let steps = [Step { stage: Stage::Bookies, action, object: id.clone() }];
        let live = BTreeMap::from([(id.clone(), before)]);
        let found = restarts(&steps, &changes, &live, &BTreeMap::from([(id, &after)]));
        found.into_iter().map(|restart| (restart.pods, restart.manual)).collect()
    }

    #[test]
    fn pods_with_new_claims_restart_from_the_lowest_ordinal() {
        let claim = |name: &str| json!([{"metadata": {"name": name}}]);
        let mut before = set("x:1", 2, &json!({}));
        before["spec"]["volumeClaimTemplates"] = claim("journal");
        let mut after = before.clone();
        assert!(!has_new_claims(&before, &after));
        after["spec"]["volumeClaimTemplates"] = claim("log");
        assert!(has_new_claims(&before, &after));
        let id = Identity::of(&before, "ns");
        let changes = compare([&before], [&after], "ns", &Facts::new());
        let action = Action::By(Procedure::KeepPods { claims: Vec::new(), restart: true });
        let steps = [Step { stage: Stage::Bookies, action, object: id.clone() }];
        let live = BTreeMap::from([(id.clone(), before)]);
        let found = restarts(&steps, &changes, &live, &BTreeMap::from([(id, &after)]));
        assert_eq!(found[0].pods, names(&[0, 1]));
    }

    fn names(ordinals: &[u8]) -> Vec<String> {
        ordinals.iter().map(|ordinal| format!("b-{ordinal}")).collect()
    }

    #[test]
    fn pods_restart_from_the_highest_ordinal_down_to_the_partition() {
        let rolling = json!({"type": "RollingUpdate"});
        assert_eq!(restarting(&rolling, Action::Update), [(names(&[2, 1, 0]), false)]);
        let partition = json!({"type": "RollingUpdate", "rollingUpdate": {"partition": 2}});
        let found = restarting(&partition, Action::Update);
        assert_eq!(found, [(names(&[2]), false), (names(&[1, 0]), true)]);
    }

    #[test]
    fn pods_of_an_on_delete_set_wait_for_somebody_unless_a_procedure_restarts_them() {
        let strategy = json!({"type": "OnDelete"});
        assert_eq!(restarting(&strategy, Action::Update), [(names(&[2, 1, 0]), true)]);
        let with_pods = Action::By(Procedure::WithPods);
        assert_eq!(restarting(&strategy, with_pods), [(names(&[2, 1, 0]), false)]);
        assert_eq!(restarting(&strategy, Action::Create), []);
    }
}

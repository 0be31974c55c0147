//! The size of a `ZooKeeper` ensemble, and the sizes on the way to another one.
//!
//! Every server has the list of all servers in its environment, and learns another list only as it restarts. While some servers
//! have the old list and some the new one, each side accepts what a majority of its own list has. Two lists that differ by one
//! server leave no room for two majorities without a common server, lists that differ by two do: of 3 and 5 servers, {1, 2} and
//! {3, 4, 5} (Ongaro's dissertation on Raft, 4.1, has the proof). So an ensemble grows and shrinks by one server at a time, and
//! every server has the same list before the next step.
//!
//! A server follows an existing leader only if a majority of its list, itself excluded, does so. Two servers cannot have that, so
//! an ensemble does not shrink below three this way: a server that restarts with a list of two would never join the leader of
//! three.

use serde_json::Value;

/// An ensemble does not shrink to fewer servers.
const FEWEST: u64 = 3;

/// The variable with the names of all servers.
const LIST: &str = "ZOOKEEPER_SERVERS";

/// The variable that says that the user maintains that list.
const EXTERNAL: &str = "EXTERNAL_PROVIDED_SERVERS";

/// How many pods a StatefulSet has, and how many servers its template names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Size {
    /// The pods.
    pub(crate) pods: u64,
    /// The servers in the list of the newest template.
    pub(crate) servers: u64,
}

/// What brings an ensemble closer to the size that it is to have, once all of its servers have the newest template.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Step {
    /// A pod is added, and every server gets the longer list.
    Grow(Size),
    /// Every server but the last gets a shorter list.
    Shorten(Size),
    /// The last pod, which no list has any more, is removed.
    Remove(Size),
}

impl Step {
    /// The size after it.
    pub(crate) fn size(self) -> Size {
        match self {
            Self::Grow(size) | Self::Shorten(size) | Self::Remove(size) => size,
        }
    }
}

impl Size {
    /// The size of a StatefulSet; none if the user maintains the list of servers, or an autoscaler their number.
    pub(crate) fn of(set: &Value) -> Option<Self> {
        let name = set.pointer("/metadata/name")?.as_str()?;
        let pods = set.pointer("/spec/replicas")?.as_u64()?;
        if variable(set, EXTERNAL).is_some_and(|value| value == "true") {
            return None;
        }
        let listed = variable(set, LIST)?;
        let servers = u64::try_from(listed.split(',').count()).ok()?;
        (listed == list(name, servers)).then_some(Self { pods, servers })
    }

    /// Gives a StatefulSet this size. Everything else stays.
    pub(crate) fn give(self, set: &mut Value) {
        let Some(name) = set.pointer("/metadata/name").and_then(Value::as_str).map(str::to_owned) else {
            return;
        };
        if let Some(pods) = set.pointer_mut("/spec/replicas") {
            *pods = self.pods.into();
        }
        let containers = set.pointer_mut("/spec/template/spec/containers").and_then(Value::as_array_mut);
        let variables = containers
            .into_iter()
            .flatten()
            .filter_map(|container| container.get_mut("env")?.as_array_mut())
            .flatten();
        for variable in variables.filter(|variable| has_name(variable, LIST)) {
            if let Some(value) = variable.get_mut("value") {
                *value = list(&name, self.servers).into();
            }
        }
    }

    /// The next step to a number of servers; none if that is reached.
    pub(crate) fn step_to(self, wanted: u64) -> Option<Step> {
        let Self { pods, servers } = self;
        if pods > servers {
            return Some(Step::Remove(Self { pods: servers, servers }));
        }
        if wanted > servers {
            let size = Self { pods: servers.saturating_add(1), servers: servers.saturating_add(1) };
            return Some(Step::Grow(size));
        }
        let shorter = servers.saturating_sub(1);
        (wanted < servers).then_some(Step::Shorten(Self { pods: servers, servers: shorter }))
    }
}

/// The sizes that a rollout goes through, from that of the live set to that of the wanted one: `[4, 5]` from 3 to 5. None if the
/// size stays, or if it cannot be changed step by step.
pub(crate) fn sizes(live: &Value, wanted: &Value) -> Vec<u64> {
    let (Some(live), Some(wanted)) = (Size::of(live), Size::of(wanted)) else { return Vec::new() };
    // An earlier run may have stopped before it removed the pod of a server that is in no list any more.
    let between = live.pods == live.servers.saturating_add(1);
    if wanted.pods != wanted.servers || wanted.servers == 0 || !(between || live.pods == live.servers) {
        return Vec::new();
    }
    match (live.servers, wanted.servers) {
        (from, to) if from < to => (from.saturating_add(1)..=to).collect(),
        (from, to) if from > to && to >= FEWEST => (to..from).rev().collect(),
        (_, to) if between => vec![to],
        _ => Vec::new(),
    }
}

fn list(name: &str, servers: u64) -> String {
    (0..servers).map(|at| format!("{name}-{at}")).collect::<Vec<_>>().join(",")
}

fn variable<'v>(set: &'v Value, name: &str) -> Option<&'v str> {
    let containers = set.pointer("/spec/template/spec/containers").and_then(Value::as_array);
    let mut variables =
        containers.into_iter().flatten().filter_map(|container| container.get("env")?.as_array()).flatten();
    variables.find(|variable| has_name(variable, name))?.get("value")?.as_str()
}

fn has_name(variable: &Value, name: &str) -> bool {
    variable.get("name").and_then(Value::as_str) == Some(name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn set(pods: u64, listed: &str) -> Value {
        json!({"metadata": {"name": "zk"}, "spec": {"replicas": pods, "template": {"spec": {"containers": [
            {"env": [{"name": LIST, "value": listed}, {"name": EXTERNAL, "value": "false"}]}]}}}})
    }

    fn of_size(pods: u64, servers: u64) -> Value {
        set(pods, &list("zk", servers))
    }

    #[test]
    fn an_ensemble_changes_by_one_server_at_a_time() {
        assert_eq!(sizes(&of_size(3, 3), &of_size(5, 5)), [4, 5]);
        assert_eq!(sizes(&of_size(5, 5), &of_size(3, 3)), [4, 3]);
        assert_eq!(sizes(&of_size(1, 1), &of_size(3, 3)), [2, 3]);
        assert_eq!(sizes(&of_size(5, 4), &of_size(3, 3)), [3], "an earlier run stopped here");
        assert_eq!(sizes(&of_size(4, 3), &of_size(3, 3)), [3], "an earlier run stopped here");
        assert!(sizes(&of_size(3, 3), &of_size(3, 3)).is_empty());
    }

    #[test]
    fn an_ensemble_does_not_shrink_below_three() {
        for (from, to) in [(3, 2), (3, 1), (5, 1), (2, 1)] {
            assert!(sizes(&of_size(from, from), &of_size(to, to)).is_empty(), "{from} to {to}");
        }
    }

    #[test]
    fn two_lists_on_the_way_have_no_majorities_without_a_common_server() {
        let majority = |servers: u64| servers / 2 + 1;
        for (from, to) in (1..8_u64).flat_map(|from| (3..8_u64).map(move |to| (from, to))) {
            let mut before = from;
            for size in sizes(&of_size(from, from), &of_size(to, to)) {
                assert!(
                    majority(before) + majority(size) > before.max(size),
                    "{from} to {to}: {before} {size}"
                );
                before = size;
            }
            assert_eq!(before, to);
        }
    }

    #[test]
    fn a_list_or_a_number_of_others_is_left_alone() {
        let external = {
            let mut set = set(5, "a.example.com,b.example.com");
            set["spec"]["template"]["spec"]["containers"][0]["env"][1]["value"] = "true".into();
            set
        };
        assert!(sizes(&of_size(3, 3), &external).is_empty());
        let mut scaled = of_size(5, 5);
        if let Some(spec) = scaled["spec"].as_object_mut() {
            spec.remove("replicas");
        }
        assert!(sizes(&of_size(3, 3), &scaled).is_empty(), "an autoscaler owns the number");
        assert!(sizes(&of_size(1, 3), &of_size(5, 5)).is_empty(), "two of three servers have no pod");
    }

    #[test]
    fn steps_lead_to_the_wanted_size_from_wherever_an_earlier_run_stopped() {
        for (start, wanted) in [((3, 3), 5), ((5, 5), 3), ((5, 4), 3), ((4, 4), 5), ((1, 1), 3), ((2, 1), 1)]
        {
            let mut size = Size { pods: start.0, servers: start.1 };
            let mut steps = 0;
            while let Some(step) = size.step_to(wanted) {
                assert!(size.servers.abs_diff(step.size().servers) <= 1);
                assert!(size.pods.abs_diff(step.size().pods) <= 1);
                size = step.size();
                steps += 1;
                assert!(steps < 9, "{start:?} to {wanted}");
            }
            assert_eq!(size, Size { pods: wanted, servers: wanted });
        }
    }

    #[test]
    fn a_size_is_the_number_and_the_list() {
        let mut wanted = of_size(5, 5);
        Size { pods: 4, servers: 3 }.give(&mut wanted);
        assert_eq!(wanted, of_size(4, 3));
        assert_eq!(Size::of(&wanted), Some(Size { pods: 4, servers: 3 }));
    }
}

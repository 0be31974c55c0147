//! Which pods restart next.

/// A pod that has to restart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Candidate {
    /// Its name.
    pub(super) name: String,
    /// Its ordinal.
    pub(super) ordinal: u64,
    /// Whether it is ready and healthy by its own check.
    pub(super) serves: bool,
    /// Whether it leads.
    pub(super) leads: bool,
}

/// The pods that restart next, together: what does not serve anyway comes first, then the highest ordinals, and the leader last and
/// alone.
pub(super) fn batch(candidates: &[Candidate], most: u32) -> Vec<&Candidate> {
    let mut sorted: Vec<&Candidate> = candidates.iter().collect();
    sorted.sort_by_key(|one| (one.serves, one.leads, std::cmp::Reverse(one.ordinal)));
    let Some(first) = sorted.first() else { return Vec::new() };
    if !first.serves || first.leads {
        return vec![first];
    }
    sorted.into_iter().filter(|one| !one.leads).take(usize::try_from(most.max(1)).unwrap_or(1)).collect()
}

/// How many of these pods may restart at once: as many as the user allows, and fewer than half, so that most of the load keeps its
/// owner and the rest has room for what it receives.
pub(super) fn most_at_once(allowed: u32, pods: usize) -> u32 {
    let below_half = u32::try_from(pods.saturating_sub(1) / 2).unwrap_or(u32::MAX);
    allowed.min(below_half).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pod(ordinal: u64, serves: bool, leads: bool) -> Candidate {
        Candidate { name: format!("broker-{ordinal}"), ordinal, serves, leads }
    }

    fn names(candidates: &[Candidate], most: u32) -> Vec<&str> {
        batch(candidates, most).into_iter().map(|one| one.name.as_str()).collect()
    }

    #[test]
    fn the_leader_restarts_last_and_alone() {
        let three = [pod(0, true, false), pod(1, true, false), pod(2, true, true)];
        assert_eq!(names(&three, 1), ["broker-1"]);
        assert_eq!(names(&three, 5), ["broker-1", "broker-0"]);
        assert_eq!(names(&three[2..], 5), ["broker-2"]);
    }

    #[test]
    fn ordinals_are_numbers() {
        assert_eq!(names(&[pod(9, true, false), pod(10, true, false)], 1), ["broker-10"]);
    }

    #[test]
    fn a_broker_that_serves_nobody_is_first_and_alone() {
        assert_eq!(names(&[pod(2, true, false), pod(0, false, false), pod(1, false, true)], 3), ["broker-0"]);
    }

    #[test]
    fn more_than_half_keep_running() {
        assert_eq!([3, 4, 5, 10].map(|pods| most_at_once(9, pods)), [1, 1, 2, 4]);
        assert_eq!(most_at_once(2, 10), 2);
        assert_eq!(most_at_once(4, 1), 1);
    }
}

//! What a rollout of a `ZooKeeper` ensemble does.

use crate::pulsar::zookeeper::WORDS;
use pulsarc_diff::Identity;

/// The steps, for the pods that restart and the sizes that the ensemble goes through, from the one that its template has now.
pub(super) fn steps(set: &Identity, pods: &[String], sizes: (u64, &[u64])) -> Vec<String> {
    let set = &set.name;
    let mut steps = vec![format!(
        "ask each server for its state ({WORDS} on its client port) before each step: all of them follow one leader and have what it has"
    )];
    let (mut before, sizes) = sizes;
    if sizes.is_empty() {
        steps.extend(pods.iter().map(|pod| {
            format!(
                "delete {pod}, unless it leads and others are left, and wait until its replacement is in sync"
            )
        }));
        return steps;
    }
    steps.push(
        "restart the servers whose template is outdated, the leader last, each in sync before the next"
            .to_owned(),
    );
    for size in sizes {
        let (last, others) = if *size > before { (before, before) } else { (*size, *size) };
        let restart = format!(
            "restart {others} servers with a list of {size}, the leader last, each in sync before the next"
        );
        steps.push(if *size > before {
            format!("add {set}-{last}, and wait until it has joined; {restart}")
        } else {
            format!(
                "restart {set}-{last} if it leads; {restart}; then remove {set}-{last}, whose claims stay"
            )
        });
        before = *size;
    }
    steps
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_size_is_a_step() {
        let set = Identity {
            group: "apps".to_owned(),
            kind: "StatefulSet".to_owned(),
            namespace: None,
            name: "zk".to_owned(),
        };
        let grows = steps(&set, &[], (3, &[4, 5]));
        assert!(grows[2].starts_with("add zk-3, ") && grows[3].starts_with("add zk-4, "), "{grows:?}");
        let shrinks = steps(&set, &[], (5, &[4, 3]));
        assert!(shrinks[2].ends_with("then remove zk-4, whose claims stay"), "{shrinks:?}");
        assert!(shrinks[3].ends_with("then remove zk-3, whose claims stay"), "{shrinks:?}");
        let stays = steps(&set, &["zk-1".to_owned(), "zk-0".to_owned()], (2, &[]));
        assert_eq!(stays.len(), 3);
    }
}

//! Findings that many clusters share: one from a line that a thousand clusters import is reported once.

use std::collections::HashMap;
use std::hash::Hash;

/// Findings, each with the clusters that have it, in the order in which they came first.
#[derive(Debug)]
pub struct Shared<T> {
    places: HashMap<T, usize>,
    clusters: Vec<Vec<String>>,
}

/// A finding, and who has it.
#[derive(Debug, PartialEq, Eq)]
pub struct SharedFinding<T> {
    /// The finding.
    pub finding: T,
    /// The clusters that have it, in the order in which they were added.
    pub clusters: Vec<String>,
}

impl<T> Default for Shared<T> {
    fn default() -> Self {
        Self { places: HashMap::new(), clusters: Vec::new() }
    }
}

impl<T: Eq + Hash> Shared<T> {
    /// Adds a finding of a cluster.
    pub fn add(&mut self, cluster: &str, finding: T) {
        let next = self.clusters.len();
        let place = *self.places.entry(finding).or_insert(next);
        if place == next {
            self.clusters.push(Vec::new());
        }
        if self.clusters[place].last().is_none_or(|last| last != cluster) {
            self.clusters[place].push(cluster.to_owned());
        }
    }

    /// Every finding once.
    pub fn into_findings(self) -> Vec<SharedFinding<T>> {
        let mut found: Vec<(usize, T)> =
            self.places.into_iter().map(|(finding, place)| (place, finding)).collect();
        found.sort_unstable_by_key(|(place, _)| *place);
        let shared = |((_, finding), clusters)| SharedFinding { finding, clusters };
        found.into_iter().zip(self.clusters).map(shared).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_finding_of_many_clusters_is_reported_once() {
        let mut shared = Shared::default();
        shared.add("first", "own".to_owned());
        for n in 0..1000 {
            shared.add(&format!("c{n}"), "base.ncl:3".to_owned());
        }
        let found = shared.into_findings();
        assert_eq!(found.len(), 2);
        assert_eq!((found[0].finding.as_str(), found[0].clusters.len()), ("own", 1));
        assert_eq!(found[1].clusters.len(), 1000);
        assert_eq!(found[1].clusters[..3].join(" "), "c0 c1 c2");
    }
}

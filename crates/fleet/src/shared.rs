//! Findings that many clusters share: one from a line that a thousand clusters import is told once.

use std::collections::HashMap;

/// How many clusters are named with a finding; of the others the number is enough.
const NAMED: usize = 3;

/// Findings as text, each with the clusters that have it, in the order in which they came first.
#[derive(Debug, Default)]
pub struct Shared {
    places: HashMap<String, usize>,
    found: Vec<Clusters>,
}

#[derive(Debug, Default)]
struct Clusters {
    names: Vec<String>,
    count: usize,
}

/// A finding, and who has it.
#[derive(Debug, PartialEq, Eq)]
pub struct Told {
    /// The finding, as it was rendered.
    pub text: String,
    /// The first of the clusters that have it.
    pub names: Vec<String>,
    /// How many clusters have it.
    pub count: usize,
}

impl Shared {
    /// Adds a finding of a cluster. Each is added once a cluster.
    pub fn add(&mut self, cluster: &str, text: String) {
        let next = self.found.len();
        let place = *self.places.entry(text).or_insert(next);
        if place == next {
            self.found.push(Clusters::default());
        }
        let clusters = &mut self.found[place];
        clusters.count += 1;
        if clusters.names.len() < NAMED {
            clusters.names.push(cluster.to_owned());
        }
    }

    /// Every finding once.
    pub fn told(self) -> Vec<Told> {
        let mut texts: Vec<(usize, String)> =
            self.places.into_iter().map(|(text, place)| (place, text)).collect();
        texts.sort_unstable_by_key(|(place, _)| *place);
        let told = |((_, text), clusters): ((usize, String), Clusters)| Told {
            text,
            names: clusters.names,
            count: clusters.count,
        };
        texts.into_iter().zip(self.found).map(told).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_finding_of_many_is_told_once() {
        let mut shared = Shared::default();
        shared.add("first", "own".to_owned());
        for n in 0..1000 {
            shared.add(&format!("c{n}"), "base.ncl:3".to_owned());
        }
        let told = shared.told();
        assert_eq!(told.len(), 2);
        assert_eq!((told[0].text.as_str(), told[0].count), ("own", 1));
        assert_eq!((told[1].count, told[1].names.join(" ")), (1000, "c0 c1 c2".to_owned()));
    }
}

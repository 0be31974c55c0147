//! Which presets of the library the users' values amount to.
//!
//! What a preset sets is taken from the library itself, so that a new one counts silently here.

use crate::difference::Difference;
use crate::sameness::{CONFIG_DATA, Reading, same};
use pulsarc_diag::{KeyPath, Segment};
use pulsarc_model::{Node, Value};
use std::collections::{BTreeMap, BTreeSet};

/// The presets to start from, the one that says most first. A preset is one if every key that it changes is one that the
/// users changed, most of them to the same value.
pub(crate) fn matching(
    library: &BTreeMap<String, Node>,
    difference: &Difference,
    whole: &Node,
    defaults: &Node,
) -> Vec<String> {
    let mut said: Vec<(&String, BTreeSet<KeyPath>)> = library
        .iter()
        .filter_map(|(name, preset)| Some((name, agreed(preset, difference, whole, defaults)?)))
        .collect();
    said.sort_by_key(|(name, agreed)| (usize::MAX - agreed.len(), (*name).clone()));
    let mut covered = BTreeSet::new();
    let mut chosen = Vec::new();
    for (name, agreed) in said {
        if !agreed.is_subset(&covered) {
            covered.extend(agreed);
            chosen.push(name.clone());
        }
    }
    chosen
}

/// The values of a preset that are the users' too; none if they are not what the users' values amount to.
fn agreed(
    preset: &Node,
    difference: &Difference,
    whole: &Node,
    defaults: &Node,
) -> Option<BTreeSet<KeyPath>> {
    let mut leaves = Vec::new();
    collect(preset, &mut Vec::new(), &mut leaves);
    let (mut agreed, mut others) = (BTreeSet::new(), 0);
    for (keys, value) in leaves {
        let path = keys.iter().fold(KeyPath::root(), |path, key| path.key(key));
        let reading = if keys.iter().any(|key| key == CONFIG_DATA) { Reading::Text } else { Reading::Typed };
        let says = |node: &Node| node.get(&path).is_some_and(|node| same(node, value, reading));
        if holds(difference, &keys) {
            if says(whole) {
                agreed.insert(path);
            } else {
                others += 1;
            }
        } else if !(says(whole) && says(defaults)) {
            return None;
        }
    }
    (agreed.len() > others).then_some(agreed)
}

fn holds(difference: &Difference, keys: &[String]) -> bool {
    let [first, rest @ ..] = keys else { return false };
    difference.entries.iter().any(|(key, part)| key == first && part.holds(rest))
}

fn collect<'n>(node: &'n Node, keys: &mut Vec<String>, leaves: &mut Vec<(Vec<String>, &'n Node)>) {
    let Value::Record(entries) = &node.value else {
        leaves.push((keys.clone(), node));
        return;
    };
    for (key, below) in entries {
        keys.push(key.clone());
        collect(below, keys, leaves);
        keys.pop();
    }
}

/// The keys of a path, as far as it goes through records.
pub(crate) fn keys(path: &KeyPath) -> Vec<String> {
    let keys = path.segments().iter().map_while(|segment| match segment {
        Segment::Key(key) => Some(key.clone()),
        Segment::Index(_) => None,
    });
    keys.collect()
}

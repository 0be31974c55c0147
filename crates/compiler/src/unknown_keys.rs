//! What else is known of unknown keys: those of the chart's earlier versions, keys that belong into another block, and
//! Pulsar's own that belong into `configData`.
//!
//! A key that is only misspelt has its suggestion already: whoever found it knew its siblings.

use crate::history;
use pulsarc_catalogue::{Version, key};
use pulsarc_diag::suggest::folded;
use pulsarc_diag::{Findings, KeyPath, Segment};
use pulsarc_model::UNKNOWN_KEY;

/// As many places as somebody reads.
const MOST: usize = 4;

/// The findings, with what is known of the unknown keys among them.
pub(crate) fn recognized(findings: Findings) -> Findings {
    // Only a key that nobody has recognized so far needs the list of all keys.
    let mut paths: Option<Vec<KeyPath>> = None;
    let mut known = Findings::default();
    for found in findings {
        let unknown = (found.code == &UNKNOWN_KEY).then(|| found.path.clone()).flatten();
        let Some(path) = unknown else {
            known.push(found);
            continue;
        };
        let suggested = found.suggestion.is_some();
        known.push(match history::moved(&found, &path) {
            Some(moved) => moved,
            None if suggested => found,
            None => {
                let paths = paths.get_or_insert_with(pulsarc_eval::paths);
                match pulsars_own(&path).or_else(|| elsewhere(&path, paths)) {
                    Some(help) => found.help(help),
                    None => found,
                }
            }
        });
    }
    known
}

/// A key of Pulsar's in a component's block: it belongs into `configData`.
fn pulsars_own(path: &KeyPath) -> Option<String> {
    let [Segment::Key(block), Segment::Key(name)] = path.segments() else { return None };
    let components = pulsarc_registry::components();
    let entry = components.iter().find(|entry| entry.key == block)?;
    let program = entry.configuration?.conf_file()?;
    Version::ALL.into_iter().find_map(|line| key(line, program, name))?;
    Some(format!("did you mean {block}.configData.{name}? Pulsar's own settings stand there"))
}

/// The places where a key of that name stands: those in the same block where there are any.
fn elsewhere(path: &KeyPath, paths: &[KeyPath]) -> Option<String> {
    let name = folded(path.last_key()?);
    let same = |other: &&KeyPath| other.last_key().is_some_and(|key| folded(key) == name);
    let mut places: Vec<&KeyPath> = paths.iter().filter(same).collect();
    let block = |path: &KeyPath| path.segments().first().cloned();
    if places.iter().any(|place| block(place) == block(path)) {
        places.retain(|place| block(place) == block(path));
    }
    places.sort_by_key(|place| (place.segments().len(), (*place).clone()));
    match places.as_slice() {
        [] => None,
        [place] => Some(format!("did you mean {place}?")),
        several => {
            let shown: Vec<String> = several.iter().take(MOST).map(ToString::to_string).collect();
            let more = if several.len() > MOST { ", among others" } else { "" };
            Some(format!("it is a key of another block: {}{more}", shown.join(", ")))
        }
    }
}

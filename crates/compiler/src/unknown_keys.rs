//! What else is known of unknown keys: those of the chart's earlier versions, keys that belong into another block, and
//! Pulsar's own that belong into `configData`.
//!
//! A key that is only misspelt has its suggestion already: whoever found it knew its siblings.

use crate::history;
use crate::other_words::Known;
use crate::wrapped;
use pulsarc_catalogue::{Version, key};
use pulsarc_diag::advice::{move_to, otherwise};
use pulsarc_diag::suggest::folded;
use pulsarc_diag::{Advice, Findings, KeyPath, Segment};
use pulsarc_eval::Layer;
use pulsarc_model::{Node, UNKNOWN_KEY, Value};

/// As many places as somebody reads.
const MOST: usize = 4;

/// The findings of `layers`, with explanations of known unknown keys.
pub(crate) fn recognized(findings: Findings, layers: &[Layer]) -> Findings {
    // Listing all keys takes as long as an evaluation: only for a key that nobody has recognized so far.
    let mut schema: Option<Schema> = None;
    let mut known = Findings::default();
    for found in findings {
        let unknown = (found.code == &UNKNOWN_KEY).then(|| found.path.clone()).flatten();
        let Some(path) = unknown else {
            known.push(found);
            continue;
        };
        let suggested = !found.advice.is_empty();
        if let Some(moved) = history::moved(&found, &path) {
            known.push(moved);
            continue;
        }
        let schema = schema.get_or_insert_with(|| Schema::of(layers));
        let fallback = || pulsars_own(&path).or_else(|| elsewhere(&path, &schema.paths));
        if let Some(advice) = schema.dotted(&path) {
            let key = path.last_key().unwrap_or_default();
            let levels: Vec<String> = key.split('.').map(|level| format!("`{level}:`")).collect();
            // Where a layer is Nickel, nobody knows which one has the key.
            let help = match schema.written {
                Some(_) => format!("write each level on a separate line: {}", levels.join(", below it ")),
                None => format!("write it without the quotes: {key}"),
            };
            known.push(found.advise_instead([advice]).help(help));
            continue;
        }
        let advice = schema.umbrella(&path).or_else(|| schema.known.advice(&path));
        known.push(match advice.or_else(|| if suggested { None } else { fallback() }) {
            Some(advice) => found.advise_instead([advice]),
            None => found,
        });
    }
    match schema {
        Some(schema) => wrapped::unwrapped(known, schema.written.as_ref()),
        None => known,
    }
}

/// The keys that there are, and what the user wrote.
struct Schema {
    paths: Vec<KeyPath>,
    known: Known,
    /// The user's data as written; `None` if a layer computes.
    written: Option<Node>,
}

impl Schema {
    fn of(layers: &[Layer]) -> Self {
        let paths = pulsarc_eval::paths();
        let known = Known::of(&paths);
        Self { known, paths, written: pulsarc_eval::data(layers).merged }
    }

    /// A key with dots in it, as `--set` takes them: in a file each dot is a level.
    fn dotted(&self, path: &KeyPath) -> Option<Advice> {
        let (Segment::Key(name), around) = (path.segments().last()?, path.parent()) else { return None };
        let steps = KeyPath::parse(name);
        if steps.segments().len() < 2 {
            return None;
        }
        let nested = steps.segments().iter().fold(around, |mut nested, step| {
            nested.push(step.clone());
            nested
        });
        let in_config = nested.segments().get(1) == Some(&Segment::Key("configData".to_owned()));
        (in_config || self.paths.contains(&nested)).then(|| move_to(path, nested).safe())
    }

    /// A top-level key that contains blocks of components: in an umbrella chart the values of a dependency are below
    /// its name.
    fn umbrella(&self, path: &KeyPath) -> Option<Advice> {
        let [Segment::Key(name)] = path.segments() else { return None };
        let below = self.written.as_ref()?.get(path)?.as_record()?;
        let is_block = |key: &String| key == "components" || self.known.is_component(key);
        let written = |node: &Node| matches!(node.value, Value::Record(_));
        below.iter().any(|(key, node)| is_block(key) && written(node)).then(|| {
            otherwise(format!(
                "these are values of an umbrella chart: move the keys below `{name}` to the top level, as in: \
                yq '.[\"{name}\"]' values.yaml > {name}.yaml"
            ))
        })
    }
}

/// A key of Pulsar's in a component's block: it belongs into `configData`.
fn pulsars_own(path: &KeyPath) -> Option<Advice> {
    let [Segment::Key(block), Segment::Key(name)] = path.segments() else { return None };
    let components = pulsarc_registry::components();
    let entry = components.iter().find(|entry| entry.key == block)?;
    let program = entry.configuration?.conf_file()?;
    Version::ALL.into_iter().find_map(|line| key(line, program, name))?;
    let place = KeyPath::root().key(block).key("configData").key(name);
    Some(move_to(path, place).purpose(": Pulsar's own settings go there"))
}

/// The places of a key with that name, preferably in the same block.
fn elsewhere(path: &KeyPath, paths: &[KeyPath]) -> Option<Advice> {
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
        [place] => Some(move_to(path, *place)),
        several => {
            let shown: Vec<String> = several.iter().take(MOST).map(ToString::to_string).collect();
            let more = if several.len() > MOST { ", among others" } else { "" };
            Some(otherwise(format!("this key belongs to another block: {}{more}", shown.join(", "))))
        }
    }
}

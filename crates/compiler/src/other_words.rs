//! Names of settings in other charts and operators: `other_words.tsv` maps them to pulsarc's keys.

use pulsarc_diag::advice::{move_to, otherwise};
use pulsarc_diag::suggest::folded;
use pulsarc_diag::{Advice, KeyPath, Segment};
use std::collections::BTreeSet;

/// A row of the table.
struct Row {
    /// The block in which the word is written: `*` for that of any component, `.` for the top level.
    block: &'static str,
    /// The word; dots nest.
    word: &'static str,
    /// The places that it may mean.
    places: &'static str,
    /// What to write there, if not only the place differs.
    advice: Option<&'static str>,
}

/// The keys of the contracts, for questions about places.
pub(crate) struct Known(BTreeSet<String>);

impl Known {
    /// The keys at these paths.
    pub(crate) fn of(paths: &[KeyPath]) -> Self {
        Self(paths.iter().map(ToString::to_string).collect())
    }

    fn has(&self, path: &str) -> bool {
        self.0.contains(path)
    }

    /// Whether a key at the top level is the block of a component.
    pub(crate) fn is_component(&self, block: &str) -> bool {
        self.has(&format!("components.{block}")) || self.has(&format!("{block}.component"))
    }

    /// The replacement of an unknown key, if its meaning is known.
    pub(crate) fn advice(&self, path: &KeyPath) -> Option<Advice> {
        let keys: Vec<&str> = path.segments().iter().map(key).collect::<Option<_>>()?;
        if let [block, "enabled"] = keys[..] {
            let switch = format!("components.{block}");
            if self.has(&switch) {
                let purpose = ", which switches the component on and off";
                return Some(move_to(path, switch).purpose(purpose).safe());
            }
        }
        (0..keys.len()).find_map(|at| self.of_block((path, at), &folded_path(&keys[at..]), keys[0]))
    }

    fn of_block(&self, (path, depth): (&KeyPath, usize), word: &str, top: &str) -> Option<Advice> {
        let block = &prefix(path, depth).to_string();
        let is_meant = |row: &Row| match row.block {
            "." => block.is_empty(),
            "*" => !block.is_empty() && self.is_component(top),
            own => own == block,
        };
        rows()
            .filter(|row| is_meant(row) && folded_path(&row.word.split('.').collect::<Vec<_>>()) == word)
            .find_map(|row| {
                let places: Vec<String> =
                    row.places.split(' ').map(|place| place.replace("{block}", block)).collect();
                if !places.iter().all(|place| self.has(place)) {
                    return None;
                }
                Some(match (row.advice, places.as_slice()) {
                    (Some(advice), _) => otherwise(advice.replace("{block}", block)),
                    // Only the name differs.
                    (None, [place]) if KeyPath::parse(place).parent() == path.parent() => {
                        move_to(path, place).safe()
                    }
                    (None, [place]) => move_to(path, place),
                    (None, several) => otherwise(format!("move it to {}", several.join(" or "))),
                })
            })
    }
}

/// The first keys of a path.
fn prefix(path: &KeyPath, depth: usize) -> KeyPath {
    path.segments().iter().take(depth).fold(KeyPath::root(), |mut prefix, segment| {
        prefix.push(segment.clone());
        prefix
    })
}

fn rows() -> impl Iterator<Item = Row> {
    let lines = include_str!("other_words.tsv").lines().filter(|line| !line.starts_with('#'));
    lines.filter_map(|line| {
        let mut cells = line.split('\t');
        Some(Row { block: cells.next()?, word: cells.next()?, places: cells.next()?, advice: cells.next() })
    })
}

/// Keys without what people write differently, dots between them.
fn folded_path(keys: &[&str]) -> String {
    keys.iter().map(|key| folded(key)).collect::<Vec<_>>().join(".")
}

fn key(segment: &Segment) -> Option<&str> {
    match segment {
        Segment::Key(key) => Some(key),
        Segment::Index(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use pulsarc_diag::Syntax;
    use pulsarc_diag::advice::sentence;

    #[test]
    fn every_word_is_unknown_and_every_place_known() {
        let paths = pulsarc_eval::paths();
        let known = Known::of(&paths);
        let blocks: BTreeSet<String> = paths
            .iter()
            .filter_map(|path| path.segments().first().and_then(key).map(str::to_owned))
            .filter(|block| known.is_component(block))
            .collect();
        for row in rows() {
            let owners: Vec<&str> = match row.block {
                "*" => blocks.iter().map(String::as_str).collect(),
                own => vec![own.trim_start_matches('.')],
            };
            let place =
                |block: &str| row.places.split(' ').all(|place| known.has(&place.replace("{block}", block)));
            assert!(
                owners.iter().any(|block| place(block)),
                "{} {}: no such place as {}",
                row.block,
                row.word,
                row.places
            );
            let path = |block: &str| {
                if block.is_empty() { row.word.to_owned() } else { format!("{block}.{}", row.word) }
            };
            assert!(
                owners.iter().any(|block| !known.has(&path(block))),
                "{} {} is a key",
                row.block,
                row.word
            );
        }
    }

    #[test]
    fn words_of_other_charts_have_their_place() {
        let known = Known::of(&pulsarc_eval::paths());
        let advice = |path: &str| {
            let path = KeyPath::parse(path);
            let advice = known.advice(&path).unwrap_or_else(|| otherwise(""));
            sentence(&[advice], Some(&path), Syntax::Yaml)
        };
        assert_eq!(advice("broker.volumes"), "did you mean `extraVolumes`?");
        assert_eq!(advice("bookkeeper.image"), "move it to images.bookie");
        assert_eq!(advice("proxy.image"), "move it to images.proxy");
        assert_eq!(advice("imagePullSecrets"), "move it to images.imagePullSecrets");
        assert_eq!(advice("bookie"), "did you mean `bookkeeper`?");
        assert_eq!(advice("proxy.ingress.hosts"), "did you mean `hostname`?");
        assert!(advice("autorecovery.enabled").starts_with("move it to components.autorecovery"));
        assert!(advice("broker.sidecars").contains("restartPolicy: Always"));
        assert_eq!(advice("broker.colour"), "");
    }
}

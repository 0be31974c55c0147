//! The search over everything that can be looked up.

use super::{PulsarKey, Reference, Topic};
use pulsarc_diag::KeyPath;
use pulsarc_eval::Key;

/// Something that has all words that were searched for.
#[derive(Debug, Clone, PartialEq)]
pub struct Match<'r> {
    /// What it is.
    pub topic: Topic<'r>,
    /// What to look it up by.
    pub name: String,
    /// What it is for, in a sentence.
    pub about: String,
    score: u32,
}

/// How much a word counts, by where it is.
const IS_NAME: u32 = 100;
const STARTS_NAME: u32 = 60;
const IN_NAME: u32 = 40;
const IN_PATH: u32 = 20;
const IN_TEXT: u32 = 5;

/// What is searched of something.
struct Searched<'a> {
    /// The last part of its name.
    name: &'a str,
    /// The whole name.
    path: &'a str,
    /// What is said about it.
    text: &'a str,
}

impl Reference {
    /// Everything that has all words, the best match first. `keys` are the configuration's keys with their docs.
    pub fn search(&self, words: &[String], keys: &[Key]) -> Vec<Match<'_>> {
        let words: Vec<String> = words.iter().flat_map(|word| word.split_whitespace()).map(stem).collect();
        if words.is_empty() {
            return Vec::new();
        }
        let mut found = Vec::new();
        let mut take = |topic, name: String, about: String, searched: &Searched<'_>| {
            if let Some(score) = score(&words, searched) {
                found.push(Match { topic, name, about, score });
            }
        };
        for key in keys {
            let path = key.path.to_string();
            let block = path.split('.').next().unwrap_or_default();
            // A component is also known by the name of its pods.
            let text = format!(
                "{} {} {}",
                key.doc,
                self.labels.get(block).map_or("", String::as_str),
                key.choices.join(" ")
            );
            let name = key.path.last_key().unwrap_or_default();
            let searched = Searched { name, path: &path, text: &text };
            take(Topic::Key(key.path.clone()), path.clone(), sentence(&key.doc), &searched);
        }
        for key in &self.pulsar_keys {
            if keys.iter().any(|own| key.is_at(&own.path)) {
                continue;
            }
            let path = key.places.first().map(KeyPath::to_string).unwrap_or_default();
            let text = key.changes().map(|change| change.why.as_str()).collect::<Vec<_>>().join(" ");
            let searched = Searched { name: key.name, path: &path, text: &text };
            take(Topic::PulsarKey(key), path.clone(), about(key), &searched);
        }
        for code in &self.codes {
            let searched = Searched { name: code.id, path: code.title, text: code.page };
            take(Topic::Code(code), code.id.to_owned(), code.title.to_owned(), &searched);
        }
        for preset in &self.presets {
            let sets =
                preset.sets.iter().flatten().map(|(path, _)| path.to_string()).collect::<Vec<_>>().join(" ");
            let text = format!("{} {sets}", preset.doc);
            let searched = Searched { name: preset.short(), path: &preset.path, text: &text };
            take(Topic::Preset(preset), format!("pulsar.{}", preset.path), sentence(&preset.doc), &searched);
        }
        found.sort_by(|one, other| {
            other
                .score
                .cmp(&one.score)
                .then_with(|| one.name.len().cmp(&other.name.len()))
                .then_with(|| one.name.cmp(&other.name))
        });
        found
    }
}

/// A key of Pulsar's in a line.
fn about(key: &PulsarKey) -> String {
    format!("{}; default {}; in {}", key.type_in_words(), key.default_in_words(), key.versions_in_words())
}

/// A word as it is searched for: in lower case, and without the `s` of a plural.
fn stem(word: &str) -> String {
    let word = word.to_lowercase();
    let stem = word.strip_suffix('s').filter(|stem| stem.len() > 3 && !stem.ends_with('s'));
    stem.map_or_else(|| word.clone(), str::to_owned)
}

/// How well something matches all words; none if it lacks one.
fn score(words: &[String], searched: &Searched<'_>) -> Option<u32> {
    let (name, path, text) =
        (searched.name.to_lowercase(), searched.path.to_lowercase(), searched.text.to_lowercase());
    let of = |word: &String| {
        if name == *word || name.strip_suffix('s') == Some(word) {
            Some(IS_NAME)
        } else if name.starts_with(word.as_str()) {
            Some(STARTS_NAME)
        } else if name.contains(word.as_str()) {
            Some(IN_NAME)
        } else if path.contains(word.as_str()) {
            Some(IN_PATH)
        } else {
            text.contains(word.as_str()).then_some(IN_TEXT)
        }
    };
    words.iter().map(of).sum()
}

/// The first sentence of a doc.
fn sentence(doc: &str) -> String {
    let first = doc.split(". ").next().unwrap_or_default();
    first.split_whitespace().collect::<Vec<_>>().join(" ").trim_end_matches('.').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_words_count_and_the_name_counts_most() {
        let words = |text: &str| text.split(' ').map(stem).collect::<Vec<_>>();
        let searched =
            Searched { name: "tolerations", path: "bookkeeper.tolerations", text: "Taints of nodes. bookie" };
        assert_eq!(score(&words("toleration bookie"), &searched), Some(IS_NAME + IN_TEXT));
        assert_eq!(score(&words("Tolerations bookkeeper"), &searched), Some(IS_NAME + IN_PATH));
        assert_eq!(score(&words("toleration broker"), &searched), None);
    }
}

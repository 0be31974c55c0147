//! Anchors of YAML that several places use: each becomes one `let`.
//!
//! The reader has expanded them. A value that an alias stands for keeps the place of its anchor in the file, so several
//! paths with one place are uses of one anchor; and what a merge key (`<<`) has added to a map is outside of that map.

use crate::sameness::{CONFIG_DATA, Reading, same};
use pulsarc_diag::{KeyPath, Segment, SourceId, Sources, nickel};
use pulsarc_model::{Node, Value};
use std::collections::{BTreeMap, BTreeSet};

/// An anchor, and the paths that use it.
#[derive(Debug, Clone)]
pub(crate) struct Anchor {
    /// What it is called: a name that no key has, since a key hides a variable of its name.
    pub(crate) name: String,
    /// Where it is used.
    pub(crate) uses: BTreeSet<KeyPath>,
    /// How its scalars are read.
    pub(crate) reading: Reading,
    /// The keys that it has, if it is a record.
    keys: Option<BTreeSet<String>>,
}

impl Anchor {
    /// What is shared of the value at one of the uses.
    pub(crate) fn node(&self, used: &Node) -> Option<Node> {
        let Some(keys) = &self.keys else { return Some(used.clone()) };
        let entries = used.as_record()?.iter().filter(|(key, _)| keys.contains(*key));
        let entries = entries.map(|(key, node)| (key.clone(), node.clone())).collect();
        Some(Node { value: Value::Record(entries), ..used.clone() })
    }

    /// What else is in the record at one of the uses.
    pub(crate) fn rest(&self, used: &Node) -> BTreeMap<String, Node> {
        let Some((keys, entries)) = self.keys.as_ref().zip(used.as_record()) else { return BTreeMap::new() };
        let rest = entries.iter().filter(|(key, _)| !keys.contains(*key));
        rest.map(|(key, node)| (key.clone(), node.clone())).collect()
    }
}

/// A place in a file: the start of a value, or of the first key that comes from an anchor.
type At = (SourceId, usize);

/// A possible use: its path, and what it shares.
struct Use {
    path: KeyPath,
    shared: Node,
}

/// The anchors that at least two places use that say something: what equals `without` is left out in any case.
pub(crate) fn anchors(merged: &Node, without: &Node, sources: &Sources) -> Vec<Anchor> {
    let mut uses: BTreeMap<At, Vec<Use>> = BTreeMap::new();
    collect(merged, &KeyPath::root(), &mut uses);
    let mut taken = BTreeSet::new();
    names(merged, &mut taken);
    let mut found: Vec<Anchor> = Vec::new();
    for ((source, start), mut uses) in uses {
        uses.retain(|one| !says_nothing(&one.shared, without.get(&one.path)));
        let Some(first) = uses.first() else { continue };
        let texts = uses.iter().filter(|one| is_config(&one.path)).count();
        let alike = uses.iter().all(|one| same(&one.shared, &first.shared, Reading::Typed));
        // What is inside of a shared value is shared with it.
        let inside =
            |one: &Use| found.iter().any(|outer| outer.uses.iter().any(|path| one.path.is_within(path)));
        if uses.len() < 2 || !alike || (texts > 0 && texts < uses.len()) || uses.iter().any(inside) {
            continue;
        }
        let Some(name) = name(&sources.get(source).text, start) else { continue };
        found.push(Anchor {
            name: free(&name, &mut taken),
            reading: if texts > 0 { Reading::Text } else { Reading::Typed },
            keys: first.shared.as_record().map(|entries| entries.keys().cloned().collect()),
            uses: uses.iter().map(|one| one.path.clone()).collect(),
        });
    }
    found
}

/// Collects the records and lists that may come from an anchor, by where that is.
fn collect(node: &Node, path: &KeyPath, uses: &mut BTreeMap<At, Vec<Use>>) {
    let Some(span) = node.span else { return below(node, path, uses) };
    let is_empty = match &node.value {
        Value::Record(entries) => entries.is_empty(),
        Value::List(items) => items.is_empty(),
        _ => true,
    };
    if !is_empty {
        let merged = from_merge_key(node);
        let (at, shared) = match merged {
            Some((at, shared)) => (at, shared),
            None => ((span.source, first_key(node).unwrap_or(span.range().start)), node.clone()),
        };
        uses.entry(at).or_default().push(Use { path: path.clone(), shared });
    }
    below(node, path, uses);
}

fn below(node: &Node, path: &KeyPath, uses: &mut BTreeMap<At, Vec<Use>>) {
    // What is in a list has no path that the difference knows.
    for (key, below) in node.as_record().into_iter().flatten() {
        collect(below, &path.key(key), uses);
    }
}

/// The entries of a record that are written outside of it, and where the first of them is.
fn from_merge_key(node: &Node) -> Option<(At, Node)> {
    let span = node.span?;
    let is_outside = |entry: &&Node| {
        entry.key_span.is_some_and(|key| {
            key.source == span.source && !(span.range().start..span.range().end).contains(&key.range().start)
        })
    };
    let entries = node.as_record()?;
    let outside: BTreeMap<String, Node> = entries
        .iter()
        .filter(|(_, entry)| is_outside(entry))
        .map(|(key, entry)| (key.clone(), entry.clone()))
        .collect();
    let start = outside.values().filter_map(|entry| Some(entry.key_span?.range().start)).min()?;
    Some(((span.source, start), Node { value: Value::Record(outside), ..node.clone() }))
}

/// Where the first key of a record is.
fn first_key(node: &Node) -> Option<usize> {
    node.as_record()?.values().filter_map(|entry| Some(entry.key_span?.range().start)).min()
}

/// Whether a value says no more than what there is without it.
fn says_nothing(node: &Node, without: Option<&Node>) -> bool {
    let Some(without) = without else { return false };
    match (node.as_record(), without.as_record()) {
        (Some(own), Some(others)) => own.iter().all(|(key, own)| says_nothing(own, others.get(key))),
        _ => same(node, without, Reading::Typed),
    }
}

fn is_config(path: &KeyPath) -> bool {
    path.segments().iter().any(|segment| matches!(segment, Segment::Key(key) if key == CONFIG_DATA))
}

/// The keys of all records.
fn names(node: &Node, taken: &mut BTreeSet<String>) {
    match &node.value {
        Value::Record(entries) => {
            for (key, below) in entries {
                taken.insert(key.clone());
                names(below, taken);
            }
        }
        Value::List(items) => items.iter().for_each(|item| names(item, taken)),
        _ => {}
    }
}

/// The name of the anchor that is written before a place, or at it: between them are only space, comments and brackets.
fn name(text: &str, start: usize) -> Option<String> {
    let word = |text: &str| -> String {
        text.chars().take_while(|c| !c.is_whitespace() && !"{}[],".contains(*c)).collect()
    };
    if let Some(rest) = text.get(start..)?.strip_prefix('&') {
        return Some(word(rest));
    }
    let before = text.get(..start)?;
    let (at, _) = before
        .rmatch_indices('&')
        .find(|(at, _)| before[..*at].ends_with([' ', '\n', '\t', '[', '{', ',']))?;
    let rest = before.get(at + 1..)?;
    let name = word(rest);
    let between = rest.get(name.len()..)?;
    let code = between.lines().map(|line| line.split('#').next().unwrap_or_default().trim());
    let only_brackets = |line: &str| line.chars().all(|c| "{[-? ".contains(c));
    (!name.is_empty() && code.into_iter().all(only_brackets)).then_some(name)
}

/// A name of Nickel's for an anchor's, that nothing else has.
fn free(name: &str, taken: &mut BTreeSet<String>) -> String {
    let plain: String = name
        .chars()
        .map(|c| if c.is_ascii_alphanumeric() { c } else { '_' })
        .skip_while(|c| !c.is_ascii_alphabetic())
        .collect();
    let plain = if plain.is_empty() { "shared".to_owned() } else { plain };
    let is_free = |name: &str, taken: &BTreeSet<String>| {
        !taken.contains(name) && name != "pulsar" && name != "std" && nickel::key(name) == name
    };
    let mut name = plain.clone();
    let mut number = 1;
    while !is_free(&name, taken) {
        number += 1;
        name = if number == 2 { format!("{plain}_shared") } else { format!("{plain}_shared_{number}") };
    }
    taken.insert(name.clone());
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_anchor_is_named_before_its_value() {
        for (text, at, expected) in [
            ("a: &one {b: 1}", "{b", Some("one")),
            ("a: &one {b: 1}", "&one", Some("one")),
            ("a: &one # said\n  # more\n  b: 1", "b:", Some("one")),
            ("a: &one\n  - b", "- b", Some("one")),
            ("a: &one {b: 1}\nc: {d: 1}", "d:", None),
            ("a: x&y\nb: {c: 1}", "c:", None),
        ] {
            let start = text.find(at).expect("it is there");
            assert_eq!(name(text, start).as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn a_name_is_one_that_no_key_hides() {
        let mut taken = BTreeSet::from(["tolerations".to_owned()]);
        assert_eq!(free("tolerations", &mut taken), "tolerations_shared");
        assert_eq!(free("tolerations", &mut taken), "tolerations_shared_3");
        assert_eq!(free("if", &mut taken), "if_shared");
        assert_eq!(free("a-b.c", &mut taken), "a_b_c");
        assert_eq!(free("42", &mut taken), "shared");
    }
}

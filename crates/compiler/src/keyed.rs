//! Lists that users extend, written as maps: `extraVolumes: { scratch: { emptyDir: {} } }`.
//!
//! Layers merge such a map entry by entry, and a null removes an entry. Once all layers are merged, each map becomes
//! the list that Kubernetes has, so that later phases see only lists. Entries are sorted by key, the one order that
//! does not depend on the order of layers. Contracts check the entries.

use pulsarc_diag::{Code, Diagnostic, Findings, KeyPath, Segment, Severity};
use pulsarc_model::{Node, Origin, Value};
use std::collections::BTreeMap;

/// An entry whose name differs from its key.
pub static CONTRADICTED: Code = Code {
    id: "PUL0020",
    severity: Severity::Error,
    title: "name contradicts its key",
    page: include_str!("pages/PUL0020.md"),
};

/// What the keys of such a map are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Keys {
    /// The entries' names.
    Names,
    /// All that there is to an entry.
    NamesAlone,
    /// Only for merging layers: the entries have no names.
    Handles,
}

/// The maps that become lists, and where they were: by path, their keys in order.
#[derive(Debug, Default)]
pub(crate) struct Keyed {
    places: BTreeMap<KeyPath, Vec<String>>,
}

impl Keyed {
    /// The user's path of a list item: through the map that the list came from.
    pub(crate) fn as_written(&self, path: &KeyPath) -> KeyPath {
        let (mut read, mut written) = (KeyPath::root(), KeyPath::root());
        for segment in path.segments() {
            let key = match (segment, self.places.get(&read)) {
                (Segment::Index(index), Some(keys)) => keys.get(*index).cloned().map(Segment::Key),
                _ => None,
            };
            read.push(segment.clone());
            written.push(key.unwrap_or_else(|| segment.clone()));
        }
        written
    }
}

/// The meaning of a map's keys at the places that accept both a list and a map, according to the contracts.
fn keys_of(name: &str) -> Option<Keys> {
    match name {
        "extraVolumes"
        | "extraVolumeMounts"
        | "initContainersExtraVolumeMounts"
        | "extraEnvs"
        | "extraEnv"
        | "extraContainers"
        | "initContainers"
        | "env"
        | "volumeMounts" => Some(Keys::Names),
        "tolerations" | "topologySpreadConstraints" | "extraDeploy" => Some(Keys::Handles),
        "imagePullSecrets" => Some(Keys::NamesAlone),
        _ => None,
    }
}

/// Makes lists of the maps in a whole configuration.
pub(crate) fn list(root: &mut Node, found: &mut Findings) -> Keyed {
    let mut keyed = Keyed::default();
    below(root, &KeyPath::root(), &mut keyed, found);
    keyed
}

fn below(node: &mut Node, path: &KeyPath, keyed: &mut Keyed, found: &mut Findings) {
    match &mut node.value {
        Value::Record(entries) => {
            // The contracts' own defaults are lists already.
            for (name, entry) in entries.iter_mut().filter(|(_, entry)| entry.origin == Origin::User) {
                let path = path.key(name);
                if let Some(keys) = keys_of(name) {
                    one(entry, keys, &path, keyed, found);
                }
                // Another project's keys, and whole objects, are as they are.
                if name != "extraDeploy" && name != "victoria-metrics-k8s-stack" {
                    below(entry, &path, keyed, found);
                }
            }
        }
        Value::List(items) => {
            for (index, item) in items.iter_mut().enumerate() {
                below(item, &path.index(index), keyed, found);
            }
        }
        _ => {}
    }
}

fn one(node: &mut Node, keys: Keys, path: &KeyPath, keyed: &mut Keyed, found: &mut Findings) {
    let Value::Record(entries) = &mut node.value else { return };
    let entries = std::mem::take(entries).into_iter();
    let (names, items): (Vec<String>, Vec<Node>) = entries
        .filter(|(_, entry)| entry.value != Value::Null)
        .map(|(name, entry)| {
            let item = match keys {
                Keys::Names => named(&name, entry, &path.key(&name), found),
                Keys::Handles => entry,
                Keys::NamesAlone => name_of(&name, &entry),
            };
            (name, item)
        })
        .unzip();
    node.value = Value::List(items);
    keyed.places.insert(path.clone(), names);
}

/// The name as a value, at its key.
fn name_of(name: &str, entry: &Node) -> Node {
    let span = entry.key_span.or(entry.span);
    Node { value: Value::Text(name.to_owned()), span, key_span: span, origin: Origin::User }
}

/// An entry with its name in it.
fn named(name: &str, mut entry: Node, path: &KeyPath, found: &mut Findings) -> Node {
    let own = name_of(name, &entry);
    let Value::Record(fields) = &mut entry.value else { return entry };
    match fields.get("name").filter(|there| there.value != Value::Null) {
        Some(there) if there.as_text() != Some(name) => {
            let written = there.as_text().unwrap_or_default();
            let finding = Diagnostic::new(
                &CONTRADICTED,
                format!("the key is `{name}`, but the entry is named `{written}`"),
            );
            let finding = finding.at(path.key("name")).span(there.span.or(own.span));
            found.push(
                finding
                    .label(own.span, "name set here")
                    .help(format!("remove `name`, or write `{written}` as the key")),
            );
        }
        Some(_) => return entry,
        None => {}
    }
    fields.insert("name".to_owned(), own);
    entry
}

//! The contract's keys with their docs and types, as data: to find them out takes trial evaluations of each key. It is a
//! text that is read when somebody asks: as statics, every start of the command would relocate thousands of pointers.

use super::declared;
use crate::nickel::schema::{Key, Kind};
use pulsarc_diag::{KeyPath, Segment};
use serde::{Deserialize, Serialize};

/// All keys, in their order.
const KEYS: &str = include_str!("keys.json");

/// What does not change while the contracts do not.
#[derive(Serialize, Deserialize)]
struct Known {
    path: Vec<String>,
    contract: String,
    accepts: Vec<Kind>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    choices: Vec<String>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    open: bool,
    doc: String,
}

/// The keys that `wanted` selects, in their order; none if the text is not one of this crate's.
pub(crate) fn keys(
    wanted: &dyn Fn(&KeyPath) -> bool,
    default: &dyn Fn(&KeyPath) -> Option<serde_json::Value>,
) -> Vec<Key> {
    let known: Vec<Known> = serde_json::from_str(KEYS).unwrap_or_default();
    let key = |known: Known| {
        let mut path = KeyPath::root();
        known.path.into_iter().for_each(|key| path.push(Segment::Key(key)));
        wanted(&path).then(|| Key {
            doc: known.doc,
            contract: known.contract,
            accepts: known.accepts,
            choices: known.choices,
            open: known.open,
            default: default(&path),
            declared: declared(&path),
            path,
        })
    };
    known.into_iter().filter_map(key).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::nickel::schema;

    /// The file of the keys, beside this one.
    const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/src/table/keys.json");

    /// One key a line: a change of the contracts is a readable difference.
    fn written(keys: Vec<Key>) -> String {
        let line = |Key { path, doc, contract, accepts, choices, open, .. }| {
            let name = |segment: &Segment| match segment {
                Segment::Key(key) => key.clone(),
                Segment::Index(_) => panic!("a contract names no items"),
            };
            let path = path.segments().iter().map(name).collect();
            serde_json::to_string(&Known { path, contract, accepts, choices, open, doc }).expect("it is JSON")
        };
        let lines: Vec<String> = keys.into_iter().map(line).collect();
        format!("[\n{}\n]\n", lines.join(",\n"))
    }

    #[test]
    fn the_keys_match_the_contracts() {
        let run = || written(schema::keys(&|_| true, &|_| None, &declared));
        let thread = std::thread::Builder::new().stack_size(64 << 20).spawn(run).expect("a thread starts");
        let text = thread.join().expect("the keys can be listed");
        if std::env::var_os("UPDATE_TABLE").is_some() {
            std::fs::write(FILE, &text).expect("the keys can be written");
        }
        let committed = std::fs::read_to_string(FILE).expect("the keys can be read");
        assert!(
            committed == text,
            "the contracts have changed: list the keys anew with UPDATE_TABLE=1 cargo test -p pulsarc-eval table"
        );
    }
}

//! The contract's keys with their docs and types, as data: to find them out takes trial evaluations of each key.

use super::declared;
use crate::nickel::schema::{Key, Kind, default_at};
use pulsarc_diag::{KeyPath, Segment};

include!("keys.in.rs");

/// What does not change while the contracts do not.
struct Known {
    path: &'static [&'static str],
    doc: &'static str,
    contract: &'static str,
    accepts: &'static [Kind],
    choices: &'static [&'static str],
    open: bool,
}

/// The keys that `wanted` selects, in their order.
pub(crate) fn keys(wanted: &dyn Fn(&KeyPath) -> bool, defaults: &serde_json::Value) -> Vec<Key> {
    let key = |known: &Known| {
        let mut path = KeyPath::root();
        known.path.iter().for_each(|key| path.push(Segment::Key((*key).to_owned())));
        wanted(&path).then(|| Key {
            doc: known.doc.to_owned(),
            contract: known.contract.to_owned(),
            accepts: known.accepts.to_vec(),
            choices: known.choices.iter().map(|choice| (*choice).to_owned()).collect(),
            open: known.open,
            default: default_at(defaults, &path),
            declared: declared(&path),
            path,
        })
    };
    KEYS.iter().filter_map(key).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::nickel::schema;
    use std::fmt::Write as _;

    /// The file of the keys, beside this one.
    const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/src/table/keys.in.rs");

    fn written(keys: &[Key]) -> String {
        let mut text = format!(
            "// Made from the contracts by the tests of this crate: UPDATE_TABLE=1 cargo test -p pulsarc-eval table\n\
             static KEYS: [Known; {}] = [\n",
            keys.len()
        );
        for Key { path, doc, contract, accepts, choices, open, .. } in keys {
            let path: Vec<&str> = path
                .segments()
                .iter()
                .map(|segment| match segment {
                    Segment::Key(key) => key.as_str(),
                    Segment::Index(_) => panic!("a contract names no items"),
                })
                .collect();
            let accepts: Vec<String> = accepts.iter().map(|kind| format!("Kind::{kind:?}")).collect();
            let _ = writeln!(
                text,
                "    Known {{ path: &{path:?}, contract: {contract:?}, accepts: &[{}], choices: &{choices:?}, open: {open}, doc: {doc:?} }},",
                accepts.join(", ")
            );
        }
        text.push_str("];\n");
        text
    }

    #[test]
    fn the_keys_match_the_contracts() {
        let run = || written(&schema::keys(&|_| true, &crate::defaults(), &declared));
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

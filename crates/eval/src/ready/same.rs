//! Holds the table against the contracts: whatever the table answers, the contracts answer too, to the place.

use crate::{Evaluated, Format, Layer, Way, evaluate_by};
use pulsarc_diag::{Sources, Span};
use pulsarc_model::{Node, Value};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

/// A tree as text, with the name of the file and the bytes of each place.
fn drawn(node: &Node, sources: &Sources, path: &str, all: &mut String) {
    let place = |span: Option<Span>| {
        span.map(|span| format!("{}:{}-{}", sources.get(span.source).name, span.start, span.end))
    };
    let (span, key, origin) = (place(node.span), place(node.key_span), node.origin);
    let mut line = |value: &str| {
        let _ = writeln!(all, "{path} = {value} {origin:?} {span:?} {key:?}");
    };
    match &node.value {
        Value::Record(entries) => {
            line("{}");
            for (key, entry) in entries {
                drawn(entry, sources, &format!("{path}.{key}"), all);
            }
        }
        Value::List(items) => {
            line("[]");
            for (index, item) in items.iter().enumerate() {
                drawn(item, sources, &format!("{path}[{index}]"), all);
            }
        }
        single => line(&format!("{single:?}")),
    }
}

fn tree(evaluated: &Evaluated) -> Option<String> {
    let mut all = String::new();
    drawn(evaluated.tree.as_ref()?, &evaluated.sources, "", &mut all);
    Some(all)
}

/// Whether the table was enough. Where it was, the contracts find nothing and give the same tree.
fn is_enough(name: &str, layers: &[Layer]) -> bool {
    let Some(fast) = tree(&evaluate_by(Way::Table, layers)) else { return false };
    let slow = evaluate_by(Way::Contracts, layers);
    let found: Vec<String> = slow.findings.iter().map(|found| found.message.clone()).collect();
    assert!(found.is_empty(), "{name}: the table takes what the contracts refuse: {found:?}");
    let slow = tree(&slow).unwrap_or_default();
    let differs = fast.lines().zip(slow.lines()).find(|(one, other)| one != other);
    assert!(fast == slow, "{name}: {differs:#?}");
    true
}

fn layer(path: &Path) -> Option<Layer> {
    let format = match path.extension()?.to_str()? {
        "ncl" => Format::Nickel(path.parent()?.to_owned()),
        "yaml" | "json" => Format::Yaml,
        _ => return None,
    };
    Some(Layer { name: path.display().to_string(), format, bytes: std::fs::read(path).ok()? })
}

/// Every configuration below a folder.
fn below(folder: &Path, all: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            below(&path, all);
        } else {
            all.push(path);
        }
    }
    all.sort();
}

fn compare(folder: &str, least: usize) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut all = Vec::new();
    below(&root.join(folder), &mut all);
    if all.is_empty() {
        println!("{folder} is not here: skipped");
        return;
    }
    let layers: Vec<(PathBuf, Layer)> =
        all.into_iter().filter_map(|path| layer(&path).map(|layer| (path, layer))).collect();
    let mut slow = Vec::new();
    for (path, layer) in &layers {
        if !is_enough(&path.display().to_string(), std::slice::from_ref(layer)) {
            slow.push(path.display().to_string());
        }
    }
    let enough = layers.len() - slow.len();
    assert!(enough >= least, "the table is enough for {enough} of {} only; not for {slow:#?}", layers.len());
}

#[test]
fn the_table_is_right_on_the_examples() {
    compare("examples", 1);
}

#[test]
fn the_table_is_right_on_the_rules_inputs() {
    compare("crates/rules/src", 100);
}

#[test]
fn the_table_is_right_on_the_reference_cases() {
    compare("../shared/reference", 40);
}

#[test]
fn the_table_is_right_on_the_mistakes() {
    compare("../shared/mistakes", 1);
}

//! The records of the library that users merge with their own configuration: presets, TLS and authentication.

use pulsarc_diag::KeyPath;
use pulsarc_eval::{Format, Layer, evaluate_alone};
use pulsarc_model::{Node, Value};
use std::path::PathBuf;

/// A record of the library.
#[derive(Debug, Clone, PartialEq)]
pub struct Preset {
    /// Its path in the library: `presets.production`, `tls.everywhere`.
    pub path: String,
    /// What it is for.
    pub doc: String,
    /// What it sets; none for a function, whose argument decides.
    pub sets: Option<Vec<(KeyPath, serde_json::Value)>>,
}

impl Preset {
    /// Its name: `production`.
    pub fn short(&self) -> &str {
        self.path.rsplit('.').next().unwrap_or(&self.path)
    }

    /// Whether a text names it: `production`, `presets.production` or `pulsar.presets.production`.
    pub(super) fn is_called(&self, text: &str) -> bool {
        let text = text.strip_prefix("pulsar.").unwrap_or(text);
        text == self.path || text == self.short()
    }
}

/// The fields of the library that hold such records, with the file that documents each.
const HOLDERS: [(&str, &str); 3] =
    [("presets", "lib/pulsar.ncl"), ("tls", "lib/tls.ncl"), ("auth", "lib/auth.ncl")];

/// Every record, in the order of the library.
pub(super) fn all() -> Vec<Preset> {
    let asked: Vec<String> =
        HOLDERS.iter().map(|(holder, _)| format!("{holder} = of pulsar.{holder}")).collect();
    let text = format!(
        "let pulsar = import \"pulsar.ncl\" in\nlet of = std.record.map (fun _ value => if std.is_function value then 'function else value) in\n{{ {} }}",
        asked.join(", ")
    );
    let layer = Layer {
        name: "library.ncl".to_owned(),
        format: Format::Nickel(PathBuf::from("/pulsarc/library").into()),
        bytes: text.into_bytes(),
    };
    let Some(tree) = evaluate_alone(&layer, &[]).tree else { return Vec::new() };
    let mut all = Vec::new();
    for (holder, file) in HOLDERS {
        let Some(records) = tree.get(KeyPath::root().key(holder)).and_then(Node::as_record) else {
            continue;
        };
        for (name, node) in records {
            let sets = node.as_record().map(|_| leaves(node));
            all.push(Preset { path: format!("{holder}.{name}"), doc: doc(file, name), sets });
        }
    }
    all
}

/// The values of a record, by their paths in it.
fn leaves(node: &Node) -> Vec<(KeyPath, serde_json::Value)> {
    let mut found = Vec::new();
    collect(node, &KeyPath::root(), &mut found);
    found
}

fn collect(node: &Node, path: &KeyPath, found: &mut Vec<(KeyPath, serde_json::Value)>) {
    match &node.value {
        Value::Record(entries) if !entries.is_empty() => {
            for (key, below) in entries {
                collect(below, &path.key(key), found);
            }
        }
        _ => found.push((path.clone(), crate::plain(node))),
    }
}

/// The doc of a field in a file of the library, up to its example: evaluation keeps no docs of values.
pub(super) fn doc(file: &str, name: &str) -> String {
    let text = pulsarc_eval::embedded().iter().find(|(path, _)| *path == file).map_or("", |(_, text)| text);
    let mut lines = text.lines().map(str::trim).skip_while(|line| *line != name).skip(1);
    // A type may come first; the value ends the annotations.
    let mut annotations = lines.by_ref().take_while(|line| line.starts_with("| "));
    let Some(first) = annotations.find_map(|line| line.strip_prefix("| doc ")) else { return String::new() };
    if let Some(short) = first.strip_prefix('"') {
        return short.trim_end_matches(['"', ',']).to_owned();
    }
    let body: Vec<&str> = lines.take_while(|line| !line.is_empty() && !line.starts_with('"')).collect();
    body.join(" ")
}

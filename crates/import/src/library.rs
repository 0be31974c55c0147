//! The records of the library that values can amount to: its presets, and those of TLS and authentication.

use pulsarc_diag::KeyPath;
use pulsarc_eval::{Format, Layer, evaluate_alone};
use pulsarc_model::Node;
use std::collections::BTreeMap;
use std::path::PathBuf;

/// The fields of the library with records to merge, beside its presets.
const FIELDS: [&str; 2] = ["tls", "auth"];

/// Every record that is data, by its path in the library: `presets.production`, `tls.everywhere`.
pub(crate) fn records() -> BTreeMap<String, Node> {
    let presets = pulsarc_eval::presets().into_iter();
    let mut records: BTreeMap<String, Node> =
        presets.map(|(name, node)| (format!("presets.{name}"), node)).collect();
    let fields: Vec<String> = FIELDS.iter().map(|field| format!("{field} = pulsar.{field}")).collect();
    let text = format!("let pulsar = import \"pulsar.ncl\" in {{ {} }}", fields.join(", "));
    let layer = Layer {
        name: "library.ncl".to_owned(),
        format: Format::Nickel(PathBuf::from("/pulsarc/library").into()),
        bytes: text.into_bytes(),
    };
    let evaluated = evaluate_alone(&layer, &[]);
    for field in FIELDS {
        let fields = evaluated.tree.as_ref().and_then(|tree| tree.get(KeyPath::root().key(field)));
        for (name, node) in fields.and_then(Node::as_record).into_iter().flatten() {
            records.insert(format!("{field}.{name}"), node.clone());
        }
    }
    records
}

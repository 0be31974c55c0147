//! Where a setting is written: in all layers and environments.

use crate::definition;
use crate::places::File;
use crate::stack::Stack;
use crate::view::View;
use lsp_types::{Location, Position};
use pulsarc_diag::KeyPath;
use std::collections::BTreeSet;

/// The most places.
const MOST: usize = 1000;

/// Every place that writes the setting at a place; with the contract's default, if its declaration is wanted too.
pub(crate) fn references(view: &View<'_>, at: Position, with_declaration: bool) -> Vec<Location> {
    let Some(path) = setting(view, at) else { return Vec::new() };
    let mut seen = BTreeSet::new();
    let mut found = Vec::new();
    let mut add = |file: &File| {
        if seen.insert(file.path.clone()) {
            let places = file.outline.find(&path).into_iter();
            found.extend(places.filter_map(|entry| file.location(view, entry.key.clone())));
        }
    };
    if let Some(own) = File::at(view, None, &view.document.path) {
        add(&own);
    }
    for checked in &view.checked {
        files(&Stack::of(view, &checked.configuration, Some(checked)), &mut add);
    }
    for configuration in &view.workspace.configurations {
        if !view.checked.iter().any(|checked| checked.configuration == *configuration) {
            files(&Stack::of(view, configuration, None), &mut add);
        }
    }
    found.truncate(MOST);
    if with_declaration {
        found.extend(definition::default(view, &path));
    }
    found
}

fn setting(view: &View<'_>, at: Position) -> Option<KeyPath> {
    let outline = view.outline();
    outline.at(view.document.byte(at, view.encoding)).map(|(path, _)| path)
}

fn files(stack: &Stack<'_>, add: &mut impl FnMut(&File)) {
    stack.files.iter().for_each(add);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workbench::Workbench;

    #[test]
    fn every_layer_import_and_environment_that_writes_a_setting_is_found() {
        let bench = Workbench::new(
            &[
                ("values.yaml", "broker:\n  replicaC▮ount: 5\n"),
                ("prod.yaml", "broker: {replicaCount: 7}\n"),
                ("base.ncl", "{ broker = { replicaCount = 1 } }"),
                (
                    "other.ncl",
                    "let pulsar = import \"pulsar.ncl\" in\npulsar.layers [import \"base.ncl\", { broker.replicaCount = 2 }]",
                ),
                ("none.yaml", "proxy:\n  replicaCount: 1\n"),
            ],
            &[&["values.yaml"], &["values.yaml", "prod.yaml"], &["values.yaml", "none.yaml"], &["other.ncl"]],
        );
        let view = bench.view();
        let mut found: Vec<String> =
            references(&view, bench.at, false).iter().map(|place| bench.shown(place)).collect();
        found.sort();
        let expected = [
            "base.ncl:1:14 replicaCount",
            "other.ncl:2:44 replicaCount",
            "prod.yaml:1:10 replicaCount",
            "values.yaml:2:3 replicaCount",
        ];
        assert_eq!(found, expected);
        let all = references(&view, bench.at, true);
        let declared = bench.shown(all.last().expect("a place"));
        assert!(declared.contains("contracts/components/broker.ncl:"), "{declared}");
    }
}

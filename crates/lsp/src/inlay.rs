//! What a layer overrides: the inherited or default value, beside each of its settings.

use crate::definition::overridden;
use crate::outline::{Entry, Holds};
use crate::provider::{library_name_of, name_of};
use crate::shown::{self, bare, cut};
use crate::stack::{Part, Stack};
use crate::view::View;
use lsp_types::{InlayHint, InlayHintKind, InlayHintLabel, InlayHintTooltip, Range};
use pulsarc_diag::{HIDDEN, KeyPath, Secrets};
use std::ops::Range as Bytes;

/// The longest value of a hint.
const LONGEST: usize = 40;
/// The most hints of one answer.
const MOST: usize = 1000;

/// The hints in a range.
pub(crate) fn hints(view: &View<'_>, range: Range) -> Vec<InlayHint> {
    let Some(checked) = view.checked.first() else { return Vec::new() };
    let asked = view.document.byte(range.start, view.encoding)..view.document.byte(range.end, view.encoding);
    let outline = view.outline();
    let stack = Stack::of(view, &checked.configuration, Some(checked));
    let secrets = checked.built.sources.secrets();
    let mut settings = Vec::new();
    collect(&outline.entries, &KeyPath::root(), &asked, &mut settings);
    let hint = |(path, entry): (KeyPath, &Entry)| hint(view, &stack, secrets, &path, entry);
    settings.into_iter().filter_map(hint).take(MOST).collect()
}

/// The settings in a range that hold a value, without those in lists, which override nothing. Entries wait in a list of
/// their own: they may be nested deeply.
fn collect<'o>(
    entries: &'o [Entry],
    path: &KeyPath,
    asked: &Bytes<usize>,
    found: &mut Vec<(KeyPath, &'o Entry)>,
) {
    let mut left: Vec<(KeyPath, &Entry)> =
        entries.iter().rev().map(|entry| (step(path, entry), entry)).collect();
    while let Some((path, entry)) = left.pop() {
        if entry.value.end < asked.start || entry.key.start > asked.end {
            continue;
        }
        match entry.holds {
            Holds::Record => left.extend(entry.entries.iter().rev().map(|inner| (step(&path, inner), inner))),
            Holds::Scalar | Holds::List | Holds::Code => found.push((path, entry)),
            Holds::Nothing => {}
        }
    }
}

fn step(path: &KeyPath, entry: &Entry) -> KeyPath {
    let mut path = path.clone();
    path.push(entry.step.clone());
    path
}

fn hint(
    view: &View<'_>,
    stack: &Stack<'_>,
    secrets: &Secrets,
    path: &KeyPath,
    entry: &Entry,
) -> Option<InlayHint> {
    let own = view.document.checked_text().get(entry.value.clone())?;
    // Beside a value of several lines there is no place that says what a hint is about.
    if own.contains('\n') {
        return None;
    }
    let (from, value, origin) = match overridden(view, stack, path) {
        Some(Part::File(file, below)) => {
            let written = file.slice(&below.value);
            // Most files repeat more than they change: secrets are looked for only in what is shown.
            if is_same(written, own) {
                return None;
            }
            let name = name_of(view, &file.path);
            (name.clone(), shown::of_text(path, written, secrets), format!("{path} in {name}"))
        }
        Some(Part::Preset(preset, value)) => {
            let name = library_name_of(preset);
            (name.clone(), beside(value, own)?, format!("{path} in {name}"))
        }
        None => {
            let default = view.lookup.get(&view.edge.target).keys.get(path)?.default.as_ref()?;
            if default.is_object() {
                return None;
            }
            ("default".to_owned(), beside(default, own)?, format!("the default of {path}"))
        }
    };
    if value.contains(HIDDEN) {
        return None;
    }
    let tooltip = format!("{origin}, which this file overrides");
    Some(InlayHint {
        position: view.document.range(entry.value.clone(), view.encoding).end,
        label: InlayHintLabel::String(format!("{from}: {}", cut(&value, LONGEST))),
        kind: Some(InlayHintKind::PARAMETER),
        text_edits: None,
        tooltip: Some(InlayHintTooltip::String(tooltip)),
        padding_left: Some(true),
        padding_right: None,
        data: None,
    })
}

/// A value in one line, unless the file has the same one.
fn beside(value: &serde_json::Value, own: &str) -> Option<String> {
    let written = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    (!is_same(&written, own)).then(|| shown::in_line(value))
}

/// Whether two texts write the same value: with other quotes, or a list with other spaces.
fn is_same(one: &str, other: &str) -> bool {
    let plain = |text: &str| -> String {
        text.chars().filter(|c| !c.is_whitespace() && *c != '"' && *c != '\'').collect()
    };
    bare(one) == bare(other) || (other.starts_with('[') && plain(one) == plain(other))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workbench::Workbench;
    use lsp_types::Position;

    fn shown(files: &[(&str, &str)], layers: &[&str]) -> Vec<String> {
        let bench = Workbench::new(files, &[layers]);
        let all = Range::new(Position::new(0, 0), Position::new(999, 0));
        let line = |hint: InlayHint| match hint.label {
            InlayHintLabel::String(label) => {
                format!("{}:{} {label}", hint.position.line + 1, hint.position.character + 1)
            }
            InlayHintLabel::LabelParts(_) => String::new(),
        };
        hints(&bench.view(), all).into_iter().map(line).collect()
    }

    #[test]
    fn a_layer_shows_what_it_overrides() {
        let files = [
            ("values.yaml", "broker:\n  replicaCount: 5\nproxy:\n  replicaCount: 2\n"),
            (
                "prod.yaml",
                "▮broker:\n  replicaCount: 7 # more\nproxy:\n  replicaCount: 2\ntoolset:\n  replicaCount: 2\n",
            ),
        ];
        assert_eq!(shown(&files, &["values.yaml", "prod.yaml"]), ["2:18 values.yaml: 5", "6:18 default: 1"]);
        let files = [
            ("base.ncl", "{ broker.replicaCount = 5 }"),
            (
                "prod.ncl",
                "▮let pulsar = import \"pulsar.ncl\" in\npulsar.layers [import \"base.ncl\", pulsar.presets.production, {\n  broker.replicaCount = 7,\n  bookkeeper.replicaCount = 9,\n}]",
            ),
        ];
        let expected = ["3:26 base.ncl: 5", "4:30 pulsar.presets.production: 6"];
        assert_eq!(shown(&files, &["prod.ncl"]), expected);
    }

    #[test]
    fn hints_are_short_and_hold_no_secret() {
        let files = [
            (
                "values.yaml",
                "pulsar_manager:\n  admin:\n    ui_password: first-5ecret\nnamespace: a-namespace-that-is-longer-than-a-hint-can-be\n",
            ),
            ("prod.yaml", "▮pulsar_manager:\n  admin:\n    ui_password: second-5ecret\nnamespace: b\n"),
        ];
        let found = shown(&files, &["values.yaml", "prod.yaml"]);
        assert_eq!(found, ["4:13 values.yaml: a-namespace-that-is-longer-than-a-hint-…"]);
    }
}

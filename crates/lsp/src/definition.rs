//! Where a value comes from.

use crate::analysis::Checked;
use crate::documents::Language;
use crate::library::name_at;
use crate::outline::{Entry, Outline};
use crate::places::{self, covers};
use crate::provider::{Provider, node_at};
use crate::stack::{Part, Stack, resolved};
use crate::view::View;
use lsp_types::{Location, Position};
use pulsarc_compiler::reference::exported;
use pulsarc_diag::{KeyPath, Span};

/// The layer, preset or contract that provides the value at a place; of an import, its file. At the provider itself, the
/// place that it overrides.
pub(crate) fn definitions(view: &View<'_>, at: Position) -> Vec<Location> {
    let byte = view.document.byte(at, view.encoding);
    let outline = view.outline();
    if let Some(file) = imported(view, &outline, byte) {
        return vec![file];
    }
    let setting = outline.at(byte);
    let on_key = setting.as_ref().is_some_and(|(_, entry)| covers(&entry.key, byte));
    if view.document.language == Language::Nickel && !on_key {
        let named = name_at(view.document.checked_text(), byte).and_then(|(name, _)| exported(&name));
        let place = named.and_then(|exported| places::in_own(view, exported.file, exported.bytes));
        if let Some(place) = place {
            return vec![place];
        }
    }
    let Some((path, entry)) = setting else { return Vec::new() };
    let mut found: Vec<Location> = Vec::new();
    for checked in &view.checked {
        let provider = node_at(checked, &path).and_then(|node| Provider::of(checked, node));
        let place = match provider {
            Some(Provider::File(file, span)) if file == view.document.path && is_at(entry, span) => {
                below(view, checked, &path)
            }
            Some(Provider::Default(_)) | None => default(view, &path),
            Some(other) => other.span().and_then(|span| places::of_span(view, checked, span)),
        };
        found.extend(place.filter(|place| !found.contains(place)));
    }
    if view.checked.is_empty() {
        found.extend(default(view, &path));
    }
    found
}

/// Whether a span is that of an entry.
fn is_at(entry: &Entry, span: Span) -> bool {
    let range = span.range();
    range.start < entry.value.end.max(entry.key.end) && entry.key.start < range.end.max(range.start + 1)
}

/// The start of the file that an import at a byte leads to.
fn imported(view: &View<'_>, outline: &Outline, byte: usize) -> Option<Location> {
    let import =
        outline.imports.iter().find(|import| import.bytes.start <= byte && byte <= import.bytes.end)?;
    let folder = view.document.path.parent()?;
    let path = resolved(folder, &import.path);
    let file = places::File::at(view, view.checked.first().map(|checked| &**checked), &path);
    let library = || {
        let name = import.path.rsplit('/').next()?;
        places::in_own(view, &format!("lib/{name}"), 0..0)
    };
    file.and_then(|file| file.location(view, 0..0)).or_else(library)
}

/// The place that a setting of the document overrides.
fn below(view: &View<'_>, checked: &Checked, path: &KeyPath) -> Option<Location> {
    let stack = Stack::of(view, &checked.configuration, Some(checked));
    match overridden(view, &stack, path) {
        Some(Part::File(file, entry)) => file.location(view, entry.key.clone()),
        Some(Part::Preset(preset, _)) => {
            let exported = exported(&preset.path)?;
            places::in_own(view, exported.file, exported.bytes)
        }
        None => default(view, path),
    }
}

/// The part below the document that writes a setting; none if the contract's default is what the document overrides.
pub(crate) fn overridden<'s>(view: &View<'_>, stack: &'s Stack<'_>, path: &KeyPath) -> Option<Part<'s>> {
    let is_document =
        |part: &Part<'_>| matches!(part, Part::File(file, _) if file.path == view.document.path);
    let parts = stack.writes(path);
    let own = parts.iter().position(is_document)?;
    parts.get(..own)?.last().copied()
}

/// The place of a setting's default in the contract.
pub(crate) fn default(view: &View<'_>, path: &KeyPath) -> Option<Location> {
    let defaults = &view.lookup.get(&view.edge.target).reference.defaults;
    let span = defaults.tree.as_ref()?.get(path)?.span?;
    let name = places::own_name(&defaults.sources.get(span.source).name)?;
    places::in_own(view, name, span.range())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workbench::Workbench;

    fn shown(files: &[(&str, &str)], configurations: &[&[&str]]) -> Vec<String> {
        let bench = Workbench::new(files, configurations);
        definitions(&bench.view(), bench.at).iter().map(|place| bench.shown(place)).collect()
    }

    /// The places without the folder of copies, whose name changes with the contracts.
    fn in_copies(found: &[String]) -> Vec<&str> {
        found
            .iter()
            .map(|place| {
                place
                    .strip_prefix("copies/")
                    .and_then(|place| place.split_once('/'))
                    .map_or(place.as_str(), |(_, place)| place)
            })
            .collect()
    }

    #[test]
    fn a_value_leads_to_the_layer_that_wins() {
        let files = [
            ("values.yaml", "broker:\n  replicaC▮ount: 5\n"),
            ("dev.yaml", "proxy:\n  replicaCount: 1\n"),
            ("prod.yaml", "broker:\n  replicaCount: 7\n"),
        ];
        let found = shown(&files, &[&["values.yaml", "prod.yaml"], &["values.yaml", "dev.yaml"]]);
        assert_eq!(found.first().map(String::as_str), Some("prod.yaml:2:17 7"));
        assert!(
            in_copies(&found)
                .get(1)
                .is_some_and(|place| place.starts_with("contracts/components/broker.ncl:")),
            "{found:?}"
        );
    }

    #[test]
    fn the_winner_leads_to_what_it_overrides() {
        let files =
            [("values.yaml", "broker:\n  replicaCount: 5\n"), ("prod.yaml", "broker:\n  replicaCount: ▮7\n")];
        assert_eq!(shown(&files, &[&["values.yaml", "prod.yaml"]]), ["values.yaml:2:3 replicaCount"]);
        let files = [
            ("base.ncl", "{ broker.replicaCount = 5 }"),
            ("prod.ncl", "(import \"base.ncl\") & {\n broker.replica▮Count | force = 7 }"),
        ];
        assert_eq!(shown(&files, &[&["prod.ncl"]]), ["base.ncl:1:10 replicaCount"]);
    }

    #[test]
    fn a_value_over_a_preset_leads_to_the_library() {
        let files = [(
            "prod.ncl",
            "let pulsar = import \"pulsar.ncl\" in\npulsar.presets.production & { bookkeeper.replica▮Count = 9 }",
        )];
        let found = shown(&files, &[&["prod.ncl"]]);
        assert_eq!(in_copies(&found), ["lib/presets/production.ncl:1:1 "]);
    }

    #[test]
    fn imports_and_names_of_the_library_lead_to_their_texts() {
        let base = ("base.ncl", "{ }");
        let found = shown(&[base, ("a.ncl", "(import \"./ba▮se.ncl\") & {}")], &[&["a.ncl"]]);
        assert_eq!(found, ["base.ncl:1:1 "]);
        let text = "let pulsar = import \"puls▮ar.ncl\" in pulsar.presets.minimal";
        assert_eq!(in_copies(&shown(&[("a.ncl", text)], &[&["a.ncl"]])), ["lib/pulsar.ncl:1:1 "]);
        let text = "let pulsar = import \"pulsar.ncl\" in pulsar.tls.every▮where";
        let found = shown(&[("a.ncl", text)], &[&["a.ncl"]]);
        assert!(
            in_copies(&found)
                .iter()
                .all(|place| place.starts_with("lib/tls.ncl:") && place.ends_with(" everywhere")),
            "{found:?}"
        );
        assert_eq!(found.len(), 1);
    }

    #[test]
    fn a_current_copy_in_the_project_is_used() {
        let own =
            pulsarc_compiler::embedded().iter().find(|(name, _)| *name == "lib/pulsar.ncl").expect("it").1;
        let text = "let pulsar = import \"puls▮ar.ncl\" in pulsar.presets.minimal";
        let found = shown(&[(".pulsarc/lib/pulsar.ncl", own), ("a.ncl", text)], &[&["a.ncl"]]);
        assert_eq!(found, [".pulsarc/lib/pulsar.ncl:1:1 "]);
        let found = shown(&[(".pulsarc/lib/pulsar.ncl", "{}"), ("a.ncl", text)], &[&["a.ncl"]]);
        assert!(found.iter().all(|place| place.starts_with("copies/")), "{found:?}");
    }
}

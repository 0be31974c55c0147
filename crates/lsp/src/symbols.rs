//! The settings of a document as symbols.

use crate::outline::{Entry, Holds};
use crate::shown;
use crate::view::View;
use lsp_types::{DocumentSymbol, SymbolKind};
use pulsarc_diag::{KeyPath, Secrets, Segment};

/// The longest value beside a name.
const WIDE: usize = 40;

/// The deepest level: no configuration has so many, and readers of JSON have limits of their own.
const DEEPEST: usize = 32;

/// The settings, each with those in it.
pub(crate) fn symbols(view: &View<'_>) -> Vec<DocumentSymbol> {
    let outline = view.outline();
    let mut path = KeyPath::root();
    outline.entries.iter().map(|entry| symbol(view, entry, &mut path)).collect()
}

#[allow(deprecated, reason = "the type asks for the field")]
fn symbol(view: &View<'_>, entry: &Entry, path: &mut KeyPath) -> DocumentSymbol {
    let text = view.document.checked_text();
    let value = text.get(entry.value.clone()).unwrap_or_default();
    path.push(entry.step.clone());
    let is_deep = path.segments().len() >= DEEPEST;
    let below = entry.entries.iter().filter(|_| !is_deep);
    let children: Vec<DocumentSymbol> = below.map(|entry| symbol(view, entry, path)).collect();
    let detail = (entry.holds == Holds::Scalar).then(|| detail(view, path, value));
    path.pop();
    DocumentSymbol {
        name: name(entry, text),
        detail,
        kind: kind(entry, value),
        tags: None,
        deprecated: None,
        range: view.document.range(entry.key.start..entry.end(), view.encoding),
        selection_range: view.document.range(entry.key.clone(), view.encoding),
        children: Some(children).filter(|children| !children.is_empty()),
    }
}

/// The key; of an item, its own name or its index.
fn name(entry: &Entry, text: &str) -> String {
    match &entry.step {
        Segment::Key(key) if key.trim().is_empty() => format!("\"{key}\""),
        Segment::Key(key) => key.clone(),
        Segment::Index(index) => {
            let named = entry.entries.iter().find(|entry| entry.name() == Some("name"));
            let own = named.and_then(|named| text.get(named.value.clone())).map(crate::outline::unquoted);
            own.filter(|own| !own.trim().is_empty()).unwrap_or_else(|| format!("[{index}]"))
        }
    }
}

/// The first line of a value, as far as there is room for it, without secrets.
fn detail(view: &View<'_>, path: &KeyPath, value: &str) -> String {
    let none = Secrets::default();
    let secrets = view.checked.first().map_or(&none, |checked| checked.built.sources.secrets());
    let value = &shown::of_text(path, value, secrets);
    let line = value.lines().next().unwrap_or_default();
    let end = line.char_indices().nth(WIDE).map_or(line.len(), |(at, _)| at);
    let cut = if end < value.len() { "…" } else { "" };
    format!("{}{cut}", line.get(..end).unwrap_or_default())
}

fn kind(entry: &Entry, value: &str) -> SymbolKind {
    match (entry.holds, value) {
        (Holds::Record, _) => SymbolKind::OBJECT,
        (Holds::List, _) => SymbolKind::ARRAY,
        (Holds::Code, _) => SymbolKind::VARIABLE,
        (Holds::Nothing, _) | (_, "null" | "~") => SymbolKind::NULL,
        (Holds::Scalar, "true" | "false") => SymbolKind::BOOLEAN,
        (Holds::Scalar, tag) if tag.starts_with('\'') && !tag.ends_with('\'') => SymbolKind::ENUM_MEMBER,
        (Holds::Scalar, number) if number.parse::<f64>().is_ok() => SymbolKind::NUMBER,
        (Holds::Scalar, _) => SymbolKind::STRING,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::Project;

    fn shown(symbols: &[DocumentSymbol], depth: usize, all: &mut Vec<String>) {
        for symbol in symbols {
            let detail = symbol.detail.as_deref().unwrap_or_default();
            let (range, own) = (symbol.range, symbol.selection_range);
            assert!(range.start <= own.start && own.end <= range.end, "{symbol:?}");
            all.push(
                format!("{}{} {:?} {detail}", "  ".repeat(depth), symbol.name, symbol.kind)
                    .trim_end()
                    .to_owned(),
            );
            shown(symbol.children.as_deref().unwrap_or_default(), depth + 1, all);
        }
    }

    fn of(name: &str, text: &str) -> Vec<String> {
        let project = Project::one(name, text);
        let mut all = Vec::new();
        shown(&symbols(&project.marked().0), 0, &mut all);
        all
    }

    #[test]
    fn settings_are_symbols() {
        let yaml = "broker:\n  replicaCount: 3\n  extraEnvs:\n  - name: A\n    value: \"x\"\n  on: true\n\"\": null\n";
        assert_eq!(
            of("values.yaml", yaml),
            [
                "broker Object",
                "  replicaCount Number 3",
                "  extraEnvs Array",
                "    A Object",
                "      name String A",
                "      value String x",
                "  on Boolean true",
                "\"\" Null null",
            ]
        );
        let nickel = "{ proxy.service.type = 'NodePort, a = 1 + 1, b = [\"x\"] }";
        assert_eq!(
            of("cluster.ncl", nickel),
            [
                "proxy Object",
                "  service Object",
                "    type EnumMember NodePort",
                "a Variable",
                "b Array",
                "  [0] String x",
            ]
        );
    }
}

//! Who sets a value, in each configuration that a document is part of.

use crate::analysis::Checked;
use crate::outline::Entry;
use crate::provider::{Provider, library_name, name_of, node_at};
use crate::shown::{self, code};
use crate::view::View;
use pulsarc_diag::KeyPath;
use pulsarc_model::Value;

/// Who sets a value and to what: one fact if all configurations agree, otherwise one for each.
pub(super) fn facts(view: &View<'_>, path: &KeyPath, entry: &Entry) -> Vec<String> {
    let facts: Vec<(String, String)> = view
        .checked
        .iter()
        .filter_map(|checked| Some((checked.configuration.name.clone(), fact(view, checked, path, entry)?)))
        .collect();
    let Some((_, first)) = facts.first() else { return Vec::new() };
    if facts.iter().all(|(_, fact)| fact == first) {
        return vec![first.clone()];
    }
    facts.into_iter().map(|(name, fact)| format!("In {}: {}", code(&name), lowered(&fact))).collect()
}

/// Who sets a value in a configuration.
fn fact(view: &View<'_>, checked: &Checked, path: &KeyPath, entry: &Entry) -> Option<String> {
    let node = node_at(checked, path)?;
    let single = !matches!(node.value, Value::Record(_));
    let provider = Provider::of(checked, node)?;
    let value =
        || shown::of_result(checked, path).map(|value| code(&shown::in_line(&value))).unwrap_or_default();
    Some(match provider {
        Provider::File(file, span) if file == view.document.path => {
            let here = span.range().start < entry.value.end.max(entry.key.end)
                && entry.key.start < span.range().end.max(span.range().start + 1);
            match (here, single) {
                (true, _) => "Set here".to_owned(),
                // Code may write it at another place of the same file.
                (false, true) => format!("Set in this file to {}", value()),
                (false, false) => return None,
            }
        }
        // A record is a mixture of all layers.
        _ if !single => return None,
        Provider::File(file, _) => {
            format!("Overridden by {}: {}", code(&name_of(view, &file)), value())
        }
        Provider::Library(file, _) => format!("Set by {} to {}", code(&library_name(&file)), value()),
        Provider::Default(_) => format!("Unset: the default {} applies", value()),
    })
}

fn lowered(fact: &str) -> String {
    let mut letters = fact.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}

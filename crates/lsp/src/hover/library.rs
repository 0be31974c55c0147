//! Names of the library in code.

use crate::library::name_at;
use crate::shown::code;
use crate::view::View;
use pulsarc_compiler::reference::exported;
use std::ops::Range;

/// What the library exports by the name at a byte.
pub(super) fn of(view: &View<'_>, byte: usize) -> Option<(String, Range<usize>)> {
    let (name, bytes) = name_at(view.document.checked_text(), byte)?;
    let exported = exported(&name)?;
    let presets = &view.lookup.get(&view.edge.target).reference.presets;
    let mut text = format!("**{}**\n\n{}", code(&format!("pulsar.{name}")), exported.doc);
    if let Some(sets) =
        presets.iter().find(|preset| preset.path == name).and_then(|preset| preset.sets.as_ref())
    {
        let rows = sets.iter().map(|(path, value)| format!("{path} = {value}"));
        let rows: Vec<String> = rows.collect();
        text = format!("{text}\n\nIt sets:\n\n```\n{}\n```", rows.join("\n"));
    }
    Some((text, bytes))
}

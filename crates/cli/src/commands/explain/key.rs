//! A key of the configuration: its doc, type and default, and the keys in it.

use crate::exit::Failure;
use pulsarc_compiler::reference::Reference;
use pulsarc_compiler::{Key, Kind};
use pulsarc_diag::{KeyPath, Segment, suggest};
use pulsarc_kube::write;

/// What the key at a path is, and the keys in it.
pub(super) fn about(wanted: &KeyPath) -> Result<String, Failure> {
    let depth = wanted.segments().len();
    let keys = pulsarc_compiler::keys(|path| {
        let segments = path.segments();
        (segments.len() == depth || segments.len() == depth + 1) && segments.starts_with(wanted.segments())
    });
    let Some(key) = keys.iter().find(|key| key.path == *wanted) else {
        return Err(Failure::usage(format!("unknown key {wanted}")));
    };
    let below = keys.iter().filter(|key| key.path.segments().len() == depth + 1);
    let mut text = format!("{wanted}\n\n{}\n\n  type     {}\n", key.doc, key.type_in_words());
    for detail in key.details() {
        let (name, words) = detail.named();
        text.extend([&format!("  {name:9}"), words, "\n"]);
    }
    if !key.accepts.contains(&Kind::Record) {
        text.extend(["  default  ", &default_of(key)?, "\n"]);
    }
    let below: Vec<String> = below
        .map(|key| {
            let name = key.path.last_key().unwrap_or_default();
            format!("  {name:28} {}\n", sentence(&key.doc))
        })
        .collect();
    if !below.is_empty() {
        text.extend(["\nkeys:\n", &below.concat()]);
    }
    Ok(text)
}

/// The first sentence of a doc, on one line.
pub(super) fn sentence(doc: &str) -> String {
    let first = doc.split(". ").next().unwrap_or_default().split_whitespace().collect::<Vec<_>>();
    first.join(" ").trim_end_matches('.').to_owned()
}

/// Why a path is not a key, with the nearest one.
pub(super) fn unknown(wanted: &KeyPath, reference: &Reference) -> Failure {
    let depth = wanted.segments().len();
    let keys = pulsarc_compiler::keys(|path| {
        let segments = path.segments();
        segments.len() <= depth + 1 && segments.starts_with(&wanted.segments()[..depth.min(segments.len())])
    });
    // The deepest record above that there is, and its keys.
    let above = keys.iter().filter(|key| wanted.segments().starts_with(key.path.segments()));
    let nearest = above.max_by_key(|key| key.path.segments().len());
    let place = nearest.map_or_else(KeyPath::root, |key| key.path.clone());
    if nearest.is_some_and(|key| key.open) {
        return Failure::usage(format!(
            "{wanted} has no page: {place} takes keys of your own; see `pulsarc explain {place}`"
        ));
    }
    let depth = place.segments().len();
    let siblings = pulsarc_compiler::keys(|path| {
        path.segments().len() == depth + 1 && path.segments().starts_with(place.segments())
    });
    let written = match wanted.segments().get(depth) {
        Some(Segment::Key(key)) => key.as_str(),
        _ => "",
    };
    let near = suggest::nearest(written, siblings.iter().filter_map(|key| key.path.last_key()));
    let near =
        near.map(|near| place.key(near).to_string()).or_else(|| reference.nearest(&wanted.to_string()));
    let help = near.map_or_else(
        || "a code looks like PUL0101, and a key like broker.replicaCount".to_owned(),
        |near| format!("did you mean {near}?"),
    );
    Failure::usage(format!("unknown key {wanted}: {help}"))
}

fn default_of(key: &Key) -> Result<String, Failure> {
    let Some(default) = &key.default else { return Ok("none; optional".to_owned()) };
    Ok(write::yaml(default).map_err(Failure::unwritable)?.trim_end().to_owned())
}

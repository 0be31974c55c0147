//! `pulsarc explain`: the page of a code, or of a key of the configuration.

use crate::exit::{Exit, Failure};
use crate::output::{self, By, Document};
use clap::Args;
use pulsarc_compiler::{Key, Kind};
use pulsarc_diag::{KeyPath, Segment, suggest};
use pulsarc_kube::write;

/// Explain a code such as PUL0002, or a key such as broker.replicaCount
#[derive(Debug, Args)]
pub(crate) struct Arguments {
    /// The code, or the path of a key; without one, all codes are listed
    #[arg(value_name = "CODE|PATH")]
    about: Option<String>,
}

/// Runs the command.
pub(crate) fn run(arguments: &Arguments) -> Result<Exit, Failure> {
    let codes = pulsarc_compiler::codes();
    let Some(wanted) = &arguments.about else {
        let list: String =
            codes.iter().map(|code| format!("{}  {:7}  {}\n", code.id, code.severity, code.title)).collect();
        output::print_text(&list)?;
        return Ok(Exit::Success);
    };
    if let Some(code) = codes.iter().find(|code| code.id.eq_ignore_ascii_case(wanted)) {
        output::print(Document::of(code.page, By::Program))?;
        return Ok(Exit::Success);
    }
    let number = wanted.split_at_checked(3).filter(|(letters, _)| letters.eq_ignore_ascii_case("PUL"));
    if number.is_some_and(|(_, digits)| digits.parse::<u32>().is_ok()) {
        let near = suggest::nearest(wanted, codes.iter().map(|code| code.id));
        let help = near
            .map_or_else(|| "`pulsarc explain` lists all".to_owned(), |near| format!("did you mean {near}?"));
        return Err(Failure::usage(format!("unknown code {wanted}: {help}")));
    }
    output::print_text(&about_key(wanted)?)?;
    Ok(Exit::Success)
}

/// What the key at a path is, and the keys in it.
fn about_key(path: &str) -> Result<String, Failure> {
    let wanted = KeyPath::parse(path);
    let depth = wanted.segments().len();
    let keys = pulsarc_compiler::keys(|path| {
        let segments = path.segments();
        segments.len() <= depth + 1 && segments.starts_with(&wanted.segments()[..depth.min(segments.len())])
    });
    let Some(key) = keys.iter().find(|key| key.path == wanted) else { return no_key(&wanted, &keys) };
    let below = keys.iter().filter(|key| key.path.segments().len() == depth + 1);
    let mut text = format!("{path}\n\n{}\n\n  type     {}\n", key.doc, key.type_in_words());
    if !key.accepts.contains(&Kind::Record) {
        text.extend(["  default  ", &default_of(key)?, "\n"]);
    }
    let below: Vec<String> = below
        .map(|key| {
            let name = key.path.last_key().unwrap_or_default();
            let first = key.doc.split(". ").next().unwrap_or_default().split_whitespace().collect::<Vec<_>>();
            format!("  {name:28} {}\n", first.join(" ").trim_end_matches('.'))
        })
        .collect();
    if !below.is_empty() {
        text.extend(["\nkeys:\n", &below.concat()]);
    }
    Ok(text)
}

fn no_key(wanted: &KeyPath, keys: &[Key]) -> Result<String, Failure> {
    // The deepest record above that there is, and its keys.
    let above = keys.iter().filter(|key| wanted.segments().starts_with(key.path.segments()));
    let nearest = above.max_by_key(|key| key.path.segments().len());
    let place = nearest.map_or_else(KeyPath::root, |key| key.path.clone());
    if nearest.is_some_and(|key| key.open) {
        return Err(Failure::usage(format!(
            "{wanted} has no page: {place} takes keys of your own; see `pulsarc explain {place}`"
        )));
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
    let help = near.map_or_else(
        || "a code looks like PUL0101, and a key like broker.replicaCount".to_owned(),
        |near| format!("did you mean {}?", place.key(near)),
    );
    Err(Failure::usage(format!("unknown key {wanted}: {help}")))
}

fn default_of(key: &Key) -> Result<String, Failure> {
    let Some(default) = &key.default else { return Ok("none; optional".to_owned()) };
    Ok(write::yaml(default).map_err(Failure::unwritable)?.trim_end().to_owned())
}

//! `pulsarc doc`: the reference of every key.

use crate::exit::{Exit, Failure};
use crate::heading;
use crate::output::{self, By, Document, Foreign, Mark, Single};
use crate::target;
use clap::Args;
use clap::builder::{PathBufValueParser, TypedValueParser as _};
use pulsarc_compiler::reference::{PulsarKey, Reference};
use pulsarc_diag::KeyPath;
use pulsarc_report::{Chapter, ChapterEntry};
use std::collections::BTreeMap;
use std::path::PathBuf;

/// Write the reference of all keys, as one HTML page with offline search
///
/// The keys of a configuration, Pulsar's own keys of every release line, and the presets of the library.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  pulsarc doc -o reference.html")]
pub(crate) struct Arguments {
    /// Write to this file instead of standard output
    #[arg(
        long,
        short = 'o',
        value_name = "FILE",
        value_parser = PathBufValueParser::new().try_map(output::destination::path),
        help_heading = heading::OUTPUT
    )]
    output: Option<PathBuf>,
    /// Replace the output file even if pulsarc did not write it
    #[arg(long, requires = "output", help_heading = heading::OUTPUT)]
    force: bool,
}

/// Runs the command.
pub(crate) fn run(arguments: &Arguments) -> Result<Exit, Failure> {
    let single = Single { mark: Some(Mark::PAGE), foreign: Foreign::forced(arguments.force), inputs: &[] };
    // The page takes seconds: a file that must not be replaced is named before it is made.
    if let Some(path) = &arguments.output {
        output::replaces(path, single)?;
    }
    let reference = Reference::load(&target::default()?);
    let page = pulsarc_report::reference(&pulsarc_compiler::keys(|_| true), &chapters(&reference));
    output::to_file_or_print(arguments.output.as_deref(), Document::of(page, By::Page), single)?;
    Ok(Exit::Success)
}

/// Pulsar's own keys by the block that they belong in, and the presets.
fn chapters(reference: &Reference) -> Vec<Chapter> {
    let mut blocks: BTreeMap<String, Vec<ChapterEntry>> = BTreeMap::new();
    for key in &reference.pulsar_keys {
        let Some(place) = key.places.first() else { continue };
        let entries = blocks.entry(place.parent().to_string()).or_default();
        // Two programs that read one file may have a key of one name.
        if entries.last().is_none_or(|last| Some(last.name.as_str()) != place.last_key()) {
            entries.push(of_pulsar(key, place));
        }
    }
    let mut chapters: Vec<Chapter> = blocks
        .into_iter()
        .map(|(block, entries)| Chapter {
            id: format!("pulsar-{block}"),
            title: format!("Pulsar's keys in {block}"),
            entries,
        })
        .collect();
    let presets = reference.presets.iter().map(|preset| {
        let sets = preset.sets.iter().flatten().map(|(path, value)| format!("`{path} = {value}`"));
        ChapterEntry {
            name: format!("pulsar.{}", preset.path),
            kind: if preset.sets.is_some() { "a record to merge" } else { "a function" }.to_owned(),
            facts: [preset.doc.clone()].into_iter().chain(sets).collect(),
        }
    });
    chapters.push(Chapter {
        id: "presets".to_owned(),
        title: "Presets of the library".to_owned(),
        entries: presets.collect(),
    });
    chapters
}

fn of_pulsar(key: &PulsarKey, place: &KeyPath) -> ChapterEntry {
    let mut facts =
        vec![format!("Versions {}. Dynamic: {}.", key.versions_in_words(), key.dynamic_in_words())];
    let others: Vec<String> = key.places.iter().skip(1).map(|place| format!("`{place}`")).collect();
    if !others.is_empty() {
        facts.push(format!("Also in {}.", others.join(", ")));
    }
    if key.newest().deprecated {
        facts.push("Pulsar calls it deprecated.".to_owned());
    }
    facts.extend(
        key.changes()
            .filter(|change| !change.why.is_empty())
            .map(|change| format!("{}: {}.", change.since.name(), change.why)),
    );
    ChapterEntry {
        name: place.last_key().unwrap_or(key.name).to_owned(),
        kind: format!("{}; default {}", key.type_in_words(), key.default_in_words()),
        facts,
    }
}

//! `pulsarc explain`: the page of a code, a key, a key of Pulsar's or a preset, and the search over all of them.

mod key;
mod pulsar_key;
mod search;

use crate::exit::{Exit, Failure};
use crate::output::{self, By, Document};
use crate::target;
use clap::Args;
use pulsarc_compiler::reference::{Preset, Reference, Topic};
use pulsarc_diag::{KeyPath, suggest};
use std::fmt::Write as _;

/// Explain a code, a key of the configuration, a key of Pulsar's or a preset, or search for words
///
/// A code is PUL0002, a key broker.replicaCount or the end of it, a key of Pulsar's managedLedgerDefaultEnsembleSize, and a
/// preset production. Everything else is searched for in all of them; several words must all be there.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  pulsarc explain PUL0101\n  pulsarc explain broker.replicaCount\n  pulsarc explain managedLedgerDefaultEnsembleSize\n  pulsarc explain production\n  pulsarc explain toleration bookie"
)]
pub(crate) struct Arguments {
    /// A code, a key, a preset, or words to search for; without one, all codes are listed
    #[arg(value_name = "CODE|KEY|PRESET|WORD")]
    about: Vec<String>,
}

/// Runs the command.
pub(crate) fn run(arguments: &Arguments) -> Result<Exit, Failure> {
    let codes = pulsarc_compiler::codes();
    let wanted = match arguments.about.as_slice() {
        [] => {
            let list: String = codes
                .iter()
                .map(|code| format!("{}  {:7}  {}\n", code.id, code.severity, code.title))
                .collect();
            output::print_text(&list)?;
            return Ok(Exit::Success);
        }
        [one] if !one.contains(' ') => one,
        words => return search::run(&reference()?, words)?.ok_or_else(|| nothing(words)),
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
    let reference = reference()?;
    let topics = reference.named(wanted);
    if !topics.is_empty() {
        output::print_text(&page(wanted, &topics)?)?;
        return Ok(Exit::Success);
    }
    // A path is not searched for: its mistake has a better answer.
    if !wanted.contains('.')
        && let Some(exit) = search::run(&reference, std::slice::from_ref(wanted))?
    {
        return Ok(exit);
    }
    Err(key::unknown(&KeyPath::read(wanted), &reference))
}

/// All that can be explained. Nothing in it depends on the target but defaults.
fn reference() -> Result<Reference, Failure> {
    Ok(Reference::load(&target::default()?))
}

fn nothing(words: &[String]) -> Failure {
    Failure::usage(format!("nothing has all of these words: {}; try fewer", words.join(" ")))
}

/// As many keys of Pulsar's as are explained one after the other.
const SHOWN: usize = 3;

/// What a name stands for: the page of one thing, or the places of several.
fn page(name: &str, topics: &[Topic<'_>]) -> Result<String, Failure> {
    let pulsar: Vec<_> = topics
        .iter()
        .filter_map(|topic| match topic {
            Topic::PulsarKey(key) => Some(*key),
            _ => None,
        })
        .collect();
    // What the contract says of a key of Pulsar's is a part of its page.
    let own = topics.iter().filter_map(|topic| match topic {
        Topic::Key(path) => Some(path),
        _ => None,
    });
    let keys: Vec<&KeyPath> = own.collect();
    match (keys.as_slice(), pulsar.as_slice(), topics) {
        (_, _, [Topic::Preset(preset)]) => Ok(about_preset(preset)),
        (_, _, [Topic::Code(code)]) => Ok(code.page.to_owned()),
        ([path], [], _) => key::about(path),
        ([path], [key], _) => Ok(format!("{}\n{}", key::about(path)?, pulsar_key::facts(key))),
        ([], some, _) if !some.is_empty() && some.len() <= SHOWN => {
            let pages = some.iter().map(|key| pulsar_key::about(key));
            Ok(pages.collect::<Vec<_>>().join("\n"))
        }
        _ => Ok(several(name, topics)),
    }
}

/// Where each of several things of one name is.
fn several(name: &str, topics: &[Topic<'_>]) -> String {
    let paths: Vec<&KeyPath> = topics
        .iter()
        .filter_map(|topic| if let Topic::Key(path) = topic { Some(path) } else { None })
        .collect();
    let described = pulsarc_compiler::keys(|path| paths.contains(&path));
    let mut lines = Vec::new();
    for topic in topics {
        match topic {
            Topic::Key(path) => {
                let doc = described.iter().find(|key| key.path == *path).map_or("", |key| key.doc.as_str());
                lines.push((path.to_string(), key::sentence(doc)));
            }
            Topic::PulsarKey(key) => lines.extend(
                key.places
                    .iter()
                    .map(|place| (place.to_string(), format!("{}'s own key", pulsar_key::reader(key)))),
            ),
            Topic::Preset(preset) => {
                lines.push((format!("pulsar.{}", preset.path), key::sentence(&preset.doc)));
            }
            Topic::Code(code) => lines.push((code.id.to_owned(), code.title.to_owned())),
        }
    }
    let width = lines.iter().map(|(place, _)| place.len()).max().unwrap_or_default();
    let mut text = format!("{name} is in {} places:\n\n", lines.len());
    for (place, about) in lines {
        let _ = writeln!(text, "  {}", format!("{place:width$}  {about}").trim_end());
    }
    text.push_str("\n`pulsarc explain PLACE` explains one of them.\n");
    text
}

fn about_preset(preset: &Preset) -> String {
    let mut text = format!("pulsar.{}\n\n{}\n", preset.path, preset.doc.replace('`', ""));
    match &preset.sets {
        Some(sets) => {
            text.push_str("\nsets:\n");
            for (path, value) in sets {
                let _ = writeln!(text, "  {path} = {value}");
            }
            let _ = write!(
                text,
                "\nuse:\n  let pulsar = import \"pulsar.ncl\" in\n  pulsar.{} & {{ clusterName = \"orders\" }}\n",
                preset.path
            );
        }
        None => {
            let _ = write!(
                text,
                "\nIt is a function: what it sets depends on its argument.\n\nuse:\n  let pulsar = import \"pulsar.ncl\" in\n  (pulsar.{} \"ARGUMENT\") & {{ clusterName = \"orders\" }}\n",
                preset.path
            );
        }
    }
    text
}

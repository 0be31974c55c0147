//! Pulsar's own keys in `configData`, of the release that the component runs, and their values.

use super::Asked;
use super::answer::{About, Answer, Group, Shape, shortened};
use super::values::about;
use lsp_types::CompletionItemKind;
use pulsarc_catalogue::{Key, Kind, PREFIX, Release, Version, effective_default, unprefixed};
use pulsarc_compiler::DEFAULT_PULSAR_VERSION;
use pulsarc_compiler::reference::{PulsarKey, Reader};
use pulsarc_diag::KeyPath;
use std::collections::BTreeSet;

/// The reader of a `configData`.
pub(super) fn reader<'a>(asked: &'a Asked<'_>, record: &KeyPath) -> Option<&'a Reader> {
    asked.loaded.reference.readers.iter().find(|reader| reader.config_data == *record)
}

/// The release that the pods of a reader run, as the configuration was last checked.
pub(super) fn release(asked: &Asked<'_>, reader: &Reader) -> Option<Release> {
    let mut checked = asked.view.checked.iter();
    let release = checked.find_map(|checked| checked.built.release(&checked.target, &reader.image));
    release.or_else(|| Release::of_tag(DEFAULT_PULSAR_VERSION))
}

/// What a line says of a key.
fn of_line(key: &PulsarKey, line: Version) -> Option<&'static Key> {
    key.lines.iter().find(|(of, _)| *of == line).map(|(_, key)| *key)
}

/// What a key is called in a `configData`, if its program reads that.
fn name_in<'k>(key: &'k PulsarKey, record: &KeyPath) -> Option<&'k str> {
    let within =
        |place: &&KeyPath| place.segments().split_last().is_some_and(|(_, above)| above == record.segments());
    key.places.iter().find(within)?.last_key()
}

/// The keys of a `configData` that Pulsar has, but not in the release that the component runs.
pub(super) fn foreign<'a>(asked: &'a Asked<'_>, record: &KeyPath) -> BTreeSet<&'a str> {
    let release = reader(asked, record).and_then(|reader| release(asked, reader));
    let Some(release) = release else { return BTreeSet::new() };
    let (mut own, mut foreign) = (BTreeSet::new(), BTreeSet::new());
    for key in &asked.loaded.reference.pulsar_keys {
        let Some(name) = name_in(key, record) else { continue };
        // Another program in the same pods may have a key of the same name.
        if of_line(key, release.line).is_some() {
            own.insert(name)
        } else {
            foreign.insert(name)
        };
    }
    foreign.retain(|name| !own.contains(name));
    foreign
}

/// Adds the keys that the programs of a block read.
pub(super) fn add_keys(asked: &Asked<'_>, record: &KeyPath, answer: &mut Answer<'_>) {
    let Some(reader) = reader(asked, record) else { return };
    let Some(release) = release(asked, reader) else { return };
    let has = asked.has(record);
    // Whoever has begun to write the image's prefix goes on with it.
    let typed = asked.cursor.typed(asked.text);
    let prefix = if typed.len() > 1
        && reader.prefix.is_empty()
        && PREFIX.starts_with(typed.get(..PREFIX.len()).unwrap_or(typed))
    {
        PREFIX
    } else {
        ""
    };
    for key in &asked.loaded.reference.pulsar_keys {
        let Some(name) = name_in(key, record) else { continue };
        let Some(of_line) = of_line(key, release.line) else { continue };
        if !has(name) && !has(&format!("{PREFIX}{name}")) {
            answer.key(&format!("{prefix}{name}"), shape(of_line), about_key(key, of_line, release.line));
        }
    }
    for variable in reader.jvm_variables.iter().filter(|variable| !has(variable)) {
        let about = about(CompletionItemKind::VARIABLE, "options of the JVM", Group::Other);
        answer.key(variable, Shape::Text, about);
    }
}

fn shape(key: &Key) -> Shape {
    match key.kind {
        Kind::Int | Kind::Long | Kind::Double | Kind::Bool => Shape::Single,
        Kind::Enum(_) | Kind::List | Kind::Map | Kind::Block(_) | Kind::Resources | Kind::Text => Shape::Text,
    }
}

fn about_key(key: &PulsarKey, of_line: &Key, line: Version) -> About {
    let default = match effective_default(of_line) {
        "" => "No default.".to_owned(),
        "auto" => "The default follows the machine.".to_owned(),
        value => format!("Default: `{value}`"),
    };
    let deprecated = if of_line.deprecated { "Deprecated.\n\n" } else { "" };
    let program = key.program.name();
    About {
        kind: CompletionItemKind::FIELD,
        detail: shortened(key.type_in_words()),
        doc: format!(
            "{deprecated}A key of Pulsar {}, program `{program}`.\n\n{default}\n\nDynamic: {}.",
            line.name(),
            key.dynamic_in_words()
        ),
        group: if of_line.deprecated { Group::Last } else { Group::Other },
    }
}

/// Adds the values of a key of Pulsar's.
pub(super) fn add_values(asked: &Asked<'_>, path: &KeyPath, answer: &mut Answer<'_>) {
    let record = path.parent();
    let Some(reader) = reader(asked, &record) else { return };
    let Some(release) = release(asked, reader) else { return };
    let Some(written) = path.last_key() else { return };
    let name = unprefixed(written).unwrap_or(written);
    let wanted = record.key(name);
    let keys = asked.loaded.reference.pulsar_keys.iter().filter(|key| key.places.contains(&wanted));
    for key in keys.filter_map(|key| of_line(key, release.line)) {
        let default = effective_default(key);
        let detail = |value: &str| {
            if value == default { format!("default in {}", release.line.name()) } else { String::new() }
        };
        let member = |value: &str| about(CompletionItemKind::ENUM_MEMBER, detail(value), Group::First);
        match &key.kind {
            Kind::Bool => {
                for word in ["true", "false"] {
                    single(asked, word, member(word), answer);
                }
            }
            Kind::Enum(words) => {
                for word in words {
                    answer.text(word, member(word));
                }
            }
            Kind::Int | Kind::Long | Kind::Double if !matches!(default, "" | "auto") => {
                single(asked, default, member(default), answer);
            }
            _ if !matches!(default, "" | "auto") => answer.text(default, member(default)),
            _ => {}
        }
    }
}

/// Adds a number or a switch: in quotes where quotes are.
fn single(asked: &Asked<'_>, word: &str, about: About, answer: &mut Answer<'_>) {
    if asked.cursor.quote.is_some() {
        answer.text(word, about);
    } else {
        answer.bare(word, about);
    }
}

//! Values of keys of the contract: what they accept, defaults, units, images and services.

use super::Asked;
use super::answer::{About, Answer, Group};
use crate::cursor::is_item;
use lsp_types::CompletionItemKind;
use pulsarc_catalogue::Version;
use pulsarc_compiler::{DEFAULT_PULSAR_VERSION, Key, Kind, PULSAR_LINES};
use pulsarc_diag::KeyPath;
use serde_json::Value;

/// Adds the values that a setting can have.
pub(super) fn add(asked: &Asked<'_>, path: &KeyPath, answer: &mut Answer<'_>) {
    if is_item(path) {
        return;
    }
    if let Some(key) = asked.loaded.keys.get(path) {
        accepted(asked, key, answer);
        units(asked, key, answer);
        default(key, answer);
    }
    images(asked, path, answer);
    services(asked, path, answer);
}

/// A value with what it is.
pub(super) fn about(kind: CompletionItemKind, detail: impl Into<String>, group: Group) -> About {
    About { kind, detail: detail.into(), doc: String::new(), group }
}

fn accepted(asked: &Asked<'_>, key: &Key, answer: &mut Answer<'_>) {
    let is_default = |value: Value| if key.default.as_ref() == Some(&value) { "default" } else { "" };
    for choice in &key.choices {
        let detail = is_default(Value::from(choice.as_str()));
        answer.choice(choice, about(CompletionItemKind::ENUM_MEMBER, detail, Group::First));
    }
    let accepts = |kind| key.accepts.contains(&kind);
    // Whoever takes any single value takes these too, but they are seldom meant.
    let switch = accepts(Kind::Switch) && !accepts(Kind::Number);
    for word in [true, false].into_iter().filter(|_| switch) {
        answer.bare(
            &word.to_string(),
            about(CompletionItemKind::VALUE, is_default(Value::from(word)), Group::First),
        );
    }
    // On a line of its own, a key is written rather than a record or list in brackets.
    if asked.cursor.key.is_some() {
        return;
    }
    if accepts(Kind::Null) {
        answer.bare("null", about(CompletionItemKind::VALUE, "removes the default", Group::Other));
    }
    if accepts(Kind::Record) && !accepts(Kind::Text) {
        answer.bare("{}", about(CompletionItemKind::VALUE, "an empty map", Group::Other));
    }
    if accepts(Kind::List) && !accepts(Kind::Text) {
        answer.bare("[]", about(CompletionItemKind::VALUE, "an empty list", Group::Other));
    }
}

/// Adds the default of a key.
fn default(key: &Key, answer: &mut Answer<'_>) {
    let detail = || about(CompletionItemKind::VALUE, "default", Group::Usual);
    match &key.default {
        Some(Value::String(text)) if !text.is_empty() && !text.contains('\n') => answer.text(text, detail()),
        Some(Value::Number(number)) => answer.bare(&number.to_string(), detail()),
        _ => {}
    }
}

/// The units of sizes and of processors, and those of durations, with what they mean.
const SIZES: [(&str, &str); 3] = [("Mi", "mebibytes"), ("Gi", "gibibytes"), ("Ti", "tebibytes")];
const PROCESSORS: [(&str, &str); 1] = [("m", "thousandths of a processor")];
const DURATIONS: [(&str, &str); 4] = [("s", "seconds"), ("m", "minutes"), ("h", "hours"), ("d", "days")];

/// Adds units after a number.
fn units(asked: &Asked<'_>, key: &Key, answer: &mut Answer<'_>) {
    let typed = asked.text.get(asked.cursor.word.clone()).unwrap_or_default();
    let digits = typed.trim_end_matches(|sign: char| sign.is_ascii_alphabetic());
    if digits.is_empty() || !digits.chars().all(|sign| sign.is_ascii_digit() || sign == '.') {
        return;
    }
    let units: &[(&str, &str)] = match () {
        () if key.contract.contains("Quantity") && key.path.last_key() == Some("cpu") => &PROCESSORS,
        () if key.contract.contains("Quantity") => &SIZES,
        () if key.contract.contains("Duration") => &DURATIONS,
        () => return,
    };
    for (unit, meaning) in units {
        answer.text(&format!("{digits}{unit}"), about(CompletionItemKind::UNIT, *meaning, Group::First));
    }
}

/// Adds tags and repositories of Pulsar's images.
fn images(asked: &Asked<'_>, path: &KeyPath, answer: &mut Answer<'_>) {
    let (Some(last), parent) = (path.last_key(), path.parent()) else { return };
    let of_pulsar = asked.loaded.reference.readers.iter().any(|reader| {
        // Not every program whose keys are known is in an image of Pulsar's.
        !reader.programs.is_empty() && reader.image == parent
    });
    if last == "defaultPulsarImageTag" || last == "tag" && of_pulsar {
        answer.text(
            DEFAULT_PULSAR_VERSION,
            about(CompletionItemKind::CONSTANT, "default release", Group::First),
        );
        for line in PULSAR_LINES.into_iter().rev() {
            let support = if line.is_lts() { ", long-term support" } else { "" };
            let detail = format!("Pulsar {}, Java {}{support}", line.name(), line.java().name());
            answer.text(line.read_from(), about(CompletionItemKind::CONSTANT, detail, Group::Usual));
        }
    }
    if last == "defaultPulsarImageRepository" || last == "repository" && of_pulsar {
        for line in Version::ALL {
            for repository in line.images() {
                answer.text(repository, about(CompletionItemKind::CONSTANT, "Pulsar", Group::First));
            }
        }
    }
}

/// The ends of keys that hold the name of a host or an address.
const HOSTS: [&str; 9] =
    ["url", "urls", "uri", "host", "hosts", "hostname", "servers", "address", "connectstring"];

/// Adds the services of the cluster where an address is written.
fn services(asked: &Asked<'_>, path: &KeyPath, answer: &mut Answer<'_>) {
    let last = path.last_key().unwrap_or_default().to_ascii_lowercase();
    if !HOSTS.iter().any(|end| last.ends_with(end)) {
        return;
    }
    for checked in &asked.view.checked {
        for service in checked.built.service_names(&checked.target) {
            let ports: Vec<String> = service.ports.iter().map(ToString::to_string).collect();
            let detail = format!("service, ports {}", ports.join(", "));
            answer.text(&service.name, about(CompletionItemKind::REFERENCE, detail, Group::Other));
        }
    }
}

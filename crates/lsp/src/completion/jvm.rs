//! Options of a JVM, of the Java that the component's image has.

use super::Asked;
use super::answer::{About, Answer, Group};
use super::pulsar::{reader, release};
use super::values::about;
use crate::cursor::Style;
use crate::outline::unquoted;
use lsp_types::CompletionItemKind;
use pulsarc_catalogue::jvm::{JavaVersion, Status, Type, VmOption, names, option};
use pulsarc_compiler::reference::Reader;
use pulsarc_diag::advice::{Literal, Syntax};
use pulsarc_diag::{KeyPath, Segment};
use std::ops::Range;

/// Arguments that are no `-XX` options, with their meanings.
const ARGUMENTS: [(&str, &str); 8] = [
    ("-Xms", "heap at the start"),
    ("-Xmx", "most heap"),
    ("-Xss", "stack of a thread"),
    ("-Xlog:", "what the JVM logs"),
    ("-D", "a system property"),
    ("-XX:", "an option with a value"),
    ("-XX:+", "switches an option on"),
    ("-XX:-", "switches an option off"),
];
/// The units of sizes, with their meanings.
const UNITS: [(&str, &str); 2] = [("m", "mebibytes"), ("g", "gibibytes")];

/// The keys of a block that hold variables of a container.
const ENVIRONMENT: [&str; 3] = ["extraEnvs", "extraEnv", "env"];

/// The variable whose value is at a path, and whoever reads it: one of `configData`, or of the container's environment.
fn variable<'a>(asked: &'a Asked<'_>, path: &KeyPath) -> Option<(&'a Reader, String)> {
    let parent = path.parent();
    if let Some(reader) = reader(asked, &parent) {
        return Some((reader, path.last_key()?.to_owned()));
    }
    let environment = parent.parent();
    let is_value = path.last_key() == Some("value");
    let is_environment = environment.last_key().is_some_and(|key| ENVIRONMENT.contains(&key));
    let reader =
        reader(asked, &environment.parent().key("configData")).filter(|_| is_value && is_environment)?;
    let name = match parent.segments().last()? {
        Segment::Key(name) => name.clone(),
        Segment::Index(_) => {
            let item = asked.outline.within(&parent);
            let name = item.into_iter().find(|entry| entry.name() == Some("name"))?;
            unquoted(asked.text.get(name.value.clone())?)
        }
    };
    Some((reader, name))
}

/// Adds options where a variable with options is written.
pub(super) fn add(asked: &Asked<'_>, answer: &mut Answer<'_>) {
    let Some(value) = &asked.cursor.value else { return };
    let Some((reader, variable)) = variable(asked, &value.path) else { return };
    if !reader.jvm_variables.contains(&variable.as_str()) {
        return;
    }
    let Some(release) = release(asked, reader) else { return };
    let java = release.java.unwrap_or_else(|| release.line.java());
    let writing = Writing::at(asked, value.start);
    if let Some((sign, name)) = writing.xx(asked.text) {
        for name in names(java) {
            add_option(java, name, sign, &writing, answer);
        }
        if sign.is_empty() && name.contains('=') {
            writing.add_units(asked.text, answer);
        }
        return;
    }
    writing.add_units(asked.text, answer);
    for (argument, meaning) in ARGUMENTS {
        writing.add(argument, about(CompletionItemKind::KEYWORD, meaning, Group::First), answer);
    }
}

fn add_option(java: JavaVersion, name: &str, sign: &str, writing: &Writing, answer: &mut Answer<'_>) {
    let Status::Known(VmOption { kind, value, deprecation, .. }) = option(java, name) else { return };
    let written = match (value, sign) {
        (Type::Switch, "-") => format!("-XX:-{name}"),
        (Type::Switch, _) => format!("-XX:+{name}"),
        (_, "") => format!("-XX:{name}="),
        _ => return,
    };
    let detail = match kind.unlock() {
        Some(switch) => format!("Java {}, after {switch}", java.name()),
        None => format!("Java {}", java.name()),
    };
    let group = match (deprecation, kind.unlock()) {
        (Some(_), _) => Group::Last,
        (None, Some(_)) => Group::Other,
        (None, None) => Group::Usual,
    };
    writing.add(&written, about(CompletionItemKind::KEYWORD, detail, group), answer);
}

/// The option that is being written.
struct Writing {
    bytes: Range<usize>,
    /// What comes before and after an option that no text is around.
    quotes: Option<Syntax>,
    space: bool,
}

impl Writing {
    fn at(asked: &Asked<'_>, value: usize) -> Self {
        let cursor = &asked.cursor;
        let ends = |sign: char| sign.is_whitespace() || matches!(sign, '"' | '\'');
        let before = asked.text.get(value..cursor.byte).unwrap_or_default();
        let start = before.rfind(ends).map_or(value, |at| value + at + 1).min(cursor.byte);
        let after = asked.text.get(cursor.byte..).unwrap_or_default();
        let end = cursor.byte + after.find(ends).unwrap_or(after.len());
        let bare = start == value;
        let quotes = match () {
            () if bare && asked.is_nickel() => Some(Syntax::Nickel),
            () if bare && cursor.style == Style::Json => Some(Syntax::Json),
            () => None,
        };
        // A comma or bracket after an option without quotes is not a part of it.
        let end = if quotes.is_some() { cursor.byte } else { end };
        Self { bytes: start..end, quotes, space: cursor.space }
    }

    /// The sign and the name of a `-XX` option.
    fn xx<'t>(&self, text: &'t str) -> Option<(&'t str, &'t str)> {
        let name = text.get(self.bytes.clone())?.strip_prefix("-XX:")?;
        let sign = usize::from(name.starts_with(['+', '-']));
        name.split_at_checked(sign)
    }

    /// Adds the units of a size after its digits.
    fn add_units(&self, text: &str, answer: &mut Answer<'_>) {
        let typed = text.get(self.bytes.clone()).unwrap_or_default();
        let sized = ["-Xms", "-Xmx", "-Xmn", "-Xss"].iter().any(|name| typed.starts_with(name))
            || typed.contains("Size=");
        if sized && typed.ends_with(|sign: char| sign.is_ascii_digit()) {
            for (unit, meaning) in UNITS {
                self.add(
                    &format!("{typed}{unit}"),
                    about(CompletionItemKind::UNIT, meaning, Group::First),
                    answer,
                );
            }
        }
    }

    fn add(&self, option: &str, about: About, answer: &mut Answer<'_>) {
        let written = match self.quotes {
            Some(syntax) => Literal::from(option).written(syntax),
            None => option.to_owned(),
        };
        let space = if self.space { " " } else { "" };
        answer.replacing(
            self.bytes.clone(),
            option,
            option.to_owned(),
            &format!("{space}{written}"),
            false,
            about,
        );
    }
}

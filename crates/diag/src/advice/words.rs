//! Advice in words: one line, or a paragraph with settings to paste.

use super::literal::{Literal, Syntax};
use super::snippet::in_nickel;
use super::{Advice, Edit};
use crate::KeyPath;

/// Alternatives in one line: "write a.b: true, or remove c". Settings have their dotted paths; `own` is the setting
/// that the finding is about.
pub fn sentence(alternatives: &[Advice], own: Option<&KeyPath>, syntax: Syntax) -> String {
    if let [Advice { edits, words, .. }] = alternatives
        && let [Edit::Move { from, to }] = edits.as_slice()
        && from.parent() == to.parent()
        && words.is_empty()
    {
        return format!("did you mean `{}`?", to.last_key().unwrap_or_default());
    }
    let mut clauses: Vec<String> = Vec::new();
    let mut verb = "";
    for advice in alternatives {
        let mut parts: Vec<String> = Vec::new();
        for edit in &advice.edits {
            let (action, object) = in_words(edit, own, syntax);
            // The verb of several settings is written once.
            parts.push(if action == verb { object } else { format!("{action} {object}") });
            verb = action;
        }
        if parts.is_empty() {
            verb = "";
        }
        let edits = parts.join(" and ");
        let space = if advice.words.starts_with([',', ':', ';']) { "" } else { " " };
        clauses.push([edits.as_str(), &advice.words].join(space).trim().to_owned());
    }
    clauses.join(", or ")
}

/// An edit as a verb and its object.
fn in_words(edit: &Edit, own: Option<&KeyPath>, syntax: Syntax) -> (&'static str, String) {
    match edit {
        Edit::Set { path, value } => ("write", setting(path, value, syntax)),
        Edit::Remove { path } if own == Some(path) => ("remove", "it".to_owned()),
        Edit::Remove { path } => ("remove", path.to_string()),
        Edit::Move { from, to } if from.parent() == to.parent() => {
            ("rename", format!("it to `{}`", to.last_key().unwrap_or_default()))
        }
        Edit::Move { to, .. } => ("move", format!("it to {to}")),
    }
}

fn setting(path: &KeyPath, value: &Literal, syntax: Syntax) -> String {
    match syntax {
        Syntax::Nickel => format!("{} = {}", in_nickel(path), value.written(syntax)),
        Syntax::Yaml | Syntax::Json => format!("{path}: {}", value.written(Syntax::Yaml)),
    }
}

/// Alternatives for a terminal: settings nested as they are pasted into the file, unless they are at the user's own line.
pub fn paragraph(alternatives: &[Advice], own: Option<&KeyPath>, syntax: Syntax) -> String {
    let nested = |advice: &Advice| {
        let settings = advice.settings();
        let elsewhere = settings.iter().any(|(path, _)| Some(*path) != own);
        (syntax != Syntax::Nickel && elsewhere).then(|| advice.snippet(syntax)).flatten()
    };
    if alternatives.iter().all(|advice| nested(advice).is_none()) {
        return sentence(&at_line(alternatives, own, syntax), own, syntax);
    }
    let mut lines: Vec<String> = Vec::new();
    for (at, advice) in alternatives.iter().enumerate() {
        let or = if at > 0 { "or " } else { "" };
        let Some(snippet) = nested(advice) else {
            let one = at_line(std::slice::from_ref(advice), own, syntax);
            lines.push(format!("{or}{}", sentence(&one, own, syntax)));
            continue;
        };
        let mut snippet: Vec<String> = snippet.lines().map(|line| format!("  {line}")).collect();
        if let Some(aim) = advice.words.strip_prefix("to ") {
            lines.push(format!("{or}to {aim}, write:"));
        } else {
            lines.push(format!("{or}write:"));
            let note = advice.words.trim_start_matches([',', ':', ';', ' ']);
            if let Some(last) = snippet.last_mut().filter(|_| !note.is_empty()) {
                last.push_str("  # ");
                last.push_str(note);
            }
        }
        lines.extend(snippet);
    }
    lines.join("\n")
}

/// Advice about the user's own line of YAML names the key alone: the line shows where it is.
fn at_line(alternatives: &[Advice], own: Option<&KeyPath>, syntax: Syntax) -> Vec<Advice> {
    let mut alternatives = alternatives.to_vec();
    if syntax == Syntax::Nickel {
        return alternatives;
    }
    let edits = alternatives.iter_mut().flat_map(|advice| &mut advice.edits);
    for edit in edits {
        if let Edit::Set { path, .. } = edit
            && Some(&*path) == own
            && let Some(key) = path.last_key()
        {
            *path = KeyPath::root().key(key);
        }
    }
    alternatives
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::advice::{otherwise, remove, write};

    fn stores() -> Vec<Advice> {
        vec![
            write("components.zookeeper", false).purpose("to use Oxia"),
            write("components.oxia", false),
            remove("oxia"),
            otherwise("use another cluster"),
        ]
    }

    #[test]
    fn a_sentence_has_the_syntax_of_its_file() {
        let own = KeyPath::parse("oxia");
        assert_eq!(
            sentence(&stores(), Some(&own), Syntax::Yaml),
            "write components.zookeeper: false to use Oxia, or components.oxia: false, or remove it, or use another cluster"
        );
        assert_eq!(
            sentence(&stores(), None, Syntax::Nickel),
            "write components.zookeeper = false to use Oxia, or components.oxia = false, or remove oxia, or use another cluster"
        );
    }

    #[test]
    fn a_paragraph_nests_settings_of_yaml() {
        let both = [write("a.b", true).and("a.c", "x y"), remove("d")];
        let own = KeyPath::parse("d");
        assert_eq!(
            paragraph(&both, Some(&own), Syntax::Yaml),
            "write:\n  a:\n    b: true\n    c: \"x y\"\nor remove it"
        );
        assert_eq!(
            paragraph(&both, Some(&own), Syntax::Nickel),
            "write a.b = true and a.c = \"x y\", or remove it"
        );
        let own = KeyPath::parse("broker.replicaCount");
        assert_eq!(
            paragraph(&[write(&own, 3)], Some(&own), Syntax::Yaml),
            "write replicaCount: 3",
            "the line shows where it is"
        );
    }

    #[test]
    fn keys_are_quoted_where_their_file_needs_it() {
        let path = KeyPath::parse("broker.annotations").key("prometheus.io/scrape");
        let advice = write(&path, "true");
        assert_eq!(
            advice.snippet(Syntax::Nickel).as_deref(),
            Some("broker.annotations.\"prometheus.io/scrape\" = \"true\",\n")
        );
        assert_eq!(
            advice.snippet(Syntax::Yaml).as_deref(),
            Some("broker:\n  annotations:\n    prometheus.io/scrape: \"true\"\n")
        );
    }
}

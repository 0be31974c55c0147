//! Secrets are redacted in sources and messages, before anything leaves this crate.

use super::find::{Part, Rule, Whose, in_key, in_one, secrets};
use super::message::unquoted;
use crate::codes::{DUPLICATE_KEY, HIDDEN_VALUE};
use crate::nickel::embedded::EMBEDDED;
use crate::outcome::Evaluated;
use crate::read::layers::{Format, Later, Layer, Stack};
use crate::read::overlay::Overlay;
use crate::read::set;
use crate::table::marked::{Marks, is_marked_somewhere};
use pulsarc_diag::secrets::{Syntax, in_comments, in_source};
use pulsarc_diag::{Diagnostic, Findings, HIDDEN, KeyPath, Segment, SourceId, Sources, Span};
use pulsarc_model::{Node, Number, Origin, Value};
use std::collections::{BTreeMap, BTreeSet};

/// Redacts the secrets of an evaluation in its sources and messages.
pub(crate) fn cover(layers: &[Layer], stack: Option<&Stack>, evaluated: &mut Evaluated) {
    let mut seen: BTreeSet<_> = BTreeSet::new();
    // Of two values under one key the tree has one alone.
    let twice = |source| evaluated.findings.iter().any(|found| is_twice(found, source));
    let trees: Vec<(SourceId, Vec<&Node>)> = stack.into_iter().flat_map(read).collect();
    seen.extend(trees.iter().map(|(source, _)| *source).filter(|source| !twice(*source)));
    let syntaxes: BTreeMap<&str, Syntax> =
        layers.iter().map(|layer| (layer.name.as_str(), of_format(&layer.format))).collect();
    let sources = &mut evaluated.sources;
    let scanned = scan_texts(sources, |source, name| {
        let known = syntaxes.get(name).copied().unwrap_or_else(|| syntax(name));
        // An assignment is one line, with the key in front of its value.
        let is_read = seen.contains(&source) && known != Syntax::Assignment;
        if is_read { Scan::Comments(known) } else { Scan::Whole(known) }
    });
    let assigned = assigned(stack, sources);
    for node in trees.iter().flat_map(|(_, nodes)| nodes.iter().copied()).chain([&assigned]) {
        cover_tree(node, Some(Marks::root()), sources);
    }
    if let Some(tree) = &evaluated.tree {
        cover_tree(tree, Some(Marks::root()), sources);
        hidden_values(tree, &mut KeyPath::root(), &mut evaluated.findings);
    }
    cover_scanned(scanned, sources);
    redact(&mut evaluated.findings, sources);
}

fn is_twice(found: &Diagnostic, source: SourceId) -> bool {
    found.code == &DUPLICATE_KEY && found.span.is_some_and(|span| span.source == source)
}

/// Redacts the secrets of an evaluation without the cluster's contract: by names only.
pub(crate) fn cover_alone(evaluated: &mut Evaluated) {
    let scanned = scan_texts(&evaluated.sources, |_, name| Scan::Whole(syntax(name)));
    if let Some(tree) = &evaluated.tree {
        cover_tree(tree, None, &mut evaluated.sources);
    }
    cover_scanned(scanned, &mut evaluated.sources);
    redact(&mut evaluated.findings, &mut evaluated.sources);
}

/// Redacts secrets in texts about which nothing else is known.
pub(crate) fn cover_by_names(sources: &mut Sources) {
    let scanned = scan_texts(sources, |_, name| Scan::Whole(syntax(name)));
    cover_scanned(scanned, sources);
}

/// Redacts secrets in documents, and in the text that they were read from.
pub(crate) fn cover_documents(nodes: &[Node], sources: &mut Sources, findings: &mut Findings) {
    let is_broken = nodes.is_empty() || findings.has_errors();
    let scanned = if is_broken { scan_texts(sources, |_, _| Scan::Whole(Syntax::Yaml)) } else { Vec::new() };
    for node in nodes {
        cover_tree(node, None, sources);
    }
    cover_scanned(scanned, sources);
    redact(findings, sources);
}

/// The layers of a stack that were read as data, each with its text.
fn read(stack: &Stack) -> impl Iterator<Item = (SourceId, Vec<&Node>)> {
    let mut all: BTreeMap<_, Vec<&Node>> = BTreeMap::new();
    for later in &stack.later {
        if let Later::Data(source, node) = later {
            all.entry(*source).or_default().push(node);
        }
    }
    for (source, node) in &stack.apart {
        all.entry(*source).or_default().push(node);
    }
    all.into_iter()
}

/// What the assignments of a stack say together, right or wrong.
fn assigned(stack: Option<&Stack>, sources: &Sources) -> Node {
    let mut overlay = Overlay::new();
    for later in stack.iter().flat_map(|stack| &stack.later) {
        if let Later::Set(source) = later {
            set::apply(*source, sources, &mut overlay, &mut Findings::default());
        }
    }
    overlay.data
}

fn of_format(format: &Format) -> Syntax {
    match format {
        Format::Nickel(_) | Format::Record(_) => Syntax::Nickel,
        Format::Yaml => Syntax::Yaml,
        Format::Set => Syntax::Assignment,
    }
}

fn syntax(name: &str) -> Syntax {
    let ending =
        |wanted: &str| name.rsplit('.').next().is_some_and(|ending| ending.eq_ignore_ascii_case(wanted));
    if ending("ncl") || name.starts_with('<') { Syntax::Nickel } else { Syntax::Yaml }
}

/// How much of a text is looked at for secrets by the names before them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Scan {
    /// All of it.
    Whole(Syntax),
    /// Its comments: its values were read, and are known better.
    Comments(Syntax),
}

/// Secrets in the texts by the names before them, each with its place.
///
/// The texts are scanned as the user wrote them: a name that is already redacted marks no value behind it.
fn scan_texts(sources: &Sources, scan: impl Fn(SourceId, &str) -> Scan) -> Vec<(Span, String)> {
    let mut found = Vec::new();
    for (id, source) in sources.iter().filter(|(_, source)| source.users) {
        let ranges = match scan(id, &source.name) {
            Scan::Whole(syntax) => in_source(&source.text, syntax, is_marked_somewhere),
            Scan::Comments(syntax) => in_comments(&source.text, syntax, is_marked_somewhere),
        };
        found.extend(
            ranges.into_iter().map(|range| (Span::new(id, range.clone()), source.text[range].to_owned())),
        );
    }
    found
}

/// Redacts what [`scan_texts`] found.
fn cover_scanned(scanned: Vec<(Span, String)>, sources: &mut Sources) {
    for (span, text) in scanned {
        keep(unquoted(&text), sources);
        // `"s3cret" | Number`: a message quotes the value alone.
        for (at, piece) in text.split(['"', '\'']).enumerate() {
            if at % 2 == 1 {
                keep(piece, sources);
            } else {
                // Quotes are left out as easily: what is unbound is quoted alone as well.
                let words =
                    piece.split(|c: char| !c.is_alphanumeric()).filter(|word| word.len() >= LONG_WORD);
                words.for_each(|word| keep(word, sources));
            }
        }
        sources.hide(span);
    }
}

fn cover_tree(root: &Node, marks: Option<Marks>, sources: &mut Sources) {
    for secret in secrets(root, marks, Whose::Users) {
        let Some(node) = root.get(&secret.path) else { continue };
        if node.origin == Origin::Default {
            continue;
        }
        // A value that the user did not write, such as a default in the place of a wrong one, has the span of its key.
        let written = node.span.filter(|span| sources.is_users(*span) && Some(*span) != node.key_span);
        match (&secret.part, &node.value) {
            (Part::Bytes(bytes), Value::Text(text)) => {
                for range in bytes {
                    keep(&text[range.clone()], sources);
                }
                let Some(span) = written else { continue };
                let found = in_one(sources.slice(span));
                let start = span.range().start;
                for range in found {
                    sources.hide(Span::new(span.source, start + range.start..start + range.end));
                }
            }
            (Part::Key(bytes), _) => {
                let key = secret.path.last_key().unwrap_or_default();
                for range in bytes {
                    keep(unquoted(&key[range.clone()]), sources);
                }
                let Some(span) = node.key_span.filter(|span| sources.is_users(*span)) else { continue };
                let written = sources.slice(span);
                let found = if written == key { bytes.clone() } else { in_key(written, Rule::Open) };
                let start = span.range().start;
                for range in found {
                    sources.hide(Span::new(span.source, start + range.start..start + range.end));
                }
            }
            (_, value) => {
                match value {
                    Value::Text(text) => keep(text, sources),
                    Value::Number(Number::Integer(number)) => keep(&number.to_string(), sources),
                    _ => {}
                }
                if let Some(span) = written {
                    let text = unquoted(sources.slice(span)).to_owned();
                    keep(&text, sources);
                    sources.hide(span);
                }
            }
        }
    }
}

/// A word within a secret's expression that is shorter is more likely one of the language.
const LONG_WORD: usize = 6;

/// Keeps a value out of messages, unless pulsarc's own texts contain it anyway: if the password is `pulsar`, the name
/// of an object does not reveal it.
fn keep(value: &str, sources: &mut Sources) {
    let value = value.trim();
    if value.is_empty() || value == HIDDEN {
        return;
    }
    if EMBEDDED.iter().any(|(_, text)| text.contains(value)) {
        sources.secrets_mut().note();
    } else {
        sources.secrets_mut().keep(value);
    }
}

fn redact(findings: &mut Findings, sources: &mut Sources) {
    sources.hide_secrets();
    *findings = std::mem::take(findings).without(sources.secrets());
}

/// Texts that contain the placeholder of a secret: an export or report was used as a configuration.
fn hidden_values(node: &Node, path: &mut KeyPath, found: &mut Findings) {
    match &node.value {
        Value::Record(entries) => {
            for (key, entry) in entries.iter().filter(|(_, entry)| entry.origin == Origin::User) {
                path.push(Segment::Key(key.clone()));
                hidden_values(entry, path, found);
                path.pop();
            }
        }
        Value::List(items) => {
            for (index, item) in items.iter().enumerate() {
                path.push(Segment::Index(index));
                hidden_values(item, path, found);
                path.pop();
            }
        }
        Value::Text(text) if node.origin == Origin::User && text.contains(HIDDEN) => {
            let message = format!("`{HIDDEN}` is a placeholder for a redacted secret");
            let finding =
                Diagnostic::new(&HIDDEN_VALUE, message).at(&*path).span(node.span.or(node.key_span));
            found.push(finding.help(
                "write the secret itself, or the name of the Secret that holds it: pulsarc never \
                prints one",
            ));
        }
        _ => {}
    }
}

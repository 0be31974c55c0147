//! Secrets of a configuration: marked by the contracts, or recognized by name or by their look.
//!
//! They are redacted in sources and messages before anything leaves this crate. The values stay in the tree, because
//! manifests contain them.

use crate::codes::{DUPLICATE_KEY, EVALUATION, HIDDEN_VALUE, REJECTED};
use crate::nickel::embedded::EMBEDDED;
use crate::outcome::Evaluated;
use crate::read::layers::{Format, Later, Layer, Stack};
use crate::read::overlay::Overlay;
use crate::read::set;
use crate::table::marked::{Marks, is_marked_somewhere};
use pulsarc_diag::secrets::{Name, Syntax, in_comments, in_source, in_text, is_name, is_value};
use pulsarc_diag::{Diagnostic, Findings, HIDDEN, KeyPath, Segment, SourceId, Sources, Span};
use pulsarc_model::{Node, Number, Origin, Value};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// Keys in a record called after a secret that say where the secret is.
const WHERE: [&str; 10] = [
    "valueFrom",
    "secretKeyRef",
    "secretRef",
    "secretName",
    "existingSecret",
    "name",
    "key",
    "path",
    "file",
    "ref",
];

/// Keys in a record called after a secret that say how the secret is used.
const PROPERTIES: [&str; 16] = [
    "annotations",
    "audience",
    "defaultMode",
    "enabled",
    "expirationSeconds",
    "items",
    "kind",
    "labels",
    "metadata",
    "mode",
    "mountPath",
    "namespace",
    "optional",
    "provider",
    "subPath",
    "type",
];

/// Something secret in a tree.
#[derive(Debug, PartialEq, Eq)]
struct Secret {
    path: KeyPath,
    part: Part,
}

/// How much of a value is secret.
#[derive(Debug, PartialEq, Eq)]
enum Part {
    Whole,
    /// These bytes of a text.
    Bytes(Vec<Range<usize>>),
    /// These bytes of the key: `{DB_PASSWORD 's3cret'}` is one key to YAML.
    Key(Vec<Range<usize>>),
}

/// What is known of a place on the way down to it.
#[derive(Debug, Clone)]
struct Way {
    /// What the contracts say; nothing if it is not a cluster's configuration.
    marks: Option<Marks>,
    rule: Rule,
}

/// Whether what is at a place is secret.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Rule {
    /// As it is called, and as it looks.
    Open,
    /// By the name above it.
    Named(Name),
    /// All of it.
    Marked,
}

impl Way {
    fn below(&self, segment: &Segment) -> Self {
        let marks = self.marks.as_ref().map(|marks| marks.below(segment));
        let rule = match (self.rule, segment) {
            (Rule::Marked, _) => Rule::Marked,
            (Rule::Named(name), Segment::Index(_)) => Rule::Named(name),
            (Rule::Named(Name::Whole), Segment::Key(key)) if !WHERE.contains(&key.as_str()) => {
                Rule::Named(Name::Whole)
            }
            (Rule::Named(_), Segment::Key(key)) if is_value(key) => Rule::Named(Name::Whole),
            (Rule::Named(Name::Single), Segment::Key(key))
                if !WHERE.contains(&key.as_str())
                    && !PROPERTIES.contains(&key.as_str())
                    && Name::of(key) == Name::Plain
                    && !self.marks.as_ref().is_some_and(|marks| marks.names(key)) =>
            {
                Rule::Named(Name::Single)
            }
            (_, Segment::Index(_)) => Rule::Open,
            (_, Segment::Key(key)) => self.called(key, marks.as_ref()),
        };
        Self { marks, rule }
    }

    fn called(&self, key: &str, below: Option<&Marks>) -> Rule {
        let named = self.marks.as_ref().is_some_and(|marks| marks.names(key));
        if below.is_some_and(Marks::is_marked) {
            return Rule::Marked;
        }
        if named {
            return Rule::Open;
        }
        // A key that is not there, beside one that is secret: most probably that one.
        if self.marks.as_ref().is_some_and(Marks::holds_marked) || is_marked_somewhere(key) {
            return Rule::Marked;
        }
        match Name::of(key) {
            Name::Plain => Rule::Open,
            name => Rule::Named(name),
        }
    }

    /// Whether a single value here is secret as a whole.
    fn hides(&self, value: &Value) -> bool {
        let instead = self.marks.as_ref().is_some_and(Marks::holds_marked);
        match (self.rule, value) {
            (_, Value::Null | Value::Record(_) | Value::List(_)) => false,
            (Rule::Marked, Value::Text(text)) => !text.is_empty(),
            (Rule::Marked, _) | (Rule::Named(_), Value::Number(_)) => true,
            (Rule::Named(name), Value::Text(text)) => name.hides(text),
            (Rule::Open, Value::Text(text)) => instead && !text.is_empty(),
            (Rule::Open, Value::Number(_)) => instead,
            (_, Value::Bool(_)) => false,
        }
    }
}

fn way(path: &KeyPath) -> Way {
    let root = Way { marks: Some(Marks::root()), rule: Rule::Open };
    path.segments().iter().fold(root, |way, segment| way.below(segment))
}

/// Whether a path is that of a secret, whatever is there, or what is there may be one of those below it.
pub(crate) fn is_secret(path: &KeyPath) -> bool {
    let way = way(path);
    way.rule != Rule::Open || way.marks.is_some_and(|marks| marks.holds_marked())
}

/// Whose secrets are looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Whose {
    /// All, those of the contracts' defaults too.
    Anybodys,
    /// Those that the user wrote: most of a configuration is not looked at for them.
    Users,
}

/// Everything secret below a value.
fn within(node: &Node, way: &Way, whose: Whose, path: &mut KeyPath, found: &mut Vec<Secret>) {
    let is_meant = |node: &Node| whose == Whose::Anybodys || node.origin == Origin::User;
    match &node.value {
        Value::Record(entries) => {
            let is_secret_object = entries.get("kind").and_then(Node::as_text) == Some("Secret");
            let names_secret = entries.iter().any(|(key, entry)| {
                is_name(key) && entry.as_text().is_some_and(|name| Name::of(name) > Name::Plain)
            });
            for (key, entry) in entries.iter().filter(|(_, entry)| is_meant(entry)) {
                let segment = Segment::Key(key.clone());
                let mut below = way.below(&segment);
                match key.as_str() {
                    "data" | "stringData" if is_secret_object => below.rule = Rule::Marked,
                    // A value, however it is spelled.
                    _ if names_secret && is_value(key) && below.rule == Rule::Open => {
                        below.rule = Rule::Named(Name::Whole);
                    }
                    _ => {}
                }
                path.push(segment);
                let bytes = in_key(key, way.rule);
                if !bytes.is_empty() {
                    found.push(Secret { path: path.clone(), part: Part::Key(bytes) });
                }
                within(entry, &below, whose, path, found);
                path.pop();
            }
        }
        Value::List(items) => {
            let mut flag = false;
            for (index, item) in items.iter().enumerate() {
                let mut below = way.below(&Segment::Index(index));
                if flag && below.rule == Rule::Open {
                    below.rule = Rule::Named(Name::Whole);
                }
                // `args: [--password, s3cret]`
                flag =
                    item.as_text().is_some_and(|text| text.starts_with('-') && Name::of(text) > Name::Plain);
                path.push(Segment::Index(index));
                within(item, &below, whose, path, found);
                path.pop();
            }
        }
        single if way.hides(single) => found.push(Secret { path: path.clone(), part: Part::Whole }),
        Value::Text(text) if node.origin == Origin::User => {
            let bytes = in_one(text);
            if !bytes.is_empty() {
                found.push(Secret { path: path.clone(), part: Part::Bytes(bytes) });
            }
        }
        _ => {}
    }
}

/// A secret inside a key, whose own text has a name and a value if the colon between them is not one to YAML.
fn in_key(key: &str, rule: Rule) -> Vec<Range<usize>> {
    let Some(sign) = key.find([' ', ':', '=']) else { return Vec::new() };
    if rule != Rule::Open && is_value(&key[..sign]) {
        return std::iter::once(sign + 1..key.len()).collect();
    }
    in_source(key, Syntax::Yaml, is_marked_somewhere)
}

/// What is secret within a text; one of several lines is mostly a file.
fn in_one(text: &str) -> Vec<Range<usize>> {
    if text.contains('\n') { in_source(text, Syntax::Yaml, is_marked_somewhere) } else { in_text(text) }
}

fn secrets(root: &Node, marks: Option<Marks>, whose: Whose) -> Vec<Secret> {
    let mut found = Vec::new();
    within(root, &Way { marks, rule: Rule::Open }, whose, &mut KeyPath::root(), &mut found);
    found
}

/// A configuration with a word instead of every secret.
pub(crate) fn without(tree: &Node) -> Node {
    let mut shown = tree.clone();
    for secret in secrets(tree, Some(Marks::root()), Whose::Anybodys) {
        let node =
            secret.path.segments().iter().try_fold(&mut shown, |node, segment| node.child_mut(segment));
        let Some(node) = node.filter(|_| !matches!(secret.part, Part::Key(_))) else { continue };
        node.value = Value::Text(match (secret.part, &node.value) {
            (Part::Bytes(bytes), Value::Text(text)) => {
                let mut text = text.clone();
                bytes.into_iter().rev().for_each(|range| text.replace_range(range, HIDDEN));
                text
            }
            _ => HIDDEN.to_owned(),
        });
    }
    shown
}

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
    hush(&mut evaluated.findings, sources);
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
    hush(&mut evaluated.findings, &mut evaluated.sources);
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
    hush(findings, sources);
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

fn unquoted(text: &str) -> &str {
    text.trim().trim_matches(['"', '\''])
}

/// Whose words a finding is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Words {
    /// pulsarc's own.
    Own,
    /// Perhaps those of the configuration, which may say anything: a contract of the user's, or an error of Nickel's.
    Anybodys,
}

/// A finding at the path of a secret, without its value, however short it is.
pub(crate) fn told(
    found: Vec<Diagnostic>,
    value: Option<Span>,
    words: Words,
    sources: &Sources,
) -> Vec<Diagnostic> {
    let literal = value.map(|span| sources.slice(span)).map(unquoted).filter(|text| !text.is_empty());
    let without = |text: String| literal.map_or(text.clone(), |literal| replaced(&text, literal));
    found
        .into_iter()
        .map(|found| {
            if words == Words::Anybodys && [&EVALUATION, &REJECTED].contains(&found.code) {
                let message = "this secret cannot be evaluated".to_owned();
                let help = Some("check this value and the values it is made of".to_owned());
                return Diagnostic { message, help, ..found };
            }
            let is_key = found.path.as_ref().and_then(KeyPath::last_key) == literal;
            let message = if is_key { found.message } else { without(found.message) };
            let help = if is_key { found.help } else { found.help.map(without) };
            Diagnostic { message, help, ..found }
        })
        .collect()
}

/// A text silently, wherever it stands alone.
fn replaced(text: &str, word: &str) -> String {
    let is_part = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let mut shown = String::new();
    let mut at = 0;
    for (start, _) in text.match_indices(word) {
        let end = start + word.len();
        if start < at || is_part(text[..start].chars().next_back()) || is_part(text[end..].chars().next()) {
            continue;
        }
        shown.push_str(&text[at..start]);
        shown.push_str(HIDDEN);
        at = end;
    }
    shown + &text[at..]
}

fn hush(findings: &mut Findings, sources: &mut Sources) {
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
            let told = Diagnostic::new(&HIDDEN_VALUE, message).at(&*path).span(node.span.or(node.key_span));
            found.push(told.help(
                "write the secret itself, or the name of the Secret that holds it: pulsarc never \
                prints one",
            ));
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<String> {
        let layer =
            Layer { name: "a.yaml".to_owned(), format: Format::Yaml, bytes: text.as_bytes().to_vec() };
        let data = crate::data(&[layer]);
        let tree = data.merged.expect("it is read");
        secrets(&tree, Some(Marks::root()), Whose::Users)
            .into_iter()
            .map(|secret| secret.path.to_string())
            .collect()
    }

    #[test]
    fn secrets_are_known_by_mark_name_and_look() {
        for (text, path) in [
            ("pulsar_manager: {admin: {ui_password: a}}", "pulsar_manager.admin.ui_password"),
            ("pulsar_manager: {admin: {ui_password: [a]}}", "pulsar_manager.admin.ui_password.0"),
            ("pulsar_manager: {admin: {ui_pass_word: 12}}", "pulsar_manager.admin.ui_pass_word"),
            ("pulsar_manager: {admin: a}", "pulsar_manager.admin"),
            ("broker: {configData: {tlsKeyStorePassword: a}}", "broker.configData.tlsKeyStorePassword"),
            ("broker: {configData: {tokenSecretKey: 'data:;base64,x'}}", "broker.configData.tokenSecretKey"),
            (
                "broker: {configData: {PULSAR_EXTRA_OPTS: '-Da.password=x'}}",
                "broker.configData.PULSAR_EXTRA_OPTS",
            ),
            ("broker: {extraEnvs: [{name: DB_PASSWORD, value: a}]}", "broker.extraEnvs.0.value"),
            ("broker: {extraEnvs: {DB_PASSWORD: {value: a}}}", "broker.extraEnvs.DB_PASSWORD.value"),
            ("extraDeploy: [{kind: Secret, stringData: {a: b}}]", "extraDeploy.0.stringData.a"),
            ("broker: {initContainers: [{args: [--token, a]}]}", "broker.initContainers.0.args.1"),
            ("broker: {configData: {serviceUrl: 'http://a:b@c/'}}", "broker.configData.serviceUrl"),
        ] {
            assert_eq!(found(text), [path], "{text}");
        }
    }

    #[test]
    fn non_secrets_are_shown() {
        for text in [
            "pulsar_manager: {admin: {ui_username: a, existingSecret: b}}",
            "auth: {authentication: {jwt: {usingSecretKey: true}}}",
            "broker: {configData: {tokenSecretKey: 'file:///a', tlsKeyStorePasswordPath: /b}}",
            "broker: {extraEnvs: [{name: DB_PASSWORD, valueFrom: {secretKeyRef: {name: a, key: b}}}]}",
            "broker: {extraVolumes: [{name: a, secret: {secretName: b}}]}",
            "broker: {storageOffload: {secret: a, gcsServiceAccountSecret: b}}",
        ] {
            assert!(found(text).is_empty(), "{text}: {:?}", found(text));
        }
    }

    #[test]
    fn a_short_secret_is_redacted_as_a_whole_word() {
        assert_eq!(replaced("got the number 12, not 120", "12"), "got the number <hidden>, not 120");
    }
}

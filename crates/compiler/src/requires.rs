//! Prerequisites: what the manifests need, against what a file declares to exist.

use pulsarc_diag::{Code, Diagnostic, Findings, KeyPath, Severity, Span, suggest};
use pulsarc_export::{LISTS, Requirements};
use pulsarc_model::{Node, Origin, UNKNOWN_KEY, Value, WRONG_TYPE};
use std::collections::{BTreeMap, BTreeSet};

/// Something that the manifests need and nothing declares.
pub static MISSING: Code = Code {
    id: "PUL0907",
    severity: Severity::Error,
    title: "missing prerequisite",
    page: include_str!("pages/PUL0907.md"),
};

/// The other keys of a declaration.
const OTHERS: [&str; 4] = ["kinds", "namespace", "namespaces", "nodes"];

/// The keys of an object's data: all that are asked for if none are named.
type Keys = Option<BTreeSet<String>>;

/// What a file declares to exist.
#[derive(Debug, Default)]
pub struct Declared {
    /// The file's name.
    name: String,
    namespaces: BTreeSet<String>,
    /// Kinds, groups, or names of custom resource definitions.
    kinds: BTreeSet<String>,
    objects: BTreeMap<(&'static str, String), Keys>,
    labels: BTreeSet<String>,
}

impl Declared {
    /// Reads a declaration: `export --what requires` writes its form, and an item may be a name alone.
    pub fn read(name: &str, root: &Node, found: &mut Findings) -> Self {
        let mut declared = Self { name: name.to_owned(), ..Self::default() };
        let Value::Record(entries) = &root.value else {
            let message = "a declaration of prerequisites is a map, such as `secrets:` with a list of names";
            found.push(Diagnostic::new(&WRONG_TYPE, message).span(root.span));
            return declared;
        };
        for (key, node) in entries {
            let path = KeyPath::root().key(key);
            if let Some((_, kind)) = LISTS.iter().find(|(list, _)| list == key) {
                for (name, item) in items(node, &path, "name", found) {
                    let keys = item.get("keys").and_then(Node::as_list);
                    let names = |keys: &[Node]| keys.iter().filter_map(text).collect();
                    declared.objects.insert((kind, name), keys.map(names));
                }
                continue;
            }
            let names = |field: &str, found: &mut Findings| {
                items(node, &path, field, found).into_iter().map(|(name, _)| name)
            };
            match key.as_str() {
                "namespace" | "namespaces" => declared.namespaces.extend(names("name", found)),
                "kinds" => declared.kinds.extend(names("kind", found)),
                "nodes" => declared.labels.extend(names("label", found)),
                unknown => found.push(unknown_key(unknown, node, path)),
            }
        }
        declared
    }

    fn has_kind(&self, kind: &str, group: &str) -> bool {
        let definition = |name: &String| {
            name.split_once('.').is_some_and(|(plural, of)| {
                of == group && plural.trim_end_matches('s') == kind.to_lowercase().trim_end_matches('s')
            })
        };
        self.kinds.contains(kind) || self.kinds.contains(group) || self.kinds.iter().any(definition)
    }
}

fn unknown_key(key: &str, node: &Node, path: KeyPath) -> Diagnostic {
    let known: Vec<&str> = LISTS.iter().map(|(list, _)| *list).chain(OTHERS).collect();
    let finding = Diagnostic::new(&UNKNOWN_KEY, format!("unknown key `{key}`"))
        .at(path)
        .span(node.key_span.or(node.span));
    match suggest::nearest(key, known.iter().copied()) {
        Some(near) => finding.suggest(near),
        None => finding.help(format!("valid keys here are {}", known.join(", "))),
    }
}

/// The items of a list, or a single one: each is a name, or a map with the name in `field`.
fn items<'n>(node: &'n Node, path: &KeyPath, field: &str, found: &mut Findings) -> Vec<(String, &'n Node)> {
    let list = node.as_list().map_or_else(|| vec![node], |list| list.iter().collect());
    let mut items = Vec::new();
    for item in list {
        if let Some(name) = text(item).or_else(|| item.get(KeyPath::root().key(field)).and_then(text)) {
            items.push((name, item));
        } else {
            let message = format!("expected a name, or a map with `{field}`");
            found.push(Diagnostic::new(&WRONG_TYPE, message).at(path).span(item.span.or(item.key_span)));
        }
    }
    items
}

fn text(node: &Node) -> Option<String> {
    node.as_words().map(std::borrow::Cow::into_owned)
}

/// What is needed and not declared, each at the user's text that names it, if there is one.
pub fn undeclared(needed: &Requirements, declared: &Declared, root: &Node) -> Vec<Diagnostic> {
    let report = Report { declared, root };
    let mut found = Vec::new();
    if let Some(namespace) = needed.namespace.as_ref().filter(|name| !declared.namespaces.contains(*name)) {
        let help = format!("run `kubectl create namespace {namespace}`, and declare it");
        found.push(report.finding(&format!("the namespace `{namespace}`"), namespace, help));
    }
    for kind in needed.kinds.iter().filter(|kind| !declared.has_kind(&kind.kind, &kind.group)) {
        let provider = kind.provider.as_deref().unwrap_or("its project");
        let help = format!("install {provider}, and declare `{}` under `kinds`", kind.group);
        found.push(report.finding(&format!("the kind {} of {}", kind.kind, kind.group), &kind.kind, help));
    }
    for (kind, list) in needed.objects() {
        for need in list {
            let missing = match declared.objects.get(&(kind, need.name.clone())) {
                Some(None) => continue,
                Some(Some(keys)) => need.keys.iter().filter(|key| !keys.contains(*key)).collect(),
                None => need.keys.iter().collect::<Vec<_>>(),
            };
            let known = declared.objects.contains_key(&(kind, need.name.clone()));
            if known && missing.is_empty() {
                continue;
            }
            let keys: Vec<String> = missing.iter().map(|key| format!("`{key}`")).collect();
            let with = match (known, keys.is_empty()) {
                (_, true) => String::new(),
                (true, false) => format!(" with the key {}", keys.join(" and ")),
                (false, false) => format!(" (keys {})", keys.join(", ")),
            };
            let create = need.create.join(" && ");
            let help = if create.is_empty() || known {
                "create it, and declare it".to_owned()
            } else {
                format!("run `{create}`, and declare it")
            };
            found.push(report.finding(&format!("the {kind} `{}`{with}", need.name), &need.name, help));
        }
    }
    for node in needed.nodes.iter().filter(|node| !declared.labels.contains(&node.label)) {
        let help = format!("label nodes with {}, and declare it under `nodes`", node.label);
        found.push(report.finding(&format!("the node label {}", node.label), &node.label, help));
    }
    found
}

struct Report<'a> {
    declared: &'a Declared,
    root: &'a Node,
}

impl Report<'_> {
    fn finding(&self, what: &str, name: &str, help: String) -> Diagnostic {
        let message = format!("the manifests need {what}, which {} does not declare", self.declared.name);
        let finding = Diagnostic::new(&MISSING, message).help(help);
        match written(self.root, name, KeyPath::root()) {
            Some((path, span)) => finding.at(path).span(span),
            None => finding,
        }
    }
}

/// Where the user has written a text as a value or as a key.
fn written(node: &Node, text: &str, path: KeyPath) -> Option<(KeyPath, Option<Span>)> {
    if node.origin == Origin::User && node.as_text() == Some(text) {
        return Some((path, node.span.or(node.key_span)));
    }
    match &node.value {
        Value::Record(entries) => entries.iter().find_map(|(key, entry)| {
            let below = path.key(key);
            if key == text && entry.origin == Origin::User {
                return Some((below, entry.key_span));
            }
            written(entry, text, below)
        }),
        Value::List(list) => {
            list.iter().enumerate().find_map(|(at, item)| written(item, text, path.index(at)))
        }
        _ => None,
    }
}

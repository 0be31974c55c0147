//! What is secret in a tree: by a contract's mark, by name, or by its look.

use crate::table::marked::{Marks, is_marked_somewhere};
use pulsarc_diag::secrets::{Name, Syntax, in_source, in_text, is_name, is_value};
use pulsarc_diag::{KeyPath, Segment};
use pulsarc_model::{Node, Origin, Value};
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
pub(super) struct Secret {
    pub(super) path: KeyPath,
    pub(super) part: Part,
}

/// How much of a value is secret.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Part {
    Whole,
    /// These bytes of a text.
    Bytes(Vec<Range<usize>>),
    /// These bytes of the key: `{DB_PASSWORD 's3cret'}` is one key to YAML.
    Key(Vec<Range<usize>>),
}

/// What is known of a place on the way down to it.
#[derive(Debug, Clone)]
struct Context {
    /// What the contracts say; nothing if it is not a cluster's configuration.
    marks: Option<Marks>,
    rule: Rule,
}

/// Whether what is at a place is secret.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Rule {
    /// As it is called, and as it looks.
    Open,
    /// By the name above it.
    Named(Name),
    /// All of it.
    Marked,
}

impl Context {
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

fn context(path: &KeyPath) -> Context {
    let root = Context { marks: Some(Marks::root()), rule: Rule::Open };
    path.segments().iter().fold(root, |context, segment| context.below(segment))
}

/// Whether a path is that of a secret, whatever is there, or what is there may be one of those below it.
pub(crate) fn is_secret(path: &KeyPath) -> bool {
    let context = context(path);
    context.rule != Rule::Open || context.marks.is_some_and(|marks| marks.holds_marked())
}

/// Whose secrets are looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Whose {
    /// All, those of the contracts' defaults too.
    Anybodys,
    /// Those that the user wrote: most of a configuration is not looked at for them.
    Users,
}

/// Everything secret below a value.
fn within(node: &Node, context: &Context, whose: Whose, path: &mut KeyPath, found: &mut Vec<Secret>) {
    let is_meant = |node: &Node| whose == Whose::Anybodys || node.origin == Origin::User;
    match &node.value {
        Value::Record(entries) => {
            let is_secret_object = entries.get("kind").and_then(Node::as_text) == Some("Secret");
            let names_secret = entries.iter().any(|(key, entry)| {
                is_name(key) && entry.as_text().is_some_and(|name| Name::of(name) > Name::Plain)
            });
            for (key, entry) in entries.iter().filter(|(_, entry)| is_meant(entry)) {
                let segment = Segment::Key(key.clone());
                let mut below = context.below(&segment);
                match key.as_str() {
                    "data" | "stringData" if is_secret_object => below.rule = Rule::Marked,
                    // A value, however it is spelled.
                    _ if names_secret && is_value(key) && below.rule == Rule::Open => {
                        below.rule = Rule::Named(Name::Whole);
                    }
                    _ => {}
                }
                path.push(segment);
                let bytes = in_key(key, context.rule);
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
                let mut below = context.below(&Segment::Index(index));
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
        single if context.hides(single) => found.push(Secret { path: path.clone(), part: Part::Whole }),
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
pub(super) fn in_key(key: &str, rule: Rule) -> Vec<Range<usize>> {
    let Some(sign) = key.find([' ', ':', '=']) else { return Vec::new() };
    if rule != Rule::Open && is_value(&key[..sign]) {
        return std::iter::once(sign + 1..key.len()).collect();
    }
    in_source(key, Syntax::Yaml, is_marked_somewhere)
}

/// What is secret within a text; one of several lines is mostly a file.
pub(super) fn in_one(text: &str) -> Vec<Range<usize>> {
    if text.contains('\n') { in_source(text, Syntax::Yaml, is_marked_somewhere) } else { in_text(text) }
}

pub(super) fn secrets(root: &Node, marks: Option<Marks>, whose: Whose) -> Vec<Secret> {
    let mut found = Vec::new();
    within(root, &Context { marks, rule: Rule::Open }, whose, &mut KeyPath::root(), &mut found);
    found
}

#[cfg(test)]
mod tests {
    use super::{Whose, secrets};
    use crate::read::layers::{Format, Layer};
    use crate::table::marked::Marks;

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
}

//! Requests and evaluations as messages between two processes of the same pulsarc.

use crate::codes::{CODES, INTERNAL};
use crate::{
    Evaluated, Folder, Format, Layer, Record, Request, Step, UnderEvaluation, Way, nickel::embedded, secret,
};
use pulsarc_diag::{Advice, Code, Diagnostic, Fix, KeyPath, Label, Severity, Sources, Span};
use pulsarc_model::{Node, Number, Origin, Value};
use serde::{Deserialize, Serialize};
use std::ffi::OsStr;
use std::os::unix::ffi::OsStrExt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A request that another process answers.
#[derive(Debug, Serialize, Deserialize)]
pub struct Asked {
    what: What,
    layers: Vec<WireLayer>,
    given: Vec<(String, String)>,
}

#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
enum What {
    Cluster(Way),
    Tests,
    Fleet,
    Alone,
}

/// What another process has evaluated.
#[derive(Debug, Serialize, Deserialize)]
pub struct Answer {
    tree: Option<WireTree>,
    removed: Vec<(KeyPath, Option<Span>)>,
    sources: WireSources,
    findings: Vec<WireDiagnostic>,
}

impl Asked {
    /// The request as a message.
    pub fn of(request: Request<'_>) -> Self {
        let what = match request {
            Request::Cluster { by, .. } => What::Cluster(by),
            Request::Tests(_) => What::Tests,
            Request::Fleet(_) => What::Fleet,
            Request::Alone { .. } => What::Alone,
        };
        let given = match request {
            Request::Alone { given, .. } => {
                given.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect()
            }
            _ => Vec::new(),
        };
        Self { what, layers: request.layers().iter().map(WireLayer::of).collect(), given }
    }

    /// Evaluates in this process.
    pub fn answer(self) -> Answer {
        let layers: Vec<Layer> = self.layers.into_iter().map(WireLayer::layer).collect();
        let given: Vec<(&str, &str)> =
            self.given.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
        let request = match (self.what, layers.as_slice()) {
            (What::Cluster(by), layers) => Request::Cluster { layers, by },
            (What::Tests, [layer]) => Request::Tests(layer),
            (What::Fleet, [layer]) => Request::Fleet(layer),
            (What::Alone, [layer]) => Request::Alone { layer, given: &given },
            (_, layers) => Request::Cluster { layers, by: Way::Fast },
        };
        Answer::of(&request.answer())
    }
}

impl Answer {
    fn of(evaluated: &Evaluated) -> Self {
        Self {
            tree: evaluated.tree.as_ref().map(WireTree::of),
            removed: evaluated.removed.clone().into_iter().collect(),
            sources: WireSources::of(&evaluated.sources),
            findings: evaluated.findings.iter().map(WireDiagnostic::of).collect(),
        }
    }

    /// What it says, as if it had been evaluated here.
    pub fn evaluated(self) -> Evaluated {
        let mut evaluated = Evaluated {
            tree: self.tree.and_then(WireTree::node),
            removed: self.removed.into_iter().collect(),
            sources: self.sources.sources(),
            ..Evaluated::default()
        };
        evaluated.findings.extend(self.findings.into_iter().map(WireDiagnostic::diagnostic));
        evaluated
    }
}

impl Step {
    /// The step with the text of its file, if the text still has it.
    pub fn in_text(self, text: &str) -> Option<UnderEvaluation> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        text.get(self.range.clone())?;
        let mut sources = Sources::default();
        let source = sources.add(&self.file, text.to_owned());
        // Nothing is evaluated yet, so that secrets are recognized by the names of their keys only.
        secret::cover_by_names(&mut sources);
        let path = Some(self.path).filter(|path| !path.segments().is_empty());
        Some(UnderEvaluation { sources, span: Some(Span::new(source, self.range)), path })
    }
}

#[derive(Debug, Serialize, Deserialize)]
struct WireLayer {
    name: String,
    format: WireFormat,
    bytes: Bytes,
}

#[derive(Debug, Serialize, Deserialize)]
enum WireFormat {
    Nickel(Bytes, Vec<(Bytes, String)>),
    Yaml,
    Set,
    Record(WireTree, WireSources),
}

/// Bytes that are mostly text.
#[derive(Debug, Serialize, Deserialize)]
enum Bytes {
    Text(String),
    Other(Vec<u8>),
}

impl Bytes {
    fn of(bytes: &[u8]) -> Self {
        match str::from_utf8(bytes) {
            Ok(text) => Self::Text(text.to_owned()),
            Err(_) => Self::Other(bytes.to_vec()),
        }
    }

    fn of_path(path: &Path) -> Self {
        Self::of(path.as_os_str().as_bytes())
    }

    fn bytes(self) -> Vec<u8> {
        match self {
            Self::Text(text) => text.into_bytes(),
            Self::Other(bytes) => bytes,
        }
    }

    fn path(self) -> PathBuf {
        PathBuf::from(OsStr::from_bytes(&self.bytes()))
    }
}

impl WireLayer {
    fn of(layer: &Layer) -> Self {
        let format = match &layer.format {
            Format::Nickel(folder) => {
                let open = folder.open().iter();
                let open = open.map(|(path, text)| (Bytes::of_path(path), text.to_string())).collect();
                WireFormat::Nickel(Bytes::of_path(folder.path()), open)
            }
            Format::Yaml => WireFormat::Yaml,
            Format::Set => WireFormat::Set,
            Format::Record(record) => {
                WireFormat::Record(WireTree::of(&record.node), WireSources::of(&record.sources))
            }
        };
        Self { name: layer.name.clone(), format, bytes: Bytes::of(&layer.bytes) }
    }

    fn layer(self) -> Layer {
        let format = match self.format {
            WireFormat::Nickel(folder, open) => {
                let open = open.into_iter().map(|(path, text)| (path.path(), text.into())).collect();
                Format::Nickel(Folder::from(folder.path()).with_open(Arc::new(open)))
            }
            WireFormat::Yaml => Format::Yaml,
            WireFormat::Set => Format::Set,
            WireFormat::Record(tree, sources) => {
                let node = tree.node().unwrap_or_else(|| Node::bare(Value::Null));
                Format::Record(Arc::new(Record { node, sources: Arc::new(sources.sources()) }))
            }
        };
        Layer { name: self.name, format, bytes: self.bytes.bytes() }
    }
}

/// A tree as the list of its values, each before those in it: no reader of it nests, however deep the tree is.
#[derive(Debug, Default, Serialize, Deserialize)]
struct WireTree(Vec<WireNode>);

#[derive(Debug, Serialize, Deserialize)]
struct WireNode {
    value: WireValue,
    span: Option<Span>,
    key_span: Option<Span>,
    is_users: bool,
}

#[derive(Debug, Serialize, Deserialize)]
enum WireValue {
    Null,
    Bool(bool),
    Number(Number),
    Text(String),
    /// So many items follow.
    List(usize),
    /// The values of these keys follow.
    Record(Vec<String>),
}

impl WireTree {
    fn of(root: &Node) -> Self {
        let mut tree = Self::default();
        tree.add(root);
        tree
    }

    fn add(&mut self, node: &Node) {
        let value = match &node.value {
            Value::Null => WireValue::Null,
            Value::Bool(truth) => WireValue::Bool(*truth),
            Value::Number(number) => WireValue::Number(*number),
            Value::Text(text) => WireValue::Text(text.clone()),
            Value::List(items) => WireValue::List(items.len()),
            Value::Record(entries) => WireValue::Record(entries.keys().cloned().collect()),
        };
        let is_users = node.origin == Origin::User;
        self.0.push(WireNode { value, span: node.span, key_span: node.key_span, is_users });
        match &node.value {
            Value::List(items) => items.iter().for_each(|item| self.add(item)),
            Value::Record(entries) => entries.values().for_each(|entry| self.add(entry)),
            _ => {}
        }
    }

    /// The tree; none for a list that is cut off.
    fn node(self) -> Option<Node> {
        next(&mut self.0.into_iter())
    }
}

/// The next value with all that is in it.
fn next(from: &mut impl Iterator<Item = WireNode>) -> Option<Node> {
    let WireNode { value, span, key_span, is_users } = from.next()?;
    let value = match value {
        WireValue::Null => Value::Null,
        WireValue::Bool(truth) => Value::Bool(truth),
        WireValue::Number(number) => Value::Number(number),
        WireValue::Text(text) => Value::Text(text),
        WireValue::List(length) => Value::List((0..length).map(|_| next(from)).collect::<Option<_>>()?),
        WireValue::Record(keys) => {
            Value::Record(keys.into_iter().map(|key| Some((key, next(from)?))).collect::<Option<_>>()?)
        }
    };
    let origin = if is_users { Origin::User } else { Origin::Default };
    Some(Node { value, span, key_span, origin })
}

/// Texts in their order, so that the ids in spans stay right. Both processes have pulsarc's own texts.
#[derive(Debug, Serialize, Deserialize)]
struct WireSources {
    texts: Vec<WireSource>,
    imports: Vec<(Bytes, Option<String>)>,
    secrets: Vec<String>,
    /// Whether there is a secret, even one that is not looked for in words.
    has_secrets: bool,
}

#[derive(Debug, Serialize, Deserialize)]
enum WireSource {
    Users { name: String, text: String },
    Own { name: String, text: Option<String> },
}

impl WireSources {
    fn of(sources: &Sources) -> Self {
        let texts = sources.iter().map(|(_, source)| {
            let (name, text) = (source.name.clone(), || source.text.clone().into_owned());
            if source.users {
                WireSource::Users { name, text: text() }
            } else {
                let is_embedded = embedded::text(&name) == Some(&*source.text);
                WireSource::Own { text: (!is_embedded).then(text), name }
            }
        });
        let imports = sources.imports().map(|(path, text)| (Bytes::of_path(path), text.map(str::to_owned)));
        Self {
            texts: texts.collect(),
            imports: imports.collect(),
            secrets: sources.secrets().values().map(str::to_owned).collect(),
            has_secrets: !sources.secrets().is_empty(),
        }
    }

    fn sources(self) -> Sources {
        let mut sources = Sources::default();
        for text in self.texts {
            match text {
                WireSource::Users { name, text } => sources.add(name, text),
                WireSource::Own { name, text: Some(text) } => sources.add_own(name, text),
                WireSource::Own { name, text: None } => {
                    let text = embedded::text(&name).unwrap_or_default();
                    sources.add_own(name, text)
                }
            };
        }
        for (path, text) in self.imports {
            sources.add_import(path.path(), text.map(Arc::from));
        }
        if self.has_secrets {
            sources.secrets_mut().note();
        }
        for secret in self.secrets {
            sources.secrets_mut().keep(&secret);
        }
        sources
    }
}

#[derive(Debug, Serialize, Deserialize)]
struct WireDiagnostic {
    code: String,
    severity: Severity,
    message: String,
    path: Option<KeyPath>,
    span: Option<Span>,
    labels: Vec<(Span, String)>,
    help: Option<String>,
    advice: Vec<Advice>,
    fixes: Vec<Fix>,
}

impl WireDiagnostic {
    fn of(found: &Diagnostic) -> Self {
        let Diagnostic { code, severity, message, path, span, labels, help, advice, fixes } = found.clone();
        Self {
            code: code.id.to_owned(),
            severity,
            message,
            path,
            span,
            labels: labels.into_iter().map(|Label { span, text }| (span, text)).collect(),
            help,
            advice,
            fixes,
        }
    }

    fn diagnostic(self) -> Diagnostic {
        let Self { code, severity, message, path, span, labels, help, advice, fixes } = self;
        let known: Option<&'static Code> = CODES.iter().copied().find(|known| known.id == code);
        let labels = labels.into_iter().map(|(span, text)| Label { span, text }).collect();
        Diagnostic {
            code: known.unwrap_or(&INTERNAL),
            severity,
            message,
            path,
            span,
            labels,
            help,
            advice,
            fixes,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evaluate;

    fn layer(name: &str, format: Format, text: &str) -> Layer {
        Layer { name: name.to_owned(), format, bytes: text.as_bytes().to_vec() }
    }

    /// As between two processes.
    fn sent<T: Serialize + serde::de::DeserializeOwned>(message: &T) -> T {
        serde_json::from_str(&serde_json::to_string(message).expect("it is written")).expect("it is read")
    }

    #[test]
    fn an_answer_from_elsewhere_is_the_one_from_here() {
        let deep = format!("extraDeploy: {}0.1{}\n", "[".repeat(150), "]".repeat(150));
        let secret =
            "components: {pulsar_manager: true}\nbrokr: {a: 1}\nbroker: {configData: {password: hunter22}}\n";
        let open =
            [(PathBuf::from("/tmp/pulsarc-is-not-there.ncl"), Arc::from("{ clusterName = 5 }"))].into();
        for layers in [
            vec![],
            vec![layer("a.yaml", Format::Yaml, &deep)],
            vec![layer("a.yaml", Format::Yaml, secret), layer("--set", Format::Set, "broker.replicaCount=4")],
            vec![layer(
                "a.ncl",
                Format::Nickel(Folder::from(PathBuf::from("/tmp")).with_open(Arc::new(open))),
                "(import \"pulsarc-is-not-there.ncl\") & { broker.replicaCount = 0.5 + 2 }",
            )],
            vec![layer("bad.yaml", Format::Yaml, "a: [")],
        ] {
            let here = evaluate(&layers);
            let there = sent(&sent(&Asked::of(Request::Cluster { layers: &layers, by: Way::Fast })).answer());
            let there = there.evaluated();
            assert_eq!(here.tree, there.tree);
            let found = |evaluated: &Evaluated| evaluated.findings.clone().sorted(&evaluated.sources);
            assert_eq!(found(&here), found(&there));
            let texts = |evaluated: &Evaluated| -> Vec<_> {
                let sources = evaluated.sources.iter();
                sources.map(|(_, it)| (it.name.clone(), it.text.clone().into_owned(), it.users)).collect()
            };
            assert_eq!(texts(&here), texts(&there));
            let secrets = |evaluated: &Evaluated| -> Vec<String> {
                evaluated.sources.secrets().values().map(str::to_owned).collect()
            };
            assert_eq!(secrets(&here), secrets(&there));
        }
    }

    #[test]
    fn a_truncated_tree_is_rejected() {
        let tree = evaluate(&[]).tree.expect("the defaults");
        let mut wire = WireTree::of(&tree);
        wire.0.pop();
        assert!(wire.node().is_none());
    }
}

//! What a function is asked to do, from its configuration.

use crate::krm::results::Reference;
use pulsarc_compiler::krm::NO_FUNCTION;
use pulsarc_diag::{Diagnostic, Findings, KeyPath, Span};
use pulsarc_model::{Node, Value, decode};
use serde::Deserialize;

/// The resource of pulsarc's own that configures the function.
const API_VERSION: &str = "pulsarc.dev/v1alpha1";
const KIND: &str = "Pulsar";

/// What a function is asked to do.
#[derive(Debug, Clone, PartialEq)]
pub struct Function {
    /// The resource that contains it.
    pub reference: Reference,
    /// The release, if set.
    pub release: Option<Setting>,
    /// The namespace, if set.
    pub namespace: Option<Setting>,
    /// The Kubernetes version, if set.
    pub kube_version: Option<Setting>,
    /// Whether the release is there already.
    pub upgrade: bool,
    /// What makes up the cluster's configuration; later parts win.
    pub parts: Vec<Part>,
    /// The path of the values: `spec.values`.
    pub values_at: KeyPath,
}

/// A text of the function's configuration, and its path.
#[derive(Debug, Clone, PartialEq)]
pub struct Setting {
    /// The text.
    pub text: String,
    /// The field.
    pub path: KeyPath,
    /// Its place in the list.
    pub span: Option<Span>,
}

/// A part of a cluster's configuration.
#[derive(Debug, Clone, PartialEq)]
pub enum Part {
    /// A file, from the folder that the function runs in.
    File(Setting),
    /// Values inside the function's configuration.
    Values(Node),
    /// A document in a text of it.
    Document(Setting),
}

/// The keys of pulsarc's own resource. The decoder reports unknown keys.
#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Spec {
    release: Option<String>,
    namespace: Option<String>,
    kube_version: Option<String>,
    #[serde(default)]
    upgrade: bool,
    #[serde(default)]
    files: Vec<String>,
    #[serde(default)]
    #[allow(dead_code, reason = "it is taken as it was written")]
    values: Option<serde_json::Value>,
}

/// The keys of a `ConfigMap`, whose values are text.
#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Data {
    release: Option<String>,
    namespace: Option<String>,
    kube_version: Option<String>,
    upgrade: Option<String>,
    files: Option<String>,
    values: Option<String>,
}

impl Function {
    /// Reads the configuration; `None` if it is invalid, which is reported.
    pub(crate) fn read(config: &Node, found: &mut Findings) -> Option<Self> {
        let text = |path: &str| config.get(path).and_then(Node::as_text);
        let reference = Reference {
            api_version: text("apiVersion").unwrap_or_default().to_owned(),
            kind: text("kind").unwrap_or_default().to_owned(),
            name: text("metadata.name").unwrap_or_default().to_owned(),
            namespace: text("metadata.namespace").map(str::to_owned),
        };
        match (reference.api_version.as_str(), reference.kind.as_str()) {
            (API_VERSION, KIND) => of_spec(config, reference, found),
            ("v1", "ConfigMap") => of_data(config, reference, found),
            (version, kind) => {
                let message = format!("`{kind}` of `{version}` does not configure a pulsarc function");
                let finding = Diagnostic::new(&NO_FUNCTION, message).at("kind");
                let span = config.get("kind").and_then(|kind| kind.span).or(config.span);
                found.push(finding.span(span).help(format!(
                    "write `apiVersion: {API_VERSION}` and `kind: {KIND}`, or `kind: ConfigMap`"
                )));
                None
            }
        }
    }
}

/// The settings of one field of the configuration.
struct Fields<'n> {
    config: &'n Node,
    below: KeyPath,
}

impl Fields<'_> {
    fn setting(&self, key: &str, text: Option<String>) -> Option<Setting> {
        text.map(|text| self.at(self.below.key(key), text))
    }

    fn at(&self, path: KeyPath, text: String) -> Setting {
        let span = self.config.get(&path).and_then(|node| node.span.or(node.key_span));
        Setting { text, path, span }
    }

    /// The namespace that is named, or that the resource itself is in.
    fn namespace(&self, named: Option<String>, reference: &Reference) -> Option<Setting> {
        self.setting("namespace", named).or_else(|| {
            let own = reference.namespace.clone()?;
            Some(self.at(KeyPath::parse("metadata.namespace"), own))
        })
    }
}

/// The block with the configuration; empty if absent.
fn block(config: &Node, name: &str) -> Node {
    config
        .get(name)
        .filter(|node| node.value != Value::Null)
        .cloned()
        .unwrap_or_else(|| Node { value: Value::Record(std::collections::BTreeMap::new()), ..config.clone() })
}

fn of_spec(config: &Node, reference: Reference, found: &mut Findings) -> Option<Function> {
    let below = KeyPath::parse("spec");
    let node = block(config, "spec");
    let spec = checked::<Spec>(&node, &below, found)?;
    let fields = Fields { config, below: below.clone() };
    let files = spec.files.into_iter().enumerate();
    let files = files.map(|(index, file)| Part::File(fields.at(below.key("files").index(index), file)));
    let values = node.get("values").filter(|values| values.value != Value::Null).cloned();
    Some(Function {
        release: fields.setting("release", spec.release),
        namespace: fields.namespace(spec.namespace, &reference),
        kube_version: fields.setting("kubeVersion", spec.kube_version),
        upgrade: spec.upgrade,
        parts: files.chain(values.map(Part::Values)).collect(),
        values_at: below.key("values"),
        reference,
    })
}

fn of_data(config: &Node, reference: Reference, found: &mut Findings) -> Option<Function> {
    let below = KeyPath::parse("data");
    let data = checked::<Data>(&block(config, "data"), &below, found)?;
    let fields = Fields { config, below: below.clone() };
    let upgrade = match data.upgrade.as_deref() {
        None | Some("false") => false,
        Some("true") => true,
        Some(other) => {
            let at = fields.at(below.key("upgrade"), other.to_owned());
            let finding =
                Diagnostic::new(&NO_FUNCTION, format!("`upgrade` takes true or false, got `{other}`"));
            found.push(finding.at(at.path).span(at.span).help("write \"true\" or \"false\""));
            return None;
        }
    };
    let files = data.files.unwrap_or_default();
    let names = files.split([',', '\n']).map(str::trim).filter(|name| !name.is_empty());
    let files = names.map(|name| Part::File(fields.at(below.key("files"), name.to_owned())));
    let values = fields.setting("values", data.values).map(Part::Document);
    Some(Function {
        release: fields.setting("release", data.release),
        namespace: fields.namespace(data.namespace, &reference),
        kube_version: fields.setting("kubeVersion", data.kube_version),
        upgrade,
        parts: files.chain(values).collect(),
        values_at: below.key("values"),
        reference,
    })
}

/// Decodes a block; none if anything in it is wrong: a misspelt key is nothing to go on without.
fn checked<T: for<'de> Deserialize<'de>>(node: &Node, at: &KeyPath, found: &mut Findings) -> Option<T> {
    let mut wrong = Findings::default();
    let decoded = decode(node, at, &mut wrong);
    let is_right = wrong.is_empty();
    found.extend(wrong);
    decoded.filter(|_| is_right)
}

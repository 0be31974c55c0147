//! A list of resources, as input and output.

use crate::krm::Release;
use crate::krm::as_written::as_written;
use crate::krm::function::Function;
use crate::krm::results::{Outcome, Reference};
use pulsarc_compiler::krm::NO_FUNCTION;
use pulsarc_diag::{Diagnostic, Findings, KeyPath, Sources};
use pulsarc_kube::Object;
use pulsarc_model::{Node, Value as Written};
use serde_json::{Map, Value, json};

/// The versions of the protocol: the first has flat results, the others are what older tools call by.
const CURRENT: &str = "config.kubernetes.io/v1";
const EARLIER: [&str; 2] = ["config.kubernetes.io/v1beta1", "config.kubernetes.io/v1alpha1"];
/// kpt's first functions took a plain list.
const PLAIN: &str = "v1";

/// A list of resources.
#[derive(Debug, Clone, PartialEq)]
pub struct ResourceList {
    api_version: String,
    kind: String,
    /// The resources, as they were written.
    items: Vec<Value>,
    /// What the function is to do, as it was written.
    function_config: Option<Value>,
}

impl ResourceList {
    /// Reads a document; `None` if it is not such a list, which is reported.
    pub fn read(document: &Node, sources: &Sources, found: &mut Findings) -> Option<Self> {
        let text = |key: &str| document.get(key).and_then(Node::as_text).unwrap_or_default();
        let (api_version, kind) = (text("apiVersion"), text("kind"));
        let is_list = match kind {
            "ResourceList" => api_version == CURRENT || EARLIER.contains(&api_version),
            "List" => api_version == PLAIN,
            _ => false,
        };
        if !is_list {
            let message = "standard input is not a list of resources that this function can read";
            let finding = Diagnostic::new(&NO_FUNCTION, message).span(document.span);
            found.push(finding.help(format!(
                "kustomize and kpt run this command: it reads `kind: ResourceList` of `apiVersion: {CURRENT}`"
            )));
            return None;
        }
        let items = document.get("items").map_or(&[][..], |items| items.as_list().unwrap_or_default());
        for (index, item) in items.iter().enumerate() {
            if !matches!(item.value, Written::Record(_)) {
                let finding = Diagnostic::new(&NO_FUNCTION, "an item of the list is not a resource");
                found.push(
                    finding
                        .at(KeyPath::parse("items").index(index))
                        .span(item.span)
                        .help("each item is a resource with `apiVersion`, `kind` and `metadata`"),
                );
            }
        }
        Some(Self {
            api_version: api_version.to_owned(),
            kind: kind.to_owned(),
            items: items.iter().map(|item| as_written(item, sources)).collect(),
            function_config: document.get("functionConfig").map(|config| as_written(config, sources)),
        })
    }

    /// The function's request in a list document; `None` if it is invalid, which is reported.
    pub fn function(document: &Node, found: &mut Findings) -> Option<Function> {
        let config = document.get("functionConfig").filter(|config| config.value != Written::Null);
        let Some(config) = config else {
            let finding =
                Diagnostic::new(&NO_FUNCTION, "the list has no `functionConfig`").span(document.span);
            found.push(
                finding.help(
                    "configure the function with a resource of `kind: Pulsar`: `pulsarc explain PUL0040`",
                ),
            );
            return None;
        };
        Function::read(config, found)
    }

    /// Puts a release's objects into the list: in place of those of an earlier run, new ones after all items. Foreign
    /// items stay unchanged; if one has the identity of an emitted object, that is reported and nothing changes.
    pub fn put(&mut self, objects: &[Object], release: &Release<'_>, found: &mut Findings) {
        let (items, taken) = release.merged(&self.items, objects);
        if taken.is_empty() {
            self.items = items;
        }
        found.extend(taken);
    }

    /// The list with the findings, in the format of the protocol's version.
    pub fn document(&self, outcomes: &[Outcome], function: Option<&Reference>) -> Value {
        let mut list = Map::new();
        list.insert("apiVersion".to_owned(), self.api_version.as_str().into());
        list.insert("kind".to_owned(), self.kind.as_str().into());
        list.insert("items".to_owned(), self.items.clone().into());
        if let Some(config) = &self.function_config {
            list.insert("functionConfig".to_owned(), config.clone());
        }
        if !outcomes.is_empty() {
            let is_current = self.api_version == CURRENT;
            let results: Vec<Value> =
                outcomes.iter().map(|outcome| outcome.result(function, is_current)).collect();
            let results =
                if is_current { results.into() } else { json!({ "name": "pulsarc", "items": results }) };
            list.insert("results".to_owned(), results);
        }
        Value::Object(list)
    }
}

//! The findings, in the protocol's format.

use pulsarc_diag::Severity;
use serde_json::{Map, Value, json};

/// The resource that a result is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference {
    /// Its `apiVersion`.
    pub api_version: String,
    /// Its `kind`.
    pub kind: String,
    /// Its name.
    pub name: String,
    /// Its namespace, if it has one.
    pub namespace: Option<String>,
}

/// One thing found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// The code's id.
    pub code: String,
    /// How much it matters.
    pub severity: Severity,
    /// The message and the help.
    pub message: String,
    /// The field of the function's configuration that it is about.
    pub field: Option<String>,
    /// The file that it is about, and the line in it.
    pub file: Option<(String, usize)>,
}

impl Outcome {
    /// As a result; of the current version of the protocol or of an earlier one.
    pub(crate) fn result(&self, function: Option<&Reference>, is_current: bool) -> Value {
        let mut result = Map::new();
        result.insert("message".to_owned(), self.message.as_str().into());
        let severity = match self.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "info",
        };
        result.insert("severity".to_owned(), severity.into());
        if let (Some(function), None) = (function, &self.file) {
            result.insert("resourceRef".to_owned(), function.resource(is_current));
        }
        if let Some(path) = &self.field {
            result.insert("field".to_owned(), json!({ "path": path }));
        }
        let mut tags = Map::from_iter([("code".to_owned(), Value::from(self.code.as_str()))]);
        if let Some((path, line)) = &self.file {
            result.insert("file".to_owned(), json!({ "path": path }));
            tags.insert("line".to_owned(), line.to_string().into());
        }
        result.insert("tags".to_owned(), tags.into());
        Value::Object(result)
    }
}

impl Reference {
    fn resource(&self, is_current: bool) -> Value {
        let mut name = Map::from_iter([("name".to_owned(), Value::from(self.name.as_str()))]);
        if let Some(namespace) = &self.namespace {
            name.insert("namespace".to_owned(), namespace.as_str().into());
        }
        let mut reference = Map::from_iter([
            ("apiVersion".to_owned(), Value::from(self.api_version.as_str())),
            ("kind".to_owned(), Value::from(self.kind.as_str())),
        ]);
        if is_current {
            reference.extend(name);
        } else {
            reference.insert("metadata".to_owned(), name.into());
        }
        Value::Object(reference)
    }
}

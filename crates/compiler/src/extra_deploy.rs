//! Objects that the user adds: records, or texts with the chart's templates in them.
//!
//! Helm runs these through its template engine. What such objects use of it, the release, values, the chart's names and
//! labels, indentation and quotes, is filled in here; anything more is a finding, never output.

mod template;

use pulsarc_component::Cluster;
use pulsarc_diag::{Code, Diagnostic, Findings, KeyPath, Severity};
use pulsarc_kube::{Foreign, Object};
use serde_json::Value;
use template::Template;

/// An object in `extraDeploy` that cannot be made.
pub static EXTRA: Code = Code {
    id: "PUL0902",
    severity: Severity::Error,
    title: "invalid extra object",
    page: include_str!("pages/PUL0902.md"),
};

/// The objects of `extraDeploy`.
pub(crate) fn objects(cluster: &Cluster<'_>, found: &mut Findings) -> Vec<Object> {
    let mut objects = Vec::new();
    for (index, item) in cluster.base.extra_deploy.iter().enumerate() {
        let path = KeyPath::parse("extraDeploy").index(index);
        match documents(item, cluster) {
            Ok(values) => objects.extend(values.into_iter().map(|value| Object::Foreign(Foreign { value }))),
            Err(problem) => {
                let finding =
                    Diagnostic::new(&EXTRA, problem.what).at(&path).span(cluster.root.users_span(&path));
                found.push(finding.help(problem.help));
            }
        }
    }
    objects
}

/// Why an object cannot be made, and what to write.
struct Problem {
    what: String,
    help: String,
}

impl Problem {
    fn new(what: impl Into<String>, help: impl Into<String>) -> Self {
        Self { what: what.into(), help: help.into() }
    }
}

fn documents(item: &Value, cluster: &Cluster<'_>) -> Result<Vec<Value>, Problem> {
    match item {
        Value::String(text) => {
            let filled = Template::new(cluster).fill(text)?;
            filled.split("\n---").map(str::trim).filter(|document| !document.is_empty()).map(parsed).collect()
        }
        record => {
            let mut record = record.clone();
            fill(&mut record, &Template::new(cluster))?;
            named(&record)?;
            Ok(vec![record])
        }
    }
}

/// Fills in the texts of a record.
fn fill(value: &mut Value, template: &Template<'_>) -> Result<(), Problem> {
    match value {
        Value::String(text) if text.contains("{{") => *text = template.fill(text)?,
        Value::Array(items) => items.iter_mut().try_for_each(|item| fill(item, template))?,
        Value::Object(entries) => entries.values_mut().try_for_each(|entry| fill(entry, template))?,
        _ => {}
    }
    Ok(())
}

fn parsed(document: &str) -> Result<Value, Problem> {
    let value = pulsarc_eval::parse_yaml(document).map_err(|what| {
        Problem::new(
            format!("the rendered template is not valid YAML: {what}"),
            "write the object as a map instead of text",
        )
    })?;
    named(&value)?;
    Ok(value)
}

fn named(value: &Value) -> Result<(), Problem> {
    let has =
        |pointer: &str| value.pointer(pointer).and_then(Value::as_str).is_some_and(|text| !text.is_empty());
    let missing: Vec<&str> =
        [("/apiVersion", "apiVersion"), ("/kind", "kind"), ("/metadata/name", "metadata.name")]
            .into_iter()
            .filter(|(pointer, _)| !has(pointer))
            .map(|(_, name)| name)
            .collect();
    if missing.is_empty() {
        return Ok(());
    }
    Err(Problem::new(
        format!("an object needs {}", missing.join(" and ")),
        format!("add {}", missing.join(" and ")),
    ))
}

//! One side of a difference: a configuration to build, or manifests to read; the content decides.

use crate::exit::{Exit, Failure};
use crate::files::within_project;
use crate::input::{self, ColorOption, SetOptions};
use crate::stderr;
use pulsarc_compiler::{Documents, Evaluate, Layer, Target, read_stream};
use pulsarc_diag::{Secrets, render};
use pulsarc_diff::Facts;
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};

/// The result of a side.
pub(crate) struct Side {
    /// Its objects; none if it has errors, which were reported on standard error.
    pub(crate) objects: Option<Vec<Value>>,
    /// The secrets of its configuration, which are not told.
    pub(crate) secrets: Secrets,
    /// What its components say about their pods, if it was built.
    pub(crate) facts: Facts,
    /// The exit status of this side alone.
    pub(crate) exit: Exit,
}

/// The objects of a side.
pub(crate) fn read(
    evaluations: &dyn Evaluate,
    paths: &[PathBuf],
    set: &SetOptions,
    color: &ColorOption,
    target: &Target,
) -> Result<Side, Failure> {
    if let [path] = paths {
        if path.is_dir() {
            return folder(path, color);
        }
        let layer = input::read(path)?;
        if let Some(read) = manifests(&layer) {
            return objects(read, &layer.name, color);
        }
        return build(evaluations, vec![layer], set, color, target);
    }
    let layers = paths.iter().map(|path| input::read(path)).collect::<Result<Vec<_>, _>>()?;
    build(evaluations, layers, set, color, target)
}

fn build(
    evaluations: &dyn Evaluate,
    layers: Vec<Layer>,
    set: &SetOptions,
    color: &ColorOption,
    target: &Target,
) -> Result<Side, Failure> {
    let built = set.compile(evaluations, layers, color, target);
    built.tell();
    let secrets = built.compiled.sources.secrets().clone();
    let exit = built.exit();
    if built.has_errors() {
        return Ok(Side { objects: None, secrets, facts: Facts::new(), exit });
    }
    let facts = built.compiled.component_facts().collect();
    let values = built.compiled.objects.iter().map(serde_json::to_value).collect::<Result<Vec<_>, _>>();
    Ok(Side { objects: Some(values.map_err(Failure::unwritable)?), secrets, facts, exit })
}

/// The documents of a layer, where they are manifests: one of them has an `apiVersion` and a `kind`.
fn manifests(layer: &Layer) -> Option<Documents> {
    if layer.format != pulsarc_compiler::Format::Yaml {
        return None;
    }
    let text = String::from_utf8(layer.bytes.clone()).ok()?;
    let read = read_stream(&layer.name, &text);
    // A stream that cannot be read has no documents: its text says what it would have been.
    let broken = read.findings.has_errors()
        && text
            .lines()
            .any(|line| line.starts_with("apiVersion:") || line.trim_start().starts_with("\"apiVersion\""));
    let objects = read.documents.iter().any(is_object);
    (objects || broken).then_some(read)
}

fn is_object(document: &Value) -> bool {
    ["apiVersion", "kind"].iter().all(|key| document.get(key).is_some_and(Value::is_string))
}

/// The objects of a stream, those of a `List` among them.
fn objects(read: Documents, name: &str, color: &ColorOption) -> Result<Side, Failure> {
    if read.findings.has_errors() {
        let found = read.findings.sorted(&read.sources);
        stderr::write(&render::text(&found, &read.sources, color.for_findings()));
        let secrets = read.sources.secrets().clone();
        return Ok(Side { objects: None, secrets, facts: Facts::new(), exit: Exit::Trouble });
    }
    let secrets = read.sources.secrets().clone();
    let mut objects = Vec::new();
    for (at, document) in read.documents.into_iter().enumerate() {
        flatten(document, &mut objects).map_err(|what| {
            Failure::usage(format!(
                "{name}: document {}: {what}: manifests have `apiVersion`, `kind` and `metadata.name`",
                at + 1
            ))
        })?;
    }
    Ok(Side { objects: Some(objects), secrets, facts: Facts::new(), exit: Exit::Success })
}

fn flatten(document: Value, objects: &mut Vec<Value>) -> Result<(), &'static str> {
    if !is_object(&document) {
        return Err("not a Kubernetes object");
    }
    let kind = document.get("kind").and_then(Value::as_str).unwrap_or_default().to_owned();
    match document {
        Value::Object(mut list)
            if kind.ends_with("List") && list.get("items").is_some_and(Value::is_array) =>
        {
            let items = list.remove("items");
            for item in items.as_ref().and_then(Value::as_array).into_iter().flatten() {
                let mut item = item.clone();
                typed(&mut item, &kind, list.get("apiVersion"));
                flatten(item, objects)?;
            }
            Ok(())
        }
        // A list of files for kustomize, beside the manifests.
        _ if kind == "Kustomization" => Ok(()),
        object if object.pointer("/metadata/name").is_some_and(Value::is_string) => {
            objects.push(object);
            Ok(())
        }
        _ => Err("object without a name"),
    }
}

/// The items of a `ServiceList` may leave out what they are.
fn typed(item: &mut Value, list: &str, version: Option<&Value>) {
    let (Some(item), Some(kind)) =
        (item.as_object_mut(), list.strip_suffix("List").filter(|kind| !kind.is_empty()))
    else {
        return;
    };
    item.entry("kind").or_insert_with(|| kind.into());
    item.entry("apiVersion").or_insert_with(|| version.cloned().unwrap_or_default());
}

/// All manifests below a folder.
fn folder(folder: &Path, color: &ColorOption) -> Result<Side, Failure> {
    let mut files = Vec::new();
    collect(folder, folder, &mut files)?;
    files.sort();
    if files.is_empty() {
        return Err(Failure::usage(format!(
            "{}: this folder holds no .yaml, .yml or .json files",
            folder.display()
        )));
    }
    let mut all = Side {
        objects: Some(Vec::new()),
        secrets: Secrets::default(),
        facts: Facts::new(),
        exit: Exit::Success,
    };
    for file in files {
        let layer = input::read(&file)?;
        let text = String::from_utf8_lossy(&layer.bytes);
        let read = objects(read_stream(&layer.name, &text), &layer.name, color)?;
        all.secrets.keep_all(&read.secrets);
        all.objects = all.objects.zip(read.objects).map(|(mut all, read)| {
            all.extend(read);
            all
        });
    }
    Ok(all)
}

fn collect(top: &Path, folder: &Path, files: &mut Vec<PathBuf>) -> Result<(), Failure> {
    let entries = fs::read_dir(folder).map_err(|error| Failure::input(folder, &error))?;
    for entry in entries {
        let entry = entry.map_err(|error| Failure::input(folder, &error))?;
        let (path, kind) = (entry.path(), entry.file_type());
        // A link to a folder may lead back to where it lies.
        if kind.as_ref().is_ok_and(fs::FileType::is_dir) {
            collect(top, &path, files)?;
        } else if path
            .extension()
            .is_some_and(|ending| ending == "yaml" || ending == "yml" || ending == "json")
        {
            if kind.is_ok_and(|kind| kind.is_symlink()) {
                within_project(top, &path)?;
            }
            files.push(path);
        }
    }
    Ok(())
}

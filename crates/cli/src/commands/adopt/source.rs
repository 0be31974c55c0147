//! What a takeover is based on: a release of Helm, or an existing configuration.

use super::Arguments;
use crate::exit::{Exit, Failure};
use crate::helm;
use crate::input;
use crate::output::{self, Foreign, Single};
use crate::session::Session;
use pulsarc_compiler::{Format, Layer, Target, read_stream};
use pulsarc_live::Release;
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;

/// What is taken over.
pub(super) struct Source {
    /// The configuration.
    pub(super) layers: Vec<Layer>,
    /// The manifests that Helm applied; empty without Helm.
    pub(super) manifests: Vec<Value>,
    /// Why, for the history.
    pub(super) reason: String,
}

/// An existing configuration.
pub(super) fn of_files(arguments: &Arguments) -> Result<Result<Source, Exit>, Failure> {
    let layers = arguments.config.iter().map(|path| input::read(path)).collect::<Result<Vec<_>, _>>()?;
    let names: Vec<String> = arguments.config.iter().map(|path| path.display().to_string()).collect();
    let reason = format!("adopted for {}", names.join(" "));
    Ok(Ok(Source { layers, manifests: Vec::new(), reason }))
}

/// A release of Helm, whose values become a file; an exit status if they have errors, which were reported.
pub(super) fn of_helm(
    secrets: &[Value],
    arguments: &Arguments,
    wanted: &Release,
    target: &Target,
    session: &Session,
) -> Result<Result<Source, Exit>, Failure> {
    let where_from = format!("{} in {}", wanted.name, wanted.namespace);
    // An upgrade that failed, or that is under way, is not what runs.
    let deployed: Vec<Value> = secrets.iter().filter(|secret| is_deployed(secret)).cloned().collect();
    let found = helm::release(if deployed.is_empty() { secrets } else { &deployed }, &where_from);
    let Some(release) = found.transpose()? else {
        return Err(Failure::of(
            Exit::Cluster,
            format!(
                "Helm has no release {where_from}: name the configuration of objects that kubectl or Argo CD applied with \
                --config FILE"
            ),
        ));
    };
    if deployed.is_empty() {
        stderr_line!(
            "warning: no revision of {where_from} is deployed; revision {} is read",
            release.revision
        );
    }
    session.note(format_args!(
        "{where_from}: revision {} of chart {} {}",
        release.revision, release.chart, release.chart_version
    ));
    helm::tell_other_chart(&release);
    let manifests: Vec<Value> = read_stream(&where_from, &release.manifests)
        .documents
        .into_iter()
        .filter(|document| document.get("kind").is_some())
        .collect();
    let mut layers = vec![helm::values(&release)?];
    let built = arguments.set.compile(session.evaluations(), layers.clone(), &arguments.color, target);
    if built.has_errors() {
        built.tell();
        return Ok(Err(built.exit()));
    }
    // A release that Helm has upgraded has no jobs that initialize a cluster, and shall not get any.
    if release.revision > 1 && !jobs_missing(&built.compiled.objects, &manifests).is_empty() {
        layers.push(Layer {
            name: "a release that Helm has upgraded".to_owned(),
            format: Format::Yaml,
            bytes: b"useReleaseStatus: false\n".to_vec(),
        });
    }
    let imported = pulsarc_import::import(&layers);
    helm::is_same(&imported)?;
    let Some(text) = imported.text else { return Ok(Err(Exit::BadConfig)) };
    write(arguments, &text)?;
    session.note(format_args!("written: {}", arguments.output.display()));
    let layer = input::read(&arguments.output)?;
    let reason = format!("adopted from Helm revision {}", release.revision);
    Ok(Ok(Source { layers: vec![layer], manifests, reason }))
}

fn is_deployed(secret: &Value) -> bool {
    secret.pointer("/metadata/labels/status").and_then(Value::as_str) == Some("deployed")
}

/// The jobs among objects that manifests do not have.
fn jobs_missing(objects: &[pulsarc_kube::Object], manifests: &[Value]) -> Vec<String> {
    let text =
        |value: &Value, pointer: &str| value.pointer(pointer).and_then(Value::as_str).map(str::to_owned);
    let jobs = manifests.iter().filter(|object| text(object, "/kind").as_deref() == Some("Job"));
    let there: BTreeSet<String> = jobs.filter_map(|object| text(object, "/metadata/name")).collect();
    let built = objects.iter().filter(|object| object.kind() == "Job").map(|object| object.name().to_owned());
    built.filter(|name| !there.contains(name)).collect()
}

/// Writes the configuration; a file with the same text stays, so that a takeover can be repeated.
fn write(arguments: &Arguments, text: &str) -> Result<(), Failure> {
    let path = &arguments.output;
    if fs::read_to_string(path).is_ok_and(|there| there == text) {
        return Ok(());
    }
    output::to_file(path, text, Single { mark: None, foreign: Foreign::forced(arguments.force), inputs: &[] })
        .map_err(|failure| {
            let (exit, message) = failure.parts();
            Failure::of(exit, format!("{message}, or adopt with --config {}", path.display()))
        })
}

//! The changes from one fleet to another, cluster by cluster.
//!
//! A side is a fleet, or a folder that one was built into. A cluster of one side alone comes or goes as a whole.

use super::{Arguments, Format, side};
use crate::changes::markdown;
use crate::exit::{Exit, Failure};
use crate::fleet::{self, Delivered, Files, FleetRun, Task};
use crate::input::{Built, ColorOption, SetOptions};
use crate::output::{self, By, Document};
use crate::session::Session;
use crate::target::TargetOptions;
use pulsarc_compiler::Target;
use pulsarc_diag::Secrets;
use pulsarc_diag::sanitize::{Escaped, Markdown, Terminal};
use pulsarc_diff::Changes;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use std::collections::BTreeMap;
use std::path::Path;

/// A cluster's objects, and what of them is not told.
#[derive(Default, Serialize, Deserialize)]
struct Cluster {
    objects: Vec<Value>,
    secrets: Vec<String>,
}

/// Each cluster, as JSON: a thousand of them are a hundred megabytes so, and ten times that as values.
type Clusters = BTreeMap<String, String>;

/// Reports what changes in every cluster.
pub(super) fn compared(arguments: &Arguments, session: &Session) -> Result<Exit, Failure> {
    let [old, new] = arguments.sides.as_slice() else {
        return Err(Failure::usage("a difference needs two sides: write `pulsarc diff --fleet A B`"));
    };
    // Both are read before either fails, so that one run tells all.
    let sides = [clusters(old, arguments, session)?, clusters(new, arguments, session)?];
    let [Some(old), Some(new)] = sides else { return Ok(Exit::Trouble) };
    let names: Vec<&String> = old.keys().chain(new.keys().filter(|name| !old.contains_key(*name))).collect();
    let mut names: Vec<&String> = names.into_iter().filter(|name| arguments.run.holds(name)).collect();
    names.sort();
    let mut differences = Vec::new();
    let target = arguments.target.target();
    let facts = pulsarc_compiler::component_facts(&target);
    let mut secrets = Secrets::default();
    for name in &names {
        session.clock.restart();
        let (old, new) = (cluster(old.get(*name))?, cluster(new.get(*name))?);
        let changes = pulsarc_diff::compare(&old.objects, &new.objects, &target.namespace, &facts);
        if !changes.changes.is_empty() {
            differences.push((name.as_str(), changes));
            old.secrets.iter().chain(&new.secrets).for_each(|secret| secrets.keep(secret));
        }
    }
    for (_, changes) in &mut differences {
        changes.redact(&secrets);
    }
    output::print(document(&differences, names.len(), arguments)?)?;
    Ok(if differences.is_empty() { Exit::Success } else { Exit::Differences })
}

fn cluster(text: Option<&String>) -> Result<Cluster, Failure> {
    text.map_or(Ok(Cluster::default()), |text| serde_json::from_str(text).map_err(Failure::unwritable))
}

fn text(objects: Vec<Value>, secrets: &Secrets) -> Result<String, Failure> {
    let secrets = secrets.values().map(str::to_owned).collect();
    serde_json::to_string(&Cluster { objects, secrets }).map_err(Failure::unwritable)
}

fn document(
    differences: &[(&str, Changes)],
    clusters: usize,
    arguments: &Arguments,
) -> Result<Document, Failure> {
    let plural = if clusters == 1 { "" } else { "s" };
    let last = format!("{} of {clusters} cluster{plural} change\n", differences.len());
    Ok(match arguments.format {
        Format::Json => {
            let mut all = Map::new();
            for (name, changes) in differences {
                all.insert((*name).to_owned(), serde_json::to_value(changes).map_err(Failure::unwritable)?);
            }
            let all = serde_json::json!({ "clusters": all });
            Document::of(pulsarc_kube::write::json(&all).map_err(Failure::unwritable)?, By::Serializer)
        }
        Format::Text => {
            let mut text = Escaped::<Terminal>::new();
            for (name, changes) in differences {
                text.literal("== ").line(name).literal("\n\n");
                text.append(&arguments.text(changes)).literal("\n");
            }
            text.text(last);
            text.into()
        }
        Format::Markdown => {
            let mut text = Escaped::<Markdown>::new();
            for (name, changes) in differences {
                text.literal("## ").code(name).literal("\n\n");
                text.append(&markdown::document(changes)).literal("\n");
            }
            text.text(last.trim_end()).literal("\n");
            text.into()
        }
    })
}

/// The clusters of a side; none if one of them is wrong, which is reported.
fn clusters(path: &Path, arguments: &Arguments, session: &Session) -> Result<Option<Clusters>, Failure> {
    let built = if path.is_dir() { output::written_folders(path) } else { Vec::new() };
    if !built.is_empty() {
        return manifests(path, &built, arguments, session);
    }
    let mut clusters = Clusters::new();
    let mut take = |name: &str, text: &str| {
        clusters.insert(name.to_owned(), text.to_owned());
        Ok(())
    };
    let ended = fleet::run(path, &ObjectsOfEach(arguments), session, &mut take)?;
    if ended.exit == Exit::Success {
        ended.keep(&arguments.run)?;
        return Ok(Some(clusters));
    }
    ended.tell(&arguments.run, session.verbosity)?;
    Ok(None)
}

/// What a fleet was built into.
fn manifests(
    path: &Path,
    names: &[String],
    arguments: &Arguments,
    session: &Session,
) -> Result<Option<Clusters>, Failure> {
    let mut clusters = Clusters::new();
    for name in names {
        session.clock.restart();
        let folder = path.join(name);
        let target = arguments.target.target();
        let read = side::read(session.evaluations(), &[folder], &arguments.set, &arguments.color, &target)?;
        let Some(objects) = read.objects else { return Ok(None) };
        clusters.insert(name.clone(), text(objects, &read.secrets)?);
    }
    Ok(Some(clusters))
}

/// The objects of each cluster.
struct ObjectsOfEach<'a>(&'a Arguments);

impl Arguments {
    /// What a worker does with one cluster of a fleet.
    pub(crate) fn task(&self) -> Box<dyn Task + '_> {
        Box::new(ObjectsOfEach(self))
    }
}

/// What the one document of a cluster is called.
const DOCUMENT: &str = "objects.json";

impl Task for ObjectsOfEach<'_> {
    fn target(&self) -> &TargetOptions {
        &self.0.target
    }

    fn run(&self) -> &FleetRun {
        &self.0.run
    }

    fn compiling(&self) -> (&SetOptions, &ColorOption) {
        (&self.0.set, &self.0.color)
    }

    fn done(&self) -> &'static str {
        "compared"
    }

    fn options(&self) -> String {
        format!("diff {:?}", self.0.set)
    }

    fn files(&self, built: &Built, _: &Target) -> Result<Files, Failure> {
        let objects = built.compiled.objects.iter().map(serde_json::to_value).collect::<Result<_, _>>();
        let text = text(objects.map_err(Failure::unwritable)?, built.compiled.sources.secrets())?;
        Ok(Files::from([(DOCUMENT.to_owned(), text)]))
    }

    fn deliver(&self, _: &pulsarc_fleet::Cluster, mut files: Files) -> Result<Delivered, Failure> {
        Ok(files.remove(DOCUMENT).map_or(Delivered::Nothing, Delivered::Document))
    }
}

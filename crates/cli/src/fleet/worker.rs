//! The process that works on one cluster after the other, as [`crew`](super::crew) asks for them.

use super::message::{Assignment, Failed, Listed, Question, Rendered, Reply};
use super::outside::Outside;
use super::{Delivered, Extent, Listing, Task, cache, layers, target};
use crate::exit::{Exit, Failure};
use crate::input::Built;
use crate::isolate::{self, Limits, Message};
use crate::report::Finding;
use pulsarc_compiler::InProcess;
use pulsarc_diag::Diagnostic;
use pulsarc_diag::render::{self, Color};
use pulsarc_fleet::Cluster;
use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::io;
use std::os::unix::ffi::OsStrExt;
use std::path::Path;

/// A worker at its task.
struct Worker<'t> {
    task: &'t dyn Task,
    color: Color,
    cache: Option<cache::Cache>,
    clusters: BTreeMap<String, Cluster>,
}

/// Answers until nothing more is asked.
pub(crate) fn serve(assignment: &Assignment, task: &dyn Task, limits: &Limits) -> io::Result<()> {
    let path = |bytes: &Vec<u8>| Path::new(OsStr::from_bytes(bytes)).to_owned();
    let mut worker = Worker {
        task,
        color: if assignment.colored { Color::Always } else { Color::Never },
        cache: assignment.cache.as_ref().map(|folder| cache::Cache::at(path(folder))),
        clusters: BTreeMap::new(),
    };
    while let Some(Message { id, body }) = isolate::asked()? {
        match body {
            Question::List => {
                let listed = worker.list(&path(&assignment.fleet), assignment.extent);
                isolate::answer(&Message { id, body: listed })?;
            }
            Question::Cluster(name) => {
                let mut reply = worker.answer(&name);
                reply.last = limits.has_grown();
                let last = reply.last;
                isolate::answer(&Message { id, body: reply })?;
                if last {
                    break;
                }
            }
        }
    }
    Ok(())
}

impl Worker<'_> {
    fn list(&mut self, fleet: &Path, extent: Extent) -> Listed {
        let read = match Listing::of(fleet, extent, &InProcess) {
            Ok(read) => read,
            Err(failure) => {
                return Listed { names: Vec::new(), findings: Vec::new(), failed: Some(Failed::of(failure)) };
            }
        };
        self.clusters = read.clusters.into_iter().map(|cluster| (cluster.name.clone(), cluster)).collect();
        let mut findings = Vec::new();
        for (file, found, sources) in read.findings {
            findings.extend(found.sorted(&sources).iter().map(|found| {
                let text = render::text(std::slice::from_ref(found), &sources, self.color).into_string();
                (file.clone(), Rendered { finding: Finding::of(found, &sources), text })
            }));
        }
        Listed { names: self.clusters.keys().cloned().collect(), findings, failed: None }
    }

    fn answer(&self, name: &str) -> Reply {
        match self.clusters.get(name) {
            Some(cluster) => self.outcome(cluster).unwrap_or_else(Reply::failed),
            // It was there when the fleet was listed.
            None => Reply::failed(Failure::of(
                Exit::FileSystem,
                format!("{name} was removed from the fleet during the run"),
            )),
        }
    }

    /// Processes a cluster, or uses its cached result.
    fn outcome(&self, cluster: &Cluster) -> Result<Reply, Failure> {
        let layers = layers(cluster)?;
        let target = target(cluster, self.task.target())?;
        let asked = format!("{:?} {:?} {}", self.color, target, self.task.options());
        let key = self.cache.as_ref().map(|_| cache::Key::of(&asked, &layers));
        let known = self.cache.as_ref().zip(key.as_ref()).and_then(|(cache, key)| cache.get(key));
        let cached = known.is_some();
        let mut outcome = if let Some(outcome) = known {
            outcome
        } else {
            let built = self.task.compile(layers, &target);
            let exit = built.exit();
            let files = if exit == Exit::Success { Some(self.task.files(&built, &target)?) } else { None };
            let findings = self.rendered(&built.diagnostics, &built);
            let outside = Outside::of(&built);
            let outcome = cache::CachedReply { findings, exit: exit.number(), files, outside };
            // What comes of a configuration with secrets has them, and is kept nowhere.
            let is_open = built.compiled.sources.secrets().is_empty();
            if let Some((cache, key)) = self.cache.as_ref().zip(key.as_ref()).filter(|_| is_open) {
                cache.put(key, &outcome, built.compiled.sources.imports());
            }
            outcome
        };
        let delivered = match outcome.files.take() {
            Some(files) => self.task.deliver(cluster, files)?,
            None => Delivered::Nothing,
        };
        let cache::CachedReply { findings, exit, outside, .. } = outcome;
        Ok(Reply { findings, exit, delivered, outside, cached, last: false, failed: None })
    }

    fn rendered(&self, diagnostics: &[Diagnostic], built: &Built) -> Vec<Rendered> {
        let sources = &built.compiled.sources;
        let rendered = |diagnostic: &Diagnostic| Rendered {
            finding: Finding::of(diagnostic, sources),
            text: render::text(std::slice::from_ref(diagnostic), sources, self.color).into_string(),
        };
        diagnostics.iter().map(rendered).collect()
    }
}

//! The process that works on one cluster after the other: it is asked by name on its standard input, and answers on its
//! standard output, a line each.

use super::{Delivered, Task, cache, layers, target};
use crate::budget;
use crate::exit::{Exit, Failure};
use crate::input::Built;
use crate::report::Finding;
use crate::target::TargetOptions;
use pulsarc_diag::Diagnostic;
use pulsarc_diag::render::{self, Color};
use pulsarc_fleet::{Cluster, Manifest};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::io::{self, BufRead, Write};
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

/// Marks the process of a worker.
pub(super) const MARK: &str = "PULSARC_FLEET_WORKER";

/// Says which fleet it works on: a difference has two.
pub(super) const FLEET: &str = "PULSARC_FLEET";

/// The cluster that is being worked on.
static NOW: Mutex<String> = Mutex::new(String::new());

/// A finding, and how it is told with its lines.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(crate) struct Told {
    pub(crate) finding: Finding,
    /// In colour where that is wanted.
    pub(crate) text: String,
}

/// What a worker says first: which clusters there are.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Listed {
    pub(super) names: Vec<String>,
    pub(super) told: Vec<Told>,
    pub(super) failed: Option<Failed>,
}

/// What became of one cluster.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Reply {
    pub(super) name: String,
    pub(super) told: Vec<Told>,
    /// What the findings amount to.
    pub(super) exit: u8,
    pub(super) delivered: Delivered,
    /// Whether it was known already.
    pub(super) cached: bool,
    /// Whether the worker ends over it.
    pub(super) last: bool,
    pub(super) failed: Option<Failed>,
}

/// A run that could not go on.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Failed {
    pub(super) exit: u8,
    pub(super) message: String,
}

/// The fleet that this process works on, where it is a worker.
pub(super) fn fleet() -> Option<PathBuf> {
    std::env::var_os(MARK)?;
    std::env::var_os(FLEET).map(PathBuf::from)
}

/// Answers until nothing is asked any more.
pub(super) fn serve(
    load: impl Fn() -> Result<Manifest, Failure>,
    work: impl Fn(&Cluster) -> Result<Reply, Failure>,
) -> Result<(), Failure> {
    budget::last_word(|built| {
        let name = NOW.lock().unwrap_or_else(PoisonError::into_inner).clone();
        let told = told(&built.diagnostics, built);
        let _ = say(&Reply { exit: Exit::PastLimit.number(), told, last: true, ..Reply::nothing(name) });
    });
    let (listed, clusters) = match budget::within("the fleet", load) {
        Ok(read) => {
            let clusters: BTreeMap<String, Cluster> =
                read.clusters.into_iter().map(|cluster| (cluster.name.clone(), cluster)).collect();
            let found = read.findings.sorted(&read.sources);
            let told = found.iter().map(|found| Told {
                finding: Finding::of(found, &read.sources),
                text: render::text(std::slice::from_ref(found), &read.sources, color()).into_string(),
            });
            (
                Listed { names: clusters.keys().cloned().collect(), told: told.collect(), failed: None },
                clusters,
            )
        }
        Err(failure) => {
            let failed = Some(Failed::of(failure));
            (Listed { names: Vec::new(), told: Vec::new(), failed }, BTreeMap::new())
        }
    };
    say(&listed)?;
    for name in io::stdin().lock().lines() {
        let Ok(name) = name else { break };
        name.clone_into(&mut NOW.lock().unwrap_or_else(PoisonError::into_inner));
        // It was there when the fleet was listed.
        let Some(cluster) = clusters.get(&name) else {
            let message = format!("{name} has gone from the fleet meanwhile");
            say(&Reply {
                failed: Some(Failed { exit: Exit::FileSystem.number(), message }),
                ..Reply::nothing(name)
            })?;
            continue;
        };
        let mut reply = work(cluster)
            .unwrap_or_else(|failure| Reply { failed: Some(Failed::of(failure)), ..Reply::nothing(name) });
        reply.last = budget::has_grown();
        say(&reply)?;
        if reply.last {
            break;
        }
    }
    Ok(())
}

/// Works on a cluster, or takes what is known of it.
pub(super) fn outcome(
    cluster: &Cluster,
    options: &TargetOptions,
    task: &dyn Task,
    cache: Option<&cache::Cache>,
) -> Result<Reply, Failure> {
    let layers = layers(cluster)?;
    let target = target(cluster, options)?;
    let asked = format!("{:?} {:?} {}", color(), target, task.options());
    let key = cache.map(|_| cache::Key::of(&asked, &layers));
    let known = cache.zip(key.as_ref()).and_then(|(cache, key)| cache.get(key));
    let cached = known.is_some();
    let outcome = if let Some(outcome) = known {
        outcome
    } else {
        let built = task.compile(layers, &target);
        let exit = built.exit();
        let files = if exit == Exit::Success { Some(task.files(&built, &target)?) } else { None };
        let told = told(&built.diagnostics, &built);
        let outcome = cache::Outcome { told, exit: exit.number(), files };
        // What comes of a configuration with secrets has them, and is kept nowhere.
        let is_open = built.compiled.sources.secrets().is_empty();
        if let Some((cache, key)) = cache.zip(key.as_ref()).filter(|_| is_open) {
            cache.put(key, &outcome, built.compiled.sources.imports());
        }
        outcome
    };
    let delivered = match outcome.files {
        Some(files) => task.deliver(&cluster.name, files)?,
        None => Delivered::Nothing,
    };
    let name = cluster.name.clone();
    Ok(Reply { name, told: outcome.told, exit: outcome.exit, delivered, cached, last: false, failed: None })
}

fn told(diagnostics: &[Diagnostic], built: &Built) -> Vec<Told> {
    let sources = &built.compiled.sources;
    let told = |diagnostic: &Diagnostic| Told {
        finding: Finding::of(diagnostic, sources),
        text: render::text(std::slice::from_ref(diagnostic), sources, color()).into_string(),
    };
    diagnostics.iter().map(told).collect()
}

/// As the process that asks wants it.
fn color() -> Color {
    if std::env::var_os(MARK).is_some_and(|mark| mark == COLORED) { Color::Always } else { Color::Never }
}

/// What [`MARK`] says where colour is wanted.
pub(super) const COLORED: &str = "color";

fn say(what: &impl Serialize) -> Result<(), Failure> {
    let line = serde_json::to_string(what).map_err(Failure::unwritable)? + "\n";
    let mut out = io::stdout().lock();
    out.write_all(line.as_bytes()).and_then(|()| out.flush()).map_err(|error| Failure::output(&error))
}

impl Reply {
    pub(super) fn nothing(name: String) -> Self {
        let exit = Exit::Success.number();
        let delivered = Delivered::Nothing;
        Self { name, told: Vec::new(), exit, delivered, cached: false, last: false, failed: None }
    }
}

impl Failed {
    fn of(failure: Failure) -> Self {
        let (exit, message) = failure.parts();
        Self { exit: exit.number(), message }
    }
}

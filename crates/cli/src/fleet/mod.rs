//! Fleets: the same command over many clusters.
//!
//! One process per core does the work, and this one assigns the clusters. So all cores are used, memory stays flat,
//! and a cluster that exceeds a limit or ends its process does not affect others. What a command does with one
//! cluster is its [`Task`]; nothing here knows what a cluster consists of.

mod cache;
mod crew;
mod message;
mod outside;
mod summary;
mod worker;

pub(crate) use cache::{Cache, cache_folder};
pub(crate) use summary::{Summary, merged};
pub(crate) use worker::serve;

use crate::exit::{Exit, Failure};
use crate::heading;
use crate::input::{self, Built, ColorOption, SetOptions};
use crate::inputs;
use crate::output::{self, Foreign, Mark, Single};
use crate::session::{Session, Verbosity};
use crate::stderr;
use crate::target::TargetOptions;
use clap::Args;
use crew::Crew;
use pulsarc_compiler::{Evaluate, Format, InProcess, Layer, Target};
use pulsarc_diag::render::Color;
use pulsarc_diag::sanitize::Escaped;
use pulsarc_diag::{Findings, Sources};
use pulsarc_fleet::{Cluster, Manifest, Part, SETTINGS, Shard};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Options of the commands that take a fleet.
#[derive(Debug, Args)]
#[command(next_help_heading = heading::FLEET)]
pub(crate) struct FleetOptions {
    /// Process every cluster of a fleet: a folder of configurations, or a .ncl fleet file
    ///
    /// In a folder, each subfolder with `cluster.ncl` or `values.yaml` (or `cluster.yaml`, `values.json`...) is a
    /// cluster named after its path. So is each configuration directly in the folder or in a folder `environments`, except
    /// files that another one imports, `*_test.ncl` and names that start with `_`.
    #[arg(long, value_name = "DIR|FILE", conflicts_with_all = [inputs::INPUTS, inputs::VALUES])]
    fleet: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) run: FleetRun,
}

/// How a fleet is gone through.
#[derive(Debug, Args)]
#[command(next_help_heading = heading::FLEET)]
pub(crate) struct FleetRun {
    /// Number of clusters to process at once [default: the number of cores]
    #[arg(long, value_name = "NUMBER")]
    jobs: Option<NonZeroUsize>,
    /// Process only a part of the fleet, such as 1/4; the part depends on the cluster's name only
    #[arg(long, value_name = "I/N")]
    shard: Option<Shard>,
    /// Write the result of each cluster to this file, as JSON; `pulsarc merge-report` joins the files of shards
    #[arg(long, value_name = "FILE")]
    report: Option<PathBuf>,
    /// Process every cluster again, even if nothing has changed
    #[arg(long)]
    no_cache: bool,
}

impl FleetRun {
    /// Checks that no fleet-only option was given.
    pub(crate) fn is_for_none(&self) -> Result<(), Failure> {
        let Self { jobs, shard, report, no_cache } = self;
        let options = [
            ("--jobs", jobs.is_some()),
            ("--shard", shard.is_some()),
            ("--report", report.is_some()),
            ("--no-cache", *no_cache),
        ];
        match options.iter().find(|(_, given)| *given) {
            Some((option, _)) => Err(Failure::usage(format!("{option} needs a fleet: add --fleet"))),
            None => Ok(()),
        }
    }

    /// Whether a cluster of this name is in the part that this run is about.
    pub(crate) fn holds(&self, name: &str) -> bool {
        self.shard.is_none_or(|shard| shard.holds(name))
    }
}

/// The output files of a cluster, by name.
pub(crate) type Files = BTreeMap<String, String>;

/// What a command does with one cluster of a fleet.
pub(crate) trait Task: Sync {
    /// The target of clusters that do not set their own.
    fn target(&self) -> &TargetOptions;

    /// How the fleet is gone through.
    fn run(&self) -> &FleetRun;

    /// The options that clusters are compiled with.
    fn compiling(&self) -> (&SetOptions, &ColorOption);

    /// The folder that a worker writes into, if it writes.
    fn writes(&self) -> Option<&Path> {
        None
    }

    /// What the command is called, in the past: `built`.
    fn done(&self) -> &'static str;

    /// What the outcome depends on besides the cluster itself.
    fn options(&self) -> String;

    /// Compiles the layers of a cluster, in a worker: code among them is evaluated there.
    fn compile(&self, layers: Vec<Layer>, target: &Target) -> Built {
        let (set, color) = self.compiling();
        set.compile(&InProcess, layers, color, target)
    }

    /// The output of a cluster without errors.
    fn files(&self, built: &Built, target: &Target) -> Result<Files, Failure>;

    /// Puts the files where they belong.
    fn deliver(&self, cluster: &Cluster, files: Files) -> Result<Delivered, Failure>;
}

/// The result of the files of a cluster.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) enum Delivered {
    /// There were none.
    Nothing,
    /// They were written.
    Written,
    /// They were there already.
    Unchanged,
    /// They are one document, which the caller prints.
    Document(String),
}

impl FleetOptions {
    /// The fleet, if there is one.
    pub(crate) fn given(&self) -> Option<&Path> {
        self.fleet.as_deref()
    }

    /// The fleet, if there is one; without one its other options have no meaning.
    pub(crate) fn path(&self) -> Result<Option<&Path>, Failure> {
        if self.fleet.is_none() {
            self.run.is_for_none()?;
        }
        Ok(self.fleet.as_deref())
    }
}

/// Which clusters of a folder are processed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Extent {
    /// Those that a build of the fleet has a folder for.
    Fleet,
    /// Every configuration that is found.
    Project,
}

/// What a fleet's run returns to its caller.
pub(crate) struct Ended {
    /// Every cluster's name, of this shard.
    pub(crate) names: Vec<String>,
    /// Their findings.
    pub(crate) summary: Summary,
    extent: Extent,
    /// The exit status.
    pub(crate) exit: Exit,
}

impl Ended {
    /// Reports the findings and the progress on standard error, and writes the requested report.
    pub(crate) fn tell(&self, options: &FleetRun, verbosity: Verbosity) -> Result<(), Failure> {
        stderr::write(&self.summary.findings());
        if verbosity == Verbosity::Normal {
            self.count();
        }
        self.keep(options)
    }

    /// Writes how the clusters ended to standard error: those of a project one by one.
    pub(crate) fn count(&self) {
        if self.extent == Extent::Project {
            stderr::write(&self.summary.list());
        }
        // Of a fleet whose own file is wrong there is no cluster to count.
        if !self.summary.clusters.is_empty() || self.summary.diagnostics.is_empty() {
            stderr::write(&Escaped::of(&self.summary.line()));
        }
    }

    /// Writes the report that was asked for.
    pub(crate) fn keep(&self, options: &FleetRun) -> Result<(), Failure> {
        match &options.report {
            Some(path) => {
                let single = Single { mark: Some(Mark::REPORT), foreign: Foreign::Refuse, inputs: &[] };
                output::to_file(path, &self.summary.json()?, single)
            }
            None => Ok(()),
        }
    }
}

/// Does a task for every cluster; documents are handed to `print` in the order of the clusters' names.
pub(crate) fn run(
    path: &Path,
    task: &dyn Task,
    session: &Session,
    print: &mut dyn FnMut(&str, &str) -> Result<(), Failure>,
) -> Result<Ended, Failure> {
    run_over(path, Extent::Fleet, task, session, print)
}

/// Does a task for every cluster of this extent.
pub(crate) fn run_over(
    path: &Path,
    extent: Extent,
    task: &dyn Task,
    session: &Session,
    print: &mut dyn FnMut(&str, &str) -> Result<(), Failure>,
) -> Result<Ended, Failure> {
    let cache = (!task.run().no_cache).then(Cache::open).flatten();
    let colored = task.compiling().1.for_findings() == Color::Always;
    let Session { limits, clock, verbosity, .. } = session;
    let verbosity = *verbosity;
    let crew = Crew { path, extent, task, limits, verbosity, clock, colored, cache: cache.as_ref() };
    let ended = crew.run(task.run(), print)?;
    if let Some(cache) = cache {
        cache.keep_small();
    }
    Ok(ended)
}

/// The clusters of a fleet, and the findings about the files of fleets.
#[derive(Default)]
struct Listing {
    clusters: Vec<Cluster>,
    /// What is wrong with the file of a fleet, by its name.
    findings: Vec<(String, Findings, Arc<Sources>)>,
}

impl Listing {
    fn of(path: &Path, extent: Extent, evaluations: &dyn Evaluate) -> Result<Self, Failure> {
        let mut listing = Self::default();
        match extent {
            Extent::Fleet if path.is_dir() => {
                listing.clusters = pulsarc_fleet::clusters(path).map_err(Failure::usage)?;
            }
            Extent::Fleet => listing.take("the fleet", manifest(path, evaluations)?),
            Extent::Project => {
                let mut project = pulsarc_fleet::project(path).map_err(Failure::usage)?;
                if !project.findings.is_empty() {
                    let findings = std::mem::take(&mut project.findings);
                    listing.findings.push((SETTINGS.to_owned(), findings, project.sources.clone()));
                }
                for path in &project.fleets.clone() {
                    let mut read = manifest(path, evaluations)?;
                    project.without_layers_of(&read.clusters);
                    let file = path.strip_prefix(".").unwrap_or(path).display().to_string();
                    for cluster in &mut read.clusters {
                        cluster.name = format!("{file}: {}", cluster.name);
                    }
                    listing.take(&file, read);
                }
                listing.clusters.extend(project.clusters);
            }
        }
        Ok(listing)
    }

    fn take(&mut self, name: &str, read: Manifest) {
        self.clusters.extend(read.clusters);
        if !read.findings.is_empty() {
            self.findings.push((name.to_owned(), read.findings, read.sources));
        }
    }
}

/// The configurations of a project, without those that its lists get wrong: `check` reports why.
pub(crate) fn configurations(folder: &Path, evaluations: &dyn Evaluate) -> Result<Vec<Cluster>, Failure> {
    Ok(Listing::of(folder, Extent::Project, evaluations)?.clusters)
}

/// The clusters in the file of a fleet.
fn manifest(path: &Path, evaluations: &dyn Evaluate) -> Result<Manifest, Failure> {
    std::fs::metadata(path).map_err(|error| Failure::input(path, &error))?;
    if path.extension().is_none_or(|ending| ending != "ncl") {
        return Err(Failure::usage(format!(
            "{}: a fleet is a folder of configurations, or a .ncl file",
            path.display()
        )));
    }
    let folder = path.parent().unwrap_or(Path::new(""));
    Ok(pulsarc_fleet::manifest(evaluations, &input::read(path)?, folder))
}

/// The layers of a cluster.
pub(crate) fn layers(cluster: &Cluster) -> Result<Vec<Layer>, Failure> {
    let layer = |part: &Part| match part {
        Part::File(path) => input::read(path),
        Part::Record(record) => Ok(Layer {
            name: cluster.name.clone(),
            format: Format::Record(record.clone()),
            bytes: Vec::new(),
        }),
    };
    cluster.layers.iter().map(layer).collect()
}

/// What a cluster is built for: the fleet's own words over those of the command line.
pub(crate) fn target(cluster: &Cluster, options: &TargetOptions) -> Result<Target, Failure> {
    options
        .target_of(cluster.release.as_deref(), cluster.namespace.as_deref())
        .map_err(|(what, why)| Failure::usage(format!("{}: the {what} of this cluster: {why}", cluster.name)))
}

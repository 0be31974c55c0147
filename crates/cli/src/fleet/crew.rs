//! The workers of a fleet: one process per core, each processing one cluster at a time. A crash is reported for the
//! cluster that the worker was processing, and another worker takes over.

use super::message::{Assignment, Failed, Listed, Question, Rendered, Reply};
use super::summary::{Cluster, Summary};
use super::{Cache, Delivered, Ended, Extent, FleetRun, Task};
use crate::exit::{Exit, Failure};
use crate::isolate::{Access, Child, Clock, End, Limits, Role};
use crate::report::Finding;
use crate::session::Verbosity;
use indicatif::{ProgressBar, ProgressStyle};
use pulsarc_compiler::import_roots;
use pulsarc_diag::render::{self, Color};
use pulsarc_diag::{Diagnostic, Severity, Sources};
use pulsarc_fleet::Shared;
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::sync_channel;
use std::time::Instant;

/// What every worker is started with.
pub(super) struct Crew<'a> {
    pub(super) path: &'a Path,
    pub(super) extent: Extent,
    pub(super) task: &'a dyn Task,
    pub(super) limits: &'a Limits,
    /// The time of this process, of which each cluster has its own.
    pub(super) clock: &'a Clock,
    pub(super) verbosity: Verbosity,
    pub(super) colored: bool,
    pub(super) cache: Option<&'a Cache>,
}

/// What came of the clusters so far.
struct Sum<'p> {
    summary: Summary,
    shared: Shared<Rendered>,
    worst: Exit,
    print: &'p mut dyn FnMut(&str, &str) -> Result<(), Failure>,
}

impl Crew<'_> {
    /// Has every cluster of the shard worked on.
    pub(super) fn run(
        &self,
        options: &FleetRun,
        print: &mut dyn FnMut(&str, &str) -> Result<(), Failure>,
    ) -> Result<Ended, Failure> {
        let started = Instant::now();
        let _made = Made::folder(self.task.writes())?;
        let (first, listed) = self.worker()?;
        if let Some(failed) = listed.failed {
            return Err(Failure::of(Exit::numbered(failed.exit), failed.message));
        }
        let summary = Summary::of(self.path, options.shard, self.task.done());
        let mut sum = Sum { summary, shared: Shared::default(), worst: Exit::Success, print };
        let extent = self.extent;
        if !listed.findings.is_empty() && extent == Extent::Fleet {
            for (_, rendered) in listed.findings {
                sum.shared.add("the fleet", rendered);
            }
            sum.summary.diagnostics = sum.shared.into_findings();
            return Ok(Ended { names: Vec::new(), summary: sum.summary, extent, exit: Exit::BadConfig });
        }
        let names: Vec<String> = listed.names.into_iter().filter(|name| options.holds(name)).collect();
        let jobs = options.jobs.or_else(|| std::thread::available_parallelism().ok()).map_or(1, usize::from);
        self.all(&names, jobs, first, &mut sum)?;
        is_complete(&names, &sum.summary.clusters)?;
        for (file, rendered) in listed.findings {
            sum.fleet(&file, rendered);
        }
        let levels = self.task.compiling().0.levels();
        let color = if self.colored { Color::Always } else { Color::Never };
        sum.summary.add_shared(&levels, color, &mut sum.shared);
        sum.worst = Exit::worst([sum.worst, sum.summary.exit()]);
        sum.summary.diagnostics = sum.shared.into_findings();
        sum.summary.seconds = started.elapsed().as_secs_f64();
        Ok(Ended { names, summary: sum.summary, extent, exit: sum.worst })
    }

    /// Has the clusters worked on by as many workers as there are jobs, and sums up in the order of their names.
    fn all(&self, names: &[String], jobs: usize, first: Child, sum: &mut Sum<'_>) -> Result<(), Failure> {
        let bar = if self.verbosity == Verbosity::Quiet { ProgressBar::hidden() } else { bar(names.len()) };
        let next = AtomicUsize::new(0);
        // A worker that is far ahead of the one whose turn it is waits: what is not summed up yet is held in memory.
        let (send, receive) = sync_channel::<(usize, Reply)>(jobs * 4);
        let result = std::thread::scope(|scope| {
            let mut worker = Some(first);
            for _ in 0..jobs.min(names.len()) {
                let (send, next) = (send.clone(), &next);
                let mut bench = Bench { crew: self, jobs, worker: worker.take(), asked: VecDeque::new() };
                scope.spawn(move || {
                    while let Some(answer) = bench.next(names, next) {
                        if send.send(answer).is_err() {
                            break;
                        }
                    }
                });
            }
            drop(send);
            let mut early = BTreeMap::new();
            let mut turn = 0;
            for (at, reply) in receive {
                self.clock.restart();
                early.insert(at, reply);
                while let Some(reply) = early.remove(&turn) {
                    sum.take(&names[turn], reply)?;
                    turn += 1;
                    bar.inc(1);
                }
            }
            Ok(())
        });
        bar.finish_and_clear();
        result
    }

    /// Starts a worker: this command again, with the same arguments.
    fn worker(&self) -> Result<(Child, Listed), Failure> {
        let assignment = Assignment {
            fleet: self.path.as_os_str().as_bytes().to_vec(),
            extent: self.extent,
            colored: self.colored,
            cache: self.cache.map(|cache| cache.folder().as_os_str().as_bytes().to_vec()),
        };
        let arguments = std::env::args_os().skip(1);
        let started = Child::start(Role::Work, arguments, self.access(), &assignment);
        let mut worker = started.map_err(|error| Failure::no_worker(&error))?;
        worker.ask(&Question::List);
        if let Ok(listed) = worker.answer(self.limits) {
            Ok((worker, listed))
        } else {
            let (found, _) = worker.finding(text);
            let help = found.help.map(|help| format!(": {help}")).unwrap_or_default();
            let message = format!("cannot list the fleet: {}{help}", found.message);
            Err(Failure::of(Exit::PastLimit, message))
        }
    }

    /// What a worker can reach: the fleet, what its clusters may import, and the folders that it writes into.
    fn access(&self) -> Access {
        let whole = std::path::absolute(self.path).unwrap_or_else(|_| self.path.to_owned());
        let folder = if self.path.is_dir() { &whole } else { whole.parent().unwrap_or(&whole) };
        let roots = import_roots(folder);
        let read = roots.iter().map(PathBuf::as_path).chain([folder]);
        Access::reading(read).writing(self.task.writes().into_iter().chain(self.cache.map(Cache::folder)))
    }
}

impl Sum<'_> {
    /// Takes what is wrong with the file of a fleet in a project: it counts as a cluster that failed.
    fn fleet(&mut self, file: &str, rendered: Rendered) {
        let severity = rendered.finding.severity;
        let same = self.summary.clusters.iter().position(|cluster| cluster.name == file);
        let at = same.unwrap_or_else(|| {
            self.summary.clusters.push(Cluster { status: Exit::BadConfig.number(), ..Cluster::named(file) });
            self.summary.clusters.len() - 1
        });
        self.summary.clusters[at].count(severity);
        self.shared.add(file, rendered);
    }

    /// Takes the result of a cluster into the summary.
    fn take(&mut self, name: &str, reply: Reply) -> Result<(), Failure> {
        let Reply { findings, exit, delivered, outside, cached, last: _, failed } = reply;
        let mut exit = Exit::numbered(exit);
        let count =
            |severity| findings.iter().filter(|rendered| rendered.finding.severity == severity).count();
        let mut cluster = Cluster {
            errors: count(Severity::Error),
            warnings: count(Severity::Warning),
            notes: count(Severity::Note),
            cached,
            written: matches!(delivered, Delivered::Written),
            outside,
            status: exit.number(),
            ..Cluster::named(name)
        };
        if let Some(Failed { exit: number, message }) = failed {
            exit = Exit::numbered(number);
            cluster.status = exit.number();
            cluster.failure = Some(message);
        }
        for rendered in findings {
            self.shared.add(name, rendered);
        }
        if let Delivered::Document(text) = delivered {
            (self.print)(name, &text)?;
        }
        // The file system's trouble is reported before a limit, and that before a mistake.
        if exit.weight() > self.worst.weight() {
            self.worst = exit;
        }
        self.summary.clusters.push(cluster);
        Ok(())
    }
}

fn bar(clusters: usize) -> ProgressBar {
    let bar = ProgressBar::new(clusters as u64);
    if let Ok(style) = ProgressStyle::with_template("{bar:40} {pos}/{len} clusters, {eta} left") {
        bar.set_style(style);
    }
    bar
}

/// The folders created for the workers, which cannot create any above those they can access. They are removed if they
/// stay empty.
struct Made<'p>(Vec<&'p Path>);

impl<'p> Made<'p> {
    fn folder(path: Option<&'p Path>) -> Result<Self, Failure> {
        let above = path.into_iter().flat_map(Path::ancestors);
        let missing = above.take_while(|path| !path.as_os_str().is_empty() && !path.exists()).collect();
        if let Some(path) = path {
            fs::create_dir_all(path)
                .map_err(|error| Failure::file("cannot make the folder", path, &error))?;
        }
        Ok(Self(missing))
    }
}

impl Drop for Made<'_> {
    fn drop(&mut self) {
        // One with something in it stays.
        let _ = self.0.iter().try_for_each(fs::remove_dir);
    }
}

/// A worker and its requests. It gets its next cluster while it still processes one, so that it never waits.
struct Bench<'a> {
    crew: &'a Crew<'a>,
    jobs: usize,
    worker: Option<Child>,
    /// The clusters that it was asked for, the one that it is at first.
    asked: VecDeque<(usize, &'a str)>,
}

impl<'a> Bench<'a> {
    /// The result of the next cluster, by its place among the names; none if nothing is left.
    fn next(&mut self, names: &'a [String], next: &AtomicUsize) -> Option<(usize, Reply)> {
        loop {
            // If few are left, no worker has one waiting while another has nothing to do.
            let left = names.len().saturating_sub(next.load(Ordering::Relaxed));
            let most = if left > 2 * self.jobs { 2 } else { 1 };
            if self.asked.len() >= most {
                break;
            }
            let at = next.fetch_add(1, Ordering::Relaxed);
            let Some(name) = names.get(at) else { break };
            self.asked.push_back((at, name));
            if let Some(worker) = &mut self.worker {
                worker.ask(&Question::Cluster(name.clone()));
            }
        }
        let (at, _) = *self.asked.front()?;
        let reply = self.answer().unwrap_or_else(Reply::failed);
        self.asked.pop_front();
        Some((at, reply))
    }

    /// The answer about the cluster that the worker is at; if it ends over it, that is the answer.
    fn answer(&mut self) -> Result<Reply, Failure> {
        let mut worker = match self.worker.take() {
            Some(worker) => worker,
            None => self.replaced()?,
        };
        match worker.answer::<Reply>(self.crew.limits) {
            Ok(reply) => {
                if !reply.last {
                    self.worker = Some(worker);
                }
                Ok(reply)
            }
            Err(end) => Ok(self.crew.ended(&worker, &end)),
        }
    }

    /// Another worker, asked for all that the one before it has not answered.
    fn replaced(&self) -> Result<Child, Failure> {
        let (mut worker, _) = self.crew.worker()?;
        for (_, name) in &self.asked {
            worker.ask(&Question::Cluster((*name).to_owned()));
        }
        Ok(worker)
    }
}

impl Crew<'_> {
    /// The report for a cluster whose worker ended.
    fn ended(&self, worker: &Child, end: &End) -> Reply {
        let (found, sources): (Diagnostic, Sources) = worker.finding(text);
        let color = if self.colored { Color::Always } else { Color::Never };
        let text = render::text(std::slice::from_ref(&found), &sources, color).into_string();
        let findings = vec![Rendered { finding: Finding::of(&found, &sources), text }];
        let exit = match end {
            End::Passed(_) | End::Signal => Exit::PastLimit,
            End::Status(_) | End::OutOfTurn => Exit::BadConfig,
        };
        Reply { findings, exit: exit.number(), ..Reply::nothing() }
    }
}

/// That every cluster of the fleet has an answer: one without is not a good one.
fn is_complete(names: &[String], answered: &[Cluster]) -> Result<(), Failure> {
    if names.iter().eq(answered.iter().map(|cluster| &cluster.name)) {
        return Ok(());
    }
    let answered: BTreeSet<&str> = answered.iter().map(|cluster| cluster.name.as_str()).collect();
    let missing: Vec<&str> =
        names.iter().map(String::as_str).filter(|name| !answered.contains(name)).collect();
    let message = format!(
        "pulsarc failed: {} of {} clusters have no result: {}; please report this",
        missing.len(),
        names.len(),
        missing.join(", ")
    );
    Err(Failure::of(Exit::FileSystem, message))
}

/// The text of a file that a worker has read.
fn text(name: &str) -> Option<String> {
    fs::read_to_string(name).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fleet_with_a_missing_or_a_double_answer_has_failed() {
        let names = ["a", "b", "z"].map(str::to_owned);
        let summed = |names: &[&str]| {
            let summary = Summary::of(Path::new("fleet"), None, "checked");
            let mut print = |_: &str, _: &str| Ok(());
            let mut sum = Sum { summary, shared: Shared::default(), worst: Exit::Success, print: &mut print };
            for name in names {
                sum.take(name, Reply::nothing()).expect("it is taken");
            }
            sum.summary.clusters
        };
        assert!(is_complete(&names, &summed(&["a", "b", "z"])).is_ok());
        for wrong in [&["a", "b"][..], &["a", "b", "b"], &["a", "b", "z", "z"], &[]] {
            assert!(is_complete(&names, &summed(wrong)).is_err(), "{wrong:?}");
        }
    }
}

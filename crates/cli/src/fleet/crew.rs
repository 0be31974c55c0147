//! The workers of a fleet: a process each, asked for one cluster after the other. One that ends is told of with the
//! cluster that it was at, and another takes its place.

use super::summary::{Cluster, Summary};
use super::worker::{COLORED, FLEET, Listed, MARK, Reply, Told};
use super::{Delivered, Ended, FleetRun};
use crate::budget;
use crate::exit::{Exit, Failure};
use crate::report::Finding;
use crate::steps::Steps;
use crate::supervisor;
use indicatif::{ProgressBar, ProgressStyle};
use pulsarc_diag::render::{self, Color};
use pulsarc_diag::{Diagnostic, Severity, Sources};
use pulsarc_fleet::Shared;
use std::collections::{BTreeMap, VecDeque};
use std::fs::File;
use std::io::{self, BufRead, BufReader, Seek, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::sync_channel;
use std::time::Instant;

/// Has every cluster of the shard worked on.
pub(super) fn run(
    path: &Path,
    options: &FleetRun,
    colored: bool,
    done: &'static str,
    print: &mut dyn FnMut(&str, &str) -> Result<(), Failure>,
) -> Result<Ended, Failure> {
    let started = Instant::now();
    let (first, listed) = Worker::start(path, colored)?;
    if let Some(failed) = listed.failed {
        return Err(Failure::of(Exit::numbered(failed.exit), failed.message));
    }
    let mut shared: Shared<Told> = Shared::default();
    let mut summary = Summary::of(path, options.shard, done);
    if !listed.told.is_empty() {
        for told in listed.told {
            shared.add("the fleet", told);
        }
        summary.diagnostics = shared.told();
        let exit = Exit::BadConfig;
        return Ok(Ended { names: Vec::new(), summary, exit });
    }
    let names: Vec<String> =
        listed.names.into_iter().filter(|name| options.shard.is_none_or(|shard| shard.holds(name))).collect();
    let bar = bar(names.len());
    let mut worst = Exit::Success;
    let mut trouble = None;
    let jobs = options.jobs.or_else(|| std::thread::available_parallelism().ok()).map_or(1, usize::from);
    let next = AtomicUsize::new(0);
    // A worker that is far ahead of the one whose turn it is to be told waits: what is not told yet is held in memory.
    let (send, receive) = sync_channel::<(usize, Reply)>(jobs * 4);
    std::thread::scope(|scope| {
        let mut worker = Some(first);
        for _ in 0..jobs.min(names.len()) {
            let (send, names, next) = (send.clone(), &names, &next);
            let mut bench = Bench { path, colored, jobs, worker: worker.take(), asked: VecDeque::new() };
            scope.spawn(move || {
                while let Some((at, reply)) = bench.next(names, next) {
                    if send.send((at, reply)).is_err() {
                        break;
                    }
                }
            });
        }
        drop(send);
        let mut early = BTreeMap::new();
        let mut turn = 0;
        for (at, reply) in receive {
            early.insert(at, reply);
            while let Some(reply) = early.remove(&turn) {
                turn += 1;
                bar.inc(1);
                if let Err(failure) = taken(reply, &mut summary, &mut shared, &mut worst, print) {
                    trouble = Some(failure);
                    return;
                }
            }
        }
    });
    bar.finish_and_clear();
    if let Some(failure) = trouble {
        return Err(failure);
    }
    summary.diagnostics = shared.told();
    summary.seconds = started.elapsed().as_secs_f64();
    Ok(Ended { names, summary, exit: worst })
}

/// Takes what became of a cluster into the summary.
fn taken(
    reply: Reply,
    summary: &mut Summary,
    shared: &mut Shared<Told>,
    worst: &mut Exit,
    print: &mut dyn FnMut(&str, &str) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let Reply { name, told, exit, delivered, cached, last: _, failed } = reply;
    let mut exit = Exit::numbered(exit);
    let count = |severity| told.iter().filter(|told| told.finding.severity == severity).count();
    let mut cluster = Cluster {
        errors: count(Severity::Error),
        warnings: count(Severity::Warning),
        notes: count(Severity::Note),
        cached,
        written: matches!(delivered, Delivered::Written),
        failure: None,
        status: exit.number(),
        name,
    };
    if let Some(failed) = failed {
        exit = Exit::numbered(failed.exit);
        cluster.status = exit.number();
        cluster.failure = Some(failed.message);
    }
    for told in told {
        shared.add(&cluster.name, told);
    }
    if let Delivered::Document(text) = delivered {
        print(&cluster.name, &text)?;
    }
    // The file system's trouble is told before a limit's, and that before a mistake.
    if exit.weight() > worst.weight() {
        *worst = exit;
    }
    summary.clusters.push(cluster);
    Ok(())
}

fn bar(clusters: usize) -> ProgressBar {
    let bar = ProgressBar::new(clusters as u64);
    if let Ok(style) = ProgressStyle::with_template("{bar:40} {pos}/{len} clusters, {eta} left") {
        bar.set_style(style);
    }
    bar
}

/// A worker and what it is asked for. It is handed its next cluster while it is still at one, so that it never waits.
struct Bench<'a> {
    path: &'a Path,
    colored: bool,
    jobs: usize,
    worker: Option<Worker>,
    /// The clusters that it was asked for, the one that it is at first.
    asked: VecDeque<(usize, &'a str)>,
}

impl<'a> Bench<'a> {
    /// What became of the next cluster; none where nothing is left.
    fn next(&mut self, names: &'a [String], next: &AtomicUsize) -> Option<(usize, Reply)> {
        loop {
            // Where few are left no worker has one waiting while another has nothing to do.
            let left = names.len().saturating_sub(next.load(Ordering::Relaxed));
            let most = if left > 2 * self.jobs { 2 } else { 1 };
            if self.asked.len() >= most {
                break;
            }
            let at = next.fetch_add(1, Ordering::Relaxed);
            let Some(name) = names.get(at) else { break };
            self.asked.push_back((at, name));
            if let Some(worker) = &mut self.worker {
                // One that has ended is found out by its answer.
                let _ = worker.ask(name);
            }
        }
        let (at, name) = *self.asked.front()?;
        let reply = self.answer(name);
        self.asked.pop_front();
        Some((at, reply))
    }

    /// The answer about the cluster that the worker is at; where it ends over it, that is the answer.
    fn answer(&mut self, name: &str) -> Reply {
        if self.worker.is_none() {
            match self.replaced() {
                Ok(worker) => self.worker = Some(worker),
                Err(message) => {
                    let failed = Some(super::worker::Failed { exit: Exit::FileSystem.number(), message });
                    return Reply { failed, ..Reply::nothing(name.to_owned()) };
                }
            }
        }
        let reply = self.worker.as_mut().and_then(Worker::reply);
        match reply {
            Some(reply) => {
                // One that told of a limit ends by it, and so does one that has grown.
                if reply.last {
                    self.worker = None;
                }
                reply
            }
            None => self
                .worker
                .take()
                .map_or_else(|| Reply::nothing(name.to_owned()), |it| it.ended(name, self.colored)),
        }
    }

    /// Another worker, asked for all that the one before it has not answered.
    fn replaced(&self) -> Result<Worker, String> {
        let (mut worker, _) = Worker::start(self.path, self.colored).map_err(|failure| failure.parts().1)?;
        for (_, name) in &self.asked {
            let _ = worker.ask(name);
        }
        Ok(worker)
    }
}

struct Worker {
    process: Child,
    steps: Steps,
    /// What it writes to its standard error.
    told: Option<File>,
    input: Option<ChildStdin>,
    output: BufReader<ChildStdout>,
}

impl Worker {
    /// Starts a worker: this command again, with the same arguments.
    fn start(path: &Path, colored: bool) -> Result<(Self, Listed), Failure> {
        let started = || -> io::Result<(Self, Option<Listed>)> {
            let mut command = Command::new(std::env::current_exe()?);
            command
                .args(std::env::args_os().skip(1))
                .env(MARK, if colored { COLORED } else { "plain" })
                .env(FLEET, path);
            let steps = supervisor::mark(&mut command);
            let told = tempfile::tempfile().ok();
            if let Some(told) = &told {
                command.stderr(told.try_clone()?);
            }
            let mut process = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()?;
            let input = process.stdin.take();
            let output = process.stdout.take().ok_or_else(|| io::Error::other("it has no output"))?;
            let mut worker = Self { process, steps, told, input, output: BufReader::new(output) };
            let listed = worker.line().and_then(|line| serde_json::from_str(&line).ok());
            Ok((worker, listed))
        };
        let (worker, listed) = started().map_err(|error| Failure::no_worker(&error))?;
        if let Some(listed) = listed {
            return Ok((worker, listed));
        }
        let (finding, _) = worker.end();
        Err(Failure::of(Exit::PastLimit, format!("the fleet cannot be listed: {}", finding.message)))
    }

    /// Asks for a cluster, after those that it was asked for already.
    fn ask(&mut self, name: &str) -> io::Result<()> {
        self.input.as_mut().map_or(Ok(()), |input| input.write_all(format!("{name}\n").as_bytes()))
    }

    /// Its answer about the first cluster that it has not answered for; none where it has ended.
    fn reply(&mut self) -> Option<Reply> {
        serde_json::from_str(&self.line()?).ok()
    }

    fn line(&mut self) -> Option<String> {
        let mut line = String::new();
        let read = self.output.read_line(&mut line).ok()?;
        (read > 0).then_some(line)
    }

    /// What is told of a cluster over which it ended.
    fn ended(self, name: &str, colored: bool) -> Reply {
        let (found, sources) = self.end();
        let color = if colored { Color::Always } else { Color::Never };
        let text = render::text(std::slice::from_ref(&found), &sources, color).into_string();
        let told = vec![Told { finding: Finding::of(&found, &sources), text }];
        Reply { told, exit: Exit::PastLimit.number(), ..Reply::nothing(name.to_owned()) }
    }

    /// What is told of its end.
    fn end(mut self) -> (Diagnostic, Sources) {
        self.input = None;
        let status = self.process.wait().ok().and_then(|status| status.code());
        budget::ended_by_itself(status, &self.steps)
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        self.input = None;
        let ended = self.process.wait();
        // What one says that ends by a signal is of the runtime, not of a configuration.
        if ended.is_ok_and(|status| status.code().is_some())
            && let Some(told) = &mut self.told
        {
            let _ = told.rewind().and_then(|()| io::copy(told, &mut io::stderr().lock()));
        }
    }
}

//! The workers of a fleet: a process each, asked for one cluster after the other. One that ends is told of with the
//! cluster that it was at, and another takes its place.

use super::summary::{Cluster, Summary};
use super::worker::{COLORED, FLEET, Listed, MARK, Reply, Told};
use super::{Delivered, Ended, FleetRun};
use crate::budget;
use crate::exit::{Exit, Failure};
use crate::report::Finding;
use crate::supervisor;
use indicatif::{ProgressBar, ProgressStyle};
use pulsarc_diag::Severity;
use pulsarc_fleet::Shared;
use std::collections::BTreeMap;
use std::io::{self, BufRead, BufReader, Write};
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
            let (send, names, next, worker) = (send.clone(), &names, &next, worker.take());
            scope.spawn(move || {
                let mut worker = worker;
                loop {
                    let at = next.fetch_add(1, Ordering::Relaxed);
                    let Some(name) = names.get(at) else { break };
                    if send.send((at, ask(&mut worker, path, name, colored))).is_err() {
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

/// Asks for a cluster; where the worker ends over it, that is the answer.
fn ask(worker: &mut Option<Worker>, path: &Path, name: &str, colored: bool) -> Reply {
    let failed = |message: String| Reply {
        failed: Some(super::worker::Failed { exit: Exit::FileSystem.number(), message }),
        ..Reply::nothing(name.to_owned())
    };
    if worker.is_none() {
        match Worker::start(path, colored) {
            Ok((fresh, _)) => *worker = Some(fresh),
            Err(failure) => return failed(failure.parts().1),
        }
    }
    let Some(asked) = worker.as_mut() else { return failed("there is no worker".to_owned()) };
    match asked.ask(name) {
        // One that told of a limit ends by it.
        Some(reply) if reply.last => {
            *worker = None;
            reply
        }
        Some(reply) => reply,
        None => {
            let ended = worker.take().map(Worker::end);
            let finding = budget::ended_by_itself(ended.flatten());
            let text = format!(
                "{}[{}]: {}\n = help: {}\n\n",
                finding.severity,
                finding.code.id,
                finding.message,
                finding.help.as_deref().unwrap_or_default()
            );
            let finding = Finding::of(&finding, &pulsarc_diag::Sources::default());
            let told = vec![Told { finding, text }];
            Reply { told, exit: Exit::PastLimit.number(), ..Reply::nothing(name.to_owned()) }
        }
    }
}

struct Worker {
    process: Child,
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
            supervisor::mark(&mut command);
            let mut process = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()?;
            let input = process.stdin.take();
            let output = process.stdout.take().ok_or_else(|| io::Error::other("it has no output"))?;
            let mut worker = Self { process, input, output: BufReader::new(output) };
            let listed = worker.line().and_then(|line| serde_json::from_str(&line).ok());
            Ok((worker, listed))
        };
        let (worker, listed) = started().map_err(|error| Failure::no_worker(&error))?;
        if let Some(listed) = listed {
            return Ok((worker, listed));
        }
        let finding = budget::ended_by_itself(worker.end());
        Err(Failure::of(Exit::PastLimit, format!("the fleet cannot be listed: {}", finding.message)))
    }

    fn ask(&mut self, name: &str) -> Option<Reply> {
        let input = self.input.as_mut()?;
        writeln!(input, "{name}").and_then(|()| input.flush()).ok()?;
        serde_json::from_str(&self.line()?).ok()
    }

    fn line(&mut self) -> Option<String> {
        let mut line = String::new();
        let read = self.output.read_line(&mut line).ok()?;
        (read > 0).then_some(line)
    }

    /// Its exit status, where it ended by itself.
    fn end(mut self) -> Option<i32> {
        self.input = None;
        self.process.wait().ok()?.code()
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        self.input = None;
        let _ = self.process.wait();
    }
}

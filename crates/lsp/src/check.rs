//! Checks in the background: a thread that compiles what has changed, so that the client never waits for a check.

use crate::analysis::Checked;
use crate::edge::{Compiled, Edge};
use crate::texts::Texts;
use crate::workspace::{Configuration, Workspace};
use crossbeam_channel::{Receiver, Sender, unbounded};
use pulsarc_compiler::on_deep_thread;
use std::io;
use std::path::PathBuf;
use std::sync::Arc;

/// Counts the changes of texts: a result is as new as the stamp of its texts.
pub(crate) type Stamp = u64;

/// What is to be done.
#[derive(Debug)]
pub(crate) enum Job {
    /// Search the projects' folders.
    Search(Vec<PathBuf>),
    /// Check a configuration.
    Check(Arc<Configuration>),
}

/// A job with the texts that it is about.
#[derive(Debug)]
pub(crate) struct Ordered {
    pub(crate) job: Job,
    pub(crate) texts: Texts,
    pub(crate) stamp: Stamp,
}

/// What was done.
pub(crate) enum Done {
    /// The projects.
    Found(Box<Workspace>, Stamp),
    /// A configuration; none if a file of it is not there.
    Checked(String, Option<Box<Checked>>, Stamp),
}

/// Whoever checks.
pub(crate) struct Checker {
    orders: Sender<Ordered>,
    /// What was done, in the order in which it was done.
    pub(crate) done: Receiver<Done>,
}

impl Checker {
    /// Starts the thread, which ends with this.
    pub(crate) fn start(edge: Arc<Edge>) -> io::Result<Self> {
        let (orders, ordered) = unbounded();
        let (tell, done) = unbounded();
        on_deep_thread(move || work(&edge, &ordered, &tell))?;
        Ok(Self { orders, done })
    }

    /// Orders a job. Of several for one configuration that wait, only the last one is done.
    pub(crate) fn order(&self, ordered: Ordered) {
        // The thread ends only after this.
        let _ = self.orders.send(ordered);
    }
}

fn work(edge: &Edge, ordered: &Receiver<Ordered>, tell: &Sender<Done>) {
    let mut waiting: Vec<Ordered> = Vec::new();
    loop {
        if waiting.is_empty() {
            let Ok(first) = ordered.recv() else { return };
            waiting.push(first);
        }
        for next in ordered.try_iter() {
            waiting.retain(|other| !next.replaces(other));
            waiting.push(next);
        }
        let Ordered { job, texts, stamp } = waiting.remove(0);
        edge.begin();
        let done = match job {
            Job::Search(roots) => Done::Found(Box::new(Workspace::search(&roots, &texts, edge)), stamp),
            Job::Check(configuration) => {
                let name = configuration.name.clone();
                Done::Checked(name, checked(edge, configuration, &texts).map(Box::new), stamp)
            }
        };
        if tell.send(done).is_err() {
            return;
        }
    }
}

impl Ordered {
    /// Whether another job is needless once this one is ordered.
    fn replaces(&self, other: &Self) -> bool {
        match (&self.job, &other.job) {
            (Job::Search(_), Job::Search(_)) => true,
            (Job::Check(one), Job::Check(other)) => one.name == other.name,
            _ => false,
        }
    }
}

/// Checks a configuration; none if a file of it is not there.
pub(crate) fn checked(edge: &Edge, configuration: Arc<Configuration>, texts: &Texts) -> Option<Checked> {
    let layers = configuration.read(texts)?;
    let target = configuration.target(&edge.target);
    let Compiled { built, diagnostics } = edge.compile(&layers, &target);
    Some(Checked { configuration, layers, target, built, diagnostics })
}

//! `pulsarc watch`: check, and build, again whenever a file of the configuration changes.

use crate::exit::{Exit, Failure};
use crate::fleet;
use crate::heading;
use crate::input::{Built, InputOptions};
use crate::output::{self, Against, Delivery, Foreign, Format, Layout};
use crate::session::Session;
use crate::target::TargetOptions;
use clap::Args;
use clap::builder::{PathBufValueParser, TypedValueParser as _};
use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};
use pulsarc_diag::sanitize;
use pulsarc_fleet::{Cluster, Reads, SETTINGS, files_of, whole};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::time::Duration;

/// Check configurations again whenever one of their files changes
///
/// Without an input, all configurations of the project are watched, those that `check` finds. Files that they import are
/// watched too. Ends on Ctrl-C.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  pulsarc watch\n  pulsarc watch prod.ncl\n  pulsarc watch -f values.yaml -f values-prod.yaml -o manifests"
)]
pub(crate) struct Arguments {
    #[command(flatten)]
    input: InputOptions,
    #[command(flatten)]
    target: TargetOptions,
    /// Write the manifests into this folder whenever there is no error
    #[arg(
        long,
        short = 'o',
        value_name = "DIR",
        value_parser = PathBufValueParser::new().try_map(output::destination::path),
        help_heading = heading::OUTPUT
    )]
    output: Option<PathBuf>,
    /// Replace files in the output folder even if pulsarc did not write them
    #[arg(long, requires = "output", help_heading = heading::OUTPUT)]
    force: bool,
    /// How the objects are spread over files; needs --output
    #[arg(long, value_enum, default_value_t = Layout::Stream, requires = "output", help_heading = heading::OUTPUT)]
    layout: Layout,
    /// The form of the manifests
    #[arg(long, value_enum, default_value_t = Format::Yaml, help_heading = heading::OUTPUT)]
    format: Format,
}

/// Editors write a file in several steps: changes in quick succession count as one.
const ONE_CHANGE: Duration = Duration::from_millis(30);

/// Runs the command. A child process evaluates the code of a configuration, so that exceeding a limit does not end
/// the watch.
pub(crate) fn run(arguments: &Arguments, session: &Session) -> Result<Exit, Failure> {
    if arguments.input.reads_standard_input() {
        return Err(Failure::usage("standard input never changes: name the files to watch".to_owned()));
    }
    if arguments.output.is_some() && arguments.input.paths().is_empty() {
        return Err(Failure::usage("--output is for one configuration: name its files".to_owned()));
    }
    let (sender, changes) = mpsc::channel();
    let watcher = notify::recommended_watcher(move |event: notify::Result<Event>| {
        if let Ok(event) = event {
            // The other end is gone when the command ends.
            let _ = sender.send(event);
        }
    });
    let mut watched =
        Watched { watcher: watcher.map_err(|error| unwatchable(&error))?, folders: BTreeSet::new() };
    // Before the first reading: what changes meanwhile counts.
    for input in arguments.input.files() {
        watched.add(input)?;
    }
    let mut subjects = arguments.subjects(session)?;
    let mut reads = Reads::default();
    let mut due: Vec<Subject> = subjects.clone();
    loop {
        for subject in &due {
            session.clock.restart();
            let built = arguments.compile(subject, session);
            let files: BTreeSet<PathBuf> = match &built {
                Ok(built) => read_by(built),
                // A file that is being replaced is not there for a moment; it will come back.
                Err(_) => subject.files(arguments),
            };
            // Before anything is reported: who reads it may change what was read.
            for path in &files {
                watched.add(path)?;
            }
            reads.note(&subject.name(), files.iter().map(|path| whole(path)).collect());
            let told = built.and_then(|built| arguments.tell(subject, &built));
            if let Err(failure) = told {
                let _ = Exit::reported(failure);
            }
        }
        let Some(changed) = next(&changes) else { return Ok(Exit::Success) };
        let lists = changed
            .iter()
            .any(|path| path.file_name().is_some_and(|name| name == SETTINGS) || !path.exists());
        let is_new = |path: &PathBuf| reads.concerned(&whole(path)).next().is_none();
        if arguments.input.paths().is_empty() && (lists || changed.iter().any(is_new)) {
            // What was there before stays if there is nothing to watch at this moment.
            if let Ok(now) = arguments.subjects(session) {
                subjects = now;
            }
            due.clone_from(&subjects);
            continue;
        }
        let concerned = |subject: &&Subject| {
            changed.iter().any(|path| reads.concerned(&whole(path)).any(|name| name == subject.name()))
        };
        due = subjects.iter().filter(concerned).cloned().collect();
    }
}

/// What is watched.
#[derive(Debug, Clone)]
enum Subject {
    /// The inputs of the command line.
    Inputs,
    /// A configuration of the project.
    Cluster(Cluster),
}

impl Subject {
    /// What it is called.
    fn name(&self) -> String {
        match self {
            Self::Inputs => String::new(),
            Self::Cluster(cluster) => cluster.name.clone(),
        }
    }

    /// The files that are known to be its own without reading it.
    fn files(&self, arguments: &Arguments) -> BTreeSet<PathBuf> {
        match self {
            Self::Inputs => arguments.input.files().map(Path::to_owned).collect(),
            Self::Cluster(cluster) => files_of(cluster, &|path: &Path| std::fs::read_to_string(path).ok()),
        }
    }
}

/// The files that a configuration was made of.
fn read_by(built: &Built) -> BTreeSet<PathBuf> {
    let sources = &built.compiled.sources;
    let users = sources.iter().filter(|(_, source)| source.users).map(|(_, source)| Path::new(&source.name));
    users
        .filter(|path| path.is_file())
        .chain(sources.imports().map(|(path, _)| path))
        .map(Path::to_owned)
        .collect()
}

impl Arguments {
    /// What is watched: the inputs, or without any all configurations of the project.
    fn subjects(&self, session: &Session) -> Result<Vec<Subject>, Failure> {
        if !self.input.paths().is_empty() {
            return Ok(vec![Subject::Inputs]);
        }
        let clusters = fleet::configurations(Path::new("."), session.evaluations())?;
        Ok(clusters.into_iter().map(Subject::Cluster).collect())
    }

    fn compile(&self, subject: &Subject, session: &Session) -> Result<Built, Failure> {
        match subject {
            Subject::Inputs => self.input.compile(session, &self.target.target()),
            Subject::Cluster(cluster) => {
                let (layers, target) = (fleet::layers(cluster)?, fleet::target(cluster, &self.target)?);
                Ok(self.input.compile_layers(session.evaluations(), layers, &target))
            }
        }
    }

    fn tell(&self, subject: &Subject, built: &Built) -> Result<(), Failure> {
        built.tell();
        let what = match subject {
            Subject::Inputs => String::new(),
            Subject::Cluster(cluster) => format!("{}: ", sanitize::line(&cluster.name)),
        };
        let errors =
            built.diagnostics.iter().filter(|it| it.severity == pulsarc_diag::Severity::Error).count();
        if errors > 0 {
            stderr_line!("watching: {what}{errors} {}", if errors == 1 { "error" } else { "errors" });
            return Ok(());
        }
        if let Some(folder) = &self.output {
            let delivery = Delivery {
                against: Against::PowerFailures,
                foreign: Foreign::forced(self.force),
                inputs: &built.read(&self.input),
            };
            output::to_folder(&built.compiled.objects, folder, (self.layout, self.format), delivery)?;
        }
        stderr_line!("watching: {what}no errors, {} objects", built.compiled.objects.len());
        Ok(())
    }
}

/// The folders to watch: editors replace files, and a watch on a file would end with the old one.
struct Watched {
    watcher: RecommendedWatcher,
    folders: BTreeSet<PathBuf>,
}

impl Watched {
    fn add(&mut self, file: &Path) -> Result<(), Failure> {
        let whole = std::path::absolute(file).map_err(|error| Failure::input(file, &error))?;
        let folder = whole.parent().map(Path::to_owned).unwrap_or_default();
        if self.folders.contains(&folder) || !folder.is_dir() {
            return Ok(());
        }
        self.watcher.watch(&folder, RecursiveMode::NonRecursive).map_err(|error| unwatchable(&error))?;
        self.folders.insert(folder);
        Ok(())
    }
}

/// Waits until configurations have changed and no more changes follow: the changed files; none if none can follow.
fn next(changes: &Receiver<Event>) -> Option<BTreeSet<PathBuf>> {
    let mut changed = BTreeSet::new();
    loop {
        let event = if changed.is_empty() {
            changes.recv().ok()?
        } else {
            match changes.recv_timeout(ONE_CHANGE) {
                Ok(event) => event,
                Err(RecvTimeoutError::Timeout) => return Some(changed),
                Err(RecvTimeoutError::Disconnected) => return None,
            }
        };
        if counts(&event) {
            changed.extend(event.paths.into_iter().filter(|path| is_configuration(path)));
        }
    }
}

/// Whether an event changes a file that a configuration may be made of: reading one is an event too.
fn counts(event: &Event) -> bool {
    let changes = matches!(event.kind, EventKind::Create(_) | EventKind::Modify(_) | EventKind::Remove(_));
    changes && event.paths.iter().any(|path| is_configuration(path))
}

fn is_configuration(path: &Path) -> bool {
    path.extension()
        .is_some_and(|ending| ["ncl", "yaml", "yml", "json", "toml"].iter().any(|it| ending == *it))
}

fn unwatchable(error: &notify::Error) -> Failure {
    Failure::unwatchable(error)
}

#[cfg(test)]
mod tests {
    use super::*;
    use notify::event::{AccessKind, ModifyKind};

    #[test]
    fn only_changes_of_configurations_count() {
        let event = |kind, path: &str| Event::new(kind).add_path(PathBuf::from(path));
        assert!(counts(&event(EventKind::Modify(ModifyKind::Any), "a/cluster.ncl")));
        assert!(!counts(&event(EventKind::Access(AccessKind::Any), "a/cluster.ncl")));
        assert!(!counts(&event(EventKind::Modify(ModifyKind::Any), "a/.cluster.ncl.swp")));
    }
}

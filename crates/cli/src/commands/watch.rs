//! `pulsarc watch`: check, and build, again whenever a file of the configuration changes.

use crate::exit::{Exit, Failure};
use crate::heading;
use crate::input::{Built, InputOptions};
use crate::inputs::{INPUTS, VALUES};
use crate::output::{self, Against, Delivery, Foreign, Format, Layout};
use crate::session::Session;
use crate::target::TargetOptions;
use clap::Args;
use clap::builder::{PathBufValueParser, TypedValueParser as _};
use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::time::Duration;

/// Check a configuration again whenever one of its files changes
///
/// Files that it imports are watched too. Ends on Ctrl-C.
#[derive(Debug, Args)]
#[command(
    mut_arg(INPUTS, |inputs| inputs.required_unless_present(VALUES)),
    after_help = "Examples:\n  pulsarc watch prod.ncl\n  pulsarc watch -f values.yaml -f values-prod.yaml -o manifests"
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
    loop {
        session.clock.restart();
        // A file that is being replaced is not there for a moment; it will come back.
        match arguments.input.compile(session, &arguments.target.target()) {
            Ok(built) => {
                // Before anything is reported: who reads it may change what was read.
                for path in read_by(&built) {
                    watched.add(&path)?;
                }
                if let Err(failure) = arguments.tell(&built) {
                    let _ = Exit::reported(failure);
                }
            }
            Err(failure) => {
                let _ = Exit::reported(failure);
            }
        }
        if !next(&changes) {
            return Ok(Exit::Success);
        }
    }
}

/// The files that a configuration was made of.
fn read_by(built: &Built) -> Vec<PathBuf> {
    let sources = &built.compiled.sources;
    let users = sources.iter().filter(|(_, source)| source.users).map(|(_, source)| Path::new(&source.name));
    users
        .filter(|path| path.is_file())
        .chain(sources.imports().map(|(path, _)| path))
        .map(Path::to_owned)
        .collect()
}

impl Arguments {
    fn tell(&self, built: &Built) -> Result<(), Failure> {
        built.tell();
        let errors =
            built.diagnostics.iter().filter(|it| it.severity == pulsarc_diag::Severity::Error).count();
        if errors > 0 {
            stderr_line!("watching: {errors} {}", if errors == 1 { "error" } else { "errors" });
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
        stderr_line!("watching: no errors, {} objects", built.compiled.objects.len());
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

/// Waits until configurations have changed and no more changes follow; false if none can follow.
fn next(changes: &Receiver<Event>) -> bool {
    loop {
        match changes.recv() {
            Ok(event) if counts(&event) => break,
            Ok(_) => {}
            Err(_) => return false,
        }
    }
    loop {
        match changes.recv_timeout(ONE_CHANGE) {
            Ok(_) => {}
            Err(RecvTimeoutError::Timeout) => return true,
            Err(RecvTimeoutError::Disconnected) => return false,
        }
    }
}

/// Whether an event changes a file that a configuration may be made of: reading one is an event too.
fn counts(event: &Event) -> bool {
    let changes = matches!(event.kind, EventKind::Create(_) | EventKind::Modify(_) | EventKind::Remove(_));
    changes && event.paths.iter().any(|path| is_configuration(path))
}

fn is_configuration(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ["ncl", "yaml", "yml", "json"].iter().any(|it| ending == *it))
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

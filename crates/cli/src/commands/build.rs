//! `pulsarc build`: compiles a configuration to manifests.

use crate::exit::{Exit, Failure};
use crate::fleet::{self, Delivered, Files, FleetOptions, FleetRun, Task};
use crate::heading;
use crate::input::{Built, ColorOption, InputOptions, SetOptions};
use crate::inputs::{INPUTS, VALUES};
use crate::output::{self, Against, Delivery, Destination, Foreign, Format, Layout};
use crate::prerequisites::RequiresOptions;
use crate::session::Session;
use crate::target::TargetOptions;
use clap::Args;
use clap::builder::{PathBufValueParser, TypedValueParser as _};
use pulsarc_compiler::Target;
use pulsarc_diag::sanitize;
use pulsarc_fleet::Cluster;
use std::path::Path;

/// Build the manifests of a cluster
///
/// `build` writes nothing if a check fails. The same input gives byte-identical output.
#[derive(Debug, Args)]
#[command(
    mut_arg(INPUTS, |inputs| inputs.required_unless_present_any([VALUES, "fleet"])),
    after_help = "Examples:\n  pulsarc build prod.ncl | kubectl apply -n pulsar -f -\n  pulsarc build -f values.yaml -f values-prod.yaml --release orders -n messaging\n  pulsarc build prod.ncl -o manifests --layout kustomize\n  pulsarc build prod.ncl --set broker.replicaCount=5 -o json\n  pulsarc build --fleet clusters -o manifests"
)]
pub(crate) struct Arguments {
    #[command(flatten)]
    input: InputOptions,
    #[command(flatten)]
    fleet: FleetOptions,
    /// Remove the files of clusters that are no longer in the fleet
    #[arg(long, help_heading = heading::FLEET)]
    prune: bool,
    #[command(flatten)]
    target: TargetOptions,
    #[command(flatten)]
    prerequisites: RequiresOptions,
    /// Write to this folder instead of standard output; `yaml` and `json` print that format, as with kubectl
    ///
    /// Files of an earlier build are replaced or removed; all other files are kept. A folder named `yaml` is `./yaml`.
    #[arg(
        long,
        short = 'o',
        value_name = "DIR|yaml|json",
        value_parser = PathBufValueParser::new().try_map(Destination::of),
        help_heading = heading::OUTPUT
    )]
    output: Option<Destination>,
    /// Replace files in the output folder even if pulsarc did not write them
    ///
    /// Inputs of the build are never replaced.
    #[arg(long, requires = "output", help_heading = heading::OUTPUT)]
    force: bool,
    /// How to split the objects into files; needs a folder [default: stream]
    #[arg(long, value_enum, requires = "output", help_heading = heading::OUTPUT)]
    layout: Option<Layout>,
    /// Output format of the manifests [default: yaml]
    #[arg(long, value_enum, help_heading = heading::OUTPUT)]
    format: Option<Format>,
}

/// Runs the command.
pub(crate) fn run(arguments: &Arguments, session: &Session) -> Result<Exit, Failure> {
    if let Some(fleet) = arguments.fleet.path()? {
        return of_fleet(arguments, fleet, session);
    }
    if arguments.prune {
        return Err(Failure::usage("--prune needs a fleet: add --fleet"));
    }
    let format = arguments.form()?.1;
    let target = arguments.target.target();
    let built = arguments.input.compile(session, &target)?;
    let built = arguments.prerequisites.checked(built, &arguments.input, &target)?;
    built.tell();
    if built.has_errors() {
        return Ok(built.exit());
    }
    let objects = &built.compiled.objects;
    match arguments.folder() {
        Some(folder) => {
            let delivery = Delivery {
                against: Against::PowerFailures,
                foreign: Foreign::forced(arguments.force),
                inputs: &built.read(&arguments.input),
            };
            output::to_folder(objects, folder, (arguments.layout.unwrap_or_default(), format), delivery)?;
            let folder = sanitize::line(&folder.display().to_string());
            session.done(format_args!("build: {} objects in {folder}", objects.len()));
        }
        None => output::to_standard_output(objects, format)?,
    }
    arguments.prerequisites.list(&built, &target, session);
    // The process ends, and with it all of this: taking it down piece by piece is a tenth of a build.
    std::mem::forget(built);
    Ok(Exit::Success)
}

/// A build of each cluster into its own folder.
struct BuildEach<'a> {
    arguments: &'a Arguments,
    folder: &'a Path,
}

impl Arguments {
    /// What a worker does with one cluster of a fleet; none for commands without fleets.
    pub(crate) fn task(&self) -> Option<Box<dyn Task + '_>> {
        Some(Box::new(BuildEach { arguments: self, folder: self.folder()? }))
    }

    /// The folder to write into, if there is one.
    fn folder(&self) -> Option<&Path> {
        self.output.as_ref().and_then(Destination::folder)
    }

    /// How the manifests are split and written; the options must not contradict one another.
    fn form(&self) -> Result<(Layout, Format), Failure> {
        let Some(Destination::Printed(printed)) = self.output else {
            return Ok((self.layout.unwrap_or_default(), self.format.unwrap_or(Format::Yaml)));
        };
        if self.format.is_some_and(|format| format != printed) {
            return Err(Failure::usage("-o and --format name different formats: leave one out"));
        }
        if self.layout.is_some() || self.force {
            return Err(Failure::usage("--layout and --force need an output folder: write -o DIR"));
        }
        Ok((Layout::Stream, printed))
    }
}

impl Task for BuildEach<'_> {
    fn target(&self) -> &TargetOptions {
        &self.arguments.target
    }

    fn run(&self) -> &FleetRun {
        &self.arguments.fleet.run
    }

    fn compiling(&self) -> (&SetOptions, &ColorOption) {
        self.arguments.input.compiling()
    }

    fn done(&self) -> &'static str {
        "built"
    }

    fn writes(&self) -> Option<&Path> {
        Some(self.folder)
    }

    fn options(&self) -> String {
        format!(
            "build {:?} {:?} {}",
            self.arguments.layout.unwrap_or_default(),
            self.arguments.format.unwrap_or(Format::Yaml),
            self.arguments.input.options()
        )
    }

    fn files(&self, built: &Built, _: &Target) -> Result<Files, Failure> {
        let (layout, format) = self.arguments.form()?;
        output::files(&built.compiled.objects, layout, format)
    }

    fn deliver(&self, cluster: &Cluster, files: Files) -> Result<Delivered, Failure> {
        let name = &cluster.name;
        if output::holds(self.folder, name, &files) {
            return Ok(Delivered::Unchanged);
        }
        let delivery =
            Delivery { against: Against::Kills, foreign: Foreign::forced(self.arguments.force), inputs: &[] };
        let changed = output::replace_below(self.folder, name, &files, Some(name), delivery)?;
        Ok(if changed { Delivered::Written } else { Delivered::Unchanged })
    }
}

fn of_fleet(arguments: &Arguments, fleet: &Path, session: &Session) -> Result<Exit, Failure> {
    let Some(folder) = arguments.folder() else {
        return Err(Failure::usage(
            "a fleet needs an output folder, with one subfolder per cluster: add --output",
        ));
    };
    let task = BuildEach { arguments, folder };
    let ended = fleet::run(fleet, &task, session, &mut |_, _| Ok(()))?;
    ended.tell(&arguments.fleet.run, session.verbosity)?;
    // What a fleet with mistakes no longer has, nobody knows.
    if !ended.names.is_empty() {
        let gone = output::other_clusters(folder, &ended.names);
        for name in gone.iter().filter(|name| arguments.fleet.run.holds(name)) {
            if arguments.prune {
                output::remove_cluster(folder, name)?;
                session.note(format_args!("removed: {name}"));
            } else {
                session.note(format_args!(
                    "note: {name} is no longer in the fleet, but its files remain: --prune removes them"
                ));
            }
        }
    }
    Ok(ended.exit)
}

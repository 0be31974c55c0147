//! `pulsarc build`: compiles a configuration to manifests.

use crate::exit::{Exit, Failure};
use crate::fleet::{self, Delivered, Files, FleetOptions, FleetRun, Task};
use crate::input::{Built, ColorOption, InputOptions, SetOptions};
use crate::output::{self, Against, Delivery, Foreign, Format, Layout};
use crate::prerequisites::RequiresOptions;
use crate::session::Session;
use crate::target::TargetOptions;
use clap::Args;
use pulsarc_compiler::Target;
use std::path::{Path, PathBuf};

/// Build the manifests of a cluster
///
/// `build` writes nothing if a check fails. The same input gives byte-identical output.
#[derive(Debug, Args)]
#[command(mut_arg("inputs", |inputs| inputs.required(false).required_unless_present("fleet")))]
pub(crate) struct Arguments {
    #[command(flatten)]
    input: InputOptions,
    #[command(flatten)]
    fleet: FleetOptions,
    /// Remove the files of clusters that are no longer in the fleet
    #[arg(long)]
    prune: bool,
    #[command(flatten)]
    target: TargetOptions,
    #[command(flatten)]
    prerequisites: RequiresOptions,
    /// Write to this folder instead of standard output
    ///
    /// Files of an earlier build are replaced or removed; all other files are kept.
    #[arg(long, short = 'o', value_name = "DIR")]
    output: Option<PathBuf>,
    /// Replace files in the output folder even if pulsarc did not write them
    ///
    /// Inputs of the build are never replaced.
    #[arg(long, requires = "output")]
    force: bool,
    /// How to split the objects into files; needs --output
    #[arg(long, value_enum, default_value_t = Layout::Stream, requires = "output")]
    layout: Layout,
    /// Output format of the manifests
    #[arg(long, value_enum, default_value_t = Format::Yaml)]
    format: Format,
}

/// Runs the command.
pub(crate) fn run(arguments: &Arguments, session: &Session) -> Result<Exit, Failure> {
    if let Some(fleet) = arguments.fleet.path()? {
        return of_fleet(arguments, fleet, session);
    }
    if arguments.prune {
        return Err(Failure::usage("--prune needs a fleet: add --fleet"));
    }
    let target = arguments.target.target();
    let built = arguments.input.compile(session.evaluations(), &target)?;
    let built = arguments.prerequisites.checked(built, &arguments.input, &target)?;
    built.tell();
    if built.has_errors() {
        return Ok(built.exit());
    }
    match &arguments.output {
        Some(folder) => {
            let delivery = Delivery {
                against: Against::PowerFailures,
                foreign: Foreign::forced(arguments.force),
                inputs: &built.read(&arguments.input),
            };
            let form = (arguments.layout, arguments.format);
            output::to_folder(&built.compiled.objects, folder, form, delivery)?;
        }
        None => output::to_standard_output(&built.compiled.objects, arguments.format)?,
    }
    arguments.prerequisites.tell(&built, &target);
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
        Some(Box::new(BuildEach { arguments: self, folder: self.output.as_deref()? }))
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
            self.arguments.layout,
            self.arguments.format,
            self.arguments.input.options()
        )
    }

    fn files(&self, built: &Built, _: &Target) -> Result<Files, Failure> {
        output::files(&built.compiled.objects, self.arguments.layout, self.arguments.format)
    }

    fn deliver(&self, name: &str, files: Files) -> Result<Delivered, Failure> {
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
    let Some(folder) = &arguments.output else {
        return Err(Failure::usage(
            "a fleet needs an output folder, with one subfolder per cluster: add --output",
        ));
    };
    let task = BuildEach { arguments, folder };
    let ended = fleet::run(fleet, &task, session, &mut |_, _| Ok(()))?;
    ended.tell(&arguments.fleet.run)?;
    // What a fleet with mistakes no longer has, nobody knows.
    if !ended.names.is_empty() {
        let gone = output::other_clusters(folder, &ended.names);
        for name in gone.iter().filter(|name| arguments.fleet.run.holds(name)) {
            if arguments.prune {
                output::remove_cluster(folder, name)?;
                stderr_line!("removed: {name}");
            } else {
                stderr_line!(
                    "note: {name} is no longer in the fleet, but its files remain: --prune removes them"
                );
            }
        }
    }
    Ok(ended.exit)
}

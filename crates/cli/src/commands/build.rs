//! `pulsarc build`: a configuration becomes manifests.

use crate::exit::{Exit, Failure};
use crate::fleet::{self, Delivered, Files, FleetOptions, FleetRun, Task};
use crate::input::{Built, ColorOption, InputOptions, SetOptions};
use crate::output::{self, Against, Delivery, Foreign, Format, Layout};
use crate::session::Session;
use crate::target::TargetOptions;
use clap::Args;
use pulsarc_compiler::Target;
use std::path::{Path, PathBuf};

/// Build the manifests of a cluster
///
/// A build that finds an error writes nothing. Same input, same output, byte for byte.
#[derive(Debug, Args)]
#[command(mut_arg("inputs", |inputs| inputs.required(false).required_unless_present("fleet")))]
pub(crate) struct Arguments {
    #[command(flatten)]
    input: InputOptions,
    #[command(flatten)]
    fleet: FleetOptions,
    /// Remove what was built here of clusters that the fleet no longer has
    #[arg(long)]
    prune: bool,
    #[command(flatten)]
    target: TargetOptions,
    /// Write into this folder instead of to standard output
    ///
    /// Files that an earlier build left there are replaced or removed; all others stay.
    #[arg(long, short = 'o', value_name = "DIR")]
    output: Option<PathBuf>,
    /// Replace files in the output folder even if pulsarc did not write them
    ///
    /// Inputs of the build are not replaced in any case.
    #[arg(long, requires = "output")]
    force: bool,
    /// How the objects are spread over files; needs --output
    #[arg(long, value_enum, default_value_t = Layout::Stream, requires = "output")]
    layout: Layout,
    /// The form of the manifests
    #[arg(long, value_enum, default_value_t = Format::Yaml)]
    format: Format,
}

/// Runs the command.
pub(crate) fn run(arguments: &Arguments, session: &Session) -> Result<Exit, Failure> {
    if let Some(fleet) = arguments.fleet.path()? {
        return of_fleet(arguments, fleet, session);
    }
    if arguments.prune {
        return Err(Failure::usage("--prune is for a fleet: name it with --fleet"));
    }
    let built = arguments.input.compile(session.evaluations(), &arguments.target.target())?;
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
    // The process ends, and with it all of this: taking it down piece by piece is a tenth of a build.
    std::mem::forget(built);
    Ok(Exit::Success)
}

/// A build of each cluster into a folder of its own.
struct BuildEach<'a> {
    arguments: &'a Arguments,
    folder: &'a Path,
}

impl Arguments {
    /// What a worker does with one cluster of a fleet; none of a command without one.
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
        output::replace_below(self.folder, name, &files, Some(name), delivery)?;
        Ok(Delivered::Written)
    }
}

fn of_fleet(arguments: &Arguments, fleet: &Path, session: &Session) -> Result<Exit, Failure> {
    let Some(folder) = &arguments.output else {
        return Err(Failure::usage(
            "a fleet is built into a folder, with one in it for each cluster: name it with --output",
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
                tell_line!("removed: {name}");
            } else {
                tell_line!(
                    "note: {name} is no longer in the fleet, and its files stay: --prune removes them"
                );
            }
        }
    }
    Ok(ended.exit)
}

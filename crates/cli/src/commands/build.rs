//! `pulsarc build`: a configuration becomes manifests.

use crate::exit::{Exit, Failure};
use crate::fleet::{self, Delivered, Files, FleetOptions, Task};
use crate::input::{Built, InputOptions};
use crate::output::{self, Against, Delivery, Foreign, Format, Layout};
use crate::target::TargetOptions;
use clap::Args;
use pulsarc_compiler::{Layer, Target};
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
pub(crate) fn run(arguments: &Arguments) -> Result<Exit, Failure> {
    if let Some(fleet) = arguments.fleet.path()? {
        return of_fleet(arguments, fleet);
    }
    if arguments.prune {
        return Err(Failure::usage("--prune is for a fleet: name it with --fleet"));
    }
    let built = arguments.input.compile(&arguments.target.target())?;
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

impl Task for BuildEach<'_> {
    fn done(&self) -> &'static str {
        "built"
    }

    fn options(&self) -> String {
        format!(
            "build {:?} {:?} {}",
            self.arguments.layout,
            self.arguments.format,
            self.arguments.input.options()
        )
    }

    fn compile(&self, layers: Vec<Layer>, target: &Target) -> Built {
        self.arguments.input.compile_layers(layers, target)
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

fn of_fleet(arguments: &Arguments, fleet: &Path) -> Result<Exit, Failure> {
    let Some(folder) = &arguments.output else {
        return Err(Failure::usage(
            "a fleet is built into a folder, with one in it for each cluster: name it with --output",
        ));
    };
    let task = BuildEach { arguments, folder };
    let Some(ended) = fleet::run(
        fleet,
        &arguments.fleet.run,
        arguments.input.color_of_findings(),
        &arguments.target,
        &task,
        &mut |_, _| Ok(()),
    )?
    else {
        return Ok(Exit::Success);
    };
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

//! `pulsarc check`: everything that is wrong with a configuration, in one run.

use crate::budget;
use crate::exit::{Exit, Failure};
use crate::fleet::{self, Delivered, Files, FleetOptions, Task};
use crate::input::{Built, InputOptions};
use crate::output;
use crate::report::{self, Format};
use crate::target::TargetOptions;
use clap::Args;
use pulsarc_compiler::Target;

/// Check a cluster's configuration without building it
#[derive(Debug, Args)]
#[command(mut_arg("inputs", |inputs| inputs.required(false).required_unless_present("fleet")))]
pub(crate) struct Arguments {
    #[command(flatten)]
    input: InputOptions,
    #[command(flatten)]
    fleet: FleetOptions,
    #[command(flatten)]
    target: TargetOptions,
    /// How findings are told
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

/// Runs the command.
pub(crate) fn run(arguments: &Arguments) -> Result<Exit, Failure> {
    if arguments.fleet.path().is_some() {
        return of_fleet(arguments);
    }
    budget::told_as(arguments.format);
    let built = arguments.input.compile(&arguments.target.target())?;
    report::tell(&built, arguments.format)?;
    Ok(built.exit())
}

/// A check of each cluster.
struct CheckEach;

impl Task for CheckEach {
    fn done(&self) -> &'static str {
        "checked"
    }

    fn options(&self) -> String {
        "check".to_owned()
    }

    fn files(&self, _: &Built, _: &Target) -> Result<Files, Failure> {
        Ok(Files::new())
    }

    fn deliver(&self, _: &str, _: Files) -> Result<Delivered, Failure> {
        Ok(Delivered::Nothing)
    }
}

fn of_fleet(arguments: &Arguments) -> Result<Exit, Failure> {
    let ended =
        fleet::run(&arguments.fleet, &arguments.input, &arguments.target, &CheckEach, &mut |_, _| Ok(()))?;
    let Some(ended) = ended else { return Ok(Exit::Success) };
    if arguments.format == Format::Text {
        ended.tell(&arguments.fleet)?;
    } else {
        ended.keep(&arguments.fleet)?;
        output::print(&ended.summary.document(arguments.format)?)?;
    }
    Ok(ended.exit)
}

//! `pulsarc check`: reports everything that is wrong with a configuration in one run.

use crate::exit::{Exit, Failure};
use crate::fleet::{self, Delivered, Files, FleetOptions, FleetRun, Task};
use crate::input::{Built, ColorOption, InputOptions, SetOptions};
use crate::output;
use crate::prerequisites::RequiresOptions;
use crate::repair::{self, FixOptions};
use crate::report::{self, Format};
use crate::session::Session;
use crate::target::TargetOptions;
use clap::Args;
use pulsarc_compiler::{InProcess, Layer, Target};
use std::path::Path;

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
    /// Also report hardening advice: pods that may run as root, permissions, tokens, unencrypted connections
    ///
    /// Each is a note, because most concern defaults of the Helm chart; `--deny CODE` makes one an error, and
    /// `checks` in the configuration accepts one.
    #[arg(long)]
    security: bool,
    #[command(flatten)]
    prerequisites: RequiresOptions,
    #[command(flatten)]
    fixes: FixOptions,
    /// Output format of findings
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

/// Runs the command.
pub(crate) fn run(arguments: &Arguments, session: &Session) -> Result<Exit, Failure> {
    if let Some(fleet) = arguments.fleet.path()? {
        return of_fleet(arguments, fleet, session);
    }
    let target = arguments.target.target();
    if arguments.fixes.are_wanted() {
        return of_fixes(arguments, session, &target);
    }
    let mut built = arguments.input.compile(session.evaluations(), &target)?;
    if arguments.security {
        built = arguments.input.reviewed(built, &target);
    }
    built = arguments.prerequisites.checked(built, &arguments.input, &target)?;
    report::tell(&built, arguments.format)?;
    arguments.prerequisites.tell(&built, &target);
    Ok(built.exit())
}

/// Applies fixes, and reports what is left.
fn of_fixes(arguments: &Arguments, session: &Session, target: &Target) -> Result<Exit, Failure> {
    if arguments.input.reads_standard_input() {
        return Err(Failure::usage("fixes are written into files: standard input has none"));
    }
    let compile = |layers| {
        let built = arguments.input.compile_layers(session.evaluations(), layers, target);
        if arguments.security { arguments.input.reviewed(built, target) } else { built }
    };
    let repaired = repair::run(&arguments.fixes, arguments.input.layers()?, &compile)?;
    if let Some(exit) = repaired.exit {
        return Ok(exit);
    }
    report::tell(&repaired.built, arguments.format)?;
    repair::tell(&repaired);
    Ok(repaired.built.exit())
}

/// A check of each cluster.
struct CheckEach<'a>(&'a Arguments);

impl Arguments {
    /// What a worker does with one cluster of a fleet.
    pub(crate) fn task(&self) -> Box<dyn Task + '_> {
        Box::new(CheckEach(self))
    }

    /// Output format of findings.
    pub(crate) fn format_of_findings(&self) -> Format {
        self.format
    }
}

impl Task for CheckEach<'_> {
    fn target(&self) -> &TargetOptions {
        &self.0.target
    }

    fn run(&self) -> &FleetRun {
        &self.0.fleet.run
    }

    fn compiling(&self) -> (&SetOptions, &ColorOption) {
        self.0.input.compiling()
    }

    fn done(&self) -> &'static str {
        "checked"
    }

    fn options(&self) -> String {
        format!("check {} {}", self.0.security, self.0.input.options())
    }

    fn compile(&self, layers: Vec<Layer>, target: &Target) -> Built {
        let (set, color) = self.compiling();
        let built = set.compile(&InProcess, layers, color, target);
        if self.0.security { self.0.input.reviewed(built, target) } else { built }
    }

    fn files(&self, _: &Built, _: &Target) -> Result<Files, Failure> {
        Ok(Files::new())
    }

    fn deliver(&self, _: &str, _: Files) -> Result<Delivered, Failure> {
        Ok(Delivered::Nothing)
    }
}

fn of_fleet(arguments: &Arguments, fleet: &Path, session: &Session) -> Result<Exit, Failure> {
    let ended = fleet::run(fleet, &CheckEach(arguments), session, &mut |_, _| Ok(()))?;
    if arguments.format == Format::Text {
        ended.tell(&arguments.fleet.run)?;
    } else {
        ended.keep(&arguments.fleet.run)?;
        output::print(ended.summary.document(arguments.format)?)?;
    }
    Ok(ended.exit)
}

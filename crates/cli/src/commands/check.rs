//! `pulsarc check`: reports everything that is wrong with a configuration in one run.

use crate::exit::{Exit, Failure};
use crate::fleet::{self, Delivered, Extent, Files, FleetOptions, FleetRun, Task};
use crate::heading;
use crate::input::{Built, ColorOption, InputOptions, SetOptions};
use crate::output;
use crate::prerequisites::RequiresOptions;
use crate::repair::{self, FixOptions, Fixable};
use crate::report::{self, Format, Tally};
use crate::session::{Session, Verbosity};
use crate::target::TargetOptions;
use clap::Args;
use pulsarc_compiler::{InProcess, Layer, Target};
use pulsarc_diag::sanitize;
use pulsarc_fleet::Cluster;
use std::path::Path;

/// Check a cluster's configuration without building it
///
/// Without an input, or with a folder, `check` finds the configurations there and checks all of them: .ncl files that no
/// other one imports, `values*.yaml` over the `values.yaml` beside it, environments, and files of fleets.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  pulsarc check\n  pulsarc check clusters\n  pulsarc check prod.ncl --deny warnings\n  pulsarc check -f values.yaml -f values-prod.yaml --format concise\n  pulsarc check --fleet clusters --shard 1/4"
)]
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
    #[arg(long, help_heading = heading::FINDINGS)]
    security: bool,
    #[command(flatten)]
    prerequisites: RequiresOptions,
    #[command(flatten)]
    fixes: FixOptions,
    /// Output format of findings; -o json is the same
    #[arg(
        long,
        short = 'o',
        alias = "output",
        value_enum,
        default_value_t = Format::Text,
        help_heading = heading::OUTPUT
    )]
    format: Format,
}

/// Runs the command.
pub(crate) fn run(arguments: &Arguments, session: &Session) -> Result<Exit, Failure> {
    if let Some((path, extent)) = arguments.several()? {
        return of_several(arguments, path, extent, session);
    }
    let target = arguments.target.target();
    if arguments.fixes.are_wanted() {
        return of_fixes(arguments, session, &target);
    }
    let built = arguments.reviewed(arguments.input.compile(session, &target)?, &target);
    let built = arguments.prerequisites.checked(built, &arguments.input, &target)?;
    report::tell(&built, arguments.format)?;
    arguments.prerequisites.list(&built, &target, session);
    let exit = built.exit();
    summarize(arguments, built, session, &target)?;
    Ok(exit)
}

/// Applies fixes, and reports what is left.
fn of_fixes(arguments: &Arguments, session: &Session, target: &Target) -> Result<Exit, Failure> {
    if arguments.input.reads_standard_input() {
        return Err(Failure::usage("fixes are written into files: standard input has none"));
    }
    let compile = |layers| arguments.compile_layers(layers, session, target);
    let repaired = repair::run(&arguments.fixes, arguments.input.layers()?, &compile)?;
    if let Some(exit) = repaired.exit {
        return Ok(exit);
    }
    report::tell(&repaired.built, arguments.format)?;
    repair::report_fixed(&repaired);
    let exit = repaired.built.exit();
    summarize(arguments, repaired.built, session, target)?;
    Ok(exit)
}

/// Ends a check with the number of findings, and of those with a fix; without any, only at a terminal.
fn summarize(arguments: &Arguments, built: Built, session: &Session, target: &Target) -> Result<(), Failure> {
    let is_text = matches!(arguments.format, Format::Text | Format::Concise);
    if !is_text || session.verbosity == Verbosity::Quiet {
        return Ok(());
    }
    let tally = Tally::of(&built.diagnostics);
    if tally.is_empty() {
        session.done(format_args!("{}", tally.summary()));
        return Ok(());
    }
    let fixable = if arguments.input.reads_standard_input() {
        Fixable::default()
    } else {
        let compile = |layers| arguments.compile_layers(layers, session, target);
        Fixable::of(built, arguments.input.layers()?, &compile)
    };
    session.note(format_args!("{}{}", tally.summary(), fixable.in_words()));
    Ok(())
}

/// A check of each cluster.
struct CheckEach<'a>(&'a Arguments);

impl Arguments {
    /// What a worker does with one cluster of a fleet.
    pub(crate) fn task(&self) -> Box<dyn Task + '_> {
        Box::new(CheckEach(self))
    }

    /// The fleet or the project that is checked, if it is not one configuration.
    fn several(&self) -> Result<Option<(&Path, Extent)>, Failure> {
        if let Some(fleet) = self.fleet.given() {
            return Ok(Some((fleet, Extent::Fleet)));
        }
        let inputs = self.input.paths();
        if inputs.is_empty() {
            return Ok(Some((Path::new("."), Extent::Project)));
        }
        let Some(folder) = inputs.iter().find(|input| input.is_dir()) else {
            self.fleet.run.is_for_none()?;
            return Ok(None);
        };
        if inputs.len() > 1 {
            let folder = sanitize::line(&folder.display().to_string());
            let message =
                format!("{folder} is a folder: check it alone, or name the layers of one configuration");
            return Err(Failure::usage(message));
        }
        Ok(Some((folder.as_path(), Extent::Project)))
    }

    /// Compiles other texts of the inputs.
    fn compile_layers(&self, layers: Vec<Layer>, session: &Session, target: &Target) -> Built {
        self.reviewed(self.input.compile_layers(session.evaluations(), layers, target), target)
    }

    /// Adds hardening advice, if that is wanted.
    fn reviewed(&self, built: Built, target: &Target) -> Built {
        if self.security { self.input.reviewed(built, target) } else { built }
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
        self.0.reviewed(set.compile(&InProcess, layers, color, target), target)
    }

    fn files(&self, _: &Built, _: &Target) -> Result<Files, Failure> {
        Ok(Files::new())
    }

    fn deliver(&self, _: &Cluster, _: Files) -> Result<Delivered, Failure> {
        Ok(Delivered::Nothing)
    }
}

fn of_several(
    arguments: &Arguments,
    path: &Path,
    extent: Extent,
    session: &Session,
) -> Result<Exit, Failure> {
    let ended = fleet::run_over(path, extent, &CheckEach(arguments), session, &mut |_, _| Ok(()))?;
    if arguments.format == Format::Text {
        ended.tell(&arguments.fleet.run, session.verbosity)?;
        return Ok(ended.exit);
    }
    ended.keep(&arguments.fleet.run)?;
    output::print(ended.summary.document(arguments.format)?)?;
    if arguments.format == Format::Concise && session.verbosity == Verbosity::Normal {
        ended.count();
    }
    Ok(ended.exit)
}

//! The `pulsarc` command.
//!
//! Each command is a file of [`commands`]; the modules beside it read inputs and write outputs. Nothing here knows
//! Pulsar: the compiler does.

/// Writes a line to standard error, sanitized.
macro_rules! stderr_line {
    ($($text:tt)*) => { $crate::stderr::sanitized(format_args!("{}\n", format_args!($($text)*))) };
}

mod changes;
mod color;
mod commands;
mod exit;
mod failure;
mod files;
mod fleet;
mod format;
mod heading;
mod helm;
mod input;
mod inputs;
mod isolate;
mod json_schema;
mod krm;
mod live;
mod other_tools;
mod output;
mod prerequisites;
mod project;
mod registry;
mod repair;
mod report;
mod session;
mod severity;
mod stderr;
mod target;
mod testing;

use clap::{CommandFactory, FromArgMatches, Parser, Subcommand};
use exit::{Exit, Failure};
use fleet::Task;
use input::Built;
use isolate::{Clock, Guarded, Limits, Role};
use pulsarc_diag::Sources;
use pulsarc_diag::sanitize::{Escaped, Terminal};
use session::{Session, Verbosity};
use std::path::PathBuf;
use std::process::ExitCode;

/// Compiles typed configurations of Apache Pulsar clusters to Kubernetes manifests.
#[derive(Debug, Parser)]
#[command(
    name = "pulsarc",
    version,
    about,
    after_help = exit::help(),
    max_term_width = 100,
    propagate_version = true,
    arg_required_else_help = true
)]
struct Arguments {
    /// Print findings and output only: no notes, progress or summaries
    #[arg(long, short, global = true, help_heading = heading::OUTPUT)]
    quiet: bool,
    #[command(flatten)]
    limits: Limits,
    /// An additional folder that files may import from (repeatable)
    #[arg(long, global = true, hide_short_help = true, value_name = "DIR", help_heading = heading::LIMITS)]
    allow_import: Vec<PathBuf>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Build(commands::build::Arguments),
    Check(commands::check::Arguments),
    Diff(Box<commands::diff::Arguments>),
    Plan(Box<commands::plan::Arguments>),
    Apply(Box<commands::apply::Arguments>),
    Status(commands::status::Arguments),
    Drift(commands::drift::Arguments),
    History(commands::history::Arguments),
    Rollback(Box<commands::rollback::Arguments>),
    Rollout(commands::rollout::Arguments),
    Destroy(commands::destroy::Arguments),
    Adopt(Box<commands::adopt::Arguments>),
    Explain(commands::explain::Arguments),
    Export(commands::export::Arguments),
    Report(commands::report::Arguments),
    Doc(commands::doc::Arguments),
    Import(commands::import::Arguments),
    MergeReport(commands::merge_report::Arguments),
    Cache(commands::cache::Arguments),
    Completions(commands::completions::Arguments),
    Fmt(commands::fmt::Arguments),
    Init(commands::init::Arguments),
    Krm(commands::krm::Arguments),
    Lsp(commands::lsp::Arguments),
    Man(commands::man::Arguments),
    Pull(commands::pull::Arguments),
    Push(Box<commands::push::Arguments>),
    Schema(commands::schema::Arguments),
    Test(commands::test::Arguments),
    Upgrade(Box<commands::upgrade::Arguments>),
    Vendor(commands::vendor::Arguments),
    Version(commands::version::Arguments),
    Watch(commands::watch::Arguments),
}

/// A build allocates many small strings and maps: with the C library's allocator a fleet takes a fifth more CPU.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    failure::in_few_words();
    match Role::of_this_process() {
        Some(Role::Evaluate) => isolate::evaluate_for_parent(),
        Some(Role::Work) => work(),
        None => command(),
    }
}

/// Runs a user's command within its limits.
fn command() -> ExitCode {
    let matches = match Arguments::command().try_get_matches() {
        Ok(matches) => matches,
        Err(error) => return bad_usage(&error),
    };
    let name = matches.subcommand_name().unwrap_or_default().to_owned();
    let Arguments { limits, allow_import, quiet, command } = match Arguments::from_arg_matches(&matches) {
        Ok(arguments) => arguments,
        Err(error) => return bad_usage(&error),
    };
    hold(&limits, &allow_import);
    let (clock, format) = (Clock::default(), command.format_of_findings());
    let verbosity = if quiet { Verbosity::Quiet } else { Verbosity::Normal };
    let session = Session::new(limits.clone(), clock.clone(), verbosity, &allow_import);
    match isolate::guarded(&limits, &clock, move || run(&command, &session)) {
        Guarded::Done(exit) => exit.unwrap_or_else(Exit::reported).code(),
        Guarded::Passed(passed) => {
            let found = passed.diagnostic(&format!("`pulsarc {name}`"));
            // If this cannot be reported, the exit status says it still.
            let _ = report::tell(&Built::failed(found, Sources::default()), format);
            Exit::PastLimit.code()
        }
        // The panic hook has said where.
        Guarded::Failed => ExitCode::from(101),
    }
}

/// Prints help and the version as clap does, but sanitizes clap's errors, which repeat the arguments.
fn bad_usage(error: &clap::Error) -> ExitCode {
    if !error.use_stderr() {
        let _ = error.print();
        return Exit::Success.code();
    }
    let arguments: Vec<_> = std::env::args_os().skip(1).collect();
    if let Some(reply) = other_tools::reply(error, &arguments) {
        stderr_line!("error: {}\n  = help: {}", reply.message, reply.help);
        return Exit::BadUsage.code();
    }
    let rendered = error.render();
    let colored = if std::io::IsTerminal::is_terminal(&std::io::stderr()) {
        rendered.ansi().to_string()
    } else {
        rendered.to_string()
    };
    let mut text = Escaped::<Terminal>::new();
    text.colored(&colored);
    stderr::write(&text);
    Exit::BadUsage.code()
}

/// Works on the clusters of a fleet for the parent of this process, with the arguments of that.
fn work() -> ExitCode {
    let mut arguments: Vec<_> = std::env::args_os().collect();
    arguments.remove(1);
    let Arguments { limits, allow_import, command, .. } = Arguments::parse_from(arguments);
    isolate::serve(|assignment| {
        hold(&limits, &allow_import);
        command.task().map_or(Ok(()), |task| fleet::serve(&assignment, task.as_ref(), &limits))
    })
}

/// Makes these the bounds of what this process reads and writes.
fn hold(limits: &Limits, allow_import: &[PathBuf]) {
    pulsarc_compiler::limits::hold(limits.sizes());
    pulsarc_compiler::allow_imports(allow_import);
}

impl Command {
    /// How the findings of a run are reported.
    fn format_of_findings(&self) -> report::Format {
        match self {
            Self::Check(arguments) => arguments.format_of_findings(),
            _ => report::Format::Text,
        }
    }

    /// What a worker does with one cluster; `None` for commands without fleets.
    fn task(&self) -> Option<Box<dyn Task + '_>> {
        match self {
            Self::Build(arguments) => arguments.task(),
            Self::Check(arguments) => Some(arguments.task()),
            Self::Diff(arguments) => Some(arguments.task()),
            Self::Export(arguments) => Some(arguments.task()),
            Self::Plan(arguments) => Some(arguments.task()),
            Self::Push(arguments) => Some(arguments.task()),
            Self::Upgrade(arguments) => Some(arguments.task()),
            _ => None,
        }
    }
}

fn run(command: &Command, session: &Session) -> Result<Exit, Failure> {
    match command {
        Command::Build(arguments) => commands::build::run(arguments, session),
        Command::Check(arguments) => commands::check::run(arguments, session),
        Command::Diff(arguments) => Ok(commands::diff::run(arguments, session)),
        Command::Plan(arguments) => Ok(commands::plan::run(arguments, session)),
        Command::Apply(arguments) => commands::apply::run(arguments, session),
        Command::Status(arguments) => commands::status::run(arguments, session),
        Command::Drift(arguments) => Ok(commands::drift::run(arguments, session)),
        Command::History(arguments) => commands::history::run(arguments, session),
        Command::Rollback(arguments) => commands::rollback::run(arguments, session),
        Command::Rollout(arguments) => commands::rollout::run(arguments, session),
        Command::Destroy(arguments) => commands::destroy::run(arguments, session),
        Command::Adopt(arguments) => commands::adopt::run(arguments, session),
        Command::Explain(arguments) => commands::explain::run(arguments),
        Command::Export(arguments) => commands::export::run(arguments, session),
        Command::Report(arguments) => commands::report::run(arguments, session),
        Command::Doc(arguments) => commands::doc::run(arguments),
        Command::Import(arguments) => commands::import::run(arguments, session),
        Command::MergeReport(arguments) => commands::merge_report::run(arguments),
        Command::Cache(arguments) => commands::cache::run(arguments),
        Command::Completions(arguments) => commands::completions::run(arguments, Arguments::command()),
        Command::Fmt(arguments) => commands::fmt::run(arguments, session),
        Command::Init(arguments) => commands::init::run(arguments, session),
        Command::Krm(arguments) => commands::krm::run(arguments, session),
        Command::Lsp(arguments) => commands::lsp::run(arguments, session),
        Command::Man(arguments) => commands::man::run(arguments, Arguments::command()),
        Command::Pull(arguments) => commands::pull::run(arguments, session),
        Command::Push(arguments) => commands::push::run(arguments, session),
        Command::Schema(arguments) => commands::schema::run(arguments),
        Command::Test(arguments) => commands::test::run(arguments, session),
        Command::Upgrade(arguments) => Ok(commands::upgrade::run(arguments, session)),
        Command::Vendor(arguments) => commands::vendor::run(arguments),
        Command::Version(arguments) => commands::version::run(arguments),
        Command::Watch(arguments) => commands::watch::run(arguments, session),
    }
}

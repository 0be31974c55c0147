//! The `pulsarc` command.
//!
//! Each command is a file of [`commands`]; what they share, reading inputs and writing outputs, stands beside them.
//! Nothing here knows what a Pulsar cluster is: the compiler does.

/// Writes a line to standard error, sanitized.
macro_rules! tell_line {
    ($($text:tt)*) => { $crate::stderr::sanitized(format_args!("{}\n", format_args!($($text)*))) };
}

mod budget;
mod commands;
mod edit;
mod exit;
mod failure;
mod files;
mod fleet;
mod format;
mod input;
mod json_schema;
mod krm;
mod output;
mod project;
mod registry;
mod report;
mod severity;
mod stderr;
mod steps;
mod supervisor;
mod target;
mod testing;

use clap::{CommandFactory, Parser, Subcommand};
use exit::{Exit, Failure};
use pulsarc_diag::sanitize::{Escaped, Terminal};
use std::path::PathBuf;
use std::process::ExitCode;

/// Compiles typed configurations of Apache Pulsar clusters to Kubernetes manifests.
#[derive(Debug, Parser)]
#[command(
    name = "pulsarc",
    version,
    about,
    max_term_width = 100,
    propagate_version = true,
    arg_required_else_help = true
)]
struct Arguments {
    #[command(flatten)]
    limits: budget::Limits,
    /// A folder beyond the project's that files may import from (repeatable)
    #[arg(long, global = true, hide_short_help = true, value_name = "DIR")]
    allow_import: Vec<PathBuf>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Build(commands::build::Arguments),
    Check(commands::check::Arguments),
    Diff(Box<commands::diff::Arguments>),
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

/// A build is mostly small texts and maps that come and go: of a fleet's CPU the C library's own allocator takes a fifth
/// more.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    failure::in_few_words();
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => return bad_usage(&error),
    };
    arguments.limits.hold();
    pulsarc_compiler::allow_imports(&arguments.allow_import);
    supervisor::begin();
    let run = || run(&arguments.command);
    // A worker evaluates one cluster after the other.
    let exit = if fleet::is_worker() { pulsarc_compiler::on_one_stack(run) } else { Some(run()) };
    // What fails on that stack has been told by then, as by a process that fails.
    exit.map_or(ExitCode::from(101), |exit| exit.unwrap_or_else(Exit::told).code())
}

/// Shows help and the version as clap does, and its errors sanitized: they repeat what they were called with.
fn bad_usage(error: &clap::Error) -> ExitCode {
    if !error.use_stderr() {
        let _ = error.print();
        return Exit::Success.code();
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

fn run(command: &Command) -> Result<Exit, Failure> {
    match command {
        Command::Build(arguments) => commands::build::run(arguments),
        Command::Check(arguments) => commands::check::run(arguments),
        Command::Diff(arguments) => Ok(commands::diff::run(arguments)),
        Command::Explain(arguments) => commands::explain::run(arguments),
        Command::Export(arguments) => commands::export::run(arguments),
        Command::Report(arguments) => commands::report::run(arguments),
        Command::Doc(arguments) => commands::doc::run(arguments),
        Command::Import(arguments) => commands::import::run(arguments),
        Command::MergeReport(arguments) => commands::merge_report::run(arguments),
        Command::Cache(arguments) => commands::cache::run(arguments),
        Command::Completions(arguments) => commands::completions::run(arguments, Arguments::command()),
        Command::Fmt(arguments) => commands::fmt::run(arguments),
        Command::Init(arguments) => commands::init::run(arguments),
        Command::Krm(arguments) => commands::krm::run(arguments),
        Command::Man(arguments) => commands::man::run(arguments, Arguments::command()),
        Command::Pull(arguments) => commands::pull::run(arguments),
        Command::Push(arguments) => commands::push::run(arguments),
        Command::Schema(arguments) => commands::schema::run(arguments),
        Command::Test(arguments) => commands::test::run(arguments),
        Command::Upgrade(arguments) => Ok(commands::upgrade::run(arguments)),
        Command::Vendor(arguments) => commands::vendor::run(arguments),
        Command::Version(arguments) => commands::version::run(arguments),
        Command::Watch(arguments) => commands::watch::run(arguments),
    }
}

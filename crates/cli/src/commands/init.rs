//! `pulsarc init`: a new project of configurations.

use crate::exit::{Exit, Failure};
use crate::output::{self, project};
use crate::project::{Authentication, Choices, Functions, Monitors, Size, Store};
use crate::session::Session;
use clap::{Args, ValueEnum};
use dialoguer::theme::SimpleTheme;
use dialoguer::{Confirm, Select};
use pulsarc_diag::sanitize;
use std::io::{self, IsTerminal};
use std::path::PathBuf;

/// Start a project: a cluster, its environments, a test, and the contracts for editors
///
/// Asks a few questions on a terminal, and none otherwise; each option answers one. Never overwrites files: if one of
/// the files exists, nothing is written.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  pulsarc init clusters\n  pulsarc init clusters --functions worker --tls --auth jwt --size medium"
)]
pub(crate) struct Arguments {
    /// The folder, created if missing
    #[arg(default_value = ".")]
    dir: PathBuf,
    /// Metadata store
    #[arg(long, value_enum)]
    store: Option<StoreOption>,
    /// Where functions run
    #[arg(long, value_enum)]
    functions: Option<FunctionsOption>,
    /// Encrypt every connection
    #[arg(long)]
    tls: bool,
    /// How clients authenticate
    #[arg(long, value_enum)]
    auth: Option<AuthOption>,
    /// Size of production
    #[arg(long, value_enum)]
    size: Option<SizeOption>,
    /// Which operator scrapes metrics
    #[arg(long, value_enum)]
    monitors: Option<MonitorsOption>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum StoreOption {
    /// `ZooKeeper`
    Zookeeper,
    /// Oxia
    Oxia,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum FunctionsOption {
    /// No functions
    None,
    /// In the brokers
    Broker,
    /// In separate workers
    Worker,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum AuthOption {
    /// No authentication
    None,
    /// With JSON web tokens
    Jwt,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum SizeOption {
    /// One of each component
    Small,
    /// Three zones
    Medium,
    /// Three zones, with twice the bookies and brokers
    Large,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum MonitorsOption {
    /// None: the manifests apply to a cluster without any operator
    None,
    /// The Prometheus Operator
    Prometheus,
    /// The operator of `VictoriaMetrics`
    VictoriaMetrics,
}

/// Runs the command.
pub(crate) fn run(arguments: &Arguments, session: &Session) -> Result<Exit, Failure> {
    let asks = io::stdin().is_terminal() && io::stderr().is_terminal();
    let choices = arguments.choices(asks)?;
    let files = crate::project::starter(choices);
    project::create(&arguments.dir, &files)?;
    let names: String = files
        .keys()
        .filter(|name| !name.starts_with(crate::project::VENDORED))
        .map(|name| sanitize::line(&arguments.dir.join(name).display().to_string()) + "\n")
        .collect();
    output::print_text(&names)?;
    let first = arguments.dir.join("environments/dev.ncl");
    session.note(format_args!("next: pulsarc check {}", sanitize::line(&first.display().to_string())));
    Ok(Exit::Success)
}

impl Arguments {
    /// The answers: from options, on a terminal from the user, otherwise the defaults.
    fn choices(&self, asks: bool) -> Result<Choices, Failure> {
        Ok(Choices {
            store: match answered(self.store, "Where is metadata stored?", asks)? {
                Some(StoreOption::Oxia) => Store::Oxia,
                _ => Store::ZooKeeper,
            },
            functions: match answered(self.functions, "Where do functions run?", asks)? {
                Some(FunctionsOption::Worker) => Functions::Workers,
                Some(FunctionsOption::Broker) => Functions::Brokers,
                _ => Functions::Off,
            },
            tls: self.tls || (asks && agreed("Encrypt every connection (TLS)?")?),
            authentication: match answered(self.auth, "How do clients authenticate?", asks)? {
                Some(AuthOption::Jwt) => Authentication::Tokens,
                _ => Authentication::Off,
            },
            size: match answered(self.size, "How large is production?", asks)? {
                Some(SizeOption::Medium) => Size::Medium,
                Some(SizeOption::Large) => Size::Large,
                _ => Size::Small,
            },
            monitors: match answered(self.monitors, "Which operator scrapes metrics?", asks)? {
                Some(MonitorsOption::Prometheus) => Monitors::Prometheus,
                Some(MonitorsOption::VictoriaMetrics) => Monitors::VictoriaMetrics,
                _ => Monitors::Off,
            },
        })
    }
}

/// The option's value, or the user's choice among its values: the first is the default.
fn answered<T: ValueEnum + Clone>(
    option: Option<T>,
    question: &str,
    asks: bool,
) -> Result<Option<T>, Failure> {
    if option.is_some() || !asks {
        return Ok(option);
    }
    let values: Vec<String> = T::value_variants()
        .iter()
        .filter_map(T::to_possible_value)
        .map(|value| match value.get_help() {
            Some(help) => format!("{:10} {help}", value.get_name()),
            None => value.get_name().to_owned(),
        })
        .collect();
    let picked = Select::with_theme(&SimpleTheme)
        .with_prompt(question)
        .items(&values)
        .default(0)
        .interact()
        .map_err(asked)?;
    Ok(T::value_variants().get(picked).cloned())
}

fn agreed(question: &str) -> Result<bool, Failure> {
    Confirm::with_theme(&SimpleTheme).with_prompt(question).default(false).interact().map_err(asked)
}

#[allow(clippy::needless_pass_by_value, reason = "it ends a failed `Result`")]
fn asked(error: dialoguer::Error) -> Failure {
    Failure::usage(format!("the question was not answered ({error}): use the options instead, see --help"))
}

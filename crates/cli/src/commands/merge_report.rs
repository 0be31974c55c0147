//! `pulsarc merge-report`: joins the reports of a fleet's shards.

use crate::exit::{Exit, Failure};
use crate::fleet::{Summary, merged};
use crate::{input, output, report};
use clap::{Args, ValueEnum};
use std::path::PathBuf;

/// Join the reports of a fleet's shards
///
/// Each report is the `--report` file of one shard. A missing or duplicate shard is an error. Exits as a run over the
/// whole fleet would.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  pulsarc merge-report shard-1.json shard-2.json --format markdown")]
pub(crate) struct Arguments {
    /// The reports
    #[arg(value_name = "REPORT", required = true)]
    reports: Vec<PathBuf>,
    /// Output format of the joined report; -o json is the same
    #[arg(long, short = 'o', alias = "output", value_enum, default_value_t = Form::Text)]
    format: Form,
}

/// The form of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Form {
    /// With the source lines
    Text,
    /// The format of `--report`
    Json,
    /// JUnit XML, for CI
    Junit,
    /// SARIF 2.1.0, for code scanning
    Sarif,
    /// For the comment of a pull request
    Markdown,
}

/// Runs the command.
pub(crate) fn run(arguments: &Arguments) -> Result<Exit, Failure> {
    let read = |path: &PathBuf| -> Result<Summary, Failure> {
        let layer = input::read(path)?;
        serde_json::from_slice(&layer.bytes)
            .map_err(|error| Failure::usage(format!("{} is not a fleet report: {error}", path.display())))
    };
    let parts = arguments.reports.iter().map(read).collect::<Result<Vec<_>, _>>()?;
    let whole = merged(parts).map_err(Failure::usage)?;
    let document = match arguments.format {
        Form::Text => {
            let mut text = whole.findings();
            text.text(whole.line());
            text.into()
        }
        Form::Json => whole.document(report::Format::Json)?,
        Form::Junit => whole.document(report::Format::Junit)?,
        Form::Sarif => whole.document(report::Format::Sarif)?,
        Form::Markdown => whole.markdown().into(),
    };
    output::print(document)?;
    Ok(whole.exit())
}

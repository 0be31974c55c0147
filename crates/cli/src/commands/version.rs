//! `pulsarc version`: the version of pulsarc, for users and bug reports.

use crate::exit::{Exit, Failure};
use crate::isolate::Confinement;
use crate::output::{self, By, Document};
use crate::target;
use clap::Args;
use serde::Serialize;

/// Print the version, and what it was built from and for
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  pulsarc version\n  pulsarc version --json")]
pub(crate) struct Arguments {
    /// As one JSON document; -o json is the same
    #[arg(long)]
    json: bool,
    /// Output format
    #[arg(long, short = 'o', alias = "output", value_enum)]
    format: Option<output::Format>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct About {
    version: &'static str,
    /// None if built from an archive.
    commit: Option<&'static str>,
    contracts: &'static str,
    pulsar: Pulsar,
    kubernetes: Kubernetes,
    nickel: &'static str,
    /// What the process that evaluates code cannot access.
    confinement: Confinement,
}

#[derive(Debug, Serialize)]
struct Pulsar {
    /// The release that is deployed if no tag is set.
    default: &'static str,
    /// The lines with a key catalogue.
    known: Vec<&'static str>,
}

#[derive(Debug, Serialize)]
struct Kubernetes {
    oldest: String,
    newest: String,
}

/// Runs the command.
pub(crate) fn run(arguments: &Arguments) -> Result<Exit, Failure> {
    let about = About {
        version: env!("CARGO_PKG_VERSION"),
        commit: option_env!("PULSARC_COMMIT"),
        contracts: pulsarc_compiler::fingerprint(),
        pulsar: Pulsar {
            default: pulsarc_compiler::DEFAULT_PULSAR_VERSION,
            known: pulsarc_compiler::PULSAR_LINES.map(pulsarc_compiler::PulsarLine::name).to_vec(),
        },
        kubernetes: Kubernetes {
            oldest: format!("1.{}", target::OLDEST),
            newest: format!("1.{}", target::NEWEST),
        },
        nickel: env!("PULSARC_NICKEL"),
        confinement: Confinement::offered(),
    };
    let format = arguments.format.or(arguments.json.then_some(output::Format::Json));
    match format {
        Some(output::Format::Json) => {
            let text = pulsarc_kube::write::json(&about).map_err(Failure::unwritable)?;
            output::print(Document::of(text, By::Serializer))?;
        }
        Some(output::Format::Yaml) => {
            let text = pulsarc_kube::write::yaml(&about).map_err(Failure::unwritable)?;
            output::print(Document::of(text, By::Serializer))?;
        }
        None => output::print_text(&about.to_string())?,
    }
    Ok(Exit::Success)
}

impl std::fmt::Display for About {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        writeln!(f, "pulsarc {}", self.version)?;
        writeln!(f, "commit      {}", self.commit.unwrap_or("not built from a checkout"))?;
        writeln!(f, "contracts   {}", self.contracts)?;
        writeln!(
            f,
            "pulsar      {} by default; keys of {}",
            self.pulsar.default,
            self.pulsar.known.join(", ")
        )?;
        writeln!(f, "kubernetes  {} to {}", self.kubernetes.oldest, self.kubernetes.newest)?;
        writeln!(f, "nickel      {}", self.nickel)?;
        let confinement = match self.confinement {
            Confinement { files: true, network: true } => {
                "Landlock: code can reach neither other files nor the network"
            }
            Confinement { files: true, .. } => "Landlock: code cannot reach other files",
            _ => "none: this system has no Landlock",
        };
        writeln!(f, "confinement {confinement}")
    }
}

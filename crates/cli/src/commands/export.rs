//! `pulsarc export`: a checked cluster for other programs, as data.

use crate::exit::{Exit, Failure};
use crate::input::InputOptions;
use crate::output::{self, variables};
use crate::target::TargetOptions;
use clap::{Args, ValueEnum};
use pulsarc_kube::write;
use serde::Serialize;
use serde_json::Value;

/// Export what a checked cluster is, for CI and other programs
///
/// Exports the whole configuration with its defaults, or a part of what it makes. What the checks refuse is not
/// exported, and `<hidden>` stands in the place of every secret.
#[derive(Debug, Args)]
pub(crate) struct Arguments {
    #[command(flatten)]
    input: InputOptions,
    #[command(flatten)]
    target: TargetOptions,
    /// What to export
    #[arg(long, value_enum, default_value_t = What::Config)]
    what: What,
    /// The form of the document
    #[arg(long, value_enum, default_value_t = Form::Json)]
    format: Form,
}

/// What is exported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum What {
    /// The checked configuration, defaults included
    Config,
    /// URLs for clients, administrators and functions, and all services
    Endpoints,
    /// Every image that a pod runs, for mirroring into another registry
    Images,
    /// CPU, memory, disk and JVM memory of each workload, and in all
    Resources,
    /// The components, and who dials whom
    Topology,
}

/// The form of an exported document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Form {
    /// JSON
    Json,
    /// YAML
    Yaml,
    /// KEY=value, a line each, as a shell reads it
    Env,
}

/// Runs the command.
pub(crate) fn run(arguments: &Arguments) -> Result<Exit, Failure> {
    let target = arguments.target.target();
    let built = arguments.input.compile(&target)?;
    built.tell();
    if built.has_errors() {
        return Ok(built.exit());
    }
    let Some(export) = pulsarc_compiler::export(&built.compiled, &target) else { return Ok(Exit::BadConfig) };
    let document = match arguments.what {
        What::Config => built.compiled.tree.as_ref().map(pulsarc_compiler::config).unwrap_or_default(),
        What::Endpoints => value(&export.endpoints)?,
        What::Images => value(&export.images)?,
        What::Resources => value(&export.resources)?,
        What::Topology => value(&export.topology)?,
    };
    let document = pulsarc_compiler::shown(document, built.compiled.sources.secrets());
    let text = match arguments.format {
        Form::Json => write::json(&document).map_err(Failure::unwritable)?,
        Form::Yaml => write::yaml(&document).map_err(Failure::unwritable)?,
        Form::Env => variables::lines(&document),
    };
    output::print(&text)?;
    Ok(Exit::Success)
}

fn value(part: &impl Serialize) -> Result<Value, Failure> {
    serde_json::to_value(part).map_err(Failure::unwritable)
}

//! `pulsarc export`: a checked cluster as data, for other programs.

use crate::exit::{Exit, Failure};
use crate::fleet::{self, Delivered, Files, FleetOptions, FleetRun, Task};
use crate::heading;
use crate::input::{Built, ColorOption, InputOptions, SetOptions};
use crate::inputs::{INPUTS, VALUES};
use crate::output::{self, By, Document, variables};
use crate::session::Session;
use crate::target::TargetOptions;
use clap::{Args, ValueEnum};
use pulsarc_compiler::Target;
use pulsarc_fleet::Cluster;
use pulsarc_kube::write;
use serde::Serialize;
use serde_json::Value;
use std::path::Path;

/// Export a checked cluster as data, for CI and other programs
///
/// Exports the whole configuration with its defaults, or data derived from its objects. Exports nothing if a check
/// fails. Every secret is replaced by `<hidden>`.
#[derive(Debug, Args)]
#[command(
    mut_arg(INPUTS, |inputs| inputs.required_unless_present_any([VALUES, "fleet"])),
    after_help = "Examples:\n  pulsarc export prod.ncl\n  pulsarc export prod.ncl --what images -o yaml\n  pulsarc export prod.ncl --what endpoints --format env\n  pulsarc export --fleet clusters --what resources"
)]
pub(crate) struct Arguments {
    #[command(flatten)]
    input: InputOptions,
    #[command(flatten)]
    fleet: FleetOptions,
    #[command(flatten)]
    target: TargetOptions,
    /// What to export
    #[arg(long, value_enum, default_value_t = What::Config, help_heading = heading::OUTPUT)]
    what: What,
    /// Output format; -o yaml is the same
    #[arg(
        long,
        short = 'o',
        alias = "output",
        value_enum,
        default_value_t = Form::Json,
        help_heading = heading::OUTPUT
    )]
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
    /// CPU, memory, disk and JVM memory of each workload, and the totals
    Resources,
    /// The components, and the connections between them
    Topology,
    /// What the manifests need and do not contain: namespace, kinds, secrets, classes, nodes
    Requires,
}

/// The form of an exported document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Form {
    /// JSON
    Json,
    /// YAML
    Yaml,
    /// KEY=value, one per line, for shells
    Env,
}

/// Runs the command.
pub(crate) fn run(arguments: &Arguments, session: &Session) -> Result<Exit, Failure> {
    if let Some(fleet) = arguments.fleet.path()? {
        return of_fleet(arguments, fleet, session);
    }
    let target = arguments.target.target();
    let built = arguments.input.compile(session, &target)?;
    built.tell();
    if built.has_errors() {
        return Ok(built.exit());
    }
    let Some(document) = exported(arguments.what, &built, &target)? else { return Ok(Exit::BadConfig) };
    output::print(text(&document, arguments.format)?)?;
    Ok(Exit::Success)
}

fn exported(what: What, built: &Built, target: &Target) -> Result<Option<Value>, Failure> {
    let Some(export) = pulsarc_compiler::export(&built.compiled, target) else { return Ok(None) };
    let document = match what {
        What::Config => built.compiled.tree.as_ref().map(pulsarc_compiler::config).unwrap_or_default(),
        What::Endpoints => value(&export.endpoints)?,
        What::Images => value(&export.images)?,
        What::Resources => value(&export.resources)?,
        What::Topology => value(&export.topology)?,
        What::Requires => {
            value(&pulsarc_compiler::requirements(&built.compiled, target).unwrap_or_default())?
        }
    };
    Ok(Some(pulsarc_compiler::shown(document, built.compiled.sources.secrets())))
}

fn text(document: &Value, form: Form) -> Result<Document, Failure> {
    Ok(match form {
        Form::Json => Document::of(write::json(document).map_err(Failure::unwritable)?, By::Serializer),
        Form::Yaml => Document::of(write::yaml(document).map_err(Failure::unwritable)?, By::Serializer),
        Form::Env => Document::of(variables::lines(document), By::Variables),
    })
}

/// An export of each cluster.
struct ExportEach<'a>(&'a Arguments);

impl Arguments {
    /// What a worker does with one cluster of a fleet.
    pub(crate) fn task(&self) -> Box<dyn Task + '_> {
        Box::new(ExportEach(self))
    }
}

/// The name of a cluster's document.
const DOCUMENT: &str = "export.json";

impl Task for ExportEach<'_> {
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
        "exported"
    }

    fn options(&self) -> String {
        format!("export {:?} {}", self.0.what, self.0.input.options())
    }

    fn files(&self, built: &Built, target: &Target) -> Result<Files, Failure> {
        let document = exported(self.0.what, built, target)?.unwrap_or_default();
        Ok(Files::from([(DOCUMENT.to_owned(), document.to_string())]))
    }

    fn deliver(&self, _: &Cluster, mut files: Files) -> Result<Delivered, Failure> {
        Ok(files.remove(DOCUMENT).map_or(Delivered::Nothing, Delivered::Document))
    }
}

/// One document of all clusters, by name. A cluster with an error is left out and reported.
fn of_fleet(arguments: &Arguments, fleet: &Path, session: &Session) -> Result<Exit, Failure> {
    if arguments.format == Form::Env {
        return Err(Failure::usage("--format env is for a single cluster: export a fleet as json or yaml"));
    }
    let mut clusters = serde_json::Map::new();
    let mut take = |name: &str, text: &str| {
        let document = serde_json::from_str(text).map_err(Failure::unwritable)?;
        clusters.insert(name.to_owned(), document);
        Ok(())
    };
    let ended = fleet::run(fleet, &ExportEach(arguments), session, &mut take)?;
    ended.tell(&arguments.fleet.run, session.verbosity)?;
    output::print(text(&Value::Object(clusters), arguments.format)?)?;
    Ok(ended.exit)
}

fn value(part: &impl Serialize) -> Result<Value, Failure> {
    serde_json::to_value(part).map_err(Failure::unwritable)
}

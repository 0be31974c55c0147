//! `pulsarc upgrade`: what another release line of Pulsar changes for a cluster, and what has to be decided before.

mod fix;
mod render;

use crate::exit::{Exit, Failure};
use crate::fleet::{self, Delivered, Files, FleetOptions, FleetRun, Task};
use crate::heading;
use crate::input::{Built, ColorOption, InputOptions, SetOptions};
use crate::inputs::{INPUTS, VALUES};
use crate::output;
use crate::session::Session;
use crate::target::TargetOptions;
use clap::{Args, ValueEnum};
use pulsarc_compiler::upgrade::{UpgradeAdvice, to_release, upgrade};
use pulsarc_compiler::{Evaluate, InProcess, Layer, PulsarLine, Target};
use pulsarc_fleet::Cluster;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// Report what another release line of Pulsar changes for a cluster
///
/// Checks the configuration with the new release and compares it with what Pulsar's upgrade guides and the classes of both
/// lines say. Exits with 0 if nothing has to be done, 1 if something breaks or needs a decision, 2 on error.
#[derive(Debug, Args)]
#[command(
    mut_arg(INPUTS, |inputs| inputs.required_unless_present_any([VALUES, "fleet"])),
    after_help = "Examples:\n  pulsarc upgrade prod.ncl --to 5.0\n  pulsarc upgrade values.yaml --to 4.2 --fix --keep-rollback\n  pulsarc upgrade --fleet clusters --to 5.0"
)]
pub(crate) struct Arguments {
    #[command(flatten)]
    input: InputOptions,
    #[command(flatten)]
    fleet: FleetOptions,
    #[command(flatten)]
    target: TargetOptions,
    /// The new line: 4.0, 4.2 or 5.0
    #[arg(long, value_name = "LINE", value_parser = line, help_heading = heading::TARGET)]
    to: PulsarLine,
    /// The line of images whose tag names no release
    #[arg(long, value_name = "LINE", value_parser = line, help_heading = heading::TARGET)]
    from: Option<PulsarLine>,
    /// Output format of the report; -o json is the same
    #[arg(
        long,
        short = 'o',
        alias = "output",
        value_enum,
        default_value_t = Format::Text,
        help_heading = heading::OUTPUT
    )]
    format: Format,
    /// Apply the changes that can be written to the configuration, including the new release
    #[arg(long, conflicts_with = "fleet", help_heading = heading::OUTPUT)]
    fix: bool,
    /// Answer decisions with the settings that keep the rollback possible
    #[arg(long, requires = "fix", conflicts_with = "adopt_defaults", help_heading = heading::OUTPUT)]
    keep_rollback: bool,
    /// Answer decisions with the defaults of the new line
    #[arg(long, requires = "fix", help_heading = heading::OUTPUT)]
    adopt_defaults: bool,
}

/// Output format of the report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// For a terminal
    Text,
    /// `{"from", "to", "release", "points": [{"section", "subject", "text", "path", "file", "line", "old", "new", "help",
    /// "choices", "source"}]}`
    Json,
    /// For the comment of a pull request
    Markdown,
    /// Annotations of GitHub Actions
    Github,
}

fn line(text: &str) -> Result<PulsarLine, String> {
    PulsarLine::named(text).ok_or_else(|| {
        let lines: Vec<&str> = PulsarLine::ALL.into_iter().map(PulsarLine::name).collect();
        format!("no key catalogue for Pulsar {text}; write one of {}", lines.join(", "))
    })
}

/// Runs the command. As with `diff`, an error is 2.
pub(crate) fn run(arguments: &Arguments, session: &Session) -> Exit {
    let ended = match arguments.fleet.path() {
        Ok(Some(fleet)) => of_fleet(arguments, fleet, session),
        Ok(None) => of_one(arguments, session),
        Err(failure) => Err(failure),
    };
    ended.unwrap_or_else(|failure| {
        Exit::reported(failure);
        Exit::Trouble
    })
}

fn of_one(arguments: &Arguments, session: &Session) -> Result<Exit, Failure> {
    let target = arguments.target.target();
    let layers = arguments.input.layers()?;
    let Some(report) = report(session.evaluations(), arguments, &layers, &target)? else {
        return Ok(Exit::Trouble);
    };
    if arguments.fix {
        return fix::write(session.evaluations(), arguments, &layers, &report, &target);
    }
    output::print(render::one(&report, arguments.format)?)?;
    Ok(exit(report.asks))
}

fn exit(asks: bool) -> Exit {
    if asks { Exit::Differences } else { Exit::Success }
}

/// A report, with the places of its points.
pub(crate) struct Report {
    /// The advice.
    pub(crate) advice: UpgradeAdvice,
    /// The report as data.
    pub(crate) document: Value,
    /// Whether something breaks or needs a decision.
    pub(crate) asks: bool,
}

/// The report about layers; none if they cannot be read, which was reported.
fn report(
    evaluations: &dyn Evaluate,
    arguments: &Arguments,
    layers: &[Layer],
    target: &Target,
) -> Result<Option<Report>, Failure> {
    let (set, color) = arguments.input.compiling();
    let now = set.compile(evaluations, layers.to_vec(), color, target);
    let Some(root) = now.compiled.tree.as_ref() else {
        now.tell();
        return Ok(None);
    };
    let mut next = layers.to_vec();
    next.push(to_release(root, arguments.to.read_from()));
    let then = set.compile(evaluations, next, color, target);
    let Some(advice) = upgrade(&now.compiled, &then.compiled, target, arguments.from, arguments.to) else {
        now.tell();
        return Ok(None);
    };
    let document = render::document(&advice, &now, &then, target)?;
    let asks = advice.asks();
    Ok(Some(Report { advice, document, asks }))
}

/// A report on each cluster.
struct UpgradeEach<'a> {
    arguments: &'a Arguments,
    /// The report on the cluster that was compiled last.
    last: Mutex<Option<String>>,
}

/// What the one document of a cluster is called.
const DOCUMENT: &str = "upgrade.json";

/// A cluster's report between processes.
#[derive(Serialize, Deserialize)]
struct OfCluster {
    document: Value,
    asks: bool,
}

impl Arguments {
    /// What a worker does with one cluster of a fleet.
    pub(crate) fn task(&self) -> Box<dyn Task + '_> {
        Box::new(UpgradeEach { arguments: self, last: Mutex::default() })
    }
}

impl UpgradeEach<'_> {
    fn last(&self) -> MutexGuard<'_, Option<String>> {
        self.last.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Task for UpgradeEach<'_> {
    fn target(&self) -> &TargetOptions {
        &self.arguments.target
    }

    fn run(&self) -> &FleetRun {
        &self.arguments.fleet.run
    }

    fn compiling(&self) -> (&SetOptions, &ColorOption) {
        self.arguments.input.compiling()
    }

    fn done(&self) -> &'static str {
        "analyzed"
    }

    fn options(&self) -> String {
        let arguments = self.arguments;
        format!("upgrade {:?} {:?} {}", arguments.to, arguments.from, arguments.input.options())
    }

    fn compile(&self, layers: Vec<Layer>, target: &Target) -> Built {
        let made = report(&InProcess, self.arguments, &layers, target).ok().flatten();
        let one = made.map(|report| OfCluster { document: report.document, asks: report.asks });
        *self.last() = one.and_then(|one| serde_json::to_string(&one).ok());
        let (set, color) = self.compiling();
        set.compile(&InProcess, layers, color, target)
    }

    fn files(&self, _: &Built, _: &Target) -> Result<Files, Failure> {
        Ok(self.last().take().map(|text| (DOCUMENT.to_owned(), text)).into_iter().collect())
    }

    fn deliver(&self, _: &Cluster, mut files: Files) -> Result<Delivered, Failure> {
        Ok(files.remove(DOCUMENT).map_or(Delivered::Nothing, Delivered::Document))
    }
}

fn of_fleet(arguments: &Arguments, fleet: &Path, session: &Session) -> Result<Exit, Failure> {
    let mut clusters: BTreeMap<String, Value> = BTreeMap::new();
    let mut asks = false;
    let mut take = |name: &str, text: &str| {
        if let Ok(one) = serde_json::from_str::<OfCluster>(text) {
            asks |= one.asks;
            clusters.insert(name.to_owned(), one.document);
        }
        Ok(())
    };
    let task = UpgradeEach { arguments, last: Mutex::default() };
    let ended = fleet::run(fleet, &task, session, &mut take)?;
    if ended.exit != Exit::Success {
        ended.tell(&arguments.fleet.run, session.verbosity)?;
        return Ok(Exit::Trouble);
    }
    ended.keep(&arguments.fleet.run)?;
    output::print(render::fleet(&clusters, arguments.format)?)?;
    Ok(exit(asks))
}

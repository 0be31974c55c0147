//! `pulsarc diff`: the changes between two configurations, or a configuration and manifests, and their consequences.

mod fleets;
mod side;

use crate::changes::{markdown, text};
use crate::exit::{Exit, Failure};
use crate::fleet::FleetRun;
use crate::heading;
use crate::input::{ColorOption, SetOptions};
use crate::output::{self, By, Document};
use crate::session::Session;
use crate::target::TargetOptions;
use clap::{Args, ValueEnum};
use pulsarc_diag::Secrets;
use pulsarc_diag::sanitize::{Escaped, Terminal};
use pulsarc_diff::Changes;
use pulsarc_kube::write;
use std::io::{self, IsTerminal};
use std::path::PathBuf;

/// Show the changes from one cluster to another, and their consequences
///
/// Each side is a configuration, or manifests: a file or a folder, such as the output of `helm get manifest` or
/// `kubectl get -o yaml`. `--set` and levels of findings apply to sides that are configurations. Exits with 0 if
/// nothing differs, 1 if something differs, 2 on error.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  pulsarc diff dev.ncl prod.ncl\n  kubectl get statefulsets,services,configmaps -n pulsar -o yaml | pulsarc diff - prod.ncl\n  pulsarc diff --from values.yaml --from values-prod.yaml --to prod.ncl\n  pulsarc diff manifests prod.ncl --format markdown\n  pulsarc diff --fleet manifests clusters"
)]
pub(crate) struct Arguments {
    /// The two sides: .ncl, .yaml, .yml or .json, a folder of manifests, or `-` for standard input
    #[arg(value_name = "INPUT", num_args = 0..=2, help_heading = heading::INPUT)]
    sides: Vec<PathBuf>,
    /// The layers of the first side, if it has several; later ones win (repeatable)
    #[arg(long, value_name = "FILE", help_heading = heading::INPUT)]
    from: Vec<PathBuf>,
    /// The layers of the second side, if it has several; later ones win (repeatable)
    #[arg(long, value_name = "FILE", help_heading = heading::INPUT)]
    to: Vec<PathBuf>,
    /// Both sides are fleets, or output folders of fleets: show the changes of each cluster
    #[arg(long, conflicts_with_all = ["from", "to"], help_heading = heading::FLEET)]
    fleet: bool,
    #[command(flatten)]
    run: FleetRun,
    /// Output format of the changes; -o json is the same
    #[arg(
        long,
        short = 'o',
        alias = "output",
        value_enum,
        default_value_t = Format::Text,
        help_heading = heading::OUTPUT
    )]
    format: Format,
    #[command(flatten)]
    target: TargetOptions,
    #[command(flatten)]
    set: SetOptions,
    #[command(flatten)]
    color: ColorOption,
}

/// Output format of the changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For a terminal
    Text,
    /// `{"changes": [{"change", "group", "kind", "namespace", "name", "consequence", "follows", "fields": [{"path", "old",
    /// "new", "lines", "consequence", "follows"}]}], "restarts": {WORKLOAD: PODS}, "releases": [TEXT]}`, where PODS is a
    /// number, or `{"least", "most"}` under an autoscaler. `consequence` is a list, the worst first; each has a `kind`, and
    /// may have `why`, `pods` and `procedure`, a list of commands. The kinds are, in the order of danger, `dataLoss`,
    /// `losesMessages`, `disconnectsClients`, `weakensSecurity`, `replace`, `stepwise`, `restart`, `nextRestart`, `ignored` and
    /// `inPlace`. `follows` names the change (`kind`, `name`, `path`) without which there would be no such change
    Json,
    /// For the comment of a pull request
    Markdown,
}

/// Runs the command.
pub(crate) fn run(arguments: &Arguments, session: &Session) -> Exit {
    match compared(arguments, session) {
        Ok(exit) => exit,
        Err(failure) => {
            Exit::reported(failure);
            Exit::Trouble
        }
    }
}

fn compared(arguments: &Arguments, session: &Session) -> Result<Exit, Failure> {
    if arguments.fleet {
        return fleets::compared(arguments, session);
    }
    arguments.run.is_for_none()?;
    let (old, new) = sides(arguments)?;
    if [&old, &new].iter().all(|side| side.as_slice() == [PathBuf::from("-")]) {
        return Err(Failure::usage("standard input can be only one of the two sides"));
    }
    let target = arguments.target.target();
    let read =
        |side: &[PathBuf]| side::read(session.evaluations(), side, &arguments.set, &arguments.color, &target);
    // Both are read before either fails, so that one run tells all.
    let sides = [read(&old), read(&new)];
    let mut read = Vec::new();
    let mut secrets = Secrets::default();
    let mut facts = pulsarc_compiler::component_facts(&target);
    let mut trouble = Exit::Trouble;
    for side in sides {
        match side {
            Ok(side) => {
                if side.exit == Exit::PastLimit {
                    trouble = Exit::PastLimit;
                }
                secrets.keep_all(&side.secrets);
                facts.extend(side.facts);
                read.push(side.objects);
            }
            Err(failure) => {
                Exit::reported(failure);
            }
        }
    }
    let [Some(old), Some(new)] = read.as_slice() else { return Ok(trouble) };
    for (side, objects) in [("first", old), ("second", new)] {
        if let Some(id) = pulsarc_diff::contradictions(objects, &target.namespace).first() {
            return Err(Failure::usage(format!(
                "the {side} side contains {id} twice with different contents: remove one of them"
            )));
        }
    }
    let mut changes = pulsarc_diff::compare(old, new, &target.namespace, &facts);
    changes.redact(&secrets);
    output::print(document(&changes, arguments)?)?;
    Ok(if changes.changes.is_empty() { Exit::Success } else { Exit::Differences })
}

fn sides(arguments: &Arguments) -> Result<(Vec<PathBuf>, Vec<PathBuf>), Failure> {
    let mut given = arguments.sides.iter();
    let mut side = |layers: &[PathBuf]| {
        if layers.is_empty() { given.next().map(|one| vec![one.clone()]) } else { Some(layers.to_vec()) }
    };
    let (old, new) = (side(&arguments.from), side(&arguments.to));
    match (old, new, given.next()) {
        (Some(old), Some(new), None) => Ok((old, new)),
        (.., Some(more)) => Err(Failure::usage(format!(
            "{} is a third side: write `pulsarc diff A B`, or use `--from` and `--to` for sides of several \
            layers",
            more.display()
        ))),
        _ => Err(Failure::usage("a difference needs two sides: write `pulsarc diff A B`")),
    }
}

fn document(changes: &Changes, arguments: &Arguments) -> Result<Document, Failure> {
    Ok(match arguments.format {
        Format::Text => arguments.text(changes).into(),
        Format::Markdown => markdown::document(changes).into(),
        Format::Json => Document::of(write::json(changes).map_err(Failure::unwritable)?, By::Serializer),
    })
}

impl Arguments {
    fn text(&self, changes: &Changes) -> Escaped<Terminal> {
        text::document(changes, self.color.on(io::stdout().is_terminal()))
    }
}

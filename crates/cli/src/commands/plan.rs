//! `pulsarc plan`: what applying a configuration would do to a running cluster.

use crate::exit::{Exit, Failure};
use crate::fleet::{FleetOptions, Task};
use crate::heading;
use crate::input::InputOptions;
use crate::inputs::{INPUTS, VALUES};
use crate::live::fleet::PlanEach;
use crate::live::options::{ChoiceOptions, ClusterOptions};
use crate::live::wanted::failed;
use crate::live::{self, github, markdown, saved, shown, text};
use crate::output::{self, By, Document, Foreign};
use crate::session::Session;
use crate::target::TargetOptions;
use clap::builder::{PathBufValueParser, TypedValueParser as _};
use clap::{Args, ValueEnum};
use pulsarc_diag::sanitize::{Annotations, Escaped, Markdown, Terminal};
use pulsarc_kube::write;
use pulsarc_live::{Choices, Plan, Wanted};
use serde_json::{Map, Value};
use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};

/// Show what applying a configuration would do to a running cluster
///
/// The API server answers what it would store for each object; nothing is changed. Shows the changes and what follows from
/// them, the pods that restart, what the server rejects, fields that others own, and missing prerequisites. Exits with 0 if nothing
/// changes, 1 if something changes, 2 on error.
#[derive(Debug, Args)]
#[command(
    mut_arg(INPUTS, |inputs| inputs.required_unless_present_any([VALUES, "fleet"])),
    after_help = "Examples:\n  pulsarc plan prod.ncl -n pulsar\n  pulsarc plan prod.ncl -o plan.json && pulsarc apply plan.json\n  pulsarc plan prod.ncl --context prod --format markdown\n  pulsarc plan prod.ncl --rights | kubectl apply -f -\n  pulsarc plan --fleet clusters"
)]
pub(crate) struct Arguments {
    #[command(flatten)]
    input: InputOptions,
    #[command(flatten)]
    fleet: FleetOptions,
    #[command(flatten)]
    target: TargetOptions,
    #[command(flatten)]
    cluster: ClusterOptions,
    #[command(flatten)]
    choices: ChoiceOptions,
    /// Print the roles that plan, apply, status and drift need, and ask no cluster
    #[arg(long, conflicts_with_all = ["fleet", "output", "format"], help_heading = heading::OUTPUT)]
    rights: bool,
    /// Save the plan to this file, for `pulsarc apply FILE`
    #[arg(
        long,
        short,
        value_name = "FILE",
        conflicts_with = "fleet",
        value_parser = PathBufValueParser::new().try_map(output::destination::path),
        help_heading = heading::OUTPUT
    )]
    output: Option<PathBuf>,
    /// Replace the file even if it is not a saved plan
    #[arg(long, requires = "output", help_heading = heading::OUTPUT)]
    force: bool,
    /// Output format of the plan
    #[arg(long, value_enum, default_value_t = Format::Text, help_heading = heading::OUTPUT)]
    format: Format,
}

/// Output format of a plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For a terminal
    Text,
    /// `{"release", "server", "revision", "fingerprint", "changes", "steps", "kept", "conflicts", "rejections", "missing",
    /// "restarts", "rollouts", "decisions", "pending", "unknown", "warnings", "versions"}`; `changes` is what `diff --format json` prints
    Json,
    /// For the comment of a pull request
    Markdown,
    /// Annotations of GitHub Actions
    Github,
}

/// Runs the command.
pub(crate) fn run(arguments: &Arguments, session: &Session) -> Exit {
    let ended = match arguments.fleet.path() {
        Ok(Some(fleet)) => arguments.of_fleet(fleet, session),
        Ok(None) => arguments.of_one(session),
        Err(failure) => Err(failure),
    };
    ended.unwrap_or_else(|failure| match Exit::reported(failure) {
        Exit::PastLimit => Exit::PastLimit,
        _ => Exit::Trouble,
    })
}

impl Arguments {
    /// What a worker does with one cluster of a fleet.
    pub(crate) fn task(&self) -> Box<dyn Task + '_> {
        Box::new(self.each())
    }

    fn each(&self) -> PlanEach<'_> {
        PlanEach { input: &self.input, target: &self.target, run: &self.fleet.run }
    }

    fn of_one(&self, session: &Session) -> Result<Exit, Failure> {
        let target = self.target.target();
        let built = self.input.compile(session, &target)?;
        built.tell();
        if built.has_errors() {
            return Ok(if built.exit() == Exit::PastLimit { Exit::PastLimit } else { Exit::Trouble });
        }
        let wanted = live::wanted::of(&built, &target)?;
        if self.rights {
            return print_rights(&wanted, &self.choices.choices());
        }
        let saved = self.output.as_deref().map(|path| {
            saved::Inputs::of(&self.input, &target, &wanted.secrets).map(|inputs| (path, inputs))
        });
        let saved = saved.transpose()?;
        let choices = self.choices.choices();
        let connection = self.cluster.connect(session)?;
        let plan = connection
            .cluster
            .plan(&wanted, &choices)
            .map_err(|error| failed(&error, &connection.cluster, &wanted.secrets))?;
        if let Some((path, inputs)) = saved {
            saved::write(path, Foreign::forced(self.force), (&inputs, &choices), &plan)?;
        }
        output::print(self.document(&plan)?)?;
        Ok(if shown::is_done(&plan) { Exit::Success } else { Exit::Differences })
    }

    fn document(&self, plan: &Plan) -> Result<Document, Failure> {
        Ok(match self.format {
            Format::Text => self.text(plan).into(),
            Format::Markdown => markdown::document(plan).into(),
            Format::Github => github::document(plan).into(),
            Format::Json => Document::of(write::json(plan).map_err(Failure::unwritable)?, By::Serializer),
        })
    }

    fn text(&self, plan: &Plan) -> Escaped<Terminal> {
        text::document(plan, self.input.compiling().1.on(io::stdout().is_terminal()))
    }

    fn of_fleet(&self, fleet: &Path, session: &Session) -> Result<Exit, Failure> {
        if self.rights {
            return Err(Failure::usage("--rights is for one configuration"));
        }
        let mut all = Map::new();
        let mut show = |name: &str, plan: &Plan| match self.format {
            Format::Json => {
                all.insert(name.to_owned(), serde_json::to_value(plan).map_err(Failure::unwritable)?);
                Ok(())
            }
            // A cluster without changes is counted only.
            _ if shown::is_done(plan) => Ok(()),
            _ => output::print(self.section(name, plan)),
        };
        let choices = self.choices.choices();
        let planned = live::fleet::plan(fleet, &self.each(), (&self.cluster, &choices), session, &mut show)?;
        if planned.ended.exit == Exit::Success {
            planned.ended.keep(&self.fleet.run)?;
        } else {
            planned.ended.tell(&self.fleet.run, session.verbosity)?;
        }
        for (name, why) in &planned.failed {
            stderr_line!("error: {name}: {why}");
        }
        if self.format == Format::Json {
            let all = serde_json::json!({ "clusters": Value::Object(all) });
            output::print(Document::of(write::json(&all).map_err(Failure::unwritable)?, By::Serializer))?;
        } else {
            let all = planned.made + planned.failed.len();
            let plural = if all == 1 { "" } else { "s" };
            output::print(self.last(&format!("{} of {all} cluster{plural} change", planned.changed)))?;
        }
        let trouble = planned.ended.exit != Exit::Success || !planned.failed.is_empty();
        Ok(match (trouble, planned.changed) {
            (true, _) => Exit::Trouble,
            (false, 0) => Exit::Success,
            (false, _) => Exit::Differences,
        })
    }

    /// The plan of one cluster of several.
    fn section(&self, name: &str, plan: &Plan) -> Document {
        match self.format {
            Format::Markdown => {
                let mut text = Escaped::<Markdown>::new();
                text.literal("## ").code(name).literal("\n\n");
                text.append(&markdown::document(plan)).literal("\n");
                text.into()
            }
            Format::Github => github::document(plan).into(),
            Format::Text | Format::Json => {
                let mut text = Escaped::<Terminal>::new();
                text.literal("== ").line(name).literal("\n\n");
                text.append(&self.text(plan)).literal("\n");
                text.into()
            }
        }
    }

    /// The line that counts the clusters.
    fn last(&self, line: &str) -> Document {
        match self.format {
            Format::Markdown => {
                let mut text = Escaped::<Markdown>::of(line);
                text.literal("\n");
                text.into()
            }
            Format::Github => {
                let mut text = Escaped::<Annotations>::new();
                text.literal("::notice title=plan::").message(line).literal("\n");
                text.into()
            }
            Format::Text | Format::Json => {
                let mut text = Escaped::<Terminal>::of(line);
                text.literal("\n");
                text.into()
            }
        }
    }
}

fn print_rights(wanted: &Wanted, choices: &Choices) -> Result<Exit, Failure> {
    let mut text = String::new();
    for role in pulsarc_live::rights(wanted, choices) {
        text.push_str("---\n");
        text.push_str(&write::yaml(&role).map_err(Failure::unwritable)?);
    }
    output::print(Document::of(text, By::Serializer))?;
    Ok(Exit::Success)
}

//! `pulsarc apply`: brings a running cluster to what a configuration wants.

use crate::exit::{Exit, Failure};
use crate::input::InputOptions;
use crate::inputs::{INPUTS, VALUES};
use crate::live::carry_out::{CarryOutOptions, Question, carry_out, rejected};
use crate::live::options::{ChoiceOptions, ClusterOptions};
use crate::live::saved::{self, Saved};
use crate::live::wanted::{self, failed};
use crate::session::Session;
use crate::target::TargetOptions;
use clap::Args;
use pulsarc_compiler::Target;
use pulsarc_live::{Choices, Plan, Wanted};

/// Apply a configuration to a running cluster, stage by stage
///
/// Shows the plan, asks for confirmation, and applies it: foundations first, then the metadata store, bookies, brokers and
/// proxies, each when the one before is ready. Dangerous consequences have to be accepted by name before anything starts. A
/// run that is killed is completed by the next one. Takes a plan that `plan -o` saved, too, and rejects it if the configuration
/// or the cluster has changed since.
#[derive(Debug, Args)]
#[command(
    mut_arg(INPUTS, |inputs| inputs.required_unless_present(VALUES)),
    after_help = "Examples:\n  pulsarc apply prod.ncl -n pulsar\n  pulsarc apply plan.json --yes\n  pulsarc apply prod.ncl --yes --accept replace:StatefulSet/pulsar-bookie --timeout 20m"
)]
pub(crate) struct Arguments {
    #[command(flatten)]
    input: InputOptions,
    #[command(flatten)]
    target: TargetOptions,
    #[command(flatten)]
    cluster: ClusterOptions,
    #[command(flatten)]
    choices: ChoiceOptions,
    #[command(flatten)]
    carry_out: CarryOutOptions,
}

/// Runs the command.
pub(crate) fn run(arguments: &Arguments, session: &Session) -> Result<Exit, Failure> {
    arguments.carry_out.can_confirm("apply")?;
    match saved::read(&arguments.input)? {
        Some(saved) => arguments.saved(&saved, session),
        None => arguments.configuration(session),
    }
}

impl Arguments {
    fn configuration(&self, session: &Session) -> Result<Exit, Failure> {
        let target = self.target.target();
        let wanted = match built(&self.input, &target, session)? {
            Ok(wanted) => wanted,
            Err(exit) => return Ok(exit),
        };
        self.apply(&wanted, &self.choices.choices(), &|_| None, session)
    }

    /// Applies a saved plan, if it still is the plan of this configuration and cluster.
    fn saved(&self, saved: &Saved, session: &Session) -> Result<Exit, Failure> {
        if !self.choices.is_empty() || !self.target.is_default() {
            return Err(Failure::usage(
                "the target and the choices of a saved plan are in it: give them to `pulsarc plan`",
            ));
        }
        let (input, target) = saved.inputs(self.input.assignments())?;
        let wanted = match built(&input, &target, session)? {
            Ok(wanted) => wanted,
            Err(exit) => return Ok(exit),
        };
        if let Some(why) = saved.other_configuration(&wanted.release, &wanted.fingerprint()) {
            return rejected(&self.carry_out, &format!("nothing was applied: {why}"), Vec::new());
        }
        self.apply(&wanted, &saved.choices()?, &|plan| saved.other_cluster(plan), session)
    }

    fn apply(
        &self,
        wanted: &Wanted,
        choices: &Choices,
        is_outdated: &dyn Fn(&Plan) -> Option<String>,
        session: &Session,
    ) -> Result<Exit, Failure> {
        let connection = self.cluster.connect(session)?;
        let cluster = &connection.cluster;
        let plan = cluster.plan(wanted, choices).map_err(|error| failed(&error, cluster, &wanted.secrets))?;
        if let Some(why) = is_outdated(&plan) {
            return rejected(&self.carry_out, &format!("nothing was applied: {why}"), Vec::new());
        }
        let question = Question::Agree(format!(
            "Apply this to {} in {} on {}?",
            plan.release.name, plan.release.namespace, plan.server
        ));
        carry_out(cluster, (wanted, &plan), &self.carry_out, (question, "apply"), session)
    }
}

/// The wanted objects of a configuration, or the exit status of its errors, which were reported.
fn built(input: &InputOptions, target: &Target, session: &Session) -> Result<Result<Wanted, Exit>, Failure> {
    let built = input.compile(session, target)?;
    built.tell();
    if built.has_errors() {
        return Ok(Err(built.exit()));
    }
    wanted::of(&built, target).map(Ok)
}

//! `pulsarc rollback`: returns a release to an older revision.

use crate::exit::{Exit, Failure};
use crate::heading;
use crate::live::carry_out::{CarryOutOptions, Question, carry_out};
use crate::live::options::{ChoiceOptions, ClusterOptions, ReleaseOptions};
use crate::live::wanted::{failed, of_objects, target};
use crate::session::Session;
use clap::Args;
use pulsarc_compiler::Target;
use pulsarc_diag::Secrets;
use pulsarc_live::Failure as Live;
use serde_json::Value;

/// Return a release to an older revision
///
/// Shows the plan for the objects of that revision, and applies it as `apply` does; the rollback is a new revision.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  pulsarc rollback -n pulsar\n  pulsarc rollback 3 -n pulsar --yes")]
pub(crate) struct Arguments {
    /// The revision, as `pulsarc history` numbers them [default: the one before the current]
    #[arg(value_name = "REVISION", value_parser = clap::value_parser!(u32).range(1..), help_heading = heading::INPUT)]
    revision: Option<u32>,
    #[command(flatten)]
    release: ReleaseOptions,
    #[command(flatten)]
    cluster: ClusterOptions,
    #[command(flatten)]
    choices: ChoiceOptions,
    #[command(flatten)]
    carry_out: CarryOutOptions,
}

/// Runs the command.
pub(crate) fn run(arguments: &Arguments, session: &Session) -> Result<Exit, Failure> {
    arguments.carry_out.can_confirm("rollback")?;
    let connection = arguments.cluster.connect(session)?;
    let cluster = &connection.cluster;
    let release = arguments.release.release();
    let none = Secrets::default();
    let revision =
        cluster.revision(&release, arguments.revision).map_err(|error| failed(&error, cluster, &none))?;
    let number = revision.number;
    let Some(objects) = revision.objects else {
        let why = format!(
            "the objects of revision {number} are no longer stored: `pulsarc history` shows which are"
        );
        return Err(failed(&Live::State(why), cluster, &none));
    };
    let running = cluster.running(&release).map_err(|error| failed(&error, cluster, &none))?;
    if let Some(running) = running {
        downgrade(&running.origin.values, &revision.origin.values, &target(&release)?, session);
    }
    let wanted = of_objects(release, objects, revision.origin)?;
    let plan = cluster
        .plan(&wanted, &arguments.choices.choices())
        .map_err(|error| failed(&error, cluster, &wanted.secrets))?;
    let question = Question::Agree(format!(
        "Return {} in {} on {} to revision {number}?",
        plan.release.name, plan.release.namespace, plan.server
    ));
    let reason = format!("rollback to {number}");
    carry_out(cluster, (&wanted, &plan), &arguments.carry_out, (question, &reason), session)
}

/// Reports what a return to an older line of Pulsar means, as `upgrade` would.
fn downgrade(now: &Value, then: &Value, target: &Target, session: &Session) {
    let Some(advice) = pulsarc_compiler::upgrade::rollback(now, then, target) else { return };
    session.note(format_args!("the rollback returns to Pulsar {}:", advice.to));
    for point in &advice.points {
        session.note(format_args!("  {}: {}: {}", point.section.title(), point.subject, point.text));
        session.note(format_args!("    source: {}", point.source));
    }
}

//! `pulsarc destroy`: deletes a release.

use crate::exit::{Exit, Failure};
use crate::live::carry_out::{CarryOutOptions, Question, carry_out};
use crate::live::options::{ClusterOptions, DataOptions, ReleaseOptions};
use crate::live::wanted::{failed, of_objects};
use crate::session::Session;
use clap::Args;
use pulsarc_live::Origin;

/// Delete the objects of a release, in reverse order
///
/// Claims and other objects that hold data stay, unless --delete-data names them.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  pulsarc destroy -n pulsar\n  pulsarc destroy --release orders -n messaging --yes"
)]
pub(crate) struct Arguments {
    #[command(flatten)]
    release: ReleaseOptions,
    #[command(flatten)]
    cluster: ClusterOptions,
    #[command(flatten)]
    data: DataOptions,
    #[command(flatten)]
    carry_out: CarryOutOptions,
}

/// Runs the command.
pub(crate) fn run(arguments: &Arguments, session: &Session) -> Result<Exit, Failure> {
    arguments.carry_out.can_confirm("destroy")?;
    let connection = arguments.cluster.connect(session)?;
    let cluster = &connection.cluster;
    let wanted = of_objects(arguments.release.release(), Vec::new(), Origin::default())?;
    let plan = cluster
        .plan(&wanted, &arguments.data.choices())
        .map_err(|error| failed(&error, cluster, &wanted.secrets))?;
    let name = plan.release.name.clone();
    let question = Question::Type(
        format!(
            "This deletes {name} in {} on {}. Type the release's name",
            plan.release.namespace, plan.server
        ),
        name,
    );
    carry_out(cluster, (&wanted, &plan), &arguments.carry_out, (question, "destroy"), session)
}

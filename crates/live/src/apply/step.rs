//! Single steps of the plan.

use super::object::{create, delete, update};
use super::procedure;
use super::run::Run;
use super::stop::Stop;
use crate::plan::{Action, Procedure};

/// Carries out a step of the plan.
pub(super) async fn carry_out(run: &Run<'_>, index: usize) -> Result<(), Stop> {
    let Some(step) = run.plan.steps.get(index).filter(|_| !run.has_done(index)) else { return Ok(()) };
    let object = &step.object;
    let done = match &step.action {
        Action::Create => create(run, object).await.map(|_| ()),
        Action::Update => update(run, object).await.map(|_| ()),
        Action::By(Procedure::KeepPods { claims, .. }) => procedure::keep_pods(run, object, claims).await,
        Action::By(Procedure::WithPods | Procedure::Recreate) => procedure::recreate(run, object).await,
        Action::Delete => delete(run, object).await,
    };
    done.map_err(|stop| stop.at(object).during(step.stage))?;
    run.did(index);
    Ok(())
}

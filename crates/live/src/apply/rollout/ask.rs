//! Questions to pods during a rollout.

use super::set::Set;
use crate::apply::run::Run;
use crate::apply::stop::Stop;
use crate::failure::Failure;
use std::future::Future;
use std::time::Duration;

/// A question looks so often whether the run has to end.
const SLICE: Duration = Duration::from_millis(100);

impl Set<'_, '_> {
    /// The answer of a pod; or why there is none, which may change. The run ends at once if the user may not ask.
    pub(super) async fn ask<T>(
        &self,
        question: impl Future<Output = Result<T, Failure>>,
    ) -> Result<Result<T, String>, Stop> {
        match until_the_end(self.run, question).await? {
            Ok(answer) => Ok(Ok(answer)),
            Err(failure) if failure.is_forbidden() => Err(forbidden(&failure)),
            Err(Failure::Pulsar { call, why, .. }) => Ok(Err(bounded(&format!("{call}: {why}")))),
            Err(failure) => Ok(Err(bounded(&failure.to_string()))),
        }
    }
}

/// The answer to a question that changes nothing, unless the run ends before.
pub(super) async fn until_the_end<T>(run: &Run<'_>, question: impl Future<Output = T>) -> Result<T, Stop> {
    let mut question = std::pin::pin!(question);
    loop {
        run.check()?;
        if let Ok(answer) = tokio::time::timeout(SLICE, &mut question).await {
            return Ok(answer);
        }
    }
}

/// The end of a rollout whose user may not run programs in pods.
pub(super) fn forbidden(failure: &Failure) -> Stop {
    let advice = "a controlled rollout runs programs in pods (create and get on pods/exec, which `pulsarc plan --rights` lists): ask for that \
        right, restart the pods by hand as docs/rollouts.md says, or leave it to Kubernetes with --rollout kubernetes";
    Stop { is_forbidden: true, ..Stop::new(failure.to_string(), advice) }
}

/// Texts of pods are foreign.
pub(super) fn bounded(text: &str) -> String {
    text.chars().map(|char| if char.is_control() { ' ' } else { char }).take(200).collect()
}

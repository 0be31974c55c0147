//! A release in a cluster, outside of an apply: what was changed for a time is given back there, whoever does it.

use super::pods;
use super::stop::Stop;
use crate::api::Api;
use crate::failure::Failure;
use crate::gate::pod::serves;
use crate::inventory::Inventory;
use crate::pulsar::Place;
use crate::release::Release;
use crate::resource::Resource;
use pulsarc_diff::{Facts, Identity};
use pulsarc_model::Role;
use serde_json::Value;
use std::cell::RefCell;

/// Where something is given back.
pub(super) struct Scene<'a> {
    pub(super) api: &'a Api,
    pub(super) release: &'a Release,
    /// What components say about their pods.
    pub(super) facts: &'a Facts,
    /// What is stored about the release.
    pub(super) inventory: &'a RefCell<Inventory>,
}

impl Scene<'_> {
    /// What the first ready pod of a StatefulSet answers that answers at all; or the last failure, if there was a pod to ask.
    pub(super) async fn by_any<T>(
        &self,
        role: Role,
        set: &Identity,
        ask: impl AsyncFn(&Place) -> Result<T, Failure>,
    ) -> Result<Result<T, Option<Failure>>, Stop> {
        let mut last = None;
        for place in self.places(role, set).await? {
            match ask(&place).await {
                Ok(answer) => return Ok(Ok(answer)),
                Err(failure) => last = Some(failure),
            }
        }
        Ok(Err(last))
    }

    /// The ready pods of a StatefulSet, as places to ask; none if it does not exist.
    async fn places(&self, role: Role, set: &Identity) -> Result<Vec<Place>, Stop> {
        let rollout = self.facts.values().filter_map(|facts| facts.rollout).find(|own| own.role == role);
        let (Some(rollout), Some(resource)) = (rollout, Resource::of_kind(&set.group, &set.kind)) else {
            return Ok(Vec::new());
        };
        let Some(found) = self.api.get(&resource, set).await? else { return Ok(Vec::new()) };
        let all = pods::selected(self.api, &found).await?;
        let ready = all.iter().filter(|pod| serves(pod));
        Ok(ready.map(|pod| place(pod, rollout.endpoint)).collect())
    }
}

/// Where a pod is asked about itself: in its first container, which runs the component's program.
pub(super) fn place(pod: &Value, endpoint: pulsarc_model::Endpoint) -> Place {
    let container = pod.pointer("/spec/containers/0/name").and_then(Value::as_str).unwrap_or_default();
    Place { pod: pods::identity(pod), container: container.to_owned(), endpoint }
}

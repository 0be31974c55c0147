//! The emitted objects as rules read them: each pod with the values block that it was made of, so that a finding can
//! point at the user's key.

use pulsarc_component::{Cluster, ComponentRecord};
use pulsarc_kube::Object;
use pulsarc_kube::k8s_openapi::api::core::v1::{Container, PodSpec};
use std::collections::BTreeSet;

/// An object, and the key of the component that emitted it; `None` for those that no component emitted.
pub type Owned = (Object, Option<&'static str>);

/// The objects of a cluster, before any reference between them is checked.
pub struct Emitted<'a> {
    /// The cluster.
    pub cluster: &'a Cluster<'a>,
    /// Its objects.
    pub objects: &'a [Owned],
}

/// The pods of one object, and where their settings are.
pub(crate) struct Pods<'a> {
    /// The values block of their settings: `broker`, `oxia.server`.
    pub(crate) block: &'static str,
    /// What they run.
    pub(crate) spec: &'a PodSpec,
    /// The names of the claims that each of them has.
    claims: Vec<&'a str>,
}

impl<'a> Emitted<'a> {
    /// The pods that components emit; the user's own objects are not among them.
    pub(crate) fn pods(&self) -> impl Iterator<Item = Pods<'a>> {
        self.objects.iter().filter_map(|(object, owner)| {
            let template = object.pod_template()?;
            let labels = template.metadata.as_ref().and_then(|metadata| metadata.labels.as_ref());
            let component = labels.and_then(|labels| labels.get("component"));
            let owner = (*owner)?;
            let made_of = |record: &&ComponentRecord| {
                record.key() == owner && component.is_some_and(|name| *name == record.component)
            };
            let record = self.cluster.topology.deployed().find(made_of);
            let block = record.map_or(owner, |record| record.block);
            Some(Pods { block, spec: template.spec.as_ref()?, claims: claims(object) })
        })
    }
}

/// The names of the claims that each pod of an object has.
fn claims(object: &Object) -> Vec<&str> {
    let Object::StatefulSet(set) = object else { return Vec::new() };
    let claims = set.spec.iter().flat_map(|spec| spec.volume_claim_templates.iter().flatten());
    claims.filter_map(|claim| claim.metadata.name.as_deref()).collect()
}

impl<'a> Pods<'a> {
    /// The names of the volumes, those of claims among them; a name that is there twice comes twice.
    pub(crate) fn volumes(&self) -> impl Iterator<Item = &'a str> {
        let claimed: BTreeSet<&str> = self.claims.iter().copied().collect();
        let volumes = self.spec.volumes.iter().flatten().map(|volume| volume.name.as_str());
        claimed.into_iter().chain(volumes)
    }

    /// All containers, each with whether it runs to its end before the others start.
    pub(crate) fn containers(&self) -> impl Iterator<Item = (&'a Container, bool)> {
        let first = self.spec.init_containers.iter().flatten().map(|container| (container, true));
        first.chain(self.spec.containers.iter().map(|container| (container, false)))
    }
}

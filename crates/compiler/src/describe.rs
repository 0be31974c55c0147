//! How the components see one another: names, labels and the topology.

use crate::ClusterSpec;
use pulsarc_component::{Cluster, Names, Target, Topology};
use pulsarc_kube::Labels;
use pulsarc_model::Node;

/// What a [`Cluster`] refers to.
pub(crate) struct Described {
    names: Names,
    topology: Topology,
    labels: Labels,
}

impl Described {
    /// Lets each component describe itself.
    pub(crate) fn of(spec: &ClusterSpec, target: &Target) -> Self {
        let names = Names::new(&spec.base, &target.release, &target.namespace);
        let labels =
            Labels::new(names.application(), names.release(), names.cluster(), spec.base.labels.clone());
        let mut topology = Topology::default();
        for component in &spec.components {
            component.describe(&spec.base, &mut topology);
        }
        Self { names, topology, labels }
    }

    /// The cluster as its components see it.
    pub(crate) fn cluster<'a>(
        &'a self,
        spec: &'a ClusterSpec,
        target: &'a Target,
        root: &'a Node,
    ) -> Cluster<'a> {
        Cluster::new(&spec.base, (&self.names, &self.topology, &self.labels), target, root)
    }
}

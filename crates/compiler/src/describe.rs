//! How components see each other: names, labels and the topology.

use crate::ClusterSpec;
use pulsarc_component::{Cluster, Names, Target, Topology};
use pulsarc_kube::Labels;
use pulsarc_model::Node;

/// A decoded configuration, and what a [`Cluster`] refers to.
#[derive(Debug)]
pub struct Described {
    pub(crate) spec: ClusterSpec,
    names: Names,
    pub(crate) topology: Topology,
    labels: Labels,
}

impl Described {
    /// Lets each component describe itself.
    pub(crate) fn of(spec: ClusterSpec, target: &Target) -> Self {
        let names = Names::new(&spec.base, &target.release, &target.namespace);
        let labels =
            Labels::new(names.application(), names.release(), names.cluster(), spec.base.labels.clone());
        let mut topology = Topology::default();
        for (_, component) in &spec.components {
            component.describe(&spec.base, &mut topology);
        }
        Self { spec, names, topology, labels }
    }

    /// The cluster as its components see it.
    pub(crate) fn cluster<'a>(&'a self, target: &'a Target, root: &'a Node) -> Cluster<'a> {
        Cluster::new(&self.spec.base, (&self.names, &self.topology, &self.labels), target, root)
    }
}

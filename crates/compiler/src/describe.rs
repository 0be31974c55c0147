//! How components see each other: names, labels and the topology.

use crate::{ClusterSpec, spec};
use pulsarc_component::{Cluster, Entry, Names, Target, Topology};
use pulsarc_diag::Findings;
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
    /// Decodes a configuration and lets each component describe itself; none if it cannot be decoded, which is reported.
    pub fn decode(root: &Node, components: &[Entry], target: &Target, found: &mut Findings) -> Option<Self> {
        let spec = spec::decode(root, components, found)?;
        let names = Names::new(&spec.base, &target.release, &target.namespace);
        let labels =
            Labels::new(names.application(), names.release(), names.cluster(), spec.base.labels.clone());
        let mut topology = Topology::default();
        for (_, component) in &spec.components {
            component.describe(&spec.base, &mut topology);
        }
        Some(Self { spec, names, topology, labels })
    }

    /// The namespace that everything is in: the configuration's own, or the target's.
    pub fn namespace(&self) -> &str {
        self.names.namespace()
    }

    /// The cluster as its components see it.
    pub(crate) fn cluster<'a>(&'a self, target: &'a Target, root: &'a Node) -> Cluster<'a> {
        Cluster::new(&self.spec.base, (&self.names, &self.topology, &self.labels), target, root)
    }
}

//! Init containers that delay a component until its dependencies are ready.

use crate::Cluster;
use crate::line;
use crate::pod::init_container;
use crate::script::{self, ReadOnly, Script, Word};
use crate::shapes::ImageSpec;
use k8s_openapi::api::core::v1::Container;
use pulsarc_kube::k8s_openapi;

impl Cluster<'_> {
    /// Waits for Oxia for `seconds` at most; nothing if there is no Oxia or no time to wait.
    pub fn wait_for_oxia(&self, image: &ImageSpec, seconds: i64) -> Option<Container> {
        let wanted = self.base.components.oxia && seconds > 0;
        wanted.then(|| {
            init_container(
                self,
                "wait-oxia-ready",
                image,
                Some(seconds),
                Script::lines([script::wait_for_host(&self.oxia_service())]),
            )
        })
    }

    /// The script that waits until ZooKeeper's servers are there, before anything has been written to them: the
    /// user's own answer, or the last one of the ensemble has an address. Empty if there is no ZooKeeper.
    pub fn wait_for_zookeeper_servers(&self) -> Script {
        if let Some(servers) = self.users_zookeepers() {
            return Script::lines([
                script::SMALL_PULSAR_HEAP.into(),
                self.wait_for_users_zookeepers(&servers),
            ]);
        }
        let last = self.topology.zookeeper.as_ref().filter(|_| self.runs_zookeeper()).map(|ensemble| {
            let pod = self.names.of(&format!("{}-{}", ensemble.component, ensemble.replicas - 1));
            format!("{pod}.{}.{}", self.names.headless(&ensemble.component), self.names.namespace())
        });
        Script::lines(last.map(|host| script::wait_for_host(&host)))
    }

    /// The lines that wait until the user's own `ZooKeepers` answer.
    pub fn wait_for_users_zookeepers(&self, servers: &str) -> Script {
        let root = if self.base.metadata_prefix.is_empty() { "/" } else { &self.base.metadata_prefix };
        let list = script::zookeeper_shell(servers, line!["ls ", Word::new(root)], ReadOnly::Allowed);
        script::wait_for_zookeeper(&list, &format!("{servers} does not answer yet"))
    }

    /// The node that is there as soon as the cluster's metadata has been initialized.
    pub fn cluster_znode(&self) -> Word {
        let shared =
            self.base.pulsar_metadata.configuration_store.as_deref().is_some_and(|host| !host.is_empty());
        let prefix = if shared {
            &self.base.pulsar_metadata.configuration_store_metadata_prefix
        } else {
            &self.base.metadata_prefix
        };
        Word::new(format_args!("{prefix}/admin/clusters/{}", self.names.cluster()))
    }
}

//! The settings that the pods of most components have in common, and the parts of pods that follow from them.
//!
//! They are decoded apart from a component's own settings: a flattened struct would buffer its values and lose the paths
//! of what is wrong in them.

use crate::Cluster;
use crate::meta::service_account;
use crate::pod::{self, Pod, Scheduling, StatefulSetBuilder, pod_annotations};
use crate::roster::ScrapeTarget;
use crate::script::UserCommand;
use crate::shapes::{
    AffinitySpec, Annotated, ConfigData, Containers, ImageSpec, Mounts, PodMonitorSpec, Resources,
    SecurityContext, Spread, StringMap, Tolerations, Variables, Volumes,
};
use k8s_openapi::api::core::v1::{ConfigMap, Container};
use pulsarc_diag::{Findings, KeyPath};
use pulsarc_kube::{Object, k8s_openapi};
use pulsarc_model::{Node, Port, decode_without};
use serde::de::{DeserializeOwned, Deserializer, Visitor, value};
use serde::{Deserialize, forward_to_deserialize_any};

/// Settings that the blocks of components have in common. A component whose contract lacks one leaves it empty.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PodSettings {
    /// The component's name in labels and names.
    pub component: String,
    /// Further init containers.
    #[serde(default)]
    pub init_containers: Containers,
    /// How the pods are scraped.
    pub pod_monitor: Option<PodMonitorSpec>,
    /// Whether a change of the config map restarts the pods.
    #[serde(default)]
    pub restart_pods_on_config_map_change: bool,
    /// How the pods keep apart.
    pub affinity: Option<AffinitySpec>,
    /// How the pods spread over failure domains.
    #[serde(default)]
    pub topology_spread_constraints: Spread,
    /// The annotations of the workload.
    #[serde(default)]
    pub app_annotations: StringMap,
    /// The annotations of the pods.
    #[serde(default)]
    pub annotations: StringMap,
    /// The labels of the nodes that may run the pods.
    #[serde(default)]
    pub node_selector: StringMap,
    /// The taints that the pods tolerate.
    #[serde(default)]
    pub tolerations: Tolerations,
    /// The priority class.
    pub priority_class_name: Option<String>,
    /// Seconds between the signal to stop and the kill.
    pub grace_period: Option<i64>,
    /// Requests and limits of the main container.
    pub resources: Option<Resources>,
    /// Further volumes.
    #[serde(default)]
    pub extra_volumes: Volumes,
    /// Further mounts of the main container.
    #[serde(default)]
    pub extra_volume_mounts: Mounts,
    /// Further variables of the main container.
    #[serde(default)]
    pub extra_envs: Variables,
    /// The security context of the pods.
    pub security_context: Option<SecurityContext>,
    /// The service account.
    #[serde(default, rename = "service_account")]
    pub service_account: Annotated,
    /// Pulsar's keys and environment variables.
    #[serde(default)]
    pub config_data: ConfigData,
    /// Shell that runs before the main process.
    pub additional_command: Option<UserCommand>,
}

/// A component whose block has [`PodSettings`] beside its own settings.
pub trait WithPodSettings: DeserializeOwned {
    /// The settings, which are decoded after the rest.
    fn pod_settings(&mut self) -> &mut PodSettings;
}

/// A component's block; `None` if too much is wrong in it.
pub(crate) fn decode<T: WithPodSettings>(node: &Node, path: &KeyPath, found: &mut Findings) -> Option<T> {
    let shared = fields_of::<PodSettings>();
    let keys = node.as_record().into_iter().flat_map(|record| record.keys());
    let own: Vec<&str> = keys.map(String::as_str).filter(|key| !shared.contains(key)).collect();
    let settings = decode_without::<PodSettings>(&own, node, path, found);
    let component = decode_without::<T>(shared, node, path, found);
    settings.zip(component).map(|(settings, mut component)| {
        *component.pod_settings() = settings;
        component
    })
}

/// The keys that a struct is decoded from, as serde's derive knows them.
fn fields_of<T: DeserializeOwned>() -> &'static [&'static str] {
    struct Fields<'f>(&'f mut &'static [&'static str]);
    impl<'de> Deserializer<'de> for Fields<'_> {
        type Error = value::Error;

        fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, value::Error> {
            Err(serde::de::Error::custom("only the names of fields are read"))
        }

        fn deserialize_struct<V: Visitor<'de>>(
            self,
            _: &'static str,
            fields: &'static [&'static str],
            visitor: V,
        ) -> Result<V::Value, value::Error> {
            *self.0 = fields;
            self.deserialize_any(visitor)
        }

        forward_to_deserialize_any! {
            bool i8 i16 i32 i64 u8 u16 u32 u64 f32 f64 char str string bytes byte_buf option unit unit_struct
            newtype_struct seq tuple tuple_struct map enum identifier ignored_any
        }
    }
    let mut fields: &'static [&'static str] = &[];
    // It fails by design: nothing is decoded.
    let _ = T::deserialize(Fields(&mut fields));
    fields
}

impl PodSettings {
    /// The pods: named, annotated and scheduled. `metrics` is the port that annotations name if no monitor scrapes it,
    /// and a change of `config` restarts the pods if the user wants that.
    pub fn pod(&self, metrics: Option<Port>, config: &ConfigMap) -> Pod<'_> {
        let monitored = self.pod_monitor.as_ref().is_some_and(|monitor| monitor.enabled);
        let restarts_with = self.restart_pods_on_config_map_change.then_some(config);
        Pod {
            component: &self.component,
            annotations: pod_annotations(metrics.filter(|_| !monitored), restarts_with, &self.annotations),
            scheduling: Scheduling {
                node_selector: Some(&self.node_selector),
                tolerations: Some(&self.tolerations),
                spread: Some(&self.topology_spread_constraints),
                priority_class: self.priority_class_name.as_deref(),
                affinity: self.affinity.as_ref(),
            },
            grace_period: self.grace_period,
            ..Pod::default()
        }
    }

    /// The StatefulSet of `pod`: of one pod, without disks and with the service of the component's own name.
    pub fn stateful_set(&self, cluster: &Cluster<'_>, pod: Pod<'_>) -> StatefulSetBuilder<'_> {
        let name = cluster.names.of(&self.component);
        StatefulSetBuilder {
            service: name.clone(),
            name,
            component: &self.component,
            annotations: &self.app_annotations,
            replicas: Some(1),
            pod_management: None,
            update: None,
            template: pod.template(cluster),
            claims: Vec::new(),
        }
    }

    /// The main container: its name, image, environment and resources.
    pub fn container(&self, cluster: &Cluster<'_>, image: &ImageSpec) -> Container {
        let name = cluster.names.of(&self.component);
        Container {
            env: pod::variables(self.extra_envs.clone()),
            env_from: pod::env_from(&name),
            resources: pod::resources(self.resources.as_ref()),
            ..pod::container(cluster, name, image)
        }
    }

    /// How the pods are scraped: by a monitor called `name`, at the container port called `port`.
    pub fn scrape(&self, name: &'static str, port: &'static str) -> Option<ScrapeTarget> {
        self.pod_monitor.clone().map(|monitor| ScrapeTarget { name, port, monitor })
    }

    /// The service account of the pods, called `name`.
    pub fn service_account(&self, cluster: &Cluster<'_>, name: impl Into<String>) -> Object {
        service_account(cluster, name, &self.component, &self.service_account.annotations)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use pulsarc_model::{Origin, Value};
    use std::collections::BTreeMap;

    #[derive(Debug, Deserialize)]
    struct Own {
        #[serde(skip)]
        pods: PodSettings,
        #[expect(dead_code, reason = "its decoding alone is tested")]
        replicas: i32,
    }

    impl WithPodSettings for Own {
        fn pod_settings(&mut self) -> &mut PodSettings {
            &mut self.pods
        }
    }

    #[test]
    fn mistakes_in_shared_and_own_settings_keep_their_paths() {
        let node = |value| Node { origin: Origin::User, ..Node::bare(value) };
        let text = |text: &str| node(Value::Text(text.to_owned()));
        let entries = [
            ("component", text("heartbeat")),
            ("gracePeriod", text("long")),
            ("replicas", text("three")),
            ("extraVolumes", node(Value::List(vec![node(Value::Bool(true))]))),
        ];
        let record: BTreeMap<String, Node> =
            entries.into_iter().map(|(key, value)| (key.to_owned(), value)).collect();
        let mut found = Findings::default();
        let decoded = decode::<Own>(&node(Value::Record(record)), &KeyPath::parse("heartbeat"), &mut found);
        assert!(decoded.is_none(), "{decoded:?}");
        let mut paths: Vec<String> =
            found.iter().filter_map(|found| found.path.as_ref()).map(ToString::to_string).collect();
        paths.sort();
        assert_eq!(paths, ["heartbeat.extraVolumes.0", "heartbeat.gracePeriod", "heartbeat.replicas"]);
    }

    #[test]
    fn fields_of_lists_the_keys_as_they_are_written() {
        let fields = fields_of::<PodSettings>();
        assert!(fields.contains(&"extraVolumes") && fields.contains(&"service_account"), "{fields:?}");
    }
}

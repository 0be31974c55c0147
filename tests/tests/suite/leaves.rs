//! Every key does something: each leaf of the defaults is changed in turn, in clusters of several kinds, and the
//! output changes with it. A key that nothing reads is a bug, or is below with its reason.

use std::sync::LazyLock;

use pulsarc_compiler::{Evaluated, KubeVersion, Target, build_evaluated};
use pulsarc_diag::{KeyPath, Segment};
use pulsarc_kube::Object;
use pulsarc_model::{Node, Number, Origin, Value};

/// Keys that the chart has and reads nowhere, and keys that only matter to what is checked.
const DEAD: [(&str, &str); 18] = [
    ("broker.packageManagement.fileSystemStorage.claimName", "the claim and what names it change together"),
    (
        "broker.packageManagement.fileSystemStorage.persistentVolumeClaim.metadata.name",
        "the claim and what names it change together",
    ),
    ("rbac.enabled", "the chart reads it nowhere"),
    ("affinity.type", "each component has its own"),
    ("images.pulsar_manager.hasCommand", "the chart reads it nowhere"),
    ("tls.oxia.enabled", "Oxia serves no TLS in the chart"),
    ("tls.pulsar_metadata.cacerts", "the init jobs trust the toolset's"),
    ("standalone.affinity", "standalone is one pod"),
    ("pulsar_manager.replicaCount", "it keeps its database in its pod"),
    ("certs.internal_issuer.apiVersion", "only one version is left"),
    ("bookkeeper.volumes.common.local_storage", "counts with a storage class alone"),
    ("victoria-metrics-k8s-stack", "another project's"),
    ("zookeeper.volumes.data.selector", "an empty selector of Kubernetes' own type"),
    ("zookeeper.volumes.datalog.selector", "an empty selector of Kubernetes' own type"),
    ("bookkeeper.volumes.journal.selector", "an empty selector of Kubernetes' own type"),
    ("standalone.volumes.data.selector", "an empty selector of Kubernetes' own type"),
    ("pulsar_manager.volumes.data.selector", "an empty selector of Kubernetes' own type"),
    ("pulsar_manager.volumes.data.local_storage", "counts with a storage class alone"),
];

/// Clusters of several kinds, as layers over the defaults: most keys matter in some of them only.
pub(crate) const KINDS: [&str; 12] = [
    "{}",
    "components: {function_worker: true, pulsar_manager: true, dekaf: true}\nnamespaceCreate: true\njob: {ttl: {enabled: true}}\nproxy: {ingress: {enabled: true, hostname: a.b, tls: {enabled: true, secretName: s}}, autoscaling: {enabled: true}}\nbroker: {autoscaling: {enabled: true}}\npulsar_manager: {ingress: {enabled: true, hostname: a.c, tls: {enabled: true, secretName: s}}}",
    "components: {function_worker: true, dekaf: true, pulsar_manager: true}\ntls: {enabled: true, proxy: {enabled: true}, broker: {enabled: true}, bookie: {enabled: true}, zookeeper: {enabled: true}, function_worker: {enabled: true}, function_instance: {enabled: true}}\ncerts: {internal_issuer: {enabled: true}}\nauth: {authentication: {enabled: true, jwt: {enabled: true, generateSecrets: {enabled: true, affinity: {anti_affinity: true}}}}, authorization: {enabled: true}}",
    "components: {functions: true}\nfunctions: {useBookieAsStateStore: true}\nbroker: {packageManagement: {enabled: true, fileSystemStorage: {enabled: true}}}\npulsar_metadata: {configurationStore: cs, metadataStoreAllowReadOnlyOperations: true}\nzookeeper: {volumes: {useSeparateDiskForTxlog: true, data: {storageClass: {provisioner: p}}}}\nbookkeeper: {volumes: {index: {enabled: true}, journal: {useMultiVolumes: true}, ledgers: {useMultiVolumes: true}}}",
    "components: {zookeeper: false, oxia: true}\noxia: {coordinator: {extraVolumes: [{name: vol, emptyDir: {}}]}}",
    "standalone: {enabled: true, extraVolumes: [{name: vol, emptyDir: {}}]}\nproxy: {service: {type: NodePort}}\ntls: {enabled: true, proxy: {enabled: true}}\ncerts: {internal_issuer: {enabled: true}}\nauth: {authentication: {enabled: true, openid: {enabled: true, openIDAllowedTokenIssuers: [https://a], openIDAllowedAudiences: [b]}}, authorization: {enabled: true}}",
    "volumes: {local_storage: true}\nbookkeeper: {volumes: {useSingleCommonVolume: true, index: {enabled: true}}}\nzookeeper: {volumes: {useSeparateDiskForTxlog: true}, probe: {startup: {enabled: true}}}\nproxy: {service: {type: NodePort}, podMonitor: {enabled: false}, probe: {startup: {enabled: true}}}\nbroker: {probe: {startup: {enabled: true}}}",
    "function_worker: {probe: {startup: {enabled: true}}}\nbookkeeper: {probe: {startup: {enabled: true}}}\ncomponents: {function_worker: true}\ntls: {enabled: true, proxy: {enabled: true}, broker: {enabled: true, cacerts: {enabled: true, certs: [{name: a, existingSecret: b, secretKeys: [c]}]}}}\ncerts: {internal_issuer: {enabled: false}, issuers: {ca: {name: i, secretName: s}}}",
    "tls: {enabled: true, proxy: {enabled: true}, broker: {enabled: true}}\ncerts: {internal_issuer: {enabled: true, type: ca}, issuers: {ca: {secretName: s}}}\nstandalone: {enabled: false}\nauth: {authentication: {enabled: true, jwt: {enabled: true, usingSecretKey: true}, openid: {enabled: true, openIDAllowedTokenIssuers: [https://a], openIDAllowedAudiences: [b]}}}",
    "components: {function_worker: true, pulsar_manager: true, dekaf: true}\nzookeeper: {extraVolumes: [{name: vol, emptyDir: {}}]}\nautorecovery: {extraVolumes: [{name: vol, emptyDir: {}}]}\nbroker: {extraVolumes: [{name: vol, emptyDir: {}}]}\nfunction_worker: {extraVolumes: [{name: vol, emptyDir: {}}]}\ntoolset: {extraVolumes: [{name: vol, emptyDir: {}}]}\npulsar_manager: {extraVolumes: [{name: vol, emptyDir: {}}]}\nproxy: {extraVolumes: [{name: vol, emptyDir: {}}], service: {type: NodePort}}\nbookkeeper: {extraVolumes: [{name: vol, emptyDir: {}}], volumes: {journal: {storageClass: {provisioner: p}}, ledgers: {storageClass: {provisioner: p}}}}\ndekaf: {deployment: {extraVolumes: [{name: vol, emptyDir: {}}]}}\ntls: {enabled: true, proxy: {enabled: true, cacerts: {certs: [{name: a, existingSecret: b, secretKeys: [c]}]}}, broker: {enabled: true, cacerts: {certs: [{name: a, existingSecret: b, secretKeys: [c]}]}}, bookie: {enabled: true, cacerts: {certs: [{name: a, existingSecret: b, secretKeys: [c]}]}}, zookeeper: {enabled: true, cacerts: {certs: [{name: a, existingSecret: b, secretKeys: [c]}]}}, function_worker: {enabled: true, cacerts: {certs: [{name: a, existingSecret: b, secretKeys: [c]}]}}, toolset: {cacerts: {certs: [{name: a, existingSecret: b, secretKeys: [c]}]}}, autorecovery: {cacerts: {certs: [{name: a, existingSecret: b, secretKeys: [c]}]}}}\ncerts: {internal_issuer: {enabled: true}}",
    "components: {function_worker: true, zookeeper: true}\ntls: {enabled: true, proxy: {enabled: true, cacerts: {enabled: true, certs: [{name: a, existingSecret: b, secretKeys: [c]}]}}, broker: {enabled: true, cacerts: {enabled: true, certs: [{name: a, existingSecret: b, secretKeys: [c]}]}}, bookie: {enabled: true, cacerts: {enabled: true, certs: [{name: a, existingSecret: b, secretKeys: [c]}]}}, zookeeper: {enabled: true, cacerts: {enabled: true, certs: [{name: a, existingSecret: b, secretKeys: [c]}]}}, function_worker: {enabled: true, cacerts: {enabled: true, certs: [{name: a, existingSecret: b, secretKeys: [c]}]}}, toolset: {cacerts: {enabled: true, certs: [{name: a, existingSecret: b, secretKeys: [c]}]}}, autorecovery: {cacerts: {enabled: true, certs: [{name: a, existingSecret: b, secretKeys: [c]}]}}}\ncerts: {internal_issuer: {enabled: true}, issuers: {ca: {secretName: s}}}\nimages: {toolset: {repository: other/tools}}\nproxy: {service: {type: NodePort}}",
    "volumes: {local_storage: true}\nbroker: {configData: {managedLedgerDefaultEnsembleSize: \"3\", managedLedgerDefaultWriteQuorum: \"2\", managedLedgerDefaultAckQuorum: \"1\"}}",
];

pub(crate) fn target(upgrade: bool) -> Target {
    Target {
        release: "pulsar".into(),
        namespace: "ns".into(),
        kube_version: KubeVersion { major: 1, minor: 33 },
        upgrade,
    }
}

pub(crate) fn cluster(values: &str) -> Node {
    let layer = pulsarc_compiler::Layer {
        name: "values.yaml".into(),
        format: pulsarc_compiler::Format::Yaml,
        bytes: values.into(),
    };
    pulsarc_eval::evaluate(&[layer]).tree.expect("it evaluates")
}

/// What a configuration makes, at first and later; `None` where it is rejected.
fn output(root: &Node) -> Option<[Vec<Object>; 2]> {
    let components = pulsarc_registry::components();
    let of = |upgrade| {
        let evaluated = Evaluated { tree: Some(root.clone()), ..Evaluated::default() };
        let objects = build_evaluated(evaluated, &components, &target(upgrade)).objects;
        Some(objects).filter(|objects| !objects.is_empty())
    };
    Some([of(false)?, of(true)?])
}

fn leaves(node: &Node, path: &mut KeyPath, into: &mut Vec<KeyPath>) {
    match &node.value {
        Value::Record(entries) if !entries.is_empty() => {
            for (key, entry) in entries {
                path.push(Segment::Key(key.clone()));
                leaves(entry, path, into);
                path.pop();
            }
        }
        _ => into.push(path.clone()),
    }
}

/// Texts, one or another of which fits most keys that take a text.
const TEXTS: [&str; 20] = [
    "other",
    "Always",
    "OnRootMismatch",
    "7Gi",
    "77s",
    "OrderedReady",
    "Parallel",
    "OnDelete",
    "ca",
    "9",
    "1",
    "0.5",
    "0.97",
    "false",
    "NodePort",
    "600",
    "preferredDuringSchedulingIgnoredDuringExecution",
    "requiredDuringSchedulingIgnoredDuringExecution",
    "a:2888:3888,b:2888:3888,c:2888:3888",
    "3",
];

/// Values of a key that is null by default, as YAML.
const SET: [&str; 9] = [
    "other",
    "7",
    "[other.example]",
    "[{name: other}]",
    "[{type: Resource, resource: {name: cpu, target: {type: Utilization, averageUtilization: 7}}}]",
    "[{action: drop}]",
    "{cpu: '1'}",
    "{requests: {cpu: '1'}}",
    "{scaleUp: {stabilizationWindowSeconds: 3}}",
];

/// Lists, as YAML: some fit most keys that take a list.
const LISTS: [&str; 11] = [
    "[other]",
    "[https://other]",
    "[{name: other}]",
    "[{key: other}]",
    "[{topologyKey: zone, maxSkew: 1, whenUnsatisfiable: DoNotSchedule}]",
    "[{name: other, image: other}]",
    "[{name: vol, mountPath: /vol}]",
    "[{name: vol, mountPath: /vol, size: 1Gi}]",
    "[{apiVersion: v1, kind: ConfigMap, metadata: {name: mine}}]",
    "[{name: d, existingSecret: e, secretKeys: [f]}]",
    "[]",
];

/// Records, as YAML: some fit most keys that take an open record.
const RECORDS: [&str; 6] = [
    "{other: text}",
    "{broker: {a: b}}",
    "{provisioner: other}",
    "{matchLabels: {a: b}}",
    "{spec: {storageClassName: other}}",
    "{driver: aws-s3, bucket: b, region: r}",
];

/// The values above, read once: no contract looks at what stands under the key that they are read under.
fn samples() -> &'static [Vec<Value>; 3] {
    static SAMPLES: LazyLock<[Vec<Value>; 3]> = LazyLock::new(|| {
        let read = |yaml: &&str| {
            let mut node = cluster(&format!("victoria-metrics-k8s-stack: {{sample: {yaml}}}"));
            ["victoria-metrics-k8s-stack", "sample"]
                .iter()
                .try_fold(&mut node, |node, key| node.child_mut(&Segment::Key((*key).to_owned())))
                .expect("it is there")
                .value
                .clone()
        };
        [SET.iter().map(read).collect(), LISTS.iter().map(read).collect(), RECORDS.iter().map(read).collect()]
    });
    &SAMPLES
}

/// Other values of a leaf: some of them fit its key.
fn others(value: &Value) -> Vec<Value> {
    let text = |text: &str| Value::Text(text.to_owned());
    let number = |number| Value::Number(Number::Integer(number));
    let [set, lists, records] = samples();
    match value {
        Value::Bool(truth) => vec![Value::Bool(!truth)],
        Value::Number(Number::Integer(written)) => vec![number(written + 10), text("7Gi")],
        Value::Number(Number::Decimal(written)) => vec![Value::Number(Number::Decimal(written + 0.5))],
        Value::Text(written) => {
            // Dekaf's port, for its probes.
            let own = [text(&format!("{written}-other")), number(30_001), number(8_090)];
            TEXTS.iter().map(|other| text(other)).chain(own).collect()
        }
        Value::Null => set.clone(),
        Value::List(_) => lists.clone(),
        Value::Record(_) => records.clone(),
    }
}

#[test]
fn every_key_changes_the_output() {
    let kinds: Vec<Node> = KINDS.iter().map(|values| cluster(values)).collect();
    let before: Vec<Option<[Vec<Object>; 2]>> = kinds.iter().map(output).collect();
    assert!(
        before.iter().all(Option::is_some),
        "a kind does not build: {:?}",
        before.iter().position(Option::is_none)
    );
    let mut paths = Vec::new();
    leaves(&kinds[0], &mut KeyPath::root(), &mut paths);
    assert!(paths.len() > 700, "only {} leaves", paths.len());
    let threads = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let dead: Vec<String> = std::thread::scope(|scope| {
        let (kinds, before) = (&kinds, &before);
        let part = move |paths: &[KeyPath]| {
            paths
                .iter()
                .filter(|path| !changes(path, kinds, before))
                .map(ToString::to_string)
                .collect::<Vec<_>>()
        };
        let running: Vec<_> = paths
            .chunks(paths.len().div_ceil(threads))
            .map(|paths| scope.spawn(move || part(paths)))
            .collect();
        running.into_iter().flat_map(|thread| thread.join().expect("it ends")).collect()
    });
    assert!(dead.is_empty(), "{} keys change nothing: {dead:#?}", dead.len());
}

/// Whether some other value at a path changes what some kind of cluster makes.
fn changes(path: &KeyPath, kinds: &[Node], before: &[Option<[Vec<Object>; 2]>]) -> bool {
    let excused = DEAD.iter().any(|(prefix, _)| path.to_string().starts_with(prefix));
    excused
        || kinds.iter().zip(before).any(|(kind, before)| {
            let Some(there) = kind.get(path) else { return false };
            others(&there.value).into_iter().any(|other| {
                let mut changed = kind.clone();
                // A switch or a number that a rule refuses is heard too; a text that does not fit its key is not.
                let plain = matches!(other, Value::Bool(_) | Value::Number(_));
                let heard = plain && !matches!(there.value, Value::Text(_) | Value::Null);
                let slot = path.segments().iter().try_fold(&mut changed, |node, segment| {
                    node.origin = Origin::User;
                    node.child_mut(segment)
                });
                let Some(slot) = slot else { return false };
                *slot = Node { origin: Origin::User, ..Node::bare(other) };
                output(&changed).map_or(heard, |after| Some(&after) != before.as_ref())
            })
        })
}

//! The meaning of values by path: which lists are keyed and by what, and what the API server fills in.
//!
//! The keys of lists are those of Kubernetes' own schema (`x-kubernetes-patch-merge-key`, `x-kubernetes-list-map-keys`).
//! Kinds that are not here are compared as plain data.

/// The meaning of a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shape {
    Plain,
    Quantity,
    Quantities,
    Secret,
    Object,
    Metadata,
    StatefulSet,
    Deployment,
    DaemonSet,
    Job,
    UpdateStrategy,
    Service,
    ServicePort,
    Claim,
    ClaimSpec,
    StorageClass,
    Volume,
    PersistentVolume,
    Autoscaler,
    PodTemplate,
    TemplateMetadata,
    Pod,
    Container,
    ContainerPort,
    Resources,
    Variable,
    FieldRef,
    Mount,
    Probe,
    HttpGet,
    Handler,
    Lifecycle,
    PodVolume,
    VolumeFiles,
    Projected,
    ProjectedSource,
    DownwardFile,
    HostPath,
    RoleRef,
    Rule,
    Subject,
    Issued,
    IssuerRef,
    Scrape,
    ScrapeEndpoint,
    Relabeling,
    Ingress,
}

/// How the items of a list are identified.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum List {
    /// By their places.
    Ordered,
    /// By the values of these keys.
    Keyed(&'static [&'static str]),
    /// By themselves: the order makes no difference.
    Set,
}

/// The value of a key.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Child {
    pub(crate) shape: Shape,
    pub(crate) list: List,
}

const fn one(shape: Shape) -> Child {
    Child { shape, list: List::Ordered }
}

const fn keyed(shape: Shape, keys: &'static [&'static str]) -> Child {
    Child { shape, list: List::Keyed(keys) }
}

const SET: Child = Child { shape: Shape::Plain, list: List::Set };

#[allow(clippy::match_same_arms, reason = "a table reads by its rows")]
impl Shape {
    /// The shape of an object's parts below `spec`, or of the object itself where it has none.
    pub(crate) fn of_kind(kind: &str) -> Self {
        match kind {
            "StatefulSet" => Self::StatefulSet,
            "Deployment" => Self::Deployment,
            "DaemonSet" => Self::DaemonSet,
            "Job" => Self::Job,
            "Service" => Self::Service,
            "PersistentVolumeClaim" => Self::ClaimSpec,
            "PersistentVolume" => Self::PersistentVolume,
            "HorizontalPodAutoscaler" => Self::Autoscaler,
            "Pod" => Self::Pod,
            "Certificate" => Self::Issued,
            "PodMonitor" | "ServiceMonitor" | "VMPodScrape" | "VMServiceScrape" => Self::Scrape,
            "Ingress" => Self::Ingress,
            _ => Self::Plain,
        }
    }

    /// What stands under a key of a value of this shape.
    pub(crate) fn child(self, key: &str) -> Child {
        match (self, key) {
            (Self::Quantities, _) => one(Self::Quantity),
            (Self::Secret, _) => one(Self::Secret),
            (Self::StatefulSet | Self::Deployment | Self::DaemonSet | Self::Job, "template") => {
                one(Self::PodTemplate)
            }
            (Self::StatefulSet, "volumeClaimTemplates") => keyed(Self::Claim, &["metadata.name"]),
            (Self::StatefulSet, "updateStrategy") | (Self::Deployment, "strategy") => {
                one(Self::UpdateStrategy)
            }
            (Self::PodTemplate, "spec") => one(Self::Pod),
            (Self::PodTemplate, "metadata") => one(Self::TemplateMetadata),
            (Self::Claim, "spec") => one(Self::ClaimSpec),
            (Self::Claim | Self::Object, "metadata") => one(Self::Metadata),
            (Self::ClaimSpec, "resources") => one(Self::Resources),
            (Self::PersistentVolume, "capacity") | (Self::Resources, "limits" | "requests") => {
                one(Self::Quantities)
            }
            (Self::ClaimSpec | Self::PersistentVolume, "accessModes") | (Self::Metadata, "finalizers") => SET,
            (Self::Service, "ports") => keyed(Self::ServicePort, &["port", "protocol"]),
            (Self::Service, "externalIPs" | "loadBalancerSourceRanges") => SET,
            (Self::Object, "subjects") => keyed(Self::Subject, &["kind", "namespace", "name"]),
            (Self::Object, "roleRef") => one(Self::RoleRef),
            (Self::Object, "rules") => Child { shape: Self::Rule, list: List::Set },
            (Self::Rule, _) => SET,
            (Self::Issued, "issuerRef") => one(Self::IssuerRef),
            (Self::Issued, "dnsNames" | "ipAddresses" | "uris" | "usages") => SET,
            (Self::Scrape, "podMetricsEndpoints" | "endpoints") => one(Self::ScrapeEndpoint),
            (
                Self::ScrapeEndpoint,
                "relabelings" | "metricRelabelings" | "relabelConfigs" | "metricRelabelConfigs",
            ) => one(Self::Relabeling),
            (Self::Object, "secrets" | "imagePullSecrets") => keyed(Self::Plain, &["name"]),
            _ => self.pod_child(key),
        }
    }

    fn pod_child(self, key: &str) -> Child {
        match (self, key) {
            (Self::Pod, "containers" | "initContainers" | "ephemeralContainers") => {
                keyed(Self::Container, &["name"])
            }
            (Self::Pod, "volumes") => keyed(Self::PodVolume, &["name"]),
            (Self::Pod, "imagePullSecrets") => keyed(Self::Plain, &["name"]),
            (Self::Pod, "hostAliases") => keyed(Self::Plain, &["ip"]),
            (Self::Pod, "topologySpreadConstraints") => {
                keyed(Self::Plain, &["topologyKey", "whenUnsatisfiable"])
            }
            (Self::Pod, "tolerations") => SET,
            (Self::Container, "ports") => keyed(Self::ContainerPort, &["containerPort", "protocol"]),
            (Self::Container, "env") => keyed(Self::Variable, &["name"]),
            (Self::Container, "volumeMounts") => keyed(Self::Mount, &["mountPath"]),
            (Self::Container, "volumeDevices") => keyed(Self::Plain, &["devicePath"]),
            (Self::Container, "resources") => one(Self::Resources),
            (Self::Container, "livenessProbe" | "readinessProbe" | "startupProbe") => one(Self::Probe),
            (Self::Container, "lifecycle") => one(Self::Lifecycle),
            (Self::Lifecycle, _) => one(Self::Handler),
            (Self::Probe | Self::Handler, "httpGet") => one(Self::HttpGet),
            (Self::Variable, "valueFrom") => one(Self::Variable),
            (Self::Variable | Self::DownwardFile, "fieldRef") => one(Self::FieldRef),
            (Self::PodVolume, "configMap" | "secret" | "downwardAPI") => one(Self::VolumeFiles),
            (Self::PodVolume, "projected") => one(Self::Projected),
            (Self::PodVolume, "hostPath") => one(Self::HostPath),
            (Self::PodVolume, "emptyDir") => one(Self::Volume),
            (Self::Volume, "sizeLimit") => one(Self::Quantity),
            (Self::VolumeFiles, "items") => keyed(Self::DownwardFile, &["path"]),
            (Self::Projected, "sources") => one(Self::ProjectedSource),
            (Self::ProjectedSource, "configMap" | "secret" | "downwardAPI") => one(Self::VolumeFiles),
            (Self::ProjectedSource, "serviceAccountToken") => one(Self::ProjectedSource),
            _ => one(Self::Plain),
        }
    }

    /// What the API server fills in for a key that is left out, as JSON.
    pub(crate) fn default_of(self, key: &str) -> Option<&'static str> {
        Some(match (self, key) {
            (Self::StatefulSet, "podManagementPolicy") => "\"OrderedReady\"",
            (Self::StatefulSet | Self::Deployment | Self::DaemonSet, "revisionHistoryLimit") => "10",
            (Self::StatefulSet | Self::Deployment | Self::Autoscaler, "replicas" | "minReplicas") => "1",
            (Self::StatefulSet, "persistentVolumeClaimRetentionPolicy") => {
                r#"{"whenDeleted":"Retain","whenScaled":"Retain"}"#
            }
            (Self::StatefulSet, "updateStrategy") => r#"{"type":"RollingUpdate"}"#,
            (Self::Deployment, "strategy") => r#"{"type":"RollingUpdate"}"#,
            (Self::Deployment, "progressDeadlineSeconds") => "600",
            (Self::Job, "backoffLimit") => "6",
            (Self::Job, "completions" | "parallelism") => "1",
            (Self::Job, "completionMode") => "\"NonIndexed\"",
            (Self::Job, "podReplacementPolicy") => "\"TerminatingOrFailed\"",
            (Self::Job, "suspend" | "manualSelector") => "false",
            (Self::Service, "type") => "\"ClusterIP\"",
            (Self::Service, "sessionAffinity") => "\"None\"",
            (Self::Service, "internalTrafficPolicy" | "externalTrafficPolicy") => "\"Cluster\"",
            (Self::Service, "ipFamilyPolicy") => "\"SingleStack\"",
            (Self::Service, "allocateLoadBalancerNodePorts") => "true",
            (Self::Service, "publishNotReadyAddresses") => "false",
            (Self::ClaimSpec | Self::PersistentVolume, "volumeMode") => "\"Filesystem\"",
            (Self::PersistentVolume, "persistentVolumeReclaimPolicy") => "\"Retain\"",
            (Self::StorageClass, "reclaimPolicy") => "\"Delete\"",
            (Self::StorageClass, "volumeBindingMode") => "\"Immediate\"",
            (Self::StorageClass, "allowVolumeExpansion") => "false",
            (Self::Object, "automountServiceAccountToken") => "true",
            (Self::Autoscaler, "metrics") => {
                r#"[{"type":"Resource","resource":{"name":"cpu","target":{"type":"Utilization","averageUtilization":80}}}]"#
            }
            (Self::IssuerRef, "kind") => "\"Issuer\"",
            (Self::IssuerRef, "group") => "\"cert-manager.io\"",
            (Self::Relabeling, "action") => "\"replace\"",
            (Self::RoleRef, "apiGroup") => "\"rbac.authorization.k8s.io\"",
            _ => return self.pod_default(key),
        })
    }

    fn pod_default(self, key: &str) -> Option<&'static str> {
        Some(match (self, key) {
            (Self::ServicePort | Self::ContainerPort, "protocol") => "\"TCP\"",
            (Self::Pod, "dnsPolicy") => "\"ClusterFirst\"",
            (Self::Pod, "restartPolicy") => "\"Always\"",
            (Self::Pod, "schedulerName") => "\"default-scheduler\"",
            (Self::Pod, "terminationGracePeriodSeconds") => "30",
            (Self::Pod, "enableServiceLinks") => "true",
            (Self::Pod, "hostNetwork" | "hostPID" | "hostIPC" | "shareProcessNamespace") => "false",
            (Self::Pod, "serviceAccountName") => "\"default\"",
            (Self::Container, "terminationMessagePath") => "\"/dev/termination-log\"",
            (Self::Container, "terminationMessagePolicy") => "\"File\"",
            (Self::Container, "stdin" | "stdinOnce" | "tty") | (Self::Mount, "readOnly") => "false",
            (Self::Mount, "recursiveReadOnly") => "\"Disabled\"",
            (Self::Probe, "timeoutSeconds" | "successThreshold") => "1",
            (Self::Probe, "periodSeconds") => "10",
            (Self::Probe, "failureThreshold") => "3",
            (Self::Probe, "initialDelaySeconds") => "0",
            (Self::HttpGet, "scheme") => "\"HTTP\"",
            (Self::HttpGet, "path") => "\"/\"",
            (Self::FieldRef, "apiVersion") => "\"v1\"",
            (Self::VolumeFiles | Self::Projected, "defaultMode") => "420",
            (Self::VolumeFiles, "optional") => "false",
            (Self::ProjectedSource, "expirationSeconds") => "3600",
            (Self::HostPath, "type") | (Self::Variable, "value") => "\"\"",
            _ => return None,
        })
    }

    /// What makes no difference always: what the server keeps there for itself.
    pub(crate) fn ignores(self, key: &str) -> bool {
        match self {
            Self::Object => key == "status",
            Self::Metadata | Self::TemplateMetadata => matches!(
                key,
                "managedFields" | "resourceVersion" | "uid" | "creationTimestamp" | "generation" | "selfLink"
            ),
            Self::Claim => matches!(key, "status" | "apiVersion" | "kind"),
            Self::Pod => key == "serviceAccount",
            _ => false,
        }
    }

    /// Allocated by the server if absent: a difference only if both sides set it.
    pub(crate) fn allocates(self, key: &str) -> bool {
        match self {
            Self::Service => matches!(
                key,
                "clusterIP" | "clusterIPs" | "ipFamilies" | "healthCheckNodePort" | "ipFamilyPolicy"
            ),
            Self::ServicePort => matches!(key, "nodePort" | "targetPort"),
            Self::ClaimSpec => matches!(key, "volumeName" | "storageClassName"),
            Self::PersistentVolume => key == "claimRef",
            // The cluster's default class is written into an Ingress that names none.
            Self::Ingress => key == "ingressClassName",
            _ => false,
        }
    }
}

// Made from the contracts by the tests of this crate: UPDATE_TABLE=1 cargo test -p pulsarc-eval table
pub(super) const TEXTS_OF_CONTRACTS: &str = "2b130b8751580d5b";
pub(super) const FILES: [&str; 24] = [
    "/pulsarc/contracts/main.ncl",
    "/pulsarc/contracts/components/auth.ncl",
    "/pulsarc/contracts/components/autorecovery.ncl",
    "/pulsarc/contracts/shared/pod_monitor.ncl",
    "/pulsarc/contracts/shared/service.ncl",
    "/pulsarc/contracts/shared/kubernetes.ncl",
    "/pulsarc/contracts/components/bookkeeper.ncl",
    "/pulsarc/contracts/shared/pdb.ncl",
    "/pulsarc/contracts/components/broker.ncl",
    "/pulsarc/contracts/shared/autoscaling.ncl",
    "/pulsarc/contracts/shared/certs.ncl",
    "/pulsarc/contracts/components/dekaf.ncl",
    "/pulsarc/contracts/components/function_worker.ncl",
    "/pulsarc/contracts/shared/image.ncl",
    "/pulsarc/contracts/shared/network_policy.ncl",
    "/pulsarc/contracts/components/oxia.ncl",
    "/pulsarc/contracts/components/monitoring.ncl",
    "/pulsarc/contracts/components/proxy.ncl",
    "/pulsarc/contracts/components/pulsar_manager.ncl",
    "/pulsarc/contracts/shared/metadata.ncl",
    "/pulsarc/contracts/components/standalone.ncl",
    "/pulsarc/contracts/components/tls.ncl",
    "/pulsarc/contracts/components/toolset.ncl",
    "/pulsarc/contracts/components/zookeeper.ncl",
];
pub(super) const LEAVES: &[(Leaf, Named)] = &[
    (Leaf::AbsolutePath, ("names.ncl", "AbsolutePath")),
    (Leaf::AnnotationValue, ("kubernetes.ncl", "AnnotationValue")),
    (Leaf::Cidr, ("names.ncl", "Cidr")),
    (Leaf::ClusterIp, ("names.ncl", "ClusterIp")),
    (Leaf::ClusterName, ("names.ncl", "ClusterName")),
    (Leaf::Count, ("scalar.ncl", "Count")),
    (Leaf::CountOrPercentage, ("scalar.ncl", "CountOrPercentage")),
    (Leaf::CountText, ("scalar.ncl", "CountText")),
    (Leaf::DnsLabel, ("names.ncl", "DnsLabel")),
    (Leaf::DnsLabelOrEmpty, ("names.ncl", "DnsLabelOrEmpty")),
    (Leaf::DnsSubdomain, ("names.ncl", "DnsSubdomain")),
    (Leaf::GoDuration, ("duration.ncl", "GoDuration")),
    (Leaf::HostName, ("names.ncl", "HostName")),
    (Leaf::HostPort, ("names.ncl", "HostPort")),
    (Leaf::HostPortList, ("names.ncl", "HostPortList")),
    (Leaf::ImageRepository, ("image.ncl", "ImageRepository")),
    (Leaf::ImageTag, ("image.ncl", "ImageTag")),
    (Leaf::IpAddress, ("names.ncl", "IpAddress")),
    (Leaf::IssuerUrl, ("names.ncl", "IssuerUrl")),
    (Leaf::LabelKey, ("names.ncl", "LabelKey")),
    (Leaf::LabelValue, ("names.ncl", "LabelValue")),
    (Leaf::LoadBalancerIp, ("names.ncl", "LoadBalancerIp")),
    (Leaf::MetadataPrefix, ("names.ncl", "MetadataPrefix")),
    (Leaf::NamespaceName, ("names.ncl", "NamespaceName")),
    (Leaf::NodePort, ("port.ncl", "NodePort")),
    (Leaf::NonEmptyText, ("scalar.ncl", "NonEmptyText")),
    (Leaf::ObjectName, ("names.ncl", "ObjectName")),
    (Leaf::ObjectNameOrEmpty, ("names.ncl", "ObjectNameOrEmpty")),
    (Leaf::Port, ("port.ncl", "Port")),
    (Leaf::PortPrefix, ("names.ncl", "PortPrefix")),
    (Leaf::PositiveCount, ("scalar.ncl", "PositiveCount")),
    (Leaf::PullSecret, ("image.ncl", "PullSecret")),
    (Leaf::Quantity, ("quantity.ncl", "Quantity")),
    (Leaf::QuorumServerList, ("names.ncl", "QuorumServerList")),
    (Leaf::Scalar, ("scalar.ncl", "Scalar")),
    (Leaf::ScrapeDuration, ("duration.ncl", "ScrapeDuration")),
    (Leaf::Sensitive, ("sensitive.ncl", "Sensitive")),
    (Leaf::SwitchText, ("scalar.ncl", "SwitchText")),
    (Leaf::TextOrList, ("scalar.ncl", "TextOrList")),
    (Leaf::UrlPath, ("names.ncl", "UrlPath")),
    (Leaf::WholeNumber, ("scalar.ncl", "WholeNumber")),
    (Leaf::WholeNumberOrText, ("scalar.ncl", "WholeNumberOrText")),
    (Leaf::WildcardDnsName, ("names.ncl", "WildcardDnsName")),
];
pub(super) static CLUSTER: Shape = Shape::Record { open: false, fields: &[
    Field { name: "affinity", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((0, 9467, 9469)) }), shapes: &[Shape::Record { open: false, fields: &[
        Field { name: "anti_affinity", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((0, 9164, 9168)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
        Field { name: "type", optional: false, default: Some(Default { value: Written::Text("requiredDuringSchedulingIgnoredDuringExecution"), place: Some((0, 9338, 9386)) }), shapes: &[Shape::OneOf(&["requiredDuringSchedulingIgnoredDuringExecution", "preferredDuringSchedulingIgnoredDuringExecution"])] },
    ] }] },
    Field { name: "auth", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((0, 10837, 10839)) }), shapes: &[Shape::Record { open: false, fields: &[
        Field { name: "authentication", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((1, 5602, 5604)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((1, 5258, 5263)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
            Field { name: "jwt", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((1, 5386, 5388)) }), shapes: &[Shape::Record { open: false, fields: &[
                Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((1, 1748, 1753)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
                Field { name: "generateSecrets", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((1, 2098, 2100)) }), shapes: &[Shape::Record { open: false, fields: &[
                    Field { name: "affinity", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((1, 1565, 1567)) }), shapes: &[Shape::Record { open: false, fields: &[
                        Field { name: "anti_affinity", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((1, 1335, 1340)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
                        Field { name: "anti_affinity_topology_key", optional: false, default: Some(Default { value: Written::Text("kubernetes.io/hostname"), place: Some((1, 1389, 1413)) }), shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
                        Field { name: "type", optional: false, default: Some(Default { value: Written::Text("preferredDuringSchedulingIgnoredDuringExecution"), place: Some((1, 1440, 1489)) }), shapes: &[Shape::OneOf(&["requiredDuringSchedulingIgnoredDuringExecution", "preferredDuringSchedulingIgnoredDuringExecution"])] },
                    ] }] },
                    Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((1, 1015, 1020)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
                    Field { name: "nodeSelector", optional: true, default: None, shapes: &[Shape::Map(&Shape::Leaf(Leaf::LabelValue))] },
                    Field { name: "tolerations", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((1, 1242, 1244)) }), shapes: &[Shape::Keyed { key: Leaf::Anything, contract: ("kubernetes.ncl", "Tolerations"), item: &Shape::Record { open: false, fields: &[
                        Field { name: "effect", optional: true, default: None, shapes: &[Shape::OneOf(&["NoSchedule", "PreferNoSchedule", "NoExecute"])] },
                        Field { name: "key", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
                        Field { name: "operator", optional: true, default: None, shapes: &[Shape::OneOf(&["Exists", "Equal"])] },
                        Field { name: "tolerationSeconds", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::WholeNumber)] },
                        Field { name: "value", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
                    ] }, entry: &Shape::Nullable(&Shape::Record { open: false, fields: &[
                        Field { name: "effect", optional: true, default: None, shapes: &[Shape::OneOf(&["NoSchedule", "PreferNoSchedule", "NoExecute"])] },
                        Field { name: "key", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
                        Field { name: "operator", optional: true, default: None, shapes: &[Shape::OneOf(&["Exists", "Equal"])] },
                        Field { name: "tolerationSeconds", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::WholeNumber)] },
                        Field { name: "value", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
                    ] }) }] },
                ] }] },
                Field { name: "secretAnnotations", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((1, 2221, 2223)) }), shapes: &[Shape::Record { open: false, fields: &[
                    Field { name: "key", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((1, 625, 627)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
                    Field { name: "token", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((1, 811, 813)) }), shapes: &[Shape::Map(&Shape::Map(&Shape::Leaf(Leaf::AnnotationValue)))] },
                ] }] },
                Field { name: "usingSecretKey", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((1, 1930, 1935)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
            ] }] },
            Field { name: "openid", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((1, 5547, 5549)) }), shapes: &[Shape::Record { open: false, fields: &[
                Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((1, 2426, 2431)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
                Field { name: "openIDAcceptedTimeLeewaySeconds", optional: false, default: Some(Default { value: Written::Text("0"), place: Some((1, 3209, 3212)) }), shapes: &[Shape::Leaf(Leaf::CountText)] },
                Field { name: "openIDAllowedAudiences", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((1, 2699, 2701)) }), shapes: &[Shape::List(&Shape::Leaf(Leaf::String))] },
                Field { name: "openIDAllowedTokenIssuers", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((1, 2564, 2566)) }), shapes: &[Shape::List(&Shape::Leaf(Leaf::IssuerUrl))] },
                Field { name: "openIDCacheExpirationSeconds", optional: false, default: Some(Default { value: Written::Text("86400"), place: Some((1, 3662, 3669)) }), shapes: &[Shape::Leaf(Leaf::CountText)] },
                Field { name: "openIDCacheRefreshAfterWriteSeconds", optional: false, default: Some(Default { value: Written::Text("64800"), place: Some((1, 3506, 3513)) }), shapes: &[Shape::Leaf(Leaf::CountText)] },
                Field { name: "openIDCacheSize", optional: false, default: Some(Default { value: Written::Text("5"), place: Some((1, 3331, 3334)) }), shapes: &[Shape::Leaf(Leaf::CountText)] },
                Field { name: "openIDFallbackDiscoveryMode", optional: false, default: Some(Default { value: Written::Text("DISABLED"), place: Some((1, 4482, 4492)) }), shapes: &[Shape::OneOf(&["DISABLED", "KUBERNETES_DISCOVER_TRUSTED_ISSUER", "KUBERNETES_DISCOVER_PUBLIC_KEYS"])] },
                Field { name: "openIDHttpConnectionTimeoutMillis", optional: false, default: Some(Default { value: Written::Text("10000"), place: Some((1, 3810, 3817)) }), shapes: &[Shape::Leaf(Leaf::CountText)] },
                Field { name: "openIDHttpReadTimeoutMillis", optional: false, default: Some(Default { value: Written::Text("10000"), place: Some((1, 3945, 3952)) }), shapes: &[Shape::Leaf(Leaf::CountText)] },
                Field { name: "openIDKeyIdCacheMissRefreshSeconds", optional: false, default: Some(Default { value: Written::Text("300"), place: Some((1, 4123, 4128)) }), shapes: &[Shape::Leaf(Leaf::CountText)] },
                Field { name: "openIDRequireIssuersUseHttps", optional: false, default: Some(Default { value: Written::Text("true"), place: Some((1, 4263, 4269)) }), shapes: &[Shape::Leaf(Leaf::SwitchText)] },
                Field { name: "openIDRoleClaim", optional: false, default: Some(Default { value: Written::Null, place: Some((1, 3049, 3053)) }), shapes: &[Shape::Nullable(&Shape::Leaf(Leaf::String))] },
                Field { name: "openIDTokenIssuerTrustCertsFilePath", optional: false, default: Some(Default { value: Written::Null, place: Some((1, 2900, 2904)) }), shapes: &[Shape::Nullable(&Shape::Leaf(Leaf::AbsolutePath))] },
            ] }] },
        ] }] },
        Field { name: "authorization", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((1, 5831, 5833)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((1, 5770, 5775)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
        ] }] },
        Field { name: "superUsers", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((1, 6020, 6022)) }), shapes: &[Shape::Record { open: true, fields: &[
            Field { name: "broker", optional: false, default: Some(Default { value: Written::Text("broker-admin"), place: Some((1, 4647, 4661)) }), shapes: &[Shape::Leaf(Leaf::String)] },
            Field { name: "client", optional: false, default: Some(Default { value: Written::Text("admin"), place: Some((1, 4929, 4936)) }), shapes: &[Shape::Leaf(Leaf::String)] },
            Field { name: "manager", optional: false, default: Some(Default { value: Written::Text(""), place: Some((1, 5069, 5071)) }), shapes: &[Shape::Leaf(Leaf::String)] },
            Field { name: "proxy", optional: false, default: Some(Default { value: Written::Text("proxy-admin"), place: Some((1, 4792, 4805)) }), shapes: &[Shape::Leaf(Leaf::String)] },
        ] }, Shape::Map(&Shape::Leaf(Leaf::String))] },
        Field { name: "useProxyRoles", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((1, 6233, 6237)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
    ] }] },
    Field { name: "autorecovery", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((0, 11343, 11345)) }), shapes: &[Shape::Record { open: false, fields: &[
        Field { name: "affinity", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((2, 2795, 2797)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "anti_affinity", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((2, 2548, 2552)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
            Field { name: "anti_affinity_topology_key", optional: false, default: Some(Default { value: Written::Text("kubernetes.io/hostname"), place: Some((2, 2599, 2623)) }), shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
            Field { name: "type", optional: false, default: Some(Default { value: Written::Text("requiredDuringSchedulingIgnoredDuringExecution"), place: Some((2, 2648, 2696)) }), shapes: &[Shape::OneOf(&["requiredDuringSchedulingIgnoredDuringExecution", "preferredDuringSchedulingIgnoredDuringExecution"])] },
        ] }] },
        Field { name: "annotations", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((2, 3682, 3684)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
        Field { name: "appAnnotations", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((2, 3572, 3574)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
        Field { name: "component", optional: false, default: Some(Default { value: Written::Text("recovery"), place: Some((2, 1498, 1508)) }), shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
        Field { name: "configData", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((2, 5642, 5644)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::Scalar)), Shape::Record { open: true, fields: &[
            Field { name: "BOOKIE_MEM", optional: false, default: Some(Default { value: Written::Text("-Xms64m -Xmx128m"), place: Some((2, 5232, 5250)) }), shapes: &[Shape::Leaf(Leaf::Scalar)] },
            Field { name: "PULSAR_PREFIX_useV2WireProtocol", optional: false, default: Some(Default { value: Written::Text("true"), place: Some((2, 5419, 5425)) }), shapes: &[Shape::Leaf(Leaf::Scalar)] },
        ] }] },
        Field { name: "extraVolumeMounts", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((2, 4703, 4705)) }), shapes: &[Shape::Keyed { key: Leaf::DnsLabel, contract: ("kubernetes.ncl", "VolumeMounts"), item: &Shape::Record { open: true, fields: &[
            Field { name: "mountPath", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
            Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
        ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
            Field { name: "mountPath", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
            Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
        ] }) }] },
        Field { name: "extraVolumes", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((2, 4411, 4413)) }), shapes: &[Shape::Keyed { key: Leaf::DnsLabel, contract: ("kubernetes.ncl", "Volumes"), item: &Shape::Record { open: true, fields: &[
            Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
        ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
            Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
        ] }) }] },
        Field { name: "gracePeriod", optional: false, default: Some(Default { value: Written::Integer(30), place: Some((2, 3868, 3870)) }), shapes: &[Shape::Leaf(Leaf::Count)] },
        Field { name: "initContainers", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((2, 1788, 1790)) }), shapes: &[Shape::Keyed { key: Leaf::DnsLabel, contract: ("kubernetes.ncl", "Containers"), item: &Shape::Record { open: true, fields: &[
            Field { name: "env", optional: true, default: None, shapes: &[Shape::Keyed { key: Leaf::NonEmptyText, contract: ("kubernetes.ncl", "EnvVars"), item: &Shape::Record { open: true, fields: &[
                Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
                Field { name: "value", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
            ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
                Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
                Field { name: "value", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
            ] }) }] },
            Field { name: "image", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
            Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
            Field { name: "volumeMounts", optional: true, default: None, shapes: &[Shape::Keyed { key: Leaf::DnsLabel, contract: ("kubernetes.ncl", "VolumeMounts"), item: &Shape::Record { open: true, fields: &[
                Field { name: "mountPath", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
                Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
            ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
                Field { name: "mountPath", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
                Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
            ] }) }] },
        ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
            Field { name: "env", optional: true, default: None, shapes: &[Shape::Keyed { key: Leaf::NonEmptyText, contract: ("kubernetes.ncl", "EnvVars"), item: &Shape::Record { open: true, fields: &[
                Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
                Field { name: "value", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
            ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
                Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
                Field { name: "value", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
            ] }) }] },
            Field { name: "image", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
            Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
            Field { name: "volumeMounts", optional: true, default: None, shapes: &[Shape::Keyed { key: Leaf::DnsLabel, contract: ("kubernetes.ncl", "VolumeMounts"), item: &Shape::Record { open: true, fields: &[
                Field { name: "mountPath", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
                Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
            ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
                Field { name: "mountPath", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
                Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
            ] }) }] },
        ] }) }] },
        Field { name: "initContainersExtraVolumeMounts", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((2, 4586, 4588)) }), shapes: &[Shape::Keyed { key: Leaf::DnsLabel, contract: ("kubernetes.ncl", "VolumeMounts"), item: &Shape::Record { open: true, fields: &[
            Field { name: "mountPath", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
            Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
        ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
            Field { name: "mountPath", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
            Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
        ] }) }] },
        Field { name: "nodeSelector", optional: true, default: None, shapes: &[Shape::Map(&Shape::Leaf(Leaf::LabelValue))] },
        Field { name: "podMonitor", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((2, 2071, 2073)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((2, 1853, 1857)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
            Field { name: "interval", optional: false, default: Some(Default { value: Written::Text("60s"), place: Some((2, 1886, 1891)) }), shapes: &[Shape::Leaf(Leaf::ScrapeDuration)] },
            Field { name: "metricRelabelings", optional: false, default: Some(Default { value: Written::Null, place: Some((3, 856, 860)) }), shapes: &[Shape::Nullable(&Shape::List(&Shape::Record { open: true, fields: &[
            ] }))] },
            Field { name: "scrapeTimeout", optional: false, default: Some(Default { value: Written::Text("60s"), place: Some((2, 1925, 1930)) }), shapes: &[Shape::Leaf(Leaf::ScrapeDuration)] },
        ] }] },
        Field { name: "ports", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((2, 2480, 2482)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "http", optional: false, default: Some(Default { value: Written::Integer(8000), place: Some((2, 2402, 2406)) }), shapes: &[Shape::Leaf(Leaf::Port)] },
        ] }] },
        Field { name: "priorityClassName", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::ObjectNameOrEmpty)] },
        Field { name: "replicaCount", optional: false, default: Some(Default { value: Written::Integer(1), place: Some((2, 1645, 1646)) }), shapes: &[Shape::Leaf(Leaf::Count)] },
        Field { name: "resources", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((2, 4298, 4300)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "claims", optional: true, default: None, shapes: &[Shape::List(&Shape::Record { open: true, fields: &[Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::String)] }] })] },
            Field { name: "limits", optional: true, default: None, shapes: &[Shape::Map(&Shape::Leaf(Leaf::Quantity))] },
            Field { name: "requests", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((2, 4146, 4148)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::Quantity)), Shape::Record { open: true, fields: &[
                Field { name: "cpu", optional: false, default: Some(Default { value: Written::Decimal(0.05), place: Some((2, 1245, 1249)) }), shapes: &[Shape::Leaf(Leaf::Quantity)] },
                Field { name: "memory", optional: false, default: Some(Default { value: Written::Text("128Mi"), place: Some((2, 1113, 1120)) }), shapes: &[Shape::Leaf(Leaf::Quantity)] },
            ] }] },
        ] }] },
        Field { name: "restartPodsOnConfigMapChange", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((2, 2284, 2289)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
        Field { name: "service", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((2, 4837, 4839)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "annotations", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((4, 724, 726)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
        ] }] },
        Field { name: "service_account", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((2, 5004, 5006)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "annotations", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((5, 8117, 8119)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
        ] }] },
        Field { name: "tolerations", optional: true, default: None, shapes: &[Shape::Keyed { key: Leaf::Anything, contract: ("kubernetes.ncl", "Tolerations"), item: &Shape::Record { open: false, fields: &[
            Field { name: "effect", optional: true, default: None, shapes: &[Shape::OneOf(&["NoSchedule", "PreferNoSchedule", "NoExecute"])] },
            Field { name: "key", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
            Field { name: "operator", optional: true, default: None, shapes: &[Shape::OneOf(&["Exists", "Equal"])] },
            Field { name: "tolerationSeconds", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::WholeNumber)] },
            Field { name: "value", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
        ] }, entry: &Shape::Nullable(&Shape::Record { open: false, fields: &[
            Field { name: "effect", optional: true, default: None, shapes: &[Shape::OneOf(&["NoSchedule", "PreferNoSchedule", "NoExecute"])] },
            Field { name: "key", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
            Field { name: "operator", optional: true, default: None, shapes: &[Shape::OneOf(&["Exists", "Equal"])] },
            Field { name: "tolerationSeconds", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::WholeNumber)] },
            Field { name: "value", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
        ] }) }] },
        Field { name: "topologySpreadConstraints", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((2, 3031, 3033)) }), shapes: &[Shape::Keyed { key: Leaf::Anything, contract: ("kubernetes.ncl", "TopologySpreadConstraints"), item: &Shape::Record { open: false, fields: &[
            Field { name: "labelSelector", optional: true, default: None, shapes: &[Shape::Record { open: true, fields: &[
                Field { name: "matchExpressions", optional: true, default: None, shapes: &[Shape::List(&Shape::Record { open: true, fields: &[] })] },
                Field { name: "matchLabels", optional: true, default: None, shapes: &[Shape::Map(&Shape::Leaf(Leaf::LabelValue))] },
            ] }] },
            Field { name: "matchLabelKeys", optional: true, default: None, shapes: &[Shape::List(&Shape::Leaf(Leaf::LabelKey))] },
            Field { name: "maxSkew", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
            Field { name: "minDomains", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
            Field { name: "nodeAffinityPolicy", optional: true, default: None, shapes: &[Shape::OneOf(&["Honor", "Ignore"])] },
            Field { name: "nodeTaintsPolicy", optional: true, default: None, shapes: &[Shape::OneOf(&["Honor", "Ignore"])] },
            Field { name: "topologyKey", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::LabelKey)] },
            Field { name: "whenUnsatisfiable", optional: true, default: None, shapes: &[Shape::OneOf(&["DoNotSchedule", "ScheduleAnyway"])] },
        ] }, entry: &Shape::Nullable(&Shape::Record { open: false, fields: &[
            Field { name: "labelSelector", optional: true, default: None, shapes: &[Shape::Record { open: true, fields: &[
                Field { name: "matchExpressions", optional: true, default: None, shapes: &[Shape::List(&Shape::Record { open: true, fields: &[] })] },
                Field { name: "matchLabels", optional: true, default: None, shapes: &[Shape::Map(&Shape::Leaf(Leaf::LabelValue))] },
            ] }] },
            Field { name: "matchLabelKeys", optional: true, default: None, shapes: &[Shape::List(&Shape::Leaf(Leaf::LabelKey))] },
            Field { name: "maxSkew", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
            Field { name: "minDomains", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
            Field { name: "nodeAffinityPolicy", optional: true, default: None, shapes: &[Shape::OneOf(&["Honor", "Ignore"])] },
            Field { name: "nodeTaintsPolicy", optional: true, default: None, shapes: &[Shape::OneOf(&["Honor", "Ignore"])] },
            Field { name: "topologyKey", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::LabelKey)] },
            Field { name: "whenUnsatisfiable", optional: true, default: None, shapes: &[Shape::OneOf(&["DoNotSchedule", "ScheduleAnyway"])] },
        ] }) }] },
        Field { name: "waitBookkeeperTimeout", optional: false, default: Some(Default { value: Written::Integer(120), place: Some((2, 4076, 4079)) }), shapes: &[Shape::Leaf(Leaf::Count)] },
    ] }] },
    Field { name: "bookkeeper", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((0, 11236, 11238)) }), shapes: &[Shape::Record { open: false, fields: &[
        Field { name: "additionalCommand", optional: false, default: Some(Default { value: Written::Null, place: Some((6, 8378, 8382)) }), shapes: &[Shape::Nullable(&Shape::Leaf(Leaf::String))] },
        Field { name: "affinity", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((6, 5834, 5836)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "anti_affinity", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((6, 5587, 5591)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
            Field { name: "anti_affinity_topology_key", optional: false, default: Some(Default { value: Written::Text("kubernetes.io/hostname"), place: Some((6, 5638, 5662)) }), shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
            Field { name: "type", optional: false, default: Some(Default { value: Written::Text("requiredDuringSchedulingIgnoredDuringExecution"), place: Some((6, 5687, 5735)) }), shapes: &[Shape::OneOf(&["requiredDuringSchedulingIgnoredDuringExecution", "preferredDuringSchedulingIgnoredDuringExecution"])] },
        ] }] },
        Field { name: "annotations", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((6, 6725, 6727)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
        Field { name: "appAnnotations", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((6, 6615, 6617)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
        Field { name: "component", optional: false, default: Some(Default { value: Written::Text("bookie"), place: Some((6, 2279, 2287)) }), shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
        Field { name: "configData", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((6, 15497, 15499)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::Scalar)), Shape::Record { open: true, fields: &[
            Field { name: "PULSAR_GC", optional: false, default: Some(Default { value: Written::Text("-XX:+UseZGC -XX:+ZGenerational -XX:+AlwaysPreTouch -XX:+UseTransparentHugePages -XX:+ExitOnOutOfMemoryError -XX:+DisableExplicitGC -XX:+PerfDisableSharedMem"), place: Some((6, 13204, 13362)) }), shapes: &[Shape::Leaf(Leaf::Scalar)] },
            Field { name: "PULSAR_MEM", optional: false, default: Some(Default { value: Written::Text("-Xms128m -Xmx256m -XX:MaxDirectMemorySize=256m"), place: Some((6, 13014, 13062)) }), shapes: &[Shape::Leaf(Leaf::Scalar)] },
            Field { name: "PULSAR_PREFIX_entryLocationCompactionInterval", optional: false, default: Some(Default { value: Written::Text("86400"), place: Some((6, 14568, 14575)) }), shapes: &[Shape::Leaf(Leaf::Scalar)] },
            Field { name: "diskCheckInterval", optional: false, default: Some(Default { value: Written::Text("1800"), place: Some((6, 15289, 15295)) }), shapes: &[Shape::Leaf(Leaf::Scalar)] },
            Field { name: "diskUsageLwmThreshold", optional: false, default: Some(Default { value: Written::Text("0.85"), place: Some((6, 14759, 14765)) }), shapes: &[Shape::Leaf(Leaf::Scalar)] },
            Field { name: "diskUsageThreshold", optional: false, default: Some(Default { value: Written::Text("0.95"), place: Some((6, 15159, 15165)) }), shapes: &[Shape::Leaf(Leaf::Scalar)] },
            Field { name: "diskUsageWarnThreshold", optional: false, default: Some(Default { value: Written::Text("0.9"), place: Some((6, 14960, 14965)) }), shapes: &[Shape::Leaf(Leaf::Scalar)] },
            Field { name: "gcWaitTime", optional: false, default: Some(Default { value: Written::Text("300000"), place: Some((6, 14120, 14128)) }), shapes: &[Shape::Leaf(Leaf::Scalar)] },
            Field { name: "isForceGCAllowWhenNoSpace", optional: false, default: Some(Default { value: Written::Text("true"), place: Some((6, 14314, 14320)) }), shapes: &[Shape::Leaf(Leaf::Scalar)] },
            Field { name: "majorCompactionInterval", optional: false, default: Some(Default { value: Written::Text("10800"), place: Some((6, 13967, 13974)) }), shapes: &[Shape::Leaf(Leaf::Scalar)] },
            Field { name: "majorCompactionThreshold", optional: false, default: Some(Default { value: Written::Text("0.8"), place: Some((6, 13842, 13847)) }), shapes: &[Shape::Leaf(Leaf::Scalar)] },
            Field { name: "minorCompactionInterval", optional: false, default: Some(Default { value: Written::Text("360"), place: Some((6, 13662, 13667)) }), shapes: &[Shape::Leaf(Leaf::Scalar)] },
            Field { name: "minorCompactionThreshold", optional: false, default: Some(Default { value: Written::Text("0.2"), place: Some((6, 13537, 13542)) }), shapes: &[Shape::Leaf(Leaf::Scalar)] },
        ] }] },
        Field { name: "extraVolumeMounts", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((6, 8171, 8173)) }), shapes: &[Shape::Keyed { key: Leaf::DnsLabel, contract: ("kubernetes.ncl", "VolumeMounts"), item: &Shape::Record { open: true, fields: &[
            Field { name: "mountPath", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
            Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
        ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
            Field { name: "mountPath", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
            Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
        ] }) }] },
        Field { name: "extraVolumes", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((6, 8054, 8056)) }), shapes: &[Shape::Keyed { key: Leaf::DnsLabel, contract: ("kubernetes.ncl", "Volumes"), item: &Shape::Record { open: true, fields: &[
            Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
        ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
            Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
        ] }) }] },
        Field { name: "gracePeriod", optional: false, default: Some(Default { value: Written::Integer(30), place: Some((6, 6915, 6917)) }), shapes: &[Shape::Leaf(Leaf::Count)] },
        Field { name: "indexDirectories", optional: false, default: Some(Default { value: Written::Null, place: Some((6, 11910, 11914)) }), shapes: &[Shape::Nullable(&Shape::Leaf(Leaf::TextOrList))] },
        Field { name: "initContainers", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((6, 3801, 3803)) }), shapes: &[Shape::Keyed { key: Leaf::DnsLabel, contract: ("kubernetes.ncl", "Containers"), item: &Shape::Record { open: true, fields: &[
            Field { name: "env", optional: true, default: None, shapes: &[Shape::Keyed { key: Leaf::NonEmptyText, contract: ("kubernetes.ncl", "EnvVars"), item: &Shape::Record { open: true, fields: &[
                Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
                Field { name: "value", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
            ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
                Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
                Field { name: "value", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
            ] }) }] },
            Field { name: "image", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
            Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
            Field { name: "volumeMounts", optional: true, default: None, shapes: &[Shape::Keyed { key: Leaf::DnsLabel, contract: ("kubernetes.ncl", "VolumeMounts"), item: &Shape::Record { open: true, fields: &[
                Field { name: "mountPath", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
                Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
            ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
                Field { name: "mountPath", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
                Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
            ] }) }] },
        ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
            Field { name: "env", optional: true, default: None, shapes: &[Shape::Keyed { key: Leaf::NonEmptyText, contract: ("kubernetes.ncl", "EnvVars"), item: &Shape::Record { open: true, fields: &[
                Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
                Field { name: "value", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
            ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
                Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
                Field { name: "value", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
            ] }) }] },
            Field { name: "image", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
            Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
            Field { name: "volumeMounts", optional: true, default: None, shapes: &[Shape::Keyed { key: Leaf::DnsLabel, contract: ("kubernetes.ncl", "VolumeMounts"), item: &Shape::Record { open: true, fields: &[
                Field { name: "mountPath", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
                Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
            ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
                Field { name: "mountPath", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
                Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
            ] }) }] },
        ] }) }] },
        Field { name: "metadata", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((6, 3050, 3052)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "initTimeout", optional: false, default: Some(Default { value: Written::Integer(60), place: Some((6, 2606, 2608)) }), shapes: &[Shape::Leaf(Leaf::Count)] },
            Field { name: "resources", optional: false, default: Some(Default { value: Written::Null, place: Some((6, 2933, 2937)) }), shapes: &[Shape::Nullable(&Shape::Record { open: false, fields: &[
                Field { name: "claims", optional: true, default: None, shapes: &[Shape::List(&Shape::Record { open: true, fields: &[Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::String)] }] })] },
                Field { name: "limits", optional: true, default: None, shapes: &[Shape::Map(&Shape::Leaf(Leaf::Quantity))] },
                Field { name: "requests", optional: true, default: None, shapes: &[Shape::Map(&Shape::Leaf(Leaf::Quantity))] },
            ] })] },
            Field { name: "waitOxiaTimeout", optional: false, default: Some(Default { value: Written::Integer(600), place: Some((6, 2776, 2779)) }), shapes: &[Shape::Leaf(Leaf::Count)] },
            Field { name: "waitZookeeperTimeout", optional: false, default: Some(Default { value: Written::Integer(600), place: Some((6, 2482, 2485)) }), shapes: &[Shape::Leaf(Leaf::Count)] },
        ] }] },
        Field { name: "nodeSelector", optional: true, default: None, shapes: &[Shape::Map(&Shape::Leaf(Leaf::LabelValue))] },
        Field { name: "pdb", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((6, 12786, 12788)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "maxUnavailable", optional: false, default: Some(Default { value: Written::Integer(1), place: Some((7, 565, 566)) }), shapes: &[Shape::Leaf(Leaf::CountOrPercentage)] },
            Field { name: "usePolicy", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((7, 374, 378)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
        ] }] },
        Field { name: "podManagementPolicy", optional: false, default: Some(Default { value: Written::Text("Parallel"), place: Some((6, 3649, 3659)) }), shapes: &[Shape::OneOf(&["OrderedReady", "Parallel"])] },
        Field { name: "podMonitor", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((6, 4084, 4086)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((6, 3866, 3870)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
            Field { name: "interval", optional: false, default: Some(Default { value: Written::Text("60s"), place: Some((6, 3899, 3904)) }), shapes: &[Shape::Leaf(Leaf::ScrapeDuration)] },
            Field { name: "metricRelabelings", optional: false, default: Some(Default { value: Written::Null, place: Some((3, 856, 860)) }), shapes: &[Shape::Nullable(&Shape::List(&Shape::Record { open: true, fields: &[
            ] }))] },
            Field { name: "scrapeTimeout", optional: false, default: Some(Default { value: Written::Text("60s"), place: Some((6, 3938, 3943)) }), shapes: &[Shape::Leaf(Leaf::ScrapeDuration)] },
        ] }] },
        Field { name: "ports", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((6, 4809, 4811)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "bookie", optional: false, default: Some(Default { value: Written::Integer(3181), place: Some((6, 4562, 4566)) }), shapes: &[Shape::Leaf(Leaf::Port)] },
            Field { name: "http", optional: false, default: Some(Default { value: Written::Integer(8000), place: Some((6, 4446, 4450)) }), shapes: &[Shape::Leaf(Leaf::Port)] },
            Field { name: "statestore", optional: false, default: Some(Default { value: Written::Integer(4181), place: Some((6, 4731, 4735)) }), shapes: &[Shape::Leaf(Leaf::Port)] },
        ] }] },
        Field { name: "priorityClassName", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::ObjectNameOrEmpty)] },
        Field { name: "probe", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((6, 5519, 5521)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "liveness", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((6, 5024, 5026)) }), shapes: &[Shape::Record { open: false, fields: &[
                Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((6, 1659, 1663)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
                Field { name: "failureThreshold", optional: false, default: Some(Default { value: Written::Integer(60), place: Some((6, 1696, 1698)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
                Field { name: "initialDelaySeconds", optional: false, default: Some(Default { value: Written::Integer(10), place: Some((6, 1734, 1736)) }), shapes: &[Shape::Leaf(Leaf::Count)] },
                Field { name: "periodSeconds", optional: false, default: Some(Default { value: Written::Integer(30), place: Some((6, 1766, 1768)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
                Field { name: "timeoutSeconds", optional: false, default: Some(Default { value: Written::Integer(5), place: Some((6, 1799, 1800)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
            ] }] },
            Field { name: "readiness", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((6, 5188, 5190)) }), shapes: &[Shape::Record { open: false, fields: &[
                Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((6, 1659, 1663)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
                Field { name: "failureThreshold", optional: false, default: Some(Default { value: Written::Integer(60), place: Some((6, 1696, 1698)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
                Field { name: "initialDelaySeconds", optional: false, default: Some(Default { value: Written::Integer(10), place: Some((6, 1734, 1736)) }), shapes: &[Shape::Leaf(Leaf::Count)] },
                Field { name: "periodSeconds", optional: false, default: Some(Default { value: Written::Integer(30), place: Some((6, 1766, 1768)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
                Field { name: "timeoutSeconds", optional: false, default: Some(Default { value: Written::Integer(5), place: Some((6, 1799, 1800)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
            ] }] },
            Field { name: "startup", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((6, 5379, 5381)) }), shapes: &[Shape::Record { open: false, fields: &[
                Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((6, 1896, 1901)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
                Field { name: "failureThreshold", optional: false, default: Some(Default { value: Written::Integer(30), place: Some((6, 1934, 1936)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
                Field { name: "initialDelaySeconds", optional: false, default: Some(Default { value: Written::Integer(60), place: Some((6, 1972, 1974)) }), shapes: &[Shape::Leaf(Leaf::Count)] },
                Field { name: "periodSeconds", optional: false, default: Some(Default { value: Written::Integer(30), place: Some((6, 2004, 2006)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
                Field { name: "timeoutSeconds", optional: false, default: Some(Default { value: Written::Integer(5), place: Some((6, 2037, 2038)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
            ] }] },
        ] }] },
        Field { name: "replicaCount", optional: false, default: Some(Default { value: Written::Integer(4), place: Some((6, 3229, 3230)) }), shapes: &[Shape::Leaf(Leaf::Count)] },
        Field { name: "resources", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((6, 7357, 7359)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "claims", optional: true, default: None, shapes: &[Shape::List(&Shape::Record { open: true, fields: &[Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::String)] }] })] },
            Field { name: "limits", optional: true, default: None, shapes: &[Shape::Map(&Shape::Leaf(Leaf::Quantity))] },
            Field { name: "requests", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((6, 7205, 7207)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::Quantity)), Shape::Record { open: true, fields: &[
                Field { name: "cpu", optional: false, default: Some(Default { value: Written::Decimal(0.2), place: Some((6, 1592, 1595)) }), shapes: &[Shape::Leaf(Leaf::Quantity)] },
                Field { name: "memory", optional: false, default: Some(Default { value: Written::Text("512Mi"), place: Some((6, 1460, 1467)) }), shapes: &[Shape::Leaf(Leaf::Quantity)] },
            ] }] },
        ] }] },
        Field { name: "restartPodsOnConfigMapChange", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((6, 4297, 4302)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
        Field { name: "securityContext", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((6, 7941, 7943)) }), shapes: &[Shape::Record { open: true, fields: &[
        ] }, Shape::Record { open: true, fields: &[
            Field { name: "fsGroup", optional: false, default: Some(Default { value: Written::Integer(0), place: Some((6, 7601, 7602)) }), shapes: &[Shape::Leaf(Leaf::WholeNumber)] },
            Field { name: "fsGroupChangePolicy", optional: false, default: Some(Default { value: Written::Text("OnRootMismatch"), place: Some((6, 7825, 7841)) }), shapes: &[Shape::OneOf(&["Always", "OnRootMismatch"])] },
        ] }] },
        Field { name: "service", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((6, 12649, 12651)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "annotations", optional: true, default: None, shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
            Field { name: "spec", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((6, 12553, 12555)) }), shapes: &[Shape::Record { open: true, fields: &[
                Field { name: "publishNotReadyAddresses", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((6, 12420, 12424)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
            ] }] },
        ] }] },
        Field { name: "service_account", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((6, 12079, 12081)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "annotations", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((5, 8117, 8119)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
        ] }] },
        Field { name: "tolerations", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((6, 6309, 6311)) }), shapes: &[Shape::Keyed { key: Leaf::Anything, contract: ("kubernetes.ncl", "Tolerations"), item: &Shape::Record { open: false, fields: &[
            Field { name: "effect", optional: true, default: None, shapes: &[Shape::OneOf(&["NoSchedule", "PreferNoSchedule", "NoExecute"])] },
            Field { name: "key", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
            Field { name: "operator", optional: true, default: None, shapes: &[Shape::OneOf(&["Exists", "Equal"])] },
            Field { name: "tolerationSeconds", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::WholeNumber)] },
            Field { name: "value", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
        ] }, entry: &Shape::Nullable(&Shape::Record { open: false, fields: &[
            Field { name: "effect", optional: true, default: None, shapes: &[Shape::OneOf(&["NoSchedule", "PreferNoSchedule", "NoExecute"])] },
            Field { name: "key", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
            Field { name: "operator", optional: true, default: None, shapes: &[Shape::OneOf(&["Exists", "Equal"])] },
            Field { name: "tolerationSeconds", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::WholeNumber)] },
            Field { name: "value", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
        ] }) }] },
        Field { name: "topologySpreadConstraints", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((6, 6070, 6072)) }), shapes: &[Shape::Keyed { key: Leaf::Anything, contract: ("kubernetes.ncl", "TopologySpreadConstraints"), item: &Shape::Record { open: false, fields: &[
            Field { name: "labelSelector", optional: true, default: None, shapes: &[Shape::Record { open: true, fields: &[
                Field { name: "matchExpressions", optional: true, default: None, shapes: &[Shape::List(&Shape::Record { open: true, fields: &[] })] },
                Field { name: "matchLabels", optional: true, default: None, shapes: &[Shape::Map(&Shape::Leaf(Leaf::LabelValue))] },
            ] }] },
            Field { name: "matchLabelKeys", optional: true, default: None, shapes: &[Shape::List(&Shape::Leaf(Leaf::LabelKey))] },
            Field { name: "maxSkew", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
            Field { name: "minDomains", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
            Field { name: "nodeAffinityPolicy", optional: true, default: None, shapes: &[Shape::OneOf(&["Honor", "Ignore"])] },
            Field { name: "nodeTaintsPolicy", optional: true, default: None, shapes: &[Shape::OneOf(&["Honor", "Ignore"])] },
            Field { name: "topologyKey", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::LabelKey)] },
            Field { name: "whenUnsatisfiable", optional: true, default: None, shapes: &[Shape::OneOf(&["DoNotSchedule", "ScheduleAnyway"])] },
        ] }, entry: &Shape::Nullable(&Shape::Record { open: false, fields: &[
            Field { name: "labelSelector", optional: true, default: None, shapes: &[Shape::Record { open: true, fields: &[
                Field { name: "matchExpressions", optional: true, default: None, shapes: &[Shape::List(&Shape::Record { open: true, fields: &[] })] },
                Field { name: "matchLabels", optional: true, default: None, shapes: &[Shape::Map(&Shape::Leaf(Leaf::LabelValue))] },
            ] }] },
            Field { name: "matchLabelKeys", optional: true, default: None, shapes: &[Shape::List(&Shape::Leaf(Leaf::LabelKey))] },
            Field { name: "maxSkew", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
            Field { name: "minDomains", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
            Field { name: "nodeAffinityPolicy", optional: true, default: None, shapes: &[Shape::OneOf(&["Honor", "Ignore"])] },
            Field { name: "nodeTaintsPolicy", optional: true, default: None, shapes: &[Shape::OneOf(&["Honor", "Ignore"])] },
            Field { name: "topologyKey", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::LabelKey)] },
            Field { name: "whenUnsatisfiable", optional: true, default: None, shapes: &[Shape::OneOf(&["DoNotSchedule", "ScheduleAnyway"])] },
        ] }) }] },
        Field { name: "updateStrategy", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((6, 3417, 3419)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "rollingUpdate", optional: true, default: None, shapes: &[Shape::Record { open: true, fields: &[
            ] }] },
            Field { name: "type", optional: false, default: Some(Default { value: Written::Text("RollingUpdate"), place: Some((5, 7528, 7543)) }), shapes: &[Shape::OneOf(&["RollingUpdate", "OnDelete"])] },
        ] }] },
        Field { name: "volumes", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((6, 11693, 11695)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "common", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((6, 11554, 11556)) }), shapes: &[Shape::Record { open: false, fields: &[
                Field { name: "local_storage", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((6, 11464, 11468)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
                Field { name: "name", optional: false, default: Some(Default { value: Written::Text("common"), place: Some((6, 11383, 11391)) }), shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
                Field { name: "selector", optional: true, default: None, shapes: &[Shape::Record { open: true, fields: &[
                    Field { name: "matchExpressions", optional: true, default: None, shapes: &[Shape::List(&Shape::Record { open: true, fields: &[] })] },
                    Field { name: "matchLabels", optional: true, default: None, shapes: &[Shape::Map(&Shape::Leaf(Leaf::LabelValue))] },
                ] }] },
                Field { name: "size", optional: false, default: Some(Default { value: Written::Text("60Gi"), place: Some((6, 11420, 11426)) }), shapes: &[Shape::Leaf(Leaf::Quantity)] },
                Field { name: "storageClass", optional: true, default: None, shapes: &[Shape::Record { open: true, fields: &[
                    Field { name: "fsType", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::Scalar)] },
                    Field { name: "provisioner", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
                    Field { name: "type", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::Scalar)] },
                ] }] },
                Field { name: "storageClassName", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::ObjectNameOrEmpty)] },
            ] }] },
            Field { name: "index", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((6, 11129, 11131)) }), shapes: &[Shape::Record { open: false, fields: &[
                Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((6, 10767, 10772)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
                Field { name: "local_storage", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((6, 10599, 10603)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
                Field { name: "mountPath", optional: false, default: Some(Default { value: Written::Text("/pulsar/data/bookkeeper/index"), place: Some((6, 10963, 10994)) }), shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
                Field { name: "name", optional: false, default: Some(Default { value: Written::Text("index"), place: Some((6, 10519, 10526)) }), shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
                Field { name: "selector", optional: true, default: None, shapes: &[Shape::Record { open: true, fields: &[
                    Field { name: "matchExpressions", optional: true, default: None, shapes: &[Shape::List(&Shape::Record { open: true, fields: &[] })] },
                    Field { name: "matchLabels", optional: true, default: None, shapes: &[Shape::Map(&Shape::Leaf(Leaf::LabelValue))] },
                ] }] },
                Field { name: "size", optional: false, default: Some(Default { value: Written::Text("10Gi"), place: Some((6, 10555, 10561)) }), shapes: &[Shape::Leaf(Leaf::Quantity)] },
                Field { name: "storageClass", optional: true, default: None, shapes: &[Shape::Record { open: true, fields: &[
                    Field { name: "fsType", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::Scalar)] },
                    Field { name: "provisioner", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
                    Field { name: "type", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::Scalar)] },
                ] }] },
                Field { name: "storageClassName", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::ObjectNameOrEmpty)] },
            ] }] },
            Field { name: "journal", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((6, 9543, 9545)) }), shapes: &[Shape::Record { open: false, fields: &[
                Field { name: "local_storage", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((6, 8767, 8771)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
                Field { name: "multiVolumes", optional: false, default: Some(Default { value: Written::List(&[Default { value: Written::Record(&[("mountPath", Default { value: Written::Text("/pulsar/data/bookkeeper/journal0"), place: Some((6, 9260, 9294)) }), ("name", Default { value: Written::Text("journal0"), place: Some((6, 9221, 9231)) }), ("size", Default { value: Written::Text("10Gi"), place: Some((6, 9240, 9246)) })]), place: Some((6, 9212, 9296)) }, Default { value: Written::Record(&[("mountPath", Default { value: Written::Text("/pulsar/data/bookkeeper/journal1"), place: Some((6, 9360, 9394)) }), ("name", Default { value: Written::Text("journal1"), place: Some((6, 9321, 9331)) }), ("size", Default { value: Written::Text("10Gi"), place: Some((6, 9340, 9346)) })]), place: Some((6, 9312, 9396)) }]), place: Some((6, 9196, 9411)) }), shapes: &[Shape::List(&Shape::Record { open: false, fields: &[
                    Field { name: "mountPath", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
                    Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
                    Field { name: "size", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::Quantity)] },
                    Field { name: "storageClassName", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
                ] })] },
                Field { name: "name", optional: false, default: Some(Default { value: Written::Text("journal"), place: Some((6, 8685, 8694)) }), shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
                Field { name: "selector", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((6, 8804, 8806)) }), shapes: &[Shape::Record { open: true, fields: &[
                    Field { name: "matchExpressions", optional: true, default: None, shapes: &[Shape::List(&Shape::Record { open: true, fields: &[] })] },
                    Field { name: "matchLabels", optional: true, default: None, shapes: &[Shape::Map(&Shape::Leaf(Leaf::LabelValue))] },
                ] }] },
                Field { name: "size", optional: false, default: Some(Default { value: Written::Text("10Gi"), place: Some((6, 8723, 8729)) }), shapes: &[Shape::Leaf(Leaf::Quantity)] },
                Field { name: "storageClass", optional: true, default: None, shapes: &[Shape::Record { open: true, fields: &[
                    Field { name: "fsType", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::Scalar)] },
                    Field { name: "provisioner", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
                    Field { name: "type", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::Scalar)] },
                ] }] },
                Field { name: "storageClassName", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::ObjectNameOrEmpty)] },
                Field { name: "useMultiVolumes", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((6, 8999, 9004)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
            ] }] },
            Field { name: "ledgers", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((6, 10450, 10452)) }), shapes: &[Shape::Record { open: false, fields: &[
                Field { name: "local_storage", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((6, 9696, 9700)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
                Field { name: "multiVolumes", optional: false, default: Some(Default { value: Written::List(&[Default { value: Written::Record(&[("mountPath", Default { value: Written::Text("/pulsar/data/bookkeeper/ledgers0"), place: Some((6, 10152, 10186)) }), ("name", Default { value: Written::Text("ledgers0"), place: Some((6, 10113, 10123)) }), ("size", Default { value: Written::Text("10Gi"), place: Some((6, 10132, 10138)) })]), place: Some((6, 10104, 10188)) }, Default { value: Written::Record(&[("mountPath", Default { value: Written::Text("/pulsar/data/bookkeeper/ledgers1"), place: Some((6, 10252, 10286)) }), ("name", Default { value: Written::Text("ledgers1"), place: Some((6, 10213, 10223)) }), ("size", Default { value: Written::Text("10Gi"), place: Some((6, 10232, 10238)) })]), place: Some((6, 10204, 10288)) }]), place: Some((6, 10088, 10303)) }), shapes: &[Shape::List(&Shape::Record { open: false, fields: &[
                    Field { name: "mountPath", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
                    Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
                    Field { name: "size", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::Quantity)] },
                    Field { name: "storageClassName", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
                ] })] },
                Field { name: "name", optional: false, default: Some(Default { value: Written::Text("ledgers"), place: Some((6, 9614, 9623)) }), shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
                Field { name: "selector", optional: true, default: None, shapes: &[Shape::Record { open: true, fields: &[
                    Field { name: "matchExpressions", optional: true, default: None, shapes: &[Shape::List(&Shape::Record { open: true, fields: &[] })] },
                    Field { name: "matchLabels", optional: true, default: None, shapes: &[Shape::Map(&Shape::Leaf(Leaf::LabelValue))] },
                ] }] },
                Field { name: "size", optional: false, default: Some(Default { value: Written::Text("50Gi"), place: Some((6, 9652, 9658)) }), shapes: &[Shape::Leaf(Leaf::Quantity)] },
                Field { name: "storageClass", optional: true, default: None, shapes: &[Shape::Record { open: true, fields: &[
                    Field { name: "fsType", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::Scalar)] },
                    Field { name: "provisioner", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
                    Field { name: "type", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::Scalar)] },
                ] }] },
                Field { name: "storageClassName", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::ObjectNameOrEmpty)] },
                Field { name: "useMultiVolumes", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((6, 9892, 9897)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
            ] }] },
            Field { name: "persistence", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((6, 8612, 8616)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
            Field { name: "useSingleCommonVolume", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((6, 11310, 11315)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
        ] }] },
        Field { name: "waitMetadataTimeout", optional: false, default: Some(Default { value: Written::Integer(600), place: Some((6, 7135, 7138)) }), shapes: &[Shape::Leaf(Leaf::Count)] },
    ] }] },
    Field { name: "broker", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((0, 11943, 11945)) }), shapes: &[Shape::Record { open: false, fields: &[
        Field { name: "additionalCommand", optional: false, default: Some(Default { value: Written::Null, place: Some((8, 11092, 11096)) }), shapes: &[Shape::Nullable(&Shape::Leaf(Leaf::String))] },
        Field { name: "affinity", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((8, 7434, 7436)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "anti_affinity", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((8, 7186, 7190)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
            Field { name: "anti_affinity_topology_key", optional: false, default: Some(Default { value: Written::Text("kubernetes.io/hostname"), place: Some((8, 7237, 7261)) }), shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
            Field { name: "type", optional: false, default: Some(Default { value: Written::Text("preferredDuringSchedulingIgnoredDuringExecution"), place: Some((8, 7286, 7335)) }), shapes: &[Shape::OneOf(&["requiredDuringSchedulingIgnoredDuringExecution", "preferredDuringSchedulingIgnoredDuringExecution"])] },
        ] }] },
        Field { name: "annotations", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((8, 8325, 8327)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
        Field { name: "appAnnotations", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((8, 8215, 8217)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
        Field { name: "autoscaling", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((8, 4498, 4500)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "behavior", optional: false, default: Some(Default { value: Written::Null, place: Some((9, 1005, 1009)) }), shapes: &[Shape::Nullable(&Shape::Record { open: true, fields: &[] })] },
            Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((9, 384, 389)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
            Field { name: "maxReplicas", optional: false, default: Some(Default { value: Written::Integer(3), place: Some((9, 627, 628)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
            Field { name: "metrics", optional: false, default: Some(Default { value: Written::Null, place: Some((9, 830, 834)) }), shapes: &[Shape::Nullable(&Shape::List(&Shape::Record { open: true, fields: &[Field { name: "type", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::String)] }] }))] },
            Field { name: "minReplicas", optional: false, default: Some(Default { value: Written::Integer(1), place: Some((9, 506, 507)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
        ] }] },
        Field { name: "component", optional: false, default: Some(Default { value: Written::Text("broker"), place: Some((8, 3671, 3679)) }), shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
        Field { name: "configData", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((8, 10885, 10887)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::Scalar)), Shape::Record { open: true, fields: &[
            Field { name: "PULSAR_GC", optional: false, default: Some(Default { value: Written::Text("-XX:+UseZGC -XX:+ZGenerational -XX:+AlwaysPreTouch -XX:+UseTransparentHugePages -XX:+ExitOnOutOfMemoryError -XX:+DisableExplicitGC -XX:+PerfDisableSharedMem"), place: Some((8, 9921, 10079)) }), shapes: &[Shape::Leaf(Leaf::Scalar)] },
            Field { name: "PULSAR_MEM", optional: false, default: Some(Default { value: Written::Text("-Xms128m -Xmx256m -XX:MaxDirectMemorySize=256m"), place: Some((8, 9731, 9779)) }), shapes: &[Shape::Leaf(Leaf::Scalar)] },
            Field { name: "managedLedgerDefaultAckQuorum", optional: false, default: Some(Default { value: Written::Text("2"), place: Some((8, 10634, 10637)) }), shapes: &[Shape::Leaf(Leaf::Scalar)] },
            Field { name: "managedLedgerDefaultEnsembleSize", optional: false, default: Some(Default { value: Written::Text("2"), place: Some((8, 10274, 10277)) }), shapes: &[Shape::Leaf(Leaf::Scalar)] },
            Field { name: "managedLedgerDefaultWriteQuorum", optional: false, default: Some(Default { value: Written::Text("2"), place: Some((8, 10434, 10437)) }), shapes: &[Shape::Leaf(Leaf::Scalar)] },
        ] }] },
        Field { name: "extraEnvs", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((8, 9503, 9505)) }), shapes: &[Shape::Keyed { key: Leaf::NonEmptyText, contract: ("kubernetes.ncl", "EnvVars"), item: &Shape::Record { open: true, fields: &[
            Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
            Field { name: "value", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
        ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
            Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
            Field { name: "value", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
        ] }) }] },
        Field { name: "extraVolumeMounts", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((8, 9344, 9346)) }), shapes: &[Shape::Keyed { key: Leaf::DnsLabel, contract: ("kubernetes.ncl", "VolumeMounts"), item: &Shape::Record { open: true, fields: &[
            Field { name: "mountPath", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
            Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
        ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
            Field { name: "mountPath", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
            Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
        ] }) }] },
        Field { name: "extraVolumes", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((8, 9227, 9229)) }), shapes: &[Shape::Keyed { key: Leaf::DnsLabel, contract: ("kubernetes.ncl", "Volumes"), item: &Shape::Record { open: true, fields: &[
            Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
        ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
            Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
        ] }) }] },
        Field { name: "gracePeriod", optional: false, default: Some(Default { value: Written::Integer(30), place: Some((8, 8503, 8505)) }), shapes: &[Shape::Leaf(Leaf::Count)] },
        Field { name: "headlessService", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((8, 11659, 11661)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "annotations", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((4, 724, 726)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
        ] }] },
        Field { name: "initContainers", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((8, 5120, 5122)) }), shapes: &[Shape::Keyed { key: Leaf::DnsLabel, contract: ("kubernetes.ncl", "Containers"), item: &Shape::Record { open: true, fields: &[
            Field { name: "env", optional: true, default: None, shapes: &[Shape::Keyed { key: Leaf::NonEmptyText, contract: ("kubernetes.ncl", "EnvVars"), item: &Shape::Record { open: true, fields: &[
                Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
                Field { name: "value", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
            ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
                Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
                Field { name: "value", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
            ] }) }] },
            Field { name: "image", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
            Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
            Field { name: "volumeMounts", optional: true, default: None, shapes: &[Shape::Keyed { key: Leaf::DnsLabel, contract: ("kubernetes.ncl", "VolumeMounts"), item: &Shape::Record { open: true, fields: &[
                Field { name: "mountPath", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
                Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
            ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
                Field { name: "mountPath", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
                Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
            ] }) }] },
        ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
            Field { name: "env", optional: true, default: None, shapes: &[Shape::Keyed { key: Leaf::NonEmptyText, contract: ("kubernetes.ncl", "EnvVars"), item: &Shape::Record { open: true, fields: &[
                Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
                Field { name: "value", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
            ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
                Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
                Field { name: "value", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
            ] }) }] },
            Field { name: "image", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
            Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
            Field { name: "volumeMounts", optional: true, default: None, shapes: &[Shape::Keyed { key: Leaf::DnsLabel, contract: ("kubernetes.ncl", "VolumeMounts"), item: &Shape::Record { open: true, fields: &[
                Field { name: "mountPath", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
                Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
            ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
                Field { name: "mountPath", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
                Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
            ] }) }] },
        ] }) }] },
        Field { name: "nodeSelector", optional: true, default: None, shapes: &[Shape::Map(&Shape::Leaf(Leaf::LabelValue))] },
        Field { name: "packageManagement", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((8, 14021, 14023)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((8, 12537, 12542)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
            Field { name: "fileSystemStorage", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((8, 13913, 13915)) }), shapes: &[Shape::Record { open: false, fields: &[
                Field { name: "claimName", optional: false, default: Some(Default { value: Written::Text("pulsar-broker-package-storage"), place: Some((8, 13125, 13156)) }), shapes: &[Shape::Leaf(Leaf::ObjectName)] },
                Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((8, 12769, 12774)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
                Field { name: "persistentVolume", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((8, 13552, 13554)) }), shapes: &[Shape::Record { open: true, fields: &[
                ] }] },
                Field { name: "persistentVolumeClaim", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((8, 13798, 13800)) }), shapes: &[Shape::Record { open: true, fields: &[
                    Field { name: "metadata", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((8, 2778, 2780)) }), shapes: &[Shape::Record { open: true, fields: &[
                        Field { name: "name", optional: false, default: Some(Default { value: Written::Text("pulsar-broker-package-storage"), place: Some((8, 2679, 2710)) }), shapes: &[Shape::Leaf(Leaf::ObjectName)] },
                    ] }] },
                    Field { name: "spec", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((8, 3427, 3429)) }), shapes: &[Shape::Record { open: true, fields: &[
                        Field { name: "accessModes", optional: false, default: Some(Default { value: Written::List(&[Default { value: Written::Text("ReadWriteOnce"), place: Some((8, 2944, 2959)) }]), place: Some((8, 2943, 2960)) }), shapes: &[Shape::List(&Shape::OneOf(&["ReadWriteOnce", "ReadOnlyMany", "ReadWriteMany", "ReadWriteOncePod"]))] },
                        Field { name: "resources", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((8, 3336, 3338)) }), shapes: &[Shape::Record { open: true, fields: &[
                            Field { name: "requests", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((8, 3254, 3256)) }), shapes: &[Shape::Record { open: true, fields: &[
                                Field { name: "storage", optional: false, default: Some(Default { value: Written::Text("10Gi"), place: Some((8, 3146, 3152)) }), shapes: &[Shape::Leaf(Leaf::Quantity)] },
                            ] }] },
                        ] }] },
                    ] }] },
                ] }] },
                Field { name: "storageClass", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((8, 13325, 13327)) }), shapes: &[Shape::Record { open: true, fields: &[
                ] }] },
                Field { name: "storagePath", optional: false, default: Some(Default { value: Written::Text("/pulsar/packages-storage"), place: Some((8, 12905, 12931)) }), shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
            ] }] },
        ] }] },
        Field { name: "pdb", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((8, 12178, 12180)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "maxUnavailable", optional: false, default: Some(Default { value: Written::Integer(1), place: Some((7, 565, 566)) }), shapes: &[Shape::Leaf(Leaf::CountOrPercentage)] },
            Field { name: "usePolicy", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((7, 374, 378)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
        ] }] },
        Field { name: "podManagementPolicy", optional: false, default: Some(Default { value: Written::Null, place: Some((8, 4785, 4789)) }), shapes: &[Shape::Nullable(&Shape::OneOf(&["OrderedReady", "Parallel"]))] },
        Field { name: "podMonitor", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((8, 5609, 5611)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "dropUnderscoreCreatedMetrics", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((8, 5466, 5468)) }), shapes: &[Shape::Record { open: false, fields: &[
                Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((3, 1133, 1137)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
                Field { name: "excludePatterns", optional: true, default: None, shapes: &[Shape::List(&Shape::Leaf(Leaf::String))] },
            ] }] },
            Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((8, 5185, 5189)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
            Field { name: "interval", optional: false, default: Some(Default { value: Written::Text("60s"), place: Some((8, 5218, 5223)) }), shapes: &[Shape::Leaf(Leaf::ScrapeDuration)] },
            Field { name: "metricRelabelings", optional: false, default: Some(Default { value: Written::Null, place: Some((3, 856, 860)) }), shapes: &[Shape::Nullable(&Shape::List(&Shape::Record { open: true, fields: &[
            ] }))] },
            Field { name: "scrapeTimeout", optional: false, default: Some(Default { value: Written::Text("60s"), place: Some((8, 5257, 5262)) }), shapes: &[Shape::Leaf(Leaf::ScrapeDuration)] },
        ] }] },
        Field { name: "ports", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((8, 6435, 6437)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "http", optional: false, default: Some(Default { value: Written::Integer(8080), place: Some((8, 5966, 5970)) }), shapes: &[Shape::Leaf(Leaf::Port)] },
            Field { name: "https", optional: false, default: Some(Default { value: Written::Integer(8443), place: Some((8, 6106, 6110)) }), shapes: &[Shape::Leaf(Leaf::Port)] },
            Field { name: "pulsar", optional: false, default: Some(Default { value: Written::Integer(6650), place: Some((8, 6205, 6209)) }), shapes: &[Shape::Leaf(Leaf::Port)] },
            Field { name: "pulsarssl", optional: false, default: Some(Default { value: Written::Integer(6651), place: Some((8, 6355, 6359)) }), shapes: &[Shape::Leaf(Leaf::Port)] },
        ] }] },
        Field { name: "priorityClassName", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::ObjectNameOrEmpty)] },
        Field { name: "probe", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((8, 7118, 7120)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "liveness", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((8, 6650, 6652)) }), shapes: &[Shape::Record { open: false, fields: &[
                Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((8, 1888, 1892)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
                Field { name: "failureThreshold", optional: false, default: Some(Default { value: Written::Integer(10), place: Some((8, 1925, 1927)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
                Field { name: "initialDelaySeconds", optional: false, default: Some(Default { value: Written::Integer(30), place: Some((8, 1963, 1965)) }), shapes: &[Shape::Leaf(Leaf::Count)] },
                Field { name: "periodSeconds", optional: false, default: Some(Default { value: Written::Integer(10), place: Some((8, 1995, 1997)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
                Field { name: "timeoutSeconds", optional: false, default: Some(Default { value: Written::Integer(5), place: Some((8, 2028, 2029)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
            ] }] },
            Field { name: "readiness", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((8, 6814, 6816)) }), shapes: &[Shape::Record { open: false, fields: &[
                Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((8, 1888, 1892)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
                Field { name: "failureThreshold", optional: false, default: Some(Default { value: Written::Integer(10), place: Some((8, 1925, 1927)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
                Field { name: "initialDelaySeconds", optional: false, default: Some(Default { value: Written::Integer(30), place: Some((8, 1963, 1965)) }), shapes: &[Shape::Leaf(Leaf::Count)] },
                Field { name: "periodSeconds", optional: false, default: Some(Default { value: Written::Integer(10), place: Some((8, 1995, 1997)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
                Field { name: "timeoutSeconds", optional: false, default: Some(Default { value: Written::Integer(5), place: Some((8, 2028, 2029)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
            ] }] },
            Field { name: "startup", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((8, 7005, 7007)) }), shapes: &[Shape::Record { open: false, fields: &[
                Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((8, 2125, 2130)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
                Field { name: "failureThreshold", optional: false, default: Some(Default { value: Written::Integer(30), place: Some((8, 2163, 2165)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
                Field { name: "initialDelaySeconds", optional: false, default: Some(Default { value: Written::Integer(60), place: Some((8, 2201, 2203)) }), shapes: &[Shape::Leaf(Leaf::Count)] },
                Field { name: "periodSeconds", optional: false, default: Some(Default { value: Written::Integer(10), place: Some((8, 2233, 2235)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
                Field { name: "timeoutSeconds", optional: false, default: Some(Default { value: Written::Integer(5), place: Some((8, 2266, 2267)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
            ] }] },
        ] }] },
        Field { name: "replicaCount", optional: false, default: Some(Default { value: Written::Integer(3), place: Some((8, 3808, 3809)) }), shapes: &[Shape::Leaf(Leaf::Count)] },
        Field { name: "resources", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((8, 9114, 9116)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "claims", optional: true, default: None, shapes: &[Shape::List(&Shape::Record { open: true, fields: &[Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::String)] }] })] },
            Field { name: "limits", optional: true, default: None, shapes: &[Shape::Map(&Shape::Leaf(Leaf::Quantity))] },
            Field { name: "requests", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((8, 8962, 8964)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::Quantity)), Shape::Record { open: true, fields: &[
                Field { name: "cpu", optional: false, default: Some(Default { value: Written::Decimal(0.2), place: Some((8, 1821, 1824)) }), shapes: &[Shape::Leaf(Leaf::Quantity)] },
                Field { name: "memory", optional: false, default: Some(Default { value: Written::Text("512Mi"), place: Some((8, 1689, 1696)) }), shapes: &[Shape::Leaf(Leaf::Quantity)] },
            ] }] },
        ] }] },
        Field { name: "restartPodsOnConfigMapChange", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((8, 5822, 5827)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
        Field { name: "securityContext", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((8, 4391, 4393)) }), shapes: &[Shape::Record { open: true, fields: &[
        ] }, Shape::Record { open: true, fields: &[
            Field { name: "fsGroup", optional: false, default: Some(Default { value: Written::Integer(0), place: Some((8, 4051, 4052)) }), shapes: &[Shape::Leaf(Leaf::WholeNumber)] },
            Field { name: "fsGroupChangePolicy", optional: false, default: Some(Default { value: Written::Text("OnRootMismatch"), place: Some((8, 4275, 4291)) }), shapes: &[Shape::OneOf(&["Always", "OnRootMismatch"])] },
        ] }] },
        Field { name: "service", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((8, 11531, 11533)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "annotations", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((8, 11416, 11418)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
            Field { name: "clusterIP", optional: false, default: Some(Default { value: Written::Text(""), place: Some((8, 11308, 11310)) }), shapes: &[Shape::Leaf(Leaf::ClusterIp)] },
        ] }] },
        Field { name: "service_account", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((8, 12345, 12347)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "annotations", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((5, 8117, 8119)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
        ] }] },
        Field { name: "statefulsetUpgrade", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((8, 12041, 12043)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((8, 11850, 11854)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
        ] }] },
        Field { name: "storageOffload", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((8, 15910, 15912)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "bucket", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
            Field { name: "driver", optional: true, default: None, shapes: &[Shape::OneOf(&["aws-s3", "google-cloud-storage", "azureblob"])] },
            Field { name: "gcsServiceAccountJsonFile", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
            Field { name: "gcsServiceAccountSecret", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::ObjectName)] },
            Field { name: "managedLedgerOffloadAutoTriggerSizeThresholdBytes", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::WholeNumberOrText)] },
            Field { name: "managedLedgerOffloadDeletionLagMs", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::WholeNumberOrText)] },
            Field { name: "maxBlockSizeInBytes", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::WholeNumberOrText)] },
            Field { name: "readBufferSizeInBytes", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::WholeNumberOrText)] },
            Field { name: "region", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
            Field { name: "secret", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::ObjectName)] },
        ] }] },
        Field { name: "tolerations", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((8, 7909, 7911)) }), shapes: &[Shape::Keyed { key: Leaf::Anything, contract: ("kubernetes.ncl", "Tolerations"), item: &Shape::Record { open: false, fields: &[
            Field { name: "effect", optional: true, default: None, shapes: &[Shape::OneOf(&["NoSchedule", "PreferNoSchedule", "NoExecute"])] },
            Field { name: "key", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
            Field { name: "operator", optional: true, default: None, shapes: &[Shape::OneOf(&["Exists", "Equal"])] },
            Field { name: "tolerationSeconds", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::WholeNumber)] },
            Field { name: "value", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
        ] }, entry: &Shape::Nullable(&Shape::Record { open: false, fields: &[
            Field { name: "effect", optional: true, default: None, shapes: &[Shape::OneOf(&["NoSchedule", "PreferNoSchedule", "NoExecute"])] },
            Field { name: "key", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
            Field { name: "operator", optional: true, default: None, shapes: &[Shape::OneOf(&["Exists", "Equal"])] },
            Field { name: "tolerationSeconds", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::WholeNumber)] },
            Field { name: "value", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
        ] }) }] },
        Field { name: "topologySpreadConstraints", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((8, 7670, 7672)) }), shapes: &[Shape::Keyed { key: Leaf::Anything, contract: ("kubernetes.ncl", "TopologySpreadConstraints"), item: &Shape::Record { open: false, fields: &[
            Field { name: "labelSelector", optional: true, default: None, shapes: &[Shape::Record { open: true, fields: &[
                Field { name: "matchExpressions", optional: true, default: None, shapes: &[Shape::List(&Shape::Record { open: true, fields: &[] })] },
                Field { name: "matchLabels", optional: true, default: None, shapes: &[Shape::Map(&Shape::Leaf(Leaf::LabelValue))] },
            ] }] },
            Field { name: "matchLabelKeys", optional: true, default: None, shapes: &[Shape::List(&Shape::Leaf(Leaf::LabelKey))] },
            Field { name: "maxSkew", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
            Field { name: "minDomains", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
            Field { name: "nodeAffinityPolicy", optional: true, default: None, shapes: &[Shape::OneOf(&["Honor", "Ignore"])] },
            Field { name: "nodeTaintsPolicy", optional: true, default: None, shapes: &[Shape::OneOf(&["Honor", "Ignore"])] },
            Field { name: "topologyKey", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::LabelKey)] },
            Field { name: "whenUnsatisfiable", optional: true, default: None, shapes: &[Shape::OneOf(&["DoNotSchedule", "ScheduleAnyway"])] },
        ] }, entry: &Shape::Nullable(&Shape::Record { open: false, fields: &[
            Field { name: "labelSelector", optional: true, default: None, shapes: &[Shape::Record { open: true, fields: &[
                Field { name: "matchExpressions", optional: true, default: None, shapes: &[Shape::List(&Shape::Record { open: true, fields: &[] })] },
                Field { name: "matchLabels", optional: true, default: None, shapes: &[Shape::Map(&Shape::Leaf(Leaf::LabelValue))] },
            ] }] },
            Field { name: "matchLabelKeys", optional: true, default: None, shapes: &[Shape::List(&Shape::Leaf(Leaf::LabelKey))] },
            Field { name: "maxSkew", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
            Field { name: "minDomains", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
            Field { name: "nodeAffinityPolicy", optional: true, default: None, shapes: &[Shape::OneOf(&["Honor", "Ignore"])] },
            Field { name: "nodeTaintsPolicy", optional: true, default: None, shapes: &[Shape::OneOf(&["Honor", "Ignore"])] },
            Field { name: "topologyKey", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::LabelKey)] },
            Field { name: "whenUnsatisfiable", optional: true, default: None, shapes: &[Shape::OneOf(&["DoNotSchedule", "ScheduleAnyway"])] },
        ] }) }] },
        Field { name: "updateStrategy", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((8, 4976, 4978)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "rollingUpdate", optional: true, default: None, shapes: &[Shape::Record { open: true, fields: &[
            ] }] },
            Field { name: "type", optional: false, default: Some(Default { value: Written::Text("RollingUpdate"), place: Some((5, 7528, 7543)) }), shapes: &[Shape::OneOf(&["RollingUpdate", "OnDelete"])] },
        ] }] },
        Field { name: "waitBookkeeperTimeout", optional: false, default: Some(Default { value: Written::Integer(120), place: Some((8, 8892, 8895)) }), shapes: &[Shape::Leaf(Leaf::Count)] },
        Field { name: "waitOxiaTimeout", optional: false, default: Some(Default { value: Written::Integer(600), place: Some((8, 8797, 8800)) }), shapes: &[Shape::Leaf(Leaf::Count)] },
        Field { name: "waitZookeeperTimeout", optional: false, default: Some(Default { value: Written::Integer(600), place: Some((8, 8682, 8685)) }), shapes: &[Shape::Leaf(Leaf::Count)] },
    ] }] },
    Field { name: "certs", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((0, 10954, 10956)) }), shapes: &[Shape::Record { open: false, fields: &[
        Field { name: "internal_issuer", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((10, 4743, 4745)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "apiVersion", optional: false, default: Some(Default { value: Written::Text("cert-manager.io/v1"), place: Some((10, 2746, 2766)) }), shapes: &[Shape::OneOf(&["cert-manager.io/v1"])] },
            Field { name: "component", optional: false, default: Some(Default { value: Written::Text("internal-cert-issuer"), place: Some((10, 3083, 3105)) }), shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
            Field { name: "duration", optional: false, default: Some(Default { value: Written::Text("2160h"), place: Some((10, 3479, 3486)) }), shapes: &[Shape::Leaf(Leaf::GoDuration)] },
            Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((10, 2939, 2944)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
            Field { name: "privateKey", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((10, 4651, 4653)) }), shapes: &[Shape::Record { open: false, fields: &[
                Field { name: "algorithm", optional: true, default: None, shapes: &[Shape::OneOf(&["RSA", "ECDSA", "Ed25519"])] },
                Field { name: "encoding", optional: true, default: None, shapes: &[Shape::OneOf(&["PKCS1", "PKCS8"])] },
                Field { name: "rotationPolicy", optional: false, default: Some(Default { value: Written::Text("Never"), place: Some((10, 3976, 3983)) }), shapes: &[Shape::OneOf(&["Never", "Always"])] },
                Field { name: "size", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
            ] }] },
            Field { name: "renewBefore", optional: false, default: Some(Default { value: Written::Text("360h"), place: Some((10, 3680, 3686)) }), shapes: &[Shape::Leaf(Leaf::GoDuration)] },
            Field { name: "type", optional: false, default: Some(Default { value: Written::Text("selfsigning"), place: Some((10, 3293, 3306)) }), shapes: &[Shape::OneOf(&["selfsigning", "ca"])] },
        ] }] },
        Field { name: "issuers", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((10, 6547, 6549)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "ca", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((10, 6440, 6442)) }), shapes: &[Shape::Record { open: false, fields: &[
                Field { name: "group", optional: false, default: Some(Default { value: Written::Text("cert-manager.io"), place: Some((10, 6280, 6297)) }), shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
                Field { name: "kind", optional: false, default: Some(Default { value: Written::Text("Issuer"), place: Some((10, 6131, 6139)) }), shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
                Field { name: "name", optional: false, default: Some(Default { value: Written::Null, place: Some((10, 5630, 5634)) }), shapes: &[Shape::Nullable(&Shape::Leaf(Leaf::ObjectNameOrEmpty))] },
                Field { name: "secretName", optional: false, default: Some(Default { value: Written::Null, place: Some((10, 5897, 5901)) }), shapes: &[Shape::Nullable(&Shape::Leaf(Leaf::ObjectNameOrEmpty))] },
            ] }] },
            Field { name: "selfsigning", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((10, 5364, 5366)) }), shapes: &[Shape::Record { open: false, fields: &[
                Field { name: "name", optional: false, default: Some(Default { value: Written::Null, place: Some((10, 5020, 5024)) }), shapes: &[Shape::Nullable(&Shape::Leaf(Leaf::ObjectNameOrEmpty))] },
                Field { name: "secretName", optional: false, default: Some(Default { value: Written::Null, place: Some((10, 5254, 5258)) }), shapes: &[Shape::Nullable(&Shape::Leaf(Leaf::ObjectNameOrEmpty))] },
            ] }] },
        ] }] },
    ] }] },
    Field { name: "checks", optional: true, default: None, shapes: &[Shape::Map(&Shape::Record { open: false, fields: &[
        Field { name: "level", optional: false, default: None, shapes: &[Shape::OneOf(&["allow", "warn", "deny"])] },
        Field { name: "reason", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
    ] })] },
    Field { name: "clusterDomain", optional: false, default: Some(Default { value: Written::Text("cluster.local"), place: Some((0, 5519, 5534)) }), shapes: &[Shape::Leaf(Leaf::DnsSubdomain)] },
    Field { name: "clusterName", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::ClusterName)] },
    Field { name: "components", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((0, 9574, 9576)) }), shapes: &[Shape::Record { open: false, fields: &[
        Field { name: "autorecovery", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((0, 2035, 2039)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
        Field { name: "bookkeeper", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((0, 1895, 1899)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
        Field { name: "broker", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((0, 2145, 2149)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
        Field { name: "dekaf", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((0, 2961, 2966)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
        Field { name: "function_worker", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((0, 2486, 2491)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
        Field { name: "functions", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((0, 2321, 2326)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
        Field { name: "oxia", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((0, 1783, 1788)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
        Field { name: "proxy", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((0, 2604, 2608)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
        Field { name: "pulsar_manager", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((0, 2846, 2851)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
        Field { name: "toolset", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((0, 2728, 2732)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
        Field { name: "zookeeper", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((0, 1669, 1673)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
    ] }] },
    Field { name: "defaultPullPolicy", optional: false, default: Some(Default { value: Written::Text("IfNotPresent"), place: Some((0, 10502, 10516)) }), shapes: &[Shape::OneOf(&["Always", "IfNotPresent", "Never"])] },
    Field { name: "defaultPulsarImageRepository", optional: false, default: Some(Default { value: Written::Null, place: Some((0, 9823, 9827)) }), shapes: &[Shape::Nullable(&Shape::Leaf(Leaf::ImageRepository))] },
    Field { name: "defaultPulsarImageTag", optional: false, default: Some(Default { value: Written::Null, place: Some((0, 10028, 10032)) }), shapes: &[Shape::Nullable(&Shape::Leaf(Leaf::ImageTag))] },
    Field { name: "dekaf", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((0, 12939, 12941)) }), shapes: &[Shape::Record { open: false, fields: &[
        Field { name: "component", optional: false, default: Some(Default { value: Written::Text("dekaf"), place: Some((11, 4027, 4034)) }), shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
        Field { name: "deployment", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((11, 4130, 4132)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "annotations", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((11, 1734, 1736)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
            Field { name: "extraContainers", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((11, 2513, 2515)) }), shapes: &[Shape::Keyed { key: Leaf::DnsLabel, contract: ("kubernetes.ncl", "Containers"), item: &Shape::Record { open: true, fields: &[
                Field { name: "env", optional: true, default: None, shapes: &[Shape::Keyed { key: Leaf::NonEmptyText, contract: ("kubernetes.ncl", "EnvVars"), item: &Shape::Record { open: true, fields: &[
                    Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
                    Field { name: "value", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
                ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
                    Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
                    Field { name: "value", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
                ] }) }] },
                Field { name: "image", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
                Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
                Field { name: "volumeMounts", optional: true, default: None, shapes: &[Shape::Keyed { key: Leaf::DnsLabel, contract: ("kubernetes.ncl", "VolumeMounts"), item: &Shape::Record { open: true, fields: &[
                    Field { name: "mountPath", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
                    Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
                ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
                    Field { name: "mountPath", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
                    Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
                ] }) }] },
            ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
                Field { name: "env", optional: true, default: None, shapes: &[Shape::Keyed { key: Leaf::NonEmptyText, contract: ("kubernetes.ncl", "EnvVars"), item: &Shape::Record { open: true, fields: &[
                    Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
                    Field { name: "value", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
                ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
                    Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
                    Field { name: "value", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
                ] }) }] },
                Field { name: "image", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
                Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
                Field { name: "volumeMounts", optional: true, default: None, shapes: &[Shape::Keyed { key: Leaf::DnsLabel, contract: ("kubernetes.ncl", "VolumeMounts"), item: &Shape::Record { open: true, fields: &[
                    Field { name: "mountPath", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
                    Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
                ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
                    Field { name: "mountPath", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
                    Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
                ] }) }] },
            ] }) }] },
            Field { name: "extraEnv", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((11, 2654, 2656)) }), shapes: &[Shape::Keyed { key: Leaf::NonEmptyText, contract: ("kubernetes.ncl", "EnvVars"), item: &Shape::Record { open: true, fields: &[
                Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
                Field { name: "value", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
            ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
                Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
                Field { name: "value", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
            ] }) }] },
            Field { name: "extraVolumeMounts", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((11, 2401, 2403)) }), shapes: &[Shape::Keyed { key: Leaf::DnsLabel, contract: ("kubernetes.ncl", "VolumeMounts"), item: &Shape::Record { open: true, fields: &[
                Field { name: "mountPath", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
                Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
            ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
                Field { name: "mountPath", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
                Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
            ] }) }] },
            Field { name: "extraVolumes", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((11, 2273, 2275)) }), shapes: &[Shape::Keyed { key: Leaf::DnsLabel, contract: ("kubernetes.ncl", "Volumes"), item: &Shape::Record { open: true, fields: &[
                Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
            ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
                Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
            ] }) }] },
            Field { name: "livenessProbe", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((11, 3778, 3780)) }), shapes: &[Shape::Record { open: true, fields: &[
                Field { name: "failureThreshold", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
                Field { name: "httpGet", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((11, 1094, 1096)) }), shapes: &[Shape::Record { open: true, fields: &[
                    Field { name: "path", optional: false, default: Some(Default { value: Written::Text("/health"), place: Some((11, 757, 766)) }), shapes: &[Shape::Leaf(Leaf::UrlPath)] },
                    Field { name: "port", optional: false, default: Some(Default { value: Written::Text("http"), place: Some((11, 880, 886)) }), shapes: &[Shape::Leaf(Leaf::Scalar)] },
                    Field { name: "scheme", optional: false, default: Some(Default { value: Written::Text("HTTP"), place: Some((11, 994, 1000)) }), shapes: &[Shape::OneOf(&["HTTP", "HTTPS"])] },
                ] }] },
                Field { name: "initialDelaySeconds", optional: false, default: Some(Default { value: Written::Integer(5), place: Some((11, 3694, 3695)) }), shapes: &[Shape::Leaf(Leaf::Count)] },
                Field { name: "periodSeconds", optional: false, default: Some(Default { value: Written::Integer(5), place: Some((11, 1208, 1209)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
                Field { name: "timeoutSeconds", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
            ] }] },
            Field { name: "nodeSelector", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((11, 1958, 1960)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::LabelValue))] },
            Field { name: "podAnnotations", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((11, 1836, 1838)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
            Field { name: "priorityClassName", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::ObjectNameOrEmpty)] },
            Field { name: "readinessProbe", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((11, 3888, 3890)) }), shapes: &[Shape::Record { open: true, fields: &[
                Field { name: "failureThreshold", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
                Field { name: "httpGet", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((11, 1094, 1096)) }), shapes: &[Shape::Record { open: true, fields: &[
                    Field { name: "path", optional: false, default: Some(Default { value: Written::Text("/health"), place: Some((11, 757, 766)) }), shapes: &[Shape::Leaf(Leaf::UrlPath)] },
                    Field { name: "port", optional: false, default: Some(Default { value: Written::Text("http"), place: Some((11, 880, 886)) }), shapes: &[Shape::Leaf(Leaf::Scalar)] },
                    Field { name: "scheme", optional: false, default: Some(Default { value: Written::Text("HTTP"), place: Some((11, 994, 1000)) }), shapes: &[Shape::OneOf(&["HTTP", "HTTPS"])] },
                ] }] },
                Field { name: "initialDelaySeconds", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::Count)] },
                Field { name: "periodSeconds", optional: false, default: Some(Default { value: Written::Integer(5), place: Some((11, 1208, 1209)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
                Field { name: "timeoutSeconds", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
            ] }] },
            Field { name: "resources", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((11, 3621, 3623)) }), shapes: &[Shape::Record { open: false, fields: &[
                Field { name: "claims", optional: true, default: None, shapes: &[Shape::List(&Shape::Record { open: true, fields: &[Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::String)] }] })] },
                Field { name: "limits", optional: true, default: None, shapes: &[Shape::Map(&Shape::Leaf(Leaf::Quantity))] },
                Field { name: "requests", optional: true, default: None, shapes: &[Shape::Map(&Shape::Leaf(Leaf::Quantity))] },
            ] }, Shape::Record { open: true, fields: &[
                Field { name: "limits", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((11, 3529, 3531)) }), shapes: &[Shape::Record { open: true, fields: &[
                    Field { name: "cpu", optional: false, default: Some(Default { value: Written::Text("4000m"), place: Some((11, 3425, 3432)) }), shapes: &[Shape::Leaf(Leaf::Quantity)] },
                    Field { name: "memory", optional: false, default: Some(Default { value: Written::Text("4096Mi"), place: Some((11, 3284, 3292)) }), shapes: &[Shape::Leaf(Leaf::Quantity)] },
                ] }] },
                Field { name: "requests", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((11, 3118, 3120)) }), shapes: &[Shape::Record { open: true, fields: &[
                    Field { name: "cpu", optional: false, default: Some(Default { value: Written::Text("100m"), place: Some((11, 3015, 3021)) }), shapes: &[Shape::Leaf(Leaf::Quantity)] },
                    Field { name: "memory", optional: false, default: Some(Default { value: Written::Text("768Mi"), place: Some((11, 2872, 2879)) }), shapes: &[Shape::Leaf(Leaf::Quantity)] },
                ] }] },
            ] }] },
            Field { name: "tolerations", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((11, 2064, 2066)) }), shapes: &[Shape::Keyed { key: Leaf::Anything, contract: ("kubernetes.ncl", "Tolerations"), item: &Shape::Record { open: false, fields: &[
                Field { name: "effect", optional: true, default: None, shapes: &[Shape::OneOf(&["NoSchedule", "PreferNoSchedule", "NoExecute"])] },
                Field { name: "key", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
                Field { name: "operator", optional: true, default: None, shapes: &[Shape::OneOf(&["Exists", "Equal"])] },
                Field { name: "tolerationSeconds", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::WholeNumber)] },
                Field { name: "value", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
            ] }, entry: &Shape::Nullable(&Shape::Record { open: false, fields: &[
                Field { name: "effect", optional: true, default: None, shapes: &[Shape::OneOf(&["NoSchedule", "PreferNoSchedule", "NoExecute"])] },
                Field { name: "key", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
                Field { name: "operator", optional: true, default: None, shapes: &[Shape::OneOf(&["Exists", "Equal"])] },
                Field { name: "tolerationSeconds", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::WholeNumber)] },
                Field { name: "value", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
            ] }) }] },
        ] }] },
        Field { name: "persistence", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((11, 5430, 5432)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "accessModes", optional: false, default: Some(Default { value: Written::List(&[Default { value: Written::Text("ReadWriteOnce"), place: Some((11, 5347, 5362)) }]), place: Some((11, 5346, 5363)) }), shapes: &[Shape::List(&Shape::OneOf(&["ReadWriteOnce", "ReadWriteOncePod", "ReadWriteMany", "ReadOnlyMany"]))] },
            Field { name: "annotations", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((11, 5160, 5162)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
            Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((11, 4636, 4640)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
            Field { name: "labels", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((11, 5036, 5038)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::LabelValue))] },
            Field { name: "size", optional: false, default: Some(Default { value: Written::Text("2Gi"), place: Some((11, 4916, 4921)) }), shapes: &[Shape::Leaf(Leaf::Quantity)] },
            Field { name: "storageClass", optional: false, default: Some(Default { value: Written::Null, place: Some((11, 4811, 4815)) }), shapes: &[Shape::Nullable(&Shape::Leaf(Leaf::ObjectNameOrEmpty))] },
        ] }] },
        Field { name: "service", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((11, 4477, 4479)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "annotations", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((11, 4267, 4269)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
            Field { name: "port", optional: false, default: Some(Default { value: Written::Integer(8090), place: Some((11, 4420, 4424)) }), shapes: &[Shape::Leaf(Leaf::Port)] },
        ] }] },
    ] }] },
    Field { name: "extraDeploy", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((0, 13337, 13339)) }), shapes: &[Shape::Keyed { key: Leaf::Anything, contract: ("kubernetes.ncl", "ExtraObjects"), item: &Shape::TextOrRecord(("kubernetes.ncl", "ExtraObject")), entry: &Shape::Nullable(&Shape::TextOrRecord(("kubernetes.ncl", "ExtraObject"))) }] },
    Field { name: "extraInitCommand", optional: false, default: Some(Default { value: Written::Text(""), place: Some((0, 11705, 11707)) }), shapes: &[Shape::Leaf(Leaf::String)] },
    Field { name: "fullnameOverride", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabelOrEmpty)] },
    Field { name: "function_worker", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((0, 12182, 12184)) }), shapes: &[Shape::Record { open: false, fields: &[
        Field { name: "affinity", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((12, 4972, 4974)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "anti_affinity", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((12, 4724, 4728)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
            Field { name: "anti_affinity_topology_key", optional: false, default: Some(Default { value: Written::Text("kubernetes.io/hostname"), place: Some((12, 4775, 4799)) }), shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
            Field { name: "type", optional: false, default: Some(Default { value: Written::Text("preferredDuringSchedulingIgnoredDuringExecution"), place: Some((12, 4824, 4873)) }), shapes: &[Shape::OneOf(&["requiredDuringSchedulingIgnoredDuringExecution", "preferredDuringSchedulingIgnoredDuringExecution"])] },
        ] }] },
        Field { name: "annotations", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((12, 5867, 5869)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
        Field { name: "appAnnotations", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((12, 5757, 5759)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
        Field { name: "component", optional: false, default: Some(Default { value: Written::Text("function-worker"), place: Some((12, 2145, 2162)) }), shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
        Field { name: "configData", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((12, 8018, 8020)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::Scalar)), Shape::Record { open: true, fields: &[
            Field { name: "PULSAR_GC", optional: false, default: Some(Default { value: Written::Text("-XX:+UseG1GC"), place: Some((12, 7791, 7805)) }), shapes: &[Shape::Leaf(Leaf::Scalar)] },
            Field { name: "PULSAR_MEM", optional: false, default: Some(Default { value: Written::Text("-Xms128m -Xmx256m -XX:MaxDirectMemorySize=256m"), place: Some((12, 7601, 7649)) }), shapes: &[Shape::Leaf(Leaf::Scalar)] },
        ] }] },
        Field { name: "extraEnvs", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((12, 6810, 6812)) }), shapes: &[Shape::Keyed { key: Leaf::NonEmptyText, contract: ("kubernetes.ncl", "EnvVars"), item: &Shape::Record { open: true, fields: &[
            Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
            Field { name: "value", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
        ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
            Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
            Field { name: "value", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
        ] }) }] },
        Field { name: "extraVolumeMounts", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((12, 6651, 6653)) }), shapes: &[Shape::Keyed { key: Leaf::DnsLabel, contract: ("kubernetes.ncl", "VolumeMounts"), item: &Shape::Record { open: true, fields: &[
            Field { name: "mountPath", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
            Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
        ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
            Field { name: "mountPath", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
            Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
        ] }) }] },
        Field { name: "extraVolumes", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((12, 6534, 6536)) }), shapes: &[Shape::Keyed { key: Leaf::DnsLabel, contract: ("kubernetes.ncl", "Volumes"), item: &Shape::Record { open: true, fields: &[
            Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
        ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
            Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
        ] }) }] },
        Field { name: "gracePeriod", optional: false, default: Some(Default { value: Written::Integer(30), place: Some((12, 6056, 6058)) }), shapes: &[Shape::Leaf(Leaf::Count)] },
        Field { name: "headlessService", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((12, 7069, 7071)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "annotations", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((4, 724, 726)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
        ] }] },
        Field { name: "initContainers", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((12, 6422, 6424)) }), shapes: &[Shape::Keyed { key: Leaf::DnsLabel, contract: ("kubernetes.ncl", "Containers"), item: &Shape::Record { open: true, fields: &[
            Field { name: "env", optional: true, default: None, shapes: &[Shape::Keyed { key: Leaf::NonEmptyText, contract: ("kubernetes.ncl", "EnvVars"), item: &Shape::Record { open: true, fields: &[
                Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
                Field { name: "value", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
            ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
                Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
                Field { name: "value", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
            ] }) }] },
            Field { name: "image", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
            Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
            Field { name: "volumeMounts", optional: true, default: None, shapes: &[Shape::Keyed { key: Leaf::DnsLabel, contract: ("kubernetes.ncl", "VolumeMounts"), item: &Shape::Record { open: true, fields: &[
                Field { name: "mountPath", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
                Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
            ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
                Field { name: "mountPath", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
                Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
            ] }) }] },
        ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
            Field { name: "env", optional: true, default: None, shapes: &[Shape::Keyed { key: Leaf::NonEmptyText, contract: ("kubernetes.ncl", "EnvVars"), item: &Shape::Record { open: true, fields: &[
                Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
                Field { name: "value", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
            ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
                Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
                Field { name: "value", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
            ] }) }] },
            Field { name: "image", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
            Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
            Field { name: "volumeMounts", optional: true, default: None, shapes: &[Shape::Keyed { key: Leaf::DnsLabel, contract: ("kubernetes.ncl", "VolumeMounts"), item: &Shape::Record { open: true, fields: &[
                Field { name: "mountPath", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
                Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
            ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
                Field { name: "mountPath", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
                Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
            ] }) }] },
        ] }) }] },
        Field { name: "nodeSelector", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((12, 5328, 5330)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::LabelValue))] },
        Field { name: "pdb", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((12, 7206, 7208)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "maxUnavailable", optional: false, default: Some(Default { value: Written::Integer(1), place: Some((7, 565, 566)) }), shapes: &[Shape::Leaf(Leaf::CountOrPercentage)] },
            Field { name: "usePolicy", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((7, 374, 378)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
        ] }] },
        Field { name: "podManagementPolicy", optional: false, default: Some(Default { value: Written::Text("Parallel"), place: Some((12, 2880, 2890)) }), shapes: &[Shape::OneOf(&["OrderedReady", "Parallel"])] },
        Field { name: "podMonitor", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((12, 3171, 3173)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((12, 2953, 2957)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
            Field { name: "interval", optional: false, default: Some(Default { value: Written::Text("60s"), place: Some((12, 2986, 2991)) }), shapes: &[Shape::Leaf(Leaf::ScrapeDuration)] },
            Field { name: "metricRelabelings", optional: false, default: Some(Default { value: Written::Null, place: Some((3, 856, 860)) }), shapes: &[Shape::Nullable(&Shape::List(&Shape::Record { open: true, fields: &[
            ] }))] },
            Field { name: "scrapeTimeout", optional: false, default: Some(Default { value: Written::Text("60s"), place: Some((12, 3025, 3030)) }), shapes: &[Shape::Leaf(Leaf::ScrapeDuration)] },
        ] }] },
        Field { name: "ports", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((12, 2648, 2650)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "http", optional: false, default: Some(Default { value: Written::Integer(6750), place: Some((12, 2415, 2419)) }), shapes: &[Shape::Leaf(Leaf::Port)] },
            Field { name: "https", optional: false, default: Some(Default { value: Written::Integer(6751), place: Some((12, 2568, 2572)) }), shapes: &[Shape::Leaf(Leaf::Port)] },
        ] }] },
        Field { name: "priorityClassName", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::ObjectNameOrEmpty)] },
        Field { name: "probe", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((12, 4656, 4658)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "liveness", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((12, 4182, 4184)) }), shapes: &[Shape::Record { open: false, fields: &[
                Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((12, 1520, 1524)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
                Field { name: "failureThreshold", optional: false, default: Some(Default { value: Written::Integer(10), place: Some((12, 1557, 1559)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
                Field { name: "initialDelaySeconds", optional: false, default: Some(Default { value: Written::Integer(30), place: Some((12, 1595, 1597)) }), shapes: &[Shape::Leaf(Leaf::Count)] },
                Field { name: "periodSeconds", optional: false, default: Some(Default { value: Written::Integer(10), place: Some((12, 1627, 1629)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
                Field { name: "timeoutSeconds", optional: false, default: Some(Default { value: Written::Integer(5), place: Some((12, 1660, 1661)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
            ] }] },
            Field { name: "readiness", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((12, 4346, 4348)) }), shapes: &[Shape::Record { open: false, fields: &[
                Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((12, 1520, 1524)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
                Field { name: "failureThreshold", optional: false, default: Some(Default { value: Written::Integer(10), place: Some((12, 1557, 1559)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
                Field { name: "initialDelaySeconds", optional: false, default: Some(Default { value: Written::Integer(30), place: Some((12, 1595, 1597)) }), shapes: &[Shape::Leaf(Leaf::Count)] },
                Field { name: "periodSeconds", optional: false, default: Some(Default { value: Written::Integer(10), place: Some((12, 1627, 1629)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
                Field { name: "timeoutSeconds", optional: false, default: Some(Default { value: Written::Integer(5), place: Some((12, 1660, 1661)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
            ] }] },
            Field { name: "startup", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((12, 4537, 4539)) }), shapes: &[Shape::Record { open: false, fields: &[
                Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((12, 1757, 1762)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
                Field { name: "failureThreshold", optional: false, default: Some(Default { value: Written::Integer(30), place: Some((12, 1795, 1797)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
                Field { name: "initialDelaySeconds", optional: false, default: Some(Default { value: Written::Integer(60), place: Some((12, 1833, 1835)) }), shapes: &[Shape::Leaf(Leaf::Count)] },
                Field { name: "periodSeconds", optional: false, default: Some(Default { value: Written::Integer(10), place: Some((12, 1865, 1867)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
                Field { name: "timeoutSeconds", optional: false, default: Some(Default { value: Written::Integer(5), place: Some((12, 1898, 1899)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
            ] }] },
        ] }] },
        Field { name: "rbac", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((12, 3766, 3768)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "limit_to_namespace", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((12, 3646, 3650)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
        ] }] },
        Field { name: "replicaCount", optional: false, default: Some(Default { value: Written::Integer(1), place: Some((12, 2291, 2292)) }), shapes: &[Shape::Leaf(Leaf::Count)] },
        Field { name: "resources", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((12, 6277, 6279)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "claims", optional: true, default: None, shapes: &[Shape::List(&Shape::Record { open: true, fields: &[Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::String)] }] })] },
            Field { name: "limits", optional: true, default: None, shapes: &[Shape::Map(&Shape::Leaf(Leaf::Quantity))] },
            Field { name: "requests", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((12, 6125, 6127)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::Quantity)), Shape::Record { open: true, fields: &[
                Field { name: "cpu", optional: false, default: Some(Default { value: Written::Decimal(0.2), place: Some((12, 1453, 1456)) }), shapes: &[Shape::Leaf(Leaf::Quantity)] },
                Field { name: "memory", optional: false, default: Some(Default { value: Written::Text("512Mi"), place: Some((12, 1321, 1328)) }), shapes: &[Shape::Leaf(Leaf::Quantity)] },
            ] }] },
        ] }] },
        Field { name: "restartPodsOnConfigMapChange", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((12, 3384, 3389)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
        Field { name: "service", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((12, 6941, 6943)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "annotations", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((4, 724, 726)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
        ] }] },
        Field { name: "service_account", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((12, 7373, 7375)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "annotations", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((5, 8117, 8119)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
        ] }] },
        Field { name: "tolerations", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((12, 5451, 5453)) }), shapes: &[Shape::Keyed { key: Leaf::Anything, contract: ("kubernetes.ncl", "Tolerations"), item: &Shape::Record { open: false, fields: &[
            Field { name: "effect", optional: true, default: None, shapes: &[Shape::OneOf(&["NoSchedule", "PreferNoSchedule", "NoExecute"])] },
            Field { name: "key", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
            Field { name: "operator", optional: true, default: None, shapes: &[Shape::OneOf(&["Exists", "Equal"])] },
            Field { name: "tolerationSeconds", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::WholeNumber)] },
            Field { name: "value", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
        ] }, entry: &Shape::Nullable(&Shape::Record { open: false, fields: &[
            Field { name: "effect", optional: true, default: None, shapes: &[Shape::OneOf(&["NoSchedule", "PreferNoSchedule", "NoExecute"])] },
            Field { name: "key", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
            Field { name: "operator", optional: true, default: None, shapes: &[Shape::OneOf(&["Exists", "Equal"])] },
            Field { name: "tolerationSeconds", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::WholeNumber)] },
            Field { name: "value", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
        ] }) }] },
        Field { name: "topologySpreadConstraints", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((12, 5208, 5210)) }), shapes: &[Shape::Keyed { key: Leaf::Anything, contract: ("kubernetes.ncl", "TopologySpreadConstraints"), item: &Shape::Record { open: false, fields: &[
            Field { name: "labelSelector", optional: true, default: None, shapes: &[Shape::Record { open: true, fields: &[
                Field { name: "matchExpressions", optional: true, default: None, shapes: &[Shape::List(&Shape::Record { open: true, fields: &[] })] },
                Field { name: "matchLabels", optional: true, default: None, shapes: &[Shape::Map(&Shape::Leaf(Leaf::LabelValue))] },
            ] }] },
            Field { name: "matchLabelKeys", optional: true, default: None, shapes: &[Shape::List(&Shape::Leaf(Leaf::LabelKey))] },
            Field { name: "maxSkew", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
            Field { name: "minDomains", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
            Field { name: "nodeAffinityPolicy", optional: true, default: None, shapes: &[Shape::OneOf(&["Honor", "Ignore"])] },
            Field { name: "nodeTaintsPolicy", optional: true, default: None, shapes: &[Shape::OneOf(&["Honor", "Ignore"])] },
            Field { name: "topologyKey", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::LabelKey)] },
            Field { name: "whenUnsatisfiable", optional: true, default: None, shapes: &[Shape::OneOf(&["DoNotSchedule", "ScheduleAnyway"])] },
        ] }, entry: &Shape::Nullable(&Shape::Record { open: false, fields: &[
            Field { name: "labelSelector", optional: true, default: None, shapes: &[Shape::Record { open: true, fields: &[
                Field { name: "matchExpressions", optional: true, default: None, shapes: &[Shape::List(&Shape::Record { open: true, fields: &[] })] },
                Field { name: "matchLabels", optional: true, default: None, shapes: &[Shape::Map(&Shape::Leaf(Leaf::LabelValue))] },
            ] }] },
            Field { name: "matchLabelKeys", optional: true, default: None, shapes: &[Shape::List(&Shape::Leaf(Leaf::LabelKey))] },
            Field { name: "maxSkew", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
            Field { name: "minDomains", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
            Field { name: "nodeAffinityPolicy", optional: true, default: None, shapes: &[Shape::OneOf(&["Honor", "Ignore"])] },
            Field { name: "nodeTaintsPolicy", optional: true, default: None, shapes: &[Shape::OneOf(&["Honor", "Ignore"])] },
            Field { name: "topologyKey", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::LabelKey)] },
            Field { name: "whenUnsatisfiable", optional: true, default: None, shapes: &[Shape::OneOf(&["DoNotSchedule", "ScheduleAnyway"])] },
        ] }) }] },
        Field { name: "waitBrokerTimeout", optional: false, default: Some(Default { value: Written::Integer(120), place: Some((12, 3966, 3969)) }), shapes: &[Shape::Leaf(Leaf::Count)] },
    ] }] },
    Field { name: "functions", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((0, 12065, 12067)) }), shapes: &[Shape::Record { open: false, fields: &[
        Field { name: "component", optional: false, default: Some(Default { value: Written::Text("functions-worker"), place: Some((0, 3170, 3188)) }), shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
        Field { name: "rbac", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((0, 3633, 3635)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "limit_to_namespace", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((0, 3544, 3548)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
        ] }] },
        Field { name: "service_account", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((0, 3773, 3775)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "annotations", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((5, 8117, 8119)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
        ] }] },
        Field { name: "useBookieAsStateStore", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((0, 3336, 3341)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
    ] }] },
    Field { name: "images", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((0, 10623, 10625)) }), shapes: &[Shape::Record { open: false, fields: &[
        Field { name: "autorecovery", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((13, 3505, 3507)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "pullPolicy", optional: false, default: Some(Default { value: Written::Null, place: Some((13, 2334, 2338)) }), shapes: &[Shape::Nullable(&Shape::OneOf(&["Always", "IfNotPresent", "Never"]))] },
            Field { name: "repository", optional: false, default: Some(Default { value: Written::Null, place: Some((13, 2404, 2408)) }), shapes: &[Shape::Nullable(&Shape::Leaf(Leaf::ImageRepository))] },
            Field { name: "tag", optional: false, default: Some(Default { value: Written::Null, place: Some((13, 2430, 2434)) }), shapes: &[Shape::Nullable(&Shape::Leaf(Leaf::ImageTag))] },
        ] }] },
        Field { name: "bookie", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((13, 3409, 3411)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "pullPolicy", optional: false, default: Some(Default { value: Written::Null, place: Some((13, 2334, 2338)) }), shapes: &[Shape::Nullable(&Shape::OneOf(&["Always", "IfNotPresent", "Never"]))] },
            Field { name: "repository", optional: false, default: Some(Default { value: Written::Null, place: Some((13, 2404, 2408)) }), shapes: &[Shape::Nullable(&Shape::Leaf(Leaf::ImageRepository))] },
            Field { name: "tag", optional: false, default: Some(Default { value: Written::Null, place: Some((13, 2430, 2434)) }), shapes: &[Shape::Nullable(&Shape::Leaf(Leaf::ImageTag))] },
        ] }] },
        Field { name: "broker", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((13, 3628, 3630)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "pullPolicy", optional: false, default: Some(Default { value: Written::Null, place: Some((13, 2334, 2338)) }), shapes: &[Shape::Nullable(&Shape::OneOf(&["Always", "IfNotPresent", "Never"]))] },
            Field { name: "repository", optional: false, default: Some(Default { value: Written::Null, place: Some((13, 2404, 2408)) }), shapes: &[Shape::Nullable(&Shape::Leaf(Leaf::ImageRepository))] },
            Field { name: "tag", optional: false, default: Some(Default { value: Written::Null, place: Some((13, 2430, 2434)) }), shapes: &[Shape::Nullable(&Shape::Leaf(Leaf::ImageTag))] },
        ] }] },
        Field { name: "dekaf", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((13, 4485, 4487)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "pullPolicy", optional: false, default: Some(Default { value: Written::Null, place: Some((13, 2334, 2338)) }), shapes: &[Shape::Nullable(&Shape::OneOf(&["Always", "IfNotPresent", "Never"]))] },
            Field { name: "repository", optional: false, default: Some(Default { value: Written::Text("visortelle/dekaf"), place: Some((13, 4405, 4423)) }), shapes: &[Shape::Nullable(&Shape::Leaf(Leaf::ImageRepository))] },
            Field { name: "tag", optional: false, default: Some(Default { value: Written::Text("1.1.0"), place: Some((13, 4424, 4431)) }), shapes: &[Shape::Nullable(&Shape::Leaf(Leaf::ImageTag))] },
        ] }] },
        Field { name: "function_worker", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((13, 4072, 4074)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "pullPolicy", optional: false, default: Some(Default { value: Written::Null, place: Some((13, 2334, 2338)) }), shapes: &[Shape::Nullable(&Shape::OneOf(&["Always", "IfNotPresent", "Never"]))] },
            Field { name: "repository", optional: false, default: Some(Default { value: Written::Null, place: Some((13, 2404, 2408)) }), shapes: &[Shape::Nullable(&Shape::Leaf(Leaf::ImageRepository))] },
            Field { name: "tag", optional: false, default: Some(Default { value: Written::Null, place: Some((13, 2430, 2434)) }), shapes: &[Shape::Nullable(&Shape::Leaf(Leaf::ImageTag))] },
        ] }] },
        Field { name: "functions", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((13, 3912, 3914)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "pullPolicy", optional: false, default: Some(Default { value: Written::Null, place: Some((13, 2334, 2338)) }), shapes: &[Shape::Nullable(&Shape::OneOf(&["Always", "IfNotPresent", "Never"]))] },
            Field { name: "repository", optional: false, default: Some(Default { value: Written::Null, place: Some((13, 2404, 2408)) }), shapes: &[Shape::Nullable(&Shape::Leaf(Leaf::ImageRepository))] },
            Field { name: "tag", optional: false, default: Some(Default { value: Written::Null, place: Some((13, 2430, 2434)) }), shapes: &[Shape::Nullable(&Shape::Leaf(Leaf::ImageTag))] },
        ] }] },
        Field { name: "imagePullSecrets", optional: true, default: None, shapes: &[Shape::Keyed { key: Leaf::ObjectName, contract: ("image.ncl", "PullSecrets"), item: &Shape::Leaf(Leaf::PullSecret), entry: &Shape::Nullable(&Shape::Record { open: false, fields: &[] }) }] },
        Field { name: "kubectl", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((13, 4866, 4868)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "pullPolicy", optional: false, default: Some(Default { value: Written::Null, place: Some((13, 2334, 2338)) }), shapes: &[Shape::Nullable(&Shape::OneOf(&["Always", "IfNotPresent", "Never"]))] },
            Field { name: "repository", optional: false, default: Some(Default { value: Written::Text("alpine/k8s"), place: Some((13, 4746, 4758)) }), shapes: &[Shape::Nullable(&Shape::Leaf(Leaf::ImageRepository))] },
            Field { name: "tag", optional: false, default: Some(Default { value: Written::Text("1.32.12"), place: Some((13, 4759, 4768)) }), shapes: &[Shape::Nullable(&Shape::Leaf(Leaf::ImageTag))] },
        ] }] },
        Field { name: "oxia", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((13, 4612, 4614)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "pullPolicy", optional: false, default: Some(Default { value: Written::Null, place: Some((13, 2334, 2338)) }), shapes: &[Shape::Nullable(&Shape::OneOf(&["Always", "IfNotPresent", "Never"]))] },
            Field { name: "repository", optional: false, default: Some(Default { value: Written::Text("oxia/oxia"), place: Some((13, 4513, 4524)) }), shapes: &[Shape::Nullable(&Shape::Leaf(Leaf::ImageRepository))] },
            Field { name: "tag", optional: false, default: Some(Default { value: Written::Text("0.16.7"), place: Some((13, 4525, 4533)) }), shapes: &[Shape::Nullable(&Shape::Leaf(Leaf::ImageTag))] },
        ] }] },
        Field { name: "proxy", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((13, 3804, 3806)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "pullPolicy", optional: false, default: Some(Default { value: Written::Null, place: Some((13, 2334, 2338)) }), shapes: &[Shape::Nullable(&Shape::OneOf(&["Always", "IfNotPresent", "Never"]))] },
            Field { name: "repository", optional: false, default: Some(Default { value: Written::Null, place: Some((13, 2404, 2408)) }), shapes: &[Shape::Nullable(&Shape::Leaf(Leaf::ImageRepository))] },
            Field { name: "tag", optional: false, default: Some(Default { value: Written::Null, place: Some((13, 2430, 2434)) }), shapes: &[Shape::Nullable(&Shape::Leaf(Leaf::ImageTag))] },
        ] }] },
        Field { name: "pulsar_manager", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((13, 4376, 4378)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "hasCommand", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((13, 4294, 4299)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
            Field { name: "pullPolicy", optional: false, default: Some(Default { value: Written::Null, place: Some((13, 2334, 2338)) }), shapes: &[Shape::Nullable(&Shape::OneOf(&["Always", "IfNotPresent", "Never"]))] },
            Field { name: "repository", optional: false, default: Some(Default { value: Written::Text("apachepulsar/pulsar-manager"), place: Some((13, 4117, 4146)) }), shapes: &[Shape::Nullable(&Shape::Leaf(Leaf::ImageRepository))] },
            Field { name: "tag", optional: false, default: Some(Default { value: Written::Text("v0.4.0"), place: Some((13, 4147, 4155)) }), shapes: &[Shape::Nullable(&Shape::Leaf(Leaf::ImageTag))] },
        ] }] },
        Field { name: "standalone", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((13, 4715, 4717)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "pullPolicy", optional: false, default: Some(Default { value: Written::Null, place: Some((13, 2334, 2338)) }), shapes: &[Shape::Nullable(&Shape::OneOf(&["Always", "IfNotPresent", "Never"]))] },
            Field { name: "repository", optional: false, default: Some(Default { value: Written::Null, place: Some((13, 2404, 2408)) }), shapes: &[Shape::Nullable(&Shape::Leaf(Leaf::ImageRepository))] },
            Field { name: "tag", optional: false, default: Some(Default { value: Written::Null, place: Some((13, 2430, 2434)) }), shapes: &[Shape::Nullable(&Shape::Leaf(Leaf::ImageTag))] },
        ] }] },
        Field { name: "toolset", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((13, 3718, 3720)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "pullPolicy", optional: false, default: Some(Default { value: Written::Null, place: Some((13, 2334, 2338)) }), shapes: &[Shape::Nullable(&Shape::OneOf(&["Always", "IfNotPresent", "Never"]))] },
            Field { name: "repository", optional: false, default: Some(Default { value: Written::Null, place: Some((13, 2404, 2408)) }), shapes: &[Shape::Nullable(&Shape::Leaf(Leaf::ImageRepository))] },
            Field { name: "tag", optional: false, default: Some(Default { value: Written::Null, place: Some((13, 2430, 2434)) }), shapes: &[Shape::Nullable(&Shape::Leaf(Leaf::ImageTag))] },
        ] }] },
        Field { name: "zookeeper", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((13, 3291, 3293)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "pullPolicy", optional: false, default: Some(Default { value: Written::Null, place: Some((13, 2334, 2338)) }), shapes: &[Shape::Nullable(&Shape::OneOf(&["Always", "IfNotPresent", "Never"]))] },
            Field { name: "repository", optional: false, default: Some(Default { value: Written::Null, place: Some((13, 2404, 2408)) }), shapes: &[Shape::Nullable(&Shape::Leaf(Leaf::ImageRepository))] },
            Field { name: "tag", optional: false, default: Some(Default { value: Written::Null, place: Some((13, 2430, 2434)) }), shapes: &[Shape::Nullable(&Shape::Leaf(Leaf::ImageTag))] },
        ] }] },
    ] }] },
    Field { name: "initContainer", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((0, 13178, 13180)) }), shapes: &[Shape::Record { open: false, fields: &[
        Field { name: "resources", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((0, 5041, 5043)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "claims", optional: true, default: None, shapes: &[Shape::List(&Shape::Record { open: true, fields: &[Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::String)] }] })] },
            Field { name: "limits", optional: true, default: None, shapes: &[Shape::Map(&Shape::Leaf(Leaf::Quantity))] },
            Field { name: "requests", optional: true, default: None, shapes: &[Shape::Map(&Shape::Leaf(Leaf::Quantity))] },
        ] }, Shape::Record { open: true, fields: &[
            Field { name: "requests", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((0, 4942, 4944)) }), shapes: &[Shape::Record { open: true, fields: &[
                Field { name: "cpu", optional: false, default: Some(Default { value: Written::Decimal(0.1), place: Some((0, 4830, 4833)) }), shapes: &[Shape::Leaf(Leaf::Quantity)] },
                Field { name: "memory", optional: false, default: Some(Default { value: Written::Text("256Mi"), place: Some((0, 4671, 4678)) }), shapes: &[Shape::Leaf(Leaf::Quantity)] },
            ] }] },
        ] }] },
    ] }] },
    Field { name: "initialize", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((0, 6321, 6326)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
    Field { name: "job", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((0, 13057, 13059)) }), shapes: &[Shape::Record { open: false, fields: &[
        Field { name: "annotations", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((0, 3899, 3901)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
        Field { name: "ttl", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((0, 4410, 4412)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((0, 4084, 4089)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
            Field { name: "secondsAfterFinished", optional: false, default: Some(Default { value: Written::Integer(3600), place: Some((0, 4335, 4339)) }), shapes: &[Shape::Leaf(Leaf::Count)] },
        ] }] },
    ] }] },
    Field { name: "labels", optional: true, default: None, shapes: &[Shape::Map(&Shape::Leaf(Leaf::LabelValue))] },
    Field { name: "metadataPrefix", optional: false, default: Some(Default { value: Written::Text(""), place: Some((0, 6829, 6831)) }), shapes: &[Shape::Leaf(Leaf::MetadataPrefix)] },
    Field { name: "nameOverride", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabelOrEmpty)] },
    Field { name: "namespace", optional: false, default: Some(Default { value: Written::Text(""), place: Some((0, 5219, 5221)) }), shapes: &[Shape::Leaf(Leaf::NamespaceName)] },
    Field { name: "namespaceCreate", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((0, 5349, 5354)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
    Field { name: "networkPolicy", optional: true, default: None, shapes: &[Shape::Record { open: false, fields: &[
        Field { name: "clients", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((14, 3234, 3236)) }), shapes: &[Shape::List(&Shape::Record { open: false, fields: &[
            Field { name: "ipBlock", optional: true, default: None, shapes: &[Shape::Record { open: false, fields: &[
                Field { name: "cidr", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::Cidr)] },
                Field { name: "except", optional: true, default: None, shapes: &[Shape::List(&Shape::Leaf(Leaf::Cidr))] },
            ] }] },
            Field { name: "namespaceSelector", optional: true, default: None, shapes: &[Shape::Record { open: true, fields: &[
                Field { name: "matchExpressions", optional: true, default: None, shapes: &[Shape::List(&Shape::Record { open: true, fields: &[] })] },
                Field { name: "matchLabels", optional: true, default: None, shapes: &[Shape::Map(&Shape::Leaf(Leaf::LabelValue))] },
            ] }] },
            Field { name: "podSelector", optional: true, default: None, shapes: &[Shape::Record { open: true, fields: &[
                Field { name: "matchExpressions", optional: true, default: None, shapes: &[Shape::List(&Shape::Record { open: true, fields: &[] })] },
                Field { name: "matchLabels", optional: true, default: None, shapes: &[Shape::Map(&Shape::Leaf(Leaf::LabelValue))] },
            ] }] },
        ] })] },
        Field { name: "components", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((14, 4662, 4664)) }), shapes: &[Shape::Map(&Shape::Record { open: false, fields: &[
            Field { name: "egress", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((14, 2633, 2635)) }), shapes: &[Shape::List(&Shape::Record { open: false, fields: &[
                Field { name: "ports", optional: true, default: None, shapes: &[Shape::List(&Shape::Record { open: false, fields: &[
                    Field { name: "endPort", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::Port)] },
                    Field { name: "port", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::Scalar)] },
                    Field { name: "protocol", optional: true, default: None, shapes: &[Shape::OneOf(&["TCP", "UDP", "SCTP"])] },
                ] })] },
                Field { name: "to", optional: true, default: None, shapes: &[Shape::List(&Shape::Record { open: false, fields: &[
                    Field { name: "ipBlock", optional: true, default: None, shapes: &[Shape::Record { open: false, fields: &[
                        Field { name: "cidr", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::Cidr)] },
                        Field { name: "except", optional: true, default: None, shapes: &[Shape::List(&Shape::Leaf(Leaf::Cidr))] },
                    ] }] },
                    Field { name: "namespaceSelector", optional: true, default: None, shapes: &[Shape::Record { open: true, fields: &[
                        Field { name: "matchExpressions", optional: true, default: None, shapes: &[Shape::List(&Shape::Record { open: true, fields: &[] })] },
                        Field { name: "matchLabels", optional: true, default: None, shapes: &[Shape::Map(&Shape::Leaf(Leaf::LabelValue))] },
                    ] }] },
                    Field { name: "podSelector", optional: true, default: None, shapes: &[Shape::Record { open: true, fields: &[
                        Field { name: "matchExpressions", optional: true, default: None, shapes: &[Shape::List(&Shape::Record { open: true, fields: &[] })] },
                        Field { name: "matchLabels", optional: true, default: None, shapes: &[Shape::Map(&Shape::Leaf(Leaf::LabelValue))] },
                    ] }] },
                ] })] },
            ] })] },
            Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((14, 2338, 2342)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
            Field { name: "ingress", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((14, 2463, 2465)) }), shapes: &[Shape::List(&Shape::Record { open: false, fields: &[
                Field { name: "from", optional: true, default: None, shapes: &[Shape::List(&Shape::Record { open: false, fields: &[
                    Field { name: "ipBlock", optional: true, default: None, shapes: &[Shape::Record { open: false, fields: &[
                        Field { name: "cidr", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::Cidr)] },
                        Field { name: "except", optional: true, default: None, shapes: &[Shape::List(&Shape::Leaf(Leaf::Cidr))] },
                    ] }] },
                    Field { name: "namespaceSelector", optional: true, default: None, shapes: &[Shape::Record { open: true, fields: &[
                        Field { name: "matchExpressions", optional: true, default: None, shapes: &[Shape::List(&Shape::Record { open: true, fields: &[] })] },
                        Field { name: "matchLabels", optional: true, default: None, shapes: &[Shape::Map(&Shape::Leaf(Leaf::LabelValue))] },
                    ] }] },
                    Field { name: "podSelector", optional: true, default: None, shapes: &[Shape::Record { open: true, fields: &[
                        Field { name: "matchExpressions", optional: true, default: None, shapes: &[Shape::List(&Shape::Record { open: true, fields: &[] })] },
                        Field { name: "matchLabels", optional: true, default: None, shapes: &[Shape::Map(&Shape::Leaf(Leaf::LabelValue))] },
                    ] }] },
                ] })] },
                Field { name: "ports", optional: true, default: None, shapes: &[Shape::List(&Shape::Record { open: false, fields: &[
                    Field { name: "endPort", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::Port)] },
                    Field { name: "port", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::Scalar)] },
                    Field { name: "protocol", optional: true, default: None, shapes: &[Shape::OneOf(&["TCP", "UDP", "SCTP"])] },
                ] })] },
            ] })] },
        ] })] },
        Field { name: "dns", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((14, 3902, 3904)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "peers", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((14, 3606, 3608)) }), shapes: &[Shape::List(&Shape::Record { open: false, fields: &[
                Field { name: "ipBlock", optional: true, default: None, shapes: &[Shape::Record { open: false, fields: &[
                    Field { name: "cidr", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::Cidr)] },
                    Field { name: "except", optional: true, default: None, shapes: &[Shape::List(&Shape::Leaf(Leaf::Cidr))] },
                ] }] },
                Field { name: "namespaceSelector", optional: true, default: None, shapes: &[Shape::Record { open: true, fields: &[
                    Field { name: "matchExpressions", optional: true, default: None, shapes: &[Shape::List(&Shape::Record { open: true, fields: &[] })] },
                    Field { name: "matchLabels", optional: true, default: None, shapes: &[Shape::Map(&Shape::Leaf(Leaf::LabelValue))] },
                ] }] },
                Field { name: "podSelector", optional: true, default: None, shapes: &[Shape::Record { open: true, fields: &[
                    Field { name: "matchExpressions", optional: true, default: None, shapes: &[Shape::List(&Shape::Record { open: true, fields: &[] })] },
                    Field { name: "matchLabels", optional: true, default: None, shapes: &[Shape::Map(&Shape::Leaf(Leaf::LabelValue))] },
                ] }] },
            ] })] },
            Field { name: "ports", optional: false, default: Some(Default { value: Written::List(&[Default { value: Written::Integer(53), place: Some((14, 3812, 3814)) }]), place: Some((14, 3811, 3815)) }), shapes: &[Shape::List(&Shape::Leaf(Leaf::Port))] },
        ] }] },
        Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((14, 2970, 2975)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
        Field { name: "kubernetesApi", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((14, 4464, 4466)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "peers", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((14, 4115, 4117)) }), shapes: &[Shape::List(&Shape::Record { open: false, fields: &[
                Field { name: "ipBlock", optional: true, default: None, shapes: &[Shape::Record { open: false, fields: &[
                    Field { name: "cidr", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::Cidr)] },
                    Field { name: "except", optional: true, default: None, shapes: &[Shape::List(&Shape::Leaf(Leaf::Cidr))] },
                ] }] },
                Field { name: "namespaceSelector", optional: true, default: None, shapes: &[Shape::Record { open: true, fields: &[
                    Field { name: "matchExpressions", optional: true, default: None, shapes: &[Shape::List(&Shape::Record { open: true, fields: &[] })] },
                    Field { name: "matchLabels", optional: true, default: None, shapes: &[Shape::Map(&Shape::Leaf(Leaf::LabelValue))] },
                ] }] },
                Field { name: "podSelector", optional: true, default: None, shapes: &[Shape::Record { open: true, fields: &[
                    Field { name: "matchExpressions", optional: true, default: None, shapes: &[Shape::List(&Shape::Record { open: true, fields: &[] })] },
                    Field { name: "matchLabels", optional: true, default: None, shapes: &[Shape::Map(&Shape::Leaf(Leaf::LabelValue))] },
                ] }] },
            ] })] },
            Field { name: "ports", optional: false, default: Some(Default { value: Written::List(&[Default { value: Written::Integer(443), place: Some((14, 4329, 4332)) }, Default { value: Written::Integer(6443), place: Some((14, 4334, 4338)) }]), place: Some((14, 4328, 4339)) }), shapes: &[Shape::List(&Shape::Leaf(Leaf::Port))] },
        ] }] },
        Field { name: "monitoring", optional: false, default: Some(Default { value: Written::List(&[Default { value: Written::Record(&[("namespaceSelector", Default { value: Written::Record(&[]), place: Some((14, 3426, 3428)) })]), place: Some((14, 3404, 3430)) }]), place: Some((14, 3403, 3431)) }), shapes: &[Shape::List(&Shape::Record { open: false, fields: &[
            Field { name: "ipBlock", optional: true, default: None, shapes: &[Shape::Record { open: false, fields: &[
                Field { name: "cidr", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::Cidr)] },
                Field { name: "except", optional: true, default: None, shapes: &[Shape::List(&Shape::Leaf(Leaf::Cidr))] },
            ] }] },
            Field { name: "namespaceSelector", optional: true, default: None, shapes: &[Shape::Record { open: true, fields: &[
                Field { name: "matchExpressions", optional: true, default: None, shapes: &[Shape::List(&Shape::Record { open: true, fields: &[] })] },
                Field { name: "matchLabels", optional: true, default: None, shapes: &[Shape::Map(&Shape::Leaf(Leaf::LabelValue))] },
            ] }] },
            Field { name: "podSelector", optional: true, default: None, shapes: &[Shape::Record { open: true, fields: &[
                Field { name: "matchExpressions", optional: true, default: None, shapes: &[Shape::List(&Shape::Record { open: true, fields: &[] })] },
                Field { name: "matchLabels", optional: true, default: None, shapes: &[Shape::Map(&Shape::Leaf(Leaf::LabelValue))] },
            ] }] },
        ] })] },
    ] }] },
    Field { name: "oxia", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((0, 11147, 11149)) }), shapes: &[Shape::Record { open: false, fields: &[
        Field { name: "component", optional: false, default: Some(Default { value: Written::Text("oxia"), place: Some((15, 6010, 6016)) }), shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
        Field { name: "coordinator", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((15, 6446, 6448)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "allowExtraAuthorities", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((15, 3232, 3234)) }), shapes: &[Shape::List(&Shape::Leaf(Leaf::HostPort))] },
            Field { name: "annotations", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((15, 1071, 1073)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
            Field { name: "appAnnotations", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((15, 971, 973)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
            Field { name: "cpuLimit", optional: false, default: Some(Default { value: Written::Text("100m"), place: Some((15, 1877, 1883)) }), shapes: &[Shape::Leaf(Leaf::Quantity)] },
            Field { name: "customConfigMapName", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::ObjectNameOrEmpty)] },
            Field { name: "entrypoint", optional: true, default: None, shapes: &[Shape::List(&Shape::Leaf(Leaf::String))] },
            Field { name: "extraContainers", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((15, 2467, 2469)) }), shapes: &[Shape::Keyed { key: Leaf::DnsLabel, contract: ("kubernetes.ncl", "Containers"), item: &Shape::Record { open: true, fields: &[
                Field { name: "env", optional: true, default: None, shapes: &[Shape::Keyed { key: Leaf::NonEmptyText, contract: ("kubernetes.ncl", "EnvVars"), item: &Shape::Record { open: true, fields: &[
                    Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
                    Field { name: "value", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
                ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
                    Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
                    Field { name: "value", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
                ] }) }] },
                Field { name: "image", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
                Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
                Field { name: "volumeMounts", optional: true, default: None, shapes: &[Shape::Keyed { key: Leaf::DnsLabel, contract: ("kubernetes.ncl", "VolumeMounts"), item: &Shape::Record { open: true, fields: &[
                    Field { name: "mountPath", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
                    Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
                ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
                    Field { name: "mountPath", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
                    Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
                ] }) }] },
            ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
                Field { name: "env", optional: true, default: None, shapes: &[Shape::Keyed { key: Leaf::NonEmptyText, contract: ("kubernetes.ncl", "EnvVars"), item: &Shape::Record { open: true, fields: &[
                    Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
                    Field { name: "value", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
                ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
                    Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
                    Field { name: "value", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
                ] }) }] },
                Field { name: "image", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
                Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
                Field { name: "volumeMounts", optional: true, default: None, shapes: &[Shape::Keyed { key: Leaf::DnsLabel, contract: ("kubernetes.ncl", "VolumeMounts"), item: &Shape::Record { open: true, fields: &[
                    Field { name: "mountPath", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
                    Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
                ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
                    Field { name: "mountPath", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
                    Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
                ] }) }] },
            ] }) }] },
            Field { name: "extraVolumeMounts", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((15, 2719, 2721)) }), shapes: &[Shape::Keyed { key: Leaf::DnsLabel, contract: ("kubernetes.ncl", "VolumeMounts"), item: &Shape::Record { open: true, fields: &[
                Field { name: "mountPath", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
                Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
            ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
                Field { name: "mountPath", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
                Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
            ] }) }] },
            Field { name: "extraVolumes", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((15, 2581, 2583)) }), shapes: &[Shape::Keyed { key: Leaf::DnsLabel, contract: ("kubernetes.ncl", "Volumes"), item: &Shape::Record { open: true, fields: &[
                Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
            ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
                Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
            ] }) }] },
            Field { name: "memoryLimit", optional: false, default: Some(Default { value: Written::Text("128Mi"), place: Some((15, 1911, 1918)) }), shapes: &[Shape::Leaf(Leaf::Quantity)] },
            Field { name: "nodeSelector", optional: true, default: None, shapes: &[Shape::Map(&Shape::Leaf(Leaf::LabelValue))] },
            Field { name: "podMonitor", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((15, 1159, 1161)) }), shapes: &[Shape::Record { open: false, fields: &[
                Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((15, 700, 704)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
                Field { name: "interval", optional: false, default: Some(Default { value: Written::Text("60s"), place: Some((15, 731, 736)) }), shapes: &[Shape::Leaf(Leaf::ScrapeDuration)] },
                Field { name: "metricRelabelings", optional: false, default: Some(Default { value: Written::Null, place: Some((3, 856, 860)) }), shapes: &[Shape::Nullable(&Shape::List(&Shape::Record { open: true, fields: &[
                ] }))] },
                Field { name: "scrapeTimeout", optional: false, default: Some(Default { value: Written::Text("60s"), place: Some((15, 768, 773)) }), shapes: &[Shape::Leaf(Leaf::ScrapeDuration)] },
            ] }] },
            Field { name: "ports", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((15, 2251, 2253)) }), shapes: &[Shape::Record { open: false, fields: &[
                Field { name: "internal", optional: false, default: Some(Default { value: Written::Integer(6649), place: Some((15, 2058, 2062)) }), shapes: &[Shape::Leaf(Leaf::Port)] },
                Field { name: "metrics", optional: false, default: Some(Default { value: Written::Integer(8080), place: Some((15, 2159, 2163)) }), shapes: &[Shape::Leaf(Leaf::Port)] },
            ] }] },
            Field { name: "priorityClassName", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::ObjectNameOrEmpty)] },
            Field { name: "service", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((15, 2345, 2347)) }), shapes: &[Shape::Record { open: false, fields: &[
                Field { name: "annotations", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((4, 724, 726)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
            ] }] },
            Field { name: "service_account", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((15, 1274, 1276)) }), shapes: &[Shape::Record { open: false, fields: &[
                Field { name: "annotations", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((5, 8117, 8119)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
            ] }] },
            Field { name: "tolerations", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((15, 1380, 1382)) }), shapes: &[Shape::Keyed { key: Leaf::Anything, contract: ("kubernetes.ncl", "Tolerations"), item: &Shape::Record { open: false, fields: &[
                Field { name: "effect", optional: true, default: None, shapes: &[Shape::OneOf(&["NoSchedule", "PreferNoSchedule", "NoExecute"])] },
                Field { name: "key", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
                Field { name: "operator", optional: true, default: None, shapes: &[Shape::OneOf(&["Exists", "Equal"])] },
                Field { name: "tolerationSeconds", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::WholeNumber)] },
                Field { name: "value", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
            ] }, entry: &Shape::Nullable(&Shape::Record { open: false, fields: &[
                Field { name: "effect", optional: true, default: None, shapes: &[Shape::OneOf(&["NoSchedule", "PreferNoSchedule", "NoExecute"])] },
                Field { name: "key", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
                Field { name: "operator", optional: true, default: None, shapes: &[Shape::OneOf(&["Exists", "Equal"])] },
                Field { name: "tolerationSeconds", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::WholeNumber)] },
                Field { name: "value", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
            ] }) }] },
        ] }] },
        Field { name: "initialShardCount", optional: false, default: Some(Default { value: Written::Integer(3), place: Some((15, 6180, 6181)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
        Field { name: "pprofEnabled", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((15, 6694, 6699)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
        Field { name: "replicationFactor", optional: false, default: Some(Default { value: Written::Integer(3), place: Some((15, 6324, 6325)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
        Field { name: "server", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((15, 6543, 6545)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "affinity", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((15, 5699, 5701)) }), shapes: &[Shape::Record { open: false, fields: &[
                Field { name: "anti_affinity", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((15, 5461, 5465)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
                Field { name: "anti_affinity_topology_key", optional: false, default: Some(Default { value: Written::Text("kubernetes.io/hostname"), place: Some((15, 5514, 5538)) }), shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
                Field { name: "type", optional: false, default: Some(Default { value: Written::Text("requiredDuringSchedulingIgnoredDuringExecution"), place: Some((15, 5565, 5613)) }), shapes: &[Shape::OneOf(&["requiredDuringSchedulingIgnoredDuringExecution", "preferredDuringSchedulingIgnoredDuringExecution"])] },
            ] }] },
            Field { name: "annotations", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((15, 1071, 1073)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
            Field { name: "appAnnotations", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((15, 971, 973)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
            Field { name: "cpuLimit", optional: false, default: Some(Default { value: Written::Integer(1), place: Some((15, 3279, 3280)) }), shapes: &[Shape::Leaf(Leaf::Quantity)] },
            Field { name: "dbCacheSizeMb", optional: false, default: Some(Default { value: Written::Integer(512), place: Some((15, 3576, 3579)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
            Field { name: "memoryLimit", optional: false, default: Some(Default { value: Written::Text("1Gi"), place: Some((15, 3308, 3313)) }), shapes: &[Shape::Leaf(Leaf::Quantity)] },
            Field { name: "nodeSelector", optional: true, default: None, shapes: &[Shape::Map(&Shape::Leaf(Leaf::LabelValue))] },
            Field { name: "podMonitor", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((15, 1159, 1161)) }), shapes: &[Shape::Record { open: false, fields: &[
                Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((15, 700, 704)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
                Field { name: "interval", optional: false, default: Some(Default { value: Written::Text("60s"), place: Some((15, 731, 736)) }), shapes: &[Shape::Leaf(Leaf::ScrapeDuration)] },
                Field { name: "metricRelabelings", optional: false, default: Some(Default { value: Written::Null, place: Some((3, 856, 860)) }), shapes: &[Shape::Nullable(&Shape::List(&Shape::Record { open: true, fields: &[
                ] }))] },
                Field { name: "scrapeTimeout", optional: false, default: Some(Default { value: Written::Text("60s"), place: Some((15, 768, 773)) }), shapes: &[Shape::Leaf(Leaf::ScrapeDuration)] },
            ] }] },
            Field { name: "ports", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((15, 4466, 4468)) }), shapes: &[Shape::Record { open: false, fields: &[
                Field { name: "internal", optional: false, default: Some(Default { value: Written::Integer(6649), place: Some((15, 4276, 4280)) }), shapes: &[Shape::Leaf(Leaf::Port)] },
                Field { name: "metrics", optional: false, default: Some(Default { value: Written::Integer(8080), place: Some((15, 4377, 4381)) }), shapes: &[Shape::Leaf(Leaf::Port)] },
                Field { name: "public", optional: false, default: Some(Default { value: Written::Integer(6648), place: Some((15, 4148, 4152)) }), shapes: &[Shape::Leaf(Leaf::Port)] },
            ] }] },
            Field { name: "priorityClassName", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::ObjectNameOrEmpty)] },
            Field { name: "replicas", optional: false, default: Some(Default { value: Written::Integer(3), place: Some((15, 3438, 3439)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
            Field { name: "securityContext", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((15, 5368, 5370)) }), shapes: &[Shape::Record { open: true, fields: &[
            ] }, Shape::Record { open: true, fields: &[
                Field { name: "fsGroup", optional: false, default: Some(Default { value: Written::Integer(0), place: Some((15, 5032, 5033)) }), shapes: &[Shape::Leaf(Leaf::WholeNumber)] },
                Field { name: "fsGroupChangePolicy", optional: false, default: Some(Default { value: Written::Text("OnRootMismatch"), place: Some((15, 5227, 5243)) }), shapes: &[Shape::OneOf(&["Always", "OnRootMismatch"])] },
            ] }] },
            Field { name: "service", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((15, 4820, 4822)) }), shapes: &[Shape::Record { open: false, fields: &[
                Field { name: "internal", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((15, 4759, 4761)) }), shapes: &[Shape::Record { open: false, fields: &[
                    Field { name: "annotations", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((4, 724, 726)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
                ] }] },
                Field { name: "public", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((15, 4619, 4621)) }), shapes: &[Shape::Record { open: false, fields: &[
                    Field { name: "annotations", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((4, 724, 726)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
                ] }] },
            ] }] },
            Field { name: "service_account", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((15, 1274, 1276)) }), shapes: &[Shape::Record { open: false, fields: &[
                Field { name: "annotations", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((5, 8117, 8119)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
            ] }] },
            Field { name: "storageClassName", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::ObjectNameOrEmpty)] },
            Field { name: "storageSize", optional: false, default: Some(Default { value: Written::Text("8Gi"), place: Some((15, 3870, 3875)) }), shapes: &[Shape::Leaf(Leaf::Quantity)] },
            Field { name: "tolerations", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((15, 1380, 1382)) }), shapes: &[Shape::Keyed { key: Leaf::Anything, contract: ("kubernetes.ncl", "Tolerations"), item: &Shape::Record { open: false, fields: &[
                Field { name: "effect", optional: true, default: None, shapes: &[Shape::OneOf(&["NoSchedule", "PreferNoSchedule", "NoExecute"])] },
                Field { name: "key", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
                Field { name: "operator", optional: true, default: None, shapes: &[Shape::OneOf(&["Exists", "Equal"])] },
                Field { name: "tolerationSeconds", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::WholeNumber)] },
                Field { name: "value", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
            ] }, entry: &Shape::Nullable(&Shape::Record { open: false, fields: &[
                Field { name: "effect", optional: true, default: None, shapes: &[Shape::OneOf(&["NoSchedule", "PreferNoSchedule", "NoExecute"])] },
                Field { name: "key", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
                Field { name: "operator", optional: true, default: None, shapes: &[Shape::OneOf(&["Exists", "Equal"])] },
                Field { name: "tolerationSeconds", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::WholeNumber)] },
                Field { name: "value", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
            ] }) }] },
            Field { name: "topologySpreadConstraints", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((15, 5859, 5861)) }), shapes: &[Shape::Keyed { key: Leaf::Anything, contract: ("kubernetes.ncl", "TopologySpreadConstraints"), item: &Shape::Record { open: false, fields: &[
                Field { name: "labelSelector", optional: true, default: None, shapes: &[Shape::Record { open: true, fields: &[
                    Field { name: "matchExpressions", optional: true, default: None, shapes: &[Shape::List(&Shape::Record { open: true, fields: &[] })] },
                    Field { name: "matchLabels", optional: true, default: None, shapes: &[Shape::Map(&Shape::Leaf(Leaf::LabelValue))] },
                ] }] },
                Field { name: "matchLabelKeys", optional: true, default: None, shapes: &[Shape::List(&Shape::Leaf(Leaf::LabelKey))] },
                Field { name: "maxSkew", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
                Field { name: "minDomains", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
                Field { name: "nodeAffinityPolicy", optional: true, default: None, shapes: &[Shape::OneOf(&["Honor", "Ignore"])] },
                Field { name: "nodeTaintsPolicy", optional: true, default: None, shapes: &[Shape::OneOf(&["Honor", "Ignore"])] },
                Field { name: "topologyKey", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::LabelKey)] },
                Field { name: "whenUnsatisfiable", optional: true, default: None, shapes: &[Shape::OneOf(&["DoNotSchedule", "ScheduleAnyway"])] },
            ] }, entry: &Shape::Nullable(&Shape::Record { open: false, fields: &[
                Field { name: "labelSelector", optional: true, default: None, shapes: &[Shape::Record { open: true, fields: &[
                    Field { name: "matchExpressions", optional: true, default: None, shapes: &[Shape::List(&Shape::Record { open: true, fields: &[] })] },
                    Field { name: "matchLabels", optional: true, default: None, shapes: &[Shape::Map(&Shape::Leaf(Leaf::LabelValue))] },
                ] }] },
                Field { name: "matchLabelKeys", optional: true, default: None, shapes: &[Shape::List(&Shape::Leaf(Leaf::LabelKey))] },
                Field { name: "maxSkew", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
                Field { name: "minDomains", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
                Field { name: "nodeAffinityPolicy", optional: true, default: None, shapes: &[Shape::OneOf(&["Honor", "Ignore"])] },
                Field { name: "nodeTaintsPolicy", optional: true, default: None, shapes: &[Shape::OneOf(&["Honor", "Ignore"])] },
                Field { name: "topologyKey", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::LabelKey)] },
                Field { name: "whenUnsatisfiable", optional: true, default: None, shapes: &[Shape::OneOf(&["DoNotSchedule", "ScheduleAnyway"])] },
            ] }) }] },
            Field { name: "walSyncData", optional: false, default: Some(Default { value: Written::Text("true"), place: Some((15, 3762, 3768)) }), shapes: &[Shape::Leaf(Leaf::SwitchText)] },
        ] }] },
    ] }] },
    Field { name: "persistence", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((0, 7237, 7241)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
    Field { name: "podMonitor", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((0, 6603, 6605)) }), shapes: &[Shape::Record { open: false, fields: &[
        Field { name: "customLabels", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((16, 350, 352)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::LabelValue))] },
    ] }] },
    Field { name: "podSecurityStandard", optional: true, default: None, shapes: &[Shape::OneOf(&["baseline", "restricted"])] },
    Field { name: "proxy", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((0, 12259, 12261)) }), shapes: &[Shape::Record { open: false, fields: &[
        Field { name: "additionalCommand", optional: false, default: Some(Default { value: Written::Null, place: Some((17, 7890, 7894)) }), shapes: &[Shape::Nullable(&Shape::Leaf(Leaf::String))] },
        Field { name: "affinity", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((17, 4519, 4521)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "anti_affinity", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((17, 4272, 4276)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
            Field { name: "anti_affinity_topology_key", optional: false, default: Some(Default { value: Written::Text("kubernetes.io/hostname"), place: Some((17, 4323, 4347)) }), shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
            Field { name: "type", optional: false, default: Some(Default { value: Written::Text("requiredDuringSchedulingIgnoredDuringExecution"), place: Some((17, 4372, 4420)) }), shapes: &[Shape::OneOf(&["requiredDuringSchedulingIgnoredDuringExecution", "preferredDuringSchedulingIgnoredDuringExecution"])] },
        ] }] },
        Field { name: "annotations", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((17, 5410, 5412)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
        Field { name: "appAnnotations", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((17, 5300, 5302)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
        Field { name: "autoscaling", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((17, 2485, 2487)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "behavior", optional: false, default: Some(Default { value: Written::Null, place: Some((9, 1005, 1009)) }), shapes: &[Shape::Nullable(&Shape::Record { open: true, fields: &[] })] },
            Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((9, 384, 389)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
            Field { name: "maxReplicas", optional: false, default: Some(Default { value: Written::Integer(3), place: Some((9, 627, 628)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
            Field { name: "metrics", optional: false, default: Some(Default { value: Written::Null, place: Some((9, 830, 834)) }), shapes: &[Shape::Nullable(&Shape::List(&Shape::Record { open: true, fields: &[Field { name: "type", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::String)] }] }))] },
            Field { name: "minReplicas", optional: false, default: Some(Default { value: Written::Integer(1), place: Some((9, 506, 507)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
        ] }] },
        Field { name: "component", optional: false, default: Some(Default { value: Written::Text("proxy"), place: Some((17, 2243, 2250)) }), shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
        Field { name: "configData", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((17, 7683, 7685)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::Scalar)), Shape::Record { open: true, fields: &[
            Field { name: "PULSAR_GC", optional: false, default: Some(Default { value: Written::Text("-XX:+UseZGC -XX:+ZGenerational -XX:+AlwaysPreTouch -XX:+UseTransparentHugePages -XX:+ExitOnOutOfMemoryError -XX:+DisableExplicitGC -XX:+PerfDisableSharedMem"), place: Some((17, 7171, 7329)) }), shapes: &[Shape::Leaf(Leaf::Scalar)] },
            Field { name: "PULSAR_MEM", optional: false, default: Some(Default { value: Written::Text("-Xms64m -Xmx128m -XX:MaxDirectMemorySize=128m"), place: Some((17, 6982, 7029)) }), shapes: &[Shape::Leaf(Leaf::Scalar)] },
            Field { name: "httpNumThreads", optional: false, default: Some(Default { value: Written::Text("8"), place: Some((17, 7483, 7486)) }), shapes: &[Shape::Leaf(Leaf::Scalar)] },
        ] }] },
        Field { name: "extraEnvs", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((17, 6587, 6589)) }), shapes: &[Shape::Keyed { key: Leaf::NonEmptyText, contract: ("kubernetes.ncl", "EnvVars"), item: &Shape::Record { open: true, fields: &[
            Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
            Field { name: "value", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
        ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
            Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
            Field { name: "value", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
        ] }) }] },
        Field { name: "extraVolumeMounts", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((17, 6428, 6430)) }), shapes: &[Shape::Keyed { key: Leaf::DnsLabel, contract: ("kubernetes.ncl", "VolumeMounts"), item: &Shape::Record { open: true, fields: &[
            Field { name: "mountPath", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
            Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
        ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
            Field { name: "mountPath", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
            Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
        ] }) }] },
        Field { name: "extraVolumes", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((17, 6311, 6313)) }), shapes: &[Shape::Keyed { key: Leaf::DnsLabel, contract: ("kubernetes.ncl", "Volumes"), item: &Shape::Record { open: true, fields: &[
            Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
        ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
            Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
        ] }) }] },
        Field { name: "gracePeriod", optional: false, default: Some(Default { value: Written::Integer(30), place: Some((17, 5592, 5594)) }), shapes: &[Shape::Leaf(Leaf::Count)] },
        Field { name: "ingress", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((17, 11189, 11191)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "annotations", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((4, 1288, 1290)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
            Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((4, 1138, 1143)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
            Field { name: "hostname", optional: false, default: Some(Default { value: Written::Text(""), place: Some((4, 2036, 2038)) }), shapes: &[Shape::Leaf(Leaf::HostName)] },
            Field { name: "ingressClassName", optional: false, default: Some(Default { value: Written::Text(""), place: Some((4, 1471, 1473)) }), shapes: &[Shape::Leaf(Leaf::ObjectNameOrEmpty)] },
            Field { name: "path", optional: false, default: Some(Default { value: Written::Text("/"), place: Some((4, 2143, 2146)) }), shapes: &[Shape::Leaf(Leaf::UrlPath)] },
            Field { name: "pathType", optional: false, default: Some(Default { value: Written::Text("ImplementationSpecific"), place: Some((4, 2312, 2336)) }), shapes: &[Shape::OneOf(&["Exact", "Prefix", "ImplementationSpecific"])] },
            Field { name: "tls", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((4, 1893, 1895)) }), shapes: &[Shape::Record { open: false, fields: &[
                Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((4, 1632, 1637)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
                Field { name: "secretName", optional: false, default: Some(Default { value: Written::Text(""), place: Some((4, 1823, 1825)) }), shapes: &[Shape::Leaf(Leaf::ObjectNameOrEmpty)] },
            ] }] },
        ] }] },
        Field { name: "initContainers", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((17, 2818, 2820)) }), shapes: &[Shape::Keyed { key: Leaf::DnsLabel, contract: ("kubernetes.ncl", "Containers"), item: &Shape::Record { open: true, fields: &[
            Field { name: "env", optional: true, default: None, shapes: &[Shape::Keyed { key: Leaf::NonEmptyText, contract: ("kubernetes.ncl", "EnvVars"), item: &Shape::Record { open: true, fields: &[
                Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
                Field { name: "value", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
            ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
                Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
                Field { name: "value", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
            ] }) }] },
            Field { name: "image", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
            Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
            Field { name: "volumeMounts", optional: true, default: None, shapes: &[Shape::Keyed { key: Leaf::DnsLabel, contract: ("kubernetes.ncl", "VolumeMounts"), item: &Shape::Record { open: true, fields: &[
                Field { name: "mountPath", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
                Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
            ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
                Field { name: "mountPath", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
                Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
            ] }) }] },
        ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
            Field { name: "env", optional: true, default: None, shapes: &[Shape::Keyed { key: Leaf::NonEmptyText, contract: ("kubernetes.ncl", "EnvVars"), item: &Shape::Record { open: true, fields: &[
                Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
                Field { name: "value", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
            ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
                Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
                Field { name: "value", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
            ] }) }] },
            Field { name: "image", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
            Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
            Field { name: "volumeMounts", optional: true, default: None, shapes: &[Shape::Keyed { key: Leaf::DnsLabel, contract: ("kubernetes.ncl", "VolumeMounts"), item: &Shape::Record { open: true, fields: &[
                Field { name: "mountPath", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
                Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
            ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
                Field { name: "mountPath", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
                Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
            ] }) }] },
        ] }) }] },
        Field { name: "nodeSelector", optional: true, default: None, shapes: &[Shape::Map(&Shape::Leaf(Leaf::LabelValue))] },
        Field { name: "pdb", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((17, 11326, 11328)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "maxUnavailable", optional: false, default: Some(Default { value: Written::Integer(1), place: Some((7, 565, 566)) }), shapes: &[Shape::Leaf(Leaf::CountOrPercentage)] },
            Field { name: "usePolicy", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((7, 374, 378)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
        ] }] },
        Field { name: "podMonitor", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((17, 3307, 3309)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "dropUnderscoreCreatedMetrics", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((17, 3164, 3166)) }), shapes: &[Shape::Record { open: false, fields: &[
                Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((3, 1133, 1137)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
                Field { name: "excludePatterns", optional: true, default: None, shapes: &[Shape::List(&Shape::Leaf(Leaf::String))] },
            ] }] },
            Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((17, 2883, 2887)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
            Field { name: "interval", optional: false, default: Some(Default { value: Written::Text("60s"), place: Some((17, 2916, 2921)) }), shapes: &[Shape::Leaf(Leaf::ScrapeDuration)] },
            Field { name: "metricRelabelings", optional: false, default: Some(Default { value: Written::Null, place: Some((3, 856, 860)) }), shapes: &[Shape::Nullable(&Shape::List(&Shape::Record { open: true, fields: &[
            ] }))] },
            Field { name: "scrapeTimeout", optional: false, default: Some(Default { value: Written::Text("60s"), place: Some((17, 2955, 2960)) }), shapes: &[Shape::Leaf(Leaf::ScrapeDuration)] },
        ] }] },
        Field { name: "ports", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((17, 8943, 8945)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "containerPorts", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((17, 8867, 8869)) }), shapes: &[Shape::Record { open: false, fields: &[
                Field { name: "http", optional: false, default: Some(Default { value: Written::Integer(8080), place: Some((17, 8626, 8630)) }), shapes: &[Shape::Leaf(Leaf::Port)] },
                Field { name: "https", optional: false, default: Some(Default { value: Written::Integer(8443), place: Some((17, 8754, 8758)) }), shapes: &[Shape::Leaf(Leaf::Port)] },
            ] }] },
            Field { name: "http", optional: false, default: Some(Default { value: Written::Integer(80), place: Some((17, 8026, 8028)) }), shapes: &[Shape::Leaf(Leaf::Port)] },
            Field { name: "https", optional: false, default: Some(Default { value: Written::Integer(443), place: Some((17, 8179, 8182)) }), shapes: &[Shape::Leaf(Leaf::Port)] },
            Field { name: "pulsar", optional: false, default: Some(Default { value: Written::Integer(6650), place: Some((17, 8314, 8318)) }), shapes: &[Shape::Leaf(Leaf::Port)] },
            Field { name: "pulsarssl", optional: false, default: Some(Default { value: Written::Integer(6651), place: Some((17, 8463, 8467)) }), shapes: &[Shape::Leaf(Leaf::Port)] },
        ] }] },
        Field { name: "priorityClassName", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::ObjectNameOrEmpty)] },
        Field { name: "probe", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((17, 4204, 4206)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "liveness", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((17, 3737, 3739)) }), shapes: &[Shape::Record { open: false, fields: &[
                Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((17, 1628, 1632)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
                Field { name: "failureThreshold", optional: false, default: Some(Default { value: Written::Integer(10), place: Some((17, 1665, 1667)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
                Field { name: "initialDelaySeconds", optional: false, default: Some(Default { value: Written::Integer(30), place: Some((17, 1703, 1705)) }), shapes: &[Shape::Leaf(Leaf::Count)] },
                Field { name: "periodSeconds", optional: false, default: Some(Default { value: Written::Integer(10), place: Some((17, 1735, 1737)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
                Field { name: "timeoutSeconds", optional: false, default: Some(Default { value: Written::Integer(5), place: Some((17, 1768, 1769)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
            ] }] },
            Field { name: "readiness", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((17, 3901, 3903)) }), shapes: &[Shape::Record { open: false, fields: &[
                Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((17, 1628, 1632)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
                Field { name: "failureThreshold", optional: false, default: Some(Default { value: Written::Integer(10), place: Some((17, 1665, 1667)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
                Field { name: "initialDelaySeconds", optional: false, default: Some(Default { value: Written::Integer(30), place: Some((17, 1703, 1705)) }), shapes: &[Shape::Leaf(Leaf::Count)] },
                Field { name: "periodSeconds", optional: false, default: Some(Default { value: Written::Integer(10), place: Some((17, 1735, 1737)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
                Field { name: "timeoutSeconds", optional: false, default: Some(Default { value: Written::Integer(5), place: Some((17, 1768, 1769)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
            ] }] },
            Field { name: "startup", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((17, 4092, 4094)) }), shapes: &[Shape::Record { open: false, fields: &[
                Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((17, 1865, 1870)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
                Field { name: "failureThreshold", optional: false, default: Some(Default { value: Written::Integer(30), place: Some((17, 1903, 1905)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
                Field { name: "initialDelaySeconds", optional: false, default: Some(Default { value: Written::Integer(60), place: Some((17, 1941, 1943)) }), shapes: &[Shape::Leaf(Leaf::Count)] },
                Field { name: "periodSeconds", optional: false, default: Some(Default { value: Written::Integer(10), place: Some((17, 1973, 1975)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
                Field { name: "timeoutSeconds", optional: false, default: Some(Default { value: Written::Integer(5), place: Some((17, 2006, 2007)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
            ] }] },
        ] }] },
        Field { name: "replicaCount", optional: false, default: Some(Default { value: Written::Integer(3), place: Some((17, 2379, 2380)) }), shapes: &[Shape::Leaf(Leaf::Count)] },
        Field { name: "resources", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((17, 6198, 6200)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "claims", optional: true, default: None, shapes: &[Shape::List(&Shape::Record { open: true, fields: &[Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::String)] }] })] },
            Field { name: "limits", optional: true, default: None, shapes: &[Shape::Map(&Shape::Leaf(Leaf::Quantity))] },
            Field { name: "requests", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((17, 6046, 6048)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::Quantity)), Shape::Record { open: true, fields: &[
                Field { name: "cpu", optional: false, default: Some(Default { value: Written::Decimal(0.2), place: Some((17, 1561, 1564)) }), shapes: &[Shape::Leaf(Leaf::Quantity)] },
                Field { name: "memory", optional: false, default: Some(Default { value: Written::Text("128Mi"), place: Some((17, 1429, 1436)) }), shapes: &[Shape::Leaf(Leaf::Quantity)] },
            ] }] },
        ] }] },
        Field { name: "restartPodsOnConfigMapChange", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((17, 3520, 3525)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
        Field { name: "service", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((17, 11063, 11065)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "annotations", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((17, 9403, 9405)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
            Field { name: "externalTrafficPolicy", optional: true, default: None, shapes: &[Shape::OneOf(&["Cluster", "Local"])] },
            Field { name: "loadBalancerClass", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
            Field { name: "loadBalancerIP", optional: false, default: Some(Default { value: Written::Text(""), place: Some((17, 9593, 9595)) }), shapes: &[Shape::Leaf(Leaf::LoadBalancerIp)] },
            Field { name: "loadBalancerSourceRanges", optional: true, default: None, shapes: &[Shape::List(&Shape::Leaf(Leaf::Cidr))] },
            Field { name: "nodePorts", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((17, 10988, 10990)) }), shapes: &[Shape::Record { open: false, fields: &[
                Field { name: "http", optional: false, default: Some(Default { value: Written::Text(""), place: Some((17, 10370, 10372)) }), shapes: &[Shape::Leaf(Leaf::NodePort)] },
                Field { name: "https", optional: false, default: Some(Default { value: Written::Text(""), place: Some((17, 10539, 10541)) }), shapes: &[Shape::Leaf(Leaf::NodePort)] },
                Field { name: "pulsar", optional: false, default: Some(Default { value: Written::Text(""), place: Some((17, 10706, 10708)) }), shapes: &[Shape::Leaf(Leaf::NodePort)] },
                Field { name: "pulsarssl", optional: false, default: Some(Default { value: Written::Text(""), place: Some((17, 10885, 10887)) }), shapes: &[Shape::Leaf(Leaf::NodePort)] },
            ] }] },
            Field { name: "type", optional: false, default: Some(Default { value: Written::Text("ClusterIP"), place: Some((17, 9207, 9218)) }), shapes: &[Shape::OneOf(&["ClusterIP", "NodePort", "LoadBalancer"])] },
        ] }] },
        Field { name: "service_account", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((17, 6754, 6756)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "annotations", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((5, 8117, 8119)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
        ] }] },
        Field { name: "tolerations", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((17, 4994, 4996)) }), shapes: &[Shape::Keyed { key: Leaf::Anything, contract: ("kubernetes.ncl", "Tolerations"), item: &Shape::Record { open: false, fields: &[
            Field { name: "effect", optional: true, default: None, shapes: &[Shape::OneOf(&["NoSchedule", "PreferNoSchedule", "NoExecute"])] },
            Field { name: "key", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
            Field { name: "operator", optional: true, default: None, shapes: &[Shape::OneOf(&["Exists", "Equal"])] },
            Field { name: "tolerationSeconds", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::WholeNumber)] },
            Field { name: "value", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
        ] }, entry: &Shape::Nullable(&Shape::Record { open: false, fields: &[
            Field { name: "effect", optional: true, default: None, shapes: &[Shape::OneOf(&["NoSchedule", "PreferNoSchedule", "NoExecute"])] },
            Field { name: "key", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
            Field { name: "operator", optional: true, default: None, shapes: &[Shape::OneOf(&["Exists", "Equal"])] },
            Field { name: "tolerationSeconds", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::WholeNumber)] },
            Field { name: "value", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
        ] }) }] },
        Field { name: "topologySpreadConstraints", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((17, 4755, 4757)) }), shapes: &[Shape::Keyed { key: Leaf::Anything, contract: ("kubernetes.ncl", "TopologySpreadConstraints"), item: &Shape::Record { open: false, fields: &[
            Field { name: "labelSelector", optional: true, default: None, shapes: &[Shape::Record { open: true, fields: &[
                Field { name: "matchExpressions", optional: true, default: None, shapes: &[Shape::List(&Shape::Record { open: true, fields: &[] })] },
                Field { name: "matchLabels", optional: true, default: None, shapes: &[Shape::Map(&Shape::Leaf(Leaf::LabelValue))] },
            ] }] },
            Field { name: "matchLabelKeys", optional: true, default: None, shapes: &[Shape::List(&Shape::Leaf(Leaf::LabelKey))] },
            Field { name: "maxSkew", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
            Field { name: "minDomains", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
            Field { name: "nodeAffinityPolicy", optional: true, default: None, shapes: &[Shape::OneOf(&["Honor", "Ignore"])] },
            Field { name: "nodeTaintsPolicy", optional: true, default: None, shapes: &[Shape::OneOf(&["Honor", "Ignore"])] },
            Field { name: "topologyKey", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::LabelKey)] },
            Field { name: "whenUnsatisfiable", optional: true, default: None, shapes: &[Shape::OneOf(&["DoNotSchedule", "ScheduleAnyway"])] },
        ] }, entry: &Shape::Nullable(&Shape::Record { open: false, fields: &[
            Field { name: "labelSelector", optional: true, default: None, shapes: &[Shape::Record { open: true, fields: &[
                Field { name: "matchExpressions", optional: true, default: None, shapes: &[Shape::List(&Shape::Record { open: true, fields: &[] })] },
                Field { name: "matchLabels", optional: true, default: None, shapes: &[Shape::Map(&Shape::Leaf(Leaf::LabelValue))] },
            ] }] },
            Field { name: "matchLabelKeys", optional: true, default: None, shapes: &[Shape::List(&Shape::Leaf(Leaf::LabelKey))] },
            Field { name: "maxSkew", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
            Field { name: "minDomains", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
            Field { name: "nodeAffinityPolicy", optional: true, default: None, shapes: &[Shape::OneOf(&["Honor", "Ignore"])] },
            Field { name: "nodeTaintsPolicy", optional: true, default: None, shapes: &[Shape::OneOf(&["Honor", "Ignore"])] },
            Field { name: "topologyKey", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::LabelKey)] },
            Field { name: "whenUnsatisfiable", optional: true, default: None, shapes: &[Shape::OneOf(&["DoNotSchedule", "ScheduleAnyway"])] },
        ] }) }] },
        Field { name: "updateStrategy", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((17, 2674, 2676)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "rollingUpdate", optional: true, default: None, shapes: &[Shape::Record { open: true, fields: &[
            ] }] },
            Field { name: "type", optional: false, default: Some(Default { value: Written::Text("RollingUpdate"), place: Some((5, 7528, 7543)) }), shapes: &[Shape::OneOf(&["RollingUpdate", "OnDelete"])] },
        ] }] },
        Field { name: "waitBrokerTimeout", optional: false, default: Some(Default { value: Written::Integer(120), place: Some((17, 5976, 5979)) }), shapes: &[Shape::Leaf(Leaf::Count)] },
        Field { name: "waitOxiaTimeout", optional: false, default: Some(Default { value: Written::Integer(600), place: Some((17, 5885, 5888)) }), shapes: &[Shape::Leaf(Leaf::Count)] },
        Field { name: "waitZookeeperTimeout", optional: false, default: Some(Default { value: Written::Integer(600), place: Some((17, 5770, 5773)) }), shapes: &[Shape::Leaf(Leaf::Count)] },
    ] }] },
    Field { name: "pulsarVersion", optional: true, default: None, shapes: &[Shape::OneOf(&["3.0", "4.0", "4.2", "5.0"])] },
    Field { name: "pulsar_manager", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((0, 12866, 12868)) }), shapes: &[Shape::Record { open: false, fields: &[
        Field { name: "admin", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((18, 6845, 6847)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "db_password", optional: false, default: Some(Default { value: Written::Text(""), place: Some((18, 6754, 6756)) }), shapes: &[Shape::Leaf(Leaf::Sensitive)] },
            Field { name: "db_username", optional: false, default: Some(Default { value: Written::Text("pulsar"), place: Some((18, 6599, 6607)) }), shapes: &[Shape::Leaf(Leaf::String)] },
            Field { name: "existingSecret", optional: false, default: Some(Default { value: Written::Text(""), place: Some((18, 6232, 6234)) }), shapes: &[Shape::Leaf(Leaf::ObjectNameOrEmpty)] },
            Field { name: "ui_password", optional: false, default: Some(Default { value: Written::Text(""), place: Some((18, 6498, 6500)) }), shapes: &[Shape::Leaf(Leaf::Sensitive)] },
            Field { name: "ui_username", optional: false, default: Some(Default { value: Written::Text("pulsar"), place: Some((18, 6338, 6346)) }), shapes: &[Shape::Leaf(Leaf::String)] },
        ] }] },
        Field { name: "adminService", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((18, 5910, 5912)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "annotations", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((18, 1119, 1121)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
            Field { name: "port", optional: false, default: Some(Default { value: Written::Integer(7750), place: Some((18, 5780, 5784)) }), shapes: &[Shape::Leaf(Leaf::Port)] },
            Field { name: "targetPort", optional: false, default: Some(Default { value: Written::Integer(7750), place: Some((18, 5817, 5821)) }), shapes: &[Shape::Leaf(Leaf::Port)] },
            Field { name: "type", optional: false, default: Some(Default { value: Written::Text("ClusterIP"), place: Some((18, 799, 810)) }), shapes: &[Shape::OneOf(&["ClusterIP", "NodePort", "LoadBalancer"])] },
        ] }] },
        Field { name: "annotations", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((18, 3715, 3717)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
        Field { name: "appAnnotations", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((18, 3616, 3618)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
        Field { name: "component", optional: false, default: Some(Default { value: Written::Text("pulsar-manager"), place: Some((18, 2611, 2627)) }), shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
        Field { name: "configData", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((18, 4915, 4917)) }), shapes: &[Shape::Record { open: true, fields: &[
            Field { name: "DRIVER_CLASS_NAME", optional: false, default: Some(Default { value: Written::Text("org.postgresql.Driver"), place: Some((18, 2306, 2329)) }), shapes: &[Shape::Leaf(Leaf::Scalar)] },
            Field { name: "LOG_LEVEL", optional: false, default: Some(Default { value: Written::Text("INFO"), place: Some((18, 2009, 2015)) }), shapes: &[Shape::Leaf(Leaf::Scalar)] },
            Field { name: "PULSAR_PEEK_MESSAGE", optional: false, default: Some(Default { value: Written::Text("true"), place: Some((18, 2457, 2463)) }), shapes: &[Shape::Leaf(Leaf::SwitchText)] },
            Field { name: "REDIRECT_HOST", optional: false, default: Some(Default { value: Written::Text("http://127.0.0.1"), place: Some((18, 1791, 1809)) }), shapes: &[Shape::Leaf(Leaf::Scalar)] },
            Field { name: "REDIRECT_PORT", optional: false, default: Some(Default { value: Written::Text("9527"), place: Some((18, 1914, 1920)) }), shapes: &[Shape::Leaf(Leaf::Scalar)] },
            Field { name: "URL", optional: false, default: Some(Default { value: Written::Text("jdbc:postgresql://127.0.0.1:5432/pulsar_manager"), place: Some((18, 2151, 2200)) }), shapes: &[Shape::Leaf(Leaf::Scalar)] },
        ] }, Shape::Map(&Shape::Leaf(Leaf::Scalar))] },
        Field { name: "extraVolumeMounts", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((18, 4055, 4057)) }), shapes: &[Shape::Keyed { key: Leaf::DnsLabel, contract: ("kubernetes.ncl", "VolumeMounts"), item: &Shape::Record { open: true, fields: &[
            Field { name: "mountPath", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
            Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
        ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
            Field { name: "mountPath", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
            Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
        ] }) }] },
        Field { name: "extraVolumes", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((18, 3921, 3923)) }), shapes: &[Shape::Keyed { key: Leaf::DnsLabel, contract: ("kubernetes.ncl", "Volumes"), item: &Shape::Record { open: true, fields: &[
            Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
        ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
            Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
        ] }) }] },
        Field { name: "gracePeriod", optional: false, default: Some(Default { value: Written::Integer(30), place: Some((18, 4174, 4176)) }), shapes: &[Shape::Leaf(Leaf::Count)] },
        Field { name: "ingress", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((18, 6008, 6010)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "annotations", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((4, 1288, 1290)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
            Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((4, 1138, 1143)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
            Field { name: "hostname", optional: false, default: Some(Default { value: Written::Text(""), place: Some((4, 2036, 2038)) }), shapes: &[Shape::Leaf(Leaf::HostName)] },
            Field { name: "ingressClassName", optional: false, default: Some(Default { value: Written::Text(""), place: Some((4, 1471, 1473)) }), shapes: &[Shape::Leaf(Leaf::ObjectNameOrEmpty)] },
            Field { name: "path", optional: false, default: Some(Default { value: Written::Text("/"), place: Some((4, 2143, 2146)) }), shapes: &[Shape::Leaf(Leaf::UrlPath)] },
            Field { name: "pathType", optional: false, default: Some(Default { value: Written::Text("ImplementationSpecific"), place: Some((4, 2312, 2336)) }), shapes: &[Shape::OneOf(&["Exact", "Prefix", "ImplementationSpecific"])] },
            Field { name: "tls", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((4, 1893, 1895)) }), shapes: &[Shape::Record { open: false, fields: &[
                Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((4, 1632, 1637)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
                Field { name: "secretName", optional: false, default: Some(Default { value: Written::Text(""), place: Some((4, 1823, 1825)) }), shapes: &[Shape::Leaf(Leaf::ObjectNameOrEmpty)] },
            ] }] },
        ] }] },
        Field { name: "initContainers", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((18, 2917, 2919)) }), shapes: &[Shape::Keyed { key: Leaf::DnsLabel, contract: ("kubernetes.ncl", "Containers"), item: &Shape::Record { open: true, fields: &[
            Field { name: "env", optional: true, default: None, shapes: &[Shape::Keyed { key: Leaf::NonEmptyText, contract: ("kubernetes.ncl", "EnvVars"), item: &Shape::Record { open: true, fields: &[
                Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
                Field { name: "value", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
            ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
                Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
                Field { name: "value", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
            ] }) }] },
            Field { name: "image", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
            Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
            Field { name: "volumeMounts", optional: true, default: None, shapes: &[Shape::Keyed { key: Leaf::DnsLabel, contract: ("kubernetes.ncl", "VolumeMounts"), item: &Shape::Record { open: true, fields: &[
                Field { name: "mountPath", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
                Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
            ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
                Field { name: "mountPath", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
                Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
            ] }) }] },
        ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
            Field { name: "env", optional: true, default: None, shapes: &[Shape::Keyed { key: Leaf::NonEmptyText, contract: ("kubernetes.ncl", "EnvVars"), item: &Shape::Record { open: true, fields: &[
                Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
                Field { name: "value", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
            ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
                Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
                Field { name: "value", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
            ] }) }] },
            Field { name: "image", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
            Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
            Field { name: "volumeMounts", optional: true, default: None, shapes: &[Shape::Keyed { key: Leaf::DnsLabel, contract: ("kubernetes.ncl", "VolumeMounts"), item: &Shape::Record { open: true, fields: &[
                Field { name: "mountPath", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
                Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
            ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
                Field { name: "mountPath", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
                Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
            ] }) }] },
        ] }) }] },
        Field { name: "nodeSelector", optional: true, default: None, shapes: &[Shape::Map(&Shape::Leaf(Leaf::LabelValue))] },
        Field { name: "priorityClassName", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::ObjectNameOrEmpty)] },
        Field { name: "replicaCount", optional: false, default: Some(Default { value: Written::Integer(1), place: Some((18, 2781, 2782)) }), shapes: &[Shape::Leaf(Leaf::Count)] },
        Field { name: "resources", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((18, 4733, 4735)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "claims", optional: true, default: None, shapes: &[Shape::List(&Shape::Record { open: true, fields: &[Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::String)] }] })] },
            Field { name: "limits", optional: true, default: None, shapes: &[Shape::Map(&Shape::Leaf(Leaf::Quantity))] },
            Field { name: "requests", optional: true, default: None, shapes: &[Shape::Map(&Shape::Leaf(Leaf::Quantity))] },
        ] }, Shape::Record { open: true, fields: &[
            Field { name: "requests", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((18, 4635, 4637)) }), shapes: &[Shape::Record { open: true, fields: &[
                Field { name: "cpu", optional: false, default: Some(Default { value: Written::Decimal(0.1), place: Some((18, 4535, 4538)) }), shapes: &[Shape::Leaf(Leaf::Quantity)] },
                Field { name: "memory", optional: false, default: Some(Default { value: Written::Text("250Mi"), place: Some((18, 4392, 4399)) }), shapes: &[Shape::Leaf(Leaf::Quantity)] },
            ] }] },
        ] }] },
        Field { name: "restartPodsOnConfigMapChange", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((18, 3088, 3093)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
        Field { name: "service", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((18, 5704, 5706)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "annotations", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((18, 1119, 1121)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
            Field { name: "externalTrafficPolicy", optional: true, default: None, shapes: &[Shape::OneOf(&["Cluster", "Local"])] },
            Field { name: "loadBalancerClass", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
            Field { name: "loadBalancerSourceRanges", optional: true, default: None, shapes: &[Shape::List(&Shape::Leaf(Leaf::Cidr))] },
            Field { name: "port", optional: false, default: Some(Default { value: Written::Integer(9527), place: Some((18, 5585, 5589)) }), shapes: &[Shape::Leaf(Leaf::Port)] },
            Field { name: "targetPort", optional: false, default: Some(Default { value: Written::Integer(9527), place: Some((18, 5622, 5626)) }), shapes: &[Shape::Leaf(Leaf::Port)] },
            Field { name: "type", optional: false, default: Some(Default { value: Written::Text("ClusterIP"), place: Some((18, 799, 810)) }), shapes: &[Shape::OneOf(&["ClusterIP", "NodePort", "LoadBalancer"])] },
        ] }] },
        Field { name: "tolerations", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((18, 3821, 3823)) }), shapes: &[Shape::Keyed { key: Leaf::Anything, contract: ("kubernetes.ncl", "Tolerations"), item: &Shape::Record { open: false, fields: &[
            Field { name: "effect", optional: true, default: None, shapes: &[Shape::OneOf(&["NoSchedule", "PreferNoSchedule", "NoExecute"])] },
            Field { name: "key", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
            Field { name: "operator", optional: true, default: None, shapes: &[Shape::OneOf(&["Exists", "Equal"])] },
            Field { name: "tolerationSeconds", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::WholeNumber)] },
            Field { name: "value", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
        ] }, entry: &Shape::Nullable(&Shape::Record { open: false, fields: &[
            Field { name: "effect", optional: true, default: None, shapes: &[Shape::OneOf(&["NoSchedule", "PreferNoSchedule", "NoExecute"])] },
            Field { name: "key", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
            Field { name: "operator", optional: true, default: None, shapes: &[Shape::OneOf(&["Exists", "Equal"])] },
            Field { name: "tolerationSeconds", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::WholeNumber)] },
            Field { name: "value", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
        ] }) }] },
        Field { name: "topologySpreadConstraints", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((18, 3499, 3501)) }), shapes: &[Shape::Keyed { key: Leaf::Anything, contract: ("kubernetes.ncl", "TopologySpreadConstraints"), item: &Shape::Record { open: false, fields: &[
            Field { name: "labelSelector", optional: true, default: None, shapes: &[Shape::Record { open: true, fields: &[
                Field { name: "matchExpressions", optional: true, default: None, shapes: &[Shape::List(&Shape::Record { open: true, fields: &[] })] },
                Field { name: "matchLabels", optional: true, default: None, shapes: &[Shape::Map(&Shape::Leaf(Leaf::LabelValue))] },
            ] }] },
            Field { name: "matchLabelKeys", optional: true, default: None, shapes: &[Shape::List(&Shape::Leaf(Leaf::LabelKey))] },
            Field { name: "maxSkew", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
            Field { name: "minDomains", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
            Field { name: "nodeAffinityPolicy", optional: true, default: None, shapes: &[Shape::OneOf(&["Honor", "Ignore"])] },
            Field { name: "nodeTaintsPolicy", optional: true, default: None, shapes: &[Shape::OneOf(&["Honor", "Ignore"])] },
            Field { name: "topologyKey", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::LabelKey)] },
            Field { name: "whenUnsatisfiable", optional: true, default: None, shapes: &[Shape::OneOf(&["DoNotSchedule", "ScheduleAnyway"])] },
        ] }, entry: &Shape::Nullable(&Shape::Record { open: false, fields: &[
            Field { name: "labelSelector", optional: true, default: None, shapes: &[Shape::Record { open: true, fields: &[
                Field { name: "matchExpressions", optional: true, default: None, shapes: &[Shape::List(&Shape::Record { open: true, fields: &[] })] },
                Field { name: "matchLabels", optional: true, default: None, shapes: &[Shape::Map(&Shape::Leaf(Leaf::LabelValue))] },
            ] }] },
            Field { name: "matchLabelKeys", optional: true, default: None, shapes: &[Shape::List(&Shape::Leaf(Leaf::LabelKey))] },
            Field { name: "maxSkew", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
            Field { name: "minDomains", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
            Field { name: "nodeAffinityPolicy", optional: true, default: None, shapes: &[Shape::OneOf(&["Honor", "Ignore"])] },
            Field { name: "nodeTaintsPolicy", optional: true, default: None, shapes: &[Shape::OneOf(&["Honor", "Ignore"])] },
            Field { name: "topologyKey", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::LabelKey)] },
            Field { name: "whenUnsatisfiable", optional: true, default: None, shapes: &[Shape::OneOf(&["DoNotSchedule", "ScheduleAnyway"])] },
        ] }) }] },
        Field { name: "volumes", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((18, 5497, 5499)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "data", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((18, 5425, 5427)) }), shapes: &[Shape::Record { open: false, fields: &[
                Field { name: "local_storage", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((18, 5286, 5290)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
                Field { name: "name", optional: false, default: Some(Default { value: Written::Text("data"), place: Some((18, 5202, 5208)) }), shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
                Field { name: "selector", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((18, 5325, 5327)) }), shapes: &[Shape::Record { open: true, fields: &[
                    Field { name: "matchExpressions", optional: true, default: None, shapes: &[Shape::List(&Shape::Record { open: true, fields: &[] })] },
                    Field { name: "matchLabels", optional: true, default: None, shapes: &[Shape::Map(&Shape::Leaf(Leaf::LabelValue))] },
                ] }] },
                Field { name: "size", optional: false, default: Some(Default { value: Written::Text("128Mi"), place: Some((18, 5239, 5246)) }), shapes: &[Shape::Leaf(Leaf::Quantity)] },
                Field { name: "storageClass", optional: true, default: None, shapes: &[Shape::Record { open: true, fields: &[
                    Field { name: "fsType", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::Scalar)] },
                    Field { name: "provisioner", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
                    Field { name: "type", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::Scalar)] },
                ] }] },
                Field { name: "storageClassName", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::ObjectNameOrEmpty)] },
            ] }] },
            Field { name: "persistence", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((18, 5101, 5105)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
        ] }] },
    ] }] },
    Field { name: "pulsar_metadata", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((0, 11487, 11489)) }), shapes: &[Shape::Record { open: false, fields: &[
        Field { name: "bookkeeper", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((19, 4324, 4326)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "metadataStoreSessionTimeoutMillis", optional: false, default: Some(Default { value: Written::Integer(30000), place: Some((19, 4228, 4233)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
            Field { name: "usePulsarMetadataBookieDriver", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((19, 3985, 3990)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
            Field { name: "usePulsarMetadataClientDriver", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((19, 3774, 3779)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
        ] }] },
        Field { name: "component", optional: false, default: Some(Default { value: Written::Text("pulsar-init"), place: Some((19, 593, 606)) }), shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
        Field { name: "configurationStore", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::ObjectNameOrEmpty)] },
        Field { name: "configurationStoreMetadataPrefix", optional: false, default: Some(Default { value: Written::Text(""), place: Some((19, 1128, 1130)) }), shapes: &[Shape::Leaf(Leaf::String)] },
        Field { name: "configurationStorePort", optional: false, default: Some(Default { value: Written::Integer(2181), place: Some((19, 1262, 1266)) }), shapes: &[Shape::Leaf(Leaf::Port)] },
        Field { name: "image", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((19, 713, 715)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "pullPolicy", optional: false, default: Some(Default { value: Written::Null, place: Some((13, 2334, 2338)) }), shapes: &[Shape::Nullable(&Shape::OneOf(&["Always", "IfNotPresent", "Never"]))] },
            Field { name: "repository", optional: false, default: Some(Default { value: Written::Null, place: Some((13, 2404, 2408)) }), shapes: &[Shape::Nullable(&Shape::Leaf(Leaf::ImageRepository))] },
            Field { name: "tag", optional: false, default: Some(Default { value: Written::Null, place: Some((13, 2430, 2434)) }), shapes: &[Shape::Nullable(&Shape::Leaf(Leaf::ImageTag))] },
        ] }] },
        Field { name: "initTimeout", optional: false, default: Some(Default { value: Written::Integer(60), place: Some((19, 2101, 2103)) }), shapes: &[Shape::Leaf(Leaf::Count)] },
        Field { name: "metadataStoreAllowReadOnlyOperations", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((19, 2323, 2328)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
        Field { name: "metadataStoreBatchingEnabled", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((19, 3026, 3030)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
        Field { name: "metadataStoreBatchingMaxDelayMillis", optional: false, default: Some(Default { value: Written::Integer(5), place: Some((19, 3200, 3201)) }), shapes: &[Shape::Leaf(Leaf::Count)] },
        Field { name: "metadataStoreBatchingMaxOperations", optional: false, default: Some(Default { value: Written::Integer(1000), place: Some((19, 3345, 3349)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
        Field { name: "metadataStoreBatchingMaxSizeKb", optional: false, default: Some(Default { value: Written::Integer(128), place: Some((19, 3495, 3498)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
        Field { name: "metadataStoreCacheExpirySeconds", optional: false, default: Some(Default { value: Written::Integer(300), place: Some((19, 2869, 2872)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
        Field { name: "metadataStoreOperationTimeoutSeconds", optional: false, default: Some(Default { value: Written::Integer(30), place: Some((19, 2709, 2711)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
        Field { name: "metadataStoreSessionTimeoutMillis", optional: false, default: Some(Default { value: Written::Integer(30000), place: Some((19, 2522, 2527)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
        Field { name: "nodeSelector", optional: true, default: None, shapes: &[Shape::Map(&Shape::Leaf(Leaf::LabelValue))] },
        Field { name: "resources", optional: false, default: Some(Default { value: Written::Null, place: Some((19, 4497, 4501)) }), shapes: &[Shape::Nullable(&Shape::Record { open: false, fields: &[
            Field { name: "claims", optional: true, default: None, shapes: &[Shape::List(&Shape::Record { open: true, fields: &[Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::String)] }] })] },
            Field { name: "limits", optional: true, default: None, shapes: &[Shape::Map(&Shape::Leaf(Leaf::Quantity))] },
            Field { name: "requests", optional: true, default: None, shapes: &[Shape::Map(&Shape::Leaf(Leaf::Quantity))] },
        ] })] },
        Field { name: "tolerations", optional: true, default: None, shapes: &[Shape::Keyed { key: Leaf::Anything, contract: ("kubernetes.ncl", "Tolerations"), item: &Shape::Record { open: false, fields: &[
            Field { name: "effect", optional: true, default: None, shapes: &[Shape::OneOf(&["NoSchedule", "PreferNoSchedule", "NoExecute"])] },
            Field { name: "key", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
            Field { name: "operator", optional: true, default: None, shapes: &[Shape::OneOf(&["Exists", "Equal"])] },
            Field { name: "tolerationSeconds", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::WholeNumber)] },
            Field { name: "value", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
        ] }, entry: &Shape::Nullable(&Shape::Record { open: false, fields: &[
            Field { name: "effect", optional: true, default: None, shapes: &[Shape::OneOf(&["NoSchedule", "PreferNoSchedule", "NoExecute"])] },
            Field { name: "key", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
            Field { name: "operator", optional: true, default: None, shapes: &[Shape::OneOf(&["Exists", "Equal"])] },
            Field { name: "tolerationSeconds", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::WholeNumber)] },
            Field { name: "value", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
        ] }) }] },
        Field { name: "userProvidedZookeepers", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::HostPortList)] },
        Field { name: "waitBookkeeperTimeout", optional: false, default: Some(Default { value: Written::Integer(120), place: Some((19, 1955, 1958)) }), shapes: &[Shape::Leaf(Leaf::Count)] },
        Field { name: "waitOxiaTimeout", optional: false, default: Some(Default { value: Written::Integer(600), place: Some((19, 1783, 1786)) }), shapes: &[Shape::Leaf(Leaf::Count)] },
        Field { name: "waitZookeeperTimeout", optional: false, default: Some(Default { value: Written::Integer(600), place: Some((19, 1634, 1637)) }), shapes: &[Shape::Leaf(Leaf::Count)] },
    ] }] },
    Field { name: "rbac", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((0, 8200, 8202)) }), shapes: &[Shape::Record { open: false, fields: &[
        Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((0, 7919, 7924)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
        Field { name: "limit_to_namespace", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((0, 8118, 8122)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
    ] }] },
    Field { name: "serviceAccountTokens", optional: true, default: None, shapes: &[Shape::OneOf(&["everywhere", "where-needed"])] },
    Field { name: "standalone", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((0, 11862, 11864)) }), shapes: &[Shape::Record { open: false, fields: &[
        Field { name: "additionalCommand", optional: false, default: Some(Default { value: Written::Text(""), place: Some((20, 7067, 7069)) }), shapes: &[Shape::Leaf(Leaf::String)] },
        Field { name: "affinity", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((20, 4841, 4843)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "anti_affinity", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((20, 4550, 4555)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
            Field { name: "anti_affinity_topology_key", optional: false, default: Some(Default { value: Written::Text("kubernetes.io/hostname"), place: Some((20, 4602, 4626)) }), shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
            Field { name: "type", optional: false, default: Some(Default { value: Written::Text("preferredDuringSchedulingIgnoredDuringExecution"), place: Some((20, 4651, 4700)) }), shapes: &[Shape::OneOf(&["requiredDuringSchedulingIgnoredDuringExecution", "preferredDuringSchedulingIgnoredDuringExecution"])] },
        ] }] },
        Field { name: "annotations", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((20, 5495, 5497)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
        Field { name: "appAnnotations", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((20, 5385, 5387)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
        Field { name: "component", optional: false, default: Some(Default { value: Written::Text("standalone"), place: Some((20, 2652, 2664)) }), shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
        Field { name: "configData", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((20, 8669, 8671)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::Scalar)), Shape::Record { open: true, fields: &[
            Field { name: "PULSAR_GC", optional: false, default: Some(Default { value: Written::Text("-XX:+UseG1GC -XX:MaxGCPauseMillis=10"), place: Some((20, 8375, 8413)) }), shapes: &[Shape::Leaf(Leaf::Scalar)] },
            Field { name: "PULSAR_MEM", optional: false, default: Some(Default { value: Written::Text("-Xms256m -Xmx512m -XX:MaxDirectMemorySize=512m"), place: Some((20, 8185, 8233)) }), shapes: &[Shape::Leaf(Leaf::Scalar)] },
        ] }] },
        Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((20, 2413, 2418)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
        Field { name: "extraEnvs", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((20, 6295, 6297)) }), shapes: &[Shape::Keyed { key: Leaf::NonEmptyText, contract: ("kubernetes.ncl", "EnvVars"), item: &Shape::Record { open: true, fields: &[
            Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
            Field { name: "value", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
        ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
            Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
            Field { name: "value", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
        ] }) }] },
        Field { name: "extraVolumeMounts", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((20, 6136, 6138)) }), shapes: &[Shape::Keyed { key: Leaf::DnsLabel, contract: ("kubernetes.ncl", "VolumeMounts"), item: &Shape::Record { open: true, fields: &[
            Field { name: "mountPath", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
            Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
        ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
            Field { name: "mountPath", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
            Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
        ] }) }] },
        Field { name: "extraVolumes", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((20, 6019, 6021)) }), shapes: &[Shape::Keyed { key: Leaf::DnsLabel, contract: ("kubernetes.ncl", "Volumes"), item: &Shape::Record { open: true, fields: &[
            Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
        ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
            Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
        ] }) }] },
        Field { name: "gracePeriod", optional: false, default: Some(Default { value: Written::Integer(30), place: Some((20, 5685, 5687)) }), shapes: &[Shape::Leaf(Leaf::Count)] },
        Field { name: "initContainers", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((20, 2798, 2800)) }), shapes: &[Shape::Keyed { key: Leaf::DnsLabel, contract: ("kubernetes.ncl", "Containers"), item: &Shape::Record { open: true, fields: &[
            Field { name: "env", optional: true, default: None, shapes: &[Shape::Keyed { key: Leaf::NonEmptyText, contract: ("kubernetes.ncl", "EnvVars"), item: &Shape::Record { open: true, fields: &[
                Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
                Field { name: "value", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
            ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
                Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
                Field { name: "value", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
            ] }) }] },
            Field { name: "image", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
            Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
            Field { name: "volumeMounts", optional: true, default: None, shapes: &[Shape::Keyed { key: Leaf::DnsLabel, contract: ("kubernetes.ncl", "VolumeMounts"), item: &Shape::Record { open: true, fields: &[
                Field { name: "mountPath", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
                Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
            ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
                Field { name: "mountPath", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
                Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
            ] }) }] },
        ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
            Field { name: "env", optional: true, default: None, shapes: &[Shape::Keyed { key: Leaf::NonEmptyText, contract: ("kubernetes.ncl", "EnvVars"), item: &Shape::Record { open: true, fields: &[
                Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
                Field { name: "value", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
            ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
                Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
                Field { name: "value", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
            ] }) }] },
            Field { name: "image", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
            Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
            Field { name: "volumeMounts", optional: true, default: None, shapes: &[Shape::Keyed { key: Leaf::DnsLabel, contract: ("kubernetes.ncl", "VolumeMounts"), item: &Shape::Record { open: true, fields: &[
                Field { name: "mountPath", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
                Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
            ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
                Field { name: "mountPath", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
                Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
            ] }) }] },
        ] }) }] },
        Field { name: "nodeSelector", optional: true, default: None, shapes: &[Shape::Map(&Shape::Leaf(Leaf::LabelValue))] },
        Field { name: "podMonitor", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((20, 2976, 2978)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((20, 2026, 2030)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
            Field { name: "interval", optional: false, default: Some(Default { value: Written::Text("60s"), place: Some((20, 2118, 2123)) }), shapes: &[Shape::Leaf(Leaf::ScrapeDuration)] },
            Field { name: "scrapeTimeout", optional: false, default: Some(Default { value: Written::Text("60s"), place: Some((20, 2253, 2258)) }), shapes: &[Shape::Leaf(Leaf::ScrapeDuration)] },
        ] }] },
        Field { name: "ports", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((20, 3785, 3787)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "http", optional: false, default: Some(Default { value: Written::Integer(8080), place: Some((20, 3333, 3337)) }), shapes: &[Shape::Leaf(Leaf::Port)] },
            Field { name: "https", optional: false, default: Some(Default { value: Written::Integer(8443), place: Some((20, 3466, 3470)) }), shapes: &[Shape::Leaf(Leaf::Port)] },
            Field { name: "pulsar", optional: false, default: Some(Default { value: Written::Integer(6650), place: Some((20, 3565, 3569)) }), shapes: &[Shape::Leaf(Leaf::Port)] },
            Field { name: "pulsarssl", optional: false, default: Some(Default { value: Written::Integer(6651), place: Some((20, 3708, 3712)) }), shapes: &[Shape::Leaf(Leaf::Port)] },
        ] }] },
        Field { name: "priorityClassName", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::ObjectNameOrEmpty)] },
        Field { name: "probe", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((20, 4482, 4484)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "liveness", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((20, 4004, 4006)) }), shapes: &[Shape::Record { open: false, fields: &[
                Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((20, 1402, 1406)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
                Field { name: "failureThreshold", optional: false, default: Some(Default { value: Written::Integer(10), place: Some((20, 1439, 1441)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
                Field { name: "initialDelaySeconds", optional: false, default: Some(Default { value: Written::Integer(30), place: Some((20, 1477, 1479)) }), shapes: &[Shape::Leaf(Leaf::Count)] },
                Field { name: "periodSeconds", optional: false, default: Some(Default { value: Written::Integer(10), place: Some((20, 1509, 1511)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
                Field { name: "timeoutSeconds", optional: false, default: Some(Default { value: Written::Integer(5), place: Some((20, 1542, 1543)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
            ] }] },
            Field { name: "readiness", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((20, 4168, 4170)) }), shapes: &[Shape::Record { open: false, fields: &[
                Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((20, 1402, 1406)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
                Field { name: "failureThreshold", optional: false, default: Some(Default { value: Written::Integer(10), place: Some((20, 1439, 1441)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
                Field { name: "initialDelaySeconds", optional: false, default: Some(Default { value: Written::Integer(30), place: Some((20, 1477, 1479)) }), shapes: &[Shape::Leaf(Leaf::Count)] },
                Field { name: "periodSeconds", optional: false, default: Some(Default { value: Written::Integer(10), place: Some((20, 1509, 1511)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
                Field { name: "timeoutSeconds", optional: false, default: Some(Default { value: Written::Integer(5), place: Some((20, 1542, 1543)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
            ] }] },
            Field { name: "startup", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((20, 4359, 4361)) }), shapes: &[Shape::Record { open: false, fields: &[
                Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((20, 1639, 1643)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
                Field { name: "failureThreshold", optional: false, default: Some(Default { value: Written::Integer(30), place: Some((20, 1676, 1678)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
                Field { name: "initialDelaySeconds", optional: false, default: Some(Default { value: Written::Integer(30), place: Some((20, 1714, 1716)) }), shapes: &[Shape::Leaf(Leaf::Count)] },
                Field { name: "periodSeconds", optional: false, default: Some(Default { value: Written::Integer(10), place: Some((20, 1746, 1748)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
                Field { name: "timeoutSeconds", optional: false, default: Some(Default { value: Written::Integer(5), place: Some((20, 1779, 1780)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
            ] }] },
        ] }] },
        Field { name: "resources", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((20, 5906, 5908)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "claims", optional: true, default: None, shapes: &[Shape::List(&Shape::Record { open: true, fields: &[Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::String)] }] })] },
            Field { name: "limits", optional: true, default: None, shapes: &[Shape::Map(&Shape::Leaf(Leaf::Quantity))] },
            Field { name: "requests", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((20, 5754, 5756)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::Quantity)), Shape::Record { open: true, fields: &[
                Field { name: "cpu", optional: false, default: Some(Default { value: Written::Decimal(0.5), place: Some((20, 1335, 1338)) }), shapes: &[Shape::Leaf(Leaf::Quantity)] },
                Field { name: "memory", optional: false, default: Some(Default { value: Written::Text("1Gi"), place: Some((20, 1205, 1210)) }), shapes: &[Shape::Leaf(Leaf::Quantity)] },
            ] }] },
        ] }] },
        Field { name: "restartPodsOnConfigMapChange", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((20, 3189, 3194)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
        Field { name: "service", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((20, 6702, 6704)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "annotations", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((20, 6422, 6424)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
            Field { name: "type", optional: false, default: Some(Default { value: Written::Text("ClusterIP"), place: Some((20, 6618, 6629)) }), shapes: &[Shape::OneOf(&["ClusterIP", "NodePort", "LoadBalancer"])] },
        ] }] },
        Field { name: "service_account", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((20, 6869, 6871)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "annotations", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((5, 8117, 8119)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
        ] }] },
        Field { name: "tolerations", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((20, 5080, 5082)) }), shapes: &[Shape::Keyed { key: Leaf::Anything, contract: ("kubernetes.ncl", "Tolerations"), item: &Shape::Record { open: false, fields: &[
            Field { name: "effect", optional: true, default: None, shapes: &[Shape::OneOf(&["NoSchedule", "PreferNoSchedule", "NoExecute"])] },
            Field { name: "key", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
            Field { name: "operator", optional: true, default: None, shapes: &[Shape::OneOf(&["Exists", "Equal"])] },
            Field { name: "tolerationSeconds", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::WholeNumber)] },
            Field { name: "value", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
        ] }, entry: &Shape::Nullable(&Shape::Record { open: false, fields: &[
            Field { name: "effect", optional: true, default: None, shapes: &[Shape::OneOf(&["NoSchedule", "PreferNoSchedule", "NoExecute"])] },
            Field { name: "key", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
            Field { name: "operator", optional: true, default: None, shapes: &[Shape::OneOf(&["Exists", "Equal"])] },
            Field { name: "tolerationSeconds", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::WholeNumber)] },
            Field { name: "value", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
        ] }) }] },
        Field { name: "volumes", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((20, 7957, 7959)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "data", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((20, 7885, 7887)) }), shapes: &[Shape::Record { open: false, fields: &[
                Field { name: "name", optional: false, default: Some(Default { value: Written::Text("data"), place: Some((20, 7246, 7252)) }), shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
                Field { name: "selector", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((20, 7551, 7553)) }), shapes: &[Shape::Record { open: true, fields: &[
                    Field { name: "matchExpressions", optional: true, default: None, shapes: &[Shape::List(&Shape::Record { open: true, fields: &[] })] },
                    Field { name: "matchLabels", optional: true, default: None, shapes: &[Shape::Map(&Shape::Leaf(Leaf::LabelValue))] },
                ] }] },
                Field { name: "size", optional: false, default: Some(Default { value: Written::Text("10Gi"), place: Some((20, 7366, 7372)) }), shapes: &[Shape::Leaf(Leaf::Quantity)] },
                Field { name: "storageClassName", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
            ] }] },
        ] }] },
    ] }] },
    Field { name: "tcpPrefix", optional: false, default: Some(Default { value: Written::Text(""), place: Some((0, 6971, 6973)) }), shapes: &[Shape::Leaf(Leaf::PortPrefix)] },
    Field { name: "tls", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((0, 10739, 10741)) }), shapes: &[Shape::Record { open: false, fields: &[
        Field { name: "autorecovery", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((21, 3339, 3341)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "cacerts", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((21, 964, 966)) }), shapes: &[Shape::Record { open: false, fields: &[
                Field { name: "certs", optional: false, default: Some(Default { value: Written::Null, place: Some((10, 1462, 1466)) }), shapes: &[Shape::Nullable(&Shape::List(&Shape::Record { open: false, fields: &[
                    Field { name: "existingSecret", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::ObjectName)] },
                    Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
                    Field { name: "secretKeys", optional: false, default: None, shapes: &[Shape::List(&Shape::Leaf(Leaf::NonEmptyText))] },
                ] }))] },
                Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((10, 1271, 1276)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
            ] }] },
            Field { name: "cert_name", optional: false, default: Some(Default { value: Written::Text("tls-recovery"), place: Some((21, 3183, 3197)) }), shapes: &[Shape::Leaf(Leaf::ObjectName)] },
            Field { name: "dnsNames", optional: true, default: None, shapes: &[Shape::Nullable(&Shape::List(&Shape::Leaf(Leaf::WildcardDnsName)))] },
            Field { name: "ipAddresses", optional: true, default: None, shapes: &[Shape::Nullable(&Shape::List(&Shape::Leaf(Leaf::IpAddress)))] },
            Field { name: "secretAnnotations", optional: true, default: None, shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
        ] }] },
        Field { name: "bookie", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((21, 2858, 2860)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "cacerts", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((21, 964, 966)) }), shapes: &[Shape::Record { open: false, fields: &[
                Field { name: "certs", optional: false, default: Some(Default { value: Written::Null, place: Some((10, 1462, 1466)) }), shapes: &[Shape::Nullable(&Shape::List(&Shape::Record { open: false, fields: &[
                    Field { name: "existingSecret", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::ObjectName)] },
                    Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
                    Field { name: "secretKeys", optional: false, default: None, shapes: &[Shape::List(&Shape::Leaf(Leaf::NonEmptyText))] },
                ] }))] },
                Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((10, 1271, 1276)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
            ] }] },
            Field { name: "cert_name", optional: false, default: Some(Default { value: Written::Text("tls-bookie"), place: Some((21, 2773, 2785)) }), shapes: &[Shape::Leaf(Leaf::ObjectName)] },
            Field { name: "dnsNames", optional: true, default: None, shapes: &[Shape::Nullable(&Shape::List(&Shape::Leaf(Leaf::WildcardDnsName)))] },
            Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((21, 512, 517)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
            Field { name: "ipAddresses", optional: true, default: None, shapes: &[Shape::Nullable(&Shape::List(&Shape::Leaf(Leaf::IpAddress)))] },
            Field { name: "secretAnnotations", optional: true, default: None, shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
        ] }] },
        Field { name: "broker", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((21, 2684, 2686)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "cacerts", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((21, 964, 966)) }), shapes: &[Shape::Record { open: false, fields: &[
                Field { name: "certs", optional: false, default: Some(Default { value: Written::Null, place: Some((10, 1462, 1466)) }), shapes: &[Shape::Nullable(&Shape::List(&Shape::Record { open: false, fields: &[
                    Field { name: "existingSecret", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::ObjectName)] },
                    Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
                    Field { name: "secretKeys", optional: false, default: None, shapes: &[Shape::List(&Shape::Leaf(Leaf::NonEmptyText))] },
                ] }))] },
                Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((10, 1271, 1276)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
            ] }] },
            Field { name: "cert_name", optional: false, default: Some(Default { value: Written::Text("tls-broker"), place: Some((21, 2538, 2550)) }), shapes: &[Shape::Leaf(Leaf::ObjectName)] },
            Field { name: "dnsNames", optional: false, default: Some(Default { value: Written::Null, place: Some((21, 1169, 1173)) }), shapes: &[Shape::Nullable(&Shape::List(&Shape::Leaf(Leaf::WildcardDnsName)))] },
            Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((21, 512, 517)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
            Field { name: "ipAddresses", optional: false, default: Some(Default { value: Written::Null, place: Some((21, 1333, 1337)) }), shapes: &[Shape::Nullable(&Shape::List(&Shape::Leaf(Leaf::IpAddress)))] },
            Field { name: "secretAnnotations", optional: true, default: None, shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
        ] }] },
        Field { name: "ca_suffix", optional: false, default: Some(Default { value: Written::Text("ca-tls"), place: Some((21, 2156, 2164)) }), shapes: &[Shape::Leaf(Leaf::ObjectName)] },
        Field { name: "common", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((21, 2282, 2284)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "duration", optional: false, default: Some(Default { value: Written::Text("2160h"), place: Some((10, 1735, 1742)) }), shapes: &[Shape::Leaf(Leaf::GoDuration)] },
            Field { name: "keyAlgorithm", optional: false, default: Some(Default { value: Written::Text("RSA"), place: Some((10, 2331, 2336)) }), shapes: &[Shape::OneOf(&["RSA", "ECDSA", "Ed25519"])] },
            Field { name: "keyEncoding", optional: false, default: Some(Default { value: Written::Text("PKCS8"), place: Some((10, 2486, 2493)) }), shapes: &[Shape::OneOf(&["PKCS1", "PKCS8"])] },
            Field { name: "keySize", optional: false, default: Some(Default { value: Written::Integer(4096), place: Some((10, 2213, 2217)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
            Field { name: "organization", optional: false, default: Some(Default { value: Written::List(&[Default { value: Written::Text("pulsar"), place: Some((10, 2041, 2049)) }]), place: Some((10, 2040, 2050)) }), shapes: &[Shape::List(&Shape::Leaf(Leaf::String))] },
            Field { name: "renewBefore", optional: false, default: Some(Default { value: Written::Text("360h"), place: Some((10, 1906, 1912)) }), shapes: &[Shape::Leaf(Leaf::GoDuration)] },
        ] }] },
        Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((21, 1992, 1997)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
        Field { name: "function_instance", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((21, 3979, 3981)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((21, 3900, 3905)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
        ] }] },
        Field { name: "function_worker", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((21, 4219, 4221)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "cacerts", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((21, 964, 966)) }), shapes: &[Shape::Record { open: false, fields: &[
                Field { name: "certs", optional: false, default: Some(Default { value: Written::Null, place: Some((10, 1462, 1466)) }), shapes: &[Shape::Nullable(&Shape::List(&Shape::Record { open: false, fields: &[
                    Field { name: "existingSecret", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::ObjectName)] },
                    Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
                    Field { name: "secretKeys", optional: false, default: None, shapes: &[Shape::List(&Shape::Leaf(Leaf::NonEmptyText))] },
                ] }))] },
                Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((10, 1271, 1276)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
            ] }] },
            Field { name: "cert_name", optional: false, default: Some(Default { value: Written::Text("tls-function-worker"), place: Some((21, 4090, 4111)) }), shapes: &[Shape::Leaf(Leaf::ObjectName)] },
            Field { name: "createCert", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((21, 1837, 1841)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
            Field { name: "dnsNames", optional: false, default: Some(Default { value: Written::Null, place: Some((21, 1169, 1173)) }), shapes: &[Shape::Nullable(&Shape::List(&Shape::Leaf(Leaf::WildcardDnsName)))] },
            Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((21, 512, 517)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
            Field { name: "ipAddresses", optional: false, default: Some(Default { value: Written::Null, place: Some((21, 1333, 1337)) }), shapes: &[Shape::Nullable(&Shape::List(&Shape::Leaf(Leaf::IpAddress)))] },
            Field { name: "secretAnnotations", optional: true, default: None, shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
        ] }] },
        Field { name: "oxia", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((21, 4351, 4353)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((21, 512, 517)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
        ] }] },
        Field { name: "proxy", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((21, 2454, 2456)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "cacerts", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((21, 964, 966)) }), shapes: &[Shape::Record { open: false, fields: &[
                Field { name: "certs", optional: false, default: Some(Default { value: Written::Null, place: Some((10, 1462, 1466)) }), shapes: &[Shape::Nullable(&Shape::List(&Shape::Record { open: false, fields: &[
                    Field { name: "existingSecret", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::ObjectName)] },
                    Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
                    Field { name: "secretKeys", optional: false, default: None, shapes: &[Shape::List(&Shape::Leaf(Leaf::NonEmptyText))] },
                ] }))] },
                Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((10, 1271, 1276)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
            ] }] },
            Field { name: "cert_name", optional: false, default: Some(Default { value: Written::Text("tls-proxy"), place: Some((21, 2376, 2387)) }), shapes: &[Shape::Leaf(Leaf::ObjectName)] },
            Field { name: "createCert", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((21, 1837, 1841)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
            Field { name: "dnsNames", optional: false, default: Some(Default { value: Written::Null, place: Some((21, 1169, 1173)) }), shapes: &[Shape::Nullable(&Shape::List(&Shape::Leaf(Leaf::WildcardDnsName)))] },
            Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((21, 512, 517)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
            Field { name: "ipAddresses", optional: false, default: Some(Default { value: Written::Null, place: Some((21, 1333, 1337)) }), shapes: &[Shape::Nullable(&Shape::List(&Shape::Leaf(Leaf::IpAddress)))] },
            Field { name: "secretAnnotations", optional: true, default: None, shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
        ] }] },
        Field { name: "pulsar_metadata", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((21, 4455, 4457)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "cacerts", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((21, 964, 966)) }), shapes: &[Shape::Record { open: false, fields: &[
                Field { name: "certs", optional: false, default: Some(Default { value: Written::Null, place: Some((10, 1462, 1466)) }), shapes: &[Shape::Nullable(&Shape::List(&Shape::Record { open: false, fields: &[
                    Field { name: "existingSecret", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::ObjectName)] },
                    Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
                    Field { name: "secretKeys", optional: false, default: None, shapes: &[Shape::List(&Shape::Leaf(Leaf::NonEmptyText))] },
                ] }))] },
                Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((10, 1271, 1276)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
            ] }] },
        ] }] },
        Field { name: "standalone", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((21, 3743, 3745)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "cert_name", optional: false, default: Some(Default { value: Written::Text("tls-standalone"), place: Some((21, 3612, 3628)) }), shapes: &[Shape::Leaf(Leaf::ObjectName)] },
            Field { name: "dnsNames", optional: true, default: None, shapes: &[Shape::Nullable(&Shape::List(&Shape::Leaf(Leaf::WildcardDnsName)))] },
            Field { name: "ipAddresses", optional: true, default: None, shapes: &[Shape::Nullable(&Shape::List(&Shape::Leaf(Leaf::IpAddress)))] },
            Field { name: "secretAnnotations", optional: true, default: None, shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
        ] }] },
        Field { name: "toolset", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((21, 3537, 3539)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "cacerts", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((21, 964, 966)) }), shapes: &[Shape::Record { open: false, fields: &[
                Field { name: "certs", optional: false, default: Some(Default { value: Written::Null, place: Some((10, 1462, 1466)) }), shapes: &[Shape::Nullable(&Shape::List(&Shape::Record { open: false, fields: &[
                    Field { name: "existingSecret", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::ObjectName)] },
                    Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
                    Field { name: "secretKeys", optional: false, default: None, shapes: &[Shape::List(&Shape::Leaf(Leaf::NonEmptyText))] },
                ] }))] },
                Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((10, 1271, 1276)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
            ] }] },
            Field { name: "cert_name", optional: false, default: Some(Default { value: Written::Text("tls-toolset"), place: Some((21, 3419, 3432)) }), shapes: &[Shape::Leaf(Leaf::ObjectName)] },
            Field { name: "dnsNames", optional: true, default: None, shapes: &[Shape::Nullable(&Shape::List(&Shape::Leaf(Leaf::WildcardDnsName)))] },
            Field { name: "ipAddresses", optional: true, default: None, shapes: &[Shape::Nullable(&Shape::List(&Shape::Leaf(Leaf::IpAddress)))] },
            Field { name: "secretAnnotations", optional: true, default: None, shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
        ] }] },
        Field { name: "zookeeper", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((21, 3098, 3100)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "cacerts", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((21, 964, 966)) }), shapes: &[Shape::Record { open: false, fields: &[
                Field { name: "certs", optional: false, default: Some(Default { value: Written::Null, place: Some((10, 1462, 1466)) }), shapes: &[Shape::Nullable(&Shape::List(&Shape::Record { open: false, fields: &[
                    Field { name: "existingSecret", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::ObjectName)] },
                    Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
                    Field { name: "secretKeys", optional: false, default: None, shapes: &[Shape::List(&Shape::Leaf(Leaf::NonEmptyText))] },
                ] }))] },
                Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((10, 1271, 1276)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
            ] }] },
            Field { name: "cert_name", optional: false, default: Some(Default { value: Written::Text("tls-zookeeper"), place: Some((21, 2950, 2965)) }), shapes: &[Shape::Leaf(Leaf::ObjectName)] },
            Field { name: "dnsNames", optional: true, default: None, shapes: &[Shape::Nullable(&Shape::List(&Shape::Leaf(Leaf::WildcardDnsName)))] },
            Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((21, 512, 517)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
            Field { name: "ipAddresses", optional: true, default: None, shapes: &[Shape::Nullable(&Shape::List(&Shape::Leaf(Leaf::IpAddress)))] },
            Field { name: "secretAnnotations", optional: true, default: None, shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
        ] }] },
    ] }] },
    Field { name: "tlsPrefix", optional: false, default: Some(Default { value: Written::Text(""), place: Some((0, 7110, 7112)) }), shapes: &[Shape::Leaf(Leaf::PortPrefix)] },
    Field { name: "toolset", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((0, 12362, 12364)) }), shapes: &[Shape::Record { open: false, fields: &[
        Field { name: "additionalCommand", optional: false, default: Some(Default { value: Written::Null, place: Some((22, 4211, 4215)) }), shapes: &[Shape::Nullable(&Shape::Leaf(Leaf::String))] },
        Field { name: "annotations", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((22, 2817, 2819)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
        Field { name: "appAnnotations", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((22, 2707, 2709)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
        Field { name: "component", optional: false, default: Some(Default { value: Written::Text("toolset"), place: Some((22, 1290, 1299)) }), shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
        Field { name: "configData", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((22, 4004, 4006)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::Scalar)), Shape::Record { open: true, fields: &[
            Field { name: "PULSAR_MEM", optional: false, default: Some(Default { value: Written::Text("-Xms64M -Xmx128M -XX:MaxDirectMemorySize=128M"), place: Some((22, 3831, 3878)) }), shapes: &[Shape::Leaf(Leaf::Scalar)] },
        ] }] },
        Field { name: "extraVolumeMounts", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((22, 3436, 3438)) }), shapes: &[Shape::Keyed { key: Leaf::DnsLabel, contract: ("kubernetes.ncl", "VolumeMounts"), item: &Shape::Record { open: true, fields: &[
            Field { name: "mountPath", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
            Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
        ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
            Field { name: "mountPath", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
            Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
        ] }) }] },
        Field { name: "extraVolumes", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((22, 3319, 3321)) }), shapes: &[Shape::Keyed { key: Leaf::DnsLabel, contract: ("kubernetes.ncl", "Volumes"), item: &Shape::Record { open: true, fields: &[
            Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
        ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
            Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
        ] }) }] },
        Field { name: "gracePeriod", optional: false, default: Some(Default { value: Written::Integer(30), place: Some((22, 2985, 2987)) }), shapes: &[Shape::Leaf(Leaf::Count)] },
        Field { name: "initContainers", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((22, 1709, 1711)) }), shapes: &[Shape::Keyed { key: Leaf::DnsLabel, contract: ("kubernetes.ncl", "Containers"), item: &Shape::Record { open: true, fields: &[
            Field { name: "env", optional: true, default: None, shapes: &[Shape::Keyed { key: Leaf::NonEmptyText, contract: ("kubernetes.ncl", "EnvVars"), item: &Shape::Record { open: true, fields: &[
                Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
                Field { name: "value", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
            ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
                Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
                Field { name: "value", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
            ] }) }] },
            Field { name: "image", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
            Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
            Field { name: "volumeMounts", optional: true, default: None, shapes: &[Shape::Keyed { key: Leaf::DnsLabel, contract: ("kubernetes.ncl", "VolumeMounts"), item: &Shape::Record { open: true, fields: &[
                Field { name: "mountPath", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
                Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
            ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
                Field { name: "mountPath", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
                Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
            ] }) }] },
        ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
            Field { name: "env", optional: true, default: None, shapes: &[Shape::Keyed { key: Leaf::NonEmptyText, contract: ("kubernetes.ncl", "EnvVars"), item: &Shape::Record { open: true, fields: &[
                Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
                Field { name: "value", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
            ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
                Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
                Field { name: "value", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
            ] }) }] },
            Field { name: "image", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
            Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
            Field { name: "volumeMounts", optional: true, default: None, shapes: &[Shape::Keyed { key: Leaf::DnsLabel, contract: ("kubernetes.ncl", "VolumeMounts"), item: &Shape::Record { open: true, fields: &[
                Field { name: "mountPath", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
                Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
            ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
                Field { name: "mountPath", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
                Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
            ] }) }] },
        ] }) }] },
        Field { name: "nodeSelector", optional: true, default: None, shapes: &[Shape::Map(&Shape::Leaf(Leaf::LabelValue))] },
        Field { name: "priorityClassName", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::ObjectNameOrEmpty)] },
        Field { name: "replicaCount", optional: false, default: Some(Default { value: Written::Integer(1), place: Some((22, 1565, 1566)) }), shapes: &[Shape::Leaf(Leaf::Count)] },
        Field { name: "resources", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((22, 3206, 3208)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "claims", optional: true, default: None, shapes: &[Shape::List(&Shape::Record { open: true, fields: &[Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::String)] }] })] },
            Field { name: "limits", optional: true, default: None, shapes: &[Shape::Map(&Shape::Leaf(Leaf::Quantity))] },
            Field { name: "requests", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((22, 3054, 3056)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::Quantity)), Shape::Record { open: true, fields: &[
                Field { name: "cpu", optional: false, default: Some(Default { value: Written::Decimal(0.1), place: Some((22, 1044, 1047)) }), shapes: &[Shape::Leaf(Leaf::Quantity)] },
                Field { name: "memory", optional: false, default: Some(Default { value: Written::Text("256Mi"), place: Some((22, 912, 919)) }), shapes: &[Shape::Leaf(Leaf::Quantity)] },
            ] }] },
        ] }] },
        Field { name: "restartPodsOnConfigMapChange", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((22, 1922, 1927)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
        Field { name: "service_account", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((22, 3603, 3605)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "annotations", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((5, 8117, 8119)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
        ] }] },
        Field { name: "tolerations", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((22, 2401, 2403)) }), shapes: &[Shape::Keyed { key: Leaf::Anything, contract: ("kubernetes.ncl", "Tolerations"), item: &Shape::Record { open: false, fields: &[
            Field { name: "effect", optional: true, default: None, shapes: &[Shape::OneOf(&["NoSchedule", "PreferNoSchedule", "NoExecute"])] },
            Field { name: "key", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
            Field { name: "operator", optional: true, default: None, shapes: &[Shape::OneOf(&["Exists", "Equal"])] },
            Field { name: "tolerationSeconds", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::WholeNumber)] },
            Field { name: "value", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
        ] }, entry: &Shape::Nullable(&Shape::Record { open: false, fields: &[
            Field { name: "effect", optional: true, default: None, shapes: &[Shape::OneOf(&["NoSchedule", "PreferNoSchedule", "NoExecute"])] },
            Field { name: "key", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
            Field { name: "operator", optional: true, default: None, shapes: &[Shape::OneOf(&["Exists", "Equal"])] },
            Field { name: "tolerationSeconds", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::WholeNumber)] },
            Field { name: "value", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
        ] }) }] },
        Field { name: "topologySpreadConstraints", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((22, 2162, 2164)) }), shapes: &[Shape::Keyed { key: Leaf::Anything, contract: ("kubernetes.ncl", "TopologySpreadConstraints"), item: &Shape::Record { open: false, fields: &[
            Field { name: "labelSelector", optional: true, default: None, shapes: &[Shape::Record { open: true, fields: &[
                Field { name: "matchExpressions", optional: true, default: None, shapes: &[Shape::List(&Shape::Record { open: true, fields: &[] })] },
                Field { name: "matchLabels", optional: true, default: None, shapes: &[Shape::Map(&Shape::Leaf(Leaf::LabelValue))] },
            ] }] },
            Field { name: "matchLabelKeys", optional: true, default: None, shapes: &[Shape::List(&Shape::Leaf(Leaf::LabelKey))] },
            Field { name: "maxSkew", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
            Field { name: "minDomains", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
            Field { name: "nodeAffinityPolicy", optional: true, default: None, shapes: &[Shape::OneOf(&["Honor", "Ignore"])] },
            Field { name: "nodeTaintsPolicy", optional: true, default: None, shapes: &[Shape::OneOf(&["Honor", "Ignore"])] },
            Field { name: "topologyKey", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::LabelKey)] },
            Field { name: "whenUnsatisfiable", optional: true, default: None, shapes: &[Shape::OneOf(&["DoNotSchedule", "ScheduleAnyway"])] },
        ] }, entry: &Shape::Nullable(&Shape::Record { open: false, fields: &[
            Field { name: "labelSelector", optional: true, default: None, shapes: &[Shape::Record { open: true, fields: &[
                Field { name: "matchExpressions", optional: true, default: None, shapes: &[Shape::List(&Shape::Record { open: true, fields: &[] })] },
                Field { name: "matchLabels", optional: true, default: None, shapes: &[Shape::Map(&Shape::Leaf(Leaf::LabelValue))] },
            ] }] },
            Field { name: "matchLabelKeys", optional: true, default: None, shapes: &[Shape::List(&Shape::Leaf(Leaf::LabelKey))] },
            Field { name: "maxSkew", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
            Field { name: "minDomains", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
            Field { name: "nodeAffinityPolicy", optional: true, default: None, shapes: &[Shape::OneOf(&["Honor", "Ignore"])] },
            Field { name: "nodeTaintsPolicy", optional: true, default: None, shapes: &[Shape::OneOf(&["Honor", "Ignore"])] },
            Field { name: "topologyKey", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::LabelKey)] },
            Field { name: "whenUnsatisfiable", optional: true, default: None, shapes: &[Shape::OneOf(&["DoNotSchedule", "ScheduleAnyway"])] },
        ] }) }] },
        Field { name: "useProxy", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((22, 1465, 1469)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
    ] }] },
    Field { name: "useReleaseStatus", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((0, 6487, 6491)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
    Field { name: "victoria-metrics-k8s-stack", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((0, 12767, 12769)) }), shapes: &[Shape::Record { open: true, fields: &[
        Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((0, 12604, 12608)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
    ] }] },
    Field { name: "volumes", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((0, 7721, 7723)) }), shapes: &[Shape::Record { open: false, fields: &[
        Field { name: "local_storage", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((0, 7641, 7646)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
        Field { name: "persistence", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((0, 7451, 7455)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
    ] }] },
    Field { name: "zookeeper", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((0, 11051, 11053)) }), shapes: &[Shape::Record { open: false, fields: &[
        Field { name: "additionalCommand", optional: false, default: Some(Default { value: Written::Null, place: Some((23, 7808, 7812)) }), shapes: &[Shape::Nullable(&Shape::Leaf(Leaf::String))] },
        Field { name: "affinity", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((23, 5496, 5498)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "anti_affinity", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((23, 5249, 5253)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
            Field { name: "anti_affinity_topology_key", optional: false, default: Some(Default { value: Written::Text("kubernetes.io/hostname"), place: Some((23, 5300, 5324)) }), shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
            Field { name: "type", optional: false, default: Some(Default { value: Written::Text("requiredDuringSchedulingIgnoredDuringExecution"), place: Some((23, 5349, 5397)) }), shapes: &[Shape::OneOf(&["requiredDuringSchedulingIgnoredDuringExecution", "preferredDuringSchedulingIgnoredDuringExecution"])] },
        ] }] },
        Field { name: "annotations", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((23, 6387, 6389)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
        Field { name: "appAnnotations", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((23, 6277, 6279)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
        Field { name: "component", optional: false, default: Some(Default { value: Written::Text("zookeeper"), place: Some((23, 2340, 2351)) }), shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
        Field { name: "configData", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((23, 10903, 10905)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::Scalar)), Shape::Record { open: true, fields: &[
            Field { name: "PULSAR_GC", optional: false, default: Some(Default { value: Written::Text("-XX:+UseZGC -XX:+ZGenerational -XX:+AlwaysPreTouch -XX:+UseTransparentHugePages -XX:+ExitOnOutOfMemoryError -XX:+DisableExplicitGC -XX:+PerfDisableSharedMem"), place: Some((23, 10544, 10702)) }), shapes: &[Shape::Leaf(Leaf::Scalar)] },
            Field { name: "PULSAR_MEM", optional: false, default: Some(Default { value: Written::Text("-Xms64m -Xmx128m"), place: Some((23, 10384, 10402)) }), shapes: &[Shape::Leaf(Leaf::Scalar)] },
        ] }] },
        Field { name: "externalZookeeperServerList", optional: false, default: Some(Default { value: Written::Text(""), place: Some((23, 9247, 9249)) }), shapes: &[Shape::Leaf(Leaf::QuorumServerList)] },
        Field { name: "extraVolumeMounts", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((23, 7601, 7603)) }), shapes: &[Shape::Keyed { key: Leaf::DnsLabel, contract: ("kubernetes.ncl", "VolumeMounts"), item: &Shape::Record { open: true, fields: &[
            Field { name: "mountPath", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
            Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
        ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
            Field { name: "mountPath", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
            Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
        ] }) }] },
        Field { name: "extraVolumes", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((23, 7484, 7486)) }), shapes: &[Shape::Keyed { key: Leaf::DnsLabel, contract: ("kubernetes.ncl", "Volumes"), item: &Shape::Record { open: true, fields: &[
            Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
        ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
            Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
        ] }) }] },
        Field { name: "gracePeriod", optional: false, default: Some(Default { value: Written::Integer(30), place: Some((23, 6566, 6568)) }), shapes: &[Shape::Leaf(Leaf::Count)] },
        Field { name: "headlessService", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((23, 9637, 9639)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "annotations", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((4, 724, 726)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
        ] }] },
        Field { name: "initContainers", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((23, 3082, 3084)) }), shapes: &[Shape::Keyed { key: Leaf::DnsLabel, contract: ("kubernetes.ncl", "Containers"), item: &Shape::Record { open: true, fields: &[
            Field { name: "env", optional: true, default: None, shapes: &[Shape::Keyed { key: Leaf::NonEmptyText, contract: ("kubernetes.ncl", "EnvVars"), item: &Shape::Record { open: true, fields: &[
                Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
                Field { name: "value", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
            ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
                Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
                Field { name: "value", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
            ] }) }] },
            Field { name: "image", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
            Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
            Field { name: "volumeMounts", optional: true, default: None, shapes: &[Shape::Keyed { key: Leaf::DnsLabel, contract: ("kubernetes.ncl", "VolumeMounts"), item: &Shape::Record { open: true, fields: &[
                Field { name: "mountPath", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
                Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
            ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
                Field { name: "mountPath", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
                Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
            ] }) }] },
        ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
            Field { name: "env", optional: true, default: None, shapes: &[Shape::Keyed { key: Leaf::NonEmptyText, contract: ("kubernetes.ncl", "EnvVars"), item: &Shape::Record { open: true, fields: &[
                Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
                Field { name: "value", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
            ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
                Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
                Field { name: "value", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
            ] }) }] },
            Field { name: "image", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
            Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
            Field { name: "volumeMounts", optional: true, default: None, shapes: &[Shape::Keyed { key: Leaf::DnsLabel, contract: ("kubernetes.ncl", "VolumeMounts"), item: &Shape::Record { open: true, fields: &[
                Field { name: "mountPath", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
                Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
            ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
                Field { name: "mountPath", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
                Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
            ] }) }] },
        ] }) }] },
        Field { name: "nodeSelector", optional: true, default: None, shapes: &[Shape::Map(&Shape::Leaf(Leaf::LabelValue))] },
        Field { name: "pdb", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((23, 10156, 10158)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "maxUnavailable", optional: false, default: Some(Default { value: Written::Integer(1), place: Some((7, 565, 566)) }), shapes: &[Shape::Leaf(Leaf::CountOrPercentage)] },
            Field { name: "usePolicy", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((7, 374, 378)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
        ] }] },
        Field { name: "podManagementPolicy", optional: false, default: Some(Default { value: Written::Text("Parallel"), place: Some((23, 2929, 2939)) }), shapes: &[Shape::OneOf(&["OrderedReady", "Parallel"])] },
        Field { name: "podMonitor", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((23, 3365, 3367)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((23, 3147, 3151)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
            Field { name: "interval", optional: false, default: Some(Default { value: Written::Text("60s"), place: Some((23, 3180, 3185)) }), shapes: &[Shape::Leaf(Leaf::ScrapeDuration)] },
            Field { name: "metricRelabelings", optional: false, default: Some(Default { value: Written::Null, place: Some((3, 856, 860)) }), shapes: &[Shape::Nullable(&Shape::List(&Shape::Record { open: true, fields: &[
            ] }))] },
            Field { name: "scrapeTimeout", optional: false, default: Some(Default { value: Written::Text("60s"), place: Some((23, 3219, 3224)) }), shapes: &[Shape::Leaf(Leaf::ScrapeDuration)] },
        ] }] },
        Field { name: "ports", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((23, 4472, 4474)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "admin", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::Port)] },
            Field { name: "client", optional: false, default: Some(Default { value: Written::Integer(2181), place: Some((23, 3809, 3813)) }), shapes: &[Shape::Leaf(Leaf::Port)] },
            Field { name: "clientTls", optional: false, default: Some(Default { value: Written::Integer(2281), place: Some((23, 3964, 3968)) }), shapes: &[Shape::Leaf(Leaf::Port)] },
            Field { name: "follower", optional: false, default: Some(Default { value: Written::Integer(2888), place: Some((23, 4082, 4086)) }), shapes: &[Shape::Leaf(Leaf::Port)] },
            Field { name: "http", optional: false, default: Some(Default { value: Written::Integer(8000), place: Some((23, 3696, 3700)) }), shapes: &[Shape::Leaf(Leaf::Port)] },
            Field { name: "leaderElection", optional: false, default: Some(Default { value: Written::Integer(3888), place: Some((23, 4206, 4210)) }), shapes: &[Shape::Leaf(Leaf::Port)] },
        ] }] },
        Field { name: "priorityClassName", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::ObjectNameOrEmpty)] },
        Field { name: "probe", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((23, 5181, 5183)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "liveness", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((23, 4690, 4692)) }), shapes: &[Shape::Record { open: false, fields: &[
                Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((23, 1719, 1723)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
                Field { name: "failureThreshold", optional: false, default: Some(Default { value: Written::Integer(10), place: Some((23, 1756, 1758)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
                Field { name: "initialDelaySeconds", optional: false, default: Some(Default { value: Written::Integer(20), place: Some((23, 1794, 1796)) }), shapes: &[Shape::Leaf(Leaf::Count)] },
                Field { name: "periodSeconds", optional: false, default: Some(Default { value: Written::Integer(30), place: Some((23, 1826, 1828)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
                Field { name: "timeoutSeconds", optional: false, default: Some(Default { value: Written::Integer(30), place: Some((23, 1859, 1861)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
            ] }] },
            Field { name: "readiness", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((23, 4854, 4856)) }), shapes: &[Shape::Record { open: false, fields: &[
                Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((23, 1719, 1723)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
                Field { name: "failureThreshold", optional: false, default: Some(Default { value: Written::Integer(10), place: Some((23, 1756, 1758)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
                Field { name: "initialDelaySeconds", optional: false, default: Some(Default { value: Written::Integer(20), place: Some((23, 1794, 1796)) }), shapes: &[Shape::Leaf(Leaf::Count)] },
                Field { name: "periodSeconds", optional: false, default: Some(Default { value: Written::Integer(30), place: Some((23, 1826, 1828)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
                Field { name: "timeoutSeconds", optional: false, default: Some(Default { value: Written::Integer(30), place: Some((23, 1859, 1861)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
            ] }] },
            Field { name: "startup", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((23, 5045, 5047)) }), shapes: &[Shape::Record { open: false, fields: &[
                Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((23, 1957, 1962)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
                Field { name: "failureThreshold", optional: false, default: Some(Default { value: Written::Integer(30), place: Some((23, 1995, 1997)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
                Field { name: "initialDelaySeconds", optional: false, default: Some(Default { value: Written::Integer(20), place: Some((23, 2033, 2035)) }), shapes: &[Shape::Leaf(Leaf::Count)] },
                Field { name: "periodSeconds", optional: false, default: Some(Default { value: Written::Integer(30), place: Some((23, 2065, 2067)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
                Field { name: "timeoutSeconds", optional: false, default: Some(Default { value: Written::Integer(30), place: Some((23, 2098, 2100)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
            ] }] },
        ] }] },
        Field { name: "replicaCount", optional: false, default: Some(Default { value: Written::Integer(3), place: Some((23, 2509, 2510)) }), shapes: &[Shape::Leaf(Leaf::Count)] },
        Field { name: "resources", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((23, 6787, 6789)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "claims", optional: true, default: None, shapes: &[Shape::List(&Shape::Record { open: true, fields: &[Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::String)] }] })] },
            Field { name: "limits", optional: true, default: None, shapes: &[Shape::Map(&Shape::Leaf(Leaf::Quantity))] },
            Field { name: "requests", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((23, 6635, 6637)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::Quantity)), Shape::Record { open: true, fields: &[
                Field { name: "cpu", optional: false, default: Some(Default { value: Written::Decimal(0.1), place: Some((23, 1652, 1655)) }), shapes: &[Shape::Leaf(Leaf::Quantity)] },
                Field { name: "memory", optional: false, default: Some(Default { value: Written::Text("256Mi"), place: Some((23, 1520, 1527)) }), shapes: &[Shape::Leaf(Leaf::Quantity)] },
            ] }] },
        ] }] },
        Field { name: "restartPodsOnConfigMapChange", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((23, 3578, 3583)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
        Field { name: "securityContext", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((23, 7371, 7373)) }), shapes: &[Shape::Record { open: true, fields: &[
        ] }, Shape::Record { open: true, fields: &[
            Field { name: "fsGroup", optional: false, default: Some(Default { value: Written::Integer(0), place: Some((23, 7031, 7032)) }), shapes: &[Shape::Leaf(Leaf::WholeNumber)] },
            Field { name: "fsGroupChangePolicy", optional: false, default: Some(Default { value: Written::Text("OnRootMismatch"), place: Some((23, 7255, 7271)) }), shapes: &[Shape::OneOf(&["Always", "OnRootMismatch"])] },
        ] }] },
        Field { name: "service", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((23, 9509, 9511)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "annotations", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((4, 724, 726)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
        ] }] },
        Field { name: "service_account", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((23, 9414, 9416)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "annotations", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((5, 8117, 8119)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
        ] }] },
        Field { name: "statefulsetUpgrade", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((23, 10019, 10021)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((23, 9828, 9832)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
        ] }] },
        Field { name: "tolerations", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((23, 5971, 5973)) }), shapes: &[Shape::Keyed { key: Leaf::Anything, contract: ("kubernetes.ncl", "Tolerations"), item: &Shape::Record { open: false, fields: &[
            Field { name: "effect", optional: true, default: None, shapes: &[Shape::OneOf(&["NoSchedule", "PreferNoSchedule", "NoExecute"])] },
            Field { name: "key", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
            Field { name: "operator", optional: true, default: None, shapes: &[Shape::OneOf(&["Exists", "Equal"])] },
            Field { name: "tolerationSeconds", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::WholeNumber)] },
            Field { name: "value", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
        ] }, entry: &Shape::Nullable(&Shape::Record { open: false, fields: &[
            Field { name: "effect", optional: true, default: None, shapes: &[Shape::OneOf(&["NoSchedule", "PreferNoSchedule", "NoExecute"])] },
            Field { name: "key", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
            Field { name: "operator", optional: true, default: None, shapes: &[Shape::OneOf(&["Exists", "Equal"])] },
            Field { name: "tolerationSeconds", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::WholeNumber)] },
            Field { name: "value", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
        ] }) }] },
        Field { name: "topologySpreadConstraints", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((23, 5732, 5734)) }), shapes: &[Shape::Keyed { key: Leaf::Anything, contract: ("kubernetes.ncl", "TopologySpreadConstraints"), item: &Shape::Record { open: false, fields: &[
            Field { name: "labelSelector", optional: true, default: None, shapes: &[Shape::Record { open: true, fields: &[
                Field { name: "matchExpressions", optional: true, default: None, shapes: &[Shape::List(&Shape::Record { open: true, fields: &[] })] },
                Field { name: "matchLabels", optional: true, default: None, shapes: &[Shape::Map(&Shape::Leaf(Leaf::LabelValue))] },
            ] }] },
            Field { name: "matchLabelKeys", optional: true, default: None, shapes: &[Shape::List(&Shape::Leaf(Leaf::LabelKey))] },
            Field { name: "maxSkew", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
            Field { name: "minDomains", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
            Field { name: "nodeAffinityPolicy", optional: true, default: None, shapes: &[Shape::OneOf(&["Honor", "Ignore"])] },
            Field { name: "nodeTaintsPolicy", optional: true, default: None, shapes: &[Shape::OneOf(&["Honor", "Ignore"])] },
            Field { name: "topologyKey", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::LabelKey)] },
            Field { name: "whenUnsatisfiable", optional: true, default: None, shapes: &[Shape::OneOf(&["DoNotSchedule", "ScheduleAnyway"])] },
        ] }, entry: &Shape::Nullable(&Shape::Record { open: false, fields: &[
            Field { name: "labelSelector", optional: true, default: None, shapes: &[Shape::Record { open: true, fields: &[
                Field { name: "matchExpressions", optional: true, default: None, shapes: &[Shape::List(&Shape::Record { open: true, fields: &[] })] },
                Field { name: "matchLabels", optional: true, default: None, shapes: &[Shape::Map(&Shape::Leaf(Leaf::LabelValue))] },
            ] }] },
            Field { name: "matchLabelKeys", optional: true, default: None, shapes: &[Shape::List(&Shape::Leaf(Leaf::LabelKey))] },
            Field { name: "maxSkew", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
            Field { name: "minDomains", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
            Field { name: "nodeAffinityPolicy", optional: true, default: None, shapes: &[Shape::OneOf(&["Honor", "Ignore"])] },
            Field { name: "nodeTaintsPolicy", optional: true, default: None, shapes: &[Shape::OneOf(&["Honor", "Ignore"])] },
            Field { name: "topologyKey", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::LabelKey)] },
            Field { name: "whenUnsatisfiable", optional: true, default: None, shapes: &[Shape::OneOf(&["DoNotSchedule", "ScheduleAnyway"])] },
        ] }) }] },
        Field { name: "updateStrategy", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((23, 2697, 2699)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "rollingUpdate", optional: true, default: None, shapes: &[Shape::Record { open: true, fields: &[
            ] }] },
            Field { name: "type", optional: false, default: Some(Default { value: Written::Text("RollingUpdate"), place: Some((5, 7528, 7543)) }), shapes: &[Shape::OneOf(&["RollingUpdate", "OnDelete"])] },
        ] }] },
        Field { name: "volumes", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((23, 9009, 9011)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "data", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((23, 8558, 8560)) }), shapes: &[Shape::Record { open: false, fields: &[
                Field { name: "local_storage", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((23, 8393, 8397)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
                Field { name: "name", optional: false, default: Some(Default { value: Written::Text("data"), place: Some((23, 8314, 8320)) }), shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
                Field { name: "selector", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((23, 8430, 8432)) }), shapes: &[Shape::Record { open: true, fields: &[
                    Field { name: "matchExpressions", optional: true, default: None, shapes: &[Shape::List(&Shape::Record { open: true, fields: &[] })] },
                    Field { name: "matchLabels", optional: true, default: None, shapes: &[Shape::Map(&Shape::Leaf(Leaf::LabelValue))] },
                ] }] },
                Field { name: "size", optional: false, default: Some(Default { value: Written::Text("20Gi"), place: Some((23, 8349, 8355)) }), shapes: &[Shape::Leaf(Leaf::Quantity)] },
                Field { name: "storageClass", optional: true, default: None, shapes: &[Shape::Record { open: true, fields: &[
                    Field { name: "fsType", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::Scalar)] },
                    Field { name: "provisioner", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
                    Field { name: "type", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::Scalar)] },
                ] }] },
                Field { name: "storageClassName", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::ObjectNameOrEmpty)] },
            ] }] },
            Field { name: "datalog", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((23, 8870, 8872)) }), shapes: &[Shape::Record { open: false, fields: &[
                Field { name: "local_storage", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((23, 8711, 8715)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
                Field { name: "name", optional: false, default: Some(Default { value: Written::Text("datalog"), place: Some((23, 8629, 8638)) }), shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
                Field { name: "selector", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((23, 8748, 8750)) }), shapes: &[Shape::Record { open: true, fields: &[
                    Field { name: "matchExpressions", optional: true, default: None, shapes: &[Shape::List(&Shape::Record { open: true, fields: &[] })] },
                    Field { name: "matchLabels", optional: true, default: None, shapes: &[Shape::Map(&Shape::Leaf(Leaf::LabelValue))] },
                ] }] },
                Field { name: "size", optional: false, default: Some(Default { value: Written::Text("20Gi"), place: Some((23, 8667, 8673)) }), shapes: &[Shape::Leaf(Leaf::Quantity)] },
                Field { name: "storageClass", optional: true, default: None, shapes: &[Shape::Record { open: true, fields: &[
                    Field { name: "fsType", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::Scalar)] },
                    Field { name: "provisioner", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
                    Field { name: "type", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::Scalar)] },
                ] }] },
                Field { name: "storageClassName", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::ObjectNameOrEmpty)] },
            ] }] },
            Field { name: "persistence", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((23, 8244, 8248)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
            Field { name: "useSeparateDiskForTxlog", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((23, 8032, 8037)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
        ] }] },
    ] }] },
] };

// Made from the contracts by the tests of this crate: UPDATE_TABLE=1 cargo test -p pulsarc-eval table
pub(super) const TEXTS_OF_CONTRACTS: &str = "dee882325f769814";
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
    Field { name: "affinity", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((0, 9518, 9520)) }), shapes: &[Shape::Record { open: false, fields: &[
        Field { name: "anti_affinity", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((0, 9208, 9212)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
        Field { name: "type", optional: false, default: Some(Default { value: Written::Text("requiredDuringSchedulingIgnoredDuringExecution"), place: Some((0, 9389, 9437)) }), shapes: &[Shape::OneOf(&["requiredDuringSchedulingIgnoredDuringExecution", "preferredDuringSchedulingIgnoredDuringExecution"])] },
    ] }] },
    Field { name: "auth", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((0, 10861, 10863)) }), shapes: &[Shape::Record { open: false, fields: &[
        Field { name: "authentication", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((1, 5578, 5580)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((1, 5196, 5201)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
            Field { name: "jwt", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((1, 5335, 5337)) }), shapes: &[Shape::Record { open: false, fields: &[
                Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((1, 1737, 1742)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
                Field { name: "generateSecrets", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((1, 2086, 2088)) }), shapes: &[Shape::Record { open: false, fields: &[
                    Field { name: "affinity", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((1, 1557, 1559)) }), shapes: &[Shape::Record { open: false, fields: &[
                        Field { name: "anti_affinity", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((1, 1327, 1332)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
                        Field { name: "anti_affinity_topology_key", optional: false, default: Some(Default { value: Written::Text("kubernetes.io/hostname"), place: Some((1, 1381, 1405)) }), shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
                        Field { name: "type", optional: false, default: Some(Default { value: Written::Text("preferredDuringSchedulingIgnoredDuringExecution"), place: Some((1, 1432, 1481)) }), shapes: &[Shape::OneOf(&["requiredDuringSchedulingIgnoredDuringExecution", "preferredDuringSchedulingIgnoredDuringExecution"])] },
                    ] }] },
                    Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((1, 1007, 1012)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
                    Field { name: "nodeSelector", optional: true, default: None, shapes: &[Shape::Map(&Shape::Leaf(Leaf::LabelValue))] },
                    Field { name: "tolerations", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((1, 1234, 1236)) }), shapes: &[Shape::Keyed { key: Leaf::Anything, contract: ("kubernetes.ncl", "Tolerations"), item: &Shape::Record { open: false, fields: &[
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
                Field { name: "secretAnnotations", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((1, 2211, 2213)) }), shapes: &[Shape::Record { open: false, fields: &[
                    Field { name: "key", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((1, 625, 627)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
                    Field { name: "token", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((1, 811, 813)) }), shapes: &[Shape::Map(&Shape::Map(&Shape::Leaf(Leaf::AnnotationValue)))] },
                ] }] },
                Field { name: "usingSecretKey", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((1, 1919, 1924)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
            ] }] },
            Field { name: "openid", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((1, 5507, 5509)) }), shapes: &[Shape::Record { open: false, fields: &[
                Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((1, 2413, 2418)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
                Field { name: "openIDAcceptedTimeLeewaySeconds", optional: false, default: Some(Default { value: Written::Text("0"), place: Some((1, 3176, 3179)) }), shapes: &[Shape::Leaf(Leaf::CountText)] },
                Field { name: "openIDAllowedAudiences", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((1, 2686, 2688)) }), shapes: &[Shape::List(&Shape::Leaf(Leaf::String))] },
                Field { name: "openIDAllowedTokenIssuers", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((1, 2551, 2553)) }), shapes: &[Shape::List(&Shape::Leaf(Leaf::IssuerUrl))] },
                Field { name: "openIDCacheExpirationSeconds", optional: false, default: Some(Default { value: Written::Text("86400"), place: Some((1, 3626, 3633)) }), shapes: &[Shape::Leaf(Leaf::CountText)] },
                Field { name: "openIDCacheRefreshAfterWriteSeconds", optional: false, default: Some(Default { value: Written::Text("64800"), place: Some((1, 3470, 3477)) }), shapes: &[Shape::Leaf(Leaf::CountText)] },
                Field { name: "openIDCacheSize", optional: false, default: Some(Default { value: Written::Text("5"), place: Some((1, 3298, 3301)) }), shapes: &[Shape::Leaf(Leaf::CountText)] },
                Field { name: "openIDFallbackDiscoveryMode", optional: false, default: Some(Default { value: Written::Text("DISABLED"), place: Some((1, 4412, 4422)) }), shapes: &[Shape::OneOf(&["DISABLED", "KUBERNETES_DISCOVER_TRUSTED_ISSUER", "KUBERNETES_DISCOVER_PUBLIC_KEYS"])] },
                Field { name: "openIDHttpConnectionTimeoutMillis", optional: false, default: Some(Default { value: Written::Text("10000"), place: Some((1, 3774, 3781)) }), shapes: &[Shape::Leaf(Leaf::CountText)] },
                Field { name: "openIDHttpReadTimeoutMillis", optional: false, default: Some(Default { value: Written::Text("10000"), place: Some((1, 3909, 3916)) }), shapes: &[Shape::Leaf(Leaf::CountText)] },
                Field { name: "openIDKeyIdCacheMissRefreshSeconds", optional: false, default: Some(Default { value: Written::Text("300"), place: Some((1, 4071, 4076)) }), shapes: &[Shape::Leaf(Leaf::CountText)] },
                Field { name: "openIDRequireIssuersUseHttps", optional: false, default: Some(Default { value: Written::Text("true"), place: Some((1, 4204, 4210)) }), shapes: &[Shape::Leaf(Leaf::SwitchText)] },
                Field { name: "openIDRoleClaim", optional: false, default: Some(Default { value: Written::Null, place: Some((1, 3020, 3024)) }), shapes: &[Shape::Nullable(&Shape::Leaf(Leaf::String))] },
                Field { name: "openIDTokenIssuerTrustCertsFilePath", optional: false, default: Some(Default { value: Written::Null, place: Some((1, 2874, 2878)) }), shapes: &[Shape::Nullable(&Shape::Leaf(Leaf::AbsolutePath))] },
            ] }] },
        ] }] },
        Field { name: "authorization", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((1, 5822, 5824)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((1, 5746, 5751)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
        ] }] },
        Field { name: "superUsers", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((1, 5999, 6001)) }), shapes: &[Shape::Record { open: true, fields: &[
            Field { name: "broker", optional: false, default: Some(Default { value: Written::Text("broker-admin"), place: Some((1, 4581, 4595)) }), shapes: &[Shape::Leaf(Leaf::String)] },
            Field { name: "client", optional: false, default: Some(Default { value: Written::Text("admin"), place: Some((1, 4868, 4875)) }), shapes: &[Shape::Leaf(Leaf::String)] },
            Field { name: "manager", optional: false, default: Some(Default { value: Written::Text(""), place: Some((1, 5013, 5015)) }), shapes: &[Shape::Leaf(Leaf::String)] },
            Field { name: "proxy", optional: false, default: Some(Default { value: Written::Text("proxy-admin"), place: Some((1, 4731, 4744)) }), shapes: &[Shape::Leaf(Leaf::String)] },
        ] }, Shape::Map(&Shape::Leaf(Leaf::String))] },
        Field { name: "useProxyRoles", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((1, 6214, 6218)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
    ] }] },
    Field { name: "autorecovery", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((0, 11371, 11373)) }), shapes: &[Shape::Record { open: false, fields: &[
        Field { name: "affinity", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((2, 2769, 2771)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "anti_affinity", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((2, 2523, 2527)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
            Field { name: "anti_affinity_topology_key", optional: false, default: Some(Default { value: Written::Text("kubernetes.io/hostname"), place: Some((2, 2574, 2598)) }), shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
            Field { name: "type", optional: false, default: Some(Default { value: Written::Text("requiredDuringSchedulingIgnoredDuringExecution"), place: Some((2, 2623, 2671)) }), shapes: &[Shape::OneOf(&["requiredDuringSchedulingIgnoredDuringExecution", "preferredDuringSchedulingIgnoredDuringExecution"])] },
        ] }] },
        Field { name: "annotations", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((2, 3665, 3667)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
        Field { name: "appAnnotations", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((2, 3552, 3554)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
        Field { name: "component", optional: false, default: Some(Default { value: Written::Text("recovery"), place: Some((2, 1456, 1466)) }), shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
        Field { name: "configData", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((2, 5565, 5567)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::Scalar)), Shape::Record { open: true, fields: &[
            Field { name: "BOOKIE_MEM", optional: false, default: Some(Default { value: Written::Text("-Xms64m -Xmx128m"), place: Some((2, 5167, 5185)) }), shapes: &[Shape::Leaf(Leaf::Scalar)] },
            Field { name: "PULSAR_PREFIX_useV2WireProtocol", optional: false, default: Some(Default { value: Written::Text("true"), place: Some((2, 5346, 5352)) }), shapes: &[Shape::Leaf(Leaf::Scalar)] },
        ] }] },
        Field { name: "extraVolumeMounts", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((2, 4650, 4652)) }), shapes: &[Shape::Keyed { key: Leaf::DnsLabel, contract: ("kubernetes.ncl", "VolumeMounts"), item: &Shape::Record { open: true, fields: &[
            Field { name: "mountPath", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
            Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
        ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
            Field { name: "mountPath", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
            Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
        ] }) }] },
        Field { name: "extraVolumes", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((2, 4358, 4360)) }), shapes: &[Shape::Keyed { key: Leaf::DnsLabel, contract: ("kubernetes.ncl", "Volumes"), item: &Shape::Record { open: true, fields: &[
            Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
        ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
            Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
        ] }) }] },
        Field { name: "gracePeriod", optional: false, default: Some(Default { value: Written::Integer(30), place: Some((2, 3845, 3847)) }), shapes: &[Shape::Leaf(Leaf::Count)] },
        Field { name: "initContainers", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((2, 1757, 1759)) }), shapes: &[Shape::Keyed { key: Leaf::DnsLabel, contract: ("kubernetes.ncl", "Containers"), item: &Shape::Record { open: true, fields: &[
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
        Field { name: "initContainersExtraVolumeMounts", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((2, 4533, 4535)) }), shapes: &[Shape::Keyed { key: Leaf::DnsLabel, contract: ("kubernetes.ncl", "VolumeMounts"), item: &Shape::Record { open: true, fields: &[
            Field { name: "mountPath", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
            Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
        ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
            Field { name: "mountPath", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
            Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
        ] }) }] },
        Field { name: "nodeSelector", optional: true, default: None, shapes: &[Shape::Map(&Shape::Leaf(Leaf::LabelValue))] },
        Field { name: "podMonitor", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((2, 2040, 2042)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((2, 1822, 1826)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
            Field { name: "interval", optional: false, default: Some(Default { value: Written::Text("60s"), place: Some((2, 1855, 1860)) }), shapes: &[Shape::Leaf(Leaf::ScrapeDuration)] },
            Field { name: "metricRelabelings", optional: false, default: Some(Default { value: Written::Null, place: Some((3, 835, 839)) }), shapes: &[Shape::Nullable(&Shape::List(&Shape::Record { open: true, fields: &[
            ] }))] },
            Field { name: "scrapeTimeout", optional: false, default: Some(Default { value: Written::Text("60s"), place: Some((2, 1894, 1899)) }), shapes: &[Shape::Leaf(Leaf::ScrapeDuration)] },
        ] }] },
        Field { name: "ports", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((2, 2455, 2457)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "http", optional: false, default: Some(Default { value: Written::Integer(8000), place: Some((2, 2377, 2381)) }), shapes: &[Shape::Leaf(Leaf::Port)] },
        ] }] },
        Field { name: "priorityClassName", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::ObjectNameOrEmpty)] },
        Field { name: "replicaCount", optional: false, default: Some(Default { value: Written::Integer(1), place: Some((2, 1611, 1612)) }), shapes: &[Shape::Leaf(Leaf::Count)] },
        Field { name: "resources", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((2, 4242, 4244)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "claims", optional: true, default: None, shapes: &[Shape::List(&Shape::Record { open: true, fields: &[Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::String)] }] })] },
            Field { name: "limits", optional: true, default: None, shapes: &[Shape::Map(&Shape::Leaf(Leaf::Quantity))] },
            Field { name: "requests", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((2, 4119, 4121)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::Quantity)), Shape::Record { open: true, fields: &[
                Field { name: "cpu", optional: false, default: Some(Default { value: Written::Decimal(0.05), place: Some((2, 1201, 1205)) }), shapes: &[Shape::Leaf(Leaf::Quantity)] },
                Field { name: "memory", optional: false, default: Some(Default { value: Written::Text("128Mi"), place: Some((2, 1092, 1099)) }), shapes: &[Shape::Leaf(Leaf::Quantity)] },
            ] }] },
        ] }] },
        Field { name: "restartPodsOnConfigMapChange", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((2, 2259, 2264)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
        Field { name: "service", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((2, 4784, 4786)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "annotations", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((4, 703, 705)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
        ] }] },
        Field { name: "service_account", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((2, 4939, 4941)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "annotations", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((5, 8105, 8107)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
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
        Field { name: "topologySpreadConstraints", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((2, 3011, 3013)) }), shapes: &[Shape::Keyed { key: Leaf::Anything, contract: ("kubernetes.ncl", "TopologySpreadConstraints"), item: &Shape::Record { open: false, fields: &[
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
        Field { name: "waitBookkeeperTimeout", optional: false, default: Some(Default { value: Written::Integer(120), place: Some((2, 4049, 4052)) }), shapes: &[Shape::Leaf(Leaf::Count)] },
    ] }] },
    Field { name: "bookkeeper", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((0, 11264, 11266)) }), shapes: &[Shape::Record { open: false, fields: &[
        Field { name: "additionalCommand", optional: false, default: Some(Default { value: Written::Null, place: Some((6, 8275, 8279)) }), shapes: &[Shape::Nullable(&Shape::Leaf(Leaf::String))] },
        Field { name: "affinity", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((6, 5761, 5763)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "anti_affinity", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((6, 5515, 5519)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
            Field { name: "anti_affinity_topology_key", optional: false, default: Some(Default { value: Written::Text("kubernetes.io/hostname"), place: Some((6, 5566, 5590)) }), shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
            Field { name: "type", optional: false, default: Some(Default { value: Written::Text("requiredDuringSchedulingIgnoredDuringExecution"), place: Some((6, 5615, 5663)) }), shapes: &[Shape::OneOf(&["requiredDuringSchedulingIgnoredDuringExecution", "preferredDuringSchedulingIgnoredDuringExecution"])] },
        ] }] },
        Field { name: "annotations", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((6, 6661, 6663)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
        Field { name: "appAnnotations", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((6, 6548, 6550)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
        Field { name: "component", optional: false, default: Some(Default { value: Written::Text("bookie"), place: Some((6, 2237, 2245)) }), shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
        Field { name: "configData", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((6, 15374, 15376)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::Scalar)), Shape::Record { open: true, fields: &[
            Field { name: "PULSAR_GC", optional: false, default: Some(Default { value: Written::Text("-XX:+UseZGC -XX:+ZGenerational -XX:+AlwaysPreTouch -XX:+UseTransparentHugePages -XX:+ExitOnOutOfMemoryError -XX:+DisableExplicitGC -XX:+PerfDisableSharedMem"), place: Some((6, 13108, 13266)) }), shapes: &[Shape::Leaf(Leaf::Scalar)] },
            Field { name: "PULSAR_MEM", optional: false, default: Some(Default { value: Written::Text("-Xms128m -Xmx256m -XX:MaxDirectMemorySize=256m"), place: Some((6, 12918, 12966)) }), shapes: &[Shape::Leaf(Leaf::Scalar)] },
            Field { name: "PULSAR_PREFIX_entryLocationCompactionInterval", optional: false, default: Some(Default { value: Written::Text("86400"), place: Some((6, 14454, 14461)) }), shapes: &[Shape::Leaf(Leaf::Scalar)] },
            Field { name: "diskCheckInterval", optional: false, default: Some(Default { value: Written::Text("1800"), place: Some((6, 15170, 15176)) }), shapes: &[Shape::Leaf(Leaf::Scalar)] },
            Field { name: "diskUsageLwmThreshold", optional: false, default: Some(Default { value: Written::Text("0.85"), place: Some((6, 14645, 14651)) }), shapes: &[Shape::Leaf(Leaf::Scalar)] },
            Field { name: "diskUsageThreshold", optional: false, default: Some(Default { value: Written::Text("0.95"), place: Some((6, 15039, 15045)) }), shapes: &[Shape::Leaf(Leaf::Scalar)] },
            Field { name: "diskUsageWarnThreshold", optional: false, default: Some(Default { value: Written::Text("0.9"), place: Some((6, 14844, 14849)) }), shapes: &[Shape::Leaf(Leaf::Scalar)] },
            Field { name: "gcWaitTime", optional: false, default: Some(Default { value: Written::Text("300000"), place: Some((6, 14002, 14010)) }), shapes: &[Shape::Leaf(Leaf::Scalar)] },
            Field { name: "isForceGCAllowWhenNoSpace", optional: false, default: Some(Default { value: Written::Text("true"), place: Some((6, 14194, 14200)) }), shapes: &[Shape::Leaf(Leaf::Scalar)] },
            Field { name: "majorCompactionInterval", optional: false, default: Some(Default { value: Written::Text("10800"), place: Some((6, 13859, 13866)) }), shapes: &[Shape::Leaf(Leaf::Scalar)] },
            Field { name: "majorCompactionThreshold", optional: false, default: Some(Default { value: Written::Text("0.8"), place: Some((6, 13734, 13739)) }), shapes: &[Shape::Leaf(Leaf::Scalar)] },
            Field { name: "minorCompactionInterval", optional: false, default: Some(Default { value: Written::Text("360"), place: Some((6, 13560, 13565)) }), shapes: &[Shape::Leaf(Leaf::Scalar)] },
            Field { name: "minorCompactionThreshold", optional: false, default: Some(Default { value: Written::Text("0.2"), place: Some((6, 13435, 13440)) }), shapes: &[Shape::Leaf(Leaf::Scalar)] },
        ] }] },
        Field { name: "extraVolumeMounts", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((6, 8067, 8069)) }), shapes: &[Shape::Keyed { key: Leaf::DnsLabel, contract: ("kubernetes.ncl", "VolumeMounts"), item: &Shape::Record { open: true, fields: &[
            Field { name: "mountPath", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
            Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
        ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
            Field { name: "mountPath", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
            Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
        ] }) }] },
        Field { name: "extraVolumes", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((6, 7950, 7952)) }), shapes: &[Shape::Keyed { key: Leaf::DnsLabel, contract: ("kubernetes.ncl", "Volumes"), item: &Shape::Record { open: true, fields: &[
            Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
        ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
            Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
        ] }) }] },
        Field { name: "gracePeriod", optional: false, default: Some(Default { value: Written::Integer(30), place: Some((6, 6851, 6853)) }), shapes: &[Shape::Leaf(Leaf::Count)] },
        Field { name: "indexDirectories", optional: false, default: Some(Default { value: Written::Null, place: Some((6, 11816, 11820)) }), shapes: &[Shape::Nullable(&Shape::Leaf(Leaf::TextOrList))] },
        Field { name: "initContainers", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((6, 3707, 3709)) }), shapes: &[Shape::Keyed { key: Leaf::DnsLabel, contract: ("kubernetes.ncl", "Containers"), item: &Shape::Record { open: true, fields: &[
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
        Field { name: "metadata", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((6, 2989, 2991)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "initTimeout", optional: false, default: Some(Default { value: Written::Integer(60), place: Some((6, 2560, 2562)) }), shapes: &[Shape::Leaf(Leaf::Count)] },
            Field { name: "resources", optional: false, default: Some(Default { value: Written::Null, place: Some((6, 2872, 2876)) }), shapes: &[Shape::Nullable(&Shape::Record { open: false, fields: &[
                Field { name: "claims", optional: true, default: None, shapes: &[Shape::List(&Shape::Record { open: true, fields: &[Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::String)] }] })] },
                Field { name: "limits", optional: true, default: None, shapes: &[Shape::Map(&Shape::Leaf(Leaf::Quantity))] },
                Field { name: "requests", optional: true, default: None, shapes: &[Shape::Map(&Shape::Leaf(Leaf::Quantity))] },
            ] })] },
            Field { name: "waitOxiaTimeout", optional: false, default: Some(Default { value: Written::Integer(600), place: Some((6, 2730, 2733)) }), shapes: &[Shape::Leaf(Leaf::Count)] },
            Field { name: "waitZookeeperTimeout", optional: false, default: Some(Default { value: Written::Integer(600), place: Some((6, 2436, 2439)) }), shapes: &[Shape::Leaf(Leaf::Count)] },
        ] }] },
        Field { name: "nodeSelector", optional: true, default: None, shapes: &[Shape::Map(&Shape::Leaf(Leaf::LabelValue))] },
        Field { name: "pdb", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((6, 12690, 12692)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "maxUnavailable", optional: false, default: Some(Default { value: Written::Integer(1), place: Some((7, 567, 568)) }), shapes: &[Shape::Leaf(Leaf::CountOrPercentage)] },
            Field { name: "usePolicy", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((7, 376, 380)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
        ] }] },
        Field { name: "podManagementPolicy", optional: false, default: Some(Default { value: Written::Text("Parallel"), place: Some((6, 3552, 3562)) }), shapes: &[Shape::OneOf(&["OrderedReady", "Parallel"])] },
        Field { name: "podMonitor", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((6, 3990, 3992)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((6, 3772, 3776)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
            Field { name: "interval", optional: false, default: Some(Default { value: Written::Text("60s"), place: Some((6, 3805, 3810)) }), shapes: &[Shape::Leaf(Leaf::ScrapeDuration)] },
            Field { name: "metricRelabelings", optional: false, default: Some(Default { value: Written::Null, place: Some((3, 835, 839)) }), shapes: &[Shape::Nullable(&Shape::List(&Shape::Record { open: true, fields: &[
            ] }))] },
            Field { name: "scrapeTimeout", optional: false, default: Some(Default { value: Written::Text("60s"), place: Some((6, 3844, 3849)) }), shapes: &[Shape::Leaf(Leaf::ScrapeDuration)] },
        ] }] },
        Field { name: "ports", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((6, 4721, 4723)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "bookie", optional: false, default: Some(Default { value: Written::Integer(3181), place: Some((6, 4474, 4478)) }), shapes: &[Shape::Leaf(Leaf::Port)] },
            Field { name: "http", optional: false, default: Some(Default { value: Written::Integer(8000), place: Some((6, 4358, 4362)) }), shapes: &[Shape::Leaf(Leaf::Port)] },
            Field { name: "statestore", optional: false, default: Some(Default { value: Written::Integer(4181), place: Some((6, 4643, 4647)) }), shapes: &[Shape::Leaf(Leaf::Port)] },
        ] }] },
        Field { name: "priorityClassName", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::ObjectNameOrEmpty)] },
        Field { name: "probe", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((6, 5447, 5449)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "liveness", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((6, 4945, 4947)) }), shapes: &[Shape::Record { open: false, fields: &[
                Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((6, 1615, 1619)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
                Field { name: "failureThreshold", optional: false, default: Some(Default { value: Written::Integer(60), place: Some((6, 1652, 1654)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
                Field { name: "initialDelaySeconds", optional: false, default: Some(Default { value: Written::Integer(10), place: Some((6, 1690, 1692)) }), shapes: &[Shape::Leaf(Leaf::Count)] },
                Field { name: "periodSeconds", optional: false, default: Some(Default { value: Written::Integer(30), place: Some((6, 1722, 1724)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
                Field { name: "timeoutSeconds", optional: false, default: Some(Default { value: Written::Integer(5), place: Some((6, 1755, 1756)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
            ] }] },
            Field { name: "readiness", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((6, 5109, 5111)) }), shapes: &[Shape::Record { open: false, fields: &[
                Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((6, 1615, 1619)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
                Field { name: "failureThreshold", optional: false, default: Some(Default { value: Written::Integer(60), place: Some((6, 1652, 1654)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
                Field { name: "initialDelaySeconds", optional: false, default: Some(Default { value: Written::Integer(10), place: Some((6, 1690, 1692)) }), shapes: &[Shape::Leaf(Leaf::Count)] },
                Field { name: "periodSeconds", optional: false, default: Some(Default { value: Written::Integer(30), place: Some((6, 1722, 1724)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
                Field { name: "timeoutSeconds", optional: false, default: Some(Default { value: Written::Integer(5), place: Some((6, 1755, 1756)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
            ] }] },
            Field { name: "startup", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((6, 5304, 5306)) }), shapes: &[Shape::Record { open: false, fields: &[
                Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((6, 1852, 1857)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
                Field { name: "failureThreshold", optional: false, default: Some(Default { value: Written::Integer(30), place: Some((6, 1890, 1892)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
                Field { name: "initialDelaySeconds", optional: false, default: Some(Default { value: Written::Integer(60), place: Some((6, 1928, 1930)) }), shapes: &[Shape::Leaf(Leaf::Count)] },
                Field { name: "periodSeconds", optional: false, default: Some(Default { value: Written::Integer(30), place: Some((6, 1960, 1962)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
                Field { name: "timeoutSeconds", optional: false, default: Some(Default { value: Written::Integer(5), place: Some((6, 1993, 1994)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
            ] }] },
        ] }] },
        Field { name: "replicaCount", optional: false, default: Some(Default { value: Written::Integer(4), place: Some((6, 3151, 3152)) }), shapes: &[Shape::Leaf(Leaf::Count)] },
        Field { name: "resources", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((6, 7260, 7262)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "claims", optional: true, default: None, shapes: &[Shape::List(&Shape::Record { open: true, fields: &[Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::String)] }] })] },
            Field { name: "limits", optional: true, default: None, shapes: &[Shape::Map(&Shape::Leaf(Leaf::Quantity))] },
            Field { name: "requests", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((6, 7137, 7139)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::Quantity)), Shape::Record { open: true, fields: &[
                Field { name: "cpu", optional: false, default: Some(Default { value: Written::Decimal(0.2), place: Some((6, 1548, 1551)) }), shapes: &[Shape::Leaf(Leaf::Quantity)] },
                Field { name: "memory", optional: false, default: Some(Default { value: Written::Text("512Mi"), place: Some((6, 1439, 1446)) }), shapes: &[Shape::Leaf(Leaf::Quantity)] },
            ] }] },
        ] }] },
        Field { name: "restartPodsOnConfigMapChange", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((6, 4209, 4214)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
        Field { name: "securityContext", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((6, 7834, 7836)) }), shapes: &[Shape::Record { open: true, fields: &[
        ] }, Shape::Record { open: true, fields: &[
            Field { name: "fsGroup", optional: false, default: Some(Default { value: Written::Integer(0), place: Some((6, 7489, 7490)) }), shapes: &[Shape::Leaf(Leaf::WholeNumber)] },
            Field { name: "fsGroupChangePolicy", optional: false, default: Some(Default { value: Written::Text("OnRootMismatch"), place: Some((6, 7708, 7724)) }), shapes: &[Shape::OneOf(&["Always", "OnRootMismatch"])] },
        ] }] },
        Field { name: "service", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((6, 12557, 12559)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "annotations", optional: true, default: None, shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
            Field { name: "spec", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((6, 12461, 12463)) }), shapes: &[Shape::Record { open: true, fields: &[
                Field { name: "publishNotReadyAddresses", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((6, 12322, 12326)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
            ] }] },
        ] }] },
        Field { name: "service_account", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((6, 11973, 11975)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "annotations", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((5, 8105, 8107)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
        ] }] },
        Field { name: "tolerations", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((6, 6242, 6244)) }), shapes: &[Shape::Keyed { key: Leaf::Anything, contract: ("kubernetes.ncl", "Tolerations"), item: &Shape::Record { open: false, fields: &[
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
        Field { name: "topologySpreadConstraints", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((6, 6003, 6005)) }), shapes: &[Shape::Keyed { key: Leaf::Anything, contract: ("kubernetes.ncl", "TopologySpreadConstraints"), item: &Shape::Record { open: false, fields: &[
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
        Field { name: "updateStrategy", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((6, 3335, 3337)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "rollingUpdate", optional: true, default: None, shapes: &[Shape::Record { open: true, fields: &[
            ] }] },
            Field { name: "type", optional: false, default: Some(Default { value: Written::Text("RollingUpdate"), place: Some((5, 7526, 7541)) }), shapes: &[Shape::OneOf(&["RollingUpdate", "OnDelete"])] },
        ] }] },
        Field { name: "volumes", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((6, 11596, 11598)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "common", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((6, 11457, 11459)) }), shapes: &[Shape::Record { open: false, fields: &[
                Field { name: "local_storage", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((6, 11367, 11371)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
                Field { name: "name", optional: false, default: Some(Default { value: Written::Text("common"), place: Some((6, 11286, 11294)) }), shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
                Field { name: "selector", optional: true, default: None, shapes: &[Shape::Record { open: true, fields: &[
                    Field { name: "matchExpressions", optional: true, default: None, shapes: &[Shape::List(&Shape::Record { open: true, fields: &[] })] },
                    Field { name: "matchLabels", optional: true, default: None, shapes: &[Shape::Map(&Shape::Leaf(Leaf::LabelValue))] },
                ] }] },
                Field { name: "size", optional: false, default: Some(Default { value: Written::Text("60Gi"), place: Some((6, 11323, 11329)) }), shapes: &[Shape::Leaf(Leaf::Quantity)] },
                Field { name: "storageClass", optional: true, default: None, shapes: &[Shape::Record { open: true, fields: &[
                    Field { name: "fsType", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::Scalar)] },
                    Field { name: "provisioner", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
                    Field { name: "type", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::Scalar)] },
                ] }] },
                Field { name: "storageClassName", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::ObjectNameOrEmpty)] },
            ] }] },
            Field { name: "index", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((6, 11032, 11034)) }), shapes: &[Shape::Record { open: false, fields: &[
                Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((6, 10670, 10675)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
                Field { name: "local_storage", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((6, 10502, 10506)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
                Field { name: "mountPath", optional: false, default: Some(Default { value: Written::Text("/pulsar/data/bookkeeper/index"), place: Some((6, 10866, 10897)) }), shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
                Field { name: "name", optional: false, default: Some(Default { value: Written::Text("index"), place: Some((6, 10422, 10429)) }), shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
                Field { name: "selector", optional: true, default: None, shapes: &[Shape::Record { open: true, fields: &[
                    Field { name: "matchExpressions", optional: true, default: None, shapes: &[Shape::List(&Shape::Record { open: true, fields: &[] })] },
                    Field { name: "matchLabels", optional: true, default: None, shapes: &[Shape::Map(&Shape::Leaf(Leaf::LabelValue))] },
                ] }] },
                Field { name: "size", optional: false, default: Some(Default { value: Written::Text("10Gi"), place: Some((6, 10458, 10464)) }), shapes: &[Shape::Leaf(Leaf::Quantity)] },
                Field { name: "storageClass", optional: true, default: None, shapes: &[Shape::Record { open: true, fields: &[
                    Field { name: "fsType", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::Scalar)] },
                    Field { name: "provisioner", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
                    Field { name: "type", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::Scalar)] },
                ] }] },
                Field { name: "storageClassName", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::ObjectNameOrEmpty)] },
            ] }] },
            Field { name: "journal", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((6, 9444, 9446)) }), shapes: &[Shape::Record { open: false, fields: &[
                Field { name: "local_storage", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((6, 8670, 8674)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
                Field { name: "multiVolumes", optional: false, default: Some(Default { value: Written::List(&[Default { value: Written::Record(&[("mountPath", Default { value: Written::Text("/pulsar/data/bookkeeper/journal0"), place: Some((6, 9165, 9199)) }), ("name", Default { value: Written::Text("journal0"), place: Some((6, 9126, 9136)) }), ("size", Default { value: Written::Text("10Gi"), place: Some((6, 9145, 9151)) })]), place: Some((6, 9117, 9201)) }, Default { value: Written::Record(&[("mountPath", Default { value: Written::Text("/pulsar/data/bookkeeper/journal1"), place: Some((6, 9265, 9299)) }), ("name", Default { value: Written::Text("journal1"), place: Some((6, 9226, 9236)) }), ("size", Default { value: Written::Text("10Gi"), place: Some((6, 9245, 9251)) })]), place: Some((6, 9217, 9301)) }]), place: Some((6, 9101, 9316)) }), shapes: &[Shape::List(&Shape::Record { open: false, fields: &[
                    Field { name: "mountPath", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
                    Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
                    Field { name: "size", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::Quantity)] },
                    Field { name: "storageClassName", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
                ] })] },
                Field { name: "name", optional: false, default: Some(Default { value: Written::Text("journal"), place: Some((6, 8588, 8597)) }), shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
                Field { name: "selector", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((6, 8707, 8709)) }), shapes: &[Shape::Record { open: true, fields: &[
                    Field { name: "matchExpressions", optional: true, default: None, shapes: &[Shape::List(&Shape::Record { open: true, fields: &[] })] },
                    Field { name: "matchLabels", optional: true, default: None, shapes: &[Shape::Map(&Shape::Leaf(Leaf::LabelValue))] },
                ] }] },
                Field { name: "size", optional: false, default: Some(Default { value: Written::Text("10Gi"), place: Some((6, 8626, 8632)) }), shapes: &[Shape::Leaf(Leaf::Quantity)] },
                Field { name: "storageClass", optional: true, default: None, shapes: &[Shape::Record { open: true, fields: &[
                    Field { name: "fsType", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::Scalar)] },
                    Field { name: "provisioner", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
                    Field { name: "type", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::Scalar)] },
                ] }] },
                Field { name: "storageClassName", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::ObjectNameOrEmpty)] },
                Field { name: "useMultiVolumes", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((6, 8904, 8909)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
            ] }] },
            Field { name: "ledgers", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((6, 10353, 10355)) }), shapes: &[Shape::Record { open: false, fields: &[
                Field { name: "local_storage", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((6, 9597, 9601)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
                Field { name: "multiVolumes", optional: false, default: Some(Default { value: Written::List(&[Default { value: Written::Record(&[("mountPath", Default { value: Written::Text("/pulsar/data/bookkeeper/ledgers0"), place: Some((6, 10055, 10089)) }), ("name", Default { value: Written::Text("ledgers0"), place: Some((6, 10016, 10026)) }), ("size", Default { value: Written::Text("10Gi"), place: Some((6, 10035, 10041)) })]), place: Some((6, 10007, 10091)) }, Default { value: Written::Record(&[("mountPath", Default { value: Written::Text("/pulsar/data/bookkeeper/ledgers1"), place: Some((6, 10155, 10189)) }), ("name", Default { value: Written::Text("ledgers1"), place: Some((6, 10116, 10126)) }), ("size", Default { value: Written::Text("10Gi"), place: Some((6, 10135, 10141)) })]), place: Some((6, 10107, 10191)) }]), place: Some((6, 9991, 10206)) }), shapes: &[Shape::List(&Shape::Record { open: false, fields: &[
                    Field { name: "mountPath", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
                    Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
                    Field { name: "size", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::Quantity)] },
                    Field { name: "storageClassName", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
                ] })] },
                Field { name: "name", optional: false, default: Some(Default { value: Written::Text("ledgers"), place: Some((6, 9515, 9524)) }), shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
                Field { name: "selector", optional: true, default: None, shapes: &[Shape::Record { open: true, fields: &[
                    Field { name: "matchExpressions", optional: true, default: None, shapes: &[Shape::List(&Shape::Record { open: true, fields: &[] })] },
                    Field { name: "matchLabels", optional: true, default: None, shapes: &[Shape::Map(&Shape::Leaf(Leaf::LabelValue))] },
                ] }] },
                Field { name: "size", optional: false, default: Some(Default { value: Written::Text("50Gi"), place: Some((6, 9553, 9559)) }), shapes: &[Shape::Leaf(Leaf::Quantity)] },
                Field { name: "storageClass", optional: true, default: None, shapes: &[Shape::Record { open: true, fields: &[
                    Field { name: "fsType", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::Scalar)] },
                    Field { name: "provisioner", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
                    Field { name: "type", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::Scalar)] },
                ] }] },
                Field { name: "storageClassName", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::ObjectNameOrEmpty)] },
                Field { name: "useMultiVolumes", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((6, 9795, 9800)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
            ] }] },
            Field { name: "persistence", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((6, 8515, 8519)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
            Field { name: "useSingleCommonVolume", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((6, 11213, 11218)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
        ] }] },
        Field { name: "waitMetadataTimeout", optional: false, default: Some(Default { value: Written::Integer(600), place: Some((6, 7067, 7070)) }), shapes: &[Shape::Leaf(Leaf::Count)] },
    ] }] },
    Field { name: "broker", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((0, 11975, 11977)) }), shapes: &[Shape::Record { open: false, fields: &[
        Field { name: "additionalCommand", optional: false, default: Some(Default { value: Written::Null, place: Some((8, 11010, 11014)) }), shapes: &[Shape::Nullable(&Shape::Leaf(Leaf::String))] },
        Field { name: "affinity", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((8, 7387, 7389)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "anti_affinity", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((8, 7140, 7144)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
            Field { name: "anti_affinity_topology_key", optional: false, default: Some(Default { value: Written::Text("kubernetes.io/hostname"), place: Some((8, 7191, 7215)) }), shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
            Field { name: "type", optional: false, default: Some(Default { value: Written::Text("preferredDuringSchedulingIgnoredDuringExecution"), place: Some((8, 7240, 7289)) }), shapes: &[Shape::OneOf(&["requiredDuringSchedulingIgnoredDuringExecution", "preferredDuringSchedulingIgnoredDuringExecution"])] },
        ] }] },
        Field { name: "annotations", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((8, 8287, 8289)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
        Field { name: "appAnnotations", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((8, 8174, 8176)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
        Field { name: "autoscaling", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((8, 4456, 4458)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "behavior", optional: false, default: Some(Default { value: Written::Null, place: Some((9, 980, 984)) }), shapes: &[Shape::Nullable(&Shape::Record { open: true, fields: &[] })] },
            Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((9, 387, 392)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
            Field { name: "maxReplicas", optional: false, default: Some(Default { value: Written::Integer(3), place: Some((9, 631, 632)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
            Field { name: "metrics", optional: false, default: Some(Default { value: Written::Null, place: Some((9, 820, 824)) }), shapes: &[Shape::Nullable(&Shape::List(&Shape::Record { open: true, fields: &[Field { name: "type", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::String)] }] }))] },
            Field { name: "minReplicas", optional: false, default: Some(Default { value: Written::Integer(1), place: Some((9, 511, 512)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
        ] }] },
        Field { name: "component", optional: false, default: Some(Default { value: Written::Text("broker"), place: Some((8, 3644, 3652)) }), shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
        Field { name: "configData", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((8, 10802, 10804)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::Scalar)), Shape::Record { open: true, fields: &[
            Field { name: "PULSAR_GC", optional: false, default: Some(Default { value: Written::Text("-XX:+UseZGC -XX:+ZGenerational -XX:+AlwaysPreTouch -XX:+UseTransparentHugePages -XX:+ExitOnOutOfMemoryError -XX:+DisableExplicitGC -XX:+PerfDisableSharedMem"), place: Some((8, 9854, 10012)) }), shapes: &[Shape::Leaf(Leaf::Scalar)] },
            Field { name: "PULSAR_MEM", optional: false, default: Some(Default { value: Written::Text("-Xms128m -Xmx256m -XX:MaxDirectMemorySize=256m"), place: Some((8, 9664, 9712)) }), shapes: &[Shape::Leaf(Leaf::Scalar)] },
            Field { name: "managedLedgerDefaultAckQuorum", optional: false, default: Some(Default { value: Written::Text("2"), place: Some((8, 10555, 10558)) }), shapes: &[Shape::Leaf(Leaf::Scalar)] },
            Field { name: "managedLedgerDefaultEnsembleSize", optional: false, default: Some(Default { value: Written::Text("2"), place: Some((8, 10206, 10209)) }), shapes: &[Shape::Leaf(Leaf::Scalar)] },
            Field { name: "managedLedgerDefaultWriteQuorum", optional: false, default: Some(Default { value: Written::Text("2"), place: Some((8, 10361, 10364)) }), shapes: &[Shape::Leaf(Leaf::Scalar)] },
        ] }] },
        Field { name: "extraEnvs", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((8, 9436, 9438)) }), shapes: &[Shape::Keyed { key: Leaf::NonEmptyText, contract: ("kubernetes.ncl", "EnvVars"), item: &Shape::Record { open: true, fields: &[
            Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
            Field { name: "value", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
        ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
            Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
            Field { name: "value", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
        ] }) }] },
        Field { name: "extraVolumeMounts", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((8, 9274, 9276)) }), shapes: &[Shape::Keyed { key: Leaf::DnsLabel, contract: ("kubernetes.ncl", "VolumeMounts"), item: &Shape::Record { open: true, fields: &[
            Field { name: "mountPath", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
            Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
        ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
            Field { name: "mountPath", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
            Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
        ] }) }] },
        Field { name: "extraVolumes", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((8, 9157, 9159)) }), shapes: &[Shape::Keyed { key: Leaf::DnsLabel, contract: ("kubernetes.ncl", "Volumes"), item: &Shape::Record { open: true, fields: &[
            Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
        ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
            Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
        ] }) }] },
        Field { name: "gracePeriod", optional: false, default: Some(Default { value: Written::Integer(30), place: Some((8, 8467, 8469)) }), shapes: &[Shape::Leaf(Leaf::Count)] },
        Field { name: "headlessService", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((8, 11577, 11579)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "annotations", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((4, 703, 705)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
        ] }] },
        Field { name: "initContainers", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((8, 5057, 5059)) }), shapes: &[Shape::Keyed { key: Leaf::DnsLabel, contract: ("kubernetes.ncl", "Containers"), item: &Shape::Record { open: true, fields: &[
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
        Field { name: "packageManagement", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((8, 13911, 13913)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((8, 12444, 12449)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
            Field { name: "fileSystemStorage", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((8, 13803, 13805)) }), shapes: &[Shape::Record { open: false, fields: &[
                Field { name: "claimName", optional: false, default: Some(Default { value: Written::Text("pulsar-broker-package-storage"), place: Some((8, 13027, 13058)) }), shapes: &[Shape::Leaf(Leaf::ObjectName)] },
                Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((8, 12676, 12681)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
                Field { name: "persistentVolume", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((8, 13457, 13459)) }), shapes: &[Shape::Record { open: true, fields: &[
                ] }] },
                Field { name: "persistentVolumeClaim", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((8, 13697, 13699)) }), shapes: &[Shape::Record { open: true, fields: &[
                    Field { name: "metadata", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((8, 2734, 2736)) }), shapes: &[Shape::Record { open: true, fields: &[
                        Field { name: "name", optional: false, default: Some(Default { value: Written::Text("pulsar-broker-package-storage"), place: Some((8, 2635, 2666)) }), shapes: &[Shape::Leaf(Leaf::ObjectName)] },
                    ] }] },
                    Field { name: "spec", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((8, 3398, 3400)) }), shapes: &[Shape::Record { open: true, fields: &[
                        Field { name: "accessModes", optional: false, default: Some(Default { value: Written::List(&[Default { value: Written::Text("ReadWriteOnce"), place: Some((8, 2900, 2915)) }]), place: Some((8, 2899, 2916)) }), shapes: &[Shape::List(&Shape::OneOf(&["ReadWriteOnce", "ReadOnlyMany", "ReadWriteMany", "ReadWriteOncePod"]))] },
                        Field { name: "resources", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((8, 3297, 3299)) }), shapes: &[Shape::Record { open: true, fields: &[
                            Field { name: "requests", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((8, 3215, 3217)) }), shapes: &[Shape::Record { open: true, fields: &[
                                Field { name: "storage", optional: false, default: Some(Default { value: Written::Text("10Gi"), place: Some((8, 3102, 3108)) }), shapes: &[Shape::Leaf(Leaf::Quantity)] },
                            ] }] },
                        ] }] },
                    ] }] },
                ] }] },
                Field { name: "storageClass", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((8, 13230, 13232)) }), shapes: &[Shape::Record { open: true, fields: &[
                ] }] },
                Field { name: "storagePath", optional: false, default: Some(Default { value: Written::Text("/pulsar/packages-storage"), place: Some((8, 12812, 12838)) }), shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
            ] }] },
        ] }] },
        Field { name: "pdb", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((8, 12098, 12100)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "maxUnavailable", optional: false, default: Some(Default { value: Written::Integer(1), place: Some((7, 567, 568)) }), shapes: &[Shape::Leaf(Leaf::CountOrPercentage)] },
            Field { name: "usePolicy", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((7, 376, 380)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
        ] }] },
        Field { name: "podManagementPolicy", optional: false, default: Some(Default { value: Written::Null, place: Some((8, 4723, 4727)) }), shapes: &[Shape::Nullable(&Shape::OneOf(&["OrderedReady", "Parallel"]))] },
        Field { name: "podMonitor", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((8, 5540, 5542)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "dropUnderscoreCreatedMetrics", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((8, 5397, 5399)) }), shapes: &[Shape::Record { open: false, fields: &[
                Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((3, 1107, 1111)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
                Field { name: "excludePatterns", optional: true, default: None, shapes: &[Shape::List(&Shape::Leaf(Leaf::String))] },
            ] }] },
            Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((8, 5122, 5126)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
            Field { name: "interval", optional: false, default: Some(Default { value: Written::Text("60s"), place: Some((8, 5155, 5160)) }), shapes: &[Shape::Leaf(Leaf::ScrapeDuration)] },
            Field { name: "metricRelabelings", optional: false, default: Some(Default { value: Written::Null, place: Some((3, 835, 839)) }), shapes: &[Shape::Nullable(&Shape::List(&Shape::Record { open: true, fields: &[
            ] }))] },
            Field { name: "scrapeTimeout", optional: false, default: Some(Default { value: Written::Text("60s"), place: Some((8, 5194, 5199)) }), shapes: &[Shape::Leaf(Leaf::ScrapeDuration)] },
        ] }] },
        Field { name: "ports", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((8, 6372, 6374)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "http", optional: false, default: Some(Default { value: Written::Integer(8080), place: Some((8, 5903, 5907)) }), shapes: &[Shape::Leaf(Leaf::Port)] },
            Field { name: "https", optional: false, default: Some(Default { value: Written::Integer(8443), place: Some((8, 6043, 6047)) }), shapes: &[Shape::Leaf(Leaf::Port)] },
            Field { name: "pulsar", optional: false, default: Some(Default { value: Written::Integer(6650), place: Some((8, 6142, 6146)) }), shapes: &[Shape::Leaf(Leaf::Port)] },
            Field { name: "pulsarssl", optional: false, default: Some(Default { value: Written::Integer(6651), place: Some((8, 6292, 6296)) }), shapes: &[Shape::Leaf(Leaf::Port)] },
        ] }] },
        Field { name: "priorityClassName", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::ObjectNameOrEmpty)] },
        Field { name: "probe", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((8, 7072, 7074)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "liveness", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((8, 6596, 6598)) }), shapes: &[Shape::Record { open: false, fields: &[
                Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((8, 1844, 1848)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
                Field { name: "failureThreshold", optional: false, default: Some(Default { value: Written::Integer(10), place: Some((8, 1881, 1883)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
                Field { name: "initialDelaySeconds", optional: false, default: Some(Default { value: Written::Integer(30), place: Some((8, 1919, 1921)) }), shapes: &[Shape::Leaf(Leaf::Count)] },
                Field { name: "periodSeconds", optional: false, default: Some(Default { value: Written::Integer(10), place: Some((8, 1951, 1953)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
                Field { name: "timeoutSeconds", optional: false, default: Some(Default { value: Written::Integer(5), place: Some((8, 1984, 1985)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
            ] }] },
            Field { name: "readiness", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((8, 6760, 6762)) }), shapes: &[Shape::Record { open: false, fields: &[
                Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((8, 1844, 1848)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
                Field { name: "failureThreshold", optional: false, default: Some(Default { value: Written::Integer(10), place: Some((8, 1881, 1883)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
                Field { name: "initialDelaySeconds", optional: false, default: Some(Default { value: Written::Integer(30), place: Some((8, 1919, 1921)) }), shapes: &[Shape::Leaf(Leaf::Count)] },
                Field { name: "periodSeconds", optional: false, default: Some(Default { value: Written::Integer(10), place: Some((8, 1951, 1953)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
                Field { name: "timeoutSeconds", optional: false, default: Some(Default { value: Written::Integer(5), place: Some((8, 1984, 1985)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
            ] }] },
            Field { name: "startup", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((8, 6955, 6957)) }), shapes: &[Shape::Record { open: false, fields: &[
                Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((8, 2081, 2086)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
                Field { name: "failureThreshold", optional: false, default: Some(Default { value: Written::Integer(30), place: Some((8, 2119, 2121)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
                Field { name: "initialDelaySeconds", optional: false, default: Some(Default { value: Written::Integer(60), place: Some((8, 2157, 2159)) }), shapes: &[Shape::Leaf(Leaf::Count)] },
                Field { name: "periodSeconds", optional: false, default: Some(Default { value: Written::Integer(10), place: Some((8, 2189, 2191)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
                Field { name: "timeoutSeconds", optional: false, default: Some(Default { value: Written::Integer(5), place: Some((8, 2222, 2223)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
            ] }] },
        ] }] },
        Field { name: "replicaCount", optional: false, default: Some(Default { value: Written::Integer(3), place: Some((8, 3776, 3777)) }), shapes: &[Shape::Leaf(Leaf::Count)] },
        Field { name: "resources", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((8, 9041, 9043)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "claims", optional: true, default: None, shapes: &[Shape::List(&Shape::Record { open: true, fields: &[Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::String)] }] })] },
            Field { name: "limits", optional: true, default: None, shapes: &[Shape::Map(&Shape::Leaf(Leaf::Quantity))] },
            Field { name: "requests", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((8, 8918, 8920)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::Quantity)), Shape::Record { open: true, fields: &[
                Field { name: "cpu", optional: false, default: Some(Default { value: Written::Decimal(0.2), place: Some((8, 1777, 1780)) }), shapes: &[Shape::Leaf(Leaf::Quantity)] },
                Field { name: "memory", optional: false, default: Some(Default { value: Written::Text("512Mi"), place: Some((8, 1668, 1675)) }), shapes: &[Shape::Leaf(Leaf::Quantity)] },
            ] }] },
        ] }] },
        Field { name: "restartPodsOnConfigMapChange", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((8, 5759, 5764)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
        Field { name: "securityContext", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((8, 4349, 4351)) }), shapes: &[Shape::Record { open: true, fields: &[
        ] }, Shape::Record { open: true, fields: &[
            Field { name: "fsGroup", optional: false, default: Some(Default { value: Written::Integer(0), place: Some((8, 4004, 4005)) }), shapes: &[Shape::Leaf(Leaf::WholeNumber)] },
            Field { name: "fsGroupChangePolicy", optional: false, default: Some(Default { value: Written::Text("OnRootMismatch"), place: Some((8, 4223, 4239)) }), shapes: &[Shape::OneOf(&["Always", "OnRootMismatch"])] },
        ] }] },
        Field { name: "service", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((8, 11449, 11451)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "annotations", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((8, 11334, 11336)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
            Field { name: "clusterIP", optional: false, default: Some(Default { value: Written::Text(""), place: Some((8, 11226, 11228)) }), shapes: &[Shape::Leaf(Leaf::ClusterIp)] },
        ] }] },
        Field { name: "service_account", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((8, 12253, 12255)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "annotations", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((5, 8105, 8107)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
        ] }] },
        Field { name: "statefulsetUpgrade", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((8, 11965, 11967)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((8, 11774, 11778)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
        ] }] },
        Field { name: "storageOffload", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((8, 15788, 15790)) }), shapes: &[Shape::Record { open: false, fields: &[
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
        Field { name: "tolerations", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((8, 7868, 7870)) }), shapes: &[Shape::Keyed { key: Leaf::Anything, contract: ("kubernetes.ncl", "Tolerations"), item: &Shape::Record { open: false, fields: &[
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
        Field { name: "topologySpreadConstraints", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((8, 7629, 7631)) }), shapes: &[Shape::Keyed { key: Leaf::Anything, contract: ("kubernetes.ncl", "TopologySpreadConstraints"), item: &Shape::Record { open: false, fields: &[
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
        Field { name: "updateStrategy", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((8, 4910, 4912)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "rollingUpdate", optional: true, default: None, shapes: &[Shape::Record { open: true, fields: &[
            ] }] },
            Field { name: "type", optional: false, default: Some(Default { value: Written::Text("RollingUpdate"), place: Some((5, 7526, 7541)) }), shapes: &[Shape::OneOf(&["RollingUpdate", "OnDelete"])] },
        ] }] },
        Field { name: "waitBookkeeperTimeout", optional: false, default: Some(Default { value: Written::Integer(120), place: Some((8, 8848, 8851)) }), shapes: &[Shape::Leaf(Leaf::Count)] },
        Field { name: "waitOxiaTimeout", optional: false, default: Some(Default { value: Written::Integer(600), place: Some((8, 8753, 8756)) }), shapes: &[Shape::Leaf(Leaf::Count)] },
        Field { name: "waitZookeeperTimeout", optional: false, default: Some(Default { value: Written::Integer(600), place: Some((8, 8642, 8645)) }), shapes: &[Shape::Leaf(Leaf::Count)] },
    ] }] },
    Field { name: "certs", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((0, 10982, 10984)) }), shapes: &[Shape::Record { open: false, fields: &[
        Field { name: "internal_issuer", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((10, 4658, 4660)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "apiVersion", optional: false, default: Some(Default { value: Written::Text("cert-manager.io/v1"), place: Some((10, 2697, 2717)) }), shapes: &[Shape::OneOf(&["cert-manager.io/v1"])] },
            Field { name: "component", optional: false, default: Some(Default { value: Written::Text("internal-cert-issuer"), place: Some((10, 3034, 3056)) }), shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
            Field { name: "duration", optional: false, default: Some(Default { value: Written::Text("2160h"), place: Some((10, 3401, 3408)) }), shapes: &[Shape::Leaf(Leaf::GoDuration)] },
            Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((10, 2892, 2897)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
            Field { name: "privateKey", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((10, 4563, 4565)) }), shapes: &[Shape::Record { open: false, fields: &[
                Field { name: "algorithm", optional: true, default: None, shapes: &[Shape::OneOf(&["RSA", "ECDSA", "Ed25519"])] },
                Field { name: "encoding", optional: true, default: None, shapes: &[Shape::OneOf(&["PKCS1", "PKCS8"])] },
                Field { name: "rotationPolicy", optional: false, default: Some(Default { value: Written::Text("Never"), place: Some((10, 3913, 3920)) }), shapes: &[Shape::OneOf(&["Never", "Always"])] },
                Field { name: "size", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
            ] }] },
            Field { name: "renewBefore", optional: false, default: Some(Default { value: Written::Text("360h"), place: Some((10, 3598, 3604)) }), shapes: &[Shape::Leaf(Leaf::GoDuration)] },
            Field { name: "type", optional: false, default: Some(Default { value: Written::Text("selfsigning"), place: Some((10, 3226, 3239)) }), shapes: &[Shape::OneOf(&["selfsigning", "ca"])] },
        ] }] },
        Field { name: "issuers", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((10, 6452, 6454)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "ca", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((10, 6350, 6352)) }), shapes: &[Shape::Record { open: false, fields: &[
                Field { name: "group", optional: false, default: Some(Default { value: Written::Text("cert-manager.io"), place: Some((10, 6175, 6192)) }), shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
                Field { name: "kind", optional: false, default: Some(Default { value: Written::Text("Issuer"), place: Some((10, 6026, 6034)) }), shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
                Field { name: "name", optional: false, default: Some(Default { value: Written::Null, place: Some((10, 5534, 5538)) }), shapes: &[Shape::Nullable(&Shape::Leaf(Leaf::ObjectNameOrEmpty))] },
                Field { name: "secretName", optional: false, default: Some(Default { value: Written::Null, place: Some((10, 5792, 5796)) }), shapes: &[Shape::Nullable(&Shape::Leaf(Leaf::ObjectNameOrEmpty))] },
            ] }] },
            Field { name: "selfsigning", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((10, 5258, 5260)) }), shapes: &[Shape::Record { open: false, fields: &[
                Field { name: "name", optional: false, default: Some(Default { value: Written::Null, place: Some((10, 4929, 4933)) }), shapes: &[Shape::Nullable(&Shape::Leaf(Leaf::ObjectNameOrEmpty))] },
                Field { name: "secretName", optional: false, default: Some(Default { value: Written::Null, place: Some((10, 5148, 5152)) }), shapes: &[Shape::Nullable(&Shape::Leaf(Leaf::ObjectNameOrEmpty))] },
            ] }] },
        ] }] },
    ] }] },
    Field { name: "checks", optional: true, default: None, shapes: &[Shape::Map(&Shape::Record { open: false, fields: &[
        Field { name: "level", optional: false, default: None, shapes: &[Shape::OneOf(&["allow", "warn", "deny"])] },
        Field { name: "reason", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
    ] })] },
    Field { name: "clusterDomain", optional: false, default: Some(Default { value: Written::Text("cluster.local"), place: Some((0, 5512, 5527)) }), shapes: &[Shape::Leaf(Leaf::DnsSubdomain)] },
    Field { name: "clusterName", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::ClusterName)] },
    Field { name: "components", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((0, 9625, 9627)) }), shapes: &[Shape::Record { open: false, fields: &[
        Field { name: "autorecovery", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((0, 2023, 2027)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
        Field { name: "bookkeeper", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((0, 1883, 1887)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
        Field { name: "broker", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((0, 2136, 2140)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
        Field { name: "dekaf", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((0, 2959, 2964)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
        Field { name: "function_worker", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((0, 2472, 2477)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
        Field { name: "functions", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((0, 2312, 2317)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
        Field { name: "oxia", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((0, 1769, 1774)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
        Field { name: "proxy", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((0, 2602, 2606)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
        Field { name: "pulsar_manager", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((0, 2844, 2849)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
        Field { name: "toolset", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((0, 2726, 2730)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
        Field { name: "zookeeper", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((0, 1665, 1669)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
    ] }] },
    Field { name: "defaultPullPolicy", optional: false, default: Some(Default { value: Written::Text("IfNotPresent"), place: Some((0, 10526, 10540)) }), shapes: &[Shape::OneOf(&["Always", "IfNotPresent", "Never"])] },
    Field { name: "defaultPulsarImageRepository", optional: false, default: Some(Default { value: Written::Null, place: Some((0, 9862, 9866)) }), shapes: &[Shape::Nullable(&Shape::Leaf(Leaf::ImageRepository))] },
    Field { name: "defaultPulsarImageTag", optional: false, default: Some(Default { value: Written::Null, place: Some((0, 10074, 10078)) }), shapes: &[Shape::Nullable(&Shape::Leaf(Leaf::ImageTag))] },
    Field { name: "dekaf", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((0, 12962, 12964)) }), shapes: &[Shape::Record { open: false, fields: &[
        Field { name: "component", optional: false, default: Some(Default { value: Written::Text("dekaf"), place: Some((11, 3978, 3985)) }), shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
        Field { name: "deployment", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((11, 4081, 4083)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "annotations", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((11, 1708, 1710)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
            Field { name: "extraContainers", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((11, 2495, 2497)) }), shapes: &[Shape::Keyed { key: Leaf::DnsLabel, contract: ("kubernetes.ncl", "Containers"), item: &Shape::Record { open: true, fields: &[
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
            Field { name: "extraEnv", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((11, 2639, 2641)) }), shapes: &[Shape::Keyed { key: Leaf::NonEmptyText, contract: ("kubernetes.ncl", "EnvVars"), item: &Shape::Record { open: true, fields: &[
                Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
                Field { name: "value", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
            ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
                Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
                Field { name: "value", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
            ] }) }] },
            Field { name: "extraVolumeMounts", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((11, 2383, 2385)) }), shapes: &[Shape::Keyed { key: Leaf::DnsLabel, contract: ("kubernetes.ncl", "VolumeMounts"), item: &Shape::Record { open: true, fields: &[
                Field { name: "mountPath", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
                Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
            ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
                Field { name: "mountPath", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
                Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
            ] }) }] },
            Field { name: "extraVolumes", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((11, 2250, 2252)) }), shapes: &[Shape::Keyed { key: Leaf::DnsLabel, contract: ("kubernetes.ncl", "Volumes"), item: &Shape::Record { open: true, fields: &[
                Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
            ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
                Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
            ] }) }] },
            Field { name: "livenessProbe", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((11, 3729, 3731)) }), shapes: &[Shape::Record { open: true, fields: &[
                Field { name: "failureThreshold", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
                Field { name: "httpGet", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((11, 1077, 1079)) }), shapes: &[Shape::Record { open: true, fields: &[
                    Field { name: "path", optional: false, default: Some(Default { value: Written::Text("/health"), place: Some((11, 750, 759)) }), shapes: &[Shape::Leaf(Leaf::UrlPath)] },
                    Field { name: "port", optional: false, default: Some(Default { value: Written::Text("http"), place: Some((11, 873, 879)) }), shapes: &[Shape::Leaf(Leaf::Scalar)] },
                    Field { name: "scheme", optional: false, default: Some(Default { value: Written::Text("HTTP"), place: Some((11, 976, 982)) }), shapes: &[Shape::OneOf(&["HTTP", "HTTPS"])] },
                ] }] },
                Field { name: "initialDelaySeconds", optional: false, default: Some(Default { value: Written::Integer(5), place: Some((11, 3645, 3646)) }), shapes: &[Shape::Leaf(Leaf::Count)] },
                Field { name: "periodSeconds", optional: false, default: Some(Default { value: Written::Integer(5), place: Some((11, 1180, 1181)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
                Field { name: "timeoutSeconds", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
            ] }] },
            Field { name: "nodeSelector", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((11, 1932, 1934)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::LabelValue))] },
            Field { name: "podAnnotations", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((11, 1810, 1812)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
            Field { name: "priorityClassName", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::ObjectNameOrEmpty)] },
            Field { name: "readinessProbe", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((11, 3839, 3841)) }), shapes: &[Shape::Record { open: true, fields: &[
                Field { name: "failureThreshold", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
                Field { name: "httpGet", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((11, 1077, 1079)) }), shapes: &[Shape::Record { open: true, fields: &[
                    Field { name: "path", optional: false, default: Some(Default { value: Written::Text("/health"), place: Some((11, 750, 759)) }), shapes: &[Shape::Leaf(Leaf::UrlPath)] },
                    Field { name: "port", optional: false, default: Some(Default { value: Written::Text("http"), place: Some((11, 873, 879)) }), shapes: &[Shape::Leaf(Leaf::Scalar)] },
                    Field { name: "scheme", optional: false, default: Some(Default { value: Written::Text("HTTP"), place: Some((11, 976, 982)) }), shapes: &[Shape::OneOf(&["HTTP", "HTTPS"])] },
                ] }] },
                Field { name: "initialDelaySeconds", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::Count)] },
                Field { name: "periodSeconds", optional: false, default: Some(Default { value: Written::Integer(5), place: Some((11, 1180, 1181)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
                Field { name: "timeoutSeconds", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
            ] }] },
            Field { name: "resources", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((11, 3572, 3574)) }), shapes: &[Shape::Record { open: false, fields: &[
                Field { name: "claims", optional: true, default: None, shapes: &[Shape::List(&Shape::Record { open: true, fields: &[Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::String)] }] })] },
                Field { name: "limits", optional: true, default: None, shapes: &[Shape::Map(&Shape::Leaf(Leaf::Quantity))] },
                Field { name: "requests", optional: true, default: None, shapes: &[Shape::Map(&Shape::Leaf(Leaf::Quantity))] },
            ] }, Shape::Record { open: true, fields: &[
                Field { name: "limits", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((11, 3474, 3476)) }), shapes: &[Shape::Record { open: true, fields: &[
                    Field { name: "cpu", optional: false, default: Some(Default { value: Written::Text("4000m"), place: Some((11, 3372, 3379)) }), shapes: &[Shape::Leaf(Leaf::Quantity)] },
                    Field { name: "memory", optional: false, default: Some(Default { value: Written::Text("4096Mi"), place: Some((11, 3240, 3248)) }), shapes: &[Shape::Leaf(Leaf::Quantity)] },
                ] }] },
                Field { name: "requests", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((11, 3083, 3085)) }), shapes: &[Shape::Record { open: true, fields: &[
                    Field { name: "cpu", optional: false, default: Some(Default { value: Written::Text("100m"), place: Some((11, 2980, 2986)) }), shapes: &[Shape::Leaf(Leaf::Quantity)] },
                    Field { name: "memory", optional: false, default: Some(Default { value: Written::Text("768Mi"), place: Some((11, 2847, 2854)) }), shapes: &[Shape::Leaf(Leaf::Quantity)] },
                ] }] },
            ] }] },
            Field { name: "tolerations", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((11, 2038, 2040)) }), shapes: &[Shape::Keyed { key: Leaf::Anything, contract: ("kubernetes.ncl", "Tolerations"), item: &Shape::Record { open: false, fields: &[
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
        Field { name: "persistence", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((11, 5387, 5389)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "accessModes", optional: false, default: Some(Default { value: Written::List(&[Default { value: Written::Text("ReadWriteOnce"), place: Some((11, 5304, 5319)) }]), place: Some((11, 5303, 5320)) }), shapes: &[Shape::List(&Shape::OneOf(&["ReadWriteOnce", "ReadWriteOncePod", "ReadWriteMany", "ReadOnlyMany"]))] },
            Field { name: "annotations", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((11, 5109, 5111)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
            Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((11, 4582, 4586)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
            Field { name: "labels", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((11, 4985, 4987)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::LabelValue))] },
            Field { name: "size", optional: false, default: Some(Default { value: Written::Text("2Gi"), place: Some((11, 4862, 4867)) }), shapes: &[Shape::Leaf(Leaf::Quantity)] },
            Field { name: "storageClass", optional: false, default: Some(Default { value: Written::Null, place: Some((11, 4757, 4761)) }), shapes: &[Shape::Nullable(&Shape::Leaf(Leaf::ObjectNameOrEmpty))] },
        ] }] },
        Field { name: "service", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((11, 4420, 4422)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "annotations", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((11, 4218, 4220)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
            Field { name: "port", optional: false, default: Some(Default { value: Written::Integer(8090), place: Some((11, 4363, 4367)) }), shapes: &[Shape::Leaf(Leaf::Port)] },
        ] }] },
    ] }] },
    Field { name: "extraDeploy", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((0, 13357, 13359)) }), shapes: &[Shape::Keyed { key: Leaf::Anything, contract: ("kubernetes.ncl", "ExtraObjects"), item: &Shape::TextOrRecord(("kubernetes.ncl", "ExtraObject")), entry: &Shape::Nullable(&Shape::TextOrRecord(("kubernetes.ncl", "ExtraObject"))) }] },
    Field { name: "extraInitCommand", optional: false, default: Some(Default { value: Written::Text(""), place: Some((0, 11733, 11735)) }), shapes: &[Shape::Leaf(Leaf::String)] },
    Field { name: "fullnameOverride", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabelOrEmpty)] },
    Field { name: "function_worker", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((0, 12214, 12216)) }), shapes: &[Shape::Record { open: false, fields: &[
        Field { name: "affinity", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((12, 4930, 4932)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "anti_affinity", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((12, 4683, 4687)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
            Field { name: "anti_affinity_topology_key", optional: false, default: Some(Default { value: Written::Text("kubernetes.io/hostname"), place: Some((12, 4734, 4758)) }), shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
            Field { name: "type", optional: false, default: Some(Default { value: Written::Text("preferredDuringSchedulingIgnoredDuringExecution"), place: Some((12, 4783, 4832)) }), shapes: &[Shape::OneOf(&["requiredDuringSchedulingIgnoredDuringExecution", "preferredDuringSchedulingIgnoredDuringExecution"])] },
        ] }] },
        Field { name: "annotations", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((12, 5834, 5836)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
        Field { name: "appAnnotations", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((12, 5721, 5723)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
        Field { name: "component", optional: false, default: Some(Default { value: Written::Text("function-worker"), place: Some((12, 2103, 2120)) }), shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
        Field { name: "configData", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((12, 7950, 7952)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::Scalar)), Shape::Record { open: true, fields: &[
            Field { name: "PULSAR_GC", optional: false, default: Some(Default { value: Written::Text("-XX:+UseG1GC"), place: Some((12, 7723, 7737)) }), shapes: &[Shape::Leaf(Leaf::Scalar)] },
            Field { name: "PULSAR_MEM", optional: false, default: Some(Default { value: Written::Text("-Xms128m -Xmx256m -XX:MaxDirectMemorySize=256m"), place: Some((12, 7533, 7581)) }), shapes: &[Shape::Leaf(Leaf::Scalar)] },
        ] }] },
        Field { name: "extraEnvs", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((12, 6758, 6760)) }), shapes: &[Shape::Keyed { key: Leaf::NonEmptyText, contract: ("kubernetes.ncl", "EnvVars"), item: &Shape::Record { open: true, fields: &[
            Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
            Field { name: "value", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
        ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
            Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
            Field { name: "value", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
        ] }) }] },
        Field { name: "extraVolumeMounts", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((12, 6596, 6598)) }), shapes: &[Shape::Keyed { key: Leaf::DnsLabel, contract: ("kubernetes.ncl", "VolumeMounts"), item: &Shape::Record { open: true, fields: &[
            Field { name: "mountPath", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
            Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
        ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
            Field { name: "mountPath", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
            Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
        ] }) }] },
        Field { name: "extraVolumes", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((12, 6479, 6481)) }), shapes: &[Shape::Keyed { key: Leaf::DnsLabel, contract: ("kubernetes.ncl", "Volumes"), item: &Shape::Record { open: true, fields: &[
            Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
        ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
            Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
        ] }) }] },
        Field { name: "gracePeriod", optional: false, default: Some(Default { value: Written::Integer(30), place: Some((12, 6024, 6026)) }), shapes: &[Shape::Leaf(Leaf::Count)] },
        Field { name: "headlessService", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((12, 7017, 7019)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "annotations", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((4, 703, 705)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
        ] }] },
        Field { name: "initContainers", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((12, 6364, 6366)) }), shapes: &[Shape::Keyed { key: Leaf::DnsLabel, contract: ("kubernetes.ncl", "Containers"), item: &Shape::Record { open: true, fields: &[
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
        Field { name: "nodeSelector", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((12, 5292, 5294)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::LabelValue))] },
        Field { name: "pdb", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((12, 7150, 7152)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "maxUnavailable", optional: false, default: Some(Default { value: Written::Integer(1), place: Some((7, 567, 568)) }), shapes: &[Shape::Leaf(Leaf::CountOrPercentage)] },
            Field { name: "usePolicy", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((7, 376, 380)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
        ] }] },
        Field { name: "podManagementPolicy", optional: false, default: Some(Default { value: Written::Text("Parallel"), place: Some((12, 2823, 2833)) }), shapes: &[Shape::OneOf(&["OrderedReady", "Parallel"])] },
        Field { name: "podMonitor", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((12, 3114, 3116)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((12, 2896, 2900)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
            Field { name: "interval", optional: false, default: Some(Default { value: Written::Text("60s"), place: Some((12, 2929, 2934)) }), shapes: &[Shape::Leaf(Leaf::ScrapeDuration)] },
            Field { name: "metricRelabelings", optional: false, default: Some(Default { value: Written::Null, place: Some((3, 835, 839)) }), shapes: &[Shape::Nullable(&Shape::List(&Shape::Record { open: true, fields: &[
            ] }))] },
            Field { name: "scrapeTimeout", optional: false, default: Some(Default { value: Written::Text("60s"), place: Some((12, 2968, 2973)) }), shapes: &[Shape::Leaf(Leaf::ScrapeDuration)] },
        ] }] },
        Field { name: "ports", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((12, 2606, 2608)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "http", optional: false, default: Some(Default { value: Written::Integer(6750), place: Some((12, 2373, 2377)) }), shapes: &[Shape::Leaf(Leaf::Port)] },
            Field { name: "https", optional: false, default: Some(Default { value: Written::Integer(6751), place: Some((12, 2526, 2530)) }), shapes: &[Shape::Leaf(Leaf::Port)] },
        ] }] },
        Field { name: "priorityClassName", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::ObjectNameOrEmpty)] },
        Field { name: "probe", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((12, 4615, 4617)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "liveness", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((12, 4137, 4139)) }), shapes: &[Shape::Record { open: false, fields: &[
                Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((12, 1476, 1480)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
                Field { name: "failureThreshold", optional: false, default: Some(Default { value: Written::Integer(10), place: Some((12, 1513, 1515)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
                Field { name: "initialDelaySeconds", optional: false, default: Some(Default { value: Written::Integer(30), place: Some((12, 1551, 1553)) }), shapes: &[Shape::Leaf(Leaf::Count)] },
                Field { name: "periodSeconds", optional: false, default: Some(Default { value: Written::Integer(10), place: Some((12, 1583, 1585)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
                Field { name: "timeoutSeconds", optional: false, default: Some(Default { value: Written::Integer(5), place: Some((12, 1616, 1617)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
            ] }] },
            Field { name: "readiness", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((12, 4301, 4303)) }), shapes: &[Shape::Record { open: false, fields: &[
                Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((12, 1476, 1480)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
                Field { name: "failureThreshold", optional: false, default: Some(Default { value: Written::Integer(10), place: Some((12, 1513, 1515)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
                Field { name: "initialDelaySeconds", optional: false, default: Some(Default { value: Written::Integer(30), place: Some((12, 1551, 1553)) }), shapes: &[Shape::Leaf(Leaf::Count)] },
                Field { name: "periodSeconds", optional: false, default: Some(Default { value: Written::Integer(10), place: Some((12, 1583, 1585)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
                Field { name: "timeoutSeconds", optional: false, default: Some(Default { value: Written::Integer(5), place: Some((12, 1616, 1617)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
            ] }] },
            Field { name: "startup", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((12, 4496, 4498)) }), shapes: &[Shape::Record { open: false, fields: &[
                Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((12, 1713, 1718)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
                Field { name: "failureThreshold", optional: false, default: Some(Default { value: Written::Integer(30), place: Some((12, 1751, 1753)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
                Field { name: "initialDelaySeconds", optional: false, default: Some(Default { value: Written::Integer(60), place: Some((12, 1789, 1791)) }), shapes: &[Shape::Leaf(Leaf::Count)] },
                Field { name: "periodSeconds", optional: false, default: Some(Default { value: Written::Integer(10), place: Some((12, 1821, 1823)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
                Field { name: "timeoutSeconds", optional: false, default: Some(Default { value: Written::Integer(5), place: Some((12, 1854, 1855)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
            ] }] },
        ] }] },
        Field { name: "rbac", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((12, 3716, 3718)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "limit_to_namespace", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((12, 3612, 3616)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
        ] }] },
        Field { name: "replicaCount", optional: false, default: Some(Default { value: Written::Integer(1), place: Some((12, 2249, 2250)) }), shapes: &[Shape::Leaf(Leaf::Count)] },
        Field { name: "resources", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((12, 6216, 6218)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "claims", optional: true, default: None, shapes: &[Shape::List(&Shape::Record { open: true, fields: &[Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::String)] }] })] },
            Field { name: "limits", optional: true, default: None, shapes: &[Shape::Map(&Shape::Leaf(Leaf::Quantity))] },
            Field { name: "requests", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((12, 6093, 6095)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::Quantity)), Shape::Record { open: true, fields: &[
                Field { name: "cpu", optional: false, default: Some(Default { value: Written::Decimal(0.2), place: Some((12, 1409, 1412)) }), shapes: &[Shape::Leaf(Leaf::Quantity)] },
                Field { name: "memory", optional: false, default: Some(Default { value: Written::Text("512Mi"), place: Some((12, 1300, 1307)) }), shapes: &[Shape::Leaf(Leaf::Quantity)] },
            ] }] },
        ] }] },
        Field { name: "restartPodsOnConfigMapChange", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((12, 3333, 3338)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
        Field { name: "service", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((12, 6889, 6891)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "annotations", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((4, 703, 705)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
        ] }] },
        Field { name: "service_account", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((12, 7305, 7307)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "annotations", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((5, 8105, 8107)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
        ] }] },
        Field { name: "tolerations", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((12, 5415, 5417)) }), shapes: &[Shape::Keyed { key: Leaf::Anything, contract: ("kubernetes.ncl", "Tolerations"), item: &Shape::Record { open: false, fields: &[
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
        Field { name: "topologySpreadConstraints", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((12, 5172, 5174)) }), shapes: &[Shape::Keyed { key: Leaf::Anything, contract: ("kubernetes.ncl", "TopologySpreadConstraints"), item: &Shape::Record { open: false, fields: &[
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
        Field { name: "waitBrokerTimeout", optional: false, default: Some(Default { value: Written::Integer(120), place: Some((12, 3912, 3915)) }), shapes: &[Shape::Leaf(Leaf::Count)] },
    ] }] },
    Field { name: "functions", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((0, 12097, 12099)) }), shapes: &[Shape::Record { open: false, fields: &[
        Field { name: "component", optional: false, default: Some(Default { value: Written::Text("functions-worker"), place: Some((0, 3166, 3184)) }), shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
        Field { name: "rbac", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((0, 3658, 3660)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "limit_to_namespace", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((0, 3564, 3568)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
        ] }] },
        Field { name: "service_account", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((0, 3798, 3800)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "annotations", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((5, 8105, 8107)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
        ] }] },
        Field { name: "useBookieAsStateStore", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((0, 3332, 3337)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
    ] }] },
    Field { name: "images", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((0, 10647, 10649)) }), shapes: &[Shape::Record { open: false, fields: &[
        Field { name: "autorecovery", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((13, 3482, 3484)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "pullPolicy", optional: false, default: Some(Default { value: Written::Null, place: Some((13, 2329, 2333)) }), shapes: &[Shape::Nullable(&Shape::OneOf(&["Always", "IfNotPresent", "Never"]))] },
            Field { name: "repository", optional: false, default: Some(Default { value: Written::Null, place: Some((13, 2399, 2403)) }), shapes: &[Shape::Nullable(&Shape::Leaf(Leaf::ImageRepository))] },
            Field { name: "tag", optional: false, default: Some(Default { value: Written::Null, place: Some((13, 2425, 2429)) }), shapes: &[Shape::Nullable(&Shape::Leaf(Leaf::ImageTag))] },
        ] }] },
        Field { name: "bookie", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((13, 3386, 3388)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "pullPolicy", optional: false, default: Some(Default { value: Written::Null, place: Some((13, 2329, 2333)) }), shapes: &[Shape::Nullable(&Shape::OneOf(&["Always", "IfNotPresent", "Never"]))] },
            Field { name: "repository", optional: false, default: Some(Default { value: Written::Null, place: Some((13, 2399, 2403)) }), shapes: &[Shape::Nullable(&Shape::Leaf(Leaf::ImageRepository))] },
            Field { name: "tag", optional: false, default: Some(Default { value: Written::Null, place: Some((13, 2425, 2429)) }), shapes: &[Shape::Nullable(&Shape::Leaf(Leaf::ImageTag))] },
        ] }] },
        Field { name: "broker", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((13, 3605, 3607)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "pullPolicy", optional: false, default: Some(Default { value: Written::Null, place: Some((13, 2329, 2333)) }), shapes: &[Shape::Nullable(&Shape::OneOf(&["Always", "IfNotPresent", "Never"]))] },
            Field { name: "repository", optional: false, default: Some(Default { value: Written::Null, place: Some((13, 2399, 2403)) }), shapes: &[Shape::Nullable(&Shape::Leaf(Leaf::ImageRepository))] },
            Field { name: "tag", optional: false, default: Some(Default { value: Written::Null, place: Some((13, 2425, 2429)) }), shapes: &[Shape::Nullable(&Shape::Leaf(Leaf::ImageTag))] },
        ] }] },
        Field { name: "dekaf", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((13, 4454, 4456)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "pullPolicy", optional: false, default: Some(Default { value: Written::Null, place: Some((13, 2329, 2333)) }), shapes: &[Shape::Nullable(&Shape::OneOf(&["Always", "IfNotPresent", "Never"]))] },
            Field { name: "repository", optional: false, default: Some(Default { value: Written::Text("visortelle/dekaf"), place: Some((13, 4374, 4392)) }), shapes: &[Shape::Nullable(&Shape::Leaf(Leaf::ImageRepository))] },
            Field { name: "tag", optional: false, default: Some(Default { value: Written::Text("1.1.0"), place: Some((13, 4393, 4400)) }), shapes: &[Shape::Nullable(&Shape::Leaf(Leaf::ImageTag))] },
        ] }] },
        Field { name: "function_worker", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((13, 4049, 4051)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "pullPolicy", optional: false, default: Some(Default { value: Written::Null, place: Some((13, 2329, 2333)) }), shapes: &[Shape::Nullable(&Shape::OneOf(&["Always", "IfNotPresent", "Never"]))] },
            Field { name: "repository", optional: false, default: Some(Default { value: Written::Null, place: Some((13, 2399, 2403)) }), shapes: &[Shape::Nullable(&Shape::Leaf(Leaf::ImageRepository))] },
            Field { name: "tag", optional: false, default: Some(Default { value: Written::Null, place: Some((13, 2425, 2429)) }), shapes: &[Shape::Nullable(&Shape::Leaf(Leaf::ImageTag))] },
        ] }] },
        Field { name: "functions", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((13, 3889, 3891)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "pullPolicy", optional: false, default: Some(Default { value: Written::Null, place: Some((13, 2329, 2333)) }), shapes: &[Shape::Nullable(&Shape::OneOf(&["Always", "IfNotPresent", "Never"]))] },
            Field { name: "repository", optional: false, default: Some(Default { value: Written::Null, place: Some((13, 2399, 2403)) }), shapes: &[Shape::Nullable(&Shape::Leaf(Leaf::ImageRepository))] },
            Field { name: "tag", optional: false, default: Some(Default { value: Written::Null, place: Some((13, 2425, 2429)) }), shapes: &[Shape::Nullable(&Shape::Leaf(Leaf::ImageTag))] },
        ] }] },
        Field { name: "imagePullSecrets", optional: true, default: None, shapes: &[Shape::Keyed { key: Leaf::ObjectName, contract: ("image.ncl", "PullSecrets"), item: &Shape::Leaf(Leaf::PullSecret), entry: &Shape::Nullable(&Shape::Record { open: false, fields: &[] }) }] },
        Field { name: "kubectl", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((13, 4839, 4841)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "pullPolicy", optional: false, default: Some(Default { value: Written::Null, place: Some((13, 2329, 2333)) }), shapes: &[Shape::Nullable(&Shape::OneOf(&["Always", "IfNotPresent", "Never"]))] },
            Field { name: "repository", optional: false, default: Some(Default { value: Written::Text("alpine/k8s"), place: Some((13, 4715, 4727)) }), shapes: &[Shape::Nullable(&Shape::Leaf(Leaf::ImageRepository))] },
            Field { name: "tag", optional: false, default: Some(Default { value: Written::Text("1.32.12"), place: Some((13, 4728, 4737)) }), shapes: &[Shape::Nullable(&Shape::Leaf(Leaf::ImageTag))] },
        ] }] },
        Field { name: "oxia", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((13, 4581, 4583)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "pullPolicy", optional: false, default: Some(Default { value: Written::Null, place: Some((13, 2329, 2333)) }), shapes: &[Shape::Nullable(&Shape::OneOf(&["Always", "IfNotPresent", "Never"]))] },
            Field { name: "repository", optional: false, default: Some(Default { value: Written::Text("oxia/oxia"), place: Some((13, 4482, 4493)) }), shapes: &[Shape::Nullable(&Shape::Leaf(Leaf::ImageRepository))] },
            Field { name: "tag", optional: false, default: Some(Default { value: Written::Text("0.16.7"), place: Some((13, 4494, 4502)) }), shapes: &[Shape::Nullable(&Shape::Leaf(Leaf::ImageTag))] },
        ] }] },
        Field { name: "proxy", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((13, 3781, 3783)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "pullPolicy", optional: false, default: Some(Default { value: Written::Null, place: Some((13, 2329, 2333)) }), shapes: &[Shape::Nullable(&Shape::OneOf(&["Always", "IfNotPresent", "Never"]))] },
            Field { name: "repository", optional: false, default: Some(Default { value: Written::Null, place: Some((13, 2399, 2403)) }), shapes: &[Shape::Nullable(&Shape::Leaf(Leaf::ImageRepository))] },
            Field { name: "tag", optional: false, default: Some(Default { value: Written::Null, place: Some((13, 2425, 2429)) }), shapes: &[Shape::Nullable(&Shape::Leaf(Leaf::ImageTag))] },
        ] }] },
        Field { name: "pulsar_manager", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((13, 4345, 4347)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "hasCommand", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((13, 4263, 4268)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
            Field { name: "pullPolicy", optional: false, default: Some(Default { value: Written::Null, place: Some((13, 2329, 2333)) }), shapes: &[Shape::Nullable(&Shape::OneOf(&["Always", "IfNotPresent", "Never"]))] },
            Field { name: "repository", optional: false, default: Some(Default { value: Written::Text("apachepulsar/pulsar-manager"), place: Some((13, 4094, 4123)) }), shapes: &[Shape::Nullable(&Shape::Leaf(Leaf::ImageRepository))] },
            Field { name: "tag", optional: false, default: Some(Default { value: Written::Text("v0.4.0"), place: Some((13, 4124, 4132)) }), shapes: &[Shape::Nullable(&Shape::Leaf(Leaf::ImageTag))] },
        ] }] },
        Field { name: "standalone", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((13, 4684, 4686)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "pullPolicy", optional: false, default: Some(Default { value: Written::Null, place: Some((13, 2329, 2333)) }), shapes: &[Shape::Nullable(&Shape::OneOf(&["Always", "IfNotPresent", "Never"]))] },
            Field { name: "repository", optional: false, default: Some(Default { value: Written::Null, place: Some((13, 2399, 2403)) }), shapes: &[Shape::Nullable(&Shape::Leaf(Leaf::ImageRepository))] },
            Field { name: "tag", optional: false, default: Some(Default { value: Written::Null, place: Some((13, 2425, 2429)) }), shapes: &[Shape::Nullable(&Shape::Leaf(Leaf::ImageTag))] },
        ] }] },
        Field { name: "toolset", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((13, 3695, 3697)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "pullPolicy", optional: false, default: Some(Default { value: Written::Null, place: Some((13, 2329, 2333)) }), shapes: &[Shape::Nullable(&Shape::OneOf(&["Always", "IfNotPresent", "Never"]))] },
            Field { name: "repository", optional: false, default: Some(Default { value: Written::Null, place: Some((13, 2399, 2403)) }), shapes: &[Shape::Nullable(&Shape::Leaf(Leaf::ImageRepository))] },
            Field { name: "tag", optional: false, default: Some(Default { value: Written::Null, place: Some((13, 2425, 2429)) }), shapes: &[Shape::Nullable(&Shape::Leaf(Leaf::ImageTag))] },
        ] }] },
        Field { name: "zookeeper", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((13, 3268, 3270)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "pullPolicy", optional: false, default: Some(Default { value: Written::Null, place: Some((13, 2329, 2333)) }), shapes: &[Shape::Nullable(&Shape::OneOf(&["Always", "IfNotPresent", "Never"]))] },
            Field { name: "repository", optional: false, default: Some(Default { value: Written::Null, place: Some((13, 2399, 2403)) }), shapes: &[Shape::Nullable(&Shape::Leaf(Leaf::ImageRepository))] },
            Field { name: "tag", optional: false, default: Some(Default { value: Written::Null, place: Some((13, 2425, 2429)) }), shapes: &[Shape::Nullable(&Shape::Leaf(Leaf::ImageTag))] },
        ] }] },
    ] }] },
    Field { name: "initContainer", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((0, 13201, 13203)) }), shapes: &[Shape::Record { open: false, fields: &[
        Field { name: "resources", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((0, 5048, 5050)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "claims", optional: true, default: None, shapes: &[Shape::List(&Shape::Record { open: true, fields: &[Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::String)] }] })] },
            Field { name: "limits", optional: true, default: None, shapes: &[Shape::Map(&Shape::Leaf(Leaf::Quantity))] },
            Field { name: "requests", optional: true, default: None, shapes: &[Shape::Map(&Shape::Leaf(Leaf::Quantity))] },
        ] }, Shape::Record { open: true, fields: &[
            Field { name: "requests", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((0, 4943, 4945)) }), shapes: &[Shape::Record { open: true, fields: &[
                Field { name: "cpu", optional: false, default: Some(Default { value: Written::Decimal(0.1), place: Some((0, 4831, 4834)) }), shapes: &[Shape::Leaf(Leaf::Quantity)] },
                Field { name: "memory", optional: false, default: Some(Default { value: Written::Text("256Mi"), place: Some((0, 4682, 4689)) }), shapes: &[Shape::Leaf(Leaf::Quantity)] },
            ] }] },
        ] }] },
    ] }] },
    Field { name: "initialize", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((0, 6343, 6348)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
    Field { name: "job", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((0, 13080, 13082)) }), shapes: &[Shape::Record { open: false, fields: &[
        Field { name: "annotations", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((0, 3924, 3926)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
        Field { name: "ttl", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((0, 4431, 4433)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((0, 4112, 4117)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
            Field { name: "secondsAfterFinished", optional: false, default: Some(Default { value: Written::Integer(3600), place: Some((0, 4356, 4360)) }), shapes: &[Shape::Leaf(Leaf::Count)] },
        ] }] },
    ] }] },
    Field { name: "labels", optional: true, default: None, shapes: &[Shape::Map(&Shape::Leaf(Leaf::LabelValue))] },
    Field { name: "metadataPrefix", optional: false, default: Some(Default { value: Written::Text(""), place: Some((0, 6851, 6853)) }), shapes: &[Shape::Leaf(Leaf::MetadataPrefix)] },
    Field { name: "nameOverride", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabelOrEmpty)] },
    Field { name: "namespace", optional: false, default: Some(Default { value: Written::Text(""), place: Some((0, 5226, 5228)) }), shapes: &[Shape::Leaf(Leaf::NamespaceName)] },
    Field { name: "namespaceCreate", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((0, 5339, 5344)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
    Field { name: "networkPolicy", optional: true, default: None, shapes: &[Shape::Record { open: false, fields: &[
        Field { name: "clients", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((14, 3152, 3154)) }), shapes: &[Shape::List(&Shape::Record { open: false, fields: &[
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
        Field { name: "components", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((14, 4535, 4537)) }), shapes: &[Shape::Map(&Shape::Record { open: false, fields: &[
            Field { name: "egress", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((14, 2578, 2580)) }), shapes: &[Shape::List(&Shape::Record { open: false, fields: &[
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
            Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((14, 2261, 2265)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
            Field { name: "ingress", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((14, 2400, 2402)) }), shapes: &[Shape::List(&Shape::Record { open: false, fields: &[
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
        Field { name: "dns", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((14, 3790, 3792)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "peers", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((14, 3509, 3511)) }), shapes: &[Shape::List(&Shape::Record { open: false, fields: &[
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
            Field { name: "ports", optional: false, default: Some(Default { value: Written::List(&[Default { value: Written::Integer(53), place: Some((14, 3701, 3703)) }]), place: Some((14, 3700, 3704)) }), shapes: &[Shape::List(&Shape::Leaf(Leaf::Port))] },
        ] }] },
        Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((14, 2887, 2892)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
        Field { name: "kubernetesApi", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((14, 4341, 4343)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "peers", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((14, 3991, 3993)) }), shapes: &[Shape::List(&Shape::Record { open: false, fields: &[
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
            Field { name: "ports", optional: false, default: Some(Default { value: Written::List(&[Default { value: Written::Integer(443), place: Some((14, 4205, 4208)) }, Default { value: Written::Integer(6443), place: Some((14, 4210, 4214)) }]), place: Some((14, 4204, 4215)) }), shapes: &[Shape::List(&Shape::Leaf(Leaf::Port))] },
        ] }] },
        Field { name: "monitoring", optional: false, default: Some(Default { value: Written::List(&[Default { value: Written::Record(&[("namespaceSelector", Default { value: Written::Record(&[]), place: Some((14, 3351, 3353)) })]), place: Some((14, 3329, 3355)) }]), place: Some((14, 3328, 3356)) }), shapes: &[Shape::List(&Shape::Record { open: false, fields: &[
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
    Field { name: "oxia", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((0, 11175, 11177)) }), shapes: &[Shape::Record { open: false, fields: &[
        Field { name: "component", optional: false, default: Some(Default { value: Written::Text("oxia"), place: Some((15, 5974, 5980)) }), shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
        Field { name: "coordinator", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((15, 6414, 6416)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "allowExtraAuthorities", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((15, 3206, 3208)) }), shapes: &[Shape::List(&Shape::Leaf(Leaf::HostPort))] },
            Field { name: "annotations", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((15, 1071, 1073)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
            Field { name: "appAnnotations", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((15, 971, 973)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
            Field { name: "cpuLimit", optional: false, default: Some(Default { value: Written::Text("100m"), place: Some((15, 1847, 1853)) }), shapes: &[Shape::Leaf(Leaf::Quantity)] },
            Field { name: "customConfigMapName", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::ObjectNameOrEmpty)] },
            Field { name: "entrypoint", optional: true, default: None, shapes: &[Shape::List(&Shape::Leaf(Leaf::String))] },
            Field { name: "extraContainers", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((15, 2437, 2439)) }), shapes: &[Shape::Keyed { key: Leaf::DnsLabel, contract: ("kubernetes.ncl", "Containers"), item: &Shape::Record { open: true, fields: &[
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
            Field { name: "extraVolumeMounts", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((15, 2697, 2699)) }), shapes: &[Shape::Keyed { key: Leaf::DnsLabel, contract: ("kubernetes.ncl", "VolumeMounts"), item: &Shape::Record { open: true, fields: &[
                Field { name: "mountPath", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
                Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
            ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
                Field { name: "mountPath", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
                Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
            ] }) }] },
            Field { name: "extraVolumes", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((15, 2554, 2556)) }), shapes: &[Shape::Keyed { key: Leaf::DnsLabel, contract: ("kubernetes.ncl", "Volumes"), item: &Shape::Record { open: true, fields: &[
                Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
            ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
                Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
            ] }) }] },
            Field { name: "memoryLimit", optional: false, default: Some(Default { value: Written::Text("128Mi"), place: Some((15, 1881, 1888)) }), shapes: &[Shape::Leaf(Leaf::Quantity)] },
            Field { name: "nodeSelector", optional: true, default: None, shapes: &[Shape::Map(&Shape::Leaf(Leaf::LabelValue))] },
            Field { name: "podMonitor", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((15, 1159, 1161)) }), shapes: &[Shape::Record { open: false, fields: &[
                Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((15, 700, 704)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
                Field { name: "interval", optional: false, default: Some(Default { value: Written::Text("60s"), place: Some((15, 731, 736)) }), shapes: &[Shape::Leaf(Leaf::ScrapeDuration)] },
                Field { name: "metricRelabelings", optional: false, default: Some(Default { value: Written::Null, place: Some((3, 835, 839)) }), shapes: &[Shape::Nullable(&Shape::List(&Shape::Record { open: true, fields: &[
                ] }))] },
                Field { name: "scrapeTimeout", optional: false, default: Some(Default { value: Written::Text("60s"), place: Some((15, 768, 773)) }), shapes: &[Shape::Leaf(Leaf::ScrapeDuration)] },
            ] }] },
            Field { name: "ports", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((15, 2221, 2223)) }), shapes: &[Shape::Record { open: false, fields: &[
                Field { name: "internal", optional: false, default: Some(Default { value: Written::Integer(6649), place: Some((15, 2028, 2032)) }), shapes: &[Shape::Leaf(Leaf::Port)] },
                Field { name: "metrics", optional: false, default: Some(Default { value: Written::Integer(8080), place: Some((15, 2129, 2133)) }), shapes: &[Shape::Leaf(Leaf::Port)] },
            ] }] },
            Field { name: "priorityClassName", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::ObjectNameOrEmpty)] },
            Field { name: "service", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((15, 2315, 2317)) }), shapes: &[Shape::Record { open: false, fields: &[
                Field { name: "annotations", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((4, 703, 705)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
            ] }] },
            Field { name: "service_account", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((15, 1274, 1276)) }), shapes: &[Shape::Record { open: false, fields: &[
                Field { name: "annotations", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((5, 8105, 8107)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
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
        Field { name: "initialShardCount", optional: false, default: Some(Default { value: Written::Integer(3), place: Some((15, 6145, 6146)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
        Field { name: "pprofEnabled", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((15, 6654, 6659)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
        Field { name: "replicationFactor", optional: false, default: Some(Default { value: Written::Integer(3), place: Some((15, 6289, 6290)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
        Field { name: "server", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((15, 6511, 6513)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "affinity", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((15, 5662, 5664)) }), shapes: &[Shape::Record { open: false, fields: &[
                Field { name: "anti_affinity", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((15, 5434, 5438)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
                Field { name: "anti_affinity_topology_key", optional: false, default: Some(Default { value: Written::Text("kubernetes.io/hostname"), place: Some((15, 5487, 5511)) }), shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
                Field { name: "type", optional: false, default: Some(Default { value: Written::Text("requiredDuringSchedulingIgnoredDuringExecution"), place: Some((15, 5538, 5586)) }), shapes: &[Shape::OneOf(&["requiredDuringSchedulingIgnoredDuringExecution", "preferredDuringSchedulingIgnoredDuringExecution"])] },
            ] }] },
            Field { name: "annotations", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((15, 1071, 1073)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
            Field { name: "appAnnotations", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((15, 971, 973)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
            Field { name: "cpuLimit", optional: false, default: Some(Default { value: Written::Integer(1), place: Some((15, 3253, 3254)) }), shapes: &[Shape::Leaf(Leaf::Quantity)] },
            Field { name: "dbCacheSizeMb", optional: false, default: Some(Default { value: Written::Integer(512), place: Some((15, 3551, 3554)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
            Field { name: "memoryLimit", optional: false, default: Some(Default { value: Written::Text("1Gi"), place: Some((15, 3282, 3287)) }), shapes: &[Shape::Leaf(Leaf::Quantity)] },
            Field { name: "nodeSelector", optional: true, default: None, shapes: &[Shape::Map(&Shape::Leaf(Leaf::LabelValue))] },
            Field { name: "podMonitor", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((15, 1159, 1161)) }), shapes: &[Shape::Record { open: false, fields: &[
                Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((15, 700, 704)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
                Field { name: "interval", optional: false, default: Some(Default { value: Written::Text("60s"), place: Some((15, 731, 736)) }), shapes: &[Shape::Leaf(Leaf::ScrapeDuration)] },
                Field { name: "metricRelabelings", optional: false, default: Some(Default { value: Written::Null, place: Some((3, 835, 839)) }), shapes: &[Shape::Nullable(&Shape::List(&Shape::Record { open: true, fields: &[
                ] }))] },
                Field { name: "scrapeTimeout", optional: false, default: Some(Default { value: Written::Text("60s"), place: Some((15, 768, 773)) }), shapes: &[Shape::Leaf(Leaf::ScrapeDuration)] },
            ] }] },
            Field { name: "ports", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((15, 4451, 4453)) }), shapes: &[Shape::Record { open: false, fields: &[
                Field { name: "internal", optional: false, default: Some(Default { value: Written::Integer(6649), place: Some((15, 4261, 4265)) }), shapes: &[Shape::Leaf(Leaf::Port)] },
                Field { name: "metrics", optional: false, default: Some(Default { value: Written::Integer(8080), place: Some((15, 4362, 4366)) }), shapes: &[Shape::Leaf(Leaf::Port)] },
                Field { name: "public", optional: false, default: Some(Default { value: Written::Integer(6648), place: Some((15, 4133, 4137)) }), shapes: &[Shape::Leaf(Leaf::Port)] },
            ] }] },
            Field { name: "priorityClassName", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::ObjectNameOrEmpty)] },
            Field { name: "replicas", optional: false, default: Some(Default { value: Written::Integer(3), place: Some((15, 3413, 3414)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
            Field { name: "securityContext", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((15, 5341, 5343)) }), shapes: &[Shape::Record { open: true, fields: &[
            ] }, Shape::Record { open: true, fields: &[
                Field { name: "fsGroup", optional: false, default: Some(Default { value: Written::Integer(0), place: Some((15, 5008, 5009)) }), shapes: &[Shape::Leaf(Leaf::WholeNumber)] },
                Field { name: "fsGroupChangePolicy", optional: false, default: Some(Default { value: Written::Text("OnRootMismatch"), place: Some((15, 5200, 5216)) }), shapes: &[Shape::OneOf(&["Always", "OnRootMismatch"])] },
            ] }] },
            Field { name: "service", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((15, 4796, 4798)) }), shapes: &[Shape::Record { open: false, fields: &[
                Field { name: "internal", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((15, 4735, 4737)) }), shapes: &[Shape::Record { open: false, fields: &[
                    Field { name: "annotations", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((4, 703, 705)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
                ] }] },
                Field { name: "public", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((15, 4595, 4597)) }), shapes: &[Shape::Record { open: false, fields: &[
                    Field { name: "annotations", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((4, 703, 705)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
                ] }] },
            ] }] },
            Field { name: "service_account", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((15, 1274, 1276)) }), shapes: &[Shape::Record { open: false, fields: &[
                Field { name: "annotations", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((5, 8105, 8107)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
            ] }] },
            Field { name: "storageClassName", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::ObjectNameOrEmpty)] },
            Field { name: "storageSize", optional: false, default: Some(Default { value: Written::Text("8Gi"), place: Some((15, 3855, 3860)) }), shapes: &[Shape::Leaf(Leaf::Quantity)] },
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
            Field { name: "topologySpreadConstraints", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((15, 5822, 5824)) }), shapes: &[Shape::Keyed { key: Leaf::Anything, contract: ("kubernetes.ncl", "TopologySpreadConstraints"), item: &Shape::Record { open: false, fields: &[
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
            Field { name: "walSyncData", optional: false, default: Some(Default { value: Written::Text("true"), place: Some((15, 3747, 3753)) }), shapes: &[Shape::Leaf(Leaf::SwitchText)] },
        ] }] },
    ] }] },
    Field { name: "persistence", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((0, 7245, 7249)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
    Field { name: "podMonitor", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((0, 6631, 6633)) }), shapes: &[Shape::Record { open: false, fields: &[
        Field { name: "customLabels", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((16, 344, 346)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::LabelValue))] },
    ] }] },
    Field { name: "podSecurityStandard", optional: true, default: None, shapes: &[Shape::OneOf(&["baseline", "restricted"])] },
    Field { name: "proxy", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((0, 12291, 12293)) }), shapes: &[Shape::Record { open: false, fields: &[
        Field { name: "additionalCommand", optional: false, default: Some(Default { value: Written::Null, place: Some((17, 7821, 7825)) }), shapes: &[Shape::Nullable(&Shape::Leaf(Leaf::String))] },
        Field { name: "affinity", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((17, 4487, 4489)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "anti_affinity", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((17, 4241, 4245)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
            Field { name: "anti_affinity_topology_key", optional: false, default: Some(Default { value: Written::Text("kubernetes.io/hostname"), place: Some((17, 4292, 4316)) }), shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
            Field { name: "type", optional: false, default: Some(Default { value: Written::Text("requiredDuringSchedulingIgnoredDuringExecution"), place: Some((17, 4341, 4389)) }), shapes: &[Shape::OneOf(&["requiredDuringSchedulingIgnoredDuringExecution", "preferredDuringSchedulingIgnoredDuringExecution"])] },
        ] }] },
        Field { name: "annotations", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((17, 5387, 5389)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
        Field { name: "appAnnotations", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((17, 5274, 5276)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
        Field { name: "autoscaling", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((17, 2438, 2440)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "behavior", optional: false, default: Some(Default { value: Written::Null, place: Some((9, 980, 984)) }), shapes: &[Shape::Nullable(&Shape::Record { open: true, fields: &[] })] },
            Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((9, 387, 392)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
            Field { name: "maxReplicas", optional: false, default: Some(Default { value: Written::Integer(3), place: Some((9, 631, 632)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
            Field { name: "metrics", optional: false, default: Some(Default { value: Written::Null, place: Some((9, 820, 824)) }), shapes: &[Shape::Nullable(&Shape::List(&Shape::Record { open: true, fields: &[Field { name: "type", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::String)] }] }))] },
            Field { name: "minReplicas", optional: false, default: Some(Default { value: Written::Integer(1), place: Some((9, 511, 512)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
        ] }] },
        Field { name: "component", optional: false, default: Some(Default { value: Written::Text("proxy"), place: Some((17, 2201, 2208)) }), shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
        Field { name: "configData", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((17, 7613, 7615)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::Scalar)), Shape::Record { open: true, fields: &[
            Field { name: "PULSAR_GC", optional: false, default: Some(Default { value: Written::Text("-XX:+UseZGC -XX:+ZGenerational -XX:+AlwaysPreTouch -XX:+UseTransparentHugePages -XX:+ExitOnOutOfMemoryError -XX:+DisableExplicitGC -XX:+PerfDisableSharedMem"), place: Some((17, 7105, 7263)) }), shapes: &[Shape::Leaf(Leaf::Scalar)] },
            Field { name: "PULSAR_MEM", optional: false, default: Some(Default { value: Written::Text("-Xms64m -Xmx128m -XX:MaxDirectMemorySize=128m"), place: Some((17, 6916, 6963)) }), shapes: &[Shape::Leaf(Leaf::Scalar)] },
            Field { name: "httpNumThreads", optional: false, default: Some(Default { value: Written::Text("8"), place: Some((17, 7417, 7420)) }), shapes: &[Shape::Leaf(Leaf::Scalar)] },
        ] }] },
        Field { name: "extraEnvs", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((17, 6533, 6535)) }), shapes: &[Shape::Keyed { key: Leaf::NonEmptyText, contract: ("kubernetes.ncl", "EnvVars"), item: &Shape::Record { open: true, fields: &[
            Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
            Field { name: "value", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
        ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
            Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
            Field { name: "value", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
        ] }) }] },
        Field { name: "extraVolumeMounts", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((17, 6371, 6373)) }), shapes: &[Shape::Keyed { key: Leaf::DnsLabel, contract: ("kubernetes.ncl", "VolumeMounts"), item: &Shape::Record { open: true, fields: &[
            Field { name: "mountPath", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
            Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
        ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
            Field { name: "mountPath", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
            Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
        ] }) }] },
        Field { name: "extraVolumes", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((17, 6254, 6256)) }), shapes: &[Shape::Keyed { key: Leaf::DnsLabel, contract: ("kubernetes.ncl", "Volumes"), item: &Shape::Record { open: true, fields: &[
            Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
        ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
            Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
        ] }) }] },
        Field { name: "gracePeriod", optional: false, default: Some(Default { value: Written::Integer(30), place: Some((17, 5569, 5571)) }), shapes: &[Shape::Leaf(Leaf::Count)] },
        Field { name: "ingress", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((17, 11044, 11046)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "annotations", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((4, 1278, 1280)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
            Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((4, 1128, 1133)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
            Field { name: "hostname", optional: false, default: Some(Default { value: Written::Text(""), place: Some((4, 2026, 2028)) }), shapes: &[Shape::Leaf(Leaf::HostName)] },
            Field { name: "ingressClassName", optional: false, default: Some(Default { value: Written::Text(""), place: Some((4, 1461, 1463)) }), shapes: &[Shape::Leaf(Leaf::ObjectNameOrEmpty)] },
            Field { name: "path", optional: false, default: Some(Default { value: Written::Text("/"), place: Some((4, 2133, 2136)) }), shapes: &[Shape::Leaf(Leaf::UrlPath)] },
            Field { name: "pathType", optional: false, default: Some(Default { value: Written::Text("ImplementationSpecific"), place: Some((4, 2303, 2327)) }), shapes: &[Shape::OneOf(&["Exact", "Prefix", "ImplementationSpecific"])] },
            Field { name: "tls", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((4, 1883, 1885)) }), shapes: &[Shape::Record { open: false, fields: &[
                Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((4, 1622, 1627)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
                Field { name: "secretName", optional: false, default: Some(Default { value: Written::Text(""), place: Some((4, 1813, 1815)) }), shapes: &[Shape::Leaf(Leaf::ObjectNameOrEmpty)] },
            ] }] },
        ] }] },
        Field { name: "initContainers", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((17, 2770, 2772)) }), shapes: &[Shape::Keyed { key: Leaf::DnsLabel, contract: ("kubernetes.ncl", "Containers"), item: &Shape::Record { open: true, fields: &[
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
        Field { name: "pdb", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((17, 11177, 11179)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "maxUnavailable", optional: false, default: Some(Default { value: Written::Integer(1), place: Some((7, 567, 568)) }), shapes: &[Shape::Leaf(Leaf::CountOrPercentage)] },
            Field { name: "usePolicy", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((7, 376, 380)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
        ] }] },
        Field { name: "podMonitor", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((17, 3253, 3255)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "dropUnderscoreCreatedMetrics", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((17, 3110, 3112)) }), shapes: &[Shape::Record { open: false, fields: &[
                Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((3, 1107, 1111)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
                Field { name: "excludePatterns", optional: true, default: None, shapes: &[Shape::List(&Shape::Leaf(Leaf::String))] },
            ] }] },
            Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((17, 2835, 2839)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
            Field { name: "interval", optional: false, default: Some(Default { value: Written::Text("60s"), place: Some((17, 2868, 2873)) }), shapes: &[Shape::Leaf(Leaf::ScrapeDuration)] },
            Field { name: "metricRelabelings", optional: false, default: Some(Default { value: Written::Null, place: Some((3, 835, 839)) }), shapes: &[Shape::Nullable(&Shape::List(&Shape::Record { open: true, fields: &[
            ] }))] },
            Field { name: "scrapeTimeout", optional: false, default: Some(Default { value: Written::Text("60s"), place: Some((17, 2907, 2912)) }), shapes: &[Shape::Leaf(Leaf::ScrapeDuration)] },
        ] }] },
        Field { name: "ports", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((17, 8872, 8874)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "containerPorts", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((17, 8796, 8798)) }), shapes: &[Shape::Record { open: false, fields: &[
                Field { name: "http", optional: false, default: Some(Default { value: Written::Integer(8080), place: Some((17, 8557, 8561)) }), shapes: &[Shape::Leaf(Leaf::Port)] },
                Field { name: "https", optional: false, default: Some(Default { value: Written::Integer(8443), place: Some((17, 8685, 8689)) }), shapes: &[Shape::Leaf(Leaf::Port)] },
            ] }] },
            Field { name: "http", optional: false, default: Some(Default { value: Written::Integer(80), place: Some((17, 7957, 7959)) }), shapes: &[Shape::Leaf(Leaf::Port)] },
            Field { name: "https", optional: false, default: Some(Default { value: Written::Integer(443), place: Some((17, 8110, 8113)) }), shapes: &[Shape::Leaf(Leaf::Port)] },
            Field { name: "pulsar", optional: false, default: Some(Default { value: Written::Integer(6650), place: Some((17, 8245, 8249)) }), shapes: &[Shape::Leaf(Leaf::Port)] },
            Field { name: "pulsarssl", optional: false, default: Some(Default { value: Written::Integer(6651), place: Some((17, 8394, 8398)) }), shapes: &[Shape::Leaf(Leaf::Port)] },
        ] }] },
        Field { name: "priorityClassName", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::ObjectNameOrEmpty)] },
        Field { name: "probe", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((17, 4173, 4175)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "liveness", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((17, 3698, 3700)) }), shapes: &[Shape::Record { open: false, fields: &[
                Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((17, 1584, 1588)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
                Field { name: "failureThreshold", optional: false, default: Some(Default { value: Written::Integer(10), place: Some((17, 1621, 1623)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
                Field { name: "initialDelaySeconds", optional: false, default: Some(Default { value: Written::Integer(30), place: Some((17, 1659, 1661)) }), shapes: &[Shape::Leaf(Leaf::Count)] },
                Field { name: "periodSeconds", optional: false, default: Some(Default { value: Written::Integer(10), place: Some((17, 1691, 1693)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
                Field { name: "timeoutSeconds", optional: false, default: Some(Default { value: Written::Integer(5), place: Some((17, 1724, 1725)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
            ] }] },
            Field { name: "readiness", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((17, 3862, 3864)) }), shapes: &[Shape::Record { open: false, fields: &[
                Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((17, 1584, 1588)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
                Field { name: "failureThreshold", optional: false, default: Some(Default { value: Written::Integer(10), place: Some((17, 1621, 1623)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
                Field { name: "initialDelaySeconds", optional: false, default: Some(Default { value: Written::Integer(30), place: Some((17, 1659, 1661)) }), shapes: &[Shape::Leaf(Leaf::Count)] },
                Field { name: "periodSeconds", optional: false, default: Some(Default { value: Written::Integer(10), place: Some((17, 1691, 1693)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
                Field { name: "timeoutSeconds", optional: false, default: Some(Default { value: Written::Integer(5), place: Some((17, 1724, 1725)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
            ] }] },
            Field { name: "startup", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((17, 4057, 4059)) }), shapes: &[Shape::Record { open: false, fields: &[
                Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((17, 1821, 1826)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
                Field { name: "failureThreshold", optional: false, default: Some(Default { value: Written::Integer(30), place: Some((17, 1859, 1861)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
                Field { name: "initialDelaySeconds", optional: false, default: Some(Default { value: Written::Integer(60), place: Some((17, 1897, 1899)) }), shapes: &[Shape::Leaf(Leaf::Count)] },
                Field { name: "periodSeconds", optional: false, default: Some(Default { value: Written::Integer(10), place: Some((17, 1929, 1931)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
                Field { name: "timeoutSeconds", optional: false, default: Some(Default { value: Written::Integer(5), place: Some((17, 1962, 1963)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
            ] }] },
        ] }] },
        Field { name: "replicaCount", optional: false, default: Some(Default { value: Written::Integer(3), place: Some((17, 2332, 2333)) }), shapes: &[Shape::Leaf(Leaf::Count)] },
        Field { name: "resources", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((17, 6138, 6140)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "claims", optional: true, default: None, shapes: &[Shape::List(&Shape::Record { open: true, fields: &[Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::String)] }] })] },
            Field { name: "limits", optional: true, default: None, shapes: &[Shape::Map(&Shape::Leaf(Leaf::Quantity))] },
            Field { name: "requests", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((17, 6015, 6017)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::Quantity)), Shape::Record { open: true, fields: &[
                Field { name: "cpu", optional: false, default: Some(Default { value: Written::Decimal(0.2), place: Some((17, 1517, 1520)) }), shapes: &[Shape::Leaf(Leaf::Quantity)] },
                Field { name: "memory", optional: false, default: Some(Default { value: Written::Text("128Mi"), place: Some((17, 1408, 1415)) }), shapes: &[Shape::Leaf(Leaf::Quantity)] },
            ] }] },
        ] }] },
        Field { name: "restartPodsOnConfigMapChange", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((17, 3472, 3477)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
        Field { name: "service", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((17, 10918, 10920)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "annotations", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((17, 9332, 9334)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
            Field { name: "externalTrafficPolicy", optional: true, default: None, shapes: &[Shape::OneOf(&["Cluster", "Local"])] },
            Field { name: "loadBalancerClass", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
            Field { name: "loadBalancerIP", optional: false, default: Some(Default { value: Written::Text(""), place: Some((17, 9514, 9516)) }), shapes: &[Shape::Leaf(Leaf::LoadBalancerIp)] },
            Field { name: "loadBalancerSourceRanges", optional: true, default: None, shapes: &[Shape::List(&Shape::Leaf(Leaf::Cidr))] },
            Field { name: "nodePorts", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((17, 10843, 10845)) }), shapes: &[Shape::Record { open: false, fields: &[
                Field { name: "http", optional: false, default: Some(Default { value: Written::Text(""), place: Some((17, 10265, 10267)) }), shapes: &[Shape::Leaf(Leaf::NodePort)] },
                Field { name: "https", optional: false, default: Some(Default { value: Written::Text(""), place: Some((17, 10424, 10426)) }), shapes: &[Shape::Leaf(Leaf::NodePort)] },
                Field { name: "pulsar", optional: false, default: Some(Default { value: Written::Text(""), place: Some((17, 10581, 10583)) }), shapes: &[Shape::Leaf(Leaf::NodePort)] },
                Field { name: "pulsarssl", optional: false, default: Some(Default { value: Written::Text(""), place: Some((17, 10750, 10752)) }), shapes: &[Shape::Leaf(Leaf::NodePort)] },
            ] }] },
            Field { name: "type", optional: false, default: Some(Default { value: Written::Text("ClusterIP"), place: Some((17, 9143, 9154)) }), shapes: &[Shape::OneOf(&["ClusterIP", "NodePort", "LoadBalancer"])] },
        ] }] },
        Field { name: "service_account", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((17, 6688, 6690)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "annotations", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((5, 8105, 8107)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
        ] }] },
        Field { name: "tolerations", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((17, 4968, 4970)) }), shapes: &[Shape::Keyed { key: Leaf::Anything, contract: ("kubernetes.ncl", "Tolerations"), item: &Shape::Record { open: false, fields: &[
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
        Field { name: "topologySpreadConstraints", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((17, 4729, 4731)) }), shapes: &[Shape::Keyed { key: Leaf::Anything, contract: ("kubernetes.ncl", "TopologySpreadConstraints"), item: &Shape::Record { open: false, fields: &[
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
        Field { name: "updateStrategy", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((17, 2623, 2625)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "rollingUpdate", optional: true, default: None, shapes: &[Shape::Record { open: true, fields: &[
            ] }] },
            Field { name: "type", optional: false, default: Some(Default { value: Written::Text("RollingUpdate"), place: Some((5, 7526, 7541)) }), shapes: &[Shape::OneOf(&["RollingUpdate", "OnDelete"])] },
        ] }] },
        Field { name: "waitBrokerTimeout", optional: false, default: Some(Default { value: Written::Integer(120), place: Some((17, 5945, 5948)) }), shapes: &[Shape::Leaf(Leaf::Count)] },
        Field { name: "waitOxiaTimeout", optional: false, default: Some(Default { value: Written::Integer(600), place: Some((17, 5854, 5857)) }), shapes: &[Shape::Leaf(Leaf::Count)] },
        Field { name: "waitZookeeperTimeout", optional: false, default: Some(Default { value: Written::Integer(600), place: Some((17, 5743, 5746)) }), shapes: &[Shape::Leaf(Leaf::Count)] },
    ] }] },
    Field { name: "pulsarVersion", optional: true, default: None, shapes: &[Shape::OneOf(&["3.0", "4.0", "4.2", "5.0"])] },
    Field { name: "pulsar_manager", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((0, 12889, 12891)) }), shapes: &[Shape::Record { open: false, fields: &[
        Field { name: "admin", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((18, 6831, 6833)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "db_password", optional: false, default: Some(Default { value: Written::Text(""), place: Some((18, 6738, 6740)) }), shapes: &[Shape::Leaf(Leaf::Sensitive)] },
            Field { name: "db_username", optional: false, default: Some(Default { value: Written::Text("pulsar"), place: Some((18, 6583, 6591)) }), shapes: &[Shape::Leaf(Leaf::String)] },
            Field { name: "existingSecret", optional: false, default: Some(Default { value: Written::Text(""), place: Some((18, 6216, 6218)) }), shapes: &[Shape::Leaf(Leaf::ObjectNameOrEmpty)] },
            Field { name: "ui_password", optional: false, default: Some(Default { value: Written::Text(""), place: Some((18, 6482, 6484)) }), shapes: &[Shape::Leaf(Leaf::Sensitive)] },
            Field { name: "ui_username", optional: false, default: Some(Default { value: Written::Text("pulsar"), place: Some((18, 6322, 6330)) }), shapes: &[Shape::Leaf(Leaf::String)] },
        ] }] },
        Field { name: "adminService", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((18, 5897, 5899)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "annotations", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((18, 1114, 1116)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
            Field { name: "port", optional: false, default: Some(Default { value: Written::Integer(7750), place: Some((18, 5767, 5771)) }), shapes: &[Shape::Leaf(Leaf::Port)] },
            Field { name: "targetPort", optional: false, default: Some(Default { value: Written::Integer(7750), place: Some((18, 5804, 5808)) }), shapes: &[Shape::Leaf(Leaf::Port)] },
            Field { name: "type", optional: false, default: Some(Default { value: Written::Text("ClusterIP"), place: Some((18, 799, 810)) }), shapes: &[Shape::OneOf(&["ClusterIP", "NodePort", "LoadBalancer"])] },
        ] }] },
        Field { name: "annotations", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((18, 3704, 3706)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
        Field { name: "appAnnotations", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((18, 3605, 3607)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
        Field { name: "component", optional: false, default: Some(Default { value: Written::Text("pulsar-manager"), place: Some((18, 2582, 2598)) }), shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
        Field { name: "configData", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((18, 4899, 4901)) }), shapes: &[Shape::Record { open: true, fields: &[
            Field { name: "DRIVER_CLASS_NAME", optional: false, default: Some(Default { value: Written::Text("org.postgresql.Driver"), place: Some((18, 2288, 2311)) }), shapes: &[Shape::Leaf(Leaf::Scalar)] },
            Field { name: "LOG_LEVEL", optional: false, default: Some(Default { value: Written::Text("INFO"), place: Some((18, 1991, 1997)) }), shapes: &[Shape::Leaf(Leaf::Scalar)] },
            Field { name: "PULSAR_PEEK_MESSAGE", optional: false, default: Some(Default { value: Written::Text("true"), place: Some((18, 2428, 2434)) }), shapes: &[Shape::Leaf(Leaf::SwitchText)] },
            Field { name: "REDIRECT_HOST", optional: false, default: Some(Default { value: Written::Text("http://127.0.0.1"), place: Some((18, 1770, 1788)) }), shapes: &[Shape::Leaf(Leaf::Scalar)] },
            Field { name: "REDIRECT_PORT", optional: false, default: Some(Default { value: Written::Text("9527"), place: Some((18, 1893, 1899)) }), shapes: &[Shape::Leaf(Leaf::Scalar)] },
            Field { name: "URL", optional: false, default: Some(Default { value: Written::Text("jdbc:postgresql://127.0.0.1:5432/pulsar_manager"), place: Some((18, 2133, 2182)) }), shapes: &[Shape::Leaf(Leaf::Scalar)] },
        ] }, Shape::Map(&Shape::Leaf(Leaf::Scalar))] },
        Field { name: "extraVolumeMounts", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((18, 4052, 4054)) }), shapes: &[Shape::Keyed { key: Leaf::DnsLabel, contract: ("kubernetes.ncl", "VolumeMounts"), item: &Shape::Record { open: true, fields: &[
            Field { name: "mountPath", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
            Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
        ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
            Field { name: "mountPath", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
            Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
        ] }) }] },
        Field { name: "extraVolumes", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((18, 3913, 3915)) }), shapes: &[Shape::Keyed { key: Leaf::DnsLabel, contract: ("kubernetes.ncl", "Volumes"), item: &Shape::Record { open: true, fields: &[
            Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
        ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
            Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
        ] }) }] },
        Field { name: "gracePeriod", optional: false, default: Some(Default { value: Written::Integer(30), place: Some((18, 4171, 4173)) }), shapes: &[Shape::Leaf(Leaf::Count)] },
        Field { name: "ingress", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((18, 5995, 5997)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "annotations", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((4, 1278, 1280)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
            Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((4, 1128, 1133)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
            Field { name: "hostname", optional: false, default: Some(Default { value: Written::Text(""), place: Some((4, 2026, 2028)) }), shapes: &[Shape::Leaf(Leaf::HostName)] },
            Field { name: "ingressClassName", optional: false, default: Some(Default { value: Written::Text(""), place: Some((4, 1461, 1463)) }), shapes: &[Shape::Leaf(Leaf::ObjectNameOrEmpty)] },
            Field { name: "path", optional: false, default: Some(Default { value: Written::Text("/"), place: Some((4, 2133, 2136)) }), shapes: &[Shape::Leaf(Leaf::UrlPath)] },
            Field { name: "pathType", optional: false, default: Some(Default { value: Written::Text("ImplementationSpecific"), place: Some((4, 2303, 2327)) }), shapes: &[Shape::OneOf(&["Exact", "Prefix", "ImplementationSpecific"])] },
            Field { name: "tls", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((4, 1883, 1885)) }), shapes: &[Shape::Record { open: false, fields: &[
                Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((4, 1622, 1627)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
                Field { name: "secretName", optional: false, default: Some(Default { value: Written::Text(""), place: Some((4, 1813, 1815)) }), shapes: &[Shape::Leaf(Leaf::ObjectNameOrEmpty)] },
            ] }] },
        ] }] },
        Field { name: "initContainers", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((18, 2901, 2903)) }), shapes: &[Shape::Keyed { key: Leaf::DnsLabel, contract: ("kubernetes.ncl", "Containers"), item: &Shape::Record { open: true, fields: &[
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
        Field { name: "replicaCount", optional: false, default: Some(Default { value: Written::Integer(1), place: Some((18, 2764, 2765)) }), shapes: &[Shape::Leaf(Leaf::Count)] },
        Field { name: "resources", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((18, 4716, 4718)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "claims", optional: true, default: None, shapes: &[Shape::List(&Shape::Record { open: true, fields: &[Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::String)] }] })] },
            Field { name: "limits", optional: true, default: None, shapes: &[Shape::Map(&Shape::Leaf(Leaf::Quantity))] },
            Field { name: "requests", optional: true, default: None, shapes: &[Shape::Map(&Shape::Leaf(Leaf::Quantity))] },
        ] }, Shape::Record { open: true, fields: &[
            Field { name: "requests", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((18, 4612, 4614)) }), shapes: &[Shape::Record { open: true, fields: &[
                Field { name: "cpu", optional: false, default: Some(Default { value: Written::Decimal(0.1), place: Some((18, 4512, 4515)) }), shapes: &[Shape::Leaf(Leaf::Quantity)] },
                Field { name: "memory", optional: false, default: Some(Default { value: Written::Text("250Mi"), place: Some((18, 4379, 4386)) }), shapes: &[Shape::Leaf(Leaf::Quantity)] },
            ] }] },
        ] }] },
        Field { name: "restartPodsOnConfigMapChange", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((18, 3077, 3082)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
        Field { name: "service", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((18, 5691, 5693)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "annotations", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((18, 1114, 1116)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
            Field { name: "externalTrafficPolicy", optional: true, default: None, shapes: &[Shape::OneOf(&["Cluster", "Local"])] },
            Field { name: "loadBalancerClass", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
            Field { name: "loadBalancerSourceRanges", optional: true, default: None, shapes: &[Shape::List(&Shape::Leaf(Leaf::Cidr))] },
            Field { name: "port", optional: false, default: Some(Default { value: Written::Integer(9527), place: Some((18, 5572, 5576)) }), shapes: &[Shape::Leaf(Leaf::Port)] },
            Field { name: "targetPort", optional: false, default: Some(Default { value: Written::Integer(9527), place: Some((18, 5609, 5613)) }), shapes: &[Shape::Leaf(Leaf::Port)] },
            Field { name: "type", optional: false, default: Some(Default { value: Written::Text("ClusterIP"), place: Some((18, 799, 810)) }), shapes: &[Shape::OneOf(&["ClusterIP", "NodePort", "LoadBalancer"])] },
        ] }] },
        Field { name: "tolerations", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((18, 3810, 3812)) }), shapes: &[Shape::Keyed { key: Leaf::Anything, contract: ("kubernetes.ncl", "Tolerations"), item: &Shape::Record { open: false, fields: &[
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
        Field { name: "topologySpreadConstraints", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((18, 3488, 3490)) }), shapes: &[Shape::Keyed { key: Leaf::Anything, contract: ("kubernetes.ncl", "TopologySpreadConstraints"), item: &Shape::Record { open: false, fields: &[
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
        Field { name: "volumes", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((18, 5484, 5486)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "data", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((18, 5415, 5417)) }), shapes: &[Shape::Record { open: false, fields: &[
                Field { name: "local_storage", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((18, 5276, 5280)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
                Field { name: "name", optional: false, default: Some(Default { value: Written::Text("data"), place: Some((18, 5192, 5198)) }), shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
                Field { name: "selector", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((18, 5315, 5317)) }), shapes: &[Shape::Record { open: true, fields: &[
                    Field { name: "matchExpressions", optional: true, default: None, shapes: &[Shape::List(&Shape::Record { open: true, fields: &[] })] },
                    Field { name: "matchLabels", optional: true, default: None, shapes: &[Shape::Map(&Shape::Leaf(Leaf::LabelValue))] },
                ] }] },
                Field { name: "size", optional: false, default: Some(Default { value: Written::Text("128Mi"), place: Some((18, 5229, 5236)) }), shapes: &[Shape::Leaf(Leaf::Quantity)] },
                Field { name: "storageClass", optional: true, default: None, shapes: &[Shape::Record { open: true, fields: &[
                    Field { name: "fsType", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::Scalar)] },
                    Field { name: "provisioner", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
                    Field { name: "type", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::Scalar)] },
                ] }] },
                Field { name: "storageClassName", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::ObjectNameOrEmpty)] },
            ] }] },
            Field { name: "persistence", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((18, 5091, 5095)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
        ] }] },
    ] }] },
    Field { name: "pulsar_metadata", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((0, 11515, 11517)) }), shapes: &[Shape::Record { open: false, fields: &[
        Field { name: "bookkeeper", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((19, 4324, 4326)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "metadataStoreSessionTimeoutMillis", optional: false, default: Some(Default { value: Written::Integer(30000), place: Some((19, 4228, 4233)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
            Field { name: "usePulsarMetadataBookieDriver", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((19, 3985, 3990)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
            Field { name: "usePulsarMetadataClientDriver", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((19, 3774, 3779)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
        ] }] },
        Field { name: "component", optional: false, default: Some(Default { value: Written::Text("pulsar-init"), place: Some((19, 593, 606)) }), shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
        Field { name: "configurationStore", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::ObjectNameOrEmpty)] },
        Field { name: "configurationStoreMetadataPrefix", optional: false, default: Some(Default { value: Written::Text(""), place: Some((19, 1114, 1116)) }), shapes: &[Shape::Leaf(Leaf::String)] },
        Field { name: "configurationStorePort", optional: false, default: Some(Default { value: Written::Integer(2181), place: Some((19, 1248, 1252)) }), shapes: &[Shape::Leaf(Leaf::Port)] },
        Field { name: "image", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((19, 713, 715)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "pullPolicy", optional: false, default: Some(Default { value: Written::Null, place: Some((13, 2329, 2333)) }), shapes: &[Shape::Nullable(&Shape::OneOf(&["Always", "IfNotPresent", "Never"]))] },
            Field { name: "repository", optional: false, default: Some(Default { value: Written::Null, place: Some((13, 2399, 2403)) }), shapes: &[Shape::Nullable(&Shape::Leaf(Leaf::ImageRepository))] },
            Field { name: "tag", optional: false, default: Some(Default { value: Written::Null, place: Some((13, 2425, 2429)) }), shapes: &[Shape::Nullable(&Shape::Leaf(Leaf::ImageTag))] },
        ] }] },
        Field { name: "initTimeout", optional: false, default: Some(Default { value: Written::Integer(60), place: Some((19, 2084, 2086)) }), shapes: &[Shape::Leaf(Leaf::Count)] },
        Field { name: "metadataStoreAllowReadOnlyOperations", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((19, 2311, 2316)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
        Field { name: "metadataStoreBatchingEnabled", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((19, 3014, 3018)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
        Field { name: "metadataStoreBatchingMaxDelayMillis", optional: false, default: Some(Default { value: Written::Integer(5), place: Some((19, 3188, 3189)) }), shapes: &[Shape::Leaf(Leaf::Count)] },
        Field { name: "metadataStoreBatchingMaxOperations", optional: false, default: Some(Default { value: Written::Integer(1000), place: Some((19, 3346, 3350)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
        Field { name: "metadataStoreBatchingMaxSizeKb", optional: false, default: Some(Default { value: Written::Integer(128), place: Some((19, 3495, 3498)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
        Field { name: "metadataStoreCacheExpirySeconds", optional: false, default: Some(Default { value: Written::Integer(300), place: Some((19, 2857, 2860)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
        Field { name: "metadataStoreOperationTimeoutSeconds", optional: false, default: Some(Default { value: Written::Integer(30), place: Some((19, 2697, 2699)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
        Field { name: "metadataStoreSessionTimeoutMillis", optional: false, default: Some(Default { value: Written::Integer(30000), place: Some((19, 2510, 2515)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
        Field { name: "nodeSelector", optional: true, default: None, shapes: &[Shape::Map(&Shape::Leaf(Leaf::LabelValue))] },
        Field { name: "resources", optional: false, default: Some(Default { value: Written::Null, place: Some((19, 4500, 4504)) }), shapes: &[Shape::Nullable(&Shape::Record { open: false, fields: &[
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
        Field { name: "waitBookkeeperTimeout", optional: false, default: Some(Default { value: Written::Integer(120), place: Some((19, 1943, 1946)) }), shapes: &[Shape::Leaf(Leaf::Count)] },
        Field { name: "waitOxiaTimeout", optional: false, default: Some(Default { value: Written::Integer(600), place: Some((19, 1767, 1770)) }), shapes: &[Shape::Leaf(Leaf::Count)] },
        Field { name: "waitZookeeperTimeout", optional: false, default: Some(Default { value: Written::Integer(600), place: Some((19, 1614, 1617)) }), shapes: &[Shape::Leaf(Leaf::Count)] },
    ] }] },
    Field { name: "rbac", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((0, 8249, 8251)) }), shapes: &[Shape::Record { open: false, fields: &[
        Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((0, 7937, 7942)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
        Field { name: "limit_to_namespace", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((0, 8162, 8166)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
    ] }] },
    Field { name: "serviceAccountTokens", optional: true, default: None, shapes: &[Shape::OneOf(&["everywhere", "where-needed"])] },
    Field { name: "standalone", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((0, 11894, 11896)) }), shapes: &[Shape::Record { open: false, fields: &[
        Field { name: "additionalCommand", optional: false, default: Some(Default { value: Written::Text(""), place: Some((20, 6987, 6989)) }), shapes: &[Shape::Leaf(Leaf::String)] },
        Field { name: "affinity", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((20, 4787, 4789)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "anti_affinity", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((20, 4497, 4502)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
            Field { name: "anti_affinity_topology_key", optional: false, default: Some(Default { value: Written::Text("kubernetes.io/hostname"), place: Some((20, 4549, 4573)) }), shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
            Field { name: "type", optional: false, default: Some(Default { value: Written::Text("preferredDuringSchedulingIgnoredDuringExecution"), place: Some((20, 4598, 4647)) }), shapes: &[Shape::OneOf(&["requiredDuringSchedulingIgnoredDuringExecution", "preferredDuringSchedulingIgnoredDuringExecution"])] },
        ] }] },
        Field { name: "annotations", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((20, 5444, 5446)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
        Field { name: "appAnnotations", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((20, 5331, 5333)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
        Field { name: "component", optional: false, default: Some(Default { value: Written::Text("standalone"), place: Some((20, 2583, 2595)) }), shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
        Field { name: "configData", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((20, 8554, 8556)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::Scalar)), Shape::Record { open: true, fields: &[
            Field { name: "PULSAR_GC", optional: false, default: Some(Default { value: Written::Text("-XX:+UseG1GC -XX:MaxGCPauseMillis=10"), place: Some((20, 8264, 8302)) }), shapes: &[Shape::Leaf(Leaf::Scalar)] },
            Field { name: "PULSAR_MEM", optional: false, default: Some(Default { value: Written::Text("-Xms256m -Xmx512m -XX:MaxDirectMemorySize=512m"), place: Some((20, 8074, 8122)) }), shapes: &[Shape::Leaf(Leaf::Scalar)] },
        ] }] },
        Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((20, 2342, 2347)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
        Field { name: "extraEnvs", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((20, 6223, 6225)) }), shapes: &[Shape::Keyed { key: Leaf::NonEmptyText, contract: ("kubernetes.ncl", "EnvVars"), item: &Shape::Record { open: true, fields: &[
            Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
            Field { name: "value", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
        ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
            Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
            Field { name: "value", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
        ] }) }] },
        Field { name: "extraVolumeMounts", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((20, 6061, 6063)) }), shapes: &[Shape::Keyed { key: Leaf::DnsLabel, contract: ("kubernetes.ncl", "VolumeMounts"), item: &Shape::Record { open: true, fields: &[
            Field { name: "mountPath", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
            Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
        ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
            Field { name: "mountPath", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
            Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
        ] }) }] },
        Field { name: "extraVolumes", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((20, 5944, 5946)) }), shapes: &[Shape::Keyed { key: Leaf::DnsLabel, contract: ("kubernetes.ncl", "Volumes"), item: &Shape::Record { open: true, fields: &[
            Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
        ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
            Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
        ] }) }] },
        Field { name: "gracePeriod", optional: false, default: Some(Default { value: Written::Integer(30), place: Some((20, 5636, 5638)) }), shapes: &[Shape::Leaf(Leaf::Count)] },
        Field { name: "initContainers", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((20, 2726, 2728)) }), shapes: &[Shape::Keyed { key: Leaf::DnsLabel, contract: ("kubernetes.ncl", "Containers"), item: &Shape::Record { open: true, fields: &[
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
        Field { name: "podMonitor", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((20, 2904, 2906)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((20, 1981, 1985)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
            Field { name: "interval", optional: false, default: Some(Default { value: Written::Text("60s"), place: Some((20, 2073, 2078)) }), shapes: &[Shape::Leaf(Leaf::ScrapeDuration)] },
            Field { name: "scrapeTimeout", optional: false, default: Some(Default { value: Written::Text("60s"), place: Some((20, 2183, 2188)) }), shapes: &[Shape::Leaf(Leaf::ScrapeDuration)] },
        ] }] },
        Field { name: "ports", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((20, 3719, 3721)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "http", optional: false, default: Some(Default { value: Written::Integer(8080), place: Some((20, 3267, 3271)) }), shapes: &[Shape::Leaf(Leaf::Port)] },
            Field { name: "https", optional: false, default: Some(Default { value: Written::Integer(8443), place: Some((20, 3400, 3404)) }), shapes: &[Shape::Leaf(Leaf::Port)] },
            Field { name: "pulsar", optional: false, default: Some(Default { value: Written::Integer(6650), place: Some((20, 3499, 3503)) }), shapes: &[Shape::Leaf(Leaf::Port)] },
            Field { name: "pulsarssl", optional: false, default: Some(Default { value: Written::Integer(6651), place: Some((20, 3642, 3646)) }), shapes: &[Shape::Leaf(Leaf::Port)] },
        ] }] },
        Field { name: "priorityClassName", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::ObjectNameOrEmpty)] },
        Field { name: "probe", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((20, 4429, 4431)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "liveness", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((20, 3947, 3949)) }), shapes: &[Shape::Record { open: false, fields: &[
                Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((20, 1358, 1362)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
                Field { name: "failureThreshold", optional: false, default: Some(Default { value: Written::Integer(10), place: Some((20, 1395, 1397)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
                Field { name: "initialDelaySeconds", optional: false, default: Some(Default { value: Written::Integer(30), place: Some((20, 1433, 1435)) }), shapes: &[Shape::Leaf(Leaf::Count)] },
                Field { name: "periodSeconds", optional: false, default: Some(Default { value: Written::Integer(10), place: Some((20, 1465, 1467)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
                Field { name: "timeoutSeconds", optional: false, default: Some(Default { value: Written::Integer(5), place: Some((20, 1498, 1499)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
            ] }] },
            Field { name: "readiness", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((20, 4111, 4113)) }), shapes: &[Shape::Record { open: false, fields: &[
                Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((20, 1358, 1362)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
                Field { name: "failureThreshold", optional: false, default: Some(Default { value: Written::Integer(10), place: Some((20, 1395, 1397)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
                Field { name: "initialDelaySeconds", optional: false, default: Some(Default { value: Written::Integer(30), place: Some((20, 1433, 1435)) }), shapes: &[Shape::Leaf(Leaf::Count)] },
                Field { name: "periodSeconds", optional: false, default: Some(Default { value: Written::Integer(10), place: Some((20, 1465, 1467)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
                Field { name: "timeoutSeconds", optional: false, default: Some(Default { value: Written::Integer(5), place: Some((20, 1498, 1499)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
            ] }] },
            Field { name: "startup", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((20, 4306, 4308)) }), shapes: &[Shape::Record { open: false, fields: &[
                Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((20, 1595, 1599)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
                Field { name: "failureThreshold", optional: false, default: Some(Default { value: Written::Integer(30), place: Some((20, 1632, 1634)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
                Field { name: "initialDelaySeconds", optional: false, default: Some(Default { value: Written::Integer(30), place: Some((20, 1670, 1672)) }), shapes: &[Shape::Leaf(Leaf::Count)] },
                Field { name: "periodSeconds", optional: false, default: Some(Default { value: Written::Integer(10), place: Some((20, 1702, 1704)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
                Field { name: "timeoutSeconds", optional: false, default: Some(Default { value: Written::Integer(5), place: Some((20, 1735, 1736)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
            ] }] },
        ] }] },
        Field { name: "resources", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((20, 5828, 5830)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "claims", optional: true, default: None, shapes: &[Shape::List(&Shape::Record { open: true, fields: &[Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::String)] }] })] },
            Field { name: "limits", optional: true, default: None, shapes: &[Shape::Map(&Shape::Leaf(Leaf::Quantity))] },
            Field { name: "requests", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((20, 5705, 5707)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::Quantity)), Shape::Record { open: true, fields: &[
                Field { name: "cpu", optional: false, default: Some(Default { value: Written::Decimal(0.5), place: Some((20, 1291, 1294)) }), shapes: &[Shape::Leaf(Leaf::Quantity)] },
                Field { name: "memory", optional: false, default: Some(Default { value: Written::Text("1Gi"), place: Some((20, 1184, 1189)) }), shapes: &[Shape::Leaf(Leaf::Quantity)] },
            ] }] },
        ] }] },
        Field { name: "restartPodsOnConfigMapChange", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((20, 3123, 3128)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
        Field { name: "service", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((20, 6633, 6635)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "annotations", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((20, 6350, 6352)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
            Field { name: "type", optional: false, default: Some(Default { value: Written::Text("ClusterIP"), place: Some((20, 6549, 6560)) }), shapes: &[Shape::OneOf(&["ClusterIP", "NodePort", "LoadBalancer"])] },
        ] }] },
        Field { name: "service_account", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((20, 6788, 6790)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "annotations", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((5, 8105, 8107)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
        ] }] },
        Field { name: "tolerations", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((20, 5026, 5028)) }), shapes: &[Shape::Keyed { key: Leaf::Anything, contract: ("kubernetes.ncl", "Tolerations"), item: &Shape::Record { open: false, fields: &[
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
        Field { name: "volumes", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((20, 7846, 7848)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "data", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((20, 7777, 7779)) }), shapes: &[Shape::Record { open: false, fields: &[
                Field { name: "name", optional: false, default: Some(Default { value: Written::Text("data"), place: Some((20, 7166, 7172)) }), shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
                Field { name: "selector", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((20, 7464, 7466)) }), shapes: &[Shape::Record { open: true, fields: &[
                    Field { name: "matchExpressions", optional: true, default: None, shapes: &[Shape::List(&Shape::Record { open: true, fields: &[] })] },
                    Field { name: "matchLabels", optional: true, default: None, shapes: &[Shape::Map(&Shape::Leaf(Leaf::LabelValue))] },
                ] }] },
                Field { name: "size", optional: false, default: Some(Default { value: Written::Text("10Gi"), place: Some((20, 7275, 7281)) }), shapes: &[Shape::Leaf(Leaf::Quantity)] },
                Field { name: "storageClassName", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
            ] }] },
        ] }] },
    ] }] },
    Field { name: "tcpPrefix", optional: false, default: Some(Default { value: Written::Text(""), place: Some((0, 6986, 6988)) }), shapes: &[Shape::Leaf(Leaf::PortPrefix)] },
    Field { name: "tls", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((0, 10763, 10765)) }), shapes: &[Shape::Record { open: false, fields: &[
        Field { name: "autorecovery", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((21, 3288, 3290)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "cacerts", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((21, 932, 934)) }), shapes: &[Shape::Record { open: false, fields: &[
                Field { name: "certs", optional: false, default: Some(Default { value: Written::Null, place: Some((10, 1413, 1417)) }), shapes: &[Shape::Nullable(&Shape::List(&Shape::Record { open: false, fields: &[
                    Field { name: "existingSecret", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::ObjectName)] },
                    Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
                    Field { name: "secretKeys", optional: false, default: None, shapes: &[Shape::List(&Shape::Leaf(Leaf::NonEmptyText))] },
                ] }))] },
                Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((10, 1236, 1241)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
            ] }] },
            Field { name: "cert_name", optional: false, default: Some(Default { value: Written::Text("tls-recovery"), place: Some((21, 3134, 3148)) }), shapes: &[Shape::Leaf(Leaf::ObjectName)] },
            Field { name: "dnsNames", optional: true, default: None, shapes: &[Shape::Nullable(&Shape::List(&Shape::Leaf(Leaf::WildcardDnsName)))] },
            Field { name: "ipAddresses", optional: true, default: None, shapes: &[Shape::Nullable(&Shape::List(&Shape::Leaf(Leaf::IpAddress)))] },
            Field { name: "secretAnnotations", optional: true, default: None, shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
        ] }] },
        Field { name: "bookie", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((21, 2809, 2811)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "cacerts", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((21, 932, 934)) }), shapes: &[Shape::Record { open: false, fields: &[
                Field { name: "certs", optional: false, default: Some(Default { value: Written::Null, place: Some((10, 1413, 1417)) }), shapes: &[Shape::Nullable(&Shape::List(&Shape::Record { open: false, fields: &[
                    Field { name: "existingSecret", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::ObjectName)] },
                    Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
                    Field { name: "secretKeys", optional: false, default: None, shapes: &[Shape::List(&Shape::Leaf(Leaf::NonEmptyText))] },
                ] }))] },
                Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((10, 1236, 1241)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
            ] }] },
            Field { name: "cert_name", optional: false, default: Some(Default { value: Written::Text("tls-bookie"), place: Some((21, 2724, 2736)) }), shapes: &[Shape::Leaf(Leaf::ObjectName)] },
            Field { name: "dnsNames", optional: true, default: None, shapes: &[Shape::Nullable(&Shape::List(&Shape::Leaf(Leaf::WildcardDnsName)))] },
            Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((21, 513, 518)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
            Field { name: "ipAddresses", optional: true, default: None, shapes: &[Shape::Nullable(&Shape::List(&Shape::Leaf(Leaf::IpAddress)))] },
            Field { name: "secretAnnotations", optional: true, default: None, shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
        ] }] },
        Field { name: "broker", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((21, 2635, 2637)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "cacerts", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((21, 932, 934)) }), shapes: &[Shape::Record { open: false, fields: &[
                Field { name: "certs", optional: false, default: Some(Default { value: Written::Null, place: Some((10, 1413, 1417)) }), shapes: &[Shape::Nullable(&Shape::List(&Shape::Record { open: false, fields: &[
                    Field { name: "existingSecret", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::ObjectName)] },
                    Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
                    Field { name: "secretKeys", optional: false, default: None, shapes: &[Shape::List(&Shape::Leaf(Leaf::NonEmptyText))] },
                ] }))] },
                Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((10, 1236, 1241)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
            ] }] },
            Field { name: "cert_name", optional: false, default: Some(Default { value: Written::Text("tls-broker"), place: Some((21, 2495, 2507)) }), shapes: &[Shape::Leaf(Leaf::ObjectName)] },
            Field { name: "dnsNames", optional: false, default: Some(Default { value: Written::Null, place: Some((21, 1140, 1144)) }), shapes: &[Shape::Nullable(&Shape::List(&Shape::Leaf(Leaf::WildcardDnsName)))] },
            Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((21, 513, 518)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
            Field { name: "ipAddresses", optional: false, default: Some(Default { value: Written::Null, place: Some((21, 1304, 1308)) }), shapes: &[Shape::Nullable(&Shape::List(&Shape::Leaf(Leaf::IpAddress)))] },
            Field { name: "secretAnnotations", optional: true, default: None, shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
        ] }] },
        Field { name: "ca_suffix", optional: false, default: Some(Default { value: Written::Text("ca-tls"), place: Some((21, 2114, 2122)) }), shapes: &[Shape::Leaf(Leaf::ObjectName)] },
        Field { name: "common", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((21, 2239, 2241)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "duration", optional: false, default: Some(Default { value: Written::Text("2160h"), place: Some((10, 1685, 1692)) }), shapes: &[Shape::Leaf(Leaf::GoDuration)] },
            Field { name: "keyAlgorithm", optional: false, default: Some(Default { value: Written::Text("RSA"), place: Some((10, 2284, 2289)) }), shapes: &[Shape::OneOf(&["RSA", "ECDSA", "Ed25519"])] },
            Field { name: "keyEncoding", optional: false, default: Some(Default { value: Written::Text("PKCS8"), place: Some((10, 2439, 2446)) }), shapes: &[Shape::OneOf(&["PKCS1", "PKCS8"])] },
            Field { name: "keySize", optional: false, default: Some(Default { value: Written::Integer(4096), place: Some((10, 2166, 2170)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
            Field { name: "organization", optional: false, default: Some(Default { value: Written::List(&[Default { value: Written::Text("pulsar"), place: Some((10, 1994, 2002)) }]), place: Some((10, 1993, 2003)) }), shapes: &[Shape::List(&Shape::Leaf(Leaf::String))] },
            Field { name: "renewBefore", optional: false, default: Some(Default { value: Written::Text("360h"), place: Some((10, 1859, 1865)) }), shapes: &[Shape::Leaf(Leaf::GoDuration)] },
        ] }] },
        Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((21, 1958, 1963)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
        Field { name: "function_instance", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((21, 3929, 3931)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((21, 3850, 3855)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
        ] }] },
        Field { name: "function_worker", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((21, 4158, 4160)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "cacerts", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((21, 932, 934)) }), shapes: &[Shape::Record { open: false, fields: &[
                Field { name: "certs", optional: false, default: Some(Default { value: Written::Null, place: Some((10, 1413, 1417)) }), shapes: &[Shape::Nullable(&Shape::List(&Shape::Record { open: false, fields: &[
                    Field { name: "existingSecret", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::ObjectName)] },
                    Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
                    Field { name: "secretKeys", optional: false, default: None, shapes: &[Shape::List(&Shape::Leaf(Leaf::NonEmptyText))] },
                ] }))] },
                Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((10, 1236, 1241)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
            ] }] },
            Field { name: "cert_name", optional: false, default: Some(Default { value: Written::Text("tls-function-worker"), place: Some((21, 4040, 4061)) }), shapes: &[Shape::Leaf(Leaf::ObjectName)] },
            Field { name: "createCert", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((21, 1813, 1817)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
            Field { name: "dnsNames", optional: false, default: Some(Default { value: Written::Null, place: Some((21, 1140, 1144)) }), shapes: &[Shape::Nullable(&Shape::List(&Shape::Leaf(Leaf::WildcardDnsName)))] },
            Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((21, 513, 518)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
            Field { name: "ipAddresses", optional: false, default: Some(Default { value: Written::Null, place: Some((21, 1304, 1308)) }), shapes: &[Shape::Nullable(&Shape::List(&Shape::Leaf(Leaf::IpAddress)))] },
            Field { name: "secretAnnotations", optional: true, default: None, shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
        ] }] },
        Field { name: "oxia", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((21, 4278, 4280)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((21, 513, 518)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
        ] }] },
        Field { name: "proxy", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((21, 2411, 2413)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "cacerts", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((21, 932, 934)) }), shapes: &[Shape::Record { open: false, fields: &[
                Field { name: "certs", optional: false, default: Some(Default { value: Written::Null, place: Some((10, 1413, 1417)) }), shapes: &[Shape::Nullable(&Shape::List(&Shape::Record { open: false, fields: &[
                    Field { name: "existingSecret", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::ObjectName)] },
                    Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
                    Field { name: "secretKeys", optional: false, default: None, shapes: &[Shape::List(&Shape::Leaf(Leaf::NonEmptyText))] },
                ] }))] },
                Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((10, 1236, 1241)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
            ] }] },
            Field { name: "cert_name", optional: false, default: Some(Default { value: Written::Text("tls-proxy"), place: Some((21, 2333, 2344)) }), shapes: &[Shape::Leaf(Leaf::ObjectName)] },
            Field { name: "createCert", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((21, 1813, 1817)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
            Field { name: "dnsNames", optional: false, default: Some(Default { value: Written::Null, place: Some((21, 1140, 1144)) }), shapes: &[Shape::Nullable(&Shape::List(&Shape::Leaf(Leaf::WildcardDnsName)))] },
            Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((21, 513, 518)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
            Field { name: "ipAddresses", optional: false, default: Some(Default { value: Written::Null, place: Some((21, 1304, 1308)) }), shapes: &[Shape::Nullable(&Shape::List(&Shape::Leaf(Leaf::IpAddress)))] },
            Field { name: "secretAnnotations", optional: true, default: None, shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
        ] }] },
        Field { name: "pulsar_metadata", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((21, 4374, 4376)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "cacerts", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((21, 932, 934)) }), shapes: &[Shape::Record { open: false, fields: &[
                Field { name: "certs", optional: false, default: Some(Default { value: Written::Null, place: Some((10, 1413, 1417)) }), shapes: &[Shape::Nullable(&Shape::List(&Shape::Record { open: false, fields: &[
                    Field { name: "existingSecret", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::ObjectName)] },
                    Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
                    Field { name: "secretKeys", optional: false, default: None, shapes: &[Shape::List(&Shape::Leaf(Leaf::NonEmptyText))] },
                ] }))] },
                Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((10, 1236, 1241)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
            ] }] },
        ] }] },
        Field { name: "standalone", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((21, 3693, 3695)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "cert_name", optional: false, default: Some(Default { value: Written::Text("tls-standalone"), place: Some((21, 3561, 3577)) }), shapes: &[Shape::Leaf(Leaf::ObjectName)] },
            Field { name: "dnsNames", optional: true, default: None, shapes: &[Shape::Nullable(&Shape::List(&Shape::Leaf(Leaf::WildcardDnsName)))] },
            Field { name: "ipAddresses", optional: true, default: None, shapes: &[Shape::Nullable(&Shape::List(&Shape::Leaf(Leaf::IpAddress)))] },
            Field { name: "secretAnnotations", optional: true, default: None, shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
        ] }] },
        Field { name: "toolset", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((21, 3486, 3488)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "cacerts", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((21, 932, 934)) }), shapes: &[Shape::Record { open: false, fields: &[
                Field { name: "certs", optional: false, default: Some(Default { value: Written::Null, place: Some((10, 1413, 1417)) }), shapes: &[Shape::Nullable(&Shape::List(&Shape::Record { open: false, fields: &[
                    Field { name: "existingSecret", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::ObjectName)] },
                    Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
                    Field { name: "secretKeys", optional: false, default: None, shapes: &[Shape::List(&Shape::Leaf(Leaf::NonEmptyText))] },
                ] }))] },
                Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((10, 1236, 1241)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
            ] }] },
            Field { name: "cert_name", optional: false, default: Some(Default { value: Written::Text("tls-toolset"), place: Some((21, 3368, 3381)) }), shapes: &[Shape::Leaf(Leaf::ObjectName)] },
            Field { name: "dnsNames", optional: true, default: None, shapes: &[Shape::Nullable(&Shape::List(&Shape::Leaf(Leaf::WildcardDnsName)))] },
            Field { name: "ipAddresses", optional: true, default: None, shapes: &[Shape::Nullable(&Shape::List(&Shape::Leaf(Leaf::IpAddress)))] },
            Field { name: "secretAnnotations", optional: true, default: None, shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
        ] }] },
        Field { name: "zookeeper", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((21, 3049, 3051)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "cacerts", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((21, 932, 934)) }), shapes: &[Shape::Record { open: false, fields: &[
                Field { name: "certs", optional: false, default: Some(Default { value: Written::Null, place: Some((10, 1413, 1417)) }), shapes: &[Shape::Nullable(&Shape::List(&Shape::Record { open: false, fields: &[
                    Field { name: "existingSecret", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::ObjectName)] },
                    Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
                    Field { name: "secretKeys", optional: false, default: None, shapes: &[Shape::List(&Shape::Leaf(Leaf::NonEmptyText))] },
                ] }))] },
                Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((10, 1236, 1241)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
            ] }] },
            Field { name: "cert_name", optional: false, default: Some(Default { value: Written::Text("tls-zookeeper"), place: Some((21, 2901, 2916)) }), shapes: &[Shape::Leaf(Leaf::ObjectName)] },
            Field { name: "dnsNames", optional: true, default: None, shapes: &[Shape::Nullable(&Shape::List(&Shape::Leaf(Leaf::WildcardDnsName)))] },
            Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((21, 513, 518)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
            Field { name: "ipAddresses", optional: true, default: None, shapes: &[Shape::Nullable(&Shape::List(&Shape::Leaf(Leaf::IpAddress)))] },
            Field { name: "secretAnnotations", optional: true, default: None, shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
        ] }] },
    ] }] },
    Field { name: "tlsPrefix", optional: false, default: Some(Default { value: Written::Text(""), place: Some((0, 7118, 7120)) }), shapes: &[Shape::Leaf(Leaf::PortPrefix)] },
    Field { name: "toolset", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((0, 12394, 12396)) }), shapes: &[Shape::Record { open: false, fields: &[
        Field { name: "additionalCommand", optional: false, default: Some(Default { value: Written::Null, place: Some((22, 4143, 4147)) }), shapes: &[Shape::Nullable(&Shape::Leaf(Leaf::String))] },
        Field { name: "annotations", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((22, 2793, 2795)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
        Field { name: "appAnnotations", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((22, 2680, 2682)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
        Field { name: "component", optional: false, default: Some(Default { value: Written::Text("toolset"), place: Some((22, 1248, 1257)) }), shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
        Field { name: "configData", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((22, 3935, 3937)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::Scalar)), Shape::Record { open: true, fields: &[
            Field { name: "PULSAR_MEM", optional: false, default: Some(Default { value: Written::Text("-Xms64M -Xmx128M -XX:MaxDirectMemorySize=128M"), place: Some((22, 3769, 3816)) }), shapes: &[Shape::Leaf(Leaf::Scalar)] },
        ] }] },
        Field { name: "extraVolumeMounts", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((22, 3386, 3388)) }), shapes: &[Shape::Keyed { key: Leaf::DnsLabel, contract: ("kubernetes.ncl", "VolumeMounts"), item: &Shape::Record { open: true, fields: &[
            Field { name: "mountPath", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
            Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
        ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
            Field { name: "mountPath", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
            Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
        ] }) }] },
        Field { name: "extraVolumes", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((22, 3269, 3271)) }), shapes: &[Shape::Keyed { key: Leaf::DnsLabel, contract: ("kubernetes.ncl", "Volumes"), item: &Shape::Record { open: true, fields: &[
            Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
        ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
            Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
        ] }) }] },
        Field { name: "gracePeriod", optional: false, default: Some(Default { value: Written::Integer(30), place: Some((22, 2961, 2963)) }), shapes: &[Shape::Leaf(Leaf::Count)] },
        Field { name: "initContainers", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((22, 1670, 1672)) }), shapes: &[Shape::Keyed { key: Leaf::DnsLabel, contract: ("kubernetes.ncl", "Containers"), item: &Shape::Record { open: true, fields: &[
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
        Field { name: "replicaCount", optional: false, default: Some(Default { value: Written::Integer(1), place: Some((22, 1523, 1524)) }), shapes: &[Shape::Leaf(Leaf::Count)] },
        Field { name: "resources", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((22, 3153, 3155)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "claims", optional: true, default: None, shapes: &[Shape::List(&Shape::Record { open: true, fields: &[Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::String)] }] })] },
            Field { name: "limits", optional: true, default: None, shapes: &[Shape::Map(&Shape::Leaf(Leaf::Quantity))] },
            Field { name: "requests", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((22, 3030, 3032)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::Quantity)), Shape::Record { open: true, fields: &[
                Field { name: "cpu", optional: false, default: Some(Default { value: Written::Decimal(0.1), place: Some((22, 1000, 1003)) }), shapes: &[Shape::Leaf(Leaf::Quantity)] },
                Field { name: "memory", optional: false, default: Some(Default { value: Written::Text("256Mi"), place: Some((22, 891, 898)) }), shapes: &[Shape::Leaf(Leaf::Quantity)] },
            ] }] },
        ] }] },
        Field { name: "restartPodsOnConfigMapChange", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((22, 1889, 1894)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
        Field { name: "service_account", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((22, 3541, 3543)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "annotations", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((5, 8105, 8107)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
        ] }] },
        Field { name: "tolerations", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((22, 2374, 2376)) }), shapes: &[Shape::Keyed { key: Leaf::Anything, contract: ("kubernetes.ncl", "Tolerations"), item: &Shape::Record { open: false, fields: &[
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
        Field { name: "topologySpreadConstraints", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((22, 2135, 2137)) }), shapes: &[Shape::Keyed { key: Leaf::Anything, contract: ("kubernetes.ncl", "TopologySpreadConstraints"), item: &Shape::Record { open: false, fields: &[
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
        Field { name: "useProxy", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((22, 1423, 1427)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
    ] }] },
    Field { name: "useReleaseStatus", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((0, 6516, 6520)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
    Field { name: "victoria-metrics-k8s-stack", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((0, 12790, 12792)) }), shapes: &[Shape::Record { open: true, fields: &[
        Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((0, 12650, 12654)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
    ] }] },
    Field { name: "volumes", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((0, 7748, 7750)) }), shapes: &[Shape::Record { open: false, fields: &[
        Field { name: "local_storage", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((0, 7668, 7673)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
        Field { name: "persistence", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((0, 7467, 7471)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
    ] }] },
    Field { name: "zookeeper", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((0, 11079, 11081)) }), shapes: &[Shape::Record { open: false, fields: &[
        Field { name: "additionalCommand", optional: false, default: Some(Default { value: Written::Null, place: Some((23, 7729, 7733)) }), shapes: &[Shape::Nullable(&Shape::Leaf(Leaf::String))] },
        Field { name: "affinity", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((23, 5441, 5443)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "anti_affinity", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((23, 5195, 5199)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
            Field { name: "anti_affinity_topology_key", optional: false, default: Some(Default { value: Written::Text("kubernetes.io/hostname"), place: Some((23, 5246, 5270)) }), shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
            Field { name: "type", optional: false, default: Some(Default { value: Written::Text("requiredDuringSchedulingIgnoredDuringExecution"), place: Some((23, 5295, 5343)) }), shapes: &[Shape::OneOf(&["requiredDuringSchedulingIgnoredDuringExecution", "preferredDuringSchedulingIgnoredDuringExecution"])] },
        ] }] },
        Field { name: "annotations", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((23, 6341, 6343)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
        Field { name: "appAnnotations", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((23, 6228, 6230)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
        Field { name: "component", optional: false, default: Some(Default { value: Written::Text("zookeeper"), place: Some((23, 2298, 2309)) }), shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
        Field { name: "configData", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((23, 10804, 10806)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::Scalar)), Shape::Record { open: true, fields: &[
            Field { name: "PULSAR_GC", optional: false, default: Some(Default { value: Written::Text("-XX:+UseZGC -XX:+ZGenerational -XX:+AlwaysPreTouch -XX:+UseTransparentHugePages -XX:+ExitOnOutOfMemoryError -XX:+DisableExplicitGC -XX:+PerfDisableSharedMem"), place: Some((23, 10449, 10607)) }), shapes: &[Shape::Leaf(Leaf::Scalar)] },
            Field { name: "PULSAR_MEM", optional: false, default: Some(Default { value: Written::Text("-Xms64m -Xmx128m"), place: Some((23, 10289, 10307)) }), shapes: &[Shape::Leaf(Leaf::Scalar)] },
        ] }] },
        Field { name: "externalZookeeperServerList", optional: false, default: Some(Default { value: Written::Text(""), place: Some((23, 9162, 9164)) }), shapes: &[Shape::Leaf(Leaf::QuorumServerList)] },
        Field { name: "extraVolumeMounts", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((23, 7521, 7523)) }), shapes: &[Shape::Keyed { key: Leaf::DnsLabel, contract: ("kubernetes.ncl", "VolumeMounts"), item: &Shape::Record { open: true, fields: &[
            Field { name: "mountPath", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
            Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
        ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
            Field { name: "mountPath", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
            Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
        ] }) }] },
        Field { name: "extraVolumes", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((23, 7404, 7406)) }), shapes: &[Shape::Keyed { key: Leaf::DnsLabel, contract: ("kubernetes.ncl", "Volumes"), item: &Shape::Record { open: true, fields: &[
            Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
        ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
            Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
        ] }) }] },
        Field { name: "gracePeriod", optional: false, default: Some(Default { value: Written::Integer(30), place: Some((23, 6522, 6524)) }), shapes: &[Shape::Leaf(Leaf::Count)] },
        Field { name: "headlessService", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((23, 9540, 9542)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "annotations", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((4, 703, 705)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
        ] }] },
        Field { name: "initContainers", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((23, 3014, 3016)) }), shapes: &[Shape::Keyed { key: Leaf::DnsLabel, contract: ("kubernetes.ncl", "Containers"), item: &Shape::Record { open: true, fields: &[
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
        Field { name: "pdb", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((23, 10061, 10063)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "maxUnavailable", optional: false, default: Some(Default { value: Written::Integer(1), place: Some((7, 567, 568)) }), shapes: &[Shape::Leaf(Leaf::CountOrPercentage)] },
            Field { name: "usePolicy", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((7, 376, 380)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
        ] }] },
        Field { name: "podManagementPolicy", optional: false, default: Some(Default { value: Written::Text("Parallel"), place: Some((23, 2858, 2868)) }), shapes: &[Shape::OneOf(&["OrderedReady", "Parallel"])] },
        Field { name: "podMonitor", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((23, 3297, 3299)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((23, 3079, 3083)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
            Field { name: "interval", optional: false, default: Some(Default { value: Written::Text("60s"), place: Some((23, 3112, 3117)) }), shapes: &[Shape::Leaf(Leaf::ScrapeDuration)] },
            Field { name: "metricRelabelings", optional: false, default: Some(Default { value: Written::Null, place: Some((3, 835, 839)) }), shapes: &[Shape::Nullable(&Shape::List(&Shape::Record { open: true, fields: &[
            ] }))] },
            Field { name: "scrapeTimeout", optional: false, default: Some(Default { value: Written::Text("60s"), place: Some((23, 3151, 3156)) }), shapes: &[Shape::Leaf(Leaf::ScrapeDuration)] },
        ] }] },
        Field { name: "ports", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((23, 4405, 4407)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "admin", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::Port)] },
            Field { name: "client", optional: false, default: Some(Default { value: Written::Integer(2181), place: Some((23, 3747, 3751)) }), shapes: &[Shape::Leaf(Leaf::Port)] },
            Field { name: "clientTls", optional: false, default: Some(Default { value: Written::Integer(2281), place: Some((23, 3902, 3906)) }), shapes: &[Shape::Leaf(Leaf::Port)] },
            Field { name: "follower", optional: false, default: Some(Default { value: Written::Integer(2888), place: Some((23, 4020, 4024)) }), shapes: &[Shape::Leaf(Leaf::Port)] },
            Field { name: "http", optional: false, default: Some(Default { value: Written::Integer(8000), place: Some((23, 3634, 3638)) }), shapes: &[Shape::Leaf(Leaf::Port)] },
            Field { name: "leaderElection", optional: false, default: Some(Default { value: Written::Integer(3888), place: Some((23, 4144, 4148)) }), shapes: &[Shape::Leaf(Leaf::Port)] },
        ] }] },
        Field { name: "priorityClassName", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::ObjectNameOrEmpty)] },
        Field { name: "probe", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((23, 5127, 5129)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "liveness", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((23, 4632, 4634)) }), shapes: &[Shape::Record { open: false, fields: &[
                Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((23, 1675, 1679)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
                Field { name: "failureThreshold", optional: false, default: Some(Default { value: Written::Integer(10), place: Some((23, 1712, 1714)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
                Field { name: "initialDelaySeconds", optional: false, default: Some(Default { value: Written::Integer(20), place: Some((23, 1750, 1752)) }), shapes: &[Shape::Leaf(Leaf::Count)] },
                Field { name: "periodSeconds", optional: false, default: Some(Default { value: Written::Integer(30), place: Some((23, 1782, 1784)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
                Field { name: "timeoutSeconds", optional: false, default: Some(Default { value: Written::Integer(30), place: Some((23, 1815, 1817)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
            ] }] },
            Field { name: "readiness", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((23, 4796, 4798)) }), shapes: &[Shape::Record { open: false, fields: &[
                Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((23, 1675, 1679)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
                Field { name: "failureThreshold", optional: false, default: Some(Default { value: Written::Integer(10), place: Some((23, 1712, 1714)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
                Field { name: "initialDelaySeconds", optional: false, default: Some(Default { value: Written::Integer(20), place: Some((23, 1750, 1752)) }), shapes: &[Shape::Leaf(Leaf::Count)] },
                Field { name: "periodSeconds", optional: false, default: Some(Default { value: Written::Integer(30), place: Some((23, 1782, 1784)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
                Field { name: "timeoutSeconds", optional: false, default: Some(Default { value: Written::Integer(30), place: Some((23, 1815, 1817)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
            ] }] },
            Field { name: "startup", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((23, 4991, 4993)) }), shapes: &[Shape::Record { open: false, fields: &[
                Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((23, 1913, 1918)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
                Field { name: "failureThreshold", optional: false, default: Some(Default { value: Written::Integer(30), place: Some((23, 1951, 1953)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
                Field { name: "initialDelaySeconds", optional: false, default: Some(Default { value: Written::Integer(20), place: Some((23, 1989, 1991)) }), shapes: &[Shape::Leaf(Leaf::Count)] },
                Field { name: "periodSeconds", optional: false, default: Some(Default { value: Written::Integer(30), place: Some((23, 2021, 2023)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
                Field { name: "timeoutSeconds", optional: false, default: Some(Default { value: Written::Integer(30), place: Some((23, 2054, 2056)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
            ] }] },
        ] }] },
        Field { name: "replicaCount", optional: false, default: Some(Default { value: Written::Integer(3), place: Some((23, 2457, 2458)) }), shapes: &[Shape::Leaf(Leaf::Count)] },
        Field { name: "resources", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((23, 6714, 6716)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "claims", optional: true, default: None, shapes: &[Shape::List(&Shape::Record { open: true, fields: &[Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::String)] }] })] },
            Field { name: "limits", optional: true, default: None, shapes: &[Shape::Map(&Shape::Leaf(Leaf::Quantity))] },
            Field { name: "requests", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((23, 6591, 6593)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::Quantity)), Shape::Record { open: true, fields: &[
                Field { name: "cpu", optional: false, default: Some(Default { value: Written::Decimal(0.1), place: Some((23, 1608, 1611)) }), shapes: &[Shape::Leaf(Leaf::Quantity)] },
                Field { name: "memory", optional: false, default: Some(Default { value: Written::Text("256Mi"), place: Some((23, 1499, 1506)) }), shapes: &[Shape::Leaf(Leaf::Quantity)] },
            ] }] },
        ] }] },
        Field { name: "restartPodsOnConfigMapChange", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((23, 3516, 3521)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
        Field { name: "securityContext", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((23, 7288, 7290)) }), shapes: &[Shape::Record { open: true, fields: &[
        ] }, Shape::Record { open: true, fields: &[
            Field { name: "fsGroup", optional: false, default: Some(Default { value: Written::Integer(0), place: Some((23, 6943, 6944)) }), shapes: &[Shape::Leaf(Leaf::WholeNumber)] },
            Field { name: "fsGroupChangePolicy", optional: false, default: Some(Default { value: Written::Text("OnRootMismatch"), place: Some((23, 7162, 7178)) }), shapes: &[Shape::OneOf(&["Always", "OnRootMismatch"])] },
        ] }] },
        Field { name: "service", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((23, 9412, 9414)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "annotations", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((4, 703, 705)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
        ] }] },
        Field { name: "service_account", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((23, 9317, 9319)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "annotations", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((5, 8105, 8107)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
        ] }] },
        Field { name: "statefulsetUpgrade", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((23, 9928, 9930)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((23, 9737, 9741)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
        ] }] },
        Field { name: "tolerations", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((23, 5922, 5924)) }), shapes: &[Shape::Keyed { key: Leaf::Anything, contract: ("kubernetes.ncl", "Tolerations"), item: &Shape::Record { open: false, fields: &[
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
        Field { name: "topologySpreadConstraints", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((23, 5683, 5685)) }), shapes: &[Shape::Keyed { key: Leaf::Anything, contract: ("kubernetes.ncl", "TopologySpreadConstraints"), item: &Shape::Record { open: false, fields: &[
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
        Field { name: "updateStrategy", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((23, 2641, 2643)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "rollingUpdate", optional: true, default: None, shapes: &[Shape::Record { open: true, fields: &[
            ] }] },
            Field { name: "type", optional: false, default: Some(Default { value: Written::Text("RollingUpdate"), place: Some((5, 7526, 7541)) }), shapes: &[Shape::OneOf(&["RollingUpdate", "OnDelete"])] },
        ] }] },
        Field { name: "volumes", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((23, 8924, 8926)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "data", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((23, 8475, 8477)) }), shapes: &[Shape::Record { open: false, fields: &[
                Field { name: "local_storage", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((23, 8312, 8316)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
                Field { name: "name", optional: false, default: Some(Default { value: Written::Text("data"), place: Some((23, 8233, 8239)) }), shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
                Field { name: "selector", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((23, 8349, 8351)) }), shapes: &[Shape::Record { open: true, fields: &[
                    Field { name: "matchExpressions", optional: true, default: None, shapes: &[Shape::List(&Shape::Record { open: true, fields: &[] })] },
                    Field { name: "matchLabels", optional: true, default: None, shapes: &[Shape::Map(&Shape::Leaf(Leaf::LabelValue))] },
                ] }] },
                Field { name: "size", optional: false, default: Some(Default { value: Written::Text("20Gi"), place: Some((23, 8268, 8274)) }), shapes: &[Shape::Leaf(Leaf::Quantity)] },
                Field { name: "storageClass", optional: true, default: None, shapes: &[Shape::Record { open: true, fields: &[
                    Field { name: "fsType", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::Scalar)] },
                    Field { name: "provisioner", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
                    Field { name: "type", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::Scalar)] },
                ] }] },
                Field { name: "storageClassName", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::ObjectNameOrEmpty)] },
            ] }] },
            Field { name: "datalog", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((23, 8790, 8792)) }), shapes: &[Shape::Record { open: false, fields: &[
                Field { name: "local_storage", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((23, 8628, 8632)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
                Field { name: "name", optional: false, default: Some(Default { value: Written::Text("datalog"), place: Some((23, 8546, 8555)) }), shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
                Field { name: "selector", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((23, 8665, 8667)) }), shapes: &[Shape::Record { open: true, fields: &[
                    Field { name: "matchExpressions", optional: true, default: None, shapes: &[Shape::List(&Shape::Record { open: true, fields: &[] })] },
                    Field { name: "matchLabels", optional: true, default: None, shapes: &[Shape::Map(&Shape::Leaf(Leaf::LabelValue))] },
                ] }] },
                Field { name: "size", optional: false, default: Some(Default { value: Written::Text("20Gi"), place: Some((23, 8584, 8590)) }), shapes: &[Shape::Leaf(Leaf::Quantity)] },
                Field { name: "storageClass", optional: true, default: None, shapes: &[Shape::Record { open: true, fields: &[
                    Field { name: "fsType", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::Scalar)] },
                    Field { name: "provisioner", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
                    Field { name: "type", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::Scalar)] },
                ] }] },
                Field { name: "storageClassName", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::ObjectNameOrEmpty)] },
            ] }] },
            Field { name: "persistence", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((23, 8163, 8167)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
            Field { name: "useSeparateDiskForTxlog", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((23, 7945, 7950)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
        ] }] },
    ] }] },
] };

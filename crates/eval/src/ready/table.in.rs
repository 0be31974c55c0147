// Made from the contracts by the tests of this crate: UPDATE_TABLE=1 cargo test -p pulsarc-eval table
pub(super) const TEXTS_OF_CONTRACTS: &str = "68331a763a65fa34";
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
pub(super) static CLUSTER: Shape = Shape::Record { open: false, fields: &[
    Field { name: "affinity", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((0, 11514, 11516)) }), shapes: &[Shape::Record { open: false, fields: &[
        Field { name: "anti_affinity", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((0, 11211, 11215)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
        Field { name: "type", optional: false, default: Some(Default { value: Written::Text("requiredDuringSchedulingIgnoredDuringExecution"), place: Some((0, 11385, 11433)) }), shapes: &[Shape::OneOf(&["requiredDuringSchedulingIgnoredDuringExecution", "preferredDuringSchedulingIgnoredDuringExecution"])] },
    ] }] },
    Field { name: "auth", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((0, 12831, 12833)) }), shapes: &[Shape::Record { open: false, fields: &[
        Field { name: "authentication", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((1, 6131, 6133)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((1, 5787, 5792)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
            Field { name: "jwt", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((1, 5915, 5917)) }), shapes: &[Shape::Record { open: false, fields: &[
                Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((1, 2283, 2288)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
                Field { name: "generateSecrets", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((1, 2633, 2635)) }), shapes: &[Shape::Record { open: false, fields: &[
                    Field { name: "affinity", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((1, 2100, 2102)) }), shapes: &[Shape::Record { open: false, fields: &[
                        Field { name: "anti_affinity", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((1, 1870, 1875)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
                        Field { name: "anti_affinity_topology_key", optional: false, default: Some(Default { value: Written::Text("kubernetes.io/hostname"), place: Some((1, 1924, 1948)) }), shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
                        Field { name: "type", optional: false, default: Some(Default { value: Written::Text("preferredDuringSchedulingIgnoredDuringExecution"), place: Some((1, 1975, 2024)) }), shapes: &[Shape::OneOf(&["requiredDuringSchedulingIgnoredDuringExecution", "preferredDuringSchedulingIgnoredDuringExecution"])] },
                    ] }] },
                    Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((1, 1550, 1555)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
                    Field { name: "nodeSelector", optional: true, default: None, shapes: &[Shape::Map(&Shape::Leaf(Leaf::LabelValue))] },
                    Field { name: "tolerations", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((1, 1777, 1779)) }), shapes: &[Shape::Keyed { key: Leaf::Anything, item: &Shape::Record { open: false, fields: &[
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
                Field { name: "secretAnnotations", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((1, 2756, 2758)) }), shapes: &[Shape::Record { open: false, fields: &[
                    Field { name: "key", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((1, 1160, 1162)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
                    Field { name: "token", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((1, 1346, 1348)) }), shapes: &[Shape::Map(&Shape::Map(&Shape::Leaf(Leaf::AnnotationValue)))] },
                ] }] },
                Field { name: "usingSecretKey", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((1, 2465, 2470)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
            ] }] },
            Field { name: "openid", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((1, 6076, 6078)) }), shapes: &[Shape::Record { open: false, fields: &[
                Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((1, 2961, 2966)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
                Field { name: "openIDAcceptedTimeLeewaySeconds", optional: false, default: Some(Default { value: Written::Text("0"), place: Some((1, 3738, 3741)) }), shapes: &[Shape::Leaf(Leaf::CountText)] },
                Field { name: "openIDAllowedAudiences", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((1, 3228, 3230)) }), shapes: &[Shape::List(&Shape::Leaf(Leaf::String))] },
                Field { name: "openIDAllowedTokenIssuers", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((1, 3093, 3095)) }), shapes: &[Shape::List(&Shape::Leaf(Leaf::IssuerUrl))] },
                Field { name: "openIDCacheExpirationSeconds", optional: false, default: Some(Default { value: Written::Text("86400"), place: Some((1, 4191, 4198)) }), shapes: &[Shape::Leaf(Leaf::CountText)] },
                Field { name: "openIDCacheRefreshAfterWriteSeconds", optional: false, default: Some(Default { value: Written::Text("64800"), place: Some((1, 4035, 4042)) }), shapes: &[Shape::Leaf(Leaf::CountText)] },
                Field { name: "openIDCacheSize", optional: false, default: Some(Default { value: Written::Text("5"), place: Some((1, 3860, 3863)) }), shapes: &[Shape::Leaf(Leaf::CountText)] },
                Field { name: "openIDFallbackDiscoveryMode", optional: false, default: Some(Default { value: Written::Text("DISABLED"), place: Some((1, 5011, 5021)) }), shapes: &[Shape::OneOf(&["DISABLED", "KUBERNETES_DISCOVER_TRUSTED_ISSUER", "KUBERNETES_DISCOVER_PUBLIC_KEYS"])] },
                Field { name: "openIDHttpConnectionTimeoutMillis", optional: false, default: Some(Default { value: Written::Text("10000"), place: Some((1, 4339, 4346)) }), shapes: &[Shape::Leaf(Leaf::CountText)] },
                Field { name: "openIDHttpReadTimeoutMillis", optional: false, default: Some(Default { value: Written::Text("10000"), place: Some((1, 4474, 4481)) }), shapes: &[Shape::Leaf(Leaf::CountText)] },
                Field { name: "openIDKeyIdCacheMissRefreshSeconds", optional: false, default: Some(Default { value: Written::Text("300"), place: Some((1, 4652, 4657)) }), shapes: &[Shape::Leaf(Leaf::CountText)] },
                Field { name: "openIDRequireIssuersUseHttps", optional: false, default: Some(Default { value: Written::Text("true"), place: Some((1, 4792, 4798)) }), shapes: &[Shape::Leaf(Leaf::SwitchText)] },
                Field { name: "openIDRoleClaim", optional: false, default: Some(Default { value: Written::Null, place: Some((1, 3578, 3582)) }), shapes: &[Shape::Nullable(&Shape::Leaf(Leaf::String))] },
                Field { name: "openIDTokenIssuerTrustCertsFilePath", optional: false, default: Some(Default { value: Written::Null, place: Some((1, 3429, 3433)) }), shapes: &[Shape::Nullable(&Shape::Leaf(Leaf::AbsolutePath))] },
            ] }] },
        ] }] },
        Field { name: "authorization", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((1, 6360, 6362)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((1, 6299, 6304)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
        ] }] },
        Field { name: "superUsers", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((1, 6549, 6551)) }), shapes: &[Shape::Record { open: true, fields: &[
            Field { name: "broker", optional: false, default: Some(Default { value: Written::Text("broker-admin"), place: Some((1, 5176, 5190)) }), shapes: &[Shape::Leaf(Leaf::String)] },
            Field { name: "client", optional: false, default: Some(Default { value: Written::Text("admin"), place: Some((1, 5458, 5465)) }), shapes: &[Shape::Leaf(Leaf::String)] },
            Field { name: "manager", optional: false, default: Some(Default { value: Written::Text(""), place: Some((1, 5598, 5600)) }), shapes: &[Shape::Leaf(Leaf::String)] },
            Field { name: "proxy", optional: false, default: Some(Default { value: Written::Text("proxy-admin"), place: Some((1, 5321, 5334)) }), shapes: &[Shape::Leaf(Leaf::String)] },
        ] }, Shape::Map(&Shape::Leaf(Leaf::String))] },
        Field { name: "useProxyRoles", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((1, 6762, 6766)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
    ] }] },
    Field { name: "autorecovery", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((0, 13337, 13339)) }), shapes: &[Shape::Record { open: false, fields: &[
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
        Field { name: "extraVolumeMounts", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((2, 4703, 4705)) }), shapes: &[Shape::Keyed { key: Leaf::DnsLabel, item: &Shape::Record { open: true, fields: &[
            Field { name: "mountPath", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
            Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
        ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
            Field { name: "mountPath", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
            Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
        ] }) }] },
        Field { name: "extraVolumes", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((2, 4411, 4413)) }), shapes: &[Shape::Keyed { key: Leaf::DnsLabel, item: &Shape::Record { open: true, fields: &[
            Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
        ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
            Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
        ] }) }] },
        Field { name: "gracePeriod", optional: false, default: Some(Default { value: Written::Integer(30), place: Some((2, 3868, 3870)) }), shapes: &[Shape::Leaf(Leaf::Count)] },
        Field { name: "initContainers", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((2, 1788, 1790)) }), shapes: &[Shape::Keyed { key: Leaf::DnsLabel, item: &Shape::Record { open: true, fields: &[
            Field { name: "env", optional: true, default: None, shapes: &[Shape::Keyed { key: Leaf::NonEmptyText, item: &Shape::Record { open: true, fields: &[
                Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
                Field { name: "value", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
            ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
                Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
                Field { name: "value", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
            ] }) }] },
            Field { name: "image", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
            Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
            Field { name: "volumeMounts", optional: true, default: None, shapes: &[Shape::Keyed { key: Leaf::DnsLabel, item: &Shape::Record { open: true, fields: &[
                Field { name: "mountPath", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
                Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
            ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
                Field { name: "mountPath", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
                Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
            ] }) }] },
        ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
            Field { name: "env", optional: true, default: None, shapes: &[Shape::Keyed { key: Leaf::NonEmptyText, item: &Shape::Record { open: true, fields: &[
                Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
                Field { name: "value", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
            ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
                Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
                Field { name: "value", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
            ] }) }] },
            Field { name: "image", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
            Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
            Field { name: "volumeMounts", optional: true, default: None, shapes: &[Shape::Keyed { key: Leaf::DnsLabel, item: &Shape::Record { open: true, fields: &[
                Field { name: "mountPath", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
                Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
            ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
                Field { name: "mountPath", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
                Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
            ] }) }] },
        ] }) }] },
        Field { name: "initContainersExtraVolumeMounts", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((2, 4586, 4588)) }), shapes: &[Shape::Keyed { key: Leaf::DnsLabel, item: &Shape::Record { open: true, fields: &[
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
            Field { name: "annotations", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((5, 7627, 7629)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
        ] }] },
        Field { name: "tolerations", optional: true, default: None, shapes: &[Shape::Keyed { key: Leaf::Anything, item: &Shape::Record { open: false, fields: &[
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
        Field { name: "topologySpreadConstraints", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((2, 3031, 3033)) }), shapes: &[Shape::Keyed { key: Leaf::Anything, item: &Shape::Record { open: false, fields: &[
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
    Field { name: "bookkeeper", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((0, 13230, 13232)) }), shapes: &[Shape::Record { open: false, fields: &[
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
        Field { name: "extraVolumeMounts", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((6, 8171, 8173)) }), shapes: &[Shape::Keyed { key: Leaf::DnsLabel, item: &Shape::Record { open: true, fields: &[
            Field { name: "mountPath", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
            Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
        ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
            Field { name: "mountPath", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
            Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
        ] }) }] },
        Field { name: "extraVolumes", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((6, 8054, 8056)) }), shapes: &[Shape::Keyed { key: Leaf::DnsLabel, item: &Shape::Record { open: true, fields: &[
            Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
        ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
            Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
        ] }) }] },
        Field { name: "gracePeriod", optional: false, default: Some(Default { value: Written::Integer(30), place: Some((6, 6915, 6917)) }), shapes: &[Shape::Leaf(Leaf::Count)] },
        Field { name: "indexDirectories", optional: false, default: Some(Default { value: Written::Null, place: Some((6, 11910, 11914)) }), shapes: &[Shape::Nullable(&Shape::Leaf(Leaf::TextOrList))] },
        Field { name: "initContainers", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((6, 3801, 3803)) }), shapes: &[Shape::Keyed { key: Leaf::DnsLabel, item: &Shape::Record { open: true, fields: &[
            Field { name: "env", optional: true, default: None, shapes: &[Shape::Keyed { key: Leaf::NonEmptyText, item: &Shape::Record { open: true, fields: &[
                Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
                Field { name: "value", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
            ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
                Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
                Field { name: "value", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
            ] }) }] },
            Field { name: "image", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
            Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
            Field { name: "volumeMounts", optional: true, default: None, shapes: &[Shape::Keyed { key: Leaf::DnsLabel, item: &Shape::Record { open: true, fields: &[
                Field { name: "mountPath", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
                Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
            ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
                Field { name: "mountPath", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
                Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
            ] }) }] },
        ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
            Field { name: "env", optional: true, default: None, shapes: &[Shape::Keyed { key: Leaf::NonEmptyText, item: &Shape::Record { open: true, fields: &[
                Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
                Field { name: "value", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
            ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
                Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
                Field { name: "value", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
            ] }) }] },
            Field { name: "image", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
            Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
            Field { name: "volumeMounts", optional: true, default: None, shapes: &[Shape::Keyed { key: Leaf::DnsLabel, item: &Shape::Record { open: true, fields: &[
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
            Field { name: "maxUnavailable", optional: false, default: Some(Default { value: Written::Integer(1), place: Some((7, 1222, 1223)) }), shapes: &[Shape::Leaf(Leaf::CountOrPercentage)] },
            Field { name: "usePolicy", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((7, 1038, 1042)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
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
            Field { name: "annotations", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((5, 7627, 7629)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
        ] }] },
        Field { name: "tolerations", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((6, 6309, 6311)) }), shapes: &[Shape::Keyed { key: Leaf::Anything, item: &Shape::Record { open: false, fields: &[
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
        Field { name: "topologySpreadConstraints", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((6, 6070, 6072)) }), shapes: &[Shape::Keyed { key: Leaf::Anything, item: &Shape::Record { open: false, fields: &[
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
            Field { name: "type", optional: false, default: Some(Default { value: Written::Text("RollingUpdate"), place: Some((5, 7038, 7053)) }), shapes: &[Shape::OneOf(&["RollingUpdate", "OnDelete"])] },
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
    Field { name: "broker", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((0, 13937, 13939)) }), shapes: &[Shape::Record { open: false, fields: &[
        Field { name: "additionalCommand", optional: false, default: Some(Default { value: Written::Null, place: Some((8, 12296, 12300)) }), shapes: &[Shape::Nullable(&Shape::Leaf(Leaf::String))] },
        Field { name: "affinity", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((8, 8638, 8640)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "anti_affinity", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((8, 8390, 8394)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
            Field { name: "anti_affinity_topology_key", optional: false, default: Some(Default { value: Written::Text("kubernetes.io/hostname"), place: Some((8, 8441, 8465)) }), shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
            Field { name: "type", optional: false, default: Some(Default { value: Written::Text("preferredDuringSchedulingIgnoredDuringExecution"), place: Some((8, 8490, 8539)) }), shapes: &[Shape::OneOf(&["requiredDuringSchedulingIgnoredDuringExecution", "preferredDuringSchedulingIgnoredDuringExecution"])] },
        ] }] },
        Field { name: "annotations", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((8, 9529, 9531)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
        Field { name: "appAnnotations", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((8, 9419, 9421)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
        Field { name: "autoscaling", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((8, 5702, 5704)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "behavior", optional: false, default: Some(Default { value: Written::Null, place: Some((9, 1005, 1009)) }), shapes: &[Shape::Nullable(&Shape::Record { open: true, fields: &[] })] },
            Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((9, 384, 389)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
            Field { name: "maxReplicas", optional: false, default: Some(Default { value: Written::Integer(3), place: Some((9, 627, 628)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
            Field { name: "metrics", optional: false, default: Some(Default { value: Written::Null, place: Some((9, 830, 834)) }), shapes: &[Shape::Nullable(&Shape::List(&Shape::Record { open: true, fields: &[Field { name: "type", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::String)] }] }))] },
            Field { name: "minReplicas", optional: false, default: Some(Default { value: Written::Integer(1), place: Some((9, 506, 507)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
        ] }] },
        Field { name: "component", optional: false, default: Some(Default { value: Written::Text("broker"), place: Some((8, 4875, 4883)) }), shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
        Field { name: "configData", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((8, 12089, 12091)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::Scalar)), Shape::Record { open: true, fields: &[
            Field { name: "PULSAR_GC", optional: false, default: Some(Default { value: Written::Text("-XX:+UseZGC -XX:+ZGenerational -XX:+AlwaysPreTouch -XX:+UseTransparentHugePages -XX:+ExitOnOutOfMemoryError -XX:+DisableExplicitGC -XX:+PerfDisableSharedMem"), place: Some((8, 11125, 11283)) }), shapes: &[Shape::Leaf(Leaf::Scalar)] },
            Field { name: "PULSAR_MEM", optional: false, default: Some(Default { value: Written::Text("-Xms128m -Xmx256m -XX:MaxDirectMemorySize=256m"), place: Some((8, 10935, 10983)) }), shapes: &[Shape::Leaf(Leaf::Scalar)] },
            Field { name: "managedLedgerDefaultAckQuorum", optional: false, default: Some(Default { value: Written::Text("2"), place: Some((8, 11838, 11841)) }), shapes: &[Shape::Leaf(Leaf::Scalar)] },
            Field { name: "managedLedgerDefaultEnsembleSize", optional: false, default: Some(Default { value: Written::Text("2"), place: Some((8, 11478, 11481)) }), shapes: &[Shape::Leaf(Leaf::Scalar)] },
            Field { name: "managedLedgerDefaultWriteQuorum", optional: false, default: Some(Default { value: Written::Text("2"), place: Some((8, 11638, 11641)) }), shapes: &[Shape::Leaf(Leaf::Scalar)] },
        ] }] },
        Field { name: "extraEnvs", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((8, 10707, 10709)) }), shapes: &[Shape::Keyed { key: Leaf::NonEmptyText, item: &Shape::Record { open: true, fields: &[
            Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
            Field { name: "value", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
        ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
            Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
            Field { name: "value", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
        ] }) }] },
        Field { name: "extraVolumeMounts", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((8, 10548, 10550)) }), shapes: &[Shape::Keyed { key: Leaf::DnsLabel, item: &Shape::Record { open: true, fields: &[
            Field { name: "mountPath", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
            Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
        ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
            Field { name: "mountPath", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
            Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
        ] }) }] },
        Field { name: "extraVolumes", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((8, 10431, 10433)) }), shapes: &[Shape::Keyed { key: Leaf::DnsLabel, item: &Shape::Record { open: true, fields: &[
            Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
        ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
            Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
        ] }) }] },
        Field { name: "gracePeriod", optional: false, default: Some(Default { value: Written::Integer(30), place: Some((8, 9707, 9709)) }), shapes: &[Shape::Leaf(Leaf::Count)] },
        Field { name: "headlessService", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((8, 12863, 12865)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "annotations", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((4, 724, 726)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
        ] }] },
        Field { name: "initContainers", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((8, 6324, 6326)) }), shapes: &[Shape::Keyed { key: Leaf::DnsLabel, item: &Shape::Record { open: true, fields: &[
            Field { name: "env", optional: true, default: None, shapes: &[Shape::Keyed { key: Leaf::NonEmptyText, item: &Shape::Record { open: true, fields: &[
                Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
                Field { name: "value", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
            ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
                Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
                Field { name: "value", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
            ] }) }] },
            Field { name: "image", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
            Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
            Field { name: "volumeMounts", optional: true, default: None, shapes: &[Shape::Keyed { key: Leaf::DnsLabel, item: &Shape::Record { open: true, fields: &[
                Field { name: "mountPath", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
                Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
            ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
                Field { name: "mountPath", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
                Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
            ] }) }] },
        ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
            Field { name: "env", optional: true, default: None, shapes: &[Shape::Keyed { key: Leaf::NonEmptyText, item: &Shape::Record { open: true, fields: &[
                Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
                Field { name: "value", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
            ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
                Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
                Field { name: "value", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
            ] }) }] },
            Field { name: "image", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
            Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
            Field { name: "volumeMounts", optional: true, default: None, shapes: &[Shape::Keyed { key: Leaf::DnsLabel, item: &Shape::Record { open: true, fields: &[
                Field { name: "mountPath", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
                Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
            ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
                Field { name: "mountPath", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
                Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
            ] }) }] },
        ] }) }] },
        Field { name: "nodeSelector", optional: true, default: None, shapes: &[Shape::Map(&Shape::Leaf(Leaf::LabelValue))] },
        Field { name: "packageManagement", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((8, 15225, 15227)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((8, 13741, 13746)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
            Field { name: "fileSystemStorage", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((8, 15117, 15119)) }), shapes: &[Shape::Record { open: false, fields: &[
                Field { name: "claimName", optional: false, default: Some(Default { value: Written::Text("pulsar-broker-package-storage"), place: Some((8, 14329, 14360)) }), shapes: &[Shape::Leaf(Leaf::ObjectName)] },
                Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((8, 13973, 13978)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
                Field { name: "persistentVolume", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((8, 14756, 14758)) }), shapes: &[Shape::Record { open: true, fields: &[
                ] }] },
                Field { name: "persistentVolumeClaim", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((8, 15002, 15004)) }), shapes: &[Shape::Record { open: true, fields: &[
                    Field { name: "metadata", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((8, 3982, 3984)) }), shapes: &[Shape::Record { open: true, fields: &[
                        Field { name: "name", optional: false, default: Some(Default { value: Written::Text("pulsar-broker-package-storage"), place: Some((8, 3883, 3914)) }), shapes: &[Shape::Leaf(Leaf::ObjectName)] },
                    ] }] },
                    Field { name: "spec", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((8, 4631, 4633)) }), shapes: &[Shape::Record { open: true, fields: &[
                        Field { name: "accessModes", optional: false, default: Some(Default { value: Written::List(&[Default { value: Written::Text("ReadWriteOnce"), place: Some((8, 4148, 4163)) }]), place: Some((8, 4147, 4164)) }), shapes: &[Shape::List(&Shape::OneOf(&["ReadWriteOnce", "ReadOnlyMany", "ReadWriteMany", "ReadWriteOncePod"]))] },
                        Field { name: "resources", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((8, 4540, 4542)) }), shapes: &[Shape::Record { open: true, fields: &[
                            Field { name: "requests", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((8, 4458, 4460)) }), shapes: &[Shape::Record { open: true, fields: &[
                                Field { name: "storage", optional: false, default: Some(Default { value: Written::Text("10Gi"), place: Some((8, 4350, 4356)) }), shapes: &[Shape::Leaf(Leaf::Quantity)] },
                            ] }] },
                        ] }] },
                    ] }] },
                ] }] },
                Field { name: "storageClass", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((8, 14529, 14531)) }), shapes: &[Shape::Record { open: true, fields: &[
                ] }] },
                Field { name: "storagePath", optional: false, default: Some(Default { value: Written::Text("/pulsar/packages-storage"), place: Some((8, 14109, 14135)) }), shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
            ] }] },
        ] }] },
        Field { name: "pdb", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((8, 13382, 13384)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "maxUnavailable", optional: false, default: Some(Default { value: Written::Integer(1), place: Some((7, 1222, 1223)) }), shapes: &[Shape::Leaf(Leaf::CountOrPercentage)] },
            Field { name: "usePolicy", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((7, 1038, 1042)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
        ] }] },
        Field { name: "podManagementPolicy", optional: false, default: Some(Default { value: Written::Null, place: Some((8, 5989, 5993)) }), shapes: &[Shape::Nullable(&Shape::OneOf(&["OrderedReady", "Parallel"]))] },
        Field { name: "podMonitor", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((8, 6813, 6815)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "dropUnderscoreCreatedMetrics", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((8, 6670, 6672)) }), shapes: &[Shape::Record { open: false, fields: &[
                Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((3, 1133, 1137)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
                Field { name: "excludePatterns", optional: true, default: None, shapes: &[Shape::List(&Shape::Leaf(Leaf::String))] },
            ] }] },
            Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((8, 6389, 6393)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
            Field { name: "interval", optional: false, default: Some(Default { value: Written::Text("60s"), place: Some((8, 6422, 6427)) }), shapes: &[Shape::Leaf(Leaf::ScrapeDuration)] },
            Field { name: "metricRelabelings", optional: false, default: Some(Default { value: Written::Null, place: Some((3, 856, 860)) }), shapes: &[Shape::Nullable(&Shape::List(&Shape::Record { open: true, fields: &[
            ] }))] },
            Field { name: "scrapeTimeout", optional: false, default: Some(Default { value: Written::Text("60s"), place: Some((8, 6461, 6466)) }), shapes: &[Shape::Leaf(Leaf::ScrapeDuration)] },
        ] }] },
        Field { name: "ports", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((8, 7639, 7641)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "http", optional: false, default: Some(Default { value: Written::Integer(8080), place: Some((8, 7170, 7174)) }), shapes: &[Shape::Leaf(Leaf::Port)] },
            Field { name: "https", optional: false, default: Some(Default { value: Written::Integer(8443), place: Some((8, 7310, 7314)) }), shapes: &[Shape::Leaf(Leaf::Port)] },
            Field { name: "pulsar", optional: false, default: Some(Default { value: Written::Integer(6650), place: Some((8, 7409, 7413)) }), shapes: &[Shape::Leaf(Leaf::Port)] },
            Field { name: "pulsarssl", optional: false, default: Some(Default { value: Written::Integer(6651), place: Some((8, 7559, 7563)) }), shapes: &[Shape::Leaf(Leaf::Port)] },
        ] }] },
        Field { name: "priorityClassName", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::ObjectNameOrEmpty)] },
        Field { name: "probe", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((8, 8322, 8324)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "liveness", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((8, 7854, 7856)) }), shapes: &[Shape::Record { open: false, fields: &[
                Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((8, 1893, 1897)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
                Field { name: "failureThreshold", optional: false, default: Some(Default { value: Written::Integer(10), place: Some((8, 1930, 1932)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
                Field { name: "initialDelaySeconds", optional: false, default: Some(Default { value: Written::Integer(30), place: Some((8, 1968, 1970)) }), shapes: &[Shape::Leaf(Leaf::Count)] },
                Field { name: "periodSeconds", optional: false, default: Some(Default { value: Written::Integer(10), place: Some((8, 2000, 2002)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
                Field { name: "timeoutSeconds", optional: false, default: Some(Default { value: Written::Integer(5), place: Some((8, 2033, 2034)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
            ] }] },
            Field { name: "readiness", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((8, 8018, 8020)) }), shapes: &[Shape::Record { open: false, fields: &[
                Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((8, 1893, 1897)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
                Field { name: "failureThreshold", optional: false, default: Some(Default { value: Written::Integer(10), place: Some((8, 1930, 1932)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
                Field { name: "initialDelaySeconds", optional: false, default: Some(Default { value: Written::Integer(30), place: Some((8, 1968, 1970)) }), shapes: &[Shape::Leaf(Leaf::Count)] },
                Field { name: "periodSeconds", optional: false, default: Some(Default { value: Written::Integer(10), place: Some((8, 2000, 2002)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
                Field { name: "timeoutSeconds", optional: false, default: Some(Default { value: Written::Integer(5), place: Some((8, 2033, 2034)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
            ] }] },
            Field { name: "startup", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((8, 8209, 8211)) }), shapes: &[Shape::Record { open: false, fields: &[
                Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((8, 2130, 2135)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
                Field { name: "failureThreshold", optional: false, default: Some(Default { value: Written::Integer(30), place: Some((8, 2168, 2170)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
                Field { name: "initialDelaySeconds", optional: false, default: Some(Default { value: Written::Integer(60), place: Some((8, 2206, 2208)) }), shapes: &[Shape::Leaf(Leaf::Count)] },
                Field { name: "periodSeconds", optional: false, default: Some(Default { value: Written::Integer(10), place: Some((8, 2238, 2240)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
                Field { name: "timeoutSeconds", optional: false, default: Some(Default { value: Written::Integer(5), place: Some((8, 2271, 2272)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
            ] }] },
        ] }] },
        Field { name: "replicaCount", optional: false, default: Some(Default { value: Written::Integer(3), place: Some((8, 5012, 5013)) }), shapes: &[Shape::Leaf(Leaf::Count)] },
        Field { name: "resources", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((8, 10318, 10320)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "claims", optional: true, default: None, shapes: &[Shape::List(&Shape::Record { open: true, fields: &[Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::String)] }] })] },
            Field { name: "limits", optional: true, default: None, shapes: &[Shape::Map(&Shape::Leaf(Leaf::Quantity))] },
            Field { name: "requests", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((8, 10166, 10168)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::Quantity)), Shape::Record { open: true, fields: &[
                Field { name: "cpu", optional: false, default: Some(Default { value: Written::Decimal(0.2), place: Some((8, 1826, 1829)) }), shapes: &[Shape::Leaf(Leaf::Quantity)] },
                Field { name: "memory", optional: false, default: Some(Default { value: Written::Text("512Mi"), place: Some((8, 1694, 1701)) }), shapes: &[Shape::Leaf(Leaf::Quantity)] },
            ] }] },
        ] }] },
        Field { name: "restartPodsOnConfigMapChange", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((8, 7026, 7031)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
        Field { name: "securityContext", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((8, 5595, 5597)) }), shapes: &[Shape::Record { open: true, fields: &[
        ] }, Shape::Record { open: true, fields: &[
            Field { name: "fsGroup", optional: false, default: Some(Default { value: Written::Integer(0), place: Some((8, 5255, 5256)) }), shapes: &[Shape::Leaf(Leaf::WholeNumber)] },
            Field { name: "fsGroupChangePolicy", optional: false, default: Some(Default { value: Written::Text("OnRootMismatch"), place: Some((8, 5479, 5495)) }), shapes: &[Shape::OneOf(&["Always", "OnRootMismatch"])] },
        ] }] },
        Field { name: "service", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((8, 12735, 12737)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "annotations", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((8, 12620, 12622)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
            Field { name: "clusterIP", optional: false, default: Some(Default { value: Written::Text(""), place: Some((8, 12512, 12514)) }), shapes: &[Shape::Leaf(Leaf::ClusterIp)] },
        ] }] },
        Field { name: "service_account", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((8, 13549, 13551)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "annotations", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((5, 7627, 7629)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
        ] }] },
        Field { name: "statefulsetUpgrade", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((8, 13245, 13247)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((8, 13054, 13058)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
        ] }] },
        Field { name: "storageOffload", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((8, 17114, 17116)) }), shapes: &[Shape::Record { open: false, fields: &[
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
        Field { name: "tolerations", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((8, 9113, 9115)) }), shapes: &[Shape::Keyed { key: Leaf::Anything, item: &Shape::Record { open: false, fields: &[
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
        Field { name: "topologySpreadConstraints", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((8, 8874, 8876)) }), shapes: &[Shape::Keyed { key: Leaf::Anything, item: &Shape::Record { open: false, fields: &[
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
        Field { name: "updateStrategy", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((8, 6180, 6182)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "rollingUpdate", optional: true, default: None, shapes: &[Shape::Record { open: true, fields: &[
            ] }] },
            Field { name: "type", optional: false, default: Some(Default { value: Written::Text("RollingUpdate"), place: Some((5, 7038, 7053)) }), shapes: &[Shape::OneOf(&["RollingUpdate", "OnDelete"])] },
        ] }] },
        Field { name: "waitBookkeeperTimeout", optional: false, default: Some(Default { value: Written::Integer(120), place: Some((8, 10096, 10099)) }), shapes: &[Shape::Leaf(Leaf::Count)] },
        Field { name: "waitOxiaTimeout", optional: false, default: Some(Default { value: Written::Integer(600), place: Some((8, 10001, 10004)) }), shapes: &[Shape::Leaf(Leaf::Count)] },
        Field { name: "waitZookeeperTimeout", optional: false, default: Some(Default { value: Written::Integer(600), place: Some((8, 9886, 9889)) }), shapes: &[Shape::Leaf(Leaf::Count)] },
    ] }] },
    Field { name: "certs", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((0, 12948, 12950)) }), shapes: &[Shape::Record { open: false, fields: &[
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
    Field { name: "clusterDomain", optional: false, default: Some(Default { value: Written::Text("cluster.local"), place: Some((0, 7590, 7605)) }), shapes: &[Shape::Leaf(Leaf::DnsSubdomain)] },
    Field { name: "clusterName", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::ClusterName)] },
    Field { name: "components", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((0, 11621, 11623)) }), shapes: &[Shape::Record { open: false, fields: &[
        Field { name: "autorecovery", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((0, 4106, 4110)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
        Field { name: "bookkeeper", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((0, 3966, 3970)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
        Field { name: "broker", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((0, 4216, 4220)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
        Field { name: "dekaf", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((0, 5032, 5037)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
        Field { name: "function_worker", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((0, 4557, 4562)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
        Field { name: "functions", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((0, 4392, 4397)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
        Field { name: "oxia", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((0, 3854, 3859)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
        Field { name: "proxy", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((0, 4675, 4679)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
        Field { name: "pulsar_manager", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((0, 4917, 4922)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
        Field { name: "toolset", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((0, 4799, 4803)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
        Field { name: "zookeeper", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((0, 3740, 3744)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
    ] }] },
    Field { name: "defaultPullPolicy", optional: false, default: Some(Default { value: Written::Text("IfNotPresent"), place: Some((0, 12496, 12510)) }), shapes: &[Shape::OneOf(&["Always", "IfNotPresent", "Never"])] },
    Field { name: "defaultPulsarImageRepository", optional: false, default: Some(Default { value: Written::Text("apachepulsar/pulsar-all"), place: Some((0, 11796, 11821)) }), shapes: &[Shape::Leaf(Leaf::ImageRepository)] },
    Field { name: "defaultPulsarImageTag", optional: false, default: Some(Default { value: Written::Null, place: Some((0, 12022, 12026)) }), shapes: &[Shape::Nullable(&Shape::Leaf(Leaf::ImageTag))] },
    Field { name: "dekaf", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((0, 14933, 14935)) }), shapes: &[Shape::Record { open: false, fields: &[
        Field { name: "component", optional: false, default: Some(Default { value: Written::Text("dekaf"), place: Some((11, 4027, 4034)) }), shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
        Field { name: "deployment", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((11, 4130, 4132)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "annotations", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((11, 1734, 1736)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
            Field { name: "extraContainers", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((11, 2513, 2515)) }), shapes: &[Shape::Keyed { key: Leaf::DnsLabel, item: &Shape::Record { open: true, fields: &[
                Field { name: "env", optional: true, default: None, shapes: &[Shape::Keyed { key: Leaf::NonEmptyText, item: &Shape::Record { open: true, fields: &[
                    Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
                    Field { name: "value", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
                ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
                    Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
                    Field { name: "value", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
                ] }) }] },
                Field { name: "image", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
                Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
                Field { name: "volumeMounts", optional: true, default: None, shapes: &[Shape::Keyed { key: Leaf::DnsLabel, item: &Shape::Record { open: true, fields: &[
                    Field { name: "mountPath", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
                    Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
                ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
                    Field { name: "mountPath", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
                    Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
                ] }) }] },
            ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
                Field { name: "env", optional: true, default: None, shapes: &[Shape::Keyed { key: Leaf::NonEmptyText, item: &Shape::Record { open: true, fields: &[
                    Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
                    Field { name: "value", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
                ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
                    Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
                    Field { name: "value", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
                ] }) }] },
                Field { name: "image", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
                Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
                Field { name: "volumeMounts", optional: true, default: None, shapes: &[Shape::Keyed { key: Leaf::DnsLabel, item: &Shape::Record { open: true, fields: &[
                    Field { name: "mountPath", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
                    Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
                ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
                    Field { name: "mountPath", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
                    Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
                ] }) }] },
            ] }) }] },
            Field { name: "extraEnv", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((11, 2654, 2656)) }), shapes: &[Shape::Keyed { key: Leaf::NonEmptyText, item: &Shape::Record { open: true, fields: &[
                Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
                Field { name: "value", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
            ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
                Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
                Field { name: "value", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
            ] }) }] },
            Field { name: "extraVolumeMounts", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((11, 2401, 2403)) }), shapes: &[Shape::Keyed { key: Leaf::DnsLabel, item: &Shape::Record { open: true, fields: &[
                Field { name: "mountPath", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
                Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
            ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
                Field { name: "mountPath", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
                Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
            ] }) }] },
            Field { name: "extraVolumes", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((11, 2273, 2275)) }), shapes: &[Shape::Keyed { key: Leaf::DnsLabel, item: &Shape::Record { open: true, fields: &[
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
            Field { name: "tolerations", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((11, 2064, 2066)) }), shapes: &[Shape::Keyed { key: Leaf::Anything, item: &Shape::Record { open: false, fields: &[
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
    Field { name: "extraDeploy", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((0, 15346, 15348)) }), shapes: &[Shape::Keyed { key: Leaf::Anything, item: &Shape::TextOrRecord, entry: &Shape::Nullable(&Shape::TextOrRecord) }] },
    Field { name: "extraInitCommand", optional: false, default: Some(Default { value: Written::Text(""), place: Some((0, 13699, 13701)) }), shapes: &[Shape::Leaf(Leaf::String)] },
    Field { name: "fullnameOverride", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabelOrEmpty)] },
    Field { name: "function_worker", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((0, 14176, 14178)) }), shapes: &[Shape::Record { open: false, fields: &[
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
        Field { name: "extraEnvs", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((12, 6810, 6812)) }), shapes: &[Shape::Keyed { key: Leaf::NonEmptyText, item: &Shape::Record { open: true, fields: &[
            Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
            Field { name: "value", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
        ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
            Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
            Field { name: "value", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
        ] }) }] },
        Field { name: "extraVolumeMounts", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((12, 6651, 6653)) }), shapes: &[Shape::Keyed { key: Leaf::DnsLabel, item: &Shape::Record { open: true, fields: &[
            Field { name: "mountPath", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
            Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
        ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
            Field { name: "mountPath", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
            Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
        ] }) }] },
        Field { name: "extraVolumes", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((12, 6534, 6536)) }), shapes: &[Shape::Keyed { key: Leaf::DnsLabel, item: &Shape::Record { open: true, fields: &[
            Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
        ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
            Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
        ] }) }] },
        Field { name: "gracePeriod", optional: false, default: Some(Default { value: Written::Integer(30), place: Some((12, 6056, 6058)) }), shapes: &[Shape::Leaf(Leaf::Count)] },
        Field { name: "headlessService", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((12, 7069, 7071)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "annotations", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((4, 724, 726)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
        ] }] },
        Field { name: "initContainers", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((12, 6422, 6424)) }), shapes: &[Shape::Keyed { key: Leaf::DnsLabel, item: &Shape::Record { open: true, fields: &[
            Field { name: "env", optional: true, default: None, shapes: &[Shape::Keyed { key: Leaf::NonEmptyText, item: &Shape::Record { open: true, fields: &[
                Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
                Field { name: "value", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
            ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
                Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
                Field { name: "value", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
            ] }) }] },
            Field { name: "image", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
            Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
            Field { name: "volumeMounts", optional: true, default: None, shapes: &[Shape::Keyed { key: Leaf::DnsLabel, item: &Shape::Record { open: true, fields: &[
                Field { name: "mountPath", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
                Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
            ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
                Field { name: "mountPath", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
                Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
            ] }) }] },
        ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
            Field { name: "env", optional: true, default: None, shapes: &[Shape::Keyed { key: Leaf::NonEmptyText, item: &Shape::Record { open: true, fields: &[
                Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
                Field { name: "value", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
            ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
                Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
                Field { name: "value", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
            ] }) }] },
            Field { name: "image", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
            Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
            Field { name: "volumeMounts", optional: true, default: None, shapes: &[Shape::Keyed { key: Leaf::DnsLabel, item: &Shape::Record { open: true, fields: &[
                Field { name: "mountPath", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
                Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
            ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
                Field { name: "mountPath", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
                Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
            ] }) }] },
        ] }) }] },
        Field { name: "nodeSelector", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((12, 5328, 5330)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::LabelValue))] },
        Field { name: "pdb", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((12, 7206, 7208)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "maxUnavailable", optional: false, default: Some(Default { value: Written::Integer(1), place: Some((7, 1222, 1223)) }), shapes: &[Shape::Leaf(Leaf::CountOrPercentage)] },
            Field { name: "usePolicy", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((7, 1038, 1042)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
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
            Field { name: "annotations", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((5, 7627, 7629)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
        ] }] },
        Field { name: "tolerations", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((12, 5451, 5453)) }), shapes: &[Shape::Keyed { key: Leaf::Anything, item: &Shape::Record { open: false, fields: &[
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
        Field { name: "topologySpreadConstraints", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((12, 5208, 5210)) }), shapes: &[Shape::Keyed { key: Leaf::Anything, item: &Shape::Record { open: false, fields: &[
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
    Field { name: "functions", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((0, 14059, 14061)) }), shapes: &[Shape::Record { open: false, fields: &[
        Field { name: "component", optional: false, default: Some(Default { value: Written::Text("functions-worker"), place: Some((0, 5241, 5259)) }), shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
        Field { name: "rbac", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((0, 5704, 5706)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "limit_to_namespace", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((0, 5615, 5619)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
        ] }] },
        Field { name: "service_account", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((0, 5844, 5846)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "annotations", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((5, 7627, 7629)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
        ] }] },
        Field { name: "useBookieAsStateStore", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((0, 5407, 5412)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
    ] }] },
    Field { name: "images", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((0, 12617, 12619)) }), shapes: &[Shape::Record { open: false, fields: &[
        Field { name: "autorecovery", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((13, 3468, 3470)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "pullPolicy", optional: false, default: Some(Default { value: Written::Null, place: Some((13, 2334, 2338)) }), shapes: &[Shape::Nullable(&Shape::OneOf(&["Always", "IfNotPresent", "Never"]))] },
            Field { name: "repository", optional: false, default: Some(Default { value: Written::Null, place: Some((13, 2404, 2408)) }), shapes: &[Shape::Nullable(&Shape::Leaf(Leaf::ImageRepository))] },
            Field { name: "tag", optional: false, default: Some(Default { value: Written::Null, place: Some((13, 2430, 2434)) }), shapes: &[Shape::Nullable(&Shape::Leaf(Leaf::ImageTag))] },
        ] }] },
        Field { name: "bookie", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((13, 3372, 3374)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "pullPolicy", optional: false, default: Some(Default { value: Written::Null, place: Some((13, 2334, 2338)) }), shapes: &[Shape::Nullable(&Shape::OneOf(&["Always", "IfNotPresent", "Never"]))] },
            Field { name: "repository", optional: false, default: Some(Default { value: Written::Null, place: Some((13, 2404, 2408)) }), shapes: &[Shape::Nullable(&Shape::Leaf(Leaf::ImageRepository))] },
            Field { name: "tag", optional: false, default: Some(Default { value: Written::Null, place: Some((13, 2430, 2434)) }), shapes: &[Shape::Nullable(&Shape::Leaf(Leaf::ImageTag))] },
        ] }] },
        Field { name: "broker", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((13, 3591, 3593)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "pullPolicy", optional: false, default: Some(Default { value: Written::Null, place: Some((13, 2334, 2338)) }), shapes: &[Shape::Nullable(&Shape::OneOf(&["Always", "IfNotPresent", "Never"]))] },
            Field { name: "repository", optional: false, default: Some(Default { value: Written::Null, place: Some((13, 2404, 2408)) }), shapes: &[Shape::Nullable(&Shape::Leaf(Leaf::ImageRepository))] },
            Field { name: "tag", optional: false, default: Some(Default { value: Written::Null, place: Some((13, 2430, 2434)) }), shapes: &[Shape::Nullable(&Shape::Leaf(Leaf::ImageTag))] },
        ] }] },
        Field { name: "dekaf", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((13, 4448, 4450)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "pullPolicy", optional: false, default: Some(Default { value: Written::Null, place: Some((13, 2334, 2338)) }), shapes: &[Shape::Nullable(&Shape::OneOf(&["Always", "IfNotPresent", "Never"]))] },
            Field { name: "repository", optional: false, default: Some(Default { value: Written::Text("visortelle/dekaf"), place: Some((13, 4368, 4386)) }), shapes: &[Shape::Nullable(&Shape::Leaf(Leaf::ImageRepository))] },
            Field { name: "tag", optional: false, default: Some(Default { value: Written::Text("1.1.0"), place: Some((13, 4387, 4394)) }), shapes: &[Shape::Nullable(&Shape::Leaf(Leaf::ImageTag))] },
        ] }] },
        Field { name: "function_worker", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((13, 4035, 4037)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "pullPolicy", optional: false, default: Some(Default { value: Written::Null, place: Some((13, 2334, 2338)) }), shapes: &[Shape::Nullable(&Shape::OneOf(&["Always", "IfNotPresent", "Never"]))] },
            Field { name: "repository", optional: false, default: Some(Default { value: Written::Null, place: Some((13, 2404, 2408)) }), shapes: &[Shape::Nullable(&Shape::Leaf(Leaf::ImageRepository))] },
            Field { name: "tag", optional: false, default: Some(Default { value: Written::Null, place: Some((13, 2430, 2434)) }), shapes: &[Shape::Nullable(&Shape::Leaf(Leaf::ImageTag))] },
        ] }] },
        Field { name: "functions", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((13, 3875, 3877)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "pullPolicy", optional: false, default: Some(Default { value: Written::Null, place: Some((13, 2334, 2338)) }), shapes: &[Shape::Nullable(&Shape::OneOf(&["Always", "IfNotPresent", "Never"]))] },
            Field { name: "repository", optional: false, default: Some(Default { value: Written::Null, place: Some((13, 2404, 2408)) }), shapes: &[Shape::Nullable(&Shape::Leaf(Leaf::ImageRepository))] },
            Field { name: "tag", optional: false, default: Some(Default { value: Written::Null, place: Some((13, 2430, 2434)) }), shapes: &[Shape::Nullable(&Shape::Leaf(Leaf::ImageTag))] },
        ] }] },
        Field { name: "imagePullSecrets", optional: true, default: None, shapes: &[Shape::Keyed { key: Leaf::ObjectName, item: &Shape::Leaf(Leaf::ObjectName), entry: &Shape::Nullable(&Shape::Record { open: false, fields: &[] }) }] },
        Field { name: "kubectl", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((13, 4829, 4831)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "pullPolicy", optional: false, default: Some(Default { value: Written::Null, place: Some((13, 2334, 2338)) }), shapes: &[Shape::Nullable(&Shape::OneOf(&["Always", "IfNotPresent", "Never"]))] },
            Field { name: "repository", optional: false, default: Some(Default { value: Written::Text("alpine/k8s"), place: Some((13, 4709, 4721)) }), shapes: &[Shape::Nullable(&Shape::Leaf(Leaf::ImageRepository))] },
            Field { name: "tag", optional: false, default: Some(Default { value: Written::Text("1.32.12"), place: Some((13, 4722, 4731)) }), shapes: &[Shape::Nullable(&Shape::Leaf(Leaf::ImageTag))] },
        ] }] },
        Field { name: "oxia", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((13, 4575, 4577)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "pullPolicy", optional: false, default: Some(Default { value: Written::Null, place: Some((13, 2334, 2338)) }), shapes: &[Shape::Nullable(&Shape::OneOf(&["Always", "IfNotPresent", "Never"]))] },
            Field { name: "repository", optional: false, default: Some(Default { value: Written::Text("oxia/oxia"), place: Some((13, 4476, 4487)) }), shapes: &[Shape::Nullable(&Shape::Leaf(Leaf::ImageRepository))] },
            Field { name: "tag", optional: false, default: Some(Default { value: Written::Text("0.16.7"), place: Some((13, 4488, 4496)) }), shapes: &[Shape::Nullable(&Shape::Leaf(Leaf::ImageTag))] },
        ] }] },
        Field { name: "proxy", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((13, 3767, 3769)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "pullPolicy", optional: false, default: Some(Default { value: Written::Null, place: Some((13, 2334, 2338)) }), shapes: &[Shape::Nullable(&Shape::OneOf(&["Always", "IfNotPresent", "Never"]))] },
            Field { name: "repository", optional: false, default: Some(Default { value: Written::Null, place: Some((13, 2404, 2408)) }), shapes: &[Shape::Nullable(&Shape::Leaf(Leaf::ImageRepository))] },
            Field { name: "tag", optional: false, default: Some(Default { value: Written::Null, place: Some((13, 2430, 2434)) }), shapes: &[Shape::Nullable(&Shape::Leaf(Leaf::ImageTag))] },
        ] }] },
        Field { name: "pulsar_manager", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((13, 4339, 4341)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "hasCommand", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((13, 4257, 4262)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
            Field { name: "pullPolicy", optional: false, default: Some(Default { value: Written::Null, place: Some((13, 2334, 2338)) }), shapes: &[Shape::Nullable(&Shape::OneOf(&["Always", "IfNotPresent", "Never"]))] },
            Field { name: "repository", optional: false, default: Some(Default { value: Written::Text("apachepulsar/pulsar-manager"), place: Some((13, 4080, 4109)) }), shapes: &[Shape::Nullable(&Shape::Leaf(Leaf::ImageRepository))] },
            Field { name: "tag", optional: false, default: Some(Default { value: Written::Text("v0.4.0"), place: Some((13, 4110, 4118)) }), shapes: &[Shape::Nullable(&Shape::Leaf(Leaf::ImageTag))] },
        ] }] },
        Field { name: "standalone", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((13, 4678, 4680)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "pullPolicy", optional: false, default: Some(Default { value: Written::Null, place: Some((13, 2334, 2338)) }), shapes: &[Shape::Nullable(&Shape::OneOf(&["Always", "IfNotPresent", "Never"]))] },
            Field { name: "repository", optional: false, default: Some(Default { value: Written::Null, place: Some((13, 2404, 2408)) }), shapes: &[Shape::Nullable(&Shape::Leaf(Leaf::ImageRepository))] },
            Field { name: "tag", optional: false, default: Some(Default { value: Written::Null, place: Some((13, 2430, 2434)) }), shapes: &[Shape::Nullable(&Shape::Leaf(Leaf::ImageTag))] },
        ] }] },
        Field { name: "toolset", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((13, 3681, 3683)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "pullPolicy", optional: false, default: Some(Default { value: Written::Null, place: Some((13, 2334, 2338)) }), shapes: &[Shape::Nullable(&Shape::OneOf(&["Always", "IfNotPresent", "Never"]))] },
            Field { name: "repository", optional: false, default: Some(Default { value: Written::Null, place: Some((13, 2404, 2408)) }), shapes: &[Shape::Nullable(&Shape::Leaf(Leaf::ImageRepository))] },
            Field { name: "tag", optional: false, default: Some(Default { value: Written::Null, place: Some((13, 2430, 2434)) }), shapes: &[Shape::Nullable(&Shape::Leaf(Leaf::ImageTag))] },
        ] }] },
        Field { name: "zookeeper", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((13, 3254, 3256)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "pullPolicy", optional: false, default: Some(Default { value: Written::Null, place: Some((13, 2334, 2338)) }), shapes: &[Shape::Nullable(&Shape::OneOf(&["Always", "IfNotPresent", "Never"]))] },
            Field { name: "repository", optional: false, default: Some(Default { value: Written::Null, place: Some((13, 2404, 2408)) }), shapes: &[Shape::Nullable(&Shape::Leaf(Leaf::ImageRepository))] },
            Field { name: "tag", optional: false, default: Some(Default { value: Written::Null, place: Some((13, 2430, 2434)) }), shapes: &[Shape::Nullable(&Shape::Leaf(Leaf::ImageTag))] },
        ] }] },
    ] }] },
    Field { name: "initContainer", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((0, 15172, 15174)) }), shapes: &[Shape::Record { open: false, fields: &[
        Field { name: "resources", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((0, 7112, 7114)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "claims", optional: true, default: None, shapes: &[Shape::List(&Shape::Record { open: true, fields: &[Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::String)] }] })] },
            Field { name: "limits", optional: true, default: None, shapes: &[Shape::Map(&Shape::Leaf(Leaf::Quantity))] },
            Field { name: "requests", optional: true, default: None, shapes: &[Shape::Map(&Shape::Leaf(Leaf::Quantity))] },
        ] }, Shape::Record { open: true, fields: &[
            Field { name: "requests", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((0, 7013, 7015)) }), shapes: &[Shape::Record { open: true, fields: &[
                Field { name: "cpu", optional: false, default: Some(Default { value: Written::Decimal(0.1), place: Some((0, 6901, 6904)) }), shapes: &[Shape::Leaf(Leaf::Quantity)] },
                Field { name: "memory", optional: false, default: Some(Default { value: Written::Text("256Mi"), place: Some((0, 6742, 6749)) }), shapes: &[Shape::Leaf(Leaf::Quantity)] },
            ] }] },
        ] }] },
    ] }] },
    Field { name: "initialize", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((0, 8386, 8391)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
    Field { name: "job", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((0, 15051, 15053)) }), shapes: &[Shape::Record { open: false, fields: &[
        Field { name: "annotations", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((0, 5970, 5972)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
        Field { name: "ttl", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((0, 6481, 6483)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((0, 6155, 6160)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
            Field { name: "secondsAfterFinished", optional: false, default: Some(Default { value: Written::Integer(3600), place: Some((0, 6406, 6410)) }), shapes: &[Shape::Leaf(Leaf::Count)] },
        ] }] },
    ] }] },
    Field { name: "labels", optional: true, default: None, shapes: &[Shape::Map(&Shape::Leaf(Leaf::LabelValue))] },
    Field { name: "metadataPrefix", optional: false, default: Some(Default { value: Written::Text(""), place: Some((0, 8888, 8890)) }), shapes: &[Shape::Leaf(Leaf::MetadataPrefix)] },
    Field { name: "nameOverride", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabelOrEmpty)] },
    Field { name: "namespace", optional: false, default: Some(Default { value: Written::Text(""), place: Some((0, 7290, 7292)) }), shapes: &[Shape::Leaf(Leaf::NamespaceName)] },
    Field { name: "namespaceCreate", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((0, 7420, 7425)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
    Field { name: "networkPolicy", optional: true, default: None, shapes: &[Shape::Record { open: false, fields: &[
        Field { name: "clients", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((14, 2729, 2731)) }), shapes: &[Shape::List(&Shape::Opaque /* Peer */)] },
        Field { name: "components", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((14, 4157, 4159)) }), shapes: &[Shape::Map(&Shape::Opaque /* Component */)] },
        Field { name: "dns", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((14, 3397, 3399)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "peers", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((14, 3101, 3103)) }), shapes: &[Shape::List(&Shape::Opaque /* Peer */)] },
            Field { name: "ports", optional: false, default: Some(Default { value: Written::List(&[Default { value: Written::Integer(53), place: Some((14, 3307, 3309)) }]), place: Some((14, 3306, 3310)) }), shapes: &[Shape::List(&Shape::Leaf(Leaf::Port))] },
        ] }] },
        Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((14, 2465, 2470)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
        Field { name: "kubernetesApi", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((14, 3959, 3961)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "peers", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((14, 3610, 3612)) }), shapes: &[Shape::List(&Shape::Opaque /* Peer */)] },
            Field { name: "ports", optional: false, default: Some(Default { value: Written::List(&[Default { value: Written::Integer(443), place: Some((14, 3824, 3827)) }, Default { value: Written::Integer(6443), place: Some((14, 3829, 3833)) }]), place: Some((14, 3823, 3834)) }), shapes: &[Shape::List(&Shape::Leaf(Leaf::Port))] },
        ] }] },
        Field { name: "monitoring", optional: false, default: Some(Default { value: Written::List(&[Default { value: Written::Record(&[("namespaceSelector", Default { value: Written::Record(&[]), place: Some((14, 2921, 2923)) })]), place: Some((14, 2899, 2925)) }]), place: Some((14, 2898, 2926)) }), shapes: &[Shape::List(&Shape::Opaque /* Peer */)] },
    ] }] },
    Field { name: "oxia", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((0, 13141, 13143)) }), shapes: &[Shape::Record { open: false, fields: &[
        Field { name: "component", optional: false, default: Some(Default { value: Written::Text("oxia"), place: Some((15, 6010, 6016)) }), shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
        Field { name: "coordinator", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((15, 6446, 6448)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "allowExtraAuthorities", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((15, 3232, 3234)) }), shapes: &[Shape::List(&Shape::Leaf(Leaf::HostPort))] },
            Field { name: "annotations", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((15, 1071, 1073)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
            Field { name: "appAnnotations", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((15, 971, 973)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
            Field { name: "cpuLimit", optional: false, default: Some(Default { value: Written::Text("100m"), place: Some((15, 1877, 1883)) }), shapes: &[Shape::Leaf(Leaf::Quantity)] },
            Field { name: "customConfigMapName", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::ObjectNameOrEmpty)] },
            Field { name: "entrypoint", optional: true, default: None, shapes: &[Shape::List(&Shape::Leaf(Leaf::String))] },
            Field { name: "extraContainers", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((15, 2467, 2469)) }), shapes: &[Shape::Keyed { key: Leaf::DnsLabel, item: &Shape::Record { open: true, fields: &[
                Field { name: "env", optional: true, default: None, shapes: &[Shape::Keyed { key: Leaf::NonEmptyText, item: &Shape::Record { open: true, fields: &[
                    Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
                    Field { name: "value", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
                ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
                    Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
                    Field { name: "value", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
                ] }) }] },
                Field { name: "image", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
                Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
                Field { name: "volumeMounts", optional: true, default: None, shapes: &[Shape::Keyed { key: Leaf::DnsLabel, item: &Shape::Record { open: true, fields: &[
                    Field { name: "mountPath", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
                    Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
                ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
                    Field { name: "mountPath", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
                    Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
                ] }) }] },
            ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
                Field { name: "env", optional: true, default: None, shapes: &[Shape::Keyed { key: Leaf::NonEmptyText, item: &Shape::Record { open: true, fields: &[
                    Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
                    Field { name: "value", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
                ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
                    Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
                    Field { name: "value", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
                ] }) }] },
                Field { name: "image", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
                Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
                Field { name: "volumeMounts", optional: true, default: None, shapes: &[Shape::Keyed { key: Leaf::DnsLabel, item: &Shape::Record { open: true, fields: &[
                    Field { name: "mountPath", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
                    Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
                ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
                    Field { name: "mountPath", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
                    Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
                ] }) }] },
            ] }) }] },
            Field { name: "extraVolumeMounts", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((15, 2719, 2721)) }), shapes: &[Shape::Keyed { key: Leaf::DnsLabel, item: &Shape::Record { open: true, fields: &[
                Field { name: "mountPath", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
                Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
            ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
                Field { name: "mountPath", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
                Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
            ] }) }] },
            Field { name: "extraVolumes", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((15, 2581, 2583)) }), shapes: &[Shape::Keyed { key: Leaf::DnsLabel, item: &Shape::Record { open: true, fields: &[
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
                Field { name: "annotations", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((5, 7627, 7629)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
            ] }] },
            Field { name: "tolerations", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((15, 1380, 1382)) }), shapes: &[Shape::Keyed { key: Leaf::Anything, item: &Shape::Record { open: false, fields: &[
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
                Field { name: "annotations", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((5, 7627, 7629)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
            ] }] },
            Field { name: "storageClassName", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::ObjectNameOrEmpty)] },
            Field { name: "storageSize", optional: false, default: Some(Default { value: Written::Text("8Gi"), place: Some((15, 3870, 3875)) }), shapes: &[Shape::Leaf(Leaf::Quantity)] },
            Field { name: "tolerations", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((15, 1380, 1382)) }), shapes: &[Shape::Keyed { key: Leaf::Anything, item: &Shape::Record { open: false, fields: &[
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
            Field { name: "topologySpreadConstraints", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((15, 5859, 5861)) }), shapes: &[Shape::Keyed { key: Leaf::Anything, item: &Shape::Record { open: false, fields: &[
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
    Field { name: "persistence", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((0, 9284, 9288)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
    Field { name: "podMonitor", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((0, 8668, 8670)) }), shapes: &[Shape::Record { open: false, fields: &[
        Field { name: "customLabels", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((16, 350, 352)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::LabelValue))] },
    ] }] },
    Field { name: "podSecurityStandard", optional: true, default: None, shapes: &[Shape::OneOf(&["baseline", "restricted"])] },
    Field { name: "proxy", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((0, 14253, 14255)) }), shapes: &[Shape::Record { open: false, fields: &[
        Field { name: "additionalCommand", optional: false, default: Some(Default { value: Written::Null, place: Some((17, 8108, 8112)) }), shapes: &[Shape::Nullable(&Shape::Leaf(Leaf::String))] },
        Field { name: "affinity", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((17, 4737, 4739)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "anti_affinity", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((17, 4490, 4494)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
            Field { name: "anti_affinity_topology_key", optional: false, default: Some(Default { value: Written::Text("kubernetes.io/hostname"), place: Some((17, 4541, 4565)) }), shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
            Field { name: "type", optional: false, default: Some(Default { value: Written::Text("requiredDuringSchedulingIgnoredDuringExecution"), place: Some((17, 4590, 4638)) }), shapes: &[Shape::OneOf(&["requiredDuringSchedulingIgnoredDuringExecution", "preferredDuringSchedulingIgnoredDuringExecution"])] },
        ] }] },
        Field { name: "annotations", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((17, 5628, 5630)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
        Field { name: "appAnnotations", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((17, 5518, 5520)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
        Field { name: "autoscaling", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((17, 2703, 2705)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "behavior", optional: false, default: Some(Default { value: Written::Null, place: Some((9, 1005, 1009)) }), shapes: &[Shape::Nullable(&Shape::Record { open: true, fields: &[] })] },
            Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((9, 384, 389)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
            Field { name: "maxReplicas", optional: false, default: Some(Default { value: Written::Integer(3), place: Some((9, 627, 628)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
            Field { name: "metrics", optional: false, default: Some(Default { value: Written::Null, place: Some((9, 830, 834)) }), shapes: &[Shape::Nullable(&Shape::List(&Shape::Record { open: true, fields: &[Field { name: "type", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::String)] }] }))] },
            Field { name: "minReplicas", optional: false, default: Some(Default { value: Written::Integer(1), place: Some((9, 506, 507)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
        ] }] },
        Field { name: "component", optional: false, default: Some(Default { value: Written::Text("proxy"), place: Some((17, 2461, 2468)) }), shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
        Field { name: "configData", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((17, 7901, 7903)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::Scalar)), Shape::Record { open: true, fields: &[
            Field { name: "PULSAR_GC", optional: false, default: Some(Default { value: Written::Text("-XX:+UseZGC -XX:+ZGenerational -XX:+AlwaysPreTouch -XX:+UseTransparentHugePages -XX:+ExitOnOutOfMemoryError -XX:+DisableExplicitGC -XX:+PerfDisableSharedMem"), place: Some((17, 7389, 7547)) }), shapes: &[Shape::Leaf(Leaf::Scalar)] },
            Field { name: "PULSAR_MEM", optional: false, default: Some(Default { value: Written::Text("-Xms64m -Xmx128m -XX:MaxDirectMemorySize=128m"), place: Some((17, 7200, 7247)) }), shapes: &[Shape::Leaf(Leaf::Scalar)] },
            Field { name: "httpNumThreads", optional: false, default: Some(Default { value: Written::Text("8"), place: Some((17, 7701, 7704)) }), shapes: &[Shape::Leaf(Leaf::Scalar)] },
        ] }] },
        Field { name: "extraEnvs", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((17, 6805, 6807)) }), shapes: &[Shape::Keyed { key: Leaf::NonEmptyText, item: &Shape::Record { open: true, fields: &[
            Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
            Field { name: "value", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
        ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
            Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
            Field { name: "value", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
        ] }) }] },
        Field { name: "extraVolumeMounts", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((17, 6646, 6648)) }), shapes: &[Shape::Keyed { key: Leaf::DnsLabel, item: &Shape::Record { open: true, fields: &[
            Field { name: "mountPath", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
            Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
        ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
            Field { name: "mountPath", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
            Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
        ] }) }] },
        Field { name: "extraVolumes", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((17, 6529, 6531)) }), shapes: &[Shape::Keyed { key: Leaf::DnsLabel, item: &Shape::Record { open: true, fields: &[
            Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
        ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
            Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
        ] }) }] },
        Field { name: "gracePeriod", optional: false, default: Some(Default { value: Written::Integer(30), place: Some((17, 5810, 5812)) }), shapes: &[Shape::Leaf(Leaf::Count)] },
        Field { name: "ingress", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((17, 11407, 11409)) }), shapes: &[Shape::Record { open: false, fields: &[
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
        Field { name: "initContainers", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((17, 3036, 3038)) }), shapes: &[Shape::Keyed { key: Leaf::DnsLabel, item: &Shape::Record { open: true, fields: &[
            Field { name: "env", optional: true, default: None, shapes: &[Shape::Keyed { key: Leaf::NonEmptyText, item: &Shape::Record { open: true, fields: &[
                Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
                Field { name: "value", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
            ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
                Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
                Field { name: "value", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
            ] }) }] },
            Field { name: "image", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
            Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
            Field { name: "volumeMounts", optional: true, default: None, shapes: &[Shape::Keyed { key: Leaf::DnsLabel, item: &Shape::Record { open: true, fields: &[
                Field { name: "mountPath", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
                Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
            ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
                Field { name: "mountPath", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
                Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
            ] }) }] },
        ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
            Field { name: "env", optional: true, default: None, shapes: &[Shape::Keyed { key: Leaf::NonEmptyText, item: &Shape::Record { open: true, fields: &[
                Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
                Field { name: "value", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
            ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
                Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
                Field { name: "value", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
            ] }) }] },
            Field { name: "image", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
            Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
            Field { name: "volumeMounts", optional: true, default: None, shapes: &[Shape::Keyed { key: Leaf::DnsLabel, item: &Shape::Record { open: true, fields: &[
                Field { name: "mountPath", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
                Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
            ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
                Field { name: "mountPath", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
                Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
            ] }) }] },
        ] }) }] },
        Field { name: "nodeSelector", optional: true, default: None, shapes: &[Shape::Map(&Shape::Leaf(Leaf::LabelValue))] },
        Field { name: "pdb", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((17, 11544, 11546)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "maxUnavailable", optional: false, default: Some(Default { value: Written::Integer(1), place: Some((7, 1222, 1223)) }), shapes: &[Shape::Leaf(Leaf::CountOrPercentage)] },
            Field { name: "usePolicy", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((7, 1038, 1042)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
        ] }] },
        Field { name: "podMonitor", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((17, 3525, 3527)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "dropUnderscoreCreatedMetrics", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((17, 3382, 3384)) }), shapes: &[Shape::Record { open: false, fields: &[
                Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((3, 1133, 1137)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
                Field { name: "excludePatterns", optional: true, default: None, shapes: &[Shape::List(&Shape::Leaf(Leaf::String))] },
            ] }] },
            Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((17, 3101, 3105)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
            Field { name: "interval", optional: false, default: Some(Default { value: Written::Text("60s"), place: Some((17, 3134, 3139)) }), shapes: &[Shape::Leaf(Leaf::ScrapeDuration)] },
            Field { name: "metricRelabelings", optional: false, default: Some(Default { value: Written::Null, place: Some((3, 856, 860)) }), shapes: &[Shape::Nullable(&Shape::List(&Shape::Record { open: true, fields: &[
            ] }))] },
            Field { name: "scrapeTimeout", optional: false, default: Some(Default { value: Written::Text("60s"), place: Some((17, 3173, 3178)) }), shapes: &[Shape::Leaf(Leaf::ScrapeDuration)] },
        ] }] },
        Field { name: "ports", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((17, 9161, 9163)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "containerPorts", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((17, 9085, 9087)) }), shapes: &[Shape::Record { open: false, fields: &[
                Field { name: "http", optional: false, default: Some(Default { value: Written::Integer(8080), place: Some((17, 8844, 8848)) }), shapes: &[Shape::Leaf(Leaf::Port)] },
                Field { name: "https", optional: false, default: Some(Default { value: Written::Integer(8443), place: Some((17, 8972, 8976)) }), shapes: &[Shape::Leaf(Leaf::Port)] },
            ] }] },
            Field { name: "http", optional: false, default: Some(Default { value: Written::Integer(80), place: Some((17, 8244, 8246)) }), shapes: &[Shape::Leaf(Leaf::Port)] },
            Field { name: "https", optional: false, default: Some(Default { value: Written::Integer(443), place: Some((17, 8397, 8400)) }), shapes: &[Shape::Leaf(Leaf::Port)] },
            Field { name: "pulsar", optional: false, default: Some(Default { value: Written::Integer(6650), place: Some((17, 8532, 8536)) }), shapes: &[Shape::Leaf(Leaf::Port)] },
            Field { name: "pulsarssl", optional: false, default: Some(Default { value: Written::Integer(6651), place: Some((17, 8681, 8685)) }), shapes: &[Shape::Leaf(Leaf::Port)] },
        ] }] },
        Field { name: "priorityClassName", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::ObjectNameOrEmpty)] },
        Field { name: "probe", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((17, 4422, 4424)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "liveness", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((17, 3955, 3957)) }), shapes: &[Shape::Record { open: false, fields: &[
                Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((17, 1623, 1627)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
                Field { name: "failureThreshold", optional: false, default: Some(Default { value: Written::Integer(10), place: Some((17, 1660, 1662)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
                Field { name: "initialDelaySeconds", optional: false, default: Some(Default { value: Written::Integer(30), place: Some((17, 1698, 1700)) }), shapes: &[Shape::Leaf(Leaf::Count)] },
                Field { name: "periodSeconds", optional: false, default: Some(Default { value: Written::Integer(10), place: Some((17, 1730, 1732)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
                Field { name: "timeoutSeconds", optional: false, default: Some(Default { value: Written::Integer(5), place: Some((17, 1763, 1764)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
            ] }] },
            Field { name: "readiness", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((17, 4119, 4121)) }), shapes: &[Shape::Record { open: false, fields: &[
                Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((17, 1623, 1627)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
                Field { name: "failureThreshold", optional: false, default: Some(Default { value: Written::Integer(10), place: Some((17, 1660, 1662)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
                Field { name: "initialDelaySeconds", optional: false, default: Some(Default { value: Written::Integer(30), place: Some((17, 1698, 1700)) }), shapes: &[Shape::Leaf(Leaf::Count)] },
                Field { name: "periodSeconds", optional: false, default: Some(Default { value: Written::Integer(10), place: Some((17, 1730, 1732)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
                Field { name: "timeoutSeconds", optional: false, default: Some(Default { value: Written::Integer(5), place: Some((17, 1763, 1764)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
            ] }] },
            Field { name: "startup", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((17, 4310, 4312)) }), shapes: &[Shape::Record { open: false, fields: &[
                Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((17, 1860, 1865)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
                Field { name: "failureThreshold", optional: false, default: Some(Default { value: Written::Integer(30), place: Some((17, 1898, 1900)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
                Field { name: "initialDelaySeconds", optional: false, default: Some(Default { value: Written::Integer(60), place: Some((17, 1936, 1938)) }), shapes: &[Shape::Leaf(Leaf::Count)] },
                Field { name: "periodSeconds", optional: false, default: Some(Default { value: Written::Integer(10), place: Some((17, 1968, 1970)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
                Field { name: "timeoutSeconds", optional: false, default: Some(Default { value: Written::Integer(5), place: Some((17, 2001, 2002)) }), shapes: &[Shape::Leaf(Leaf::PositiveCount)] },
            ] }] },
        ] }] },
        Field { name: "replicaCount", optional: false, default: Some(Default { value: Written::Integer(3), place: Some((17, 2597, 2598)) }), shapes: &[Shape::Leaf(Leaf::Count)] },
        Field { name: "resources", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((17, 6416, 6418)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "claims", optional: true, default: None, shapes: &[Shape::List(&Shape::Record { open: true, fields: &[Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::String)] }] })] },
            Field { name: "limits", optional: true, default: None, shapes: &[Shape::Map(&Shape::Leaf(Leaf::Quantity))] },
            Field { name: "requests", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((17, 6264, 6266)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::Quantity)), Shape::Record { open: true, fields: &[
                Field { name: "cpu", optional: false, default: Some(Default { value: Written::Decimal(0.2), place: Some((17, 1556, 1559)) }), shapes: &[Shape::Leaf(Leaf::Quantity)] },
                Field { name: "memory", optional: false, default: Some(Default { value: Written::Text("128Mi"), place: Some((17, 1424, 1431)) }), shapes: &[Shape::Leaf(Leaf::Quantity)] },
            ] }] },
        ] }] },
        Field { name: "restartPodsOnConfigMapChange", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((17, 3738, 3743)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
        Field { name: "service", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((17, 11281, 11283)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "annotations", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((17, 9621, 9623)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
            Field { name: "externalTrafficPolicy", optional: true, default: None, shapes: &[Shape::OneOf(&["Cluster", "Local"])] },
            Field { name: "loadBalancerClass", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
            Field { name: "loadBalancerIP", optional: false, default: Some(Default { value: Written::Text(""), place: Some((17, 9811, 9813)) }), shapes: &[Shape::Leaf(Leaf::LoadBalancerIp)] },
            Field { name: "loadBalancerSourceRanges", optional: true, default: None, shapes: &[Shape::List(&Shape::Leaf(Leaf::Cidr))] },
            Field { name: "nodePorts", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((17, 11206, 11208)) }), shapes: &[Shape::Record { open: false, fields: &[
                Field { name: "http", optional: false, default: Some(Default { value: Written::Text(""), place: Some((17, 10588, 10590)) }), shapes: &[Shape::Leaf(Leaf::NodePort)] },
                Field { name: "https", optional: false, default: Some(Default { value: Written::Text(""), place: Some((17, 10757, 10759)) }), shapes: &[Shape::Leaf(Leaf::NodePort)] },
                Field { name: "pulsar", optional: false, default: Some(Default { value: Written::Text(""), place: Some((17, 10924, 10926)) }), shapes: &[Shape::Leaf(Leaf::NodePort)] },
                Field { name: "pulsarssl", optional: false, default: Some(Default { value: Written::Text(""), place: Some((17, 11103, 11105)) }), shapes: &[Shape::Leaf(Leaf::NodePort)] },
            ] }] },
            Field { name: "type", optional: false, default: Some(Default { value: Written::Text("ClusterIP"), place: Some((17, 9425, 9436)) }), shapes: &[Shape::OneOf(&["ClusterIP", "NodePort", "LoadBalancer"])] },
        ] }] },
        Field { name: "service_account", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((17, 6972, 6974)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "annotations", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((5, 7627, 7629)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
        ] }] },
        Field { name: "tolerations", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((17, 5212, 5214)) }), shapes: &[Shape::Keyed { key: Leaf::Anything, item: &Shape::Record { open: false, fields: &[
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
        Field { name: "topologySpreadConstraints", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((17, 4973, 4975)) }), shapes: &[Shape::Keyed { key: Leaf::Anything, item: &Shape::Record { open: false, fields: &[
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
        Field { name: "updateStrategy", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((17, 2892, 2894)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "rollingUpdate", optional: true, default: None, shapes: &[Shape::Record { open: true, fields: &[
            ] }] },
            Field { name: "type", optional: false, default: Some(Default { value: Written::Text("RollingUpdate"), place: Some((5, 7038, 7053)) }), shapes: &[Shape::OneOf(&["RollingUpdate", "OnDelete"])] },
        ] }] },
        Field { name: "waitBrokerTimeout", optional: false, default: Some(Default { value: Written::Integer(120), place: Some((17, 6194, 6197)) }), shapes: &[Shape::Leaf(Leaf::Count)] },
        Field { name: "waitOxiaTimeout", optional: false, default: Some(Default { value: Written::Integer(600), place: Some((17, 6103, 6106)) }), shapes: &[Shape::Leaf(Leaf::Count)] },
        Field { name: "waitZookeeperTimeout", optional: false, default: Some(Default { value: Written::Integer(600), place: Some((17, 5988, 5991)) }), shapes: &[Shape::Leaf(Leaf::Count)] },
    ] }] },
    Field { name: "pulsarVersion", optional: true, default: None, shapes: &[Shape::OneOf(&["3.0", "4.0", "4.2", "5.0"])] },
    Field { name: "pulsar_manager", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((0, 14860, 14862)) }), shapes: &[Shape::Record { open: false, fields: &[
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
        Field { name: "extraVolumeMounts", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((18, 4055, 4057)) }), shapes: &[Shape::Keyed { key: Leaf::DnsLabel, item: &Shape::Record { open: true, fields: &[
            Field { name: "mountPath", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
            Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
        ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
            Field { name: "mountPath", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
            Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
        ] }) }] },
        Field { name: "extraVolumes", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((18, 3921, 3923)) }), shapes: &[Shape::Keyed { key: Leaf::DnsLabel, item: &Shape::Record { open: true, fields: &[
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
        Field { name: "initContainers", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((18, 2917, 2919)) }), shapes: &[Shape::Keyed { key: Leaf::DnsLabel, item: &Shape::Record { open: true, fields: &[
            Field { name: "env", optional: true, default: None, shapes: &[Shape::Keyed { key: Leaf::NonEmptyText, item: &Shape::Record { open: true, fields: &[
                Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
                Field { name: "value", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
            ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
                Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
                Field { name: "value", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
            ] }) }] },
            Field { name: "image", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
            Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
            Field { name: "volumeMounts", optional: true, default: None, shapes: &[Shape::Keyed { key: Leaf::DnsLabel, item: &Shape::Record { open: true, fields: &[
                Field { name: "mountPath", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
                Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
            ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
                Field { name: "mountPath", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
                Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
            ] }) }] },
        ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
            Field { name: "env", optional: true, default: None, shapes: &[Shape::Keyed { key: Leaf::NonEmptyText, item: &Shape::Record { open: true, fields: &[
                Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
                Field { name: "value", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
            ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
                Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
                Field { name: "value", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
            ] }) }] },
            Field { name: "image", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
            Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
            Field { name: "volumeMounts", optional: true, default: None, shapes: &[Shape::Keyed { key: Leaf::DnsLabel, item: &Shape::Record { open: true, fields: &[
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
        Field { name: "tolerations", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((18, 3821, 3823)) }), shapes: &[Shape::Keyed { key: Leaf::Anything, item: &Shape::Record { open: false, fields: &[
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
        Field { name: "topologySpreadConstraints", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((18, 3499, 3501)) }), shapes: &[Shape::Keyed { key: Leaf::Anything, item: &Shape::Record { open: false, fields: &[
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
    Field { name: "pulsar_metadata", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((0, 13481, 13483)) }), shapes: &[Shape::Record { open: false, fields: &[
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
        Field { name: "tolerations", optional: true, default: None, shapes: &[Shape::Keyed { key: Leaf::Anything, item: &Shape::Record { open: false, fields: &[
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
    Field { name: "rbac", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((0, 10247, 10249)) }), shapes: &[Shape::Record { open: false, fields: &[
        Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((0, 9966, 9971)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
        Field { name: "limit_to_namespace", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((0, 10165, 10169)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
    ] }] },
    Field { name: "serviceAccountTokens", optional: true, default: None, shapes: &[Shape::OneOf(&["everywhere", "where-needed"])] },
    Field { name: "standalone", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((0, 13856, 13858)) }), shapes: &[Shape::Record { open: false, fields: &[
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
        Field { name: "extraEnvs", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((20, 6295, 6297)) }), shapes: &[Shape::Keyed { key: Leaf::NonEmptyText, item: &Shape::Record { open: true, fields: &[
            Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
            Field { name: "value", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
        ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
            Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
            Field { name: "value", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
        ] }) }] },
        Field { name: "extraVolumeMounts", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((20, 6136, 6138)) }), shapes: &[Shape::Keyed { key: Leaf::DnsLabel, item: &Shape::Record { open: true, fields: &[
            Field { name: "mountPath", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
            Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
        ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
            Field { name: "mountPath", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
            Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
        ] }) }] },
        Field { name: "extraVolumes", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((20, 6019, 6021)) }), shapes: &[Shape::Keyed { key: Leaf::DnsLabel, item: &Shape::Record { open: true, fields: &[
            Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
        ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
            Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
        ] }) }] },
        Field { name: "gracePeriod", optional: false, default: Some(Default { value: Written::Integer(30), place: Some((20, 5685, 5687)) }), shapes: &[Shape::Leaf(Leaf::Count)] },
        Field { name: "initContainers", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((20, 2798, 2800)) }), shapes: &[Shape::Keyed { key: Leaf::DnsLabel, item: &Shape::Record { open: true, fields: &[
            Field { name: "env", optional: true, default: None, shapes: &[Shape::Keyed { key: Leaf::NonEmptyText, item: &Shape::Record { open: true, fields: &[
                Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
                Field { name: "value", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
            ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
                Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
                Field { name: "value", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
            ] }) }] },
            Field { name: "image", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
            Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
            Field { name: "volumeMounts", optional: true, default: None, shapes: &[Shape::Keyed { key: Leaf::DnsLabel, item: &Shape::Record { open: true, fields: &[
                Field { name: "mountPath", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
                Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
            ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
                Field { name: "mountPath", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
                Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
            ] }) }] },
        ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
            Field { name: "env", optional: true, default: None, shapes: &[Shape::Keyed { key: Leaf::NonEmptyText, item: &Shape::Record { open: true, fields: &[
                Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
                Field { name: "value", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
            ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
                Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
                Field { name: "value", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
            ] }) }] },
            Field { name: "image", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
            Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
            Field { name: "volumeMounts", optional: true, default: None, shapes: &[Shape::Keyed { key: Leaf::DnsLabel, item: &Shape::Record { open: true, fields: &[
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
            Field { name: "annotations", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((5, 7627, 7629)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
        ] }] },
        Field { name: "tolerations", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((20, 5080, 5082)) }), shapes: &[Shape::Keyed { key: Leaf::Anything, item: &Shape::Record { open: false, fields: &[
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
    Field { name: "tcpPrefix", optional: false, default: Some(Default { value: Written::Text(""), place: Some((0, 9024, 9026)) }), shapes: &[Shape::Leaf(Leaf::PortPrefix)] },
    Field { name: "tls", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((0, 12733, 12735)) }), shapes: &[Shape::Record { open: false, fields: &[
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
    Field { name: "tlsPrefix", optional: false, default: Some(Default { value: Written::Text(""), place: Some((0, 9157, 9159)) }), shapes: &[Shape::Leaf(Leaf::PortPrefix)] },
    Field { name: "toolset", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((0, 14356, 14358)) }), shapes: &[Shape::Record { open: false, fields: &[
        Field { name: "additionalCommand", optional: false, default: Some(Default { value: Written::Null, place: Some((22, 4211, 4215)) }), shapes: &[Shape::Nullable(&Shape::Leaf(Leaf::String))] },
        Field { name: "annotations", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((22, 2817, 2819)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
        Field { name: "appAnnotations", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((22, 2707, 2709)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
        Field { name: "component", optional: false, default: Some(Default { value: Written::Text("toolset"), place: Some((22, 1290, 1299)) }), shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
        Field { name: "configData", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((22, 4004, 4006)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::Scalar)), Shape::Record { open: true, fields: &[
            Field { name: "PULSAR_MEM", optional: false, default: Some(Default { value: Written::Text("-Xms64M -Xmx128M -XX:MaxDirectMemorySize=128M"), place: Some((22, 3831, 3878)) }), shapes: &[Shape::Leaf(Leaf::Scalar)] },
        ] }] },
        Field { name: "extraVolumeMounts", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((22, 3436, 3438)) }), shapes: &[Shape::Keyed { key: Leaf::DnsLabel, item: &Shape::Record { open: true, fields: &[
            Field { name: "mountPath", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
            Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
        ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
            Field { name: "mountPath", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
            Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
        ] }) }] },
        Field { name: "extraVolumes", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((22, 3319, 3321)) }), shapes: &[Shape::Keyed { key: Leaf::DnsLabel, item: &Shape::Record { open: true, fields: &[
            Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
        ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
            Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
        ] }) }] },
        Field { name: "gracePeriod", optional: false, default: Some(Default { value: Written::Integer(30), place: Some((22, 2985, 2987)) }), shapes: &[Shape::Leaf(Leaf::Count)] },
        Field { name: "initContainers", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((22, 1709, 1711)) }), shapes: &[Shape::Keyed { key: Leaf::DnsLabel, item: &Shape::Record { open: true, fields: &[
            Field { name: "env", optional: true, default: None, shapes: &[Shape::Keyed { key: Leaf::NonEmptyText, item: &Shape::Record { open: true, fields: &[
                Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
                Field { name: "value", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
            ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
                Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
                Field { name: "value", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
            ] }) }] },
            Field { name: "image", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
            Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
            Field { name: "volumeMounts", optional: true, default: None, shapes: &[Shape::Keyed { key: Leaf::DnsLabel, item: &Shape::Record { open: true, fields: &[
                Field { name: "mountPath", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
                Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
            ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
                Field { name: "mountPath", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
                Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
            ] }) }] },
        ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
            Field { name: "env", optional: true, default: None, shapes: &[Shape::Keyed { key: Leaf::NonEmptyText, item: &Shape::Record { open: true, fields: &[
                Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
                Field { name: "value", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
            ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
                Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
                Field { name: "value", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
            ] }) }] },
            Field { name: "image", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
            Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
            Field { name: "volumeMounts", optional: true, default: None, shapes: &[Shape::Keyed { key: Leaf::DnsLabel, item: &Shape::Record { open: true, fields: &[
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
            Field { name: "annotations", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((5, 7627, 7629)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
        ] }] },
        Field { name: "tolerations", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((22, 2401, 2403)) }), shapes: &[Shape::Keyed { key: Leaf::Anything, item: &Shape::Record { open: false, fields: &[
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
        Field { name: "topologySpreadConstraints", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((22, 2162, 2164)) }), shapes: &[Shape::Keyed { key: Leaf::Anything, item: &Shape::Record { open: false, fields: &[
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
    Field { name: "useReleaseStatus", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((0, 8552, 8556)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
    Field { name: "victoria-metrics-k8s-stack", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((0, 14761, 14763)) }), shapes: &[Shape::Record { open: true, fields: &[
        Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((0, 14598, 14602)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
    ] }] },
    Field { name: "volumes", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((0, 9768, 9770)) }), shapes: &[Shape::Record { open: false, fields: &[
        Field { name: "local_storage", optional: false, default: Some(Default { value: Written::Bool(false), place: Some((0, 9688, 9693)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
        Field { name: "persistence", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((0, 9498, 9502)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
    ] }] },
    Field { name: "zookeeper", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((0, 13045, 13047)) }), shapes: &[Shape::Record { open: false, fields: &[
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
        Field { name: "extraVolumeMounts", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((23, 7601, 7603)) }), shapes: &[Shape::Keyed { key: Leaf::DnsLabel, item: &Shape::Record { open: true, fields: &[
            Field { name: "mountPath", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
            Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
        ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
            Field { name: "mountPath", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
            Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
        ] }) }] },
        Field { name: "extraVolumes", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((23, 7484, 7486)) }), shapes: &[Shape::Keyed { key: Leaf::DnsLabel, item: &Shape::Record { open: true, fields: &[
            Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
        ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
            Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
        ] }) }] },
        Field { name: "gracePeriod", optional: false, default: Some(Default { value: Written::Integer(30), place: Some((23, 6566, 6568)) }), shapes: &[Shape::Leaf(Leaf::Count)] },
        Field { name: "headlessService", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((23, 9637, 9639)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "annotations", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((4, 724, 726)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
        ] }] },
        Field { name: "initContainers", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((23, 3082, 3084)) }), shapes: &[Shape::Keyed { key: Leaf::DnsLabel, item: &Shape::Record { open: true, fields: &[
            Field { name: "env", optional: true, default: None, shapes: &[Shape::Keyed { key: Leaf::NonEmptyText, item: &Shape::Record { open: true, fields: &[
                Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
                Field { name: "value", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
            ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
                Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
                Field { name: "value", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
            ] }) }] },
            Field { name: "image", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
            Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
            Field { name: "volumeMounts", optional: true, default: None, shapes: &[Shape::Keyed { key: Leaf::DnsLabel, item: &Shape::Record { open: true, fields: &[
                Field { name: "mountPath", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
                Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
            ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
                Field { name: "mountPath", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
                Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
            ] }) }] },
        ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
            Field { name: "env", optional: true, default: None, shapes: &[Shape::Keyed { key: Leaf::NonEmptyText, item: &Shape::Record { open: true, fields: &[
                Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
                Field { name: "value", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
            ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
                Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::NonEmptyText)] },
                Field { name: "value", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
            ] }) }] },
            Field { name: "image", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::String)] },
            Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
            Field { name: "volumeMounts", optional: true, default: None, shapes: &[Shape::Keyed { key: Leaf::DnsLabel, item: &Shape::Record { open: true, fields: &[
                Field { name: "mountPath", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
                Field { name: "name", optional: false, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
            ] }, entry: &Shape::Nullable(&Shape::Record { open: true, fields: &[
                Field { name: "mountPath", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::AbsolutePath)] },
                Field { name: "name", optional: true, default: None, shapes: &[Shape::Leaf(Leaf::DnsLabel)] },
            ] }) }] },
        ] }) }] },
        Field { name: "nodeSelector", optional: true, default: None, shapes: &[Shape::Map(&Shape::Leaf(Leaf::LabelValue))] },
        Field { name: "pdb", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((23, 10156, 10158)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "maxUnavailable", optional: false, default: Some(Default { value: Written::Integer(1), place: Some((7, 1222, 1223)) }), shapes: &[Shape::Leaf(Leaf::CountOrPercentage)] },
            Field { name: "usePolicy", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((7, 1038, 1042)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
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
            Field { name: "annotations", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((5, 7627, 7629)) }), shapes: &[Shape::Map(&Shape::Leaf(Leaf::AnnotationValue))] },
        ] }] },
        Field { name: "statefulsetUpgrade", optional: false, default: Some(Default { value: Written::Record(&[]), place: Some((23, 10019, 10021)) }), shapes: &[Shape::Record { open: false, fields: &[
            Field { name: "enabled", optional: false, default: Some(Default { value: Written::Bool(true), place: Some((23, 9828, 9832)) }), shapes: &[Shape::Leaf(Leaf::Bool)] },
        ] }] },
        Field { name: "tolerations", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((23, 5971, 5973)) }), shapes: &[Shape::Keyed { key: Leaf::Anything, item: &Shape::Record { open: false, fields: &[
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
        Field { name: "topologySpreadConstraints", optional: false, default: Some(Default { value: Written::List(&[]), place: Some((23, 5732, 5734)) }), shapes: &[Shape::Keyed { key: Leaf::Anything, item: &Shape::Record { open: false, fields: &[
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
            Field { name: "type", optional: false, default: Some(Default { value: Written::Text("RollingUpdate"), place: Some((5, 7038, 7053)) }), shapes: &[Shape::OneOf(&["RollingUpdate", "OnDelete"])] },
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

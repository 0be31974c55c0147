//! Settings that decide who may connect, and to what.
//!
//! Sources: `ServiceConfiguration` (broker), `ProxyConfiguration`, `WorkerConfig`, `AuthenticationProviderToken`,
//! `AuthenticationProviderOpenID`, `ServerConfiguration` (bookies).

use super::settings::NoLimit::{Negative, Never, NotPositive};
use super::settings::SettingRule;
use super::settings::When::{
    Falls, GainsAny, GainsWhile, Loses, LosesWhile, Moves, MovesWhile, Off, OffWhile, On, Set, SetBeside,
    Unset,
};
use crate::consequence::Kind::{DisconnectsClients, WeakensSecurity};

const AUTHENTICATION: &str = "authenticationEnabled";
const AUTHORIZATION: &str = "authorizationEnabled";
const OLD_PROTOCOLS: &[&str] = &["SSLv2Hello", "SSLv3", "TLSv1", "TLSv1.1"];

const fn row(
    keys: &'static [&'static str],
    when: super::settings::When,
    kind: crate::consequence::Kind,
    why: &'static str,
) -> SettingRule {
    SettingRule { keys, when, kind, why }
}

/// Authentication, authorization and roles.
pub(super) const IDENTITY: &[SettingRule] = &[
    row(
        &[AUTHENTICATION],
        On,
        DisconnectsClients,
        "clients without credentials are rejected: give every client its token first",
    ),
    row(&[AUTHENTICATION], Off, WeakensSecurity, "whoever reaches the port is accepted, without credentials"),
    row(
        &[AUTHORIZATION],
        On,
        DisconnectsClients,
        "roles without a permission are rejected: grant each role its namespaces first",
    ),
    row(&[AUTHORIZATION], Off, WeakensSecurity, "every role may read, write and administer everything"),
    row(
        &["authenticationProviders"],
        LosesWhile(AUTHENTICATION),
        DisconnectsClients,
        "clients that authenticate in that way are rejected",
    ),
    row(
        &["anonymousUserRole"],
        Set,
        WeakensSecurity,
        "clients without credentials are accepted with this role",
    ),
    row(&["anonymousUserRole"], Unset, DisconnectsClients, "clients without credentials are rejected"),
    row(
        &["superUserRoles"],
        LosesWhile(AUTHORIZATION),
        DisconnectsClients,
        "clients with that role lose every permission that was not granted to it",
    ),
    row(&["superUserRoles"], GainsWhile(AUTHORIZATION), WeakensSecurity, "that role may do everything"),
    row(
        &["proxyRoles"],
        LosesWhile(AUTHORIZATION),
        DisconnectsClients,
        "clients behind a proxy with that role are rejected",
    ),
    row(&["proxyRoles"], GainsWhile(AUTHORIZATION), WeakensSecurity, "that role may act for every other one"),
    row(
        &["authenticateMetricsEndpoint"],
        On,
        DisconnectsClients,
        "monitors that scrape without a token get 401",
    ),
    row(&["authenticateMetricsEndpoint"], Off, WeakensSecurity, "metrics are readable without credentials"),
    row(
        &["authenticateOriginalAuthData", "forwardAuthorizationCredentials"],
        OffWhile(AUTHENTICATION),
        WeakensSecurity,
        "brokers trust the proxy and no longer check the client's own credentials",
    ),
    row(
        &["authorizationAllowWildcardsMatching"],
        On,
        WeakensSecurity,
        "permissions with a `*` apply to every role that matches",
    ),
    row(
        &["forceDeleteNamespaceAllowed", "forceDeleteTenantAllowed"],
        On,
        WeakensSecurity,
        "administrators can delete it together with its topics and messages",
    ),
];

/// Keys and tokens.
pub(super) const TOKENS: &[SettingRule] = &[
    row(
        &["tokenPublicKey", "tokenSecretKey"],
        MovesWhile(AUTHENTICATION),
        DisconnectsClients,
        "tokens that were signed with the old key are rejected: issue every token again",
    ),
    row(
        &["tokenPublicAlg", "tokenAuthClaim", "tokenAudienceClaim"],
        MovesWhile(AUTHENTICATION),
        DisconnectsClients,
        "tokens that were issued for the old value are rejected",
    ),
    row(
        &["tokenAudience"],
        MovesWhile(AUTHENTICATION),
        DisconnectsClients,
        "tokens for the old audience are rejected",
    ),
    row(&["tokenAudience"], Set, DisconnectsClients, "tokens without this audience are rejected"),
    row(&["tokenAudience"], Unset, WeakensSecurity, "tokens for any audience are accepted"),
    row(
        &["openIDAllowedTokenIssuers", "openIDAllowedAudiences"],
        Loses,
        DisconnectsClients,
        "its tokens are rejected",
    ),
    row(
        &["openIDAllowedTokenIssuers", "openIDAllowedAudiences"],
        GainsWhile(AUTHENTICATION),
        WeakensSecurity,
        "its tokens are accepted",
    ),
];

/// TLS.
pub(super) const TLS: &[SettingRule] = &[
    row(
        &["tlsAllowInsecureConnection"],
        On,
        WeakensSecurity,
        "certificates of unknown authorities are accepted",
    ),
    row(
        &["tlsAllowInsecureConnection"],
        Off,
        DisconnectsClients,
        "certificates of unknown authorities are rejected",
    ),
    row(
        &["tlsRequireTrustedClientCertOnConnect", "tlsClientAuthentication"],
        On,
        DisconnectsClients,
        "clients without a certificate are rejected",
    ),
    row(
        &["tlsRequireTrustedClientCertOnConnect", "tlsClientAuthentication"],
        Off,
        WeakensSecurity,
        "clients without a certificate are accepted",
    ),
    row(
        &[
            "tlsHostnameVerificationEnabled",
            "tlsEnableHostnameVerification",
            "bookkeeper_tlsHostnameVerificationEnabled",
        ],
        Off,
        WeakensSecurity,
        "a server with any trusted certificate can pose as any other",
    ),
    row(
        &[
            "tlsHostnameVerificationEnabled",
            "tlsEnableHostnameVerification",
            "bookkeeper_tlsHostnameVerificationEnabled",
        ],
        On,
        DisconnectsClients,
        "servers whose certificate lacks the name that is dialled are rejected",
    ),
    row(
        &[
            "tlsEnabled",
            "tlsEnabledInProxy",
            "tlsEnabledWithBroker",
            "useTls",
            "brokerClientTlsEnabled",
            "replicationTlsEnabled",
            "sslQuorum",
        ],
        Off,
        WeakensSecurity,
        "these connections are no longer encrypted",
    ),
    row(
        &["tlsEnabled", "tlsEnabledInProxy"],
        On,
        DisconnectsClients,
        "clients have to connect with TLS and trust the authority of the certificate",
    ),
    row(
        &[
            "tlsProviderFactoryClass",
            "bookkeeperTLSProviderFactoryClass",
            "secureClientPort",
            "tlsCertificateFilePath",
        ],
        Unset,
        WeakensSecurity,
        "connections to it are no longer encrypted",
    ),
    row(
        &["tlsProtocols", "webServiceTlsProtocols", "tlsCiphers", "webServiceTlsCiphers"],
        Loses,
        DisconnectsClients,
        "clients that know nothing newer are rejected",
    ),
    row(
        &["tlsProtocols", "webServiceTlsProtocols"],
        GainsAny(OLD_PROTOCOLS),
        WeakensSecurity,
        "that protocol is broken",
    ),
];

/// Ports, names and limits that clients depend on.
pub(super) const CLIENTS: &[SettingRule] = &[
    row(
        &["brokerServicePort", "servicePort"],
        Moves,
        DisconnectsClients,
        "clients that connect to this port without TLS cannot connect: move them to the TLS port first",
    ),
    row(
        &[
            "brokerServicePortTls",
            "webServicePort",
            "webServicePortTls",
            "servicePortTls",
            "workerPort",
            "workerPortTls",
            "clientPort",
            "secureClientPort",
        ],
        Moves,
        DisconnectsClients,
        "clients that dial this port cannot connect",
    ),
    row(
        &["brokerServicePort"],
        SetBeside("brokerServicePortTls"),
        WeakensSecurity,
        "clients may connect without TLS",
    ),
    row(&["servicePort"], SetBeside("servicePortTls"), WeakensSecurity, "clients may connect without TLS"),
    row(
        &[
            "webSocketServiceEnabled",
            "functionsWorkerEnabled",
            "transactionCoordinatorEnabled",
            "enablePersistentTopics",
            "enableNonPersistentTopics",
            "enablePackagesManagement",
        ],
        Off,
        DisconnectsClients,
        "clients that use it get errors",
    ),
    row(
        &["allowAutoTopicCreation", "allowAutoSubscriptionCreation"],
        Off,
        DisconnectsClients,
        "clients that rely on it get errors: create their topics and subscriptions first",
    ),
    row(
        &["functionRuntimeFactoryConfigs_jobNamespace", "kubernetesContainerFactory_jobNamespace"],
        Moves,
        DisconnectsClients,
        "functions start again in the other namespace; delete their StatefulSets in the old one, which nobody manages any more",
    ),
    row(
        &["isSchemaValidationEnforced"],
        On,
        DisconnectsClients,
        "producers without a schema are rejected on topics that have one",
    ),
    row(
        &["maxMessageSize"],
        Falls(Never),
        DisconnectsClients,
        "producers of larger messages are disconnected",
    ),
    row(
        &[
            "brokerMaxConnections",
            "brokerMaxConnectionsPerIp",
            "maxProducersPerTopic",
            "maxConsumersPerTopic",
            "maxConsumersPerSubscription",
            "maxSameAddressProducersPerTopic",
            "maxSameAddressConsumersPerTopic",
            "maxSubscriptionsPerTopic",
            "maxTopicsPerNamespace",
            "maxNamespacesPerTenant",
            "maxTenants",
            "maxClientCnxns",
        ],
        Falls(NotPositive),
        DisconnectsClients,
        "what exceeds the limit is rejected as it reconnects",
    ),
    row(
        &[
            "maxConcurrentInboundConnections",
            "maxConcurrentInboundConnectionsPerIp",
            "maxConcurrentLookupRequests",
        ],
        Falls(Negative),
        DisconnectsClients,
        "connections beyond the limit are rejected",
    ),
    row(
        &["brokerProxyAllowedHostNames", "brokerProxyAllowedIPAddresses", "brokerProxyAllowedTargetPorts"],
        Loses,
        DisconnectsClients,
        "the proxy refuses to connect to such brokers",
    ),
    row(
        &["brokerProxyAllowedHostNames", "brokerProxyAllowedIPAddresses", "brokerProxyAllowedTargetPorts"],
        GainsAny(&["*"]),
        WeakensSecurity,
        "the proxy connects to any address that a client names",
    ),
];

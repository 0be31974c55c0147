//! Settings that decide which messages are kept, and how safely.
//!
//! Sources: `ServiceConfiguration` (broker), `ServerConfiguration` (bookies), `QuorumPeerConfig` and `FileTxnLog` (ZooKeeper).

use super::settings::NoLimit::{Negative, Never, NotPositive};
use super::settings::SettingRule;
use super::settings::When::{Becomes, Changes, Falls, FallsIf, FallsUnless, FallsWhile, Off, On, Unset};
use crate::consequence::Kind::{DataLoss, DisconnectsClients, Ignored, LosesMessages};

const POLICY: &str = "backlogQuotaDefaultRetentionPolicy";
const EVICTION: &str = "consumer_backlog_eviction";

/// Which messages are deleted, and when.
pub(super) const KEPT: &[SettingRule] = &[
    SettingRule {
        keys: &["defaultRetentionTimeInMinutes", "defaultRetentionSizeInMB"],
        when: Falls(Negative),
        kind: LosesMessages,
        why: "acknowledged messages beyond it are deleted soon after the brokers restart, in every namespace without its own policy",
    },
    SettingRule {
        keys: &["ttlDurationDefaultInSeconds"],
        when: Falls(NotPositive),
        kind: LosesMessages,
        why: "unacknowledged messages that are older are acknowledged for their consumers and never delivered",
    },
    SettingRule {
        keys: &["subscriptionExpirationTimeMinutes"],
        when: Falls(NotPositive),
        kind: LosesMessages,
        why: "subscriptions without a consumer for that long are deleted with their backlog",
    },
    SettingRule {
        keys: &[
            "backlogQuotaDefaultLimitBytes",
            "backlogQuotaDefaultLimitGB",
            "backlogQuotaDefaultLimitSecond",
        ],
        when: FallsIf(POLICY, EVICTION),
        kind: LosesMessages,
        why: "brokers drop the oldest messages of a backlog beyond it, consumed or not",
    },
    SettingRule {
        keys: &[
            "backlogQuotaDefaultLimitBytes",
            "backlogQuotaDefaultLimitGB",
            "backlogQuotaDefaultLimitSecond",
        ],
        when: FallsUnless(POLICY, EVICTION),
        kind: DisconnectsClients,
        why: "brokers hold or reject the producers of a topic whose backlog is beyond it",
    },
    SettingRule {
        keys: &[POLICY],
        when: Becomes(EVICTION),
        kind: LosesMessages,
        why: "brokers drop the oldest messages of a backlog beyond its quota, consumed or not, instead of slowing producers down",
    },
    SettingRule {
        keys: &[POLICY],
        when: Becomes("producer_exception"),
        kind: DisconnectsClients,
        why: "brokers reject the producers of a topic whose backlog is beyond its quota",
    },
    SettingRule {
        keys: &["brokerDeleteInactiveTopicsEnabled"],
        when: On,
        kind: LosesMessages,
        why: "topics that nobody uses are deleted with their retained messages",
    },
    SettingRule {
        keys: &["brokerDeleteInactiveTopicsMode"],
        when: Becomes("delete_when_subscriptions_caught_up"),
        kind: LosesMessages,
        why: "inactive topics are deleted even if they have subscriptions, and their subscriptions with them",
    },
    SettingRule {
        keys: &["brokerDeleteInactiveTopicsMaxInactiveDurationSeconds"],
        when: FallsWhile {
            on: "brokerDeleteInactiveTopicsEnabled",
            or: "brokerDeleteInactiveTopicsFrequencySeconds",
        },
        kind: LosesMessages,
        why: "topics that nobody uses for that long are deleted with their retained messages",
    },
    SettingRule {
        keys: &["brokerDeleteInactivePartitionedTopicMetadataEnabled"],
        when: On,
        kind: LosesMessages,
        why: "partitioned topics that nobody uses are deleted with their number of partitions",
    },
    SettingRule {
        keys: &["managedLedgerOffloadDeletionLagMs", "managedLedgerOffloadDeletionLagInMillis"],
        when: Falls(Never),
        kind: LosesMessages,
        why: "bookies delete an offloaded ledger sooner, so that the offloaded copy is the only one",
    },
    SettingRule {
        keys: &["managedLedgerOffloadDriver"],
        when: Unset,
        kind: DataLoss,
        why: "brokers cannot read ledgers that are already offloaded",
    },
    SettingRule {
        keys: &["topicLevelPoliciesEnabled", "systemTopicEnabled"],
        when: Off,
        kind: LosesMessages,
        why: "policies of single topics no longer apply: retention and quotas fall back to those of the namespace",
    },
];

/// How safely messages are stored.
pub(super) const DURABILITY: &[SettingRule] = &[
    SettingRule {
        keys: &["managedLedgerDefaultWriteQuorum"],
        when: Falls(Never),
        kind: LosesMessages,
        why: "new ledgers have fewer copies of each message, and survive the loss of fewer bookies",
    },
    SettingRule {
        keys: &["managedLedgerDefaultAckQuorum"],
        when: Falls(Never),
        kind: LosesMessages,
        why: "a message counts as stored with fewer copies, and is lost with as many bookies",
    },
    SettingRule {
        keys: &["journalSyncData", "journalWriteData"],
        when: Off,
        kind: LosesMessages,
        why: "bookies acknowledge messages before they are on disk: a power failure loses them",
    },
    SettingRule {
        keys: &["forceSync"],
        when: Becomes("no"),
        kind: LosesMessages,
        why: "ZooKeeper acknowledges metadata before it is on disk: a power failure loses ledgers",
    },
    SettingRule {
        keys: &["skipReplayJournalInvalidRecord", "managedLedgerForceRecovery", "autoSkipNonRecoverableData"],
        when: On,
        kind: LosesMessages,
        why: "messages that cannot be read are skipped without an error",
    },
    SettingRule {
        keys: &[
            "bookkeeperClientEnforceMinNumRacksPerWriteQuorum",
            "enforceMinNumRacksPerWriteQuorum",
            "bookkeeperClientRackawarePolicyEnabled",
            "bookkeeperClientRegionawarePolicyEnabled",
        ],
        when: Off,
        kind: LosesMessages,
        why: "all copies of a message may be in one rack, and are lost with it",
    },
];

/// Settings that count when something is created.
pub(super) const CREATION: &[SettingRule] = &[
    SettingRule {
        keys: &["defaultNumberOfNamespaceBundles"],
        when: Changes,
        kind: Ignored,
        why: "existing namespaces keep their number of bundles",
    },
    SettingRule {
        keys: &["defaultNumPartitions"],
        when: Changes,
        kind: Ignored,
        why: "existing topics keep their number of partitions",
    },
    SettingRule {
        keys: &["numFunctionPackageReplicas"],
        when: Changes,
        kind: Ignored,
        why: "uploaded packages keep their number of copies",
    },
];

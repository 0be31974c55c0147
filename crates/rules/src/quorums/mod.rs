//! Quorums: how many bookies a ledger takes, how many there are, and what happens when some are away; the servers of
//! ZooKeeper likewise.

mod autorecovery;
mod bookies;
mod budget;
mod copies;
mod no_bookies;
mod no_brokers;
mod order;
mod packages;
mod racks;
mod spare;
mod zero;
mod zones;
mod zookeeper_budget;
mod zookeepers;

use crate::Rule;
use crate::facts::{Setting, setting};
use pulsarc_component::Cluster;

pub(crate) const RULES: &[Rule] = &[
    Rule { code: &order::CODE, check: order::check },
    Rule { code: &bookies::CODE, check: bookies::check },
    Rule { code: &spare::CODE, check: spare::check },
    Rule { code: &copies::CODE, check: copies::check },
    Rule { code: &budget::CODE, check: budget::check },
    Rule { code: &zookeeper_budget::CODE, check: zookeeper_budget::check },
    Rule { code: &zookeepers::CODE, check: zookeepers::check },
    Rule { code: &zero::CODE, check: zero::check },
    Rule { code: &autorecovery::CODE, check: autorecovery::check },
    Rule { code: &no_bookies::CODE, check: no_bookies::check },
    Rule { code: &no_brokers::CODE, check: no_brokers::check },
    Rule { code: &packages::CODE, check: packages::check },
    Rule { code: &racks::CODE, check: racks::check },
    Rule { code: &zones::CODE, check: zones::check },
];

/// How many bookies there are.
const BOOKIES: &str = "bookkeeper.replicaCount";
/// How many brokers there are.
const BROKERS: &str = "broker.replicaCount";

/// A number of bookies that the brokers ask for, and where it is written.
struct Quorum {
    /// The setting.
    setting: Setting,
    /// Its value.
    size: i64,
}

/// The quorums of the topics' ledgers.
struct Quorums {
    /// Bookies that a ledger is spread over.
    ensemble: Quorum,
    /// Copies of an entry.
    write: Quorum,
    /// Copies that there have to be before an entry counts as kept.
    ack: Quorum,
}

impl Quorums {
    /// As the deployed brokers have them, where all three are whole numbers.
    fn of(cluster: &Cluster<'_>) -> Option<Self> {
        let quorum = |key: &str| {
            let setting = setting(cluster, "broker", key)?;
            Some(Quorum { size: setting.whole()?, setting })
        };
        if !cluster.runs_broker() {
            return None;
        }
        Some(Self {
            ensemble: quorum("managedLedgerDefaultEnsembleSize")?,
            write: quorum("managedLedgerDefaultWriteQuorum")?,
            ack: quorum("managedLedgerDefaultAckQuorum")?,
        })
    }
}

/// The bookies, where this cluster deploys any: how many there are.
fn bookies(cluster: &Cluster<'_>) -> Option<i64> {
    cluster.runs_bookkeeper().then(|| cluster.integer(BOOKIES)).flatten()
}

//! What each release line of Pulsar knows: its configuration keys and classes, its images and their Java, and what changes
//! from one line to the next.
//!
//! Keys and classes were read from the classes themselves (`ServiceConfiguration`, `ProxyConfiguration`, `WorkerConfig`,
//! BookKeeper's `ServerConfiguration`, ZooKeeper's `QuorumPeerConfig`, ...) and from the shipped conf files, by reflection over
//! Pulsar's published jars: `rebuild/rebuild.sh VERSION` does it again. What follows from a key is the business of the rules,
//! not of this crate.

mod changes;
pub mod jvm;
mod keys;
mod line;
mod variable;

pub use changes::{Acts, Change, Condition, Keep, Kind as ChangeKind, Source, changes, key_matches};
pub use keys::{
    Conf, Key, Kind, Program, class_is_gone, classes, conf, dropped_in, effective_default, key, keys,
};
pub use line::{Match, Release, Version};
pub use variable::{PREFIX, WORKER_PREFIX, bare_key, prefixed, unprefixed};

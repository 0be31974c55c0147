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
    Conf, Key, KeySource, Kind, Program, class_is_gone, classes, conf, dropped_in, effective_default, key,
    keys,
};
pub use line::{Match, Release, Version};
pub use variable::{PREFIX, WORKER_PREFIX, bare_key, prefixed, unprefixed};

/// A conf file of the image whose keys several programs read, so that no [`Program`] describes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ConfFile {
    /// `standalone.conf`: brokers' and bookies' keys of a standalone server.
    Standalone,
    /// `client.conf`: the command line tools'.
    Client,
}

/// Whether a conf file has a key, commented out or not: the image writes a plain variable only into such a file. The
/// files are those of 4.0.8 (`data/conf-4.0.8.tsv`: file and key).
pub fn conf_file_has(file: ConfFile, name: &str) -> bool {
    let file = match file {
        ConfFile::Standalone => "standalone",
        ConfFile::Client => "client",
    };
    let lines = include_str!("../data/conf-4.0.8.tsv").lines();
    lines.filter_map(|line| line.split_once('\t')).any(|known| known == (file, name))
}

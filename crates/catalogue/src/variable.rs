//! Names of Pulsar's configuration keys as variables of a container.

/// What precedes a key that the image adds to a conf file that does not have it; it drops such a key without the prefix.
pub const PREFIX: &str = "PULSAR_PREFIX_";
/// What precedes a key of a function worker.
pub const WORKER_PREFIX: &str = "PF_";

/// The variable that adds `key` to a conf file.
pub fn prefixed(key: &str) -> String {
    format!("{PREFIX}{key}")
}

/// The key that a variable adds to a conf file; `None` for a variable without [`PREFIX`].
pub fn unprefixed(variable: &str) -> Option<&str> {
    variable.strip_prefix(PREFIX)
}

/// The key that a variable sets in a conf file or in a function worker's.
pub fn bare_key(variable: &str) -> &str {
    unprefixed(variable).or_else(|| variable.strip_prefix(WORKER_PREFIX)).unwrap_or(variable)
}

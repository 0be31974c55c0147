//! The keys of config maps are ones that Kubernetes takes.

use super::pods::blocks;
use crate::facts::{pointed, written};
use pulsarc_component::Cluster;
use pulsarc_diag::{Code, Diagnostic, Findings, KeyPath, Severity};

/// Key that no config map can have.
pub(crate) static CODE: Code = Code {
    id: "PUL0757",
    severity: Severity::Error,
    title: "invalid config map key",
    page: include_str!("config_map_keys.md"),
};

const LONGEST: usize = 253;

/// Kubernetes rejects the config map.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    for block in blocks(cluster) {
        let data = format!("{block}.configData");
        for key in written(cluster, &data).into_iter().filter(|key| !is_key(key)) {
            let finding = Diagnostic::new(
                &CODE,
                format!(
                    "invalid config map key {key:?}: Kubernetes rejects the config map, so no setting of \
                {block} applies"
                ),
            )
            .help(
                "write the setting's name as Pulsar spells it: letters, digits, dashes, underscores and dots",
            );
            found.push(pointed(cluster, finding, &KeyPath::parse(&data).key(key)));
        }
    }
}

/// Whether Kubernetes takes a key in a config map or a secret.
pub(super) fn is_key(key: &str) -> bool {
    let good = |c: char| c.is_ascii_alphanumeric() || ['-', '_', '.'].contains(&c);
    !key.is_empty() && key.len() <= LONGEST && key.chars().all(good) && key != "." && !key.starts_with("..")
}

#[cfg(test)]
mod tests {
    use super::is_key;

    #[test]
    fn keys_are_read_as_kubernetes_reads_them() {
        for good in ["a", "PULSAR_PREFIX_a.b", ".a", "a-b"] {
            assert!(is_key(good), "{good}");
        }
        for bad in ["", ".", "..", "..a", "a b", "a/b", "a=b"] {
            assert!(!is_key(bad), "{bad}");
        }
    }
}

//! Keys of the chart's earlier versions: the result of each.
//!
//! Whoever brings the values of an older release gets a warning with the new key, not the error of a misspelt one. The
//! facts are those of the `values.yaml` and the templates at the chart's release tags, 2.6.0 to 4.7.0.

use pulsarc_diag::advice::move_to;
use pulsarc_diag::{Code, Diagnostic, KeyPath, Severity};

/// A key of an earlier version of the chart.
pub static MOVED: Code = Code {
    id: "PUL0906",
    severity: Severity::Warning,
    title: "key of an earlier chart version",
    page: include_str!("pages/PUL0906.md"),
};

/// A key that is gone: its path, the first version of the chart without it, and what to write instead.
struct Gone(&'static str, &'static str, Instead);

/// What to write instead of a key.
#[derive(Clone, Copy)]
enum Instead {
    /// The same value at another path, and what to know about it.
    Moved(&'static str, &'static str),
    /// What to do, in words.
    Words(&'static str),
}
use Instead::{Moved, Words};

const GONE: [Gone; 21] = [
    Gone(
        "auth.authentication.provider",
        "4.1.0",
        Words("write auth.authentication.jwt.enabled: true for tokens"),
    ),
    Gone(
        "bookkeeper.metadata.image",
        "2.6.0-1",
        Moved("images.bookie", ": the init job of BookKeeper runs that image"),
    ),
    Gone("broker.extreEnvs", "3.7.0", Moved("broker.extraEnvs", "")),
    Gone(
        "configurationStoreMetadataPrefix",
        "4.1.0",
        Moved("pulsar_metadata.configurationStoreMetadataPrefix", ""),
    ),
    Gone("dashboard", "3.3.0", Words("remove it; components.dekaf deploys another user interface")),
    Gone(
        "extra",
        "3.3.0",
        Words(
            "write components.proxy for extra.proxy, components.autorecovery for extra.autoRecovery, \
         components.pulsar_manager for extra.pulsar_manager, components.functions for extra.functionsAsPods, \
         and victoria-metrics-k8s-stack.enabled for extra.monitoring",
        ),
    ),
    Gone("grafana", "3.0.0", MONITORING),
    Gone("images.grafana", "3.0.0", MONITORING),
    Gone("images.prometheus", "3.0.0", MONITORING),
    Gone(
        "initContainer_resources",
        "3.3.0",
        Moved("initContainer.resources", ", which applies to all init containers"),
    ),
    Gone("kube-prometheus-stack", "4.0.0", MONITORING),
    Gone("monitoring", "3.0.0", MONITORING),
    Gone("prometheus", "3.0.0", MONITORING),
    Gone("prometheus_rbac", "3.0.0", MONITORING),
    Gone("proxy.extreEnvs", "3.7.0", Moved("proxy.extraEnvs", "")),
    Gone(
        "pulsar_manager.admin.password",
        "3.3.0",
        Moved("pulsar_manager.admin.ui_password", ", and db_password for the database"),
    ),
    Gone(
        "pulsar_manager.admin.user",
        "3.3.0",
        Moved("pulsar_manager.admin.ui_username", ", and db_username for the database"),
    ),
    Gone("pulsar_manager.existingSecretName", "3.3.0", Moved("pulsar_manager.admin.existingSecret", "")),
    Gone("pulsar_manager.port", "2.6.1", Moved("pulsar_manager.service.port", "")),
    Gone("rbac.psp", "4.0.0", Words("remove it: Kubernetes removed pod security policies in 1.25")),
    Gone("tls.bookkeeper", "2.7.1", Moved("tls.bookie", "")),
];

const MONITORING: Instead =
    Words("monitoring is a separate chart now: move its values below victoria-metrics-k8s-stack");

/// The result of an unknown key, where an earlier version of the chart had it.
pub(crate) fn moved(found: &Diagnostic, path: &KeyPath) -> Option<Diagnostic> {
    let written = path.to_string();
    let Gone(_, version, instead) = GONE.iter().find(|gone| gone.0 == written)?;
    let message = format!("`{written}` has no effect: the chart removed it in {version}");
    let finding = Diagnostic::new(&MOVED, message).at(path).span(found.span);
    Some(match *instead {
        Moved(place, note) => finding.advise([move_to(path, place).purpose(note)]),
        Words(words) => finding.help(words),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_removed_key_is_unknown() {
        let keys: Vec<String> = pulsarc_eval::keys(|_| true).iter().map(|key| key.path.to_string()).collect();
        for Gone(path, _, instead) in GONE {
            assert!(!keys.iter().any(|key| key == path), "{path} is there");
            let words = match instead {
                Moved(place, note) => format!("{place} {note}"),
                Words(words) => words.to_owned(),
            };
            let named = words.split_whitespace().map(|word| word.trim_end_matches([',', ':', ';']));
            for word in
                named.filter(|word| word.contains('.') && !word.starts_with("extra.") && *word != "1.25")
            {
                assert!(keys.iter().any(|key| key == word), "{path}: {word} is no key");
            }
        }
    }
}

//! Memory and disks are not counted in thousandths of a byte.

use crate::facts::{pointed, walk};
use pulsarc_component::Cluster;
use pulsarc_diag::KeyPath;
use pulsarc_diag::advice::write_it;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};
use pulsarc_model::Node;

/// Bytes in thousandths.
pub(crate) static CODE: Code = Code {
    id: "PUL0722",
    severity: Severity::Warning,
    title: "fractional bytes",
    page: include_str!("thousandths.md"),
};

/// Where bytes are counted.
const BYTES: [&str; 6] = ["memory", "memoryLimit", "ephemeral-storage", "storage", "size", "storageSize"];

/// Kubernetes takes `600m` for less than one byte.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    walk(cluster.root, &mut KeyPath::root(), &mut |path, node| {
        let counted = path.last_key().is_some_and(|key| BYTES.contains(&key));
        let Some(text) = node.as_text().filter(|_| counted && cluster.root.is_users(path)) else { return };
        if is_thousandths(node) {
            let whole = text.trim_end_matches('m');
            let finding = Diagnostic::new(
                &CODE,
                format!("{text} means {whole} thousandths of a byte, not {whole} MiB"),
            )
            .advise([write_it(format!("{whole}Mi"))]);
            found.push(pointed(cluster, finding, path));
        }
    });
}

fn is_thousandths(node: &Node) -> bool {
    let number = node.as_text().and_then(|text| text.strip_suffix('m'));
    number.is_some_and(|number| !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()))
}

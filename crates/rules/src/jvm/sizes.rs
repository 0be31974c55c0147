//! A size that the JVM does not read.

use pulsarc_component::Cluster;
use pulsarc_component::jvm::bytes;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};

/// A size that the JVM does not read.
pub(crate) static CODE: Code = Code {
    id: "PUL0811",
    severity: Severity::Error,
    title: "invalid JVM size",
    page: include_str!("sizes.md"),
};

/// The options that take a size.
const SIZED: [&str; 7] = [
    "-Xmx",
    "-Xms",
    "-Xmn",
    "-Xss",
    "-XX:MaxDirectMemorySize=",
    "-XX:MaxMetaspaceSize=",
    "-XX:InitialHeapSize=",
];

pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    for jvm in &cluster.jvms {
        for option in &jvm.options {
            let Some((name, size)) =
                SIZED.iter().find_map(|name| option.text.strip_prefix(name).map(|size| (name, size)))
            else {
                continue;
            };
            if bytes(size).is_none() {
                let message =
                    format!("`{}`: invalid size {size:?}; {} does not start", option.text, jvm.block);
                let digits: String = size.chars().take_while(char::is_ascii_digit).collect();
                let unit = size[digits.len()..]
                    .chars()
                    .find(|c| "kmgtKMGT".contains(*c))
                    .map_or('m', |c| c.to_ascii_lowercase());
                let help = if digits.is_empty() {
                    format!("write a size such as {name}512m, without a space")
                } else {
                    format!("write {name}{digits}{unit}")
                };
                let path = option.path.to_string();
                found.push(cluster.point(Diagnostic::new(&CODE, message).help(help), &[(&path, "")]));
            }
        }
    }
}

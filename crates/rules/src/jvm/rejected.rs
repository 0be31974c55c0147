//! An option that the JVM of the image does not take.

use super::given::{Given, Word, given};
use super::verdict::{Verdict, verdict};
use pulsarc_component::Cluster;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};

/// An option that ends the JVM.
pub(crate) static CODE: Code = Code {
    id: "PUL0830",
    severity: Severity::Error,
    title: "JVM option rejected by this Java version",
    page: include_str!("rejected.md"),
};

/// Components that get the same option from the same default share a finding.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    let jvms = given(cluster);
    let mut reported = Vec::new();
    for jvm in &jvms {
        for (at, option) in jvm.options.iter().enumerate() {
            let Verdict::Rejected { why, help } = verdict(jvm, at) else { continue };
            if cluster.root.is_users(&option.path) {
                let blocks = [jvm.block];
                found.push(diagnostic(cluster, jvm, option, &blocks, &why, &help));
            } else if !reported.contains(&option.text) {
                let affected = |other: &&Given| {
                    let has = |word: &Word| word.text == option.text && !cluster.root.is_users(&word.path);
                    other.java == jvm.java && other.options.iter().any(has)
                };
                let blocks: Vec<&str> = jvms.iter().filter(affected).map(|other| other.block).collect();
                found.push(diagnostic(cluster, jvm, option, &blocks, &why, &help));
                reported.push(option.text.clone());
            }
        }
    }
}

fn diagnostic(
    cluster: &Cluster<'_>,
    jvm: &Given,
    option: &Word,
    blocks: &[&str],
    why: &str,
    help: &str,
) -> Diagnostic {
    let verb = if blocks.len() == 1 { "does" } else { "do" };
    let message = format!(
        "`{}` in {}: Java {} {why}; {} {verb} not start",
        option.text,
        option.variable,
        jvm.java.name(),
        blocks.join(", ")
    );
    let (path, image) = (option.path.to_string(), jvm.image.to_string());
    let is_users = cluster.root.is_users(&option.path);
    let help = if is_users {
        help.to_owned()
    } else {
        format!(
            "{help} in {}.configData.{}, or set `pulsarVersion`: the defaults follow it",
            jvm.block, option.variable
        )
    };
    let places = [(path.as_str(), "option set here"), (image.as_str(), "image set here")];
    let diagnostic = Diagnostic::new(&CODE, message).help(help);
    if is_users {
        diagnostic.at(&option.path).span(cluster.root.users_span(&option.path))
    } else {
        cluster.point(diagnostic, &places)
    }
}

//! An option that the JVM of the image ignores, or warns of.

use super::given::given;
use super::verdict::{Verdict, verdict};
use pulsarc_component::Cluster;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};

/// An option without effect.
pub(crate) static CODE: Code = Code {
    id: "PUL0831",
    severity: Severity::Warning,
    title: "obsolete JVM option",
    page: include_str!("ignored.md"),
};

/// Only what the user wrote: the defaults of the chart follow the Java of the image.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    for jvm in given(cluster) {
        for (at, option) in jvm.options.iter().enumerate() {
            let Verdict::Ignored { why, help } = verdict(&jvm, at) else { continue };
            if !cluster.root.is_users(&option.path) {
                continue;
            }
            let message = format!(
                "`{}` in {} of {}: Java {} {why}",
                option.text,
                option.variable,
                jvm.block,
                jvm.java.name()
            );
            let diagnostic = Diagnostic::new(&CODE, message).at(&option.path);
            found.push(diagnostic.span(cluster.root.users_span(&option.path)).help(help));
        }
    }
}

//! A class that the deployed release does not have.

use super::user_keys::{Sought, user_keys};
use pulsarc_catalogue::{ChangeKind, changes, class_is_gone, classes};
use pulsarc_component::Cluster;
use pulsarc_diag::advice::{remove_it, write};
use pulsarc_diag::{Code, Diagnostic, Findings, Severity, suggest};

/// A class that the deployed release does not have.
pub(crate) static CODE: Code = Code {
    id: "PUL0809",
    severity: Severity::Error,
    title: "class missing in this release",
    page: include_str!("class.md"),
};

/// Classes of Pulsar and BookKeeper alone: others come with the user's own image.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    for written in user_keys(cluster) {
        let Some(text) = written.node.as_text() else { continue };
        let (Sought::Known(name, _) | Sought::Unknown(name, _)) = &written.sought else { continue };
        for class in text.split(',').map(str::trim).filter(|class| class.starts_with("org.apache.")) {
            let line = written.version;
            let published = changes().iter().rev().find(|change| {
                change.kind == ChangeKind::Class
                    && change.since <= line
                    && change.was == class
                    && change.keys.contains(name)
                    && !classes(line).contains_key(class)
            });
            let why = published.map(|change| change.why.as_str());
            if why.is_none() && !class_is_gone(line, class) {
                continue;
            }
            let message = match why {
                Some(why) => format!("Pulsar {} has no class {class}: {why}", line.name()),
                None => format!(
                    "Pulsar {} has no class {class}; the process that loads it exits at startup",
                    line.name()
                ),
            };
            let simple = class.rsplit('.').next().unwrap_or(class);
            let same_name =
                || classes(line).keys().find(|known| known.rsplit('.').next() == Some(simple)).copied();
            let instead = published
                .map(|change| change.now.as_str())
                .or_else(same_name)
                .or_else(|| suggest::nearest(class, classes(line).keys().copied()));
            let advice = match instead {
                Some(class) => write(&written.path, class),
                None => remove_it().purpose("to use the release's default"),
            };
            let span = written.node.span.or(written.node.key_span);
            found.push(Diagnostic::new(&CODE, message).at(&written.path).span(span).advise([advice]));
        }
    }
}

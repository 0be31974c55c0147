//! `pulsarVersion` names another line than the tag of an image.

use super::user_keys::images;
use pulsarc_catalogue::Release;
use pulsarc_component::{Cluster, ReleaseSource};
use pulsarc_diag::advice::{otherwise, write};
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};

/// `pulsarVersion` against the tag of an image.
pub(crate) static CODE: Code = Code {
    id: "PUL0810",
    severity: Severity::Warning,
    title: "pulsarVersion contradicts an image tag",
    page: include_str!("stated.md"),
};

const STATED: &str = "pulsarVersion";

pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    let Some(text) = cluster.text(STATED) else { return };
    let Some(stated) = Release::of_tag(&text) else { return };
    let mut reported: Vec<String> = Vec::new();
    for image in images(cluster) {
        let image = cluster.release(image);
        let differs = image.from == ReleaseSource::Tag && image.line() != stated.line;
        if !differs || !cluster.is_users(&image.tag_path) || reported.contains(&image.tag_path) {
            continue;
        }
        let message = format!(
            "pulsarVersion is {text}, but the tag {} is a release of {}; defaults follow the first, and keys \
            are checked against the second",
            image.tag,
            image.line().name()
        );
        let advice = [write(STATED, image.line().name()), otherwise("write another tag")];
        found.push(cluster.point(
            Diagnostic::new(&CODE, message).advise(advice),
            &[(STATED, "line set here"), (&image.tag_path, "tag set here")],
        ));
        reported.push(image.tag_path);
    }
}

//! Releases of Pulsar that change between the two sides.

use crate::identity::Side;
use pulsarc_catalogue::{Release, Version};
use serde_json::Value;
use std::collections::BTreeMap;

/// What is unusual about the releases of Pulsar on the two sides, a sentence each: an upgrade of only some workloads, a downgrade, a
/// skipped line.
pub(crate) fn notes(old: &Side<'_>, new: &Side<'_>) -> Vec<String> {
    let (before, after) = (releases(old), releases(new));
    let moved: Vec<(&str, Version, Version)> = after
        .iter()
        .filter_map(|(name, line)| before.get(name).map(|old| (*name, *old, *line)))
        .filter(|(_, old, line)| old != line)
        .collect();
    let mut notes = Vec::new();
    let Some((_, from, to)) = moved.first().copied() else { return notes };
    notes.push(format!(
        "Pulsar {} becomes {}: `pulsarc upgrade --to {}` reports what that changes",
        from.name(),
        to.name(),
        to.name()
    ));
    let kept: Vec<&str> = kept(old, new).into_iter().map(|(name, _)| name).collect();
    if !kept.is_empty() {
        notes.push(format!("only some components change their release; unchanged: {}", kept.join(", ")));
    }
    if moved.iter().any(|(_, old, new)| new < old) {
        notes.push(
            "this is a downgrade: it works only to the exact release before the upgrade, and only if nothing \
            was stored in a newer format".to_owned(),
        );
    }
    if let Some(skipped) = moved.iter().find_map(|(_, old, new)| skipped(*old, *new)) {
        let names: Vec<&str> = skipped.iter().map(|line| line.name()).collect();
        notes.push(format!("this skips {}: upgrade to {} first", names.join(" and "), names.join(", then ")));
    }
    let mut lines: Vec<&str> = after.values().map(|line| line.name()).collect();
    lines.sort_unstable();
    lines.dedup();
    if lines.len() > 1 {
        notes.push(format!("the cluster would mix releases of {}", lines.join(" and ")));
    }
    notes
}

/// The lines with long-term support between two others.
pub(crate) fn skipped(from: Version, to: Version) -> Option<Vec<Version>> {
    let between = Version::ALL.into_iter().filter(|line| line.is_lts() && from < *line && *line < to);
    let between: Vec<Version> = between.collect();
    (!between.is_empty()).then_some(between)
}

/// The workloads of both sides that stay with their line, while others change it.
pub(crate) fn kept<'s>(old: &Side<'s>, new: &'s Side<'_>) -> Vec<(&'s str, Version)> {
    let (before, after) = (releases(old), releases(new));
    let moves = |(name, line): &(&&str, &Version)| before.get(**name).is_some_and(|old| old != *line);
    if !after.iter().any(|one| moves(&one)) {
        return Vec::new();
    }
    after.into_iter().filter(|(name, line)| before.get(name) == Some(line)).collect()
}

/// The line of each workload that runs an image of Pulsar.
fn releases<'s>(side: &'s Side<'_>) -> BTreeMap<&'s str, Version> {
    let workloads = side.iter().filter(|(id, _)| matches!(id.kind.as_str(), "StatefulSet" | "Deployment"));
    workloads.filter_map(|(id, object)| Some((id.name.as_str(), line(object)?))).collect()
}

/// The line that a workload runs, if it runs Pulsar.
pub(crate) fn line(object: &Value) -> Option<Version> {
    let containers = object.pointer("/spec/template/spec/containers").and_then(Value::as_array);
    containers.into_iter().flatten().find_map(|container| line_of_image(container.get("image")?.as_str()?))
}

/// The line of an image of Pulsar.
pub(crate) fn line_of_image(image: &str) -> Option<Version> {
    let (repository, tag) = image.rsplit_once(':')?;
    let name = repository.rsplit('/').next()?;
    let release = Release::of_tag(tag)?;
    matches!(name, "pulsar" | "pulsar-all").then_some(release.line)
}

//! Releases of Pulsar that change between the two sides.

use crate::identity::Side;
use pulsarc_catalogue::{Release, Version};
use serde_json::Value;
use std::collections::BTreeMap;

/// What is unusual about the releases of Pulsar on the two sides, a sentence each: an upgrade of only some workloads, a downgrade, a
/// skipped line.
pub(crate) fn notes(old: &Side<'_>, new: &Side<'_>) -> Vec<String> {
    let (before, after) = (releases(old), releases(new));
    let moved: Vec<(&String, Version, Version)> = after
        .iter()
        .filter_map(|(name, line)| before.get(name).map(|old| (name, *old, *line)))
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
    let kept: Vec<&str> = after
        .iter()
        .filter(|(name, line)| {
            before.get(*name) == Some(line) && moved.iter().all(|(other, ..)| other != name)
        })
        .map(|(name, _)| name.as_str())
        .collect();
    if !kept.is_empty() {
        notes.push(format!("only some components change their release; unchanged: {}", kept.join(", ")));
    }
    if moved.iter().any(|(_, old, new)| new < old) {
        notes.push(
            "this is a downgrade: it works only to the exact release before the upgrade, and only if nothing \
            was stored in a newer format".to_owned(),
        );
    }
    let skips = |(_, old, new): &(&String, Version, Version)| {
        Version::ALL.into_iter().find(|line| line.is_lts() && old < line && line < new)
    };
    if let Some(skipped) = moved.iter().find_map(skips) {
        notes.push(format!("this skips {}: upgrade to {} first", skipped.name(), skipped.name()));
    }
    let mut lines: Vec<&str> = after.values().map(|line| line.name()).collect();
    lines.sort_unstable();
    lines.dedup();
    if lines.len() > 1 {
        notes.push(format!("the cluster would mix releases of {}", lines.join(" and ")));
    }
    notes
}

/// The line of each workload that runs an image of Pulsar.
fn releases(side: &Side<'_>) -> BTreeMap<String, Version> {
    let workloads = side.iter().filter(|(id, _)| matches!(id.kind.as_str(), "StatefulSet" | "Deployment"));
    workloads.filter_map(|(id, object)| Some((id.name.clone(), line(object)?))).collect()
}

fn line(object: &Value) -> Option<Version> {
    let containers = object.pointer("/spec/template/spec/containers").and_then(Value::as_array);
    containers.into_iter().flatten().find_map(|container| {
        let image = container.get("image")?.as_str()?;
        let (repository, tag) = image.rsplit_once(':')?;
        let name = repository.rsplit('/').next()?;
        let release = Release::of_tag(tag)?;
        matches!(name, "pulsar" | "pulsar-all").then_some(release.line)
    })
}

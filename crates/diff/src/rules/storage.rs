//! Claims and volumes.

use crate::consequence::Consequence;
use crate::consequence::Kind::{DataLoss, InPlace, Replace};
use crate::context::{Difference, Pair};
use crate::procedure;
use crate::tree::Tree;
use crate::workload;
use pulsarc_model::Quantity;
use serde_json::Value;

fn lost(why: impl Into<String>) -> Consequence {
    Consequence::because(DataLoss, why)
}

/// What follows from a change of a StatefulSet's claim templates, `rest` below them, or of a claim.
pub(crate) fn claims(pair: &Pair<'_>, difference: &Difference<'_>) -> Consequence {
    match (pair.id.kind.as_str(), difference.path.as_slice()) {
        ("StatefulSet", ["spec", "volumeClaimTemplates", rest @ ..]) => template(pair, rest, difference),
        (_, ["spec", "resources", "requests", "storage"]) if shrinks(difference) => {
            lost("a disk cannot shrink: a smaller one starts empty")
        }
        (_, ["spec", "resources", ..] | ["spec", "volumeAttributesClassName"]) => Consequence::plain(InPlace),
        _ => Consequence::because(Replace, "a claim can only grow: any other change creates an empty one"),
    }
}

fn template(pair: &Pair<'_>, rest: &[&str], difference: &Difference<'_>) -> Consequence {
    let (old, new) = (difference.old, difference.new);
    match (rest, old, new) {
        ([], Some(_), None) => lost("its claims are removed: the pods start without the data in them"),
        ([name], Some(_), None) => lost(format!(
            "the claim {} is removed: the pods start without its data, even if it is only renamed",
            bare(name)
        )),
        ([.., "requests", "storage"], ..) if shrinks(difference) => {
            lost("a disk cannot shrink: a smaller one starts empty")
        }
        ([name, .., "requests", "storage"], _, Some(_)) => {
            let why = format!(
                "the claim templates of a StatefulSet cannot be changed: grow the claims {}-{}-*, then replace the StatefulSet \
                without its pods",
                bare(name),
                pair.id.name
            );
            let steps = procedure::expand(pair.id, pair.before, &growing(pair));
            Consequence::because(Replace, why).with(steps)
        }
        ([_, .., "storageClassName"], ..) => Consequence::because(
            Replace,
            "the claim templates of a StatefulSet cannot be changed; existing claims keep their class, only claims of new pods \
            get the other one",
        )
        .with(procedure::orphan(pair.id)),
        _ => Consequence::because(Replace, "the claim templates of a StatefulSet cannot be changed")
            .with(procedure::orphan(pair.id)),
    }
}

/// All claims of a StatefulSet that grow, with their new sizes: one procedure grows all of them.
fn growing(pair: &Pair<'_>) -> Vec<(String, String)> {
    let claims = pair.after.pointer("/spec/volumeClaimTemplates").and_then(Value::as_array);
    let size = |claim: &Value| claim.pointer("/spec/resources/requests/storage").map(written);
    let amount = |size: &str| Quantity::parse(size).ok();
    let grown = claims.into_iter().flatten().filter_map(|claim| {
        let name = claim.pointer("/metadata/name")?.as_str()?;
        let new = size(claim)?;
        let old = workload::claim_of(pair.before, name).and_then(size)?;
        (amount(&old)? < amount(&new)?).then(|| (name.to_owned(), new))
    });
    grown.collect()
}

fn written(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

/// What follows if claims or disks are deleted that were kept.
pub(super) fn retention(pair: &Pair<'_>, difference: &Difference<'_>) -> Vec<Consequence> {
    let deletes = difference.new_text() == Some("Delete") && difference.old_text() != Some("Delete");
    let why = match (pair.id.kind.as_str(), difference.path.as_slice()) {
        ("StatefulSet", ["spec", "persistentVolumeClaimRetentionPolicy", "whenScaled"]) => {
            "from now on, the claims of pods that go are deleted with their data"
        }
        ("StatefulSet", ["spec", "persistentVolumeClaimRetentionPolicy", "whenDeleted"]) => {
            "from now on, the claims are deleted with the StatefulSet; `--cascade=orphan` keeps them"
        }
        ("PersistentVolume", ["spec", "persistentVolumeReclaimPolicy"]) => {
            "from now on, the disk is deleted with its claim"
        }
        _ => return Vec::new(),
    };
    if deletes { vec![lost(why)] } else { Vec::new() }
}

fn shrinks(difference: &Difference<'_>) -> bool {
    let amount = |tree: Option<&Tree>| Quantity::parse(&written(&tree?.plain())).ok();
    matches!((amount(difference.old), amount(difference.new)), (Some(old), Some(new)) if new < old)
}

fn bare(item: &str) -> &str {
    item.trim_start_matches('[').trim_end_matches(']')
}

//! What a takeover changes, as text.

use pulsarc_diag::sanitize::{Escaped, Terminal};
use pulsarc_live::{AdoptedObject, Adoption, Release};

/// What is taken over, and what is not.
pub(crate) fn document(adoption: &Adoption, release: &Release) -> Escaped<Terminal> {
    let mut out = Escaped::new();
    out.line(&release.name).literal(" in ").line(&release.namespace).literal(": ");
    out.text(adoption.objects.len()).literal(" objects to take over\n");
    // Most objects change alike.
    let mut groups: Vec<Vec<&AdoptedObject>> = Vec::new();
    for one in &adoption.objects {
        let is_same =
            |first: &&AdoptedObject| first.managers == one.managers && first.metadata == one.metadata;
        match groups.iter_mut().find(|group| group.first().is_some_and(is_same)) {
            Some(group) => group.push(one),
            None => groups.push(vec![one]),
        }
    }
    for group in groups {
        for one in &group {
            out.literal("  ").line(&one.object).literal("\n");
        }
        let Some(first) = group.first() else { continue };
        if !first.managers.is_empty() {
            out.literal("      from ").line(first.managers.join(", ")).literal("\n");
        }
        for line in &first.metadata {
            out.literal("      ").line(line).literal("\n");
        }
    }
    if !adoption.foreign.is_empty() {
        out.literal("of another release; they stop the takeover:\n");
        for one in &adoption.foreign {
            out.literal("  ").line(&one.object).literal(" belongs to ").line(&one.owner).literal("\n");
        }
    }
    if !adoption.unwanted.is_empty() {
        out.literal("not in the configuration; an apply deletes them:\n");
        for object in &adoption.unwanted {
            out.literal("  ").line(object).literal("\n");
        }
    }
    if !adoption.absent.is_empty() {
        out.literal("not in the cluster; an apply creates them:\n");
        for object in &adoption.absent {
            out.literal("  ").line(object).literal("\n");
        }
    }
    out
}

//! The revisions that are remembered.

use crate::failure::Failure;
use crate::inventory::{Inventory, Revision};
use crate::release::Release;
use crate::state::model::RevisionStatus;
use crate::time;
use std::collections::BTreeSet;

/// A revision without its objects.
pub(super) fn summary(revision: &Revision) -> RevisionStatus {
    let images: BTreeSet<&String> = revision.origin.images.values().collect();
    RevisionStatus {
        number: revision.number,
        time: time::rfc3339(revision.time),
        by: revision.by.clone(),
        reason: revision.reason.clone(),
        fingerprint: revision.fingerprint.clone(),
        objects: revision.objects.as_ref().map_or(0, Vec::len),
        pulsarc: revision.origin.pulsarc.clone(),
        images: images.into_iter().cloned().collect(),
        complete: revision.objects.is_some(),
    }
}

/// The error of a release that nothing was ever applied to.
pub(super) fn nothing_applied(release: &Release) -> Failure {
    Failure::State(format!(
        "release {} in namespace {} has no revision: nothing was applied to it; run `pulsarc apply`, or \
         `pulsarc adopt` to take over an installation of Helm or kubectl",
        release.name, release.namespace
    ))
}

/// The revision with a number. Without one: the revision before the current, or the current one if a newer revision was begun and
/// not finished.
pub(super) fn select(
    mut inventory: Inventory,
    release: &Release,
    number: Option<u32>,
) -> Result<Revision, Failure> {
    let revisions = &mut inventory.revisions;
    let Some(current) = revisions.last() else { return Err(nothing_applied(release)) };
    let at = match number {
        Some(number) => revisions.iter().position(|revision| revision.number == number),
        None if inventory.pending.is_some() => Some(revisions.len() - 1),
        None => revisions.len().checked_sub(2),
    };
    let kept = |revisions: &[Revision]| {
        let numbers = revisions.iter().filter(|revision| revision.objects.is_some());
        let numbers: Vec<String> = numbers.map(|revision| revision.number.to_string()).collect();
        numbers.join(", ")
    };
    let Some(at) = at else {
        return Err(Failure::State(match number {
            Some(number) => format!(
                "release {} has no revision {number}; it can return to {}",
                release.name,
                kept(revisions)
            ),
            None => format!(
                "release {} has no revision before {}, so there is nothing to return to",
                release.name, current.number
            ),
        }));
    };
    if revisions.get(at).is_some_and(|revision| revision.objects.is_none()) {
        return Err(Failure::State(format!(
            "the objects of revision {} are no longer stored; release {} can return to {}",
            revisions.get(at).map_or(0, |revision| revision.number),
            release.name,
            kept(revisions)
        )));
    }
    Ok(revisions.swap_remove(at))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::inventory::Pending;
    use crate::release::Origin;
    use std::collections::BTreeMap;

    fn revision(number: u32, whole: bool) -> Revision {
        Revision {
            number,
            time: 1_767_323_045,
            by: "ada@desk".to_owned(),
            reason: "apply".to_owned(),
            fingerprint: "f".to_owned(),
            objects: whole.then(Vec::new),
            origin: Origin {
                images: BTreeMap::from([("a", "i:1"), ("b", "i:1")])
                    .into_iter()
                    .map(|(name, image)| (name.to_owned(), image.to_owned()))
                    .collect(),
                ..Origin::default()
            },
            completed: BTreeMap::new(),
        }
    }

    fn release() -> Release {
        Release { name: "pulsar".to_owned(), namespace: "ns".to_owned() }
    }

    fn inventory(revisions: &[(u32, bool)], pending: Option<u32>) -> Inventory {
        Inventory {
            revisions: revisions.iter().map(|(number, whole)| revision(*number, *whole)).collect(),
            pending: pending.map(|number| Pending {
                revision: revision(number, true),
                begun: 0,
                restore: BTreeMap::new(),
            }),
            ..Inventory::default()
        }
    }

    #[test]
    fn a_revision_is_found_by_number_or_as_the_one_to_return_to() {
        let all = [(3, true), (4, true), (5, true)];
        let number = |pending, number| {
            select(inventory(&all, pending), &release(), number).map(|revision| revision.number)
        };
        assert_eq!(number(None, None).ok(), Some(4));
        assert_eq!(number(Some(6), None).ok(), Some(5));
        assert_eq!(number(None, Some(3)).ok(), Some(3));
        let why = number(None, Some(9)).expect_err("it does not exist").to_string();
        assert!(why.contains("no revision 9") && why.contains("3, 4, 5"), "{why}");
    }

    #[test]
    fn an_error_says_why_there_is_no_revision() {
        let why = |revisions: &[(u32, bool)], number| {
            select(inventory(revisions, None), &release(), number).expect_err("there is none").to_string()
        };
        assert!(why(&[], None).contains("pulsarc adopt"), "{}", why(&[], None));
        assert!(why(&[(1, true)], None).contains("no revision before 1"));
        let gone = why(&[(1, false), (2, true)], Some(1));
        assert!(gone.contains("no longer stored") && gone.contains("return to 2"), "{gone}");
    }

    #[test]
    fn a_summary_names_each_image_once() {
        let summary = summary(&revision(1, false));
        assert_eq!((summary.images, summary.complete), (vec!["i:1".to_owned()], false));
        assert_eq!(summary.time, "2026-01-02T03:04:05Z");
    }
}

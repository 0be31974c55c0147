//! Values that nothing of a cluster depends on: the settings of components that are off, and keys that nobody reads.
//!
//! Like a contradicted key, an unused one is found by building again: with another value, all objects are the same.

use crate::Built;
use crate::holes::changed;
use pulsarc_component::{Entry, Target};
use pulsarc_diag::KeyPath;
use pulsarc_eval::Evaluated;
use pulsarc_kube::Object;
use pulsarc_model::Node;

/// The most builds of one search: a build takes milliseconds, and a values file may have thousands of values.
const MOST_BUILDS: usize = 200;

/// Those of the paths that no object depends on, the highest record of each whose values all are. Nothing for a cluster
/// that was not built.
pub fn unused(built: &Built, target: &Target, wanted: &[KeyPath]) -> Vec<KeyPath> {
    let Some(tree) = built.tree.as_ref().filter(|_| !built.objects.is_empty()) else { return Vec::new() };
    let entries = pulsarc_registry::components();
    let mut search = Search {
        tree,
        objects: &built.objects,
        entries: &entries,
        target,
        left: MOST_BUILDS,
        unused: Vec::new(),
    };
    let mut paths: Vec<&KeyPath> = wanted.iter().filter(|path| tree.get(*path).is_some()).collect();
    // Accepted findings change no object, and have an effect all the same.
    paths.retain(|path| !path.is_within(&KeyPath::parse("checks")));
    paths.sort_by_key(ToString::to_string);
    search.below(&KeyPath::root(), &paths);
    search.unused
}

struct Search<'a> {
    tree: &'a Node,
    objects: &'a [Object],
    entries: &'a [Entry],
    target: &'a Target,
    left: usize,
    unused: Vec<KeyPath>,
}

impl Search<'_> {
    /// Looks at the values below a path, record by record.
    fn below(&mut self, above: &KeyPath, paths: &[&KeyPath]) {
        let depth = above.segments().len();
        for group in paths.chunk_by(|one, other| one.segments().get(depth) == other.segments().get(depth)) {
            let Some(segment) = group.first().and_then(|path| path.segments().get(depth)) else { continue };
            let mut record = above.clone();
            record.push(segment.clone());
            if self.is_unused(group) {
                self.unused.push(record);
            } else if group.len() > 1 {
                self.below(&record, group);
            }
        }
    }

    fn is_unused(&mut self, paths: &[&KeyPath]) -> bool {
        let Some(left) = self.left.checked_sub(1) else { return false };
        self.left = left;
        let other = changed(self.tree, paths, self.entries);
        // What cannot be changed shows nothing.
        if paths.iter().any(|path| other.get(*path) == self.tree.get(*path)) {
            return false;
        }
        let evaluated = Evaluated { tree: Some(other), ..Evaluated::default() };
        crate::build_evaluated(evaluated, self.entries, self.target).objects == self.objects
    }
}

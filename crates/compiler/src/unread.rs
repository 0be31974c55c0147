//! Wrong values of TLS and certificates that nothing reads: with TLS off, they stop no cluster.
//!
//! Values files of the chart carry the whole blocks `tls` and `certs`, with the defaults of their time, also where TLS is
//! off. A value that no object depends on is a warning there; the rules of its contract hold again once TLS is on.

use crate::holes::{changed, emitted};
use pulsarc_component::{Entry, Target};
use pulsarc_diag::{Diagnostic, Findings, KeyPath, Severity};
use pulsarc_eval::is_of_value;
use pulsarc_model::Node;

/// The blocks whose values matter only with TLS.
const BLOCKS: [&str; 2] = ["tls", "certs"];

/// The findings, with a warning for each wrong value of TLS that no object depends on.
///
/// `tree` has the default in the place of a wrong value; another value there shows whether any object reads it.
pub(crate) fn as_warnings(found: Findings, tree: &Node, entries: &[Entry], target: &Target) -> Findings {
    let path_of = |found: &Diagnostic| {
        let path = found.path.clone().filter(is_of_tls)?;
        let is_candidate = found.severity == Severity::Error && is_of_value(found.code);
        (is_candidate && tree.get(&path).is_some()).then_some(path)
    };
    if !found.iter().any(|found| path_of(found).is_some()) {
        return found;
    }
    let objects = emitted(tree, entries, target);
    let is_unread = |path: &KeyPath| {
        let other = changed(tree, &[path], entries);
        // What cannot be changed shows nothing.
        !objects.is_empty()
            && other.get(path) != tree.get(path)
            && emitted(&other, entries, target) == objects
    };
    let mut all = Findings::default();
    all.extend(found.into_iter().map(|found| {
        if !path_of(&found).is_some_and(|path| is_unread(&path)) {
            return found;
        }
        let message = format!("{}; no object depends on it with these TLS settings", found.message);
        Diagnostic { severity: Severity::Warning, message, ..found }
    }));
    all
}

fn is_of_tls(path: &KeyPath) -> bool {
    BLOCKS.iter().any(|block| path.is_within(&KeyPath::parse(block)))
}

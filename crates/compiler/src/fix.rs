//! Fixes of findings: their advice, as edits of the user's files.
//!
//! An edit is a proposal. Whoever applies it checks the result again, and takes back what makes anything worse.

use crate::Built;
use crate::edit::Document;
use pulsarc_diag::advice::sentence;
use pulsarc_diag::{Advice, Applicability, Diagnostic, Edit, Fix, KeyPath, Segment, SourceId, Syntax};
use pulsarc_model::{Node, Origin, Value};
use serde_json::Value as Data;

/// A fix with the settings that it edits; none if it replaces text that could not be read.
#[derive(Debug, Clone)]
pub struct Proposed {
    /// The edits of text.
    pub fix: Fix,
    /// What they do.
    pub settings: Vec<Edit>,
}

/// The fixes of a finding, the recommended one first. `original` gives the text of a file as it is on disk; a file
/// without one is not edited. `written` are the values as the files have them, unknown keys and wrong values among them,
/// if all files are data.
pub fn fixes<'t>(
    built: &Built,
    written: Option<&Node>,
    finding: &Diagnostic,
    original: &dyn Fn(SourceId) -> Option<&'t str>,
) -> Vec<Proposed> {
    let of_advice = written.or(built.tree.as_ref()).into_iter().flat_map(|tree| {
        let advice = finding.advice.iter().filter(|advice| is_fix(advice));
        advice.filter_map(|advice| of_advice(built, tree, finding, advice, original))
    });
    let own =
        finding.fixes.iter().filter(|fix| fix.edits.iter().all(|edit| original(edit.span.source).is_some()));
    let own = own.map(|fix| Proposed { fix: fix.clone(), settings: Vec::new() });
    own.chain(of_advice).collect()
}

fn is_fix(advice: &Advice) -> bool {
    advice.applicability > Applicability::DisplayOnly && !advice.edits.is_empty()
}

fn of_advice<'t>(
    built: &Built,
    tree: &Node,
    finding: &Diagnostic,
    advice: &Advice,
    original: &dyn Fn(SourceId) -> Option<&'t str>,
) -> Option<Proposed> {
    let candidates = homes(built, tree, finding, advice);
    let edits = candidates.into_iter().find_map(|source| {
        let text = original(source)?;
        let syntax = Syntax::of(&built.sources.get(source).name, text);
        let subject = finding.path.as_ref().zip(finding.span);
        Document { syntax, text, source, tree, subject }.edits(&advice.edits)
    })?;
    let syntax = finding.syntax(&built.sources);
    let message = sentence(std::slice::from_ref(advice), finding.path.as_ref(), syntax);
    let fix = Fix { message, applicability: advice.applicability, edits };
    Some(Proposed { fix, settings: advice.edits.clone() })
}

/// The files in which advice may be followed: the one that has the value, the finding's own, then the later layers first.
fn homes(built: &Built, tree: &Node, finding: &Diagnostic, advice: &Advice) -> Vec<SourceId> {
    let value = advice.edits.iter().find_map(|edit| {
        let (Edit::Set { path, .. } | Edit::Remove { path } | Edit::Move { from: path, .. }) = edit;
        let node = tree.get(path).filter(|_| tree.is_users(path));
        let subject = || finding.span.filter(|_| finding.path.as_ref() == Some(path));
        node.and_then(|node| node.key_span.or(node.span)).or_else(subject)
    });
    let near = value.or(finding.span).map(|span| span.source);
    let users = built.sources.iter().filter(|(_, source)| source.users).map(|(id, _)| id);
    let mut others: Vec<SourceId> = users.filter(|id| Some(*id) != near).collect();
    others.reverse();
    // A value that is written somewhere is edited there, and nowhere else.
    if value.is_some() {
        others.clear();
    }
    near.into_iter().filter(|id| built.sources.get(*id).users).chain(others).collect()
}

/// What the user has set, without defaults, places and the settings that edits are about: equal before and after edits
/// that do nothing else.
pub fn rest<'e>(tree: &Node, edits: impl IntoIterator<Item = &'e Edit>) -> Data {
    let mut users = crate::plain(&users(tree.clone()));
    for edit in edits {
        match edit {
            Edit::Set { path, .. } | Edit::Remove { path } => take(&mut users, path),
            Edit::Move { from, to } => {
                take(&mut users, from);
                take(&mut users, to);
            }
        }
    }
    drop_empty(&mut users);
    users
}

/// What the user has set.
fn users(mut node: Node) -> Node {
    if let Value::Record(entries) = node.value {
        let own = entries.into_iter().filter(|(_, entry)| entry.origin == Origin::User);
        node.value = Value::Record(own.map(|(key, entry)| (key, users(entry))).collect());
    }
    node
}

/// Drops maps without entries: an edit may need a new one around it.
fn drop_empty(value: &mut Data) {
    if let Data::Object(map) = value {
        map.values_mut().for_each(drop_empty);
        map.retain(|_, entry| entry.as_object().is_none_or(|entry| !entry.is_empty()));
    }
}

/// A path as a JSON pointer.
fn pointer(path: &KeyPath) -> String {
    path.segments()
        .iter()
        .map(|segment| match segment {
            Segment::Key(key) => format!("/{}", key.replace('~', "~0").replace('/', "~1")),
            Segment::Index(at) => format!("/{at}"),
        })
        .collect()
}

fn take(value: &mut Data, path: &KeyPath) {
    match (value.pointer_mut(&pointer(&path.parent())), path.segments().last()) {
        (Some(Data::Object(map)), Some(Segment::Key(key))) => drop(map.remove(key)),
        // An item that goes would move the others.
        (Some(Data::Array(items)), Some(Segment::Index(at))) => {
            if let Some(item) = items.get_mut(*at) {
                *item = Data::Null;
            }
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pointer_escapes_slashes() {
        assert_eq!(pointer(&KeyPath::root().key("a/b").key("c")), "/a~1b/c");
    }
}

//! Workloads that go and come back under another name.

use crate::context::Sides;
use crate::identity::Identity;
use crate::workload;
use serde_json::Value;

/// A workload under two names, and its pods under two `component` labels.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Rename {
    /// The workload as it was.
    pub(crate) object: Identity,
    pub(crate) old: String,
    pub(crate) new: String,
    labels: Option<(String, String)>,
}

/// The workloads that one side has under another name, those with the longest names first.
pub(crate) fn renames(sides: &Sides<'_>) -> Vec<Rename> {
    let lacks = |other: &crate::identity::Side<'_>, id: &Identity| {
        workload::is_workload(&id.kind) && !other.contains_key(id)
    };
    let gone = sides.old.iter().filter(|(id, _)| lacks(sides.new, id));
    let same = |one: &Value, other: &Value| {
        let block = |object| sides.facts_of(object).map(|facts| facts.block);
        let known = block(one).is_some() && block(one) == block(other);
        known || workload::component(one).is_some_and(|own| workload::component(other) == Some(own))
    };
    let mut found: Vec<Rename> = gone
        .filter_map(|(id, object)| {
            let mut come = sides.new.iter().filter(|(id, _)| lacks(sides.old, id));
            let (new, other) = come.find(|(new, other)| new.kind == id.kind && same(object, other))?;
            let label = |object| workload::component(object).map(str::to_owned);
            let labels = label(object).zip(label(other)).filter(|(old, new)| old != new);
            let (old, new) = (id.name.clone(), new.name.clone());
            (old != new).then(|| Rename { object: id.clone(), old, new, labels })
        })
        .collect();
    found.sort_by(|a, b| b.old.len().cmp(&a.old.len()).then_with(|| a.old.cmp(&b.old)));
    found
}

impl Rename {
    /// A text with the new name instead of the old one.
    pub(crate) fn applied(&self, text: &str) -> String {
        if let Some((old, new)) = &self.labels
            && text == old
        {
            return new.clone();
        }
        let (mut done, mut rest) = (String::new(), text);
        while let Some(at) = rest.find(&self.old) {
            let (before, found) = rest.split_at(at);
            let after = &found[self.old.len()..];
            let inside = |character: Option<char>| character.is_some_and(char::is_alphanumeric);
            done.push_str(before);
            let whole = !inside(done.chars().next_back()) && !inside(after.chars().next());
            done.push_str(if whole { &self.new } else { &self.old });
            rest = after;
        }
        done + rest
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_whole_names_are_replaced() {
        let object =
            Identity::of(&serde_json::json!({"kind": "StatefulSet", "metadata": {"name": "p-zk"}}), "ns");
        let rename = Rename { object, old: "p-zk".to_owned(), new: "p-zoo".to_owned(), labels: None };
        assert_eq!(
            rename.applied("zk:p-zk:2181,p-zk-0.p-zk-headless"),
            "zk:p-zoo:2181,p-zoo-0.p-zoo-headless"
        );
        assert_eq!(rename.applied("p-zkx and xp-zk"), "p-zkx and xp-zk");
    }
}

//! What rules of several areas ask of a cluster.

use pulsarc_catalogue::{PREFIX, bare_key, unprefixed};
use pulsarc_component::Cluster;
use pulsarc_diag::{Diagnostic, Findings, KeyPath, Segment};
use pulsarc_model::{Node, Origin, Value};
use std::ops::Bound;

/// A key of Pulsar's own, as the `configData` of a component has it.
pub(crate) struct Setting {
    /// Where it is written.
    pub path: String,
    /// What is written, without spaces around it.
    pub text: String,
}

impl Setting {
    /// The key as Pulsar's file has it.
    pub(crate) fn key(&self) -> &str {
        bare_key(self.path.rsplit('.').next().unwrap_or_default())
    }

    /// The value as a whole number.
    pub(crate) fn whole(&self) -> Option<i64> {
        self.text.parse().ok()
    }

    /// The value as a number.
    pub(crate) fn decimal(&self) -> Option<f64> {
        self.text.parse().ok()
    }

    /// Whether Pulsar takes the value for true.
    pub(crate) fn is_true(&self) -> bool {
        self.text.eq_ignore_ascii_case("true")
    }
}

/// A key of Pulsar's own in the `configData` of `block`: with `PULSAR_PREFIX_` it stands above the plain name, as in
/// the image. An empty value counts as none.
pub(crate) fn setting(cluster: &Cluster<'_>, block: &str, key: &str) -> Option<Setting> {
    let settings = cluster.settings(block)?;
    let prefixed = settings.range::<str, _>((Bound::Excluded(PREFIX), Bound::Unbounded));
    let prefixed = prefixed.take_while(|(name, _)| name.starts_with(PREFIX));
    let found = prefixed.chain(settings.get_key_value(key)).find_map(|(name, node)| {
        let is_it = name == key || unprefixed(name) == Some(key);
        Some((name, is_it.then(|| node.as_words())??))
    });
    let (name, text) = found?;
    let text = text.trim().to_owned();
    (!text.is_empty()).then(|| Setting { path: format!("{block}.configData.{name}"), text })
}

/// The text at a path, where it is not empty.
pub(crate) fn given(cluster: &Cluster<'_>, path: &str) -> Option<String> {
    cluster.text(path).map(|text| text.trim().to_owned()).filter(|text| !text.is_empty())
}

/// The names of the user's own keys of the record at a path.
pub(crate) fn written<'a>(cluster: &Cluster<'a>, path: &str) -> Vec<&'a str> {
    let record = cluster.root.get(path).and_then(Node::as_record);
    let users = |entry: &(&'a String, &'a Node)| entry.1.origin == Origin::User;
    record.into_iter().flatten().filter(users).map(|(name, _)| name.as_str()).collect()
}

/// Whether the user switched something off in so many words.
pub(crate) fn switched_off(cluster: &Cluster<'_>, path: &str) -> bool {
    cluster.is_users(path) && !cluster.is_on(path)
}

/// The value that the user wrote at or below a path: as deep as there is just one.
pub(crate) fn innermost(cluster: &Cluster<'_>, path: &str) -> String {
    let names = written(cluster, path);
    match names[..] {
        [name] if !name.contains('.') => innermost(cluster, &format!("{path}.{name}")),
        _ => path.to_owned(),
    }
}

/// How many pods of a component a drain may take away at once: its budget, a percentage rounded up as Kubernetes does.
pub(crate) fn unavailable(cluster: &Cluster<'_>, block: &str, replicas: i64) -> Option<i64> {
    if !cluster.is_on(&format!("{block}.pdb.usePolicy")) {
        return None;
    }
    let text = given(cluster, &format!("{block}.pdb.maxUnavailable"))?;
    match text.strip_suffix('%') {
        Some(share) => Some((share.parse::<i64>().ok()? * replicas + 99) / 100),
        None => text.parse().ok(),
    }
}

/// Whether a component keeps its data on disks.
pub(crate) fn persists(cluster: &Cluster<'_>, block: &str) -> bool {
    let base = cluster.base;
    base.persistence && base.volumes.persistence && cluster.is_on(&format!("{block}.volumes.persistence"))
}

/// The items of the list at a path, each with its own path.
pub(crate) fn items<'a>(cluster: &Cluster<'a>, path: &str) -> Vec<(String, &'a Node)> {
    let list = cluster.root.get(path).and_then(Node::as_list).unwrap_or_default();
    list.iter().enumerate().map(|(at, item)| (format!("{path}.{at}"), item)).collect()
}

/// The text of a record's field.
pub(crate) fn field<'a>(node: &'a Node, name: &str) -> Option<&'a str> {
    node.as_record()?.get(name)?.as_text()
}

/// Whether something is written at a path: no null, no empty text, list or record.
pub(crate) fn is_set(cluster: &Cluster<'_>, path: &str) -> bool {
    cluster.root.get(path).is_some_and(|node| match &node.value {
        Value::Null => false,
        Value::Text(text) => !text.trim().is_empty(),
        Value::List(list) => !list.is_empty(),
        Value::Record(record) => !record.is_empty(),
        Value::Bool(_) | Value::Number(_) => true,
    })
}

/// Points a diagnostic at a path whose keys may hold dots.
pub(crate) fn pointed(cluster: &Cluster<'_>, finding: Diagnostic, path: &KeyPath) -> Diagnostic {
    finding.at(path).span(cluster.root.users_span(path))
}

/// A finding at each of some paths; without a place if there are none, since its cause is then not the user's.
pub(crate) fn at_each(cluster: &Cluster<'_>, finding: &Diagnostic, paths: &[String], found: &mut Findings) {
    if paths.is_empty() {
        found.push(finding.clone());
    }
    found.extend(paths.iter().map(|path| cluster.point(finding.clone(), &[(path, "")])));
}

/// Calls `look` with each value at or below `node` that the user wrote, or in which the user wrote anything, and its
/// path. Defaults are the contracts': they break no rule by themselves, and are most of a configuration.
pub(crate) fn walk<'n>(node: &'n Node, path: &mut KeyPath, look: &mut impl FnMut(&KeyPath, &'n Node)) {
    if node.origin != Origin::User {
        return;
    }
    look(path, node);
    match &node.value {
        Value::Record(entries) => {
            for (key, entry) in entries.iter().filter(|(_, entry)| entry.origin == Origin::User) {
                path.push(Segment::Key(key.clone()));
                walk(entry, path, look);
                path.pop();
            }
        }
        Value::List(items) => {
            for (at, item) in items.iter().enumerate() {
                path.push(Segment::Index(at));
                walk(item, path, look);
                path.pop();
            }
        }
        _ => {}
    }
}

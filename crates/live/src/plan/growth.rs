//! Claims of a StatefulSet that grow.

use super::model::Growth;
use pulsarc_model::Quantity;
use serde_json::Value;
use std::collections::BTreeMap;

/// Whether the claims of a StatefulSet can grow.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Growing {
    /// These claims grow.
    Claims(Vec<Growth>),
    /// A class does not allow it: its name, or nothing for claims without a class.
    Fixed(String),
}

/// The claim templates of a StatefulSet that ask for more than before, with the sizes.
pub(super) fn grown(before: &Value, after: &Value) -> Vec<(String, String)> {
    let size = |claim: &Value| claim.pointer("/spec/resources/requests/storage").map(written);
    let new = templates(after).filter_map(|claim| Some((name_of(claim)?.to_owned(), size(claim)?)));
    new.filter(|(name, new)| {
        let old = templates(before).find(|claim| name_of(claim) == Some(name)).and_then(size);
        old.is_some_and(|old| amount(&old) < amount(new))
    })
    .collect()
}

/// The claims that exist for a StatefulSet and are smaller than its templates will ask for.
pub(super) fn growing(
    before: &Value,
    after: &Value,
    claims: &[Value],
    classes: Option<&BTreeMap<String, Value>>,
) -> Growing {
    let mut found = Vec::new();
    let sizes = grown(before, after);
    for claim in claims.iter().filter(|claim| namespace_of(claim) == namespace_of(before)) {
        let Some(name) = name_of(claim) else { continue };
        let Some(template) = template_of(before, name) else { continue };
        let Some((_, size)) = sizes.iter().find(|(grown, _)| *grown == template) else { continue };
        let now = claim.pointer("/spec/resources/requests/storage").map(written).unwrap_or_default();
        if amount(&now) >= amount(size) {
            continue;
        }
        let class = claim.pointer("/spec/storageClassName").and_then(Value::as_str).unwrap_or_default();
        let allows = |class: &Value| class.get("allowVolumeExpansion") == Some(&Value::Bool(true));
        if classes.is_some_and(|classes| !classes.get(class).is_some_and(allows)) {
            return Growing::Fixed(class.to_owned());
        }
        found.push(Growth { claim: name.to_owned(), size: size.clone() });
    }
    Growing::Claims(found)
}

/// Whether a StatefulSet gives its pods claims that it did not give them before.
pub(super) fn has_new_claims(before: &Value, after: &Value) -> bool {
    templates(after)
        .filter_map(name_of)
        .any(|name| !templates(before).filter_map(name_of).any(|old| old == name))
}

/// The template that a claim of a StatefulSet was made from: `data` for `data-pulsar-bookie-0`.
pub(super) fn template_of(set: &Value, claim: &str) -> Option<String> {
    let owner = name_of(set)?;
    templates(set).filter_map(name_of).find_map(|template| {
        let ordinal =
            claim.strip_prefix(template)?.strip_prefix('-')?.strip_prefix(owner)?.strip_prefix('-')?;
        (!ordinal.is_empty() && ordinal.bytes().all(|digit| digit.is_ascii_digit()))
            .then(|| template.to_owned())
    })
}

fn templates(set: &Value) -> impl Iterator<Item = &Value> {
    set.pointer("/spec/volumeClaimTemplates").and_then(Value::as_array).into_iter().flatten()
}

fn name_of(object: &Value) -> Option<&str> {
    object.pointer("/metadata/name")?.as_str()
}

fn namespace_of(object: &Value) -> Option<&str> {
    object.pointer("/metadata/namespace")?.as_str()
}

fn amount(size: &str) -> Option<i128> {
    Quantity::parse(size).ok().map(|size| size.milli())
}

fn written(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn set(size: &str) -> Value {
        json!({"kind": "StatefulSet", "metadata": {"name": "bookie", "namespace": "ns"}, "spec": {"volumeClaimTemplates": [
            {"metadata": {"name": "ledgers"}, "spec": {"resources": {"requests": {"storage": size}}}},
            {"metadata": {"name": "journal"}, "spec": {"resources": {"requests": {"storage": "1Gi"}}}}]}})
    }

    fn claim(name: &str, size: &str) -> Value {
        json!({"metadata": {"name": name, "namespace": "ns"},
            "spec": {"storageClassName": "fast", "resources": {"requests": {"storage": size}}}})
    }

    fn classes(expands: bool) -> BTreeMap<String, Value> {
        BTreeMap::from([("fast".to_owned(), json!({"allowVolumeExpansion": expands}))])
    }

    #[test]
    fn existing_claims_of_a_grown_template_grow() {
        let claims = [
            claim("ledgers-bookie-0", "50Gi"),
            claim("ledgers-bookie-1", "100Gi"),
            claim("journal-bookie-0", "1Gi"),
            claim("ledgers-bookie-old-0", "50Gi"),
        ];
        let (before, after) = (set("50Gi"), set("100Gi"));
        let growth = Growth { claim: "ledgers-bookie-0".to_owned(), size: "100Gi".to_owned() };
        let found =
            |classes: Option<BTreeMap<String, Value>>| growing(&before, &after, &claims, classes.as_ref());
        assert_eq!(found(Some(classes(true))), Growing::Claims(vec![growth.clone()]));
        assert_eq!(found(None), Growing::Claims(vec![growth]));
        assert_eq!(found(Some(classes(false))), Growing::Fixed("fast".to_owned()));
    }

    #[test]
    fn the_same_size_in_other_words_and_a_smaller_one_grow_nothing() {
        assert!(grown(&set("1Gi"), &set("1024Mi")).is_empty());
        assert!(grown(&set("2Gi"), &set("1Gi")).is_empty());
        assert_eq!(grown(&set("1Gi"), &set("2Gi")), [("ledgers".to_owned(), "2Gi".to_owned())]);
    }
}

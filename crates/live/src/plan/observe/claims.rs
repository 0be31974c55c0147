//! The claims of each StatefulSet, and whether their classes let them grow.

use super::{Held, Questions, Trial};
use crate::failure::Failure;
use crate::plan::growth;
use crate::resource::Resource;
use pulsarc_diff::Identity;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// The claims of the release's namespaces, if a StatefulSet changes its claims or goes, and the storage classes if claims grow.
pub(super) async fn claims(
    questions: &Questions<'_>,
    wanted: &BTreeMap<Identity, Trial>,
    live: &BTreeMap<Identity, Value>,
    held: &Held,
) -> Result<(Vec<Value>, Option<BTreeMap<String, Value>>), Failure> {
    let sets = live.iter().filter(|(id, _)| id.kind == "StatefulSet");
    let mut namespaces = BTreeSet::new();
    let mut grows = false;
    for (id, set) in sets {
        let changed = wanted.get(id).map(|trial| growth::grown(set, &trial.manifest));
        if changed.as_ref().is_none_or(|grown| !grown.is_empty()) {
            namespaces.insert(id.namespace.clone());
        }
        grows |= changed.is_some_and(|grown| !grown.is_empty());
    }
    if !questions.choices.delete_data.is_empty() {
        namespaces.insert(Some(questions.release.namespace.clone()));
    }
    let mut claims = Vec::new();
    for namespace in namespaces {
        let answer = questions.api.list(&Resource::claims(), namespace.as_deref(), None).await;
        let consequence = "which claims a StatefulSet leaves or has to grow is not known";
        claims.extend(questions.allowed(answer, consequence)?.unwrap_or_default());
    }
    let classes = if grows { classes(questions, held).await? } else { None };
    Ok((claims, classes))
}

async fn classes(questions: &Questions<'_>, held: &Held) -> Result<Option<BTreeMap<String, Value>>, Failure> {
    const KIND: &str = "StorageClass";
    let by_name = |object: Value| {
        let name = object.pointer("/metadata/name").and_then(Value::as_str).unwrap_or_default().to_owned();
        (name, object)
    };
    if held.listed.contains(KIND) {
        let known = held.objects.iter().filter(|((kind, _), _)| kind == KIND);
        return Ok(Some(known.map(|(_, class)| by_name(class.clone())).collect()));
    }
    let answer = questions.api.list(&Resource::storage_classes(), None, None).await;
    let classes = questions.allowed(answer, "whether claims can grow is not known")?;
    Ok(classes.map(|classes| classes.into_iter().map(by_name).collect()))
}

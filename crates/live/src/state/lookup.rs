//! Live objects by their identities: one list per kind, and one request for each object that no list has.

use crate::api::Api;
use crate::failure::Failure;
use crate::inventory::Entry;
use crate::resource::Resource;
use futures::stream::{self, StreamExt as _, TryStreamExt as _};
use pulsarc_diff::Identity;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// So many requests are under way at once.
pub(crate) const CONCURRENT: usize = 8;

/// The entries of objects. Kinds that the server does not serve have no objects, and so no entry.
pub(crate) async fn entries<'a>(
    api: &Api,
    objects: impl IntoIterator<Item = &'a Value>,
    namespace: &str,
) -> Result<Vec<Entry>, Failure> {
    let mut found = Vec::new();
    for object in objects {
        if let Some(resource) = api.resource_of(object).await? {
            let Identity { namespace, name, .. } = Identity::of(object, namespace);
            found.push(Entry { resource, namespace, name });
        }
    }
    Ok(found)
}

/// The objects of these entries that exist. A label selector that most of them have saves requests.
pub(crate) async fn find(
    api: &Api,
    sought: &[Entry],
    selector: &str,
) -> Result<BTreeMap<Identity, Value>, Failure> {
    let wanted: BTreeMap<Identity, &Entry> = sought.iter().map(|entry| (entry.identity(), entry)).collect();
    let kinds: BTreeSet<(&Resource, Option<&str>)> =
        sought.iter().map(|entry| (&entry.resource, entry.namespace.as_deref())).collect();
    let lists = stream::iter(kinds).map(|(of, namespace)| async move {
        let objects = list(api, of, namespace, selector).await?;
        // Objects of a kind outside of namespaces are known by the release's if pulsarc does not know the kind.
        let known = |object: Value| (Identity::of(&object, namespace.unwrap_or_default()), object);
        Ok::<Vec<_>, Failure>(objects.into_iter().map(known).collect())
    });
    let lists: Vec<Vec<(Identity, Value)>> = lists.buffer_unordered(CONCURRENT).try_collect().await?;
    let mut found: BTreeMap<Identity, Value> =
        lists.into_iter().flatten().filter(|(id, _)| wanted.contains_key(id)).collect();
    let missing: Vec<(Identity, &Resource)> = wanted
        .into_iter()
        .filter(|(id, _)| !found.contains_key(id))
        .map(|(id, entry)| (id, &entry.resource))
        .collect();
    let single = stream::iter(missing).map(|(id, of)| async move {
        let object = api.get(of, &id).await?;
        Ok::<_, Failure>(object.map(|object| (id, object)))
    });
    let single: Vec<_> = single.buffer_unordered(CONCURRENT).try_collect().await?;
    found.extend(single.into_iter().flatten());
    Ok(found)
}

/// The objects of a kind with a label; none if they may not be listed, or if the server does not serve the kind.
pub(crate) async fn list(
    api: &Api,
    of: &Resource,
    namespace: Option<&str>,
    selector: &str,
) -> Result<Vec<Value>, Failure> {
    match api.list(of, namespace, Some(selector)).await {
        Err(failure) if failure.refusal().is_some_and(|refusal| matches!(refusal.status, 403 | 404)) => {
            Ok(Vec::new())
        }
        other => other,
    }
}

//! Where objects of a kind are in the API, asked of the server for kinds that no table has.

use super::Api;
use crate::failure::Failure;
use crate::resource::{Resource, kind_of};
use kube::api::GetParams;
use kube::core::Request;
use serde_json::Value;
use std::collections::BTreeMap;

/// The resource of an object's kind; none if the server does not serve it.
pub(super) async fn resource_of(api: &Api, object: &Value) -> Result<Option<Resource>, Failure> {
    let (group, version, kind) = kind_of(object);
    if let Some(known) = Resource::known(group, version, kind) {
        return Ok(Some(known));
    }
    let key = (group.to_owned(), version.to_owned());
    let found = api.found.borrow().get(&key).cloned();
    let kinds = if let Some(kinds) = found {
        kinds
    } else {
        let kinds = kinds(api, group, version).await?;
        api.found.borrow_mut().insert(key, kinds.clone());
        kinds
    };
    Ok(kinds.get(kind).cloned())
}

/// The kinds of a group and version, by their names; none if the server does not serve it.
async fn kinds(api: &Api, group: &str, version: &str) -> Result<BTreeMap<String, Resource>, Failure> {
    let path = if group.is_empty() { format!("/api/{version}") } else { format!("/apis/{group}/{version}") };
    let what = format!("get {path}");
    let request = Request::new(path).get("", &GetParams::default()).map(super::without_slash);
    let answer = api.send(&what, request).await?;
    if answer.status == 404 {
        return Ok(BTreeMap::new());
    }
    let body = super::done(&what, answer)?.body;
    let served = body.get("resources").and_then(Value::as_array).into_iter().flatten();
    let resource = |one: &Value| {
        let (kind, plural) = (one.get("kind")?.as_str()?, one.get("name")?.as_str()?);
        // `statefulsets/scale` is a part of an object.
        (!plural.contains('/')).then(|| {
            let resource = Resource {
                group: group.to_owned(),
                version: version.to_owned(),
                kind: kind.to_owned(),
                plural: plural.to_owned(),
                namespaced: one.get("namespaced").and_then(Value::as_bool).unwrap_or(true),
            };
            (kind.to_owned(), resource)
        })
    };
    Ok(served.filter_map(resource).collect())
}

//! What pulsarc remembers about a release, in the Secret `pulsarc.RELEASE` of its namespace.
//!
//! The Secret is the parent of an `ApplySet` (Kubernetes enhancement 3659): its objects have the label
//! `applyset.kubernetes.io/part-of`, by which one request per kind lists them.

pub(crate) mod applyset;
mod model;
mod pack;

pub(crate) use model::restore_key;
pub use model::{Entry, Inventory, Pending, Revision};

use crate::api::{Api, Dependents, Write};
use crate::failure::{Failure, named};
use crate::metadata::uid;
use crate::release::Release;
use crate::resource::Resource;
use pulsarc_diff::Identity;
use serde_json::{Map, Value, json};

/// A write is tried so often if the server answers that it has raced with another one.
const RACES: usize = 4;

/// The type of the Secret.
const TYPE: &str = "pulsarc.dev/release";

/// The name of a release's Secret and of its Lease.
pub(crate) fn name(release: &Release) -> String {
    format!("pulsarc.{}", release.name)
}

/// The Secret of a release.
pub(crate) fn secret(release: &Release) -> Identity {
    Identity {
        group: String::new(),
        kind: "Secret".to_owned(),
        namespace: Some(release.namespace.clone()),
        name: name(release),
    }
}

/// What is remembered about a release; an empty inventory if nothing is.
pub(crate) async fn read(api: &Api, release: &Release) -> Result<Inventory, Failure> {
    match api.get(&Resource::secrets(), &secret(release)).await? {
        Some(found) => of_secret(&found, release),
        None => Ok(Inventory::default()),
    }
}

fn of_secret(found: &Value, release: &Release) -> Result<Inventory, Failure> {
    let name = named(&secret(release));
    let text = |pointer: &str| found.pointer(pointer).and_then(Value::as_str).unwrap_or_default();
    if text("/type") != TYPE {
        return Err(Failure::State(format!(
            "{name} is not an inventory of pulsarc: its type is {:?}, not {TYPE}",
            text("/type")
        )));
    }
    let none = Map::new();
    let data = found.get("data").and_then(Value::as_object).unwrap_or(&none);
    let inventory = pack::unpack(data)
        .map_err(|why| Failure::State(format!("cannot read the inventory {name}: {why}")))?;
    Ok(Inventory { version: Some(text("/metadata/resourceVersion").to_owned()), ..inventory })
}

/// Stores the inventory, if it is still the version that was read; afterwards it has the new version. Without a version the Secret
/// must not exist. Writing the same again is no error, so an answer that was lost does no harm.
pub(crate) async fn write(api: &Api, release: &Release, inventory: &mut Inventory) -> Result<(), Failure> {
    let object = secret(release);
    let value = to_secret(inventory, release)?;
    for _ in 0..RACES {
        let written = match &inventory.version {
            None => api.create(&Resource::secrets(), &object, &value, Write::Store).await,
            Some(_) => api.replace(&Resource::secrets(), &object, &value).await,
        };
        let stored = match written {
            Err(failure) if failure.refusal().is_some_and(|refusal| refusal.status == 409) => {
                let found = api.get(&Resource::secrets(), &object).await?;
                let version = found.as_ref().and_then(version_of);
                if found.as_ref().and_then(|found| found.get("data")) != value.get("data") {
                    if version == inventory.version {
                        // The server has raced with itself: nobody has written.
                        continue;
                    }
                    return Err(changed(&object));
                }
                version
            }
            other => version_of(&other?),
        };
        inventory.version = stored;
        return Ok(());
    }
    Err(changed(&object))
}

fn to_secret(inventory: &Inventory, release: &Release) -> Result<Value, Failure> {
    let object = secret(release);
    let data = pack::pack(inventory).map_err(|why| Failure::State(format!("{}: {why}", named(&object))))?;
    let mut value = json!({
        "apiVersion": "v1",
        "kind": "Secret",
        "type": TYPE,
        "metadata": {
            "name": object.name,
            "namespace": object.namespace,
            "labels": applyset::labels(release),
            "annotations": applyset::annotations(release, &inventory.objects),
        },
        "data": data,
    });
    if let Some(version) = &inventory.version {
        value["metadata"]["resourceVersion"] = version.clone().into();
    }
    Ok(value)
}

fn changed(object: &Identity) -> Failure {
    Failure::State(format!(
        "{} was changed since it was read: another run of pulsarc works on the release",
        named(object)
    ))
}

fn version_of(secret: &Value) -> Option<String> {
    secret.pointer("/metadata/resourceVersion").and_then(Value::as_str).map(str::to_owned)
}

/// Deletes the inventory of a release of which nothing is left.
pub(crate) async fn delete(api: &Api, release: &Release) -> Result<(), Failure> {
    let object = secret(release);
    let Some(found) = api.get(&Resource::secrets(), &object).await? else { return Ok(()) };
    let uid = uid(&found);
    api.delete(&Resource::secrets(), &object, uid, Dependents::Delete).await.map(|_| ())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn release() -> Release {
        Release { name: "orders".to_owned(), namespace: "pulsar".to_owned() }
    }

    #[test]
    fn a_secret_of_another_type_is_rejected_by_name() {
        let found = json!({"type": "Opaque", "metadata": {"resourceVersion": "1"}, "data": {}});
        let why = of_secret(&found, &release()).map(|_| ()).expect_err("it is foreign").to_string();
        assert!(why.contains("Secret/pulsarc.orders in pulsar") && why.contains("Opaque"), "{why}");
    }

    #[test]
    fn the_version_is_that_of_the_secret() {
        let data = pack::pack(&Inventory::default()).expect("it fits");
        let found = json!({"type": TYPE, "metadata": {"resourceVersion": "17"}, "data": data});
        let read = of_secret(&found, &release()).expect("it is whole");
        assert_eq!(read.version.as_deref(), Some("17"));
    }
}

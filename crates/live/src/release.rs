//! What a configuration wants of a cluster.

use pulsarc_diag::Secrets;
use pulsarc_diff::{Facts, Identity};
use pulsarc_export::Requirements;
use pulsarc_kube::Object;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// Which release: a name and the namespace that holds what pulsarc remembers about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Release {
    /// Its name.
    pub name: String,
    /// Its namespace. Objects without a namespace are in it.
    pub namespace: String,
}

impl Release {
    /// The query for its objects by the label that pulsarc and the chart put on every object and pod.
    pub(crate) fn selector(&self) -> String {
        format!("release={}", self.name)
    }
}

/// What is remembered about a configuration besides its objects, for `history` and for a rollback.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Origin {
    /// The merged configuration as plain data. It may hold secrets, so it is stored in the inventory only.
    pub values: Value,
    /// The release of pulsarc that built it.
    pub pulsarc: String,
    /// The images of the pods, by the names of their workloads.
    pub images: BTreeMap<String, String>,
}

/// The objects that a release is to consist of.
pub struct Wanted {
    /// The release.
    pub release: Release,
    /// Its objects, in apply order, as JSON.
    pub objects: Vec<Value>,
    /// What components say about their pods.
    pub facts: Facts,
    /// What the objects need and do not contain; none if they come from an older revision.
    pub needs: Option<Requirements>,
    /// What is remembered besides.
    pub origin: Origin,
    /// The secrets of the configuration, which nothing may show.
    pub secrets: Secrets,
}

impl Wanted {
    /// The identity of an object.
    pub fn identity(&self, object: &Value) -> Identity {
        Identity::of(object, &self.release.namespace)
    }

    /// The fingerprint of a set of objects: a digest of all of them, in hexadecimal digits.
    pub fn fingerprint(&self) -> String {
        fingerprint(&self.objects)
    }
}

/// The digest of objects, whatever the order of their keys.
pub(crate) fn fingerprint(objects: &[Value]) -> String {
    let mut digest = Sha256::new();
    for object in objects {
        digest.update(sorted(object).to_string());
        digest.update(b"\n");
    }
    digest.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

fn sorted(value: &Value) -> Value {
    match value {
        Value::Object(map) => {
            let ordered: BTreeMap<&String, Value> =
                map.iter().map(|(key, value)| (key, sorted(value))).collect();
            ordered
                .into_iter()
                .map(|(key, value)| (key.clone(), value))
                .collect::<serde_json::Map<_, _>>()
                .into()
        }
        Value::Array(items) => items.iter().map(sorted).collect(),
        other => other.clone(),
    }
}

/// The images of the pods that objects make, by the names of their workloads.
pub fn images(objects: &[Object]) -> BTreeMap<String, String> {
    let image = |object: &Object| {
        let pod = object.pod_template()?.spec.as_ref()?;
        Some((object.name().to_owned(), pod.containers.first()?.image.clone()?))
    };
    objects.iter().filter_map(image).collect()
}

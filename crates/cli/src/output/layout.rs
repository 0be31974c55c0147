//! Assigns objects to files.

use super::{Format, Layout};
use pulsarc_kube::{Object, write};
use std::collections::BTreeMap;

/// The text of each file, by its name in the folder.
pub(crate) type Files = BTreeMap<String, String>;

/// The files of a layout.
pub(crate) fn files(objects: &[Object], layout: Layout, format: Format) -> Result<Files, write::WriteError> {
    match layout {
        Layout::Stream => grouped(objects, format, |_| "manifests".to_owned()),
        Layout::Components => {
            grouped(objects, format, |object| component(object).unwrap_or("release").to_owned())
        }
        Layout::Objects => grouped(objects, format, object_name),
        Layout::Kustomize => {
            let mut files = grouped(objects, format, object_name)?;
            let resources: Vec<&String> = files.keys().collect();
            let kustomization = serde_json::json!({
                "apiVersion": "kustomize.config.k8s.io/v1beta1",
                "kind": "Kustomization",
                "resources": resources,
            });
            files.insert("kustomization.yaml".to_owned(), write::yaml(&kustomization)?);
            Ok(files)
        }
    }
}

fn grouped(
    objects: &[Object],
    format: Format,
    group: impl Fn(&Object) -> String,
) -> Result<Files, write::WriteError> {
    let mut groups: BTreeMap<String, Vec<&Object>> = BTreeMap::new();
    for object in objects {
        groups.entry(group(object)).or_default().push(object);
    }
    let named = |(name, objects): (String, Vec<&Object>)| {
        let text = match objects.as_slice() {
            [single] => write::object(single, format.written())?,
            many => write::stream(many, format.written())?,
        };
        Ok((format!("{name}.{}", format.extension()), text))
    };
    groups.into_iter().map(named).collect()
}

fn component(object: &Object) -> Option<&str> {
    object.metadata()?.labels.as_ref()?.get("component").map(String::as_str)
}

/// `statefulset-pulsar-broker`. What a name may hold in Kubernetes but not in every file system becomes `-`.
fn object_name(object: &Object) -> String {
    let name = format!("{}-{}", object.kind().to_lowercase(), object.name());
    name.chars().map(|c| if c.is_ascii_alphanumeric() || "-_.".contains(c) { c } else { '-' }).collect()
}

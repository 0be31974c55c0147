//! Every image that a cluster runs, for mirroring into another registry.

use pulsarc_kube::Object;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// An image.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Image {
    /// The last part of its repository: `pulsar-all`.
    pub name: String,
    /// The whole reference, as pods name it.
    pub image: String,
    /// The registry and the repository, without tag and digest.
    pub repository: String,
    /// The tag.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tag: Option<String>,
    /// The digest.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub digest: Option<String>,
    /// The workloads and jobs that run it: `StatefulSet/pulsar-broker`.
    pub used_by: Vec<String>,
}

/// The images of all pods, in the order of their references; init containers' and jobs' among them.
pub(crate) fn of(objects: &[Object]) -> Vec<Image> {
    let mut users: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    for object in objects {
        let Some(pod) = object.pod_template().and_then(|template| template.spec.as_ref()) else { continue };
        for container in pod.init_containers.iter().flatten().chain(&pod.containers) {
            if let Some(image) = container.image.as_deref() {
                users.entry(image).or_default().insert(object.to_string());
            }
        }
    }
    users.into_iter().map(|(image, used_by)| taken_apart(image, used_by.into_iter().collect())).collect()
}

/// A reference as the distribution specification has it: `registry:5000/path/name:tag@digest`.
fn taken_apart(image: &str, used_by: Vec<String>) -> Image {
    let (rest, digest) = image.split_once('@').map_or((image, None), |(rest, digest)| (rest, Some(digest)));
    let last = rest.rfind('/').map_or(0, |slash| slash + 1);
    let (repository, tag) = match rest[last..].find(':') {
        Some(colon) => (&rest[..last + colon], Some(&rest[last + colon + 1..])),
        None => (rest, None),
    };
    Image {
        name: repository[last..].to_owned(),
        image: image.to_owned(),
        repository: repository.to_owned(),
        tag: tag.map(str::to_owned),
        digest: digest.map(str::to_owned),
        used_by,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_are_taken_apart() {
        let parts = |image| {
            let image = taken_apart(image, Vec::new());
            (image.name, image.repository, image.tag, image.digest)
        };
        let some = |text: &str| Some(text.to_owned());
        assert_eq!(parts("busybox"), ("busybox".into(), "busybox".into(), None, None));
        assert_eq!(parts("a/b:1.2"), ("b".into(), "a/b".into(), some("1.2"), None));
        assert_eq!(
            parts("mirror:5000/a/b@sha256:00"),
            ("b".into(), "mirror:5000/a/b".into(), None, some("sha256:00"))
        );
    }
}

//! Artifacts in a folder on disk: what `oras`, `crane`, `skopeo` and `flux` copy into registries.

use crate::manifest::{Descriptor, INDEX, MANIFEST, Packed, held_against, layer};
use crate::{Digest, OciError};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::Path;

/// The annotation that holds a tag.
const TAG: &str = "org.opencontainers.image.ref.name";

/// The list of a folder's artifacts.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Index {
    schema_version: u8,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    media_type: Option<String>,
    #[serde(default)]
    manifests: Vec<Descriptor>,
}

/// Adds an artifact; one of the same tag is no longer called by it. The list changes last, and at once.
pub(crate) fn put(folder: &Path, tag: Option<&str>, packed: &Packed) -> Result<(), OciError> {
    let mut index = if folder.join("index.json").exists() {
        read_index(folder)?
    } else {
        Index { schema_version: 2, media_type: Some(INDEX.to_owned()), manifests: Vec::new() }
    };
    let blobs = folder.join("blobs/sha256");
    fs::create_dir_all(&blobs).map_err(|error| OciError::File {
        what: "make",
        path: blobs.clone(),
        error,
    })?;
    let manifest = (packed.digest.clone(), packed.manifest.clone());
    for (digest, bytes) in packed.blobs.iter().chain([&manifest]) {
        write(&blobs, digest.hex(), bytes)?;
    }
    let annotations: BTreeMap<String, String> =
        tag.map(|tag| (TAG.to_owned(), tag.to_owned())).into_iter().collect();
    let descriptor = Descriptor {
        media_type: MANIFEST.to_owned(),
        digest: packed.digest.to_string(),
        size: packed.manifest.len() as u64,
        annotations,
    };
    index.manifests.retain(|other| *other != descriptor);
    for other in &mut index.manifests {
        if tag.is_some_and(|tag| other.annotations.get(TAG).is_some_and(|its| its == tag)) {
            other.annotations.remove(TAG);
        }
    }
    index.manifests.push(descriptor);
    write(folder, "oci-layout", br#"{"imageLayoutVersion":"1.0.0"}"#)?;
    let index = serde_json::to_vec(&index).map_err(|error| OciError::Archive(error.to_string()))?;
    write(folder, "index.json", &index)
}

/// The manifest and the layer of an artifact: of the only one where no tag is named.
pub(crate) fn get(folder: &Path, tag: Option<&str>) -> Result<(Vec<u8>, Vec<u8>), OciError> {
    let index = read_index(folder)?;
    let missing = |what: String| OciError::Missing { place: folder.display().to_string(), what };
    let descriptor = match (tag, index.manifests.as_slice()) {
        (None, [only]) => only,
        (None, all) => return Err(missing(format!("one artifact but {}: name its tag", all.len()))),
        (Some(tag), all) => all
            .iter()
            .find(|one| one.annotations.get(TAG).is_some_and(|its| its == tag))
            .ok_or_else(|| missing(format!("an artifact with the tag {tag}")))?,
    };
    let digest = Digest::parse(&descriptor.digest).ok_or_else(|| missing(descriptor.digest.clone()))?;
    let manifest = blob(folder, &digest)?;
    let (digest, _) = layer(&manifest)?;
    Ok((manifest, blob(folder, &digest)?))
}

fn read_index(folder: &Path) -> Result<Index, OciError> {
    let path = folder.join("index.json");
    let bytes =
        fs::read(&path).map_err(|error| OciError::File { what: "read", path: path.clone(), error })?;
    let place = folder.display().to_string();
    serde_json::from_slice(&bytes)
        .map_err(|_| OciError::Missing { place, what: "an index.json that lists artifacts".to_owned() })
}

fn blob(folder: &Path, digest: &Digest) -> Result<Vec<u8>, OciError> {
    let path = folder.join("blobs/sha256").join(digest.hex());
    let bytes =
        fs::read(&path).map_err(|error| OciError::File { what: "read", path: path.clone(), error })?;
    held_against(bytes, digest, &path.display().to_string())
}

/// Writes a file, which appears whole.
fn write(folder: &Path, name: &str, bytes: &[u8]) -> Result<(), OciError> {
    let path = folder.join(name);
    let written = || {
        let mut file = tempfile::NamedTempFile::new_in(folder)?;
        file.write_all(bytes)?;
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            file.as_file().set_permissions(fs::Permissions::from_mode(0o644))?;
        }
        file.persist(&path).map_err(|error| error.error)
    };
    written().map(drop).map_err(|error| OciError::File { what: "write", path: path.clone(), error })
}

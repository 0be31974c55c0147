//! Artifacts in a folder on disk: what `oras`, `crane`, `skopeo` and `flux` copy into registries.
//!
//! Whoever adds an artifact holds a lock on the folder, since its index is read, changed and written back.

use crate::archive::LARGEST_LAYER;
use crate::manifest::{Descriptor, INDEX, MANIFEST, Packed, held_against, layer};
use crate::{Digest, OciError};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::Path;

/// The annotation that holds a tag.
const TAG: &str = "org.opencontainers.image.ref.name";
/// How the names of files begin that are being written.
const STAGED: &str = ".pulsarc-";
/// The most bytes of an index: some hundred thousand tags.
const LARGEST_INDEX: u64 = 64 << 20;
/// The most bytes of a manifest.
const LARGEST_MANIFEST: u64 = 4 << 20;

/// The list of a folder's artifacts.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Index {
    schema_version: u8,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    media_type: Option<String>,
    #[serde(default)]
    manifests: Vec<Descriptor>,
    /// What other tools keep there.
    #[serde(flatten)]
    others: BTreeMap<String, serde_json::Value>,
}

/// Adds an artifact; another one of the same tag loses the tag. The index changes last, and at once.
pub(crate) fn put(folder: &Path, tag: Option<&str>, packed: &Packed) -> Result<(), OciError> {
    let blobs = folder.join("blobs/sha256");
    fs::create_dir_all(&blobs).map_err(|error| file("make", &blobs, error))?;
    let lock = File::open(folder).map_err(|error| file("open", folder, error))?;
    lock.lock().map_err(|error| file("lock", folder, error))?;
    remove_staged(folder);
    remove_staged(&blobs);
    let mut index = if folder.join("index.json").exists() {
        read_index(folder)?
    } else {
        Index {
            schema_version: 2,
            media_type: Some(INDEX.to_owned()),
            manifests: Vec::new(),
            others: BTreeMap::new(),
        }
    };
    let manifest = (packed.digest.clone(), packed.manifest.clone());
    for (digest, bytes) in packed.blobs.iter().chain([&manifest]) {
        write(&blobs, digest.hex(), bytes)?;
    }
    add(&mut index, tag, packed);
    write(folder, "oci-layout", br#"{"imageLayoutVersion":"1.0.0"}"#)?;
    let index = serde_json::to_vec(&index).map_err(|error| OciError::Archive(error.to_string()))?;
    write(folder, "index.json", &index)?;
    drop(lock);
    Ok(())
}

fn add(index: &mut Index, tag: Option<&str>, packed: &Packed) {
    let annotations = tag.map(|tag| (TAG.to_owned(), tag.to_owned())).into_iter().collect();
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
}

/// The manifest and the layer of an artifact: of the only one if no tag is named.
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
    let manifest = blob(folder, &digest, LARGEST_MANIFEST)?;
    let (digest, _) = layer(&manifest)?;
    Ok((manifest, blob(folder, &digest, LARGEST_LAYER)?))
}

fn read_index(folder: &Path) -> Result<Index, OciError> {
    let bytes = read(&folder.join("index.json"), LARGEST_INDEX)?;
    let place = folder.display().to_string();
    serde_json::from_slice(&bytes)
        .map_err(|_| OciError::Missing { place, what: "an index.json that lists artifacts".to_owned() })
}

fn blob(folder: &Path, digest: &Digest, most: u64) -> Result<Vec<u8>, OciError> {
    let path = folder.join("blobs/sha256").join(digest.hex());
    held_against(read(&path, most)?, digest, &path.display().to_string())
}

/// Reads a regular file of a bounded size: a pipe in a layout would be read forever.
fn read(path: &Path, most: u64) -> Result<Vec<u8>, OciError> {
    let bytes = || {
        if !fs::metadata(path)?.is_file() {
            return Err(io::Error::other("it is not a regular file"));
        }
        let mut bytes = Vec::new();
        File::open(path)?.take(most + 1).read_to_end(&mut bytes)?;
        if bytes.len() as u64 > most { Err(io::ErrorKind::FileTooLarge.into()) } else { Ok(bytes) }
    };
    bytes().map_err(|error| file("read", path, error))
}

/// Writes a file, which appears whole.
fn write(folder: &Path, name: &str, bytes: &[u8]) -> Result<(), OciError> {
    let path = folder.join(name);
    let written = || {
        let mut staged = tempfile::Builder::new().prefix(STAGED).tempfile_in(folder)?;
        staged.write_all(bytes)?;
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            staged.as_file().set_permissions(fs::Permissions::from_mode(0o644))?;
        }
        staged.as_file().sync_all()?;
        staged.persist(&path).map_err(|error| error.error)
    };
    written().map(drop).map_err(|error| file("write", &path, error))
}

/// Removes what a push that was killed left. Whoever calls this holds the lock.
fn remove_staged(folder: &Path) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let is_file = entry.file_type().is_ok_and(|kind| kind.is_file());
        if is_file && entry.file_name().to_string_lossy().starts_with(STAGED) {
            // What stays is in nobody's way.
            let _ = fs::remove_file(entry.path());
        }
    }
}

fn file(what: &'static str, path: &Path, error: io::Error) -> OciError {
    OciError::File { what, path: path.to_owned(), error }
}

//! The manifest of an artifact: what Flux's own `flux push artifact` makes, media type by media type.

use crate::{Digest, Files, OciError, archive};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

pub(crate) const MANIFEST: &str = "application/vnd.oci.image.manifest.v1+json";
pub(crate) const INDEX: &str = "application/vnd.oci.image.index.v1+json";
const CONFIG: &str = "application/vnd.cncf.flux.config.v1+json";
const CONTENT: &str = "application/vnd.cncf.flux.content.v1.tar+gzip";
/// What other tools call the same.
const ARCHIVES: [&str; 2] = [CONTENT, "application/vnd.oci.image.layer.v1.tar+gzip"];

/// Something in a registry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Descriptor {
    pub(crate) media_type: String,
    pub(crate) digest: String,
    pub(crate) size: u64,
    /// In the order of their keys, so that they are the same bytes each time.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub(crate) annotations: BTreeMap<String, String>,
}

/// A manifest.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Manifest {
    schema_version: u8,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    media_type: Option<String>,
    config: Descriptor,
    layers: Vec<Descriptor>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    annotations: BTreeMap<String, String>,
}

/// An artifact, ready to be sent.
pub(crate) struct Packed {
    pub(crate) manifest: Vec<u8>,
    pub(crate) digest: Digest,
    /// What the manifest names.
    pub(crate) blobs: Vec<(Digest, Vec<u8>)>,
}

impl Packed {
    pub(crate) fn of(files: &Files, annotations: &BTreeMap<String, String>) -> Result<Self, OciError> {
        let failed = |error: std::io::Error| OciError::Archive(error.to_string());
        let tar = archive::packed(files).map_err(failed)?;
        let layer = archive::compressed(&tar).map_err(failed)?;
        // What tools look into that know of images alone.
        let config = serde_json::json!({
            "architecture": "",
            "os": "",
            "config": {},
            "rootfs": { "type": "layers", "diff_ids": [Digest::of(&tar).to_string()] },
        });
        let config = config.to_string().into_bytes();
        let described = |media_type: &str, bytes: &[u8]| Descriptor {
            media_type: media_type.to_owned(),
            digest: Digest::of(bytes).to_string(),
            size: bytes.len() as u64,
            annotations: BTreeMap::new(),
        };
        let manifest = Manifest {
            schema_version: 2,
            media_type: Some(MANIFEST.to_owned()),
            config: described(CONFIG, &config),
            layers: vec![described(CONTENT, &layer)],
            annotations: annotations.clone(),
        };
        let manifest = serde_json::to_vec(&manifest).map_err(|error| OciError::Archive(error.to_string()))?;
        let blobs = [config, layer].into_iter().map(|blob| (Digest::of(&blob), blob)).collect();
        Ok(Self { digest: Digest::of(&manifest), manifest, blobs })
    }
}

/// The layer with the files, by a manifest's bytes.
pub(crate) fn layer(manifest: &[u8]) -> Result<(Digest, u64), OciError> {
    let rejected = |why: &str| OciError::Archive(why.to_owned());
    let manifest: Manifest =
        serde_json::from_slice(manifest).map_err(|_| rejected("its manifest is not one of an artifact"))?;
    let layer = manifest.layers.iter().find(|layer| ARCHIVES.contains(&layer.media_type.as_str()));
    let layer = layer.ok_or_else(|| rejected("none of its layers is an archive of files"))?;
    let digest = Digest::parse(&layer.digest).ok_or_else(|| rejected("its layer has no SHA-256 digest"))?;
    if layer.size > archive::LARGEST_LAYER {
        return Err(rejected("its layer exceeds the size limit of manifests"));
    }
    Ok((digest, layer.size))
}

/// Bytes that are what they should be.
pub(crate) fn held_against(bytes: Vec<u8>, digest: &Digest, what: &str) -> Result<Vec<u8>, OciError> {
    if Digest::of(&bytes) == *digest { Ok(bytes) } else { Err(OciError::Digest { what: what.to_owned() }) }
}

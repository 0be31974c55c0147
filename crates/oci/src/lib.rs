//! Files as an OCI artifact, as Flux's source controller reads it: one layer, which is an archive of them. It lies in a
//! registry ("OCI Distribution Specification" 1.1) or in a layout on disk ("OCI Image Layout" 1.0).
//!
//! It knows nothing of what the files say. The same files make the same bytes, and so the same digest, on every machine.

mod address;
mod archive;
mod credentials;
mod error;
mod layout;
mod manifest;
mod registry;

pub use address::{Address, Digest, Place};
pub use credentials::Login;
pub use error::OciError;
pub use registry::Transport;

use manifest::Packed;
use std::collections::BTreeMap;

/// The files of an artifact: their texts, by their paths from its root.
pub type Files = BTreeMap<String, String>;

/// Puts files, with annotations about them, where an address says, and returns the digest of what is there then.
pub fn push(
    files: &Files,
    annotations: &BTreeMap<String, String>,
    address: &Address,
    transport: &Transport,
) -> Result<Digest, OciError> {
    let packed = Packed::of(files, annotations)?;
    match address {
        Address::Layout { folder, tag } => layout::put(folder, tag.as_deref(), &packed)?,
        Address::Registry(place) => registry::put(place, &packed, transport)?,
    }
    Ok(packed.digest)
}

/// The files that lie where an address says, and the digest of the artifact. Every byte is held against its digest.
pub fn pull(address: &Address, transport: &Transport) -> Result<(Files, Digest), OciError> {
    let (manifest, layer) = match address {
        Address::Layout { folder, tag } => layout::get(folder, tag.as_deref())?,
        Address::Registry(place) => registry::get(place, transport)?,
    };
    Ok((archive::unpacked(&layer)?, Digest::of(&manifest)))
}

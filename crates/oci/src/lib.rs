//! Files as an OCI artifact, as Flux's source controller reads it: one layer, which is an archive of them. It lies in a
//! registry ("OCI Distribution Specification" 1.1) or in a layout on disk ("OCI Image Layout" 1.0).
//!
//! It knows nothing of what the files say. The same files make the same bytes, and so the same digest, on every machine.

mod address;
mod archive;
mod challenge;
mod credentials;
mod deadline;
mod error;
mod http;
mod layout;
mod manifest;
mod origin;
mod registry;
mod unpack;

pub use address::{Address, Digest, Place};
pub use credentials::Login;
pub use error::OciError;

use deadline::Deadline;
use manifest::Packed;
use std::collections::BTreeMap;
use std::time::Duration;

/// The files of an artifact: their texts, by their paths from its root.
pub type Files = BTreeMap<String, String>;

/// How artifacts are transferred.
#[derive(Debug, Clone)]
pub struct Transport {
    /// Without TLS. A registry on this machine itself is asked without TLS always, as Docker does.
    pub plain_http: bool,
    /// The certificates (PEM) of the registry's authorities, instead of the public ones.
    pub authorities: Option<Vec<u8>>,
    /// The registry's user; what `docker login` left if none is named.
    pub login: Option<Login>,
    /// How long the whole transfer may take, unpacking included.
    pub timeout: Duration,
}

impl Default for Transport {
    fn default() -> Self {
        Self { plain_http: false, authorities: None, login: None, timeout: Duration::from_secs(300) }
    }
}

/// Puts files, with annotations about them, where an address says, and returns the digest of the artifact.
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
    let deadline = Deadline::after(transport.timeout);
    let (manifest, layer) = match address {
        Address::Layout { folder, tag } => layout::get(folder, tag.as_deref())?,
        Address::Registry(place) => registry::get(place, transport, deadline)?,
    };
    Ok((unpack::unpacked(&layer, deadline)?, Digest::of(&manifest)))
}

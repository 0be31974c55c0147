//! The texts of files: as the client has them open, or as they are on disk.

use crate::documents::Documents;
use pulsarc_compiler::{Folder, Format, Layer, OpenTexts};
use std::io::{self, Read};
use std::path::Path;
use std::sync::Arc;

/// The largest file that is checked, in bytes: a check of a larger one is for the command, which does it once.
pub(crate) const LARGEST: u64 = 8 << 20;

/// The texts of a moment: unsaved ones stay as they are while a check goes on.
#[derive(Debug, Clone, Default)]
pub(crate) struct Texts {
    open: OpenTexts,
}

impl Texts {
    /// The texts as they are now.
    pub(crate) fn of(documents: &Documents) -> Self {
        let unsaved = documents.iter().filter(|open| !open.saved);
        Self { open: Arc::new(unsaved.map(|open| (open.path.clone(), open.shared_text())).collect()) }
    }

    /// The text of a file.
    pub(crate) fn read(&self, path: &Path) -> io::Result<String> {
        if let Some(open) = self.open.get(path) {
            return Ok(open.to_string());
        }
        String::from_utf8(from_disk(path)?).map_err(io::Error::other)
    }

    /// A file as a layer, called by its path; none if it is not there, or if its ending is none of a configuration.
    pub(crate) fn layer(&self, path: &Path) -> Option<Layer> {
        let format = match path.extension().and_then(|ending| ending.to_str()) {
            Some("ncl") => Format::Nickel(folder(path).with_open(self.open.clone())),
            _ => Format::Yaml,
        };
        let bytes = match self.open.get(path) {
            Some(open) => open.as_bytes().to_vec(),
            None => from_disk(path).ok()?,
        };
        Some(Layer { name: path.display().to_string(), format, bytes })
    }
}

/// The folder that imports of a file start from.
fn folder(path: &Path) -> Folder {
    Folder::from(path.parent().map(Path::to_owned).unwrap_or_default())
}

/// The bytes of a regular file, one more than the largest at most.
pub(crate) fn from_disk(path: &Path) -> io::Result<Vec<u8>> {
    // A pipe would never end.
    if !path.metadata()?.is_file() {
        return Err(io::ErrorKind::InvalidInput.into());
    }
    let mut bytes = Vec::new();
    std::fs::File::open(path)?.take(LARGEST + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

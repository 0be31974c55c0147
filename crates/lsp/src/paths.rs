//! Paths of files.

use pulsarc_compiler::Folder;
use std::path::{Path, PathBuf};

/// A path by which two ways to a file are known as one.
pub(crate) fn whole(path: &Path) -> PathBuf {
    path.canonicalize().unwrap_or_else(|_| path.to_owned())
}

/// The folder that imports of a file start from.
pub(crate) fn folder(path: &Path) -> Folder {
    Folder::from(path.parent().map(Path::to_owned).unwrap_or_default())
}

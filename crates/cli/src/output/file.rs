//! One file, which appears whole or not at all.

use super::folder;
use crate::exit::Failure;
use std::io;
use std::path::Path;

/// Puts a text into a file, in place of what was there.
pub(crate) fn replace(path: &Path, text: &str) -> Result<(), Failure> {
    if path.is_dir() {
        let error = io::Error::from(io::ErrorKind::IsADirectory);
        return Err(Failure::file("cannot write", path, &error));
    }
    let beside = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let staged = folder::stage(beside, text)?;
    staged.persist(path).map_err(|error| Failure::file("cannot write", path, &error.error))
}

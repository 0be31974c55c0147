//! Copies of embedded texts as files, so that an editor can open them.

use std::io;
use std::path::Path;

/// Writes a copy whole, with the folders that it is in: another server may write the same one.
pub(crate) fn write(path: &Path, text: &str) -> io::Result<()> {
    std::fs::create_dir_all(path.parent().unwrap_or(path))?;
    let staged = path.with_extension(format!("{}.new", std::process::id()));
    std::fs::write(&staged, text)?;
    std::fs::rename(&staged, path)
}

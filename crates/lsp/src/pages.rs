//! The pages of codes as files, so that an editor can open them.

use lsp_types::Uri;
use pulsarc_diag::Code;
use std::io;
use std::path::{Path, PathBuf};

/// Where the pages are.
#[derive(Debug)]
pub(crate) struct Pages {
    folder: Option<PathBuf>,
}

impl Pages {
    /// Pages below a folder for copies; without one there are none. They are written when they are first asked for, and
    /// those of another version of pulsarc are elsewhere.
    pub(crate) fn below(copies: Option<&Path>) -> Self {
        let version = format!("{}-{}", env!("CARGO_PKG_VERSION"), pulsarc_compiler::fingerprint());
        Self { folder: copies.map(|copies| copies.join("codes").join(version)) }
    }

    /// The page of a code.
    pub(crate) fn of(&self, code: &Code) -> Option<Uri> {
        let folder = self.folder.as_ref()?;
        let path = folder.join(format!("{}.md", code.id));
        if !path.is_file() {
            write(folder, &path, code.page).ok()?;
        }
        crate::uri::of(&path)
    }
}

/// Writes a file whole: another server may write the same one.
fn write(folder: &Path, path: &Path, text: &str) -> io::Result<()> {
    std::fs::create_dir_all(folder)?;
    let staged = path.with_extension(format!("{}.new", std::process::id()));
    std::fs::write(&staged, text)?;
    std::fs::rename(&staged, path)
}

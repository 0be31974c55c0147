//! The pages of codes as files, so that an editor can open them.

use crate::copies;
use lsp_types::Uri;
use pulsarc_diag::Code;
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
            copies::write(&path, code.page).ok()?;
        }
        crate::uri::of(&path)
    }
}

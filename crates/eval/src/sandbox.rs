//! The files that a file may import: those of its own project, and pulsarc's library. A configuration may come from
//! an untrusted pull request, and the contents of its imports appear in messages and manifests.
//!
//! It decides where imports may lead; [`imports`](crate::imports) follows them.

use std::path::{Path, PathBuf};
use std::sync::OnceLock;

/// Folders beyond the projects', for the whole process.
static ALLOWED: OnceLock<Vec<PathBuf>> = OnceLock::new();

/// Allows imports from these folders and those below them. The first call counts.
pub fn allow_imports(folders: &[PathBuf]) {
    let _ = ALLOWED.set(folders.iter().map(|folder| real(folder)).collect());
}

/// The folders that files in `folder` may import from: the project's, which is the nearest with `.git` or `.pulsarc`;
/// without one the current folder if the file is below it, otherwise the file's own.
pub fn roots(folder: &Path) -> Vec<PathBuf> {
    let folder = real(folder);
    let is_project = |folder: &&Path| folder.join(".git").exists() || folder.join(".pulsarc").is_dir();
    let project = folder.ancestors().find(is_project).map(Path::to_owned);
    let here = || {
        let here = std::env::current_dir().ok().map(|here| real(&here));
        here.filter(|here| folder.starts_with(here) && here.parent().is_some())
    };
    let root = project.or_else(here).unwrap_or(folder);
    ALLOWED.get().into_iter().flatten().cloned().chain([root]).collect()
}

/// A path without links; as it is where it leads nowhere.
fn real(path: &Path) -> PathBuf {
    path.canonicalize().unwrap_or_else(|_| path.to_owned())
}

//! The output folder, with its parent directory and its lock.

use super::directory::{Directory, Kind};
use std::fs::{self, File};
use std::io;
use std::path::Path;

/// A folder that is written into.
pub(super) struct Place {
    pub(super) folder: Directory,
    /// Its parent directory, and its name there; `None` for the root of the file system.
    pub(super) beside: Option<(Directory, String)>,
}

/// Version control's own entries at the root of a repository.
const REPOSITORY: [&str; 4] = [".git", ".hg", ".jj", ".svn"];

impl Place {
    /// A folder that the user has named, created if it is missing: links in its path are the user's own.
    pub(super) fn named(path: &Path) -> io::Result<Self> {
        fs::create_dir_all(path)?;
        let whole = path.canonicalize()?;
        let name = whole.file_name().and_then(|name| name.to_str()).map(str::to_owned);
        let beside = match (whole.parent(), name) {
            (Some(parent), Some(name)) => Some((Directory::open(parent)?, name)),
            _ => None,
        };
        Ok(Self { folder: Directory::open(path)?, beside })
    }

    /// A folder below one that the user has named, by a path of plain names.
    pub(super) fn below(path: &Path, name: &str) -> io::Result<Self> {
        fs::create_dir_all(path)?;
        let top = Directory::open(path)?;
        let (parents, name) = name.rsplit_once('/').unwrap_or(("", name));
        let parent = top.create_all(parents)?;
        Ok(Self { folder: parent.create_all(name)?, beside: Some((parent, name.to_owned())) })
    }

    /// Waits until no other process writes into the folder, and holds that until the file is dropped.
    pub(super) fn turn(&mut self) -> io::Result<Option<File>> {
        loop {
            let Some(held) = self.folder.lock()? else { return Ok(None) };
            let Some((parent, name)) = &self.beside else { return Ok(Some(held)) };
            // Another folder may have been put in its place meanwhile.
            let ours = self.folder.identity()?;
            match parent.entry(name)? {
                Some((Kind::Directory, there)) if there != ours => {
                    self.folder = parent.enter(name)?.called(self.folder.path());
                }
                None => return Err(io::ErrorKind::NotFound.into()),
                _ => return Ok(Some(held)),
            }
        }
    }

    /// Whether a new folder may replace this one. Processes in a folder stay in the old one; so it may not be the
    /// current folder of this process, a repository, or a folder with inputs.
    pub(super) fn may_be_swapped(&self, inputs: &[std::path::PathBuf]) -> bool {
        let Ok(whole) = self.folder.path().canonicalize() else { return false };
        let holds = |path: &Path| path.canonicalize().is_ok_and(|path| path.starts_with(&whole));
        let here = std::env::current_dir();
        let is_here = here.is_ok_and(|here| holds(&here));
        let is_repository = REPOSITORY.iter().any(|name| !matches!(self.folder.entry(name), Ok(None)));
        !is_here && !is_repository && !inputs.iter().any(|input| holds(input))
    }
}

//! A project's folder: files that are written all or not at all, and the copy of the contracts in it.

use super::folder::STAGED;
use super::{exchange, to_file};
use crate::exit::Failure;
use crate::project::{Files, VENDORED, vendored};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// Writes new files below a folder. Where one is there, or one cannot be written, none is.
pub(crate) fn create(folder: &Path, files: &Files) -> Result<(), Failure> {
    let own: Vec<String> = files
        .keys()
        .map(|name| folder.join(name))
        .filter(|path| fs::symlink_metadata(path).is_ok())
        .filter_map(|path| path.strip_prefix(folder).ok().map(|name| name.display().to_string()))
        .collect();
    if let Some(first) = own.first() {
        let others = own.len() - 1;
        let more = if others == 0 { String::new() } else { format!(" and {others} more") };
        return Err(Failure::usage(format!(
            "{}: {first}{more} is there already; nothing was written: choose a new folder, or `pulsarc vendor` to refresh the contracts",
            folder.display()
        )));
    }
    match fs::symlink_metadata(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => appear(folder, files),
        _ => add(folder, files),
    }
}

/// A new folder, which is there with all of its files or not at all.
fn appear(folder: &Path, files: &Files) -> Result<(), Failure> {
    let failed = |error: io::Error| Failure::file("cannot write", folder, &error);
    let whole = std::path::absolute(folder).map_err(failed)?;
    let parent = whole.parent().unwrap_or(&whole);
    fs::create_dir_all(parent).map_err(|error| Failure::file("cannot write", parent, &error))?;
    let staged = tempfile::Builder::new().prefix(STAGED).tempdir_in(parent).map_err(failed)?;
    let fresh = staged.path().join("new");
    lay_out(&fresh, files).and_then(|()| fs::rename(&fresh, &whole)).map_err(failed)
}

/// Writes files into a folder that is nobody else's yet.
fn lay_out(folder: &Path, files: &Files) -> io::Result<()> {
    for (name, text) in files {
        let path = folder.join(name);
        fs::create_dir_all(path.parent().unwrap_or(folder))?;
        fs::write(&path, text)?;
    }
    Ok(())
}

/// Files in a folder that holds others: one after the other, each of them whole.
fn add(folder: &Path, files: &Files) -> Result<(), Failure> {
    let mut made = Made::default();
    for (name, text) in files {
        if let Err(failure) = made.write(&folder.join(name), text) {
            made.undo();
            return Err(failure);
        }
    }
    Ok(())
}

/// What was made so far, so that it can be taken away again.
#[derive(Default)]
struct Made {
    files: Vec<PathBuf>,
    folders: Vec<PathBuf>,
}

impl Made {
    fn write(&mut self, path: &Path, text: &str) -> Result<(), Failure> {
        let missing: Vec<&Path> = path
            .ancestors()
            .skip(1)
            .take_while(|folder| !folder.as_os_str().is_empty() && !folder.exists())
            .collect();
        for folder in missing.into_iter().rev() {
            fs::create_dir(folder)
                .map_err(|error| Failure::file("cannot make the folder", folder, &error))?;
            self.folders.push(folder.to_owned());
        }
        to_file(text, path, false)?;
        self.files.push(path.to_owned());
        Ok(())
    }

    /// As well as it goes: the failure that led here is what is told.
    fn undo(self) {
        for file in self.files {
            let _ = fs::remove_file(file);
        }
        for folder in self.folders.into_iter().rev() {
            let _ = fs::remove_dir(folder);
        }
    }
}

/// Puts a new copy of the contracts and the library in the place of a project's own. It is written beside its place
/// first: a failure until then leaves the old one.
pub(crate) fn vendor(folder: &Path) -> Result<(), Failure> {
    let copy = folder.join(VENDORED);
    let failed = |error: io::Error| Failure::file("cannot write", &copy, &error);
    if !folder.is_dir() {
        return Err(Failure::usage(format!("{} is no folder", folder.display())));
    }
    let staged = tempfile::Builder::new().prefix(STAGED).tempdir_in(folder).map_err(failed)?;
    let fresh = staged.path().join("new");
    lay_out(&fresh, &vendored()).map_err(failed)?;
    let old = staged.path().join("old");
    if copy.exists() && exchange::exchange(&fresh, &copy) {
        return Ok(());
    }
    if copy.exists() {
        fs::rename(&copy, &old).map_err(failed)?;
    }
    fs::rename(&fresh, &copy).map_err(|error| {
        let _ = fs::rename(&old, &copy);
        failed(error)
    })
}

/// Whether a copy is of another pulsarc; one that is not there is not.
pub(crate) fn is_stale(copy: &Path) -> bool {
    copy.is_dir()
        && vendored()
            .iter()
            .any(|(name, text)| fs::read_to_string(copy.join(name)).ok().as_ref() != Some(text))
}

/// The copy that a configuration's editor reads: the nearest one above it, whose folder is tried first.
pub(crate) fn copy_above(input: &Path) -> Option<PathBuf> {
    let whole = std::path::absolute(input).ok()?;
    whole.ancestors().skip(1).map(|folder| folder.join(VENDORED)).find(|copy| copy.is_dir())
}

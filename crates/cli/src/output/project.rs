//! A project's folder: files that are written all or not at all, and the copy of the contracts in it.

use super::directory::{Directory, Kind};
use super::folder::{Delivery, replace_below};
use super::own::{LIST, OwnFiles, STAGED};
use super::place::Place;
use super::plan::{Against, Foreign};
use crate::exit::Failure;
use crate::project::{Files, VENDORED, vendored};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// Writes new files below a folder. If one is there already, or one cannot be written, none is.
pub(crate) fn create(folder: &Path, files: &Files) -> Result<(), Failure> {
    let mut files = files.clone();
    // The copy of the contracts is one that `vendor` may replace.
    let copy = OwnFiles::new(None, vendored().into_keys());
    files.insert(format!("{VENDORED}/{LIST}"), copy.text());
    match fs::symlink_metadata(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => appear(folder, &files),
        _ => add(folder, &files),
    }
}

/// A new folder, which is there with all of its files or not at all.
fn appear(folder: &Path, files: &Files) -> Result<(), Failure> {
    let failed = |error: io::Error| Failure::file("cannot write", folder, &error);
    let whole = std::path::absolute(folder).map_err(failed)?;
    let name = whole.file_name().and_then(|name| name.to_str());
    let (Some(parent), Some(name)) = (whole.parent(), name) else {
        return Err(Failure::usage(format!("{} is not a folder name", folder.display())));
    };
    let staged = format!("{STAGED}{name}.new");
    let written = || {
        let mut place = Place::below(parent, &staged)?;
        let turn = place.turn()?;
        let Some((beside, _)) = &place.beside else { return Err(io::ErrorKind::NotFound.into()) };
        // What a run that was killed left there.
        for (name, kind) in place.folder.entries()? {
            match kind {
                Kind::Directory => place.folder.remove_all(&name)?,
                _ => place.folder.remove_file(&name)?,
            }
        }
        let result = lay_out(&place.folder, files).and_then(|()| beside.rename_new(&staged, name));
        if result.is_err() {
            let _ = beside.remove_all(&staged);
        }
        drop(turn);
        result
    };
    fs::create_dir_all(parent).map_err(|error| Failure::file("cannot write", parent, &error))?;
    written().map_err(failed)
}

/// Writes files into a folder that is nobody else's yet.
fn lay_out(folder: &Directory, files: &Files) -> io::Result<()> {
    for (path, text) in files {
        let (below, name) = path.rsplit_once('/').unwrap_or(("", path));
        folder.create_all(below)?.create(name, text, false)?;
    }
    Ok(())
}

/// Files in a folder that holds others: one after the other, each of them whole.
fn add(folder: &Path, files: &Files) -> Result<(), Failure> {
    let failed = |error: io::Error| Failure::file("cannot write", folder, &error);
    let directory = Directory::open(folder).map_err(failed)?;
    let mut there = in_the_way(&directory, files).map_err(failed)?;
    // The user's own files are what matters, not the copy of the contracts.
    there.sort_by_key(|path| path.starts_with(VENDORED));
    if let Some(first) = there.first() {
        let more = match there.len() - 1 {
            0 => String::new(),
            others => format!(" and {others} more"),
        };
        return Err(Failure::usage(format!(
            "{}: {first}{more} exists; nothing was written: choose a new folder, or `pulsarc vendor` to refresh the contracts",
            folder.display()
        )));
    }
    let mut made = Made { folder: &directory, files: Vec::new(), folders: Vec::new() };
    for (path, text) in files {
        if let Err(error) = made.write(path, text) {
            let failure = Failure::file("cannot write", &folder.join(path), &error);
            made.undo();
            return Err(failure);
        }
    }
    Ok(())
}

/// The paths of files that are there already.
fn in_the_way(folder: &Directory, files: &Files) -> io::Result<Vec<String>> {
    let mut there = Vec::new();
    for path in files.keys() {
        let (below, name) = path.rsplit_once('/').unwrap_or(("", path));
        match folder.descend(below) {
            Ok(Some(folder)) if folder.entry(name)?.is_some() => there.push(path.clone()),
            // A name that is no folder is told when the folder is made.
            Ok(_) | Err(_) => {}
        }
    }
    Ok(there)
}

/// The entries created so far, to remove them on failure.
struct Made<'d> {
    folder: &'d Directory,
    files: Vec<String>,
    folders: Vec<String>,
}

impl Made<'_> {
    fn write(&mut self, path: &str, text: &str) -> io::Result<()> {
        let (below, name) = path.rsplit_once('/').unwrap_or(("", path));
        for (at, _) in path.match_indices('/') {
            if self.folder.descend(&path[..at])?.is_none() {
                self.folder.create_all(&path[..at])?;
                self.folders.push(path[..at].to_owned());
            }
        }
        let directory = self.folder.create_all(below)?;
        let staged = format!("{STAGED}{:06}", self.files.len());
        directory.create(&staged, text, true)?;
        directory.rename_new(&staged, name).inspect_err(|_| {
            let _ = directory.remove_file(&staged);
        })?;
        self.files.push(path.to_owned());
        Ok(())
    }

    /// Best effort: the original failure is the one reported.
    fn undo(self) {
        for path in &self.files {
            let (below, name) = path.rsplit_once('/').unwrap_or(("", path));
            if let Ok(Some(folder)) = self.folder.descend(below) {
                let _ = folder.remove_file(name);
            }
        }
        for path in self.folders.iter().rev() {
            let (below, name) = path.rsplit_once('/').unwrap_or(("", path));
            if let Ok(Some(folder)) = self.folder.descend(below) {
                let _ = folder.remove_directory(name);
            }
        }
    }
}

/// Puts a new copy of the contracts and the library instead of a project's own.
pub(crate) fn vendor(folder: &Path, foreign: Foreign) -> Result<(), Failure> {
    if !folder.is_dir() {
        return Err(Failure::usage(format!("{} is not a folder", folder.display())));
    }
    let delivery = Delivery { against: Against::PowerFailures, foreign, inputs: &[] };
    replace_below(folder, VENDORED, &vendored(), None, delivery).map(drop)
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

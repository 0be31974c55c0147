//! Files below a folder.

use crate::exit::Failure;
use std::fs;
use std::path::{Path, PathBuf};

/// Files whose names end so, sorted; a path that is a file is that file. Folders that begin with a dot are not the
/// user's configurations, and links are not followed: one may lead back to a folder above.
pub(crate) fn below(path: &Path, ending: &str) -> Result<Vec<PathBuf>, Failure> {
    let mut found = Vec::new();
    find(path, ending, &mut found)?;
    Ok(found)
}

fn find(path: &Path, ending: &str, found: &mut Vec<PathBuf>) -> Result<(), Failure> {
    let meta = fs::metadata(path).map_err(|error| Failure::input(path, &error))?;
    if meta.is_file() {
        found.push(path.to_owned());
        return Ok(());
    }
    let entries = fs::read_dir(path).map_err(|error| Failure::file("cannot read", path, &error))?;
    let mut names: Vec<_> = entries.flatten().map(|entry| (entry.file_name(), entry.file_type())).collect();
    names.sort_by(|(left, _), (right, _)| left.cmp(right));
    for (name, kind) in names {
        let plain = name.to_string_lossy();
        let folder = kind.is_ok_and(|kind| kind.is_dir());
        if (folder && !plain.starts_with('.')) || (!folder && plain.ends_with(ending)) {
            let below = if path == Path::new(".") { PathBuf::from(&name) } else { path.join(&name) };
            find(&below, ending, found)?;
        }
    }
    Ok(())
}

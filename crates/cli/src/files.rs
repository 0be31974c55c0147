//! Files below a folder.

use crate::exit::Failure;
use pulsarc_fleet::is_project_file;
use std::fs;
use std::path::{Path, PathBuf};

/// How to treat symbolic links below a folder. A link that the user names is always followed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Links {
    /// They are skipped: the target is found at its own path, or is not the user's to change.
    Skip,
    /// Those to a file of the project are followed; any other is an error.
    WithinProject,
}

/// Files whose names end so, sorted; a path that is a file is that file. Folders that begin with a dot are not the
/// user's configurations, and links to folders are not followed: one may lead back to a folder above.
pub(crate) fn below(path: &Path, ending: &str, links: Links) -> Result<Vec<PathBuf>, Failure> {
    let mut found = Vec::new();
    let meta = fs::metadata(path).map_err(|error| Failure::input(path, &error))?;
    if meta.is_file() {
        found.push(path.to_owned());
    } else {
        find(path, path, ending, links, &mut found)?;
    }
    Ok(found)
}

fn find(
    top: &Path,
    path: &Path,
    ending: &str,
    links: Links,
    found: &mut Vec<PathBuf>,
) -> Result<(), Failure> {
    let entries = fs::read_dir(path).map_err(|error| Failure::file("cannot read", path, &error))?;
    let mut names: Vec<_> = entries.flatten().map(|entry| (entry.file_name(), entry.file_type())).collect();
    names.sort_by(|(left, _), (right, _)| left.cmp(right));
    for (name, kind) in names {
        let plain = name.to_string_lossy();
        let below = if path == Path::new(".") { PathBuf::from(&name) } else { path.join(&name) };
        let (is_folder, is_link) = kind.map_or((false, false), |kind| (kind.is_dir(), kind.is_symlink()));
        if is_folder {
            if !plain.starts_with('.') {
                find(top, &below, ending, links, found)?;
            }
        } else if plain.ends_with(ending) && (!is_link || links == Links::WithinProject) {
            if is_link {
                within_project(top, &below)?;
            }
            found.push(below);
        }
    }
    Ok(())
}

/// Checks that a symbolic link below `top` leads to a file of the project of `top`.
pub(crate) fn within_project(top: &Path, link: &Path) -> Result<(), Failure> {
    let whole = std::path::absolute(link).map_err(|error| Failure::input(link, &error))?;
    if is_project_file(top, &whole) {
        return Ok(());
    }
    Err(Failure::usage(format!(
        "{} is a symbolic link out of this project: copy the file into the project, or allow its folder with \
        --allow-import",
        link.display()
    )))
}

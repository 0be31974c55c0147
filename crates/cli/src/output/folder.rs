//! A folder of files that a build owns: the new ones appear together, those of an earlier build go, all others stay.
//!
//! What a build has written stands in a list in the folder itself, so that nothing else is ever removed. Whoever is
//! killed, at whatever moment, leaves the old folder or the new one: where more than one file changes, a whole folder is
//! made beside it and [`exchange`] puts it in its place. Where that cannot be (somebody else's folders in it, a mount
//! point, a file system that cannot), files change places one by one, and the next build completes what was cut short.
//! Builds into one folder take turns.

use super::exchange;
use super::layout::Files;
use crate::exit::Failure;
use std::collections::BTreeSet;
use std::fs;
use std::io::{self, Write};
use std::path::{Component, Path};
use tempfile::{NamedTempFile, TempPath};

/// The list of the files that the last build wrote, one a line.
pub(super) const LIST: &str = ".pulsarc-files";
/// How the names of staged files and folders begin; of files, six letters or digits follow.
pub(super) const STAGED: &str = ".pulsarc-";

/// What a folder that is being written is whole after.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Against {
    /// A kill at any moment. A failure of power may take what the system had not yet put on the disk, and the next build
    /// writes that again: a fleet would wait for the disk most of its time otherwise.
    Kills,
    /// A failure of power as well.
    PowerFailures,
}

/// Puts `files` into `folder`. A failure leaves the folder as it was, and none where there was none.
pub(crate) fn replace(folder: &Path, files: &Files, against: Against) -> Result<(), Failure> {
    let is_new = !folder.exists();
    let result = replace_locked(folder, files, against);
    if is_new && result.is_err() {
        // Nothing is in it, or it stays.
        let _ = fs::remove_dir(folder);
    }
    result
}

fn replace_locked(folder: &Path, files: &Files, against: Against) -> Result<(), Failure> {
    fs::create_dir_all(folder).map_err(|error| Failure::file("cannot make the folder", folder, &error))?;
    let lock = exchange::turn(folder).map_err(|error| Failure::file("cannot open", folder, &error))?;
    remove_staged(folder);
    exchange::remove_left(folder);
    let earlier = listed(folder)?;
    let mut whole = files.clone();
    whole.insert(LIST.to_owned(), list_of(files.keys()));
    let is_there =
        |name: &str, text: &str| fs::read(folder.join(name)).is_ok_and(|bytes| bytes == text.as_bytes());
    let changed: Vec<(&String, &String)> =
        whole.iter().filter(|(name, text)| !is_there(name, text)).collect();
    let goes = earlier.iter().any(|name| !files.contains_key(name));
    let result = match changed.as_slice() {
        [] if !goes => Ok(()),
        [(name, text)] if !goes => put(folder, name, stage(folder, text)?),
        _ if exchange::replaced(folder, &earlier, &whole, against) => Ok(()),
        _ => one_by_one(folder, &earlier, files),
    };
    drop(lock);
    result
}

fn list_of<'n>(names: impl Iterator<Item = &'n String>) -> String {
    names.map(|name| format!("{name}\n")).collect()
}

/// Everything is written beside its place first; then it changes places file by file.
fn one_by_one(folder: &Path, earlier: &[String], files: &Files) -> Result<(), Failure> {
    // The list names old and new files while they change places, so that none is forgotten if that is cut short.
    let both: BTreeSet<&String> = earlier.iter().chain(files.keys()).collect();
    let mut staged = vec![(LIST, stage(folder, &list_of(both.into_iter()))?)];
    for (name, text) in files {
        staged.push((name, stage(folder, text)?));
    }
    staged.push((LIST, stage(folder, &list_of(files.keys()))?));
    let last = staged.pop();
    for (name, file) in staged {
        put(folder, name, file)?;
    }
    for name in earlier.iter().filter(|name| !files.contains_key(*name)) {
        let path = folder.join(name);
        match fs::remove_file(&path) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                return Err(Failure::file("cannot remove", &path, &error));
            }
            _ => {}
        }
    }
    last.map_or(Ok(()), |(name, file)| put(folder, name, file))
}

/// Removes what a build that was killed left staged in a folder. Nobody else's has such a name, and whoever calls this
/// has the folder's turn.
fn remove_staged(folder: &Path) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let Some(rest) = name.strip_prefix(STAGED) else { continue };
        if rest.len() != 6 || !rest.chars().all(|c| c.is_ascii_alphanumeric()) {
            continue;
        }
        if entry.file_type().is_ok_and(|kind| kind.is_file()) {
            // What stays for now is in nobody's way.
            let _ = fs::remove_file(entry.path());
        }
    }
}

/// Whether the last build left exactly these files, and nobody has changed them since.
pub(crate) fn holds(folder: &Path, files: &Files) -> bool {
    let is = |name: &str, text: &str| fs::read(folder.join(name)).is_ok_and(|bytes| bytes == text.as_bytes());
    is(LIST, &list_of(files.keys())) && files.iter().all(|(name, text)| is(name, text))
}

/// The folders below one that a build wrote, by their paths from it, but for those that are known.
pub(crate) fn other_builds(folder: &Path, known: &[String]) -> Vec<String> {
    let known: BTreeSet<&str> = known.iter().map(String::as_str).collect();
    let mut found = Vec::new();
    let mut below = vec![String::new()];
    while let Some(name) = below.pop() {
        let entries = fs::read_dir(folder.join(&name)).into_iter().flatten().flatten();
        for entry in entries {
            let file = entry.file_name().to_string_lossy().into_owned();
            if file == LIST && !name.is_empty() && !known.contains(name.as_str()) {
                found.push(name.clone());
            } else if !file.starts_with(STAGED) && entry.file_type().is_ok_and(|kind| kind.is_dir()) {
                below.push(if name.is_empty() { file } else { format!("{name}/{file}") });
            }
        }
    }
    found.sort();
    found
}

/// Removes what a build left in a folder, and the folders up to `top` that are empty then.
pub(crate) fn remove(folder: &Path, top: &Path) -> Result<(), Failure> {
    replace(folder, &Files::new(), Against::PowerFailures)?;
    let list = folder.join(LIST);
    fs::remove_file(&list).map_err(|error| Failure::file("cannot remove", &list, &error))?;
    let mut folder = Some(folder);
    // One that is not empty holds something of somebody else's, and stays.
    while let Some(empty) = folder.filter(|it| *it != top && fs::remove_dir(it).is_ok()) {
        folder = empty.parent();
    }
    Ok(())
}

/// The files that an earlier build wrote: plain names alone, whatever the list says.
fn listed(folder: &Path) -> Result<Vec<String>, Failure> {
    let path = folder.join(LIST);
    let plain = |name: &&str| {
        matches!(Path::new(name).components().collect::<Vec<_>>().as_slice(), [Component::Normal(_)])
    };
    match fs::read_to_string(&path) {
        Ok(list) => Ok(list.lines().filter(plain).map(str::to_owned).collect()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Vec::new()),
        Err(error) => Err(Failure::file("cannot read", &path, &error)),
    }
}

/// Writes a text beside its place.
pub(super) fn stage(folder: &Path, text: &str) -> Result<TempPath, Failure> {
    let staged = || {
        let mut file = tempfile::Builder::new().prefix(STAGED).permissions(readable()).tempfile_in(folder)?;
        file.write_all(text.as_bytes())?;
        file.as_file().sync_all()?;
        Ok(NamedTempFile::into_temp_path(file))
    };
    staged().map_err(|error: io::Error| Failure::file("cannot write into", folder, &error))
}

/// The permissions of an ordinary new file; a temporary one is its owner's alone.
pub(super) fn readable() -> fs::Permissions {
    #[cfg(unix)]
    {
        std::os::unix::fs::PermissionsExt::from_mode(0o644)
    }
    #[cfg(not(unix))]
    {
        fs::metadata(".")
            .map(|it| it.permissions())
            .unwrap_or_else(|_| unreachable!("the current folder is there"))
    }
}

fn put(folder: &Path, name: &str, file: TempPath) -> Result<(), Failure> {
    let path = folder.join(name);
    file.persist(&path).map_err(|error| Failure::file("cannot write", &path, &error.error))
}

/// Puts one file into a folder that is there. Without `replace` a file of that name stays as it is, and that is told.
pub(crate) fn put_one(folder: &Path, name: &str, text: &str, replace: bool) -> Result<(), Failure> {
    let file = stage(folder, text)?;
    if replace {
        return put(folder, name, file);
    }
    let path = folder.join(name);
    file.persist_noclobber(&path).map_err(|error| match error.error.kind() {
        io::ErrorKind::AlreadyExists => Failure::there_already(&path),
        _ => Failure::file("cannot write", &path, &error.error),
    })
}

/// Puts a text in the place of a file that is there, with the same permissions; through a link, of what it leads to.
pub(crate) fn replace_file(path: &Path, text: &str) -> Result<(), Failure> {
    let failed = |error: io::Error| Failure::file("cannot write", path, &error);
    let whole = path.canonicalize().map_err(failed)?;
    let permissions = fs::metadata(&whole).map_err(failed)?.permissions();
    let file = stage(whole.parent().unwrap_or(&whole), text)?;
    fs::set_permissions(&file, permissions).map_err(failed)?;
    file.persist(&whole).map_err(|error| failed(error.error))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(names: &[(&str, &str)]) -> Files {
        names.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect()
    }

    #[test]
    fn a_build_removes_what_it_wrote_and_nothing_else() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path();
        fs::write(path.join("mine.yaml"), "mine").expect("a file");
        replace(path, &files(&[("a.yaml", "1"), ("b.yaml", "1")]), Against::Kills).expect("it is written");
        replace(path, &files(&[("b.yaml", "2"), ("c.yaml", "2")]), Against::Kills).expect("it is written");
        let mut names: Vec<String> = fs::read_dir(path)
            .expect("it is read")
            .flatten()
            .map(|e| e.file_name().to_string_lossy().into_owned())
            .collect();
        names.sort();
        assert_eq!(names, [LIST, "b.yaml", "c.yaml", "mine.yaml"]);
        assert_eq!(fs::read_to_string(path.join("b.yaml")).expect("it is read"), "2");
    }

    #[test]
    fn a_list_cannot_name_files_elsewhere() {
        let folder = tempfile::tempdir().expect("a folder");
        let inside = folder.path().join("out");
        fs::create_dir(&inside).expect("a folder");
        fs::write(folder.path().join("precious"), "x").expect("a file");
        fs::write(inside.join(LIST), "../precious\n/etc/hostname\n").expect("a list");
        replace(&inside, &files(&[("a.yaml", "1")]), Against::Kills).expect("it is written");
        assert!(folder.path().join("precious").exists());
    }
}

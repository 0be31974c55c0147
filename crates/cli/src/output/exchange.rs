//! A folder in the place of another in one step: Linux's `renameat2` with `RENAME_EXCHANGE` (Linux 3.15), which whoever
//! looks sees wholly before or wholly after.
//!
//! A shell or a watcher that stands in the folder stays with the old one: that is the price, and paid only where more than
//! one file changes.

use super::folder::{Against, LIST, STAGED, readable};
use super::layout::Files;
use std::collections::BTreeSet;
use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, Write};
use std::os::unix::fs::MetadataExt;
use std::path::Path;

/// Waits until no other build writes into a folder, and holds that until it is dropped. None where the file system has
/// no locks.
pub(super) fn turn(folder: &Path) -> io::Result<Option<File>> {
    loop {
        let held = File::open(folder)?;
        if held.lock().is_err() {
            return Ok(None);
        }
        // Another folder may have been put in its place meanwhile.
        let (there, ours) = (fs::metadata(folder)?, held.metadata()?);
        if (there.dev(), there.ino()) == (ours.dev(), ours.ino()) {
            return Ok(Some(held));
        }
    }
}

/// Puts a folder with these files in the place of one, with what else is in it; whether that could be done. Where not, the
/// folder is as it was.
pub(super) fn replaced(folder: &Path, earlier: &[String], files: &Files, against: Against) -> bool {
    attempt(folder, earlier, files, against).unwrap_or(false)
}

fn attempt(folder: &Path, earlier: &[String], files: &Files, against: Against) -> io::Result<bool> {
    let sync = |file: &File| if against == Against::PowerFailures { file.sync_all() } else { Ok(()) };
    // Through a link, it is what the link leads to that changes.
    let folder = folder.canonicalize()?;
    let Some((parent, name)) = beside(&folder) else { return Ok(false) };
    let ours: BTreeSet<&str> =
        earlier.iter().map(String::as_str).chain(files.keys().map(String::as_str)).collect();
    let Some(others) = others(&folder, &ours)? else { return Ok(false) };
    let staged = tempfile::Builder::new().prefix(&name).rand_bytes(0).tempdir_in(parent)?;
    // The turn goes with the folder that is to be in the place: what is left of the old one is ours until it is gone.
    let turn = File::open(staged.path())?;
    let _ = turn.lock();
    for (name, text) in files {
        let mut file = File::create_new(staged.path().join(name))?;
        file.set_permissions(readable())?;
        file.write_all(text.as_bytes())?;
        sync(&file)?;
    }
    for other in &others {
        fs::hard_link(folder.join(other), staged.path().join(other))?;
    }
    fs::set_permissions(staged.path(), fs::metadata(&folder)?.permissions())?;
    sync(&turn)?;
    if !exchange(staged.path(), &folder) {
        return Ok(false);
    }
    // From here on it is done: what fails now is nothing that a second try would mend.
    let _ = File::open(parent).and_then(|parent| sync(&parent));
    bring_along(staged.path(), &folder, &ours, &others);
    drop(staged);
    drop(turn);
    Ok(true)
}

/// Where the folder is staged that is to be in another's place: beside it, under a name that only who has its turn uses.
fn beside(folder: &Path) -> Option<(&Path, String)> {
    let name = folder.file_name()?.to_string_lossy();
    Some((folder.parent()?, format!("{STAGED}{name}.next")))
}

/// Removes what a build that was killed left staged beside a folder. Whoever calls this has the folder's turn.
pub(super) fn remove_left(folder: &Path) {
    let Ok(folder) = folder.canonicalize() else { return };
    if let Some((parent, name)) = beside(&folder) {
        // Mostly nothing is there; what stays is in nobody's way.
        let _ = fs::remove_dir_all(parent.join(name));
    }
}

/// The names of what is somebody else's in a folder; none where there is more than files.
fn others(folder: &Path, ours: &BTreeSet<&str>) -> io::Result<Option<BTreeSet<OsString>>> {
    let mut others = BTreeSet::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name();
        if name.to_str().is_some_and(|name| name == LIST || ours.contains(name)) {
            continue;
        }
        if !entry.file_type()?.is_file() {
            return Ok(None);
        }
        others.insert(name);
    }
    Ok(Some(others))
}

/// What somebody put into the old folder while the new one was made.
fn bring_along(old: &Path, new: &Path, ours: &BTreeSet<&str>, known: &BTreeSet<OsString>) {
    for entry in fs::read_dir(old).into_iter().flatten().flatten() {
        let name = entry.file_name();
        let is_known =
            known.contains(&name) || name.to_str().is_some_and(|name| name == LIST || ours.contains(name));
        if !is_known && !new.join(&name).exists() {
            let _ = fs::rename(entry.path(), new.join(&name));
        }
    }
}

/// Two paths change places in one step, where the file system can; whether they did.
#[cfg(target_os = "linux")]
pub(super) fn exchange(one: &Path, other: &Path) -> bool {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE).is_ok()
}

#[cfg(not(target_os = "linux"))]
pub(super) fn exchange(_: &Path, _: &Path) -> bool {
    false
}

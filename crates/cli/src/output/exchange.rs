//! A folder instead of another in one step: Linux's `renameat2` with `RENAME_EXCHANGE` (Linux 3.15), which whoever
//! looks sees wholly before or wholly after.
//!
//! A shell or a watcher that is in the folder stays with the old one: that is the price, and paid only if more than one
//! file changes.

use super::directory::{Directory, Kind};
use super::layout::Files;
use super::own::{LIST, OwnFiles, STAGED};
use super::plan::{Against, by_folder};
use std::collections::BTreeSet;
use std::io;

/// More files than this are put on the disk together.
const SYNCED_ONE_BY_ONE: usize = 16;

/// What a folder is replaced with.
pub(super) struct Whole<'f> {
    pub(super) files: &'f Files,
    pub(super) earlier: &'f OwnFiles,
    pub(super) list: &'f OwnFiles,
    pub(super) against: Against,
}

/// The name of the staging folder: beside the target, under a name that only the lock's owner uses.
fn staged_name(name: &str) -> String {
    format!("{STAGED}{name}.next")
}

/// Removes the staging folder of a killed run. The caller holds the folder's lock.
pub(super) fn remove_left(parent: &Directory, name: &str) {
    // Mostly nothing is there; what stays is in nobody's way.
    let _ = parent.remove_all(&staged_name(name));
}

/// Whether a run that was killed, or one that is at work, has a folder staged beside this one.
pub(super) fn is_left(parent: &Directory, name: &str) -> io::Result<bool> {
    Ok(parent.entry(&staged_name(name))?.is_some())
}

/// Puts a folder with these files, and with what else is in it, instead of `folder`; whether that could be done. If
/// not, the folder is as it was.
pub(super) fn replaced(folder: &Directory, parent: &Directory, name: &str, whole: &Whole<'_>) -> bool {
    let staged = staged_name(name);
    let done = attempt(folder, parent, name, &staged, whole).unwrap_or(false);
    if !done {
        let _ = parent.remove_all(&staged);
    }
    done
}

fn attempt(
    folder: &Directory,
    parent: &Directory,
    name: &str,
    staged: &str,
    whole: &Whole<'_>,
) -> io::Result<bool> {
    let own = Own::of(whole);
    let mut others = BTreeSet::new();
    if !find_others(folder, "", &own, &mut others)? {
        return Ok(false);
    }
    let fresh = parent.create_all(staged)?;
    // The turn goes with the folder that takes the place: what is left of the old one is ours until it is gone.
    let turn = fresh.lock()?;
    write(&fresh, whole)?;
    for (folder_of, names) in by_folder(others.iter().map(|path| (path.as_str(), ()))) {
        let (Some(from), to) = (folder.descend(folder_of)?, fresh.create_all(folder_of)?) else {
            return Ok(false);
        };
        for (name, ()) in names {
            from.link(name, &to)?;
        }
    }
    folder.copy_permissions(&fresh)?;
    if whole.against == Against::PowerFailures {
        if whole.files.len() > SYNCED_ONE_BY_ONE { fresh.sync_file_system()? } else { fresh.sync()? }
    }
    if !parent.exchange(staged, name) {
        return Ok(false);
    }
    // From here on it is done: what fails now is nothing that a second try would mend.
    if whole.against == Against::PowerFailures {
        let _ = parent.sync();
    }
    let _ = bring_along(folder, &fresh, "", &own, &others);
    let _ = parent.remove_all(staged);
    drop(turn);
    Ok(true)
}

fn write(fresh: &Directory, whole: &Whole<'_>) -> io::Result<()> {
    let sync = whole.against == Against::PowerFailures && whole.files.len() <= SYNCED_ONE_BY_ONE;
    let list = whole.list.text();
    let files = whole.files.iter().map(|(path, text)| (path.as_str(), text.as_str()));
    for (folder, names) in by_folder(files.chain([(LIST, list.as_str())])) {
        let directory = fresh.create_all(folder)?;
        for (name, text) in names {
            directory.create(name, text, sync)?;
        }
    }
    Ok(())
}

/// The paths that are pulsarc's in the old folder or in the new one.
struct Own<'f> {
    files: BTreeSet<&'f str>,
    folders: BTreeSet<&'f str>,
}

impl<'f> Own<'f> {
    fn of(whole: &'f Whole<'_>) -> Self {
        let files: BTreeSet<&str> =
            whole.earlier.files.iter().chain(&whole.list.files).map(String::as_str).chain([LIST]).collect();
        let folders = files.iter().flat_map(|path| path.match_indices('/').map(|(at, _)| &path[..at]));
        Self { folders: folders.collect(), files }
    }
}

/// The paths of foreign entries in a folder, and whether everything in it consists of files in pulsarc's folders.
fn find_others(
    folder: &Directory,
    path: &str,
    own: &Own<'_>,
    others: &mut BTreeSet<String>,
) -> io::Result<bool> {
    for (name, kind) in folder.entries()? {
        let below = joined(path, &name);
        match kind {
            Kind::Directory if own.folders.contains(below.as_str()) => {
                if !find_others(&folder.enter(&name)?, &below, own, others)? {
                    return Ok(false);
                }
            }
            // With --force, a link in the place of a file is replaced.
            Kind::File | Kind::Link if own.files.contains(below.as_str()) => {}
            Kind::File => {
                others.insert(below);
            }
            _ => return Ok(false),
        }
    }
    Ok(true)
}

/// Moves what somebody put into the old folder while the new one was made.
fn bring_along(
    old: &Directory,
    new: &Directory,
    path: &str,
    own: &Own<'_>,
    known: &BTreeSet<String>,
) -> io::Result<()> {
    for (name, kind) in old.entries()? {
        let below = joined(path, &name);
        if kind == Kind::Directory && own.folders.contains(below.as_str()) {
            bring_along(&old.enter(&name)?, &new.create_all(&name)?, &below, own, known)?;
            // The new one may have nothing there.
            let _ = new.remove_directory(&name);
            continue;
        }
        let is_known = known.contains(&below) || own.files.contains(below.as_str());
        if !is_known && new.entry(&name)?.is_none() {
            old.hand_over(&name, new)?;
        }
    }
    Ok(())
}

fn joined(path: &str, name: &str) -> String {
    if path.is_empty() { name.to_owned() } else { format!("{path}/{name}") }
}

//! A folder of files that a command owns: the new ones appear together, those of an earlier run go, all others stay.
//!
//! A list in the folder itself ([`own`](super::own)) names the files of earlier runs; other files are not touched
//! unless the user asks for it. A killed run leaves either the old folder or the new one: if more than one file
//! changes, a whole folder is staged beside it and [`exchange`] swaps the two. If that is impossible (foreign folders
//! inside, a repository, the current folder of this process, a file system without exchange), files are replaced one
//! by one, and the next run completes an interrupted one. Runs into one folder take turns.

use super::directory::{Directory, Kind};
use super::exchange::{self, Whole};
use super::layout::Files;
use super::own::{LIST, OwnFiles, STAGED};
use super::place::Place;
use super::plan::{Against, Foreign, Plan, by_folder, plan};
use crate::exit::Failure;
use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// How files are put into a folder.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Delivery<'a> {
    /// What the folder is whole after.
    pub(crate) against: Against,
    /// How to treat existing foreign files.
    pub(crate) foreign: Foreign,
    /// The files that the command reads, which it never writes.
    pub(crate) inputs: &'a [PathBuf],
}

/// Puts `files` into the folder that the user has named. A failure leaves the folder as it was, and none if there was none.
pub(crate) fn replace(folder: &Path, files: &Files, delivery: Delivery<'_>) -> Result<(), Failure> {
    let is_new = fs::symlink_metadata(folder).is_err();
    let failed = |error: io::Error| Failure::file("cannot make the folder", folder, &error);
    let result = Place::named(folder).map_err(failed).and_then(|place| put(place, files, None, delivery));
    if is_new && result.is_err() {
        // Nothing is in it, or it stays.
        let _ = fs::remove_dir(folder);
    }
    result.map(drop)
}

/// Puts `files` into a folder below the one that the user has named, by a path of plain names: into the folder of a
/// cluster, if one is named. Returns whether any file changed.
pub(crate) fn replace_below(
    top: &Path,
    name: &str,
    files: &Files,
    cluster: Option<&str>,
    delivery: Delivery<'_>,
) -> Result<bool, Failure> {
    let path = top.join(name);
    let failed = |error: io::Error| Failure::file("cannot make the folder", &path, &error);
    put(Place::below(top, name).map_err(failed)?, files, cluster, delivery)
}

fn put(
    mut place: Place,
    files: &Files,
    cluster: Option<&str>,
    delivery: Delivery<'_>,
) -> Result<bool, Failure> {
    let path = place.folder.path().to_owned();
    let turn = place.turn().map_err(|error| Failure::file("cannot open", &path, &error))?;
    let folder = &place.folder;
    remove_staged(folder);
    if let Some((parent, name)) = &place.beside {
        exchange::remove_left(parent, name);
    }
    let plan = plan(folder, files, cluster, delivery.inputs, delivery.foreign)?;
    let changes = plan.changed.len() + usize::from(plan.list_changes);
    let result = if changes == 0 && plan.gone.is_empty() {
        Ok(())
    } else if plan.gone.is_empty() && changes == 1 {
        let list = plan.list.text();
        let file = plan.changed.first().copied().unwrap_or((LIST, &list));
        one_by_one(folder, &[file], &[], delivery.against).map_err(|error| unwritten(&path, &error))
    } else {
        let whole = Whole { files, earlier: &plan.earlier, list: &plan.list, against: delivery.against };
        match &place.beside {
            Some((parent, name))
                if place.may_be_swapped(delivery.inputs)
                    && exchange::replaced(folder, parent, name, &whole) =>
            {
                Ok(())
            }
            _ => completed(folder, &plan, delivery.against).map_err(|error| unwritten(&path, &error)),
        }
    };
    drop(turn);
    result.map(|()| changes > 0 || !plan.gone.is_empty())
}

fn unwritten(folder: &Path, error: &io::Error) -> Failure {
    Failure::file("cannot write into", folder, error)
}

/// Changes file by file. The list names old and new files meanwhile, so that none is forgotten if that is cut short.
fn completed(folder: &Directory, plan: &Plan<'_>, against: Against) -> io::Result<()> {
    let both = plan.earlier.files.union(&plan.list.files).cloned();
    let both = OwnFiles::new(plan.list.cluster.as_deref(), both).text();
    let last = plan.list.text();
    let files: Vec<(&str, &str)> =
        std::iter::once((LIST, both.as_str())).chain(plan.changed.iter().copied()).collect();
    one_by_one(folder, &files, &plan.gone, against)?;
    one_by_one(folder, &[(LIST, &last)], &[], against)
}

/// Writes every file to a temporary file first, then renames them, starting with those of the folder itself, and so
/// with the list.
fn one_by_one(
    folder: &Directory,
    files: &[(&str, &str)],
    gone: &[String],
    against: Against,
) -> io::Result<()> {
    let mut staged = Vec::new();
    let result = stage(folder, files, against, &mut staged).and_then(|()| put_in_place(folder, &staged));
    if result.is_err() {
        for (path, names) in by_folder(staged.iter().map(|(path, beside)| (*path, beside))) {
            let Ok(Some(directory)) = folder.descend(path) else { continue };
            for (_, beside) in names {
                // What has its place already is under this name no more.
                let _ = directory.remove_file(beside);
            }
        }
    }
    result?;
    for (path, names) in by_folder(gone.iter().map(|path| (path.as_str(), ()))) {
        let Some(directory) = folder.descend(path)? else { continue };
        for (name, ()) in names {
            match directory.remove_file(name) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
                _ => {}
            }
        }
    }
    remove_empty(folder, gone.iter().map(String::as_str));
    Ok(())
}

/// Writes files under other names; of each its path, and the name that it has in the same folder for now.
fn stage<'f>(
    folder: &Directory,
    files: &[(&'f str, &str)],
    against: Against,
    staged: &mut Vec<(&'f str, String)>,
) -> io::Result<()> {
    for (path, names) in by_folder(files.iter().map(|(path, text)| (*path, (*path, *text)))) {
        let directory = folder.create_all(path)?;
        for (_, (path, text)) in names {
            let beside = format!("{STAGED}{:06}", staged.len());
            directory.create(&beside, text, against == Against::PowerFailures)?;
            staged.push((path, beside));
        }
    }
    Ok(())
}

fn put_in_place(folder: &Directory, staged: &[(&str, String)]) -> io::Result<()> {
    for (path, names) in by_folder(staged.iter().map(|(path, beside)| (*path, beside))) {
        let directory = folder.create_all(path)?;
        for (name, beside) in names {
            directory.rename(beside, name)?;
        }
    }
    Ok(())
}

/// Removes the folders that files were in, and that are empty now.
fn remove_empty<'p>(folder: &Directory, paths: impl Iterator<Item = &'p str>) {
    let folders: BTreeSet<&str> =
        paths.flat_map(|path| path.match_indices('/').map(|(at, _)| &path[..at])).collect();
    // The deepest first.
    for path in folders.into_iter().rev() {
        let (parent, name) = path.rsplit_once('/').unwrap_or(("", path));
        if let Ok(Some(parent)) = folder.descend(parent) {
            // One that is not empty holds something of somebody else's, and stays.
            let _ = parent.remove_directory(name);
        }
    }
}

/// Removes what a run that was killed left staged in a folder and in the folders of its files. Nobody else's file has such
/// a name, and the caller has the folder's turn.
fn remove_staged(folder: &Directory) {
    let list =
        folder.read(LIST).ok().flatten().and_then(|bytes| OwnFiles::parse(&bytes).ok()).unwrap_or_default();
    for (directory, names) in staged(folder, list.files.iter().map(String::as_str)) {
        for name in names {
            // A file that cannot be removed now does no harm.
            let _ = directory.remove_file(&name);
        }
    }
}

/// The staged files of a killed run, by their directories: those that hold files of these paths.
fn staged<'p>(
    folder: &Directory,
    files: impl Iterator<Item = &'p str>,
) -> impl Iterator<Item = (Directory, Vec<String>)> {
    let directories = by_folder(files.chain([LIST]).map(|path| (path, ()))).into_keys();
    directories.filter_map(|path| {
        let directory = folder.descend(path).ok()??;
        let entries = directory.entries().unwrap_or_default().into_iter();
        let names: Vec<String> = entries
            .filter(|(name, kind)| *kind == Kind::File && is_staged(name))
            .map(|(name, _)| name)
            .collect();
        (!names.is_empty()).then_some((directory, names))
    })
}

fn is_staged(name: &str) -> bool {
    let letters = name.strip_prefix(STAGED).unwrap_or_default();
    letters.len() == 6 && letters.chars().all(|c| c.is_ascii_alphanumeric())
}

/// Whether the last build left exactly these files of a cluster, nobody has changed them since, and no killed run left
/// anything staged.
pub(crate) fn holds(top: &Path, cluster: &str, files: &Files) -> bool {
    let is = || -> io::Result<bool> {
        let top = Directory::open(top)?;
        let (parent, name) = cluster.rsplit_once('/').unwrap_or(("", cluster));
        let Some(parent) = top.descend(parent)? else { return Ok(false) };
        let Some(folder) = parent.descend(name)? else { return Ok(false) };
        let is_left = exchange::is_left(&parent, name)?
            || staged(&folder, files.keys().map(String::as_str)).next().is_some();
        let list = OwnFiles::new(Some(cluster), files.keys().cloned()).text();
        let mut all = std::iter::once((LIST, list.as_str()))
            .chain(files.iter().map(|(name, text)| (name.as_str(), text.as_str())));
        Ok(!is_left
            && all.all(|(name, text)| {
                folder.read(name).is_ok_and(|bytes| bytes.as_deref() == Some(text.as_bytes()))
            }))
    };
    is().unwrap_or(false)
}

/// The clusters built into folders below one, by name, except known ones. Folders that do not come from a fleet, or
/// from this folder, are excluded.
pub(crate) fn other_clusters(top: &Path, known: &[String]) -> Vec<String> {
    let known: BTreeSet<&str> = known.iter().map(String::as_str).collect();
    let lists = lists_below(top).into_iter();
    let here =
        lists.filter(|(path, list)| list.cluster.as_deref() == Some(path) && !known.contains(path.as_str()));
    here.map(|(path, _)| path).collect()
}

/// The folders below one that files were written into: by builds, or by a pull of an artifact of several folders.
pub(crate) fn written_folders(top: &Path) -> Vec<String> {
    let mut folders = BTreeSet::new();
    for (path, list) in lists_below(top) {
        for file in &list.files {
            let (below, _) = file.rsplit_once('/').unwrap_or_default();
            folders.insert([path.as_str(), below].join("/").trim_matches('/').to_owned());
        }
    }
    folders.remove("");
    folders.into_iter().collect()
}

/// The lists in a folder and below it, by the path of the folder that they are in.
fn lists_below(top: &Path) -> Vec<(String, OwnFiles)> {
    let mut found = Vec::new();
    let mut below = vec![String::new()];
    let Ok(top) = Directory::open(top) else { return found };
    while let Some(path) = below.pop() {
        let Ok(Some(folder)) = top.descend(&path) else { continue };
        for (name, kind) in folder.entries().unwrap_or_default() {
            if name == LIST && kind == Kind::File {
                let list = folder.read(LIST).ok().flatten().and_then(|bytes| OwnFiles::parse(&bytes).ok());
                found.extend(list.map(|list| (path.clone(), list)));
            } else if kind == Kind::Directory && !name.starts_with('.') {
                below.push(if path.is_empty() { name } else { format!("{path}/{name}") });
            }
        }
    }
    found.sort_by(|(one, _), (other, _)| one.cmp(other));
    found
}

/// Removes what a build left of a cluster, and the folders that are empty then.
pub(crate) fn remove_cluster(top: &Path, cluster: &str) -> Result<(), Failure> {
    let delivery = Delivery { against: Against::PowerFailures, foreign: Foreign::Refuse, inputs: &[] };
    replace_below(top, cluster, &Files::new(), Some(cluster), delivery).map(drop)?;
    let path = top.join(cluster);
    let failed = |error: io::Error| Failure::file("cannot remove", &path, &error);
    let top = Directory::open(top).map_err(failed)?;
    if let Some(folder) = top.descend(cluster).map_err(failed)? {
        folder.remove_file(LIST).map_err(failed)?;
    }
    remove_empty(&top, std::iter::once(format!("{cluster}/").as_str()));
    Ok(())
}

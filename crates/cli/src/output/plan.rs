//! The changes of a set of files to a folder, and the conflicts. Nothing is written here.

use super::directory::{Directory, Identity, Kind};
use super::layout::Files;
use super::own::{LIST, OwnFiles};
use crate::exit::Failure;
use rustix::io::Errno;
use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::{Path, PathBuf};

/// What a folder that is being written is whole after.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Against {
    /// Covers a kill at any moment. A power failure may lose data that was not yet flushed to disk, and the next
    /// build writes it again: otherwise a fleet would mostly wait for the disk.
    Kills,
    /// A failure of power as well.
    PowerFailures,
}

/// What becomes of existing files that pulsarc did not write.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Foreign {
    /// They stay, and nothing is written.
    Refuse,
    /// Regular files and links are replaced: the user asked for it.
    Replace,
}

impl Foreign {
    /// By the option `--force`.
    pub(crate) fn forced(force: bool) -> Self {
        if force { Self::Replace } else { Self::Refuse }
    }
}

/// Files grouped by folder.
pub(super) type ByFolder<'f, T> = BTreeMap<&'f str, Vec<(&'f str, T)>>;

/// Groups paths, so that each folder is opened once.
pub(super) fn by_folder<'f, T>(files: impl Iterator<Item = (&'f str, T)>) -> ByFolder<'f, T> {
    let mut folders: ByFolder<'f, T> = BTreeMap::new();
    for (path, value) in files {
        let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
        folders.entry(folder).or_default().push((name, value));
    }
    folders
}

/// The planned changes.
pub(super) struct Plan<'f> {
    /// The files that differ from the existing ones, by path.
    pub(super) changed: Vec<(&'f str, &'f str)>,
    /// The paths of files of an earlier run that this one does not have.
    pub(super) gone: Vec<String>,
    /// The list as it is on the disk.
    pub(super) earlier: OwnFiles,
    /// The list as it has to be.
    pub(super) list: OwnFiles,
    /// Whether the list on the disk is another.
    pub(super) list_changes: bool,
}

/// Compares files with the contents of a folder.
pub(super) fn plan<'f>(
    folder: &Directory,
    files: &'f Files,
    cluster: Option<&str>,
    inputs: &[PathBuf],
    foreign: Foreign,
) -> Result<Plan<'f>, Failure> {
    let failed = |error: io::Error| Failure::file("cannot read", folder.path(), &error);
    let (earlier, on_disk) = earlier(folder, foreign)?;
    let list = OwnFiles::new(cluster, files.keys().cloned());
    let inputs: BTreeSet<Identity> = inputs.iter().filter_map(|path| Identity::of(path)).collect();
    let mut look = Look { folder, earlier: &earlier, inputs: &inputs, foreign, in_the_way: Vec::new() };
    let changed = look.changed(files).map_err(failed)?;
    if let Some(failure) = look.failure() {
        return Err(failure);
    }
    let gone = look.gone(files).map_err(failed)?;
    let list_changes = on_disk.as_deref() != Some(list.text().as_bytes());
    Ok(Plan { changed, gone, earlier, list, list_changes })
}

/// The list of an earlier run, and its bytes.
fn earlier(folder: &Directory, foreign: Foreign) -> Result<(OwnFiles, Option<Vec<u8>>), Failure> {
    let path = folder.path().join(LIST);
    let bytes = folder.read(LIST).map_err(|error| Failure::file("cannot read", &path, &error))?;
    match bytes.as_deref().map(OwnFiles::parse) {
        None => Ok((OwnFiles::default(), None)),
        Some(Ok(list)) => Ok((list, bytes)),
        Some(Err(_)) if foreign == Foreign::Replace => Ok((OwnFiles::default(), bytes)),
        Some(Err(why)) => Err(Failure::foreign(format!(
            "{} is not a list of files that pulsarc wrote ({why}); nothing was written: remove it, or use --force",
            path.display()
        ))),
    }
}

/// The contents of a folder.
struct Look<'a> {
    folder: &'a Directory,
    earlier: &'a OwnFiles,
    inputs: &'a BTreeSet<Identity>,
    foreign: Foreign,
    in_the_way: Vec<InTheWay>,
}

/// A path that cannot be written.
struct InTheWay {
    path: String,
    why: Obstacle,
}

/// Why it cannot.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Obstacle {
    /// It is an input of this run.
    Input,
    /// It is not a regular file, or an element of its path is not a folder.
    NoFile,
    /// pulsarc did not write it.
    NotOwn,
}

impl Look<'_> {
    fn changed<'f>(&mut self, files: &'f Files) -> io::Result<Vec<(&'f str, &'f str)>> {
        let mut changed = Vec::new();
        let paths = files.iter().map(|(path, text)| (path.as_str(), (path.as_str(), text.as_str())));
        for (folder, names) in by_folder(paths) {
            let directory = match self.folder.descend(folder) {
                Ok(directory) => directory,
                Err(error) if is_no_directory(&error) => {
                    self.in_the_way.push(InTheWay { path: folder.to_owned(), why: Obstacle::NoFile });
                    continue;
                }
                Err(error) => return Err(error),
            };
            for (name, (path, text)) in names {
                if self.differs(directory.as_ref(), name, path, text)? {
                    changed.push((path, text));
                }
            }
        }
        Ok(changed)
    }

    /// Whether a file has to be written; conflicts are recorded.
    fn differs(
        &mut self,
        directory: Option<&Directory>,
        name: &str,
        path: &str,
        text: &str,
    ) -> io::Result<bool> {
        let Some((directory, (kind, identity))) = directory
            .map(|it| it.entry(name).map(|entry| entry.map(|entry| (it, entry))))
            .transpose()?
            .flatten()
        else {
            return Ok(true);
        };
        let obstacle = match kind {
            Kind::File if self.inputs.contains(&identity) => Some(Obstacle::Input),
            Kind::Directory | Kind::Other => Some(Obstacle::NoFile),
            Kind::File if self.earlier.files.contains(path) => None,
            Kind::File | Kind::Link => (self.foreign == Foreign::Refuse).then_some(Obstacle::NotOwn),
        };
        if let Some(why) = obstacle {
            self.in_the_way.push(InTheWay { path: path.to_owned(), why });
            return Ok(false);
        }
        Ok(kind == Kind::Link || directory.read(name)?.as_deref() != Some(text.as_bytes()))
    }

    /// Files of an earlier run that are to be removed: regular files that no run reads.
    fn gone(&self, files: &Files) -> io::Result<Vec<String>> {
        let stale = self.earlier.files.iter().filter(|path| !files.contains_key(*path));
        let mut gone = Vec::new();
        for (folder, names) in by_folder(stale.map(|path| (path.as_str(), path))) {
            // What has become a link or a file meanwhile is nothing of that run.
            let Ok(Some(directory)) = self.folder.descend(folder) else { continue };
            for (name, path) in names {
                let entry = directory.entry(name)?;
                if entry
                    .is_some_and(|(kind, identity)| kind == Kind::File && !self.inputs.contains(&identity))
                {
                    gone.push(path.clone());
                }
            }
        }
        Ok(gone)
    }

    fn failure(&self) -> Option<Failure> {
        let worst = [Obstacle::Input, Obstacle::NoFile, Obstacle::NotOwn]
            .into_iter()
            .find_map(|why| Some((why, self.in_the_way.iter().find(|it| it.why == why)?)));
        let (why, first) = worst?;
        let path = self.folder.path().join(&first.path);
        let more = match self.in_the_way.len() - 1 {
            0 => String::new(),
            others => format!(" ({others} more conflict)"),
        };
        Some(obstructed(&path, &more, why))
    }
}

fn obstructed(path: &Path, more: &str, why: Obstacle) -> Failure {
    let path = path.display();
    Failure::foreign(match why {
        Obstacle::Input => {
            format!("{path} is an input of this command{more}; nothing was written: choose another folder")
        }
        Obstacle::NoFile => {
            format!("{path} is not a regular file{more}; nothing was written: choose another folder")
        }
        Obstacle::NotOwn => format!(
            "{path} exists, and pulsarc did not write it{more}; nothing was written: choose another folder, or replace it with --force"
        ),
    })
}

/// Whether an element of a path is not a directory. Systems return different errors for a link that is not followed.
fn is_no_directory(error: &io::Error) -> bool {
    let link = [Errno::LOOP, Errno::MLINK].map(Errno::raw_os_error);
    error.kind() == io::ErrorKind::NotADirectory || error.raw_os_error().is_some_and(|it| link.contains(&it))
}

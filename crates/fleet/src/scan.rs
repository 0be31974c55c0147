//! The configuration files below a folder, with what they import.
//!
//! Files and folders whose names begin with a dot are passed over. A symbolic link to a folder is not followed, and one to
//! a file stays within the project. A name with control characters, or one that is not UTF-8, is an error: on a terminal or
//! in a report it would look like another one.

use crate::error::FleetError;
use crate::is_project_file;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Names of folders whose configurations are environments of a cluster: each is one of its own.
const ENVIRONMENTS: [&str; 5] = ["environments", "environment", "envs", "env", "stages"];

/// A configuration file.
#[derive(Debug, Clone)]
pub(crate) struct Found {
    /// Its path, from where the scan began.
    pub(crate) path: PathBuf,
    /// Its folder below the scan's, with `/` between names; empty for that folder itself.
    pub(crate) folder: String,
    /// Its name without the ending.
    pub(crate) stem: String,
    /// The files that it imports, as whole paths.
    pub(crate) imports: BTreeSet<PathBuf>,
}

impl Found {
    /// Whether it is named as the cluster of its folder: `cluster` or `values`.
    pub(crate) fn is_of_folder(&self) -> bool {
        names_folder(&self.stem)
    }

    /// Whether it is Nickel.
    pub(crate) fn is_nickel(&self) -> bool {
        self.path.extension().is_some_and(|ending| ending == "ncl")
    }

    /// Whether its name says that it is a draft or a test.
    pub(crate) fn is_aside(&self) -> bool {
        self.stem.starts_with('_') || self.stem.ends_with("_test")
    }
}

/// The configuration files below a folder, in the order of their paths.
#[derive(Debug, Default)]
pub(crate) struct Scan {
    top: PathBuf,
    pub(crate) files: Vec<Found>,
    /// Names that no cluster can have.
    misnamed: Vec<PathBuf>,
}

impl Scan {
    /// Reads a folder and all folders in it, except those that `skips` names.
    pub(crate) fn of(folder: &Path, skips: &dyn Fn(&Path) -> bool) -> Result<Self, FleetError> {
        let mut scan = Self { top: folder.to_owned(), ..Self::default() };
        scan.enter(folder, "", skips)?;
        if scan.misnamed.is_empty() { Ok(scan) } else { Err(FleetError::Names(scan.misnamed)) }
    }

    fn enter(&mut self, folder: &Path, name: &str, skips: &dyn Fn(&Path) -> bool) -> Result<(), FleetError> {
        let unreadable = |error| FleetError::Unreadable(folder.to_owned(), error);
        let entries = fs::read_dir(folder).map_err(unreadable)?.collect::<Result<Vec<_>, _>>();
        let mut entries = entries.map_err(unreadable)?;
        entries.sort_by_key(fs::DirEntry::file_name);
        for entry in entries {
            let path = entry.path();
            let file = entry.file_name().to_string_lossy().into_owned();
            if file.starts_with('.') {
                continue;
            }
            let kind = entry.file_type().map_err(|error| FleetError::Unreadable(path.clone(), error))?;
            if if kind.is_dir() { skips(&path) } else { !is_configuration(&path) } {
                continue;
            }
            if entry.file_name().to_str().is_none_or(|name| name.contains(char::is_control)) {
                self.misnamed.push(path);
                continue;
            }
            if kind.is_dir() {
                let below = if name.is_empty() { file } else { format!("{name}/{file}") };
                self.enter(&path, &below, skips)?;
                continue;
            }
            let whole = std::path::absolute(&path);
            if kind.is_symlink() && !whole.is_ok_and(|whole| is_project_file(&self.top, &whole)) {
                return Err(FleetError::Outside(path));
            }
            self.file(path, name)?;
        }
        Ok(())
    }

    fn file(&mut self, path: PathBuf, folder: &str) -> Result<(), FleetError> {
        let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let mut found = Found { path, folder: folder.to_owned(), stem, imports: BTreeSet::new() };
        if found.is_nickel() {
            let text = fs::read_to_string(&found.path)
                .map_err(|error| FleetError::Unreadable(found.path.clone(), error))?;
            let beside = found.path.parent().unwrap_or(Path::new("."));
            found.imports = imports(&text).map(|import| whole(&beside.join(import))).collect();
        }
        self.files.push(found);
        Ok(())
    }

    /// Whether a file is an environment: it is in a folder of environments, or it is Nickel over the cluster of another
    /// folder; and its own folder has no cluster.
    pub(crate) fn is_environment(&self, file: &Found) -> bool {
        let has_own = self.files.iter().any(|other| other.folder == file.folder && other.is_of_folder());
        if file.folder.is_empty() || file.is_aside() || has_own {
            return false;
        }
        let folder = file.folder.rsplit('/').next().unwrap_or_default();
        ENVIRONMENTS.contains(&folder) || file.imports.iter().any(|import| is_cluster_elsewhere(import, file))
    }

    /// The cluster that the environments of a file's folder are laid over: that of the nearest folder above.
    pub(crate) fn base(&self, file: &Found) -> Option<&Found> {
        let mut folder = file.folder.as_str();
        while !folder.is_empty() {
            folder = folder.rsplit_once('/').map_or("", |(above, _)| above);
            let base = self.files.iter().find(|other| other.folder == folder && other.is_of_folder());
            if base.is_some() {
                return base;
            }
        }
        None
    }

    /// Whether a file is imported by one that is selected.
    pub(crate) fn is_imported(&self, file: &Found, by: impl Fn(&Found) -> bool) -> bool {
        let own = whole(&file.path);
        self.files.iter().any(|other| other.imports.contains(&own) && by(other))
    }
}

fn is_cluster_elsewhere(import: &Path, file: &Found) -> bool {
    let stem = import.file_stem().and_then(|stem| stem.to_str());
    let beside = file.path.parent().map(whole);
    stem.is_some_and(names_folder) && import.parent() != beside.as_deref()
}

/// Whether a name without its ending is that of a folder's own cluster.
fn names_folder(stem: &str) -> bool {
    stem == "cluster" || stem == "values"
}

fn is_configuration(path: &Path) -> bool {
    let endings = ["ncl", "yaml", "yml", "json"];
    path.extension().and_then(|ending| ending.to_str()).is_some_and(|ending| endings.contains(&ending))
}

/// The paths that a Nickel text imports, outside of lines that are comments.
pub(crate) fn imports(text: &str) -> impl Iterator<Item = &str> {
    let code = text.lines().filter(|line| !line.trim_start().starts_with('#'));
    code.flat_map(|line| line.split("import").skip(1)).filter_map(|rest| {
        let quoted = rest.trim_start().strip_prefix('"')?;
        quoted.split_once('"').map(|(path, _)| path)
    })
}

/// A path by which two ways to a file are known as one.
pub fn whole(path: &Path) -> PathBuf {
    path.canonicalize().unwrap_or_else(|_| path.to_owned())
}

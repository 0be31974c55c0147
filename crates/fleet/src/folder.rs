//! Which clusters a folder holds.
//!
//! - A folder at any depth that holds `cluster.ncl`, `cluster.yaml`, `values.yaml` or another file of these two names
//!   is one cluster, called by the folder's path. Whatever else it holds belongs to that cluster, as does one of the
//!   two that the other imports.
//! - A configuration directly in the fleet's folder is a cluster called by the file's name without its ending, unless
//!   another file of the fleet imports it, it ends with `_test.ncl`, or its name begins with `_`.
//!
//! Files and folders whose names begin with a dot are passed over. A symbolic link to a folder is not followed, and one to
//! a file stays within the project. A name with control characters, or one that is not UTF-8, is an error: on a terminal or
//! in a report it would look like another one.

use crate::{Cluster, Part, is_project_file};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::{fs, io};

/// Why a folder is not a fleet.
#[derive(Debug, thiserror::Error)]
pub enum FleetError {
    /// A file or folder that cannot be read.
    #[error("cannot read {}", .0.display())]
    Unreadable(PathBuf, #[source] io::Error),
    /// Two files that give one cluster.
    #[error("the cluster `{name}` is defined twice, by {} and {}: rename or remove one", .first.display(), .second.display())]
    Twice {
        /// What both are called.
        name: String,
        /// The one.
        first: PathBuf,
        /// The other.
        second: PathBuf,
    },
    /// A symbolic link that leads out of the project, or nowhere.
    #[error("{} is a symbolic link out of this project: copy the file into the project, or allow its folder \
    with --allow-import", .0.display())]
    Outside(PathBuf),
    /// Files and folders with names that no cluster can have.
    #[error("{} cannot be a cluster name: rename it to UTF-8 text without control characters", listed(.0))]
    Names(Vec<PathBuf>),
    /// A folder without any cluster.
    #[error("{} contains no cluster: put a `cluster.ncl` or `values.yaml` into a folder for each", .0.display())]
    Empty(PathBuf),
}

/// The clusters of a folder, in the order of their names.
pub fn clusters(folder: &Path) -> Result<Vec<Cluster>, FleetError> {
    let mut walk = Walk { top: folder.to_owned(), ..Walk::default() };
    walk.enter(folder, "")?;
    if !walk.misnamed.is_empty() {
        return Err(FleetError::Names(walk.misnamed));
    }
    let mut named: BTreeMap<String, PathBuf> = BTreeMap::new();
    let files = std::mem::take(&mut walk.clusters);
    for (name, input) in files {
        if walk.is_part(&input) {
            continue;
        }
        if let Some(first) = named.insert(name.clone(), input.clone()) {
            return Err(FleetError::Twice { name, first, second: input });
        }
    }
    if named.is_empty() {
        return Err(FleetError::Empty(folder.to_owned()));
    }
    let cluster =
        |(name, input)| Cluster { name, layers: vec![Part::File(input)], namespace: None, release: None };
    Ok(named.into_iter().map(cluster).collect())
}

/// What a walk has found so far.
#[derive(Debug, Default)]
struct Walk {
    /// The fleet's folder.
    top: PathBuf,
    clusters: Vec<(String, PathBuf)>,
    imported: BTreeSet<PathBuf>,
    /// Of these, what is imported from its own folder.
    beside: BTreeSet<PathBuf>,
    /// Names that no cluster can have.
    misnamed: Vec<PathBuf>,
}

impl Walk {
    /// Whether a file is a part of a cluster and none itself. A folder's cluster stays one where another folder's is
    /// laid over it.
    fn is_part(&self, path: &Path) -> bool {
        let imported = if name_of_part(path) { &self.imported } else { &self.beside };
        imported.contains(&whole(path))
    }

    fn enter(&mut self, folder: &Path, name: &str) -> Result<(), FleetError> {
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
            if !kind.is_dir() && !is_configuration(&path) {
                continue;
            }
            if entry.file_name().to_str().is_none_or(|name| name.contains(char::is_control)) {
                self.misnamed.push(path);
                continue;
            }
            if kind.is_dir() {
                let below = if name.is_empty() { file } else { format!("{name}/{file}") };
                self.enter(&path, &below)?;
            } else {
                let whole = std::path::absolute(&path);
                if kind.is_symlink() && !whole.is_ok_and(|whole| is_project_file(&self.top, &whole)) {
                    return Err(FleetError::Outside(path));
                }
                self.file(path, name)?;
            }
        }
        Ok(())
    }

    fn file(&mut self, path: PathBuf, folder: &str) -> Result<(), FleetError> {
        if path.extension().is_some_and(|ending| ending == "ncl") {
            let text = fs::read_to_string(&path).map_err(|e| FleetError::Unreadable(path.clone(), e))?;
            let beside = path.parent().unwrap_or(Path::new("."));
            for import in imports(&text).map(|import| whole(&beside.join(import))) {
                if import.parent() == Some(whole(beside).as_path()) {
                    self.beside.insert(import.clone());
                }
                self.imported.insert(import);
            }
        }
        let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let name = match folder {
            "" if stem.starts_with('_') || stem.ends_with("_test") => return Ok(()),
            "" => stem,
            _ if name_of_part(&path) => return Ok(()),
            folder => folder.to_owned(),
        };
        self.clusters.push((name, path));
        Ok(())
    }
}

/// Paths in a message, with escapes for what is not a text.
#[expect(clippy::unnecessary_debug_formatting, reason = "its escapes show what is not text")]
fn listed(paths: &[PathBuf]) -> String {
    paths.iter().map(|path| format!("{path:?}")).collect::<Vec<_>>().join(", ")
}

/// Whether a file is called as any other than a folder's own cluster.
fn name_of_part(path: &Path) -> bool {
    path.file_stem().is_none_or(|stem| stem != "cluster" && stem != "values")
}

fn is_configuration(path: &Path) -> bool {
    let endings = ["ncl", "yaml", "yml", "json"];
    path.extension().and_then(|ending| ending.to_str()).is_some_and(|ending| endings.contains(&ending))
}

/// The paths that a Nickel text imports, outside of lines that are comments.
fn imports(text: &str) -> impl Iterator<Item = &str> {
    let code = text.lines().filter(|line| !line.trim_start().starts_with('#'));
    code.flat_map(|line| line.split("import").skip(1)).filter_map(|rest| {
        let quoted = rest.trim_start().strip_prefix('"')?;
        quoted.split_once('"').map(|(path, _)| path)
    })
}

/// A path by which two ways to a file are known as one.
fn whole(path: &Path) -> PathBuf {
    path.canonicalize().unwrap_or_else(|_| path.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fleet(files: &[(&str, &str)]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().expect("a folder");
        for (name, text) in files {
            let path = folder.path().join(name);
            fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
            fs::write(path, text).expect("a file");
        }
        folder
    }

    fn names(files: &[(&str, &str)]) -> Result<Vec<String>, String> {
        let found = clusters(fleet(files).path()).map_err(|error| error.to_string())?;
        Ok(found.into_iter().map(|cluster| cluster.name).collect())
    }

    #[test]
    fn folders_and_files_are_clusters_and_parts_are_none() {
        let found = names(&[
            ("prod/eu/cluster.ncl", "(import \"../../base.ncl\") & {}"),
            ("prod/eu/sizes.yaml", "{}"),
            ("prod/us/values.yaml", "{}"),
            ("base.ncl", "{}"),
            ("dev.yaml", "{}"),
            ("dev_test.ncl", "{}"),
            ("_draft.ncl", "{}"),
            (".hidden/values.yaml", "{}"),
            ("notes.md", ""),
        ]);
        assert_eq!(found, Ok(vec!["dev".to_owned(), "prod/eu".to_owned(), "prod/us".to_owned()]));
    }

    #[test]
    fn an_import_in_a_comment_hides_no_cluster() {
        let found = names(&[("a.ncl", "# import \"b.ncl\"\n{}"), ("b.ncl", "{}")]);
        assert_eq!(found, Ok(vec!["a".to_owned(), "b".to_owned()]));
    }

    #[test]
    fn values_that_a_cluster_imports_are_not_a_cluster() {
        let found = names(&[
            ("x/cluster.ncl", "(import \"values.yaml\") & {}"),
            ("x/values.yaml", "{}"),
            ("y/cluster.ncl", "(import \"../x/cluster.ncl\") & {}"),
        ]);
        assert_eq!(found, Ok(vec!["x".to_owned(), "y".to_owned()]));
    }

    #[test]
    fn a_name_is_given_once() {
        for files in [["a.ncl", "a.yaml"], ["a.ncl", "a/cluster.ncl"], ["x/cluster.ncl", "x/values.yaml"]] {
            let message = names(&[(files[0], "{}"), (files[1], "{}")]).expect_err("a name twice");
            assert!(message.contains("is defined twice"), "{message}");
        }
    }

    /// Each of these would be another name, or none, on a terminal, in a report, or in a message of lines.
    #[test]
    fn every_name_with_a_control_character_is_named_in_one_error() {
        for name in ["a\nb", "a\rb", "a\tb", "a\u{1b}[2Kb", "a\u{7f}", "a\u{85}b"] {
            for file in
                [format!("{name}/values.yaml"), format!("{name}.yaml"), format!("prod/{name}/cluster.ncl")]
            {
                let message = names(&[("a/values.yaml", "{}"), (&file, "{}")]).expect_err("a bad name");
                assert!(message.contains("cannot be a cluster name"), "{message}");
                assert!(!message.contains(char::is_control), "{message:?}");
            }
        }
        let message = names(&[("a\n/values.yaml", "{}"), ("b\t.yaml", "{}")]).expect_err("two bad names");
        assert!(message.contains("a\\n") && message.contains("b\\t"), "{message}");
    }

    #[cfg(unix)]
    #[test]
    fn names_that_are_not_utf_8_stay_distinct() {
        use std::os::unix::ffi::OsStrExt;
        let folder = fleet(&[("good/values.yaml", "{}")]);
        for bytes in [b"bad\xff", b"bad\xfe"] {
            let path = folder.path().join(std::ffi::OsStr::from_bytes(bytes));
            fs::create_dir(&path).expect("a folder");
            fs::write(path.join("values.yaml"), "{}").expect("a file");
        }
        let message = clusters(folder.path()).expect_err("bad names").to_string();
        assert!(message.contains("\\xFE") && message.contains("\\xFF"), "{message}");
    }

    #[test]
    fn a_folder_without_clusters_is_no_fleet() {
        assert!(names(&[("notes.md", "")]).expect_err("no cluster").contains("contains no cluster"));
    }
}

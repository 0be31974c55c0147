//! Which clusters a folder holds.
//!
//! - A folder at any depth that holds `cluster.ncl`, `cluster.yaml`, `values.yaml` or another file of these two names
//!   is one cluster, called by the folder's path. Whatever else it holds belongs to that cluster, as does one of the
//!   two that the other imports.
//! - A configuration directly in the fleet's folder is a cluster called by the file's name without its ending, unless
//!   another file of the fleet imports it, it ends with `_test.ncl`, or its name begins with `_`.
//! - An environment is a cluster called by its path, and what it is laid over is none: `cluster.ncl` beside a folder
//!   `environments`, as `pulsarc init` writes it. YAML in such a folder is a layer over the cluster above it.

use crate::error::FleetError;
use crate::scan::{Found, Scan};
use crate::{Cluster, Part};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// The clusters of a folder, in the order of their names.
pub fn clusters(folder: &Path) -> Result<Vec<Cluster>, FleetError> {
    let scan = Scan::of(folder, &|_| false)?;
    let mut named: BTreeMap<String, &Found> = BTreeMap::new();
    for file in &scan.files {
        let Some(name) = name(&scan, file).filter(|_| !is_part(&scan, file)) else { continue };
        if let Some(first) = named.insert(name.clone(), file) {
            return Err(FleetError::Twice { name, first: first.path.clone(), second: file.path.clone() });
        }
    }
    if named.is_empty() {
        return Err(FleetError::Empty(folder.to_owned()));
    }
    let cluster = |(name, file)| Cluster {
        name,
        layers: layers(&scan, file).into_iter().map(Part::File).collect(),
        namespace: None,
        context: None,
        release: None,
    };
    Ok(named.into_iter().map(cluster).collect())
}

/// What the cluster of a file is called; none if the file is no cluster.
fn name(scan: &Scan, file: &Found) -> Option<String> {
    match file.folder.as_str() {
        "" => (!file.is_aside()).then(|| file.stem.clone()),
        folder if file.is_of_folder() => Some(folder.to_owned()),
        folder => scan.is_environment(file).then(|| format!("{folder}/{}", file.stem)),
    }
}

/// Whether a file is a part of a cluster and none itself. A folder's cluster stays one where another folder's is
/// laid over it, but not under environments.
fn is_part(scan: &Scan, file: &Found) -> bool {
    if !file.is_of_folder() {
        return scan.is_imported(file, |_| true);
    }
    let is_base = |other: &Found| scan.is_environment(other) && layers(scan, other).contains(&file.path);
    scan.is_imported(file, |other| other.folder == file.folder || scan.is_environment(other))
        || scan.files.iter().any(is_base)
}

/// The layers of a file's cluster: an environment that is data is laid over the cluster above it.
pub(crate) fn layers(scan: &Scan, file: &Found) -> Vec<PathBuf> {
    let is_layer = !file.is_nickel() && scan.is_environment(file);
    let base = scan.base(file).filter(|_| is_layer).map(|base| base.path.clone());
    base.into_iter().chain([file.path.clone()]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

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

    #[test]
    fn environments_are_clusters_and_what_they_are_laid_over_is_none() {
        let started = names(&[
            ("cluster.ncl", "{}"),
            ("cluster_test.ncl", "{}"),
            ("environments/dev.ncl", "(import \"../cluster.ncl\") & {}"),
            ("environments/prod.ncl", "(import \"../cluster.ncl\") & {}"),
        ]);
        assert_eq!(started, Ok(vec!["environments/dev".to_owned(), "environments/prod".to_owned()]));
        let elsewhere = names(&[
            ("pulsar/cluster.ncl", "{}"),
            ("deploy/eu.ncl", "(import \"../pulsar/cluster.ncl\") & {}"),
            ("deploy/notes.yaml", "{}"),
        ]);
        assert_eq!(elsewhere, Ok(vec!["deploy/eu".to_owned()]));
    }

    #[test]
    fn yaml_environments_are_layers_over_the_cluster_above() {
        let folder = fleet(&[("a/values.yaml", "{}"), ("a/envs/prod.yaml", "{}"), ("b/values.yaml", "{}")]);
        let found = clusters(folder.path()).expect("a fleet");
        let below = |path: &str| Part::File(folder.path().join(path));
        let layers: Vec<(&str, &[Part])> =
            found.iter().map(|cluster| (cluster.name.as_str(), cluster.layers.as_slice())).collect();
        let prod = [below("a/values.yaml"), below("a/envs/prod.yaml")];
        assert_eq!(layers, [("a/envs/prod", &prod[..]), ("b", &[below("b/values.yaml")])]);
    }
}

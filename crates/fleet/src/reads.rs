//! The files that a configuration is made of, and the configurations that have to be checked again when one changes.

use crate::scan::{imports, whole};
use crate::{Cluster, Part};
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::path::{Path, PathBuf};

/// Files of one configuration that are followed: more are in a loop, or somebody else's.
const MOST: usize = 10_000;

/// The files that a cluster reads, as paths without links: its layers, and what they import as far as their texts say.
/// `text` gives the text of a file.
pub fn files_of(cluster: &Cluster, text: &dyn Fn(&Path) -> Option<String>) -> BTreeSet<PathBuf> {
    let layers = cluster.layers.iter().filter_map(|part| match part {
        Part::File(path) => Some(whole(path)),
        Part::Record(_) => None,
    });
    let mut open: VecDeque<PathBuf> = layers.collect();
    let mut found = BTreeSet::new();
    while let Some(file) = open.pop_front() {
        if found.len() >= MOST || !found.insert(file.clone()) {
            continue;
        }
        if file.extension().is_some_and(|ending| ending == "ncl") {
            let beside = file.parent().unwrap_or(Path::new("")).to_owned();
            let text = text(&file).unwrap_or_default();
            let imported = imports(&text).map(|import| whole(&beside.join(import)));
            open.extend(imported.filter(|path| path.is_file()));
        }
    }
    found
}

/// The files that each configuration was made of when it was last looked at.
#[derive(Debug, Clone, Default)]
pub struct Reads {
    by_name: BTreeMap<String, BTreeSet<PathBuf>>,
}

impl Reads {
    /// Notes what a configuration was made of.
    pub fn note(&mut self, name: &str, files: BTreeSet<PathBuf>) {
        self.by_name.insert(name.to_owned(), files);
    }

    /// The configurations that a change of a file concerns.
    pub fn concerned<'r>(&'r self, file: &'r Path) -> impl Iterator<Item = &'r str> {
        self.by_name.iter().filter(|(_, files)| files.contains(file)).map(|(name, _)| name.as_str())
    }

    /// Every file.
    pub fn files(&self) -> impl Iterator<Item = &Path> {
        self.by_name.values().flatten().map(PathBuf::as_path)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn imports_are_followed() {
        let folder = tempfile::tempdir().expect("a folder");
        let top = folder.path().canonicalize().expect("a path");
        let file = |name: &str, text: &str| {
            fs::write(top.join(name), text).expect("a file");
            top.join(name)
        };
        let (a, b) =
            (file("a.ncl", "(import \"b.ncl\") & import \"pulsar.ncl\""), file("b.ncl", "import \"c.yaml\""));
        let c = file("c.yaml", "{}");
        let layers = vec![Part::File(a.clone())];
        let cluster = Cluster { name: "a".to_owned(), layers, namespace: None, release: None, context: None };
        let text = |path: &Path| fs::read_to_string(path).ok();
        let files = files_of(&cluster, &text);
        assert_eq!(files, [a, b.clone(), c].into());
        let mut reads = Reads::default();
        reads.note("a", files);
        assert_eq!(reads.concerned(&b).collect::<Vec<_>>(), ["a"]);
        assert_eq!(reads.concerned(&top.join("d.ncl")).count(), 0);
    }
}

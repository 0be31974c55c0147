//! The file of a project, `pulsarc.toml`: the configurations that its folder holds, where their names alone do not say it.

use crate::{Cluster, Part};
use pulsarc_diag::{Diagnostic, Findings, KeyPath, Sources};
use pulsarc_eval::{NO_LAYER, Toml, read_toml};
use pulsarc_model::{Node, decode};
use serde::Deserialize;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What the file is called.
pub const SETTINGS: &str = "pulsarc.toml";

/// The result of the file.
#[derive(Debug, Default)]
pub struct Settings {
    /// The configurations, in their order.
    pub clusters: Vec<Cluster>,
    /// The files of fleets.
    pub fleets: Vec<PathBuf>,
    /// What is wrong with the file itself.
    pub findings: Findings,
    /// The text that this is about.
    pub sources: Arc<Sources>,
}

/// The file, as it is written.
#[derive(Debug, Default, Deserialize)]
struct File {
    #[serde(default)]
    configuration: Vec<Entry>,
    #[serde(default)]
    fleets: Vec<String>,
}

/// One configuration.
#[derive(Debug, Clone, Deserialize)]
struct Entry {
    name: Option<String>,
    layers: Vec<String>,
    namespace: Option<String>,
    release: Option<String>,
    context: Option<String>,
}

/// Reads the file, whose paths start from `folder`. `is_file` says whether a path leads to a file.
pub fn settings(name: &str, text: &str, folder: &Path, is_file: &dyn Fn(&Path) -> bool) -> Settings {
    let Toml { node, sources, mut findings } = read_toml(name, text);
    let root = node.unwrap_or_else(|| Node::bare(pulsarc_model::Value::Null));
    let file: File = if findings.has_errors() {
        File::default()
    } else {
        decode(&root, &KeyPath::root(), &mut findings).unwrap_or_default()
    };
    let mut listing = Listing { root: &root, folder, is_file, findings: &mut findings };
    let clusters = listing.clusters(&file.configuration);
    let at = KeyPath::root().key("fleets");
    let fleets = listing.files(&file.fleets, &at);
    Settings { clusters, fleets, findings, sources: Arc::new(sources) }
}

struct Listing<'a> {
    root: &'a Node,
    folder: &'a Path,
    is_file: &'a dyn Fn(&Path) -> bool,
    findings: &'a mut Findings,
}

impl Listing<'_> {
    fn clusters(&mut self, entries: &[Entry]) -> Vec<Cluster> {
        let mut names = BTreeSet::new();
        let mut clusters = Vec::new();
        for (at, entry) in entries.iter().enumerate() {
            let path = KeyPath::root().key("configuration").index(at);
            if entry.layers.is_empty() {
                let message = "a configuration without layers";
                self.report(
                    &path.key("layers"),
                    message,
                    "name its files, of which later ones win: layers = [\"values.yaml\"]",
                );
            }
            let layers = self.files(&entry.layers, &path.key("layers"));
            let name = entry.name.clone().unwrap_or_else(|| entry.layers.join(" + "));
            if !names.insert(name.clone()) {
                let message = format!("two configurations are called `{name}`");
                self.report(&path.key("name"), &message, "give each its own name");
            }
            if !layers.is_empty() {
                let layers = layers.into_iter().map(Part::File).collect();
                let Entry { namespace, release, context, .. } = entry.clone();
                clusters.push(Cluster { name, layers, namespace, release, context });
            }
        }
        clusters
    }

    /// The files of a list; those that are not there are reported.
    fn files(&mut self, names: &[String], path: &KeyPath) -> Vec<PathBuf> {
        let mut files = Vec::new();
        for (at, name) in names.iter().enumerate() {
            let file = self.folder.join(name);
            if (self.is_file)(&file) {
                files.push(file);
            } else {
                let message = format!("there is no file `{name}`");
                self.report(
                    &path.index(at),
                    &message,
                    "correct the path, which starts from the folder of pulsarc.toml",
                );
            }
        }
        files
    }

    fn report(&mut self, path: &KeyPath, message: &str, help: &str) {
        let finding = Diagnostic::new(&NO_LAYER, message).at(path).span(self.root.users_span(path));
        self.findings.push(finding.help(help));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (Vec<String>, Vec<String>) {
        let read = settings(SETTINGS, text, Path::new("/p"), &|path| path.ends_with("values.yaml"));
        let messages = read.findings.sorted(&read.sources).into_iter().map(|found| {
            assert!(found.span.is_some(), "{found:?}");
            found.message
        });
        let messages = messages.collect();
        (read.clusters.into_iter().map(|cluster| cluster.name).collect(), messages)
    }

    #[test]
    fn configurations_are_listed() {
        let text = "[[configuration]]\nname = \"prod\"\nlayers = [\"values.yaml\"]\nnamespace = \"p\"\n\n[[configuration]]\nlayers = [\"values.yaml\", \"x/values.yaml\"]\n";
        assert_eq!(read(text), (vec!["prod".to_owned(), "values.yaml + x/values.yaml".to_owned()], vec![]));
    }

    #[test]
    fn every_mistake_is_reported_at_its_place() {
        let text = "[[configuration]]\nname = \"a\"\nlayers = [\"nowhere.yaml\"]\n[[configuration]]\nname = \"a\"\nlayers = []\n";
        let (_, messages) = read(text);
        assert_eq!(messages.len(), 3, "{messages:?}");
        let (_, messages) = read("[[configuration]]\nlayer = [\"values.yaml\"]\n");
        assert!(messages.contains(&"unknown key `layer`".to_owned()), "{messages:?}");
        let (_, messages) = read("[[configuration]\n");
        assert_eq!(messages.len(), 1, "{messages:?}");
    }
}

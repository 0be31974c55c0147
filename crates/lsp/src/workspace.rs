//! The configurations of the projects that the client has open, and which of them a file is part of.

use crate::documents::{Document, Language, Presented};
use crate::edge::Edge;
use crate::texts::Texts;
use pulsarc_compiler::{Format, Layer, Target};
use pulsarc_diag::{Diagnostic, Findings, Sources};
use pulsarc_fleet::{Cluster, Part, Project, Reads, Recognised, SETTINGS, files_of, recognised, whole};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Layers that are checked together.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Configuration {
    /// What it is called: its files, or its name in `pulsarc.toml` or a fleet.
    pub(crate) name: String,
    /// The files among its layers as absolute paths without links; later ones win.
    pub(crate) layers: Vec<PathBuf>,
    /// All of its layers: records of a fleet's file are layers as well.
    pub(crate) parts: Vec<Part>,
    /// Its namespace, where the project says one.
    pub(crate) namespace: Option<String>,
    /// Its release, where the project says one.
    pub(crate) release: Option<String>,
}

/// Findings about a file that lists configurations: a fleet's, or `pulsarc.toml`.
#[derive(Debug)]
pub(crate) struct Listed {
    pub(crate) findings: Vec<Diagnostic>,
    pub(crate) sources: Arc<Sources>,
}

/// The projects.
#[derive(Debug, Default)]
pub(crate) struct Workspace {
    /// Every configuration.
    pub(crate) configurations: Vec<Arc<Configuration>>,
    /// The files that list configurations, with what is wrong with them.
    pub(crate) lists: Vec<(PathBuf, Listed)>,
    /// The files that each configuration is made of.
    reads: Reads,
    /// Why a folder could not be searched.
    pub(crate) failures: Vec<String>,
}

/// Which YAML files are configurations.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Values {
    /// Those that a project lists, those that say so, and those whose keys are a configuration's.
    #[default]
    Recognised,
    /// All that the client opens.
    All,
}

impl Workspace {
    /// Searches the projects' folders.
    pub(crate) fn search(roots: &[PathBuf], texts: &Texts, edge: &Edge) -> Self {
        let mut workspace = Self::default();
        for root in roots {
            match pulsarc_fleet::project(root) {
                Ok(mut project) => {
                    workspace.take_fleets(root, &mut project, texts, edge);
                    if project.sources.count() > 0 {
                        let listed = Listed::of(project.findings, project.sources);
                        workspace.lists.push((whole(&root.join(SETTINGS)), listed));
                    }
                    for cluster in project.clusters {
                        workspace.add(cluster, texts);
                    }
                }
                Err(pulsarc_fleet::FleetError::NoConfiguration(_)) => {}
                Err(error) => workspace.failures.push(error.to_string()),
            }
        }
        workspace
    }

    /// The clusters of the fleets, whose layers are no configurations of their own then.
    fn take_fleets(&mut self, root: &Path, project: &mut Project, texts: &Texts, edge: &Edge) {
        for path in std::mem::take(&mut project.fleets) {
            let path = whole(&path);
            let Some(layer) = texts.layer(&path) else { continue };
            let folder = path.parent().unwrap_or(root).to_owned();
            let read =
                edge.with_evaluations(|evaluations| pulsarc_fleet::manifest(evaluations, &layer, &folder));
            project.without_layers_of(&read.clusters);
            let file = path.strip_prefix(whole(root)).unwrap_or(&path).display().to_string();
            for mut cluster in read.clusters {
                cluster.name = format!("{file}: {}", cluster.name);
                self.add(cluster, texts);
            }
            self.lists.push((path, Listed::of(read.findings, read.sources)));
        }
    }

    /// Adds a configuration.
    pub(crate) fn add(&mut self, cluster: Cluster, texts: &Texts) -> Arc<Configuration> {
        let text = |path: &Path| texts.read(path).ok();
        let mut files = files_of(&cluster, &text);
        let of_records = cluster.layers.iter().filter_map(|part| match part {
            Part::Record(record) => Some(record.sources.iter()),
            Part::File(_) => None,
        });
        let named = of_records.flatten().filter(|(_, source)| source.users);
        files.extend(named.map(|(_, source)| PathBuf::from(&source.name)));
        self.reads.note(&cluster.name, files);
        let configuration = Arc::new(Configuration::of(cluster));
        self.configurations.push(configuration.clone());
        configuration
    }

    /// The configurations that a file is part of: first those that are named after it, its own or its environments'.
    pub(crate) fn configurations_of(&self, file: &Path) -> Vec<Arc<Configuration>> {
        let names: BTreeSet<&str> = self.reads.concerned(file).collect();
        let concerned = self.configurations.iter().filter(|it| names.contains(it.name.as_str()));
        let mut concerned: Vec<Arc<Configuration>> = concerned.cloned().collect();
        concerned.sort_by_key(|it| it.layers.last().is_none_or(|last| last != file));
        concerned
    }

    /// Whether a configuration is made of a file, among others.
    pub(crate) fn reads(&self, name: &str, file: &Path) -> bool {
        self.reads.concerned(file).any(|other| other == name)
    }

    /// The configurations that an open document is checked in: those of its project, or it alone if it is one.
    pub(crate) fn of_document(&self, document: &Document, values: Values) -> Vec<Arc<Configuration>> {
        let listed = self.configurations_of(&document.path);
        if !listed.is_empty() || self.lists.iter().any(|(path, _)| *path == document.path) {
            return listed;
        }
        let text = document.checked_text();
        let is_ours = match recognised(&document.path, text) {
            Recognised::Configuration => true,
            Recognised::Other => {
                let is_wanted = values == Values::All || document.presented == Presented::AsConfiguration;
                document.language == Language::Values && is_wanted
            }
            Recognised::Fleet | Recognised::Tests | Recognised::Part => false,
        };
        if is_ours { vec![Arc::new(Configuration::alone(&document.path))] } else { Vec::new() }
    }
}

impl Listed {
    fn of(findings: Findings, sources: Arc<Sources>) -> Self {
        Self { findings: findings.sorted(&sources), sources }
    }
}

impl Configuration {
    fn of(cluster: Cluster) -> Self {
        let parts: Vec<Part> = cluster
            .layers
            .into_iter()
            .map(|part| match part {
                Part::File(path) => Part::File(whole(&path)),
                record @ Part::Record(_) => record,
            })
            .collect();
        let files = parts.iter().filter_map(|part| match part {
            Part::File(path) => Some(path.clone()),
            Part::Record(_) => None,
        });
        Self {
            name: cluster.name,
            layers: files.collect(),
            parts,
            namespace: cluster.namespace,
            release: cluster.release,
        }
    }

    /// A file that is checked alone.
    fn alone(path: &Path) -> Self {
        Self {
            name: path.display().to_string(),
            layers: vec![path.to_owned()],
            parts: vec![Part::File(path.to_owned())],
            namespace: None,
            release: None,
        }
    }

    /// Its layers with their texts; none if a file of it is not there.
    pub(crate) fn read(&self, texts: &Texts) -> Option<Vec<Layer>> {
        let layer = |part: &Part| match part {
            Part::File(path) => texts.layer(path),
            Part::Record(record) => Some(Layer {
                name: self.name.clone(),
                format: Format::Record(record.clone()),
                bytes: Vec::new(),
            }),
        };
        self.parts.iter().map(layer).collect()
    }

    /// What it is built for.
    pub(crate) fn target(&self, usual: &Target) -> Target {
        let mut target = usual.clone();
        target.release = self.release.clone().unwrap_or(target.release);
        target.namespace = self.namespace.clone().unwrap_or(target.namespace);
        target
    }
}

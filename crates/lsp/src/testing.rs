//! Tests only: projects of a few files, checked, and texts with the cursor as a mark.

use crate::Edge;
use crate::analysis::Checked;
use crate::check::checked;
use crate::documents::{Document, Documents};
use crate::lookup::Lookup;
use crate::position::Encoding;
use crate::texts::Texts;
use crate::view::View;
use crate::workspace::Workspace;
use lsp_types::Position;
use pulsarc_compiler::levels::Levels;
use pulsarc_compiler::{InProcess, KubeVersion, Target};
use pulsarc_fleet::{Cluster, Part};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, OnceLock};

/// What all tests look up: reading it takes longer than any of them.
#[cfg(test)]
static LOOKUP: OnceLock<Lookup> = OnceLock::new();

/// The cursor in a text.
pub(crate) const MARK: char = '▮';

/// A project with files that are open.
pub(crate) struct Project {
    folder: tempfile::TempDir,
    documents: Documents,
    workspace: Workspace,
    lookup: Lookup,
    edge: Edge,
    checked: Vec<Arc<Checked>>,
    at: (PathBuf, Position),
}

impl Project {
    /// A project of files, all of them open. Each is a configuration of its own. The cursor is at the mark.
    pub(crate) fn of(files: &[(&str, &str)]) -> Self {
        let mut project = Self::unchecked(files);
        for (name, _) in files {
            project.check(&[name]);
        }
        project
    }

    /// A project of one file.
    pub(crate) fn one(name: &str, text: &str) -> Self {
        Self::of(&[(name, text)])
    }

    /// A project of files that are the layers of one configuration, all of them open.
    pub(crate) fn layers(files: &[(&str, &str)]) -> Self {
        let mut project = Self::unchecked(files);
        let names: Vec<&str> = files.iter().map(|(name, _)| *name).collect();
        project.check(&names);
        project
    }

    /// A project of files that are open and have not been checked.
    pub(crate) fn unchecked(files: &[(&str, &str)]) -> Self {
        let folder = tempfile::tempdir().expect("there is room");
        let mut documents = Documents::default();
        let mut at = None;
        for (name, marked) in files {
            let path = real(&folder).join(name);
            let text = marked.replacen(MARK, "", 1);
            std::fs::create_dir_all(path.parent().expect("it is in a folder")).expect("it is made");
            std::fs::write(&path, &text).expect("it is written");
            let uri = crate::uri::of(&path).expect("a URI");
            let document = Document::opened(uri, path.clone(), "", 1, text).expect("a known language");
            let byte = marked.find(MARK);
            let position = document.text.position(byte.unwrap_or_default(), Encoding::Utf16);
            if byte.is_some() || at.is_none() {
                at = Some((path, position));
            }
            documents.open(document);
        }
        Self {
            folder,
            documents,
            workspace: Workspace::default(),
            lookup: lookup(),
            edge: edge(None),
            checked: Vec::new(),
            at: at.expect("it has files"),
        }
    }

    /// Checks layers together.
    fn check(&mut self, names: &[&str]) {
        let root = real(&self.folder);
        self.checked.push(check(&mut self.workspace, &self.edge, &root, names));
    }

    /// The text of an open file.
    pub(crate) fn text(&self, path: &Path) -> &str {
        self.documents.get(path).expect("it is open").checked_text()
    }

    /// The view of the file with the mark, and the place of the mark.
    pub(crate) fn marked(&self) -> (View<'_>, Position) {
        (self.view(&self.at.0), self.at.1)
    }

    /// The view of a file.
    pub(crate) fn view(&self, path: &Path) -> View<'_> {
        View {
            document: self.documents.get(path).expect("it is open"),
            documents: &self.documents,
            checked: self
                .checked
                .iter()
                .filter(|checked| self.workspace.reads(&checked.configuration.name, path))
                .cloned()
                .collect(),
            workspace: &self.workspace,
            lookup: &self.lookup,
            encoding: Encoding::Utf16,
            edge: &self.edge,
        }
    }
}

/// The folder without links: macOS has its temporary files behind one.
fn real(folder: &tempfile::TempDir) -> PathBuf {
    std::fs::canonicalize(folder.path()).expect("it is there")
}

/// Adds layers in a folder to a workspace, and checks them together.
pub(crate) fn check(workspace: &mut Workspace, edge: &Edge, root: &Path, names: &[&str]) -> Arc<Checked> {
    let layers = names.iter().map(|name| Part::File(root.join(name))).collect();
    let cluster = Cluster { name: names.join(", "), layers, namespace: None, release: None, context: None };
    let texts = Texts::default();
    let configuration = workspace.add(cluster, &texts);
    Arc::new(checked(edge, configuration, &texts).expect("its files are there"))
}

/// What can be looked up, read once for all tests.
pub(crate) fn lookup() -> Lookup {
    LOOKUP.get_or_init(|| Lookup::begin(&target())).clone()
}

/// An edge that evaluates in this process, with a folder for copies or without one.
pub(crate) fn edge(copies: Option<PathBuf>) -> Edge {
    Edge {
        evaluations: Mutex::new(Box::new(InProcess)),
        begins: Box::new(|| {}),
        format: |text| Ok(text.to_owned()),
        copies,
        target: target(),
        levels: Levels::default(),
    }
}

/// What the command builds for unless it is told otherwise.
fn target() -> Target {
    Target {
        release: "pulsar".to_owned(),
        namespace: "default".to_owned(),
        kube_version: KubeVersion { major: 1, minor: 33 },
        upgrade: false,
    }
}

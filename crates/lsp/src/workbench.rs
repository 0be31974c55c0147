//! For tests: files in a folder with a checked configuration, and the place of a cursor.

use crate::Edge;
use crate::analysis::Checked;
use crate::documents::{Document, Documents};
use crate::edge::Compiled;
use crate::lookup::Lookup;
use crate::position::Encoding;
use crate::uri;
use crate::view::View;
use crate::workspace::{Configuration, Workspace};
use lsp_types::{Location, Position};
use pulsarc_compiler::levels::Levels;
use pulsarc_compiler::{Format, InProcess, KubeVersion, Layer, Target};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, OnceLock};

/// What can be looked up, read once for all tests.
#[cfg(test)]
static LOOKUP: OnceLock<Lookup> = OnceLock::new();

/// The mark of the cursor in a text.
pub(crate) const CURSOR: char = '▮';

/// Files with configurations of them. The file with the cursor is open.
pub(crate) struct Workbench {
    folder: tempfile::TempDir,
    root: PathBuf,
    edge: Edge,
    documents: Documents,
    workspace: Workspace,
    checked: Vec<Arc<Checked>>,
    open: PathBuf,
    /// The place of the cursor.
    pub(crate) at: Position,
}

impl Workbench {
    /// Writes files, and checks configurations: each is the names of its layers.
    pub(crate) fn new(files: &[(&str, &str)], configurations: &[&[&str]]) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let root = folder.path().canonicalize().expect("a path");
        std::fs::create_dir(root.join(".git")).expect("a folder");
        let mut documents = Documents::default();
        let (mut open, mut at) = (PathBuf::new(), Position::default());
        for (name, text) in files {
            let path = root.join(name);
            std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
            let cursor = text.find(CURSOR);
            let text = text.replace(CURSOR, "");
            std::fs::write(&path, &text).expect("a file");
            if let Some(cursor) = cursor {
                let uri = uri::of(&path).expect("a URI");
                let document = Document::opened(uri, path.clone(), "", 1, text.clone()).expect("a document");
                at = document.text.position(cursor, Encoding::Utf16);
                documents.open(document);
                open = path;
            }
        }
        let edge = Edge {
            evaluations: Mutex::new(Box::new(InProcess)),
            begins: Box::new(|| ()),
            format: |text| Ok(text.to_owned()),
            copies: Some(root.join("copies")),
            target: target(),
            levels: Levels::default(),
        };
        let configurations: Vec<Arc<Configuration>> =
            configurations.iter().map(|layers| configuration(&root, layers)).collect();
        let reads = |checked: &&Arc<Checked>| {
            checked.configuration.layers.contains(&open)
                || checked.built.sources.imports().any(|(import, _)| import == open)
        };
        let checked: Vec<Arc<Checked>> =
            configurations.iter().map(|configuration| Arc::new(check(&edge, configuration))).collect();
        let checked = checked.iter().filter(reads).cloned().collect();
        let mut workspace = Workspace::default();
        workspace.configurations = configurations;
        Self { folder, root, edge, documents, workspace, checked, open, at }
    }

    /// What a request is answered from.
    pub(crate) fn view(&self) -> View<'_> {
        View {
            document: self.documents.get(&self.open).expect("it is open"),
            documents: &self.documents,
            checked: self.checked.clone(),
            workspace: &self.workspace,
            lookup: LOOKUP.get_or_init(Lookup::default),
            encoding: Encoding::Utf16,
            edge: &self.edge,
        }
    }

    /// Changes the open file without a check.
    pub(crate) fn rewrite(&mut self, text: &str) {
        let cursor = text.find(CURSOR).unwrap_or_default();
        let document = self.documents.get_mut(&self.open).expect("it is open");
        document.text = crate::position::Text::new(text.replace(CURSOR, ""));
        self.at = document.text.position(cursor, Encoding::Utf16);
    }

    /// A place as `file:line:column text`, counted from 1.
    pub(crate) fn shown(&self, location: &Location) -> String {
        let path = uri::path(&location.uri).expect("a path");
        let text = std::fs::read_to_string(&path).expect("a file");
        let name = path.strip_prefix(&self.root).unwrap_or(&path).display().to_string();
        let text = crate::position::Text::new(text);
        let bytes = text.bytes(location.range, Encoding::Utf16);
        let covered = text.as_str().get(bytes).unwrap_or_default();
        let Position { line, character } = location.range.start;
        format!("{name}:{}:{} {covered}", line + 1, character + 1)
    }

    /// The folder of the files.
    pub(crate) fn root(&self) -> &Path {
        let _ = &self.folder;
        &self.root
    }
}

fn configuration(root: &Path, layers: &[&str]) -> Arc<Configuration> {
    Arc::new(Configuration {
        name: layers.join(", "),
        layers: layers.iter().map(|name| root.join(name)).collect(),
        parts: Vec::new(),
        namespace: None,
        release: None,
    })
}

fn check(edge: &Edge, configuration: &Arc<Configuration>) -> Checked {
    let layers: Vec<Layer> = configuration.layers.iter().map(|path| layer(path)).collect();
    let Compiled { built, diagnostics } = edge.compile(&layers, &edge.target);
    Checked { configuration: Arc::clone(configuration), layers, target: target(), built, diagnostics }
}

fn layer(path: &Path) -> Layer {
    let is_nickel = path.extension().is_some_and(|ending| ending == "ncl");
    let folder = path.parent().expect("a folder").to_owned();
    Layer {
        name: path.display().to_string(),
        format: if is_nickel { Format::Nickel(folder.into()) } else { Format::Yaml },
        bytes: std::fs::read(path).expect("a file"),
    }
}

fn target() -> Target {
    Target {
        release: "pulsar".to_owned(),
        namespace: "pulsar".to_owned(),
        kube_version: KubeVersion { major: 1, minor: 33 },
        upgrade: true,
    }
}

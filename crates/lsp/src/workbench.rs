//! For tests: files in a folder with a checked configuration, and the place of a cursor.

use crate::Edge;
use crate::analysis::Checked;
use crate::documents::{Document, Documents};
use crate::lookup::Lookup;
use crate::position::Encoding;
use crate::testing::{MARK, check, edge, lookup};
use crate::uri;
use crate::view::View;
use crate::workspace::Workspace;
use lsp_types::{Location, Position};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Files with configurations of them. The file with the cursor is open.
pub(crate) struct Workbench {
    folder: tempfile::TempDir,
    root: PathBuf,
    edge: Edge,
    documents: Documents,
    workspace: Workspace,
    lookup: Lookup,
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
            let cursor = text.find(MARK);
            let text = text.replace(MARK, "");
            std::fs::write(&path, &text).expect("a file");
            if let Some(cursor) = cursor {
                let uri = uri::of(&path).expect("a URI");
                let document = Document::opened(uri, path.clone(), "", 1, text.clone()).expect("a document");
                at = document.text.position(cursor, Encoding::Utf16);
                documents.open(document);
                open = path;
            }
        }
        let (edge, mut workspace) = (edge(Some(root.join("copies"))), Workspace::default());
        let all: Vec<Arc<Checked>> =
            configurations.iter().map(|names| check(&mut workspace, &edge, &root, names)).collect();
        let reads = |checked: &Arc<Checked>| workspace.reads(&checked.configuration.name, &open);
        let checked = all.into_iter().filter(reads).collect();
        Self { folder, root, edge, documents, workspace, lookup: lookup(), checked, open, at }
    }

    /// What a request is answered from.
    pub(crate) fn view(&self) -> View<'_> {
        View {
            document: self.documents.get(&self.open).expect("it is open"),
            documents: &self.documents,
            checked: self.checked.clone(),
            workspace: &self.workspace,
            lookup: &self.lookup,
            encoding: Encoding::Utf16,
            edge: &self.edge,
        }
    }

    /// Changes the open file without a check.
    pub(crate) fn rewrite(&mut self, text: &str) {
        let cursor = text.find(MARK).unwrap_or_default();
        let document = self.documents.get_mut(&self.open).expect("it is open");
        document.text = crate::position::Text::new(text.replace(MARK, ""));
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

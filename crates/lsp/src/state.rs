//! What the server knows: open documents, projects, and the results of checks, each as new as its stamp.

use crate::analysis::Checked;
use crate::check::{Checker, Done, Job, Ordered, Stamp};
use crate::documents::{Document, Documents};
use crate::edge::Edge;
use crate::lookup::Lookup;
use crate::options::Client;
use crate::pages::Pages;
use crate::publish::ByFile;
use crate::texts::Texts;
use crate::view::View;
use crate::workspace::{Configuration, Workspace};
use pulsarc_fleet::{SETTINGS, whole};
use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Results that are kept to answer requests from. Those of others are made again when they are asked for; their findings
/// stay.
const MOST_RESULTS: usize = 12;

/// What is known of a configuration.
#[derive(Debug, Default)]
pub(crate) struct Outcome {
    /// The last check; none if it was too long ago to be kept, or if a file is not there.
    latest: Option<Arc<Checked>>,
    /// The last one whose texts could be read, if that is another one.
    good: Option<Arc<Checked>>,
    /// The findings of each of the two.
    pub(crate) found: ByFile,
    good_found: ByFile,
    ordered: Stamp,
    done: Stamp,
    /// Whether a file of it is not there.
    lacks_file: bool,
}

/// Everything the server knows.
pub(crate) struct State {
    pub(crate) edge: Arc<Edge>,
    pub(crate) client: Client,
    pub(crate) documents: Documents,
    pub(crate) workspace: Workspace,
    pub(crate) lookup: Lookup,
    pub(crate) pages: Pages,
    pub(crate) outcomes: BTreeMap<String, Outcome>,
    pub(crate) checker: Checker,
    stamp: Stamp,
    /// The configurations that each open document is part of.
    membership: BTreeMap<PathBuf, Vec<Arc<Configuration>>>,
    /// The versions of the documents when checks were last ordered.
    versions: BTreeMap<PathBuf, i32>,
    /// Files that have changed since checks were last ordered.
    dirty: BTreeSet<PathBuf>,
    /// The folders of projects.
    roots: Vec<PathBuf>,
    /// The last search that was ordered, and the last that is done.
    search: (Stamp, Stamp),
}

impl State {
    pub(crate) fn new(edge: Arc<Edge>, client: Client) -> io::Result<Self> {
        let lookup = Lookup::begin(&edge.target);
        let mut state = Self {
            checker: Checker::start(edge.clone())?,
            pages: Pages::below(edge.copies.as_deref()),
            roots: client.roots.clone(),
            edge,
            client,
            lookup,
            documents: Documents::default(),
            workspace: Workspace::default(),
            outcomes: BTreeMap::new(),
            stamp: 0,
            membership: BTreeMap::new(),
            versions: BTreeMap::new(),
            dirty: BTreeSet::new(),
            search: (0, 0),
        };
        state.search();
        Ok(state)
    }

    /// The client has opened a file.
    pub(crate) fn open(&mut self, document: Document) {
        let path = document.path.clone();
        if let Some(root) = self.root_to_add(&path) {
            self.roots.push(root);
            self.search();
        }
        self.documents.open(document);
        self.changed(&path);
    }

    /// The text of a file has changed, in the client or on disk.
    pub(crate) fn changed(&mut self, path: &Path) {
        self.dirty.insert(path.to_owned());
        self.join(path);
        let lists = path.file_name().is_some_and(|name| name == SETTINGS)
            || self.workspace.lists.iter().any(|(list, _)| list == path);
        if lists {
            self.search();
        }
    }

    /// The client has closed a file; the configurations that concern nothing open any more, with what was found in them.
    pub(crate) fn close(&mut self, path: &Path) -> Vec<ByFile> {
        self.documents.close(path);
        self.membership.remove(path);
        self.dirty.insert(path.to_owned());
        self.forget_others()
    }

    /// Folders that the client opens and closes.
    pub(crate) fn change_roots(&mut self, added: Vec<PathBuf>, removed: &[PathBuf]) {
        self.roots.retain(|root| !removed.contains(root));
        self.roots.extend(added);
        self.search();
    }

    /// Searches the projects again: a file was added, removed or saved.
    pub(crate) fn search(&mut self) {
        self.stamp += 1;
        self.search.0 = self.stamp;
        let (texts, stamp) = (Texts::of(&self.documents), self.stamp);
        self.checker.order(Ordered { job: Job::Search(self.roots.clone()), texts, stamp });
    }

    /// Orders checks of what has changed, once the projects are known.
    pub(crate) fn order_checks(&mut self) {
        if self.search.0 != self.search.1 {
            return;
        }
        let dirty = std::mem::take(&mut self.dirty);
        let is_concerned = |configuration: &Arc<Configuration>| {
            let reads = |path: &PathBuf| {
                self.membership
                    .get(path)
                    .is_some_and(|own| own.iter().any(|it| it.name == configuration.name))
                    || self.workspace.reads(&configuration.name, path)
            };
            dirty.iter().any(reads)
        };
        let concerned: Vec<Arc<Configuration>> =
            self.active().filter(|it| is_concerned(it)).cloned().collect();
        self.order(concerned);
    }

    /// The configurations of the open documents, each once.
    fn active(&self) -> impl Iterator<Item = &Arc<Configuration>> {
        let mut names = BTreeSet::new();
        self.membership.values().flatten().filter(move |it| names.insert(it.name.clone()))
    }

    fn order(&mut self, configurations: Vec<Arc<Configuration>>) {
        if configurations.is_empty() {
            return;
        }
        self.stamp += 1;
        let texts = Texts::of(&self.documents);
        self.versions = self.documents.iter().map(|open| (open.path.clone(), open.version)).collect();
        for configuration in configurations {
            self.outcomes.entry(configuration.name.clone()).or_default().ordered = self.stamp;
            let job = Job::Check(configuration);
            self.checker.order(Ordered { job, texts: texts.clone(), stamp: self.stamp });
        }
    }

    /// Takes the result of a search; the findings of configurations that there are no more.
    pub(crate) fn found(&mut self, workspace: Workspace, stamp: Stamp) -> Vec<ByFile> {
        self.workspace = workspace;
        self.search.1 = stamp;
        let open: Vec<PathBuf> = self.documents.iter().map(|open| open.path.clone()).collect();
        for path in open {
            self.join(&path);
            self.dirty.insert(path);
        }
        self.forget_others()
    }

    /// Finds the configurations of an open document.
    fn join(&mut self, path: &Path) {
        if let Some(document) = self.documents.get(path) {
            let of_document = self.workspace.of_document(document, self.client.values);
            self.membership.insert(path.to_owned(), of_document);
        }
    }

    /// Takes the result of a check; none if a file was not there, or if the configuration is open no more.
    pub(crate) fn checked(
        &mut self,
        name: &str,
        checked: Option<Checked>,
        stamp: Stamp,
    ) -> Option<Arc<Checked>> {
        let outcome = self.outcomes.get_mut(name)?;
        outcome.done = stamp;
        outcome.lacks_file = checked.is_none();
        let newest = checked.map(Arc::new);
        if let Some(before) = outcome.latest.take().filter(|before| before.built.tree.is_some()) {
            (outcome.good, outcome.good_found) = (Some(before), outcome.found.clone());
        }
        outcome.latest.clone_from(&newest);
        if newest.as_ref().is_some_and(|it| it.built.tree.is_some()) {
            (outcome.good, outcome.good_found) = (None, ByFile::new());
        }
        self.forget_old(name);
        newest
    }

    /// The last check of a configuration whose text could be read, if that of now cannot be.
    pub(crate) fn earlier(&self, name: &str) -> Option<(&Arc<Checked>, &ByFile)> {
        let outcome = self.outcomes.get(name)?;
        outcome.good.as_ref().map(|good| (good, &outcome.good_found))
    }

    /// Keeps a bounded number of results.
    fn forget_old(&mut self, newest: &str) {
        let mut kept: Vec<(Stamp, String)> = Vec::new();
        for (name, outcome) in &self.outcomes {
            if outcome.latest.is_some() || outcome.good.is_some() {
                kept.push((outcome.done, name.clone()));
            }
        }
        kept.sort();
        let surplus = kept.len().saturating_sub(MOST_RESULTS);
        for (_, name) in kept.into_iter().filter(|(_, name)| name != newest).take(surplus) {
            if let Some(outcome) = self.outcomes.get_mut(&name) {
                (outcome.latest, outcome.good) = (None, None);
            }
        }
    }

    /// Forgets the configurations that no open document is part of.
    fn forget_others(&mut self) -> Vec<ByFile> {
        let active: BTreeSet<String> = self.active().map(|it| it.name.clone()).collect();
        let others: Vec<String> =
            self.outcomes.keys().filter(|name| !active.contains(*name)).cloned().collect();
        others.iter().filter_map(|name| self.outcomes.remove(name)).map(|outcome| outcome.found).collect()
    }

    /// Whether the results of a document's configurations are those of its text as it is now. What is missing is ordered.
    pub(crate) fn is_fresh(&mut self, path: &Path) -> bool {
        if self.search.0 != self.search.1 {
            return false;
        }
        if !self.dirty.is_empty() {
            self.order_checks();
        }
        let own = self.membership.get(path).cloned().unwrap_or_default();
        // More than are kept would be made again without an end.
        let asked = own.into_iter().take(MOST_RESULTS);
        let (mut fresh, mut missing) = (true, Vec::new());
        for configuration in asked {
            match self.outcomes.get(&configuration.name) {
                Some(outcome) if outcome.done < outcome.ordered => fresh = false,
                Some(outcome) if outcome.latest.is_some() || outcome.lacks_file => {}
                _ => missing.push(configuration),
            }
        }
        fresh &= missing.is_empty();
        self.order(missing);
        fresh
    }

    /// What a request about a document is answered from.
    pub(crate) fn view(&self, path: &Path) -> Option<View<'_>> {
        let document = self.documents.get(path)?;
        let of = |configuration: &Arc<Configuration>| {
            let outcome = self.outcomes.get(&configuration.name)?;
            outcome.good.clone().or_else(|| outcome.latest.clone())
        };
        Some(View {
            document,
            documents: &self.documents,
            checked: self.membership.get(path).into_iter().flatten().filter_map(of).collect(),
            workspace: &self.workspace,
            lookup: &self.lookup,
            encoding: self.client.encoding,
            edge: &self.edge,
        })
    }

    /// The open files that a configuration is made of.
    pub(crate) fn open_files_of(&self, name: &str) -> Vec<PathBuf> {
        let is_of = |own: &Vec<Arc<Configuration>>| own.iter().any(|it| it.name == name);
        self.membership.iter().filter(|(_, own)| is_of(own)).map(|(path, _)| path.clone()).collect()
    }

    /// The version of a document that the newest checks are about.
    pub(crate) fn version(&self, path: &Path) -> Option<i32> {
        self.versions.get(path).copied()
    }

    /// The configurations that an open document is part of.
    pub(crate) fn configurations(&self, path: &Path) -> &[Arc<Configuration>] {
        self.membership.get(path).map_or(&[], Vec::as_slice)
    }

    /// The project of a file outside of all known ones: the nearest folder that says it is one.
    fn root_to_add(&self, path: &Path) -> Option<PathBuf> {
        let known = self.roots.iter().any(|root| path.starts_with(whole(root)));
        let says =
            |folder: &&Path| [".git", ".pulsarc", SETTINGS].iter().any(|sign| folder.join(sign).exists());
        path.ancestors().skip(1).find(says).filter(|_| !known).map(Path::to_owned)
    }

    /// Whether a result is the newest one that was ordered.
    pub(crate) fn is_current(&self, done: &Done) -> bool {
        match done {
            Done::Found(_, stamp) => *stamp == self.search.0,
            Done::Checked(name, _, stamp) => {
                self.outcomes.get(name).is_some_and(|outcome| outcome.ordered == *stamp)
            }
        }
    }
}

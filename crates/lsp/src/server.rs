//! The loop: messages of the client and results of checks, one after the other.

use crate::answer::{self, Answer};
use crate::check::Done;
use crate::documents::Document;
use crate::options::Client;
use crate::publish::{ByFile, Publisher, with_earlier};
use crate::state::State;
use crate::transport::{Broken, Incoming, Transport};
use crate::{Edge, Ended, uri};
use crossbeam_channel::{Sender, never, select};
use lsp_server::{ErrorCode, Message, Notification, Request, RequestId, Response};
use lsp_types::{
    CancelParams, Diagnostic, DidChangeTextDocumentParams, DidChangeWatchedFilesParams,
    DidChangeWorkspaceFoldersParams, DidCloseTextDocumentParams, DidOpenTextDocumentParams,
    DidSaveTextDocumentParams, FileChangeType, InitializeParams, NumberOrString, PublishDiagnosticsParams,
    Uri,
};
use pulsarc_fleet::whole;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

/// How long a text stays as it is before it is checked: changes in quick succession count as one.
const DEBOUNCE: Duration = Duration::from_millis(10);
/// How long a check waits for a text that keeps changing.
const LONGEST_WAIT: Duration = Duration::from_millis(200);

/// Serves a client until it ends.
pub(crate) fn serve(transport: Transport, edge: Arc<Edge>) -> Result<Ended, Broken> {
    let served = initialized(&transport).and_then(|client| match client {
        Some(client) => Server::start(transport.sender.clone(), edge, client)?.run(&transport),
        None => Ok(Ended::Abruptly),
    });
    transport.finish()?;
    served
}

/// The client's first request, answered; none if it ends before it.
fn initialized(transport: &Transport) -> Result<Option<Client>, Broken> {
    for incoming in &transport.receiver {
        match incoming {
            Incoming::Message(Message::Request(request)) if request.method == "initialize" => {
                let parameters: InitializeParams = serde_json::from_value(request.params).unwrap_or_default();
                let client = Client::of(&parameters);
                let version = env!("CARGO_PKG_VERSION");
                let result = json!({
                    "capabilities": client.offered(),
                    "serverInfo": { "name": "pulsarc", "version": version },
                });
                let _ = transport.sender.send(Response::new_ok(request.id, result).into());
                return Ok(Some(client));
            }
            Incoming::Message(Message::Request(request)) => {
                let code = ErrorCode::ServerNotInitialized as i32;
                let refused =
                    Response::new_err(request.id, code, "the first request is `initialize`".to_owned());
                let _ = transport.sender.send(refused.into());
            }
            Incoming::Message(Message::Notification(told)) if told.method == "exit" => return Ok(None),
            Incoming::Message(_) | Incoming::Garbage(_) => {}
            Incoming::Broken(broken) => return Err(broken),
        }
    }
    Ok(None)
}

struct Server {
    sender: Sender<Message>,
    state: State,
    /// When what has changed is checked, and the latest time for that.
    due: Option<(Instant, Instant)>,
    /// Requests that wait for the checks of their documents.
    waiting: Vec<(Request, PathBuf)>,
    /// What the client shows in each file.
    published: BTreeMap<PathBuf, Vec<Diagnostic>>,
    asked: i32,
    is_shut_down: bool,
}

impl Server {
    fn start(sender: Sender<Message>, edge: Arc<Edge>, client: Client) -> Result<Self, Broken> {
        let state = State::new(edge, client)?;
        Ok(Self {
            sender,
            state,
            due: None,
            waiting: Vec::new(),
            published: BTreeMap::new(),
            asked: 0,
            is_shut_down: false,
        })
    }

    fn run(mut self, transport: &Transport) -> Result<Ended, Broken> {
        loop {
            let timer = self.due.map_or_else(never, |(due, _)| crossbeam_channel::at(due));
            let done = self.state.checker.done.clone();
            select! {
                recv(transport.receiver) -> incoming => match incoming {
                    Ok(Incoming::Message(message)) => {
                        self.state.edge.begin();
                        if let Some(ended) = self.message(message) {
                            return Ok(ended);
                        }
                    }
                    Ok(Incoming::Garbage(why)) => self.refuse_garbage(&why),
                    Ok(Incoming::Broken(broken)) => return Err(broken),
                    // A client that dies says nothing any more.
                    Err(_) => return Ok(self.ended()),
                },
                recv(done) -> done => if let Ok(done) = done { self.done(done) },
                recv(timer) -> _ => {
                    self.due = None;
                    self.state.order_checks();
                }
            }
        }
    }

    fn ended(&self) -> Ended {
        if self.is_shut_down { Ended::AsAsked } else { Ended::Abruptly }
    }

    fn message(&mut self, message: Message) -> Option<Ended> {
        match message {
            Message::Request(request) if request.method == "shutdown" => {
                self.is_shut_down = true;
                self.answer(request.id, Ok(Value::Null));
            }
            Message::Request(request) if self.is_shut_down => {
                let refused = "the server is shutting down".to_owned();
                self.send(Response::new_err(request.id, ErrorCode::InvalidRequest as i32, refused));
            }
            Message::Request(request) => self.request(request),
            Message::Notification(told) if told.method == "exit" => return Some(self.ended()),
            Message::Notification(told) => self.notification(told),
            Message::Response(_) => {}
        }
        None
    }

    fn notification(&mut self, told: Notification) {
        match told.method.as_str() {
            "initialized" => self.watch_files(),
            "textDocument/didOpen" => take(told, |it| self.opened(it)),
            "textDocument/didChange" => take(told, |it| self.changed(it)),
            "textDocument/didSave" => take(told, |it| self.saved(&it)),
            "textDocument/didClose" => take(told, |it| self.closed(&it)),
            "workspace/didChangeWatchedFiles" => take(told, |it| self.changed_on_disk(it)),
            "workspace/didChangeWorkspaceFolders" => take(told, |it| self.changed_folders(it)),
            "$/cancelRequest" => take(told, |it| self.cancelled(&it)),
            _ => {}
        }
    }

    fn opened(&mut self, opened: DidOpenTextDocumentParams) {
        let document = opened.text_document;
        let Some(path) = uri::path(&document.uri) else { return };
        let path = whole(&path);
        let (id, version) = (document.language_id, document.version);
        if let Some(document) = Document::opened(document.uri, path, &id, version, document.text) {
            self.state.open(document);
            self.check_soon(Duration::ZERO);
        }
    }

    fn changed(&mut self, changed: DidChangeTextDocumentParams) {
        let Some(path) = uri::path(&changed.text_document.uri).map(|path| whole(&path)) else { return };
        let encoding = self.state.client.encoding;
        let Some(document) = self.state.documents.get_mut(&path) else { return };
        document.change(changed.text_document.version, changed.content_changes, encoding);
        self.state.changed(&path);
        self.check_soon(DEBOUNCE);
    }

    fn saved(&mut self, saved: &DidSaveTextDocumentParams) {
        let Some(path) = uri::path(&saved.text_document.uri).map(|path| whole(&path)) else { return };
        if let Some(document) = self.state.documents.get_mut(&path) {
            document.saved = true;
            // Its imports may be others.
            self.state.search();
        }
    }

    fn closed(&mut self, closed: &DidCloseTextDocumentParams) {
        let Some(path) = uri::path(&closed.text_document.uri).map(|path| whole(&path)) else { return };
        let gone = self.state.close(&path);
        self.publish_files(files(gone.iter()));
        self.check_soon(DEBOUNCE);
    }

    fn changed_on_disk(&mut self, changed: DidChangeWatchedFilesParams) {
        let mut searches = false;
        for change in changed.changes {
            let Some(path) = uri::path(&change.uri).map(|path| whole(&path)) else { continue };
            if self.state.documents.get(&path).is_none() {
                searches |=
                    change.typ != FileChangeType::CHANGED || path.extension().is_some_and(|it| it == "ncl");
                self.state.changed(&path);
            }
        }
        if searches {
            self.state.search();
        }
        self.check_soon(DEBOUNCE);
    }

    fn changed_folders(&mut self, changed: DidChangeWorkspaceFoldersParams) {
        let paths = |folders: Vec<lsp_types::WorkspaceFolder>| -> Vec<PathBuf> {
            folders.iter().filter_map(|folder| uri::path(&folder.uri)).collect()
        };
        self.state.change_roots(paths(changed.event.added), &paths(changed.event.removed));
    }

    fn cancelled(&mut self, cancelled: &CancelParams) {
        let id = match &cancelled.id {
            NumberOrString::Number(id) => RequestId::from(*id),
            NumberOrString::String(id) => RequestId::from(id.clone()),
        };
        if let Some(at) = self.waiting.iter().position(|(request, _)| request.id == id) {
            let (request, _) = self.waiting.remove(at);
            let cancelled = "the client has cancelled the request".to_owned();
            self.send(Response::new_err(request.id, ErrorCode::RequestCanceled as i32, cancelled));
        }
    }

    /// Has what changed checked once no more changes follow.
    fn check_soon(&mut self, wait: Duration) {
        let now = Instant::now();
        let latest = self.due.map_or(now + LONGEST_WAIT, |(_, latest)| latest);
        self.due = Some(((now + wait).min(latest), latest));
    }

    fn request(&mut self, request: Request) {
        match answer::document(&request).map(|path| whole(&path)) {
            Some(path) if answer::needs_checks(&request.method) && !self.state.is_fresh(&path) => {
                self.waiting.push((request, path));
            }
            path => self.respond(request, path.as_deref()),
        }
    }

    fn respond(&mut self, request: Request, path: Option<&Path>) {
        let Answer { result, then } =
            answer::answer(&self.state, request.method.as_str(), request.params, path);
        self.answer(request.id, result);
        for (method, parameters) in then {
            self.ask(method, parameters);
        }
    }

    fn answer(&self, id: RequestId, result: Result<Value, (ErrorCode, String)>) {
        self.send(match result {
            Ok(value) => Response::new_ok(id, value),
            Err((code, why)) => Response::new_err(id, code as i32, why),
        });
    }

    fn send(&self, message: impl Into<Message>) {
        // A client that has ended is found out by the reader.
        let _ = self.sender.send(message.into());
    }

    /// Asks the client for something; its answer is not waited for.
    fn ask(&mut self, method: &str, parameters: Value) {
        self.asked += 1;
        let id = RequestId::from(self.asked);
        self.send(Request { id, method: method.to_owned(), params: parameters });
    }

    fn tell(&self, method: &str, parameters: &impl Serialize) {
        let params = serde_json::to_value(parameters).unwrap_or_default();
        self.send(Notification { method: method.to_owned(), params });
    }

    fn refuse_garbage(&self, why: &str) {
        // Without an id the answer is to nobody's request.
        self.tell("window/logMessage", &json!({ "type": 1, "message": format!("not a message: {why}") }));
    }

    fn watch_files(&mut self) {
        if self.state.client.watches_files {
            let watchers =
                ["**/*.{ncl,yaml,yml,json}", "**/pulsarc.toml"].map(|glob| json!({ "globPattern": glob }));
            let options = json!({ "watchers": watchers });
            let method = "workspace/didChangeWatchedFiles";
            let registration = json!({ "id": "files", "method": method, "registerOptions": options });
            self.ask("client/registerCapability", json!({ "registrations": [registration] }));
        }
    }

    /// Takes what a check has found, and answers whoever waits for it.
    fn done(&mut self, done: Done) {
        let is_current = self.state.is_current(&done);
        match done {
            Done::Found(workspace, stamp) => {
                for why in &workspace.failures {
                    self.tell("window/logMessage", &json!({ "type": 2, "message": why }));
                }
                let before: BTreeSet<PathBuf> =
                    self.state.workspace.lists.iter().map(|(path, _)| path.clone()).collect();
                let gone = self.state.found(*workspace, stamp);
                let lists = self.state.workspace.lists.iter().map(|(path, _)| path.clone());
                let lists = lists.chain(before).collect();
                self.publish_files(lists);
                self.publish_files(files(gone.iter()));
                self.check_soon(Duration::ZERO);
            }
            Done::Checked(name, checked, stamp) => {
                if let Some(checked) = self.state.checked(&name, checked.map(|it| *it), stamp)
                    // What is out of date already would only be in the way: a newer result follows.
                    && is_current
                {
                    self.take_findings(&name, &checked);
                }
            }
        }
        let waiting = std::mem::take(&mut self.waiting);
        for (request, path) in waiting {
            if self.state.is_fresh(&path) {
                self.respond(request, Some(&path));
            } else {
                self.waiting.push((request, path));
            }
        }
    }

    fn take_findings(&mut self, name: &str, checked: &Arc<crate::analysis::Checked>) {
        let home = checked.configuration.layers.last().cloned().unwrap_or_default();
        let page = |code: &pulsarc_diag::Code| self.state.pages.of(code);
        let marked = |path: &Path| self.state.documents.get(path).is_some_and(|open| open.mark() > 0);
        let publisher = Publisher::new(&checked.built.sources, self.state.client.encoding, &page, &marked);
        let mut now = publisher.by_file(&checked.diagnostics, &home);
        if let Some((good, earlier)) = self.state.earlier(name) {
            now = with_earlier(now, earlier, [good, checked]);
        }
        let Some(outcome) = self.state.outcomes.get_mut(name) else { return };
        let before = std::mem::replace(&mut outcome.found, now.clone());
        let mut concerned = files([before, now].iter());
        // Also where nothing was found: a client waits for that, too.
        concerned.extend(self.state.open_files_of(name));
        self.publish_files(concerned);
    }

    /// Publishes the findings of files anew.
    fn publish_files(&mut self, paths: BTreeSet<PathBuf>) {
        for path in paths {
            self.publish(path);
        }
    }

    fn publish(&mut self, path: PathBuf) {
        let findings = answer::findings(&self.state, &path);
        let open = self.state.documents.get(&path);
        if self.published.get(&path).map_or(findings.is_empty(), |shown| *shown == findings) && open.is_none()
        {
            return;
        }
        let Some(uri): Option<Uri> = open.map(|open| open.uri.clone()).or_else(|| uri::of(&path)) else {
            return;
        };
        let version = self.state.version(&path).filter(|_| open.is_some());
        self.tell(
            "textDocument/publishDiagnostics",
            &PublishDiagnosticsParams { uri, diagnostics: findings.clone(), version },
        );
        if findings.is_empty() {
            self.published.remove(&path);
        } else {
            self.published.insert(path, findings);
        }
    }
}

/// Takes the parameters of a notification; those that are not understood are passed over.
fn take<T: DeserializeOwned>(told: Notification, by: impl FnOnce(T)) {
    if let Ok(parameters) = serde_json::from_value(told.params) {
        by(parameters);
    }
}

fn files<'f>(found: impl Iterator<Item = &'f ByFile>) -> BTreeSet<PathBuf> {
    found.flat_map(|files| files.keys().cloned()).collect()
}

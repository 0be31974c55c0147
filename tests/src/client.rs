//! A client of the language server, as an editor is one: it starts `pulsarc lsp` and speaks over its standard streams.

use crate::{binary, root};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};

/// No answer takes so long, however busy the machine is: a test that waits for it fails.
const LONGEST: Duration = Duration::from_secs(120);

/// A running server with the files that its client has open.
#[derive(Debug)]
pub struct Client {
    process: Child,
    input: Option<ChildStdin>,
    messages: Receiver<Value>,
    asked: i64,
    /// The version and the text of each open file.
    open: BTreeMap<PathBuf, (i64, String)>,
    /// The last findings in each file, with the version that they are about.
    published: BTreeMap<String, (Option<i64>, Vec<Value>)>,
    /// What the server has asked and told besides.
    told: Vec<Value>,
    /// What the server offers.
    pub offered: Value,
}

/// How a client is started.
#[derive(Debug, Clone)]
pub struct Setup {
    /// The encodings of positions that it offers.
    pub encodings: Vec<&'static str>,
    /// Its user's settings.
    pub options: Value,
    /// Arguments of the command besides `lsp`.
    pub arguments: Vec<&'static str>,
}

impl Default for Setup {
    fn default() -> Self {
        Self { encodings: vec!["utf-16"], options: json!({}), arguments: Vec::new() }
    }
}

impl Client {
    /// Starts a server for a folder.
    pub fn start(folder: &Path) -> Self {
        Self::with(folder, &Setup::default())
    }

    /// Starts a server for a folder with these settings.
    pub fn with(folder: &Path, setup: &Setup) -> Self {
        let mut client = Self::spawn(folder, setup);
        let parameters = json!({
            "processId": std::process::id(),
            "rootUri": uri(folder),
            "workspaceFolders": [{ "uri": uri(folder), "name": "project" }],
            "initializationOptions": setup.options,
            "capabilities": {
                "general": { "positionEncodings": setup.encodings },
                "window": { "showDocument": { "support": true } },
                "workspace": { "workspaceEdit": { "documentChanges": true } },
                "textDocument": { "completion": { "completionItem": { "snippetSupport": true } } },
            },
        });
        client.offered = client.request("initialize", &parameters)["capabilities"].clone();
        client.notify("initialized", &json!({}));
        client
    }

    /// Starts a server and says nothing.
    pub fn spawn(folder: &Path, setup: &Setup) -> Self {
        let mut process = Command::new(binary())
            .arg("lsp")
            .args(&setup.arguments)
            .current_dir(folder)
            .env("XDG_CACHE_HOME", root().join("target").join("cache-of-tests"))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("it starts");
        let output = process.stdout.take().expect("its output");
        let input = process.stdin.take();
        let (say, messages) = mpsc::channel();
        std::thread::spawn(move || {
            let mut output = BufReader::new(output);
            while let Some(message) = read(&mut output) {
                if say.send(message).is_err() {
                    break;
                }
            }
        });
        Self {
            process,
            input,
            messages,
            asked: 0,
            open: BTreeMap::new(),
            published: BTreeMap::new(),
            told: Vec::new(),
            offered: Value::Null,
        }
    }

    /// The server's process.
    pub fn id(&self) -> u32 {
        self.process.id()
    }

    /// Sends bytes as they are.
    pub fn send_bytes(&mut self, bytes: &[u8]) {
        // A server that has ended reads nothing any more; its end is what a test looks at.
        if let Some(input) = &mut self.input {
            let _ = input.write_all(bytes).and_then(|()| input.flush());
        }
    }

    fn send(&mut self, message: &Value) {
        let body = message.to_string();
        self.send_bytes(format!("Content-Length: {}\r\n\r\n{body}", body.len()).as_bytes());
    }

    /// Tells the server something.
    pub fn notify(&mut self, method: &str, parameters: &Value) {
        self.send(&json!({ "jsonrpc": "2.0", "method": method, "params": parameters }));
    }

    /// Sends a request and does not wait for its answer; its id.
    pub fn ask(&mut self, method: &str, parameters: &Value) -> i64 {
        self.asked += 1;
        self.send(&json!({ "jsonrpc": "2.0", "id": self.asked, "method": method, "params": parameters }));
        self.asked
    }

    /// The whole answer to a request.
    pub fn answer(&mut self, id: i64) -> Value {
        self.wait(|message| (message["id"] == id && message.get("method").is_none()).then(|| message.clone()))
    }

    /// The result of a request.
    pub fn request(&mut self, method: &str, parameters: &Value) -> Value {
        let id = self.ask(method, parameters);
        let answer = self.answer(id);
        assert!(answer.get("error").is_none(), "{method} {parameters}: {answer}");
        answer["result"].clone()
    }

    /// The result of a request about a place in a file; the place is in the client's encoding.
    pub fn at(&mut self, method: &str, file: &Path, line: usize, character: usize) -> Value {
        let parameters = json!({
            "textDocument": { "uri": uri(file) },
            "position": { "line": line, "character": character },
            "context": { "includeDeclaration": true },
        });
        self.request(method, &parameters)
    }

    /// Opens a file with its text on disk.
    pub fn open(&mut self, file: &Path) {
        let text = std::fs::read_to_string(file).expect("a text");
        self.open_text(file, &text);
    }

    /// Opens a file with a text.
    pub fn open_text(&mut self, file: &Path, text: &str) {
        let language = if file.extension().is_some_and(|ending| ending == "ncl") { "nickel" } else { "yaml" };
        self.open_as(file, text, language);
    }

    /// Opens a file with a text in a language.
    pub fn open_as(&mut self, file: &Path, text: &str, language: &str) {
        self.open.insert(file.to_owned(), (1, text.to_owned()));
        let document = json!({ "uri": uri(file), "languageId": language, "version": 1, "text": text });
        self.notify("textDocument/didOpen", &json!({ "textDocument": document }));
    }

    /// Replaces the text of an open file.
    pub fn change(&mut self, file: &Path, text: &str) {
        self.change_part(file, &json!([{ "text": text }]), text);
    }

    /// Makes changes of parts of an open file, whose text is this one after them.
    pub fn change_part(&mut self, file: &Path, changes: &Value, after: &str) {
        let (version, text) = self.open.get_mut(file).expect("it is open");
        *version += 1;
        after.clone_into(text);
        let document = json!({ "uri": uri(file), "version": *version });
        self.notify(
            "textDocument/didChange",
            &json!({ "textDocument": document, "contentChanges": changes }),
        );
    }

    /// Saves an open file.
    pub fn save(&mut self, file: &Path) {
        std::fs::write(file, &self.open[file].1).expect("it is written");
        self.notify("textDocument/didSave", &json!({ "textDocument": { "uri": uri(file) } }));
    }

    /// Closes a file.
    pub fn close(&mut self, file: &Path) {
        self.open.remove(file);
        self.notify("textDocument/didClose", &json!({ "textDocument": { "uri": uri(file) } }));
    }

    /// The text of an open file.
    pub fn text(&self, file: &Path) -> &str {
        &self.open[file].1
    }

    /// The findings in an open file, once they are about its text as it is now.
    pub fn findings(&mut self, file: &Path) -> Vec<Value> {
        let version = self.open.get(file).map(|(version, _)| *version);
        let uri = uri(file);
        self.until(|client| {
            client.published.get(&uri).filter(|(about, _)| *about == version).map(|(_, found)| found.clone())
        })
    }

    /// The findings in a file, open or not, once they are these many.
    pub fn findings_when(&mut self, file: &Path, is_so: impl Fn(&[Value]) -> bool) -> Vec<Value> {
        let uri = uri(file);
        self.until(|client| {
            client.published.get(&uri).map(|(_, found)| found.clone()).filter(|found| is_so(found))
        })
    }

    /// What the server has asked the client for or told it by a method, the first one that was not taken yet.
    pub fn told(&mut self, method: &str) -> Value {
        self.until(|client| {
            let at = client.told.iter().position(|message| message["method"] == method)?;
            Some(client.told.remove(at)["params"].clone())
        })
    }

    /// Looks again after each message until there is something.
    fn until<T>(&mut self, mut look: impl FnMut(&mut Self) -> Option<T>) -> T {
        loop {
            if let Some(found) = look(self) {
                return found;
            }
            self.next();
        }
    }

    fn wait<T>(&mut self, mut is_it: impl FnMut(&Value) -> Option<T>) -> T {
        loop {
            let message = self.next();
            if let Some(found) = is_it(&message) {
                return found;
            }
        }
    }

    /// The next message.
    fn next(&mut self) -> Value {
        let message = match self.messages.recv_timeout(LONGEST) {
            Ok(message) => message,
            Err(RecvTimeoutError::Timeout) => panic!("no answer; told so far: {:?}", self.told),
            Err(RecvTimeoutError::Disconnected) => panic!("the server has ended: {}", self.stderr()),
        };
        if message["method"] == "textDocument/publishDiagnostics" {
            let parameters = &message["params"];
            let found = parameters["diagnostics"].as_array().cloned().unwrap_or_default();
            let uri = parameters["uri"].as_str().unwrap_or_default().to_owned();
            self.published.insert(uri, (parameters["version"].as_i64(), found));
        } else if message.get("method").is_some() {
            if let Some(id) = message.get("id") {
                let done = json!({ "jsonrpc": "2.0", "id": id, "result": null });
                self.send(&done);
            }
            self.told.push(message.clone());
        }
        message
    }

    fn stderr(&mut self) -> String {
        // It may go on, and only its output is none that can be read.
        let _ = self.process.kill();
        let mut text = String::new();
        if let Some(stderr) = &mut self.process.stderr {
            let _ = stderr.read_to_string(&mut text);
        }
        text
    }

    /// Ends the server as the protocol asks; its exit status.
    pub fn shut_down(mut self) -> i32 {
        self.request("shutdown", &Value::Null);
        self.notify("exit", &Value::Null);
        self.status()
    }

    /// Ends as a client that dies: without a word. The exit status of the server.
    pub fn die(mut self) -> i32 {
        self.input = None;
        self.status()
    }

    /// The exit status of a server that has been given a reason to end.
    pub fn status(&mut self) -> i32 {
        let start = Instant::now();
        while start.elapsed() < LONGEST {
            if let Some(status) = self.process.try_wait().expect("it is a child") {
                return status.code().unwrap_or(-1);
            }
            std::thread::sleep(Duration::from_millis(5));
        }
        panic!("the server goes on");
    }
}

impl Drop for Client {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// The URI of a file.
pub fn uri(file: &Path) -> String {
    let whole = file.canonicalize().unwrap_or_else(|_| file.to_owned());
    let keeps = |byte: u8| byte.is_ascii_alphanumeric() || b"/-_.~".contains(&byte);
    let text = whole.to_str().expect("a path of text");
    let path: String = text
        .bytes()
        .map(|byte| if keeps(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") })
        .collect();
    format!("file://{path}")
}

fn read(output: &mut impl BufRead) -> Option<Value> {
    let mut length = 0;
    loop {
        let mut line = String::new();
        if output.read_line(&mut line).ok()? == 0 {
            return None;
        }
        match line.trim_end() {
            "" => break,
            line => {
                length = line.strip_prefix("Content-Length: ").map_or(length, |it| it.parse().unwrap_or(0));
            }
        }
    }
    let mut body = vec![0; length];
    output.read_exact(&mut body).ok()?;
    serde_json::from_slice(&body).ok()
}

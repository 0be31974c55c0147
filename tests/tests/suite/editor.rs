//! An editor on a new project: Nickel's language server over its protocol completes keys, shows docs, tells mistakes.
//!
//! Needs `nls`, the language server (the crate `nickel-lang-lsp`).

use pulsarc_tests::pulsarc_in;
use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

/// Longer than any answer takes: a server that hangs fails the test.
const PATIENCE: Duration = Duration::from_secs(60);

struct Editor {
    server: Child,
    input: ChildStdin,
    messages: Receiver<Value>,
    /// What was reported before it was asked for.
    told: Vec<Value>,
    requests: u64,
    root: String,
}

impl Editor {
    fn open(project: &Path) -> Self {
        let server =
            Command::new("nls").stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn();
        let mut server = server.expect("nls starts");
        let input = server.stdin.take().expect("a pipe");
        let output = server.stdout.take().expect("a pipe");
        let (sender, messages) = channel();
        std::thread::spawn(move || {
            let mut output = BufReader::new(output);
            while let Some(message) = message(&mut output) {
                if sender.send(message).is_err() {
                    break;
                }
            }
        });
        let root = format!("file://{}", project.display());
        let mut editor = Self { server, input, messages, told: Vec::new(), requests: 0, root };
        let root = editor.root.clone();
        editor.ask("initialize", &json!({"processId": null, "rootUri": root, "capabilities": {}}));
        editor.say(&json!({"jsonrpc": "2.0", "method": "initialized", "params": {}}));
        editor
    }

    fn say(&mut self, message: &Value) {
        let text = message.to_string();
        write!(self.input, "Content-Length: {}\r\n\r\n{text}", text.len()).expect("it listens");
        self.input.flush().expect("it listens");
    }

    fn next(&mut self) -> Value {
        self.messages.recv_timeout(PATIENCE).expect("it answers in time")
    }

    fn ask(&mut self, method: &str, params: &Value) -> Value {
        self.requests += 1;
        let id = self.requests;
        self.say(&json!({"jsonrpc": "2.0", "id": id, "method": method, "params": params}));
        loop {
            let message = self.next();
            if message["id"] == id && message.get("method").is_none() {
                return message["result"].clone();
            }
            self.told.push(message);
        }
    }

    fn write(&mut self, name: &str, text: &str) -> String {
        let uri = format!("{}/{name}", self.root);
        let document = json!({"uri": uri, "languageId": "nickel", "version": 1, "text": text});
        let params = json!({"textDocument": document});
        self.say(&json!({"jsonrpc": "2.0", "method": "textDocument/didOpen", "params": params}));
        uri
    }

    /// What is asked about the place where `mark` ends in a text.
    fn at(&mut self, method: &str, uri: &str, text: &str, mark: &str) -> String {
        let end = text.find(mark).expect("it is there") + mark.len();
        let line = text[..end].matches('\n').count();
        let column = end - text[..end].rfind('\n').map_or(0, |at| at + 1);
        let place = json!({"line": line, "character": column});
        self.ask(method, &json!({"textDocument": {"uri": uri}, "position": place})).to_string()
    }

    /// The first diagnostics of a file that are some.
    fn diagnostics(&mut self, uri: &str) -> String {
        let mut told = std::mem::take(&mut self.told).into_iter();
        loop {
            let message = told.next().unwrap_or_else(|| self.next());
            let params = &message["params"];
            let any = params["diagnostics"].as_array().is_some_and(|all| !all.is_empty());
            if message["method"] == "textDocument/publishDiagnostics" && params["uri"] == uri && any {
                return params["diagnostics"].to_string();
            }
        }
    }
}

impl Drop for Editor {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

/// The next message of a stream; none at its end.
fn message(output: &mut impl BufRead) -> Option<Value> {
    let mut length = 0;
    loop {
        let mut line = String::new();
        if output.read_line(&mut line).ok()? == 0 {
            return None;
        }
        if line.trim().is_empty() {
            break;
        }
        if let Some(number) = line.strip_prefix("Content-Length:") {
            length = number.trim().parse().ok()?;
        }
    }
    let mut body = vec![0; length];
    output.read_exact(&mut body).ok()?;
    serde_json::from_slice(&body).ok()
}

#[test]
#[cfg_attr(without_nls, ignore = "needs nls, the Nickel language server")]
fn editors_complete_and_explain_keys_and_report_mistakes() {
    let folder = tempfile::tempdir().expect("a folder");
    assert_eq!(pulsarc_in(folder.path(), &["init"]).status, 0);
    let mut editor = Editor::open(folder.path());
    let begun = "let pulsar = import \".pulsarc/lib/pulsar.ncl\" in\n{\n  broker = {\n    repl\n  }\n} | pulsar.Cluster\n";
    let uri = editor.write("begun.ncl", begun);
    let keys = editor.at("textDocument/completion", &uri, begun, "    repl");
    assert!(keys.contains("replicaCount"), "{keys}");
    let written = begun.replace("repl", "replicaCount = 3");
    let uri = editor.write("written.ncl", &written);
    let doc = editor.at("textDocument/hover", &uri, &written, "    replica");
    assert!(doc.contains("Number of brokers"), "{doc}");
    let wrong = written.replace("= 3", "= \"three\"");
    let uri = editor.write("wrong.ncl", &wrong);
    let told = editor.diagnostics(&uri);
    assert!(told.contains("a whole number"), "{told}");
}

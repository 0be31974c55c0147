//! Clients that send nonsense, die, or open more than anybody edits.

use pulsarc_tests::client::{Client, Setup, uri};
use serde_json::{Value, json};
use std::fs;

#[test]
fn garbage_is_answered_and_survived() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("values.yaml");
    fs::write(&file, "brokr: {}\n").expect("a file");
    let mut client = Client::start(folder.path());
    client.send_bytes(b"Content-Length: 8\r\n\r\n{nothing");
    client.send_bytes(b"Content-Length: 2\r\nX-Other: y\r\n\r\n[]");
    client.notify("textDocument/didChange", &json!({ "textDocument": 5 }));
    client.notify(
        "textDocument/didOpen",
        &json!({ "textDocument": { "uri": "untitled:1", "languageId": "yaml", "version": 1, "text": "" } }),
    );
    client.notify("no/such/thing", &json!([]));
    client.notify("textDocument/didClose", &json!({ "textDocument": { "uri": "file:///nowhere.yaml" } }));
    for (method, parameters) in [
        ("no/such/request", json!({})),
        ("textDocument/hover", json!({ "textDocument": { "uri": uri(&file) }, "position": "here" })),
        ("workspace/executeCommand", json!({ "command": "rm" })),
        ("workspace/executeCommand", json!({ "command": "pulsarc.explain", "arguments": ["PUL9999"] })),
    ] {
        let id = client.ask(method, &parameters);
        let answer = client.answer(id);
        let is_hover = method == "textDocument/hover";
        assert!(answer.get("error").is_some() || is_hover, "{method}: {answer}");
    }
    client.open(&file);
    assert_eq!(client.findings(&file).len(), 1);
    assert_eq!(client.shut_down(), 0);
}

#[test]
fn what_is_no_message_ends_the_server() {
    let folder = tempfile::tempdir().expect("a folder");
    for text in
        ["GET / HTTP/1.1\r\nHost: x\r\n\r\n", "Content-Length: 99999999999999999999\r\n\r\n", "\u{0}\u{0}\n"]
    {
        let mut client = Client::spawn(folder.path(), &Setup::default());
        client.send_bytes(text.as_bytes());
        assert_eq!(client.status(), 2, "{text:?}");
    }
}

#[test]
fn the_server_ends_with_its_client() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("values.yaml");
    fs::write(&file, "{}\n").expect("a file");
    assert_eq!(Client::start(folder.path()).die(), 1);
    assert_eq!(Client::spawn(folder.path(), &Setup::default()).die(), 1);
    let mut client = Client::start(folder.path());
    client.open(&file);
    client.ask(
        "textDocument/hover",
        &json!({ "textDocument": { "uri": uri(&file) }, "position": { "line": 0, "character": 0 } }),
    );
    client.send_bytes(b"Content-Length: 500\r\n\r\n{\"half");
    assert_eq!(client.die(), 1);
}

#[test]
fn requests_before_the_first_and_after_the_last_are_refused() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut client = Client::spawn(folder.path(), &Setup::default());
    let id = client.ask("textDocument/hover", &json!({}));
    assert_eq!(client.answer(id)["error"]["code"], -32002);
    let mut client = Client::start(folder.path());
    client.request("shutdown", &Value::Null);
    let id = client.ask("textDocument/hover", &json!({}));
    assert_eq!(client.answer(id)["error"]["code"], -32600);
    client.notify("exit", &Value::Null);
    assert_eq!(client.status(), 0);
}

#[test]
fn hostile_texts_end_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut client =
        Client::with(folder.path(), &Setup { options: json!({ "values": "all" }), ..Setup::default() });
    let deep = |open: &str, close: &str| format!("{}{}", open.repeat(20_000), close.repeat(20_000));
    let texts = [
        ("a.yaml", deep("[", "]")),
        ("b.yaml", deep("a: {", "}")),
        ("c.ncl", deep("{ a = ", "}")),
        ("d.ncl", "\"%{".repeat(5_000)),
        ("e.yaml", "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n".to_owned()),
        ("f.yaml", "\u{0}\u{1}\u{feff}\u{2028}: \u{202e}".to_owned()),
        ("g.ncl", "let rec f = fun x => f (x + 1) in f 0".to_owned()),
        ("h.ncl", "m%\"".repeat(3_000)),
        ("i.yaml", "broker: ".repeat(3_000)),
        ("j.yaml", "- ".repeat(10_000)),
    ];
    for (name, text) in &texts {
        let file = folder.path().join(name);
        fs::write(&file, text).expect("a file");
        client.open_text(&file, text);
        client.findings(&file);
        let last = text.lines().count().saturating_sub(1);
        for (line, character) in [(0, 0), (0, 7), (last, 3), (last + 9, 99)] {
            for method in ["completion", "hover", "definition", "references", "prepareRename"] {
                let place = json!({
                    "textDocument": { "uri": uri(&file) },
                    "position": { "line": line, "character": character },
                    "context": { "includeDeclaration": true },
                });
                let id = client.ask(&format!("textDocument/{method}"), &place);
                let answer = client.answer(id);
                assert_ne!(answer["error"]["code"], -32603, "{name} {method}: {answer}");
            }
        }
        let document = json!({ "textDocument": { "uri": uri(&file) } });
        for method in ["documentSymbol", "foldingRange"] {
            client.request(&format!("textDocument/{method}"), &document);
        }
        client.close(&file);
    }
    assert_eq!(client.shut_down(), 0);
}

#[test]
fn a_thousand_open_files_are_served() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut client =
        Client::with(folder.path(), &Setup { options: json!({ "values": "all" }), ..Setup::default() });
    let path = |at: usize| folder.path().join(format!("c{at}/it.yaml"));
    for at in 0..1_000 {
        fs::create_dir(folder.path().join(format!("c{at}"))).expect("a folder");
        fs::write(path(at), "brokr: {}\n").expect("a file");
        client.open(&path(at));
    }
    for at in [0, 500, 999] {
        assert_eq!(client.findings(&path(at)).len(), 1);
        client.change(&path(at), "broker: {}\n");
        assert_eq!(client.findings(&path(at)).len(), 0);
        client.at("textDocument/hover", &path(at), 0, 2);
    }
    assert_eq!(client.shut_down(), 0);
}

#[test]
fn a_file_of_64_mib_is_not_checked_but_survived() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("values.yaml");
    let text = format!(
        "broker:\n  replicaCount: 3\n{}",
        "# a comment of some length that goes on\n".repeat((64 << 20) / 40)
    );
    fs::write(&file, &text).expect("a file");
    let mut client = Client::start(folder.path());
    client.open_text(&file, &text);
    let found = client.findings(&file);
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0]["code"], "PUL0018");
    client.change(&file, "brokr: {}\n");
    assert_eq!(client.findings(&file)[0]["code"], "PUL0002");
    assert_eq!(client.shut_down(), 0);
}

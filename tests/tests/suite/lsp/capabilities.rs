//! Every capability that the server offers, in YAML and in Nickel, over its standard streams.

use pulsarc_tests::client::{Client, uri};
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};

/// A file that is open, with the cursor at the mark.
struct Open {
    _folder: tempfile::TempDir,
    client: Client,
    file: PathBuf,
    at: (usize, usize),
}

const MARK: char = '▮';

/// Opens a file of a project; the cursor is at the mark in its text.
fn open(name: &str, text: &str) -> Open {
    open_in(&[(name, text)])
}

/// Opens the files of a project. The last one is the one that requests are about.
fn open_in(files: &[(&str, &str)]) -> Open {
    let folder = tempfile::tempdir().expect("a folder");
    let mut at = (0, 0);
    for (name, text) in files {
        if let Some(byte) = text.find(MARK) {
            let before = &text[..byte];
            let line = before.rsplit('\n').next().unwrap_or_default();
            at = (before.matches('\n').count(), line.encode_utf16().count());
        }
        fs::write(folder.path().join(name), text.replace(MARK, "")).expect("a file");
    }
    let mut client = Client::start(folder.path());
    let path = |name: &str| folder.path().join(name);
    for (name, _) in files {
        client.open(&path(name));
    }
    let file = path(files.last().expect("a file").0);
    Open { _folder: folder, client, file, at }
}

impl Open {
    fn ask(&mut self, method: &str) -> Value {
        self.client.at(&format!("textDocument/{method}"), &self.file, self.at.0, self.at.1)
    }

    fn labels(&mut self) -> Vec<String> {
        let completion = self.ask("completion");
        let items = completion["items"].as_array().expect("items");
        items.iter().map(|item| item["label"].as_str().unwrap_or_default().to_owned()).collect()
    }

    /// The code actions at the cursor.
    fn actions(&mut self) -> Vec<Value> {
        self.client.findings(&self.file);
        let place = json!({ "line": self.at.0, "character": self.at.1 });
        let parameters = json!({
            "textDocument": { "uri": uri(&self.file) },
            "range": { "start": place, "end": place },
            "context": { "diagnostics": [] },
        });
        let actions = self.client.request("textDocument/codeAction", &parameters);
        actions.as_array().expect("actions").clone()
    }
}

/// A text with edits of the protocol; the text has no characters beyond those of one unit.
fn edited(text: &str, edits: &Value) -> String {
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let byte = |place: &Value| {
        let number =
            |key: &str| usize::try_from(place[key].as_u64().expect("a number")).expect("it is small");
        let before: usize = lines.iter().take(number("line")).map(|line| line.len()).sum();
        before + number("character")
    };
    let mut edits: Vec<(usize, usize, &str)> = edits
        .as_array()
        .expect("edits")
        .iter()
        .map(|edit| {
            let range = &edit["range"];
            (byte(&range["start"]), byte(&range["end"]), edit["newText"].as_str().expect("a text"))
        })
        .collect();
    edits.sort_unstable();
    let mut text = text.to_owned();
    for (start, end, new) in edits.into_iter().rev() {
        text.replace_range(start..end, new);
    }
    text
}

/// The text of a file after a workspace edit.
fn after(edit: &Value, file: &Path, text: &str) -> String {
    let of_documents = edit["documentChanges"].as_array().into_iter().flatten();
    let own = of_documents
        .filter(|change| change["textDocument"]["uri"] == uri(file))
        .map(|change| &change["edits"]);
    let edits = own.chain(edit["changes"].get(uri(file))).next();
    edited(text, edits.unwrap_or_else(|| panic!("{edit}")))
}

fn titled<'a>(actions: &'a [Value], beginning: &str) -> &'a Value {
    let is_it = |action: &&Value| action["title"].as_str().is_some_and(|title| title.starts_with(beginning));
    actions.iter().find(is_it).unwrap_or_else(|| panic!("no action `{beginning}` among {actions:#?}"))
}

#[test]
fn keys_and_values_are_completed() {
    for (name, text, expected) in [
        ("values.yaml", "broker:\n  repl▮\n", "replicaCount"),
        ("values.yaml", "components:\n  functions: ▮\n", "true"),
        ("values.yaml", "proxy:\n  service:\n    type: ▮\n", "LoadBalancer"),
        ("values.yaml", "broker:\n  configData:\n    loadBal▮\n", "loadBalancerEnabled"),
        ("values.yaml", "broker:\n  configData:\n    PULSAR_GC: \"-XX:+Use▮\"\n", "-XX:+UseZGC"),
        ("values.yaml", "images:\n  broker:\n    tag: ▮\n", "5.0.1"),
        ("values.yaml", "checks:\n  PUL05▮\n", "PUL0509"),
        ("cluster.ncl", "{ broker.repl▮ }", "replicaCount"),
        ("cluster.ncl", "{\n  components = {\n    func▮", "function_worker"),
        ("cluster.ncl", "let pulsar = import \"pulsar.ncl\" in\npulsar.presets.▮", "production"),
        ("cluster.ncl", "import \"pul▮", "pulsar.ncl"),
    ] {
        let labels = open(name, text).labels();
        assert!(labels.iter().any(|label| label == expected), "{text:?}: {labels:?}");
    }
}

#[test]
fn a_hover_tells_what_a_setting_is_and_where_it_is_from() {
    for (name, text, expected) in [
        ("values.yaml", "broker:\n  repl▮icaCount: 5\n", "number of brokers"),
        ("values.yaml", "broker:\n  configData:\n    managedLedgerDefaultEn▮sembleSize: \"3\"\n", "bookies"),
        ("values.yaml", "checks:\n  PUL0▮509:\n    level: allow\n    reason: a test\n", "PUL0509"),
        ("cluster.ncl", "{ broker.repl▮icaCount = 5 }", "number of brokers"),
    ] {
        let hover = open(name, text).ask("hover");
        let told = hover["contents"]["value"].as_str().unwrap_or_default();
        assert!(told.to_lowercase().contains(&expected.to_lowercase()), "{text:?}: {hover}");
    }
}

#[test]
fn fixes_are_offered_singly_and_for_the_file() {
    for (name, text, fixed) in [
        (
            "values.yaml",
            "brok▮r:\n  replicaCount: 5\nzookeepr:\n  replicaCount: 3\n",
            "broker:\n  replicaCount: 5\nzookeeper:\n  replicaCount: 3\n",
        ),
        (
            "cluster.ncl",
            "{ brok▮r.replicaCount = 5, zookeepr.replicaCount = 3 }\n",
            "{ broker.replicaCount = 5, zookeeper.replicaCount = 3 }\n",
        ),
    ] {
        let mut open = open(name, text);
        let actions = open.actions();
        let fix = actions
            .iter()
            .find(|action| action["isPreferred"] == true)
            .unwrap_or_else(|| panic!("{actions:#?}"));
        let plain = text.replace(MARK, "");
        let once = after(&fix["edit"], &open.file, &plain);
        assert!(once.contains("broker") && once.contains("zookeepr"), "{once}");
        let all = actions.iter().find(|action| action["kind"] == "source.fixAll.pulsarc");
        let all = all.unwrap_or_else(|| panic!("{actions:#?}"));
        assert_eq!(after(&all["edit"], &open.file, &plain), fixed);
        let arguments = json!({ "command": "pulsarc.fixAll", "arguments": [uri(&open.file)] });
        open.client.request("workspace/executeCommand", &arguments);
        let asked = open.client.told("workspace/applyEdit");
        assert_eq!(after(&asked["edit"], &open.file, &plain), fixed);
    }
}

#[test]
fn findings_are_accepted_and_explained() {
    let text = "auth:\n  authentication:\n    enabled: tr▮ue\n    jwt:\n      enabled: true\n";
    let mut open = open("values.yaml", text);
    let actions = open.actions();
    let explain = titled(&actions, "Explain PUL");
    assert_eq!(explain["command"]["command"], "pulsarc.explain", "{explain}");
    let accept = titled(&actions, "Accept PUL");
    let id =
        accept["title"].as_str().unwrap_or_default().split_whitespace().nth(1).unwrap_or_default().to_owned();
    let accepted = after(&accept["edit"], &open.file, &text.replace(MARK, ""));
    open.client.change(&open.file.clone(), &accepted);
    let left = open.client.findings(&open.file);
    assert!(!left.iter().any(|found| found["code"] == id.trim_end_matches(':')), "{accepted}\n{left:#?}");
}

#[test]
fn definitions_lead_to_whoever_provides_a_value() {
    let base = "bookkeeper:\n  replicaCount: 5\n";
    let mut over =
        open_in(&[("values.yaml", base), ("values-prod.yaml", "bookkeeper:\n  replica▮Count: 7\n")]);
    let found = over.ask("definition");
    assert!(found[0]["uri"].as_str().unwrap_or_default().ends_with("/values.yaml"), "{found}");
    assert_eq!(found[0]["range"]["start"]["line"], 1, "{found}");
    let mut import = open_in(&[("sizes.ncl", "{}"), ("cluster.ncl", "(import \"siz▮es.ncl\") & {}")]);
    let found = import.ask("definition");
    assert!(found[0]["uri"].as_str().unwrap_or_default().ends_with("/sizes.ncl"), "{found}");
    let mut default = open("values.yaml", "bookkeeper:\n  replica▮Count: 7\n");
    let found = default.ask("definition");
    let path =
        found[0]["uri"].as_str().and_then(|uri| uri.strip_prefix("file://")).unwrap_or_default().to_owned();
    assert!(path.ends_with("bookkeeper.ncl") && Path::new(&path).is_file(), "{found}");
}

#[test]
fn references_and_hints_see_all_layers() {
    let base = "bookkeeper:\n  replicaCount: 5\n";
    let mut over =
        open_in(&[("values.yaml", base), ("values-prod.yaml", "bookkeeper:\n  replica▮Count: 7\n")]);
    let found = over.ask("references");
    let files: Vec<&str> = found
        .as_array()
        .expect("places")
        .iter()
        .filter_map(|it| it["uri"].as_str()?.rsplit('/').next())
        .collect();
    assert_eq!(files, ["values-prod.yaml", "values.yaml", "bookkeeper.ncl"], "the last one declares it");
    let range = json!({ "start": { "line": 0, "character": 0 }, "end": { "line": 9, "character": 0 } });
    let parameters = json!({ "textDocument": { "uri": uri(&over.file) }, "range": range });
    let hints = over.client.request("textDocument/inlayHint", &parameters);
    assert!(hints[0]["label"].to_string().contains('5'), "{hints}");
    assert_eq!(hints[0]["position"]["line"], 1);
}

#[test]
fn symbols_and_folds_follow_the_text() {
    for (name, text) in [
        ("values.yaml", "broker:\n  replicaCount: 5\n  configData:\n    a: 1\n    b: 2\n"),
        (
            "cluster.ncl",
            "{\n  broker = {\n    replicaCount = 5,\n    configData = {\n      a = 1,\n      b = 2,\n    },\n  },\n}\n",
        ),
    ] {
        let mut open = open(name, text);
        let document = json!({ "textDocument": { "uri": uri(&open.file) } });
        let symbols = open.client.request("textDocument/documentSymbol", &document);
        assert_eq!(symbols[0]["name"], "broker", "{symbols}");
        assert_eq!(symbols[0]["children"][1]["children"][0]["name"], "a", "{symbols}");
        let folds = open.client.request("textDocument/foldingRange", &document);
        assert!(folds.as_array().is_some_and(|folds| folds.len() >= 2), "{folds}");
    }
}

#[test]
fn an_entry_of_a_map_is_renamed_in_all_layers() {
    let base = "broker:\n  extraEnvs:\n    LEVEL:\n      value: info\n";
    let over = "broker:\n  extraEnvs:\n    LEV▮EL:\n      value: debug\n";
    let mut open = open_in(&[("values.yaml", base), ("values-prod.yaml", over)]);
    let range = open.ask("prepareRename");
    assert_eq!(range["start"], json!({ "line": 2, "character": 4 }), "{range}");
    let parameters = json!({
        "textDocument": { "uri": uri(&open.file) },
        "position": { "line": open.at.0, "character": open.at.1 },
        "newName": "LOG_LEVEL",
    });
    let edit = open.client.request("textDocument/rename", &parameters);
    let other = open.file.parent().expect("a folder").join("values.yaml");
    assert!(after(&edit, &other, base).contains("    LOG_LEVEL:\n"), "{edit}");
    assert!(after(&edit, &open.file, &over.replace(MARK, "")).contains("    LOG_LEVEL:\n"), "{edit}");
}

//! Open files over those on disk: layers, environments, imports, fleets and the file of a project.

use pulsarc_tests::client::{Client, Setup};
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};

/// A project of these files, each with its text.
fn project(files: &[(&str, &str)]) -> (tempfile::TempDir, impl Fn(&str) -> PathBuf + use<>) {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, text) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
        fs::write(path, text).expect("a file");
    }
    let root = folder.path().to_owned();
    (folder, move |name: &str| root.join(name))
}

fn codes(found: &[Value]) -> Vec<&str> {
    found.iter().map(|it| it["code"].as_str().unwrap_or_default()).collect()
}

fn set(text: &str) -> String {
    format!("bookkeeper:\n  replicaCount: {text}\n")
}

#[test]
fn an_environment_is_checked_over_its_base() {
    let (folder, path) = project(&[
        ("values.yaml", "broker:\n  configData:\n    managedLedgerDefaultEnsembleSize: \"3\"\n"),
        ("values-dev.yaml", &set("4")),
    ]);
    let mut client = Client::start(folder.path());
    let (base, dev) = (path("values.yaml"), path("values-dev.yaml"));
    client.open(&dev);
    assert_eq!(codes(&client.findings(&dev)), Vec::<&str>::new());
    client.change(&dev, &set("2"));
    let found = client.findings(&dev);
    assert_eq!(codes(&found), ["PUL0102"], "{found:#?}");
    let related = &found[0]["relatedInformation"][0]["location"]["uri"];
    assert_eq!(*related, json!(pulsarc_tests::client::uri(&base)), "the quorum is in the base");
    // Editing the base updates the environment that is open.
    client.open(&base);
    client.change(&base, "broker:\n  configData:\n    managedLedgerDefaultEnsembleSize: \"2\"\n    managedLedgerDefaultWriteQuorum: \"2\"\n    managedLedgerDefaultAckQuorum: \"1\"\n");
    client.findings(&base);
    client.findings_when(&dev, |found| !codes(found).contains(&"PUL0102"));
}

#[test]
fn an_import_is_read_as_it_is_open() {
    let (folder, path) = project(&[
        ("sizes.ncl", "{ bookies = 4 }"),
        ("cluster.ncl", "let sizes = import \"sizes.ncl\" in\n{ bookkeeper.replicaCount = sizes.bookies }\n"),
    ]);
    let mut client = Client::start(folder.path());
    let (sizes, cluster) = (path("sizes.ncl"), path("cluster.ncl"));
    client.open(&cluster);
    client.open(&sizes);
    assert_eq!(codes(&client.findings(&cluster)), Vec::<&str>::new());
    client.change(&sizes, "{ bookies = \"many\" }");
    let found = client.findings_when(&sizes, |found| !found.is_empty());
    assert_eq!(codes(&found), ["PUL0003"], "{found:#?}");
    client.change(&sizes, "{ bookies = 3 }");
    client.findings_when(&sizes, <[Value]>::is_empty);
}

#[test]
fn the_file_of_a_project_says_what_is_laid_over_what() {
    let (folder, path) = project(&[
        (
            "pulsarc.toml",
            "[[configuration]]\nname = \"big\"\nlayers = [\"common.yaml\", \"big.yaml\"]\nnamespace = \"big\"\n",
        ),
        ("common.yaml", "brokr: {}\n"),
        ("big.yaml", &set("4")),
    ]);
    let mut client = Client::start(folder.path());
    let (common, big) = (path("common.yaml"), path("big.yaml"));
    client.open(&big);
    client.findings(&big);
    let found = client.findings_when(&common, |found| !found.is_empty());
    assert_eq!(codes(&found), ["PUL0002"]);
    let document = json!({ "textDocument": { "uri": pulsarc_tests::client::uri(&big) } });
    let configurations = client.request("pulsarc/configurations", &document);
    let whole = |file: &Path| file.canonicalize().expect("a path").display().to_string();
    let expected = json!([{ "name": "big", "layers": [whole(&common), whole(&big)], "namespace": "big", "release": null }]);
    assert_eq!(configurations, expected);
}

#[test]
fn mistakes_in_the_file_of_a_project_are_reported_there() {
    let (folder, path) =
        project(&[("pulsarc.toml", "[[configuration]]\nlayers = [\"nowhere.yaml\"]\n"), ("a.ncl", "{}")]);
    let mut client = Client::start(folder.path());
    client.open(&path("a.ncl"));
    let found = client.findings_when(&path("pulsarc.toml"), |found| !found.is_empty());
    assert!(found[0]["message"].as_str().unwrap_or_default().contains("nowhere.yaml"), "{found:#?}");
}

#[test]
fn clusters_of_a_fleet_are_checked_as_it_stacks_them() {
    let (folder, path) = project(&[
        (
            "fleet.ncl",
            "{\n  base = [\"base.yaml\"],\n  environments = { dev = { bookkeeper.replicaCount = 2 }, prod = {} },\n}\n",
        ),
        ("base.yaml", &set("4")),
    ]);
    let mut client = Client::start(folder.path());
    let (fleet, base) = (path("fleet.ncl"), path("base.yaml"));
    client.open(&fleet);
    client.open(&base);
    let found = client.findings_when(&fleet, |found| !found.is_empty());
    assert!(found.iter().any(|it| it["message"].as_str().unwrap_or_default().contains("dev")), "{found:#?}");
}

#[test]
fn only_configurations_are_checked() {
    let (folder, path) = project(&[
        ("values.yaml", "{}\n"),
        ("deployment.yaml", "apiVersion: apps/v1\nkind: Deployment\nbrokr: {}\n"),
        ("marked.yaml", "# pulsarc: values\nbrokr: {}\n"),
        ("other.yaml", "brokr: {}\n"),
    ]);
    let mut client = Client::start(folder.path());
    for name in ["deployment.yaml", "other.yaml"] {
        client.open(&path(name));
    }
    client.open(&path("marked.yaml"));
    assert_eq!(codes(&client.findings(&path("marked.yaml"))), ["PUL0002"]);
    let other = path("other.yaml");
    client.close(&other);
    client.open_as(&other, "brokr: {}\n", "pulsar-values");
    assert_eq!(codes(&client.findings(&other)), ["PUL0002"]);
    client.findings_when(&path("marked.yaml"), |found| !found.is_empty());
}

#[test]
fn a_closed_file_shows_nothing_any_more() {
    let (folder, path) = project(&[("values.yaml", "brokr: {}\n")]);
    let mut client = Client::start(folder.path());
    let file = path("values.yaml");
    client.open(&file);
    assert_eq!(codes(&client.findings(&file)), ["PUL0002"]);
    client.close(&file);
    client.findings_when(&file, <[Value]>::is_empty);
}

#[test]
fn changes_on_disk_are_seen() {
    let (folder, path) = project(&[("values.yaml", &set("4")), ("values-dev.yaml", "{}\n")]);
    let mut client = Client::start(folder.path());
    let (base, dev) = (path("values.yaml"), path("values-dev.yaml"));
    client.open(&dev);
    assert_eq!(codes(&client.findings(&dev)), Vec::<&str>::new());
    fs::write(&base, "brokr: {}\n").expect("a file");
    let changed = json!({ "changes": [{ "uri": pulsarc_tests::client::uri(&base), "type": 2 }] });
    client.notify("workspace/didChangeWatchedFiles", &changed);
    client.findings_when(&base, |found| codes(found) == ["PUL0002"]);
}

#[test]
fn with_nickels_own_server_nothing_is_reported_twice() {
    let (folder, path) = project(&[("cluster.ncl", "{ broker.replicaCount = , brokr = {} }\n")]);
    let file = path("cluster.ncl");
    let mut client = Client::start(folder.path());
    client.open(&file);
    assert!(codes(&client.findings(&file)).iter().any(|code| *code != "PUL0002"));
    client.shut_down();
    let setup = Setup { options: json!({ "nls": true }), ..Setup::default() };
    let mut client = Client::with(folder.path(), &setup);
    client.open(&file);
    assert!(codes(&client.findings(&file)).iter().all(|code| *code == "PUL0002"));
    assert_eq!(client.offered["documentFormattingProvider"], Value::Null);
}

#[test]
fn nickel_is_formatted() {
    let (folder, path) = project(&[("cluster.ncl", "{broker.replicaCount=3,\n}\n")]);
    let file = path("cluster.ncl");
    let mut client = Client::start(folder.path());
    client.open(&file);
    let options = json!({ "textDocument": { "uri": pulsarc_tests::client::uri(&file) }, "options": { "tabSize": 2, "insertSpaces": true } });
    let edits = client.request("textDocument/formatting", &options);
    let formatted =
        edits.as_array().expect("edits").iter().map(|edit| edit["newText"].as_str().unwrap_or_default());
    let whole: String = formatted.collect();
    pulsarc_tests::pulsarc_in(folder.path(), &["fmt", "cluster.ncl"]);
    let expected = fs::read_to_string(&file).expect("a text");
    assert!(expected.contains(whole.trim_end()) && !whole.is_empty(), "{edits}\n{expected}");
}

#[test]
fn the_page_of_a_code_is_shown() {
    let (folder, path) = project(&[("values.yaml", "{}\n")]);
    let mut client = Client::start(folder.path());
    client.open(&path("values.yaml"));
    client.request(
        "workspace/executeCommand",
        &json!({ "command": "pulsarc.explain", "arguments": ["PUL0101"] }),
    );
    let shown = client.told("window/showDocument");
    assert!(shown["uri"].as_str().unwrap_or_default().ends_with("PUL0101.md"), "{shown}");
}

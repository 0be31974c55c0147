//! Findings in an editor are those of `check`: at the same places, with the same words.

use pulsarc_tests::client::{Client, Setup};
use pulsarc_tests::{files, pulsarc_in, root, shared};
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};

/// A finding as both report it: code, severity, message, and the place as line and character from 0.
type Seen = (String, u64, String, [usize; 4]);

/// What `check` reports in a file, with characters counted by `width`.
fn of_check(file: &Path, text: &str, width: fn(&str) -> usize) -> Vec<Seen> {
    let folder = file.parent().expect("a folder");
    let name = file.to_str().expect("a path of text");
    let run = pulsarc_in(folder, &["check", name, "--format", "json"]);
    let found: Value = serde_json::from_str(&run.stdout).unwrap_or_else(|_| panic!("{name}: {}", run.stdout));
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let lines: Vec<&str> = text.split('\n').collect();
    let place = |at: &Value| {
        let number = |key: &str| usize::try_from(at[key].as_u64().unwrap_or(1)).expect("it is small") - 1;
        let (line, column) = (number("line"), number("column"));
        let before: String = lines.get(line).unwrap_or(&"").chars().take(column).collect();
        [line, width(&before)]
    };
    let seen = |finding: &Value| {
        let severity = match finding["severity"].as_str() {
            Some("error") => 1,
            Some("warning") => 2,
            _ => 3,
        };
        let message = match finding["help"].as_str() {
            Some(help) => format!("{}\nhelp: {help}", finding["message"].as_str().unwrap_or_default()),
            None => finding["message"].as_str().unwrap_or_default().to_owned(),
        };
        // A finding without a place is at the start of the file.
        let place = if finding.get("line").is_some() {
            let ([line, column], [end_line, end_column]) = (place(finding), place(&finding["end"]));
            [line, column, end_line, end_column]
        } else {
            [0; 4]
        };
        (finding["code"].as_str().unwrap_or_default().to_owned(), severity, message, place)
    };
    let mut seen: Vec<Seen> = found["diagnostics"].as_array().expect("a list").iter().map(seen).collect();
    seen.sort();
    seen
}

fn of_editor(found: &[Value]) -> Vec<Seen> {
    let seen = |finding: &Value| {
        let number = |end: &str, key: &str| {
            usize::try_from(finding["range"][end][key].as_u64().expect("a number")).expect("it is small")
        };
        let place = [
            number("start", "line"),
            number("start", "character"),
            number("end", "line"),
            number("end", "character"),
        ];
        let text = |key: &str| finding[key].as_str().unwrap_or_default().to_owned();
        (text("code"), finding["severity"].as_u64().unwrap_or_default(), text("message"), place)
    };
    let mut seen: Vec<Seen> = found.iter().map(seen).collect();
    seen.sort();
    seen
}

/// Opens each file, and compares what the editor shows with what `check` reports.
fn agree(files: &[PathBuf], encoding: &'static str) {
    let width: fn(&str) -> usize =
        if encoding == "utf-8" { str::len } else { |text| text.chars().map(char::len_utf16).sum() };
    let folder = tempfile::tempdir().expect("a folder");
    let setup = Setup { encodings: vec![encoding], options: json!({ "values": "all" }), ..Setup::default() };
    let mut client = Client::with(folder.path(), &setup);
    assert_eq!(client.offered["positionEncoding"], encoding);
    assert!(!files.is_empty());
    for (at, original) in files.iter().enumerate() {
        let Ok(text) = fs::read_to_string(original) else { continue };
        // Alone in a folder: what is beside it is no part of it.
        let ending = original.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
        let alone = folder.path().join(format!("case{at}"));
        fs::create_dir(&alone).expect("a folder");
        let file = alone.join(format!("it.{ending}"));
        fs::write(&file, &text).expect("a file");
        client.open_text(&file, &text);
        let shown = of_editor(&client.findings(&file));
        client.close(&file);
        assert_eq!(
            shown,
            of_check(&file.canonicalize().expect("a path"), &text, width),
            "{}",
            original.display()
        );
    }
    assert_eq!(client.shut_down(), 0);
}

/// Files of these endings below folders of the project.
fn own(folders: &[&str]) -> Vec<PathBuf> {
    let of = |folder: &&str| [".yaml", ".ncl"].map(|ending| files(&root().join(folder), ending)).concat();
    folders.iter().flat_map(of).collect()
}

#[test]
fn every_wrong_file_of_the_project_is_reported_as_by_check() {
    let mut wrong = own(&["tests/diagnostics"]);
    wrong.extend(files(&root().join("crates/rules"), ".wrong.yaml"));
    agree(&wrong, "utf-16");
}

#[test]
fn slips_and_examples_are_reported_as_by_check_in_the_other_encoding() {
    agree(&own(&["tests/everyday/slips", "tests/diagnostics"]), "utf-8");
}

#[test]
#[cfg_attr(without_shared, ignore = "reads the cases beside the project (../shared)")]
fn mistakes_are_reported_as_by_check() {
    agree(&files(&shared("mistakes"), ".yaml"), "utf-16");
}

#[test]
fn findings_say_more_to_an_editor() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("values.yaml");
    fs::write(
        &file,
        "components:\n  functions: true\nbroker:\n  configData:\n    managedLedgerDefaultEnsembleSize: \"7\"\n    zookeeperServers: \"a:2181\"\n",
    )
    .expect("a file");
    let mut client = Client::start(folder.path());
    client.open(&file);
    let found = client.findings(&file);
    let quorum = found.iter().find(|it| it["code"] == "PUL0102").unwrap_or_else(|| panic!("{found:#?}"));
    assert_eq!(quorum["source"], "pulsarc");
    let page = quorum["codeDescription"]["href"].as_str().expect("a page");
    let page = page.strip_prefix("file://").expect("a file");
    assert!(fs::read_to_string(page).expect("the page").starts_with("# PUL0102"), "{page}");
    assert!(found.iter().any(|it| it["tags"] == json!([2])), "{found:#?}");
}

#[test]
fn an_error_of_syntax_leaves_other_findings_where_they_are() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("values.yaml");
    let text = "brokr:\n  replicaCount: 1\nproxy:\n  replicaCount: 2\nzookeepr: {}\n";
    fs::write(&file, text).expect("a file");
    let mut client = Client::start(folder.path());
    client.open(&file);
    let codes = |found: &[Value]| -> Vec<(String, u64)> {
        let seen = |it: &Value| {
            let line = it["range"]["start"]["line"].as_u64().expect("a line");
            (it["code"].as_str().unwrap_or_default().to_owned(), line)
        };
        found.iter().map(seen).collect()
    };
    let unknown = |line| ("PUL0002".to_owned(), line);
    let before = codes(&client.findings(&file));
    assert_eq!(before, [unknown(0), unknown(4)]);
    client.change(&file, &text.replace("  replicaCount: 2\n", "  replicaCount: [\n\n"));
    let during = codes(&client.findings(&file));
    assert!(during.contains(&unknown(0)) && during.contains(&unknown(5)), "{during:?}");
    assert!(during.iter().any(|(code, _)| code == "PUL0001"), "{during:?}");
    client.change(&file, text);
    assert_eq!(codes(&client.findings(&file)), before);
}

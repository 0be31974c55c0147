//! Every command in every format, on hostile names and values: nothing that is written acts on its reader.
//!
//! The commands and formats are those that `--help` names, so that a new one without a line here fails.

use crate::sanitize::{NASTY, is_inert, quoted};
use pulsarc_tests::pulsarc_in;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// Names of clusters: what a name of a folder can hold.
const CLUSTERS: [&str; 7] = [
    "plain",
    "a\u{1b}[2Jb",
    "@team",
    "<img src=x onerror=alert(1)>",
    "[a](https:evil) #1 `b`",
    "::error::c",
    "\u{202e}|d|&amp;",
];

/// How each command is called. `CONFIG` is a hostile configuration, `FLEET` and `OLD` two fleets of hostile clusters.
const CALLS: &[&[&str]] = &[
    &["build", "CONFIG"],
    &["build", "--fleet", "FLEET", "-o", "out"],
    &["check", "CONFIG"],
    &["check", "--security", "CONFIG"],
    &["check", "--fleet", "FLEET"],
    &["diff", "none.yaml", "CONFIG"],
    &["diff", "--fleet", "OLD", "FLEET"],
    &["plan", "CONFIG"],
    &["plan", "--fleet", "FLEET"],
    &["apply", "CONFIG", "--yes", "--context", "NASTY"],
    &["status", "--kubeconfig", "NASTY"],
    &["drift", "--context", "NASTY"],
    &["history", "--release", "NASTY"],
    &["rollback", "NASTY"],
    &["rollout", "NASTY"],
    &["destroy", "--yes", "--delete-data", "NASTY"],
    &["adopt", "pulsar", "--yes", "--config", "CONFIG"],
    &["explain", "CONFIG"],
    &["explain", "broker.NASTY"],
    &["check", "--no-NASTY"],
    &["check", "none.yaml", "--format=NASTY"],
    &["export", "CONFIG"],
    &["export", "--fleet", "FLEET"],
    &["report", "CONFIG"],
    &["doc"],
    &["import", "--force", "CONFIG"],
    &["merge-report", "report.json"],
    &["cache", "path"],
    &["completions", "bash"],
    &["fmt", "--check", "broken\u{1b}[2J.ncl"],
    &["init", "new\u{1b}[2J\u{202e}"],
    &["krm"],
    &["man", "man"],
    &["pull", "oci://127.0.0.1:9/a\u{1b}[2J:b", "-o", "pulled"],
    &["push", "CONFIG", "--to", "oci://127.0.0.1:9/a\u{1b}[2J:b"],
    &["schema"],
    &["test"],
    &["upgrade", "CONFIG", "--to", "5.0"],
    &["upgrade", "--fleet", "FLEET", "--to", "5.0"],
    &["vendor", "--dir", "x\u{1b}[2J"],
    &["version"],
];

/// Commands that never end, or that make no difference between their reader and their writer.
const ELSEWHERE: [(&str, &str); 3] = [
    ("watch", "it shows what `check` shows, until it is stopped"),
    ("lsp", "its messages are JSON for an editor, which shows text as text"),
    ("help", "it reads no configuration"),
];

/// What a command writes that is data, and has to say what the configuration says.
fn is_data(call: &[&str], format: Option<&str>) -> bool {
    matches!((call[0], format), ("import" | "completions", _))
}

fn help(folder: &Path, of: &[&str]) -> String {
    pulsarc_in(folder, &[of, &["--help"]].concat()).stdout
}

/// The commands that `--help` lists.
fn commands(folder: &Path) -> BTreeSet<String> {
    let help = help(folder, &[]);
    let list = help.split("Commands:").nth(1).and_then(|rest| rest.split("\n\n").next()).expect("a list");
    let first = |line: &str| line.strip_prefix("  ").filter(|line| !line.starts_with(' ')).map(str::to_owned);
    list.lines()
        .filter_map(first)
        .filter_map(|line| line.split_whitespace().next().map(str::to_owned))
        .collect()
}

/// The formats of a command.
fn formats(folder: &Path, command: &str) -> Vec<String> {
    let help = help(folder, &[command]);
    let Some(format) = help.split("--format <").nth(1) else { return Vec::new() };
    let format = format.split("\n      --").next().unwrap_or(format);
    if let Some((_, inline)) = format.split_once("[possible values: ") {
        let values = inline.split(']').next().unwrap_or_default();
        return values.split(',').map(|value| value.trim().to_owned()).collect();
    }
    let items = format.lines().filter_map(|line| line.trim_start().strip_prefix("- "));
    items.filter_map(|item| item.split([':', ' ']).next()).map(str::to_owned).collect()
}

fn cluster(folder: &Path, fleet: &str, name: &str, text: &str) {
    let place = folder.join(fleet).join(name);
    fs::create_dir_all(&place).expect("a folder");
    fs::write(place.join("values.yaml"), text).expect("a file");
}

/// Hostile configurations, fleets, tests, and a report that somebody else wrote.
fn stage() -> (tempfile::TempDir, Vec<String>) {
    let folder = tempfile::tempdir().expect("a folder");
    let root = folder.path();
    let write = |name: &str, text: &str| fs::write(root.join(name), text).expect("a file");
    write("none.yaml", "{}");
    let mut configs = Vec::new();
    for (name, text) in crate::sanitize::configurations() {
        write(name, &text);
        configs.push(name.to_owned());
    }
    for name in ["n\u{1b}[2J\n::error::.yaml", "<img src=x> [a](b) @team.yaml"] {
        write(name, &format!("broker: {{replicas: {}}}\n", quoted()));
        configs.push(name.to_owned());
    }
    for (at, name) in CLUSTERS.iter().enumerate() {
        let value = if at % 2 == 0 { "1".to_owned() } else { quoted() };
        cluster(
            root,
            "new",
            name,
            &format!(
                "broker: {{annotations: {{a: {}}}, configData: {{b: '{at}'}}, replicaCount: {value}}}\n",
                quoted()
            ),
        );
        cluster(root, "old", name, "broker: {annotations: {a: b}}\n");
        cluster(root, "good", name, &format!("broker: {{annotations: {{a: {}}}}}\n", quoted()));
    }
    write("broken\u{1b}[2J.ncl", &format!("{{ a = \"{}\"", NASTY.replace(['"', '\n'], "")));
    write(
        "a_test.ncl",
        &format!(
            "{{ {} = {{ inputs = [\"none.yaml\"], finds = [\"PUL0002\"] }} }}",
            crate::sanitize::nickel()
        ),
    );
    let finding = json!({
        "code": NASTY, "severity": "error", "message": NASTY, "path": NASTY, "file": NASTY, "line": 1, "column": 1,
        "end": {"line": 1, "column": 2}, "help": NASTY,
        "related": [{"message": NASTY, "file": NASTY, "line": 1, "column": 1, "end": {"line": 1, "column": 2}}],
        "rendered": NASTY, "clusters": [NASTY, "b"],
    });
    let cluster = json!({
        "name": NASTY, "status": 1, "errors": 1, "warnings": 0, "notes": 0, "cached": false, "written": false,
        "failure": NASTY,
    });
    let report = json!({
        "fleet": NASTY, "shard": null, "done": NASTY, "seconds": 0.5, "clusters": [cluster],
        "diagnostics": [finding],
    });
    write("report.json", &report.to_string());
    (folder, configs)
}

#[test]
fn every_command_and_format_is_safe() {
    let (folder, configs) = stage();
    let root = folder.path();
    let called: BTreeSet<String> = CALLS.iter().map(|call| call[0].to_owned()).collect();
    let elsewhere: BTreeSet<String> = ELSEWHERE.iter().map(|(name, _)| (*name).to_owned()).collect();
    assert_eq!(commands(root), called.union(&elsewhere).cloned().collect(), "each command has a line here");
    let formats: BTreeMap<String, Vec<String>> =
        called.iter().map(|command| (command.clone(), formats(root, command))).collect();
    assert!(formats["check"].len() >= 6 && formats["merge-report"].len() >= 5, "{formats:?}");
    let mut runs = 0;
    for call in CALLS {
        let configs: &[String] = if call.contains(&"CONFIG") { &configs } else { &configs[..1] };
        let fleets: &[&str] = if call.contains(&"FLEET") { &["new", "good"] } else { &["new"] };
        let none = vec![String::new()];
        let formats = if formats[call[0]].is_empty() { &none } else { &formats[call[0]] };
        for (config, fleet) in
            configs.iter().flat_map(|config| fleets.iter().map(move |fleet| (config, fleet)))
        {
            for format in formats {
                let mut words: Vec<String> = call
                    .iter()
                    .map(|word| match *word {
                        "CONFIG" => config.clone(),
                        "FLEET" => (*fleet).to_owned(),
                        "OLD" => "old".to_owned(),
                        other => other.replace("NASTY", NASTY),
                    })
                    .collect();
                if !format.is_empty() {
                    words.extend(["--format".to_owned(), format.clone()]);
                }
                let words: Vec<&str> = words.iter().map(String::as_str).collect();
                let run = pulsarc_in(root, &words);
                runs += 1;
                let of = format!("{words:?}");
                assert!((0..=4).contains(&run.status), "{of}: {} {}", run.status, run.stderr);
                is_inert(&run.stderr, false, &of);
                judge(&run.stdout, call, (!format.is_empty()).then_some(format), &of);
            }
        }
    }
    println!(
        "{runs} runs: {} commands, {} formats",
        called.len(),
        formats.values().map(|list| list.len().max(1)).sum::<usize>()
    );
}

/// What a format has to keep besides.
fn judge(text: &str, call: &[&str], format: Option<&str>, of: &str) {
    if is_data(call, format) {
        return;
    }
    match format {
        Some("github") => {
            for line in text.lines() {
                let begins =
                    ["::error ", "::warning ", "::notice "].iter().any(|command| line.starts_with(command));
                assert!(begins && !line.contains(pulsarc_diag::sanitize::acts), "{of}: {line:?}");
            }
        }
        Some("json" | "sarif" | "gitlab") => {
            is_inert(text, false, of);
            // The command says nothing where it has no document.
            assert!(text.is_empty() || serde_json::from_str::<Value>(text).is_ok(), "{of}: no JSON: {text}");
        }
        Some("junit") => {
            is_inert(text, false, of);
            assert!(!text.contains("<img"), "{of}: {text}");
        }
        Some("markdown") => {
            is_inert(text, false, of);
            let text = outside_of_fences(text);
            for sign in ["<img", "](", "![", "@team", "@everyone", "`", "https://evil", "://", "\\u{1b}\\["] {
                assert!(!text.contains(sign), "{of}: {sign} in {text}");
            }
        }
        _ => is_inert(text, false, of),
    }
}

fn outside_of_fences(text: &str) -> String {
    let mut outside = String::new();
    let mut fence = String::new();
    for line in text.lines() {
        match (fence.is_empty(), line.trim_end_matches("diff")) {
            (true, opens) if opens.starts_with("```") => opens.clone_into(&mut fence),
            (false, closes) if closes == fence => fence.clear(),
            (true, _) => outside.extend([line, "\n"]),
            (false, _) => {}
        }
    }
    assert!(fence.is_empty(), "a fence is left open: {text}");
    outside
}

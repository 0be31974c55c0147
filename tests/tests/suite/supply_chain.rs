//! What the binary is made of, what it says of itself, and its manual.

use pulsarc_tests::{pulsarc, root};
use serde_json::Value;
use std::collections::BTreeSet;
use std::process::Command;

/// What a tool prints in the project's root.
fn printed(tool: &str, arguments: &[&str]) -> String {
    let output = Command::new(tool).args(arguments).current_dir(root()).output();
    let output = output.unwrap_or_else(|error| panic!("{tool}: {error}"));
    assert!(output.status.success(), "{tool}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("it is text")
}

/// Name and version of every package in Cargo.lock.
fn locked() -> BTreeSet<(String, String)> {
    let text = std::fs::read_to_string(root().join("Cargo.lock")).expect("it is read");
    let field = |package: &str, key: &str| {
        let line = package.lines().find_map(|line| line.strip_prefix(&format!("{key} = \"")));
        line.and_then(|rest| rest.strip_suffix('"')).map(str::to_owned)
    };
    text.split("[[package]]").filter_map(|one| Some((field(one, "name")?, field(one, "version")?))).collect()
}

fn bill() -> Value {
    serde_json::from_str(&printed("python3", &[".ci/sbom"])).expect("it is JSON")
}

#[test]
#[cfg_attr(without_python, ignore = "needs Python")]
fn the_bill_of_materials_lists_linked_crates() {
    let bill = bill();
    assert_eq!((&bill["bomFormat"], &bill["specVersion"]), (&"CycloneDX".into(), &"1.5".into()));
    let text = |value: &Value| value.as_str().expect("text").to_owned();
    let listed: BTreeSet<(String, String)> = bill["components"]
        .as_array()
        .expect("components")
        .iter()
        .map(|one| (text(&one["name"]), text(&one["version"])))
        .collect();
    let tree = printed(
        env!("CARGO"),
        &[
            "tree",
            "--locked",
            "--package",
            "pulsarc-cli",
            "--edges",
            "normal,no-proc-macro",
            "--prefix",
            "none",
            "--no-dedupe",
        ],
    );
    let linked: BTreeSet<(String, String)> = tree
        .lines()
        .filter_map(|line| {
            let mut words = line.split(' ');
            Some((words.next()?.to_owned(), words.next()?.strip_prefix('v')?.to_owned()))
        })
        .filter(|(name, _)| name != "pulsarc-cli")
        .collect();
    assert!(linked.len() > 100, "{}", linked.len());
    let missing: Vec<_> = linked.difference(&listed).collect();
    assert!(missing.is_empty(), "linked and not listed: {missing:?}");
    let locked = locked();
    let unknown: Vec<_> = listed.difference(&locked).collect();
    assert!(unknown.is_empty(), "listed and not in Cargo.lock: {unknown:?}");
    for one in bill["components"].as_array().expect("components") {
        let own = text(&one["name"]).starts_with("pulsarc-");
        assert!(own || one["hashes"][0]["content"].as_str().is_some_and(|sum| sum.len() == 64), "{one}");
        assert!(one["licenses"][0].is_object(), "{one}");
        assert_eq!(one["bom-ref"], one["purl"]);
    }
    // References lead somewhere.
    let mut names: BTreeSet<String> = BTreeSet::from([text(&bill["metadata"]["component"]["bom-ref"])]);
    names.extend(bill["components"].as_array().expect("components").iter().map(|one| text(&one["bom-ref"])));
    for one in bill["dependencies"].as_array().expect("dependencies") {
        for other in one["dependsOn"].as_array().expect("a list") {
            assert!(names.contains(&text(other)), "{other}");
        }
    }
    assert_eq!(bill, self::bill(), "the same every time");
}

#[test]
fn locked_crates_come_from_crates_io_with_checksums() {
    let text = std::fs::read_to_string(root().join("Cargo.lock")).expect("it is read");
    for package in text.split("[[package]]").skip(1) {
        let own = package.contains("name = \"pulsarc-");
        let fetched = package
            .contains("source = \"registry+https://github.com/rust-lang/crates.io-index\"\nchecksum = \"");
        assert!(own || fetched, "{package}");
    }
}

#[test]
#[cfg_attr(without_python, ignore = "needs Python")]
fn licences_are_those_that_are_accepted() {
    let deny = std::fs::read_to_string(root().join("deny.toml")).expect("it is read");
    let accepted = |name: &str| deny.contains(&format!("\"{name}\""));
    let bill = bill();
    for one in bill["components"].as_array().expect("components") {
        let Some(expression) = one["licenses"][0]["expression"].as_str() else { continue };
        // Every part of an "and", one of an "or"; there are no deeper ones.
        let whole = expression.split(" AND ").all(|part| {
            let part = part.trim_matches(['(', ')']);
            part.split(" OR ").any(|licence| accepted(licence.trim_matches(['(', ')']).trim_end_matches('+')))
        });
        assert!(whole, "{}: {expression}", one["name"]);
    }
}

#[test]
fn the_version_names_its_build() {
    let text = pulsarc(&["version"]).stdout;
    let told: Value = serde_json::from_str(&pulsarc(&["version", "--json"]).stdout).expect("it is JSON");
    let version = told["version"].as_str().expect("a version");
    assert_eq!(version, env!("CARGO_PKG_VERSION"));
    assert_eq!(pulsarc(&["--version"]).stdout, format!("pulsarc {version}\n"));
    assert!(text.starts_with(&format!("pulsarc {version}\n")), "{text}");
    let contracts = told["contracts"].as_str().expect("a fingerprint");
    assert!(contracts.len() == 16 && text.contains(contracts), "{contracts}");
    assert!(told["commit"].is_null() || told["commit"].as_str().is_some_and(|commit| commit.len() == 40));
    assert!(told["pulsar"]["known"].as_array().expect("lines").contains(&"4.0".into()));
    assert_eq!(told["kubernetes"]["oldest"], "1.25");
    let nickel = told["nickel"].as_str().expect("a version").to_owned();
    assert!(locked().contains(&("nickel-lang-core".to_owned(), nickel)));
    let newest = told["kubernetes"]["newest"].as_str().expect("a version").replace('.', "_");
    let manifest = std::fs::read_to_string(root().join("Cargo.toml")).expect("it is read");
    assert!(manifest.contains(&format!("\"v{newest}\"")), "the types are of another version than {newest}");
}

#[test]
fn every_command_has_its_page() {
    let folder = tempfile::tempdir().expect("a folder");
    let target = folder.path().join("man");
    let run = pulsarc(&["man", &target.display().to_string()]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let help = pulsarc(&["--help"]).stdout;
    let commands = help
        .lines()
        .skip_while(|line| *line != "Commands:")
        .skip(1)
        .take_while(|line| !line.is_empty())
        .filter_map(|line| line.strip_prefix("  ")?.split(' ').next().filter(|word| !word.is_empty()));
    let pages: Vec<String> =
        commands.filter(|name| *name != "help").map(|name| format!("pulsarc-{name}")).collect();
    assert!(pages.len() > 14, "{pages:?}");
    for page in pages.into_iter().chain(["pulsarc".to_owned()]) {
        let path = target.join(format!("{page}.1"));
        let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{page}: {error}"));
        let sections: Vec<&str> = text.lines().filter_map(|line| line.strip_prefix(".SH ")).collect();
        assert_eq!(
            text.matches("\n.TH ").count() + usize::from(text.starts_with(".TH ")),
            1,
            "{page}: one title"
        );
        for section in ["NAME", "SYNOPSIS", "DESCRIPTION", "OPTIONS"] {
            assert!(sections.contains(&section), "{page} has no {section}: {sections:?}");
        }
        // A line of roff that begins with a dot is a request: one that there is.
        for line in text.lines().filter(|line| line.starts_with(['.', '\''])) {
            let request = line[1..].split([' ', '\\']).next().unwrap_or_default();
            let known = ["", "TH", "SH", "TP", "PP", "RS", "RE", "IP", "ie", "el", "br", "nf", "fi", "SS"];
            assert!(known.contains(&request), "{page}: {line}");
        }
    }
    // Two runs are the same bytes.
    let again = folder.path().join("again");
    assert_eq!(pulsarc(&["man", &again.display().to_string()]).status, 0);
    let read = |folder: &std::path::Path| std::fs::read(folder.join("pulsarc-check.1")).expect("a page");
    assert_eq!(read(&target), read(&again));
    let file = folder.path().join("file");
    std::fs::write(&file, "").expect("a file");
    assert_eq!(pulsarc(&["man", &file.display().to_string()]).status, 3, "a file is no folder");
}

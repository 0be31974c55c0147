//! What ARCHITECTURE.md promises of the project's own shape.

use pulsarc_tests::{files, root};
use std::collections::BTreeSet;
use std::fs;

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The components of the registry, by their crates' names.
fn registered() -> BTreeSet<String> {
    let text = read("crates/registry/src/lib.rs");
    let crates = text
        .split("pulsarc_")
        .skip(1)
        .filter_map(|rest| rest.split_once("::entry()").map(|(name, _)| name.to_owned()));
    crates.filter(|name| name.chars().all(|c| c.is_ascii_lowercase() || c == '_')).collect()
}

#[test]
fn registry_contracts_and_readme_list_the_same_components() {
    let contracts: BTreeSet<String> = files(&root().join("contracts/components"), ".ncl")
        .iter()
        .map(|path| path.file_stem().expect("a name").to_string_lossy().into_owned())
        .collect();
    assert_eq!(registered(), contracts);
    let readme = read("README.md");
    let rows: BTreeSet<String> = readme
        .split("`contracts/components/")
        .skip(1)
        .filter_map(|rest| rest.split(".ncl").next())
        .map(str::to_owned)
        .collect();
    assert_eq!(rows, contracts);
}

#[test]
fn each_library_has_one_user() {
    for (library, user) in [
        ("nickel_lang_core", "crates/eval/"),
        ("serde_yaml", "crates/kube/src/write/"),
        ("codespan_reporting", "crates/diag/src/render.rs"),
        ("ureq", "crates/oci/"),
        ("TcpStream", "nowhere"),
    ] {
        for path in files(&root().join("crates"), ".rs") {
            let name =
                path.strip_prefix(root()).expect("below the root").display().to_string().replace('\\', "/");
            let text = fs::read_to_string(&path).expect("it is read");
            let uses =
                text.lines().any(|line| !line.trim_start().starts_with("//") && line.contains(library));
            assert!(!uses || name.starts_with(user), "{name} uses {library}");
        }
    }
}

#[test]
fn components_do_not_depend_on_each_other() {
    let components = registered();
    for component in &components {
        let manifest = read(&format!("crates/components/{}/Cargo.toml", component.replace('_', "-")));
        for other in &components {
            let dependency = format!("pulsarc-{}.workspace", other.replace('_', "-"));
            assert!(!manifest.contains(&dependency), "{component} depends on {other}");
        }
    }
}

#[test]
fn every_member_has_the_workspaces_lints() {
    let members =
        files(&root().join("crates"), "Cargo.toml").into_iter().chain([root().join("tests/Cargo.toml")]);
    for manifest in members {
        let text = fs::read_to_string(&manifest).expect("it is read");
        assert!(text.contains("[lints]\nworkspace = true"), "{}", manifest.display());
    }
}

#[test]
fn deviations_say_why() {
    let list: serde_yaml::Value =
        serde_yaml::from_str(&read("tests/parity/deviations.yaml")).expect("it is YAML");
    for deviation in list.as_sequence().expect("a list") {
        for key in ["object", "why"] {
            assert!(
                deviation[key].as_str().is_some_and(|text| !text.is_empty()),
                "{deviation:?} lacks {key}"
            );
        }
        assert!(deviation["why"].as_str().is_some_and(|why| why.len() > 20), "{deviation:?}: say more");
    }
}

/// A word of a page that is the name of a test: three words or more, joined by `_`, perhaps behind that of its module.
fn test_names(page: &str) -> BTreeSet<String> {
    let words = page.split('`').skip(1).step_by(2).map(|word| word.rsplit("::").next().unwrap_or(word));
    let is_name = |word: &&str| {
        let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
        word.matches('_').count() >= 2 && word.chars().all(plain)
    };
    words.filter(is_name).map(str::to_owned).collect()
}

/// A promise about hostile input names the test that keeps it.
#[test]
fn every_test_that_a_promise_names_exists() {
    let folders = ["tests", "crates", "e2e", "contracts"];
    let sources: Vec<String> = folders
        .iter()
        .flat_map(|folder| [".rs", ".ncl"].iter().flat_map(move |ending| files(&root().join(folder), ending)))
        .map(|path| fs::read_to_string(path).expect("a source"))
        .collect();
    for page in ["docs/hostile-input.md", "SECURITY.md"] {
        let names = test_names(&read(page));
        assert!(names.len() > 5, "{page} names {} tests", names.len());
        for name in names {
            // Some keys of the contracts look like names of tests.
            let exists = |text: &String| {
                text.contains(&format!("fn {name}(")) || text.contains(&format!("  {name}\n"))
            };
            assert!(sources.iter().any(exists), "{page}: there is no test `{name}`");
        }
    }
}

#[test]
fn a_full_standard_error_never_ends_a_run() {
    for file in files(&root().join("crates/cli/src"), ".rs") {
        let text = fs::read_to_string(&file).expect("a source");
        assert!(
            !text.contains("eprint"),
            "{}: `tell!` does not fail where standard error does",
            file.display()
        );
    }
}

/// The keys of the components that run pods.
fn blocks() -> BTreeSet<String> {
    let mut blocks = registered();
    for without_pods in ["tls", "auth", "monitoring"] {
        assert!(blocks.remove(without_pods), "{without_pods} is not in the registry");
    }
    blocks
}

/// The array literals and struct bodies of a source without its comments and unit tests: where lists are written.
fn lists(source: &str) -> Vec<String> {
    let code = source.split("#[cfg(test)]").next().unwrap_or_default();
    let lines = code.lines().filter(|line| !line.trim_start().starts_with("//"));
    let code: String = lines.map(|line| format!("{line}\n")).collect();
    let mut lists = Vec::new();
    let mut open = Vec::new();
    let mut text = false;
    for (at, c) in code.char_indices() {
        match c {
            '"' if !code[..at].ends_with(['\\', '\'']) => text = !text,
            '[' | '{' if !text => open.push((c, at)),
            ']' | '}' if !text => {
                let Some((opened, start)) = open.pop() else { continue };
                let head = code[..start].lines().last().unwrap_or_default();
                if opened == '[' || head.contains("struct ") {
                    lists.push(code[start..at].to_owned());
                }
            }
            _ => {}
        }
    }
    lists
}

/// Files that name several components for another reason than to list them.
const NAMED_FOR_ANOTHER_REASON: [(&str, &str); 12] = [
    ("crates/catalogue/src/keys.rs", "the programs whose keys are known, by their classes"),
    (
        "crates/compiler/src/upgrade.rs",
        "the components whose image a release moves: to become a filter over the records",
    ),
    ("crates/eval/src/table/same.rs", "random configurations of a test"),
    (
        "crates/rules/src/auth/by_hand.rs",
        "the servers that read authentication keys: to become a filter over the records",
    ),
    (
        "crates/rules/src/pulsar_keys/unknown.rs",
        "the block that owns a program's keys: to become a filter over the records",
    ),
    (
        "crates/upgrade/src/decide.rs",
        "the settings that an upgrade decides, as Pulsar's upgrade pages name them",
    ),
    ("crates/upgrade/src/rollout.rs", "the order of an upgrade, which Pulsar prescribes"),
    ("crates/compiler/src/history.rs", "keys of earlier charts, which no longer change"),
    ("crates/component/src/base.rs", "the typed form of the blocks `components` and `images`"),
    ("crates/component/src/base/tls.rs", "the typed form of the block `tls`"),
    ("crates/component/src/topology.rs", "the roles that others dial, each with ports of its own"),
    ("crates/rules/src/quorums/zero.rs", "what others lack without a component: a sentence for each pair"),
];

#[test]
fn nothing_but_the_registry_lists_components() {
    let blocks = blocks();
    let listed = |list: &str| {
        let words = list.split(|c: char| !(c.is_ascii_lowercase() || c == '_'));
        let named: BTreeSet<&str> = words
            .map(|word| word.trim_start_matches("runs_"))
            .filter(|word| blocks.contains(*word))
            .collect();
        named.len()
    };
    let mut found = BTreeSet::new();
    for path in files(&root().join("crates"), ".rs") {
        let name =
            path.strip_prefix(root()).expect("below the root").display().to_string().replace('\\', "/");
        let own = ["crates/components/", "crates/registry/"].iter().any(|folder| name.starts_with(folder));
        if own || name.ends_with(".in.rs") || !name.contains("/src/") {
            continue;
        }
        let source = fs::read_to_string(&path).expect("it is read");
        if lists(&source).iter().any(|list| listed(list) >= 4) {
            found.insert(name);
        }
    }
    let allowed: BTreeSet<String> =
        NAMED_FOR_ANOTHER_REASON.iter().map(|(name, _)| (*name).to_owned()).collect();
    assert_eq!(found, allowed, "filter `Topology::records` instead, or take the file off the list");
}

#[test]
fn a_list_of_components_is_found_in_a_source() {
    let source = "// [\"zookeeper\", \"broker\"]\nconst ALL: [(&str, bool); 2] = [(\"broker\", true), (\"proxy\", false)];";
    assert_eq!(lists(source).len(), 2);
    assert!(lists(source)[1].contains("broker") && lists(source)[1].contains("proxy"));
}

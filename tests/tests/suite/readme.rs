//! Every command of the README and of the pages in `docs` runs, in a copy of the project's examples, and every Nickel block
//! of the README builds.

use pulsarc_tests::{pulsarc_in, pulsarc_with, root};
use std::fs;
use std::path::Path;

/// The commands that need a running cluster.
const LIVE: [&str; 9] =
    ["plan", "apply", "status", "drift", "history", "rollback", "rollout", "destroy", "adopt"];

fn blocks(language: &str) -> Vec<String> {
    blocks_of(&root().join("README.md"), language)
}

fn blocks_of(page: &Path, language: &str) -> Vec<String> {
    let text = fs::read_to_string(page).expect("a page");
    let fence = format!("```{language}\n");
    text.split(&fence).skip(1).filter_map(|rest| rest.split("```").next()).map(str::to_owned).collect()
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder").flatten() {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).expect("it is copied");
        }
    }
}

#[test]
fn every_command_of_the_readme_works() {
    let folder = tempfile::tempdir().expect("a folder");
    copy(&root().join("examples"), &folder.path().join("examples"));
    let mut run = 0;
    let pages = fs::read_dir(root().join("docs")).expect("docs").flatten().map(|page| page.path());
    let mut pages: Vec<_> = pages.filter(|page| page.extension().is_some_and(|it| it == "md")).collect();
    pages.sort();
    let all: Vec<String> = blocks("console")
        .into_iter()
        .chain(pages.iter().flat_map(|page| blocks_of(page, "console")))
        .collect();
    for command in all.iter().flat_map(|block| block.lines()).filter_map(|line| line.strip_prefix("$ ")) {
        let own =
            command.strip_prefix("cargo run --release -- ").or_else(|| command.strip_prefix("pulsarc "));
        let Some(arguments) = own else {
            // The other commands are cargo's own, which run this test, and those that need a Kubernetes cluster.
            let others = ["cargo ", "kubectl create namespace ", "kubectl apply "];
            assert!(others.iter().any(|other| command.starts_with(other)), "what is `{command}`?");
            continue;
        };
        let arguments: Vec<&str> = arguments.split_whitespace().collect();
        if LIVE.contains(&arguments[0]) {
            // There is no cluster: the command line is right if the kubeconfig is what fails.
            let done = pulsarc_in(folder.path(), &arguments);
            assert!(done.status != 0 && done.stderr.contains("kubeconfig"), "{command}: {}", done.stderr);
            run += 1;
            continue;
        }
        // The mistakes are told, and what differs is.
        let wrong = command.contains("check examples/mistakes")
            || command.starts_with("pulsarc diff")
            || command.starts_with("pulsarc upgrade");
        let done = pulsarc_in(folder.path(), &arguments);
        assert_eq!(done.status, i32::from(wrong), "{command}: {}", done.stderr);
        run += 1;
    }
    assert!(run >= 6, "only {run} commands of the README were run");
}

#[test]
fn every_nickel_block_builds() {
    for block in blocks("nickel") {
        if block.contains("| pulsar.Tests") {
            // A file of tests is tried beside what it tests.
            continue;
        }
        let built = pulsarc_with(root(), &["build", "-"], &block);
        assert_eq!(built.status, 0, "{block}\n{}", built.stderr);
    }
}

#[test]
fn the_example_of_mistakes_has_the_stated_number() {
    let told = pulsarc_in(root(), &["check", "examples/mistakes/values.yaml"]);
    assert_eq!(told.stderr.matches("error[").count(), 5, "{}", told.stderr);
}

//! What the fuzzers check, over what they start from and what they have found: if there is no compiler for them.

#[path = "../../../fuzz/checks/config.rs"]
mod config;
#[path = "../../../fuzz/checks/decoder.rs"]
mod decoder;
#[path = "../../../fuzz/checks/jvm.rs"]
mod jvm;
#[path = "../../../fuzz/checks/quantities.rs"]
mod quantities;
#[path = "../../../fuzz/checks/yaml.rs"]
mod yaml;

use pulsarc_tests::{files, root, shared};
use std::fs;
use std::path::PathBuf;

/// The project's configurations.
fn configurations() -> Vec<Vec<u8>> {
    below(&["examples", "crates/rules/src", "tests/diagnostics"].map(|folder| root().join(folder)))
}

fn below(folders: &[PathBuf]) -> Vec<Vec<u8>> {
    let endings = [".yaml", ".yml", ".json"];
    let mut all: Vec<_> = folders
        .iter()
        .flat_map(|folder| endings.iter().flat_map(|ending| files(folder, ending)))
        .filter(|path| fs::metadata(path).is_ok_and(|file| file.len() < 64 << 10))
        .collect();
    all.sort();
    all.iter().map(|path| fs::read(path).expect("a file")).collect()
}

/// What a fuzzer has found, once it was mended.
fn found(target: &str) -> Vec<Vec<u8>> {
    let files = fs::read_dir(root().join("tests/corpora").join(target)).expect("a folder").flatten();
    files.map(|file| fs::read(file.path()).expect("a file")).collect()
}

/// The words of all configurations that begin so.
fn words(is_one: impl Fn(&str) -> bool) -> Vec<Vec<u8>> {
    let mut words = std::collections::BTreeSet::new();
    for text in configurations() {
        let text = String::from_utf8_lossy(&text).into_owned();
        let parts = text.split([' ', '\n', '"', '\'', ',', '{', '}', '[', ']']);
        words.extend(parts.filter(|word| is_one(word)).map(|word| word.as_bytes().to_vec()));
    }
    words.into_iter().collect()
}

fn over(all: impl IntoIterator<Item = Vec<u8>>, check: impl Fn(&[u8])) {
    let count = all.into_iter().inspect(|bytes| check(bytes)).count();
    assert!(count > 3, "only {count}");
}

#[test]
fn documents_are_read_or_reported() {
    over(configurations().into_iter().chain(found("yaml")), yaml::check);
}

#[test]
#[cfg_attr(without_shared, ignore = "reads the cases beside the project (../shared)")]
fn documents_of_the_reference_cases_are_read_and_decoded() {
    let cases = below(&["reference", "mistakes"].map(shared));
    over(cases.iter().cloned(), yaml::check);
    over(cases, decoder::check);
}

#[test]
fn trees_are_decoded_or_reported() {
    over(configurations().into_iter().chain(found("decoder")), decoder::check);
}

#[test]
fn configurations_build_or_have_findings() {
    // The rules' own inputs are built by their own tests.
    let examples =
        files(&root().join("examples"), ".yaml").into_iter().chain(files(&root().join("examples"), ".ncl"));
    let examples = examples.map(|path| fs::read(path).expect("a file"));
    over(examples.chain(found("config")), config::check);
}

#[test]
fn options_of_the_jvm_are_taken_apart() {
    over(words(|word| word.starts_with("-X")).into_iter().chain(found("jvm")), jvm::check);
}

#[test]
fn quantities_are_read_or_none() {
    let is_one = |word: &str| word.starts_with(|c: char| c.is_ascii_digit());
    over(words(is_one).into_iter().chain(found("quantities")), quantities::check);
}

//! Everyday changes of a configuration, each with what a reader has to learn from `pulsarc diff`.
//!
//! A folder of `tests/everyday/diffs` has two sides and the expected consequences: `KIND OBJECT [PATH]` for one that has to be
//! there, `never KIND` for one that would be a false alarm. A `*` stands for any text.

use pulsarc_tests::{pulsarc_in, root};
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};

/// A consequence of a field or of an object, as the data says it.
#[derive(Debug)]
struct Found {
    kind: String,
    object: String,
    path: String,
    why: String,
    procedure: Vec<String>,
    follows: bool,
}

fn cases() -> Vec<PathBuf> {
    let folder = fs::read_dir(root().join("tests/everyday/diffs")).expect("a folder");
    let mut cases: Vec<PathBuf> = folder.flatten().map(|entry| entry.path()).collect();
    cases.sort();
    assert!(cases.len() >= 20, "{}", cases.len());
    cases
}

fn name(case: &Path) -> String {
    case.file_name().expect("a name").to_string_lossy().into_owned()
}

fn diff(case: &Path, format: &str) -> String {
    let run = pulsarc_in(case, &["diff", "from.yaml", "to.yaml", "--format", format]);
    assert_eq!(run.status, 1, "{}: {}", name(case), run.stderr);
    run.stdout
}

fn found(case: &Path) -> Vec<Found> {
    let json: Value = serde_json::from_str(&diff(case, "json")).expect("JSON");
    let text = |value: &Value, key: &str| value[key].as_str().unwrap_or_default().to_owned();
    let mut all = Vec::new();
    for change in json["changes"].as_array().expect("changes") {
        let object = format!("{}/{}", text(change, "kind"), text(change, "name"));
        let fields = change["fields"].as_array().into_iter().flatten();
        for part in std::iter::once(change).chain(fields) {
            let consequences = part["consequence"].as_array().expect("a list of consequences");
            assert!(!consequences.is_empty(), "{object}");
            for one in consequences {
                let procedure = one["procedure"].as_array().into_iter().flatten();
                all.push(Found {
                    kind: text(one, "kind"),
                    object: object.clone(),
                    path: text(part, "path"),
                    why: text(one, "why"),
                    procedure: procedure.map(|line| line.as_str().expect("a line").to_owned()).collect(),
                    follows: part["follows"].is_object() || change["follows"].is_object(),
                });
            }
        }
    }
    all
}

/// Whether a text is a pattern with `*` for any text.
fn matches(pattern: &str, text: &str) -> bool {
    let mut parts = pattern.split('*');
    let Some(mut rest) = text.strip_prefix(parts.next().unwrap_or_default()) else { return false };
    let mut last = pattern.split('*').count() == 1;
    for part in parts {
        last = false;
        let Some(at) = rest.find(part) else { return false };
        rest = &rest[at + part.len()..];
    }
    !last || rest.is_empty()
}

#[test]
fn every_change_has_its_consequences_and_no_false_alarm() {
    for case in cases() {
        let found = found(&case);
        let expected = fs::read_to_string(case.join("expected")).expect("expectations");
        for line in expected.lines() {
            let words: Vec<&str> = line.split_whitespace().collect();
            match words.as_slice() {
                ["never", kind] => {
                    let alarm = found.iter().find(|one| one.kind == *kind);
                    assert!(alarm.is_none(), "{}: {alarm:?}", name(&case));
                }
                [kind, object, path @ ..] => {
                    let path = path.first().copied().unwrap_or_default();
                    let there = found.iter().any(|one| {
                        one.kind == *kind && matches(object, &one.object) && matches(path, &one.path)
                    });
                    assert!(there, "{}: no {line}: {found:#?}", name(&case));
                }
                _ => panic!("{}: {line}", name(&case)),
            }
        }
    }
}

#[test]
fn the_text_of_every_change() {
    for case in cases() {
        insta::assert_snapshot!(format!("everyday_{}", name(&case).replace('-', "_")), diff(&case, "text"));
    }
}

/// Whatever a script reads, a person reads too.
#[test]
fn data_and_text_and_comment_agree() {
    for case in cases() {
        let (text, comment) = (diff(&case, "text"), diff(&case, "markdown"));
        for one in found(&case).into_iter().filter(|one| !one.follows) {
            assert!(text.contains(&one.object), "{}: {} is not in the text", name(&case), one.object);
            assert!(text.contains(&one.why), "{}: {} is not in the text", name(&case), one.why);
            for line in &one.procedure {
                assert!(text.contains(line.as_str()), "{}: {line} is not in the text", name(&case));
                assert!(comment.contains(line.as_str()), "{}: {line} is not in the comment", name(&case));
            }
        }
    }
}

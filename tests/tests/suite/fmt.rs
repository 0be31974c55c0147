//! `pulsarc fmt`: Nickel's own layout; all files or none.

use pulsarc_tests::{pulsarc_in, pulsarc_with, root};
use std::fs;

#[test]
fn files_are_formatted_once_and_stay_so() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("c.ncl");
    fs::write(&file, "{broker.replicaCount=3, # three\n}").expect("a file");
    let checked = pulsarc_in(folder.path(), &["fmt", "--check"]);
    assert_eq!(checked.status, 1);
    assert!(checked.stderr.contains("c.ncl is not formatted"), "{}", checked.stderr);
    assert_eq!(pulsarc_in(folder.path(), &["fmt"]).status, 0);
    let formatted = fs::read_to_string(&file).expect("it is read");
    assert!(formatted.contains("broker.replicaCount = 3, # three"), "{formatted}");
    assert_eq!(pulsarc_in(folder.path(), &["fmt", "--check"]).status, 0);
}

#[test]
fn one_file_that_does_not_parse_leaves_all_as_they_are() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("a.ncl"), "{a=1}").expect("a file");
    fs::write(folder.path().join("b.ncl"), "{\n  a = ,\n}").expect("a file");
    let run = pulsarc_in(folder.path(), &["fmt"]);
    assert_eq!(run.status, 1);
    assert!(run.stderr.contains("b.ncl: it does not parse at line 2"), "{}", run.stderr);
    assert_eq!(fs::read_to_string(folder.path().join("a.ncl")).expect("it is read"), "{a=1}");
}

#[test]
fn standard_input_goes_to_standard_output() {
    let run = pulsarc_with(root(), &["fmt", "-"], "{a=1}");
    assert_eq!((run.status, run.stdout.as_str()), (0, "{ a = 1 }\n"));
    assert_eq!(pulsarc_with(root(), &["fmt", "-", "--check"], "{a=1}").status, 1);
}

#[test]
fn a_new_project_is_formatted() {
    let folder = tempfile::tempdir().expect("a folder");
    assert_eq!(
        pulsarc_in(folder.path(), &["init", "--tls", "--functions", "worker", "--auth", "jwt"]).status,
        0
    );
    let checked = pulsarc_in(folder.path(), &["fmt", "--check"]);
    assert_eq!(checked.status, 0, "{}", checked.stderr);
}

//! `pulsarc test`: what holds passes, what does not is reported at its line.

use pulsarc_tests::pulsarc_in;
use std::fs;

const TESTS: &str = r#"let pulsar = import "pulsar.ncl" in
{
  "holds" = {
    inputs = ["c.yaml"],
    assert = fun config objects => {
      "replicas" = config.broker.replicaCount == 5,
      "pods" = objects."StatefulSet/pulsar-broker".spec.replicas == 5,
    },
  },
  "does not hold" = {
    inputs = ["c.yaml"],
    assert = fun config objects => {
      "right" = config.broker.replicaCount == 5,
      "wrong" = config.broker.replicaCount == 6,
      "absent" = objects."StatefulSet/absent".spec.replicas == 1,
    },
  },
  "is refused" = {
    inputs = ["c.yaml"],
    with.broker.replicas = 3,
    finds = ["PUL0002"],
  },
  "is not refused" = {
    inputs = ["c.yaml"],
    finds = ["PUL0002"],
  },
  "is refused without a word of it" = {
    inputs = ["c.yaml"],
    with.broker.replicas = 3,
  },
  "has no input" = {
    inputs = ["absent.yaml"],
  },
  "is of another release" = {
    inputs = ["c.yaml"],
    release = "orders",
    assert = fun _config objects => { "name" = std.record.has_field "Service/orders-pulsar-broker" objects },
  },
}
| pulsar.Tests
"#;

fn folder(tests: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    fs::create_dir(folder.path().join("below")).expect("a folder");
    fs::write(folder.path().join("below/c.yaml"), "broker:\n  replicaCount: 5\n").expect("a file");
    fs::write(folder.path().join("below/c_test.ncl"), tests).expect("a file");
    folder
}

#[test]
fn each_test_has_a_verdict_and_failures_have_lines() {
    let tested = pulsarc_in(folder(TESTS).path(), &["test"]);
    assert_eq!(tested.status, 1, "{}", tested.stderr);
    insta::assert_snapshot!(tested.stdout);
}

#[test]
fn a_filter_runs_some_and_a_run_without_failures_succeeds() {
    let folder = folder(TESTS);
    let tested = pulsarc_in(folder.path(), &["test", "release"]);
    assert_eq!(tested.status, 0, "{}", tested.stdout);
    assert!(tested.stdout.contains("1 passed; 0 failed; 6 filtered out"), "{}", tested.stdout);
}

#[test]
fn junit_has_a_case_a_test() {
    let tested = pulsarc_in(folder(TESTS).path(), &["test", "--format", "junit"]);
    assert_eq!(tested.status, 1);
    assert_eq!(tested.stdout.matches("<testcase").count(), 7, "{}", tested.stdout);
    assert_eq!(tested.stdout.matches("<failure").count(), 4, "{}", tested.stdout);
}

#[test]
fn a_mistake_in_a_test_file_is_reported_there() {
    for (text, word) in [
        ("{ a = { inputs = [\"c.yaml\"], asert = 1 } }", "asert"),
        ("{ a = { inputs = \"c.yaml\" } }", "c_test.ncl:1:18"),
        ("{ a = }", "c_test.ncl:1"),
        ("{ a = { inputs = [\"c.yaml\"], assert = fun config objects => { x = 1 } } }", "c_test.ncl:1"),
        ("{ a = { inputs = [\"c.yaml\"], assert = fun config objects => { } } }", "contains no assertions"),
    ] {
        let tested = pulsarc_in(folder(text).path(), &["test"]);
        assert_eq!(tested.status, 1, "{text}: {}", tested.stderr);
        assert!(tested.stdout.contains(word), "{text}: {}", tested.stdout);
    }
}

#[test]
fn no_test_is_no_success() {
    let folder = tempfile::tempdir().expect("a folder");
    assert_eq!(pulsarc_in(folder.path(), &["test"]).status, 2);
}

#[test]
fn a_test_of_the_wrong_shape_is_reported_at_its_line() {
    let folder = tempfile::tempdir().expect("a folder");
    let text = "let pulsar = import \"pulsar.ncl\" in\n{\n  a = { input = [\"cluster.ncl\"], assert = fun c o => { x = true } },\n  \
        b = { inputs = \"cluster.ncl\" },\n  c = { inputs = [\"cluster.ncl\"], finds = \"PUL0101\" },\n  d = 3,\n  \
        e = { inputs = [\"cluster.ncl\"], assert = true },\n  f = { inputs = [\"cluster.ncl\"], finds = [1], release = 3 },\n} | pulsar.Tests\n";
    fs::write(folder.path().join("shape_test.ncl"), text).expect("a file");
    let run = pulsarc_in(folder.path(), &["test"]);
    assert_eq!(run.status, 1, "{}", run.stderr);
    insta::assert_snapshot!(run.stdout);
}

/// A limit weighs more than a claim that does not hold, as in every other command.
#[test]
fn a_test_past_a_limit_has_the_exit_status_of_a_limit() {
    let folder = tempfile::tempdir().expect("a folder");
    let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).expect("a file");
    write("right.yaml", "{}\n");
    write("endless.ncl", "{ broker.replicaCount = (let rec f = fun x => f x in f 0) }\n");
    for tests in [
        r#"{ a = { inputs = ["endless.ncl"] }, b = { inputs = ["right.yaml"], finds = ["PUL0002"] } }"#,
        r#"{ a = { inputs = ["right.yaml"], assert = fun config _ => { "x" = (let rec f = fun x => f x in f 0) } } }"#,
        "{ a = (let rec f = fun x => f x in f 0) }",
    ] {
        write("a_test.ncl", tests);
        let run = pulsarc_in(folder.path(), &["test", "--max-seconds", "2"]);
        assert_eq!(run.status, 4, "{tests}: {}{}", run.stdout, run.stderr);
        assert!(run.stdout.contains("PUL0021"), "{tests}: {}", run.stdout);
    }
    write("a_test.ncl", r#"{ a = { inputs = ["endless.ncl"], finds = ["PUL0021"] } }"#);
    assert_eq!(pulsarc_in(folder.path(), &["test", "--max-seconds", "2"]).status, 0);
}

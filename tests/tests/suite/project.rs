//! Projects: what `init` writes checks and builds, nothing is overwritten, and the copy of the contracts.

use pulsarc_tests::{Run, files, pulsarc_in};
use std::fs;
use std::path::Path;

fn folder() -> tempfile::TempDir {
    tempfile::tempdir().expect("a folder")
}

fn init(folder: &Path, options: &[&str]) -> Run {
    pulsarc_in(folder, &[&["init"], options].concat())
}

#[test]
fn every_answer_makes_a_project_that_checks_tests_and_builds() {
    for options in [
        &[][..],
        &["--functions", "worker", "--tls", "--auth", "jwt", "--size", "medium"],
        &["--functions", "broker", "--size", "large"],
        &["--store", "oxia", "--tls", "--auth", "jwt", "--size", "medium"],
        &["--store", "oxia", "--functions", "broker"],
    ] {
        let folder = folder();
        let made = init(folder.path(), options);
        assert_eq!(made.status, 0, "{options:?}: {}", made.stderr);
        assert!(made.stdout.contains("cluster.ncl"), "{}", made.stdout);
        let configurations =
            ["cluster.ncl", "environments/dev.ncl", "environments/staging.ncl", "environments/prod.ncl"];
        for file in configurations {
            let checked = pulsarc_in(folder.path(), &["check", file]);
            assert_eq!((checked.status, checked.stderr.as_str()), (0, ""), "{options:?} {file}");
            let first = pulsarc_in(folder.path(), &["build", file]);
            assert_eq!(
                first.stdout,
                pulsarc_in(folder.path(), &["build", file]).stdout,
                "{options:?} {file}"
            );
        }
        let tested = pulsarc_in(folder.path(), &["test"]);
        assert_eq!(tested.status, 0, "{options:?}: {}", tested.stdout);
        assert!(tested.stdout.contains("2 passed; 0 failed"), "{}", tested.stdout);
    }
}

#[test]
fn nothing_is_overwritten_and_nothing_is_half_written() {
    let folder = folder();
    fs::create_dir(folder.path().join("environments")).expect("a folder");
    fs::write(folder.path().join("environments/prod.ncl"), "mine").expect("a file");
    let refused = init(folder.path(), &[]);
    assert_eq!(refused.status, 2);
    assert!(refused.stderr.contains("environments/prod.ncl"), "{}", refused.stderr);
    assert_eq!(files(folder.path(), ""), [folder.path().join("environments/prod.ncl")]);
    assert_eq!(fs::read_to_string(folder.path().join("environments/prod.ncl")).expect("it is read"), "mine");
}

#[test]
fn a_folder_that_cannot_be_written_is_left_as_it_was() {
    let folder = folder();
    fs::write(folder.path().join("environments"), "a file").expect("a file");
    assert_eq!(init(folder.path(), &[]).status, 3);
    assert_eq!(files(folder.path(), ""), [folder.path().join("environments")]);
}

#[test]
fn a_new_folder_is_created_and_mistakes_are_reported_at_their_lines() {
    let folder = folder();
    assert_eq!(init(folder.path(), &["a/b"]).status, 0);
    let path = folder.path().join("a/b/cluster.ncl");
    let text = fs::read_to_string(&path).expect("it is read");
    // Two mistakes in a file that another imports, which both carry the contract: both are told.
    let text =
        text.replacen("  broker = {\n", "  brokers = {},\n  broker = {\n    replicaCount = \"3\",\n", 1);
    fs::write(&path, text).expect("it is written");
    let checked = pulsarc_in(folder.path(), &["check", "a/b/environments/dev.ncl"]);
    assert_eq!(checked.status, 1);
    assert!(checked.stderr.contains("did you mean `broker`"), "{}", checked.stderr);
    assert!(checked.stderr.contains("replicaCount"), "{}", checked.stderr);
    assert!(checked.stderr.contains("a/b/cluster.ncl:"), "{}", checked.stderr);
}

#[test]
fn a_stale_copy_is_reported_refreshed_and_never_used() {
    let folder = folder();
    assert_eq!(init(folder.path(), &[]).status, 0);
    let copy = folder.path().join(".pulsarc/contracts/main.ncl");
    let fresh = fs::read_to_string(&copy).expect("it is read");
    fs::write(&copy, "{ Cluster = 1 }").expect("it is written");
    fs::write(folder.path().join(".pulsarc/lib/pulsar.ncl"), "nonsense").expect("it is written");
    let checked = pulsarc_in(folder.path(), &["check", "environments/prod.ncl"]);
    assert_eq!(checked.status, 0, "{}", checked.stderr);
    assert!(checked.stderr.contains("`pulsarc vendor` updates it"), "{}", checked.stderr);
    assert_eq!(pulsarc_in(folder.path(), &["vendor", "--check"]).status, 1);
    assert_eq!(pulsarc_in(folder.path(), &["vendor"]).status, 0);
    assert_eq!(fs::read_to_string(&copy).expect("it is read"), fresh);
    assert_eq!(pulsarc_in(folder.path(), &["vendor", "--check"]).status, 0);
    assert_eq!(pulsarc_in(folder.path(), &["check", "environments/prod.ncl"]).stderr, "");
}

/// Needs `nickel`, Nickel's own interpreter.
#[test]
#[cfg_attr(without_nickel, ignore = "needs nickel, Nickel's interpreter")]
fn plain_nickel_makes_the_same_of_a_project() {
    let folder = folder();
    let options = ["--functions", "worker", "--tls", "--auth", "jwt", "--size", "medium"];
    assert_eq!(init(folder.path(), &options).status, 0);
    for environment in ["dev", "staging", "prod"] {
        let path = format!("environments/{environment}.ncl");
        let plain = std::process::Command::new("nickel")
            .args(["export", &path])
            .current_dir(folder.path())
            .output()
            .expect("it runs");
        assert!(plain.status.success(), "{}", String::from_utf8_lossy(&plain.stderr));
        let plain: serde_json::Value = serde_json::from_slice(&plain.stdout).expect("JSON");
        let ours = pulsarc_in(folder.path(), &["export", &path, "--what", "config"]).stdout;
        let ours: serde_json::Value = serde_json::from_str(&ours).expect("JSON");
        assert!(plain == ours, "{path} is another configuration to plain Nickel");
    }
}

/// Needs `script`, which runs a command on a terminal of its own (util-linux).
#[test]
#[cfg_attr(without_script, ignore = "needs script (util-linux)")]
fn the_questions_of_a_terminal_are_the_options() {
    let folder = folder();
    let asked = format!("{} init asked", pulsarc_tests::binary().display());
    let mut terminal = std::process::Command::new("script")
        .args(["-qec", &asked, "/dev/null"])
        .current_dir(folder.path())
        .stdin(std::process::Stdio::piped())
        .stdout(std::process::Stdio::piped())
        .spawn()
        .expect("it runs");
    // Enter takes what is marked, an arrow marks the next: ZooKeeper, workers, TLS, tokens, medium, no monitors.
    let keys = b"\r\x1b[B\x1b[B\ry\x1b[B\r\x1b[B\r\r";
    std::io::Write::write_all(&mut terminal.stdin.take().expect("a pipe"), keys).expect("it listens");
    let told = terminal.wait_with_output().expect("it ends");
    let told = String::from_utf8_lossy(&told.stdout).into_owned();
    let questions =
        ["Where is metadata stored?", "Encrypt every connection", "Which operator scrapes metrics?"];
    for question in questions {
        assert!(told.contains(question), "{told}");
    }
    let options = ["given", "--functions", "worker", "--tls", "--auth", "jwt", "--size", "medium"];
    assert_eq!(init(folder.path(), &options).status, 0);
    let all = |name: &str| -> Vec<(String, Vec<u8>)> {
        let below = folder.path().join(name);
        let name = |path: &Path| path.strip_prefix(&below).map(|path| path.display().to_string());
        let read = |path: &std::path::PathBuf| fs::read(path).expect("it is read");
        files(&below, "").iter().map(|path| (name(path).expect("below"), read(path))).collect()
    };
    assert!(!all("asked").is_empty() && all("asked") == all("given"), "{told}");
}

//! `pulsarc watch`: errors come and go as files change, imported ones too, and manifests are written while there is none.

use pulsarc_tests::{binary, pulsarc};
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{self, Receiver};
use std::time::Duration;

/// No run takes so long, however busy the machine is: a test that waits for it fails.
const LONGEST: Duration = Duration::from_secs(120);

/// A running command, ended with the test.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Waits for a line that begins so, and tells all lines until then.
fn until(lines: &Receiver<String>, beginning: &str) -> String {
    let mut told = String::new();
    loop {
        let line =
            lines.recv_timeout(LONGEST).unwrap_or_else(|_| panic!("no line `{beginning}` in:\n{told}"));
        told.push_str(&line);
        told.push('\n');
        if line.starts_with(beginning) {
            return told;
        }
    }
}

/// A watch in a folder, and what it tells.
fn watch(folder: &Path, arguments: &[&str]) -> (Running, Receiver<String>) {
    let mut child = Command::new(binary())
        .arg("watch")
        .args(arguments)
        .current_dir(folder)
        .stderr(Stdio::piped())
        .spawn()
        .expect("it starts");
    let stderr = child.stderr.take().expect("its standard error");
    let (sender, lines) = mpsc::channel();
    std::thread::spawn(move || {
        for line in BufReader::new(stderr).lines().map_while(Result::ok) {
            let _ = sender.send(line);
        }
    });
    (Running(child), lines)
}

#[test]
fn a_step_past_a_limit_does_not_end_the_watch() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("c.ncl");
    fs::write(&file, "{}").expect("a file");
    let (_running, lines) = watch(folder.path(), &["c.ncl", "--max-seconds", "2"]);
    until(&lines, "watching: no errors");
    for killer in ["std.number.pow 2 1000000000000", "let rec f = fun x => f (x + 1) in f 0"] {
        fs::write(&file, format!("{{ broker.replicaCount = {killer} }}")).expect("a file");
        until(&lines, "error[PUL0021]");
        fs::write(&file, "{}").expect("a file");
        until(&lines, "watching: no errors");
    }
}

#[test]
fn standard_input_is_not_watched() {
    let refused = pulsarc(&["watch", "-"]);
    assert_eq!(refused.status, 2);
    assert!(refused.stderr.contains("name the files"), "{}", refused.stderr);
}

#[test]
fn changes_of_inputs_and_of_what_they_import_are_seen() {
    let folder = tempfile::tempdir().expect("a folder");
    let at = |name: &str| folder.path().join(name);
    fs::create_dir(at("below")).expect("a folder");
    fs::write(at("below/base.ncl"), "{ broker.replicaCount = 3 }").expect("a file");
    fs::write(at("c.ncl"), "import \"below/base.ncl\"").expect("a file");
    let (_running, lines) = watch(folder.path(), &["c.ncl", "-o", "out"]);
    until(&lines, "watching: no errors");
    let manifests = || fs::read_to_string(at("out/manifests.yaml")).expect("it is read");
    let first = manifests();

    // An editor's way: a new file takes the old one's place.
    fs::write(at("below/new"), "{ broker.replicas = 5 }").expect("a file");
    fs::rename(at("below/new"), at("below/base.ncl")).expect("it is renamed");
    let told = until(&lines, "watching: 1 error");
    assert!(told.contains("below/base.ncl:1"), "{told}");
    assert_eq!(manifests(), first, "a build with errors writes nothing");

    fs::write(at("below/base.ncl"), "{ broker.replicaCount = 5 }").expect("a file");
    until(&lines, "watching: no errors");
    assert_ne!(manifests(), first);
}

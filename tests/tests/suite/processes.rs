//! Child processes and limits: what evaluates code can reach little, and no command runs without limits.

use pulsarc_tests::{binary, pulsarc_in};
use std::fs;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// Arguments with which each command works, in a folder that has what they name. A command that is not here fails the test.
const COMMANDS: &[(&str, &[&str])] = &[
    ("build", &["a.yaml"]),
    ("check", &["a.yaml"]),
    ("diff", &["a.yaml", "b.yaml"]),
    ("plan", &["a.yaml"]),
    ("apply", &["a.yaml", "--yes"]),
    ("status", &[]),
    ("drift", &[]),
    ("history", &[]),
    ("rollback", &["--yes"]),
    ("rollout", &["restore"]),
    ("destroy", &["--yes"]),
    ("adopt", &["pulsar", "--yes"]),
    ("explain", &["PUL0002"]),
    ("export", &["a.yaml"]),
    ("report", &["a.yaml"]),
    ("doc", &[]),
    ("import", &["a.yaml"]),
    ("merge-report", &["report.json"]),
    ("cache", &["size"]),
    ("completions", &["bash"]),
    ("fmt", &["--check", "a.ncl"]),
    ("init", &["new"]),
    ("krm", &[]),
    ("lsp", &[]),
    ("man", &["pages"]),
    ("pull", &["oci-layout:layout:tag", "-o", "out"]),
    ("push", &["a.yaml", "--to", "oci-layout:layout:tag"]),
    ("schema", &[]),
    ("test", &["--path", "a_test.ncl"]),
    ("upgrade", &["a.yaml", "--to", "5.0"]),
    ("vendor", &["."]),
    ("version", &[]),
    ("watch", &["a.yaml"]),
];

fn project() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    fs::create_dir(folder.path().join("fleet")).expect("a folder");
    for (name, text) in [
        ("a.yaml", "broker:\n  replicaCount: 3\n"),
        ("b.yaml", "broker:\n  replicaCount: 4\n"),
        ("a.ncl", "{}\n"),
        ("fleet/a.yaml", "broker:\n  replicaCount: 3\n"),
        ("a_test.ncl", "{ one = { inputs = [\"a.yaml\"] } }\n"),
    ] {
        fs::write(folder.path().join(name), text).expect("a file");
    }
    folder
}

#[test]
fn every_command_runs_within_the_limits() {
    let folder = project();
    let report = pulsarc_in(folder.path(), &["check", "--fleet", "fleet", "--report", "report.json"]);
    assert_eq!(report.status, 0, "{}", report.stderr);
    let help = pulsarc_in(folder.path(), &["--help"]).stdout;
    let (_, listed) = help.split_once("Commands:\n").expect("the list of commands");
    let listed = listed.lines().take_while(|line| !line.is_empty());
    let names = listed.filter(|line| line.starts_with("  ") && !line.starts_with("   "));
    let names: Vec<&str> = names.filter_map(|line| line.split_whitespace().next()).collect();
    assert!(names.contains(&"build") && names.len() > 20, "{help}");
    for name in names.into_iter().filter(|name| *name != "help") {
        let (_, arguments) = COMMANDS.iter().find(|(known, _)| *known == name).expect(name);
        for limit in ["--max-seconds", "--max-memory"] {
            let run = pulsarc_in(folder.path(), &[&[name], *arguments, &[limit, "0"]].concat());
            assert_eq!(run.status, 4, "{name}: {}{}", run.stdout, run.stderr);
            assert!(run.stderr.contains("error[PUL0021]"), "{name}: {}", run.stderr);
            assert!(run.stderr.contains(&format!("pulsarc {name}")), "{name}: {}", run.stderr);
            assert!(run.stderr.contains(limit), "{name}: {}", run.stderr);
            assert_eq!(run.stdout, "", "{name}");
        }
    }
}

/// Waiting takes no processor time, so a transfer has a limit of wall time, whatever it waits for.
#[test]
fn a_transfer_ends_at_its_limit_of_wall_time() {
    let folder = project();
    let transfer = |arguments: &[&str]| {
        let started = Instant::now();
        let mut process = Command::new(binary())
            .args(arguments)
            .args(["--timeout", "1"])
            .current_dir(folder.path())
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .expect("it starts");
        // Its standard input stays open.
        let input = process.stdin.take();
        let output = process.wait_with_output().expect("it ends");
        drop(input);
        let text = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(4), "{arguments:?}: {text}");
        assert!(text.contains("PUL0021") && text.contains("--timeout"), "{arguments:?}: {text}");
        assert!(started.elapsed() < Duration::from_secs(30), "{arguments:?}");
    };
    let login = ["--username", "me", "--password-stdin"];
    transfer(&[&["pull", "oci://127.0.0.1:9/a:b", "-o", "out"], &login[..]].concat());
    transfer(&[&["push", "a.yaml", "--to", "oci://127.0.0.1:9/a:b"], &login[..]].concat());
    // Another process has the layout's lock.
    fs::create_dir(folder.path().join("layout")).expect("a folder");
    let held = fs::File::open(folder.path().join("layout")).expect("a folder");
    held.lock().expect("a lock");
    transfer(&["push", "a.yaml", "--to", "oci-layout:layout:tag"]);
}

/// A process, killed with the test.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// A check of a configuration that never ends, and the process that evaluates it.
#[cfg(target_os = "linux")]
fn endless(folder: &Path) -> (Running, u32) {
    fs::write(folder.join("a.ncl"), "{ broker.replicaCount = (let rec f = fun x => f x in f 0) }")
        .expect("a file");
    let parent = Command::new(binary())
        .args(["check", "a.ncl", "--max-seconds", "300"])
        .current_dir(folder)
        .env("REGISTRY_PASSWORD", "hunter2")
        .stderr(Stdio::null())
        .spawn()
        .expect("it starts");
    let parent = Running(parent);
    let child =
        soon(|| children(parent.0.id()).into_iter().find(|child| status(*child, "NoNewPrivs") == "1"));
    (parent, child.expect("a child that is confined"))
}

/// What comes true within a time that no honest machine needs.
fn soon<T>(mut is: impl FnMut() -> Option<T>) -> Option<T> {
    let started = Instant::now();
    while started.elapsed() < Duration::from_secs(60) {
        if let Some(found) = is() {
            return Some(found);
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    None
}

#[cfg(target_os = "linux")]
fn children(parent: u32) -> Vec<u32> {
    let processes = fs::read_dir("/proc").expect("processes").flatten();
    let numbers = processes.filter_map(|entry| entry.file_name().to_str()?.parse().ok());
    numbers.filter(|process| status(*process, "PPid") == parent.to_string()).collect()
}

/// A line of a process's status; nothing of a process that has ended.
#[cfg(target_os = "linux")]
fn status(process: u32, key: &str) -> String {
    let text = fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let line = text.lines().find_map(|line| line.strip_prefix(key)?.strip_prefix(':'));
    line.unwrap_or_default().trim().to_owned()
}

#[cfg(target_os = "linux")]
#[test]
fn the_process_that_evaluates_code_has_no_environment() {
    let folder = tempfile::tempdir().expect("a folder");
    let (_parent, child) = endless(folder.path());
    let environment = fs::read_to_string(format!("/proc/{child}/environ")).expect("its environment");
    let foreign: Vec<&str> = environment
        .split('\0')
        .filter(|entry| !entry.is_empty() && !entry.starts_with("LD_LIBRARY_PATH="))
        .collect();
    assert!(foreign.is_empty(), "{foreign:?}");
}

#[cfg(target_os = "linux")]
#[test]
fn the_process_that_evaluates_code_ends_with_its_parent() {
    let folder = tempfile::tempdir().expect("a folder");
    let (mut parent, child) = endless(folder.path());
    parent.0.kill().expect("it is killed");
    parent.0.wait().expect("it ends");
    let gone = soon(|| ["", "Z (zombie)"].contains(&status(child, "State").as_str()).then_some(()));
    assert!(gone.is_some(), "process {child} goes on");
}

/// Whatever gets past the checks of imports: the process that evaluates cannot read it.
#[test]
fn no_import_reads_the_environment() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("project.txt"), "canary").expect("a file");
    for (at, escape) in [
        "let _ = x1e999-s%\"a \" b\"% in { broker.configData.leak = import \"FILE\" as 'Text }",
        "{ broker.configData.leak = import \"FILE\" as 'Text }",
        "{ broker.configData.leak = (import \"FILE\" as 'Text) ++ \"\" }",
    ]
    .into_iter()
    .enumerate()
    {
        for file in ["/proc/self/environ", "/etc/hostname"] {
            let name = format!("escape{at}.ncl");
            fs::write(folder.path().join(&name), escape.replace("FILE", file)).expect("a file");
            let run = Command::new(binary())
                .args(["build", &name])
                .current_dir(folder.path())
                .env("REGISTRY_PASSWORD", "hunter2")
                .output()
                .expect("it starts");
            let text = String::from_utf8_lossy(&run.stdout);
            assert!(!text.contains("hunter2") && !text.contains("leak"), "{escape}: {text}");
            assert_ne!(run.status.code(), Some(0), "{escape}");
        }
    }
}

#[test]
fn the_version_shows_the_confinement() {
    let told = pulsarc_in(Path::new("."), &["version", "--json"]).stdout;
    let told: serde_json::Value = serde_json::from_str(&told).expect("it is JSON");
    assert!(
        told["confinement"]["files"].is_boolean() && told["confinement"]["network"].is_boolean(),
        "{told}"
    );
    let text = pulsarc_in(Path::new("."), &["version"]).stdout;
    let is_confined = told["confinement"]["files"] == true;
    assert_eq!(text.contains("confinement Landlock"), is_confined, "{text}");
}

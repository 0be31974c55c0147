//! What the tests of the `pulsarc` command share: the binary itself, and the project's folders.
//!
//! The tests are in this crate's `tests/` folder, and drive the command as users do: on files, by its exit status and
//! its two streams.

pub mod browser;
pub mod client;

use pulsarc_compiler::{Built, Format, KubeVersion, Layer, Target};
use pulsarc_diag::Diagnostic;
use pulsarc_diag::render::{self, Color};
use std::collections::BTreeMap;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::OnceLock;

/// The project's root.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap_or_else(|| Path::new("."))
}

/// The `pulsarc` binary of the profile that the tests are built in. Cargo builds it here, since it builds the binaries
/// of a test's own package alone.
pub fn binary() -> &'static Path {
    static BINARY: OnceLock<PathBuf> = OnceLock::new();
    BINARY.get_or_init(|| {
        let test = std::env::current_exe().expect("a test knows its own path");
        let profile = test.ancestors().nth(2).expect("a test is in target/PROFILE/deps");
        let mut cargo = Command::new(env!("CARGO"));
        cargo
            // Its dependencies have the same features with and without the tests: crates/workspace-hack sees to it.
            .args(["build", "--quiet", "--locked", "--package", "pulsarc-cli", "--bin", "pulsarc"])
            .current_dir(root());
        if profile.ends_with("release") {
            cargo.arg("--release");
        }
        if let Some(target) = profile.parent() {
            cargo.env("CARGO_TARGET_DIR", target);
        }
        // What Cargo says of this test's package: build scripts that watch it would build their crates once more.
        for (name, _) in std::env::vars_os() {
            let text = name.to_string_lossy();
            if text.starts_with("CARGO_PKG_") || text.starts_with("CARGO_MANIFEST_") || text == "OUT_DIR" {
                cargo.env_remove(&name);
            }
        }
        assert!(cargo.status().expect("cargo runs").success(), "pulsarc does not build");
        profile.join("pulsarc")
    })
}

/// What a run of the command did.
#[derive(Debug)]
pub struct Run {
    /// Its exit status.
    pub status: i32,
    /// Its standard output.
    pub stdout: String,
    /// Its standard error.
    pub stderr: String,
}

/// Runs the command in a folder.
pub fn pulsarc_in(folder: &Path, arguments: &[&str]) -> Run {
    pulsarc_with(folder, arguments, "")
}

/// Runs the command in the project's root.
pub fn pulsarc(arguments: &[&str]) -> Run {
    pulsarc_in(root(), arguments)
}

/// Runs the command in a folder, with a text on its standard input.
pub fn pulsarc_with(folder: &Path, arguments: &[&str], input: &str) -> Run {
    let mut child = Command::new(binary())
        .args(arguments)
        .current_dir(folder)
        .env("NO_COLOR", "1")
        // No test fills the cache of whoever runs it.
        .env("XDG_CACHE_HOME", root().join("target").join("cache-of-tests"))
        // No test reaches the clusters of whoever runs it.
        .env("KUBECONFIG", root().join("target").join("no-kubeconfig"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("pulsarc starts");
    let mut stdin = child.stdin.take().expect("its standard input");
    // A run that reads nothing may end before all is written.
    let _ = stdin.write_all(input.as_bytes());
    drop(stdin);
    read(&child.wait_with_output().expect("pulsarc ends"))
}

fn read(output: &Output) -> Run {
    Run {
        status: output.status.code().unwrap_or(-1),
        stdout: String::from_utf8_lossy(&output.stdout).into_owned(),
        stderr: String::from_utf8_lossy(&output.stderr).into_owned(),
    }
}

/// The objects of a values file, by `Kind/name`; what is wrong with it where it builds none. In process, for the tests
/// beside the components.
pub fn objects(values: &str) -> BTreeMap<String, serde_json::Value> {
    let built = built(values);
    let found = built.findings.sorted(&built.sources);
    assert!(!built.objects.is_empty(), "{}", render::text(&found, &built.sources, Color::Never).as_str());
    built
        .objects
        .iter()
        .map(|object| (object.to_string(), serde_json::to_value(object).expect("it is written")))
        .collect()
}

/// What is found in a values file. In process, for tests that look at many.
pub fn found(values: &str) -> Vec<Diagnostic> {
    let built = built(values);
    built.findings.sorted(&built.sources)
}

fn built(values: &str) -> Built {
    let layer =
        Layer { name: "values.yaml".to_owned(), format: Format::Yaml, bytes: values.as_bytes().to_vec() };
    let target = Target {
        release: "pulsar".to_owned(),
        namespace: "ns".to_owned(),
        kube_version: KubeVersion { major: 1, minor: 33 },
        upgrade: false,
    };
    pulsarc_compiler::build(&[layer], &target)
}

/// The files below a folder whose names end so, sorted.
pub fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder)
            .unwrap_or_else(|error| panic!("{}: {error}", folder.display()))
            .flatten()
        {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.to_string_lossy().ends_with(ending) {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

/// A folder beside the project with cases that are not the project's own. Tests that read it are ignored without it.
pub fn shared(name: &str) -> PathBuf {
    let folder = root().parent().expect("a folder above the project").join("shared").join(name);
    assert!(folder.is_dir(), "{} is missing", folder.display());
    folder
}

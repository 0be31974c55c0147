//! The control plane's binary, built from the Go module beside this crate.

use crate::project::root;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

/// The module that the version of the API server is taken from.
const KUBERNETES: &str = "k8s.io/kubernetes";
/// The client of the same version.
const KUBECTL: &str = "k8s.io/kubernetes/cmd/kubectl";
const KWOK: &str = "sigs.k8s.io/kwok";

/// Where everything of these tests lies.
pub(crate) fn folder() -> PathBuf {
    root().join("target/e2e")
}

/// The control plane as one binary. Go keeps what it has built, so that only the first build takes minutes.
pub fn binary() -> &'static Path {
    static BINARY: OnceLock<PathBuf> = OnceLock::new();
    BINARY.get_or_init(|| build("control-plane", "."))
}

/// `kubectl` of the control plane's own version.
pub fn kubectl() -> &'static Path {
    static BINARY: OnceLock<PathBuf> = OnceLock::new();
    BINARY.get_or_init(|| build("kubectl", KUBECTL))
}

fn build(name: &str, package: &str) -> PathBuf {
    let binary = folder().join(name);
    let flags = version_flags(&module(KUBERNETES, "{{.Version}}"));
    let status = go()
        .args(["build", "-trimpath", "-ldflags", &flags, "-o"])
        .args([&binary, Path::new(package)])
        .env("CGO_ENABLED", "0")
        .status()
        .expect("Go is needed for these tests");
    assert!(status.success(), "{package} does not build");
    binary
}

/// A folder of a file set that kwok's module carries.
pub(crate) fn stages() -> PathBuf {
    PathBuf::from(module(KWOK, "{{.Dir}}")).join("kustomize/stage")
}

/// An API server that does not know its own version rejects to start.
fn version_flags(version: &str) -> String {
    let mut numbers = version.trim_start_matches('v').split('.');
    let major = numbers.next().unwrap_or_default();
    let minor = numbers.next().unwrap_or_default();
    let set = |name: &str, value: &str| format!(" -X k8s.io/component-base/version.{name}={value}");
    let set = [("gitVersion", version), ("gitMajor", major), ("gitMinor", minor), ("gitTreeState", "clean")]
        .map(|(name, value)| set(name, value));
    format!("-s -w{}", set.concat())
}

fn module(path: &str, template: &str) -> String {
    let output =
        go().args(["list", "-m", "-f", template, path]).output().expect("Go is needed for these tests");
    assert!(output.status.success(), "{path}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).trim().to_owned()
}

fn go() -> Command {
    let mut go = Command::new("go");
    go.current_dir(root().join("e2e/kubernetes/control-plane"));
    go
}

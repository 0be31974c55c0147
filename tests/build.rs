//! Probes for what some tests need from the machine, so that a test without it shows up as ignored, with the reason.
//!
//! Each need that is missing sets `without_NEED`, and the test says `#[cfg_attr(without_NEED, ignore = "...")]`. With `CI` set,
//! a need that the gate (`.ci/run`) installs counts as present: its test then fails rather than hides.

use std::env;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Who provides what a test needs.
#[derive(PartialEq)]
enum Provider {
    /// `.ci/run` installs it, so with `CI` set it must be there.
    Gate,
    /// The machine has it or has it not.
    Machine,
}

/// What a test may need: the suffix of its cfg, whether it is here, and who provides it.
struct Need {
    name: &'static str,
    is_here: fn() -> bool,
    provider: Provider,
}

const NEEDS: [Need; 19] = [
    Need { name: "shared", is_here: has_shared, provider: Provider::Machine },
    Need { name: "kustomize", is_here: || on_path("kustomize"), provider: Provider::Gate },
    Need { name: "registry", is_here: || on_path("registry"), provider: Provider::Gate },
    Need { name: "jsonschema", is_here: || python_has("yaml, jsonschema"), provider: Provider::Gate },
    Need { name: "pyyaml", is_here: || python_has("yaml"), provider: Provider::Gate },
    Need { name: "ruby", is_here: || on_path("ruby"), provider: Provider::Machine },
    Need { name: "go_yaml", is_here: has_go_yaml, provider: Provider::Machine },
    Need { name: "python", is_here: || python_has("json"), provider: Provider::Gate },
    Need { name: "bash", is_here: || on_path("bash"), provider: Provider::Gate },
    Need { name: "chromium", is_here: has_chromium, provider: Provider::Machine },
    Need { name: "axe", is_here: has_axe, provider: Provider::Machine },
    Need { name: "nls", is_here: || on_path("nls"), provider: Provider::Machine },
    Need { name: "nickel", is_here: || on_path("nickel"), provider: Provider::Machine },
    Need { name: "neovim", is_here: || has_neovim(|minor| minor >= 11), provider: Provider::Machine },
    Need {
        name: "older_neovim",
        is_here: || has_neovim(|minor| (7..11).contains(&minor)),
        provider: Provider::Machine,
    },
    Need { name: "eglot", is_here: || emacs_has("eglot"), provider: Provider::Machine },
    Need { name: "lsp_mode", is_here: || emacs_has("lsp-mode"), provider: Provider::Machine },
    Need { name: "script", is_here: || on_path("script"), provider: Provider::Machine },
    Need { name: "mounts", is_here: can_mount, provider: Provider::Machine },
];

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    for variable in ["PATH", "CI", "AXE_CORE"] {
        println!("cargo::rerun-if-env-changed={variable}");
    }
    let in_ci = env::var_os("CI").is_some();
    for need in &NEEDS {
        println!("cargo::rustc-check-cfg=cfg(without_{})", need.name);
        let provided = in_ci && need.provider == Provider::Gate;
        if !((need.is_here)() || provided) {
            println!("cargo::rustc-cfg=without_{}", need.name);
        }
    }
}

/// The reference cases, mistakes and tools that lie beside a maintainer's checkout.
fn has_shared() -> bool {
    let manifest = env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default();
    let Some(folder) = Path::new(&manifest).ancestors().nth(2).map(|folder| folder.join("shared")) else {
        return false;
    };
    let is_here = folder.join("reference").is_dir();
    // Cargo runs the script again every time if a watched file is missing.
    if is_here {
        println!("cargo::rerun-if-changed={}", folder.join("reference").display());
    }
    is_here
}

fn in_path(name: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH").unwrap_or_default();
    env::split_paths(&path).map(|folder| folder.join(name)).find(|file| file.is_file())
}

fn on_path(name: &str) -> bool {
    in_path(name).is_some()
}

fn has_chromium() -> bool {
    ["chromium", "chromium-browser", "google-chrome"].into_iter().any(on_path)
}

fn has_axe() -> bool {
    let named = env::var_os("AXE_CORE").map(PathBuf::from);
    let global = || {
        let root = Command::new("npm").args(["root", "--global"]).output().ok()?;
        Some(Path::new(String::from_utf8_lossy(&root.stdout).trim()).join("axe-core/axe.min.js"))
    };
    named.or_else(global).is_some_and(|file| file.is_file())
}

/// Whether a Neovim on the path has one of these versions, by the number after `0.`.
fn has_neovim(minor: fn(u32) -> bool) -> bool {
    let version = |program: &Path| {
        let run = Command::new(program).arg("--version").output().ok()?;
        let text = String::from_utf8(run.stdout).ok()?;
        text.strip_prefix("NVIM v0.")?.split('.').next()?.parse().ok()
    };
    let path = env::var_os("PATH").unwrap_or_default();
    let mut programs = env::split_paths(&path).map(|folder| folder.join("nvim"));
    programs.any(|program| program.is_file() && version(&program).is_some_and(minor))
}

/// Whether Emacs has this client of language servers, and a mode for YAML.
fn emacs_has(client: &str) -> bool {
    let load = format!("(progn (require 'yaml-mode) (require '{client}))");
    succeeds(Command::new("emacs").args(["--batch", "--funcall", "package-activate-all", "--eval", &load]))
}

/// Whether Go has the module that reads YAML already: a test downloads nothing.
fn has_go_yaml() -> bool {
    let modules = Path::new(&env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default())
        .join("../e2e/kubernetes/control-plane");
    let mut go = Command::new("go");
    go.args(["list", "-deps", "sigs.k8s.io/yaml"]).current_dir(modules);
    succeeds(go.env("GOPROXY", "off").env("GOFLAGS", "-mod=readonly"))
}

fn python_has(modules: &str) -> bool {
    succeeds(Command::new("python3").args(["-c", &format!("import {modules}")]))
}

/// Whether an unprivileged user may mount a file system in a namespace, which a test of full disks needs.
fn can_mount() -> bool {
    succeeds(Command::new("unshare").args(["-rm", "sh", "-c", "mount -t tmpfs -o size=64k tmpfs /mnt"]))
}

fn succeeds(command: &mut Command) -> bool {
    let run = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).status();
    run.is_ok_and(|status| status.success())
}

//! The commit that is built, for `pulsarc version`: of the checkout that the workspace is, or said by `PULSARC_COMMIT`
//! where an archive is built. Nothing else of the machine: the same source gives the same binary.

use std::path::Path;
use std::process::Command;

fn main() {
    println!("cargo::rerun-if-env-changed=PULSARC_COMMIT");
    let said = std::env::var("PULSARC_COMMIT").ok().filter(|commit| !commit.is_empty());
    if let Some(commit) = said.or_else(checked_out) {
        println!("cargo::rustc-env=PULSARC_COMMIT={commit}");
    }
    println!("cargo::rustc-env=PULSARC_NICKEL={}", nickel());
}

/// The workspace's root.
fn root() -> &'static Path {
    let manifest = Path::new(env!("CARGO_MANIFEST_DIR"));
    manifest.ancestors().nth(2).unwrap_or(manifest)
}

/// The commit of the workspace's own checkout; none where it only lies within another one.
fn checked_out() -> Option<String> {
    let head = root().join(".git/HEAD");
    if !head.is_file() {
        return None;
    }
    println!("cargo::rerun-if-changed={}", head.display());
    let text = std::fs::read_to_string(&head).ok()?;
    if let Some(branch) = text.strip_prefix("ref: ") {
        let branch = root().join(".git").join(branch.trim());
        if branch.is_file() {
            println!("cargo::rerun-if-changed={}", branch.display());
        }
    }
    let asked = Command::new("git").args(["rev-parse", "HEAD"]).current_dir(root()).output().ok()?;
    let commit = String::from_utf8(asked.stdout).ok()?.trim().to_owned();
    (asked.status.success() && !commit.is_empty()).then_some(commit)
}

/// The version of Nickel that Cargo.lock has.
fn nickel() -> String {
    let lock = root().join("Cargo.lock");
    println!("cargo::rerun-if-changed={}", lock.display());
    let text = std::fs::read_to_string(lock).unwrap_or_default();
    let after = text.split("name = \"nickel-lang-core\"\nversion = \"").nth(1).unwrap_or_default();
    after.split('"').next().unwrap_or_default().to_owned()
}

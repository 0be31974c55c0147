//! The commit to build, for `pulsarc version`: of the workspace's own checkout, or from `PULSARC_COMMIT` if an
//! archive is built. Nothing else of the machine: the same source gives the same binary.

use sha2::{Digest, Sha256};
use std::path::{Path, PathBuf};
use std::process::Command;

fn main() {
    println!("cargo::rerun-if-env-changed=PULSARC_COMMIT");
    let said = std::env::var("PULSARC_COMMIT").ok().filter(|commit| !commit.is_empty());
    if let Some(commit) = said.or_else(checked_out) {
        println!("cargo::rustc-env=PULSARC_COMMIT={commit}");
    }
    println!("cargo::rustc-env=PULSARC_NICKEL={}", nickel());
    println!("cargo::rustc-env=PULSARC_BUILD={}", build());
}

/// A hash of every source of the command and of the versions of all dependencies: another build may produce another
/// result, even without a commit in between. The same sources have the same hash on every machine.
fn build() -> String {
    let mut files = Vec::new();
    for part in ["crates", "contracts", "lib", "Cargo.toml", "Cargo.lock"] {
        let part = root().join(part);
        println!("cargo::rerun-if-changed={}", part.display());
        collect(&part, &mut files);
    }
    files.sort();
    let mut hash = Sha256::new();
    for file in files {
        let name = file.strip_prefix(root()).unwrap_or(&file).to_string_lossy().into_owned();
        for part in [name.into_bytes(), std::fs::read(&file).unwrap_or_default()] {
            hash.update((part.len() as u64).to_le_bytes());
            hash.update(part);
        }
    }
    hash.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

fn collect(path: &Path, files: &mut Vec<PathBuf>) {
    let Ok(entries) = std::fs::read_dir(path) else { return files.push(path.to_owned()) };
    for entry in entries.flatten() {
        collect(&entry.path(), files);
    }
}

/// The workspace's root.
fn root() -> &'static Path {
    let manifest = Path::new(env!("CARGO_MANIFEST_DIR"));
    manifest.ancestors().nth(2).unwrap_or(manifest)
}

/// The commit of the workspace's own checkout; `None` if it is only inside another one.
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

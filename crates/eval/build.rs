//! Embeds the contracts and the library: a list of every `.ncl` file below the two folders, with its text, and a
//! fingerprint of the contracts, which detects an outdated table.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default()).join("../..");
    let mut list = String::from("&[\n");
    let mut contracts = Fingerprint::default();
    for folder in ["contracts", "lib"] {
        println!("cargo:rerun-if-changed={}", root.join(folder).display());
        for path in files(&root.join(folder))? {
            let name = path.strip_prefix(&root).unwrap_or(&path).to_string_lossy().replace('\\', "/");
            if folder == "contracts" {
                contracts.add(name.as_bytes());
                contracts.add(&fs::read(&path)?);
            }
            let _ = writeln!(
                list,
                "    ({name:?}, include_str!({:?})),",
                path.canonicalize()?.display().to_string()
            );
        }
    }
    list.push_str("]\n");
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    fs::write(out.join("contracts.rs"), format!("\"{:016x}\"", contracts.0))?;
    fs::write(out.join("embedded.rs"), list)
}

/// FNV-1a, 64 bits: enough to detect a changed text.
struct Fingerprint(u64);

impl Default for Fingerprint {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Fingerprint {
    fn add(&mut self, bytes: &[u8]) {
        for byte in bytes.iter().chain(&[0]) {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
}

/// The Nickel files below a folder, sorted.
fn files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            found.extend(files(&path)?);
        } else if path.extension().is_some_and(|ending| ending == "ncl") {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

//! Embeds the contracts and the library: a list of every `.ncl` file below the two folders, with its text.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default()).join("../..");
    let mut list = String::from("&[\n");
    for folder in ["contracts", "lib"] {
        println!("cargo:rerun-if-changed={}", root.join(folder).display());
        for path in files(&root.join(folder))? {
            let name = path.strip_prefix(&root).unwrap_or(&path).to_string_lossy().replace('\\', "/");
            let _ = writeln!(
                list,
                "    ({name:?}, include_str!({:?})),",
                path.canonicalize()?.display().to_string()
            );
        }
    }
    list.push_str("]\n");
    fs::write(PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default()).join("embedded.rs"), list)
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

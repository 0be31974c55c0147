//! Opening a file that an import names: within the folders that are allowed, whatever changes meanwhile.

use crate::codes::{IMPORT, SYNTAX, TOO_LARGE};
use crate::limits;
use pulsarc_diag::Code;
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// Where a path leads.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Leads {
    /// To a file below this root, by its path without links.
    Inside(PathBuf, PathBuf),
    Outside,
    Nowhere,
}

/// Resolves a path. One that leads outside is `Outside` whether it exists or not.
pub(super) fn leads(path: &Path, roots: &[PathBuf]) -> Leads {
    let root_of = |real: &Path| roots.iter().find(|root| real.starts_with(root)).cloned();
    for part in path.ancestors() {
        match part.canonicalize() {
            Ok(real) => {
                return match root_of(&real) {
                    Some(root) if part == path => Leads::Inside(root, real),
                    Some(_) => Leads::Nowhere,
                    None => Leads::Outside,
                };
            }
            // A link to what is not there may point anywhere.
            Err(_) if part.is_symlink() => return Leads::Outside,
            Err(_) => {}
        }
    }
    Leads::Outside
}

/// Why an import cannot be read: the code, what is wrong, and what to do.
pub(super) type Reason = (&'static Code, String, &'static str);

/// The text of a file below a root, if it is one and of no more bytes than these.
pub(super) fn text(root: &Path, real: &Path, written: &Path, most: u64) -> Result<String, Reason> {
    let shown = written.display();
    let refused = |code, why: &str, help| Err((code, format!("`{shown}` cannot be imported: {why}"), help));
    let unreadable = || refused(&IMPORT, "it cannot be read", "check the permissions of the file");
    let device =
        || refused(&IMPORT, "it is a pipe or a device, not a regular file", "save its output to a file");
    // It is asked before it is opened, since to open a device may do something, and after, since it may have changed.
    match real.metadata() {
        Ok(meta) if meta.is_dir() => {
            return refused(&IMPORT, "it is a directory", "import a file in it");
        }
        Ok(meta) if !meta.is_file() => return device(),
        Ok(_) => {}
        Err(_) => return unreadable(),
    }
    let Ok(file) = open(root, real) else { return unreadable() };
    if !file.metadata().is_ok_and(|opened| opened.is_file()) {
        return device();
    }
    let mut bytes = Vec::new();
    if file.take(most.saturating_add(1)).read_to_end(&mut bytes).is_err() {
        return unreadable();
    }
    within(bytes, written, most)
}

/// The bytes of a file as text without a byte order mark, if they are no more than these.
pub(super) fn within(bytes: Vec<u8>, written: &Path, most: u64) -> Result<String, Reason> {
    let written = written.display();
    let refused = |code, why: &str, help| Err((code, format!("`{written}` cannot be imported: {why}"), help));
    if bytes.len() as u64 > most {
        let why = format!("imports exceed {} MiB", limits::held().input >> 20);
        return refused(&TOO_LARGE, &why, "import less, or raise the limit with --max-input");
    }
    match String::from_utf8(bytes) {
        Ok(text) => Ok(match text.strip_prefix('\u{feff}') {
            Some(rest) => rest.to_owned(),
            None => text,
        }),
        Err(error) => {
            let why = format!("byte {} is not UTF-8", error.utf8_error().valid_up_to() + 1);
            refused(&SYNTAX, &why, "save the file as UTF-8")
        }
    }
}

/// Opens a file by a path without links. A link that has been put there since is not followed.
#[cfg(target_os = "linux")]
fn open(root: &Path, real: &Path) -> io::Result<File> {
    use rustix::fs::{Mode, OFlags, ResolveFlags, openat2};
    use rustix::io::Errno;

    let below = real.strip_prefix(root).map_err(io::Error::other)?;
    // A pipe is not waited for.
    let flags = OFlags::RDONLY | OFlags::CLOEXEC | OFlags::NONBLOCK | OFlags::NOCTTY;
    let resolve = ResolveFlags::BENEATH | ResolveFlags::NO_SYMLINKS | ResolveFlags::NO_MAGICLINKS;
    match openat2(File::open(root)?, below, flags, Mode::empty(), resolve) {
        // A kernel before 5.6, or a container that keeps the call from its processes.
        Err(Errno::NOSYS | Errno::PERM) => File::open(real),
        opened => Ok(opened?.into()),
    }
}

#[cfg(not(target_os = "linux"))]
fn open(_: &Path, real: &Path) -> io::Result<File> {
    File::open(real)
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;
    use std::os::unix::fs::symlink;

    #[test]
    fn a_link_swapped_in_is_not_followed() {
        let folder = tempfile::tempdir().expect("a directory");
        let root = folder.path().canonicalize().expect("a path");
        std::fs::create_dir(root.join("in")).expect("a directory");
        std::fs::write(root.join("out"), "secret").expect("a file");
        std::fs::write(root.join("in/file"), "text").expect("a file");
        let real = root.join("in/file");
        assert_eq!(leads(&real, &[root.join("in")]), Leads::Inside(root.join("in"), real.clone()));
        assert!(open(&root.join("in"), &real).is_ok());
        std::fs::remove_file(&real).expect("it goes");
        symlink(root.join("out"), &real).expect("a link");
        assert!(open(&root.join("in"), &real).is_err());
        assert_eq!(leads(&real, &[root.join("in")]), Leads::Outside);
    }
}

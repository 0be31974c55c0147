//! The files of an archive, within bounds: of bytes, of entries, of names and of time.
//!
//! An archive is read twice. The first reading keeps nothing and looks at sizes and counts alone, so that one that is too
//! large is rejected in flat memory; the second one takes the files.

use crate::deadline::Deadline;
use crate::{Files, OciError};
use flate2::read::GzDecoder;
use std::io::{self, Read};
use std::path::{Component, Path};
use tar::{Archive, EntryType};

/// The most bytes of an archive, unpacked: ten thousand clusters are two thirds of it.
const MOST_BYTES: u64 = 512 << 20;
/// The most entries of an archive, folders included.
const MOST_ENTRIES: usize = 100_000;
/// The most folders that the files lie in.
const MOST_FOLDERS: usize = 25_000;
/// How deep folders lie in each other.
const MOST_DEPTH: usize = 16;
/// The longest path of a file, and so the longest header of an archive.
const LONGEST_PATH: u64 = 4096;

/// The files of a compressed archive.
pub(crate) fn unpacked(bytes: &[u8], deadline: Deadline) -> Result<Files, OciError> {
    within_bounds(bytes, deadline)?;
    let mut files = Files::new();
    let mut folders = 0;
    let mut last = String::new();
    let mut archive = Archive::new(bounded(bytes, deadline));
    for entry in archive.entries().map_err(|error| failed(&error, deadline))? {
        let entry = entry.map_err(|error| failed(&error, deadline))?;
        let path = entry.path().map_err(|error| failed(&error, deadline))?.into_owned();
        match entry.header().entry_type() {
            EntryType::Regular | EntryType::Continuous => {}
            EntryType::Directory | EntryType::XGlobalHeader => continue,
            _ => return Err(rejected(format!("{} is not a regular file", shown(&path)))),
        }
        let name = below(&path)?;
        let mut text = Vec::with_capacity(usize::try_from(entry.size().min(MOST_BYTES)).unwrap_or_default());
        entry.take(MOST_BYTES).read_to_end(&mut text).map_err(|error| failed(&error, deadline))?;
        let text = String::from_utf8(text)
            .map_err(|_| rejected(format!("{} is not text, so it is not a manifest", shown(&path))))?;
        let folder = name.rsplit_once('/').map_or("", |(folder, _)| folder);
        if folder != last {
            folders += folder.split('/').count();
            folder.clone_into(&mut last);
        }
        if files.insert(name, text).is_some() {
            return Err(rejected(format!("it contains {} twice", shown(&path))));
        }
    }
    if folders > MOST_FOLDERS && distinct_folders(&files) > MOST_FOLDERS {
        return Err(rejected(format!("its files are in more than {MOST_FOLDERS} folders")));
    }
    Ok(files)
}

fn distinct_folders(files: &Files) -> usize {
    let mut folders = std::collections::BTreeSet::new();
    for name in files.keys() {
        for (at, _) in name.match_indices('/') {
            folders.insert(&name[..at]);
        }
    }
    folders.len()
}

/// Reads an archive once without keeping any of it. Entries are taken as they lie there: a long name, which the second
/// reading keeps in memory, is an entry of its own.
fn within_bounds(bytes: &[u8], deadline: Deadline) -> Result<(), OciError> {
    let mut archive = Archive::new(bounded(bytes, deadline));
    let entries = archive.entries().map_err(|error| failed(&error, deadline))?.raw(true);
    for (count, entry) in entries.enumerate() {
        let entry = entry.map_err(|error| failed(&error, deadline))?;
        if count >= MOST_ENTRIES {
            return Err(rejected(format!("it has more than {MOST_ENTRIES} entries")));
        }
        let kind = entry.header().entry_type();
        let is_header = kind.is_gnu_longname()
            || kind.is_gnu_longlink()
            || kind.is_pax_global_extensions()
            || kind.is_pax_local_extensions();
        if is_header && entry.size() > LONGEST_PATH {
            return Err(rejected(format!("one of its names is longer than {LONGEST_PATH} bytes")));
        }
        if entry.size() > MOST_BYTES {
            return Err(too_large());
        }
    }
    Ok(())
}

/// What is compressed, with an error where it is more than it may be, or takes longer.
fn bounded(bytes: &[u8], deadline: Deadline) -> Bounded<GzDecoder<&[u8]>> {
    Bounded { inner: GzDecoder::new(bytes), left: MOST_BYTES, deadline }
}

struct Bounded<R> {
    inner: R,
    left: u64,
    deadline: Deadline,
}

impl<R: Read> Read for Bounded<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.deadline.left().is_err() {
            return Err(io::ErrorKind::TimedOut.into());
        }
        let read = self.inner.read(buffer)?;
        self.left = self.left.checked_sub(read as u64).ok_or(io::ErrorKind::FileTooLarge)?;
        Ok(read)
    }
}

/// A path from the folder's root, with `/` between its parts.
fn below(path: &Path) -> Result<String, OciError> {
    let mut parts = Vec::new();
    for part in path.components() {
        match part {
            Component::Normal(name) => {
                parts.push(name.to_str().ok_or_else(|| rejected(format!("{} is not text", shown(path))))?);
            }
            Component::CurDir => {}
            _ => return Err(rejected(format!("{} points out of the folder", shown(path)))),
        }
    }
    let name = parts.join("/");
    if name.is_empty() {
        return Err(rejected("one of its files has no name".to_owned()));
    }
    if parts.len() > MOST_DEPTH || name.len() as u64 > LONGEST_PATH {
        return Err(rejected(format!(
            "{} is more than {MOST_DEPTH} folders deep, or its name is too long",
            shown(path)
        )));
    }
    // Git, shells and editors run what hidden files say, and a list of files has one name a line for people.
    if parts.iter().any(|part| part.starts_with('.')) {
        return Err(rejected(format!("{} is a hidden file", shown(path))));
    }
    if name.chars().any(|letter| letter.is_control() || letter == '\\') {
        return Err(rejected(format!("{} has a control character or a backslash in its name", shown(path))));
    }
    Ok(name)
}

/// A path for a message: on one line, and not longer than one.
fn shown(path: &Path) -> String {
    let text: String = path.to_string_lossy().escape_debug().collect();
    if text.chars().count() <= 200 { text } else { text.chars().take(200).chain(['…']).collect() }
}

fn failed(error: &io::Error, deadline: Deadline) -> OciError {
    match error.kind() {
        io::ErrorKind::TimedOut => deadline.passed(),
        io::ErrorKind::FileTooLarge => too_large(),
        _ if deadline.left().is_err() => deadline.passed(),
        _ => rejected(format!("it is not an archive of files ({error})")),
    }
}

fn too_large() -> OciError {
    rejected(format!("its files exceed {} MiB", MOST_BYTES >> 20))
}

fn rejected(why: String) -> OciError {
    OciError::Archive(why)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::archive::{compressed, packed};
    use std::time::{Duration, Instant};
    use tar::{Builder, Header};

    fn read(bytes: &[u8]) -> Result<Files, OciError> {
        unpacked(bytes, Deadline::after(Duration::from_secs(60)))
    }

    fn why(bytes: &[u8]) -> String {
        read(bytes).expect_err("it is rejected").to_string()
    }

    #[test]
    fn files_come_back_as_they_were() {
        let long = format!("{}/a.yaml", "folder/".repeat(14));
        let files: Files = [("a.yaml", "a: 1\n"), ("eu/b.yaml", ""), (long.as_str(), "é\n")]
            .map(|(path, text)| (path.replace("//", "/"), text.to_owned()))
            .into();
        let bytes = compressed(&packed(&files).expect("it is packed")).expect("it is compressed");
        assert_eq!(read(&bytes).expect("it is unpacked"), files);
    }

    fn with(path: &str, kind: EntryType) -> Vec<u8> {
        let mut archive = Builder::new(Vec::new());
        append(&mut archive, path, kind, 0);
        compressed(&archive.into_inner().expect("it ends")).expect("it is compressed")
    }

    fn append(archive: &mut Builder<Vec<u8>>, path: &str, kind: EntryType, size: u64) {
        let mut header = Header::new_gnu();
        header.as_gnu_mut().expect("it is one").name[..path.len()].copy_from_slice(path.as_bytes());
        header.set_entry_type(kind);
        header.set_size(size);
        header.set_cksum();
        archive.append(&header, io::repeat(b'a').take(size)).expect("it is packed");
    }

    #[test]
    fn an_entry_that_is_no_plain_file_below_the_folder_is_rejected() {
        for path in [
            "../a",
            "/etc/passwd",
            "a/../../b",
            "..",
            "a/..",
            ".",
            ".git/config",
            "a/.git/config",
            ".envrc",
            ".pulsarc-files",
            "x\nimportant.yaml",
            "a\u{1b}[2J",
            "a\\..\\b",
            "a/b/c/d/e/f/g/h/i/j/k/l/m/n/o/p/q",
        ] {
            assert!(read(&with(path, EntryType::Regular)).is_err(), "{path:?}");
        }
        for kind in [EntryType::Symlink, EntryType::Link, EntryType::Char, EntryType::Block, EntryType::Fifo]
        {
            assert!(read(&with("a", kind)).is_err(), "{kind:?}");
        }
        assert!(read(b"no archive").is_err());
        assert!(read(&compressed(&[0xff; 4096]).expect("it is compressed")).is_err());
    }

    #[test]
    fn a_duplicate_name_is_rejected() {
        let mut archive = Builder::new(Vec::new());
        append(&mut archive, "a", EntryType::Regular, 1);
        append(&mut archive, "./a", EntryType::Regular, 2);
        let bytes = compressed(&archive.into_inner().expect("it ends")).expect("it is compressed");
        assert!(why(&bytes).contains("it contains ./a twice"));
    }

    /// A header that announces more bytes than follow, whichever entry it is of.
    #[test]
    fn an_archive_that_expands_is_rejected_by_its_first_reading() {
        for kind in [EntryType::Regular, EntryType::Directory, EntryType::GNULongName, EntryType::XHeader] {
            let mut archive = Builder::new(Vec::new());
            append(&mut archive, "a", kind, 8 << 20);
            let tar = archive.into_inner().expect("it ends");
            let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
            for _ in 0..80 {
                io::Write::write_all(&mut gzip, &tar[..tar.len() - 1024]).expect("it is compressed");
            }
            let bytes = gzip.finish().expect("it ends");
            assert!(bytes.len() < 8 << 20, "{}", bytes.len());
            let message = why(&bytes);
            assert!(
                message.contains("exceed 512 MiB") || message.contains("longer than 4096 bytes"),
                "{message}"
            );
        }
    }

    #[test]
    fn entries_and_folders_are_counted() {
        let mut entries = Builder::new(Vec::new());
        for number in 0..=MOST_ENTRIES {
            append(&mut entries, &format!("d{number}/"), EntryType::Directory, 0);
        }
        let entries = compressed(&entries.into_inner().expect("it ends")).expect("it is compressed");
        let mut folders = Builder::new(Vec::new());
        for number in 0..=MOST_FOLDERS {
            append(&mut folders, &format!("d{number}/a"), EntryType::Regular, 0);
        }
        let folders = compressed(&folders.into_inner().expect("it ends")).expect("it is compressed");
        let started = Instant::now();
        assert!(why(&entries).contains("more than 100000 entries"));
        assert!(why(&folders).contains("more than 25000 folders"));
        assert!(started.elapsed() < Duration::from_secs(20), "{:?}", started.elapsed());
    }

    #[test]
    fn unpacking_ends_at_the_deadline() {
        let bytes = with("a", EntryType::Regular);
        let refused = unpacked(&bytes, Deadline::after(Duration::ZERO)).expect_err("no time is left");
        assert!(matches!(refused, OciError::TooSlow { .. }), "{refused}");
    }
}

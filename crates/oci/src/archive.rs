//! Files as an archive (tar, gzip) whose bytes depend on nothing else, and back: within limits, and nowhere but below the
//! folder that they are unpacked into.

use crate::{Files, OciError};
use flate2::read::GzDecoder;
use flate2::{Compression, GzBuilder};
use std::io::{self, Read, Write};
use std::path::{Component, Path};
use tar::{Archive, Builder, EntryType, Header};

/// More bytes than this are no manifests, packed or unpacked: ten thousand clusters are a third of it.
pub(crate) const LARGEST: u64 = 1 << 30;

/// The archive, before it is compressed.
pub(crate) fn packed(files: &Files) -> io::Result<Vec<u8>> {
    let mut archive = Builder::new(Vec::new());
    for (path, text) in files {
        let mut header = Header::new_gnu();
        header.set_entry_type(EntryType::Regular);
        header.set_mode(0o644);
        header.set_uid(0);
        header.set_gid(0);
        header.set_mtime(0);
        header.set_size(text.len() as u64);
        archive.append_data(&mut header, path, text.as_bytes())?;
    }
    archive.into_inner()
}

/// Compressed bytes, without the day and the name that gzip may hold.
pub(crate) fn compressed(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut gzip = GzBuilder::new().mtime(0).write(Vec::new(), Compression::default());
    gzip.write_all(bytes)?;
    gzip.finish()
}

/// The files of a compressed archive.
pub(crate) fn unpacked(bytes: &[u8]) -> Result<Files, OciError> {
    let told = |error: io::Error| OciError::Archive(format!("it is no archive of files ({error})"));
    let mut files = Files::new();
    let mut left = LARGEST;
    let mut archive = Archive::new(GzDecoder::new(bytes).take(LARGEST + 1));
    for entry in archive.entries().map_err(told)? {
        let entry = entry.map_err(told)?;
        let path = entry.path().map_err(told)?.into_owned();
        match entry.header().entry_type() {
            EntryType::Regular | EntryType::Continuous => {}
            EntryType::Directory | EntryType::XGlobalHeader => continue,
            _ => return Err(OciError::Archive(format!("{} is no ordinary file", path.display()))),
        }
        let name = below(&path)
            .ok_or_else(|| OciError::Archive(format!("{} leads out of the folder", path.display())))?;
        let mut text = Vec::new();
        entry.take(left + 1).read_to_end(&mut text).map_err(told)?;
        left = left
            .checked_sub(text.len() as u64)
            .ok_or_else(|| OciError::Archive(format!("its files have more than {} MiB", LARGEST >> 20)))?;
        let text = String::from_utf8(text)
            .map_err(|_| OciError::Archive(format!("{} is no text, and so no manifest", path.display())))?;
        files.insert(name, text);
    }
    Ok(files)
}

/// A path from the folder's root, with `/` between its parts; none where it leads elsewhere.
fn below(path: &Path) -> Option<String> {
    let mut parts = Vec::new();
    for part in path.components() {
        match part {
            Component::Normal(name) => parts.push(name.to_str()?),
            Component::CurDir => {}
            _ => return None,
        }
    }
    (!parts.is_empty()).then(|| parts.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files() -> Files {
        let long = format!("{}/a.yaml", "folder/".repeat(40));
        [("a.yaml", "a: 1\n"), ("eu/b.yaml", ""), (long.as_str(), "é\n")]
            .map(|(path, text)| (path.to_owned(), text.to_owned()))
            .into()
    }

    #[test]
    fn files_come_back_as_they_were() {
        let packed = compressed(&packed(&files()).expect("it is packed")).expect("it is compressed");
        assert_eq!(
            unpacked(&packed).expect("it is unpacked"),
            files().into_iter().map(|(path, text)| (path.replace("//", "/"), text)).collect()
        );
    }

    fn with(path: &str, kind: EntryType) -> Vec<u8> {
        let mut archive = Builder::new(Vec::new());
        let mut header = Header::new_gnu();
        header.as_gnu_mut().expect("it is one").name[..path.len()].copy_from_slice(path.as_bytes());
        header.set_entry_type(kind);
        header.set_size(0);
        header.set_cksum();
        archive.append(&header, io::empty()).expect("it is packed");
        compressed(&archive.into_inner().expect("it ends")).expect("it is compressed")
    }

    #[test]
    fn what_leads_elsewhere_is_refused() {
        for path in ["../a", "/etc/passwd", "a/../../b", "..", "a/.."] {
            assert!(unpacked(&with(path, EntryType::Regular)).is_err(), "{path}");
        }
        for kind in [EntryType::Symlink, EntryType::Link, EntryType::Char, EntryType::Fifo] {
            assert!(unpacked(&with("a", kind)).is_err(), "{kind:?}");
        }
        assert!(unpacked(b"no archive").is_err());
        assert!(unpacked(&compressed(&[0xff; 4096]).expect("it is compressed")).is_err());
    }
}

//! A directory held by its descriptor. Everything below it is reached name by name, and a symbolic link is an entry like
//! any other: it is never followed. So nothing that is written leads out of the directory, even while somebody else swaps
//! directories for links.
//!
//! rustix rather than cap-std: cap-std follows links that stay within its directory, and here none may be followed.

use rustix::fs::{AtFlags, CWD, Dir, FileType, Mode, OFlags, Stat};
use rustix::io::Errno;
use std::fs::File;
use std::io::{self, Read, Write};
use std::os::fd::{AsFd, OwnedFd};
use std::path::{Path, PathBuf};

/// What an entry of a directory is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A regular file: only these may be read and replaced.
    File,
    /// A directory.
    Directory,
    /// A symbolic link.
    Link,
    /// A pipe, a socket or a device.
    Other,
}

/// Which file of the machine something is, whatever path leads there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Identity {
    device: u64,
    inode: u64,
}

impl Identity {
    /// The file behind a path of the user's, with links followed.
    pub(super) fn of(path: &Path) -> Option<Self> {
        rustix::fs::stat(path).ok().map(|stat| Self::from(&stat))
    }
}

impl From<&Stat> for Identity {
    #[allow(clippy::unnecessary_cast, clippy::useless_conversion, reason = "the types differ by platform")]
    fn from(stat: &Stat) -> Self {
        Self { device: stat.st_dev as u64, inode: stat.st_ino as u64 }
    }
}

/// An open directory, and the path that it is called by in messages.
#[derive(Debug)]
pub(super) struct Directory {
    descriptor: OwnedFd,
    path: PathBuf,
}

const OPEN: OFlags = OFlags::RDONLY.union(OFlags::DIRECTORY).union(OFlags::CLOEXEC);

impl Directory {
    /// A directory that the user has named: links in its path are the user's own.
    pub(super) fn open(path: &Path) -> io::Result<Self> {
        let descriptor = rustix::fs::openat(CWD, path, OPEN, Mode::empty())?;
        Ok(Self { descriptor, path: path.to_owned() })
    }

    /// The directory of this name.
    pub(super) fn enter(&self, name: &str) -> io::Result<Self> {
        let descriptor = rustix::fs::openat(&self.descriptor, name, OPEN | OFlags::NOFOLLOW, Mode::empty())?;
        Ok(Self { descriptor, path: self.path.join(name) })
    }

    /// The directory that a path with `/` leads to; none if one of its names is not there.
    pub(super) fn descend(&self, path: &str) -> io::Result<Option<Self>> {
        self.walk(path, |at, name| match at.enter(name) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            entered => entered.map(Some),
        })
    }

    /// The directory that a path with `/` leads to, created if it is missing.
    pub(super) fn create_all(&self, path: &str) -> io::Result<Self> {
        let entered = self.walk(path, |at, name| {
            match rustix::fs::mkdirat(&at.descriptor, name, Mode::from_raw_mode(0o777)) {
                Ok(()) | Err(Errno::EXIST) => at.enter(name).map(Some),
                Err(error) => Err(error.into()),
            }
        })?;
        entered.ok_or_else(|| io::ErrorKind::NotFound.into())
    }

    fn walk(
        &self,
        path: &str,
        step: impl Fn(&Self, &str) -> io::Result<Option<Self>>,
    ) -> io::Result<Option<Self>> {
        let mut at = self.again()?;
        for name in path.split('/').filter(|name| !name.is_empty()) {
            match step(&at, name)? {
                Some(next) => at = next,
                None => return Ok(None),
            }
        }
        Ok(Some(at))
    }

    /// A second handle on the same directory.
    pub(super) fn again(&self) -> io::Result<Self> {
        Ok(Self { descriptor: self.descriptor.try_clone()?, path: self.path.clone() })
    }

    /// The same directory, called by another path in messages.
    pub(super) fn called(self, path: &Path) -> Self {
        Self { path: path.to_owned(), ..self }
    }

    /// The path for messages.
    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    pub(super) fn identity(&self) -> io::Result<Identity> {
        Ok(Identity::from(&rustix::fs::fstat(&self.descriptor)?))
    }

    /// An entry, and the identity of its file; `None` if it does not exist.
    pub(super) fn entry(&self, name: &str) -> io::Result<Option<(Kind, Identity)>> {
        match rustix::fs::statat(&self.descriptor, name, AtFlags::SYMLINK_NOFOLLOW) {
            Ok(stat) => {
                let kind = kind_of(FileType::from_raw_mode(stat.st_mode));
                Ok(Some((kind, Identity::from(&stat))))
            }
            Err(Errno::NOENT) => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    /// The bytes of a regular file; `None` if it does not exist.
    pub(super) fn read(&self, name: &str) -> io::Result<Option<Vec<u8>>> {
        // Without waiting: a pipe would be waited for when it is opened.
        let flags = OFlags::RDONLY | OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::CLOEXEC;
        let mut file = match rustix::fs::openat(&self.descriptor, name, flags, Mode::empty()) {
            Ok(descriptor) => File::from(descriptor),
            Err(Errno::NOENT) => return Ok(None),
            Err(error) => return Err(error.into()),
        };
        if !file.metadata()?.is_file() {
            return Err(io::Error::other("it is not a regular file"));
        }
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes)?;
        Ok(Some(bytes))
    }

    /// Writes a file that is not there yet; none is there if that fails.
    pub(super) fn create(&self, name: &str, text: &str, sync: bool) -> io::Result<()> {
        let flags = OFlags::WRONLY | OFlags::CREATE | OFlags::EXCL | OFlags::NOFOLLOW | OFlags::CLOEXEC;
        let descriptor = rustix::fs::openat(&self.descriptor, name, flags, Mode::from_raw_mode(0o644))?;
        let mut file = File::from(descriptor);
        let mut written = || -> io::Result<()> {
            // Whatever the process's mask is: another user's tools read the manifests.
            rustix::fs::fchmod(&file, Mode::from_raw_mode(0o644))?;
            file.write_all(text.as_bytes())?;
            if sync { file.sync_all() } else { Ok(()) }
        };
        written().inspect_err(|_| {
            let _ = self.remove_file(name);
        })
    }

    /// Moves an entry to another name, instead of what has that name.
    pub(super) fn rename(&self, from: &str, to: &str) -> io::Result<()> {
        Ok(rustix::fs::renameat(&self.descriptor, from, &self.descriptor, to)?)
    }

    /// Moves an entry to a name that no entry has.
    pub(super) fn rename_new(&self, from: &str, to: &str) -> io::Result<()> {
        #[cfg(target_os = "linux")]
        {
            use rustix::fs::{RenameFlags, renameat_with};
            let moved = renameat_with(&self.descriptor, from, &self.descriptor, to, RenameFlags::NOREPLACE);
            // Not every file system can.
            if !matches!(moved, Err(Errno::INVAL | Errno::NOSYS | Errno::OPNOTSUPP)) {
                return Ok(moved?);
            }
        }
        if self.entry(to)?.is_some() {
            return Err(io::ErrorKind::AlreadyExists.into());
        }
        self.rename(from, to)
    }

    /// Moves an entry into another directory.
    pub(super) fn hand_over(&self, name: &str, to: &Self) -> io::Result<()> {
        Ok(rustix::fs::renameat(&self.descriptor, name, &to.descriptor, name)?)
    }

    /// Exchanges two entries atomically, if the file system can; returns whether it did.
    #[cfg(target_os = "linux")]
    pub(super) fn exchange(&self, one: &str, other: &str) -> bool {
        use rustix::fs::{RenameFlags, renameat_with};
        renameat_with(&self.descriptor, one, &self.descriptor, other, RenameFlags::EXCHANGE).is_ok()
    }

    #[cfg(not(target_os = "linux"))]
    pub(super) fn exchange(&self, _: &str, _: &str) -> bool {
        false
    }

    /// Gives an entry a second place, in another directory; of a link, the link itself.
    pub(super) fn link(&self, name: &str, to: &Self) -> io::Result<()> {
        Ok(rustix::fs::linkat(&self.descriptor, name, &to.descriptor, name, AtFlags::empty())?)
    }

    pub(super) fn remove_file(&self, name: &str) -> io::Result<()> {
        Ok(rustix::fs::unlinkat(&self.descriptor, name, AtFlags::empty())?)
    }

    /// Removes an empty directory.
    pub(super) fn remove_directory(&self, name: &str) -> io::Result<()> {
        Ok(rustix::fs::unlinkat(&self.descriptor, name, AtFlags::REMOVEDIR)?)
    }

    /// Removes a directory with all that is in it.
    pub(super) fn remove_all(&self, name: &str) -> io::Result<()> {
        let below = self.enter(name)?;
        for (name, kind) in below.entries()? {
            match kind {
                Kind::Directory => below.remove_all(&name)?,
                _ => below.remove_file(&name)?,
            }
        }
        self.remove_directory(name)
    }

    /// All entries, sorted by name. A name that is not text is an error: pulsarc writes none, and must not touch what
    /// it cannot name.
    pub(super) fn entries(&self) -> io::Result<Vec<(String, Kind)>> {
        let mut entries = Vec::new();
        for entry in Dir::read_from(&self.descriptor)? {
            let entry = entry?;
            let name = entry.file_name().to_str().map_err(|_| io::ErrorKind::InvalidData)?;
            if name == "." || name == ".." {
                continue;
            }
            let kind = match entry.file_type() {
                // Not every file system says.
                FileType::Unknown => match self.entry(name)? {
                    Some((kind, _)) => kind,
                    None => continue,
                },
                known => kind_of(known),
            };
            entries.push((name.to_owned(), kind));
        }
        entries.sort_by(|(one, _), (other, _)| one.cmp(other));
        Ok(entries)
    }

    /// Gives another directory the permissions of this one.
    pub(super) fn copy_permissions(&self, to: &Self) -> io::Result<()> {
        let mode = rustix::fs::fstat(&self.descriptor)?.st_mode;
        Ok(rustix::fs::fchmod(&to.descriptor, Mode::from_raw_mode(mode))?)
    }

    /// Waits for the lock of the directory, and holds it until the file is dropped; none if the file system has no locks.
    pub(super) fn lock(&self) -> io::Result<Option<File>> {
        let file = File::from(self.descriptor.as_fd().try_clone_to_owned()?);
        Ok(file.lock().is_ok().then_some(file))
    }

    /// Puts the directory's entries on the disk.
    pub(super) fn sync(&self) -> io::Result<()> {
        Ok(rustix::fs::fsync(&self.descriptor)?)
    }

    /// Puts all that was written to this file system on the disk: for many files at once, faster than one by one.
    #[cfg(target_os = "linux")]
    pub(super) fn sync_file_system(&self) -> io::Result<()> {
        Ok(rustix::fs::syncfs(&self.descriptor)?)
    }

    #[cfg(not(target_os = "linux"))]
    pub(super) fn sync_file_system(&self) -> io::Result<()> {
        rustix::fs::sync();
        Ok(())
    }
}

fn kind_of(kind: FileType) -> Kind {
    match kind {
        FileType::RegularFile => Kind::File,
        FileType::Directory => Kind::Directory,
        FileType::Symlink => Kind::Link,
        _ => Kind::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;
    use std::os::unix::fs::symlink;

    #[test]
    fn no_link_is_followed() {
        let folder = tempfile::tempdir().expect("a folder");
        let inside = folder.path().join("inside");
        let outside = folder.path().join("outside");
        fs::create_dir(&inside).expect("a folder");
        fs::create_dir(&outside).expect("a folder");
        fs::write(outside.join("file"), "x").expect("a file");
        symlink(&outside, inside.join("folder")).expect("a link");
        symlink(outside.join("file"), inside.join("file")).expect("a link");
        let directory = Directory::open(&inside).expect("it is opened");
        assert!(directory.enter("folder").is_err());
        assert!(directory.create_all("folder/below").is_err());
        assert!(directory.read("file").is_err());
        assert!(directory.create("file", "y", false).is_err());
        directory.create("staged", "y", false).expect("it is written");
        directory.rename("staged", "file").expect("it takes the link's place");
        directory.remove_all("folder").expect_err("a link is no directory");
        assert_eq!(fs::read_to_string(outside.join("file")).expect("it is read"), "x");
        assert_eq!(fs::read_to_string(inside.join("file")).expect("it is read"), "y");
    }
}

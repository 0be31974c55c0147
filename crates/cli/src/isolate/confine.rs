//! What a child process can reach: Landlock on Linux, and an empty environment everywhere.
//!
//! A child evaluates untrusted code. It needs the files that a configuration may import, and nothing else of the
//! machine. The checks of imports report errors nicely; this confinement holds even if they have a bug.

use serde::{Deserialize, Serialize};
use std::ffi::OsStr;
use std::os::unix::ffi::OsStrExt;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The environment variables that a child keeps: what the dynamic loader needs to start it.
const KEPT: [&str; 1] = ["LD_LIBRARY_PATH"];

/// The files and folders that a child can reach; everything below a folder counts.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Access {
    /// Readable, as bytes: a path need not be text.
    read: Vec<Vec<u8>>,
    /// Readable and writable.
    write: Vec<Vec<u8>>,
}

impl Access {
    /// Access to the files to read only.
    pub(crate) fn reading<'p>(paths: impl IntoIterator<Item = &'p Path>) -> Self {
        let mut read: Vec<Vec<u8>> = paths.into_iter().map(bytes).collect();
        read.sort();
        read.dedup();
        Self { read, write: Vec::new() }
    }

    /// The same, and access to the files to write.
    pub(crate) fn writing<'p>(mut self, paths: impl IntoIterator<Item = &'p Path>) -> Self {
        self.write.extend(paths.into_iter().map(bytes));
        self
    }

    /// The files and folders that can be read.
    pub(super) fn readable(&self) -> Vec<PathBuf> {
        self.read.iter().map(|it| path(it)).collect()
    }

    /// Whether this is access to all that another one is.
    pub(super) fn covers(&self, other: &Self) -> bool {
        other.read.iter().all(|path| self.read.contains(path))
            && other.write.iter().all(|path| self.write.contains(path))
    }
}

fn bytes(path: &Path) -> Vec<u8> {
    path.as_os_str().as_bytes().to_vec()
}

fn path(bytes: &[u8]) -> PathBuf {
    PathBuf::from(OsStr::from_bytes(bytes))
}

/// What the kernel lets a process give up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub(crate) struct Confinement {
    /// Files outside of those that it names (Linux 5.13 with Landlock).
    pub(crate) files: bool,
    /// TCP connections (Linux 6.7 with Landlock).
    pub(crate) network: bool,
}

/// Takes the environment from a command that is about to be started.
pub(super) fn clear_environment(command: &mut Command) {
    command.env_clear();
    for name in KEPT {
        if let Some(value) = std::env::var_os(name) {
            command.env(name, value);
        }
    }
}

#[cfg(target_os = "linux")]
pub(super) use linux::confine;

#[cfg(target_os = "linux")]
mod linux {
    use super::{Access, Confinement, path};
    use landlock::{
        ABI, Access as _, AccessFs, AccessNet, BitFlags, CompatLevel, Compatible, Ruleset, RulesetAttr,
        RulesetCreatedAttr, RulesetError, Scope, path_beneath_rules,
    };
    use rustix::process::{Signal, getppid, set_parent_process_death_signal};
    use std::io;

    /// The newest ABI whose rights are given up; on an older kernel, those that it knows.
    const KNOWN: ABI = ABI::V6;

    impl Confinement {
        /// What this kernel offers.
        pub(crate) fn offered() -> Self {
            let files = Ruleset::default()
                .set_compatibility(CompatLevel::HardRequirement)
                .handle_access(AccessFs::from_all(ABI::V1))
                .and_then(Ruleset::create);
            let network = Ruleset::default()
                .set_compatibility(CompatLevel::HardRequirement)
                .handle_access(AccessNet::from_all(ABI::V4))
                .and_then(Ruleset::create);
            Self { files: files.is_ok(), network: network.is_ok() }
        }
    }

    /// Gives up everything but `access`, and ends with the parent. Threads that this one starts are confined as well.
    pub(in super::super) fn confine(access: &Access, parent: u32) -> io::Result<()> {
        set_parent_process_death_signal(Some(Signal::KILL))?;
        let now = getppid().map(|id| id.as_raw_nonzero().get().unsigned_abs());
        if now != Some(parent) {
            return Err(io::Error::other("its parent has ended"));
        }
        restrict(access).map_err(io::Error::other)
    }

    pub(super) fn restrict(access: &Access) -> Result<(), RulesetError> {
        let read: BitFlags<AccessFs> = AccessFs::ReadFile | AccessFs::ReadDir;
        let write =
            AccessFs::from_all(KNOWN) & !(AccessFs::Execute | AccessFs::MakeChar | AccessFs::MakeBlock);
        Ruleset::default()
            .handle_access(AccessFs::from_all(KNOWN))?
            .handle_access(AccessNet::from_all(KNOWN))?
            .scope(Scope::from_all(KNOWN))?
            .create()?
            .add_rules(path_beneath_rules(access.read.iter().map(|it| path(it)), read))?
            .add_rules(path_beneath_rules(access.write.iter().map(|it| path(it)), write))?
            .restrict_self()?;
        Ok(())
    }
}

#[cfg(not(target_os = "linux"))]
impl Confinement {
    /// What this system offers.
    pub(crate) fn offered() -> Self {
        Self { files: false, network: false }
    }
}

/// No other system lets a process give up its rights so.
#[cfg(not(target_os = "linux"))]
pub(super) fn confine(_: &Access, _: u32) -> std::io::Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;
    use std::net::TcpListener;

    /// A thread gives up only its own rights, so the test keeps them.
    #[cfg(target_os = "linux")]
    #[test]
    fn confined_code_reaches_the_named_folders_and_nothing_else() {
        let (inside, outside) =
            (tempfile::tempdir().expect("a folder"), tempfile::tempdir().expect("a folder"));
        for folder in [&inside, &outside] {
            fs::write(folder.path().join("a.ncl"), "{}").expect("a file");
        }
        let offered = Confinement::offered();
        let writable = inside.path().join("writable");
        fs::create_dir(&writable).expect("a folder");
        let access = Access::reading([inside.path()]).writing([writable.as_path()]);
        let read = |path: PathBuf| fs::read_to_string(path).is_ok();
        let found = std::thread::scope(|scope| {
            let confined = scope.spawn(|| {
                linux::restrict(&access).expect("it is confined");
                [
                    read(inside.path().join("a.ncl")),
                    fs::write(writable.join("b"), "").is_ok(),
                    !read(outside.path().join("a.ncl")),
                    !read(PathBuf::from("/proc/self/environ")),
                    fs::write(inside.path().join("b"), "").is_err(),
                    fs::remove_file(outside.path().join("a.ncl")).is_err(),
                    TcpListener::bind("127.0.0.1:0").is_err(),
                ]
            });
            confined.join().expect("it ends")
        });
        let Confinement { files, network } = offered;
        assert_eq!(found, [true, true, files, files, files, files, network]);
        assert!(files || read(outside.path().join("a.ncl")), "without Landlock nothing is given up");
    }

    #[test]
    fn a_child_has_no_environment_but_what_starts_it() {
        let mut command = Command::new("env");
        command.env("PULSARC_TEST_SECRET", "hunter2");
        clear_environment(&mut command);
        let output = command.output().expect("it starts");
        let text = String::from_utf8(output.stdout).expect("text");
        let names = text.lines().filter_map(|line| line.split_once('=')).map(|(name, _)| name);
        let foreign: Vec<&str> = names.filter(|name| !KEPT.contains(name)).collect();
        assert!(foreign.is_empty(), "{foreign:?}");
    }
}

//! One file that the user has named, which appears whole or not at all.

use super::directory::Identity;
use super::own::STAGED;
use super::plan::Foreign;
use crate::exit::Failure;
use std::fs::{self, File, Permissions};
use std::io::{self, Read, Write};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use tempfile::{NamedTempFile, TempPath};

/// By what a file is known as one that pulsarc wrote: a text that is in its first kilobytes.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Mark(pub(crate) &'static str);

impl Mark {
    /// What every HTML page of pulsarc's has in its head.
    pub(crate) const PAGE: Self = Self("<meta name=\"generator\" content=\"pulsarc ");
    /// What every report of a fleet begins with.
    pub(crate) const REPORT: Self = Self("{\n  \"fleet\": ");
    /// What every saved plan begins with.
    pub(crate) const PLAN: Self = Self("{\n  \"apiVersion\": \"pulsarc.dev/v1\",\n  \"kind\": \"Plan\"");
    /// What every page of the manual has in its title.
    pub(crate) const MANUAL: Self = Self(".TH PULSARC");

    fn is_on(self, path: &Path) -> bool {
        let mut start = Vec::new();
        let read = File::open(path).and_then(|file| file.take(4096).read_to_end(&mut start));
        read.is_ok() && start.windows(self.0.len()).any(|bytes| bytes == self.0.as_bytes())
    }
}

/// How a file is put into its place.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Single<'a> {
    /// How to recognize an own file; `None` if every file counts as foreign.
    pub(crate) mark: Option<Mark>,
    /// How to treat a foreign file.
    pub(crate) foreign: Foreign,
    /// The files that the command reads, which it never writes.
    pub(crate) inputs: &'a [PathBuf],
}

/// Puts a text into a file, instead of an own file that is there.
pub(crate) fn put(path: &Path, text: &str, single: Single<'_>) -> Result<(), Failure> {
    let failed = |error: io::Error| Failure::file("cannot write", path, &error);
    let replaces = replaces(path, single)?;
    if path.file_name().is_none() {
        return Err(Failure::usage(format!("{} is not a file name", path.display())));
    }
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let staged = stage(folder, text)?;
    if replaces {
        return staged.persist(path).map_err(|error| failed(error.error));
    }
    // Another process may have written it meanwhile.
    staged.persist_noclobber(path).map_err(|error| match error.error.kind() {
        io::ErrorKind::AlreadyExists => Failure::there_already(path),
        _ => failed(error.error),
    })
}

/// Whether a file of this path would replace one; an error if it must not. For a command that writes several files, so that
/// it writes all or none.
pub(crate) fn replaces(path: &Path, single: Single<'_>) -> Result<bool, Failure> {
    match fs::symlink_metadata(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(error) => Err(Failure::file("cannot write", path, &error)),
        Ok(there) => may_replace(path, &there, single).map(|()| true),
    }
}

/// Whether an existing file may be replaced.
fn may_replace(path: &Path, there: &fs::Metadata, single: Single<'_>) -> Result<(), Failure> {
    let is_input = |input: &PathBuf| Identity::of(input).is_some_and(|it| Some(it) == Identity::of(path));
    if single.inputs.iter().any(is_input) {
        return Err(Failure::foreign(format!(
            "{} is an input of this command; nothing was written: choose another file",
            path.display()
        )));
    }
    if !there.is_file() && !there.is_symlink() {
        return Err(Failure::foreign(format!(
            "{} is not a regular file; nothing was written: omit the option to write to standard output",
            path.display()
        )));
    }
    let is_own = there.is_file() && single.mark.is_some_and(|mark| mark.is_on(path));
    if is_own || single.foreign == Foreign::Replace { Ok(()) } else { Err(Failure::there_already(path)) }
}

/// Replaces the text of an existing file, keeping its permissions; through a link, of its target.
pub(crate) fn rewrite(path: &Path, text: &str) -> Result<(), Failure> {
    let failed = |error: io::Error| Failure::file("cannot write", path, &error);
    let whole = path.canonicalize().map_err(failed)?;
    let permissions = fs::metadata(&whole).map_err(failed)?.permissions();
    let file = stage(whole.parent().unwrap_or(&whole), text)?;
    fs::set_permissions(&file, permissions).map_err(failed)?;
    file.persist(&whole).map_err(|error| failed(error.error))
}

/// Writes a text to a temporary file beside its target.
fn stage(folder: &Path, text: &str) -> Result<TempPath, Failure> {
    let staged = || {
        let mut builder = tempfile::Builder::new();
        let mut file =
            builder.prefix(STAGED).permissions(Permissions::from_mode(0o644)).tempfile_in(folder)?;
        file.write_all(text.as_bytes())?;
        file.as_file().sync_all()?;
        Ok(NamedTempFile::into_temp_path(file))
    };
    staged().map_err(|error: io::Error| Failure::file("cannot write into", folder, &error))
}

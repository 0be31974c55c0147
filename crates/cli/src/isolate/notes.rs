//! What a child leaves for the process that watches it, in a file without a name that is the child's standard error: its
//! last step at the beginning, and behind that the text that it writes.

use pulsarc_compiler::{Step, StepSink};
use std::fs::File;
use std::io::{self, Seek, SeekFrom};
use std::os::fd::AsFd;
use std::os::unix::fs::FileExt;
use std::process::Stdio;

/// Where the text starts: no step is longer.
const TEXT: u64 = 1 << 20;

/// The notes of one child.
pub(super) struct Notes(File);

impl Notes {
    /// Notes of a child that is about to be started.
    pub(super) fn new() -> io::Result<Self> {
        let mut file = tempfile::tempfile()?;
        file.seek(SeekFrom::Start(TEXT))?;
        Ok(Self(file))
    }

    /// The standard error of the child.
    pub(super) fn stderr(&self) -> io::Result<Stdio> {
        self.0.try_clone().map(Stdio::from)
    }

    /// The step that the child took last.
    pub(super) fn last_step(&self) -> Option<Step> {
        let mut line = vec![0; usize::try_from(TEXT).ok()?];
        let read = self.0.read_at(&mut line, 0).ok()?;
        serde_json::from_slice(line[..read].split(|byte| *byte == b'\n').next()?).ok()
    }

    /// Copies the text to standard error.
    pub(super) fn pass_on(&mut self) {
        let to = &mut io::stderr().lock();
        let _ = self.0.seek(SeekFrom::Start(TEXT)).and_then(|_| io::copy(&mut self.0, to));
    }
}

/// Takes the steps of this process, which is a child.
pub(super) fn sink() -> Option<StepSink> {
    let notes = File::from(io::stderr().as_fd().try_clone_to_owned().ok()?);
    Some(Box::new(move |step| {
        let Ok(mut line) = serde_json::to_vec(step) else { return };
        line.push(b'\n');
        // What is behind the end of the line belongs to a longer step before it.
        if line.len() as u64 <= TEXT {
            let _ = notes.write_all_at(&line, 0);
        }
    }))
}

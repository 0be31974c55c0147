//! What a process is at, for the one that looks after it: a process that ends by itself can tell nothing any more.
//!
//! Each step is written over the one before it, into a file that the two share, before it is taken. Who looks after a
//! process reads it once that has ended.

use crate::supervisor;
use pulsarc_compiler::UnderEvaluation;
use pulsarc_diag::{KeyPath, Segment};
use serde::{Deserialize, Serialize};
use std::fs::{self, File, OpenOptions};
use std::ops::Range;
use std::os::unix::fs::FileExt;
use std::process::Command;
use std::sync::OnceLock;
use tempfile::NamedTempFile;

/// Says where the file is.
const FILE: &str = "PULSARC_STEPS";

/// The file of this process, where another looks after it.
static OURS: OnceLock<File> = OnceLock::new();

/// A step.
#[derive(Debug, Serialize, Deserialize)]
struct Step {
    /// The user's file, by its name.
    file: String,
    /// The bytes of the key in it.
    range: Range<usize>,
    /// The path of the key.
    path: Vec<Part>,
}

/// A part of a path.
#[derive(Debug, Serialize, Deserialize)]
#[serde(untagged)]
enum Part {
    Index(usize),
    Key(String),
}

/// Tells of every step from here on, where another process wants to know.
pub(crate) fn begin() {
    let Some(path) = std::env::var_os(FILE) else { return };
    if let Ok(file) = OpenOptions::new().write(true).open(path) {
        let _ = OURS.set(file);
        pulsarc_compiler::before_each_step(tell);
    }
}

fn tell(file: &str, range: Range<usize>, path: &KeyPath) {
    let path = path.segments().iter().map(|segment| match segment {
        Segment::Key(key) => Part::Key(key.clone()),
        Segment::Index(index) => Part::Index(*index),
    });
    let step = Step { file: file.to_owned(), range, path: path.collect() };
    if let (Some(ours), Ok(line)) = (OURS.get(), serde_json::to_string(&step)) {
        // What stands behind the end of the line is of a longer one before it.
        let _ = ours.write_all_at(format!("{line}\n").as_bytes(), 0);
    }
}

/// The steps of another process. Without a file for them there are none.
#[derive(Default)]
pub(crate) struct Steps(Option<NamedTempFile>);

impl Steps {
    /// Those of a command that is about to be started.
    pub(crate) fn of(command: &mut Command) -> Self {
        let file = tempfile::Builder::new().prefix(".pulsarc-").tempfile().ok();
        if let Some(file) = &file {
            command.env(FILE, file.path());
        }
        Self(file)
    }

    /// The step that was told last, with the text of its file.
    pub(crate) fn last(&self) -> Option<UnderEvaluation> {
        let told = fs::read(self.0.as_ref()?.path()).ok()?;
        let line = told.split(|byte| *byte == b'\n').next()?;
        let Step { file, range, path } = serde_json::from_slice(line).ok()?;
        let text = match supervisor::standard_input(&file) {
            Some(bytes) => String::from_utf8(bytes).ok()?,
            None => fs::read_to_string(&file).ok()?,
        };
        let text = text.strip_prefix('\u{feff}').map_or(text.clone(), str::to_owned);
        // It may have changed since.
        text.get(range.clone())?;
        let path = path.into_iter().map(|part| match part {
            Part::Index(index) => Segment::Index(index),
            Part::Key(key) => Segment::Key(key),
        });
        let path = path.fold(KeyPath::root(), |mut path, segment| {
            path.push(segment);
            path
        });
        let path = Some(path).filter(|path| !path.segments().is_empty());
        Some(UnderEvaluation { path, ..pulsarc_compiler::step(&file, text, range) })
    }
}

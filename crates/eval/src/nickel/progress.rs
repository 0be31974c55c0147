//! The step that an evaluation is at: the key whose value is being evaluated.
//!
//! An evaluation that exhausts memory or stack ends its process and cannot report anything. So each step goes to a
//! [`StepSink`] before it is taken, and the parent process reads the last step from there. The parent enforces the
//! limits, not this module.

use nickel_lang_core::files::FileId;
use nickel_lang_core::position::RawSpan;
use pulsarc_diag::{KeyPath, Sources, Span};
use serde::{Deserialize, Serialize};
use std::cell::RefCell;
use std::ops::Range;

/// The place that an evaluation has reached.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// The user's file, by the name of its layer.
    pub file: String,
    /// The bytes of the key in it.
    pub range: Range<usize>,
    /// The path of the key; the root before the first key.
    pub path: KeyPath,
}

/// Takes each step before the evaluation does.
pub type StepSink = Box<dyn Fn(&Step)>;

/// A step with the text of its file, ready for a diagnostic.
#[derive(Debug, Default)]
pub struct UnderEvaluation {
    /// The text that the place is in.
    pub sources: Sources,
    /// The key, or the first line of its file.
    pub span: Option<Span>,
    /// The path; none before the first key.
    pub path: Option<KeyPath>,
}

thread_local! {
    /// The evaluation that this thread runs, if somebody follows it.
    static FOLLOWED: RefCell<Option<Followed>> = const { RefCell::new(None) };
}

struct Followed {
    sink: StepSink,
    files: Vec<UsersFile>,
    key: Option<RawSpan>,
}

/// A user's file, by the name that its user knows.
struct UsersFile {
    id: FileId,
    name: String,
}

/// Runs evaluations of this thread with a sink for their steps.
pub fn with_steps<T>(sink: StepSink, run: impl FnOnce() -> T) -> T {
    FOLLOWED.set(Some(Followed { sink, files: Vec::new(), key: None }));
    let result = run();
    FOLLOWED.set(None);
    result
}

/// A run begins.
pub(crate) fn begun() {
    follow(|followed| {
        followed.files.clear();
        followed.key = None;
    });
}

/// A user's file is evaluated from here on.
pub(crate) fn file(id: FileId, name: &str, text: &str) {
    follow(|followed| {
        let first_line = 0..text.lines().next().map_or(0, str::len);
        followed.files.retain(|known| known.id != id);
        followed.files.push(UsersFile { id, name: name.to_owned() });
        followed.key = None;
        (followed.sink)(&Step { file: name.to_owned(), range: first_line, path: KeyPath::root() });
    });
}

/// A value is evaluated from here on. A key also represents all values below it that have no place in a user's file.
pub(crate) fn at(path: &KeyPath, key: Option<RawSpan>) {
    follow(|followed| {
        followed.key = key.or(followed.key);
        let Some(key) = followed.key else { return };
        // The key of a default: the user's key before it led there.
        let Some(file) = followed.files.iter().find(|file| file.id == key.src_id) else { return };
        let range = key.start.to_usize()..key.end.to_usize();
        (followed.sink)(&Step { file: file.name.clone(), range, path: path.clone() });
    });
}

fn follow(change: impl FnOnce(&mut Followed)) {
    FOLLOWED.with_borrow_mut(|followed| {
        if let Some(followed) = followed {
            change(followed);
        }
    });
}

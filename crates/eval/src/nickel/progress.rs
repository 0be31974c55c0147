//! What an evaluation is at, for whoever keeps its limits: an evaluation cannot be stopped or asked from within.
//!
//! It is of the process, not of a run, since whoever watches has no part in the run. Where several run at once it tells
//! of one of them. It keeps no limit itself: that is for the edge, which can end a process.

use crate::secret;
use nickel_lang_core::files::FileId;
use nickel_lang_core::position::RawSpan;
use pulsarc_diag::{KeyPath, Sources, Span};
use std::ops::Range;
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

/// The value that is being evaluated, as far as that is known.
#[derive(Debug, Default)]
pub struct UnderEvaluation {
    /// The texts that the place is in.
    pub sources: Sources,
    /// Where it is: the key, or the beginning of its file.
    pub span: Option<Span>,
    /// Its path; none before the first key is looked at.
    pub path: Option<KeyPath>,
}

/// Who is told of every step: of the user's file, the bytes of the key in it, and the key's path.
type Listener = fn(&str, Range<usize>, &KeyPath);

static STEPS: OnceLock<Listener> = OnceLock::new();
static NOW: Mutex<Now> = Mutex::new(Now { files: Vec::new(), path: None, key: None });
static BEFORE: OnceLock<fn()> = OnceLock::new();

/// A user's file: its name as its user knows it, and its text.
struct UsersFile {
    id: FileId,
    name: String,
    text: Arc<str>,
}

struct Now {
    files: Vec<UsersFile>,
    path: Option<KeyPath>,
    key: Option<RawSpan>,
}

impl Now {
    /// The key that is being evaluated, where it stands in a user's file.
    fn place(&self) -> Option<(&UsersFile, Range<usize>)> {
        let key = self.key?;
        let file = self.files.iter().find(|file| file.id == key.src_id)?;
        Some((file, key.start.to_usize()..key.end.to_usize()))
    }
}

/// Has this done before anything is evaluated that may compute without an end: a configuration with a function, or with
/// one of the standard library's. What is data alone is bounded by its own size. The first call counts.
pub fn before_computing(hook: fn()) {
    let _ = BEFORE.set(hook);
}

/// Has every step of an evaluation told before it is taken, for whoever is there still when it ends the process: the
/// name of the user's file, the bytes of the key in it, and the key's path. The first call counts.
pub fn before_each_step(listener: Listener) {
    let _ = STEPS.set(listener);
}

/// What is being evaluated at this moment.
pub fn under_evaluation() -> UnderEvaluation {
    let now = now();
    // Before a key is known it is the last file that was begun.
    let place = now.place().or_else(|| {
        let file = now.files.last()?;
        Some((file, 0..file.text.lines().next().map_or(0, str::len)))
    });
    match place {
        Some((file, range)) => {
            UnderEvaluation { path: now.path.clone(), ..step(&file.name, file.text.to_string(), range) }
        }
        None => UnderEvaluation { path: now.path.clone(), ..UnderEvaluation::default() },
    }
}

/// A step that another process has told of, with the text of its file.
pub fn step(name: &str, text: String, range: Range<usize>) -> UnderEvaluation {
    let mut told = UnderEvaluation::default();
    let source = told.sources.add(name, text);
    told.span = Some(Span::new(source, range));
    // Nothing is evaluated yet: what is secret is known by names alone.
    secret::cover_by_names(&mut told.sources);
    told
}

/// A run begins.
pub(crate) fn begun() {
    *now() = Now { files: Vec::new(), path: None, key: None };
}

/// A user's file is evaluated from here on.
pub(crate) fn file(id: FileId, name: &str, text: Arc<str>) {
    let mut now = now();
    now.files.retain(|known| known.id != id);
    now.files.push(UsersFile { id, name: name.to_owned(), text });
    (now.path, now.key) = (None, None);
}

/// A value is evaluated from here on; a key stands for all within it that have no place of their own.
pub(crate) fn at(path: &KeyPath, key: Option<RawSpan>) {
    let mut now = now();
    now.path = Some(path.clone()).filter(|path| !path.segments().is_empty());
    now.key = key.or(now.key);
    if let (Some(told), Some((file, range))) = (STEPS.get(), now.place()) {
        told(&file.name, range, path);
    }
}

/// Something that may compute without an end comes next.
pub(crate) fn computing() {
    if let Some(hook) = BEFORE.get() {
        hook();
    }
}

fn now() -> MutexGuard<'static, Now> {
    // What a run that failed has left is as good as any.
    NOW.lock().unwrap_or_else(PoisonError::into_inner)
}

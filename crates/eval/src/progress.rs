//! What an evaluation is at, for whoever keeps its limits: an evaluation cannot be stopped or asked from within.
//!
//! It is of the process, not of a run, since whoever watches has no part in the run. Where several run at once it tells
//! of one of them. It keeps no limit itself: that is for the edge, which can end a process.

use nickel_lang_core::files::FileId;
use nickel_lang_core::position::RawSpan;
use pulsarc_diag::{KeyPath, Sources, Span};
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

static NOW: Mutex<Now> = Mutex::new(Now { files: Vec::new(), path: None, key: None });
static BEFORE: OnceLock<fn()> = OnceLock::new();

struct Now {
    /// The users' files: their names as users know them, and their texts.
    files: Vec<(FileId, String, Arc<str>)>,
    path: Option<KeyPath>,
    key: Option<RawSpan>,
}

/// Has this done before anything is evaluated that may compute without an end: a configuration with a function, or with
/// one of the standard library's. What is data alone is bounded by its own size. The first call counts.
pub fn before_computing(hook: fn()) {
    let _ = BEFORE.set(hook);
}

/// What is being evaluated at this moment.
pub fn under_evaluation() -> UnderEvaluation {
    let now = now();
    let mut told = UnderEvaluation { path: now.path.clone(), ..UnderEvaluation::default() };
    let place = now.key.and_then(|key| {
        let file = now.files.iter().find(|(id, ..)| *id == key.src_id)?;
        Some((file, key.start.to_usize()..key.end.to_usize()))
    });
    // Before a key is known it is the last file that was begun.
    let place = place.or_else(|| {
        let file = now.files.last()?;
        Some((file, 0..file.2.lines().next().map_or(0, str::len)))
    });
    if let Some(((_, name, text), range)) = place {
        let source = told.sources.add(name.clone(), text.to_string());
        told.span = Some(Span::new(source, range));
    }
    told
}

/// A run begins.
pub(crate) fn begun() {
    *now() = Now { files: Vec::new(), path: None, key: None };
}

/// A user's file is evaluated from here on.
pub(crate) fn file(id: FileId, name: &str, text: Arc<str>) {
    let mut now = now();
    now.files.retain(|(known, ..)| *known != id);
    now.files.push((id, name.to_owned(), text));
    (now.path, now.key) = (None, None);
}

/// A value is evaluated from here on; a key stands for all within it that have no place of their own.
pub(crate) fn at(path: &KeyPath, key: Option<RawSpan>) {
    let mut now = now();
    now.path = Some(path.clone()).filter(|path| !path.segments().is_empty());
    now.key = key.or(now.key);
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

//! Failures of others' code that stop the thread, caught and told as mistakes of the text that they are at: YAML's parser
//! and Nickel's evaluator fail so at input that they do not expect.

use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind};

thread_local! {
    /// Whether this thread is within such code.
    static GUARDED: Cell<bool> = const { Cell::new(false) };
}

/// Whether this thread is within others' code, whose failures are told as mistakes of the text and not otherwise.
pub fn is_guarded() -> bool {
    GUARDED.get()
}

/// What comes of a call to others' code; none where it fails.
pub(crate) fn guarded<T>(call: impl FnOnce() -> T) -> Option<T> {
    let around = GUARDED.replace(true);
    let result = catch_unwind(AssertUnwindSafe(call));
    GUARDED.set(around);
    result.ok()
}

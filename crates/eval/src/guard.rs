//! Panics in third-party code, caught and reported as mistakes of the text that it was reading: YAML's parser and
//! Nickel's evaluator panic on some unexpected input.

use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind};

thread_local! {
    /// Whether this thread is within such code.
    static GUARDED: Cell<bool> = const { Cell::new(false) };
}

/// Whether this thread runs third-party code, whose panics are reported as mistakes of the text.
pub fn is_guarded() -> bool {
    GUARDED.get()
}

/// The result of a call to third-party code; `None` if it panics.
pub(crate) fn guarded<T>(call: impl FnOnce() -> T) -> Option<T> {
    let around = GUARDED.replace(true);
    let result = catch_unwind(AssertUnwindSafe(call));
    GUARDED.set(around);
    result.ok()
}

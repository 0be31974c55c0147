//! The report of an internal error: its code location, and none of the data, which may contain secrets.

use std::panic;

/// Makes an internal error print only its code location.
pub(crate) fn in_few_words() {
    panic::set_hook(Box::new(|failed| {
        if pulsarc_compiler::is_guarded() {
            return;
        }
        let place =
            failed.location().map(|at| format!(" at {}:{}", at.file(), at.line())).unwrap_or_default();
        stderr_line!("error[PUL0099]: pulsarc failed{place}");
        stderr_line!(" = help: please report this with the configuration that caused it");
    }));
}

//! What is told where pulsarc itself fails: where, and nothing of what it was working on, which may be a secret.

use std::panic;

/// Lets a failure of pulsarc's own name its place alone.
pub(crate) fn in_few_words() {
    panic::set_hook(Box::new(|failed| {
        if pulsarc_compiler::is_guarded() {
            return;
        }
        let place =
            failed.location().map(|at| format!(" at {}:{}", at.file(), at.line())).unwrap_or_default();
        tell_line!("error[PUL0099]: pulsarc itself failed{place}");
        tell_line!(" = help: please report this with the configuration that made it fail");
    }));
}

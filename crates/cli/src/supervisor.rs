//! A second process for what may end a process: a configuration that computes can ask for more memory than there is in
//! one step, or build a value deeper than any stack, and neither can be caught from within.
//!
//! So before anything is evaluated that computes, the same command runs again as a child, and what ends that is told as
//! any other limit. A configuration without functions, and so the fast way, never comes here.

use crate::steps::{self, Steps};
use crate::{budget, input};
use std::io::{self, IsTerminal, Read, Write};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, OnceLock, PoisonError};

/// Marks the child, and says whether the standard error that it writes to by way of its parent is a terminal.
const MARK: &str = "PULSARC_SUPERVISED";
const TERMINAL: &str = "terminal";

/// What was read from standard input, which can be read only once.
static STDIN: OnceLock<Vec<u8>> = OnceLock::new();
/// Whether a child does the work of this process.
static HANDED_OVER: AtomicBool = AtomicBool::new(false);
static ONE: Mutex<()> = Mutex::new(());

/// Has what computes done by a child from here on. Nothing may have been written by then.
pub(crate) fn begin() {
    if std::env::var_os(MARK).is_none() {
        pulsarc_compiler::before_computing(hand_over);
    } else {
        steps::begin();
    }
}

/// Keeps what was read from standard input for the child.
pub(crate) fn keep(stdin: &[u8]) {
    let _ = STDIN.set(stdin.to_vec());
}

/// What was read from standard input, where that is what a layer of this name is.
pub(crate) fn standard_input(name: &str) -> Option<Vec<u8>> {
    STDIN.get().filter(|_| name == input::STDIN).cloned()
}

/// Whether a child does the work, and keeps the limits too.
pub(crate) fn handed_over() -> bool {
    HANDED_OVER.load(Ordering::Relaxed)
}

/// Whether what is written to standard error is seen on a terminal.
pub(crate) fn stderr_is_terminal() -> bool {
    std::env::var_os(MARK).map_or_else(|| io::stderr().is_terminal(), |mark| mark == TERMINAL)
}

/// Runs the same command in a child and ends as that does. Comes back where there can be no child: then it is done here.
fn hand_over() {
    // Of several threads one hands over, and the others wait until the process ends.
    let _only = ONE.lock().unwrap_or_else(PoisonError::into_inner);
    let Some((mut child, steps)) = child() else { return };
    HANDED_OVER.store(true, Ordering::Relaxed);
    let mut told = Vec::new();
    let status = std::thread::scope(|scope| {
        if let Some(mut stdin) = child.stdin.take() {
            // A child that reads nothing may end before all is written.
            scope.spawn(move || stdin.write_all(STDIN.get().map(Vec::as_slice).unwrap_or_default()));
        }
        if let Some(stderr) = &mut child.stderr {
            let _ = stderr.read_to_end(&mut told);
        }
        child.wait()
    });
    match status.ok().as_ref().and_then(ExitStatus::code) {
        Some(code) => {
            let _ = io::stderr().write_all(&told);
            std::process::exit(code);
        }
        // What it said last is of the runtime, not of the configuration.
        None => budget::broken_off(&steps),
    }
}

/// Marks a command as one that this process looks after; what is known of it once it has ended.
pub(crate) fn mark(command: &mut Command) -> Steps {
    command.env(MARK, if stderr_is_terminal() { TERMINAL } else { "file" });
    Steps::of(command)
}

fn child() -> Option<(Child, Steps)> {
    let mut command = Command::new(std::env::current_exe().ok()?);
    let steps = mark(&mut command);
    command.args(std::env::args_os().skip(1)).stderr(Stdio::piped());
    if STDIN.get().is_some() {
        command.stdin(Stdio::piped());
    }
    Some((command.spawn().ok()?, steps))
}

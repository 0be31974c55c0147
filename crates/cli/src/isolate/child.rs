//! A child process: the same program in another role, asked by messages with ids, watched, and killed at a limit.

use super::confine::{self, Access};
use super::frame::{self, Message};
use super::guard::LOOK;
use super::limits::{Limits, Passed, holds_more};
use super::notes::Notes;
use super::serve::{Hello, Role};
use pulsarc_compiler::{INTERNAL, PAST_LIMIT, UnderEvaluation};
use pulsarc_diag::{Diagnostic, Sources};
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::collections::VecDeque;
use std::ffi::OsString;
use std::io::{self, BufReader};
use std::process::{self, ChildStdin, Command, Stdio};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::time::Instant;

/// Why a child gives no answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum End {
    /// It was killed at a limit.
    Passed(Passed),
    /// A signal has ended it: memory or stack ran out.
    Signal,
    /// It ended with this status.
    Status(i32),
    /// It answered a question that was not asked.
    OutOfTurn,
}

/// The requests to a child, which it answers in turn.
#[derive(Debug, Default)]
struct Requests {
    next: u64,
    /// Those without an answer, the one that the child works on first.
    open: VecDeque<u64>,
}

impl Requests {
    /// The number of a new request.
    fn asked(&mut self) -> u64 {
        let id = self.next;
        self.next += 1;
        self.open.push_back(id);
        id
    }

    /// Whether an answer with this number is the one whose turn it is. A second answer to a request never is.
    fn is_answered(&mut self, id: u64) -> bool {
        let is_next = self.open.front() == Some(&id);
        if is_next {
            self.open.pop_front();
        }
        is_next
    }
}

/// A child process.
pub(crate) struct Child {
    process: process::Child,
    input: Option<ChildStdin>,
    /// Its messages, as read by a thread.
    said: Receiver<Vec<u8>>,
    notes: Option<Notes>,
    requests: Requests,
    /// Since when it works on that one.
    since: Instant,
    end: Option<End>,
}

impl Child {
    /// Starts a child in a role.
    pub(crate) fn start(
        role: Role,
        arguments: impl IntoIterator<Item = OsString>,
        access: Access,
        task: &impl Serialize,
    ) -> io::Result<Self> {
        let mut command = Command::new(std::env::current_exe()?);
        command.arg(role.argument()).args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped());
        confine::clear_environment(&mut command);
        // Without a place for notes the child works as well: an end has no key then.
        let notes = Notes::new().ok();
        command.stderr(notes.as_ref().map_or_else(|| Ok(Stdio::null()), Notes::stderr)?);
        let mut process = command.spawn()?;
        let mut input = process.stdin.take().ok_or_else(|| io::Error::other("it has no input"))?;
        let output = process.stdout.take().ok_or_else(|| io::Error::other("it has no output"))?;
        let (say, said) = mpsc::channel();
        std::thread::Builder::new().spawn(move || {
            let mut output = BufReader::new(output);
            while let Ok(Some(message)) = frame::bytes(&mut output) {
                if say.send(message).is_err() {
                    break;
                }
            }
        })?;
        // One that has ended already is found out by its answer.
        let _ = frame::write(&mut input, &Hello { access, parent: process::id(), task });
        let requests = Requests::default();
        Ok(Self { process, input: Some(input), said, notes, requests, since: Instant::now(), end: None })
    }

    /// Asks for something, after all that was asked for before. A child that has ended is found out by its answer.
    pub(crate) fn ask(&mut self, body: &impl Serialize) {
        if self.requests.open.is_empty() {
            self.since = Instant::now();
        }
        let id = self.requests.asked();
        if let Some(input) = &mut self.input {
            let _ = frame::write(input, &Message { id, body });
        }
    }

    /// The answer to the first request that has none.
    ///
    /// # Errors
    /// The end of the child, which answers nothing from then on.
    pub(crate) fn answer<T: DeserializeOwned>(&mut self, limits: &Limits) -> Result<T, End> {
        let answer = self.next(limits);
        if let Err(end) = &answer {
            self.input = None;
            let _ = self.process.kill();
            self.end = Some(end.clone());
        }
        answer
    }

    fn next<T: DeserializeOwned>(&mut self, limits: &Limits) -> Result<T, End> {
        loop {
            match self.said.recv_timeout(LOOK) {
                Ok(message) => {
                    let message: Message<T> = frame::value(&message).map_err(|_| End::OutOfTurn)?;
                    if !self.requests.is_answered(message.id) {
                        return Err(End::OutOfTurn);
                    }
                    self.since = Instant::now();
                    return Ok(message.body);
                }
                Err(RecvTimeoutError::Timeout) => {
                    if let Some(passed) = limits.passed(self.since.elapsed(), Some(self.process.id())) {
                        return Err(End::Passed(passed));
                    }
                }
                Err(RecvTimeoutError::Disconnected) => {
                    self.input = None;
                    let status = self.process.wait().ok().and_then(|status| status.code());
                    return Err(status.map_or(End::Signal, End::Status));
                }
            }
        }
    }

    /// Whether another child should go on with the work of this one.
    pub(super) fn has_grown(&self, mebibytes: u64) -> bool {
        holds_more(Some(self.process.id()), mebibytes)
    }

    /// The diagnostic for the end of a child, at the key that it was evaluating. `text` returns the text of a file by
    /// name.
    pub(crate) fn finding(&self, text: impl Fn(&str) -> Option<String>) -> (Diagnostic, Sources) {
        let found = match self.end.as_ref().unwrap_or(&End::OutOfTurn) {
            End::Passed(passed) => passed.diagnostic("this evaluation"),
            End::Signal => {
                Diagnostic::new(&PAST_LIMIT, "this evaluation exceeds the available memory or stack")
                    .help("look for a number, list or text that grows without end, or for endless nesting")
            }
            End::Status(_) | End::OutOfTurn => {
                Diagnostic::new(&INTERNAL, "pulsarc failed on this configuration")
                    .help("please report this with the configuration that caused it")
            }
        };
        let step = self.notes.as_ref().and_then(Notes::last_step);
        let step = step.and_then(|step| text(&step.file).and_then(|text| step.in_text(&text)));
        let UnderEvaluation { sources, span, path } = step.unwrap_or_default();
        (Diagnostic { path, ..found.span(span) }, sources)
    }
}

impl Drop for Child {
    fn drop(&mut self) {
        self.input = None;
        // What it had to do is answered by now, and whatever it writes is whole or not there at all.
        let _ = self.process.kill();
        let _ = self.process.wait();
        // Of a process that a signal ends, the text is the runtime's.
        if self.end != Some(End::Signal)
            && let Some(notes) = &mut self.notes
        {
            notes.pass_on();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_counts_once_and_in_turn() {
        let mut requests = Requests::default();
        let [first, second] = [requests.asked(), requests.asked()];
        assert!(!requests.is_answered(second), "the first one is open");
        assert!(requests.is_answered(first));
        assert!(!requests.is_answered(first), "it was answered");
        assert!(requests.is_answered(second));
        assert!(!requests.is_answered(second + 1), "nobody asked");
    }
}

//! The child's side: it receives its access rights, confines itself to them, and answers requests until there are no
//! more.

use super::confine::{self, Access};
use super::frame::{self, Message};
use super::notes;
use pulsarc_compiler::{on_one_stack, with_steps};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::io;
use std::process::ExitCode;

/// The role of a child process, from the first argument of its command line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    /// It evaluates code.
    Evaluate,
    /// It works on the clusters of a fleet; the arguments of its parent follow.
    Work,
}

impl Role {
    const ALL: [Self; 2] = [Self::Evaluate, Self::Work];

    pub(super) fn argument(self) -> &'static str {
        match self {
            Self::Evaluate => "@evaluate",
            Self::Work => "@work",
        }
    }

    /// The role of this process; none of one that a user has started.
    pub(crate) fn of_this_process() -> Option<Self> {
        let first = std::env::args_os().nth(1)?;
        Self::ALL.into_iter().find(|role| first == role.argument())
    }
}

/// The first message to a child: its access rights, and the data of its role.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Hello<T> {
    pub(super) access: Access,
    /// The process that asks.
    pub(super) parent: u32,
    pub(super) task: T,
}

/// Reads the first message in a child, and confines this process to it.
fn greeted<T: DeserializeOwned>() -> io::Result<T> {
    let hello: Option<Hello<T>> = frame::read(&mut io::stdin().lock())?;
    let Hello { access, parent, task } = hello.ok_or(io::ErrorKind::UnexpectedEof)?;
    confine::confine(&access, parent)?;
    Ok(task)
}

/// The next request to this child process; `None` at the end.
pub(crate) fn asked<T: DeserializeOwned>() -> io::Result<Option<Message<T>>> {
    frame::read(&mut io::stdin().lock())
}

/// Answers a request to this process, which is a child.
pub(crate) fn answer(message: &Message<impl Serialize>) -> io::Result<()> {
    frame::write(&mut io::stdout().lock(), message)
}

/// Works for the parent of this process until it asks no more.
pub(crate) fn serve<T: DeserializeOwned + Send>(work: impl FnOnce(T) -> io::Result<()> + Send) -> ExitCode {
    let served = greeted().and_then(|task| {
        // The thread with the deep stack is started by one that is confined, and so is confined too.
        on_one_stack(|| match notes::sink() {
            Some(sink) => with_steps(sink, || work(task)),
            None => work(task),
        })
        .unwrap_or_else(|| Err(io::Error::other("it failed")))
    });
    match served {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            stderr_line!("error: a child process of pulsarc: {error}");
            ExitCode::FAILURE
        }
    }
}

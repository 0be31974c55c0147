//! Child processes and the limits of time and memory: the only module that starts, confines, watches and ends a process.
//!
//! - [`guarded`] runs a command on a second thread while the first one watches the clock and the memory, so that every
//!   command has the same limits.
//! - [`Evaluations`] has code in a configuration evaluated by a child process that can read the project's folders and
//!   nothing else, and that is killed at a limit.
//! - [`Child`] is what both this and the workers of a fleet are built on: framed messages with ids, the limits, and the
//!   last step of a process that ended.

mod child;
mod confine;
mod evaluations;
mod frame;
mod guard;
mod limits;
mod notes;
mod serve;

pub(crate) use child::{Child, End};
pub(crate) use confine::{Access, Confinement};
pub(crate) use evaluations::{Evaluations, evaluate_for_parent};
pub(crate) use frame::Message;
pub(crate) use guard::{Clock, Guarded, Transfer, Waiting, guarded};
pub(crate) use limits::Limits;
pub(crate) use serve::{Role, answer, asked, serve};

//! One file a command.

pub(crate) mod build;
pub(crate) mod check;
pub(crate) mod diff;
pub(crate) mod doc;
pub(crate) mod explain;
pub(crate) mod export;
pub(crate) mod report;
pub(crate) mod import;

//! One file per command.

pub(crate) mod build;
pub(crate) mod cache;
pub(crate) mod check;
pub(crate) mod completions;
pub(crate) mod diff;
pub(crate) mod doc;
pub(crate) mod explain;
pub(crate) mod export;
pub(crate) mod fmt;
pub(crate) mod import;
pub(crate) mod init;
pub(crate) mod krm;
pub(crate) mod lsp;
pub(crate) mod man;
pub(crate) mod merge_report;
pub(crate) mod pull;
pub(crate) mod push;
pub(crate) mod report;
pub(crate) mod schema;
pub(crate) mod test;
pub(crate) mod upgrade;
pub(crate) mod vendor;
pub(crate) mod version;
pub(crate) mod watch;

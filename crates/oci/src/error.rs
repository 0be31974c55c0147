//! Why an artifact does not get to where it should.

use std::io;
use std::path::PathBuf;

/// Why an artifact cannot be pushed or pulled.
#[derive(Debug, thiserror::Error)]
pub enum OciError {
    /// An address that is none.
    #[error(
        "{text} is not an artifact location: {why}; write oci://HOST/REPOSITORY:TAG, or oci-layout:FOLDER:TAG"
    )]
    Address {
        /// What was written.
        text: String,
        /// What is wrong with it.
        why: &'static str,
    },
    /// A registry that does not answer.
    #[error("{host} does not answer: {why}")]
    Unreachable {
        /// The registry.
        host: String,
        /// What came instead of an answer.
        why: String,
    },
    /// A registry that wants to know who asks, or that does not let them.
    #[error(
        "{host} does not allow {who} to do this in {repository}: log in with `docker login {host}`, or name a \
        user with --username and --password-stdin"
    )]
    Denied {
        /// The registry.
        host: String,
        /// The repository.
        repository: String,
        /// Who asked.
        who: String,
    },
    /// Something that a registry or a layout does not have.
    #[error("{place} does not have {what}")]
    Missing {
        /// The registry's repository, or the folder.
        place: String,
        /// What was asked for.
        what: String,
    },
    /// A registry that names a URL which is not safe to ask.
    #[error("{host} redirects to {url}, which pulsarc does not contact: {why}")]
    Misled {
        /// The registry.
        host: String,
        /// The URL, without its query.
        url: String,
        /// Why it is not asked.
        why: &'static str,
    },
    /// A transfer that takes longer than it may.
    #[error("the transfer exceeds {seconds} s; nothing was written: --timeout raises the limit")]
    TooSlow {
        /// The limit.
        seconds: u64,
    },
    /// An answer that is none to the question.
    #[error("{host} answered with {status} to {what}{message}")]
    Answer {
        /// The registry.
        host: String,
        /// The status of HTTP.
        status: u16,
        /// What was asked.
        what: String,
        /// What the registry says about it; empty, or from a colon on.
        message: String,
    },
    /// Bytes that are not those that were asked for.
    #[error("the digest of {what} does not match its bytes; nothing was written")]
    Digest {
        /// What was read.
        what: String,
    },
    /// An artifact that is not one of files, or that would write elsewhere.
    #[error("cannot unpack the artifact: {0}; nothing was written")]
    Archive(String),
    /// Credentials that cannot be read.
    #[error("cannot log in to {host}: {why}")]
    Credentials {
        /// The registry.
        host: String,
        /// Why not.
        why: String,
    },
    /// A file that cannot be read or written.
    #[error("cannot {what} {}: {error}", path.display())]
    File {
        /// What was to be done.
        what: &'static str,
        /// With which file.
        path: PathBuf,
        /// Why it cannot.
        error: io::Error,
    },
}

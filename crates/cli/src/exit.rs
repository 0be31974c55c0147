//! Exit statuses by kind of failure.

use pulsarc_compiler::{PAST_LIMIT, TOO_LARGE};
use pulsarc_diag::{Diagnostic, Severity};
use std::fmt::Display;
use std::io;
use std::path::Path;
use std::process::ExitCode;

/// How a run ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Exit {
    /// As asked.
    Success,
    /// The configuration is wrong.
    BadConfig,
    /// The command line is wrong. clap exits with the same number.
    BadUsage,
    /// A file cannot be read or written.
    FileSystem,
    /// A configuration exceeds its time or memory limit.
    PastLimit,
    /// A cluster cannot be reached, rejects something or does not become ready.
    Cluster,
    /// Two sides differ: as with `diff` elsewhere, this is 1.
    Differences,
    /// Two sides cannot be compared, for whichever reason: as with `diff` elsewhere, this is 2.
    Trouble,
}

/// The exit statuses of commands, with what each says.
pub(crate) const STATUSES: [(Exit, &str); 5] = [
    (Exit::Success, "success; warnings do not change it, unless --deny makes them errors"),
    (Exit::BadConfig, "an error in a configuration, or an apply that is rejected or stops"),
    (Exit::BadUsage, "a wrong command line"),
    (Exit::FileSystem, "a file that cannot be read or written, or a registry that fails"),
    (Exit::PastLimit, "a limit that is exceeded"),
];

/// The exit statuses of commands that compare.
pub(crate) const COMPARED: [(Exit, &str); 4] = [
    (Exit::Success, "nothing differs, or nothing has to be done"),
    (Exit::Differences, "something differs, breaks or needs a decision"),
    (Exit::Trouble, "an error: in the command line, a configuration, a file or a cluster"),
    (Exit::PastLimit, "a limit that is exceeded"),
];

/// Exit statuses as the end of a help text.
pub(crate) fn help() -> String {
    let line = |(exit, what): &(Exit, &str)| format!("\n  {}  {what}", exit.number());
    let lines: String = STATUSES.iter().map(line).collect();
    format!(
        "Exit status:{lines}\n\n`diff`, `plan`, `drift` and `upgrade` exit as `diff` elsewhere: `pulsarc help diff`."
    )
}

impl Exit {
    /// The number that the shell sees.
    pub(crate) fn code(self) -> ExitCode {
        ExitCode::from(self.number())
    }

    /// The number itself.
    pub(crate) fn number(self) -> u8 {
        match self {
            Self::Success => 0,
            Self::BadConfig | Self::Cluster | Self::Differences => 1,
            Self::BadUsage | Self::Trouble => 2,
            Self::FileSystem => 3,
            Self::PastLimit => 4,
        }
    }

    /// The kind with this number, as another pulsarc process returned it.
    pub(crate) fn numbered(number: u8) -> Self {
        [Self::Success, Self::BadConfig, Self::BadUsage, Self::FileSystem, Self::PastLimit]
            .into_iter()
            .find(|exit| exit.number() == number)
            .unwrap_or(Self::FileSystem)
    }

    /// What findings amount to: a limit weighs more than a mistake.
    pub(crate) fn of_findings<'f>(found: impl IntoIterator<Item = &'f Diagnostic>) -> Self {
        let errors = found.into_iter().filter(|found| found.severity == Severity::Error);
        let exit = |found: &Diagnostic| {
            if [&TOO_LARGE, &PAST_LIMIT].contains(&found.code) { Self::PastLimit } else { Self::BadConfig }
        };
        Self::worst(errors.map(exit))
    }

    /// The one with the most weight; success if there is none.
    pub(crate) fn worst(exits: impl IntoIterator<Item = Self>) -> Self {
        exits.into_iter().max_by_key(|exit| exit.weight()).unwrap_or(Self::Success)
    }

    /// The most severe of several decides for the run: problems around a configuration before problems in it.
    pub(crate) fn weight(self) -> u8 {
        match self {
            Self::Success => 0,
            Self::BadConfig | Self::Cluster | Self::Differences => 1,
            Self::PastLimit => 2,
            Self::BadUsage | Self::Trouble => 3,
            Self::FileSystem => 4,
        }
    }

    /// Reports a failure on standard error.
    #[allow(clippy::needless_pass_by_value, reason = "it ends a failed `Result`")]
    pub(crate) fn reported(failure: Failure) -> Self {
        stderr_line!("error: {}", failure.message);
        failure.exit
    }
}

/// Why a run could not go on.
#[derive(Debug)]
pub(crate) struct Failure {
    exit: Exit,
    message: String,
}

impl Failure {
    /// A file that cannot be read or written.
    pub(crate) fn file(what: &str, path: &Path, error: &io::Error) -> Self {
        Self { exit: Exit::FileSystem, message: format!("{what} {}: {}", path.display(), in_words(error)) }
    }

    /// What another process of pulsarc's could not go on with.
    pub(crate) fn of(exit: Exit, message: String) -> Self {
        Self { exit, message }
    }

    /// How the run ends, and why.
    pub(crate) fn parts(self) -> (Exit, String) {
        (self.exit, self.message)
    }

    /// A second process of pulsarc's that cannot be started.
    pub(crate) fn no_worker(error: &io::Error) -> Self {
        Self { exit: Exit::FileSystem, message: format!("cannot start a worker: {}", in_words(error)) }
    }

    /// A file that would be lost.
    pub(crate) fn there_already(path: &Path) -> Self {
        Self::foreign(format!("{} exists; nothing was written: replace it with --force", path.display()))
    }

    /// A foreign file with the name of an output file.
    pub(crate) fn foreign(message: String) -> Self {
        Self { exit: Exit::FileSystem, message }
    }

    /// An input that cannot be read.
    pub(crate) fn input(path: &Path, error: &io::Error) -> Self {
        Self::file("cannot read", path, error)
    }

    /// An input that is larger than any configuration.
    pub(crate) fn too_large(path: &Path, mebibytes: u64) -> Self {
        let message = format!("{} exceeds {mebibytes} MiB; --max-input raises the limit", path.display());
        Self { exit: Exit::PastLimit, message }
    }

    /// A command line that makes no sense.
    pub(crate) fn usage(message: impl Display) -> Self {
        Self { exit: Exit::BadUsage, message: message.to_string() }
    }

    /// Standard output that cannot be written.
    pub(crate) fn output(error: &io::Error) -> Self {
        Self {
            exit: Exit::FileSystem,
            message: format!("cannot write to standard output: {}", in_words(error)),
        }
    }

    /// Why an input cannot be used, and what that amounts to, if it is a finding and not the end of the run.
    pub(crate) fn bad_input(self) -> Result<(String, Exit), Self> {
        match self.exit {
            Exit::FileSystem => Err(self),
            Exit::PastLimit => Ok((self.message, Exit::PastLimit)),
            _ => Ok((self.message, Exit::BadConfig)),
        }
    }

    /// A folder without change events from the operating system.
    pub(crate) fn unwatchable(error: impl Display) -> Self {
        Self { exit: Exit::FileSystem, message: format!("cannot watch for changes: {error}") }
    }

    /// An object that cannot be written as text.
    pub(crate) fn unwritable(error: impl Display) -> Self {
        Self { exit: Exit::BadConfig, message: error.to_string() }
    }
}

/// An error of the operating system without Rust's number behind it.
fn in_words(error: &io::Error) -> String {
    let whole = error.to_string();
    whole.split(" (os error").next().unwrap_or_default().to_lowercase()
}

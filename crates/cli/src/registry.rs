//! How a registry is talked to: the options of `push` and `pull`.

use crate::exit::{Exit, Failure};
use crate::heading;
use crate::isolate::Transfer;
use crate::session::Session;
use clap::Args;
use pulsarc_oci::{Login, OciError, Transport};
use std::io::{self, Read};
use std::path::PathBuf;
use std::time::Duration;

/// Options of every command that talks to a registry.
#[derive(Debug, Args)]
#[command(next_help_heading = heading::REGISTRY)]
pub(crate) struct RegistryOptions {
    /// The registry user; by default the one of `docker login`
    #[arg(long, value_name = "NAME", requires = "password_stdin")]
    username: Option<String>,
    /// Read the user's password from standard input
    #[arg(long, requires = "username")]
    password_stdin: bool,
    /// A PEM file with the registry's CA, instead of the public CAs
    #[arg(long, value_name = "FILE")]
    ca_file: Option<PathBuf>,
    /// Connect without TLS; always the case for a registry on this machine
    #[arg(long)]
    plain_http: bool,
    /// Maximum seconds for the whole transfer; exit status 4 if exceeded
    #[arg(long, value_name = "SECONDS", default_value_t = 300)]
    timeout: u64,
}

impl RegistryOptions {
    /// Begins a transfer within its limit.
    pub(crate) fn begin(&self, session: &Session) -> Transfer {
        session.clock.transfer(self.timeout)
    }

    /// Reads the credentials that the options name.
    pub(crate) fn transport(&self) -> Result<Transport, Failure> {
        let authorities = match &self.ca_file {
            Some(path) => {
                Some(std::fs::read(path).map_err(|error| Failure::file("cannot read", path, &error))?)
            }
            None => None,
        };
        let login = match &self.username {
            Some(user) => {
                let mut password = String::new();
                io::stdin()
                    .lock()
                    .take(1 << 16)
                    .read_to_string(&mut password)
                    .map_err(|_| Failure::usage("the password on standard input is not text"))?;
                let password = password.trim_end_matches(['\r', '\n']).to_owned();
                Some(Login { user: user.clone(), password })
            }
            None => None,
        };
        let timeout = Duration::from_secs(self.timeout);
        Ok(Transport { plain_http: self.plain_http, authorities, login, timeout })
    }
}

/// A registry counts as a file that cannot be read or written.
pub(crate) fn failed(error: &OciError) -> Failure {
    let exit = match error {
        OciError::Address { .. } => Exit::BadUsage,
        OciError::TooSlow { .. } => Exit::PastLimit,
        _ => Exit::FileSystem,
    };
    Failure::of(exit, error.to_string())
}

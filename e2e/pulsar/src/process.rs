//! A process that is ended, by its id, when its owner goes, after a failure too.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// A running process with the file that it writes to.
#[derive(Debug)]
pub struct Process {
    name: String,
    log: PathBuf,
    child: Child,
}

impl Process {
    /// Starts a command, its two streams in one file.
    pub fn start(name: &str, log: &Path, command: &mut Command) -> Result<Self, String> {
        let (out, err) = streams(log)?;
        let child = command
            .stdout(out)
            .stderr(err)
            .stdin(Stdio::null())
            .spawn()
            .map_err(|error| format!("{name} does not start: {error}"))?;
        Ok(Self { name: name.to_owned(), log: log.to_owned(), child })
    }

    /// Waits until a check passes; an error where the process ends before, or the time is over.
    pub fn wait_until(
        &mut self,
        limit: Duration,
        what: &str,
        mut check: impl FnMut() -> bool,
    ) -> Result<(), String> {
        let until = Instant::now() + limit;
        loop {
            if let Ok(Some(status)) = self.child.try_wait() {
                return Err(format!(
                    "{} ended with {status}, see {}\n{}",
                    self.name,
                    self.log.display(),
                    self.tail()
                ));
            }
            if check() {
                return Ok(());
            }
            if Instant::now() > until {
                return Err(format!(
                    "{}: {what} not after {} seconds, see {}\n{}",
                    self.name,
                    limit.as_secs(),
                    self.log.display(),
                    self.tail()
                ));
            }
            std::thread::sleep(Duration::from_millis(500));
        }
    }

    /// Waits until it ends with a failure; an error if it ends well, or the time is over.
    pub fn wait_for_end(&mut self, limit: Duration) -> Result<(), String> {
        let until = Instant::now() + limit;
        while Instant::now() < until {
            match self.child.try_wait() {
                Ok(Some(status)) if status.success() => return Err(format!("{} ended well", self.name)),
                Ok(Some(_)) => return Ok(()),
                _ => std::thread::sleep(Duration::from_millis(200)),
            }
        }
        Err(format!("{} still runs after {} seconds\n{}", self.name, limit.as_secs(), self.tail()))
    }

    /// The end of what it wrote.
    pub fn tail(&self) -> String {
        tail(&self.log)
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Runs a command to its end, its two streams in one file.
pub fn run(name: &str, log: &Path, command: &mut Command) -> Result<(), String> {
    let (out, err) = streams(log)?;
    let status = command
        .stdout(out)
        .stderr(err)
        .stdin(Stdio::null())
        .status()
        .map_err(|error| format!("{name} does not start: {error}"))?;
    if status.success() {
        return Ok(());
    }
    Err(format!("{name} ended with {status}, see {}\n{}", log.display(), tail(log)))
}

fn streams(log: &Path) -> Result<(File, File), String> {
    let told = |error: std::io::Error| format!("{}: {error}", log.display());
    let out = File::create(log).map_err(told)?;
    let err = out.try_clone().map_err(told)?;
    Ok((out, err))
}

fn tail(log: &Path) -> String {
    let text = std::fs::read_to_string(log).unwrap_or_default();
    let lines: Vec<&str> = text.lines().collect();
    lines[lines.len().saturating_sub(30)..].join("\n")
}

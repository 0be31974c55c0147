//! A part of the control plane: a process with its log.

use crate::control_plane;
use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

/// A running part. It ends with this value, and, since it reads its standard input to the end, also with a test that
/// is killed before it can drop anything.
#[derive(Debug)]
pub(crate) struct Part {
    name: &'static str,
    process: Child,
    log: PathBuf,
}

impl Part {
    /// Starts a part in the lab's folder, with its log beside it.
    pub(crate) fn start(name: &'static str, folder: &Path, flags: &[String]) -> Self {
        let log = folder.join(format!("{name}.log"));
        let file = File::create(&log).expect("a log");
        let process = Command::new(control_plane::binary())
            .arg(name)
            .args(flags)
            .current_dir(folder)
            .stdin(Stdio::piped())
            .stdout(file.try_clone().expect("a log"))
            .stderr(file)
            .spawn()
            .expect("the control plane starts");
        Self { name, process, log }
    }

    /// Fails where the part has ended.
    pub(crate) fn assert_running(&mut self) {
        if let Some(status) = self.process.try_wait().expect("its state") {
            let log = std::fs::read_to_string(&self.log).unwrap_or_default();
            let lines: Vec<&str> = log.lines().collect();
            let last = lines[lines.len().saturating_sub(10)..].join("\n");
            panic!("{} ended: {status}\n{last}", self.name);
        }
    }
}

impl Drop for Part {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

//! Runs of the command that a test controls: with a deadline, side by side, and killed at a request.

use crate::project::{binary, root};
use crate::proxy::Proxy;
use std::io::Read;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

/// How long a run may take before it counts as stuck, if nothing else is set.
const PATIENCE: Duration = Duration::from_secs(300);
/// How often a running process is looked at.
const STEP: Duration = Duration::from_millis(5);

/// What a run of the command did.
#[derive(Debug)]
pub struct Run {
    /// Its exit status.
    pub status: i32,
    /// Its standard output.
    pub stdout: String,
    /// Its standard error.
    pub stderr: String,
}

/// Runs the command in the project's root.
pub fn pulsarc(arguments: &[&str]) -> Run {
    Call::pulsarc(arguments).run()
}

/// The command with its arguments, to be run in the project's root.
#[derive(Debug)]
pub struct Call {
    command: Command,
    patience: Duration,
}

/// A run that goes on.
#[derive(Debug)]
pub struct Running {
    process: Child,
    title: String,
    stdout: Output,
    stderr: Output,
    patience: Duration,
}

impl Call {
    /// pulsarc with these arguments.
    pub fn pulsarc<S: AsRef<str>>(arguments: &[S]) -> Self {
        let mut command = Command::new(binary());
        command.args(arguments.iter().map(AsRef::as_ref)).current_dir(root()).env("NO_COLOR", "1");
        // What the machine's own user has must not be found.
        command.env_remove("KUBECONFIG").env("HOME", crate::control_plane::folder());
        Self::other(command)
    }

    /// Another program, such as kubectl.
    pub fn other(command: Command) -> Self {
        Self { command, patience: PATIENCE }
    }

    /// Sets how long it may take.
    #[must_use]
    pub fn within(mut self, patience: Duration) -> Self {
        self.patience = patience;
        self
    }

    /// Sets a variable of its environment.
    #[must_use]
    pub fn env(mut self, name: &str, value: &str) -> Self {
        self.command.env(name, value);
        self
    }

    /// Starts it.
    pub fn start(mut self) -> Running {
        let command = &mut self.command;
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let title = format!("{command:?}");
        let mut process = command.spawn().unwrap_or_else(|error| panic!("{title}: {error}"));
        let stdout = Output::of(process.stdout.take());
        let stderr = Output::of(process.stderr.take());
        Running { process, title, stdout, stderr, patience: self.patience }
    }

    /// Runs it to its end.
    pub fn run(self) -> Run {
        self.start().finish()
    }

    /// Runs it until the proxy wants it killed; `None` if it was, and what it did if it ended before.
    pub fn run_until_killed(self, proxy: &Proxy) -> Option<Run> {
        let run = self.run_until(|_| proxy.wants_kill());
        if run.is_none() {
            proxy.killed();
        }
        run
    }

    /// Runs it until it has said so many of the lines that count, on standard error, and kills it then; `None` if it was killed, and
    /// what it did if it ended before.
    pub fn run_until_line(self, count: usize, counts: impl Fn(&str) -> bool) -> Option<Run> {
        self.run_until(|run| run.stderr.so_far().lines().filter(|line| counts(line)).count() >= count)
    }

    fn run_until(self, is_over: impl Fn(&Running) -> bool) -> Option<Run> {
        let mut running = self.start();
        let start = Instant::now();
        loop {
            if let Some(status) = running.process.try_wait().expect("its state") {
                return Some(running.collect(status));
            }
            if is_over(&running) {
                running.kill();
                return None;
            }
            running.assert_in_time(start);
            std::thread::sleep(STEP);
        }
    }
}

impl Running {
    /// Waits for its end.
    pub fn finish(mut self) -> Run {
        let start = Instant::now();
        loop {
            if let Some(status) = self.process.try_wait().expect("its state") {
                return self.collect(status);
            }
            self.assert_in_time(start);
            std::thread::sleep(STEP);
        }
    }

    /// Kills it, as a machine does that goes down: it cannot clean up.
    pub fn kill(&mut self) {
        self.process.kill().expect("it is killed");
        self.process.wait().expect("its end");
    }

    fn assert_in_time(&mut self, start: Instant) {
        if start.elapsed() > self.patience {
            self.kill();
            panic!("{} does not end", self.title);
        }
    }

    fn collect(self, status: ExitStatus) -> Run {
        Run { status: status.code().unwrap_or(-1), stdout: self.stdout.whole(), stderr: self.stderr.whole() }
    }
}

/// What a process writes to a pipe. It is read beside the process, which would stop where nobody does.
#[derive(Debug)]
struct Output {
    bytes: Arc<Mutex<Vec<u8>>>,
    reader: JoinHandle<()>,
}

impl Output {
    fn of(pipe: Option<impl Read + Send + 'static>) -> Self {
        let bytes = Arc::new(Mutex::new(Vec::new()));
        let to = Arc::clone(&bytes);
        let reader = std::thread::spawn(move || {
            let Some(mut pipe) = pipe else { return };
            let mut part = [0; 4096];
            while let Ok(count @ 1..) = pipe.read(&mut part) {
                to.lock().expect("nobody panics with it").extend_from_slice(&part[..count]);
            }
        });
        Self { bytes, reader }
    }

    fn so_far(&self) -> String {
        String::from_utf8_lossy(&self.bytes.lock().expect("nobody panics with it")).into_owned()
    }

    fn whole(self) -> String {
        let Self { bytes, reader } = self;
        reader.join().expect("it ends with the process");
        let bytes = bytes.lock().expect("nobody panics with it");
        String::from_utf8_lossy(&bytes).into_owned()
    }
}

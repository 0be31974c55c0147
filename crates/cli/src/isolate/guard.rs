//! The limits of this process itself: one thread works, and the main thread watches it.

use super::limits::{Limits, Passed};
use rustix::time::{ClockId, clock_gettime};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

/// How often the clock and the memory are read: in between, an evaluation takes at most about 20 MiB.
pub(super) const LOOK: Duration = Duration::from_millis(10);

/// The time that counts against the limits: processor time, and wall time while a transfer is under way.
///
/// Processor time leaves out what a run waits for: standard input, an answer on a terminal, or a child process, which has
/// a clock of its own. A transfer waits for others all the time, so it has a deadline.
#[derive(Debug, Clone, Default)]
pub(crate) struct Clock {
    /// The processor time at the start, in nanoseconds.
    start: Arc<AtomicU64>,
    transfer: Arc<Mutex<Option<Deadline>>>,
    /// For how many ends of a wait nothing counts.
    waiting: Arc<AtomicU64>,
}

/// When a transfer has to be over.
#[derive(Debug, Clone, Copy)]
struct Deadline {
    at: Instant,
    seconds: u64,
}

/// A transfer that has a deadline until this is dropped.
#[derive(Debug)]
pub(crate) struct Transfer(Clock);

/// A time that does not count, until this is dropped.
#[derive(Debug)]
pub(crate) struct Waiting(Clock);

/// How much longer than its limit a transfer may take before the process is ended: its own error says more.
const GRACE: Duration = Duration::from_secs(2);

impl Clock {
    /// Begins anew: a command that works on many configurations gives each its own time.
    pub(crate) fn restart(&self) {
        self.start.store(now(), Ordering::Relaxed);
    }

    /// Begins a transfer that may take this many seconds of wall time, whatever it waits for: a name server, a registry,
    /// the lock of a layout, a password.
    pub(crate) fn transfer(&self, seconds: u64) -> Transfer {
        let at =
            Instant::now().checked_add(Duration::from_secs(seconds)).and_then(|at| at.checked_add(GRACE));
        self.set(at.map(|at| Deadline { at, seconds }));
        Transfer(self.clone())
    }

    /// Begins to wait for a cluster: until the end of that, neither time nor memory has a limit here. It may take an hour, and
    /// ending it halfway would leave a cluster halfway.
    pub(crate) fn waiting(&self) -> Waiting {
        self.waiting.fetch_add(1, Ordering::Relaxed);
        Waiting(self.clone())
    }

    fn set(&self, deadline: Option<Deadline>) {
        *self.transfer.lock().unwrap_or_else(PoisonError::into_inner) = deadline;
    }

    fn elapsed(&self) -> Duration {
        Duration::from_nanos(now().saturating_sub(self.start.load(Ordering::Relaxed)))
    }

    /// The limit that is exceeded, if any is.
    fn passed(&self, limits: &Limits) -> Option<Passed> {
        if self.waiting.load(Ordering::Relaxed) > 0 {
            return None;
        }
        let deadline = *self.transfer.lock().unwrap_or_else(PoisonError::into_inner);
        let late = deadline.filter(|deadline| Instant::now() > deadline.at);
        late.map(|deadline| Passed::Transfer(deadline.seconds))
            .or_else(|| limits.passed(self.elapsed(), None))
    }
}

impl Drop for Waiting {
    fn drop(&mut self) {
        self.0.restart();
        self.0.waiting.fetch_sub(1, Ordering::Relaxed);
    }
}

impl Drop for Transfer {
    fn drop(&mut self) {
        self.0.set(None);
    }
}

/// The nanoseconds of processor time that this process has taken.
fn now() -> u64 {
    let now = clock_gettime(ClockId::ProcessCPUTime);
    u64::try_from(now.tv_sec).unwrap_or_default() * 1_000_000_000
        + u64::try_from(now.tv_nsec).unwrap_or_default()
}

/// How guarded work ended.
pub(crate) enum Guarded<T> {
    /// It was done.
    Done(T),
    /// It exceeds a limit, and continues until the process ends.
    Passed(Passed),
    /// It failed, and that was reported.
    Failed,
}

/// Does work within limits, on a stack that is deep enough for any evaluation.
pub(crate) fn guarded<T: Send + 'static>(
    limits: &Limits,
    clock: &Clock,
    work: impl FnOnce() -> T + Send + 'static,
) -> Guarded<T> {
    if let Some(passed) = clock.passed(limits) {
        return Guarded::Passed(passed);
    }
    let (done, result) = mpsc::sync_channel(1);
    let working = pulsarc_compiler::on_deep_thread(move || drop(done.send(work())));
    if let Err(error) = working {
        stderr_line!("error: cannot start a thread: {error}");
        return Guarded::Failed;
    }
    loop {
        match result.recv_timeout(LOOK) {
            Ok(result) => return Guarded::Done(result),
            Err(RecvTimeoutError::Disconnected) => return Guarded::Failed,
            Err(RecvTimeoutError::Timeout) => {
                if let Some(passed) = clock.passed(limits) {
                    // What ended at the same moment has ended well.
                    return result.try_recv().map_or(Guarded::Passed(passed), Guarded::Done);
                }
            }
        }
    }
}

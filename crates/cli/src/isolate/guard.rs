//! The limits of this process itself: one thread works, and the main thread watches it.

use super::limits::{Limits, Passed};
use rustix::time::{ClockId, clock_gettime};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::time::Duration;

/// How often the clock and the memory are read: in between, an evaluation takes at most about 20 MiB.
pub(super) const LOOK: Duration = Duration::from_millis(10);

/// The CPU time that counts against the limit. Waiting does not count: for standard input, an answer on a terminal, a
/// registry, or a child process, which has its own clock.
#[derive(Debug, Clone, Default)]
pub(crate) struct Clock(Arc<AtomicU64>);

impl Clock {
    /// Begins anew: a command that works on many configurations gives each its own time.
    pub(crate) fn restart(&self) {
        self.0.store(now(), Ordering::Relaxed);
    }

    fn elapsed(&self) -> Duration {
        Duration::from_nanos(now().saturating_sub(self.0.load(Ordering::Relaxed)))
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
    if let Some(passed) = limits.passed(clock.elapsed(), None) {
        return Guarded::Passed(passed);
    }
    let (done, result) = mpsc::sync_channel(1);
    let working = pulsarc_compiler::on_deep_thread(move || drop(done.send(work())));
    if let Err(error) = working {
        tell_line!("error: cannot start a thread: {error}");
        return Guarded::Failed;
    }
    loop {
        match result.recv_timeout(LOOK) {
            Ok(result) => return Guarded::Done(result),
            Err(RecvTimeoutError::Disconnected) => return Guarded::Failed,
            Err(RecvTimeoutError::Timeout) => {
                if let Some(passed) = limits.passed(clock.elapsed(), None) {
                    // What ended at the same moment has ended well.
                    return result.try_recv().map_or(Guarded::Passed(passed), Guarded::Done);
                }
            }
        }
    }
}

//! The time that a transfer may take, over all of its requests.

use crate::OciError;
use std::time::{Duration, Instant};

/// The moment at which a transfer is given up.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Deadline {
    end: Instant,
    whole: Duration,
}

impl Deadline {
    pub(crate) fn after(whole: Duration) -> Self {
        Self { end: Instant::now() + whole, whole }
    }

    /// The time that is left, as long as some is.
    pub(crate) fn left(self) -> Result<Duration, OciError> {
        let left = self.end.saturating_duration_since(Instant::now());
        if left.is_zero() { Err(self.passed()) } else { Ok(left) }
    }

    pub(crate) fn passed(self) -> OciError {
        OciError::TooSlow { seconds: self.whole.as_secs() }
    }
}

//! Points in time: seconds since 1970 here, RFC 3339 in the API and in output.

use k8s_openapi::jiff::Timestamp;
use std::time::{SystemTime, UNIX_EPOCH};

/// The current time, in seconds since 1970.
pub(crate) fn now() -> u64 {
    SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs())
}

/// A time as RFC 3339 in UTC: `2026-01-02T03:04:05Z`. A time that no calendar has is the year 1970.
pub(crate) fn rfc3339(seconds: u64) -> String {
    let at = i64::try_from(seconds).ok().and_then(|seconds| Timestamp::from_second(seconds).ok());
    at.unwrap_or(Timestamp::UNIX_EPOCH).to_string()
}

/// The seconds since 1970 of a text in RFC 3339.
pub(crate) fn seconds(text: &str) -> Option<i64> {
    text.parse::<Timestamp>().ok().map(Timestamp::as_second)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_written_and_read() {
        assert_eq!(rfc3339(1_767_323_045), "2026-01-02T03:04:05Z");
        assert_eq!(seconds("2026-01-02T03:04:05Z"), Some(1_767_323_045));
        assert_eq!(seconds("2026-01-02T04:04:05.123456+01:00"), Some(1_767_323_045));
        assert_eq!(seconds("yesterday"), None);
        assert_eq!(rfc3339(u64::MAX), "1970-01-01T00:00:00Z");
    }
}

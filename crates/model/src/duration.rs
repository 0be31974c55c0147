//! Durations as cert-manager and the monitoring operators write them: `2160h`, `1h30m`, `60s`, `15d`.

use serde::Deserialize;
use serde::de::Deserializer;
use std::fmt;
use std::time::Duration as StdDuration;

/// A length of time, kept as it was written and compared by length.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Duration {
    text: String,
    length: StdDuration,
}

/// Why a text is not a duration.
#[derive(Debug, Clone, thiserror::Error, PartialEq, Eq)]
#[error("`{text}` is not a duration")]
pub struct ParseDurationError {
    text: String,
}

impl Duration {
    /// Reads one or more numbers, each with its unit: `ns us ms s m h` (Go, `time.ParseDuration`) and `d w y` (Prometheus).
    pub fn parse(text: &str) -> Result<Self, ParseDurationError> {
        let fail = || ParseDurationError { text: text.to_owned() };
        let mut rest = text.trim();
        let mut seconds = 0_f64;
        if rest.is_empty() {
            return Err(fail());
        }
        while !rest.is_empty() {
            let number_end = rest.find(|c: char| !c.is_ascii_digit() && c != '.').ok_or_else(fail)?;
            let (number, tail) = rest.split_at(number_end);
            let unit_end = tail.find(|c: char| c.is_ascii_digit() || c == '.').unwrap_or(tail.len());
            let (unit, next) = tail.split_at(unit_end);
            seconds += number.parse::<f64>().map_err(|_| fail())? * unit_seconds(unit).ok_or_else(fail)?;
            rest = next;
        }
        let length = StdDuration::try_from_secs_f64(seconds).map_err(|_| fail())?;
        Ok(Self { text: text.trim().to_owned(), length })
    }

    /// How long it is.
    pub fn length(&self) -> StdDuration {
        self.length
    }

    /// As it was written.
    pub fn as_str(&self) -> &str {
        &self.text
    }
}

fn unit_seconds(unit: &str) -> Option<f64> {
    Some(match unit {
        "ns" => 1e-9,
        "us" | "µs" => 1e-6,
        "ms" => 1e-3,
        "s" => 1.0,
        "m" => 60.0,
        "h" => 3600.0,
        "d" => 86_400.0,
        "w" => 604_800.0,
        "y" => 31_536_000.0,
        _ => return None,
    })
}

impl fmt::Display for Duration {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl PartialOrd for Duration {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.length.cmp(&other.length))
    }
}

impl<'de> Deserialize<'de> for Duration {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text).map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_add_up() {
        let length = |text: &str| Duration::parse(text).expect(text).length().as_secs_f64();
        assert!((length("1h30m") - 5400.0).abs() < 1e-9);
        assert!((length("2160h") - length("90d")).abs() < 1e-9);
        assert!((length("1.5s") - 1.5).abs() < 1e-9);
        for text in ["", "30", "s", "1h30", "1 h", "1x", "1..5s"] {
            assert!(Duration::parse(text).is_err(), "{text}");
        }
    }
}

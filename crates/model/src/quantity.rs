//! Kubernetes' quantities: `512Mi`, `0.1`, `100m`.
//!
//! They are kept as they were written, since that is what is emitted, and compared by amount.

use serde::de::Deserializer;
use serde::{Deserialize, Serialize};
use std::cmp::Ordering;
use std::fmt;

/// An amount of memory, disk or CPU.
#[derive(Debug, Clone, Serialize)]
#[serde(transparent)]
pub struct Quantity {
    text: String,
    #[serde(skip)]
    milli: i128,
}

/// The largest amount, in thousandths. Kubernetes keeps none beyond this many whole units, and any number of them can be
/// added up.
const MOST: i128 = i64::MAX as i128 * 1000;

/// Why a text is not a quantity.
#[derive(Debug, Clone, thiserror::Error, PartialEq, Eq)]
#[error("`{text}` is not a quantity")]
pub struct ParseQuantityError {
    text: String,
}

impl Quantity {
    /// Reads a quantity by the grammar of `k8s.io/apimachinery/pkg/api/resource`: a number, then one of the suffixes
    /// `m k M G T P E Ki Mi Gi Ti Pi Ei` or an exponent. Amounts below a thousandth are rounded up, as there.
    pub fn parse(text: &str) -> Result<Self, ParseQuantityError> {
        let fail = || ParseQuantityError { text: text.to_owned() };
        let trimmed = text.trim();
        let end = trimmed.find(|c: char| !matches!(c, '0'..='9' | '.' | '+' | '-')).unwrap_or(trimmed.len());
        let (number, suffix) = trimmed.split_at(end);
        let (numerator, denominator) = factor(suffix).ok_or_else(fail)?;
        let digits = number.strip_prefix('+').unwrap_or(number);
        let (sign, digits) = digits.strip_prefix('-').map_or((1, digits), |rest| (-1, rest));
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
        let plain = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
        if (whole.is_empty() && fraction.is_empty())
            || !plain(whole)
            || !plain(fraction)
            || fraction.len() > 18
        {
            return Err(fail());
        }
        let all: i128 = format!("{whole}{fraction}").parse().map_err(|_| fail())?;
        let scale = 10_i128.pow(u32::try_from(fraction.len()).map_err(|_| fail())?) * denominator;
        let scaled =
            all.checked_mul(numerator).and_then(|scaled| scaled.checked_add(scale - 1)).ok_or_else(fail)?;
        let milli = scaled / scale;
        if milli > MOST {
            return Err(fail());
        }
        Ok(Self { text: trimmed.to_owned(), milli: sign * milli })
    }

    /// The amount in thousandths: millicores, or a thousandth of a byte.
    pub fn milli(&self) -> i128 {
        self.milli
    }

    /// The amount in whole units, rounded up: bytes, or cores.
    pub fn units(&self) -> i128 {
        (self.milli + 999).div_euclid(1000)
    }

    /// As it was written.
    pub fn as_str(&self) -> &str {
        &self.text
    }
}

/// The factor of a suffix, in thousandths, as a fraction.
fn factor(suffix: &str) -> Option<(i128, i128)> {
    let binary = |power: u32| Some((1000 * 1024_i128.pow(power), 1));
    let decimal = |power: u32| Some((1000 * 10_i128.pow(power), 1));
    match suffix {
        "n" => Some((1, 1_000_000)),
        "u" => Some((1, 1000)),
        "m" => Some((1, 1)),
        "" => decimal(0),
        "k" => decimal(3),
        "M" => decimal(6),
        "G" => decimal(9),
        "T" => decimal(12),
        "P" => decimal(15),
        "E" => decimal(18),
        "Ki" => binary(1),
        "Mi" => binary(2),
        "Gi" => binary(3),
        "Ti" => binary(4),
        "Pi" => binary(5),
        "Ei" => binary(6),
        _ => {
            let exponent: i32 =
                suffix.strip_prefix(['e', 'E'])?.parse().ok().filter(|e| (-18..=18).contains(e))?;
            let power = 10_i128.pow(exponent.unsigned_abs());
            if exponent < 0 { Some((1000, power)) } else { Some((1000 * power, 1)) }
        }
    }
}

impl fmt::Display for Quantity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl PartialEq for Quantity {
    fn eq(&self, other: &Self) -> bool {
        self.milli == other.milli
    }
}

impl Eq for Quantity {}

impl PartialOrd for Quantity {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Quantity {
    fn cmp(&self, other: &Self) -> Ordering {
        self.milli.cmp(&other.milli)
    }
}

impl<'de> Deserialize<'de> for Quantity {
    /// A text or a number, as Kubernetes takes both.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(rename = "Quantity")]
        struct Written(String);
        let Written(text) = Written::deserialize(deserializer)?;
        Self::parse(&text).map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_compared_not_texts() {
        let quantity = |text: &str| Quantity::parse(text).expect(text);
        assert_eq!(quantity("0.1"), quantity("100m"));
        assert_eq!(quantity("1Gi"), quantity("1024Mi"));
        assert_eq!(quantity("1e3"), quantity("1k"));
        assert_eq!(quantity("1.5Gi").units(), 1_610_612_736);
        assert!(quantity("1G") < quantity("1Gi"));
        assert_eq!(quantity(".5").milli(), 500);
        assert_eq!(quantity("1u").milli(), 1);
    }

    #[test]
    fn an_invalid_quantity_is_rejected() {
        for text in ["", "512mb", "1 Gi", "Gi", "1..2", "--1", "1e99", "0x10", "1GiB"] {
            assert!(Quantity::parse(text).is_err(), "{text}");
        }
        let most = i128::MAX.to_string();
        for text in [most.as_str(), "100000000000000000000.5", "10E", "1e19"] {
            assert!(Quantity::parse(text).is_err(), "{text}: beyond what Kubernetes keeps");
        }
    }
}

//! Numbers of a configuration: each is exactly what was written, or none.

use serde::{Deserialize, Serialize};
use std::fmt;

/// A number. One without a fraction is an [`Integer`](Self::Integer) however it is written, `256.0` and `1e3` too.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub enum Number {
    /// A whole number of 64 bits.
    Integer(i64),
    /// Any other, which as a double has the decimals that were written.
    Decimal(#[serde(with = "bits")] f64),
}

impl Number {
    /// The number that a decimal text is, such as `-1.50e3`; none if it is no such text, or where 64 bits would keep
    /// only some of its digits.
    pub fn exact(text: &str) -> Option<Self> {
        let written = Digits::of(text)?;
        if let Some(whole) = written.whole() {
            return Some(Self::Integer(whole));
        }
        let double: f64 = text.parse().ok().filter(|double: &f64| double.is_finite())?;
        let kept = Digits::of(&format!("{double:e}"))?;
        (kept == written).then_some(Self::Decimal(double))
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Integer(whole) => write!(f, "{whole}"),
            Self::Decimal(number) => write!(f, "{number}"),
        }
    }
}

/// A decimal number: its digits without zeros around them, and the power of ten that they are multiplied by.
#[derive(Debug, PartialEq, Eq)]
struct Digits {
    negative: bool,
    significant: String,
    exponent: i64,
}

impl Digits {
    fn of(text: &str) -> Option<Self> {
        let (negative, rest) = match text.as_bytes().first()? {
            b'-' => (true, &text[1..]),
            b'+' => (false, &text[1..]),
            _ => (false, text),
        };
        let (mantissa, exponent) = match rest.split_once(['e', 'E']) {
            Some((mantissa, exponent)) => (mantissa, exponent.parse::<i64>().ok()?),
            None => (rest, 0),
        };
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let all = [whole, fraction].concat();
        if all.is_empty() || !all.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let digits = all.trim_end_matches('0');
        let zeros = i64::try_from(all.len() - digits.len()).ok()?;
        let exponent = exponent.checked_sub(i64::try_from(fraction.len()).ok()?)?.checked_add(zeros)?;
        let significant = digits.trim_start_matches('0').to_owned();
        Some(if significant.is_empty() {
            Self { negative: false, significant, exponent: 0 }
        } else {
            Self { negative, significant, exponent }
        })
    }

    /// The number, where it is a whole one of 64 bits.
    fn whole(&self) -> Option<i64> {
        let zeros = usize::try_from(self.exponent).ok().filter(|zeros| *zeros < 20)?;
        let sign = if self.negative { "-" } else { "" };
        format!("{sign}0{}{}", self.significant, "0".repeat(zeros)).parse().ok()
    }
}

/// A double between two processes, exact in every form of text.
mod bits {
    use serde::{Deserialize, Deserializer, Serializer};

    #[allow(clippy::trivially_copy_pass_by_ref, reason = "serde asks for it")]
    pub(super) fn serialize<S: Serializer>(number: &f64, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_u64(number.to_bits())
    }

    pub(super) fn deserialize<'d, D: Deserializer<'d>>(from: D) -> Result<f64, D::Error> {
        u64::deserialize(from).map(f64::from_bits)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_exact_or_rejected() {
        for (text, number) in [
            ("0", Number::Integer(0)),
            ("-0.0", Number::Integer(0)),
            ("1000.0", Number::Integer(1000)),
            ("256.", Number::Integer(256)),
            ("1e18", Number::Integer(1_000_000_000_000_000_000)),
            ("-9223372036854775808", Number::Integer(i64::MIN)),
            ("1e19", Number::Decimal(1e19)),
            ("0.30000000000000004", Number::Decimal(0.300_000_000_000_000_04)),
            ("+.5", Number::Decimal(0.5)),
            ("1.10", Number::Decimal(1.1)),
            ("-2.5E-3", Number::Decimal(-0.0025)),
            ("1e308", Number::Decimal(1e308)),
        ] {
            assert_eq!(Number::exact(text), Some(number), "{text}");
        }
        for text in [
            "9223372036854775808",
            "18446744073709551615",
            "123456789012345678901234567890",
            "0.1234567890123456789",
            "1e400",
            "1e-400",
            "1e99999999999999999999",
            "",
            "-",
            ".",
            "e5",
            "1e",
            "0x1F",
            "1_000",
            "inf",
            "NaN",
        ] {
            assert_eq!(Number::exact(text), None, "{text}");
        }
    }
}

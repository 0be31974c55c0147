//! Plain scalars as Helm takes them: sigs.k8s.io/yaml over go-yaml, which follows YAML 1.1.

use pulsarc_model::{Number, Value};

/// The value of a plain scalar.
pub(crate) fn scalar(text: &str) -> Value {
    match text {
        "" | "~" | "null" | "Null" | "NULL" => Value::Null,
        "true" | "True" | "TRUE" | "yes" | "Yes" | "YES" | "on" | "On" | "ON" | "y" | "Y" => {
            Value::Bool(true)
        }
        "false" | "False" | "FALSE" | "no" | "No" | "NO" | "off" | "Off" | "OFF" | "n" | "N" => {
            Value::Bool(false)
        }
        _ => number(text).map_or_else(|| Value::Text(text.to_owned()), Value::Number),
    }
}

/// Decimal, `0x`, `0o`, `0b` and `017` for octal, each with `_` between digits, and decimals with a point or exponent.
/// Dates and `12:30:45` are texts.
fn number(text: &str) -> Option<Number> {
    let first = text.bytes().next()?;
    if !(first.is_ascii_digit() || matches!(first, b'+' | b'-' | b'.')) {
        return None;
    }
    let plain = text.replace('_', "");
    let (sign, digits) = match plain.as_bytes().first()? {
        b'-' => (-1, &plain[1..]),
        b'+' => (1, &plain[1..]),
        _ => (1, plain.as_str()),
    };
    let radix = |prefix: &str, radix: u32| {
        // A second sign is none.
        let rest = digits.strip_prefix(prefix).filter(|rest| !rest.starts_with(['+', '-']))?;
        i64::from_str_radix(rest, radix).ok()
    };
    if let Some(whole) = radix("0x", 16).or_else(|| radix("0o", 8)).or_else(|| radix("0b", 2)) {
        return Some(Number::Integer(sign * whole));
    }
    if digits.bytes().all(|byte| byte.is_ascii_digit()) {
        let octal = digits.len() > 1 && digits.starts_with('0') && digits.bytes().all(|byte| byte < b'8');
        let whole = if octal { i64::from_str_radix(digits, 8) } else { digits.parse() };
        return whole.map_or_else(|_| decimal(&plain), |whole| Some(Number::Integer(sign * whole)));
    }
    decimal(&plain)
}

fn decimal(text: &str) -> Option<Number> {
    let shape =
        text.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b'e' | b'E' | b'+' | b'-'));
    let digit = text.bytes().any(|byte| byte.is_ascii_digit());
    let number: f64 = (shape && digit).then(|| text.parse().ok())??;
    number.is_finite().then_some(Number::Decimal(number))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scalars_are_what_helm_takes_them_for() {
        let integer = |number| Value::Number(Number::Integer(number));
        let text = |text: &str| Value::Text(text.to_owned());
        for (written, value) in [
            ("yes", Value::Bool(true)),
            ("off", Value::Bool(false)),
            ("n", Value::Bool(false)),
            ("~", Value::Null),
            ("017", integer(15)),
            ("0o17", integer(15)),
            ("0x1F", integer(31)),
            ("1_000", integer(1000)),
            ("-3", integer(-3)),
            ("1e3", Value::Number(Number::Decimal(1000.0))),
            ("4.10", Value::Number(Number::Decimal(4.1))),
            ("2001-01-01", text("2001-01-01")),
            ("12:30:45", text("12:30:45")),
            ("1.2.3", text("1.2.3")),
            ("099", integer(99)),
            ("512Mi", text("512Mi")),
            ("-Xmx1g", text("-Xmx1g")),
            ("-0x-8000000000000000", text("-0x-8000000000000000")),
            ("-", text("-")),
            ("9223372036854775808", Value::Number(Number::Decimal(9_223_372_036_854_775_808.0))),
        ] {
            assert_eq!(scalar(written), value, "{written}");
        }
    }
}

//! Numbers that are too long to be read at all: Nickel's lexer works a number out as soon as it meets one, so
//! `1e1000000000` is a gigabyte before anything else is known of the file.

use std::borrow::Cow;
use std::ops::Range;

/// The digits of a number, and the largest exponent: JSON has no number beyond that, and so no manifest.
pub(crate) const MOST_DIGITS: usize = 400;
/// Digits in a row that no text has, whatever they are part of. A number of that length is read in a millisecond.
const LONGEST_RUN: usize = 10_000;
/// The digits of a whole number in hexadecimal, octal or binary, prefix included.
const MOST_BITS: usize = 4_096;

/// Digits in a row beyond all measure, if there are some.
pub(crate) fn endless(text: &str) -> Option<Range<usize>> {
    runs(text.as_bytes()).find(|run| run.len() > LONGEST_RUN)
}

/// Whether a number as it is written has more digits, or a larger exponent, than any number.
pub(crate) fn is_long(number: &str) -> bool {
    if number.starts_with(['0']) && number.get(1..2).is_some_and(|radix| "xob".contains(radix)) {
        return number.len() > MOST_BITS;
    }
    let (mantissa, exponent) = number.split_once(['e', 'E']).unwrap_or((number, ""));
    let digits = mantissa.bytes().filter(u8::is_ascii_digit).count();
    digits > MOST_DIGITS || is_large(exponent.trim_start_matches(['+', '-']))
}

/// A text without large exponents: their digits become zeros. The lexer produces the same tokens, since it accepts
/// any digits after an `e`: each has the same kind and the same place in both.
pub(crate) fn without_large_exponents(text: &str) -> Cow<'_, str> {
    let bytes = text.as_bytes();
    let large: Vec<Range<usize>> = runs(bytes)
        .filter(|run| is_exponent(bytes, run.start) && text.get(run.clone()).is_some_and(is_large))
        .collect();
    if large.is_empty() {
        return Cow::Borrowed(text);
    }
    let mut tamed = String::with_capacity(text.len());
    let mut done = 0;
    for run in large {
        tamed.push_str(&text[done..run.start]);
        tamed.extend(std::iter::repeat_n('0', run.len()));
        done = run.end;
    }
    tamed.push_str(&text[done..]);
    Cow::Owned(tamed)
}

/// The runs of digits of a text.
fn runs(bytes: &[u8]) -> impl Iterator<Item = Range<usize>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + bytes[at..].iter().position(u8::is_ascii_digit)?;
        let length = bytes[start..].iter().take_while(|byte| byte.is_ascii_digit()).count();
        at = start + length;
        Some(start..at)
    })
}

/// Whether digits that begin here follow an `e`, with or without a sign between.
fn is_exponent(bytes: &[u8], start: usize) -> bool {
    let before = |back: usize| start.checked_sub(back).map(|at| bytes[at]);
    let e = |byte: Option<u8>| matches!(byte, Some(b'e' | b'E'));
    e(before(1)) || matches!(before(1), Some(b'+' | b'-')) && e(before(2))
}

fn is_large(digits: &str) -> bool {
    let digits = digits.trim_start_matches('0');
    digits.len() > 3 || digits.parse::<usize>().is_ok_and(|exponent| exponent > MOST_DIGITS)
}

#[cfg(test)]
mod tests {
    use super::*;
    use nickel_lang_core::parser::lexer::Lexer;
    use proptest::prelude::*;

    #[test]
    fn only_long_numbers_are_long() {
        for number in ["1e1000000000", "1e-401", &"7".repeat(401), &format!("0x{}", "f".repeat(5_000))] {
            assert!(is_long(number), "{number}");
        }
        for number in ["1e300", "12345678901234567890", "1.5e-10", "0x1e999", "1e000000000400"] {
            assert!(!is_long(number), "{number}");
        }
    }

    /// The tokens of a text with their places, up to the first invalid one.
    fn words(text: &str) -> Vec<(usize, usize, bool)> {
        Lexer::new(text)
            .map_while(Result::ok)
            .map(|(start, token, end)| (start, end, format!("{token:?}").starts_with("Normal(")))
            .collect()
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(512))]

        /// The text with tamed exponents has the same tokens as the original.
        #[test]
        fn a_tamed_text_has_the_same_words(parts in proptest::collection::vec(proptest::sample::select(vec![
            "1e999", "1E+999", "x1e999", "e999", "0x1e999", "0o1e999", "-s%\"", "x1e401-s%\"", "s%%\"", "m%\"", "\"", "\"%",
            "\"%%", "%{", "}", "{", "'", "'\"", "a", "-", "%", " ", "\n", "#", ".", "\\", "\\x4", "\\u{1e", "import",
            "std", "=", ",", "(", ")", "é",
        ]), 0..14)) {
            // Exponents of three digits are large here, and still cheap to read.
            let text = parts.concat();
            prop_assert_eq!(words(&without_large_exponents(&text)), words(&text));
        }
    }
}

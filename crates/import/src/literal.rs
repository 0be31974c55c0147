//! Texts of several lines, and values that a text spells.

use pulsarc_diag::nickel::is_unseen;
use pulsarc_model::{Number, Value};
use std::fmt::Write as _;

/// A text of several lines, each on a line of its own; none if that would not give it back, or be no easier to read.
pub(crate) fn in_lines(text: &str, indent: usize) -> Option<String> {
    let lines: Vec<&str> = text.split('\n').collect();
    let filled = || lines.iter().filter(|line| !line.is_empty());
    let starts_at_margin = filled().any(|line| !line.starts_with([' ', '\t']));
    let plain = filled().all(|line| !line.trim().is_empty())
        && text.chars().all(|c| c == '\n' || c == '\t' || !(c.is_control() || is_unseen(c)));
    if filled().count() < 2 || lines[0].is_empty() || !starts_at_margin || !plain {
        return None;
    }
    let signs = "%".repeat(longest_signs(text) + 1);
    let mut out = format!("m{signs}\"\n");
    for line in lines {
        if !line.is_empty() {
            let _ = write!(out, "{:width$}{line}", "", width = indent + 2);
        }
        out.push('\n');
    }
    let _ = write!(out, "{:indent$}\"{signs}", "");
    Some(out)
}

/// The longest run of `%` in the text that would end it or begin an expression.
fn longest_signs(text: &str) -> usize {
    let (mut longest, mut run, mut after_quote) = (0, 0, false);
    for c in text.chars() {
        if c == '%' {
            run += 1;
            continue;
        }
        if c == '{' || after_quote {
            longest = longest.max(run);
        }
        run = 0;
        after_quote = c == '"';
    }
    if after_quote { longest.max(run) } else { longest }
}

/// The number or switch that a text spells, where writing that instead gives the same text back.
pub(crate) fn spelt(text: &str) -> Option<Value> {
    let number = || {
        if let Ok(whole) = text.parse::<i64>() {
            return Some(Number::Integer(whole));
        }
        let digits = text.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b'-'));
        text.parse().ok().filter(|_| digits).map(Number::Decimal)
    };
    match text {
        "true" => Some(Value::Bool(true)),
        "false" => Some(Value::Bool(false)),
        _ => number().filter(|number| number.to_string() == text).map(Value::Number),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_switches_are_those_that_give_the_same_text_back() {
        for text in ["8", "-1", "0.999", "true", "9223372036854775807"] {
            assert!(spelt(text).is_some(), "{text}");
        }
        for text in
            ["", "08", "+1", "1.0", "1e3", "True", "yes", "inf", "NaN", "-0", "9223372036854775808", "1_000"]
        {
            assert_eq!(spelt(text), None, "{text}");
        }
    }

    #[test]
    fn lines_are_kept_apart_unless_that_would_lose_some_of_the_text() {
        assert_eq!(in_lines("a\n  b\n", 2).as_deref(), Some("m%\"\n    a\n      b\n\n  \"%"));
        assert_eq!(in_lines("a\n%%{b} \"%", 0).as_deref(), Some("m%%%\"\n  a\n  %%{b} \"%\n\"%%%"));
        for text in ["a", "a\n", "  a\n  b", "\na\nb", "a\n  \nb", "a\r\nb", "a\n\u{200b}b"] {
            assert_eq!(in_lines(text, 0), None, "{text:?}");
        }
    }
}

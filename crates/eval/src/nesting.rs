//! How deep a text can nest at most, counted before it is parsed: parser and evaluator recurse, and a text of a hundred
//! thousand brackets or operators would run them out of stack, which nobody can catch.
//!
//! It does not parse: what it counts in a text within quotes can only make it more careful.

/// Brackets within one another; a configuration has a dozen.
const DEEPEST: usize = 500;
/// Operators, steps of paths, and words that open an expression: any of them may stand within the one before it.
const MOST: usize = 50_000;

/// Where a text nests deeper than can be evaluated, by its byte.
pub(crate) fn too_deep(text: &str) -> Option<usize> {
    let (mut depth, mut steps) = (0_usize, 0_usize);
    let mut before = b' ';
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'{' | b'[' | b'(' => depth += 1,
            b'}' | b']' | b')' => depth = depth.saturating_sub(1),
            b'+' | b'-' | b'*' | b'/' | b'%' | b'!' | b'<' | b'>' | b'&' | b'|' | b'@' | b'.' | b'\'' => {
                steps += 1;
            }
            b'l' | b'f' | b'i' | b'm' if !before.is_ascii_alphanumeric() && before != b'_' => {
                let rest = &text.as_bytes()[at..];
                let opens = |word: &str| rest.starts_with(word.as_bytes());
                steps += usize::from(["let ", "fun ", "if ", "match "].into_iter().any(opens));
            }
            _ => {}
        }
        before = byte;
        if depth > DEEPEST || steps > MOST {
            return Some(at);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn honest_texts_are_shallow_and_killers_are_not() {
        let keys: String =
            (0..10_000).map(|key| format!("  broker.configData.key{key} = \"{key}\",\n")).collect();
        assert_eq!(too_deep(&format!("{{\n{keys}}}")), None);
        assert!(too_deep(&"{a=".repeat(1_000)).is_some());
        assert!(too_deep(&"[".repeat(1_000)).is_some());
        assert!(too_deep(&"\"a\" ++ ".repeat(50_000)).is_some());
        assert!(too_deep(&"fun x => ".repeat(60_000)).is_some());
        assert!(too_deep(&"let x = 1 in ".repeat(60_000)).is_some());
    }
}

//! Panics of the parser itself, contained: it panics if a text ends within a block, or has a misplaced tag.

use super::Places;
use crate::guard::guarded;
use libyaml_safer::{Error, Event, EventData, Parser, ScalarStyle};
use std::borrow::Cow;

/// The next event; `None` if the parser fails.
pub(super) fn next(parser: &mut Parser<&mut &[u8]>) -> Option<Result<Event, Error>> {
    guarded(|| parser.parse())
}

/// A text as the parser can read it: with an end of its last line.
pub(super) fn whole(text: &str) -> Cow<'_, str> {
    if text.ends_with('\n') { Cow::Borrowed(text) } else { Cow::Owned(format!("{text}\n")) }
}

/// Takes the end of line away that a block at the end of the text has from [`whole`] alone.
pub(super) fn as_it_ends(events: &mut [Event], place: &Places<'_>) {
    let last = events.iter_mut().rev().find(|event| matches!(event.data, EventData::Scalar { .. }));
    let Some(last) = last else { return };
    let (_, end) = place.range(last);
    let unended = place.text.rsplit('\n').next().is_some_and(|line| !line.trim().is_empty());
    if let EventData::Scalar { value, style: ScalarStyle::Literal | ScalarStyle::Folded, .. } = &mut last.data
        && unended
        && end == place.text.len()
        && value.ends_with('\n')
    {
        value.pop();
    }
}

#[cfg(test)]
mod tests {
    use crate::parse_yaml;
    use serde_json::json;

    #[test]
    fn blocks_end_as_the_text_does() {
        for (text, value) in [
            ("a: |\n  x", "x"),
            ("a: |\n  x\n", "x\n"),
            ("a: |\n  x\n  ", "x\n"),
            ("a: |\n  x\n# more", "x\n"),
            ("a: |\n  x\n\n  y", "x\n\ny"),
            ("a: |-\n  x", "x"),
            ("a: |+\n  x", "x"),
            ("a: |+\n  x\n\n", "x\n\n"),
            ("a: >\n  x\n  y", "x y"),
            ("a: >\n  x\n  y\n", "x y\n"),
            ("a: |\n  x: |\n    y", "x: |\n  y"),
            ("a: x", "x"),
            ("a: 'x'", "x"),
        ] {
            assert_eq!(parse_yaml(text), Ok(json!({ "a": value })), "{text:?}");
        }
    }

    #[test]
    fn parser_errors_are_syntax_errors() {
        for text in
            ["a: [!b,c]", "|\n !:;", "{a: !!x,b: c}", "\u{feff}'", "{\u{6cf}", "{\n  \u{795}ro\u{715}"]
        {
            let _ = parse_yaml(text);
        }
        let finding = parse_yaml("a: [!b,c]").expect_err("it cannot be read");
        assert!(finding.starts_with("invalid YAML"), "{finding}");
    }
}

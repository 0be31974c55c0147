//! Sentences as pages show them: what stands between backticks is code.

use maud::{Markup, html};

/// A text with its code marked. A backtick without another stays what it is.
pub(crate) fn words(text: &str) -> Markup {
    let pieces: Vec<&str> = text.split('`').collect();
    let open = pieces.len().is_multiple_of(2).then_some(pieces.len() - 1);
    html! {
        @for (at, piece) in pieces.iter().enumerate() {
            @if Some(at) == open { "`" (piece) } @else if at % 2 == 1 { code { (piece) } } @else { (piece) }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_is_between_backticks() {
        let html = |text| words(text).into_string();
        assert_eq!(html("no `a<b` there"), "no <code>a&lt;b</code> there");
        assert_eq!(html("one ` alone"), "one ` alone");
        assert_eq!(html("`a` and ` b"), "<code>a</code> and ` b");
        assert_eq!(html(""), "");
    }
}

//! Texts of several lines, compared line by line.

use similar::TextDiff;

/// Lines that may differ between two texts. The comparison takes their square, and nobody reads as many.
const MOST_LINES: usize = 20_000;

/// The lines that differ, with three lines around them; none if neither text has several lines, or where more differ
/// than anybody reads.
pub fn unified(old: &str, new: &str) -> Option<String> {
    if !old.trim_end().contains('\n') && !new.trim_end().contains('\n') {
        return None;
    }
    if apart(old, new) > MOST_LINES {
        return None;
    }
    let diff = TextDiff::from_lines(old, new);
    Some(diff.unified_diff().context_radius(3).missing_newline_hint(false).to_string())
}

/// The changes of a file as a patch; empty if there are none.
pub fn patch(name: &str, old: &str, new: &str) -> String {
    if old == new {
        return String::new();
    }
    TextDiff::from_lines(old, new)
        .unified_diff()
        .context_radius(3)
        .header(&format!("a/{name}"), &format!("b/{name}"))
        .to_string()
}

/// The lines of both texts without those that they begin and end with in common.
fn apart(old: &str, new: &str) -> usize {
    let (old, new): (Vec<&str>, Vec<&str>) = (old.lines().collect(), new.lines().collect());
    let begin = old.iter().zip(&new).take_while(|(one, other)| one == other).count();
    let ends = old[begin..].iter().rev().zip(new[begin..].iter().rev());
    let end = ends.take_while(|(one, other)| one == other).count();
    old.len() + new.len() - 2 * (begin + end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_comparison_is_bounded() {
        let text = |from: usize, to: usize| (from..to).map(|at| format!("line {at}\n")).collect::<String>();
        assert_eq!(unified(&text(0, 60_000), &text(60_000, 120_000)), None);
        let (long, longer) = (text(0, 60_000), text(0, 60_001));
        assert!(unified(&long, &longer).is_some_and(|lines| lines.contains("+line 60000")));
        assert_eq!(apart("a\nb\nc", "a\nc"), 1);
        assert_eq!(apart("a\na", "a"), 1);
    }
}

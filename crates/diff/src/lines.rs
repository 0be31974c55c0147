//! Texts of several lines, compared line by line.

use similar::TextDiff;

/// The lines that differ, with three lines around them; none where neither text has several lines.
pub fn unified(old: &str, new: &str) -> Option<String> {
    if !old.trim_end().contains('\n') && !new.trim_end().contains('\n') {
        return None;
    }
    let diff = TextDiff::from_lines(old, new);
    Some(diff.unified_diff().context_radius(3).missing_newline_hint(false).to_string())
}

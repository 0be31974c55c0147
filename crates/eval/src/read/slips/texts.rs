//! Where the texts of a `.ncl` file end.

/// Whether a character may be in a name.
pub(super) fn is_of_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '\'')
}

/// Whether a text of several lines is one: no line of it looks like an entry, and a separator follows it.
pub(super) fn goes_on(text: &str, after: &str) -> bool {
    let looks_like_entry = |line: &str| {
        let line = line.trim_start();
        let key = line.find(|c: char| !is_of_name(c) && c != '.' && c != '"').unwrap_or(line.len());
        let sign = line[key..].trim_start();
        line.starts_with(['}', ']'])
            || (key > 0 && (sign.starts_with('=') || sign.starts_with(": ") || sign.starts_with('|')))
    };
    let is_end = after.chars().next().is_none_or(|c| c.is_whitespace() || ",;}])&+|@".contains(c));
    is_end && !text.lines().skip(1).any(looks_like_entry)
}

/// The end of a text in double quotes, after its closing quote.
pub(super) fn closing_quote(rest: &str) -> Option<usize> {
    literal_end(rest, 0)
}

/// What is open in a text, from the outside in.
enum Open {
    /// A text whose end has so many `%`; none are in double quotes.
    Text(usize),
    /// An interpolation, and its open braces.
    Value(usize),
}

/// The end of a text that begins with a quote, and ends with one and so many `%`.
pub(super) fn literal_end(rest: &str, percents: usize) -> Option<usize> {
    let mut open = vec![Open::Text(percents)];
    let mut at = 1;
    while let Some(c) = rest[at..].chars().next() {
        let after = &rest[at + c.len_utf8()..];
        let signs = |text: &str| text.len() - text.trim_start_matches('%').len();
        at += c.len_utf8();
        match open.last_mut()? {
            Open::Text(0) if c == '\\' => at += after.chars().next().map_or(0, char::len_utf8),
            // Before a `{`, the `%` of an interpolation follow a quote.
            Open::Text(own)
                if c == '"'
                    && signs(after) >= *own
                    && !(*own > 0 && after[signs(after)..].starts_with('{')) =>
            {
                at += *own;
                open.pop();
                if open.is_empty() {
                    return Some(at);
                }
            }
            Open::Text(own) if c == '%' => {
                let count = 1 + signs(after);
                at += count - 1;
                if count >= (*own).max(1) && rest[at..].starts_with('{') {
                    at += 1;
                    open.push(Open::Value(0));
                }
            }
            Open::Text(_) => {}
            Open::Value(_) if c == '"' => {
                let before = rest[..at - 1].trim_end_matches('%');
                let own = rest[..at - 1].len() - before.len();
                let own = if before.ends_with('m') || before.ends_with("-s") { own } else { 0 };
                open.push(Open::Text(own));
            }
            Open::Value(braces) => match c {
                '{' => *braces += 1,
                '}' if *braces == 0 => drop(open.pop()),
                '}' => *braces -= 1,
                _ => {}
            },
        }
    }
    None
}

//! Values that hold no secret but the place of one.

/// Whether a value holds no secret but the place of one, or nothing: a variable, a template, the URL of a file, a switch.
pub fn is_reference(value: &str) -> bool {
    let value = value.trim();
    let within = |open: &str, close: &str| value.strip_prefix(open).and_then(|rest| rest.strip_suffix(close));
    let is_variable = |name: &str| {
        name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
            && name.chars().all(|c| c.is_ascii_alphanumeric() || "_.-".contains(c))
    };
    let names_variable = [("$(", ")"), ("${", "}"), ("env:", "")]
        .iter()
        .any(|(open, close)| within(open, close).is_some_and(is_variable));
    let is_template = within("{{", "}}").is_some_and(|inner| !inner.contains(['"', '\'', '`']));
    let is_word = ["true", "false", "null", "~", "none", "yes", "no", crate::HIDDEN]
        .iter()
        .any(|word| value.eq_ignore_ascii_case(word));
    value.is_empty() || names_variable || is_template || is_word || names_files(value)
}

/// `file:///pulsar/keys/token`, `classpath:token.key`, and `tlsCertFile:/a,tlsKeyFile:/b`.
fn names_files(value: &str) -> bool {
    let is_file = |part: &str| {
        let (scheme, rest) = part.split_once(':').unwrap_or_default();
        let segments = rest.trim_start_matches('/');
        let names = ["File", "Path"].iter().any(|ending| scheme.ends_with(ending));
        match scheme {
            "file" | "classpath" => is_path_of(segments, 1),
            _ => names && rest.starts_with('/') && is_path_of(segments, 1),
        }
    };
    value.split(',').all(|part| is_file(part.trim()))
}

/// Whether a value has the shape of an absolute path: two names or more, none of which looks made up by a machine.
pub(super) fn is_path(value: &str) -> bool {
    value.strip_prefix('/').is_some_and(|rest| is_path_of(rest.strip_suffix('/').unwrap_or(rest), 2))
}

fn is_path_of(segments: &str, least: usize) -> bool {
    segments.split('/').count() >= least && segments.split('/').all(is_file_name)
}

/// Whether a text may be the name of a file: letters and digits, which change seldom from one to the other.
fn is_file_name(name: &str) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || "._-".contains(c);
    let letters: Vec<char> = name.chars().filter(char::is_ascii_alphanumeric).collect();
    let has = |is: fn(&char) -> bool| letters.iter().any(is);
    let changes =
        letters.windows(2).filter(|pair| pair[0].is_ascii_digit() != pair[1].is_ascii_digit()).count();
    let mixed = has(char::is_ascii_uppercase) && has(char::is_ascii_lowercase) && has(char::is_ascii_digit);
    !name.is_empty() && name.chars().all(plain) && changes <= 3 && !mixed
}

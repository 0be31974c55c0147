//! Secrets within a text, by how they look: the user and password in a URL, a signed token, a private key, and what is
//! assigned to a name of a secret.

use super::name::{Name, is_reference};
use std::ops::Range;

/// The bytes of a text that are secret, in order and apart from each other.
pub fn in_text(text: &str) -> Vec<Range<usize>> {
    by_look(text, Colons::Assign)
}

/// The same in a text of which the names and their values are looked at elsewhere.
pub(super) fn in_code(text: &str) -> Vec<Range<usize>> {
    by_look(text, Colons::Quoted)
}

/// Which colons give a name a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Colons {
    /// Those behind a name in quotes.
    Quoted,
    /// Those too that do not look like a port or a sentence.
    Assign,
}

fn by_look(text: &str, colons: Colons) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    if text.contains("://") {
        authorities(text, &mut found);
    }
    if text.contains("eyJ") {
        tokens(text, &mut found);
    }
    if text.contains("PRIVATE KEY-----") {
        private_keys(text, &mut found);
    }
    assigned(text, colons, &mut found);
    joined(found)
}

/// In order, what overlaps made one.
pub(crate) fn joined(mut found: Vec<Range<usize>>) -> Vec<Range<usize>> {
    found.retain(|range| !range.is_empty());
    found.sort_by_key(|range| (range.start, range.end));
    let mut joined: Vec<Range<usize>> = Vec::new();
    for range in found {
        match joined.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            _ => joined.push(range),
        }
    }
    joined
}

/// What stands before the `@` of a URL.
fn authorities(text: &str, found: &mut Vec<Range<usize>>) {
    for (at, sign) in text.match_indices("://") {
        let start = at + sign.len();
        let end = text[start..].find(|c: char| c.is_whitespace() || "/?#\"'<>`".contains(c));
        let authority = &text[start..end.map_or(text.len(), |end| start + end)];
        if let Some(user) = authority.rfind('@') {
            found.push(start..start + user);
        }
    }
}

/// JSON web tokens: three parts in base64, the first of which is a record.
fn tokens(text: &str, found: &mut Vec<Range<usize>>) {
    let mut at = 0;
    while let Some(start) = text[at..].find("eyJ").map(|start| at + start) {
        let is_part = |c: char| c.is_ascii_alphanumeric() || "-_=.".contains(c);
        let end = text[start..].find(|c| !is_part(c)).map_or(text.len(), |end| start + end);
        let token = &text[start..end];
        if token.len() >= 20 && token.contains('.') {
            found.push(start..end);
        }
        at = end.max(start + 3);
    }
}

/// Private keys as PEM, up to their last line or the end of the text.
fn private_keys(text: &str, found: &mut Vec<Range<usize>>) {
    for (at, mark) in text.match_indices("PRIVATE KEY-----") {
        let begins = text[..at].rfind("-----BEGIN").filter(|start| !text[*start..at].contains('\n'));
        if begins.is_none() {
            continue;
        }
        let start = at + mark.len();
        let end = text[start..].find("-----END").map_or(text.len(), |end| start + end);
        found.push(start..end);
    }
}

/// Values behind the name of a secret and `=`, behind one in quotes and `:`, and behind a flag.
fn assigned(text: &str, colons: Colons, found: &mut Vec<Range<usize>>) {
    let is_name = |c: char| c.is_alphanumeric() || "_-.".contains(c);
    let mut at = 0;
    while let Some(start) = text[at..].find(is_name).map(|start| at + start) {
        let end = text[start..].find(|c| !is_name(c)).map_or(text.len(), |end| start + end);
        at = end;
        let name = &text[start..end];
        let says = Name::of(name);
        if says == Name::Plain {
            continue;
        }
        let rest = &text[end..];
        let quoted = rest.starts_with(['"', '\'']) && text[..start].ends_with(['"', '\'']);
        let sign = rest.trim_start_matches(['"', '\'', '\\']).trim_start();
        let value = match sign.chars().next() {
            Some('=') if !sign[1..].starts_with('=') => &sign[1..],
            Some(':') if quoted || rest.starts_with('\\') => &sign[1..],
            Some(':') if colons == Colons::Assign && is_assigned(&text[..start], name, sign) => &sign[1..],
            // `DB_PASSWORD 's3cret'`: the sign is left out.
            Some('"' | '\'') if colons == Colons::Assign && rest.starts_with(' ') && is_key(name) => sign,
            // `--password s3cret`
            _ if name.starts_with("--") && rest.starts_with(' ') => rest,
            _ => continue,
        };
        let value = value.trim_start_matches([' ', '\\']);
        let begin = text.len() - value.len();
        // `DB_PASSWORD=a;b`: nothing else is in a text that begins so.
        let is_alone = text[..start].trim_start_matches(['"', '\'']).is_empty() && rest.starts_with('=');
        let Some(length) = length(value, is_alone && !name.starts_with('-')) else { continue };
        let quotes = usize::from(value.starts_with(['"', '\'']));
        let range = begin + quotes..begin + quotes + length;
        if says.hides(&text[range.clone()]) {
            at = range.end;
            found.push(range);
        }
    }
}

/// The length of a value that goes to its quote, the end of its word or, alone in its text, the end of its line.
fn length(value: &str, is_alone: bool) -> Option<usize> {
    let first = value.chars().next()?;
    if matches!(first, '"' | '\'') {
        return Some(value[1..].find(first).unwrap_or(value.len() - 1));
    }
    let reference = [("$(", ")"), ("${", "}"), ("{{", "}}")]
        .iter()
        .filter(|(open, _)| value.starts_with(open))
        .find_map(|(_, close)| value.find(close).map(|end| end + close.len()))
        .filter(|end| is_reference(&value[..*end]));
    let ends = |c: char| match c {
        '\n' | '"' => true,
        _ => !is_alone && (c.is_whitespace() || ",;&'`)}]".contains(c)),
    };
    reference.or_else(|| Some(value.find(ends).unwrap_or(value.len())))
}

/// Whether a colon behind the name of a secret gives it a value: `DB_PASSWORD: a`, but neither a port of a host nor a
/// sentence.
fn is_assigned(before: &str, name: &str, sign: &str) -> bool {
    let value = sign[1..].trim_start();
    let is_port = value.len() <= 5 && value.bytes().all(|byte| byte.is_ascii_digit());
    let before = before.trim_end_matches([' ', '\t', '-']);
    let begins = before.is_empty() || before.ends_with(['\n', ',', ';', '{', '[', '(', '"', '\'', '`']);
    let is_host = before.ends_with(['/', '@']) || name.contains(['-', '.']) || sign.starts_with("::");
    (begins || is_key(name)) && !is_host && !is_port
}

/// Whether a word is the name of a key and no word of a sentence.
fn is_key(name: &str) -> bool {
    name.contains('_') || name.bytes().any(|byte| byte.is_ascii_uppercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        in_text(text).into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn secrets_are_found_by_their_look() {
        assert_eq!(found("pulsar://me:s3cret@host:6650/a, http://token@h"), ["me:s3cret", "token"]);
        assert_eq!(
            found("token:eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhIn0.sig-_x ok"),
            ["eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhIn0.sig-_x"]
        );
        assert_eq!(
            found("-----BEGIN RSA PRIVATE KEY-----\nabc\n-----END RSA PRIVATE KEY-----\n"),
            ["\nabc\n"]
        );
        assert_eq!(found("-Xmx1g -Djavax.net.ssl.keyStorePassword=s3cret -Da=b"), ["s3cret"]);
        assert_eq!(found(r#"{"password": "s3cret", "user": "me"}"#), ["s3cret"]);
        assert_eq!(found("login --password s3cret --user me"), ["s3cret"]);
        assert_eq!(found("ui_password: s3cret"), ["s3cret"]);
        assert_eq!(found("password:s3cret"), ["s3cret"]);
        assert_eq!(found("DB_PASSWORD_2=/s3cret"), ["/s3cret"]);
        assert_eq!(found("username=\"me\" password=\"s3 cret\";"), ["s3 cret"]);
    }

    #[test]
    fn ordinary_texts_have_no_secret() {
        for text in [
            "http://host:80/a@b",
            "write the password: it is asked for",
            "tokenSecretKey=file:///pulsar/keys/token",
            "-Dpulsar.allocator.exit_on_oom=true",
            "-----BEGIN CERTIFICATE-----\nabc\n-----END CERTIFICATE-----",
            "password=$(DB_PASSWORD)",
            "the token is there",
            "http://my-secret:8080/x",
            "token-service:8080",
            "registry.example/token:1.2",
            "tokenSecretKey=/pulsar/keys/token.key",
        ] {
            assert!(in_text(text).is_empty(), "{text}: {:?}", found(text));
        }
    }
}

//! How a registry asks for credentials: the `WWW-Authenticate` header of RFC 9110.

/// The kind of credentials that a registry asks for.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Challenge {
    /// User and password.
    Basic,
    /// A token, which another server hands out for user and password.
    Bearer { realm: String, service: Option<String>, scope: Option<String> },
}

impl Challenge {
    /// The first challenge of a header that can be answered.
    pub(crate) fn parse(header: &str) -> Option<Self> {
        let parts = parts(header);
        let start = parts.iter().position(|part| part.scheme.is_some_and(is_known))?;
        if parts[start].scheme.is_some_and(|scheme| scheme.eq_ignore_ascii_case("basic")) {
            return Some(Self::Basic);
        }
        let end = parts[start + 1..].iter().position(|part| part.scheme.is_some());
        let own = &parts[start..end.map_or(parts.len(), |end| start + 1 + end)];
        let value = |name: &str| {
            own.iter().find(|part| part.name.eq_ignore_ascii_case(name)).map(|part| part.value.clone())
        };
        Some(Self::Bearer { realm: value("realm")?, service: value("service"), scope: value("scope") })
    }
}

fn is_known(scheme: &str) -> bool {
    scheme.eq_ignore_ascii_case("basic") || scheme.eq_ignore_ascii_case("bearer")
}

/// A `name="value"` of a header, with the scheme if it is the first of a challenge.
struct Part<'h> {
    scheme: Option<&'h str>,
    name: &'h str,
    value: String,
}

/// The parameters of all challenges in a header; one of a challenge without any has an empty name.
fn parts(header: &str) -> Vec<Part<'_>> {
    let mut parts = Vec::new();
    let mut rest = header;
    loop {
        rest = rest.trim_start_matches([' ', '\t', ',']);
        if rest.is_empty() {
            return parts;
        }
        let (first, after) = word(rest);
        let (scheme, name, after) = if let Some(value) = after.strip_prefix('=') {
            (None, first, value)
        } else {
            let (name, value) = word(after.trim_start_matches(' '));
            match value.strip_prefix('=') {
                Some(value) => (Some(first), name, value),
                None => (Some(first), "", after),
            }
        };
        let (value, after) = if name.is_empty() { (String::new(), after) } else { value_of(after) };
        parts.push(Part { scheme, name, value });
        // A sign that starts no word would be looked at forever.
        rest = if after.len() == rest.len() {
            &rest[rest.chars().next().map_or(0, char::len_utf8)..]
        } else {
            after
        };
    }
}

fn word(text: &str) -> (&str, &str) {
    let end = text.find(|c: char| c.is_whitespace() || "=,\"".contains(c)).unwrap_or(text.len());
    text.split_at(end)
}

/// A value, in quotes or without.
fn value_of(text: &str) -> (String, &str) {
    let Some(quoted) = text.strip_prefix('"') else {
        let (value, rest) = word(text);
        return (value.to_owned(), rest);
    };
    let mut value = String::new();
    let mut letters = quoted.char_indices();
    while let Some((at, letter)) = letters.next() {
        match letter {
            '"' => return (value, &quoted[at + 1..]),
            '\\' => value.extend(letters.next().map(|(_, letter)| letter)),
            letter => value.push(letter),
        }
    }
    (value, "")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bearer(realm: &str, service: Option<&str>, scope: Option<&str>) -> Challenge {
        Challenge::Bearer {
            realm: realm.to_owned(),
            service: service.map(str::to_owned),
            scope: scope.map(str::to_owned),
        }
    }

    #[test]
    fn a_challenge_is_parsed_by_its_own_parameters() {
        let whole = "Bearer realm=\"https://auth/token\",service=\"r\",scope=\"repository:a:pull,push\"";
        assert_eq!(
            Challenge::parse(whole),
            Some(bearer("https://auth/token", Some("r"), Some("repository:a:pull,push")))
        );
        assert_eq!(Challenge::parse("basic realm=\"x\""), Some(Challenge::Basic));
        assert_eq!(Challenge::parse("Basic"), Some(Challenge::Basic));
        assert_eq!(Challenge::parse("Bearer REALM=https://a"), Some(bearer("https://a", None, None)));
        assert_eq!(Challenge::parse("Negotiate, Bearer realm=\"a\""), Some(bearer("a", None, None)));
        // Neither another parameter's name nor another's text is taken for the realm.
        assert_eq!(Challenge::parse("Bearer xrealm=\"a\", realm=\"b\""), Some(bearer("b", None, None)));
        assert_eq!(
            Challenge::parse(r#"Bearer error="realm=\"a\"", realm="b", Basic realm="c""#),
            Some(bearer("b", None, None))
        );
        for none in ["", "Negotiate", "Bearer", "Bearer realm", "=", ",,,", "\"", "Digest realm=\"a\""] {
            assert_eq!(Challenge::parse(none), None, "{none}");
        }
    }
}

//! Names of keys whose values are secret.

mod reference;
mod words;

pub use reference::is_reference;

use reference::is_path;
use words::{BEFORE, CONTENTS, LAST_SINGLE, LAST_WHOLE, PROPERTIES, QUALIFIERS, SINGLE, WHOLE};

/// What the name of a key says about its value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Name {
    /// Nothing.
    Plain,
    /// A secret, if the value is a single one that is not the place of a secret: a record called `secret` or `token`
    /// names one, and `tokenSecretKey` is mostly a file.
    Single,
    /// A secret, whatever the value looks like.
    Whole,
}

impl Name {
    /// Whether a value under this name is a secret, and not a reference to one.
    pub fn hides(self, value: &str) -> bool {
        match self {
            Self::Plain => false,
            Self::Single => !is_reference(value) && !is_path(value.trim()),
            Self::Whole => !is_reference(value),
        }
    }
}

impl Name {
    /// What a name says.
    pub fn of(name: &str) -> Self {
        if !may_be_secret(name) {
            return Self::Plain;
        }
        let words = split(name);
        let word = |at: usize| words.get(at).map(String::as_str);
        let is_before = |at: usize| word(at).is_some_and(|word| BEFORE.contains(&word));
        let Some((range, says)) = secret_words(&words) else { return Self::Plain };
        let rest = &words[range.end..];
        let is_content = rest.last().is_some_and(|word| CONTENTS.contains(&word.as_str()));
        let names_place = !is_content && rest.iter().any(|word| PROPERTIES.contains(&word.as_str()));
        let is_switch = range.start > 0 && (is_before(0) || is_before(range.start - 1));
        if names_place || is_switch { Self::Plain } else { says }
    }
}

/// The last words of a name that are those of a secret.
fn secret_words(words: &[String]) -> Option<(std::ops::Range<usize>, Name)> {
    let is_at = |at: usize, wanted: &[&str]| {
        words.len() >= at + wanted.len()
            && wanted.iter().zip(&words[at..]).all(|(wanted, word)| word == wanted)
    };
    let qualifies =
        |word: &String| QUALIFIERS.contains(&word.as_str()) || word.bytes().all(|byte| byte.is_ascii_digit());
    (0..words.len()).rev().find_map(|at| {
        let longest = |list: &[&[&str]]| {
            list.iter().filter(|wanted| is_at(at, wanted)).map(|wanted| wanted.len()).max()
        };
        if let Some(length) = longest(WHOLE) {
            return Some((at..at + length, Name::Whole));
        }
        if let Some(length) = longest(SINGLE) {
            return Some((at..at + length, Name::Single));
        }
        if resembles_password(&words[at]) {
            return Some((at..at + 1, Name::Whole));
        }
        let last = |list: &[&[&str]]| {
            let ends =
                |wanted: &&&[&str]| is_at(at, wanted) && words[at + wanted.len()..].iter().all(qualifies);
            list.iter().find(ends).map(|wanted| at..at + wanted.len())
        };
        let whole = last(LAST_WHOLE).map(|range| (range, Name::Whole));
        whole.or_else(|| last(LAST_SINGLE).map(|range| (range, Name::Single)))
    })
}

/// A password that is spelled a little wrong, or together with another word: `DBPASSWORD`, `pasword`.
fn resembles_password(word: &str) -> bool {
    ["password", "passphrase"].iter().any(|whole| {
        word.ends_with(whole)
            || (word.len().abs_diff(whole.len()) <= 1 && strsim::osa_distance(word, whole) <= 1)
    })
}

/// Whether a name has what each name of a secret has a part of: most have not, and are not checked further.
fn may_be_secret(name: &str) -> bool {
    const PARTS: [&str; 24] = [
        "pas", "pw", "psw", "key", "secret", "token", "cred", "sas", "auth", "config", "string", "param",
        "pat", "jwt", "bearer", "word", "phrase", "hmac", "otp", "salt", "mnemonic", "account", "hook",
        "code",
    ];
    let has = |part: &str| {
        name.as_bytes().windows(part.len()).any(|window| window.eq_ignore_ascii_case(part.as_bytes()))
    };
    // A longer word is no name of anything.
    (2..=200).contains(&name.len()) && PARTS.iter().any(|part| has(part))
}

/// The words of a name: `brokerClientTLSKey`, `DB_PASSWORD2` and `a.b-c` have three each.
fn split(name: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let letters: Vec<char> = name.trim().chars().collect();
    let mut begins = true;
    for (at, c) in letters.iter().enumerate() {
        if !c.is_alphanumeric() {
            begins = true;
            continue;
        }
        let before = at.checked_sub(1).map(|at| letters[at]);
        let after = letters.get(at + 1);
        let humps = c.is_uppercase()
            && (before.is_some_and(char::is_lowercase)
                || (before.is_some_and(char::is_uppercase)
                    && after.is_some_and(|after| after.is_lowercase())));
        let counts = before.is_some_and(|before| before.is_ascii_digit() != c.is_ascii_digit());
        if begins || humps || counts {
            words.push(String::new());
        }
        begins = false;
        if let Some(word) = words.last_mut() {
            word.extend(c.to_lowercase());
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_passwords_hide_every_value() {
        for name in [
            "password",
            "db_password",
            "adminPassword",
            "brokerClientTlsTrustStorePassword",
            "PULSAR_PREFIX_tlsKeyStorePassword",
            "DBPASSWORD",
            "DB_PASSWORD_2",
            "DB_PSW",
            "sshKey",
            "DECRYPTION_KEY",
            "passkey",
            "PASSWORD1",
            "PASSWORD_PROD",
            "passwordOfTheAdmin",
            "db_pasword",
            "dbPasswrod",
            "AWS_SECRET_ACCESS_KEY",
            "AZURE_STORAGE_ACCESS_KEY",
            "javax.net.ssl.keyStorePassword",
            "MY_PASS",
            "MY_PASS_2",
            "PASS_WORD",
            "pass-word",
            "KEYSTORE_PW",
            "SESSION_KEY",
            "licenseKey",
            "DOCKERCONFIGJSON",
            "SERVICE_ACCOUNT_JSON",
            "RECOVERY_CODES",
            "SLACK_WEBHOOK_URL",
            "MYSQL_PASSWORD_FILE_CONTENT",
        ] {
            assert_eq!(Name::of(name), Name::Whole, "{name}");
        }
    }

    #[test]
    fn names_of_tokens_hide_single_values() {
        for name in [
            "MY_CREDS",
            "COOKIE_HMAC",
            "ADMIN_OTP",
            "HASH_SALT",
            "GITHUB_PAT",
            "clientSecret",
            "CLIENT_SECRET_VALUE",
            "AWS_SESSION_TOKEN",
            "TOKEN_PROD",
            "token2",
            "SECRETS_EU",
            "tokenSecretKey",
            "brokerClientAuthenticationParameters",
        ] {
            assert_eq!(Name::of(name), Name::Single, "{name}");
        }
    }

    #[test]
    fn names_of_places_and_properties_hide_nothing() {
        for name in [
            "tlsKeyStorePasswordPath",
            "passwordSecretName",
            "existingSecret",
            "imagePullSecrets",
            "secretName",
            "secretKeyRef",
            "secretKeys",
            "secretAnnotations",
            "usingSecretKey",
            "tokenPublicKey",
            "tokenAudience",
            "passwordFile",
            "saltLength",
            "otpEnabled",
            "serviceAccount",
            "tokenAuthClaim",
            "tokenAllowedClockSkewSeconds",
            "passwordMinLength",
            "maxTokens",
            "AWS_ACCESS_KEY_ID",
            "compass",
            "bypass",
            "passThrough",
            "patience",
            "automountServiceAccountToken",
            "authenticationProviders",
            "secretsProviderConfiguratorClassName",
            "",
        ] {
            assert_eq!(Name::of(name), Name::Plain, "{name}");
        }
    }

    #[test]
    fn references_are_known_by_their_shape() {
        for value in [
            "",
            "file:///pulsar/keys/token",
            "file:/pulsar/keys/secret.key",
            "env:TOKEN",
            "$(DB_PASSWORD)",
            "${DB_PASSWORD}",
            "{{ .Values.password }}",
            "true",
            "<hidden>",
            "tlsCertFile:/pulsar/certs/tls.crt,tlsKeyFile:/pulsar/certs/tls.key",
        ] {
            assert!(is_reference(value), "{value}");
            assert!(!Name::Whole.hides(value), "{value}");
        }
        for value in ["/pulsar/keys/token", "/pulsar/keys/token/SECRETKEY", "/etc/my-app/token2.pem"] {
            assert!(!Name::Single.hides(value) && Name::Whole.hides(value), "{value}");
        }
        for value in [
            "data:;base64,c2VjcmV0",
            "/hunter2",
            "/hunter2/$x",
            "/aB3xY/9zQ1w",
            "/a1b2c3d4e5/f6a7b8c9d0",
            "<hunter2>",
            "$(hunter2",
            "${hunter2 x}",
            "{{ \"hunter2\" }}",
            "env:hunter 2",
            "file:hunter2!",
        ] {
            assert!(Name::Single.hides(value), "{value}");
        }
    }
}

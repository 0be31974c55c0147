//! Keys that are called after a secret.

/// What the name of a key says of its value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Name {
    /// Nothing.
    Plain,
    /// A secret, if the value is a single one: a record called `secret` or `token` says where one is.
    Single,
    /// A secret, whatever the value looks like.
    Whole,
}

/// Last words of names whose values are secret through and through.
const WHOLE: &[&[&str]] = &[
    &["password"],
    &["passwords"],
    &["pasword"],
    &["passwort"],
    &["passwd"],
    &["passphrase"],
    &["pwd"],
    &["pass"],
    &["api", "key"],
    &["apikey"],
    &["access", "key"],
    &["accesskey"],
    &["account", "key"],
    &["storage", "key"],
    &["encryption", "key"],
    &["signing", "key"],
    &["secretkey"],
    &["privatekey"],
    &["connection", "string"],
];

/// Last words of names whose single values are secret.
const SINGLE: &[&[&str]] = &[
    &["secret"],
    &["secrets"],
    &["secret", "key"],
    &["private", "key"],
    &["token"],
    &["tokens"],
    &["credential"],
    &["credentials"],
    &["cred"],
    &["creds"],
    &["pat"],
    &["jwt"],
    &["bearer"],
    &["authorization"],
    &["sas"],
    &["auth"],
    &["auth", "conf"],
    &["auth", "params"],
    &["auth", "parameters"],
    &["authentication", "params"],
    &["authentication", "parameters"],
    &["plugin", "params"],
    &["jaas", "config"],
    &["htpasswd"],
];

/// Words that make the name of a secret the name of where it is, or of what Kubernetes keeps it in.
const ELSEWHERE: &[&str] =
    &["existing", "pull", "use", "using", "enable", "enabled", "has", "mount", "automount"];

impl Name {
    /// What a name says.
    pub fn of(name: &str) -> Self {
        if !may_be_secret(name) {
            return Self::Plain;
        }
        let words = words(name);
        let ends = |endings: &[&[&str]]| {
            endings.iter().any(|ending| {
                words.len() >= ending.len()
                    && words[words.len() - ending.len()..].iter().zip(*ending).all(|(word, end)| word == end)
            })
        };
        let before = words.len().saturating_sub(2);
        let elsewhere = |at: usize| words.get(at).is_some_and(|word| ELSEWHERE.contains(&word.as_str()));
        if elsewhere(0) || elsewhere(before) {
            return Self::Plain;
        }
        if ends(WHOLE) {
            return Self::Whole;
        }
        // One word in capitals or small letters alone: `DBPASSWORD`.
        let last = words.last().map(String::as_str).unwrap_or_default();
        if last.ends_with("password") || last.ends_with("passphrase") {
            return Self::Whole;
        }
        if ends(SINGLE) { Self::Single } else { Self::Plain }
    }
}

/// Whether a name has what each name of a secret has a part of: most have not, and are looked at no further.
fn may_be_secret(name: &str) -> bool {
    const PARTS: [&str; 14] = [
        "pas", "pwd", "key", "secret", "token", "cred", "sas", "auth", "config", "string", "param", "pat",
        "jwt", "bearer",
    ];
    let has = |part: &str| {
        name.as_bytes().windows(part.len()).any(|window| window.eq_ignore_ascii_case(part.as_bytes()))
    };
    // A longer word is no name of anything.
    (3..=200).contains(&name.len()) && PARTS.iter().any(|part| has(part))
}

/// The words of a name: `brokerClientTLSKey`, `DB_PASSWORD` and `a.b-c` have three, two and three.
fn words(name: &str) -> Vec<String> {
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
            && (before.is_some_and(|before| before.is_lowercase() || before.is_ascii_digit())
                || (before.is_some_and(char::is_uppercase)
                    && after.is_some_and(|after| after.is_lowercase())));
        if begins || humps {
            words.push(String::new());
        }
        begins = false;
        if let Some(word) = words.last_mut() {
            word.extend(c.to_lowercase());
        }
    }
    words
}

/// Whether a value says no secret but where one is, or nothing: a file, a variable, a switch.
pub fn is_reference(value: &str) -> bool {
    let value = value.trim();
    let leads = ["/", "file:", "env:", "$(", "${", "{{", "tlsCertFile:", "<", "classpath:"];
    value.is_empty()
        || leads.iter().any(|lead| value.starts_with(lead))
        || ["true", "false", "null", "~", "none", "yes", "no"]
            .iter()
            .any(|word| value.eq_ignore_ascii_case(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_say_what_their_last_words_say() {
        for name in [
            "password",
            "db_password",
            "adminPassword",
            "brokerClientTlsTrustStorePassword",
            "PULSAR_PREFIX_tlsKeyStorePassword",
            "DBPASSWORD",
            "AWS_SECRET_ACCESS_KEY",
            "AZURE_STORAGE_ACCESS_KEY",
            "javax.net.ssl.keyStorePassword",
        ] {
            assert_eq!(Name::of(name), Name::Whole, "{name}");
        }
        for name in [
            "MY_CREDS",
            "GITHUB_PAT",
            "clientSecret",
            "AWS_SESSION_TOKEN",
            "tokenSecretKey",
            "brokerClientAuthenticationParameters",
        ] {
            assert_eq!(Name::of(name), Name::Single, "{name}");
        }
        for name in [
            "tlsKeyStorePasswordPath",
            "existingSecret",
            "imagePullSecrets",
            "secretName",
            "usingSecretKey",
            "tokenPublicKey",
            "AWS_ACCESS_KEY_ID",
            "compass",
            "bypass",
            "automountServiceAccountToken",
            "authenticationProviders",
            "",
        ] {
            assert_eq!(Name::of(name), Name::Plain, "{name}");
        }
    }

    #[test]
    fn where_a_secret_is_is_none() {
        for value in ["", "/pulsar/keys/token", "file:///pulsar/keys/token", "env:TOKEN", "$(TOKEN)", "true"]
        {
            assert!(is_reference(value), "{value}");
        }
        assert!(!is_reference("data:;base64,c2VjcmV0"));
    }
}
